-- What rows of own figures would do, each beside what stands there now: 0 nieuw, 1 gewijzigd, 2 gelijk.
-- In the order of the file. Table: invoer.
SELECT i.nummer,
    CASE
        WHEN m.gebied IS NULL THEN 0
        WHEN i.waarde IS DISTINCT FROM m.waarde
            OR i.ontbreekt_reden IS DISTINCT FROM m.ontbreekt_reden
            OR i.ondergrens IS DISTINCT FROM m.ondergrens
            OR i.bovengrens IS DISTINCT FROM m.bovengrens
            OR i.teller IS DISTINCT FROM m.teller
            OR i.noemer IS DISTINCT FROM m.noemer
            OR i.n IS DISTINCT FROM m.n
            OR i.status IS DISTINCT FROM m.status
            OR i.peildatum IS NOT NULL AND i.peildatum IS DISTINCT FROM p.peildatum
            THEN 1
        ELSE 2
    END AS soort,
    m.waarde AS oude_waarde, m.ontbreekt_reden AS oude_reden
FROM invoer AS i
LEFT JOIN meting AS m ON m.gebied = i.gebied AND m.indicator = i.indicator AND m.periode = i.periode
LEFT JOIN meting_peildatum AS p
    ON p.inlezing = m.inlezing AND p.gebied = m.gebied AND p.indicator = m.indicator AND p.periode = m.periode
ORDER BY i.nummer
