/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-fixture.h"

#include "xyb-assessment-store.h"
#include "xyb-core-error.h"

#define CASES 8 /* 奖惩案例, the eighth column of the 部门 table */

static XybAssessment *
load (Office *office, XybUnitKind kind)
{
  g_autoptr (GError) error = NULL;
  XybAssessment *assessment = xyb_assessment_store_load (office->store, 2020, kind, &error);

  g_assert_no_error (error);
  return assessment;
}

static gint64
column (const XybAssessment *assessment, guint place)
{
  return ((XybIndicator *) assessment->scheme->indicators->pdata[place - 1])->id;
}

static gint64
unit_named (const XybAssessment *assessment, const char *name)
{
  for (guint i = 0; i < assessment->scheme->units->len; i++)
    {
      const XybSchemeUnit *unit = assessment->scheme->units->pdata[i];

      if (g_str_equal (unit->unit_name, name))
        return unit->unit_id;
    }
  g_assert_not_reached ();
}

/* Writes @text as the clerk would; the sentence where it is refused. */
static char *
put (Office *office, XybUnitKind kind, const char *unit, guint place, const char *text)
{
  g_autoptr (XybAssessment) assessment = load (office, kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybMark) mark
    = xyb_mark_parse (text, assessment->scheme->indicators->pdata[place - 1], &error);
  XybCellEdit edit = { unit_named (assessment, unit), column (assessment, place), mark, FALSE };

  if (mark != NULL
      && xyb_assessment_store_set_cells (office->store, assessment->scheme, &edit, 1, &error))
    return NULL;
  return g_strdup (error->message);
}

static void
must_put (Office *office, XybUnitKind kind, const char *unit, guint place, const char *text)
{
  g_autofree char *refusal = put (office, kind, unit, place, text);

  g_assert_cmpstr (refusal, ==, NULL);
}

static char *
shown (Office *office, XybUnitKind kind, const char *unit, guint place)
{
  g_autoptr (XybAssessment) assessment = load (office, kind);
  g_autoptr (XybAssessmentTable) table
    = xyb_assessment_print (assessment, XYB_PHASE_INTERIM, "2020-07-24");

  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybAssessmentRow *row = table->rows->pdata[i];

      if (g_str_equal (row->unit, unit))
        return g_strdup (row->cells->pdata[place - 1]);
    }
  g_assert_not_reached ();
}

static void
assert_shown (Office *office, XybUnitKind kind, const char *unit, guint place, const char *text)
{
  g_autofree char *now = shown (office, kind, unit, place);

  g_assert_cmpstr (now, ==, text);
}

