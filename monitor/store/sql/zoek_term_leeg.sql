-- An empty table of terms, as migration 0007 makes it. Filled in: tabel (its name).
CREATE TABLE {tabel} (
    term BIGINT NOT NULL,
    nummer INTEGER NOT NULL,
    gewicht SMALLINT NOT NULL,
    openbaar_tot DATE
)
