/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-quota-table.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-file-name.h"

/* tests/data/annex1-2020.tsv is the table of S1, cell by cell: head, eleven 区镇, 合计. */
static GPtrArray *
read_annex (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "annex1-2020.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], "\t", 3));
  return rows;
}

static gint64
number_or_unsaid (const char *cell)
{
  return *cell == '\0' ? XYB_UNSAID : g_ascii_strtoll (cell, NULL, 10);
}

static XybPlan *
plan_from (GPtrArray *annex)
{
  XybPlan *plan = xyb_plan_new ();

  plan->year = 2020;
  plan->quota_title = g_strdup ("2020年昆山市企业信用管理贯标考核指标分解表");
  plan->targets[XYB_TRACK_ACCREDITATION - 1] = 66;
  plan->targets[XYB_TRACK_CITY_MODEL - 1] = 6;
  for (guint i = 1; i + 1 < annex->len; i++)
    {
      char **cells = annex->pdata[i];
      XybQuota *quota = xyb_quota_new ();

      quota->unit_name = g_strdup (cells[0]);
      quota->accreditation = number_or_unsaid (cells[1]);
      quota->city_model = number_or_unsaid (cells[2]);
      g_ptr_array_add (plan->quotas, quota);
    }
  return plan;
}

static XybPlan *
plan_2020 (void)
{
  g_autoptr (GPtrArray) annex = read_annex ();

  return plan_from (annex);
}

static XybQuota *
quota_of (XybPlan *plan, const char *name)
{
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      XybQuota *quota = plan->quotas->pdata[i];

      if (strcmp (quota->unit_name, name) == 0)
        return quota;
    }
  g_assert_not_reached ();
}

static void
blank_all (XybPlan *plan)
{
  for (guint i = 0; i < plan->quotas->len; i++)
    ((XybQuota *) plan->quotas->pdata[i])->accreditation = XYB_UNSAID;
}

static void
test_equals_the_document (void)
{
  g_autoptr (GPtrArray) annex = read_annex ();
  g_autoptr (XybPlan) plan = plan_from (annex);
  g_autoptr (XybQuotaTable) table = xyb_quota_table_new (plan);
  char **total = annex->pdata[annex->len - 1];

  g_assert_cmpuint (table->rows->len, ==, 11);
  for (guint i = 0; i < XYB_QUOTA_TABLE_COLUMNS; i++)
    g_assert_cmpstr (table->heads[i], ==, ((char **) annex->pdata[0])[i]);
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = annex->pdata[i + 1];
      const XybQuotaTableRow *row = table->rows->pdata[i];

      g_assert_cmpstr (row->name, ==, cells[0]);
      g_assert_cmpint (row->accreditation, ==, number_or_unsaid (cells[1]));
      g_assert_cmpint (row->city_model, ==, number_or_unsaid (cells[2]));
    }
  g_assert_cmpstr (total[0], ==, "合计");
  g_assert_cmpint (table->total_accreditation, ==, number_or_unsaid (total[1]));
  g_assert_cmpint (table->total_city_model, ==, number_or_unsaid (total[2]));
  g_assert_cmpstr (table->label, ==, "附件1");
  g_assert_cmpstr (table->title, ==, "2020年昆山市企业信用管理贯标考核指标分解表");
  g_assert_null (table->note);
}

static void
test_city_total (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (XybQuotaTable) some = NULL;
  g_autoptr (XybQuotaTable) nothing = NULL;

  quota_of (plan, "张浦镇")->city_model = 2;
  quota_of (plan, "周市镇")->city_model = 0;
  some = xyb_quota_table_new (plan);
  g_assert_cmpint (some->total_city_model, ==, 2);

  quota_of (plan, "张浦镇")->city_model = XYB_UNSAID;
  quota_of (plan, "周市镇")->city_model = XYB_UNSAID;
  plan->targets[XYB_TRACK_CITY_MODEL - 1] = XYB_UNSAID;
  nothing = xyb_quota_table_new (plan);
  g_assert_cmpint (nothing->total_city_model, ==, XYB_UNSAID);
}

