/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scheme-fixture.h"

/* A table, its marks and what the register knows. */
typedef struct
{
  XybScheme *scheme;
  GHashTable *marks;
  GHashTable *facts;
  XybScoreInput input;
} Table;

static void
table_init (Table *self, FixtureName name, XybPhase phase)
{
  self->scheme = fixture_scheme (name);
  self->marks = fixture_marks (name, self->scheme);
  self->facts = xyb_facts_new ();
  self->input = (XybScoreInput){ .scheme = self->scheme,
                                 .marks = self->marks,
                                 .facts = self->facts,
                                 .phase = phase,
                                 .quarters = 2 };
}

static void
table_clear (Table *self)
{
  xyb_scheme_free (self->scheme);
  g_hash_table_unref (self->marks);
  g_hash_table_unref (self->facts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static void
put (Table *self, gint64 unit, gint64 indicator, XybMark *mark)
{
  xyb_marks_set (self->marks, unit, indicator, mark);
}

static void
put_text (Table *self, gint64 unit, gint64 indicator, const char *text)
{
  XybMark *mark = xyb_mark_parse (text, self->scheme->indicators->pdata[indicator - 1], NULL);

  g_assert_nonnull (mark);
  put (self, unit, indicator, mark);
}

static void
accept (Table *self, gint64 unit, gint64 quota, gint64 done)
{
  XybProgress progress = { unit, done, done, done, done };

  xyb_facts_set (self->facts, unit, quota, &progress);
}

static XybUnitScore *
score (const Table *self, gint64 unit)
{
  return xyb_unit_score_new (&self->input, self->scheme->units->pdata[unit - 1]);
}

static const XybItemScore *
item (const XybUnitScore *self, gint64 indicator)
{
  return &g_array_index (self->items, XybItemScore, indicator - 1);
}

/* §7.3, with the quotas of 附件1. */
static void
test_tiers (void)
{
  static const int cases[][3] = {
    { 10, 10, 0 },    { 10, 9, 0 },     { 10, 8, 1 },     { 10, 7, 2 },     { 10, 6, 3 },
    { 10, 5, 5 },     { 10, 0, 5 },     { 8, 8, 0 },      { 8, 7, 1 },      { 8, 6, 2 },
    { 8, 5, 3 },      { 8, 4, 5 },      { 6, 6, 0 },      { 6, 5, 1 },      { 6, 4, 3 },
    { 6, 3, 5 },      { 5, 5, 0 },      { 5, 4, 1 },      { 5, 3, 3 },      { 5, 2, 5 },
    { 3, 3, 0 },      { 3, 2, 3 },      { 3, 1, 5 },      { 2, 2, 0 },      { 2, 1, 5 },
    { 2, 3, 0 },      { 1000, 900, 0 }, { 1000, 899, 1 }, { 1000, 800, 1 }, { 1000, 799, 2 },
    { 1000, 700, 2 }, { 1000, 699, 3 }, { 1000, 600, 3 }, { 1000, 599, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybUnitScore) unit = NULL;

      table_init (&table, SCHEME_2019_DISTRICT, XYB_PHASE_SETTLEMENT);
      accept (&table, 6, cases[i][0], cases[i][1]);
      unit = score (&table, 6);
      g_assert_cmpint (item (unit, 1)->now.why, ==, XYB_WHY_TIER);
      g_assert_cmpint (item (unit, 1)->now.deduction, ==, cases[i][2] * 100);
    }
}

/* C-07: 0.5×4, 0.01×30, 0.05×6, 0.05×4. */
static void
test_caps (void)
{
  static const struct
  {
    FixtureName scheme;
    gint64 indicator;
    gint64 times;
    gint64 deduction;
  } cases[] = {
    { SCHEME_2020_SUBDISTRICT, 5, 1, 50 },  { SCHEME_2020_SUBDISTRICT, 5, 3, 150 },
    { SCHEME_2020_SUBDISTRICT, 5, 4, 200 }, { SCHEME_2020_SUBDISTRICT, 5, 5, 200 },
    { SCHEME_2020_DEPARTMENT, 7, 1, 1 },    { SCHEME_2020_DEPARTMENT, 7, 29, 29 },
    { SCHEME_2020_DEPARTMENT, 7, 30, 30 },  { SCHEME_2020_DEPARTMENT, 7, 31, 30 },
    { SCHEME_2020_DEPARTMENT, 8, 5, 25 },   { SCHEME_2020_DEPARTMENT, 8, 6, 30 },
    { SCHEME_2020_DEPARTMENT, 8, 7, 30 },   { SCHEME_2020_DEPARTMENT, 9, 3, 15 },
    { SCHEME_2020_DEPARTMENT, 9, 4, 20 },   { SCHEME_2020_DEPARTMENT, 9, 9999, 20 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (XybPhase phase = XYB_PHASE_INTERIM; phase <= XYB_PHASE_SETTLEMENT; phase++)
      {
        g_auto (Table) table = { 0 };
        g_autoptr (XybUnitScore) unit = NULL;
        XybMark *mark = xyb_mark_new (XYB_MARK_DEDUCTED);

        table_init (&table, cases[i].scheme, phase);
        mark->count = cases[i].times;
        put (&table, 2, cases[i].indicator, mark);
        unit = score (&table, 2);
        g_assert_cmpint (item (unit, cases[i].indicator)->now.deduction, ==, cases[i].deduction);
      }
}

/* KH-24: whatever is still * costs nothing before the year is settled. */
static void
test_interim_star_costs_nothing (void)
{
  static const gint64 scores[N_FIXTURE_SCHEMES] = { 700, 0, 1000, 120 };

  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybScoreSheet) sheet = NULL;

      table_init (&table, i, XYB_PHASE_INTERIM);
      sheet = xyb_score_sheet_new (&table.input);
      for (guint k = 0; k < sheet->units->len; k++)
        g_assert_cmpint (((XybUnitScore *) sheet->units->pdata[k])->deduction, ==, 0);
      g_assert_cmpint (((XybUnitScore *) sheet->units->pdata[0])->score, ==, scores[i]);
    }
}

static void
test_settled_star_is_lost (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) unit = NULL;

  /* 组织部: 0.2 + 0.1 + 0.1 lost, 0.3 and 0.2 by their caps, four cases due at 0.05. */
  table_init (&table, SCHEME_2020_DEPARTMENT, XYB_PHASE_SETTLEMENT);
  unit = score (&table, 1);
  g_assert_cmpint (unit->full, ==, 120);
  g_assert_cmpint (unit->deduction, ==, 20 + 10 + 10 + 30 + 20 + 20);
  g_assert_cmpint (unit->score, ==, 10);
}

/* AMB-28: one case a quarter. */
static void
test_cases_due (void)
{
  static const struct
  {
    XybPhase phase;
    int quarters;
    gint64 received;
    gint64 now;
    gint64 settled;
  } cases[] = {
    { XYB_PHASE_INTERIM, 2, 1, 0, 5 },      { XYB_PHASE_INTERIM, 0, 0, 0, 0 },
    { XYB_PHASE_INTERIM, 4, 0, 0, 20 },     { XYB_PHASE_SETTLEMENT, 2, 1, 15, 15 },
    { XYB_PHASE_SETTLEMENT, 4, 4, 0, 0 },   { XYB_PHASE_SETTLEMENT, 4, 9, 0, 0 },
    { XYB_PHASE_SETTLEMENT, 0, 0, 20, 20 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybUnitScore) unit = NULL;

      table_init (&table, SCHEME_2020_DEPARTMENT, cases[i].phase);
      table.input.quarters = cases[i].quarters;
      if (cases[i].received > 0)
        {
          XybMark *mark = xyb_mark_new (XYB_MARK_COUNT);

          mark->count = cases[i].received;
          put (&table, 28, 8, mark);
        }
      else
        put (&table, 28, 8, NULL);
      unit = score (&table, 28);
      g_assert_cmpint (item (unit, 8)->now.deduction, ==, cases[i].now);
      g_assert_cmpint (item (unit, 8)->settled.deduction, ==, cases[i].settled);
    }
}

static void
test_earning (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) early = NULL;
  g_autoptr (XybUnitScore) late = NULL;
  g_autoptr (XybUnitScore) severe = NULL;

  table_init (&table, SCHEME_2020_DISTRICT, XYB_PHASE_INTERIM);
  put_text (&table, 6, 1, "√");
  put_text (&table, 6, 5, "√");
  early = score (&table, 6);
  g_assert_cmpint (early->score, ==, 100);
  g_assert_cmpint (early->deduction, ==, 0);
  accept (&table, 6, 8, 8);
  table.input.phase = XYB_PHASE_SETTLEMENT;
  late = score (&table, 6);
  g_assert_cmpint (late->score, ==, 140);
  /* AMB-08: 20 on a base of 2.0. */
  put_text (&table, 6, 6, "扣20分");
  severe = score (&table, 6);
  g_assert_cmpint (severe->full, ==, 200);
  g_assert_cmpint (severe->deduction, ==, 2000);
  g_assert_cmpint (severe->score, ==, 140 - 2000);
}

