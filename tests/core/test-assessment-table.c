/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scheme-fixture.h"

#include "xyb-assessment-table.h"
#include "xyb-core-error.h"
#include "xyb-evidence.h"

static XybAssessmentTable *
printed (FixtureName name, XybScheme **out_scheme, GHashTable **out_marks, GHashTable *remarks)
{
  XybScoreInput input = { .phase = XYB_PHASE_INTERIM };
  g_autoptr (XybScoreSheet) sheet = NULL;

  *out_scheme = fixture_scheme (name);
  *out_marks = fixture_marks (name, *out_scheme);
  input.scheme = *out_scheme;
  input.marks = *out_marks;
  sheet = xyb_score_sheet_new (&input);
  return xyb_assessment_table_new (sheet, remarks);
}

static XybAssessmentTable *
again (const XybScheme *scheme, GHashTable *marks)
{
  XybScoreInput input = { .scheme = scheme, .marks = marks, .phase = XYB_PHASE_INTERIM };
  g_autoptr (XybScoreSheet) sheet = xyb_score_sheet_new (&input);

  return xyb_assessment_table_new (sheet, NULL);
}

static void
test_the_four_printed_tables (void)
{
  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      g_autoptr (XybScheme) scheme = NULL;
      g_autoptr (GHashTable) marks = NULL;
      g_autoptr (XybAssessmentTable) table = printed (i, &scheme, &marks, NULL);
      g_autoptr (XybTextTable) source = fixture_table (fixture_schemes[i].file);

      g_assert_cmpuint (table->heads->len, ==, source->n_columns);
      for (guint k = 0; k < table->heads->len; k++)
        g_assert_cmpstr (table->heads->pdata[k], ==, xyb_text_table_get (source, 0, k));
      g_assert_cmpuint (table->rows->len, ==, source->rows->len - 1);
      for (guint row = 0; row < table->rows->len; row++)
        {
          const XybAssessmentRow *shown = table->rows->pdata[row];

          g_assert_cmpstr (shown->unit, ==, xyb_text_table_get (source, row + 1, 0));
          for (guint k = 0; k < shown->cells->len; k++)
            g_assert_cmpstr (shown->cells->pdata[k], ==,
                             xyb_text_table_get (source, row + 1, k + 1));
          g_assert_cmpstr (shown->remark, ==, "");
        }
    }
}

static void
test_frozen_and_read_back (void)
{
  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      g_autoptr (XybScheme) scheme = NULL;
      g_autoptr (GHashTable) marks = NULL;
      g_autoptr (GHashTable) remarks
        = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      gint64 unit = 2;
      g_autoptr (XybAssessmentTable) table = NULL;
      g_autoptr (XybAssessmentTable) thawed = NULL;
      g_autofree char *text = NULL;
      g_autofree char *text_again = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) changes = NULL;

      g_hash_table_insert (remarks, g_memdup2 (&unit, sizeof unit),
                           (char *) "\"引号\"、\t制表\n两行");
      table = printed (i, &scheme, &marks, remarks);
      text = xyb_assessment_table_freeze (table);
      thawed = xyb_assessment_table_thaw (text, &error);
      g_assert_no_error (error);
      text_again = xyb_assessment_table_freeze (thawed);
      g_assert_cmpstr (text, ==, text_again);
      changes = xyb_assessment_table_compare (table, thawed);
      g_assert_cmpuint (changes->len, ==, 0);
      g_assert_cmpstr (((XybAssessmentRow *) thawed->rows->pdata[1])->remark, ==,
                       "\"引号\"、\t制表\n两行");
      g_assert_cmpint (((XybAssessmentRow *) thawed->rows->pdata[0])->full, ==,
                       ((XybAssessmentRow *) table->rows->pdata[0])->full);
      g_assert_cmpstr (thawed->title, ==, table->title);
      g_assert_cmpuint (thawed->notes->len, ==, table->notes->len);
    }
}

