-- One row per thing that is not as the services rely on: the rule that is broken, and what breaks it.
-- Keys, foreign keys and the checks on one row are kept by the database itself.

-- What goes on now and works on an indicator, and where.
WITH laatste AS (
    SELECT coalesce(activiteit, initiatief) AS zaak, arg_max(status, nummer) IN ('loopt', 'proef') AS loopt
    FROM voortgang
    GROUP BY zaak
),
werk AS (
    SELECT k.indicator, a.gebied
    FROM activiteit_indicator AS k
    JOIN activiteit AS a ON a.id = k.activiteit
    LEFT JOIN laatste AS v ON v.zaak = a.id
    WHERE coalesce(v.loopt, a.status IN ('loopt', 'proef') AND a.geeindigd_op IS NULL)
    UNION ALL
    SELECT k.indicator, i.gebied
    FROM initiatief_indicator AS k
    JOIN initiatief AS i ON i.id = k.initiatief
    LEFT JOIN laatste AS v ON v.zaak = i.id
    WHERE coalesce(v.loopt, i.tot IS NULL)
)

SELECT 'gebied_zonder_versie' AS regel, gebied.code AS wat
FROM gebied
WHERE gebied.code NOT IN (SELECT gebied FROM gebied_versie)

UNION ALL
SELECT 'indicator_zonder_versie', indicator.code
FROM indicator
WHERE indicator.code NOT IN (SELECT indicator FROM indicator_versie)

UNION ALL
SELECT DISTINCT 'noemer_onbekend', indicator_versie.indicator
FROM indicator_versie
WHERE noemer IS NOT NULL AND noemer NOT IN (SELECT code FROM indicator)

UNION ALL
SELECT DISTINCT 'landelijk_gedragen', indicator.code
FROM indicator
JOIN indicator_status ON indicator_status.indicator = indicator.code
WHERE indicator.landelijk AND indicator_status.status = 'gedragen'

UNION ALL
SELECT 'te_veel_kern', gebied
FROM geldig_in
WHERE rol = 'kern' AND tot IS NULL
GROUP BY gebied
HAVING count(DISTINCT indicator) > $meeste_kern

UNION ALL
SELECT 'twee_keer_aangenomen', gebied || ', ' || indicator
FROM geldig_in
WHERE tot IS NULL
GROUP BY gebied, indicator
HAVING count(*) > 1

UNION ALL
SELECT DISTINCT 'landelijk_gekozen', geldig_in.gebied || ', ' || geldig_in.indicator
FROM geldig_in
JOIN indicator ON indicator.code = geldig_in.indicator
WHERE indicator.landelijk AND geldig_in.rol <> 'context'

UNION ALL
SELECT DISTINCT 'stap_zonder_gebied', indicator
FROM indicator_status
WHERE gebied IS NOT NULL AND gebied NOT IN (SELECT code FROM gebied)

-- What a wijk itself decided of an indicator, last.
UNION ALL
SELECT regel, s.gebied || ', ' || s.indicator
FROM (
    SELECT indicator, gebied, arg_max(status, op) AS status
    FROM indicator_status
    WHERE gebied IS NOT NULL
    GROUP BY indicator, gebied
) AS s
JOIN (
    VALUES
        ('vervallen_en_toch_in_zicht'), ('gedragen_zonder_steun'), ('in_gebruik_zonder_keuze'), ('in_gebruik_zonder_werk')
) AS r (regel) ON TRUE
WHERE (
        regel = 'vervallen_en_toch_in_zicht'
        AND s.status = 'vervallen'
        AND EXISTS (
            SELECT 1 FROM geldig_in AS g WHERE g.indicator = s.indicator AND g.gebied = s.gebied AND g.tot IS NULL
        )
    )
    OR (
        regel = 'gedragen_zonder_steun'
        AND s.status IN ('gedragen', 'in_gebruik')
        AND (
            SELECT count(*)
            FROM (
                SELECT d.rol
                FROM draagvlak AS d
                WHERE d.indicator = s.indicator AND d.gebied = s.gebied AND d.rol IN ('bewoner', 'professional')
                GROUP BY d.rol
                HAVING arg_max(d.voor, d.op) > arg_max(d.tegen, d.op)
            )
        ) < 2
    )
    OR (
        regel = 'in_gebruik_zonder_keuze'
        AND s.status = 'in_gebruik'
        AND NOT EXISTS (
            SELECT 1
            FROM geldig_in AS g
            WHERE g.indicator = s.indicator
                AND g.gebied = s.gebied
                AND g.tot IS NULL
                AND g.rol IN ('kern', 'aanvullend')
        )
    )
    OR (
        regel = 'in_gebruik_zonder_werk'
        AND s.status = 'in_gebruik'
        AND NOT EXISTS (
            SELECT 1
            FROM werk AS w
            WHERE w.indicator = s.indicator AND w.gebied IN (s.gebied, 'GM' || substr(s.gebied, 3, 4))
        )
    )

