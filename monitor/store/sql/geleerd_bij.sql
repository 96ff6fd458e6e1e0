-- What people of one wijk learned together, for its minute: what closed wijkgesprekken wrote down and agreed, what the
-- raad decided of it, which verhalen were chosen last, and whether there is a wijkplan. Never a casus: that is one verhaal.
-- Parameters: gebied, gemeente.
WITH sessie_nu AS (
    SELECT t.sessie, t.dag
    FROM sessie_stap AS t
    JOIN sessie AS s ON s.id = t.sessie
    WHERE s.gebied = $gebied
    QUALIFY row_number() OVER (PARTITION BY t.sessie ORDER BY t.nummer DESC) = 1 AND t.stand = 'gesloten'
), punt AS (
    SELECT l.id, l.niveau, s.dag, z.tekst, l.gemaakt_op
    FROM leerpunt AS l
    JOIN sessie_nu AS s ON s.sessie = l.sessie
    JOIN leerpunt_lezing AS z ON z.leerpunt = l.id
    WHERE l.niveau <> 'casus' AND z.tekst IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY l.id ORDER BY z.nummer) = 1
), punt_nu AS (
    SELECT leerpunt, stand, gremium, dag
    FROM leerpunt_stand
    WHERE leerpunt IN (SELECT id FROM punt)
    QUALIFY row_number() OVER (PARTITION BY leerpunt ORDER BY nummer DESC) = 1
), afspraak_nu AS (
    SELECT afspraak, stand
    FROM afspraak_stand
    QUALIFY row_number() OVER (PARTITION BY afspraak ORDER BY nummer DESC) = 1
), ronde_nu AS (
    SELECT t.ronde, t.op
    FROM leesronde_stand AS t
    JOIN leesronde AS r ON r.id = t.ronde
    WHERE r.gebied = $gebied
    QUALIFY row_number() OVER (PARTITION BY t.ronde ORDER BY t.nummer DESC) = 1 AND t.stand = 'gesloten'
), keuze_nu AS (
    SELECT d.ronde, k.verhaal
    FROM leeskeuze AS k
    JOIN leesdomein AS d ON d.id = k.domein
    WHERE d.ronde IN (SELECT ronde FROM ronde_nu)
    QUALIFY row_number() OVER (PARTITION BY k.domein ORDER BY k.nummer DESC) = 1
)
SELECT 'sessie' AS regel, sessie AS id, NULL AS soort, NULL AS stand, NULL AS gremium, NULL AS tekst, NULL AS wie,
    dag, NULL AS bij, dag::VARCHAR AS plaats
FROM sessie_nu
UNION ALL
SELECT 'leerpunt', p.id, p.niveau, n.stand, n.gremium, p.tekst, NULL, n.dag, p.dag::VARCHAR,
    p.dag::VARCHAR || p.gemaakt_op::VARCHAR || p.id
FROM punt AS p
JOIN punt_nu AS n ON n.leerpunt = p.id
UNION ALL
SELECT 'afspraak', a.id, NULL, n.stand, NULL, a.tekst, a.wie, a.voor, a.leerpunt, a.gemaakt_op::VARCHAR || a.id
FROM afspraak AS a
JOIN sessie_nu AS s ON s.sessie = a.sessie
JOIN afspraak_nu AS n ON n.afspraak = a.id
WHERE a.tekst IS NOT NULL AND n.stand = 'open'
UNION ALL
SELECT 'beslispunt', p.id, NULL, p.uitkomst, NULL, p.tekst, NULL, r.besloten_op, b.leerpunt,
    r.besloten_op::VARCHAR || (1000 - p.nummer)::VARCHAR
FROM beslispunt AS p
JOIN raadsbesluit AS r ON r.id = p.raadsbesluit
JOIN beslispunt_bron AS b ON b.beslispunt = p.id
LEFT JOIN wijkplan AS w ON w.id = b.wijkplan
WHERE r.gebied = $gemeente AND p.tekst IS NOT NULL
    AND (b.leerpunt IN (SELECT id FROM punt) OR w.gebied = $gebied)
UNION ALL
SELECT 'leesronde', r.id, r.niveau, NULL, NULL, NULL, NULL, NULL, t.op::VARCHAR, t.op::VARCHAR || r.id
FROM ronde_nu AS t
JOIN leesronde AS r ON r.id = t.ronde
WHERE r.id IN (SELECT ronde FROM keuze_nu WHERE verhaal IS NOT NULL)
ORDER BY regel, plaats DESC, bij
