-- Breaks of figures here, and what happened here or in the whole gemeente.
-- Parameters: gebied, gemeente.
SELECT 'breuk' AS regel, indicator AS bij, vanaf AS dag, soort, uitleg AS tekst, NULL AS toelichting
FROM breuk
WHERE gebied IS NULL OR gebied = $gebied
UNION ALL
SELECT 'gebeurtenis', thema, datum, NULL, titel, toelichting
FROM gebeurtenis
WHERE gebied IN ($gebied, $gemeente)
    AND id NOT IN (SELECT gebeurtenis FROM doorhaling WHERE gebeurtenis IS NOT NULL)
ORDER BY dag, tekst
