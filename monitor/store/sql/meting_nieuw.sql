-- Metingen that were not there. Table: te_schrijven.
-- Parameters: inlezing.
INSERT INTO meting
SELECT t.gebied, t.indicator, t.periode, t.periode_start, t.waarde, t.ondergrens, t.bovengrens, t.teller, t.noemer,
    t.n, t.status, t.ontbreekt_reden, $inlezing
FROM te_schrijven AS t
WHERE NOT EXISTS (
    SELECT 1 FROM meting AS m
    WHERE m.gebied = t.gebied AND m.indicator = t.indicator AND m.periode = t.periode
)
ORDER BY t.gebied, t.indicator, t.periode
