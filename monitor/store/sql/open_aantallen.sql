-- How many open figures each gebied has. An empty list means all.
-- Parameters: gebieden, indicatoren.
SELECT m.gebied, count(*) AS aantal
FROM meting AS m
JOIN indicator AS i ON i.code = m.indicator
WHERE
    -- include open_cijfer
GROUP BY m.gebied
ORDER BY m.gebied
