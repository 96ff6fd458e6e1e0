-- The way of one indicator: its steps, where it holds or held, support, objections, and what works on it; one JSON
-- object a row, each with the gebied that it is about and the name of that.
-- Parameters: indicator.
WITH naam AS (
    SELECT gebied, arg_max(naam, geldig_van) AS naam FROM gebied_versie GROUP BY gebied
)
SELECT r.regel, r.gebied, coalesce(n.naam, r.gebied) AS gebied_naam, r.inhoud
FROM (
    SELECT 'stap' AS regel, gebied, op::VARCHAR || id AS plaats,
        to_json({status: status, op: op, reden: reden}) AS inhoud
    FROM indicator_status WHERE indicator = $indicator
    UNION ALL
    SELECT 'adoptie', gebied, van::VARCHAR || id, to_json({rol: rol, van: van, tot: tot, reden: reden})
    FROM geldig_in WHERE indicator = $indicator
    UNION ALL
    SELECT 'draagvlak', gebied, op::VARCHAR || id,
        to_json({rol: rol, voor: voor, tegen: tegen, op: op, toelichting: toelichting})
    FROM draagvlak WHERE indicator = $indicator
    UNION ALL
    SELECT 'bezwaar', gebied, op::VARCHAR || id,
        to_json({rol: rol, tekst: tekst, op: op, antwoord: antwoord, beantwoord_op: beantwoord_op})
    FROM bezwaar WHERE indicator = $indicator
    UNION ALL
    SELECT 'bijdrage', a.gebied, a.naam || a.id, to_json({naam: a.naam, status: a.status})
    FROM activiteit AS a
    WHERE a.id IN (SELECT activiteit FROM activiteit_indicator WHERE indicator = $indicator)
    UNION ALL
    SELECT 'bijdrage', f.gebied, f.naam || f.id, to_json({naam: f.naam, status: NULL})
    FROM initiatief AS f
    WHERE f.tot IS NULL AND f.id IN (SELECT initiatief FROM initiatief_indicator WHERE indicator = $indicator)
) AS r
LEFT JOIN naam AS n ON n.gebied = r.gebied
ORDER BY r.regel, CASE WHEN r.regel = 'stap' THEN NULL ELSE gebied_naam END, r.plaats
