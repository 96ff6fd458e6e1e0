-- Takes the example gemeente (GM9901) out of the store. Children go before parents, and in another transaction,
-- because the engine refuses to delete both in one. The word NEXT on a line of its own ends a transaction.
DELETE FROM momentopname_regel WHERE momentopname IN (
    SELECT m.id FROM momentopname AS m JOIN raadsstuk AS s ON s.id = m.raadsstuk WHERE s.gebied LIKE '__9901%'
);
DELETE FROM momentopname_uitgave WHERE momentopname IN (
    SELECT m.id FROM momentopname AS m JOIN raadsstuk AS s ON s.id = m.raadsstuk WHERE s.gebied LIKE '__9901%'
);
DELETE FROM raadsstuk_tekst WHERE raadsstuk IN (SELECT id FROM raadsstuk WHERE gebied LIKE '__9901%');
DELETE FROM raadsstuk_onderdeel_stand WHERE onderdeel IN (
    SELECT o.id FROM raadsstuk_onderdeel AS o JOIN raadsstuk AS s ON s.id = o.raadsstuk WHERE s.gebied LIKE '__9901%'
);
DELETE FROM raadsstuk_keuze WHERE raadsstuk IN (SELECT id FROM raadsstuk WHERE gebied LIKE '__9901%');
DELETE FROM raadsstuk_kop WHERE raadsstuk IN (SELECT id FROM raadsstuk WHERE gebied LIKE '__9901%');
NEXT
DELETE FROM momentopname WHERE raadsstuk IN (SELECT id FROM raadsstuk WHERE gebied LIKE '__9901%');
DELETE FROM raadsstuk_onderdeel WHERE raadsstuk IN (SELECT id FROM raadsstuk WHERE gebied LIKE '__9901%');
NEXT
DELETE FROM raadsstuk WHERE gebied LIKE '__9901%';
DELETE FROM wijkplan_maker WHERE versie IN (
    SELECT v.id FROM wijkplan_versie AS v JOIN wijkplan AS p ON p.id = v.wijkplan WHERE p.gebied LIKE '__9901%'
);
DELETE FROM wijkplan_deel WHERE versie IN (
    SELECT v.id FROM wijkplan_versie AS v JOIN wijkplan AS p ON p.id = v.wijkplan WHERE p.gebied LIKE '__9901%'
);
DELETE FROM wijkplan_afwijking WHERE versie IN (
    SELECT v.id FROM wijkplan_versie AS v JOIN wijkplan AS p ON p.id = v.wijkplan WHERE p.gebied LIKE '__9901%'
);
DELETE FROM wijkplan_terugblik_deelnemer WHERE terugblik IN (
    SELECT t.id
    FROM wijkplan_terugblik AS t
    JOIN wijkplan_regel AS r ON r.id = t.regel
    JOIN wijkplan AS p ON p.id = r.wijkplan
    WHERE p.gebied LIKE '__9901%'
);
DELETE FROM wijkplan_oordeel WHERE aanvraag IN (
    SELECT a.id FROM wijkplan_aanvraag AS a JOIN wijkplan AS p ON p.id = a.wijkplan WHERE p.gebied LIKE '__9901%'
);
DELETE FROM wijkplan_bron WHERE wijkplan IN (SELECT id FROM wijkplan WHERE gebied LIKE '__9901%');
DELETE FROM wijkplan_kwestie WHERE wijkplan IN (SELECT id FROM wijkplan WHERE gebied LIKE '__9901%');
DELETE FROM wijkplan_stand WHERE wijkplan IN (SELECT id FROM wijkplan WHERE gebied LIKE '__9901%');
DELETE FROM beslispunt_bron WHERE beslispunt IN (
    SELECT p.id FROM beslispunt AS p JOIN raadsbesluit AS r ON r.id = p.raadsbesluit WHERE r.gebied LIKE '__9901%'
);
NEXT
DELETE FROM wijkplan_terugblik WHERE regel IN (
    SELECT r.id FROM wijkplan_regel AS r JOIN wijkplan AS p ON p.id = r.wijkplan WHERE p.gebied LIKE '__9901%'
);
DELETE FROM wijkplan_versie WHERE wijkplan IN (SELECT id FROM wijkplan WHERE gebied LIKE '__9901%');
DELETE FROM wijkplan_aanvraag WHERE wijkplan IN (SELECT id FROM wijkplan WHERE gebied LIKE '__9901%');
NEXT
DELETE FROM wijkplan_regel WHERE wijkplan IN (SELECT id FROM wijkplan WHERE gebied LIKE '__9901%');
NEXT
DELETE FROM wijkplan WHERE gebied LIKE '__9901%';
DELETE FROM wijkbezoek_stap WHERE wijkbezoek IN (SELECT id FROM wijkbezoek WHERE gebied LIKE '__9901%');
DELETE FROM wijkbezoek_deelnemer WHERE wijkbezoek IN (SELECT id FROM wijkbezoek WHERE gebied LIKE '__9901%');
DELETE FROM wijkbezoek_verhaal WHERE wijkbezoek IN (SELECT id FROM wijkbezoek WHERE gebied LIKE '__9901%');
NEXT
DELETE FROM beslispunt WHERE raadsbesluit IN (SELECT id FROM raadsbesluit WHERE gebied LIKE '__9901%');
DELETE FROM wijkbezoek WHERE gebied LIKE '__9901%';
NEXT
DELETE FROM raadsbesluit WHERE gebied LIKE '__9901%';
DELETE FROM sessie_agenda WHERE sessie IN (SELECT id FROM sessie WHERE gebied LIKE '__9901%');
DELETE FROM sessie_stap WHERE sessie IN (SELECT id FROM sessie WHERE gebied LIKE '__9901%');
DELETE FROM sessie_deelnemer WHERE sessie IN (SELECT id FROM sessie WHERE gebied LIKE '__9901%');
DELETE FROM sessie_gast WHERE sessie IN (SELECT id FROM sessie WHERE gebied LIKE '__9901%');
DELETE FROM leerpunt_bron WHERE leerpunt IN (SELECT id FROM leerpunt WHERE gebied LIKE '__9901%');
DELETE FROM leerpunt_lezing WHERE leerpunt IN (SELECT id FROM leerpunt WHERE gebied LIKE '__9901%');
DELETE FROM leerpunt_stand WHERE leerpunt IN (SELECT id FROM leerpunt WHERE gebied LIKE '__9901%');
DELETE FROM afspraak_stand WHERE afspraak IN (
    SELECT a.id FROM afspraak AS a JOIN sessie AS s ON s.id = a.sessie WHERE s.gebied LIKE '__9901%'
);
NEXT
DELETE FROM afspraak WHERE sessie IN (SELECT id FROM sessie WHERE gebied LIKE '__9901%');
NEXT
DELETE FROM leerpunt WHERE gebied LIKE '__9901%';
NEXT
DELETE FROM sessie WHERE gebied LIKE '__9901%';
DELETE FROM voortgang
WHERE activiteit IN (SELECT id FROM activiteit WHERE gebied LIKE '__9901%')
    OR initiatief IN (SELECT id FROM initiatief WHERE gebied LIKE '__9901%');
