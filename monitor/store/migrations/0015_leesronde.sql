-- Choosing verhalen together (Most Significant Change): per ronde the domeinen, what lay on the table, what was chosen
-- and why. A verhaal is an id, never its words. Words of people about a verhaal are taken
-- away when it is taken back.

CREATE TABLE leesronde (
    id VARCHAR PRIMARY KEY,
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    naam VARCHAR CHECK (naam <> ''),
    niveau VARCHAR NOT NULL CHECK (niveau IN ('bewoners', 'wijkteam', 'raad')),
    werkwijze VARCHAR NOT NULL CHECK (werkwijze IN ('gesprek', 'stemming')),
    periode_van DATE NOT NULL,
    periode_tot DATE NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    gemaakt_door VARCHAR NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK (periode_van <= periode_tot),
    CHECK ((naam IS NULL) = (weggehaald_op IS NOT NULL))
);

-- What a ronde reads: what this one of the level below chose.
CREATE TABLE leesronde_bron (
    ronde VARCHAR NOT NULL REFERENCES leesronde (id),
    vorige VARCHAR NOT NULL REFERENCES leesronde (id),
    PRIMARY KEY (ronde, vorige)
);

-- Append only: the highest nummer says how it stands.
CREATE TABLE leesronde_stand (
    id VARCHAR PRIMARY KEY,
    ronde VARCHAR NOT NULL REFERENCES leesronde (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    stand VARCHAR NOT NULL CHECK (stand IN ('open', 'gesloten', 'afgelast')),
    reden VARCHAR,
    op TIMESTAMP NOT NULL,
    door VARCHAR NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK (stand <> 'afgelast' OR reden IS NOT NULL OR weggehaald_op IS NOT NULL)
);

-- Who chose: counts per role, never names.
CREATE TABLE leesronde_deelnemer (
    id VARCHAR PRIMARY KEY,
    ronde VARCHAR NOT NULL REFERENCES leesronde (id),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    aantal INTEGER NOT NULL CHECK (aantal >= 1)
);

-- Guests, with a word for who they are. The row that has its word counts; another count takes the word away.
CREATE TABLE leesronde_gast (
    id VARCHAR PRIMARY KEY,
    ronde VARCHAR NOT NULL REFERENCES leesronde (id),
    aantal INTEGER NOT NULL CHECK (aantal >= 1),
    wie VARCHAR CHECK (wie <> ''),
    weggehaald_op TIMESTAMP,
    CHECK ((wie IS NULL) = (weggehaald_op IS NOT NULL))
);

-- A ronde always has one domein that is open to anything, and one for what went wrong.
CREATE TABLE leesdomein (
    id VARCHAR PRIMARY KEY,
    ronde VARCHAR NOT NULL REFERENCES leesronde (id),
    naam VARCHAR CHECK (naam <> ''),
    soort VARCHAR NOT NULL CHECK (soort IN ('gewoon', 'open', 'misging')),
    volgorde INTEGER NOT NULL CHECK (volgorde >= 1),
    weggehaald_op TIMESTAMP,
    CHECK ((naam IS NULL) = (weggehaald_op IS NOT NULL))
);

-- What lay on the table. Append only: the highest nummer of a verhaal in a ronde says where it lies; without a domein it
-- was taken off again.
CREATE TABLE leesdomein_verhaal (
    id VARCHAR PRIMARY KEY,
    ronde VARCHAR NOT NULL REFERENCES leesronde (id),
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    domein VARCHAR REFERENCES leesdomein (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    op TIMESTAMP NOT NULL
);

-- How many people of each role chose a verhaal; counted anew as long as the ronde is open.
CREATE TABLE leesstem (
    id VARCHAR PRIMARY KEY,
    domein VARCHAR NOT NULL REFERENCES leesdomein (id),
    verhaal VARCHAR NOT NULL REFERENCES verhaal (id),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    aantal INTEGER NOT NULL CHECK (aantal >= 0)
);

-- Never without a reason. The highest nummer of a domein counts; without a verhaal nothing was chosen there, and why.
CREATE TABLE leeskeuze (
    id VARCHAR PRIMARY KEY,
    domein VARCHAR NOT NULL REFERENCES leesdomein (id),
    verhaal VARCHAR REFERENCES verhaal (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    reden VARCHAR CHECK (reden <> ''),
    op TIMESTAMP NOT NULL,
    door VARCHAR NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((reden IS NULL) = (weggehaald_op IS NOT NULL))
);

-- Who saw it differently. It stays.
CREATE TABLE leesafwijking (
    id VARCHAR PRIMARY KEY,
    keuze VARCHAR NOT NULL REFERENCES leeskeuze (id),
    liever VARCHAR REFERENCES verhaal (id),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    tekst VARCHAR CHECK (tekst <> ''),
    op TIMESTAMP NOT NULL,
    weggehaald_op TIMESTAMP,
    CHECK ((tekst IS NULL) = (weggehaald_op IS NOT NULL))
);

-- Asking once more whether it is so: by whom, and what came of it.
CREATE TABLE leesnagaan (
    id VARCHAR PRIMARY KEY,
    keuze VARCHAR NOT NULL REFERENCES leeskeuze (id),
    uitkomst VARCHAR NOT NULL CHECK (uitkomst IN ('bevestigd', 'aangevuld', 'niet_te_bevestigen')),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    op DATE NOT NULL,
    toelichting VARCHAR,
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    weggehaald_op TIMESTAMP
);

-- "Hoeveel anderen herkennen dit?": per role how many were asked and how many said yes. The newest day counts.
CREATE TABLE leesherkenning (
    id VARCHAR PRIMARY KEY,
    keuze VARCHAR NOT NULL REFERENCES leeskeuze (id),
    rol VARCHAR NOT NULL CHECK (rol IN ('bewoner', 'vrijwilliger', 'professional', 'gemeente', 'raadslid')),
    op DATE NOT NULL,
    aantal INTEGER NOT NULL CHECK (aantal >= 0),
    gevraagd INTEGER NOT NULL CHECK (gevraagd >= 1),
    CHECK (aantal <= gevraagd)
);

-- What a teller reads of a choice goes with the reason, should that be taken away. No foreign key: a column that comes
-- later cannot have one.
ALTER TABLE terugkoppeling ADD COLUMN keuze VARCHAR;
