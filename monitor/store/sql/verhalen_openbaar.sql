-- What a bezoeker may read, and where it may stand. A verhaal is public when the teller agreed to its public version,
-- her permission for openbaar holds today, somebody else reviewed that version, and nobody took it back.
-- It stands at its wijk when that has inhabitants enough and stories enough (rule 12), else at the gemeente.
-- One row comes back per wijk without anything to show, so that the page can say why.
-- Parameters: gebied (a wijk, or a gemeente for all its wijken), gemeente, op (today), inwoners (indicator), kleinste_wijk, minste_verhalen.
WITH hier AS (
    SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gebied
    UNION
    SELECT $gebied
),
kandidaat AS (
    SELECT * FROM verhaal
    WHERE gebied IN (SELECT code FROM hier) AND id NOT IN (SELECT verhaal FROM intrekking)
),
versie AS (
    SELECT *
    FROM verhaal_versie
    WHERE soort = 'publiek' AND verhaal IN (SELECT id FROM kandidaat)
    QUALIFY row_number() OVER (PARTITION BY verhaal ORDER BY versie DESC) = 1
),
toegestaan AS (
    SELECT verhaal, gegeven, einddatum
    FROM toestemming
    WHERE gebruik = 'openbaar' AND verhaal IN (SELECT id FROM kandidaat)
    QUALIFY row_number() OVER (PARTITION BY verhaal ORDER BY op DESC, id DESC) = 1
),
nagelezen AS (
    SELECT verhaal, versie, besluit
    FROM beoordeling
    WHERE verhaal IN (SELECT id FROM kandidaat)
    QUALIFY row_number() OVER (PARTITION BY verhaal ORDER BY op DESC, id DESC) = 1
),
openbaar AS (
    SELECT k.*, v.titel, v.tekst, v.waarom, v.wens
    FROM kandidaat AS k
    JOIN versie AS v ON v.verhaal = k.id AND v.tekst IS NOT NULL AND v.akkoord_op IS NOT NULL
    JOIN toegestaan AS t ON t.verhaal = k.id AND t.gegeven AND (t.einddatum IS NULL OR t.einddatum >= $op)
    JOIN nagelezen AS n ON n.verhaal = k.id AND n.versie = v.versie AND n.besluit = 'akkoord'
),
inwoners AS (
    SELECT gebied, waarde
    FROM meting
    WHERE indicator = $inwoners AND gebied IN (SELECT code FROM hier) AND waarde IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY gebied ORDER BY periode_start DESC) = 1
),
telling AS (
    SELECT h.code, count(o.id) AS aantal,
        h.code = $gemeente
            OR (coalesce(any_value(i.waarde), 0) >= $kleinste_wijk AND count(o.id) >= $minste_verhalen) AS op_wijk
    FROM hier AS h
    LEFT JOIN openbaar AS o ON o.gebied = h.code
    LEFT JOIN inwoners AS i ON i.gebied = h.code
    GROUP BY h.code
),
kenmerk AS (
    SELECT verhaal, 'perspectief' AS soort, perspectief AS wat, NULL AS hoe, NULL AS uitleg, NULL AS op
    FROM verhaal_perspectief
    UNION ALL
    SELECT verhaal, 'thema', thema, NULL, NULL, NULL FROM verhaal_thema
    UNION ALL
    SELECT verhaal, 'koppeling', indicator, verhouding, toelichting, NULL FROM verhaal_indicator
    UNION ALL
    SELECT verhaal, 'citaat', tekst, NULL, NULL, gemaakt_op
    FROM citaat WHERE tekst IS NOT NULL AND akkoord_op IS NOT NULL
),
kenmerken AS (
    SELECT verhaal,
        list(wat ORDER BY wat) FILTER (soort = 'perspectief') AS perspectieven,
        list(wat ORDER BY wat) FILTER (soort = 'thema') AS themas,
        list([wat, hoe, uitleg] ORDER BY wat) FILTER (soort = 'koppeling') AS koppelingen,
        arg_max(wat, op) FILTER (soort = 'citaat') AS citaat
    FROM kenmerk
    WHERE verhaal IN (SELECT id FROM kandidaat)
    GROUP BY verhaal
)
SELECT t.code, t.aantal, t.op_wijk, o.id, o.verteld_op, o.titel, o.tekst, o.gevoel, o.dilemma, o.waarom, o.wens,
    o.namens, o.met_tolk, o.leeftijdsgroep, k.perspectieven, k.themas, k.koppelingen, k.citaat
FROM telling AS t
LEFT JOIN openbaar AS o ON o.gebied = t.code
LEFT JOIN kenmerken AS k ON k.verhaal = o.id
ORDER BY t.code, o.verteld_op DESC, o.id
