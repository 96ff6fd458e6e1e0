-- Marks 2 (the code changed) and 3 (the boundary changed) break every series of the gebied; 1 breaks nothing.
-- Parameters: inlezing.
INSERT INTO breuk (id, indicator, gebied, vanaf, soort, uitleg, inlezing)
SELECT concat('grens:', code, ':', jaar), NULL, code, make_date(jaar, 1, 1), 'gebiedsgrens',
    CASE indelingswijziging
        WHEN 2 THEN concat('In ', jaar, ' kreeg dit gebied een andere code. De grens bleef gelijk. ',
            'Cijfers van daarvoor staan onder de oude code.')
        ELSE concat('In ', jaar, ' veranderde de grens van dit gebied. ',
            'Cijfers van daarvoor zijn niet zomaar te vergelijken.')
    END,
    $inlezing
FROM invoer_gebied
WHERE indelingswijziging IN (2, 3)
ON CONFLICT (id) DO UPDATE SET uitleg = excluded.uitleg WHERE breuk.uitleg <> excluded.uitleg
