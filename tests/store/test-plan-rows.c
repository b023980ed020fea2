/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-fixture.h"

#include "xyb-core-error.h"
#include "xyb-progress-store.h"

/* The contents of a year's plan, edited in the file. The ids are those of the presets. */

#define TODAY "2020-12-31"
#define JOIN XYB_TRACK_ACCREDITATION
#define CITY XYB_TRACK_CITY_MODEL

#define STAGE_CONFIRM 120702 /* 名单确定 */
#define STAGE_WORK 120704    /* 实施 */
#define CONDITION_YEARS 120302
#define MATERIAL_REPORT 120401
#define MATERIAL_OTHER 120407 /* 市信用办要求提供的其他材料: not required */
#define STEP_STAFF 120509
#define STEP_TRAINING 120511
#define DL_03 120203

static XybPlan *
plan_2020 (Office *office)
{
  return xyb_plan_store_get (office->store, 2020, NULL);
}

static guint
field_of (XybPlanPart part, const char *key)
{
  guint n_fields = 0;
  const XybPlanField *fields = xyb_plan_part_fields (part, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, key))
      return i;
  g_assert_not_reached ();
}

static gboolean
set (Office *office, XybPlanPart part, gint64 id, const char *key, const char *text, GError **error)
{
  const XybPlanEdit edit = { XYB_PLAN_SET, id, 0, field_of (part, key), text, 0 };

  return xyb_plan_store_edit_rows (office->store, 2020, part, &edit, 1, NULL, error);
}

static gboolean
act (Office *office, XybPlanPart part, XybPlanAct what, gint64 id, int by, GError **error)
{
  const XybPlanEdit edit = { what, id, 0, 0, NULL, by };

  return xyb_plan_store_edit_rows (office->store, 2020, part, &edit, 1, NULL, error);
}

static gint64
add (Office *office, XybPlanPart part, XybTrack track, const char *name)
{
  const XybPlanEdit edits[] = {
    { XYB_PLAN_ADD, 0, track, 0, NULL, 0 },
    { XYB_PLAN_SET, 0, 0, 0, name, 0 },
  };
  gint64 added = 0;
  g_autoptr (GError) error = NULL;

  xyb_plan_store_edit_rows (office->store, 2020, part, edits, 2, &added, &error);
  g_assert_no_error (error);
  g_assert_cmpint (added, >, 0);
  return added;
}

/* id and text of every field of every row, one row a line: what a clerk would compare. */
static char *
dump (Office *office)
{
  g_autoptr (XybPlan) plan = plan_2020 (office);
  GString *out = g_string_new (NULL);

  for (XybPlanPart part = XYB_PLAN_STAGES; part <= XYB_PLAN_MILESTONES; part++)
    for (int track = 1; track <= (xyb_plan_part_has_tracks (part) ? XYB_N_TRACKS : 1); track++)
      {
        g_autoptr (GPtrArray) rows = xyb_plan_list_rows (plan, part, (XybTrack) track);
        guint n_fields = 0;
        const XybPlanField *fields = xyb_plan_part_fields (part, &n_fields);

        for (guint i = 0; i < rows->len; i++)
          {
            g_string_append_printf (out, "%" G_GINT64_FORMAT, xyb_plan_row_id (rows->pdata[i]));
            for (guint f = 0; f < n_fields; f++)
              {
                g_autofree char *text = fields[f].get (plan, rows->pdata[i]);

                g_string_append_printf (out, "|%s", text != NULL ? text : "");
              }
            g_string_append_c (out, '\n');
          }
      }
  return g_string_free (out, FALSE);
}

static gint64
on_track (Office *office, const char *name)
{
  gint64 id = office_add_enterprise (office, name, ZHOUSHI);
  g_autoptr (XybNomination) row = xyb_nomination_new ();
  g_autoptr (GError) error = NULL;

  row->plan_id = 2020;
  row->unit_id = ZHOUSHI;
  row->enterprise_id = id;
  xyb_nomination_store_save (office->store, row, &error);
  g_assert_no_error (error);
  return id;
}

static void
hand_in (Office *office, gint64 enterprise_id, gint64 material_id)
{
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybTrackRecord) record
    = xyb_progress_store_get (office->store, plan, JOIN, enterprise_id, NULL);
  g_autoptr (XybMaterial) material = xyb_material_new (material_id);
  g_autoptr (GError) error = NULL;

  material->state = XYB_MATERIAL_COMPLETE;
  material->received_on = g_strdup ("2020-07-10");
  xyb_progress_store_set_material (office->store, plan, record, material, NULL, TODAY, &error);
  g_assert_no_error (error);
}

/* ---- ---- */

