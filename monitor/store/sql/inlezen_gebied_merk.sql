-- A boundary mark that was not known, or that the source changed.
-- Parameters: inlezing.
UPDATE gebied_jaar
SET indelingswijziging = i.indelingswijziging, inlezing = $inlezing
FROM invoer_gebied AS i
WHERE i.code = gebied_jaar.gebied AND i.jaar = gebied_jaar.jaar AND i.indelingswijziging IS NOT NULL
    AND i.indelingswijziging IS DISTINCT FROM gebied_jaar.indelingswijziging