UNION ALL
SELECT 'voortgang_onvolledig', coalesce(activiteit, initiatief)
FROM voortgang
GROUP BY coalesce(activiteit, initiatief)
HAVING count(*) <> max(nummer) OR arg_max(op, nummer) <> max(op)

UNION ALL
SELECT 'ronde_zonder_domein', r.id
FROM leesronde AS r
JOIN (VALUES ('open'), ('misging')) AS altijd (soort) ON TRUE
WHERE NOT EXISTS (SELECT 1 FROM leesdomein AS d WHERE d.ronde = r.id AND d.soort = altijd.soort)

UNION ALL
SELECT 'ronde_zonder_stand', id
FROM leesronde
WHERE id NOT IN (SELECT ronde FROM leesronde_stand)

UNION ALL
SELECT 'keuze_zonder_reden', id
FROM leeskeuze
WHERE trim(reden) = ''

UNION ALL
SELECT 'gekozen_van_elders', k.id
FROM leeskeuze AS k
JOIN leesdomein AS d ON d.id = k.domein
WHERE k.verhaal IS NOT NULL AND k.verhaal NOT IN (SELECT v.verhaal FROM leesdomein_verhaal AS v WHERE v.ronde = d.ronde)

-- What was learned rests on what lies under it (rule 14).
UNION ALL
SELECT r.regel, l.id
FROM (
    SELECT p.id, p.niveau, p.samengesteld,
        count(b.verhaal) AS verhalen,
        count(b.indicator) AS cijfers,
        count(o.id) FILTER (o.niveau = 'patroon') AS patronen,
        -- A casus of a verhaal is that verhaal; one that was made up is itself.
        count(DISTINCT coalesce(b.verhaal, c.verhaal, CASE WHEN o.niveau = 'casus' THEN o.id END)) AS gebeurd
    FROM leerpunt AS p
    LEFT JOIN leerpunt_bron AS b ON b.leerpunt = p.id
    LEFT JOIN leerpunt AS o ON o.id = b.bron_leerpunt
    LEFT JOIN leerpunt_bron AS c ON c.leerpunt = o.id AND o.niveau = 'casus' AND c.verhaal IS NOT NULL
    GROUP BY p.id, p.niveau, p.samengesteld
) AS l
JOIN (VALUES ('casus_zonder_verhaal'), ('patroon_zonder_bron'), ('bottleneck_zonder_patroon')) AS r (regel) ON TRUE
WHERE (regel = 'casus_zonder_verhaal' AND l.niveau = 'casus' AND (l.verhalen > 0) = l.samengesteld)
    OR (regel = 'patroon_zonder_bron' AND l.niveau = 'patroon' AND l.cijfers = 0 AND l.gebeurd < 2)
    OR (regel = 'bottleneck_zonder_patroon' AND l.niveau = 'bottleneck' AND l.patronen = 0)

UNION ALL
SELECT 'leerpunt_zonder_stand', id
FROM leerpunt
WHERE id NOT IN (SELECT leerpunt FROM leerpunt_stand) OR id NOT IN (SELECT leerpunt FROM leerpunt_lezing)

