-- Whose public verhalen there are: how many per perspectief, per age group and per wijk, and how many in all.
-- Filled in: openbaar (public verhalen: id, gebied).
WITH openbaar AS MATERIALIZED (
    {openbaar}
)
SELECT 'totaal' AS soort, NULL AS wat, count(*) AS aantal FROM openbaar
UNION ALL
SELECT 'perspectief', p.perspectief, count(*)
FROM verhaal_perspectief AS p JOIN openbaar AS o ON o.id = p.verhaal
GROUP BY p.perspectief
UNION ALL
SELECT 'leeftijdsgroep', v.leeftijdsgroep, count(*)
FROM verhaal AS v JOIN openbaar AS o ON o.id = v.id
WHERE v.leeftijdsgroep IS NOT NULL
GROUP BY v.leeftijdsgroep
UNION ALL
SELECT 'gebied', gebied, count(*) FROM openbaar GROUP BY gebied
