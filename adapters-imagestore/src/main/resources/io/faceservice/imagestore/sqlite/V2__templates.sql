-- Further templates of a version, made of its image by other model packs than it was enrolled with.
-- The version's own template stays where it is; of two of one model the one here counts.

CREATE TABLE template (
  version   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  model     INTEGER NOT NULL REFERENCES model,
  embedding BLOB NOT NULL,
  UNIQUE (version, model)
) STRICT;