UNION ALL
SELECT 'sessie_zonder_stap', id
FROM sessie
WHERE id NOT IN (SELECT sessie FROM sessie_stap)

-- What was closed or called off stays so.
UNION ALL
SELECT DISTINCT 'sessie_na_einde', s.sessie
FROM sessie_stap AS s
JOIN sessie_stap AS later ON later.sessie = s.sessie AND later.nummer > s.nummer
WHERE s.stand IN ('gesloten', 'afgelast')

UNION ALL
SELECT 'twee_sessies', gebied
FROM (
    SELECT o.id, o.gebied
    FROM sessie AS o
    JOIN sessie_stap AS s ON s.sessie = o.id
    GROUP BY o.id, o.gebied
    HAVING arg_max(s.stand, s.nummer) IN ('voorbereid', 'gehouden')
)
GROUP BY gebied
HAVING count(*) > 1

UNION ALL
SELECT DISTINCT 'afspraken_zonder_afspraak', sessie
FROM sessie_stap
WHERE uitkomst = 'afspraken' AND sessie NOT IN (SELECT sessie FROM afspraak)

UNION ALL
SELECT 'plan_zonder_stand', id
FROM wijkplan
WHERE id NOT IN (SELECT wijkplan FROM wijkplan_stand)

UNION ALL
SELECT DISTINCT 'plan_na_einde', later.wijkplan
FROM wijkplan_stand AS later
JOIN wijkplan_stand AS einde ON einde.wijkplan = later.wijkplan AND einde.nummer < later.nummer
WHERE einde.stand <> 'loopt'

UNION ALL
SELECT 'twee_plannen', p.gebied
FROM wijkplan AS p
WHERE NOT EXISTS (SELECT 1 FROM wijkplan_stand AS s WHERE s.wijkplan = p.id AND s.stand <> 'loopt')
GROUP BY p.gebied
HAVING count(*) > 1

UNION ALL
SELECT 'college_zonder_makers', v.wijkplan
FROM wijkplan_versie AS v
WHERE v.opsteller = 'college' AND NOT EXISTS (
    SELECT 1
    FROM wijkplan_versie AS m
    WHERE m.wijkplan = v.wijkplan AND m.opsteller = 'makers' AND m.nummer < v.nummer
)

UNION ALL
SELECT DISTINCT 'mijlpaal_zonder_bewoners', t.regel
FROM wijkplan_terugblik AS t
JOIN wijkplan_regel AS r ON r.id = t.regel AND r.soort = 'mijlpaal'
WHERE t.id NOT IN (SELECT terugblik FROM wijkplan_terugblik_deelnemer WHERE rol = 'bewoner')

UNION ALL
SELECT 'bezoek_zonder_stap', id
FROM wijkbezoek
WHERE id NOT IN (SELECT wijkbezoek FROM wijkbezoek_stap)

UNION ALL
SELECT 'besluit_zonder_punt', id
FROM raadsbesluit
WHERE id NOT IN (SELECT raadsbesluit FROM beslispunt)

-- What the raad decides is public for good: it is never about what one person told.
UNION ALL
SELECT DISTINCT 'beslispunt_over_casus', b.beslispunt
FROM beslispunt_bron AS b
JOIN leerpunt AS l ON l.id = b.leerpunt
WHERE l.niveau = 'casus'

UNION ALL
SELECT 'stuk_zonder_kop', id
FROM raadsstuk
WHERE id NOT IN (SELECT raadsstuk FROM raadsstuk_kop)

-- A raad that decides always sees what it is to do nothing.
UNION ALL
SELECT 'stuk_zonder_niets_doen', s.id
FROM raadsstuk AS s
WHERE s.soort = 'raadsvoorstel' AND s.id NOT IN (
    SELECT o.raadsstuk
    FROM raadsstuk_onderdeel AS o
    JOIN raadsstuk_onderdeel_stand AS t ON t.onderdeel = o.id
    WHERE o.vast AND o.soort = 'alternatief'
    GROUP BY o.raadsstuk, o.id
    HAVING arg_max(t.erin, t.nummer)
)

