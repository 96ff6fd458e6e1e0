-- What is there, what is done, what it costs and who carries the indicators, for one gebied; one JSON object a row.
-- Parameters: gebied.
SELECT 'activiteit' AS regel, thema AS bij, begonnen_op::VARCHAR AS plaats,
    to_json({id: id, naam: naam, begonnen_op: begonnen_op, status: status, beschrijving: beschrijving,
        geeindigd_op: geeindigd_op, les: les, les_op: les_op, voor_wie: voor_wie}) AS inhoud
FROM activiteit WHERE gebied = $gebied
UNION ALL
SELECT 'initiatief', thema, naam,
    to_json({id: id, naam: naam, beschrijving: beschrijving, voor_wie: voor_wie, sinds: sinds})
FROM initiatief WHERE gebied = $gebied AND tot IS NULL
UNION ALL
SELECT 'plek', thema, naam, to_json({id: id, naam: naam, soort: soort, beschrijving: beschrijving})
FROM plek WHERE gebied = $gebied
UNION ALL
SELECT 'financiering', thema, jaar::VARCHAR || omschrijving,
    to_json({omschrijving: omschrijving, jaar: jaar, vorm: vorm, staat: staat, bedrag: bedrag::VARCHAR, uren: uren})
FROM financiering WHERE gebied = $gebied
UNION ALL
SELECT 'draagvlak', indicator, op::VARCHAR || rol,
    to_json({rol: rol, voor: voor, tegen: tegen, op: op, toelichting: toelichting})
FROM draagvlak WHERE gebied = $gebied
UNION ALL
SELECT 'bezwaar', indicator, op::VARCHAR || rol,
    to_json({rol: rol, tekst: tekst, op: op, antwoord: antwoord, beantwoord_op: beantwoord_op})
FROM bezwaar WHERE gebied = $gebied
ORDER BY regel, bij, plaats
