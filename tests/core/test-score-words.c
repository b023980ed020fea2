/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score-fixture.h"

static void
test_sentences (void)
{
  static const struct
  {
    FixtureName scheme;
    gint64 unit;
    gint64 indicator;
    const char *mark;
    int quota;
    int done;
    const char *interim;
    const char *settled;
  } cases[] = {
    { SCHEME_2019_DISTRICT, 5, 1, "*", 8, 6, "贯标创建：尚未完成，平时不计扣分（说明第 1 条）",
      "贯标创建：指标 8 家，验收通过 6 家，完成率 75%，低于 80% 扣 2 分（说明第 1 条）" },
    { SCHEME_2019_DISTRICT, 5, 1, "*", 8, 7, NULL,
      "贯标创建：指标 8 家，验收通过 7 家，完成率 87.5%，低于 90% 扣 1 分（说明第 1 条）" },
    { SCHEME_2019_DISTRICT, 5, 1, "*", 8, 8, NULL,
      "贯标创建：指标 8 家，验收通过 8 家，完成率 100%，不扣分（说明第 1 条）" },
    { SCHEME_2019_DISTRICT, 5, 1, "*", 0, 0, NULL,
      "贯标创建：年终仍未完成，没有指标数，算不出完成率，扣 5 分（说明第 1 条）" },
    { SCHEME_2019_DISTRICT, 5, 2, "√", 0, 0, "信用审查：已完成，不扣分（说明第 2 条）", NULL },
    { SCHEME_2020_DISTRICT, 5, 1, "√", 0, 0,
      "完成创建国家信用示范城市任务：已完成，得 0.6 分（说明第 1 条）", NULL },
    { SCHEME_2020_DISTRICT, 5, 5, "*", 0, 0, "信用审查：尚未完成，平时暂不得分（说明第 5 条）",
      "信用审查：年终仍未完成，不得 0.4 分（说明第 5 条）" },
    { SCHEME_2020_DISTRICT, 6, 4, "*", 8, 6, NULL,
      "贯标创建：指标 8 家，验收通过 6 家，完成率 75%，低于 100% 不得 0.4 分（说明第 4 条）" },
    { SCHEME_2020_DISTRICT, 6, 4, "*", 8, 8, NULL,
      "贯标创建：指标 8 家，验收通过 8 家，完成率 100%，得 0.4 分（说明第 4 条）" },
    { SCHEME_2020_DISTRICT, 4, 4, "非考核项", 0, 0, "贯标创建：非考核项，满分不含本项 0.4 分",
      "贯标创建：非考核项，满分不含本项 0.4 分" },
    { SCHEME_2020_SUBDISTRICT, 1, 5, "缺5次", 0, 0,
      "诚信专题宣传任务：未完成 5 次，每次扣 0.5 分，应扣 2.5 分，扣满 2 分为止，扣 2 分（说明第 5 "
      "条）",
      NULL },
    { SCHEME_2020_DEPARTMENT, 28, 8, "1", 0, 0, "奖惩案例：已报 1 条，平时不计扣分（说明第 6 条）",
      "奖惩案例：每季度应报 1 条，共应报 2 条，已报 1 条，缺报 1 条，每条扣 0.05 分，扣 0.05 "
      "分（说明第 6 条）" },
    { SCHEME_2020_DEPARTMENT, 29, 9, "缺1次", 0, 0,
      "诚信专题宣传任务：未完成 1 次，每次扣 0.05 分，扣 0.05 分（说明第 7 条）", NULL },
    { SCHEME_2020_DEPARTMENT, 29, 9, "*", 0, 0, NULL,
      "诚信专题宣传任务：年终仍未完成，没有填写次数，按扣满 0.2 分计，扣 0.2 分（说明第 7 条）" },
    { SCHEME_2020_DEPARTMENT, 29, 1, "扣0.1分", 0, 0,
      "配合创建国家信用示范城市 and 应对国家城市信用监测：扣 0.1 分（说明第 1 条）", NULL },
    { SCHEME_2020_DEPARTMENT, 29, 7, "已说明", 0, 0,
      "奖惩措施和信用应用成效反馈：尚未完成，已作情况说明，平时不计扣分（说明第 5 条）",
      "奖惩措施和信用应用成效反馈：已作情况说明，视同完成，不扣分（说明第 5 条）" },
    { SCHEME_2020_DEPARTMENT, 29, 10, "有", 0, 0,
      "被国家监测到严重失信事件 (按照国家标准认定)：监测到事件，扣 0.3 分（说明第 8 条）", NULL },
    { SCHEME_2020_DEPARTMENT, 29, 10, "", 0, 0,
      "被国家监测到严重失信事件 (按照国家标准认定)：没有填写，请填“无”或扣几分（说明第 8 条）",
      NULL },
    { SCHEME_2020_DEPARTMENT, 29, 10, "无", 0, 0,
      "被国家监测到严重失信事件 (按照国家标准认定)：未监测到事件，不扣分（说明第 8 条）", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybUnitScore) unit = NULL;
      g_autofree char *interim = NULL;
      g_autofree char *settled = NULL;

      table_init (&table, cases[i].scheme, XYB_PHASE_INTERIM);
      put_text (&table, cases[i].unit, cases[i].indicator, cases[i].mark);
      if (cases[i].quota > 0)
        accept (&table, cases[i].unit, cases[i].quota, cases[i].done);
      unit = score (&table, cases[i].unit);
      interim = xyb_item_score_explain (table.scheme, item (unit, cases[i].indicator));
      settled = xyb_item_score_explain_settled (table.scheme, item (unit, cases[i].indicator));
      if (cases[i].interim != NULL)
        g_assert_cmpstr (interim, ==, cases[i].interim);
      if (cases[i].settled != NULL)
        g_assert_cmpstr (settled, ==, cases[i].settled);
    }
}