DELETE FROM aanleiding
WHERE activiteit IN (SELECT id FROM activiteit WHERE gebied LIKE '__9901%')
    OR initiatief IN (SELECT id FROM initiatief WHERE gebied LIKE '__9901%');
DELETE FROM activiteit_partner WHERE activiteit IN (SELECT id FROM activiteit WHERE gebied LIKE '__9901%');
DELETE FROM doorhaling
WHERE financiering IN (SELECT id FROM financiering WHERE gebied LIKE '__9901%')
    OR gebeurtenis IN (SELECT id FROM gebeurtenis WHERE gebied LIKE '__9901%');
NEXT
DELETE FROM leesherkenning WHERE keuze IN (
    SELECT k.id
    FROM leeskeuze AS k
    JOIN leesdomein AS d ON d.id = k.domein
    JOIN leesronde AS r ON r.id = d.ronde
    WHERE r.gebied LIKE '__9901%'
);
DELETE FROM leesnagaan WHERE keuze IN (
    SELECT k.id
    FROM leeskeuze AS k
    JOIN leesdomein AS d ON d.id = k.domein
    JOIN leesronde AS r ON r.id = d.ronde
    WHERE r.gebied LIKE '__9901%'
);
DELETE FROM leesafwijking WHERE keuze IN (
    SELECT k.id
    FROM leeskeuze AS k
    JOIN leesdomein AS d ON d.id = k.domein
    JOIN leesronde AS r ON r.id = d.ronde
    WHERE r.gebied LIKE '__9901%'
);
DELETE FROM leesstem WHERE domein IN (
    SELECT d.id FROM leesdomein AS d JOIN leesronde AS r ON r.id = d.ronde WHERE r.gebied LIKE '__9901%'
);
DELETE FROM leesdomein_verhaal WHERE ronde IN (SELECT id FROM leesronde WHERE gebied LIKE '__9901%');
DELETE FROM leesronde_deelnemer WHERE ronde IN (SELECT id FROM leesronde WHERE gebied LIKE '__9901%');
DELETE FROM leesronde_gast WHERE ronde IN (SELECT id FROM leesronde WHERE gebied LIKE '__9901%');
DELETE FROM leesronde_stand WHERE ronde IN (SELECT id FROM leesronde WHERE gebied LIKE '__9901%');
DELETE FROM leesronde_bron WHERE ronde IN (SELECT id FROM leesronde WHERE gebied LIKE '__9901%');
NEXT
DELETE FROM leeskeuze WHERE domein IN (
    SELECT d.id FROM leesdomein AS d JOIN leesronde AS r ON r.id = d.ronde WHERE r.gebied LIKE '__9901%'
);
NEXT
DELETE FROM leesdomein WHERE ronde IN (SELECT id FROM leesronde WHERE gebied LIKE '__9901%');
NEXT
DELETE FROM leesronde WHERE gebied LIKE '__9901%';
NEXT
DELETE FROM zoek_term WHERE nummer IN (SELECT nummer FROM zoek_verhaal WHERE gebied LIKE '__9901%');
DELETE FROM zoek_verhaal WHERE gebied LIKE '__9901%';
DELETE FROM meting_vorige WHERE gebied LIKE '__9901%';
DELETE FROM meting WHERE gebied LIKE '__9901%';
DELETE FROM breuk WHERE gebied LIKE '__9901%' OR inlezing IN (SELECT id FROM inlezing WHERE voorbeeld);
DELETE FROM gebied_geometrie WHERE gebied LIKE '__9901%';
DELETE FROM gebied_opvolger WHERE gebied LIKE '__9901%';
DELETE FROM gebied_ouder WHERE gebied LIKE '__9901%';
DELETE FROM gebied_versie WHERE gebied LIKE '__9901%';
DELETE FROM gebied_jaar WHERE gebied LIKE '__9901%';
-- The land came along as the ouder of the gemeente. It stays for others, who then vouch for it.
DELETE FROM gebied_versie
WHERE gebied = 'NL00' AND NOT EXISTS (SELECT 1 FROM gebied WHERE code NOT LIKE '__9901%' AND code <> 'NL00');
DELETE FROM gebied_jaar
WHERE gebied = 'NL00' AND NOT EXISTS (SELECT 1 FROM gebied WHERE code NOT LIKE '__9901%' AND code <> 'NL00');
UPDATE gebied_jaar SET inlezing = (SELECT min(id) FROM inlezing WHERE NOT voorbeeld)
WHERE gebied = 'NL00' AND inlezing IN (SELECT id FROM inlezing WHERE voorbeeld)
    AND EXISTS (SELECT 1 FROM inlezing WHERE NOT voorbeeld);
