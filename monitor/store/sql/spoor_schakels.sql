-- Every link between two things of a gemeente, each one way: what was there first, and what came of it.
-- A table that joins two of these things stands here, or in tests/services/test_spoor.py with why it does not.
-- What a verhaal tells of a figure is many: only that of one verhaal or figure is read.
-- Parameters: gemeente, id (the verhaal or figure).
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente
    UNION
    SELECT $gemeente
),
-- Where a verhaal lies now in a ronde; in no domein: it was taken off the table.
ligt AS (
    SELECT v.ronde, v.verhaal, v.domein
    FROM leesdomein_verhaal AS v
    JOIN leesronde AS r ON r.id = v.ronde
    WHERE r.gebied IN (SELECT code FROM hier)
    QUALIFY row_number() OVER (PARTITION BY v.ronde, v.verhaal ORDER BY v.nummer DESC) = 1
),
-- What was chosen last in a domein; the lines before it were thought better of.
keuze AS (
    SELECT domein, verhaal
    FROM leeskeuze
    QUALIFY row_number() OVER (PARTITION BY domein ORDER BY nummer DESC) = 1
),
agenda AS (
    SELECT a.*
    FROM sessie_agenda AS a
    JOIN sessie AS s ON s.id = a.sessie
    WHERE s.gebied IN (SELECT code FROM hier) AND a.weggehaald_op IS NULL
),
geleerd AS (
    SELECT b.*
    FROM leerpunt_bron AS b
    JOIN leerpunt AS l ON l.id = b.leerpunt
    WHERE l.gebied IN (SELECT code FROM hier)
),
begin AS (
    SELECT a.*,
        CASE WHEN a.activiteit IS NULL THEN 'initiatief' ELSE 'activiteit' END AS soort,
        coalesce(a.activiteit, a.initiatief) AS zaak
    FROM aanleiding AS a
    LEFT JOIN activiteit AS t ON t.id = a.activiteit
    LEFT JOIN initiatief AS i ON i.id = a.initiatief
    WHERE coalesce(t.gebied, i.gebied) IN (SELECT code FROM hier)
),
plan AS (
    SELECT b.*
    FROM wijkplan_bron AS b
    JOIN wijkplan AS p ON p.id = b.wijkplan
    WHERE p.gebied IN (SELECT code FROM hier)
),
besluit AS (
    SELECT b.*
    FROM beslispunt_bron AS b
    JOIN beslispunt AS p ON p.id = b.beslispunt
    JOIN raadsbesluit AS r ON r.id = p.raadsbesluit
    WHERE r.gebied IN (SELECT code FROM hier)
)
SELECT 'verhaal' AS van_soort, k.verhaal AS van, 'indicator' AS naar_soort, k.indicator AS naar, 'koppeling' AS soort
FROM verhaal_indicator AS k
JOIN verhaal AS v ON v.id = k.verhaal
WHERE (k.verhaal = $id OR k.indicator = $id) AND v.gebied IN (SELECT code FROM hier)
UNION ALL
SELECT 'groep', k.groep, 'indicator', k.indicator, 'geworden'
FROM groep_indicator AS k
JOIN groep AS g ON g.id = k.groep
WHERE g.gebied IN (SELECT code FROM hier)
UNION ALL
SELECT 'indicator', k.indicator, 'activiteit', k.activiteit, 'werkt_aan'
FROM activiteit_indicator AS k
JOIN activiteit AS a ON a.id = k.activiteit
WHERE a.gebied IN (SELECT code FROM hier)
UNION ALL
SELECT 'indicator', k.indicator, 'initiatief', k.initiatief, 'werkt_aan'
FROM initiatief_indicator AS k
JOIN initiatief AS i ON i.id = k.initiatief
WHERE i.gebied IN (SELECT code FROM hier)
UNION ALL
SELECT 'signaal', signaal, soort, zaak, 'aanleiding' FROM begin WHERE signaal IS NOT NULL
UNION ALL
SELECT 'activiteit', uit_activiteit, soort, zaak, 'aanleiding' FROM begin WHERE uit_activiteit IS NOT NULL
UNION ALL
SELECT 'initiatief', uit_initiatief, soort, zaak, 'aanleiding' FROM begin WHERE uit_initiatief IS NOT NULL
UNION ALL
SELECT 'indicator', indicator, 'sessie', sessie, 'op_tafel' FROM agenda WHERE indicator IS NOT NULL
UNION ALL
SELECT 'verhaal', verhaal, 'sessie', sessie, 'op_tafel' FROM agenda WHERE verhaal IS NOT NULL
UNION ALL
SELECT 'leerpunt', leerpunt, 'sessie', sessie, 'op_tafel' FROM agenda WHERE leerpunt IS NOT NULL
UNION ALL
SELECT 'afspraak', afspraak, 'sessie', sessie, 'op_tafel' FROM agenda WHERE afspraak IS NOT NULL
UNION ALL
SELECT 'sessie', sessie, 'leerpunt', id, 'gezegd' FROM leerpunt WHERE gebied IN (SELECT code FROM hier)
UNION ALL
SELECT 'sessie', a.sessie, 'afspraak', a.id, 'gezegd'
FROM afspraak AS a
JOIN sessie AS s ON s.id = a.sessie
WHERE s.gebied IN (SELECT code FROM hier)
UNION ALL
SELECT 'leerpunt', a.leerpunt, 'afspraak', a.id, 'afgesproken'
FROM afspraak AS a
JOIN sessie AS s ON s.id = a.sessie
WHERE a.leerpunt IS NOT NULL AND s.gebied IN (SELECT code FROM hier)
UNION ALL
SELECT 'verhaal', verhaal, 'leerpunt', leerpunt, 'geleerd' FROM geleerd WHERE verhaal IS NOT NULL
UNION ALL
SELECT 'indicator', indicator, 'leerpunt', leerpunt, 'geleerd' FROM geleerd WHERE indicator IS NOT NULL
UNION ALL
SELECT 'leerpunt', bron_leerpunt, 'leerpunt', leerpunt, 'geleerd' FROM geleerd WHERE bron_leerpunt IS NOT NULL
UNION ALL
SELECT 'activiteit', activiteit, 'leerpunt', leerpunt, 'geleerd' FROM geleerd WHERE activiteit IS NOT NULL
UNION ALL
SELECT 'initiatief', initiatief, 'leerpunt', leerpunt, 'geleerd' FROM geleerd WHERE initiatief IS NOT NULL
UNION ALL
SELECT 'signaal', signaal, 'leerpunt', leerpunt, 'geleerd' FROM geleerd WHERE signaal IS NOT NULL
UNION ALL
SELECT 'verhaal', l.verhaal, 'leesronde', l.ronde, CASE WHEN k.verhaal IS NULL THEN 'gelezen' ELSE 'gekozen' END
FROM ligt AS l
LEFT JOIN keuze AS k ON k.domein = l.domein AND k.verhaal = l.verhaal
WHERE l.domein IS NOT NULL
UNION ALL
SELECT 'leesronde', b.vorige, 'leesronde', b.ronde, 'verder'
FROM leesronde_bron AS b
JOIN leesronde AS r ON r.id = b.ronde
WHERE r.gebied IN (SELECT code FROM hier)
UNION ALL
SELECT 'indicator', indicator, 'wijkplan', wijkplan, 'in_plan' FROM plan WHERE indicator IS NOT NULL
UNION ALL
SELECT 'leerpunt', leerpunt, 'wijkplan', wijkplan, 'in_plan' FROM plan WHERE leerpunt IS NOT NULL
UNION ALL
SELECT 'activiteit', activiteit, 'wijkplan', wijkplan, 'in_plan' FROM plan WHERE activiteit IS NOT NULL
UNION ALL
SELECT 'initiatief', initiatief, 'wijkplan', wijkplan, 'in_plan' FROM plan WHERE initiatief IS NOT NULL
UNION ALL
SELECT 'leerpunt', leerpunt, 'beslispunt', beslispunt, 'besloten' FROM besluit WHERE leerpunt IS NOT NULL
UNION ALL
SELECT 'indicator', indicator, 'beslispunt', beslispunt, 'besloten' FROM besluit WHERE indicator IS NOT NULL
UNION ALL
SELECT 'wijkplan', wijkplan, 'beslispunt', beslispunt, 'besloten' FROM besluit WHERE wijkplan IS NOT NULL
UNION ALL
SELECT 'wijkbezoek', k.wijkbezoek, 'verhaal', k.verhaal, 'verteld'
FROM wijkbezoek_verhaal AS k
JOIN wijkbezoek AS b ON b.id = k.wijkbezoek
WHERE b.gebied IN (SELECT code FROM hier)
ORDER BY 1, 2, 3, 4, 5