static void
test_remark_and_approver_are_said (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) unit = NULL;
  g_autofree char *sentence = NULL;
  XybMark *mark = xyb_mark_new (XYB_MARK_EVENT);

  table_init (&table, SCHEME_2020_DISTRICT, XYB_PHASE_INTERIM);
  mark->amount = 500;
  mark->remark = g_strdup ("国家通报一起");
  mark->approver = g_strdup ("领导小组办公室");
  put (&table, 2, 6, mark);
  unit = score (&table, 2);
  sentence = xyb_item_score_explain (table.scheme, item (unit, 6));
  g_assert_cmpstr (sentence, ==,
                   "被国家城市信用监测系统监测到严重失信事件的：监测到事件，扣 5 "
                   "分（说明第 6 条；备注：国家通报一起；决定：领导小组办公室）");
}

static void
test_whole_unit (void)
{
  static const char *const lines[] = {
    "满分：0.2 + 0.1 + 0.1 + 0.3 + 0.3 + 0.2 = 1.2 分（连同只扣不加的项目 1.5 分）",
    "配合创建国家信用示范城市 and 应对国家城市信用监测：已完成，不扣分（说明第 1 条）",
    "配合推进国家守信激励创新试点项目：非考核项，满分不含本项 0.1 分",
    "(参照条线) 信用等级评价和分类监管：非考核项，满分不含本项 0.1 分",
    "(参照条线) 应用信用承诺：尚未完成，平时不计扣分（说明第 3 条）",
    "(参照条线) 应用信用审查或信用报告：尚未完成，平时不计扣分（说明第 3 条）",
    "(参照条线) 推进诚信缺失突出问题专项治理：非考核项，满分不含本项 0.1 分",
    "奖惩措施和信用应用成效反馈：未完成 2 次，每次扣 0.01 分，扣 0.02 分（说明第 5 条）",
    "奖惩案例：尚未完成，平时不计扣分（说明第 6 条）",
    "诚信专题宣传任务：未完成 1 次，每次扣 0.05 分，扣 0.05 分（说明第 7 条）",
    "被国家监测到严重失信事件 (按照国家标准认定)：未监测到事件，不扣分（说明第 8 条）",
    "得分：1.2 − (0.02 + 0.05) = 1.13 分（应得 1.2 分，94.2%）",
  };
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) unit = NULL;
  g_autoptr (GPtrArray) explained = NULL;
  g_autoptr (GPtrArray) reasons = NULL;

  table_init (&table, SCHEME_2020_DEPARTMENT, XYB_PHASE_INTERIM);
  put_text (&table, 1, 1, "√");
  put_text (&table, 1, 7, "缺2次");
  put_text (&table, 1, 9, "缺1次");
  unit = score (&table, 1);
  explained = xyb_unit_score_explain (table.scheme, unit);
  g_assert_cmpuint (explained->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < explained->len; i++)
    g_assert_cmpstr (explained->pdata[i], ==, lines[i]);
  reasons = xyb_unit_score_reasons (table.scheme, unit);
  g_assert_cmpuint (reasons->len, ==, 2);
  g_assert_cmpstr (reasons->pdata[0], ==, lines[7]);
  g_assert_cmpstr (reasons->pdata[1], ==, lines[9]);
}

