-- The search over verhalen: made from the readable version of each verhaal, and rebuilt from it at any time.

-- A verhaal that can be found, with what ranking and filtering ask. A last day is 9999-12-31 where it has no end, and
-- NULL where there is no permission.
CREATE TABLE zoek_verhaal (
    verhaal VARCHAR PRIMARY KEY,
    nummer INTEGER NOT NULL UNIQUE,
    lengte INTEGER NOT NULL,
    gebied VARCHAR NOT NULL,
    kwartaal DATE NOT NULL,
    gevoel VARCHAR NOT NULL,
    leren_tot DATE,
    gesprek_tot DATE,
    openbaar_tot DATE
);

-- Which terms stand in which verhaal and what they weigh there (BM25, in thousandths). A term is a number made from the
-- word; the words themselves stand nowhere here. No key and no index: the rows lie in the order of their terms, and what
-- came in since the last sorting lies behind them. The last day of openbaar is repeated so that a bezoeker needs no join.
CREATE TABLE zoek_term (
    term BIGINT NOT NULL,
    nummer INTEGER NOT NULL,
    gewicht SMALLINT NOT NULL,
    openbaar_tot DATE
);

-- What is asked of a few verhalen at a time goes by their id; of the other tables the foreign key keeps such an index.
CREATE INDEX beoordeling_verhaal ON beoordeling (verhaal);

-- By which rules for words the terms were made; without a row the search must be built first.
CREATE TABLE zoek_stand (
    regels INTEGER PRIMARY KEY
);
