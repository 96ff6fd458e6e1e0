-- The citaten that everybody may read now, of some verhalen: of each the newest that its teller agreed to, of the version
-- that can be read.
-- Filled in: leesbaar (verhalen_leesbaar).
-- Parameters: op (today), and those of leesbaar.
WITH leesbaar AS MATERIALIZED (
{leesbaar}
)
SELECT c.verhaal, arg_max(c.tekst, c.gemaakt_op) AS citaat
FROM leesbaar AS l
JOIN citaat AS c ON c.verhaal = l.id AND c.versie = l.versie
WHERE l.openbaar_tot >= $op AND c.tekst IS NOT NULL AND c.akkoord_op IS NOT NULL
GROUP BY c.verhaal
