-- The newest acts of reading own figures that still count, with the gebieden that they wrote to. A later one that
-- changed the same rows is named, because it has to be undone first.
-- Parameters: door (NULL: of everybody), hoeveel.
SELECT l.id, l.bestand, l.ingelezen_op, l.ingelezen_door, l.nieuw, l.gewijzigd, r.reden,
    string_agg(DISTINCT m.gebied, ',' ORDER BY m.gebied),
    string_agg(DISTINCT m.indicator, ',' ORDER BY m.indicator), min(m.periode), max(m.periode),
    (SELECT count(*) FROM meting_vorige AS v WHERE v.inlezing = l.id)
FROM inlezing AS l
JOIN meting AS m ON m.inlezing = l.id
JOIN indicator AS i ON i.code = m.indicator AND NOT i.landelijk
LEFT JOIN inlezing_reden AS r ON r.inlezing = l.id
WHERE l.bestand <> 'voorbeeld' AND ($door IS NULL OR l.ingelezen_door = $door)
GROUP BY l.id, l.bestand, l.ingelezen_op, l.ingelezen_door, l.nieuw, l.gewijzigd, r.reden
ORDER BY l.ingelezen_op DESC, l.id
LIMIT $hoeveel
