-- The metingen of one indicator and of its noemer (the indicator itself where it has none), of a gemeente and its
-- wijken, with the source of each.
-- Parameters: indicator, noemer, gemeente.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente
    UNION
    SELECT $gemeente
)
SELECT m.indicator,
    -- include meting_getoond
FROM meting AS m
LEFT JOIN meting_onderdrukking AS o ON o.gebied = m.gebied AND o.indicator = m.indicator AND o.periode = m.periode
LEFT JOIN inlezing AS l ON l.id = m.inlezing
LEFT JOIN bron AS b ON b.code = l.bron
WHERE m.indicator IN ($indicator, $noemer) AND m.gebied IN (SELECT code FROM hier)
ORDER BY m.indicator, m.gebied, m.periode_start, m.periode
