-- The source now says that nothing changed here in that year.
DELETE FROM breuk
WHERE id IN (SELECT concat('grens:', code, ':', jaar) FROM invoer_gebied WHERE indelingswijziging = 1)
