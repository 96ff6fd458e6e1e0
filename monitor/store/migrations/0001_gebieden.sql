-- Gebieden: a code that stays, what a source said of it per year, the versions that follow from that, and its shape.

CREATE TABLE bron (
    code VARCHAR PRIMARY KEY,
    naam VARCHAR NOT NULL,
    uitgever VARCHAR NOT NULL,
    url VARCHAR,
    licentie VARCHAR,
    toelichting VARCHAR
);

-- One act of reading a file. What it changed stands in words in `wijzigingen`, counted in the columns before it.
CREATE TABLE inlezing (
    id VARCHAR PRIMARY KEY,
    bron VARCHAR NOT NULL REFERENCES bron (code),
    bestand VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    peiljaar INTEGER CHECK (peiljaar BETWEEN 1800 AND 2200),
    gepubliceerd_op DATE,
    ingelezen_op TIMESTAMP NOT NULL,
    ingelezen_door VARCHAR NOT NULL,
    reikwijdte VARCHAR NOT NULL CHECK (reikwijdte IN ('land', 'gemeente')),
    voorbeeld BOOLEAN NOT NULL DEFAULT FALSE,
    nieuw INTEGER NOT NULL DEFAULT 0,
    gewijzigd INTEGER NOT NULL DEFAULT 0,
    verdwenen INTEGER NOT NULL DEFAULT 0,
    wijzigingen VARCHAR NOT NULL DEFAULT ''
);

CREATE TABLE gebied (
    code VARCHAR PRIMARY KEY,
    soort VARCHAR NOT NULL CHECK (soort IN ('land', 'gemeente', 'wijk', 'buurt', 'werkgebied'))
);

-- What one source said of one gebied for one year: the facts that the versions are made from.
-- indelingswijziging is the mark of CBS: 1 nothing changed, 2 the code changed, 3 the boundary changed.
CREATE TABLE gebied_jaar (
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    jaar INTEGER NOT NULL,
    naam VARCHAR NOT NULL CHECK (naam <> ''),
    indelingswijziging INTEGER,
    inlezing VARCHAR NOT NULL REFERENCES inlezing (id),
    PRIMARY KEY (gebied, jaar),
    CHECK (indelingswijziging IN (1, 2, 3))
);

-- Rebuilt from gebied_jaar after every inlezing; geldig_tot is the last day on which it holds, empty while it still does.
CREATE TABLE gebied_versie (
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    geldig_van DATE NOT NULL,
    geldig_tot DATE,
    naam VARCHAR NOT NULL,
    PRIMARY KEY (gebied, geldig_van)
);

CREATE TABLE gebied_ouder (
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    ouder VARCHAR NOT NULL REFERENCES gebied (code),
    van DATE NOT NULL,
    tot DATE,
    PRIMARY KEY (gebied, ouder, van)
);

CREATE TABLE gebied_opvolger (
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    opvolger VARCHAR NOT NULL REFERENCES gebied (code),
    vanaf DATE NOT NULL,
    uitleg VARCHAR,
    PRIMARY KEY (gebied, opvolger)
);

-- GeoJSON geometry in WGS84, simplified as one coverage at import, rings wound for Vega.
CREATE TABLE gebied_geometrie (
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    jaar INTEGER NOT NULL,
    geojson VARCHAR NOT NULL,
    inlezing VARCHAR NOT NULL REFERENCES inlezing (id),
    PRIMARY KEY (gebied, jaar)
);
