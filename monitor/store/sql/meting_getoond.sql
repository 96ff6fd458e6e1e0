    -- Of a meting m, by o not shown where it is too small, with its inlezing l and its bron b.
    m.gebied, m.periode, m.periode_start,
    CASE WHEN o.gebied IS NULL THEN m.waarde END AS waarde,
    CASE WHEN o.gebied IS NULL THEN m.ontbreekt_reden ELSE 'te_klein' END AS ontbreekt_reden,
    CASE WHEN o.gebied IS NULL THEN m.ondergrens END AS ondergrens,
    CASE WHEN o.gebied IS NULL THEN m.bovengrens END AS bovengrens,
    CASE WHEN o.gebied IS NULL THEN m.n END AS n,
    m.status AS meting_status, b.naam AS bron_naam, b.uitgever, b.url, l.peiljaar, l.ingelezen_op, l.voorbeeld
