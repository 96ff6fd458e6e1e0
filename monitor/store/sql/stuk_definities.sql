-- The newest version of some indicators: what is counted, in what and how. Parameter: indicatoren.
SELECT indicator, versie, naam, definitie, technische_definitie, eenheid, populatie, bewijssoort, richting, noemer
FROM indicator_versie
WHERE list_contains($indicatoren, indicator)
QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY versie DESC) = 1
ORDER BY indicator
