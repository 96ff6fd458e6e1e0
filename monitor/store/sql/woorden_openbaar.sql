-- What tellers told that everybody may read now, of some verhalen: the words of the version that can be read.
-- Filled in: leesbaar (verhalen_leesbaar).
-- Parameters: op (today), and those of leesbaar.
WITH leesbaar AS MATERIALIZED (
{leesbaar}
)
SELECT concat_ws(' . ', s.titel, s.tekst, s.waarom, s.wens) AS woorden
FROM leesbaar AS l
JOIN verhaal_versie AS s ON s.verhaal = l.id AND s.versie = l.versie
WHERE l.openbaar_tot >= $op
ORDER BY l.id
