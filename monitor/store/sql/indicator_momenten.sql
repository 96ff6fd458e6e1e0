-- Breaks of some indicators in a gemeente and its wijken (indicator empty: of all, gebied empty: everywhere), and what
-- happened there under some themas.
-- Parameters: indicatoren, themas, gemeente.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gemeente
    UNION
    SELECT $gemeente
)
SELECT 'breuk' AS regel, indicator, gebied, NULL AS thema, vanaf AS dag, soort, uitleg AS tekst, NULL AS toelichting
FROM breuk
WHERE (indicator IS NULL OR list_contains($indicatoren, indicator)) AND (gebied IS NULL OR gebied IN (SELECT code FROM hier))
UNION ALL
SELECT 'gebeurtenis', NULL, gebied, thema, datum, NULL, titel, toelichting
FROM gebeurtenis
WHERE list_contains($themas, thema) AND gebied IN (SELECT code FROM hier)
    AND id NOT IN (SELECT gebeurtenis FROM doorhaling WHERE gebeurtenis IS NOT NULL)
ORDER BY dag, tekst
