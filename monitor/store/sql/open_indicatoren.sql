-- Every indicator of which figures are open, in its newest version: those of national sources, those that a wijk chose,
-- now or before, and those with a figure of a whole gemeente. What people still talk about has no figures yet.
SELECT v.indicator, v.naam, v.definitie, v.technische_definitie, v.eenheid, v.decimalen, v.bewijssoort, v.richting,
    v.richting_uitleg, v.soort, v.thema, t.naam AS thema_naam, v.populatie, v.noemer, i.landelijk, v.versie,
    v.geldig_van, b.naam AS bron_naam,
    (SELECT list(DISTINCT g.gebied ORDER BY g.gebied) FROM geldig_in AS g
        WHERE g.indicator = v.indicator AND g.tot IS NULL) AS geldig_in
FROM indicator_versie AS v
JOIN indicator AS i ON i.code = v.indicator
JOIN thema AS t ON t.code = v.thema
JOIN bron AS b ON b.code = v.bron
WHERE i.landelijk OR v.indicator IN (SELECT indicator FROM geldig_in)
    OR v.indicator IN (SELECT indicator FROM meting WHERE gebied LIKE 'GM%')
QUALIFY row_number() OVER (PARTITION BY v.indicator ORDER BY v.versie DESC) = 1
ORDER BY v.indicator