static void
test_floor (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) unit = NULL;

  table_init (&table, SCHEME_2020_DISTRICT, XYB_PHASE_SETTLEMENT);
  table.scheme->floor = 0;
  put_text (&table, 1, 6, "扣5分");
  unit = score (&table, 1);
  g_assert_true (unit->floored);
  g_assert_cmpint (unit->score, ==, 0);
  g_assert_cmpint (unit->deduction, ==, 500);
}

/* AMB-17. */
static void
test_what_explained_becomes (void)
{
  static const struct
  {
    FixtureName scheme;
    XybSettling becomes;
    gint64 full;
    gint64 score;
  } cases[] = {
    /* 周市镇 2020: everything done but 信用审查 (0.4), which was explained. */
    { SCHEME_2020_DISTRICT, XYB_SETTLE_DONE, 200, 200 },
    { SCHEME_2020_DISTRICT, XYB_SETTLE_REMOVED, 160, 160 },
    { SCHEME_2020_DISTRICT, XYB_SETTLE_LOST, 200, 160 },
    { SCHEME_2020_SUBDISTRICT, XYB_SETTLE_DONE, 1000, 1000 },
    { SCHEME_2020_SUBDISTRICT, XYB_SETTLE_REMOVED, 800, 800 },
    { SCHEME_2020_SUBDISTRICT, XYB_SETTLE_LOST, 1000, 800 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybUnitScore) unit = NULL;

      table_init (&table, cases[i].scheme, XYB_PHASE_SETTLEMENT);
      table.scheme->explained_becomes = cases[i].becomes;
      for (gint64 k = 1; k <= 5; k++)
        put_text (&table, 3, k, "√");
      put_text (&table, 3, cases[i].scheme == SCHEME_2020_DISTRICT ? 5 : 4, "已说明");
      unit = score (&table, 3);
      g_assert_cmpint (unit->full, ==, cases[i].full);
      g_assert_cmpint (unit->score, ==, cases[i].score);
    }
}

