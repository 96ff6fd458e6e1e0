-- What stood there before.
-- Parameters: inlezing.
INSERT INTO meting_vorige (id, gebied, indicator, periode, waarde, ontbreekt_reden, inlezing, vervangen_door)
SELECT concat_ws(':', $inlezing, gebied, indicator, periode), gebied, indicator, periode, oude_waarde, oude_reden,
    oude_inlezing, $inlezing
FROM verschil
WHERE soort <> 'nieuw'
