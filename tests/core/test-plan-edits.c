/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "track-fixture.h"
#include "xyb-core-error.h"
#include "xyb-eligibility.h"
#include "xyb-plan-part.h"

/* The lists of a plan, edited in memory: stages and milestones of track_plan_2020(), and a few
 * conditions, materials and steps of 2020. */

#define JOIN XYB_TRACK_ACCREDITATION
#define CITY XYB_TRACK_CITY_MODEL

static void
add_condition (XybPlan *plan, gint64 id, XybTrack track, const char *key, gint64 number)
{
  XybPlanCondition *condition = xyb_plan_condition_new ();

  condition->id = id;
  condition->track = track;
  condition->key = g_strdup (key);
  condition->text = g_strdup (key);
  condition->number = number;
  g_ptr_array_add (plan->conditions, condition);
}

static void
add_material (XybPlan *plan, gint64 id, XybTrack track, const char *name, gint64 linked)
{
  XybPlanMaterial *material = xyb_plan_material_new ();

  material->id = id;
  material->track = track;
  material->name = g_strdup (name);
  material->linked_id = linked;
  g_ptr_array_add (plan->materials, material);
}

static void
add_step (XybPlan *plan, gint64 id, gint64 parent, const char *name, XybStepCount counted)
{
  XybPlanStep *step = xyb_plan_step_new ();

  step->id = id;
  step->parent_id = parent;
  step->name = g_strdup (name);
  step->counted = counted;
  step->minimum = counted == XYB_STEP_PLAIN ? XYB_UNSAID : 2;
  g_ptr_array_add (plan->steps, step);
}

static XybPlan *
plan_new (void)
{
  XybPlan *plan = track_plan_2020 ();

  add_condition (plan, 101, JOIN, "PLAN-C2", 2);
  add_condition (plan, 102, JOIN, "PLAN-C6", XYB_UNSAID);
  add_condition (plan, 103, XYB_TRACK_PROVINCE_MODEL, "PLAN-C10", 2018);
  add_material (plan, 201, JOIN, "承诺书", 0);
  add_material (plan, 202, JOIN, "申请表", 0);
  add_material (plan, 203, CITY, "申报表", 205);
  add_material (plan, 204, CITY, "合同", 0);
  add_material (plan, 205, CITY, "申报表", 203);
  add_step (plan, 301, 0, "贯标实施", XYB_STEP_PLAIN);
  add_step (plan, 302, 301, "签订合同", XYB_STEP_PLAIN);
  add_step (plan, 303, 301, "开展培训", XYB_STEP_TRAININGS);
  add_step (plan, 304, 0, "贯标验收", XYB_STEP_PLAIN);
  return plan;
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

static char *
get (const XybPlan *plan, XybPlanPart part, gint64 id, const char *key)
{
  guint n_fields = 0;
  const XybPlanField *fields = xyb_plan_part_fields (part, &n_fields);

  return fields[field_of (part, key)].get (plan, xyb_plan_find_row (plan, part, id));
}

static gboolean
set (XybPlan *plan, XybPlanPart part, gint64 id, const char *key, const char *text, GError **error)
{
  const XybPlanEdit edit = { XYB_PLAN_SET, id, 0, field_of (part, key), text, 0 };

  return xyb_plan_apply_edits (plan, part, &edit, 1, error);
}

static char *
order_of (const XybPlan *plan, XybPlanPart part, XybTrack track)
{
  g_autoptr (GPtrArray) rows = xyb_plan_list_rows (plan, part, track);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            xyb_plan_row_name (part, rows->pdata[i]));
  return g_string_free (names, FALSE);
}

static void
assert_order (const XybPlan *plan, XybPlanPart part, XybTrack track, const char *expected)
{
  g_autofree char *order = order_of (plan, part, track);

  g_assert_cmpstr (order, ==, expected);
}

/* ---- what is refused ---- */

