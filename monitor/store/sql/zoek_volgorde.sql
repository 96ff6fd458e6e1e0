-- Verhalen in the order in which they fit the terms (BM25). How rare a term is, is counted over what this reader may read,
-- so that no score tells of a verhaal that he may not.
-- Filled in: termen (numbers, as constants), leesbaar (what a row of zoek_term must be). Parameters: limiet, vanaf.
WITH treffer AS MATERIALIZED (
    SELECT term, nummer, gewicht
    FROM zoek_term
    WHERE term IN ({termen}) AND {leesbaar}
),
zeldzaam AS (
    SELECT t.term, ln(1 + (max(a.aantal) - count(*) + 0.5) / (count(*) + 0.5)) AS mate
    FROM treffer AS t
    CROSS JOIN (SELECT count(*) AS aantal FROM zoek_verhaal) AS a
    GROUP BY t.term
),
gewogen AS (
    SELECT t.nummer, sum(t.gewicht * z.mate) / 1000 AS score
    FROM treffer AS t
    JOIN zeldzaam AS z ON z.term = t.term
    GROUP BY t.nummer
),
bladzijde AS (
    SELECT nummer, score, count(*) OVER () AS totaal
    FROM gewogen
    ORDER BY score DESC, nummer DESC
    LIMIT $limiet OFFSET $vanaf
)
SELECT v.verhaal, b.score, b.totaal
FROM bladzijde AS b
JOIN zoek_verhaal AS v ON v.nummer = b.nummer
ORDER BY b.score DESC, b.nummer DESC
