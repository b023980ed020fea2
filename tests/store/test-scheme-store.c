/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-fixture.h"

#include "xyb-assessment-store.h"
#include "xyb-scheme-store.h"
#include "xyb-text-table.h"

static const struct
{
  int year;
  XybUnitKind kind;
  const char *file;
} published[] = {
  { 2019, XYB_UNIT_KIND_DISTRICT, "grid_2019_quzhen.tsv" },
  { 2020, XYB_UNIT_KIND_DISTRICT, "grid_2020_quzhen.tsv" },
  { 2020, XYB_UNIT_KIND_SUBDISTRICT, "grid_2020_banshichu.tsv" },
  { 2020, XYB_UNIT_KIND_DEPARTMENT, "grid_2020_bumen.tsv" },
};

static XybScheme *
get (Office *office, int year, XybUnitKind kind)
{
  g_autoptr (GError) error = NULL;
  XybScheme *scheme = xyb_scheme_store_get (office->store, year, kind, &error);

  g_assert_no_error (error);
  return scheme;
}

static XybTextTable *
read_grid (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return xyb_text_table_parse (text);
}

/* With nothing marked yet the tables are the printed ones but for √, counts and 无. */
static void
test_presets_are_the_printed_tables (Office *office, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_autoptr (XybScheme) scheme = get (office, published[i].year, published[i].kind);
      g_autoptr (GHashTable) marks = xyb_marks_new ();
      XybScoreInput input
        = { .scheme = scheme, .marks = marks, .phase = XYB_PHASE_INTERIM, .quarters = 0 };
      g_autoptr (XybScoreSheet) sheet = xyb_score_sheet_new (&input);
      g_autoptr (XybAssessmentTable) table = xyb_assessment_table_new (sheet, NULL);
      g_autoptr (XybTextTable) source = read_grid (published[i].file);
      g_autoptr (GPtrArray) sentences = xyb_scheme_check_notes (scheme);
      g_autoptr (GError) error = NULL;

      xyb_scheme_check (scheme, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sentences->len, ==, 0);
      g_assert_cmpuint (table->rows->len, ==, source->rows->len - 1);
      for (guint k = 1; k + 1 < table->heads->len; k++)
        {
          const XybIndicator *indicator = scheme->indicators->pdata[k - 1];

          g_assert_cmpstr (indicator->source_head != NULL ? indicator->source_head
                                                          : indicator->head,
                           ==, xyb_text_table_get (source, 0, k));
        }
      for (guint row = 0; row < table->rows->len; row++)
        {
          const XybAssessmentRow *shown = table->rows->pdata[row];

          g_assert_cmpstr (shown->unit, ==, xyb_text_table_get (source, row + 1, 0));
          for (guint k = 0; k < shown->cells->len; k++)
            g_assert_cmpint (g_str_equal (shown->cells->pdata[k], "非考核项"), ==,
                             g_str_equal (xyb_text_table_get (source, row + 1, k + 1), "非考核项"));
        }
    }
}

static void
test_full_marks (Office *office, gconstpointer data)
{
  g_autoptr (XybScheme) scheme = get (office, 2020, XYB_UNIT_KIND_DEPARTMENT);
  guint counts[4] = { 0 };

  for (guint i = 0; i < scheme->units->len; i++)
    {
      gint64 full = xyb_scheme_full (scheme, scheme->units->pdata[i]);

      g_assert_cmpint (full, >=, 120);
      g_assert_cmpint (full, <=, 150);
      counts[(150 - full) / 10]++;
    }
  g_assert_cmpuint (counts[0], ==, 13);
  g_assert_cmpuint (counts[1], ==, 15);
  g_assert_cmpuint (counts[2], ==, 10);
  g_assert_cmpuint (counts[3], ==, 16);
}

