-- Another name for the same year: only a source that knows as much of gebieden as the one that gave the old name.
-- Parameters: inlezing.
UPDATE gebied_jaar
SET naam = i.naam, inlezing = $inlezing
FROM invoer_gebied AS i, inlezing AS l
WHERE i.code = gebied_jaar.gebied AND i.jaar = gebied_jaar.jaar AND l.id = gebied_jaar.inlezing
    AND i.naam IS NOT NULL AND i.naam <> gebied_jaar.naam
    AND i.rang >= CASE l.bron WHEN 'rivm' THEN 1 WHEN 'leefbaarometer' THEN 1 WHEN 'cbs-gebieden' THEN 2 ELSE 3 END
