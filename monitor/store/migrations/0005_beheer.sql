-- Settings and the logboek.

CREATE TABLE instelling (
    sleutel VARCHAR PRIMARY KEY,
    waarde VARCHAR NOT NULL,
    gewijzigd_op TIMESTAMP NOT NULL,
    gewijzigd_door VARCHAR NOT NULL
);

-- Who did what to what, and which fields; never the text of a story.
CREATE TABLE logboek (
    id VARCHAR PRIMARY KEY,
    op TIMESTAMP NOT NULL,
    wie VARCHAR NOT NULL,
    wat VARCHAR NOT NULL,
    soort VARCHAR NOT NULL,
    doel VARCHAR NOT NULL,
    velden VARCHAR NOT NULL DEFAULT ''
);
