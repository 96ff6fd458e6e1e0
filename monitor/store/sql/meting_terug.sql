-- What an inlezing changed stands there again as it was, with the inlezing that it came from.
-- Parameters: inlezing.
UPDATE meting
SET periode_start = v.periode_start, waarde = v.waarde, ondergrens = v.ondergrens, bovengrens = v.bovengrens,
    teller = v.teller, noemer = v.noemer, n = v.n, status = v.status, ontbreekt_reden = v.ontbreekt_reden,
    inlezing = v.inlezing
FROM meting_vorige_rij AS v
WHERE v.vervangen_door = $inlezing
    AND meting.gebied = v.gebied AND meting.indicator = v.indicator AND meting.periode = v.periode
