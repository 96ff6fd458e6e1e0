-- One row per thing that is not as the services rely on: the rule that is broken, and what breaks it.
-- Keys, foreign keys and the checks on one row are kept by the database itself.

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
SELECT DISTINCT 'ingetrokken_met_tekst', intrekking.verhaal
FROM intrekking
LEFT JOIN verhaal_versie ON verhaal_versie.verhaal = intrekking.verhaal
LEFT JOIN citaat ON citaat.verhaal = intrekking.verhaal
WHERE verhaal_versie.tekst IS NOT NULL OR citaat.tekst IS NOT NULL

UNION ALL
SELECT DISTINCT 'beoordeeld_door_schrijver', beoordeling.verhaal
FROM beoordeling
JOIN verhaal ON verhaal.id = beoordeling.verhaal
WHERE beoordeling.beoordelaar = verhaal.opgetekend_door AND beoordeling.besluit = 'akkoord'

ORDER BY regel, wat
