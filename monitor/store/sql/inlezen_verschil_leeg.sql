-- Where the differences between a file and the store are kept until they are written.
CREATE OR REPLACE TEMP TABLE verschil (
    soort VARCHAR,
    gebied VARCHAR,
    indicator VARCHAR,
    periode VARCHAR,
    periode_start DATE,
    waarde DOUBLE,
    ondergrens DOUBLE,
    bovengrens DOUBLE,
    teller DOUBLE,
    noemer DOUBLE,
    n INTEGER,
    status VARCHAR,
    ontbreekt_reden VARCHAR,
    oude_waarde DOUBLE,
    oude_reden VARCHAR,
    oude_inlezing VARCHAR
)