static const struct
{
  XybPlanPart part;
  gint64 id;
  const char *field;
  const char *text;
  const char *sentence; /* a part of it */
} refused[] = {
  { XYB_PLAN_STAGES, 4, "name", "  ", "阶段名称不能为空" },
  { XYB_PLAN_STAGES, 4, "name", "签约", "两个阶段同名" },
  { XYB_PLAN_STAGES, 4, "kind", "做完", "请选：办理、通过" },
  { XYB_PLAN_STAGES, 4, "kind", "通过", "只能有一个算作通过的阶段" },
  { XYB_PLAN_STAGES, 4, "kind", "不通过", "结果之前只有办理阶段" },
  { XYB_PLAN_STAGES, 4, "basis", "已推荐", "要按先后排列" },
  { XYB_PLAN_STAGES, 9, "basis", "已签约", "只有贯标的阶段" },
  { XYB_PLAN_STAGES, 4, "fields", "证书", "请选：文号、期限" },
  { XYB_PLAN_STAGES, 4, "needs-materials", "大概", "请填“是”" },
  { XYB_PLAN_STAGES, 4, "milestone", "DL-99", "请选：" },
  { XYB_PLAN_CONDITIONS, 101, "text", "", "条件不能为空" },
  { XYB_PLAN_CONDITIONS, 102, "text", "PLAN-C2", "与第 1 行重复" },
  { XYB_PLAN_CONDITIONS, 101, "number", "", "要有年数" },
  { XYB_PLAN_CONDITIONS, 101, "number", "0", "请填 1 到 50" },
  { XYB_PLAN_CONDITIONS, 101, "number", "两", "不是整数" },
  { XYB_PLAN_CONDITIONS, 102, "number", "3", "用不到数" },
  { XYB_PLAN_CONDITIONS, 102, "check", "成立年数", "要有年数" },
  { XYB_PLAN_CONDITIONS, 102, "check", "信用分", "请选：注册地" },
  { XYB_PLAN_CONDITIONS, 103, "number", "2021", "2000 到 2020" },
  { XYB_PLAN_MATERIALS, 202, "name", "承诺书", "与第 1 项同名" },
  { XYB_PLAN_MATERIALS, 201, "linked", "1", "不能与自己" },
  { XYB_PLAN_MATERIALS, 201, "linked", "9", "请选：2 申请表" },
  { XYB_PLAN_MATERIALS, 203, "linked", "", "与第 3 项同名" },
  { XYB_PLAN_MATERIALS, 204, "linked", "1", "与第 3 项同名" },
  { XYB_PLAN_STEPS, 303, "name", "签订合同", "与第 2 行重复" },
  { XYB_PLAN_STEPS, 303, "minimum", "0", "请填 1 到 99" },
  { XYB_PLAN_STEPS, 303, "minimum", "", "请填 1 到 99" },
  { XYB_PLAN_STEPS, 302, "minimum", "2", "不计数" },
  { XYB_PLAN_STEPS, 301, "parent", "贯标验收", "下面还有步骤" },
  { XYB_PLAN_STEPS, 302, "parent", "开展培训", "请选：1 贯标实施、4 贯标验收" },
  { XYB_PLAN_STEPS, 301, "counted", "培训次数", "要计数的是下面的步骤" },
  { XYB_PLAN_MILESTONES, 120201, "due-on", "2020-02-30", "截止日期" },
  { XYB_PLAN_MILESTONES, 120201, "due-on", "2030-04-15", "检查年份" },
  { XYB_PLAN_MILESTONES, 120201, "starts-on", "2020-12-01", "晚于截止日期" },
  { XYB_PLAN_MILESTONES, 120201, "text", "", "事项不能为空" },
  { XYB_PLAN_MILESTONES, 120201, "date-text", "5月10日前", "不一致" },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (XybPlan) plan = plan_new ();
      g_autoptr (GError) error = NULL;

      if (set (plan, refused[i].part, refused[i].id, refused[i].field, refused[i].text, &error))
        g_error ("row %" G_GSIZE_FORMAT ": “%s” was taken", i, refused[i].text);
      if (strstr (error->message, refused[i].sentence) == NULL)
        g_error ("no “%s” in “%s”", refused[i].sentence, error->message);
    }
}

