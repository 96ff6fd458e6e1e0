-- How an activiteit or initiatief goes on, what it began with, who takes part, and lines that were written down wrong.

-- Append only: the newest line says how it stands. The row of the activiteit itself says how it was first written down.
CREATE TABLE voortgang (
    id VARCHAR PRIMARY KEY,
    activiteit VARCHAR REFERENCES activiteit (id),
    initiatief VARCHAR REFERENCES initiatief (id),
    nummer INTEGER NOT NULL CHECK (nummer >= 1),
    op DATE NOT NULL,
    status VARCHAR NOT NULL CHECK (status IN ('loopt', 'proef', 'afgerond', 'gestopt', 'mislukt')),
    gebeurd VARCHAR,
    les VARCHAR,
    vervolg VARCHAR,
    volhouden VARCHAR CHECK (volhouden IN ('ja', 'met_hulp', 'nee')),
    wie_helpt VARCHAR,
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    CHECK ((activiteit IS NULL) <> (initiatief IS NULL))
);

-- From what one person asked to something for all: a vraag in her own words, a signaal, or something that was there already.
CREATE TABLE aanleiding (
    id VARCHAR PRIMARY KEY,
    activiteit VARCHAR REFERENCES activiteit (id),
    initiatief VARCHAR REFERENCES initiatief (id),
    vraag VARCHAR,
    signaal VARCHAR REFERENCES signaal (id),
    uit_activiteit VARCHAR REFERENCES activiteit (id),
    uit_initiatief VARCHAR REFERENCES initiatief (id),
    gemaakt_door VARCHAR NOT NULL,
    gemaakt_op TIMESTAMP NOT NULL,
    CHECK ((activiteit IS NULL) <> (initiatief IS NULL)),
    CHECK (vraag IS NOT NULL OR signaal IS NOT NULL OR uit_activiteit IS NOT NULL OR uit_initiatief IS NOT NULL)
);

-- An organisation is a formal partner; neighbours, volunteers and a group without a name are informal ones.
CREATE TABLE activiteit_partner (
    activiteit VARCHAR NOT NULL REFERENCES activiteit (id),
    naam VARCHAR NOT NULL CHECK (naam <> ''),
    formeel BOOLEAN NOT NULL,
    PRIMARY KEY (activiteit, naam)
);

-- Money or an event that was written down wrong: the row stays, counts no more, and says why.
CREATE TABLE doorhaling (
    id VARCHAR PRIMARY KEY,
    financiering VARCHAR REFERENCES financiering (id),
    gebeurtenis VARCHAR REFERENCES gebeurtenis (id),
    reden VARCHAR NOT NULL CHECK (reden <> ''),
    door VARCHAR NOT NULL,
    op TIMESTAMP NOT NULL,
    CHECK ((financiering IS NULL) <> (gebeurtenis IS NULL))
);
