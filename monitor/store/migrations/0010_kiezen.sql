-- Choosing together what a wijk watches: from a sentence in people's own words to an indicator that is carried.

-- A step that was taken in one wijk; empty: it holds wherever the indicator was adopted. No foreign key: a column that
-- comes later cannot have one; the services look, and `check` looks again.
ALTER TABLE indicator_status ADD COLUMN gebied VARCHAR;

-- What people would notice in their own street, in their own words; who said it is a role, never a name. What was taken
-- away has no words left.
CREATE TABLE voorstel (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    tekst VARCHAR CHECK (tekst <> ''),
    ingebracht_op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((tekst IS NULL) = (weggehaald_op IS NOT NULL))
);

-- Voorstellen that are about the same.
CREATE TABLE groep (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    naam VARCHAR NOT NULL CHECK (naam <> ''),
    thema VARCHAR NOT NULL REFERENCES thema (code),
    gemaakt_op TIMESTAMP NOT NULL
);

-- Append only: the highest nummer says in which groep a voorstel is now; without a groep it stands alone again.
CREATE TABLE groep_voorstel (
    id VARCHAR PRIMARY KEY,
    voorstel VARCHAR NOT NULL REFERENCES voorstel (id),
    groep VARCHAR REFERENCES groep (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    op TIMESTAMP NOT NULL
);

-- The first step of the vote: how many people of each role want to go on with a groep. The newest day counts.
CREATE TABLE groep_voorkeur (
    id VARCHAR PRIMARY KEY,
    groep VARCHAR NOT NULL REFERENCES groep (id),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    aantal INTEGER NOT NULL CHECK (aantal >= 0),
    op DATE NOT NULL
);

-- What a groep became. The second step of the vote, about that indicator, is its draagvlak.
CREATE TABLE groep_indicator (
    groep VARCHAR NOT NULL REFERENCES groep (id),
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    PRIMARY KEY (groep, indicator)
);

-- "Herkent u dit cijfer?": how many people of each role said yes, partly or no. The newest day counts.
CREATE TABLE herkenning (
    id VARCHAR PRIMARY KEY,
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    ja INTEGER NOT NULL CHECK (ja >= 0),
    deels INTEGER NOT NULL CHECK (deels >= 0),
    nee INTEGER NOT NULL CHECK (nee >= 0),
    op DATE NOT NULL,
    toelichting VARCHAR
);
