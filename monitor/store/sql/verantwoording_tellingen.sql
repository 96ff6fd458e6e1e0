-- What is not there: values missing per reason, verhalen refused per reason, taken back per quarter.
-- Parameters: gemeente.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente
    UNION
    SELECT $gemeente
)
SELECT 'ontbreekt' AS regel, ontbreekt_reden AS wat, count(*) AS aantal
FROM meting
WHERE gebied IN (SELECT code FROM hier) AND ontbreekt_reden IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 'geweigerd', b.reden, count(DISTINCT b.verhaal)
FROM beoordeling AS b
JOIN verhaal AS v ON v.id = b.verhaal
WHERE b.besluit = 'geweigerd' AND v.gebied IN (SELECT code FROM hier)
GROUP BY ALL
UNION ALL
SELECT 'ingetrokken', i.kwartaal, count(*)
FROM intrekking AS i
JOIN verhaal AS v ON v.id = i.verhaal
WHERE v.gebied IN (SELECT code FROM hier)
GROUP BY ALL
ORDER BY regel, wat
