-- The metingen of one indicator and of its noemer (the indicator itself where it has none), of a gemeente and its
-- wijken, with the source of each.
-- Parameters: indicator, noemer, gemeente.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente
    UNION
    SELECT $gemeente
)
SELECT m.indicator, m.gebied, m.periode, m.periode_start,
    CASE WHEN o.gebied IS NULL THEN m.waarde END,
    CASE WHEN o.gebied IS NULL THEN m.ontbreekt_reden ELSE 'te_klein' END,
    CASE WHEN o.gebied IS NULL THEN m.ondergrens END,
    CASE WHEN o.gebied IS NULL THEN m.bovengrens END,
    CASE WHEN o.gebied IS NULL THEN m.n END, m.status, b.naam, b.uitgever, b.url, l.peiljaar, l.ingelezen_op, l.voorbeeld
FROM meting AS m
LEFT JOIN meting_onderdrukking AS o ON o.gebied = m.gebied AND o.indicator = m.indicator AND o.periode = m.periode
LEFT JOIN inlezing AS l ON l.id = m.inlezing
LEFT JOIN bron AS b ON b.code = l.bron
WHERE m.indicator IN ($indicator, $noemer) AND m.gebied IN (SELECT code FROM hier)
ORDER BY m.indicator, m.gebied, m.periode_start, m.periode
