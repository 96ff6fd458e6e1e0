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
