-- The sources of the figures of a gemeente and all that lies in it, with the newest year and day of each.
-- Parameters: gemeente.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente
    UNION
    SELECT $gemeente
)
SELECT b.naam AS bron_naam, b.uitgever, b.url, max(l.peiljaar) AS peiljaar, max(l.ingelezen_op) AS ingelezen_op,
    bool_or(l.voorbeeld) AS voorbeeld
FROM inlezing AS l
JOIN bron AS b ON b.code = l.bron
WHERE l.id IN (SELECT inlezing FROM meting WHERE gebied IN (SELECT code FROM hier))
GROUP BY ALL
ORDER BY b.naam
