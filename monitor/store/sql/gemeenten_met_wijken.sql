-- Gemeenten that are valid now and have at least one wijk that is.
SELECT g.code, g.soort, v.naam, v.geldig_van, v.geldig_tot
FROM gebied AS g
JOIN gebied_versie AS v ON v.gebied = g.code AND v.geldig_tot IS NULL
WHERE g.soort = 'gemeente'
    AND g.code IN (
        SELECT o.ouder FROM gebied_ouder AS o
        JOIN gebied_versie AS w ON w.gebied = o.gebied AND w.geldig_tot IS NULL
    )
ORDER BY v.naam COLLATE NOCASE.NOACCENT, g.code
