-- Verhalen of which the search does not know what the verhalen themselves say: not found though they can be read, found
-- though they cannot, or with other last days. And terms that belong to no verhaal.
-- Filled in: leesbaar (which verhalen can be read).
WITH leesbaar AS ({leesbaar}),
verschil AS (
    SELECT coalesce(l.id, z.verhaal) AS verhaal
    FROM leesbaar AS l
    FULL JOIN zoek_verhaal AS z ON z.verhaal = l.id
    WHERE l.id IS NULL OR z.verhaal IS NULL OR l.gebied <> z.gebied
        OR l.leren_tot IS DISTINCT FROM z.leren_tot
        OR l.gesprek_tot IS DISTINCT FROM z.gesprek_tot
        OR l.openbaar_tot IS DISTINCT FROM z.openbaar_tot
    UNION
    SELECT coalesce(z.verhaal, 'nummer ' || t.nummer)
    FROM (SELECT nummer, max(openbaar_tot) AS openbaar_tot FROM zoek_term GROUP BY nummer) AS t
    LEFT JOIN zoek_verhaal AS z ON z.nummer = t.nummer
    WHERE z.verhaal IS NULL OR z.openbaar_tot IS DISTINCT FROM t.openbaar_tot
)
SELECT verhaal FROM verschil ORDER BY verhaal
