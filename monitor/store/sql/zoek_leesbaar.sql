-- The words of verhalen that can be read, and until when for which use. Whether they can, another piece of SQL says.
-- Filled in: leesbaar (that piece). Parameter: eerste (the number before the first).
WITH leesbaar AS ({leesbaar}),
genummerd AS (
    SELECT l.*, v.verteld_op, v.gevoel,
        ($eerste + row_number() OVER (ORDER BY v.opgetekend_op, v.id))::INTEGER AS nummer
    FROM leesbaar AS l
    JOIN verhaal AS v ON v.id = l.id
),
onthouden AS (
    SELECT c.verhaal, arg_max(c.tekst, c.gemaakt_op) AS tekst
    FROM citaat AS c
    JOIN leesbaar AS l ON l.id = c.verhaal AND l.versie = c.versie
    WHERE c.tekst IS NOT NULL AND c.akkoord_op IS NOT NULL
    GROUP BY c.verhaal
)
SELECT g.id, g.nummer, g.gebied, date_trunc('quarter', g.verteld_op)::DATE AS kwartaal, g.gevoel,
    g.leren_tot, g.gesprek_tot, g.openbaar_tot, x.titel, x.tekst, x.waarom, x.wens, c.tekst AS citaat
FROM genummerd AS g
JOIN verhaal_versie AS x ON x.verhaal = g.id AND x.versie = g.versie
LEFT JOIN onthouden AS c ON c.verhaal = g.id
