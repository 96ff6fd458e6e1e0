-- Where verhalen stand in the review: the newest version, what was last decided, and what must come first.
-- What was taken back is not here. In place of verhalen: which verhalen, as a query of ids.
-- In place of open: a condition on the newest version s, the last decision b and an open melding m.
WITH gevraagd AS MATERIALIZED (
    {verhalen}
),
versies AS (
    SELECT verhaal, max(versie) AS versie, list(DISTINCT gemaakt_door) AS schrijvers
    FROM verhaal_versie
    WHERE verhaal IN (SELECT id FROM gevraagd)
    GROUP BY verhaal
),
besluiten AS (
    SELECT verhaal, versie, besluit, op
    FROM beoordeling
    WHERE verhaal IN (SELECT id FROM gevraagd)
    QUALIFY row_number() OVER (PARTITION BY verhaal ORDER BY op DESC, id DESC) = 1
),
navragen AS (
    SELECT verhaal, arg_max(blijft, op) AS blijft, max(op) AS op
    FROM navraag
    WHERE verhaal IN (SELECT id FROM gevraagd)
    GROUP BY verhaal
),
meldingen AS (
    SELECT verhaal, min(gemeld_op) AS gemeld_op
    FROM verhaal_melding
    WHERE afgehandeld_op IS NULL AND verhaal IN (SELECT id FROM gevraagd)
    GROUP BY verhaal
),
namen AS (
    SELECT gebied, arg_max(naam, geldig_van) AS naam FROM gebied_versie GROUP BY gebied
)
SELECT v.id, v.gebied, coalesce(g.naam, v.gebied) AS wijk, s.titel, v.opgetekend_door, v.verteld_op, h.organisatie,
    coalesce(h.afhankelijk, FALSE) AS afhankelijk, h.bedenktijd_tot, n.blijft, n.op AS navraag_op,
    s.versie, s.soort = 'publiek' AS publiek, s.akkoord_op, s.gemaakt_op, x.schrijvers,
    b.besluit, b.versie AS besluit_versie, b.op AS besluit_op, m.gemeld_op
FROM versies AS x
JOIN verhaal AS v ON v.id = x.verhaal
JOIN verhaal_versie AS s ON s.verhaal = x.verhaal AND s.versie = x.versie
LEFT JOIN verhaal_herkomst AS h ON h.verhaal = x.verhaal
LEFT JOIN navragen AS n ON n.verhaal = x.verhaal
LEFT JOIN besluiten AS b ON b.verhaal = x.verhaal
LEFT JOIN meldingen AS m ON m.verhaal = x.verhaal
LEFT JOIN namen AS g ON g.gebied = v.gebied
WHERE s.tekst IS NOT NULL AND v.id NOT IN (SELECT verhaal FROM intrekking) AND {open}
ORDER BY v.opgetekend_op, v.id
