/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>
#include <string.h>

#include "../core/scheme-fixture.h"
#include "xyb-assessment-sheet-model.h"
#include "xyb-core-error.h"

/* 考核 of the departments as the printed table has it, as a sheet. */

#define REMARK_COLUMN 11
#define FULL_COLUMN 12
#define DEDUCTION_COLUMN 13
#define SCORE_COLUMN 14
#define PERCENT_COLUMN 15
#define PUBLICITY_COLUMN 9 /* 诚信专题宣传任务, 0.05 a time */
#define CASES_COLUMN 8
#define SEVERE_COLUMN 10

typedef struct
{
  XybAssessmentState *state;
  XybSheetModel *model;
  char *kept;
  guint n_writes;
} Fixture;

/* As the store does it, without one. */
static gboolean
write_edits (GPtrArray *edits, const char *what, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;
  XybAssessmentState *state = fixture->state;

  fixture->n_writes++;
  for (guint i = 0; i < edits->len; i++)
    {
      const XybAssessmentEdit *edit = edits->pdata[i];
      XybSchemeUnit *unit = (XybSchemeUnit *) xyb_scheme_find_unit (state->scheme, edit->unit_id);

      if (edit->indicator_id == 0)
        g_hash_table_insert (state->assessment->remarks,
                             g_memdup2 (&edit->unit_id, sizeof edit->unit_id),
                             g_strdup (edit->remark));
      else
        {
          xyb_scheme_unit_set_applies (unit, edit->indicator_id,
                                       edit->mark->kind != XYB_MARK_NOT_APPLICABLE);
          xyb_marks_set (state->assessment->marks, edit->unit_id, edit->indicator_id,
                         xyb_mark_copy (edit->mark));
        }
    }
  xyb_assessment_state_count (state, state->phase, state->quarters);
  xyb_sheet_model_cells_changed (fixture->model);
  return TRUE;
}

static void
kept_cb (XybAssessmentSheetModel *model, const char *sentence, Fixture *fixture)
{
  g_free (fixture->kept);
  fixture->kept = g_strdup (sentence);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  XybScheme *scheme = fixture_scheme (SCHEME_2020_DEPARTMENT);
  XybAssessment *assessment = g_new0 (XybAssessment, 1);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < scheme->units->len; i++)
    g_array_append_val (units, i);
  assessment->scheme = scheme;
  assessment->marks = fixture_marks (SCHEME_2020_DEPARTMENT, scheme);
  assessment->remarks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  assessment->facts = xyb_facts_new ();
  assessment->explanations = g_ptr_array_new ();
  fixture->state = xyb_assessment_state_new (assessment);
  fixture->model = XYB_SHEET_MODEL (xyb_assessment_sheet_model_new (write_edits, fixture));
  g_signal_connect (fixture->model, "kept", G_CALLBACK (kept_cb), fixture);
  xyb_assessment_sheet_model_fill (XYB_ASSESSMENT_SHEET_MODEL (fixture->model), fixture->state,
                                   units);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->model);
  xyb_assessment_state_free (fixture->state);
  g_free (fixture->kept);
}

static guint
row_of (Fixture *fixture, const char *name)
{
  for (guint i = 0; i < fixture->state->scheme->units->len; i++)
    if (g_str_equal (xyb_assessment_state_get_unit (fixture->state, i)->unit_name, name))
      return i;
  g_assert_not_reached ();
}

#define assert_text(func, fixture, row, column, expected)                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = func ((fixture)->model, row, column);                                 \
                                                                                                   \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END
#define assert_entry(fixture, row, column, expected)                                               \
  assert_text (xyb_sheet_model_dup_text, fixture, row, column, expected)
#define assert_copy(fixture, row, column, expected)                                                \
  assert_text (xyb_sheet_model_dup_copy, fixture, row, column, expected)

static gboolean
put (Fixture *fixture, guint row, guint column, const char *text, const char *what, GError **error)
{
  const XybSheetChange change = { row, column, text };

  return xyb_sheet_model_check (fixture->model, row, column, text, error)
         && xyb_sheet_model_apply (fixture->model, &change, 1, what, error);
}