static void
undo (Office *office)
{
  g_autoptr (GError) error = NULL;

  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_a_cell (Office *office, gconstpointer data)
{
  must_put (office, XYB_UNIT_KIND_DEPARTMENT, "应急管理局", CASES, "1");
  assert_shown (office, XYB_UNIT_KIND_DEPARTMENT, "应急管理局", CASES, "1");
  office_assert_label (office, "2020年部门考核：应急管理局 奖惩案例 填“1”");
  must_put (office, XYB_UNIT_KIND_DEPARTMENT, "应急管理局", CASES, "✓");
  assert_shown (office, XYB_UNIT_KIND_DEPARTMENT, "应急管理局", CASES, "√");
  undo (office);
  assert_shown (office, XYB_UNIT_KIND_DEPARTMENT, "应急管理局", CASES, "1");
  undo (office);
  assert_shown (office, XYB_UNIT_KIND_DEPARTMENT, "应急管理局", CASES, "*");
}

static void
test_all_of_a_cell_comes_back (Office *office, gconstpointer data)
{
  g_autoptr (XybAssessment) before = load (office, XYB_UNIT_KIND_DISTRICT);
  g_autoptr (XybAssessment) after = NULL;
  g_autoptr (XybMark) mark = xyb_mark_new (XYB_MARK_EVENT);
  g_autoptr (GError) error = NULL;
  XybCellEdit edit = { ZHOUSHI, column (before, 6), mark, FALSE };
  const XybMark *now;

  mark->amount = 500;
  mark->remark = g_strdup ("国家通报一起");
  mark->approver = g_strdup ("领导小组办公室");
  mark->evidence = g_strdup ("通报\n\n  核查  记录 ");
  xyb_assessment_store_set_cells (office->store, before->scheme, &edit, 1, &error);
  g_assert_no_error (error);
  after = load (office, XYB_UNIT_KIND_DISTRICT);
  now = xyb_marks_get (after->marks, ZHOUSHI, column (after, 6));
  g_assert_cmpint (now->kind, ==, XYB_MARK_EVENT);
  g_assert_cmpint (now->amount, ==, 500);
  g_assert_cmpint (now->count, ==, XYB_UNSAID);
  g_assert_cmpstr (now->remark, ==, "国家通报一起");
  g_assert_cmpstr (now->approver, ==, "领导小组办公室");
  g_assert_cmpstr (now->evidence, ==, "通报\n核查 记录");
}

static void
test_not_applicable (Office *office, gconstpointer data)
{
  g_autofree char *refusal = NULL;
  g_autoptr (XybAssessment) assessment = load (office, XYB_UNIT_KIND_DISTRICT);
  g_autoptr (XybMark) done = xyb_mark_new (XYB_MARK_DONE);
  XybCellEdit lift = { RESORT, column (assessment, 4), done, TRUE };
  g_autoptr (GError) error = NULL;

  refusal = put (office, XYB_UNIT_KIND_DISTRICT, "旅游度假区", 4, "√");
  g_assert_cmpstr (refusal, ==,
                   "旅游度假区的“贯标创建”是非考核项，不填标记；要考核这一项，请先改为考核项。");
  must_put (office, XYB_UNIT_KIND_DISTRICT, "旅游度假区", 4, "非考核项");
  must_put (office, XYB_UNIT_KIND_DISTRICT, "周市镇", 4, "√");
  must_put (office, XYB_UNIT_KIND_DISTRICT, "周市镇", 4, "-");
  assert_shown (office, XYB_UNIT_KIND_DISTRICT, "周市镇", 4, "非考核项");
  undo (office);
  assert_shown (office, XYB_UNIT_KIND_DISTRICT, "周市镇", 4, "√");
  xyb_assessment_store_set_cells (office->store, assessment->scheme, &lift, 1, &error);
  g_assert_no_error (error);
  assert_shown (office, XYB_UNIT_KIND_DISTRICT, "旅游度假区", 4, "√");
  undo (office);
  assert_shown (office, XYB_UNIT_KIND_DISTRICT, "旅游度假区", 4, "非考核项");
}

static void
test_a_block_is_one_revision_or_none (Office *office, gconstpointer data)
{
  g_autoptr (XybAssessment) assessment = load (office, XYB_UNIT_KIND_DEPARTMENT);
  g_autoptr (XybMark) done = xyb_mark_new (XYB_MARK_DONE);
  g_autoptr (XybMark) event = xyb_mark_new (XYB_MARK_EVENT);
  XybCellEdit edits[3];
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    edits[i] = (XybCellEdit){ ((XybSchemeUnit *) assessment->scheme->units->pdata[i])->unit_id,
                              column (assessment, 4), done, FALSE };
  xyb_assessment_store_set_cells (office->store, assessment->scheme, edits, 3, &error);
  g_assert_no_error (error);
  office_assert_label (office, "2020年部门考核：填 3 格");
  edits[0].mark = event;
  edits[1].indicator_id = column (assessment, 5);
  g_assert_false (
    xyb_assessment_store_set_cells (office->store, assessment->scheme, edits, 3, &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNFIT_MARK);
  assert_shown (office, XYB_UNIT_KIND_DEPARTMENT, "宣传部 (文明办、网信办)", 5, "*");
  office_assert_label (office, "2020年部门考核：填 3 格");
  undo (office);
  assert_shown (office, XYB_UNIT_KIND_DEPARTMENT, "组织部", 4, "*");
}

static void
test_remark (Office *office, gconstpointer data)
{
  g_autoptr (XybAssessment) before = load (office, XYB_UNIT_KIND_DEPARTMENT);
  gint64 unit = unit_named (before, "审计局");
  g_autoptr (XybAssessment) after = NULL;
  g_autoptr (XybAssessment) blank = NULL;
  g_autoptr (GError) error = NULL;

  xyb_assessment_store_set_remark (office->store, before->scheme, unit, " 宣传缺 1 次 ", &error);
  g_assert_no_error (error);
  office_assert_label (office, "2020年部门考核：审计局 扣分情况");
  after = load (office, XYB_UNIT_KIND_DEPARTMENT);
  g_assert_cmpstr (g_hash_table_lookup (after->remarks, &unit), ==, "宣传缺 1 次");
  xyb_assessment_store_set_remark (office->store, before->scheme, unit, "", &error);
  g_assert_no_error (error);
  blank = load (office, XYB_UNIT_KIND_DEPARTMENT);
  g_assert_null (g_hash_table_lookup (blank->remarks, &unit));
}

/* ---- what the register knows ---- */

static void
test_register_decides_the_tier (Office *office, gconstpointer data)
{
  g_autoptr (XybAssessment) assessment = NULL;
  g_autoptr (XybScoreSheet) sheet = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  const XybUnitScore *unit;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("昆山示例第%u电子有限公司", i + 1);
      g_autoptr (XybNomination) nomination = xyb_nomination_new ();
      g_autoptr (GError) error = NULL;

      nomination->plan_id = office_plan_id (office, 2020);
      nomination->unit_id = ZHOUSHI;
      nomination->enterprise_id = office_add_enterprise (office, name, ZHOUSHI);
      nomination->confirmed_on = g_strdup ("2020-04-10");
      nomination->signed_on = g_strdup ("2020-04-20");
      nomination->accepted_on = g_strdup ("2020-07-01");
      xyb_nomination_store_save (office->store, nomination, &error);
      g_assert_no_error (error);
    }
  assessment = load (office, XYB_UNIT_KIND_DISTRICT);
  sheet = xyb_assessment_score (assessment, XYB_PHASE_SETTLEMENT, "2020-12-31");
  unit = xyb_score_sheet_find (sheet, ZHOUSHI);
  sentence
    = xyb_item_score_explain (assessment->scheme, &g_array_index (unit->items, XybItemScore, 3));
  g_assert_cmpstr (sentence, ==,
                   "贯标创建：指标 8 家，验收通过 6 家，完成率 75%，低于 100% 不得 0.4 "
                   "分（说明第 4 条）");
  proposals = xyb_assessment_proposals (assessment);
  g_assert_cmpuint (proposals->len, ==, 11);
}

/* ---- 情况说明 ---- */

static void
test_explanation (Office *office, gconstpointer data)
{
  g_autoptr (XybAssessment) before = load (office, XYB_UNIT_KIND_DISTRICT);
  g_autoptr (XybAssessment) after = NULL;
  g_autoptr (XybAssessment) gone = NULL;
  g_autoptr (XybExplanation) explanation = xyb_explanation_new ();
  g_autoptr (XybExplanation) second = xyb_explanation_new ();
  g_autofree char *file = g_build_filename (office->folder, "说明.docx", NULL);
  g_autoptr (GError) error = NULL;
  const XybExplanation *kept;

  g_assert_true (g_file_set_contents (file, "条线规定未明确", -1, NULL));
  explanation->unit_id = ZHOUSHI;
  explanation->indicator_id = column (before, 2);
  explanation->text = g_strdup ("试点方案未下发。\n已向市信用办报告。");
  explanation->given_on = g_strdup ("2020-12-10");
  xyb_assessment_store_explain (office->store, before->scheme, explanation, file, &error);
  g_assert_no_error (error);
  office_assert_label (office, "2020年区镇考核：周市镇 完成推进国家守信激励创新试点任务 情况说明");
  g_assert_true (xyb_store_check (office->store, &error));

  second->unit_id = ZHOUSHI;
  second->indicator_id = column (before, 2);
  second->text = g_strdup ("试点方案 12 月才下发。");
  xyb_assessment_store_explain (office->store, before->scheme, second, NULL, &error);
  g_assert_no_error (error);
  after = load (office, XYB_UNIT_KIND_DISTRICT);
  g_assert_cmpuint (after->explanations->len, ==, 1);
  kept = xyb_assessment_find_explanation (after, ZHOUSHI, column (after, 2));
  g_assert_cmpstr (kept->text, ==, "试点方案 12 月才下发。");
  g_assert_null (xyb_assessment_find_explanation (after, ZHOUSHI, 0));

  undo (office);
  g_clear_pointer (&after, xyb_assessment_free);
  after = load (office, XYB_UNIT_KIND_DISTRICT);
  kept = xyb_assessment_find_explanation (after, ZHOUSHI, column (after, 2));
  g_assert_cmpstr (kept->file_name, ==, "说明.docx");
  g_assert_cmpint (strlen (kept->sha256), ==, 64);
  xyb_assessment_store_remove_explanation (office->store, after->scheme, kept->id, &error);
  g_assert_no_error (error);
  gone = load (office, XYB_UNIT_KIND_DISTRICT);
  g_assert_cmpuint (gone->explanations->len, ==, 0);
}

static void
test_refused_explanations (Office *office, gconstpointer data)
{
  g_autoptr (XybAssessment) assessment = load (office, XYB_UNIT_KIND_DISTRICT);
  const struct
  {
    gint64 unit;
    guint place;
    const char *text;
    const char *day;
    const char *file;
    const char *about;
  } cases[] = {
    { ZHOUSHI, 1, " \n ", NULL, NULL, "情况说明没有内容" },
    { ZHOUSHI, 1, "原因", "2020-02-30", NULL, "说明日期" },
    { RESORT, 4, "原因", NULL, NULL, "非考核项" },
    { 999999, 1, "原因", NULL, NULL, "没有这一格" },
    { ZHOUSHI, 1, "原因", NULL, "/没有这个/文件.docx", "文件.docx" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybExplanation) explanation = xyb_explanation_new ();
      g_autoptr (GError) error = NULL;

      explanation->unit_id = cases[i].unit;
      explanation->indicator_id = column (assessment, cases[i].place);
      explanation->text = g_strdup (cases[i].text);
      explanation->given_on = g_strdup (cases[i].day);
      g_assert_false (xyb_assessment_store_explain (office->store, assessment->scheme, explanation,
                                                    cases[i].file, &error));
      g_assert_nonnull (error);
      if (strstr (error->message, cases[i].about) == NULL)
        g_error ("no “%s” in “%s”", cases[i].about, error->message);
      office_assert_label (office, NULL);
    }
}

/* ---- settlement ---- */

/* Everything √, 无 in the event column. */
static void
fill (Office *office, XybUnitKind kind)
{
  g_autoptr (XybAssessment) assessment = load (office, kind);
  g_autoptr (XybMark) done = xyb_mark_new (XYB_MARK_DONE);
  g_autoptr (XybMark) none = xyb_mark_new (XYB_MARK_NO_EVENT);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (XybCellEdit));
  g_autoptr (GError) error = NULL;

  for (guint row = 0; row < assessment->scheme->units->len; row++)
    for (guint i = 0; i < assessment->scheme->indicators->len; i++)
      {
        const XybSchemeUnit *unit = assessment->scheme->units->pdata[row];
        const XybIndicator *indicator = assessment->scheme->indicators->pdata[i];
        XybCellEdit edit = { unit->unit_id, indicator->id, indicator->event ? none : done, FALSE };

        if (xyb_scheme_unit_applies (unit, indicator->id))
          g_array_append_val (edits, edit);
      }
  xyb_assessment_store_set_cells (office->store, assessment->scheme,
                                  (const XybCellEdit *) (gconstpointer) edits->data, edits->len,
                                  &error);
  g_assert_no_error (error);
}

