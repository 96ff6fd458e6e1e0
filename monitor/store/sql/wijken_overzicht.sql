-- Per gebied in a gemeente: the newest number of inhabitants, and how many kernindicatoren it watches.
-- Parameters: gemeente, inwoners.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente AND tot IS NULL
    UNION
    SELECT $gemeente
),
inwoners AS (
    SELECT gebied, periode, periode_start, waarde
    FROM meting
    WHERE indicator = $inwoners AND gebied IN (SELECT code FROM hier) AND waarde IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY gebied ORDER BY periode_start DESC) = 1
),
kern AS (
    SELECT gebied, count(*) AS aantal FROM geldig_in WHERE rol = 'kern' AND tot IS NULL GROUP BY gebied
)
SELECT h.code, i.periode, i.periode_start, i.waarde, coalesce(k.aantal, 0) AS kern
FROM hier AS h
LEFT JOIN inwoners AS i ON i.gebied = h.code
LEFT JOIN kern AS k ON k.gebied = h.code
ORDER BY h.code
