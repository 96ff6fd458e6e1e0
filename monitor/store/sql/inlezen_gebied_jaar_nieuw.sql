-- What the file says of a gebied in a year that nobody spoke of. A source that does not tell which gebieden there are
-- (rang below $bekend) is heard only about gebieden of which nothing is known. A name that the file lacks is the
-- newest one known, else the code.
-- Parameters: inlezing, bekend.
INSERT INTO gebied_jaar (gebied, jaar, naam, indelingswijziging, inlezing)
SELECT i.code, i.jaar, coalesce(i.naam, b.naam, i.code), i.indelingswijziging, $inlezing
FROM invoer_gebied AS i
LEFT JOIN (
    SELECT gebied, arg_max(naam, jaar) AS naam
    FROM gebied_jaar
    WHERE naam <> gebied
    GROUP BY gebied
) AS b ON b.gebied = i.code
WHERE NOT EXISTS (
    SELECT 1 FROM gebied_jaar AS j
    WHERE j.gebied = i.code AND (j.jaar = i.jaar OR i.rang < $bekend)
)
