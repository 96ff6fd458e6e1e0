-- Metingen that were not there.
-- Parameters: inlezing.
INSERT INTO meting
SELECT gebied, indicator, periode, periode_start, waarde, ondergrens, bovengrens, teller, noemer, n, status,
    ontbreekt_reden, $inlezing
FROM verschil
WHERE soort = 'nieuw'
ORDER BY gebied, indicator, periode
