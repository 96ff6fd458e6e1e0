-- Every figure that a page may show for two gebieden (a wijk and its gemeente): indicators adopted here, national
-- context in its order, and the noemers to show counts as shares. One row per meting, the definition beside it.
-- Parameters: gebied, gemeente, inwoners (code of the indicator that counts inhabitants).
-- cijfers is materialized: on its own the engine finds the rows by index, inside the join it would walk through millions.
WITH cijfers AS MATERIALIZED (
    SELECT * FROM meting WHERE gebied IN ($gebied, $gemeente)
),
adoptie AS (
    SELECT indicator, rol, volgorde
    FROM geldig_in
    WHERE gebied = $gebied AND tot IS NULL
),
actueel AS (
    SELECT *
    FROM indicator_versie
    QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY versie DESC) = 1
),
-- A step that was taken here counts before one that holds everywhere.
stand AS (
    SELECT indicator, status
    FROM indicator_status
    WHERE gebied IS NULL OR gebied = $gebied
    QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY gebied IS NULL, op DESC, id DESC) = 1
),
getoond AS (
    SELECT a.*, i.landelijk, s.status, coalesce(ad.rol, 'context') AS rol,
        coalesce(ad.volgorde, a.context_volgorde) AS plaats
    FROM actueel AS a
    JOIN indicator AS i ON i.code = a.indicator
    LEFT JOIN stand AS s ON s.indicator = a.indicator
    LEFT JOIN adoptie AS ad ON ad.indicator = a.indicator
    WHERE ad.rol IS NOT NULL OR (i.landelijk AND a.context_volgorde IS NOT NULL) OR a.indicator = $inwoners
),
nodig AS (
    SELECT * FROM getoond
    UNION ALL
    SELECT a.*, TRUE, NULL, 'noemer', NULL
    FROM actueel AS a
    WHERE a.indicator IN (SELECT noemer FROM getoond WHERE noemer IS NOT NULL)
        AND a.indicator NOT IN (SELECT indicator FROM getoond)
)
SELECT n.indicator, n.naam, n.eenheid, n.decimalen, n.bewijssoort, n.richting, n.soort, n.thema, n.rol, n.status,
    n.landelijk, n.bron, n.versie, n.definitie, n.technische_definitie, n.populatie, n.zin, n.noemer, n.richting_uitleg,
    n.gemaakt_door, n.plaats,
    -- include meting_getoond
FROM nodig AS n
LEFT JOIN cijfers AS m ON m.indicator = n.indicator
LEFT JOIN meting_onderdrukking AS o ON o.gebied = m.gebied AND o.indicator = m.indicator AND o.periode = m.periode
LEFT JOIN inlezing AS l ON l.id = m.inlezing
LEFT JOIN bron AS b ON b.code = l.bron
ORDER BY n.plaats NULLS LAST, n.indicator, m.gebied, m.periode_start, m.periode
