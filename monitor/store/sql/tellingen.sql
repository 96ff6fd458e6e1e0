-- The counts in own figures, of the indicators that have a small one or one that its source hides. What an indicator once
-- counted, it counts: a new version shows nothing that was hidden. Of a share: how many said yes, and how many did not.
-- Parameters: drempel, codes (of the indicators).
WITH soort AS (
    SELECT v.indicator,
        bool_or(v.eenheid <> '%' AND (v.bewijssoort = 'geteld' OR v.eenheid IN ('aantal', 'mensen', 'personen'))) AS telt,
        bool_or(v.eenheid = '%') AS deelt
    FROM indicator_versie AS v
    WHERE v.indicator IN (SELECT unnest(CAST($codes AS VARCHAR[])))
    GROUP BY v.indicator
),
telling AS (
    SELECT m.indicator, m.gebied, m.periode,
        m.waarde IS NULL AS geheim,
        CASE WHEN s.telt THEN m.waarde END AS aantal,
        CASE WHEN s.deelt THEN round(coalesce(m.teller, m.waarde * coalesce(m.noemer, m.n) / 100)) END AS ja,
        CASE WHEN s.deelt THEN coalesce(m.noemer, m.n) END AS samen
    FROM meting AS m
    JOIN soort AS s ON s.indicator = m.indicator AND (s.telt OR s.deelt)
    WHERE m.waarde IS NOT NULL OR m.ontbreekt_reden IN ('te_klein', 'geheim')
)
SELECT indicator, gebied, periode, geheim, aantal, ja, samen - ja
FROM telling
WHERE indicator IN (
    SELECT indicator
    FROM telling
    WHERE geheim
        OR (aantal > 0 AND aantal < $drempel)
        OR (ja > 0 AND ja < $drempel)
        OR (samen > ja AND samen - ja < $drempel)
)
ORDER BY indicator, gebied, periode
