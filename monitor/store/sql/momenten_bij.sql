-- Breaks of figures here, what happened here or in the whole gemeente, and with which period a series here begins.
-- Parameters: gebied, gemeente.
SELECT 'breuk' AS regel, indicator, NULL AS thema, vanaf AS dag, soort, uitleg AS tekst, NULL AS toelichting
FROM breuk
WHERE gebied IS NULL OR gebied = $gebied
UNION ALL
SELECT 'gebeurtenis', NULL, thema, datum, NULL, titel, toelichting
FROM gebeurtenis
WHERE gebied IN ($gebied, $gemeente)
    AND id NOT IN (SELECT gebeurtenis FROM doorhaling WHERE gebeurtenis IS NOT NULL)
UNION ALL
SELECT 'nulmeting', indicator, NULL, NULL, NULL, periode, NULL
FROM (
    SELECT * FROM nulmeting WHERE gebied = $gebied
    QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY nummer DESC) = 1
)
WHERE periode IS NOT NULL
ORDER BY dag, tekst
