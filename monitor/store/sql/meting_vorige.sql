-- What the history of these metingen tells from now on.
-- Parameters: inlezing.
INSERT INTO meting_vorige (id, gebied, indicator, periode, waarde, ontbreekt_reden, inlezing, vervangen_door)
SELECT concat_ws(':', $inlezing, gebied, indicator, periode), gebied, indicator, periode, waarde, ontbreekt_reden,
    inlezing, $inlezing
FROM meting_vorige_rij
WHERE vervangen_door = $inlezing
