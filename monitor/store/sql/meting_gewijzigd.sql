-- Metingen that were there take what was read. Table: te_schrijven.
-- Parameters: inlezing.
UPDATE meting
SET periode_start = t.periode_start, waarde = t.waarde, ondergrens = t.ondergrens, bovengrens = t.bovengrens,
    teller = t.teller, noemer = t.noemer, n = t.n, status = t.status, ontbreekt_reden = t.ontbreekt_reden,
    inlezing = $inlezing
FROM te_schrijven AS t
WHERE meting.gebied = t.gebied AND meting.indicator = t.indicator AND meting.periode = t.periode
