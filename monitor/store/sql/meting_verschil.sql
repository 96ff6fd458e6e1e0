-- What rows of own figures would do, each beside what stands there now: 0 nieuw, 1 gewijzigd, 2 gelijk.
-- In the order of the file. Table: invoer.
SELECT i.nummer,
    CASE
        WHEN m.gebied IS NULL THEN 0
        WHEN
            -- include meting_anders
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
