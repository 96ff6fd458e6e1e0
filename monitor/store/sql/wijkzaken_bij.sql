-- What is there, what is done, what it costs and who carries the indicators, for one gebied; and what money there is for
-- its whole gemeente. One JSON object a row.
-- How it stands is said by the newest line of voortgang, and without one by the row itself.
-- Parameters: gebied, gemeente.
WITH laatste AS (
    SELECT coalesce(activiteit, initiatief) AS zaak, arg_max(status, nummer) AS status, arg_max(op, nummer) AS op,
        arg_max(les, nummer) AS les, arg_max(op, nummer) FILTER (les IS NOT NULL) AS les_op
    FROM voortgang
    GROUP BY zaak
)
SELECT 'activiteit' AS regel, a.thema AS bij, a.begonnen_op::VARCHAR AS plaats,
    to_json({id: a.id, naam: a.naam, begonnen_op: a.begonnen_op, status: coalesce(v.status, a.status),
        beschrijving: a.beschrijving,
        geeindigd_op: CASE WHEN v.status IS NULL THEN a.geeindigd_op
            WHEN v.status NOT IN ('loopt', 'proef') THEN v.op END,
        les: coalesce(v.les, a.les), les_op: CASE WHEN v.les IS NULL THEN a.les_op ELSE v.les_op END,
        voor_wie: a.voor_wie}) AS inhoud
FROM activiteit AS a
LEFT JOIN laatste AS v ON v.zaak = a.id
WHERE a.gebied = $gebied
UNION ALL
SELECT 'initiatief', i.thema, i.naam,
    to_json({id: i.id, naam: i.naam, beschrijving: i.beschrijving, voor_wie: i.voor_wie, sinds: i.sinds})
FROM initiatief AS i
LEFT JOIN laatste AS v ON v.zaak = i.id
WHERE i.gebied = $gebied AND coalesce(v.status IN ('loopt', 'proef'), i.tot IS NULL)
UNION ALL
SELECT 'plek', thema, naam, to_json({id: id, naam: naam, soort: soort, beschrijving: beschrijving})
FROM plek WHERE gebied = $gebied
UNION ALL
SELECT CASE WHEN gebied = $gebied THEN 'financiering' ELSE 'financiering_gemeente' END, thema,
    jaar::VARCHAR || omschrijving,
    to_json({omschrijving: omschrijving, jaar: jaar, vorm: vorm, staat: staat, bedrag: bedrag::VARCHAR, uren: uren})
FROM financiering
WHERE gebied IN ($gebied, $gemeente)
    AND id NOT IN (SELECT financiering FROM doorhaling WHERE financiering IS NOT NULL)
UNION ALL
SELECT 'draagvlak', indicator, op::VARCHAR || rol,
    to_json({rol: rol, voor: voor, tegen: tegen, op: op, toelichting: toelichting})
FROM draagvlak WHERE gebied = $gebied
UNION ALL
SELECT 'bezwaar', indicator, op::VARCHAR || rol,
    to_json({rol: rol, tekst: tekst, op: op, antwoord: antwoord, beantwoord_op: beantwoord_op})
FROM bezwaar WHERE gebied = $gebied
ORDER BY regel, bij, plaats