/* What the program brings is what it would take from the clerk. */
static void
test_presets_fit (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  for (int year = 2019; year <= 2020; year++)
    {
      g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, year, NULL);

      for (XybPlanPart part = XYB_PLAN_STAGES; part <= XYB_PLAN_MILESTONES; part++)
        for (guint i = 0; i < xyb_plan_get_rows (plan, part)->len; i++)
          {
            g_autoptr (GError) error = NULL;

            xyb_plan_check_row (plan, part, xyb_plan_get_rows (plan, part)->pdata[i], &error);
            g_assert_no_error (error);
          }
    }
}

/* Typing back what is shown changes nothing and is no revision. */
static void
test_same_again (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = dump (office);
  g_autofree char *after = NULL;
  g_autoptr (XybPlan) plan = plan_2020 (office);

  for (XybPlanPart part = XYB_PLAN_STAGES; part <= XYB_PLAN_MILESTONES; part++)
    for (guint i = 0; i < xyb_plan_get_rows (plan, part)->len; i++)
      {
        gconstpointer row = xyb_plan_get_rows (plan, part)->pdata[i];
        guint n_fields = 0;
        const XybPlanField *fields = xyb_plan_part_fields (part, &n_fields);

        for (guint f = 0; f < n_fields; f++)
          {
            g_autofree char *text = fields[f].get (plan, row);
            g_autoptr (GError) error = NULL;

            set (office, part, xyb_plan_row_id (row), fields[f].key, text, &error);
            g_assert_no_error (error);
          }
      }
  after = dump (office);
  g_assert_cmpstr (after, ==, before);
  office_assert_label (office, NULL);
}

static const struct
{
  XybPlanPart part;
  gint64 id;
  const char *field;
  const char *text;
  const char *label;
} changes[] = {
  { XYB_PLAN_STAGES, STAGE_WORK, "name", "贯标实施", "2020年贯标阶段：“实施”改为“贯标实施”" },
  { XYB_PLAN_STAGES, STAGE_WORK, "milestone", "DL-06",
    "2020年贯标阶段“贯标实施”：对应时限 空白 → 8月15日前 组织贯标验收" },
  { XYB_PLAN_CONDITIONS, CONDITION_YEARS, "number", "3",
    "2020年贯标条件“正常生产经营2年以上”：核对用的数 2 → 3" },
  { XYB_PLAN_MATERIALS, MATERIAL_OTHER, "required", "是",
    "2020年贯标材料“市信用办要求提供的其他材料”：必需 空白 → 是" },
  { XYB_PLAN_STEPS, STEP_TRAINING, "minimum", "3", "2020年贯标步骤“开展培训”：至少 2 → 3" },
  { XYB_PLAN_MILESTONES, DL_03, "due-on", "2020年4月20日",
    "2020年时限“各区镇报送附件2”：截止日期 2020-04-15 → 2020-04-20" },
};

/* Each change is one revision with a label in her words, and undo brings all of it back. */
static void
test_changes_and_undo (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *before = dump (office);
      g_autofree char *changed = NULL;
      g_autofree char *after = NULL;
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;

      set (office, changes[i].part, changes[i].id, changes[i].field, changes[i].text, &error);
      g_assert_no_error (error);
      office_assert_label (office, changes[i].label);
      changed = dump (office);
      g_assert_cmpstr (changed, !=, before);
      g_assert_true (xyb_store_undo (office->store, NULL, NULL));
      after = dump (office);
      g_assert_cmpstr (after, ==, before);
      g_assert_true (xyb_store_redo (office->store, NULL, NULL));
      again = dump (office);
      g_assert_cmpstr (again, ==, changed);
    }
}

/* A row that is added, moved and taken out again leaves the others as they were, with their ids. */
static void
test_added_moved_removed (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  static const XybPlanPart parts[] = { XYB_PLAN_STAGES, XYB_PLAN_CONDITIONS, XYB_PLAN_MATERIALS,
                                       XYB_PLAN_STEPS, XYB_PLAN_MILESTONES };
  g_autofree char *before = dump (office);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      XybTrack track = xyb_plan_part_has_tracks (parts[i]) ? CITY : (XybTrack) 0;
      gint64 id = add (office, parts[i], track, "新的一行");
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autoptr (GError) error = NULL;

      act (office, parts[i], XYB_PLAN_MOVE, id, -2, &error);
      g_assert_no_error (error);
      act (office, parts[i], XYB_PLAN_REMOVE, id, 0, &error);
      g_assert_no_error (error);
      after = dump (office);
      g_assert_cmpstr (after, ==, before);
      for (int k = 0; k < 3; k++)
        g_assert_true (xyb_store_undo (office->store, NULL, NULL));
      undone = dump (office);
      g_assert_cmpstr (undone, ==, before);
    }
  g_assert_true (xyb_store_check (office->store, NULL));
}

