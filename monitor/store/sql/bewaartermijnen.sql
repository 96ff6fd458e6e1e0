-- What was kept long enough and still has words: why, which verhaal, and before which version the words go (NULL: all).
-- The example is exempt: nobody's words stand in it, and it is of its own time.
-- Parameters: akkoord_tot, geweigerd_tot (moments), verlopen_tot (a day): what happened until then is long ago.
WITH levend AS (
    SELECT DISTINCT v.verhaal
    FROM verhaal_versie AS v
    JOIN verhaal AS x ON x.id = v.verhaal
    WHERE v.tekst IS NOT NULL AND NOT x.voorbeeld
),
-- The newest public version that the teller agreed to and somebody reviewed, both long ago.
afgesproken AS (
    SELECT v.verhaal, max(v.versie) AS versie
    FROM verhaal_versie AS v
    JOIN beoordeling AS b ON b.verhaal = v.verhaal AND b.versie = v.versie AND b.besluit = 'akkoord'
    WHERE v.soort = 'publiek' AND v.tekst IS NOT NULL
        AND v.akkoord_op <= CAST($akkoord_tot AS DATE) AND b.op <= $akkoord_tot
    GROUP BY v.verhaal
),
oordeel AS (
    SELECT verhaal, versie, besluit, op
    FROM beoordeling
    QUALIFY row_number() OVER (PARTITION BY verhaal ORDER BY op DESC, id DESC) = 1
),
nieuwste AS (
    SELECT verhaal, max(versie) AS versie
    FROM verhaal_versie
    GROUP BY verhaal
),
toegestaan AS (
    SELECT verhaal, CASE WHEN gegeven THEN coalesce(einddatum, DATE '9999-12-31') ELSE CAST(op AS DATE) END AS tot
    FROM toestemming
    QUALIFY row_number() OVER (PARTITION BY verhaal, gebruik ORDER BY op DESC, id DESC) = 1
)
SELECT 'oorspronkelijk' AS reden, a.verhaal, a.versie AS voor_versie
FROM afgesproken AS a
JOIN levend AS l ON l.verhaal = a.verhaal
WHERE a.verhaal IN (SELECT o.verhaal FROM verhaal_versie AS o WHERE o.versie < a.versie AND o.tekst IS NOT NULL)

UNION ALL
SELECT 'geweigerd', b.verhaal, NULL
FROM oordeel AS b
JOIN levend AS l ON l.verhaal = b.verhaal
JOIN nieuwste AS n ON n.verhaal = b.verhaal AND n.versie = b.versie
WHERE b.besluit = 'geweigerd' AND b.op <= $geweigerd_tot

UNION ALL
SELECT 'verlopen', t.verhaal, NULL
FROM toegestaan AS t
JOIN levend AS l ON l.verhaal = t.verhaal
GROUP BY t.verhaal
HAVING max(t.tot) <= $verlopen_tot

ORDER BY reden, verhaal
