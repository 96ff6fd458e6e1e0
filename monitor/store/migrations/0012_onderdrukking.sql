-- Counts that are too small to show, and those that would give them away. It follows from the metingen and a setting:
-- made anew after every change, and checked by `check`.
CREATE TABLE meting_onderdrukking (
    gebied VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL,
    periode VARCHAR NOT NULL,
    PRIMARY KEY (gebied, indicator, periode)
);