/* Huge, broken and hidden text never gets into a name. */
static void
test_hostile (void)
{
  g_autofree char *huge = g_strnfill (1000000, 'x');
  const char *const texts[] = { huge, "\xff\xfe", "a\x01z" };

  for (XybPlanPart part = XYB_PLAN_STAGES; part <= XYB_PLAN_MILESTONES; part++)
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        g_autoptr (XybPlan) plan = plan_new ();
        gint64 id = xyb_plan_row_id (xyb_plan_get_rows (plan, part)->pdata[0]);
        guint n_fields = 0;
        const XybPlanField *fields = xyb_plan_part_fields (part, &n_fields);

        for (guint f = 0; f < n_fields; f++)
          {
            g_autoptr (XybPlan) fresh = plan_new ();
            g_autoptr (GError) error = NULL;

            g_assert_false (set (fresh, part, id, fields[f].key, texts[i], &error));
            g_assert_nonnull (error);
            g_assert_true (g_utf8_validate (error->message, -1, NULL));
            g_assert_cmpuint (g_utf8_strlen (error->message, -1), <, 400);
          }
      }
}

/* ---- what is read back as it is shown ---- */

static const struct
{
  XybPlanPart part;
  gint64 id;
  const char *field;
  const char *text;
  const char *shown;
} taken[] = {
  { XYB_PLAN_STAGES, 4, "name", "  贯标 实施 ", "贯标 实施" },
  { XYB_PLAN_STAGES, 4, "fields", "期限和文号", "文号、期限" },
  { XYB_PLAN_STAGES, 4, "fields", "-", NULL },
  { XYB_PLAN_STAGES, 4, "needs-materials", "√", "是" },
  { XYB_PLAN_STAGES, 4, "milestone", "dl-06", "8月15日前 组织贯标验收" },
  { XYB_PLAN_STAGES, 1, "milestone", "", NULL },
  { XYB_PLAN_STAGES, 12, "kind", "取消资格", "取消资格" },
  { XYB_PLAN_CONDITIONS, 101, "number", "３", "3" },
  { XYB_PLAN_CONDITIONS, 101, "check", "经办人判断", "经办人判断" },
  { XYB_PLAN_CONDITIONS, 103, "number", "", NULL },
  { XYB_PLAN_MATERIALS, 201, "required", "否", NULL },
  { XYB_PLAN_MATERIALS, 201, "linked", "申请表", "2 申请表" },
  { XYB_PLAN_STEPS, 302, "counted", "培训次数", "培训次数" },
  { XYB_PLAN_STEPS, 303, "counted", "", "不计数" },
  { XYB_PLAN_STEPS, 302, "parent", "", NULL },
  { XYB_PLAN_MILESTONES, 120201, "due-on", "2020年5月10日", "2020-05-10" },
  { XYB_PLAN_MILESTONES, 120201, "date-text", "4月中旬", "4月中旬" },
};

static void
test_taken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (XybPlan) plan = plan_new ();
      g_autofree char *shown = NULL;
      g_autoptr (GError) error = NULL;

      set (plan, taken[i].part, taken[i].id, taken[i].field, taken[i].text, &error);
      g_assert_no_error (error);
      shown = get (plan, taken[i].part, taken[i].id, taken[i].field);
      g_assert_cmpstr (shown, ==, taken[i].shown);
      g_assert_true (set (plan, taken[i].part, taken[i].id, taken[i].field, shown, &error));
    }
}

/* AMB-09: the two states of a form point at each other, however they were linked. */
static void
test_link_is_mutual (void)
{
  g_autoptr (XybPlan) plan = plan_new ();
  const XybPlanEdit remove = { XYB_PLAN_REMOVE, 202, 0, 0, NULL, 0 };
  const XybPlanMaterial *first = xyb_plan_find_row (plan, XYB_PLAN_MATERIALS, 201);

  g_assert_true (set (plan, XYB_PLAN_MATERIALS, 202, "linked", "1", NULL));
  g_assert_cmpint (first->linked_id, ==, 202);
  g_assert_true (xyb_plan_apply_edits (plan, XYB_PLAN_MATERIALS, &remove, 1, NULL));
  g_assert_cmpint (first->linked_id, ==, 0);
}

