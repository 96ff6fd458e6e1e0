-- The ouder of CBS-gebieden follows from their code; that of a werkgebied does not and stays.
DELETE FROM gebied_ouder
WHERE gebied IN (SELECT code FROM te_vervangen)
    AND gebied IN (SELECT code FROM gebied WHERE soort <> 'werkgebied')
