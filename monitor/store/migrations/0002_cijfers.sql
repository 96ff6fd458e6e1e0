-- Themas, indicators with their versions and support, and the figures themselves.

CREATE TABLE thema (
    code VARCHAR PRIMARY KEY,
    naam VARCHAR NOT NULL,
    uitleg VARCHAR,
    volgorde INTEGER NOT NULL
);

-- landelijk: made by a national source. It is context, valid everywhere, and can never be gedragen.
CREATE TABLE indicator (
    code VARCHAR PRIMARY KEY,
    landelijk BOOLEAN NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL
);

CREATE TABLE indicator_versie (
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    versie INTEGER NOT NULL,
    geldig_van DATE NOT NULL,
    naam VARCHAR NOT NULL CHECK (naam <> ''),
    definitie VARCHAR,
    technische_definitie VARCHAR,
    eenheid VARCHAR NOT NULL,
    decimalen INTEGER NOT NULL DEFAULT 0 CHECK (decimalen BETWEEN 0 AND 6),
    populatie VARCHAR,
    zin VARCHAR,
    noemer VARCHAR,
    bewijssoort VARCHAR NOT NULL
        CHECK (bewijssoort IN ('geregistreerd', 'gemeten', 'geschat', 'geteld', 'ervaren')),
    richting VARCHAR NOT NULL
        CHECK (richting IN ('hoger_is_gunstig', 'lager_is_gunstig', 'niet_eenduidig')),
    richting_uitleg VARCHAR,
    soort VARCHAR NOT NULL CHECK (soort IN ('inzet', 'opbrengst', 'effect', 'beleving', 'achtergrond')),
    thema VARCHAR NOT NULL REFERENCES thema (code),
    context_volgorde INTEGER,
    gemaakt_door VARCHAR,
    waarvoor VARCHAR,
    belasting VARCHAR,
    beinvloedbaar VARCHAR CHECK (beinvloedbaar IN ('volledig', 'deels', 'nauwelijks')),
    bron VARCHAR NOT NULL REFERENCES bron (code),
    reden VARCHAR NOT NULL,
    PRIMARY KEY (indicator, versie),
    CHECK (richting <> 'niet_eenduidig' OR richting_uitleg IS NOT NULL)
);

-- Append only: the newest line is the status.
CREATE TABLE indicator_status (
    id VARCHAR PRIMARY KEY,
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    status VARCHAR NOT NULL CHECK (status IN ('voorstel', 'in_gesprek', 'gedragen', 'in_gebruik', 'vervallen')),
    op TIMESTAMP NOT NULL,
    reden VARCHAR
);

-- geldig_in: where an indicator was adopted, and as what. tot empty means: still.
CREATE TABLE geldig_in (
    id VARCHAR PRIMARY KEY,
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    rol VARCHAR NOT NULL CHECK (rol IN ('kern', 'aanvullend', 'ontwikkel', 'context')),
    volgorde INTEGER NOT NULL DEFAULT 0,
    van DATE NOT NULL,
    tot DATE,
    reden VARCHAR,
    CHECK (tot IS NULL OR tot >= van)
);

-- Counts per role, never names.
CREATE TABLE draagvlak (
    id VARCHAR PRIMARY KEY,
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    voor INTEGER NOT NULL CHECK (voor >= 0),
    tegen INTEGER NOT NULL DEFAULT 0 CHECK (tegen >= 0),
    op DATE NOT NULL,
    toelichting VARCHAR
);

CREATE TABLE bezwaar (
    id VARCHAR PRIMARY KEY,
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    tekst VARCHAR NOT NULL CHECK (tekst <> ''),
    op DATE NOT NULL,
    antwoord VARCHAR,
    beantwoord_op DATE,
    CHECK ((antwoord IS NULL) = (beantwoord_op IS NULL))
);

-- A missing value is a row with its reason, never a zero and never an absent row.
-- indicator and inlezing are no foreign keys: millions of rows point at few values, and the indexes behind such keys make
-- reading a national file twice as slow. Each inlezing writes its indicators first, in the same transaction, and `check`
-- looks whether every row still has both.
CREATE TABLE meting (
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    indicator VARCHAR NOT NULL,
    periode VARCHAR NOT NULL,
    periode_start DATE NOT NULL,
    waarde DOUBLE,
    ondergrens DOUBLE,
    bovengrens DOUBLE,
    teller DOUBLE,
    noemer DOUBLE,
    n INTEGER CHECK (n >= 0),
    status VARCHAR NOT NULL CHECK (status IN ('definitief', 'voorlopig', 'berekend')),
    ontbreekt_reden VARCHAR CHECK (ontbreekt_reden IN
        ('nog_niet_gepubliceerd', 'geheim', 'te_klein', 'niet_geleverd', 'niet_van_toepassing', 'onbekend')),
    inlezing VARCHAR NOT NULL,
    PRIMARY KEY (gebied, indicator, periode),
    CHECK ((waarde IS NULL) = (ontbreekt_reden IS NOT NULL)),
    CHECK ((ondergrens IS NULL) = (bovengrens IS NULL)),
    CHECK (ondergrens IS NULL OR (ondergrens <= waarde AND waarde <= bovengrens))
);

-- What stood there before an inlezing changed it. Without keys to meting: it is history.
CREATE TABLE meting_vorige (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL,
    periode VARCHAR NOT NULL,
    waarde DOUBLE,
    ontbreekt_reden VARCHAR,
    inlezing VARCHAR NOT NULL,
    vervangen_door VARCHAR NOT NULL REFERENCES inlezing (id)
);

-- A break: before and from `vanaf` cannot be compared. gebied empty: everywhere; indicator empty: every indicator.
CREATE TABLE breuk (
    id VARCHAR PRIMARY KEY,
    indicator VARCHAR REFERENCES indicator (code),
    gebied VARCHAR REFERENCES gebied (code),
    vanaf DATE NOT NULL,
    soort VARCHAR NOT NULL
        CHECK (soort IN ('gebiedsgrens', 'vraagstelling', 'model', 'registratie', 'definitie')),
    uitleg VARCHAR NOT NULL CHECK (uitleg <> ''),
    inlezing VARCHAR REFERENCES inlezing (id),
    CHECK (indicator IS NOT NULL OR gebied IS NOT NULL)
);
