-- Indicators with a figure in a gemeente, or adopted in one of its wijken, in their newest version.
-- Parameters: gemeente.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente
    UNION
    SELECT $gemeente
),
-- The most that an indicator is anywhere, and in how many gebieden it is that.
adoptie AS (
    SELECT indicator, rol, count(DISTINCT gebied) AS wijken
    FROM geldig_in
    WHERE gebied IN (SELECT code FROM hier) AND tot IS NULL
    GROUP BY indicator, rol
    QUALIFY row_number() OVER (
        PARTITION BY indicator ORDER BY CASE rol WHEN 'kern' THEN 1 WHEN 'aanvullend' THEN 2 ELSE 3 END
    ) = 1
),
-- The newest step that holds everywhere, or else the newest of one wijk.
stand AS (
    SELECT indicator, status
    FROM indicator_status
    WHERE gebied IS NULL OR gebied IN (SELECT code FROM hier)
    QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY gebied IS NOT NULL, op DESC, id DESC) = 1
)
SELECT v.indicator, v.naam, v.eenheid, v.decimalen, v.bewijssoort, v.richting, v.soort, v.thema,
    coalesce(a.rol, 'context') AS rol, s.status, i.landelijk, v.bron, v.versie, v.definitie, v.technische_definitie,
    v.populatie, v.zin, v.noemer, v.richting_uitleg, v.gemaakt_door, v.context_volgorde AS plaats,
    v.waarvoor, v.belasting, a.wijken
FROM indicator_versie AS v
JOIN indicator AS i ON i.code = v.indicator
LEFT JOIN adoptie AS a ON a.indicator = v.indicator
LEFT JOIN stand AS s ON s.indicator = v.indicator
WHERE a.indicator IS NOT NULL OR v.indicator IN (SELECT indicator FROM meting WHERE gebied = $gemeente)
QUALIFY row_number() OVER (PARTITION BY v.indicator ORDER BY v.versie DESC) = 1
ORDER BY i.landelijk, v.thema, v.naam
