-- What was read, newest first, with what it changed in words. Parameters: voorbeeld (example or real), hoeveel.
SELECT b.naam, l.bestand, l.peiljaar, l.ingelezen_op, l.nieuw, l.gewijzigd, l.verdwenen, l.wijzigingen
FROM inlezing AS l
JOIN bron AS b ON b.code = l.bron
WHERE l.voorbeeld = $voorbeeld
ORDER BY l.ingelezen_op DESC, b.naam, l.peiljaar DESC
LIMIT $hoeveel