UNION ALL
SELECT 'onderdeel_zonder_stand', id
FROM raadsstuk_onderdeel
WHERE id NOT IN (SELECT onderdeel FROM raadsstuk_onderdeel_stand)

-- A nummer that is there twice, or left out, is a text of which nobody can say whether somebody saw it.
UNION ALL
SELECT DISTINCT 'teksten_verkeerd_genummerd', raadsstuk || ', ' || deel || ', ' || veld
FROM raadsstuk_tekst
GROUP BY raadsstuk, deel, onderdeel, veld
HAVING count(DISTINCT nummer) <> count(*) OR max(nummer) <> count(*) OR bool_or(begonnen_bij >= nummer)

UNION ALL
SELECT DISTINCT 'stuk_met_onbekend_citaat', o.raadsstuk
FROM raadsstuk_onderdeel AS o
JOIN raadsstuk_onderdeel_stand AS t ON t.onderdeel = o.id
WHERE t.verhaal IS NOT NULL AND t.verhaal NOT IN (SELECT id FROM verhaal)

UNION ALL
SELECT DISTINCT 'stuk_met_onbekend_citaat', raadsstuk
FROM raadsstuk_keuze
WHERE soort = 'citaat' AND ref NOT IN (SELECT id FROM verhaal)

UNION ALL
SELECT DISTINCT 'momentopname_onvolledig', raadsstuk
FROM momentopname
GROUP BY raadsstuk
HAVING count(DISTINCT nummer) <> count(*) OR max(nummer) <> count(*)

-- The database holds that no nummer is there twice; that none is left out only this tells.
UNION ALL
SELECT 'koppen_verkeerd_genummerd', raadsstuk
FROM raadsstuk_kop
GROUP BY raadsstuk
HAVING max(nummer) <> count(*)

UNION ALL
SELECT 'keuzes_verkeerd_genummerd', raadsstuk
FROM raadsstuk_keuze
GROUP BY raadsstuk
HAVING max(nummer) <> count(*)

UNION ALL
SELECT 'standen_verkeerd_genummerd', onderdeel
FROM raadsstuk_onderdeel_stand
GROUP BY onderdeel
HAVING max(nummer) <> count(*)

-- What belongs to a beslispunt belongs to one of the same stuk, and a text to an onderdeel of its own stuk.
UNION ALL
SELECT DISTINCT 'onderdeel_bij_ander_stuk', o.id
FROM raadsstuk_onderdeel AS o
JOIN raadsstuk_onderdeel_stand AS t ON t.onderdeel = o.id
LEFT JOIN raadsstuk_onderdeel AS p ON p.id = t.bij
WHERE t.bij IS NOT NULL AND (p.id IS NULL OR p.raadsstuk <> o.raadsstuk OR p.soort <> 'beslispunt')

UNION ALL
SELECT DISTINCT 'onderdeel_bij_ander_stuk', o.id
FROM raadsstuk_tekst AS t
JOIN raadsstuk_onderdeel AS o ON o.id = t.onderdeel
WHERE t.raadsstuk <> o.raadsstuk

UNION ALL
SELECT 'meting_andere_periode', gebied || ', ' || indicator || ', ' || periode
FROM meting
WHERE left(periode, 4) <> CAST(year(periode_start) AS VARCHAR)

UNION ALL
SELECT DISTINCT 'meting_zonder_inlezing', inlezing
FROM meting
WHERE inlezing NOT IN (SELECT id FROM inlezing)

UNION ALL
SELECT DISTINCT 'meting_zonder_indicator', indicator
FROM meting
WHERE indicator NOT IN (SELECT code FROM indicator)

UNION ALL
SELECT DISTINCT 'verhaal_onder_wijk', verhaal.id
FROM verhaal
JOIN gebied ON gebied.code = verhaal.gebied
WHERE gebied.soort NOT IN ('wijk', 'gemeente')

