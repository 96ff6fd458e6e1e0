-- Every gebied under the name that it has now, or had last, with the gebied it lies in.
WITH ouder AS (
    SELECT gebied, arg_max(ouder, van) AS ouder FROM gebied_ouder GROUP BY gebied
)
SELECT g.code, v.naam, g.soort, o.ouder, v.geldig_van, v.geldig_tot
FROM gebied AS g
JOIN gebied_versie AS v ON v.gebied = g.code
LEFT JOIN ouder AS o ON o.gebied = g.code
QUALIFY row_number() OVER (PARTITION BY g.code ORDER BY v.geldig_van DESC) = 1
ORDER BY g.code
