-- What own figures need beside the metingen: what stood there before, why it changed, when was counted, where it began.

-- The whole row that an inlezing of own figures replaced: undoing puts it back as it was.
CREATE TABLE meting_vorige_rij (
    vervangen_door VARCHAR NOT NULL REFERENCES inlezing (id),
    gebied VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL,
    periode VARCHAR NOT NULL,
    periode_start DATE NOT NULL,
    waarde DOUBLE,
    ondergrens DOUBLE,
    bovengrens DOUBLE,
    teller DOUBLE,
    noemer DOUBLE,
    n INTEGER,
    status VARCHAR NOT NULL,
    ontbreekt_reden VARCHAR,
    inlezing VARCHAR NOT NULL,
    PRIMARY KEY (vervangen_door, gebied, indicator, periode)
);

-- Why figures that stood there were changed.
CREATE TABLE inlezing_reden (
    inlezing VARCHAR PRIMARY KEY REFERENCES inlezing (id),
    reden VARCHAR NOT NULL CHECK (reden <> '')
);

-- The day on which was counted, of the meting that this inlezing wrote.
CREATE TABLE meting_peildatum (
    inlezing VARCHAR NOT NULL REFERENCES inlezing (id),
    gebied VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL,
    periode VARCHAR NOT NULL,
    peildatum DATE NOT NULL,
    PRIMARY KEY (inlezing, gebied, indicator, periode)
);

-- Append only: the last line of a series says which period is its nulmeting; empty: none.
CREATE TABLE nulmeting (
    gebied VARCHAR NOT NULL REFERENCES gebied (code),
    indicator VARCHAR NOT NULL REFERENCES indicator (code),
    nummer INTEGER NOT NULL,
    periode VARCHAR,
    gemaakt_op TIMESTAMP NOT NULL,
    gemaakt_door VARCHAR NOT NULL,
    PRIMARY KEY (gebied, indicator, nummer)
);
