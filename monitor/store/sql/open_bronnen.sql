-- Every source by its name, with the years and the last day that something was read from it. What somebody brought in
-- at Tellen has no source: there stands opgegeven.
-- Parameters: opgegeven.
SELECT b.naam, max(b.uitgever) AS uitgever, max(b.url) AS url, max(b.licentie) AS licentie,
    list(DISTINCT l.peiljaar ORDER BY l.peiljaar) FILTER (l.peiljaar IS NOT NULL) AS peiljaren,
    max(l.ingelezen_op) AS ingelezen_op, max(l.gepubliceerd_op) AS gepubliceerd_op
FROM bron AS b
LEFT JOIN inlezing AS l ON l.bron = b.code
GROUP BY b.naam
UNION ALL
SELECT $opgegeven, NULL, NULL, NULL, NULL, max(l.ingelezen_op), NULL
FROM inlezing AS l
WHERE l.bestand <> 'voorbeeld'
    AND l.id IN (SELECT m.inlezing FROM meting AS m JOIN indicator AS i ON i.code = m.indicator WHERE NOT i.landelijk)
HAVING count(*) > 0
ORDER BY 1
