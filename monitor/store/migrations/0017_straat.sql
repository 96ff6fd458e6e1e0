-- Going into the wijk together, and what the raad decided. Rows are added and not changed; only words that somebody took
-- away are emptied, and then the row says when.

-- waar is a place and vraag what people want to know: never a person.
CREATE TABLE wijkbezoek (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    vorm VARCHAR NOT NULL CHECK (vorm IN ('wijkbezoek', 'straatgesprek')),
    waar VARCHAR CHECK (waar <> ''),
    vraag VARCHAR CHECK (vraag <> ''),
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP
);

-- Append only: the highest nummer says how it stands and what was seen and heard.
CREATE TABLE wijkbezoek_stap (
    id VARCHAR PRIMARY KEY,
    wijkbezoek VARCHAR NOT NULL REFERENCES wijkbezoek (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    stand VARCHAR NOT NULL CHECK (stand IN ('gepland', 'geweest', 'afgelast')),
    dag DATE NOT NULL,
    gezien VARCHAR CHECK (gezien <> ''),
    reden VARCHAR CHECK (reden <> ''),
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK (gezien IS NULL OR stand = 'geweest')
);

-- Counts per role, never names. The newest count holds: a wrong one goes.
CREATE TABLE wijkbezoek_deelnemer (
    id VARCHAR PRIMARY KEY,
    wijkbezoek VARCHAR NOT NULL REFERENCES wijkbezoek (id),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    aantal INTEGER NOT NULL CHECK (aantal >= 1)
);

-- Which verhalen were told there: only the id. Shown to who learns together in the wijk: a day and a place say too much.
CREATE TABLE wijkbezoek_verhaal (
    id VARCHAR PRIMARY KEY,
    wijkbezoek VARCHAR NOT NULL REFERENCES wijkbezoek (id),
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL
);

CREATE TABLE raadsbesluit (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    titel VARCHAR CHECK (titel <> ''),
    besloten_op DATE NOT NULL,
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((titel IS NULL) = (weggehaald_op IS NOT NULL))
);

-- One thing that the raad decided, in words that stand by themselves.
CREATE TABLE beslispunt (
    id VARCHAR PRIMARY KEY,
    raadsbesluit VARCHAR NOT NULL REFERENCES raadsbesluit (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    tekst VARCHAR CHECK (tekst <> ''),
    uitkomst VARCHAR NOT NULL CHECK (uitkomst IN ('aangenomen', 'gewijzigd', 'verworpen', 'aangehouden')),
    weggehaald_op TIMESTAMP,
    CHECK ((tekst IS NULL) = (weggehaald_op IS NOT NULL))
);

-- What a beslispunt is about: one thing on each line. Never a verhaal.
CREATE TABLE beslispunt_bron (
    id VARCHAR PRIMARY KEY,
    beslispunt VARCHAR NOT NULL REFERENCES beslispunt (id),
    leerpunt VARCHAR REFERENCES leerpunt (id),
    indicator VARCHAR REFERENCES indicator (code),
    wijkplan VARCHAR REFERENCES wijkplan (id)
);
