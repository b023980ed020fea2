-- Schema version 4: 贯标 and the two 示范 tracks (issue 6, requirements §2.2–2.4, §3.2, §6).
--
-- The same rules as in schema-1.sql.

-- The number a check works with: 2 of “2年以上”, 2018 of “2018年度（含）之前”.
ALTER TABLE plan_condition ADD COLUMN number INTEGER;
-- “至少1名专职人员”, “至少2次贯标培训”.
ALTER TABLE plan_step ADD COLUMN counted INTEGER NOT NULL DEFAULT 0; -- XybStepCount
ALTER TABLE plan_step ADD COLUMN minimum INTEGER;

-- The stages of a track in the year of a plan, in order.
CREATE TABLE plan_stage (
  id              INTEGER PRIMARY KEY,
  plan_id         INTEGER NOT NULL REFERENCES plan (id),
  track           INTEGER NOT NULL,      -- XybTrack
  position        INTEGER NOT NULL,
  name            TEXT NOT NULL,
  kind            INTEGER NOT NULL,      -- XybStageKind
  basis           INTEGER,               -- XybCompletionBasis: its date stands in nomination
  fields          INTEGER NOT NULL DEFAULT 0, -- XybStageField
  needs_materials INTEGER NOT NULL DEFAULT 0,
  milestone       TEXT                   -- milestone.key it is due at
) STRICT;
CREATE INDEX plan_stage_plan ON plan_stage (plan_id);

-- An enterprise on a track of a year. Of 贯标 the row of 附件2 comes first, and this one when there
-- is something to keep that 附件2 has no place for.
CREATE TABLE progress (
  id            INTEGER PRIMARY KEY,
  plan_id       INTEGER NOT NULL REFERENCES plan (id),
  enterprise_id INTEGER NOT NULL REFERENCES enterprise (id),
  track         INTEGER NOT NULL,
  note          TEXT
) STRICT;
CREATE INDEX progress_plan_track ON progress (plan_id, track);
CREATE INDEX progress_enterprise ON progress (enterprise_id);

-- A stage that was reached; of one whose date stands in nomination only 文号, 期限 and note.
CREATE TABLE progress_stage (
  id          INTEGER PRIMARY KEY,
  progress_id INTEGER NOT NULL REFERENCES progress (id),
  stage_id    INTEGER NOT NULL REFERENCES plan_stage (id),
  reached_on  TEXT,
  number      TEXT,
  until       TEXT,
  note        TEXT
) STRICT;
CREATE INDEX progress_stage_progress ON progress_stage (progress_id);
CREATE INDEX progress_stage_stage ON progress_stage (stage_id);

-- 经过: what was moved when, and why it went back. Tells the story; where an enterprise stands is
-- told by the dates alone.
CREATE TABLE progress_move (
  id          INTEGER PRIMARY KEY,
  progress_id INTEGER NOT NULL REFERENCES progress (id),
  from_id     INTEGER REFERENCES plan_stage (id),
  to_id       INTEGER NOT NULL REFERENCES plan_stage (id),
  moved_on    TEXT NOT NULL,
  back        INTEGER NOT NULL DEFAULT 0,
  reason      TEXT
) STRICT;
CREATE INDEX progress_move_progress ON progress_move (progress_id);
CREATE INDEX progress_move_from ON progress_move (from_id) WHERE from_id IS NOT NULL;
CREATE INDEX progress_move_to ON progress_move (to_id);

-- What the clerk decided about a condition; what the records say is worked out every time.
CREATE TABLE progress_condition (
  id           INTEGER PRIMARY KEY,
  progress_id  INTEGER NOT NULL REFERENCES progress (id),
  condition_id INTEGER NOT NULL REFERENCES plan_condition (id),
  verdict      INTEGER NOT NULL,         -- XybVerdict
  reason       TEXT,
  decided_on   TEXT NOT NULL
) STRICT;
CREATE INDEX progress_condition_progress ON progress_condition (progress_id);
CREATE INDEX progress_condition_condition ON progress_condition (condition_id);

CREATE TABLE progress_step (
  id          INTEGER PRIMARY KEY,
  progress_id INTEGER NOT NULL REFERENCES progress (id),
  step_id     INTEGER NOT NULL REFERENCES plan_step (id),
  done_on     TEXT,
  staff       INTEGER,                   -- 专职人员
  note        TEXT
) STRICT;
CREATE INDEX progress_step_progress ON progress_step (progress_id);
CREATE INDEX progress_step_step ON progress_step (step_id);

CREATE TABLE progress_training (
  id          INTEGER PRIMARY KEY,
  progress_id INTEGER NOT NULL REFERENCES progress (id),
  step_id     INTEGER NOT NULL REFERENCES plan_step (id),
  held_on     TEXT NOT NULL,
  subject     TEXT NOT NULL
) STRICT;
CREATE INDEX progress_training_progress ON progress_training (progress_id);
CREATE INDEX progress_training_step ON progress_training (step_id);