static char *
settle (Office *office, XybUnitKind kind, gboolean accept_open)
{
  g_autoptr (XybAssessment) assessment = load (office, kind);
  g_autoptr (GError) error = NULL;

  if (xyb_assessment_store_settle (office->store, assessment, "2020-12-31", "主任", accept_open,
                                   &error))
    return NULL;
  return g_strdup (error->message);
}

static void
test_settlement_asks_first (Office *office, gconstpointer data)
{
  g_autofree char *unsaid = NULL;
  g_autofree char *open = NULL;
  g_autofree char *accepted = NULL;

  unsaid = settle (office, XYB_UNIT_KIND_SUBDISTRICT, TRUE);
  g_assert_cmpstr (unsaid, ==,
                   "还有 4 格没有填写有没有严重失信事件（柏庐城市管理办事处、亭林城市管理办事处、青"
                   "阳城市管理办事处等），不能结算；没有的请填“无”。");
  fill (office, XYB_UNIT_KIND_SUBDISTRICT);
  must_put (office, XYB_UNIT_KIND_SUBDISTRICT, "青阳城市管理办事处", 1, "*");
  must_put (office, XYB_UNIT_KIND_SUBDISTRICT, "青阳城市管理办事处", 5, "*");
  open = settle (office, XYB_UNIT_KIND_SUBDISTRICT, FALSE);
  g_assert_cmpstr (open, ==,
                   "还有 2 格是“*”（青阳城市管理办事处），结算后按扣分或不得分计，其中 1 "
                   "格按次扣分却没有填次数，会扣满；请先核对，确认后再结算。");
  accepted = settle (office, XYB_UNIT_KIND_SUBDISTRICT, TRUE);
  g_assert_cmpstr (accepted, ==, NULL);
}