/* The words that print follow the day. */
static void
test_words_follow_the_day (void)
{
  g_autoptr (XybPlan) plan = plan_new ();
  g_autofree char *words = NULL;

  g_assert_true (set (plan, XYB_PLAN_MILESTONES, 120201, "due-on", "2020-05-10", NULL));
  words = get (plan, XYB_PLAN_MILESTONES, 120201, "date-text");
  g_assert_cmpstr (words, ==, "5月10日前");
}

/* A new check takes its own number or none. */
static void
test_check_changed (void)
{
  g_autoptr (XybPlan) plan = plan_new ();
  XybPlanCondition *condition = xyb_plan_find_row (plan, XYB_PLAN_CONDITIONS, 101);
  const XybPlanEdit both[] = {
    { XYB_PLAN_SET, 101, 0, field_of (XYB_PLAN_CONDITIONS, "check"), "严重失信", 0 },
    { XYB_PLAN_SET, 101, 0, field_of (XYB_PLAN_CONDITIONS, "number"), "5", 0 },
  };

  g_assert_true (xyb_plan_apply_edits (plan, XYB_PLAN_CONDITIONS, both, 2, NULL));
  g_assert_cmpstr (condition->key, ==, "PLAN-C5");
  g_assert_cmpint (condition->number, ==, 5);
  g_assert_true (set (plan, XYB_PLAN_CONDITIONS, 101, "check", "", NULL));
  g_assert_null (condition->key);
  g_assert_cmpint (condition->number, ==, XYB_UNSAID);
  /* Judged by hand already: it stays what it is. */
  condition = xyb_plan_find_row (plan, XYB_PLAN_CONDITIONS, 102);
  g_assert_true (set (plan, XYB_PLAN_CONDITIONS, 102, "check", "经办人判断", NULL));
  g_assert_cmpstr (condition->key, ==, "PLAN-C6");
}

/* ---- rows come, go and change places ---- */

