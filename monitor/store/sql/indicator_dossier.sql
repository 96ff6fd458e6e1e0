-- The way of some indicators: the words each began with, its steps, where it holds or held, support, objections, whether
-- people recognise it, what works on it, and where its series begin; one JSON object a row, each with the gebied that it
-- is about and the name of that.
-- Parameters: indicatoren.
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
SELECT r.regel, r.indicator, r.gebied, coalesce(n.naam, r.gebied) AS gebied_naam, r.inhoud
FROM (
    SELECT 'stap' AS regel, indicator, gebied, op::VARCHAR || id AS plaats,
        to_json({status: status, op: op, reden: reden}) AS inhoud
    FROM indicator_status WHERE list_contains($indicatoren, indicator)
    UNION ALL
    SELECT 'adoptie', indicator, gebied, van::VARCHAR || id, to_json({rol: rol, van: van, tot: tot, reden: reden})
    FROM geldig_in WHERE list_contains($indicatoren, indicator)
    UNION ALL
    SELECT 'draagvlak', indicator, gebied, op::VARCHAR || id,
        to_json({rol: rol, voor: voor, tegen: tegen, op: op, toelichting: toelichting})
    FROM draagvlak WHERE list_contains($indicatoren, indicator)
    UNION ALL
    SELECT 'bezwaar', indicator, gebied, op::VARCHAR || id,
        to_json({rol: rol, tekst: tekst, op: op, antwoord: antwoord, beantwoord_op: beantwoord_op})
    FROM bezwaar WHERE list_contains($indicatoren, indicator)
    UNION ALL
    SELECT 'herkenning', indicator, gebied, rol,
        to_json({rol: rol, ja: ja, deels: deels, nee: nee, op: op, toelichting: toelichting})
    FROM (
        SELECT * FROM herkenning WHERE list_contains($indicatoren, indicator)
        QUALIFY row_number() OVER (PARTITION BY indicator, gebied, rol ORDER BY op DESC, id DESC) = 1
    )
    UNION ALL
    SELECT 'woorden', g.indicator, v.gebied, v.ingebracht_op::VARCHAR || v.id, to_json({rol: v.rol, tekst: v.tekst})
    FROM groep_indicator AS g
    JOIN geplaatst AS p ON p.groep = g.groep
    JOIN voorstel AS v ON v.id = p.voorstel
    WHERE v.tekst IS NOT NULL AND list_contains($indicatoren, g.indicator)
    UNION ALL
    SELECT 'nulmeting', indicator, gebied, NULL, to_json({periode: periode})
    FROM (
        SELECT * FROM nulmeting WHERE list_contains($indicatoren, indicator)
        QUALIFY row_number() OVER (PARTITION BY indicator, gebied ORDER BY nummer DESC) = 1
    )
    WHERE periode IS NOT NULL
    UNION ALL
    SELECT 'bijdrage', k.indicator, a.gebied, a.naam || a.id,
        to_json({naam: a.naam, status: coalesce(v.status, a.status), initiatief: false, les: coalesce(v.les, a.les)})
    FROM activiteit_indicator AS k
    JOIN activiteit AS a ON a.id = k.activiteit
    LEFT JOIN laatste AS v ON v.zaak = a.id
    WHERE list_contains($indicatoren, k.indicator)
    UNION ALL
    SELECT 'bijdrage', k.indicator, f.gebied, f.naam || f.id,
        to_json({
            naam: f.naam,
            status: coalesce(v.status, CASE WHEN f.tot IS NULL THEN 'loopt' ELSE 'gestopt' END),
            initiatief: true,
            les: v.les
        })
    FROM initiatief_indicator AS k
    JOIN initiatief AS f ON f.id = k.initiatief
    LEFT JOIN laatste AS v ON v.zaak = f.id
    WHERE list_contains($indicatoren, k.indicator)
) AS r
LEFT JOIN naam AS n ON n.gebied = r.gebied
ORDER BY r.regel, gebied_naam, r.plaats
