-- Verhalen without words to rank them by: the newest quarter first.
-- Filled in: leesbaar (what a row of zoek_verhaal must be). Parameters: limiet, vanaf.
SELECT verhaal, CAST(0 AS DOUBLE) AS score, count(*) OVER () AS totaal
FROM zoek_verhaal
WHERE {leesbaar}
ORDER BY kwartaal DESC, nummer DESC
LIMIT $limiet OFFSET $vanaf
