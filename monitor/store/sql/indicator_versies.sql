-- All versions of some indicators, newest first, each with its thema, its source and the name of its noemer.
-- Parameters: indicatoren.
SELECT v.indicator, v.naam, v.eenheid, v.decimalen, v.bewijssoort, v.richting, v.soort, v.thema, i.landelijk, v.bron,
    v.versie, v.definitie, v.technische_definitie, v.populatie, v.zin, v.noemer, v.richting_uitleg, v.gemaakt_door,
    v.waarvoor, v.belasting, v.geldig_van, v.reden, v.beinvloedbaar,
    t.naam AS thema_naam, t.volgorde AS thema_volgorde, t.uitleg AS thema_uitleg,
    (SELECT arg_max(n.naam, n.versie) FROM indicator_versie AS n WHERE n.indicator = v.noemer) AS noemer_naam
FROM indicator_versie AS v
JOIN indicator AS i ON i.code = v.indicator
JOIN thema AS t ON t.code = v.thema
WHERE list_contains($indicatoren, v.indicator)
ORDER BY v.indicator, v.versie DESC