DELETE FROM groep_voorstel WHERE voorstel IN (SELECT id FROM voorstel WHERE gebied LIKE '__9901%');
DELETE FROM groep_voorkeur WHERE groep IN (SELECT id FROM groep WHERE gebied LIKE '__9901%');
DELETE FROM groep_indicator WHERE groep IN (SELECT id FROM groep WHERE gebied LIKE '__9901%');
DELETE FROM herkenning WHERE gebied LIKE '__9901%';
DELETE FROM indicator_status WHERE gebied LIKE '__9901%';
DELETE FROM geldig_in WHERE gebied LIKE '__9901%';
DELETE FROM draagvlak WHERE gebied LIKE '__9901%';
DELETE FROM bezwaar WHERE gebied LIKE '__9901%';
DELETE FROM beoordeling WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM citaat WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM toestemming WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM verhaal_indicator WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM verhaal_thema WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM verhaal_perspectief WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM verhaal_herkomst WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM navraag WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM vertelcode WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM vondst_akkoord WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM verhaal_melding WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM terugkoppeling WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM signaal WHERE gebied LIKE '__9901%';
DELETE FROM uitnodiging WHERE wijk LIKE '__9901%';
DELETE FROM organisatie WHERE voorbeeld;
DELETE FROM instelling WHERE gewijzigd_door = 'voorbeeld';
DELETE FROM roltoewijzing WHERE wijk LIKE '__9901%';
DELETE FROM intrekking WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM financiering WHERE gebied LIKE '__9901%';
DELETE FROM gebeurtenis WHERE gebied LIKE '__9901%';
DELETE FROM activiteit_indicator WHERE activiteit IN (SELECT id FROM activiteit WHERE gebied LIKE '__9901%');
DELETE FROM initiatief_indicator WHERE initiatief IN (SELECT id FROM initiatief WHERE gebied LIKE '__9901%');
DELETE FROM plek WHERE gebied LIKE '__9901%';
NEXT
DELETE FROM voorstel WHERE gebied LIKE '__9901%';
DELETE FROM groep WHERE gebied LIKE '__9901%';
DELETE FROM verhaal_versie WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied LIKE '__9901%');
DELETE FROM activiteit WHERE gebied LIKE '__9901%';
DELETE FROM initiatief WHERE gebied LIKE '__9901%';
-- Indicators that nothing uses any more: the example's own, and national ones of which no figure is left.
DELETE FROM indicator_status
WHERE indicator NOT IN (SELECT indicator FROM meting)
    AND indicator NOT IN (SELECT indicator FROM geldig_in)
    AND indicator NOT IN (SELECT indicator FROM verhaal_indicator)
    AND indicator NOT IN (SELECT indicator FROM activiteit_indicator)
    AND indicator NOT IN (SELECT indicator FROM initiatief_indicator)
    AND indicator NOT IN (SELECT indicator FROM groep_indicator)
    AND indicator NOT IN (SELECT indicator FROM draagvlak)
    AND indicator NOT IN (SELECT indicator FROM bezwaar)
    AND indicator NOT IN (SELECT indicator FROM herkenning)
    AND indicator NOT IN (SELECT indicator FROM sessie_agenda WHERE indicator IS NOT NULL)
    AND indicator NOT IN (SELECT indicator FROM leerpunt_bron WHERE indicator IS NOT NULL)
    AND indicator NOT IN (SELECT indicator FROM beslispunt_bron WHERE indicator IS NOT NULL)
    AND indicator NOT IN (SELECT indicator FROM wijkplan_bron WHERE indicator IS NOT NULL)
    AND indicator IN (
        SELECT v.indicator FROM indicator_versie AS v JOIN indicator AS i ON i.code = v.indicator
        WHERE i.landelijk OR v.bron IN ('voorbeeld', 'wijk')
    );
