/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-table.h"

static XybPlan *
plan_2020 (void)
{
  XybPlan *plan = xyb_plan_new ();

  plan->year = 2020;
  plan->nomination_title = g_strdup ("2020年昆山市信用管理贯标企业汇总表");
  return plan;
}

static GPtrArray *
nominations (guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);

  for (guint i = 0; i < n; i++)
    {
      XybNomination *row = xyb_nomination_new ();

      row->enterprise_name = g_strdup_printf ("昆山示例%u有限公司", i + 1);
      row->position = i + 1;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* The line 「区镇 业务负责人 联系方式」 and the seven heads are S1:192-200. */
static void
test_heads (void)
{
  g_autofree char *line
    = g_strjoinv ("|",
                  (char *[]){ (char *) xyb_nomination_heads[0], (char *) xyb_nomination_heads[1],
                              (char *) xyb_nomination_heads[2], (char *) xyb_nomination_heads[3],
                              (char *) xyb_nomination_heads[4], (char *) xyb_nomination_heads[5],
                              (char *) xyb_nomination_heads[6], NULL });

  g_assert_cmpstr (line, ==, "序号|企业名称|主要产品|去年销售收入|职工人数|联系人|电话");
}

static void
test_blank (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (XybNominationTable) table = xyb_nomination_table_new_blank (plan);

  g_assert_false (table->merged);
  g_assert_cmpstr (table->label, ==, "附件2");
  g_assert_cmpstr (table->title, ==, "2020年昆山市信用管理贯标企业汇总表");
  g_assert_cmpstr (table->sheet_name, ==, "附件2");
  g_assert_cmpstr (table->district, ==, "");
  g_assert_cmpstr (table->officer, ==, "");
  g_assert_cmpstr (table->officer_phone, ==, "");
  g_assert_cmpuint (table->rows->len, ==, 0);
  g_assert_cmpuint (table->min_rows, ==, 15);
}

static void
test_district (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (GPtrArray) rows = nominations (8);
  g_autoptr (XybSubmission) submission = xyb_submission_new ();
  g_autoptr (XybNominationTable) table = NULL;

  submission->officer = g_strdup ("李示例");
  submission->officer_phone = g_strdup ("0512-55550100");
  table = xyb_nomination_table_new_district (plan, "周市镇", submission, rows);
  g_clear_pointer (&rows, g_ptr_array_unref);
  g_clear_pointer (&submission, xyb_submission_free);

  g_assert_false (table->merged);
  g_assert_cmpstr (table->district, ==, "周市镇");
  g_assert_cmpstr (table->sheet_name, ==, "周市镇");
  g_assert_cmpstr (table->officer, ==, "李示例");
  g_assert_cmpstr (table->officer_phone, ==, "0512-55550100");
  g_assert_cmpuint (table->rows->len, ==, 8);
  g_assert_cmpuint (table->min_rows, ==, 15);
  g_assert_cmpstr (((XybNomination *) table->rows->pdata[7])->enterprise_name, ==,
                   "昆山示例8有限公司");
}

static void
test_district_without_return (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (GPtrArray) rows = nominations (0);
  g_autoptr (XybSubmission) submission = xyb_submission_new ();
  g_autoptr (XybNominationTable) missing
    = xyb_nomination_table_new_district (plan, "周市镇", NULL, rows);
  g_autoptr (XybNominationTable) silent
    = xyb_nomination_table_new_district (plan, "周市镇", submission, rows);

  g_assert_cmpstr (missing->officer, ==, "");
  g_assert_cmpstr (missing->officer_phone, ==, "");
  g_assert_cmpstr (silent->officer, ==, "");
  g_assert_cmpstr (silent->officer_phone, ==, "");
}

static void
test_merged (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (GPtrArray) rows = nominations (66);
  g_autoptr (XybNominationTable) table = xyb_nomination_table_new_merged (plan, rows);

  g_assert_true (table->merged);
  g_assert_cmpstr (table->sheet_name, ==, "全市");
  g_assert_cmpstr (table->district, ==, "");
  g_assert_cmpuint (table->rows->len, ==, 66);
  g_assert_cmpuint (table->min_rows, ==, 15);
}

static void
test_odd_district (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (GPtrArray) rows = nominations (1);
  g_autoptr (XybNominationTable) table
    = xyb_nomination_table_new_district (plan, "周市/示例[园区]", NULL, rows);

  g_assert_cmpstr (table->district, ==, "周市/示例[园区]");
  g_assert_cmpstr (table->sheet_name, ==, "周市_示例_园区_");
}

static void
test_file_names (void)
{
  static const char *const cases[][2] = {
    { "周市镇", "附件2 2020年昆山市信用管理贯标企业汇总表（周市镇）" },
    { "全市", "附件2 2020年昆山市信用管理贯标企业汇总表（全市）" },
    { "空白表", "附件2 2020年昆山市信用管理贯标企业汇总表（空白表）" },
    { "a/b", "附件2 2020年昆山市信用管理贯标企业汇总表（a_b）" },
    { "", "附件2 2020年昆山市信用管理贯标企业汇总表" },
    { NULL, "附件2 2020年昆山市信用管理贯标企业汇总表" },
  };
  g_autoptr (XybPlan) plan = plan_2020 ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = xyb_nomination_table_file_name (plan, cases[i][0]);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nomination-table/heads-of-the-form", test_heads);
  g_test_add_func ("/nomination-table/blank-has-fifteen-rows", test_blank);
  g_test_add_func ("/nomination-table/district-outlives-what-it-was-made-of", test_district);
  g_test_add_func ("/nomination-table/district-without-a-return", test_district_without_return);
  g_test_add_func ("/nomination-table/merged-has-the-whole-city", test_merged);
  g_test_add_func ("/nomination-table/sheet-name-fits-excel", test_odd_district);
  g_test_add_func ("/nomination-table/file-names", test_file_names);
  return g_test_run ();
}
