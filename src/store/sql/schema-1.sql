-- Schema version 1 of the office file (DESIGN §4).
--
-- Tracked tables (everything up to the line “derived”) are written only inside xyb_store_edit().
-- They keep to PROVEN.md: an INTEGER PRIMARY KEY of our own making, no CASCADE, no triggers, no
-- generated columns, no UNIQUE on order columns, no updated_at. NULL is “not said”, never 0.
-- Columns are appended, never dropped or renamed.

-- The office's own settings.
CREATE TABLE setting (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;

-- ORG-01 … ORG-04: institutions, in official order within their kind.
CREATE TABLE unit (
  id          INTEGER PRIMARY KEY,
  kind        INTEGER NOT NULL,          -- XybUnitKind
  name        TEXT NOT NULL,
  full_name   TEXT,
  position    INTEGER NOT NULL,
  valid_from  TEXT,
  valid_until TEXT,
  note        TEXT
) STRICT;

-- §1.5: other spellings and earlier names.
CREATE TABLE unit_alias (
  id          INTEGER PRIMARY KEY,
  unit_id     INTEGER NOT NULL REFERENCES unit (id),
  name        TEXT NOT NULL,
  former      INTEGER NOT NULL DEFAULT 0, -- an earlier name
  valid_until TEXT,
  note        TEXT,
  source      TEXT
) STRICT;
CREATE INDEX unit_alias_unit ON unit_alias (unit_id);

-- §2: one plan a year.
CREATE TABLE plan (
  id                   INTEGER PRIMARY KEY,
  year                 INTEGER NOT NULL UNIQUE,
  title                TEXT NOT NULL,
  document_number      TEXT,
  issuer               TEXT,
  issued_on            TEXT,
  lead                 TEXT,
  partners             TEXT,
  scope                TEXT,
  policy               TEXT,
  supervision          TEXT,
  copied_to            TEXT,
  quota_title          TEXT NOT NULL,
  nomination_title     TEXT NOT NULL,
  target_accreditation INTEGER,
  target_city          INTEGER,
  target_province      INTEGER,
  opening_accreditation INTEGER,         -- PLAN-12: cumulative before the year
  opening_city         INTEGER,
  opening_province     INTEGER,
  opening_as_of        TEXT,
  basis                INTEGER NOT NULL DEFAULT 4, -- XybCompletionBasis, AMB-13
  deadline_inclusive   INTEGER NOT NULL DEFAULT 1, -- AMB-14
  rate_points          INTEGER           -- hundredths of a point
) STRICT;

CREATE TABLE plan_basis (
  id       INTEGER PRIMARY KEY,
  plan_id  INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL,
  title    TEXT,
  number   TEXT
) STRICT;
CREATE INDEX plan_basis_plan ON plan_basis (plan_id);

-- 附件1: which 区镇 have a row, and their numbers (AMB-05, AMB-06).
CREATE TABLE quota (
  id            INTEGER PRIMARY KEY,
  plan_id       INTEGER NOT NULL REFERENCES plan (id),
  unit_id       INTEGER NOT NULL REFERENCES unit (id),
  position      INTEGER NOT NULL,
  accreditation INTEGER,
  city_model    INTEGER
) STRICT;
CREATE INDEX quota_plan ON quota (plan_id);
CREATE INDEX quota_unit ON quota (unit_id);

CREATE TABLE milestone (
  id        INTEGER PRIMARY KEY,
  plan_id   INTEGER NOT NULL REFERENCES plan (id),
  position  INTEGER NOT NULL,
  key       TEXT,
  text      TEXT NOT NULL,
  date_text TEXT,
  starts_on TEXT,
  due_on    TEXT,
  actor     TEXT
) STRICT;
CREATE INDEX milestone_plan ON milestone (plan_id);

CREATE TABLE plan_condition (
  id       INTEGER PRIMARY KEY,
  plan_id  INTEGER NOT NULL REFERENCES plan (id),
  track    INTEGER NOT NULL,             -- XybTrack
  position INTEGER NOT NULL,
  key      TEXT,
  text     TEXT NOT NULL
) STRICT;
CREATE INDEX plan_condition_plan ON plan_condition (plan_id);

CREATE TABLE plan_material (
  id           INTEGER PRIMARY KEY,
  plan_id      INTEGER NOT NULL REFERENCES plan (id),
  track        INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  name         TEXT NOT NULL,
  requirement  TEXT,
  required     INTEGER NOT NULL DEFAULT 1,
  has_validity INTEGER NOT NULL DEFAULT 0, -- MAT-04
  linked_id    INTEGER                     -- AMB-09: the other state of the same form; no foreign
                                           -- key, the two rows point at each other
) STRICT;
CREATE INDEX plan_material_plan ON plan_material (plan_id);

CREATE TABLE plan_step (
  id        INTEGER PRIMARY KEY,
  plan_id   INTEGER NOT NULL REFERENCES plan (id),
  track     INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  parent_id INTEGER,                     -- the step a sub-step belongs to
  name      TEXT NOT NULL,
  text      TEXT
) STRICT;
CREATE INDEX plan_step_plan ON plan_step (plan_id);

-- §7.3: completion rate strictly below the percentage loses the deduction.
CREATE TABLE plan_tier (
  id            INTEGER PRIMARY KEY,
  plan_id       INTEGER NOT NULL REFERENCES plan (id),
  below_percent INTEGER NOT NULL,
  deduction     INTEGER NOT NULL         -- hundredths of a point
) STRICT;
CREATE INDEX plan_tier_plan ON plan_tier (plan_id);

-- ENT-07: the register.
CREATE TABLE enterprise (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL,
  credit_code    TEXT,
  code_confirmed INTEGER NOT NULL DEFAULT 0, -- fails the check, licence seen (§19.1)
  unit_id        INTEGER REFERENCES unit (id),
  industry       INTEGER,                -- XybIndustry
  above_scale    INTEGER,                -- 规模以上
  founded_on     TEXT,
  legal_person   TEXT,
  products       TEXT,
  headcount      INTEGER,
  contact        TEXT,
  phone          TEXT,                   -- ENT-04: text
  closed         INTEGER NOT NULL DEFAULT 0,
  note           TEXT
) STRICT;
CREATE INDEX enterprise_code ON enterprise (credit_code) WHERE credit_code IS NOT NULL;
CREATE INDEX enterprise_unit ON enterprise (unit_id);

CREATE TABLE enterprise_name (
  id            INTEGER PRIMARY KEY,
  enterprise_id INTEGER NOT NULL REFERENCES enterprise (id),
  name          TEXT NOT NULL,
  until         TEXT
) STRICT;
CREATE INDEX enterprise_name_enterprise ON enterprise_name (enterprise_id);

-- 附件2, one row an enterprise and year.
CREATE TABLE nomination (
  id            INTEGER PRIMARY KEY,
  plan_id       INTEGER NOT NULL REFERENCES plan (id),
  unit_id       INTEGER NOT NULL REFERENCES unit (id),
  enterprise_id INTEGER NOT NULL REFERENCES enterprise (id),
  position      INTEGER NOT NULL,
  products      TEXT,
  revenue_fen   INTEGER,                 -- 分
  revenue_unit  INTEGER,                 -- XybMoneyUnit it was given in (ENT-03, AMB-11)
  headcount     INTEGER,
  contact       TEXT,
  phone         TEXT,
  confirmed_on  TEXT,
  signed_on     TEXT,
  accepted_on   TEXT,
  note          TEXT
) STRICT;
CREATE INDEX nomination_plan_unit ON nomination (plan_id, unit_id);
CREATE INDEX nomination_enterprise ON nomination (enterprise_id);
CREATE INDEX nomination_unit ON nomination (unit_id);

-- ENT-05, ENT-06: what a 区镇 has returned.
CREATE TABLE submission (
  id            INTEGER PRIMARY KEY,
  plan_id       INTEGER NOT NULL REFERENCES plan (id),
  unit_id       INTEGER NOT NULL REFERENCES unit (id),
  state         INTEGER NOT NULL,        -- XybSubmissionState
  received_on   TEXT,
  officer       TEXT,
  officer_phone TEXT,
  note          TEXT
) STRICT;
CREATE INDEX submission_plan_unit ON submission (plan_id, unit_id);
CREATE INDEX submission_unit ON submission (unit_id);

-- ---- derived: untracked, rebuilt from the changeset after every edit, undo and redo ----

-- What the register is searched and sorted by; a search reads this table alone, so unit_id and closed
-- stand here again. text holds, separated by U+001F: key of the name, of the former names, initials,
-- code, contact, phones (digits).
CREATE TABLE enterprise_search (
  enterprise_id INTEGER PRIMARY KEY,
  unit_id       INTEGER,                 -- enterprise.unit_id
  closed        INTEGER NOT NULL DEFAULT 0, -- enterprise.closed
  text          TEXT NOT NULL,
  sort_key      BLOB NOT NULL,           -- pinyin order of the name
  name_key      TEXT NOT NULL            -- xyb_company_name_key(): duplicates
) STRICT;
CREATE INDEX enterprise_search_name ON enterprise_search (name_key);
CREATE INDEX enterprise_search_order ON enterprise_search (sort_key); -- the whole list by name

-- ---- the journal: untracked, written by xyb_store_edit() itself ----

CREATE TABLE revision (
  id             INTEGER PRIMARY KEY,    -- rising from 1
  kind           INTEGER NOT NULL,       -- XybRevisionKind
  time           TEXT NOT NULL,          -- local time with offset, ISO 8601
  operator       TEXT,
  label          TEXT NOT NULL,
  target         INTEGER,                -- the revision an undo or redo turns round
  records        INTEGER NOT NULL,
  schema_version INTEGER NOT NULL,
  checksum       TEXT NOT NULL           -- SHA-256 over the parts
) STRICT;
CREATE INDEX revision_target ON revision (target) WHERE target IS NOT NULL;

-- The changeset, zlib-compressed in parts (one for an edit, many for an import).
CREATE TABLE revision_part (
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  part        INTEGER NOT NULL,
  data        BLOB NOT NULL,
  PRIMARY KEY (revision_id, part)
) STRICT, WITHOUT ROWID;

-- The readable name each touched record had at commit, and the way from a record to its history.
CREATE TABLE revision_record (
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  table_name  TEXT NOT NULL,
  record_id   INTEGER NOT NULL,
  label       TEXT NOT NULL,
  PRIMARY KEY (table_name, record_id, revision_id)
) STRICT, WITHOUT ROWID;
