-- Schema version 2: what 区镇 returned, and the cell every value came from (issue 4, Appendix B).
--
-- The same rules as in schema-1.sql. Every statement here is run on an office of version 1 when it
-- is opened, and on a new office after schema-1.sql.

-- A returned 附件2 that was imported; the copy of it stands beside the office under its SHA-256.
CREATE TABLE returned_file (
  id          INTEGER PRIMARY KEY,
  plan_id     INTEGER NOT NULL REFERENCES plan (id),
  unit_id     INTEGER NOT NULL REFERENCES unit (id),
  name        TEXT NOT NULL,             -- what it was called when it came, without folder
  sha256      TEXT NOT NULL,             -- of its bytes
  format      TEXT NOT NULL,             -- xlsx, xls, ods, csv
  bytes       INTEGER NOT NULL,
  imported_on TEXT NOT NULL,             -- local time with offset, ISO 8601
  imported_by TEXT
) STRICT;
CREATE INDEX returned_file_plan_unit ON returned_file (plan_id, unit_id);
CREATE INDEX returned_file_unit ON returned_file (unit_id);

-- A sheet of it that held the form: in which column, from 0, each value stood; NULL: not there.
CREATE TABLE returned_sheet (
  id               INTEGER PRIMARY KEY,
  file_id          INTEGER NOT NULL REFERENCES returned_file (id),
  name             TEXT NOT NULL,
  name_column      INTEGER,
  products_column  INTEGER,
  revenue_column   INTEGER,
  headcount_column INTEGER,
  contact_column   INTEGER,
  phone_column     INTEGER
) STRICT;
CREATE INDEX returned_sheet_file ON returned_sheet (file_id);

-- The row a nomination was taken from, and what stood in its cells. A corrected return adds a row:
-- the latest one says where the values came from, the earlier ones where they had come from.
-- Undo has these rows; the log leaves them out (their nomination says it).
CREATE TABLE nomination_origin (
  id            INTEGER PRIMARY KEY,
  nomination_id INTEGER NOT NULL REFERENCES nomination (id),
  sheet_id      INTEGER NOT NULL REFERENCES returned_sheet (id),
  row           INTEGER NOT NULL,        -- the spreadsheet's own number, from 1
  name_raw      TEXT,
  products_raw  TEXT,
  revenue_raw   TEXT,
  headcount_raw TEXT,
  contact_raw   TEXT,
  phone_raw     TEXT
) STRICT;
CREATE INDEX nomination_origin_nomination ON nomination_origin (nomination_id);

-- What the clerk decided about a doubtful row or value: asked once, known from then on.
CREATE TABLE return_decision (
  id            INTEGER PRIMARY KEY,
  plan_id       INTEGER REFERENCES plan (id), -- NULL: holds for every year
  unit_id       INTEGER REFERENCES unit (id), -- NULL: holds for every 区镇
  name_key      TEXT NOT NULL,           -- xyb_company_name_key() of the row
  kind          INTEGER NOT NULL,        -- XybNoteKind
  field         INTEGER,                 -- XybReturnField
  raw           TEXT,                    -- what stood in the cell
  answer        INTEGER NOT NULL,        -- XybAnswer
  text          TEXT,                    -- what was typed
  enterprise_id INTEGER REFERENCES enterprise (id),
  decided_on    TEXT NOT NULL
) STRICT;
CREATE INDEX return_decision_name ON return_decision (name_key);
CREATE INDEX return_decision_unit ON return_decision (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX return_decision_enterprise ON return_decision (enterprise_id)
  WHERE enterprise_id IS NOT NULL;

-- A head word of a column that was confirmed once (B-03).
CREATE TABLE head_spelling (
  id       INTEGER PRIMARY KEY,
  field    INTEGER NOT NULL,             -- XybReturnField
  spelling TEXT NOT NULL
) STRICT;
