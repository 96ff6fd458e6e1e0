-- What was read for a gemeente, newest first, with what it changed in words.
-- Parameters: gemeente, voorbeeld (example or real), hoeveel.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente
    UNION
    SELECT $gemeente
)
SELECT b.naam, l.bestand, l.peiljaar, l.ingelezen_op, l.nieuw, l.gewijzigd, l.verdwenen, l.wijzigingen
FROM inlezing AS l
JOIN bron AS b ON b.code = l.bron
WHERE l.voorbeeld = $voorbeeld
    AND (
        l.reikwijdte = 'land'
        OR l.id IN (SELECT inlezing FROM meting WHERE gebied IN (SELECT code FROM hier))
        OR l.id IN (SELECT vervangen_door FROM meting_vorige WHERE gebied IN (SELECT code FROM hier))
        OR l.id IN (SELECT inlezing FROM gebied_geometrie WHERE gebied IN (SELECT code FROM hier))
    )
ORDER BY l.ingelezen_op DESC, b.naam, l.peiljaar DESC
LIMIT $hoeveel