static void
test_what_open_becomes (void)
{
  static const struct
  {
    XybSettling becomes;
    gint64 full;
    gint64 score;
  } cases[] = {
    { XYB_SETTLE_DONE, 1000, 1000 },
    { XYB_SETTLE_REMOVED, 700, 700 },
    { XYB_SETTLE_LOST, 1000, 700 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybUnitScore) unit = NULL;

      table_init (&table, SCHEME_2020_SUBDISTRICT, XYB_PHASE_SETTLEMENT);
      table.scheme->open_becomes = cases[i].becomes;
      for (gint64 k = 2; k <= 5; k++)
        put_text (&table, 1, k, "√");
      unit = score (&table, 1);
      g_assert_cmpint (unit->full, ==, cases[i].full);
      g_assert_cmpint (unit->score, ==, cases[i].score);
    }
}

static void
test_severe_of_departments (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) outside = NULL;
  g_autoptr (XybUnitScore) inside = NULL;

  /* AMB-18: 1.5, or 1.8 with the column that only takes away. */
  table_init (&table, SCHEME_2020_DEPARTMENT, XYB_PHASE_INTERIM);
  put_text (&table, 11, 10, "有");
  outside = score (&table, 11);
  g_assert_cmpint (outside->full, ==, 150);
  g_assert_cmpint (outside->full_with_events, ==, 180);
  g_assert_cmpint (outside->score, ==, 120);
  ((XybIndicator *) table.scheme->indicators->pdata[9])->counts_in_base = TRUE;
  inside = score (&table, 11);
  g_assert_cmpint (inside->full, ==, 180);
  g_assert_cmpint (inside->score, ==, 150);
}

