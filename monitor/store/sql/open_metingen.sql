-- Open figures of the gebieden from van up to and including tot, by gebied, indicator and period: some of them, so that
-- nobody has to be given all at once. What somebody brought in at Tellen has no source of its own.
-- Parameters: van, tot, gebieden, indicatoren, limit, offset.
SELECT m.indicator, v.eenheid, v.bewijssoort, NOT i.landelijk AND l.bestand <> 'voorbeeld' AS opgegeven,
    -- include meting_getoond
FROM meting AS m
JOIN indicator AS i ON i.code = m.indicator
JOIN (
    SELECT indicator, arg_max(eenheid, versie) AS eenheid, arg_max(bewijssoort, versie) AS bewijssoort
    FROM indicator_versie
    GROUP BY indicator
) AS v ON v.indicator = m.indicator
LEFT JOIN meting_onderdrukking AS o ON o.gebied = m.gebied AND o.indicator = m.indicator AND o.periode = m.periode
LEFT JOIN inlezing AS l ON l.id = m.inlezing
LEFT JOIN bron AS b ON b.code = l.bron
WHERE m.gebied BETWEEN $van AND $tot AND
    -- include open_cijfer
ORDER BY m.gebied, m.indicator, m.periode
LIMIT $limit OFFSET $offset
