-- What the gemeente writes for the raad. Rows are added and not changed; only words that somebody took away are emptied,
-- and then the row says when. Of a verhaal only its id stands here, never a word.

CREATE TABLE raadsstuk (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    soort VARCHAR NOT NULL CHECK (soort IN ('raadsvoorstel', 'raadsinformatiebrief', 'wijkbeeld')),
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL
);

-- Append only: the highest nummer holds. Without a titel the whole stuk was taken away.
CREATE TABLE raadsstuk_kop (
    id VARCHAR PRIMARY KEY,
    raadsstuk VARCHAR NOT NULL REFERENCES raadsstuk (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    titel VARCHAR CHECK (titel <> ''),
    fase VARCHAR CHECK (fase IN ('beeldvorming', 'oordeelsvorming', 'besluitvorming')),
    periode_van INTEGER,
    periode_tot INTEGER,
    jaar INTEGER,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK (periode_van <= periode_tot),
    CHECK ((titel IS NULL) = (weggehaald_op IS NOT NULL))
);

-- Append only: the highest nummer of a soort, ref and gebied says whether it is chosen. ref is no key: it names things
-- of several tables; `check` looks whether each is there.
CREATE TABLE raadsstuk_keuze (
    id VARCHAR PRIMARY KEY,
    raadsstuk VARCHAR NOT NULL REFERENCES raadsstuk (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    soort VARCHAR NOT NULL CHECK (soort IN ('wijk', 'thema', 'indicator', 'citaat', 'leerpunt', 'deel')),
    ref VARCHAR NOT NULL CHECK (ref <> ''),
    gebied VARCHAR REFERENCES gebied (code),
    erbij BOOLEAN NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    CHECK ((gebied IS NOT NULL) = (soort = 'indicator'))
);

-- What repeats in a stuk. vast: it is always there (the alternatief to do nothing).
CREATE TABLE raadsstuk_onderdeel (
    id VARCHAR PRIMARY KEY,
    raadsstuk VARCHAR NOT NULL REFERENCES raadsstuk (id),
    soort VARCHAR NOT NULL CHECK (soort IN ('beslispunt', 'argument', 'kanttekening', 'risico', 'alternatief',
        'financiele_regel', 'mijlpaal', 'advies', 'eerder', 'bijlage')),
    vast BOOLEAN NOT NULL,
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL
);

-- What of it are no words. Append only: the highest nummer holds. bij is a beslispunt of the same stuk. verhaal: whose
-- citaat; never its words. Money is of year t up to and including t+3; empty is not written down, which is no zero.
CREATE TABLE raadsstuk_onderdeel_stand (
    id VARCHAR PRIMARY KEY,
    onderdeel VARCHAR NOT NULL REFERENCES raadsstuk_onderdeel (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    volgorde INTEGER NOT NULL CHECK (volgorde >= 0),
    erin BOOLEAN NOT NULL,
    bij VARCHAR,
    indicator VARCHAR,
    gebied VARCHAR REFERENCES gebied (code),
    verhaal VARCHAR,
    geldvorm VARCHAR CHECK (geldvorm IN ('structureel', 'incidenteel')),
    bedrag_een DECIMAL(14, 2),
    bedrag_twee DECIMAL(14, 2),
    bedrag_drie DECIMAL(14, 2),
    bedrag_vier DECIMAL(14, 2),
    dag DATE,
    eerder VARCHAR CHECK (eerder IN ('besluit', 'motie', 'toezegging')),
    raadsbesluit VARCHAR,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    CHECK ((indicator IS NULL) = (gebied IS NULL))
);

-- Every text of every field. Append only: what somebody wrote never goes because of another. begonnen_bij: the nummer
-- that the writer saw. An empty text was emptied by somebody; no text was taken away.
CREATE TABLE raadsstuk_tekst (
    id VARCHAR PRIMARY KEY,
    raadsstuk VARCHAR NOT NULL REFERENCES raadsstuk (id),
    deel VARCHAR NOT NULL CHECK (deel <> ''),
    onderdeel VARCHAR REFERENCES raadsstuk_onderdeel (id),
    veld VARCHAR NOT NULL CHECK (veld <> ''),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    tekst VARCHAR,
    begonnen_bij INTEGER NOT NULL CHECK (begonnen_bij >= 0),
    botst BOOLEAN NOT NULL,
    kiest BOOLEAN NOT NULL,
    zelf_hash VARCHAR,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((tekst IS NULL) = (weggehaald_op IS NOT NULL))
);

-- What stood in a stuk when it was written out: by what it can be compared with how things are later.
CREATE TABLE momentopname (
    id VARCHAR PRIMARY KEY,
    raadsstuk VARCHAR NOT NULL REFERENCES raadsstuk (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    hash VARCHAR NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL
);

-- Ids, numbers of versions, hashes and figures; never a text.
CREATE TABLE momentopname_regel (
    id VARCHAR PRIMARY KEY,
    momentopname VARCHAR NOT NULL REFERENCES momentopname (id),
    soort VARCHAR NOT NULL CHECK (soort IN ('meting', 'citaat', 'definitie', 'leerpunt', 'tekst', 'besluit')),
    ref VARCHAR NOT NULL,
    gebied VARCHAR,
    periode VARCHAR,
    waarde DOUBLE,
    versie INTEGER,
    hash VARCHAR NOT NULL
);

-- What the gemeente gave to make a document look like hers. One of each soort.
CREATE TABLE bestand (
    id VARCHAR PRIMARY KEY,
    soort VARCHAR NOT NULL CHECK (soort IN ('word_sjabloon', 'logo')),
    naam VARCHAR NOT NULL CHECK (naam <> ''),
    mime VARCHAR NOT NULL,
    inhoud BLOB NOT NULL,
    sha256 VARCHAR NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL
);
