-- What the things of a spoor are, whoever reads it: the service says what may be told of them. Never a word of a verhaal.
-- stand is the word that the table of each keeps, and of a raadsstuk whether somebody took it along; deel is the niveau of
-- a leerpunt or a leesronde and the soort of a raadsstuk; sessie is the one in which it was said.
-- dag is a day; moment, where there is no day, is when it was written down.
-- Parameters: ids, wijk (where a figure is looked at; empty: everywhere).
WITH gevraagd AS (
    SELECT unnest(CAST($ids AS VARCHAR[])) AS id
),
voortgang_nu AS (
    SELECT coalesce(activiteit, initiatief) AS zaak, arg_max(status, nummer) AS status
    FROM voortgang
    WHERE coalesce(activiteit, initiatief) IN (SELECT id FROM gevraagd)
    GROUP BY zaak
),
naam AS (
    SELECT indicator, arg_max(naam, versie) AS naam, min(geldig_van) AS vanaf
    FROM indicator_versie
    WHERE indicator IN (SELECT id FROM gevraagd)
    GROUP BY indicator
),
gevolgd AS (
    SELECT indicator, min(van) AS vanaf, bool_and(tot IS NOT NULL) AS losgelaten
    FROM geldig_in
    WHERE indicator IN (SELECT id FROM gevraagd) AND ($wijk IS NULL OR gebied = $wijk)
    GROUP BY indicator
),
status AS (
    SELECT indicator, arg_max(status, (op, id)) AS status
    FROM indicator_status
    WHERE indicator IN (SELECT id FROM gevraagd) AND (gebied IS NULL OR gebied = $wijk)
    GROUP BY indicator
),
genomen AS (
    SELECT raadsstuk, max(op) AS op
    FROM momentopname
    WHERE raadsstuk IN (SELECT id FROM gevraagd)
    GROUP BY raadsstuk
)
SELECT 'indicator' AS soort, n.indicator AS id, NULL AS gebied, n.naam AS naam, coalesce(g.vanaf, n.vanaf) AS dag,
    CAST(NULL AS TIMESTAMP) AS moment, NULL AS deel, NULL AS sessie,
    CASE WHEN g.losgelaten OR s.status = 'vervallen' THEN 'losgelaten' END AS stand
FROM naam AS n
LEFT JOIN gevolgd AS g ON g.indicator = n.indicator
LEFT JOIN status AS s ON s.indicator = n.indicator
UNION ALL
SELECT 'groep', id, gebied, naam, NULL, gemaakt_op, NULL, NULL, NULL
FROM groep WHERE id IN (SELECT id FROM gevraagd)
UNION ALL
SELECT 'signaal', id, gebied, tekst, gezien_op, NULL, NULL, NULL, NULL
FROM signaal WHERE id IN (SELECT id FROM gevraagd)
UNION ALL
SELECT 'activiteit', a.id, a.gebied, a.naam, a.begonnen_op, NULL, NULL, NULL, coalesce(v.status, a.status)
FROM activiteit AS a
LEFT JOIN voortgang_nu AS v ON v.zaak = a.id
WHERE a.id IN (SELECT id FROM gevraagd)
UNION ALL
SELECT 'initiatief', i.id, i.gebied, i.naam, i.sinds, NULL, NULL, NULL,
    coalesce(v.status, CASE WHEN i.tot IS NULL THEN 'loopt' ELSE 'gestopt' END)
FROM initiatief AS i
LEFT JOIN voortgang_nu AS v ON v.zaak = i.id
WHERE i.id IN (SELECT id FROM gevraagd)
UNION ALL
SELECT 'sessie', s.id, s.gebied, s.titel, arg_max(p.dag, p.nummer), NULL, NULL, NULL, arg_max(p.stand, p.nummer)
FROM sessie AS s
JOIN sessie_stap AS p ON p.sessie = s.id
WHERE s.id IN (SELECT id FROM gevraagd)
GROUP BY s.id, s.gebied, s.titel
UNION ALL
SELECT 'leerpunt', l.id, l.gebied,
    (SELECT arg_min(z.tekst, z.nummer) FROM leerpunt_lezing AS z WHERE z.leerpunt = l.id AND z.tekst IS NOT NULL),
    arg_min(p.dag, p.nummer), NULL, l.niveau, l.sessie, arg_max(p.stand, p.nummer)
FROM leerpunt AS l
JOIN leerpunt_stand AS p ON p.leerpunt = l.id
WHERE l.id IN (SELECT id FROM gevraagd)
GROUP BY l.id, l.gebied, l.niveau, l.sessie
UNION ALL
SELECT 'afspraak', a.id, s.gebied, a.tekst, arg_min(p.dag, p.nummer), NULL, NULL, a.sessie, arg_max(p.stand, p.nummer)
FROM afspraak AS a
JOIN sessie AS s ON s.id = a.sessie
JOIN afspraak_stand AS p ON p.afspraak = a.id
WHERE a.id IN (SELECT id FROM gevraagd)
GROUP BY a.id, s.gebied, a.tekst, a.sessie
UNION ALL
SELECT 'leesronde', r.id, r.gebied, r.naam, NULL, r.gemaakt_op, r.niveau, NULL, arg_max(p.stand, p.nummer)
FROM leesronde AS r
JOIN leesronde_stand AS p ON p.ronde = r.id
WHERE r.id IN (SELECT id FROM gevraagd)
GROUP BY r.id, r.gebied, r.naam, r.gemaakt_op, r.niveau
UNION ALL
SELECT 'wijkplan', w.id, w.gebied, w.naam, arg_min(p.dag, p.nummer), NULL, NULL, NULL, arg_max(p.stand, p.nummer)
FROM wijkplan AS w
JOIN wijkplan_stand AS p ON p.wijkplan = w.id
WHERE w.id IN (SELECT id FROM gevraagd)
GROUP BY w.id, w.gebied, w.naam
UNION ALL
SELECT 'wijkbezoek', b.id, b.gebied, b.waar, arg_max(p.dag, p.nummer), NULL, NULL, NULL, arg_max(p.stand, p.nummer)
FROM wijkbezoek AS b
JOIN wijkbezoek_stap AS p ON p.wijkbezoek = b.id
WHERE b.id IN (SELECT id FROM gevraagd)
GROUP BY b.id, b.gebied, b.waar
UNION ALL
SELECT 'beslispunt', p.id, r.gebied, p.tekst, r.besloten_op, NULL, NULL, NULL, p.uitkomst
FROM beslispunt AS p
JOIN raadsbesluit AS r ON r.id = p.raadsbesluit
WHERE p.id IN (SELECT id FROM gevraagd)
UNION ALL
SELECT 'raadsstuk', s.id, s.gebied, arg_max(k.titel, k.nummer), NULL, coalesce(m.op, s.gemaakt_op), s.soort, NULL,
    CASE WHEN m.op IS NULL THEN 'concept' ELSE 'gedownload' END
FROM raadsstuk AS s
JOIN raadsstuk_kop AS k ON k.raadsstuk = s.id
LEFT JOIN genomen AS m ON m.raadsstuk = s.id
WHERE s.id IN (SELECT id FROM gevraagd)
GROUP BY s.id, s.gebied, s.soort, s.gemaakt_op, m.op
ORDER BY 1, 2
