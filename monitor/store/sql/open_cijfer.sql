    -- Of a meting m of indicator i: what a page may show to anybody. A figure of people themselves holds where a wijk
    -- chose it, now or before (rule 3), and for its whole gemeente. A small count is hidden by meting_getoond.
    (i.landelijk OR m.gebied LIKE 'GM%'
        OR EXISTS (SELECT 1 FROM geldig_in AS g WHERE g.indicator = m.indicator AND g.gebied = m.gebied))
    AND (len($gebieden) = 0 OR list_contains($gebieden, m.gebied))
    AND (len($indicatoren) = 0 OR list_contains($indicatoren, m.indicator))