static void
test_settled_stands (Office *office, gconstpointer data)
{
  g_autoptr (XybAssessment) settled = NULL;
  g_autofree char *ok = NULL;
  g_autofree char *refusal = NULL;
  g_autofree char *again = NULL;
  g_autofree char *reopened = NULL;
  g_autoptr (XybExplanation) explanation = xyb_explanation_new ();
  g_autoptr (GError) no_reason = NULL;
  g_autoptr (GError) error = NULL;

  fill (office, XYB_UNIT_KIND_SUBDISTRICT);
  ok = settle (office, XYB_UNIT_KIND_SUBDISTRICT, FALSE);
  g_assert_cmpstr (ok, ==, NULL);
  office_assert_label (office, "2020年城市管理办事处考核：年终结算，主任签字");
  refusal = put (office, XYB_UNIT_KIND_SUBDISTRICT, "青阳城市管理办事处", 1, "*");
  g_assert_cmpstr (
    refusal, ==,
    "2020年城市管理办事处考核已于2020年12月31日结算签字，不能再改；确需修改，请先撤回"
    "结算并说明原因。");
  again = settle (office, XYB_UNIT_KIND_SUBDISTRICT, FALSE);
  g_assert_cmpstr (again, ==, refusal);
  settled = load (office, XYB_UNIT_KIND_SUBDISTRICT);
  g_assert_cmpstr (settled->settlement->signed_by, ==, "主任");
  explanation->unit_id = 201;
  explanation->text = g_strdup ("迟了");
  g_assert_false (
    xyb_assessment_store_explain (office->store, settled->scheme, explanation, NULL, NULL));
  g_assert_false (
    xyb_assessment_store_set_remark (office->store, settled->scheme, 201, "迟了", NULL));
  /* Another table of the year is not touched by it. */
  must_put (office, XYB_UNIT_KIND_DISTRICT, "周市镇", 1, "√");

  g_assert_false (
    xyb_assessment_store_reopen (office->store, settled, " ", "2021-01-05", &no_reason));
  g_assert_cmpstr (no_reason->message, ==, "没有填写撤回结算的原因，请填写。");
  xyb_assessment_store_reopen (office->store, settled, "信用审查漏记", "2021-01-05", &error);
  g_assert_no_error (error);
  must_put (office, XYB_UNIT_KIND_SUBDISTRICT, "青阳城市管理办事处", 1, "*");
  reopened = settle (office, XYB_UNIT_KIND_SUBDISTRICT, TRUE);
  g_assert_cmpstr (reopened, ==, NULL);
}

