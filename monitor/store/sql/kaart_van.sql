-- The valid wijken of a gemeente with their newest boundary. Parameters: gemeente.
SELECT m.gebied, v.naam, m.geojson
FROM gebied_geometrie AS m
JOIN gebied_versie AS v ON v.gebied = m.gebied AND v.geldig_tot IS NULL
WHERE m.gebied IN (SELECT gebied FROM gebied_ouder WHERE ouder = $gemeente AND tot IS NULL)
QUALIFY row_number() OVER (PARTITION BY m.gebied ORDER BY m.jaar DESC) = 1
ORDER BY m.gebied
