-- Who may do what, how a verhaal came in, and the teller's own say in it.

-- A person is who signed in (the subject of the identity provider, or an e-mail address in small letters).
CREATE TABLE roltoewijzing (
    id VARCHAR PRIMARY KEY,
    persoon VARCHAR NOT NULL CHECK (persoon <> ''),
    naam VARCHAR NOT NULL,
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'welzijnswerker', 'nalezer', 'begeleider', 'raadslid',
        'beleidsmedewerker', 'beheerder')),
    wijk VARCHAR REFERENCES gebied (code),
    organisatie VARCHAR,
    als_vervanger BOOLEAN NOT NULL DEFAULT FALSE,
    van DATE NOT NULL,
    tot DATE,
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    beeindigd_op TIMESTAMP,
    CHECK (tot IS NULL OR tot >= van),
    CHECK (NOT als_vervanger OR rol = 'nalezer')
);

-- An optekenaar has no account: her link holds a secret of which only the hash is here.
CREATE TABLE uitnodiging (
    id VARCHAR PRIMARY KEY,
    hash VARCHAR NOT NULL UNIQUE,
    wijk VARCHAR NOT NULL REFERENCES gebied (code),
    naam VARCHAR NOT NULL CHECK (naam <> ''),
    organisatie VARCHAR,
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    geldig_tot DATE NOT NULL,
    ingetrokken_op TIMESTAMP
);

-- The same token gives the same result: a second click, a reload and a lost answer write nothing twice.
CREATE TABLE inzending (
    token VARCHAR PRIMARY KEY,
    soort VARCHAR NOT NULL,
    doel VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL
);

-- The organisations of the gemeente: their names are marked in what people tell.
CREATE TABLE organisatie (
    naam VARCHAR PRIMARY KEY,
    soort VARCHAR NOT NULL DEFAULT '',
    voorbeeld BOOLEAN NOT NULL DEFAULT FALSE
);

-- How a verhaal came in, and what must be minded; one that came in before this has none.
CREATE TABLE verhaal_herkomst (
    verhaal VARCHAR PRIMARY KEY REFERENCES verhaal (id),
    wijze VARCHAR NOT NULL CHECK (wijze IN ('zelf', 'opgetekend', 'uitnodiging', 'papier', 'ingelezen')),
    organisatie VARCHAR,
    afhankelijk BOOLEAN NOT NULL DEFAULT FALSE,
    bedenktijd_tot DATE,
    groep_aantal INTEGER CHECK (groep_aantal IS NULL OR groep_aantal >= 2),
    kind_akkoord BOOLEAN NOT NULL DEFAULT FALSE,
    CHECK (NOT afhankelijk OR bedenktijd_tot IS NOT NULL)
);

-- Who helps the teller asked her again after the bedenktijd: always a colleague of who wrote it down.
CREATE TABLE navraag (
    id VARCHAR PRIMARY KEY,
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    blijft BOOLEAN NOT NULL
);

-- The code on the receipt, only as its hash.
CREATE TABLE vertelcode (
    hash VARCHAR PRIMARY KEY,
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    gemaakt_op TIMESTAMP NOT NULL
);

-- A mark in a version that somebody looked at and left as it is. Only where it stands, never what stands there.
CREATE TABLE vondst_akkoord (
    verhaal VARCHAR NOT NULL,
    versie INTEGER NOT NULL,
    veld VARCHAR NOT NULL,
    begin INTEGER NOT NULL,
    eind INTEGER NOT NULL,
    soort VARCHAR NOT NULL,
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    PRIMARY KEY (verhaal, versie, veld, begin, eind),
    FOREIGN KEY (verhaal, versie) REFERENCES verhaal_versie (verhaal, versie)
);

-- "Gaat dit over u?": as long as one is open, the verhaal is hidden.
CREATE TABLE verhaal_melding (
    id VARCHAR PRIMARY KEY,
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    toelichting VARCHAR,
    gemeld_op TIMESTAMP NOT NULL,
    afgehandeld_op TIMESTAMP,
    afgehandeld_door VARCHAR,
    uitkomst VARCHAR CHECK (uitkomst IN ('blijft', 'aangepast', 'verborgen')),
    CHECK ((afgehandeld_op IS NULL) = (uitkomst IS NULL))
);

-- Where a verhaal was used and what was done with it: told to the teller, and beside the verhaal.
CREATE TABLE terugkoppeling (
    id VARCHAR PRIMARY KEY,
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    waar VARCHAR NOT NULL CHECK (waar <> ''),
    wat VARCHAR,
    op DATE NOT NULL,
    door VARCHAR NOT NULL
);

-- What somebody noticed in the wijk, without persons in it.
CREATE TABLE signaal (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    thema VARCHAR NOT NULL REFERENCES thema (code),
    tekst VARCHAR NOT NULL CHECK (tekst <> ''),
    van VARCHAR NOT NULL,
    gezien_op DATE NOT NULL,
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL
);