/* A unit that is renamed afterwards stands in what was signed by the name it had. */
static void
test_signed_table_is_kept (Office *office, gconstpointer data)
{
  g_autoptr (XybAssessment) before = NULL;
  g_autoptr (XybAssessment) after = NULL;
  g_autoptr (XybAssessmentTable) printed = NULL;
  g_autoptr (XybAssessmentTable) signed_table = NULL;
  g_autoptr (XybUnit) unit = xyb_unit_store_get (office->store, 201, NULL);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *ok = NULL;
  g_autoptr (GError) error = NULL;

  fill (office, XYB_UNIT_KIND_SUBDISTRICT);
  before = load (office, XYB_UNIT_KIND_SUBDISTRICT);
  printed = xyb_assessment_print (before, XYB_PHASE_SETTLEMENT, "2020-12-31");
  ok = settle (office, XYB_UNIT_KIND_SUBDISTRICT, FALSE);
  g_assert_cmpstr (ok, ==, NULL);
  g_free (unit->name);
  unit->name = g_strdup ("柏庐街道办事处");
  xyb_unit_store_save (office->store, unit, "2021-02-01", &error);
  g_assert_no_error (error);
  after = load (office, XYB_UNIT_KIND_SUBDISTRICT);
  signed_table = xyb_assessment_store_get_settled (office->store, after, &error);
  g_assert_no_error (error);
  changes = xyb_assessment_table_compare (printed, signed_table);
  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_cmpstr (((XybAssessmentRow *) signed_table->rows->pdata[0])->unit, ==,
                   "柏庐城市管理办事处");
}

/* ---- snapshots ---- */

