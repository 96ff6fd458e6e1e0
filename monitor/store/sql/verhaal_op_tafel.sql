-- Where one verhaal came from and where it lay on the table, for its own teller: what it was, in a word or its kind, and
-- the day. Parameter: verhaal.
SELECT s.soort, s.detail, s.dag
FROM (
    SELECT b.vorm AS soort, b.waar AS detail, (
        SELECT arg_max(t.dag, t.nummer)
        FROM wijkbezoek_stap AS t
        WHERE t.wijkbezoek = b.id
    ) AS dag
    FROM wijkbezoek_verhaal AS v
    JOIN wijkbezoek AS b ON b.id = v.wijkbezoek
    WHERE v.verhaal = $verhaal

    UNION ALL
    SELECT 'leesronde', r.naam, (
        SELECT CAST(min(d.op) AS DATE)
        FROM leesdomein_verhaal AS d
        WHERE d.ronde = r.id AND d.verhaal = $verhaal
    )
    FROM leesronde AS r
    WHERE r.id IN (
        SELECT ronde
        FROM leesdomein_verhaal
        WHERE verhaal = $verhaal
        GROUP BY ronde
        HAVING arg_max(coalesce(domein, ''), nummer) <> ''
    )

    UNION ALL
    SELECT DISTINCT 'sessie', e.titel, (
        SELECT arg_max(t.dag, t.nummer)
        FROM sessie_stap AS t
        WHERE t.sessie = e.id
    )
    FROM sessie_agenda AS a
    JOIN sessie AS e ON e.id = a.sessie
    WHERE a.verhaal = $verhaal AND a.weggehaald_op IS NULL

    UNION ALL
    SELECT DISTINCT l.niveau, NULL, CAST(l.gemaakt_op AS DATE)
    FROM leerpunt_bron AS b
    JOIN leerpunt AS l ON l.id = b.leerpunt
    WHERE b.verhaal = $verhaal AND l.weggehaald_op IS NULL
) AS s
ORDER BY s.dag, s.soort, s.detail