static void
test_stage_added_before_the_result (void)
{
  g_autoptr (XybPlan) plan = plan_new ();
  const XybPlanEdit add[] = {
    { XYB_PLAN_ADD, 900, JOIN, 0, NULL, 0 },
    { XYB_PLAN_SET, 0, 0, 0, "复核", 0 },
  };
  const XybPlanEdit up = { XYB_PLAN_MOVE, 900, 0, 0, NULL, -2 };
  const XybPlanEdit past = { XYB_PLAN_MOVE, 900, 0, 0, NULL, 4 };
  g_autoptr (GError) error = NULL;

  g_assert_true (xyb_plan_apply_edits (plan, XYB_PLAN_STAGES, add, 2, NULL));
  assert_order (plan, XYB_PLAN_STAGES, JOIN,
                "推荐 名单确定 签约 实施 材料提交 验收 复核 通过 不通过");
  g_assert_true (xyb_plan_apply_edits (plan, XYB_PLAN_STAGES, &up, 1, NULL));
  assert_order (plan, XYB_PLAN_STAGES, JOIN,
                "推荐 名单确定 签约 实施 复核 材料提交 验收 通过 不通过");
  g_assert_false (xyb_plan_apply_edits (plan, XYB_PLAN_STAGES, &past, 1, &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE);
}

/* Behind the last of its own track, wherever that one stands in the plan. */
static void
test_added_at_the_end (void)
{
  g_autoptr (XybPlan) plan = plan_new ();
  const XybPlanEdit add[] = {
    { XYB_PLAN_ADD, 901, JOIN, 0, NULL, 0 },
    { XYB_PLAN_SET, 0, 0, 0, "甲", 0 },
    { XYB_PLAN_ADD, 902, CITY, 0, NULL, 0 },
    { XYB_PLAN_SET, 0, 0, 0, "乙", 0 },
    { XYB_PLAN_ADD, 903, XYB_TRACK_PROVINCE_MODEL, 0, NULL, 0 },
    { XYB_PLAN_SET, 0, 0, 0, "丙", 0 },
  };

  g_assert_true (xyb_plan_apply_edits (plan, XYB_PLAN_MATERIALS, add, G_N_ELEMENTS (add), NULL));
  assert_order (plan, XYB_PLAN_MATERIALS, JOIN, "承诺书 申请表 甲");
  assert_order (plan, XYB_PLAN_MATERIALS, CITY, "申报表 合同 申报表 乙");
  assert_order (plan, XYB_PLAN_MATERIALS, XYB_TRACK_PROVINCE_MODEL, "丙");
}

static void
test_result_cannot_go (void)
{
  g_autoptr (XybPlan) plan = plan_new ();
  const XybPlanEdit remove = { XYB_PLAN_REMOVE, 7, 0, 0, NULL, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (xyb_plan_apply_edits (plan, XYB_PLAN_STAGES, &remove, 1, &error));
  g_assert_nonnull (strstr (error->message, "算作通过的阶段"));
}

/* A step moves with those under it, and among its own. */
static void
test_steps_move_together (void)
{
  g_autoptr (XybPlan) plan = plan_new ();
  const XybPlanEdit down = { XYB_PLAN_MOVE, 301, 0, 0, NULL, 1 };
  const XybPlanEdit up = { XYB_PLAN_MOVE, 303, 0, 0, NULL, -1 };
  const XybPlanEdit heading = { XYB_PLAN_REMOVE, 301, 0, 0, NULL, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (xyb_plan_apply_edits (plan, XYB_PLAN_STEPS, &down, 1, NULL));
  assert_order (plan, XYB_PLAN_STEPS, JOIN, "贯标验收 贯标实施 签订合同 开展培训");
  g_assert_true (xyb_plan_apply_edits (plan, XYB_PLAN_STEPS, &up, 1, NULL));
  assert_order (plan, XYB_PLAN_STEPS, JOIN, "贯标验收 贯标实施 开展培训 签订合同");
  g_assert_false (xyb_plan_apply_edits (plan, XYB_PLAN_STEPS, &up, 1, &error));
  g_assert_cmpstr (error->message, ==, "“开展培训”已经在最前面，不能再往前移。");
  g_clear_error (&error);
  g_assert_true (set (plan, XYB_PLAN_STEPS, 302, "parent", "贯标验收", NULL));
  assert_order (plan, XYB_PLAN_STEPS, JOIN, "贯标验收 签订合同 贯标实施 开展培训");
  g_assert_false (xyb_plan_apply_edits (plan, XYB_PLAN_STEPS, &heading, 1, &error));
  g_assert_nonnull (strstr (error->message, "下面还有 1 个步骤"));
}

/* A stage may be due at a milestone the clerk added; then it stays. */
static void
test_milestone_of_her_own (void)
{
  g_autoptr (XybPlan) plan = plan_new ();
  const XybPlanEdit add[] = {
    { XYB_PLAN_ADD, 900, 0, 0, NULL, 0 },
    { XYB_PLAN_SET, 0, 0, 0, "材料交齐", 0 },
    { XYB_PLAN_SET, 0, 0, field_of (XYB_PLAN_MILESTONES, "due-on"), "2020.7.20", 0 },
  };
  const XybPlanEdit remove = { XYB_PLAN_REMOVE, 900, 0, 0, NULL, 0 };
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (xyb_plan_apply_edits (plan, XYB_PLAN_MILESTONES, add, 3, NULL));
  g_assert_true (set (plan, XYB_PLAN_STAGES, 5, "milestone", "7月20日前 材料交齐", &error));
  words = xyb_plan_row_words (plan, XYB_PLAN_MILESTONES,
                              xyb_plan_find_row (plan, XYB_PLAN_MILESTONES, 900));
  g_assert_nonnull (strstr (words, "过了还没有到贯标“材料提交”的企业算逾期。“前”含当天。"));
  g_assert_false (xyb_plan_apply_edits (plan, XYB_PLAN_MILESTONES, &remove, 1, &error));
  g_assert_nonnull (strstr (error->message, "有 1 个阶段对应时限“材料交齐”"));
}

static void
test_row_that_is_gone (void)
{
  g_autoptr (XybPlan) plan = plan_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (set (plan, XYB_PLAN_MATERIALS, 999, "name", "甲", &error));
  g_assert_nonnull (strstr (error->message, "已经没有这一行"));
}

/* ---- what a row does ---- */

static const struct
{
  XybPlanPart part;
  gint64 id;
  const char *words;
} sentences[] = {
  { XYB_PLAN_STAGES, 1, "列入附件2就到了这里" },
  { XYB_PLAN_STAGES, 3, "日期就是附件2里的“已签约”日期" },
  { XYB_PLAN_STAGES, 7, "到了这里就算通过" },
  { XYB_PLAN_STAGES, 7, "必需材料收齐才能登记" },
  { XYB_PLAN_STAGES, 7, "时限 8月15日前，过了还没有到的算逾期。“前”含当天。" },
  { XYB_PLAN_CONDITIONS, 101, "成立日期" },
  { XYB_PLAN_CONDITIONS, 101, "现在的数是 2。" },
  { XYB_PLAN_CONDITIONS, 102, "由经办人判断" },
  { XYB_PLAN_MATERIALS, 201, "必需，没有收到不能登记“验收”“通过”。" },
  { XYB_PLAN_MATERIALS, 203, "与第 3 项是同一张表的两种状态" },
  { XYB_PLAN_STEPS, 301, "下面有 2 个步骤" },
  { XYB_PLAN_STEPS, 303, "至少 2 次才算完成" },
};

static void
test_sentences (void)
{
  g_autoptr (XybPlan) plan = plan_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *words
        = xyb_plan_row_words (plan, sentences[i].part,
                              xyb_plan_find_row (plan, sentences[i].part, sentences[i].id));

      if (strstr (words, sentences[i].words) == NULL)
        g_error ("no “%s” in “%s”", sentences[i].words, words);
    }
}

/* What prints and what is checked must not say two things. */
static void
test_number_beside_the_text (void)
{
  static const struct
  {
    const char *text;
    gint64 number;
    gboolean doubt;
  } cases[] = {
    { "正常生产经营2年以上", 2, FALSE },    { "正常生产经营2年以上", 3, TRUE },
    { "通过验收一年及以上", 1, FALSE },     { "通过验收一年及以上", 2, FALSE },
    { "近3年内无第2类失信行为", 3, FALSE }, { "近13年内", 3, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybPlan) plan = plan_new ();
      XybPlanCondition *condition = xyb_plan_find_row (plan, XYB_PLAN_CONDITIONS, 101);
      g_autofree char *words = NULL;

      g_free (condition->text);
      condition->text = g_strdup (cases[i].text);
      condition->number = cases[i].number;
      words = xyb_plan_row_words (plan, XYB_PLAN_CONDITIONS, condition);
      g_assert_cmpint (strstr (words, "另一个数") != NULL, ==, cases[i].doubt);
    }
}

/* AMB-14 */
static void
test_before_is_said (void)
{
  g_autoptr (XybPlan) plan = plan_new ();
  g_autofree char *words = NULL;

  plan->deadline_inclusive = FALSE;
  words = xyb_plan_row_words (plan, XYB_PLAN_MILESTONES, plan->milestones->pdata[1]);
  g_assert_nonnull (strstr (words, "“前”不含当天"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-edits/refused", test_refused);
  g_test_add_func ("/plan-edits/hostile-text", test_hostile);
  g_test_add_func ("/plan-edits/read-back-as-shown", test_taken);
  g_test_add_func ("/plan-edits/a-link-is-mutual", test_link_is_mutual);
  g_test_add_func ("/plan-edits/words-follow-the-day", test_words_follow_the_day);
  g_test_add_func ("/plan-edits/a-check-takes-its-own-number", test_check_changed);
  g_test_add_func ("/plan-edits/stage-added-before-the-result", test_stage_added_before_the_result);
  g_test_add_func ("/plan-edits/added-at-the-end-of-its-track", test_added_at_the_end);
  g_test_add_func ("/plan-edits/the-result-cannot-go", test_result_cannot_go);
  g_test_add_func ("/plan-edits/steps-move-together", test_steps_move_together);
  g_test_add_func ("/plan-edits/a-milestone-of-her-own", test_milestone_of_her_own);
  g_test_add_func ("/plan-edits/a-row-that-is-gone", test_row_that_is_gone);
  g_test_add_func ("/plan-edits/what-a-row-does", test_sentences);
  g_test_add_func ("/plan-edits/a-number-beside-its-text", test_number_beside_the_text);
  g_test_add_func ("/plan-edits/before-is-said", test_before_is_said);
  return g_test_run ();
}
