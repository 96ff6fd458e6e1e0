-- What the file has otherwise than the store: nieuw, gewijzigd, or verdwenen (given before by the same source for an
-- indicator and a period of this file, in a gemeente of this file, and not in the file any more).
-- For the indicators in `deel` only: a national file compared at once would take much memory.
-- Nothing vanishes by a file that is not whole (heel).
-- Parameters: bron, heel.
INSERT INTO verschil
WITH gemeenten AS (
    SELECT DISTINCT substr(gebied, 1, 2) = 'NL' AS land, substr(gebied, 3, 4) AS gemeente
    FROM (SELECT DISTINCT gebied FROM invoer)
),
perioden AS (SELECT DISTINCT periode FROM invoer),
erin AS (SELECT * FROM invoer WHERE indicator IN (SELECT indicator FROM deel)),
eruit AS (
    SELECT * FROM meting
    WHERE indicator IN (SELECT indicator FROM deel) AND periode IN (SELECT periode FROM perioden)
)
SELECT CASE WHEN m.gebied IS NULL THEN 'nieuw' ELSE 'gewijzigd' END AS soort,
    i.gebied, i.indicator, i.periode, i.periode_start, i.waarde, i.ondergrens, i.bovengrens, i.teller, i.noemer, i.n,
    i.status, i.ontbreekt_reden, m.waarde AS oude_waarde, m.ontbreekt_reden AS oude_reden, m.inlezing AS oude_inlezing
FROM erin AS i
LEFT JOIN eruit AS m ON m.gebied = i.gebied AND m.indicator = i.indicator AND m.periode = i.periode
WHERE m.gebied IS NULL
    OR
    -- include meting_anders
UNION ALL
SELECT 'verdwenen', m.gebied, m.indicator, m.periode, m.periode_start, NULL, NULL, NULL, NULL, NULL, NULL, m.status,
    'niet_geleverd', m.waarde, m.ontbreekt_reden, m.inlezing
FROM eruit AS m
JOIN inlezing AS l ON l.id = m.inlezing
WHERE $heel AND l.bron = $bron
    AND EXISTS (
        SELECT 1 FROM gemeenten AS h
        WHERE h.land = (substr(m.gebied, 1, 2) = 'NL') AND h.gemeente = substr(m.gebied, 3, 4)
    )
    AND m.ontbreekt_reden IS DISTINCT FROM 'niet_geleverd'
    AND NOT EXISTS (
        SELECT 1 FROM erin AS i
        WHERE i.gebied = m.gebied AND i.indicator = m.indicator AND i.periode = m.periode
    )
