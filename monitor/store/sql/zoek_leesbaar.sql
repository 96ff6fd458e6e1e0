-- The readable version of verhalen: the newest public one to which the teller agreed, when the newest review of it says
-- so, nobody took it back, and no "gaat dit over u?" is open. With the last day of each permission that was given.
-- {verhalen}: which verhalen, as a list or a query of ids. Parameter: eerste (the number before the first).
WITH versie AS (
    SELECT verhaal, versie
    FROM verhaal_versie
    WHERE soort = 'publiek' AND akkoord_op IS NOT NULL AND tekst IS NOT NULL AND verhaal IN ({verhalen})
    QUALIFY row_number() OVER (PARTITION BY verhaal ORDER BY versie DESC) = 1
),
nagelezen AS (
    SELECT verhaal, versie, besluit
    FROM beoordeling
    WHERE verhaal IN ({verhalen})
    QUALIFY row_number() OVER (PARTITION BY verhaal, versie ORDER BY op DESC, id DESC) = 1
),
toegestaan AS (
    SELECT verhaal, gebruik, gegeven, coalesce(einddatum, DATE '9999-12-31') AS tot
    FROM toestemming
    WHERE verhaal IN ({verhalen})
    QUALIFY row_number() OVER (PARTITION BY verhaal, gebruik ORDER BY op DESC, id DESC) = 1
),
tot AS (
    SELECT verhaal,
        max(CASE WHEN gebruik = 'leren' THEN tot END) AS leren_tot,
        max(CASE WHEN gebruik = 'gesprek' THEN tot END) AS gesprek_tot,
        max(CASE WHEN gebruik = 'openbaar' THEN tot END) AS openbaar_tot
    FROM toegestaan
    WHERE gegeven
    GROUP BY verhaal
),
onthouden AS (
    SELECT verhaal, tekst
    FROM citaat
    WHERE tekst IS NOT NULL AND akkoord_op IS NOT NULL AND verhaal IN ({verhalen})
    QUALIFY row_number() OVER (PARTITION BY verhaal ORDER BY gemaakt_op DESC, id DESC) = 1
),
leesbaar AS (
    SELECT v.id, s.versie, v.gebied, date_trunc('quarter', v.verteld_op)::DATE AS kwartaal, v.gevoel,
        t.leren_tot, t.gesprek_tot, t.openbaar_tot,
        ($eerste + row_number() OVER (ORDER BY v.opgetekend_op, v.id))::INTEGER AS nummer
    FROM verhaal AS v
    JOIN versie AS s ON s.verhaal = v.id
    JOIN nagelezen AS n ON n.verhaal = v.id AND n.versie = s.versie AND n.besluit = 'akkoord'
    JOIN tot AS t ON t.verhaal = v.id
    WHERE v.id IN ({verhalen})
        AND v.id NOT IN (SELECT verhaal FROM intrekking)
        AND v.id NOT IN (SELECT verhaal FROM verhaal_melding WHERE afgehandeld_op IS NULL)
)
SELECT l.id, l.nummer, l.gebied, l.kwartaal, l.gevoel, l.leren_tot, l.gesprek_tot, l.openbaar_tot,
    x.titel, x.tekst, x.waarom, x.wens, c.tekst AS citaat
FROM leesbaar AS l
JOIN verhaal_versie AS x ON x.verhaal = l.id AND x.versie = l.versie
LEFT JOIN onthouden AS c ON c.verhaal = l.id
