-- What a reader may read of some verhalen, and where each stands for him. Who does not read intern in its wijk finds a
-- verhaal at the gemeente when the wijk has few inhabitants or few public verhalen (rule 12).
-- Filled in: leesbaar (verhalen_leesbaar), hier (the gebieden concerned), openbaar (public verhalen of those: id, gebied),
-- intern (whether this reader reads for leren and gesprek in gebied g), verhalen (values or a query of ids).
-- One row comes back per gebied without anything to show, so that a page can say why.
-- Parameters: op (today), inwoners (indicator), kleinste_wijk, minste_verhalen.
WITH leesbaar AS MATERIALIZED (
{leesbaar}
),
hier AS (
    {hier}
),
inwoners AS (
    SELECT gebied, arg_max(waarde, periode_start) AS waarde
    FROM meting
    WHERE indicator = $inwoners AND waarde IS NOT NULL AND gebied IN (SELECT code FROM hier)
    GROUP BY gebied
),
telling AS (
    SELECT g.code, count(o.id) AS aantal,
        g.code LIKE 'GM%'
            OR (coalesce(any_value(i.waarde), 0) >= $kleinste_wijk AND count(o.id) >= $minste_verhalen) AS op_wijk,
        {intern} AS intern
    FROM hier AS g
    LEFT JOIN ({openbaar}) AS o ON o.gebied = g.code
    LEFT JOIN inwoners AS i ON i.gebied = g.code
    GROUP BY g.code
),
te_lezen AS (
    SELECT l.*
    FROM leesbaar AS l
    JOIN telling AS t ON t.code = l.gebied
    WHERE l.openbaar_tot >= $op OR (t.intern AND (l.leren_tot >= $op OR l.gesprek_tot >= $op))
),
kenmerk AS (
    SELECT verhaal, 'perspectief' AS soort, perspectief AS wat, NULL AS hoe, NULL AS uitleg, NULL AS op
    FROM verhaal_perspectief WHERE verhaal IN ({verhalen})
    UNION ALL
    SELECT verhaal, 'thema', thema, NULL, NULL, NULL FROM verhaal_thema WHERE verhaal IN ({verhalen})
    UNION ALL
    SELECT verhaal, 'koppeling', indicator, verhouding, toelichting, NULL
    FROM verhaal_indicator WHERE verhaal IN ({verhalen})
    UNION ALL
    SELECT c.verhaal, 'citaat', c.tekst, NULL, NULL, c.gemaakt_op
    FROM citaat AS c
    JOIN leesbaar AS l ON l.id = c.verhaal AND l.versie = c.versie
    WHERE c.tekst IS NOT NULL AND c.akkoord_op IS NOT NULL
),
kenmerken AS (
    SELECT verhaal,
        list(wat ORDER BY wat) FILTER (soort = 'perspectief') AS perspectieven,
        list(wat ORDER BY wat) FILTER (soort = 'thema') AS themas,
        list([wat, hoe, uitleg] ORDER BY wat) FILTER (soort = 'koppeling') AS koppelingen,
        arg_max(wat, op) FILTER (soort = 'citaat') AS citaat
    FROM kenmerk
    GROUP BY verhaal
)
SELECT t.code, t.aantal, t.op_wijk, t.intern, l.id, v.verteld_op, s.titel, s.tekst, v.gevoel, v.dilemma, s.waarom,
    s.wens, v.namens, v.met_tolk, v.leeftijdsgroep, k.perspectieven, k.themas, k.koppelingen, k.citaat,
    l.openbaar_tot >= $op AS openbaar, t.intern AND l.gesprek_tot >= $op AS gesprek,
    t.intern AND l.leren_tot >= $op AS leren
FROM telling AS t
LEFT JOIN te_lezen AS l ON l.gebied = t.code
LEFT JOIN verhaal AS v ON v.id = l.id AND v.id IN ({verhalen})
LEFT JOIN verhaal_versie AS s ON s.verhaal = l.id AND s.versie = l.versie AND s.verhaal IN ({verhalen})
LEFT JOIN kenmerken AS k ON k.verhaal = l.id
ORDER BY t.code, v.verteld_op DESC, l.id
