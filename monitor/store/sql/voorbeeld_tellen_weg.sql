-- What own figures left beside the metingen of the example gemeente.
DELETE FROM meting_onderdrukking WHERE gebied LIKE '__9901%';
DELETE FROM nulmeting WHERE gebied LIKE '__9901%';
DELETE FROM meting_peildatum WHERE gebied LIKE '__9901%';
DELETE FROM meting_vorige_rij WHERE gebied LIKE '__9901%';
DELETE FROM inlezing_reden WHERE inlezing IN (SELECT id FROM inlezing WHERE voorbeeld);