static void
test_all_blank (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (XybQuotaTable) table = NULL;

  blank_all (plan);
  table = xyb_quota_table_new (plan);
  g_assert_cmpint (table->total_accreditation, ==, XYB_UNSAID);
}

static void
test_sum_of_2020 (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (XybQuotaTable) table = xyb_quota_table_new (plan);
  g_autoptr (GError) error = NULL;
  gboolean passed = xyb_quota_table_check (plan, &error);

  g_assert_no_error (error);
  g_assert_true (passed);
  g_assert_null (xyb_quota_table_warning (plan));
  xyb_quota_table_note_mismatch (table, plan);
  g_assert_null (table->note);
}

static void
expect_refusal (const XybPlan *plan, const char *sentence, const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybQuotaTable) table = xyb_quota_table_new (plan);

  g_assert_false (xyb_quota_table_check (plan, &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_SUM_MISMATCH);
  g_assert_cmpstr (error->message, ==, sentence);
  xyb_quota_table_note_mismatch (table, plan);
  g_assert_cmpstr (table->note, ==, note);
}

static void
test_one_too_few (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();

  quota_of (plan, "周市镇")->accreditation = 7;
  expect_refusal (
    plan, "各区镇贯标企业数合计 65 家，方案目标 66 家，少 1 家，请先改好指标分解再导出附件1。",
    "注：各区镇贯标企业数合计 65 家，与方案目标 66 家相差 1 家。");
}

static void
test_too_many (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();

  quota_of (plan, "周市镇")->accreditation = 18;
  expect_refusal (
    plan, "各区镇贯标企业数合计 76 家，方案目标 66 家，多 10 家，请先改好指标分解再导出附件1。",
    "注：各区镇贯标企业数合计 76 家，与方案目标 66 家相差 10 家。");
}

static void
test_blank_is_named (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();

  quota_of (plan, "周市镇")->accreditation = XYB_UNSAID;
  quota_of (plan, "锦溪镇")->accreditation = XYB_UNSAID;
  expect_refusal (plan,
                  "周市镇、锦溪镇没有填写贯标企业数，其余区镇合计 55 家，方案目标 66 家，"
                  "少 11 家，请先改好指标分解再导出附件1。",
                  "注：各区镇贯标企业数合计 55 家（周市镇、锦溪镇未填写），"
                  "与方案目标 66 家相差 11 家。");
}

static void
test_none_filled (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();

  blank_all (plan);
  expect_refusal (plan,
                  "各区镇的贯标企业数都没有填写，合计 0 家，方案目标 66 家，少 66 家，"
                  "请先改好指标分解再导出附件1。",
                  "注：各区镇贯标企业数未填写，方案目标 66 家。");
}

static void
test_no_target (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();

  plan->targets[XYB_TRACK_ACCREDITATION - 1] = XYB_UNSAID;
  expect_refusal (plan,
                  "各区镇贯标企业数合计 66 家，方案没有填写贯标目标数，无法核对，"
                  "请先填写方案目标再导出附件1。",
                  "注：各区镇贯标企业数合计 66 家，方案没有填写贯标目标数。");
}

static void
test_blank_beside_a_full_sum (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autofree char *warning = NULL;
  XybQuota *quota = xyb_quota_new ();

  quota->unit_name = g_strdup ("旅游度假区");
  g_ptr_array_add (plan->quotas, quota);
  g_assert_true (xyb_quota_table_check (plan, NULL));
  warning = xyb_quota_table_warning (plan);
  g_assert_cmpstr (warning, ==, "旅游度假区没有填写贯标企业数，附件1中留空，请核对。");

  quota->accreditation = 0;
  g_assert_true (xyb_quota_table_check (plan, NULL));
  g_assert_null (xyb_quota_table_warning (plan));
}

