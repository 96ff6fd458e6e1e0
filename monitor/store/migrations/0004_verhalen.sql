-- Stories. What changes (permission, review, link) is appended beside them; the words are emptied at withdrawal.

CREATE TABLE verhaal (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    verteld_op DATE NOT NULL,
    gevoel VARCHAR NOT NULL CHECK (gevoel IN ('goed', 'dubbel', 'moeilijk', 'anders')),
    dilemma BOOLEAN NOT NULL DEFAULT FALSE,
    leeftijdsgroep VARCHAR CHECK (leeftijdsgroep IN
        ('jonger_dan_16', '16_tot_25', '25_tot_45', '45_tot_65', '65_tot_80', '80_en_ouder')),
    namens VARCHAR,
    taal VARCHAR NOT NULL DEFAULT 'nl',
    met_tolk BOOLEAN NOT NULL DEFAULT FALSE,
    grondslag VARCHAR NOT NULL,
    opgetekend_door VARCHAR NOT NULL,
    opgetekend_op TIMESTAMP NOT NULL,
    voorbeeld BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE verhaal_perspectief (
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    perspectief VARCHAR NOT NULL,
    PRIMARY KEY (verhaal, perspectief)
);

CREATE TABLE verhaal_thema (
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    thema VARCHAR NOT NULL REFERENCES thema (code),
    PRIMARY KEY (verhaal, thema)
);

CREATE TABLE verhaal_versie (
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    versie INTEGER NOT NULL,
    soort VARCHAR NOT NULL CHECK (soort IN ('oorspronkelijk', 'publiek')),
    titel VARCHAR,
    tekst VARCHAR,
    waarom VARCHAR,
    wens VARCHAR,
    akkoord_op DATE,
    gemaakt_op TIMESTAMP NOT NULL,
    gemaakt_door VARCHAR NOT NULL,
    geleegd_op TIMESTAMP,
    PRIMARY KEY (verhaal, versie),
    CHECK ((tekst IS NULL) = (geleegd_op IS NOT NULL))
);

-- The sentence that the teller chose; only this may stand in a document.
CREATE TABLE citaat (
    id VARCHAR PRIMARY KEY,
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    tekst VARCHAR,
    akkoord_op DATE,
    gemaakt_op TIMESTAMP NOT NULL
);

-- Per use, append only; the newest line per use holds until einddatum (inclusive).
CREATE TABLE toestemming (
    id VARCHAR PRIMARY KEY,
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    gebruik VARCHAR NOT NULL CHECK (gebruik IN ('leren', 'gesprek', 'openbaar')),
    gegeven BOOLEAN NOT NULL,
    vorm VARCHAR NOT NULL CHECK (vorm IN ('schriftelijk', 'mondeling', 'digitaal')),
    door VARCHAR NOT NULL CHECK (door IN ('verteller', 'ouder_of_voogd', 'groep')),
    op TIMESTAMP NOT NULL,
    einddatum DATE
);

CREATE TABLE beoordeling (
    id VARCHAR PRIMARY KEY,
    verhaal VARCHAR NOT NULL,
    versie INTEGER NOT NULL,
    besluit VARCHAR NOT NULL CHECK (besluit IN ('akkoord', 'geweigerd', 'terug_naar_verteller', 'verborgen')),
    reden VARCHAR,
    beoordelaar VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    FOREIGN KEY (verhaal, versie) REFERENCES verhaal_versie (verhaal, versie),
    CHECK (besluit <> 'geweigerd' OR reden IN
        ('te_herkenbaar', 'onveilig', 'kwetsend_over_een_ander', 'verteller_wil_niet'))
);

CREATE TABLE verhaal_indicator (
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    verhouding VARCHAR NOT NULL CHECK (verhouding IN ('past_bij', 'legt_uit', 'zegt_anders', 'los')),
    toelichting VARCHAR NOT NULL CHECK (toelichting <> ''),
    gekoppeld_door VARCHAR NOT NULL,
    gekoppeld_op TIMESTAMP NOT NULL,
    PRIMARY KEY (verhaal, indicator)
);

-- A withdrawn story leaves its quarter and nothing else.
CREATE TABLE intrekking (
    verhaal VARCHAR PRIMARY KEY,
    kwartaal VARCHAR NOT NULL,
    ingetrokken_op TIMESTAMP NOT NULL
);
