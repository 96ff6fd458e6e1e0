-- What the stukken for the raad of a gemeente name, as they are written now and as they were when somebody took them
-- along. A besluit is a thing of several points: a stuk that names it names each. A wijkplan is named with its wijk.
-- gebied: of which the figure is.
-- Parameters: gemeente.
WITH stuk AS (
    SELECT id FROM raadsstuk WHERE gebied = $gemeente
),
keuze AS (
    SELECT raadsstuk, soort, ref, gebied
    FROM raadsstuk_keuze
    WHERE raadsstuk IN (SELECT id FROM stuk)
    GROUP BY raadsstuk, soort, ref, gebied
    HAVING arg_max(erbij, nummer)
),
onderdeel AS (
    SELECT o.raadsstuk, t.indicator, t.gebied, t.verhaal, t.raadsbesluit
    FROM raadsstuk_onderdeel AS o
    JOIN raadsstuk_onderdeel_stand AS t ON t.onderdeel = o.id
    WHERE o.raadsstuk IN (SELECT id FROM stuk)
    QUALIFY t.erin AND row_number() OVER (PARTITION BY o.id ORDER BY t.nummer DESC) = 1
),
toen AS (
    SELECT DISTINCT m.raadsstuk, r.soort, r.ref, r.gebied
    FROM momentopname AS m
    JOIN momentopname_regel AS r ON r.momentopname = m.id
    WHERE m.raadsstuk IN (SELECT id FROM stuk)
),
cijfer AS (
    SELECT raadsstuk, ref AS indicator, gebied FROM keuze WHERE soort = 'indicator'
    UNION
    SELECT raadsstuk, indicator, gebied FROM onderdeel WHERE indicator IS NOT NULL
),
citaat AS (
    SELECT raadsstuk, ref AS verhaal FROM keuze WHERE soort = 'citaat'
    UNION
    SELECT raadsstuk, verhaal FROM onderdeel WHERE verhaal IS NOT NULL
),
wijk AS (
    SELECT raadsstuk, ref AS gebied FROM keuze WHERE soort = 'wijk'
    UNION
    SELECT raadsstuk, gebied FROM cijfer
),
besluit AS (
    SELECT raadsstuk, raadsbesluit, 'genoemd' AS hoe FROM onderdeel WHERE raadsbesluit IS NOT NULL
    UNION
    SELECT raadsstuk, ref, 'uitgegaan' FROM toen WHERE soort = 'besluit'
)
SELECT 'indicator' AS soort, indicator AS van, raadsstuk AS stuk, 'genoemd' AS hoe, gebied FROM cijfer
UNION ALL
SELECT 'indicator', ref, raadsstuk, 'uitgegaan', gebied FROM toen WHERE soort = 'meting'
UNION ALL
SELECT 'verhaal', verhaal, raadsstuk, 'genoemd', NULL FROM citaat
UNION ALL
SELECT 'verhaal', ref, raadsstuk, 'uitgegaan', NULL FROM toen WHERE soort = 'citaat'
UNION ALL
SELECT 'leerpunt', ref, raadsstuk, 'genoemd', NULL FROM keuze WHERE soort = 'leerpunt'
UNION ALL
SELECT 'leerpunt', ref, raadsstuk, 'uitgegaan', NULL FROM toen WHERE soort = 'leerpunt'
UNION ALL
SELECT 'beslispunt', p.id, b.raadsstuk, b.hoe, NULL
FROM besluit AS b
JOIN beslispunt AS p ON p.raadsbesluit = b.raadsbesluit
UNION ALL
SELECT DISTINCT 'wijkplan', p.id, w.raadsstuk, 'genoemd', NULL
FROM wijk AS w
JOIN wijkplan AS p ON p.gebied = w.gebied
WHERE p.id IN (SELECT wijkplan FROM wijkplan_versie WHERE opsteller = 'makers')
ORDER BY 1, 2, 3, 4, 5