static void
test_labels_of_rows (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = add (office, XYB_PLAN_MATERIALS, JOIN, "营业执照复印件");

  office_assert_label (office, "2020年贯标材料：增加“营业执照复印件”");
  g_assert_true (act (office, XYB_PLAN_MATERIALS, XYB_PLAN_MOVE, id, -1, NULL));
  office_assert_label (office, "2020年贯标材料：“营业执照复印件”移到第 7 行");
  g_assert_true (act (office, XYB_PLAN_MATERIALS, XYB_PLAN_REMOVE, id, 0, NULL));
  office_assert_label (office, "2020年贯标材料：删去“营业执照复印件”");
}

/* Rows that trade places touch no others: an earlier change of another row can still be undone. */
static void
test_move_touches_two_rows (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) revisions = NULL;

  g_assert_true (act (office, XYB_PLAN_STAGES, XYB_PLAN_MOVE, STAGE_WORK, 1, NULL));
  revisions = xyb_store_list_revisions (office->store, 1, 0, FALSE, NULL);
  g_assert_cmpint (((XybRevision *) revisions->pdata[0])->records, ==, 2);
}

/* ---- what enterprises have something of ---- */

static void
test_used_rows_stay (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = on_track (office, "昆山甲公司");
  gint64 second = on_track (office, "昆山乙公司");
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybTrackRecord) record = NULL;
  const XybProgressMove move = { JOIN, "实施", "2020-05-20", NULL, NULL, NULL };
  const gint64 both[] = { id, second };
  g_autofree char *label = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  xyb_progress_store_move (office->store, plan, both, 2, &move, TODAY, &error);
  g_assert_no_error (error);
  hand_in (office, id, MATERIAL_REPORT);
  record = xyb_progress_store_get (office->store, plan, JOIN, id, NULL);
  xyb_progress_store_set_verdict (office->store, plan, record, CONDITION_YEARS, XYB_VERDICT_MET,
                                  "看过营业执照", TODAY, &error);
  g_assert_no_error (error);
  label = xyb_store_peek_undo (office->store);
  before = dump (office);

#define REFUSED(call, about)                                                                       \
  office_assert_refused (office, (call), &error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE, about,   \
                         label)
  REFUSED (act (office, XYB_PLAN_STAGES, XYB_PLAN_REMOVE, STAGE_WORK, 0, &error),
           "已有 2 家企业到过阶段“实施”，不能删去；可以改名或调整顺序。");
  REFUSED (act (office, XYB_PLAN_STAGES, XYB_PLAN_REMOVE, 120701, 0, &error), "已有 2 家");
  REFUSED (set (office, XYB_PLAN_STAGES, 120701, "basis", "", &error), "性质和附件2日期不能再改");
  REFUSED (act (office, XYB_PLAN_MATERIALS, XYB_PLAN_REMOVE, MATERIAL_REPORT, 0, &error),
           "已有 1 家企业登记过材料");
  REFUSED (act (office, XYB_PLAN_CONDITIONS, XYB_PLAN_REMOVE, CONDITION_YEARS, 0, &error),
           "已有 1 家企业核定过条件");
#undef REFUSED
  g_clear_pointer (&label, g_free);
  label = dump (office);
  g_assert_cmpstr (label, ==, before);
  /* What nobody is at goes. */
  g_assert_true (act (office, XYB_PLAN_STAGES, XYB_PLAN_REMOVE, STAGE_CONFIRM, 0, NULL));
  g_assert_true (act (office, XYB_PLAN_MATERIALS, XYB_PLAN_REMOVE, MATERIAL_OTHER, 0, NULL));
}

static void
test_used_steps_stay (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = on_track (office, "昆山甲公司");
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybTrackRecord) record = xyb_progress_store_get (office->store, plan, JOIN, id, NULL);
  g_autoptr (XybTraining) training = xyb_training_new ("2020-06-18", "信用管理基础");
  g_autoptr (GError) error = NULL;

  xyb_progress_store_add_training (office->store, plan, record, STEP_TRAINING, training, TODAY,
                                   &error);
  g_assert_no_error (error);
  g_assert_false (act (office, XYB_PLAN_STEPS, XYB_PLAN_REMOVE, STEP_TRAINING, 0, &error));
  g_assert_nonnull (strstr (error->message, "已有 1 家企业登记过步骤“开展培训”"));
  g_clear_error (&error);
  g_assert_false (set (office, XYB_PLAN_STEPS, STEP_TRAINING, "counted", "不计数", &error));
  g_assert_nonnull (strstr (error->message, "怎样计数"));
  g_clear_error (&error);
  g_assert_true (set (office, XYB_PLAN_STEPS, STEP_TRAINING, "minimum", "1", &error));
  g_assert_true (set (office, XYB_PLAN_STEPS, STEP_STAFF, "counted", "不计数", &error));
}

