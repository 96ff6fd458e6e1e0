-- The metingen of some indicators, of a gemeente and its wijken, with the source of each.
-- Parameters: indicatoren, gemeente.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente
    UNION
    SELECT $gemeente
)
SELECT m.indicator,
    -- What somebody brought in at Tellen, by hand or in a file, and not from a source.
    NOT i.landelijk AND l.bestand <> 'voorbeeld' AS opgegeven,
    -- include meting_getoond
FROM meting AS m
JOIN indicator AS i ON i.code = m.indicator
LEFT JOIN meting_onderdrukking AS o ON o.gebied = m.gebied AND o.indicator = m.indicator AND o.periode = m.periode
LEFT JOIN inlezing AS l ON l.id = m.inlezing
LEFT JOIN bron AS b ON b.code = l.bron
WHERE list_contains($indicatoren, m.indicator) AND m.gebied IN (SELECT code FROM hier)
ORDER BY m.indicator, m.gebied, m.periode_start, m.periode