static void
test_whole_unit_that_earns (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) unit = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  table_init (&table, SCHEME_2020_DISTRICT, XYB_PHASE_SETTLEMENT);
  for (gint64 i = 1; i <= 5; i++)
    put_text (&table, 1, i, i == 4 ? "*" : "√");
  put_text (&table, 1, 6, "扣5分");
  unit = score (&table, 1);
  lines = xyb_unit_score_explain (table.scheme, unit);
  g_assert_cmpstr (lines->pdata[0], ==, "满分：0.6 + 0.4 + 0.2 + 0.4 + 0.4 = 2 分");
  g_assert_cmpstr (lines->pdata[lines->len - 1], ==,
                   "得分：0.6 + 0.4 + 0.2 + 0.4 − 5 = −3.4 分（应得 2 分，−170.0%）");
}

static void
test_what_if (void)
{
  static const struct
  {
    FixtureName scheme;
    gint64 indicator;
    int quota;
    int done;
    const char *sentence;
  } cases[] = {
    { SCHEME_2019_DISTRICT, 1, 8, 6, "再验收通过 1 家，可少扣 1 分" },
    { SCHEME_2019_DISTRICT, 1, 2, 1, "再验收通过 1 家，可少扣 5 分" },
    { SCHEME_2019_DISTRICT, 1, 10, 4, "再验收通过 2 家，可少扣 2 分" },
    { SCHEME_2019_DISTRICT, 1, 8, 8, NULL },
    { SCHEME_2020_DISTRICT, 4, 8, 6, "再验收通过 2 家，可多得 0.4 分" },
    { SCHEME_2020_DEPARTMENT, 8, 0, 0, "再报 1 条，可少扣 0.05 分" },
    { SCHEME_2020_DEPARTMENT, 1, 0, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybUnitScore) unit = NULL;
      g_autofree char *sentence = NULL;

      table_init (&table, cases[i].scheme, XYB_PHASE_INTERIM);
      if (cases[i].quota > 0)
        accept (&table, 1, cases[i].quota, cases[i].done);
      unit = score (&table, 1);
      sentence = xyb_item_score_what_if (item (unit, cases[i].indicator));
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score-words/sentences", test_sentences);
  g_test_add_func ("/score-words/remark-and-approver-are-said", test_remark_and_approver_are_said);
  g_test_add_func ("/score-words/whole-unit", test_whole_unit);
  g_test_add_func ("/score-words/whole-unit-that-earns", test_whole_unit_that_earns);
  g_test_add_func ("/score-words/what-if", test_what_if);
  return g_test_run ();
}
