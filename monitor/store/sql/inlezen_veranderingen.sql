-- Per indicator how many metingen changed or vanished, with the example in which most changed.
-- Parameters: limit.
WITH actueel AS (
    SELECT indicator, naam, decimalen
    FROM indicator_versie
    QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY versie DESC) = 1
),
namen AS (SELECT gebied, arg_max(naam, jaar) AS naam FROM gebied_jaar GROUP BY gebied),
geteld AS (
    SELECT v.*, count(*) OVER (PARTITION BY v.indicator, v.soort) AS aantal,
        row_number() OVER (
            PARTITION BY v.indicator, v.soort
            ORDER BY abs(v.waarde - v.oude_waarde) DESC NULLS LAST, v.gebied, v.periode
        ) AS plaats
    FROM verschil AS v
    WHERE v.soort <> 'nieuw'
)
SELECT coalesce(a.naam, g.indicator), g.aantal, g.soort = 'verdwenen', coalesce(n.naam, g.gebied), g.periode,
    g.oude_waarde, g.oude_reden, g.waarde, g.ontbreekt_reden, coalesce(a.decimalen, 0)
FROM geteld AS g
LEFT JOIN actueel AS a ON a.indicator = g.indicator
LEFT JOIN namen AS n ON n.gebied = g.gebied
WHERE g.plaats = 1
ORDER BY g.aantal DESC, 1
LIMIT $limit
