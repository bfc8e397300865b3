-- The enrolments of subjects: who, which faces, made of which images.
-- Names that repeat a million times are kept once; identifiers compare byte by byte (BINARY), and
-- so exactly and in the order of code points.

CREATE TABLE source (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE model (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- Its id is the face's place in the order of enrolment, and never given twice (AUTOINCREMENT).
CREATE TABLE face (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  source       INTEGER NOT NULL REFERENCES source,
  subject      TEXT NOT NULL,
  reference    TEXT NOT NULL,
  last_version INTEGER NOT NULL,
  UNIQUE (source, subject, reference)
) STRICT;

CREATE INDEX face_in_order_of_source ON face (source, id);

-- The newest version of a face is the current one.
CREATE TABLE version (
  id          INTEGER PRIMARY KEY,
  face        INTEGER NOT NULL REFERENCES face ON DELETE CASCADE,
  number      INTEGER NOT NULL,
  intent      INTEGER NOT NULL,  -- it was recorded with; outlives the row in intent
  enrolled_at INTEGER NOT NULL,  -- milliseconds since 1970-01-01T00:00:00Z
  created_at  TEXT NOT NULL,     -- the caller's own words
  model       INTEGER NOT NULL REFERENCES model,
  embedding   BLOB NOT NULL,     -- floats of IEEE 754, 4 bytes each, little-endian
  UNIQUE (face, number)
) STRICT;

-- Apart from version, so that a scan of templates reads no page of an image.
CREATE TABLE evidence (
  version  INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
  liveness TEXT NOT NULL,
  image    BLOB NOT NULL
) STRICT;

CREATE TABLE liveness_frame (
  version  INTEGER NOT NULL REFERENCES evidence ON DELETE CASCADE,
  position INTEGER NOT NULL,
  image    BLOB NOT NULL,
  UNIQUE (version, position)
) STRICT;

-- About which faces the gallery may not yet agree with the tables above.
CREATE TABLE intent (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  purpose        TEXT NOT NULL CHECK (purpose IN ('ENROL', 'REMOVE')),
  source         INTEGER NOT NULL REFERENCES source,
  subject        TEXT NOT NULL,
  reference_list TEXT NOT NULL   -- identifiers of reference faces, a space between two
) STRICT;
