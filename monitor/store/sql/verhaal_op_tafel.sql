-- Where one verhaal came from and where it lay on the table, for its own teller: what it was, in a word or its kind, and
-- the day, or the moment of which the store makes the day. What did not happen yet, or does not go on, has a soort of its own: everything that is held of a verhaal is told,
-- also before a gesprek was closed, and never as something that took place. Parameter: verhaal.
SELECT s.soort, s.detail, s.dag, s.moment
FROM (
    SELECT b.vorm AS soort, b.waar AS detail, (
        SELECT arg_max(t.dag, t.nummer)
        FROM wijkbezoek_stap AS t
        WHERE t.wijkbezoek = b.id
    ) AS dag, CAST(NULL AS TIMESTAMP) AS moment
    FROM wijkbezoek_verhaal AS v
    JOIN wijkbezoek AS b ON b.id = v.wijkbezoek
    WHERE v.verhaal = $verhaal

    UNION ALL
    SELECT CASE n.stand
            WHEN 'gesloten' THEN 'leesronde'
            WHEN 'afgelast' THEN 'leesronde_afgelast'
            ELSE 'leesronde_open'
        END, r.naam, NULL, (
            SELECT min(d.op)
            FROM leesdomein_verhaal AS d
            WHERE d.ronde = r.id AND d.verhaal = $verhaal
        )
    FROM leesronde AS r
    JOIN (SELECT ronde, arg_max(stand, nummer) AS stand FROM leesronde_stand GROUP BY ronde) AS n ON n.ronde = r.id
    WHERE r.id IN (
        SELECT ronde
        FROM leesdomein_verhaal
        WHERE verhaal = $verhaal
        GROUP BY ronde
        HAVING arg_max(coalesce(domein, ''), nummer) <> ''
    )

    UNION ALL
    SELECT DISTINCT CASE n.stand
            WHEN 'voorbereid' THEN 'sessie_klaar'
            WHEN 'afgelast' THEN 'sessie_afgelast'
            ELSE 'sessie'
        END, e.titel, n.dag, NULL
    FROM sessie_agenda AS a
    JOIN sessie AS e ON e.id = a.sessie
    JOIN (
        SELECT sessie, arg_max(stand, nummer) AS stand, arg_max(dag, nummer) AS dag
        FROM sessie_stap
        GROUP BY sessie
    ) AS n ON n.sessie = e.id
    WHERE a.verhaal = $verhaal AND a.weggehaald_op IS NULL

    UNION ALL
    SELECT DISTINCT l.niveau, NULL, NULL, l.gemaakt_op
    FROM leerpunt_bron AS b
    JOIN leerpunt AS l ON l.id = b.leerpunt
    WHERE b.verhaal = $verhaal AND l.weggehaald_op IS NULL
) AS s
