-- Where verhalen stand in the review: the newest version, what was last decided, and what must come first.
-- What was taken back is not here. {waar}: which verhalen, as a condition on v.
SELECT v.id, v.gebied,
    coalesce((SELECT arg_max(g.naam, g.geldig_van) FROM gebied_versie AS g WHERE g.gebied = v.gebied), v.gebied) AS wijk,
    s.titel, v.opgetekend_door, v.verteld_op, h.organisatie, coalesce(h.afhankelijk, FALSE) AS afhankelijk,
    h.bedenktijd_tot, n.blijft, n.op AS navraag_op,
    s.versie, s.soort = 'publiek' AS publiek, s.akkoord_op, s.gemaakt_op,
    (SELECT list(DISTINCT x.gemaakt_door) FROM verhaal_versie AS x WHERE x.verhaal = v.id) AS schrijvers,
    b.besluit, b.versie AS besluit_versie, b.op AS besluit_op,
    (SELECT min(m.gemeld_op) FROM verhaal_melding AS m WHERE m.verhaal = v.id AND m.afgehandeld_op IS NULL) AS gemeld_op
FROM verhaal AS v
JOIN verhaal_versie AS s
    ON s.verhaal = v.id AND s.versie = (SELECT max(x.versie) FROM verhaal_versie AS x WHERE x.verhaal = v.id)
LEFT JOIN verhaal_herkomst AS h ON h.verhaal = v.id
LEFT JOIN (
    SELECT verhaal, arg_max(blijft, op) AS blijft, max(op) AS op FROM navraag GROUP BY verhaal
) AS n ON n.verhaal = v.id
LEFT JOIN (
    SELECT verhaal, versie, besluit, op
    FROM beoordeling
    QUALIFY row_number() OVER (PARTITION BY verhaal ORDER BY op DESC, id DESC) = 1
) AS b ON b.verhaal = v.id
WHERE s.tekst IS NOT NULL AND v.id NOT IN (SELECT verhaal FROM intrekking) AND {waar}
ORDER BY v.opgetekend_op, v.id
