-- Metingen of the gebieden from ? up to and including ?, as they leave the house: figures in full precision, codes for
-- gebied and indicator, the newest words of the indicator. No indicator given (an empty list) means all. What somebody
-- brought in at Tellen has no source: there stands $opgegeven.
SELECT
    meting.gebied,
    meting.indicator,
    meting.periode,
    CASE WHEN verborgen.gebied IS NULL THEN meting.waarde END,
    CASE WHEN verborgen.gebied IS NULL THEN meting.ondergrens END,
    CASE WHEN verborgen.gebied IS NULL THEN meting.bovengrens END,
    versie.eenheid,
    versie.bewijssoort,
    meting.status,
    CASE WHEN verborgen.gebied IS NULL THEN meting.ontbreekt_reden ELSE 'te_klein' END,
    CASE WHEN indicator.landelijk OR inlezing.bestand = 'voorbeeld' THEN bron.naam ELSE $opgegeven END
FROM meting
JOIN indicator ON indicator.code = meting.indicator
JOIN inlezing ON inlezing.id = meting.inlezing
JOIN bron ON bron.code = inlezing.bron
JOIN (
    SELECT indicator, arg_max(eenheid, versie) AS eenheid, arg_max(bewijssoort, versie) AS bewijssoort
    FROM indicator_versie
    GROUP BY indicator
) AS versie ON versie.indicator = meting.indicator
LEFT JOIN meting_onderdrukking AS verborgen
    ON verborgen.gebied = meting.gebied
    AND verborgen.indicator = meting.indicator
    AND verborgen.periode = meting.periode
WHERE meting.gebied BETWEEN $van AND $tot
  AND (len($indicatoren) = 0 OR list_contains($indicatoren, meting.indicator))
ORDER BY meting.gebied, meting.indicator, meting.periode
