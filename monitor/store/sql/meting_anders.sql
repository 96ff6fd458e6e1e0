    -- Whether row i of a file says something else than meting m.
    (
        i.waarde IS DISTINCT FROM m.waarde
        OR i.ontbreekt_reden IS DISTINCT FROM m.ontbreekt_reden
        OR i.ondergrens IS DISTINCT FROM m.ondergrens
        OR i.bovengrens IS DISTINCT FROM m.bovengrens
        OR i.teller IS DISTINCT FROM m.teller
        OR i.noemer IS DISTINCT FROM m.noemer
        OR i.n IS DISTINCT FROM m.n
        OR i.status IS DISTINCT FROM m.status
    )