-- MAT-01 … MAT-05.
CREATE TABLE progress_material (
  id          INTEGER PRIMARY KEY,
  progress_id INTEGER NOT NULL REFERENCES progress (id),
  material_id INTEGER NOT NULL REFERENCES plan_material (id),
  state       INTEGER NOT NULL,          -- XybMaterialState
  received_on TEXT,
  issued_on   TEXT,
  valid_until TEXT,
  note        TEXT,
  sha256      TEXT,                      -- of the kept file
  file_name   TEXT
) STRICT;
CREATE INDEX progress_material_progress ON progress_material (progress_id);
CREATE INDEX progress_material_material ON progress_material (material_id);

-- §3.2.
CREATE TABLE service_provider (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  credit_code TEXT,
  contact     TEXT,
  phone       TEXT,
  closed      INTEGER NOT NULL DEFAULT 0,
  note        TEXT
) STRICT;

CREATE TABLE contract (
  id            INTEGER PRIMARY KEY,
  provider_id   INTEGER NOT NULL REFERENCES service_provider (id),
  enterprise_id INTEGER NOT NULL REFERENCES enterprise (id),
  kind          INTEGER NOT NULL,        -- XybContractKind
  signed_on     TEXT NOT NULL,
  starts_on     TEXT,
  ends_on       TEXT,
  filed         INTEGER NOT NULL DEFAULT 0, -- 备案
  stamped       INTEGER NOT NULL DEFAULT 0, -- 盖章鉴定
  note          TEXT
) STRICT;
CREATE INDEX contract_provider ON contract (provider_id);
CREATE INDEX contract_enterprise ON contract (enterprise_id);

-- Who passed before the office kept its own records (590/43/4); later ones are in progress_stage
-- and nomination.
CREATE TABLE award (
  id             INTEGER PRIMARY KEY,
  enterprise_id  INTEGER NOT NULL REFERENCES enterprise (id),
  track          INTEGER NOT NULL,
  year           INTEGER NOT NULL,
  awarded_on     TEXT,
  number         TEXT,
  revoked_on     TEXT,
  revoked_reason TEXT,
  note           TEXT
) STRICT;
CREATE INDEX award_enterprise ON award (enterprise_id);

-- An office of version 3 has plans without these; a new one gets them with its presets. A test
-- compares the two.
WITH stage (track, position, name, kind, basis, fields, needs_materials, milestone) AS (VALUES
  (1, 1, '推荐', 1, 1, 0, 0, 'DL-03'),
  (1, 2, '名单确定', 1, 2, 0, 0, 'DL-02'),
  (1, 3, '签约', 1, 3, 0, 0, NULL),
  (1, 4, '实施', 1, 0, 0, 0, NULL),
  (1, 5, '材料提交', 1, 0, 0, 0, NULL),
  (1, 6, '验收', 1, 0, 0, 1, 'DL-06'),
  (1, 7, '通过', 2, 4, 1, 1, 'DL-06'),
  (1, 8, '不通过', 3, 0, 0, 0, NULL),
  (2, 9, '申报', 1, 0, 0, 0, NULL),
  (2, 10, '推荐', 1, 0, 0, 0, 'DL-04'),
  (2, 11, '名单', 1, 0, 1, 0, 'DL-04'),
  (2, 12, '签约备案', 1, 0, 0, 0, NULL),
  (2, 13, '评价报告', 1, 0, 0, 0, NULL),
  (2, 14, '初审盖章', 1, 0, 0, 0, NULL),
  (2, 15, '报送', 1, 0, 1, 1, NULL),
  (2, 16, '现场评价', 1, 0, 0, 0, 'DL-07'),
  (2, 17, '公示', 1, 0, 2, 0, 'DL-07'),
  (2, 18, '发文', 2, 0, 1, 0, NULL),
  (2, 19, '限期整改', 4, 0, 3, 0, NULL),
  (2, 20, '取消资格', 5, 0, 1, 0, NULL),
  (2, 21, '公告', 4, 0, 1, 0, NULL),
  (3, 22, '推荐', 1, 0, 1, 0, 'DL-05'),
  (3, 23, '审定汇总', 1, 0, 0, 0, NULL),
  (3, 24, '评审', 1, 0, 0, 0, NULL),
  (3, 25, '公示', 1, 0, 2, 0, NULL),
  (3, 26, '发证', 2, 0, 1, 0, NULL)
)
INSERT INTO plan_stage
  (id, plan_id, track, position, name, kind, basis, fields, needs_materials, milestone)
SELECT (plan.year - 1900) * 1000 + 700 + stage.position, plan.id, track, stage.position, name,
       kind, nullif (stage.basis, 0), fields, needs_materials,
       (SELECT key FROM milestone AS m WHERE m.plan_id = plan.id AND m.key = stage.milestone)
  FROM plan, stage;
UPDATE plan_condition SET number = 1 WHERE key = 'PLAN-C7';
UPDATE plan_condition SET number = 2 WHERE key = 'PLAN-C2';
UPDATE plan_condition SET number = 3 WHERE key IN ('PLAN-C5', 'PLAN-C8');
UPDATE plan_condition SET number = 2018 WHERE key = 'PLAN-C10' AND text LIKE '%2018年度%';
UPDATE plan_step SET counted = 1, minimum = 1 WHERE text LIKE '%至少1名专职人员%';
UPDATE plan_step SET counted = 2, minimum = 2 WHERE text LIKE '%至少开展2次贯标培训%';
