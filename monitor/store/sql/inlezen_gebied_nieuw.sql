-- Gebieden that nobody mentioned before.
INSERT INTO gebied
SELECT DISTINCT code, soort
FROM invoer_gebied
WHERE code NOT IN (SELECT code FROM gebied)
