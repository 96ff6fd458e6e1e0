-- What is there, what is done, what happened, what it costs.

CREATE TABLE initiatief (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    thema VARCHAR NOT NULL REFERENCES thema (code),
    naam VARCHAR NOT NULL CHECK (naam <> ''),
    beschrijving VARCHAR,
    trekker VARCHAR,
    voor_wie VARCHAR,
    sinds DATE,
    tot DATE,
    volhoudbaar VARCHAR
);

CREATE TABLE plek (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    thema VARCHAR NOT NULL REFERENCES thema (code),
    naam VARCHAR NOT NULL CHECK (naam <> ''),
    soort VARCHAR NOT NULL,
    beschrijving VARCHAR
);

CREATE TABLE activiteit (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    thema VARCHAR NOT NULL REFERENCES thema (code),
    naam VARCHAR NOT NULL CHECK (naam <> ''),
    beschrijving VARCHAR,
    wat_wil_je VARCHAR,
    voor_wie VARCHAR,
    organisatie VARCHAR,
    partners VARCHAR,
    rol_gemeente VARCHAR NOT NULL
        CHECK (rol_gemeente IN ('financier', 'sparringpartner', 'verbinder', 'overgedragen', 'geen')),
    begonnen_op DATE NOT NULL,
    geeindigd_op DATE,
    status VARCHAR NOT NULL CHECK (status IN ('loopt', 'proef', 'afgerond', 'gestopt', 'mislukt')),
    les VARCHAR,
    les_op DATE,
    vervolg VARCHAR,
    CHECK (status NOT IN ('afgerond', 'gestopt', 'mislukt') OR geeindigd_op IS NOT NULL),
    CHECK ((les IS NULL) = (les_op IS NULL))
);

CREATE TABLE activiteit_indicator (
    activiteit VARCHAR NOT NULL REFERENCES activiteit (id),
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    PRIMARY KEY (activiteit, indicator)
);

CREATE TABLE initiatief_indicator (
    initiatief VARCHAR NOT NULL REFERENCES initiatief (id),
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    PRIMARY KEY (initiatief, indicator)
);

CREATE TABLE gebeurtenis (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    thema VARCHAR REFERENCES thema (code),
    activiteit VARCHAR REFERENCES activiteit (id),
    datum DATE NOT NULL,
    titel VARCHAR NOT NULL CHECK (titel <> ''),
    toelichting VARCHAR
);

-- Money of any form stands side by side, for everybody alike; uren is the unpaid time that people put in.
CREATE TABLE financiering (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    thema VARCHAR NOT NULL REFERENCES thema (code),
    activiteit VARCHAR REFERENCES activiteit (id),
    initiatief VARCHAR REFERENCES initiatief (id),
    omschrijving VARCHAR NOT NULL,
    jaar INTEGER NOT NULL,
    vorm VARCHAR NOT NULL CHECK (vorm IN ('subsidie', 'welzijnscontract', 'wijkbegroting', 'shared_savings',
        'impactfinanciering', 'populatiebekostiging', 'eigen_inzet')),
    staat VARCHAR NOT NULL CHECK (staat IN ('aangevraagd', 'toegekend', 'besteed')),
    bedrag DECIMAL(14, 2),
    uren INTEGER,
    CHECK (bedrag IS NOT NULL OR uren IS NOT NULL),
    CHECK (bedrag IS NULL OR bedrag >= 0),
    CHECK (uren IS NULL OR uren >= 0)
);