static void
test_damaged (void)
{
  static const char *const texts[] = { "",
                                       "x",
                                       "1\t0\t\t",
                                       "1\t4\ta\tb\nh\tx\nz\t1\n",
                                       "1\t99999999\ta\tb\nh\n",
                                       "2\t4\ta\tb\nh\ta\tb\tc\td\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (xyb_assessment_table_thaw (texts[i], &error));
      g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT);
    }
}

static void
test_compare (void)
{
  static const struct
  {
    gint64 unit;
    gint64 indicator;
    XybMarkKind kind;
    gint64 count;
    const char *sentence;
  } edits[] = {
    { 1, 1, XYB_MARK_DONE, XYB_UNSAID,
      "组织部　配合创建国家信用示范城市 and 应对国家城市信用监测 (0.2分)：* → √（改善）" },
    { 3, 10, XYB_MARK_EVENT, XYB_UNSAID,
      "统战部　被国家监测到严重失信事件 (按照国家标准认定)(0.3分)：无 → 有（变差）" },
    { 28, 8, XYB_MARK_COUNT, 2, "应急管理局　奖惩案例 (0.3分)：1 → 2（改善）" },
    { 47, 8, XYB_MARK_OPEN, XYB_UNSAID, "税务局　奖惩案例 (0.3分)：1 → *（变差）" },
    { 54, 10, XYB_MARK_UNSAID, XYB_UNSAID,
      "消防大队　被国家监测到严重失信事件 (按照国家标准认定)(0.3分)：无 → 空白" },
  };
  g_autoptr (XybScheme) scheme = NULL;
  g_autoptr (GHashTable) marks = NULL;
  g_autoptr (XybAssessmentTable) before = printed (SCHEME_2020_DEPARTMENT, &scheme, &marks, NULL);
  g_autoptr (XybAssessmentTable) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      XybMark *mark = xyb_mark_new (edits[i].kind);

      mark->count = edits[i].count;
      xyb_marks_set (marks, edits[i].unit, edits[i].indicator, mark);
    }
  after = again (scheme, marks);
  changes = xyb_assessment_table_compare (before, after);
  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (edits));
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *sentence = xyb_table_change_sentence (changes->pdata[i]);

      g_assert_cmpstr (sentence, ==, edits[i].sentence);
    }
}

static void
test_units_that_came_and_went (void)
{
  g_autoptr (XybScheme) scheme = NULL;
  g_autoptr (GHashTable) marks = NULL;
  g_autoptr (XybAssessmentTable) before = printed (SCHEME_2020_DISTRICT, &scheme, &marks, NULL);
  g_autoptr (XybAssessmentTable) after = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) came = NULL;
  g_autofree char *went_sentence = NULL;
  g_autofree char *came_sentence = NULL;

  g_ptr_array_remove_index (scheme->units, 3);
  after = again (scheme, marks);
  gone = xyb_assessment_table_compare (before, after);
  came = xyb_assessment_table_compare (after, before);
  g_assert_cmpuint (gone->len, ==, 1);
  g_assert_cmpuint (came->len, ==, 1);
  went_sentence = xyb_table_change_sentence (gone->pdata[0]);
  came_sentence = xyb_table_change_sentence (came->pdata[0]);
  g_assert_cmpstr (went_sentence, ==, "旅游度假区：不再列入");
  g_assert_cmpstr (came_sentence, ==, "旅游度假区：新列入");
}

static void
test_sum_in_remark (void)
{
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DEPARTMENT);
  g_autoptr (GHashTable) marks = fixture_marks (SCHEME_2020_DEPARTMENT, scheme);
  g_autoptr (XybAssessmentTable) table = NULL;
  XybMark *mark = xyb_mark_new (XYB_MARK_DEDUCTED);

  mark->count = 1;
  xyb_marks_set (marks, 2, 9, mark);
  scheme->sum_in_remark = TRUE;
  table = again (scheme, marks);
  g_assert_cmpstr (((XybAssessmentRow *) table->rows->pdata[0])->remark, ==, "");
  g_assert_cmpstr (((XybAssessmentRow *) table->rows->pdata[1])->remark, ==, "扣0.05分");
}

