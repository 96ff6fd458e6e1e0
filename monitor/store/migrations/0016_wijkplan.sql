-- The wijkplan: what people of a wijk want, who does what, what the college says of it, and how it went. Rows are added
-- and not changed; only words that somebody took away are emptied, and then the row says when. No verhaal stands in it.

CREATE TABLE wijkplan (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    naam VARCHAR CHECK (naam <> ''),
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((naam IS NULL) = (weggehaald_op IS NOT NULL))
);

-- Append only: the highest nummer says how it stands, and what was learned when it ended.
CREATE TABLE wijkplan_stand (
    id VARCHAR PRIMARY KEY,
    wijkplan VARCHAR NOT NULL REFERENCES wijkplan (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    stand VARCHAR NOT NULL CHECK (stand IN ('loopt', 'afgerond', 'gestopt')),
    geleerd VARCHAR,
    dag DATE NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP
);

-- What people work on first; no words and not taken away: on the whole plan. Append only.
CREATE TABLE wijkplan_kwestie (
    id VARCHAR PRIMARY KEY,
    wijkplan VARCHAR NOT NULL REFERENCES wijkplan (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    kwestie VARCHAR CHECK (kwestie <> ''),
    waarom VARCHAR,
    dag DATE NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP
);

-- How the makers wrote it, and how the college did. The college's stands beside the last one of the makers before it.
CREATE TABLE wijkplan_versie (
    id VARCHAR PRIMARY KEY,
    wijkplan VARCHAR NOT NULL REFERENCES wijkplan (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    opsteller VARCHAR NOT NULL CHECK (opsteller IN ('makers', 'college')),
    dag DATE NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL
);

-- Counts per role, never names.
CREATE TABLE wijkplan_maker (
    id VARCHAR PRIMARY KEY,
    versie VARCHAR NOT NULL REFERENCES wijkplan_versie (id),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    aantal INTEGER NOT NULL CHECK (aantal >= 1)
);

-- waarom: why the college writes it in another way than the makers.
CREATE TABLE wijkplan_deel (
    id VARCHAR PRIMARY KEY,
    versie VARCHAR NOT NULL REFERENCES wijkplan_versie (id),
    sectie VARCHAR NOT NULL CHECK (sectie IN ('ambitie', 'leervragen', 'aanpak', 'betrokkenheid', 'uitdagingen',
        'niet_doen', 'spelregels')),
    tekst VARCHAR CHECK (tekst <> ''),
    waarom VARCHAR,
    weggehaald_op TIMESTAMP,
    CHECK ((tekst IS NULL) = (weggehaald_op IS NOT NULL))
);

-- Who sees it in another way. It stays beside the versie.
CREATE TABLE wijkplan_afwijking (
    id VARCHAR PRIMARY KEY,
    versie VARCHAR NOT NULL REFERENCES wijkplan_versie (id),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    tekst VARCHAR CHECK (tekst <> ''),
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((tekst IS NULL) = (weggehaald_op IS NOT NULL))
);

-- Who does what, money and who decides, the kalender, mijlpalen. wie is a role or an organisation.
CREATE TABLE wijkplan_regel (
    id VARCHAR PRIMARY KEY,
    wijkplan VARCHAR NOT NULL REFERENCES wijkplan (id),
    soort VARCHAR NOT NULL CHECK (soort IN ('taak', 'geld', 'kalender', 'mijlpaal')),
    wat VARCHAR CHECK (wat <> ''),
    wie VARCHAR,
    dag DATE,
    bedrag DECIMAL(14, 2) CHECK (bedrag >= 0),
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((wat IS NULL) = (weggehaald_op IS NOT NULL))
);

-- Looking back on such a line. Append only: the highest nummer says how it stands.
CREATE TABLE wijkplan_terugblik (
    id VARCHAR PRIMARY KEY,
    regel VARCHAR NOT NULL REFERENCES wijkplan_regel (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    stand VARCHAR NOT NULL CHECK (stand IN ('loopt', 'gelukt', 'anders', 'mislukt', 'gestopt')),
    geleerd VARCHAR,
    dag DATE NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP
);

CREATE TABLE wijkplan_terugblik_deelnemer (
    id VARCHAR PRIMARY KEY,
    terugblik VARCHAR NOT NULL REFERENCES wijkplan_terugblik (id),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    aantal INTEGER NOT NULL CHECK (aantal >= 1)
);

-- What the plan came from, or what works on it: one thing on each line.
CREATE TABLE wijkplan_bron (
    id VARCHAR PRIMARY KEY,
    wijkplan VARCHAR NOT NULL REFERENCES wijkplan (id),
    indicator VARCHAR REFERENCES indicator (code),
    leerpunt VARCHAR REFERENCES leerpunt (id),
    activiteit VARCHAR REFERENCES activiteit (id),
    initiatief VARCHAR REFERENCES initiatief (id)
);

-- What somebody asks subsidie for, held beside the plan. wie is a role or an organisation.
CREATE TABLE wijkplan_aanvraag (
    id VARCHAR PRIMARY KEY,
    wijkplan VARCHAR NOT NULL REFERENCES wijkplan (id),
    wat VARCHAR CHECK (wat <> ''),
    wie VARCHAR,
    bedrag DECIMAL(14, 2) CHECK (bedrag >= 0),
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((wat IS NULL) = (weggehaald_op IS NOT NULL))
);

-- What was said of it, in words and never a score. Append only.
CREATE TABLE wijkplan_oordeel (
    id VARCHAR PRIMARY KEY,
    aanvraag VARCHAR NOT NULL REFERENCES wijkplan_aanvraag (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    oordeel VARCHAR NOT NULL CHECK (oordeel IN ('past', 'past_niet', 'toch_doen')),
    want VARCHAR CHECK (want <> ''),
    dag DATE NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((want IS NULL) = (weggehaald_op IS NOT NULL))
);
