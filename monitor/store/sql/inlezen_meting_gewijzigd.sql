-- Changed and vanished metingen take their new value, or the reason why there is none any more.
-- Parameters: inlezing.
UPDATE meting
SET periode_start = v.periode_start, waarde = v.waarde, ondergrens = v.ondergrens, bovengrens = v.bovengrens,
    teller = v.teller, noemer = v.noemer, n = v.n, status = v.status, ontbreekt_reden = v.ontbreekt_reden,
    inlezing = $inlezing
FROM verschil AS v
WHERE v.soort <> 'nieuw'
    AND meting.gebied = v.gebied AND meting.indicator = v.indicator AND meting.periode = v.periode