/* ---- evidence ---- */

static void
test_register_proposes (void)
{
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DISTRICT);
  g_autoptr (GHashTable) facts = xyb_facts_new ();
  XybEvidenceProvider provider = xyb_evidence_accreditation (facts);
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (XybMark) star = xyb_mark_new (XYB_MARK_OPEN);
  g_autofree char *open = NULL;
  g_autofree char *differs = NULL;

  for (gint64 unit = 1; unit <= 4; unit++)
    {
      XybProgress progress = { unit, 8, 8, 8, unit == 1 ? 8 : 6 };

      xyb_facts_set (facts, unit, unit == 3 ? XYB_UNSAID : 8, &progress);
    }
  ((XybIndicator *) scheme->indicators->pdata[3])->evidence = g_strdup ("accreditation");
  proposals = xyb_evidence_collect (scheme, &provider, 1);
  /* Unit 3 has no quota; 旅游度假区 (4) is 非考核项. */
  g_assert_cmpuint (proposals->len, ==, 2);
  g_assert_cmpint (xyb_proposal_state (proposals->pdata[0], NULL), ==, XYB_PROPOSAL_OPEN);
  g_assert_cmpint (xyb_proposal_state (proposals->pdata[0], star), ==, XYB_PROPOSAL_DIFFERS);
  g_assert_cmpint (xyb_proposal_state (proposals->pdata[1], star), ==, XYB_PROPOSAL_AGREES);
  open = xyb_proposal_sentence (proposals->pdata[0], scheme, NULL);
  g_assert_cmpstr (open, ==,
                   "昆山开发区　贯标创建：建议填 √（企业名录：指标 8 家，已验收通过 8 家）");
  differs = xyb_proposal_sentence (proposals->pdata[0], scheme, star);
  g_assert_cmpstr (differs, ==,
                   "昆山开发区　贯标创建：填的是 *，记录是 √（企业名录：指标 8 家，已验收通过 8 "
                   "家），请核对");
}

static void
propose_nonsense (const XybScheme *scheme,
                  const XybIndicator *indicator,
                  gconstpointer data,
                  GPtrArray *proposals)
{
  xyb_evidence_add (proposals, 1, indicator->id, xyb_mark_new (XYB_MARK_NO_EVENT), "?");
  xyb_evidence_add (proposals, 99, indicator->id, xyb_mark_new (XYB_MARK_DONE), "?");
}

static void
test_nonsense_is_not_asked (void)
{
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DISTRICT);
  XybEvidenceProvider provider = { "pilot", "试点", propose_nonsense, NULL };
  g_autoptr (GPtrArray) proposals = NULL;

  ((XybIndicator *) scheme->indicators->pdata[1])->evidence = g_strdup ("pilot");
  proposals = xyb_evidence_collect (scheme, &provider, 1);
  g_assert_cmpuint (proposals->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment-table/the-four-printed-tables", test_the_four_printed_tables);
  g_test_add_func ("/assessment-table/frozen-and-read-back", test_frozen_and_read_back);
  g_test_add_func ("/assessment-table/damaged", test_damaged);
  g_test_add_func ("/assessment-table/compare", test_compare);
  g_test_add_func ("/assessment-table/units-that-came-and-went", test_units_that_came_and_went);
  g_test_add_func ("/assessment-table/sum-in-remark", test_sum_in_remark);
  g_test_add_func ("/evidence/register-proposes", test_register_proposes);
  g_test_add_func ("/evidence/nonsense-is-not-asked", test_nonsense_is_not_asked);
  return g_test_run ();
}
