-- Until now only the code was known: any source may give a name, for every year in which it was missing.
-- Parameters: inlezing.
UPDATE gebied_jaar
SET naam = i.naam, inlezing = CASE WHEN gebied_jaar.jaar = i.jaar THEN $inlezing ELSE gebied_jaar.inlezing END
FROM invoer_gebied AS i
WHERE i.code = gebied_jaar.gebied AND gebied_jaar.naam = gebied_jaar.gebied AND i.naam IS NOT NULL
    AND i.naam <> gebied_jaar.naam
