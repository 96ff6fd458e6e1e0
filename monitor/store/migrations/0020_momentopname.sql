-- What a momentopname holds: from now on all that stands in the document, so that its kenmerk tells of any change.
-- A rule of a column cannot be widened: the table is made anew, with the lines that it had.

CREATE TEMPORARY TABLE bewaard AS SELECT * FROM momentopname_regel;

DROP TABLE momentopname_regel;

-- Ids, numbers of versions, hashes and figures; never a text. Lines of before this have only the first six kinds.
CREATE TABLE momentopname_regel (
    id VARCHAR PRIMARY KEY,
    momentopname VARCHAR NOT NULL REFERENCES momentopname (id),
    soort VARCHAR NOT NULL CHECK (soort IN ('meting', 'citaat', 'definitie', 'leerpunt', 'tekst', 'besluit', 'kop', 'keuze',
        'onderdeel', 'volgorde', 'zin', 'reeks', 'beperking', 'geld', 'bijeenkomst', 'stuk')),
    ref VARCHAR NOT NULL,
    gebied VARCHAR,
    periode VARCHAR,
    waarde DOUBLE,
    versie INTEGER,
    hash VARCHAR NOT NULL
);

INSERT INTO momentopname_regel (id, momentopname, soort, ref, gebied, periode, waarde, versie, hash)
SELECT id, momentopname, soort, ref, gebied, periode, waarde, versie, hash FROM bewaard;

DROP TABLE bewaard;

-- Two versions of one stuk never have the same number: it stands in the kenmerk.
CREATE UNIQUE INDEX momentopname_nummer ON momentopname (raadsstuk, nummer);

-- Each further time that a stuk was written out while the same stood in it: then the momentopname, and with it the
-- kenmerk, is the one that was there.
CREATE TABLE momentopname_uitgave (
    id VARCHAR PRIMARY KEY,
    momentopname VARCHAR NOT NULL REFERENCES momentopname (id),
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL
);

-- Of all that is appended the highest number holds: of two with the same one nobody could say which.
CREATE UNIQUE INDEX raadsstuk_kop_nummer ON raadsstuk_kop (raadsstuk, nummer);

CREATE UNIQUE INDEX raadsstuk_keuze_nummer ON raadsstuk_keuze (raadsstuk, nummer);

CREATE UNIQUE INDEX raadsstuk_onderdeel_stand_nummer ON raadsstuk_onderdeel_stand (onderdeel, nummer);

-- Without an onderdeel it is a field of the deel itself: to an index two unknowns are never the same.
CREATE UNIQUE INDEX raadsstuk_tekst_nummer ON raadsstuk_tekst (raadsstuk, deel, veld, coalesce(onderdeel, ''), nummer);
