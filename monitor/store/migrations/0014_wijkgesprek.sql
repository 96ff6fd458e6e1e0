-- The wijkgesprek: what is talked about, what is learned on three levels, and what is agreed. Rows are added and not
-- changed; only words that somebody took away are emptied, and then the row says when.

CREATE TABLE sessie (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    titel VARCHAR CHECK (titel <> ''),
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP
);

-- Append only: the highest nummer says how it stands. dag is the day that is planned, and once it was held that day.
CREATE TABLE sessie_stap (
    id VARCHAR PRIMARY KEY,
    sessie VARCHAR NOT NULL REFERENCES sessie (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    stand VARCHAR NOT NULL CHECK (stand IN ('voorbereid', 'gehouden', 'gesloten', 'afgelast')),
    dag DATE NOT NULL,
    uitkomst VARCHAR CHECK (uitkomst IN ('afspraken', 'besproken_nog_open')),
    reden VARCHAR,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((uitkomst IS NULL) = (stand <> 'gesloten'))
);

-- Counts per role, never names; a guest is a word and a count. The newest count holds: a wrong one goes.
CREATE TABLE sessie_deelnemer (
    id VARCHAR PRIMARY KEY,
    sessie VARCHAR NOT NULL REFERENCES sessie (id),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    aantal INTEGER NOT NULL CHECK (aantal >= 1)
);

CREATE TABLE sessie_gast (
    id VARCHAR PRIMARY KEY,
    sessie VARCHAR NOT NULL REFERENCES sessie (id),
    wie VARCHAR CHECK (wie <> ''),
    aantal INTEGER NOT NULL CHECK (aantal >= 1),
    weggehaald_op TIMESTAMP,
    CHECK ((wie IS NULL) = (weggehaald_op IS NOT NULL))
);

-- What was learned. What changes of it (who it is of, whether it is solved) stands in leerpunt_stand.
CREATE TABLE leerpunt (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    sessie VARCHAR NOT NULL REFERENCES sessie (id),
    niveau VARCHAR NOT NULL CHECK (niveau IN ('casus', 'patroon', 'bottleneck')),
    vraag VARCHAR CHECK (vraag <> ''),
    samengesteld BOOLEAN NOT NULL DEFAULT FALSE,
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK (NOT samengesteld OR niveau = 'casus')
);

-- More than one reading of the same thing, side by side; the first one is the leerpunt itself.
CREATE TABLE leerpunt_lezing (
    id VARCHAR PRIMARY KEY,
    leerpunt VARCHAR NOT NULL REFERENCES leerpunt (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    rol VARCHAR CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    tekst VARCHAR CHECK (tekst <> ''),
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((tekst IS NULL) = (weggehaald_op IS NOT NULL))
);

-- From what it was learned: one thing on each line. Of a verhaal only its id, never its words.
CREATE TABLE leerpunt_bron (
    id VARCHAR PRIMARY KEY,
    leerpunt VARCHAR NOT NULL REFERENCES leerpunt (id),
    verhaal VARCHAR REFERENCES verhaal (id),
    indicator VARCHAR REFERENCES indicator (code),
    bron_leerpunt VARCHAR REFERENCES leerpunt (id),
    activiteit VARCHAR REFERENCES activiteit (id),
    initiatief VARCHAR REFERENCES initiatief (id),
    signaal VARCHAR REFERENCES signaal (id)
);

-- Append only: the highest nummer says whose it is, who must go on with it, when to look back, and how it stands.
CREATE TABLE leerpunt_stand (
    id VARCHAR PRIMARY KEY,
    leerpunt VARCHAR NOT NULL REFERENCES leerpunt (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    stand VARCHAR NOT NULL CHECK (stand IN ('open', 'opgepakt', 'opgelost', 'bewust_niet')),
    eigenaar VARCHAR,
    gremium VARCHAR CHECK (gremium IN ('wijkteam', 'partners', 'college', 'raad', 'rijk')),
    terugkijken_op DATE,
    geprobeerd VARCHAR,
    reden VARCHAR,
    dag DATE NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP
);

-- wie is a role or an organisation.
CREATE TABLE afspraak (
    id VARCHAR PRIMARY KEY,
    sessie VARCHAR NOT NULL REFERENCES sessie (id),
    leerpunt VARCHAR REFERENCES leerpunt (id),
    tekst VARCHAR CHECK (tekst <> ''),
    wie VARCHAR,
    voor DATE,
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((tekst IS NULL) = (weggehaald_op IS NOT NULL))
);

CREATE TABLE afspraak_stand (
    id VARCHAR PRIMARY KEY,
    afspraak VARCHAR NOT NULL REFERENCES afspraak (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    stand VARCHAR NOT NULL CHECK (stand IN ('open', 'gedaan', 'niet_gedaan', 'vervallen')),
    uitkomst VARCHAR,
    dag DATE NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP
);

-- What lies on the table. tekst is what a figure was then, or a vraag of people; of a verhaal only its id.
CREATE TABLE sessie_agenda (
    id VARCHAR PRIMARY KEY,
    sessie VARCHAR NOT NULL REFERENCES sessie (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    soort VARCHAR NOT NULL CHECK (soort IN ('indicator', 'verhaal', 'schuring', 'leerpunt', 'afspraak', 'vraag')),
    indicator VARCHAR REFERENCES indicator (code),
    verhaal VARCHAR REFERENCES verhaal (id),
    leerpunt VARCHAR REFERENCES leerpunt (id),
    afspraak VARCHAR REFERENCES afspraak (id),
    tekst VARCHAR,
    waarom VARCHAR,
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP
);
