-- Breaks of one indicator in a gemeente and its wijken (gebied empty: everywhere), and what happened under its thema.
-- Parameters: indicator, thema, gemeente.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente
    UNION
    SELECT $gemeente
)
SELECT 'breuk' AS regel, gebied, NULL AS thema, vanaf AS dag, soort, uitleg AS tekst, NULL AS toelichting
FROM breuk
WHERE (indicator IS NULL OR indicator = $indicator) AND (gebied IS NULL OR gebied IN (SELECT code FROM hier))
UNION ALL
SELECT 'gebeurtenis', gebied, thema, datum, NULL, titel, toelichting
FROM gebeurtenis
WHERE thema = $thema AND gebied IN (SELECT code FROM hier)
    AND id NOT IN (SELECT gebeurtenis FROM doorhaling WHERE gebeurtenis IS NOT NULL)
ORDER BY dag, tekst
