-- Everything that people and organisations do in a wijk and in its whole gemeente; one JSON object a row, `bij` names the
-- activiteit or initiatief that it belongs to.
-- Parameters: wijk, gemeente.
WITH zaak AS (
    SELECT id FROM activiteit WHERE gebied IN ($wijk, $gemeente)
    UNION ALL
    SELECT id FROM initiatief WHERE gebied IN ($wijk, $gemeente)
),
opgeschreven AS (
    SELECT doel, min(op) AS op
    FROM logboek
    WHERE wat = 'toegevoegd' AND soort IN ('activiteit', 'initiatief')
    GROUP BY doel
)
SELECT 'gebied' AS regel, v.gebied AS bij, v.geldig_van::VARCHAR AS plaats,
    to_json({naam: v.naam, geldig_van: v.geldig_van, geldig_tot: v.geldig_tot}) AS inhoud
FROM gebied_versie AS v
WHERE v.gebied IN ($wijk, $gemeente)
UNION ALL
SELECT 'activiteit', id, begonnen_op::VARCHAR || naam,
    to_json({id: id, gebied: gebied, thema: thema, naam: naam, beschrijving: beschrijving, wat_wil_je: wat_wil_je,
        voor_wie: voor_wie, wie: organisatie, partners: partners, rol_gemeente: rol_gemeente,
        begonnen_op: begonnen_op, einde: geeindigd_op, begin_status: status, les: les, les_op: les_op,
        vervolg: vervolg, opgeschreven: o.op})
FROM activiteit
LEFT JOIN opgeschreven AS o ON o.doel = id
WHERE gebied IN ($wijk, $gemeente)
UNION ALL
SELECT 'initiatief', id, naam,
    to_json({id: id, gebied: gebied, thema: thema, naam: naam, beschrijving: beschrijving, voor_wie: voor_wie,
        wie: trekker, begonnen_op: sinds, einde: tot,
        begin_status: CASE WHEN tot IS NULL THEN 'loopt' ELSE 'gestopt' END, volhoudbaar: volhoudbaar,
        opgeschreven: o.op})
FROM initiatief
LEFT JOIN opgeschreven AS o ON o.doel = id
WHERE gebied IN ($wijk, $gemeente)
UNION ALL
SELECT 'voortgang', coalesce(activiteit, initiatief), lpad(nummer::VARCHAR, 9, '0'),
    to_json({nummer: nummer, op: op, status: status, gebeurd: gebeurd, les: les, vervolg: vervolg,
        volhouden: volhouden, wie_helpt: wie_helpt})
FROM voortgang
WHERE coalesce(activiteit, initiatief) IN (SELECT id FROM zaak)
UNION ALL
SELECT 'aanleiding', coalesce(a.activiteit, a.initiatief), a.gemaakt_op::VARCHAR,
    to_json({vraag: a.vraag, signaal_op: s.gezien_op, uit: coalesce(a.uit_activiteit, a.uit_initiatief)})
FROM aanleiding AS a
LEFT JOIN signaal AS s ON s.id = a.signaal
WHERE coalesce(a.activiteit, a.initiatief) IN (SELECT id FROM zaak)
UNION ALL
SELECT 'partner', activiteit, naam, to_json({naam: naam, formeel: formeel})
FROM activiteit_partner
WHERE activiteit IN (SELECT id FROM zaak)
UNION ALL
SELECT 'indicator', k.zaak, v.naam, to_json({code: k.indicator, naam: v.naam})
FROM (
    SELECT activiteit AS zaak, indicator FROM activiteit_indicator
    UNION ALL
    SELECT initiatief, indicator FROM initiatief_indicator
) AS k
JOIN indicator_versie AS v ON v.indicator = k.indicator
    AND v.versie = (SELECT max(n.versie) FROM indicator_versie AS n WHERE n.indicator = k.indicator)
WHERE k.zaak IN (SELECT id FROM zaak)
UNION ALL
SELECT 'plek', thema, naam, to_json({id: id, naam: naam, soort: soort, beschrijving: beschrijving})
FROM plek
WHERE gebied IN ($wijk, $gemeente)
UNION ALL
SELECT 'gebeurtenis', id, datum::VARCHAR || titel,
    to_json({id: id, gebied: gebied, datum: datum, titel: titel, thema: thema, zaak: activiteit,
        toelichting: toelichting})
FROM gebeurtenis
WHERE gebied IN ($wijk, $gemeente)
    AND id NOT IN (SELECT gebeurtenis FROM doorhaling WHERE gebeurtenis IS NOT NULL)
UNION ALL
SELECT 'financiering', id, jaar::VARCHAR || omschrijving,
    to_json({id: id, gebied: gebied, thema: thema, zaak: coalesce(activiteit, initiatief), omschrijving: omschrijving,
        jaar: jaar, vorm: vorm, staat: staat, bedrag: bedrag::VARCHAR, uren: uren})
FROM financiering
WHERE gebied IN ($wijk, $gemeente)
    AND id NOT IN (SELECT financiering FROM doorhaling WHERE financiering IS NOT NULL)
ORDER BY regel, plaats, bij
