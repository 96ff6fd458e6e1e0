-- Every figure of some pairs of indicator and gebied, as a page may show it: a small count has no value here.
-- Parameters: indicatoren and gebieden, two lists of the same length.
WITH gevraagd AS (
    SELECT unnest(CAST($indicatoren AS VARCHAR[])) AS indicator, unnest(CAST($gebieden AS VARCHAR[])) AS gebied
)
SELECT m.indicator,
    -- include meting_getoond
FROM gevraagd AS g
JOIN meting AS m ON m.indicator = g.indicator AND m.gebied = g.gebied
LEFT JOIN meting_onderdrukking AS o ON o.gebied = m.gebied AND o.indicator = m.indicator AND o.periode = m.periode
LEFT JOIN inlezing AS l ON l.id = m.inlezing
LEFT JOIN bron AS b ON b.code = l.bron
ORDER BY m.indicator, m.gebied, m.periode_start, m.periode
