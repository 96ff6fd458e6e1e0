-- Marks 2 (the code changed) and 3 (the boundary changed) break every series of the gebied; 1 breaks nothing. Nor does
-- 3 where the gebied is new: other gebieden of its level and gemeente are known the year before, and it is not.
-- All years of the gemeenten in the file are looked at: a file of an earlier year may be read later.
INSERT INTO breuk (id, indicator, gebied, vanaf, soort, uitleg, inlezing)
SELECT concat('grens:', j.gebied, ':', j.jaar), NULL, j.gebied, make_date(j.jaar, 1, 1), 'gebiedsgrens',
    CASE j.indelingswijziging
        WHEN 2 THEN concat('In ', j.jaar, ' kreeg dit gebied een andere code. De grens bleef gelijk. ',
            'Cijfers van daarvoor staan onder de oude code.')
        ELSE concat('In ', j.jaar, ' veranderde de grens van dit gebied.')
    END,
    j.inlezing
FROM gebied_jaar AS j
JOIN (SELECT gebied, min(jaar) AS jaar FROM gebied_jaar GROUP BY gebied) AS eerste ON eerste.gebied = j.gebied
LEFT JOIN (SELECT DISTINCT substr(gebied, 1, 6) AS groep, jaar FROM gebied_jaar) AS ervoor
    ON ervoor.groep = substr(j.gebied, 1, 6) AND ervoor.jaar = j.jaar - 1
WHERE substr(j.gebied, 3, 4) IN (SELECT DISTINCT substr(code, 3, 4) FROM invoer_gebied)
    AND (
        j.indelingswijziging = 2
        OR j.indelingswijziging = 3 AND (eerste.jaar < j.jaar OR ervoor.jaar IS NULL)
    )
ON CONFLICT (id) DO UPDATE SET uitleg = excluded.uitleg WHERE breuk.uitleg <> excluded.uitleg
