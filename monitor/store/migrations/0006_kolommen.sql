-- Columns that came later. Of a table that others refer to and that holds rows, only one column can be added in one
-- transaction (the engine refuses the commit), so what came later of a verhaal has a table of its own in 0008.
ALTER TABLE toestemming ADD COLUMN vastgelegd_door VARCHAR;
ALTER TABLE citaat ADD COLUMN versie INTEGER DEFAULT 1;
-- What a reviewer asks goes to the teller's code page; emptied at withdrawal.
ALTER TABLE beoordeling ADD COLUMN vraag VARCHAR;
ALTER TABLE beoordeling ADD COLUMN met_bewoner BOOLEAN DEFAULT FALSE;
ALTER TABLE initiatief ADD COLUMN ingebracht_door VARCHAR;
ALTER TABLE initiatief ADD COLUMN ingebracht_op TIMESTAMP;
ALTER TABLE plek ADD COLUMN ingebracht_door VARCHAR;
ALTER TABLE plek ADD COLUMN ingebracht_op TIMESTAMP;