/* The very texts of the source table, and what they come to in the middle of the year. */
static void
test_as_printed (Fixture *fixture, gconstpointer data)
{
  guint row = row_of (fixture, "应急管理局");
  XybMarkCounts counts = xyb_assessment_state_count_marks (fixture->state);

  g_assert_cmpuint (xyb_sheet_model_get_n_rows (fixture->model), ==, 54);
  g_assert_cmpuint (xyb_sheet_model_get_n_columns (fixture->model), ==, 16);
  g_assert_cmpuint (counts.open, ==, 401);
  g_assert_cmpuint (counts.excluded, ==, 83);
  g_assert_cmpuint (counts.counted, ==, 2);
  g_assert_cmpuint (counts.no_event, ==, 54);
  assert_copy (fixture, row, 0, "应急管理局");
  assert_copy (fixture, row, 2, "非考核项");
  assert_copy (fixture, row, CASES_COLUMN, "1");
  assert_copy (fixture, row, SEVERE_COLUMN, "无");
  assert_copy (fixture, row, REMARK_COLUMN, "");
  assert_copy (fixture, row, FULL_COLUMN, "1.30");
  assert_copy (fixture, row, DEDUCTION_COLUMN, "0");
  assert_copy (fixture, row, SCORE_COLUMN, "1.30");
  assert_copy (fixture, row, PERCENT_COLUMN, "100%");
}

static void
test_heads (Fixture *fixture, gconstpointer data)
{
  XybSheetColumn column;

  xyb_sheet_model_get_column (fixture->model, CASES_COLUMN, &column);
  g_assert_cmpstr (column.title, ==, "奖惩案例");
  g_assert_cmpstr (column.subtitle, ==, "0.3分");
  xyb_sheet_model_get_column (fixture->model, REMARK_COLUMN, &column);
  g_assert_cmpstr (column.title, ==, "扣分情况");
  g_assert_null (column.subtitle);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint key;
    guint column;
    const char *text;
  } cases[] = {
    { GDK_KEY_v, 1, "√" },
    { GDK_KEY_V, CASES_COLUMN, "√" },
    { GDK_KEY_asterisk, 1, "*" },
    { GDK_KEY_KP_Multiply, 1, "*" },
    { GDK_KEY_minus, 1, "非考核项" },
    { GDK_KEY_KP_Subtract, 2, "非考核项" },
    { GDK_KEY_0, SEVERE_COLUMN, "无" },
    { GDK_KEY_KP_0, SEVERE_COLUMN, "无" },
    { GDK_KEY_0, 1, NULL },
    { GDK_KEY_2, CASES_COLUMN, NULL },
    { GDK_KEY_v, REMARK_COLUMN, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
        = xyb_sheet_model_text_of_key (fixture->model, 0, cases[i].column, cases[i].key);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A deduction is seen with its sign, printed as *, written so that it can be read back. */
static void
test_points_live (Fixture *fixture, gconstpointer data)
{
  guint row = row_of (fixture, "审计局");
  g_autoptr (GError) error = NULL;
  g_auto (XybSheetCell) cell = { 0 };
  g_auto (XybSheetCell) sum = { 0 };

  g_assert_true (put (fixture, row, PUBLICITY_COLUMN, "缺1次", NULL, &error));
  g_assert_no_error (error);
  assert_copy (fixture, row, PUBLICITY_COLUMN, "*");
  assert_entry (fixture, row, PUBLICITY_COLUMN, "缺1次");
  assert_copy (fixture, row, DEDUCTION_COLUMN, "-0.05");
  assert_copy (fixture, row, SCORE_COLUMN, "1.25");
  assert_copy (fixture, row, PERCENT_COLUMN, "96.2%");
  xyb_sheet_model_fill_cell (fixture->model, row, PUBLICITY_COLUMN, &cell);
  g_assert_cmpstr (cell.text, ==, "*<b>−0.05</b>");
  g_assert_cmpint (cell.look, ==, XYB_SHEET_LOOK_LOSS);
  xyb_sheet_model_fill_cell (fixture->model, row, DEDUCTION_COLUMN, &sum);
  g_assert_cmpstr (sum.text, ==, "−0.05");
  /* * on it takes the deduction back, though both print as *. */
  g_assert_true (put (fixture, row, PUBLICITY_COLUMN, "*", NULL, &error));
  assert_copy (fixture, row, SCORE_COLUMN, "1.30");
}

static void
test_settlement_shows_what_is_lost (Fixture *fixture, gconstpointer data)
{
  guint row = row_of (fixture, "应急管理局");
  g_auto (XybSheetCell) cell = { 0 };

  xyb_assessment_state_count (fixture->state, XYB_PHASE_SETTLEMENT, 4);
  xyb_sheet_model_fill_cell (fixture->model, row, 1, &cell);
  g_assert_cmpstr (cell.text, ==, "*<b>−0.2</b>");
  assert_copy (fixture, row, CASES_COLUMN, "1");
}

static void
test_refused_by_name (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint column;
    const char *text;
    const char *sentence;
  } cases[] = {
    { 1, "好", "审计局：考核指标“*”的“好”不是考核表用的标记*" },
    { 1, "无", "审计局：考核指标“*”不能填“无”*" },
    { PUBLICITY_COLUMN, "扣5分", "审计局：考核指标“*”最高扣 0.2 分*" },
    { SEVERE_COLUMN, "√", "审计局：考核指标“*”不能填“√”*" },
  };
  guint row = row_of (fixture, "审计局");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
        xyb_sheet_model_check (fixture->model, row, cases[i].column, cases[i].text, &error));
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].sentence, error->message));
    }
}