static void
test_rules_come_back_whole (Office *office, gconstpointer data)
{
  g_autoptr (XybScheme) old = get (office, 2019, XYB_UNIT_KIND_DISTRICT);
  g_autoptr (XybScheme) departments = get (office, 2020, XYB_UNIT_KIND_DEPARTMENT);
  const XybIndicator *rate = old->indicators->pdata[0];
  const XybIndicator *grading = departments->indicators->pdata[2];
  const XybIndicator *cases = departments->indicators->pdata[7];

  g_assert_cmpint (rate->rule, ==, XYB_RULE_TIER);
  g_assert_cmpint (rate->basis, ==, XYB_BASIS_ACCEPTED);
  g_assert_cmpuint (rate->tiers->len, ==, 4);
  g_assert_cmpint (((XybTier *) rate->tiers->pdata[0])->below_percent, ==, 60);
  g_assert_cmpint (((XybTier *) rate->tiers->pdata[0])->deduction, ==, 500);
  g_assert_cmpstr (rate->evidence, ==, "accreditation");
  g_assert_cmpstr (grading->aliases[0], ==, "(参照条例) 信用等级评价和分类监管 (0.1分)");
  g_assert_null (grading->aliases[1]);
  g_assert_cmpint (cases->per_quarter, ==, 1);
  g_assert_cmpint (cases->step, ==, 5);
  g_assert_cmpint (cases->cap, ==, 30);
  g_assert_cmpstr (cases->counter, ==, "条");
  g_assert_cmpint (departments->floor, ==, XYB_UNSAID);
  g_assert_true (((XybSchemeUnit *) departments->units->pdata[19])->page_ends);
  g_assert_true (((XybSchemeUnit *) departments->units->pdata[38])->page_ends);
}

static void
test_unknown_year (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybScheme) scheme
    = xyb_scheme_store_get (office->store, 2021, XYB_UNIT_KIND_DISTRICT, &error);

  g_assert_null (scheme);
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "没有2021年区镇的考核方案，请先载入自带的方案，或从其他年度复制一份。");
}

static void
test_years (Office *office, gconstpointer data)
{
  g_autoptr (GArray) districts
    = xyb_scheme_store_list_years (office->store, XYB_UNIT_KIND_DISTRICT, NULL);
  g_autoptr (GArray) departments
    = xyb_scheme_store_list_years (office->store, XYB_UNIT_KIND_DEPARTMENT, NULL);

  g_assert_cmpuint (districts->len, ==, 2);
  g_assert_cmpint (g_array_index (districts, int, 0), ==, 2019);
  g_assert_cmpuint (departments->len, ==, 1);
}

static void
test_assessed_unit_stays (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* 旅游度假区 has no row in 附件1, but one in the table of 2020. */
  g_assert_false (xyb_unit_store_remove (office->store, RESORT, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, "被考核单位"));
}

/* An office of version 2 climbs without them, and gets them when the clerk loads what is missing.
 */
