-- Indicators that a page shows (adopted there, or national context), with a value there, that some verhaal says
-- something else about; with their thema.
-- Parameters: gemeente.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente AND tot IS NULL
    UNION
    SELECT $gemeente
),
tegengesproken AS (SELECT DISTINCT indicator FROM verhaal_indicator WHERE verhouding = 'zegt_anders'),
actueel AS (
    SELECT indicator, thema, context_volgorde
    FROM indicator_versie
    WHERE indicator IN (SELECT indicator FROM tegengesproken)
    QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY versie DESC) = 1
)
SELECT DISTINCT m.gebied, m.indicator, a.thema
FROM meting AS m
JOIN actueel AS a ON a.indicator = m.indicator
JOIN indicator AS i ON i.code = m.indicator
WHERE m.gebied IN (SELECT code FROM hier)
    AND m.waarde IS NOT NULL
    AND (
        (i.landelijk AND a.context_volgorde IS NOT NULL)
        OR EXISTS (
            SELECT 1 FROM geldig_in AS g WHERE g.indicator = m.indicator AND g.gebied = m.gebied AND g.tot IS NULL
        )
    )
