-- Which version of a verhaal may be read, for which use and until when: the one place that decides it. Pages, the search,
-- exports and commands all begin here. What can be read is the newest public version to which the teller agreed, when
-- the last that a reviewer decided about the verhaal is akkoord on that version, nobody took it back, no "gaat dit over
-- u?" is open, and a teller who depends on the writer was asked again after her time to think it over. Per use the newest
-- word of the teller counts; somebody under 16 is never openbaar. Without an end the last day is 9999-12-31.
-- No day is compared here: the search keeps what comes back, and whoever asks compares the last days with today.
-- Filled in: verhalen (values or a query of ids).
WITH versie AS (
    -- FILTER and not WHERE: the engine uses the index of verhaal only when nothing else is asked of the row.
    SELECT verhaal, max(versie) FILTER (soort = 'publiek' AND tekst IS NOT NULL AND akkoord_op IS NOT NULL) AS versie
    FROM verhaal_versie
    WHERE verhaal IN ({verhalen})
    GROUP BY verhaal
),
nagelezen AS (
    SELECT verhaal, versie, besluit
    FROM beoordeling
    WHERE verhaal IN ({verhalen})
    QUALIFY row_number() OVER (PARTITION BY verhaal ORDER BY op DESC, id DESC) = 1
),
toegestaan AS (
    SELECT verhaal, gebruik, gegeven, coalesce(einddatum, DATE '9999-12-31') AS tot
    FROM toestemming
    WHERE verhaal IN ({verhalen})
    QUALIFY row_number() OVER (PARTITION BY verhaal, gebruik ORDER BY op DESC, id DESC) = 1
),
tot AS (
    SELECT verhaal,
        max(tot) FILTER (gebruik = 'leren') AS leren_tot,
        max(tot) FILTER (gebruik = 'gesprek') AS gesprek_tot,
        max(tot) FILTER (gebruik = 'openbaar') AS openbaar_tot
    FROM toegestaan
    WHERE gegeven
    GROUP BY verhaal
),
bedenkt AS (
    SELECT h.verhaal
    FROM verhaal_herkomst AS h
    LEFT JOIN navraag AS n ON n.verhaal = h.verhaal
    WHERE h.afhankelijk AND h.verhaal IN ({verhalen})
    GROUP BY h.verhaal
    -- An answer from within the time to think it over is none. Moments are in UTC: by then that day is over.
    HAVING NOT coalesce(arg_max(n.blijft, n.op) FILTER (n.op >= h.bedenktijd_tot + INTERVAL 22 HOUR), FALSE)
)
SELECT v.id, v.gebied, s.versie, t.leren_tot, t.gesprek_tot,
    CASE WHEN v.leeftijdsgroep = 'jonger_dan_16' THEN NULL ELSE t.openbaar_tot END AS openbaar_tot
FROM verhaal AS v
JOIN versie AS s ON s.verhaal = v.id
JOIN nagelezen AS n ON n.verhaal = v.id AND n.versie = s.versie AND n.besluit = 'akkoord'
JOIN tot AS t ON t.verhaal = v.id
WHERE v.id IN ({verhalen})
    AND v.id NOT IN (SELECT verhaal FROM intrekking)
    AND v.id NOT IN (SELECT verhaal FROM verhaal_melding WHERE afgehandeld_op IS NULL)
    AND v.id NOT IN (SELECT verhaal FROM bedenkt)