static void
test_old_office_gets_them (Office *office, gconstpointer data)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", "office-v2.xyb", NULL);
  g_autofree char *path = g_build_filename (office->folder, "old.xyb", NULL);
  g_autofree char *content = NULL;
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybScheme) scheme = NULL;
  g_autoptr (GError) error = NULL;
  gboolean exists = TRUE;
  gsize length;

  g_assert_true (g_file_get_contents (old, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (xyb_scheme_store_exists (store, 2020, XYB_UNIT_KIND_DISTRICT, &exists, &error));
  g_assert_false (exists);
  g_assert_true (xyb_office_store_has_presets (store));
  g_assert_true (xyb_office_store_load_plans (store, &error));
  g_assert_false (xyb_office_store_has_presets (store));
  scheme = xyb_scheme_store_get (store, 2020, XYB_UNIT_KIND_DEPARTMENT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scheme->units->len, ==, 54);
  g_assert_true (xyb_store_undo (store, NULL, &error));
  g_assert_true (xyb_office_store_has_presets (store));
}

/* ---- another year, and changes ---- */

static void
must_save (Office *office, XybScheme *scheme)
{
  g_autoptr (GError) error = NULL;

  xyb_scheme_store_save (office->store, scheme, &error);
  g_assert_no_error (error);
}

static char *
refused (Office *office, XybScheme *scheme)
{
  g_autofree char *label = xyb_store_peek_undo (office->store);
  g_autoptr (GError) error = NULL;

  g_assert_false (xyb_scheme_store_save (office->store, scheme, &error));
  g_assert_nonnull (error);
  office_assert_label (office, label);
  return g_strdup (error->message);
}

static void
mark (Office *office, const XybScheme *scheme, gint64 unit, guint place, const char *text)
{
  const XybIndicator *indicator = scheme->indicators->pdata[place - 1];
  g_autoptr (GError) error = NULL;
  g_autoptr (XybMark) parsed = xyb_mark_parse (text, indicator, &error);
  XybCellEdit edit = { unit, indicator->id, parsed, FALSE };

  g_assert_no_error (error);
  xyb_assessment_store_set_cells (office->store, scheme, &edit, 1, &error);
  g_assert_no_error (error);
}

static void
undo (Office *office)
{
  g_autoptr (GError) error = NULL;

  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_same (const XybScheme *before, const XybScheme *after)
{
  g_autoptr (GPtrArray) sentences = xyb_scheme_compare (before, after);

  if (sentences->len > 0)
    g_error ("%s", (const char *) sentences->pdata[0]);
}

static void
test_copy_to_next_year (Office *office, gconstpointer data)
{
  g_autoptr (XybScheme) before = get (office, 2020, XYB_UNIT_KIND_DEPARTMENT);
  g_autoptr (XybScheme) after = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (GError) error = NULL;
  gboolean exists = TRUE;

  mark (office, before, 311, 1, "√");
  xyb_scheme_store_copy (office->store, 2020, 2021, XYB_UNIT_KIND_DEPARTMENT, &error);
  g_assert_no_error (error);
  office_assert_label (office, "复制部门考核方案：2020年 → 2021年");
  after = get (office, 2021, XYB_UNIT_KIND_DEPARTMENT);
  assert_same (before, after);
  g_assert_cmpstr (after->title, ==, "2021年昆山市社会信用体系建设考核表（部门）");
  g_assert_cmpint (((XybIndicator *) after->indicators->pdata[0])->id, !=,
                   ((XybIndicator *) before->indicators->pdata[0])->id);
  {
    g_autoptr (XybAssessment) fresh
      = xyb_assessment_store_load (office->store, 2021, XYB_UNIT_KIND_DEPARTMENT, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (g_hash_table_size (fresh->marks), ==, 0);
  }
  g_assert_false (
    xyb_scheme_store_copy (office->store, 2020, 2021, XYB_UNIT_KIND_DEPARTMENT, &again));
  g_assert_error (again, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS);
  undo (office);
  g_assert_true (
    xyb_scheme_store_exists (office->store, 2021, XYB_UNIT_KIND_DEPARTMENT, &exists, &error));
  g_assert_false (exists);
}

static void
test_points_and_rules_change (Office *office, gconstpointer data)
{
  g_autoptr (XybScheme) before = get (office, 2019, XYB_UNIT_KIND_DISTRICT);
  g_autoptr (XybScheme) edited = xyb_scheme_copy (before);
  g_autoptr (XybScheme) after = NULL;
  g_autoptr (XybScheme) back = NULL;
  XybIndicator *rate = edited->indicators->pdata[0];

  mark (office, before, ZHOUSHI, 1, "*");
  g_ptr_array_set_size (rate->tiers, 0);
  g_ptr_array_add (rate->tiers, xyb_tier_new (50, 400));
  g_ptr_array_add (rate->tiers, xyb_tier_new (100, 200));
  must_save (office, edited);
  office_assert_label (
    office, "2019年区镇考核方案：“贯标创建”规则：按已验收通过计完成率，低于60%扣5分、低于7"
            "0%扣3分、低于80%扣2分、低于90%扣1分 → "
            "按已验收通过计完成率，低于50%扣4分、低于100%扣2分");
  after = get (office, 2019, XYB_UNIT_KIND_DISTRICT);
  assert_same (edited, after);
  undo (office);
  back = get (office, 2019, XYB_UNIT_KIND_DISTRICT);
  assert_same (before, back);
}

static void
test_columns_and_rows_come_and_go (Office *office, gconstpointer data)
{
  g_autoptr (XybScheme) before = get (office, 2020, XYB_UNIT_KIND_DISTRICT);
  g_autoptr (XybScheme) edited = xyb_scheme_copy (before);
  g_autoptr (XybScheme) after = NULL;
  g_autoptr (XybScheme) back = NULL;
  XybIndicator *first = xyb_indicator_new ();
  XybIndicator *second = xyb_indicator_new ();

  first->id = -1;
  first->head = g_strdup ("联合奖惩 (0.1分)");
  first->points_text = g_strdup ("(0.1分)");
  first->points = 10;
  second->id = -2;
  second->head = g_strdup ("信用修复 (0.1分)");
  second->points_text = g_strdup ("(0.1分)");
  second->points = 10;
  g_ptr_array_insert (edited->indicators, 2, first);
  g_ptr_array_insert (edited->indicators, 3, second);
  g_ptr_array_remove_index (edited->indicators, 4); /* 政务诚信建设 */
  g_ptr_array_remove_index (edited->units, 3);      /* 旅游度假区 */
  xyb_scheme_unit_set_applies (edited->units->pdata[0], -2, FALSE);
  g_ptr_array_remove_index (edited->notes, 2);
  g_ptr_array_add (edited->notes, xyb_scheme_note_new ("新的说明。"));
  must_save (office, edited);
  g_assert_cmpint (first->id, >, 0);
  after = get (office, 2020, XYB_UNIT_KIND_DISTRICT);
  assert_same (edited, after);
  g_assert_cmpuint (after->indicators->len, ==, 7);
  g_assert_cmpuint (after->units->len, ==, 11);
  g_assert_false (xyb_scheme_unit_applies (after->units->pdata[0], second->id));
  g_assert_true (xyb_scheme_unit_applies (after->units->pdata[0], first->id));
  undo (office);
  back = get (office, 2020, XYB_UNIT_KIND_DISTRICT);
  assert_same (before, back);
}

static void
test_nothing_that_has_marks_goes (Office *office, gconstpointer data)
{
  g_autoptr (XybScheme) before = get (office, 2020, XYB_UNIT_KIND_DISTRICT);
  g_autoptr (XybScheme) no_column = xyb_scheme_copy (before);
  g_autoptr (XybScheme) no_row = xyb_scheme_copy (before);
  g_autoptr (XybScheme) excluded = xyb_scheme_copy (before);
  g_autoptr (XybScheme) other_rule = xyb_scheme_copy (before);
  g_autofree char *column_sentence = NULL;
  g_autofree char *row_sentence = NULL;
  g_autofree char *excluded_sentence = NULL;
  g_autofree char *rule_sentence = NULL;

  mark (office, before, ZHOUSHI, 3, "扣0.2分");
  g_ptr_array_remove_index (no_column->indicators, 2);
  column_sentence = refused (office, no_column);
  g_assert_cmpstr (
    column_sentence, ==,
    "考核指标“政务诚信建设”已有 1 处标记或情况说明，不能删去；确需删去，请先清空这些格。");
  g_ptr_array_remove_index (no_row->units, 5);
  row_sentence = refused (office, no_row);
  g_assert_nonnull (strstr (row_sentence, "周市镇已有 1 处标记"));
  xyb_scheme_unit_set_applies (excluded->units->pdata[5],
                               ((XybIndicator *) before->indicators->pdata[2])->id, FALSE);
  excluded_sentence = refused (office, excluded);
  g_assert_nonnull (strstr (excluded_sentence, "周市镇的“政务诚信建设”已有"));
  ((XybIndicator *) other_rule->indicators->pdata[2])->points = 10;
  rule_sentence = refused (office, other_rule);
  g_assert_nonnull (strstr (rule_sentence, "周市镇的标记不适合新的规则"));
}

static void
test_refused_changes (Office *office, gconstpointer data)
{
  g_autoptr (XybScheme) before = get (office, 2020, XYB_UNIT_KIND_DISTRICT);
  g_autoptr (XybScheme) no_note = xyb_scheme_copy (before);
  g_autoptr (XybScheme) wrong_unit = xyb_scheme_copy (before);
  g_autoptr (XybScheme) no_head = xyb_scheme_copy (before);
  g_autofree char *note_sentence = NULL;
  g_autofree char *unit_sentence = NULL;
  g_autofree char *head_sentence = NULL;

  g_ptr_array_add (no_note->notes, xyb_scheme_note_new ("  "));
  note_sentence = refused (office, no_note);
  g_assert_cmpstr (note_sentence, ==, "有一条说明没有内容，请填写或删去。");
  ((XybSchemeUnit *) wrong_unit->units->pdata[0])->unit_id = 301;
  unit_sentence = refused (office, wrong_unit);
  g_assert_cmpstr (unit_sentence, ==,
                   "考核表第 1 行的单位不是区镇，或已不在单位名录里，请重新选择。");
  g_clear_pointer (&((XybIndicator *) no_head->indicators->pdata[0])->head, g_free);
  head_sentence = refused (office, no_head);
  g_assert_nonnull (strstr (head_sentence, "没有名称"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/scheme-store/presets-are-the-printed-tables", test_presets_are_the_printed_tables);
  office_test ("/scheme-store/full-marks", test_full_marks);
  office_test ("/scheme-store/rules-come-back-whole", test_rules_come_back_whole);
  office_test ("/scheme-store/unknown-year", test_unknown_year);
  office_test ("/scheme-store/years", test_years);
  office_test ("/scheme-store/assessed-unit-stays", test_assessed_unit_stays);
  office_test ("/scheme-store/old-office-gets-them", test_old_office_gets_them);
  office_test ("/scheme-store/copy-to-next-year", test_copy_to_next_year);
  office_test ("/scheme-store/points-and-rules-change", test_points_and_rules_change);
  office_test ("/scheme-store/columns-and-rows-come-and-go", test_columns_and_rows_come_and_go);
  office_test ("/scheme-store/nothing-that-has-marks-goes", test_nothing_that_has_marks_goes);
  office_test ("/scheme-store/refused-changes", test_refused_changes);
  return g_test_run ();
}