DELETE FROM indicator_versie
WHERE indicator NOT IN (SELECT indicator FROM meting)
    AND indicator NOT IN (SELECT indicator FROM geldig_in)
    AND indicator NOT IN (SELECT indicator FROM verhaal_indicator)
    AND indicator NOT IN (SELECT indicator FROM activiteit_indicator)
    AND indicator NOT IN (SELECT indicator FROM initiatief_indicator)
    AND indicator NOT IN (SELECT indicator FROM groep_indicator)
    AND indicator NOT IN (SELECT indicator FROM draagvlak)
    AND indicator NOT IN (SELECT indicator FROM bezwaar)
    AND indicator NOT IN (SELECT indicator FROM herkenning)
    AND indicator NOT IN (SELECT indicator FROM sessie_agenda WHERE indicator IS NOT NULL)
    AND indicator NOT IN (SELECT indicator FROM leerpunt_bron WHERE indicator IS NOT NULL)
    AND indicator NOT IN (SELECT indicator FROM beslispunt_bron WHERE indicator IS NOT NULL)
    AND indicator NOT IN (SELECT indicator FROM wijkplan_bron WHERE indicator IS NOT NULL)
    AND indicator IN (SELECT code FROM indicator WHERE landelijk OR code IN (
        SELECT indicator FROM indicator_versie WHERE bron IN ('voorbeeld', 'wijk')
    ));
NEXT
DELETE FROM verhaal WHERE gebied LIKE '__9901%';
DELETE FROM indicator WHERE code NOT IN (SELECT indicator FROM indicator_versie);
DELETE FROM inlezing
WHERE voorbeeld
    AND id NOT IN (SELECT inlezing FROM meting)
    AND id NOT IN (SELECT inlezing FROM gebied_jaar)
    AND id NOT IN (SELECT inlezing FROM gebied_geometrie)
    AND id NOT IN (SELECT vervangen_door FROM meting_vorige);
NEXT
DELETE FROM gebied
WHERE code LIKE '__9901%' OR (code = 'NL00' AND code NOT IN (SELECT gebied FROM gebied_jaar));
DELETE FROM bron
WHERE code NOT IN (SELECT bron FROM inlezing) AND code NOT IN (SELECT bron FROM indicator_versie);
