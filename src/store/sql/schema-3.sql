-- Schema version 3: 考核方案, marks, explanations, settlement, snapshots (issue 5, requirements §7).
--
-- The same rules as in schema-1.sql. Points are in hundredths (KH-20).

-- One a year and unit kind (KH-01).
CREATE TABLE scheme (
  id                INTEGER PRIMARY KEY,
  year              INTEGER NOT NULL,
  kind              INTEGER NOT NULL,    -- XybUnitKind
  title             TEXT NOT NULL,
  unit_head         TEXT NOT NULL,       -- head of the first column
  remark_head       TEXT,                -- head of the last: 扣分情况
  notes_head        TEXT,                -- 说明:
  mode              INTEGER NOT NULL,    -- XybSchemeMode
  open_becomes      INTEGER NOT NULL,    -- XybSettling of * at settlement
  explained_becomes INTEGER NOT NULL,    -- XybSettling of 已说明 (AMB-17)
  floor             INTEGER,             -- no score below it (AMB-08)
  sum_in_remark     INTEGER NOT NULL DEFAULT 0 -- AMB-16
) STRICT;
CREATE INDEX scheme_year_kind ON scheme (year, kind);

CREATE TABLE scheme_indicator (
  id             INTEGER PRIMARY KEY,
  scheme_id      INTEGER NOT NULL REFERENCES scheme (id),
  position       INTEGER NOT NULL,
  head           TEXT NOT NULL,          -- as printed (KH-03)
  source_head    TEXT,                   -- the document's own slip (AMB-04)
  aliases        TEXT,                   -- other heads it may come back with, one a line
  points_text    TEXT,                   -- the end of head: （5分）
  points         INTEGER NOT NULL,
  rule           INTEGER NOT NULL,       -- XybRuleKind
  event          INTEGER NOT NULL DEFAULT 0, -- 无 or an event, instead of * or √
  counts_in_base INTEGER NOT NULL DEFAULT 1, -- AMB-18
  note           INTEGER NOT NULL DEFAULT 0, -- 说明第 N 条
  step           INTEGER,                -- per_count: points a time
  cap            INTEGER,                -- per_count: 扣满…为止
  per_quarter    INTEGER,                -- per_count: due a quarter (AMB-28)
  counter        TEXT,                   -- 次, 条
  basis          INTEGER,                -- tier: XybCompletionBasis (AMB-13)
  evidence       TEXT                    -- key of the provider that may propose (KH-29)
) STRICT;
CREATE INDEX scheme_indicator_scheme ON scheme_indicator (scheme_id);

-- Completion rate strictly below the percentage loses the deduction (§7.3).
CREATE TABLE scheme_tier (
  id            INTEGER PRIMARY KEY,
  indicator_id  INTEGER NOT NULL REFERENCES scheme_indicator (id),
  below_percent INTEGER NOT NULL,
  deduction     INTEGER NOT NULL
) STRICT;
CREATE INDEX scheme_tier_indicator ON scheme_tier (indicator_id);

CREATE TABLE scheme_note (
  id          INTEGER PRIMARY KEY,
  scheme_id   INTEGER NOT NULL REFERENCES scheme (id),
  position    INTEGER NOT NULL,
  text        TEXT NOT NULL,             -- without its number
  source_text TEXT                       -- the document's own slip
) STRICT;
CREATE INDEX scheme_note_scheme ON scheme_note (scheme_id);

-- Which units are assessed, in official order (AMB-05, ORG-02).
CREATE TABLE scheme_unit (
  id        INTEGER PRIMARY KEY,
  scheme_id INTEGER NOT NULL REFERENCES scheme (id),
  unit_id   INTEGER NOT NULL REFERENCES unit (id),
  position  INTEGER NOT NULL,
  page_ends INTEGER NOT NULL DEFAULT 0,  -- the printed page ends below (KH-06)
  remark    TEXT                         -- 扣分情况 as the clerk wrote it (KH-04)
) STRICT;
CREATE INDEX scheme_unit_scheme ON scheme_unit (scheme_id);
CREATE INDEX scheme_unit_unit ON scheme_unit (unit_id);

-- 非考核项: the indicator does not apply to the unit.
CREATE TABLE scheme_exclusion (
  id             INTEGER PRIMARY KEY,
  scheme_unit_id INTEGER NOT NULL REFERENCES scheme_unit (id),
  indicator_id   INTEGER NOT NULL REFERENCES scheme_indicator (id)
) STRICT;
CREATE INDEX scheme_exclusion_unit ON scheme_exclusion (scheme_unit_id);
CREATE INDEX scheme_exclusion_indicator ON scheme_exclusion (indicator_id);

-- What stands in a cell (KH-07); no row: nobody has said.
CREATE TABLE assessment_mark (
  id           INTEGER PRIMARY KEY,
  scheme_id    INTEGER NOT NULL REFERENCES scheme (id),
  unit_id      INTEGER NOT NULL REFERENCES unit (id),
  indicator_id INTEGER NOT NULL REFERENCES scheme_indicator (id),
  kind         INTEGER NOT NULL,         -- XybMarkKind
  count        INTEGER,
  amount       INTEGER,                  -- what it costs
  remark       TEXT,
  approver     TEXT,                     -- who decided on a 视情扣分 (AMB-08)
  evidence     TEXT                      -- one piece a line
) STRICT;
CREATE INDEX assessment_mark_scheme ON assessment_mark (scheme_id);
CREATE INDEX assessment_mark_unit ON assessment_mark (unit_id);
CREATE INDEX assessment_mark_indicator ON assessment_mark (indicator_id);

-- 情况说明 (KH-28); the file stands beside the office under its SHA-256.
CREATE TABLE explanation (
  id           INTEGER PRIMARY KEY,
  scheme_id    INTEGER NOT NULL REFERENCES scheme (id),
  unit_id      INTEGER NOT NULL REFERENCES unit (id),
  indicator_id INTEGER REFERENCES scheme_indicator (id), -- NULL: of the whole unit
  text         TEXT NOT NULL,
  given_on     TEXT,                     -- ISO date
  file_name    TEXT,
  sha256       TEXT
) STRICT;
CREATE INDEX explanation_scheme ON explanation (scheme_id);
CREATE INDEX explanation_unit ON explanation (unit_id);
CREATE INDEX explanation_indicator ON explanation (indicator_id) WHERE indicator_id IS NOT NULL;

-- 年终结算, signed off: the marks stand as they are until it is taken back with a reason (KH-27).
CREATE TABLE assessment_settlement (
  id          INTEGER PRIMARY KEY,
  scheme_id   INTEGER NOT NULL REFERENCES scheme (id),
  signed_on   TEXT NOT NULL,             -- ISO date
  signed_by   TEXT NOT NULL,
  cells       TEXT NOT NULL,             -- xyb_assessment_table_freeze()
  voided_on   TEXT,
  void_reason TEXT
) STRICT;
CREATE INDEX assessment_settlement_scheme ON assessment_settlement (scheme_id);

-- The table as it was printed in an issue (KH-27).
CREATE TABLE assessment_snapshot (
  id          INTEGER PRIMARY KEY,
  scheme_id   INTEGER NOT NULL REFERENCES scheme (id),
  issue       INTEGER NOT NULL,          -- 第 N 期
  taken_on    TEXT NOT NULL,             -- ISO date
  phase       INTEGER NOT NULL,          -- XybPhase
  cells       TEXT NOT NULL,             -- xyb_assessment_table_freeze()
  voided_on   TEXT,
  void_reason TEXT
) STRICT;
CREATE INDEX assessment_snapshot_scheme ON assessment_snapshot (scheme_id);
