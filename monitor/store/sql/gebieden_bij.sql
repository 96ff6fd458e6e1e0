-- The gemeente, all its wijken (former ones too) and the gebied that is asked for; then who followed or preceded it.
-- Parameters: code, gemeente.
WITH hier AS (
    SELECT $gemeente AS code
    UNION
    SELECT $code
    UNION
    SELECT gebied FROM gebied_ouder WHERE ouder = $gemeente
)
SELECT 'gebied' AS regel, g.code, g.soort, v.naam, v.geldig_van, v.geldig_tot, NULL AS uitleg
FROM gebied AS g
JOIN gebied_versie AS v ON v.gebied = g.code
WHERE g.code IN (SELECT code FROM hier)
UNION ALL
SELECT 'opvolger', o.opvolger, NULL, v.naam, o.vanaf, NULL, o.uitleg
FROM gebied_opvolger AS o
JOIN gebied_versie AS v ON v.gebied = o.opvolger AND v.geldig_tot IS NULL
WHERE o.gebied = $code
UNION ALL
SELECT 'voorganger', o.gebied, NULL, v.naam, o.vanaf, v.geldig_tot, o.uitleg
FROM gebied_opvolger AS o
JOIN gebied_versie AS v ON v.gebied = o.gebied
WHERE o.opvolger = $code
ORDER BY regel, naam, geldig_van