/* Filling a column leaves the units the scheme does not assess; a key on one such cell means it; a
 * pasted block that contradicts the scheme does not fit. */
static void
test_excluded_cells_are_kept (Fixture *fixture, gconstpointer data)
{
  guint excluded = row_of (fixture, "应急管理局");
  guint assessed = row_of (fixture, "水务局");
  const XybSheetChange changes[] = { { excluded, 2, "√" }, { assessed, 2, "√" } };
  g_autoptr (GError) error = NULL;

  g_assert_true (xyb_sheet_model_apply (fixture->model, changes, 2, "填充", &error));
  assert_copy (fixture, excluded, 2, "非考核项");
  assert_copy (fixture, assessed, 2, "√");
  g_assert_true (g_pattern_match_simple ("非考核项 1 格没有改*", fixture->kept));
  g_assert_false (xyb_sheet_model_apply (fixture->model, changes, 2, "粘贴", &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNFIT_MARK);
  g_assert_true (g_pattern_match_simple ("“应急管理局，*”是非考核项*", error->message));
  g_clear_error (&error);
  g_assert_true (put (fixture, excluded, 2, "√", NULL, &error));
  assert_copy (fixture, excluded, 2, "√");
  assert_copy (fixture, excluded, FULL_COLUMN, "1.40");
  g_assert_true (put (fixture, excluded, 2, "非考核项", NULL, &error));
  assert_copy (fixture, excluded, FULL_COLUMN, "1.30");
}

static void
test_explained_is_raised (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (XybSheetCell) cell = { 0 };

  g_assert_true (put (fixture, 0, 1, "已说明", NULL, &error));
  xyb_sheet_model_fill_cell (fixture->model, 0, 1, &cell);
  g_assert_cmpstr (cell.text, ==, "*");
  g_assert_cmpstr (cell.note, ==, "说");
  assert_entry (fixture, 0, 1, "已说明");
}

/* Blue corners: what prints otherwise than in the table it is compared with. */
static void
test_changed_since (Fixture *fixture, gconstpointer data)
{
  g_autofree char *frozen = xyb_assessment_table_freeze (fixture->state->printed);
  g_autoptr (GError) error = NULL;
  XybAssessmentTable *before = xyb_assessment_table_thaw (frozen, &error);
  g_auto (XybSheetCell) changed = { 0 };
  g_auto (XybSheetCell) same = { 0 };

  g_assert_no_error (error);
  xyb_assessment_state_compare (fixture->state, before);
  g_assert_true (put (fixture, 3, 1, "√", NULL, &error));
  xyb_sheet_model_fill_cell (fixture->model, 3, 1, &changed);
  xyb_sheet_model_fill_cell (fixture->model, 3, 3, &same);
  g_assert_true ((changed.flags & XYB_SHEET_CELL_CORNER) != 0);
  g_assert_false ((same.flags & XYB_SHEET_CELL_CORNER) != 0);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_assert_true (xyb_sheet_model_is_editable (fixture->model, 0, 1));
  g_assert_true (xyb_sheet_model_is_editable (fixture->model, 0, REMARK_COLUMN));
  g_assert_false (xyb_sheet_model_is_editable (fixture->model, 0, FULL_COLUMN));
  fixture->state->locked = "已结算";
  g_assert_false (xyb_sheet_model_is_editable (fixture->model, 0, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/assessment-sheet/as-printed", test_as_printed);
  ADD ("/assessment-sheet/heads-with-points-below", test_heads);
  ADD ("/assessment-sheet/one-key-a-mark", test_keys);
  ADD ("/assessment-sheet/points-are-live", test_points_live);
  ADD ("/assessment-sheet/settlement-shows-what-is-lost", test_settlement_shows_what_is_lost);
  ADD ("/assessment-sheet/refused-by-unit-and-indicator", test_refused_by_name);
  ADD ("/assessment-sheet/a-block-keeps-what-is-not-assessed", test_excluded_cells_are_kept);
  ADD ("/assessment-sheet/explained-is-raised", test_explained_is_raised);
  ADD ("/assessment-sheet/changed-since-a-snapshot", test_changed_since);
  ADD ("/assessment-sheet/locked", test_locked);
  return g_test_run ();
}