UNION ALL
SELECT 'verhaal_zonder_versie', verhaal.id
FROM verhaal
WHERE verhaal.id NOT IN (SELECT verhaal FROM verhaal_versie)

UNION ALL
SELECT 'ingetrokken_met_tekst', verhaal
FROM intrekking
WHERE verhaal IN (
    SELECT verhaal FROM verhaal_versie WHERE coalesce(titel, tekst, waarom, wens) IS NOT NULL
    UNION ALL SELECT verhaal FROM citaat WHERE tekst IS NOT NULL
    UNION ALL SELECT verhaal FROM beoordeling WHERE vraag IS NOT NULL
    UNION ALL SELECT verhaal FROM verhaal_melding WHERE toelichting IS NOT NULL
    UNION ALL SELECT verhaal FROM terugkoppeling WHERE wat IS NOT NULL
    UNION ALL
    SELECT b.verhaal
    FROM leerpunt_bron AS b
    JOIN leerpunt AS l ON l.id = b.leerpunt AND l.niveau = 'casus'
    JOIN leerpunt_lezing AS z ON z.leerpunt = l.id AND z.tekst IS NOT NULL
    UNION ALL SELECT verhaal FROM verhaal_indicator
    UNION ALL SELECT liever FROM leesafwijking WHERE tekst IS NOT NULL
    UNION ALL
    SELECT coalesce(k.verhaal, v.verhaal)
    FROM leeskeuze AS k
    LEFT JOIN leesdomein_verhaal AS v ON k.verhaal IS NULL AND v.domein = k.domein
    LEFT JOIN leesafwijking AS a ON a.keuze = k.id
    LEFT JOIN leesnagaan AS n ON n.keuze = k.id
    WHERE coalesce(k.reden, a.tekst, n.toelichting) IS NOT NULL
    UNION ALL SELECT id FROM verhaal WHERE namens IS NOT NULL
)

-- The name of the one who wrote down stands in the verhaal, and of each version the one who made it.
UNION ALL
SELECT DISTINCT 'beoordeeld_door_schrijver', b.verhaal
FROM beoordeling AS b
JOIN verhaal AS v ON v.id = b.verhaal
JOIN verhaal_versie AS s ON s.verhaal = b.verhaal AND s.versie <= b.versie
WHERE b.besluit = 'akkoord' AND lower(b.beoordelaar) IN (lower(v.opgetekend_door), lower(s.gemaakt_door))

UNION ALL
SELECT DISTINCT 'nagelezen_zonder_akkoord', b.verhaal
FROM beoordeling AS b
JOIN verhaal_versie AS s ON s.verhaal = b.verhaal AND s.versie = b.versie
WHERE b.besluit = 'akkoord' AND (s.akkoord_op IS NULL OR s.soort <> 'publiek')

UNION ALL
SELECT DISTINCT 'nagelezen_zonder_navraag', b.verhaal
FROM beoordeling AS b
JOIN verhaal_herkomst AS h ON h.verhaal = b.verhaal AND h.afhankelijk
WHERE b.besluit = 'akkoord' AND b.verhaal NOT IN (SELECT verhaal FROM navraag)

UNION ALL
SELECT 'kind_openbaar', id
FROM verhaal
WHERE leeftijdsgroep = 'jonger_dan_16' AND id IN (
    SELECT verhaal
    FROM toestemming
    WHERE gebruik = 'openbaar'
    GROUP BY verhaal
    HAVING arg_max(gegeven, op)
)

UNION ALL
SELECT 'nulmeting_zonder_cijfer', n.gebied || ' ' || n.indicator || ' ' || n.periode
FROM (
    SELECT gebied, indicator, periode,
        row_number() OVER (PARTITION BY gebied, indicator ORDER BY nummer DESC) AS plek
    FROM nulmeting
) AS n
WHERE n.plek = 1 AND n.periode IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM meting AS m
    WHERE m.gebied = n.gebied AND m.indicator = n.indicator AND m.periode = n.periode
)

ORDER BY regel, wat