static void
test_open_and_unsaid_are_counted (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) printed = NULL;
  g_autoptr (XybUnitScore) blank = NULL;

  table_init (&table, SCHEME_2020_DEPARTMENT, XYB_PHASE_INTERIM);
  printed = score (&table, 28); /* 应急管理局: two 非考核项, one 1 */
  g_assert_cmpuint (printed->open, ==, 6);
  g_assert_cmpuint (printed->unsaid, ==, 0);
  put (&table, 28, 10, NULL);
  put (&table, 28, 1, NULL);
  blank = score (&table, 28);
  g_assert_cmpuint (blank->open, ==, 6);
  g_assert_cmpuint (blank->unsaid, ==, 1);
}

static void
test_quarters (void)
{
  static const struct
  {
    const char *today;
    int gone;
  } cases[] = {
    { "2019-12-31", 0 }, { "2020-01-01", 0 }, { "2020-03-31", 0 },
    { "2020-04-01", 1 }, { "2020-07-24", 2 }, { "2020-09-30", 2 },
    { "2020-10-01", 3 }, { "2020-12-31", 3 }, { "2021-01-01", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (xyb_quarters_gone (2020, cases[i].today), ==, cases[i].gone);
}

/* ---- in words ---- */

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

/* ---- properties, over random marks with fixed seeds ---- */

static XybMark *
random_mark (GRand *rand, const XybIndicator *indicator)
{
  XybMark *mark = xyb_mark_new (g_rand_int_range (rand, 0, XYB_N_MARK_KINDS));

  if (mark->kind == XYB_MARK_NOT_APPLICABLE)
    mark->kind = XYB_MARK_OPEN;
  if (mark->kind == XYB_MARK_COUNT
      || (mark->kind == XYB_MARK_DEDUCTED && indicator->rule == XYB_RULE_PER_COUNT))
    mark->count = g_rand_int_range (rand, 0, 60);
  else if (mark->kind == XYB_MARK_EVENT || mark->kind == XYB_MARK_DEDUCTED)
    mark->amount = g_rand_int_range (rand, 0, (int) indicator->points + 1);
  if (indicator->rule == XYB_RULE_MANUAL && mark->amount != XYB_UNSAID)
    mark->remark = g_strdup ("原因");
  if (xyb_mark_check (mark, indicator, NULL))
    return mark;
  xyb_mark_free (mark);
  return random_mark (rand, indicator);
}

static void
randomise (Table *table, GRand *rand)
{
  for (guint row = 1; row <= table->scheme->units->len; row++)
    {
      for (guint place = 0; place < table->scheme->indicators->len; place++)
        put (table, row, place + 1, random_mark (rand, table->scheme->indicators->pdata[place]));
      accept (table, row, g_rand_int_range (rand, 0, 12), g_rand_int_range (rand, 0, 14));
    }
  table->scheme->open_becomes = g_rand_int_range (rand, XYB_SETTLE_DONE, XYB_SETTLE_LOST + 1);
  table->scheme->explained_becomes = g_rand_int_range (rand, XYB_SETTLE_DONE, XYB_SETTLE_LOST + 1);
}

static void
check_unit (const XybScheme *scheme, const XybUnitScore *unit)
{
  gint64 deduction = 0;
  gint64 full = 0;

  for (guint i = 0; i < unit->items->len; i++)
    {
      const XybItemScore *cell = item (unit, i + 1);
      gint64 cap = cell->indicator->rule == XYB_RULE_PER_COUNT ? cell->indicator->cap
                                                               : cell->indicator->points;

      g_assert_cmpint (cell->now.deduction, >=, 0);
      g_assert_cmpint (cell->now.deduction, <=, cap);
      g_assert_cmpint (cell->now.earned, >=, 0);
      g_assert_cmpint (cell->now.earned, <=, cell->now.full);
      g_assert_cmpint (cell->settled.deduction, <=, cap);
      deduction += cell->now.deduction;
      full += cell->now.full;
    }
  g_assert_cmpint (deduction, ==, unit->deduction);
  g_assert_cmpint (full, ==, unit->full);
  if (scheme->mode == XYB_SCHEME_DEDUCT)
    g_assert_cmpint (unit->score + unit->deduction, ==, unit->full);
}

static void
test_properties (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
      for (XybPhase phase = XYB_PHASE_INTERIM; phase <= XYB_PHASE_SETTLEMENT; phase++)
        {
          g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
          g_auto (Table) table = { 0 };
          g_autoptr (XybScoreSheet) sheet = NULL;
          g_autoptr (XybScoreSheet) again = NULL;

          table_init (&table, i, phase);
          randomise (&table, rand);
          sheet = xyb_score_sheet_new (&table.input);
          again = xyb_score_sheet_new (&table.input);
          for (guint k = 0; k < sheet->units->len; k++)
            {
              const XybUnitScore *unit = sheet->units->pdata[k];
              const XybUnitScore *twin = again->units->pdata[k];
              g_autoptr (GPtrArray) lines = xyb_unit_score_explain (table.scheme, unit);

              check_unit (table.scheme, unit);
              g_assert_cmpint (unit->score, ==, twin->score);
              g_assert_cmpuint (lines->len, ==, unit->items->len + 2);
              if (phase == XYB_PHASE_SETTLEMENT)
                g_assert_cmpint (unit->score, ==, unit->settled_score);
            }
        }
}

/* What is shown depends on the marks alone, not on the way they came about. */
static void
test_order_of_edits (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_auto (Table) first = { 0 };
      g_auto (Table) second = { 0 };
      g_autoptr (XybScoreSheet) a = NULL;
      g_autoptr (XybScoreSheet) b = NULL;

      table_init (&first, SCHEME_2020_DEPARTMENT, XYB_PHASE_SETTLEMENT);
      table_init (&second, SCHEME_2020_DEPARTMENT, XYB_PHASE_SETTLEMENT);
      for (guint row = 1; row <= 54; row++)
        for (guint place = 0; place < 10; place++)
          {
            const XybIndicator *indicator = first.scheme->indicators->pdata[place];

            put (&first, row, place + 1, random_mark (rand, indicator));
            put (&second, row, place + 1, random_mark (rand, indicator));
          }
      for (guint n = 540; n > 0; n--)
        {
          const XybMark *mark = xyb_marks_get (first.marks, (n - 1) / 10 + 1, (n - 1) % 10 + 1);

          put (&second, (n - 1) / 10 + 1, (n - 1) % 10 + 1, xyb_mark_copy (mark));
        }
      a = xyb_score_sheet_new (&first.input);
      b = xyb_score_sheet_new (&second.input);
      for (guint k = 0; k < 54; k++)
        g_assert_cmpint (((XybUnitScore *) a->units->pdata[k])->score, ==,
                         ((XybUnitScore *) b->units->pdata[k])->score);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/tiers-of-2019", test_tiers);
  g_test_add_func ("/score/caps", test_caps);
  g_test_add_func ("/score/interim-star-costs-nothing", test_interim_star_costs_nothing);
  g_test_add_func ("/score/settled-star-is-lost", test_settled_star_is_lost);
  g_test_add_func ("/score/cases-due", test_cases_due);
  g_test_add_func ("/score/earning", test_earning);
  g_test_add_func ("/score/floor", test_floor);
  g_test_add_func ("/score/what-explained-becomes", test_what_explained_becomes);
  g_test_add_func ("/score/what-open-becomes", test_what_open_becomes);
  g_test_add_func ("/score/severe-of-departments", test_severe_of_departments);
  g_test_add_func ("/score/open-and-unsaid-are-counted", test_open_and_unsaid_are_counted);
  g_test_add_func ("/score/quarters", test_quarters);
  g_test_add_func ("/score/sentences", test_sentences);
  g_test_add_func ("/score/remark-and-approver-are-said", test_remark_and_approver_are_said);
  g_test_add_func ("/score/whole-unit", test_whole_unit);
  g_test_add_func ("/score/whole-unit-that-earns", test_whole_unit_that_earns);
  g_test_add_func ("/score/what-if", test_what_if);
  g_test_add_func ("/score/properties", test_properties);
  g_test_add_func ("/score/order-of-edits", test_order_of_edits);
  return g_test_run ();
}