static void
test_snapshot_stands (Office *office, gconstpointer data)
{
  g_autoptr (XybAssessment) first = NULL;
  g_autoptr (XybAssessment) second = NULL;
  g_autoptr (XybAssessmentTable) printed = NULL;
  g_autoptr (XybAssessmentTable) kept = NULL;
  g_autoptr (XybAssessmentTable) later = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autoptr (GError) frozen = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *as_printed = NULL;
  g_autofree char *as_kept = NULL;
  g_autofree char *sentence = NULL;

  must_put (office, XYB_UNIT_KIND_DEPARTMENT, "税务局", CASES, "1");
  first = load (office, XYB_UNIT_KIND_DEPARTMENT);
  printed = xyb_assessment_print (first, XYB_PHASE_INTERIM, "2020-01-21");
  xyb_assessment_store_take_snapshot (office->store, first, 1, "2020-01-21", &error);
  g_assert_no_error (error);
  office_assert_label (office, "2020年部门考核：存为第 1 期快照");
  must_put (office, XYB_UNIT_KIND_DEPARTMENT, "税务局", CASES, "2");
  kept = xyb_assessment_store_get_snapshot (office->store, first->scheme, 1, &error);
  g_assert_no_error (error);
  as_printed = xyb_assessment_table_freeze (printed);
  as_kept = xyb_assessment_table_freeze (kept);
  g_assert_cmpstr (as_kept, ==, as_printed);

  second = load (office, XYB_UNIT_KIND_DEPARTMENT);
  g_assert_false (
    xyb_assessment_store_take_snapshot (office->store, second, 1, "2020-04-21", &frozen));
  g_assert_error (frozen, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS);
  g_assert_cmpstr (
    frozen->message, ==,
    "2020年部门考核第 1 期的快照已经冻结，不能改；印错的请先作废并说明原因，再重新存。");
  xyb_assessment_store_take_snapshot (office->store, second, 2, "2020-04-21", &error);
  g_assert_no_error (error);
  later = xyb_assessment_store_get_snapshot (office->store, second->scheme, 2, &error);
  changes = xyb_assessment_table_compare (kept, later);
  g_assert_cmpuint (changes->len, ==, 1);
  sentence = xyb_table_change_sentence (changes->pdata[0]);
  g_assert_cmpstr (sentence, ==, "税务局　奖惩案例 (0.3分)：1 → 2（改善）");

  xyb_assessment_store_void_snapshot (office->store, second->scheme, 1, "印错一行", "2020-04-22",
                                      &error);
  g_assert_no_error (error);
  xyb_assessment_store_take_snapshot (office->store, second, 1, "2020-04-22", &error);
  g_assert_no_error (error);
  snapshots = xyb_assessment_store_list_snapshots (office->store, second->scheme, &error);
  g_assert_cmpuint (snapshots->len, ==, 3);
  g_assert_cmpstr (((XybSnapshot *) snapshots->pdata[0])->void_reason, ==, "印错一行");
}

static void
test_refused_snapshots (Office *office, gconstpointer data)
{
  g_autoptr (XybAssessment) assessment = load (office, XYB_UNIT_KIND_DISTRICT);
  g_autoptr (GError) issue = NULL;
  g_autoptr (GError) day = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (XybAssessmentTable) table = NULL;

  g_assert_false (
    xyb_assessment_store_take_snapshot (office->store, assessment, 0, "2020-01-21", &issue));
  g_assert_cmpstr (issue->message, ==, "期号要在 1 到 999 之间，请改正。");
  g_assert_false (
    xyb_assessment_store_take_snapshot (office->store, assessment, 1, "2020-13-01", &day));
  g_assert_nonnull (strstr (day->message, "快照日期"));
  table = xyb_assessment_store_get_snapshot (office->store, assessment->scheme, 9, &unknown);
  g_assert_null (table);
  g_assert_cmpstr (unknown->message, ==, "2020年区镇考核没有第 9 期的快照，请先存快照，或换一期。");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/assessment-store/a-cell", test_a_cell);
  office_test ("/assessment-store/all-of-a-cell-comes-back", test_all_of_a_cell_comes_back);
  office_test ("/assessment-store/not-applicable", test_not_applicable);
  office_test ("/assessment-store/a-block-is-one-revision-or-none",
               test_a_block_is_one_revision_or_none);
  office_test ("/assessment-store/remark", test_remark);
  office_test ("/assessment-store/register-decides-the-tier", test_register_decides_the_tier);
  office_test ("/assessment-store/explanation", test_explanation);
  office_test ("/assessment-store/refused-explanations", test_refused_explanations);
  office_test ("/assessment-store/settlement-asks-first", test_settlement_asks_first);
  office_test ("/assessment-store/settled-stands", test_settled_stands);
  office_test ("/assessment-store/signed-table-is-kept", test_signed_table_is_kept);
  office_test ("/assessment-store/snapshot-stands", test_snapshot_stands);
  office_test ("/assessment-store/refused-snapshots", test_refused_snapshots);
  return g_test_run ();
}