/* A date of 附件2 is as good as a move: whose stage has it, stays. */
static void
test_dates_of_annex_hold_a_stage (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) rows = NULL;
  XybNomination *row;
  g_autoptr (GError) error = NULL;

  on_track (office, "昆山甲公司");
  rows = office_list_nominations (office, ZHOUSHI);
  row = rows->pdata[0];
  row->confirmed_on = g_strdup ("2020-04-20");
  g_assert_true (xyb_nomination_store_save (office->store, row, NULL));
  g_assert_false (act (office, XYB_PLAN_STAGES, XYB_PLAN_REMOVE, STAGE_CONFIRM, 0, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE);
}

/* ---- two at the same plan ---- */

/* What was removed meanwhile is not changed; what was registered meanwhile is not undone away. */
static void
test_conflicts (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 enterprise_id = on_track (office, "昆山甲公司");
  gint64 id = add (office, XYB_PLAN_MATERIALS, JOIN, "营业执照复印件");
  g_autoptr (GPtrArray) revisions = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (act (office, XYB_PLAN_MATERIALS, XYB_PLAN_REMOVE, MATERIAL_OTHER, 0, NULL));
  g_assert_false (set (office, XYB_PLAN_MATERIALS, MATERIAL_OTHER, "name", "甲", &error));
  g_assert_nonnull (strstr (error->message, "已经没有这一行"));
  g_clear_error (&error);
  g_assert_true (xyb_store_undo (office->store, NULL, NULL));
  revisions = xyb_store_list_revisions (office->store, 100, 0, FALSE, NULL);
  hand_in (office, enterprise_id, id);
  label = xyb_store_peek_undo (office->store);
  for (guint i = 0; i < revisions->len; i++)
    {
      const XybRevision *revision = revisions->pdata[i];

      if (strstr (revision->label, "增加“营业执照复印件”") == NULL
          || revision->kind != XYB_REVISION_EDIT)
        continue;
      /* 从这里撤销 takes both, in their order. */
      g_assert_true (
        xyb_store_undo_back_to (office->store, revision->id, NULL, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
    }
  {
    g_autoptr (XybPlan) plan = plan_2020 (office);

    g_assert_null (xyb_plan_find_row (plan, XYB_PLAN_MATERIALS, id));
  }
  g_assert_true (xyb_store_check (office->store, NULL));
}

/* Many cells at once: all or none. */
static void
test_all_or_none (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const XybPlanEdit edits[] = {
    { XYB_PLAN_SET, 120201, 0, field_of (XYB_PLAN_MILESTONES, "due-on"), "2020-04-03", 0 },
    { XYB_PLAN_SET, 120204, 0, field_of (XYB_PLAN_MILESTONES, "due-on"), "4月31日", 0 },
  };
  g_autofree char *before = dump (office);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
    xyb_plan_store_check_edits (office->store, 2020, XYB_PLAN_MILESTONES, edits, 2, NULL));
  office_assert_refused (office,
                         xyb_plan_store_edit_rows (office->store, 2020, XYB_PLAN_MILESTONES, edits,
                                                   2, NULL, &error),
                         &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE, "4月31日", NULL);
  after = dump (office);
  g_assert_cmpstr (after, ==, before);
}

static void
test_year_without_plan (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const XybPlanEdit edit = { XYB_PLAN_ADD, 0, JOIN, 0, NULL, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (
    xyb_plan_store_edit_rows (office->store, 2025, XYB_PLAN_STAGES, &edit, 1, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/plan-rows/presets-fit", test_presets_fit);
  office_test ("/plan-rows/the-same-again-is-no-change", test_same_again);
  office_test ("/plan-rows/changes-and-undo", test_changes_and_undo);
  office_test ("/plan-rows/added-moved-removed", test_added_moved_removed);
  office_test ("/plan-rows/labels", test_labels_of_rows);
  office_test ("/plan-rows/a-move-touches-two-rows", test_move_touches_two_rows);
  office_test ("/plan-rows/used-rows-stay", test_used_rows_stay);
  office_test ("/plan-rows/used-steps-stay", test_used_steps_stay);
  office_test ("/plan-rows/dates-of-annex-2-hold-a-stage", test_dates_of_annex_hold_a_stage);
  office_test ("/plan-rows/conflicts", test_conflicts);
  office_test ("/plan-rows/all-or-none", test_all_or_none);
  office_test ("/plan-rows/a-year-without-plan", test_year_without_plan);
  return g_test_run ();
}