static void
test_city_models_beyond_total (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autofree char *warning = NULL;

  quota_of (plan, "昆山开发区")->city_model = 4;
  quota_of (plan, "昆山高新区")->city_model = 2;
  g_assert_null (xyb_quota_table_warning (plan));
  quota_of (plan, "昆山高新区")->city_model = 3;
  warning = xyb_quota_table_warning (plan);
  g_assert_cmpstr (warning, ==, "各区镇示范企业数合计 7 家，超过方案目标 6 家，多 1 家，请核对。");
  g_assert_true (xyb_quota_table_check (plan, NULL));
}

static void
test_note_goes_when_mended (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (XybQuotaTable) table = xyb_quota_table_new (plan);

  quota_of (plan, "周市镇")->accreditation = 7;
  xyb_quota_table_note_mismatch (table, plan);
  g_assert_nonnull (table->note);
  quota_of (plan, "周市镇")->accreditation = 8;
  xyb_quota_table_note_mismatch (table, plan);
  g_assert_null (table->note);
}

static void
test_file_name (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autofree char *name = xyb_quota_table_file_name (plan);

  g_assert_cmpstr (name, ==, "附件1 2020年昆山市企业信用管理贯标考核指标分解表");
}

static void
test_clean_file_names (void)
{
  static const char *const cases[][2] = {
    { "附件1 表（周市镇）", "附件1 表（周市镇）" },
    { "../../etc/passwd", "_.._etc_passwd" },
    { "a\\b:c*d?e\"f<g>h|i", "a_b_c_d_e_f_g_h_i" },
    { "甲\n乙\t丙\x7f", "甲_乙_丙_" },
    { " .甲. ", "甲" },
    { "...", "_" },
    { "", "_" },
    { NULL, "_" },
    { "'=1+1", "'=1+1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = xyb_file_name_clean (cases[i][0]);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

static char *
repeat (const char *text, guint times)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static void
test_long_names (void)
{
  g_autofree char *given = repeat ("𬭎", 10000);
  g_autofree char *file = xyb_file_name_clean (given);
  g_autofree char *sheet = xyb_sheet_name_clean (given);

  g_assert_true (g_utf8_validate (file, -1, NULL));
  g_assert_cmpuint (strlen (file), ==, 200);
  g_assert_true (g_utf8_validate (sheet, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (sheet, -1), ==, 15);
}

static void
test_clean_sheet_names (void)
{
  static const char *const cases[][2] = {
    { "周市镇", "周市镇" },
    { "a[b]c:d*e?f/g\\h", "a_b_c_d_e_f_g_h" },
    { "'周市镇'", "_周市镇_" },
    { "'", "_" },
    { "", "_" },
    { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = xyb_sheet_name_clean (cases[i][0]);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quota-table/equals-annex-1-of-2020", test_equals_the_document);
  g_test_add_func ("/quota-table/city-total-is-summed-once-somebody-has-one", test_city_total);
  g_test_add_func ("/quota-table/all-blank-has-no-total", test_all_blank);
  g_test_add_func ("/quota-table/2020-sums-to-66", test_sum_of_2020);
  g_test_add_func ("/quota-table/one-too-few-is-refused-with-both-figures", test_one_too_few);
  g_test_add_func ("/quota-table/too-many-is-refused", test_too_many);
  g_test_add_func ("/quota-table/blank-districts-are-named", test_blank_is_named);
  g_test_add_func ("/quota-table/none-filled-is-refused", test_none_filled);
  g_test_add_func ("/quota-table/no-target-is-refused", test_no_target);
  g_test_add_func ("/quota-table/blank-beside-a-full-sum-is-only-mentioned",
                   test_blank_beside_a_full_sum);
  g_test_add_func ("/quota-table/city-models-beyond-the-total-are-only-mentioned",
                   test_city_models_beyond_total);
  g_test_add_func ("/quota-table/note-goes-when-mended", test_note_goes_when_mended);
  g_test_add_func ("/quota-table/file-name", test_file_name);
  g_test_add_func ("/names/files-fit-every-file-system", test_clean_file_names);
  g_test_add_func ("/names/long-ones-end-at-a-whole-character", test_long_names);
  g_test_add_func ("/names/sheets-fit-excel", test_clean_sheet_names);
  return g_test_run ();
}
