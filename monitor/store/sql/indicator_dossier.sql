-- The way of one indicator: the words it began with, its steps, where it holds or held, support, objections, whether
-- people recognise it, what works on it, and where its series begin; one JSON object a row, each with the gebied that it
-- is about and the name of that.
-- Parameters: indicator.
WITH naam AS (
    SELECT gebied, arg_max(naam, geldig_van) AS naam FROM gebied_versie GROUP BY gebied
),
-- How an activiteit or initiatief stands is said by the newest line of voortgang, and without one by the row itself.
laatste AS (
    SELECT coalesce(activiteit, initiatief) AS zaak, arg_max(status, nummer) AS status,
        arg_max(les, nummer) AS les
    FROM voortgang
    GROUP BY zaak
),
geplaatst AS (
    SELECT voorstel, groep
    FROM groep_voorstel
    QUALIFY row_number() OVER (PARTITION BY voorstel ORDER BY nummer DESC) = 1
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
    SELECT 'herkenning', gebied, rol,
        to_json({rol: rol, ja: ja, deels: deels, nee: nee, op: op, toelichting: toelichting})
    FROM (
        SELECT * FROM herkenning WHERE indicator = $indicator
        QUALIFY row_number() OVER (PARTITION BY gebied, rol ORDER BY op DESC, id DESC) = 1
    )
    UNION ALL
    SELECT 'woorden', v.gebied, v.ingebracht_op::VARCHAR || v.id, to_json({rol: v.rol, tekst: v.tekst})
    FROM voorstel AS v
    WHERE v.tekst IS NOT NULL
        AND v.id IN (
            SELECT voorstel FROM geplaatst
            WHERE groep IN (SELECT groep FROM groep_indicator WHERE indicator = $indicator)
        )
    UNION ALL
    SELECT 'nulmeting', gebied, NULL, to_json({periode: periode})
    FROM (
        SELECT * FROM nulmeting WHERE indicator = $indicator
        QUALIFY row_number() OVER (PARTITION BY gebied ORDER BY nummer DESC) = 1
    )
    WHERE periode IS NOT NULL
    UNION ALL
    SELECT 'bijdrage', a.gebied, a.naam || a.id,
        to_json({naam: a.naam, status: coalesce(v.status, a.status), initiatief: false, les: coalesce(v.les, a.les)})
    FROM activiteit AS a
    LEFT JOIN laatste AS v ON v.zaak = a.id
    WHERE a.id IN (SELECT activiteit FROM activiteit_indicator WHERE indicator = $indicator)
    UNION ALL
    SELECT 'bijdrage', f.gebied, f.naam || f.id,
        to_json({
            naam: f.naam,
            status: coalesce(v.status, CASE WHEN f.tot IS NULL THEN 'loopt' ELSE 'gestopt' END),
            initiatief: true,
            les: v.les
        })
    FROM initiatief AS f
    LEFT JOIN laatste AS v ON v.zaak = f.id
    WHERE f.id IN (SELECT initiatief FROM initiatief_indicator WHERE indicator = $indicator)
) AS r
LEFT JOIN naam AS n ON n.gebied = r.gebied
ORDER BY r.regel, gebied_naam, r.plaats
