-- The rows that are about to change, whole: undoing puts them back. Table: te_schrijven.
-- Parameters: inlezing.
INSERT INTO meting_vorige_rij
SELECT $inlezing, m.gebied, m.indicator, m.periode, m.periode_start, m.waarde, m.ondergrens, m.bovengrens, m.teller,
    m.noemer, m.n, m.status, m.ontbreekt_reden, m.inlezing
FROM meting AS m
JOIN te_schrijven AS t ON t.gebied = m.gebied AND t.indicator = m.indicator AND t.periode = m.periode
