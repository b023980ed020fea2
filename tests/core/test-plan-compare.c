/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-compare.h"
#include "xyb-plan-opening.h"

/* Two years side by side, what a copy makes of the days, and what a new year begins with. */

static XybMilestone *
add_milestone (XybPlan *plan,
               const char *key,
               const char *text,
               const char *date_text,
               const char *due_on)
{
  XybMilestone *milestone = xyb_milestone_new ();

  milestone->key = g_strdup (key);
  milestone->text = g_strdup (text);
  milestone->date_text = g_strdup (date_text);
  milestone->due_on = g_strdup (due_on);
  g_ptr_array_add (plan->milestones, milestone);
  return milestone;
}

static void
add_condition (XybPlan *plan, XybTrack track, const char *key, const char *text, gint64 number)
{
  XybPlanCondition *condition = xyb_plan_condition_new ();

  condition->track = track;
  condition->key = g_strdup (key);
  condition->text = g_strdup (text);
  condition->number = number;
  g_ptr_array_add (plan->conditions, condition);
}

static XybPlanMaterial *
add_material (XybPlan *plan, gint64 id, const char *name, const char *requirement)
{
  XybPlanMaterial *material = xyb_plan_material_new ();

  material->id = id;
  material->track = XYB_TRACK_CITY_MODEL;
  material->name = g_strdup (name);
  material->requirement = g_strdup (requirement);
  g_ptr_array_add (plan->materials, material);
  return material;
}

static XybPlanStage *
add_stage (XybPlan *plan, const char *name, XybStageKind kind)
{
  XybPlanStage *stage = xyb_plan_stage_new ();

  stage->track = XYB_TRACK_CITY_MODEL;
  stage->name = g_strdup (name);
  stage->kind = kind;
  g_ptr_array_add (plan->stages, stage);
  return stage;
}

static void
add_quota (XybPlan *plan, gint64 unit_id, const char *name, gint64 accreditation)
{
  XybQuota *quota = xyb_quota_new ();

  quota->unit_id = unit_id;
  quota->unit_name = g_strdup (name);
  quota->accreditation = accreditation;
  g_ptr_array_add (plan->quotas, quota);
}

/* A little of the plan of 2020. */
static XybPlan *
plan_2020_new (void)
{
  XybPlan *plan = xyb_plan_new ();
  XybPlanBasis *basis = xyb_plan_basis_new ();

  plan->year = 2020;
  plan->title = g_strdup ("2020年昆山市企业信用管理贯标和示范创建工作方案");
  plan->document_number = g_strdup ("昆信用办〔2020〕4号");
  plan->issued_on = g_strdup ("2020-04-02");
  plan->targets[0] = 66;
  basis->title = g_strdup ("苏州市2020年企业信用管理贯标和示范创建等工作方案");
  basis->number = g_strdup ("苏信用办〔2020〕4号");
  g_ptr_array_add (plan->bases, basis);
  add_milestone (plan, "DL-03", "将贯标企业汇总表（附件2）报市信用办", "4月15日前", "2020-04-15");
  add_milestone (plan, "DL-06", "组织企业的贯标验收工作", "8月15日前", "2020-08-15");
  add_quota (plan, 106, "周市镇", 8);
  add_condition (plan, XYB_TRACK_ACCREDITATION, "PLAN-C2", "正常生产经营2年以上", 2);
  add_condition (plan, XYB_TRACK_PROVINCE_MODEL, "PLAN-C10",
                 "在2018年度（含）之前获评苏州市级信用管理示范的企业", 2018);
  add_material (plan, 1, "苏州市信用管理示范企业申报表", NULL)->linked_id = 3;
  add_material (plan, 2, "信用服务机构与企业签订的合同", "经市信用办盖章鉴定");
  add_material (plan, 3, "苏州市信用管理示范企业申报表", "市信用办初审盖章")->linked_id = 1;
  add_stage (plan, "申报", XYB_STAGE_KIND_STEP);
  add_stage (plan, "推荐", XYB_STAGE_KIND_STEP)->milestone = g_strdup ("DL-03");
  add_stage (plan, "发文", XYB_STAGE_KIND_PASSED)->fields = XYB_STAGE_FIELD_NUMBER;
  return plan;
}

static XybPlan *
copy_to (const XybPlan *plan, int year)
{
  g_autoptr (GError) error = NULL;
  XybPlan *copy = xyb_plan_copy_to_year (plan, year, &error);

  g_assert_no_error (error);
  return copy;
}

static const XybPlanLine *
find_line (const GPtrArray *lines, XybPlanSection part, const char *name)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const XybPlanLine *line = lines->pdata[i];

      if (line->part == part && g_str_equal (line->name, name))
        return line;
    }
  g_error ("no line “%s” of %s", name, xyb_plan_section_key (part));
}

static const XybPlanLine *
find_condition (const GPtrArray *lines, XybTrack track)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const XybPlanLine *line = lines->pdata[i];

      if (line->part == XYB_PLAN_SECTION_CONDITIONS && line->track == track)
        return line;
    }
  g_error ("no condition of %s", xyb_track_key (track));
}

static void
assert_line (const XybPlanLine *line,
             XybPlanDifference difference,
             const char *before,
             const char *after,
             const char *check)
{
  g_assert_cmpint (line->difference, ==, difference);
  g_assert_cmpstr (line->before, ==, before);
  g_assert_cmpstr (line->after, ==, after);
  g_assert_cmpstr (line->check, ==, check);
}

/* A copy that nobody has touched differs in nothing but what no copy can know. */
static void
test_copy (void)
{
  g_autoptr (XybPlan) before = plan_2020_new ();
  g_autoptr (XybPlan) after = copy_to (before, 2021);
  g_autoptr (GPtrArray) lines = xyb_plan_compare (before, after);

  for (guint i = 0; i < lines->len; i++)
    {
      const XybPlanLine *line = lines->pdata[i];

      if (!g_str_equal (line->name, "文号") && !g_str_equal (line->name, "印发日期"))
        g_assert_cmpint (line->difference, ==, XYB_PLAN_SAME);
    }
  assert_line (find_line (lines, XYB_PLAN_SECTION_TEXTS, "文号"), XYB_PLAN_CHANGED,
               "昆信用办〔2020〕4号", NULL, "印发以后填写");
  assert_line (find_line (lines, XYB_PLAN_SECTION_TEXTS, "名称"), XYB_PLAN_SAME,
               "2020年昆山市企业信用管理贯标和示范创建工作方案",
               "2021年昆山市企业信用管理贯标和示范创建工作方案", NULL);
  assert_line (find_line (lines, XYB_PLAN_SECTION_MILESTONES,
                          "将贯标企业汇总表（附件2）报市信用办"),
               XYB_PLAN_SAME, "2020年4月15日（4月15日前）", "2021年4月15日（4月15日前）", NULL);
  /* 2021-08-15 is a Sunday. */
  assert_line (find_line (lines, XYB_PLAN_SECTION_MILESTONES, "组织企业的贯标验收工作"),
               XYB_PLAN_SAME, "2020年8月15日（8月15日前）", "2021年8月15日（8月15日前）",
               "是星期日");
}

/* What names a year and is not moved by itself (PLAN-C10, AMB-35). */
static void
test_years_named (void)
{
  g_autoptr (XybPlan) before = plan_2020_new ();
  g_autoptr (XybPlan) after = copy_to (before, 2021);
  g_autoptr (GPtrArray) lines = xyb_plan_compare (before, after);
  const XybPlanLine *basis
    = find_line (lines, XYB_PLAN_SECTION_BASES, "苏州市2020年企业信用管理贯标和示范创建等工作方案");
  const XybPlanLine *cutoff = find_condition (lines, XYB_TRACK_PROVINCE_MODEL);

  g_assert_cmpint (cutoff->difference, ==, XYB_PLAN_SAME);
  g_assert_cmpstr (cutoff->check, ==, "照旧是 2018 年；按年度顺移是 2019 年，以新方案为准");
  g_assert_cmpstr (basis->check, ==, "是 2020 年的文件，2021 年的发下来以后请改");
  g_assert_false (xyb_plan_line_is_quiet (basis));
  g_assert_true (xyb_plan_line_is_quiet (find_line (lines, XYB_PLAN_SECTION_QUOTAS, "周市镇")));
}

/* The text says one year and the check works with another: nobody must believe it. */
static void
test_text_and_number (void)
{
  g_autoptr (XybPlan) before = plan_2020_new ();
  g_autoptr (XybPlan) after = copy_to (before, 2021);
  g_autoptr (GPtrArray) lines = NULL;
  XybPlanCondition *cutoff = after->conditions->pdata[1];

  g_free (cutoff->text);
  cutoff->text = g_strdup ("在2019年度（含）之前获评苏州市级信用管理示范的企业");
  lines = xyb_plan_compare (before, after);
  assert_line (find_condition (lines, XYB_TRACK_PROVINCE_MODEL), XYB_PLAN_CHANGED,
               "在2018年度（含）之前获评苏州市级信用管理示范的企业（核对用的数：2018）",
               "在2019年度（含）之前获评苏州市级信用管理示范的企业（核对用的数：2018）",
               "文字写 2019 年，核对用的数却是 2018");
}

static void
test_changes (void)
{
  g_autoptr (XybPlan) before = plan_2020_new ();
  g_autoptr (XybPlan) after = copy_to (before, 2021);
  g_autoptr (GPtrArray) lines = NULL;
  XybMilestone *milestone = after->milestones->pdata[0];
  XybPlanMaterial *contract = after->materials->pdata[1];
  g_autofree char *words = NULL;
  g_autofree char *summary = NULL;

  after->targets[0] = 70;
  xyb_milestone_move (milestone, "2021-04-20");
  contract->required = FALSE;
  ((XybQuota *) after->quotas->pdata[0])->accreditation = 12;
  add_quota (after, 104, "旅游度假区", 1);
  g_ptr_array_remove_index (after->conditions, 0);
  lines = xyb_plan_compare (before, after);
  assert_line (find_line (lines, XYB_PLAN_SECTION_TARGETS, "贯标"), XYB_PLAN_CHANGED, "66 家",
               "70 家", NULL);
  assert_line (find_line (lines, XYB_PLAN_SECTION_MILESTONES, milestone->text), XYB_PLAN_CHANGED,
               "2020年4月15日（4月15日前）", "2021年4月20日（4月20日前）", NULL);
  assert_line (find_line (lines, XYB_PLAN_SECTION_MATERIALS, contract->name), XYB_PLAN_CHANGED,
               "必需；经市信用办盖章鉴定", "非必需；经市信用办盖章鉴定", NULL);
  assert_line (find_line (lines, XYB_PLAN_SECTION_QUOTAS, "周市镇"), XYB_PLAN_CHANGED,
               "贯标 8，示范 空白", "贯标 12，示范 空白", NULL);
  assert_line (find_line (lines, XYB_PLAN_SECTION_QUOTAS, "旅游度假区"), XYB_PLAN_ADDED, NULL,
               "贯标 1，示范 空白", NULL);
  assert_line (find_condition (lines, XYB_TRACK_ACCREDITATION), XYB_PLAN_REMOVED,
               "正常生产经营2年以上（核对用的数：2）", NULL, NULL);
  words = xyb_plan_line_words (find_line (lines, XYB_PLAN_SECTION_TARGETS, "贯标"));
  g_assert_cmpstr (words, ==, "66 家 → 70 家");
  /* 目标, 时限, 材料, 指标, 文号, 印发日期; to be looked at are 文号, 印发日期, the basis, the
   * Sunday and 2018. */
  summary = xyb_plan_compare_summary (lines);
  g_assert_nonnull (strstr (summary, "改动 6 处，新增 1 处，删去 1 处；请核对 5 处"));
}

/* AMB-09: the same form twice; each is known again by what is asked of it. */
static void
test_twins (void)
{
  g_autoptr (XybPlan) before = plan_2020_new ();
  g_autoptr (XybPlan) after = copy_to (before, 2021);
  g_autoptr (GPtrArray) lines = NULL;
  guint n = 0;

  g_ptr_array_remove_index (after->materials, 0);
  ((XybPlanMaterial *) after->materials->pdata[1])->linked_id = 0;
  lines = xyb_plan_compare (before, after);
  for (guint i = 0; i < lines->len; i++)
    {
      const XybPlanLine *line = lines->pdata[i];

      if (line->part != XYB_PLAN_SECTION_MATERIALS
          || !g_str_equal (line->name, "苏州市信用管理示范企业申报表"))
        continue;
      if (n++ == 0)
        assert_line (line, XYB_PLAN_CHANGED, "必需；市信用办初审盖章；与第 1 项是同一张表",
                     "必需；市信用办初审盖章", NULL);
      else
        assert_line (line, XYB_PLAN_REMOVED, "必需；与第 3 项是同一张表", NULL, NULL);
    }
  g_assert_cmpuint (n, ==, 2);
}

/* The order of the stages is what an enterprise climbs. */
static void
test_order (void)
{
  g_autoptr (XybPlan) before = plan_2020_new ();
  g_autoptr (XybPlan) after = copy_to (before, 2021);
  g_autoptr (GPtrArray) lines = NULL;
  gpointer first = after->stages->pdata[0];

  after->stages->pdata[0] = after->stages->pdata[1];
  after->stages->pdata[1] = first;
  lines = xyb_plan_compare (before, after);
  assert_line (find_line (lines, XYB_PLAN_SECTION_STAGES, "申报"), XYB_PLAN_CHANGED,
               "办理（排第 1）", "办理（排第 2）", NULL);
  assert_line (find_line (lines, XYB_PLAN_SECTION_STAGES, "发文"), XYB_PLAN_SAME, "通过；记文号",
               "通过；记文号", NULL);
}

/* A stage whose deadline was taken out of the plan waits for nothing any more. */
static void
test_lost_milestone (void)
{
  g_autoptr (XybPlan) before = plan_2020_new ();
  g_autoptr (XybPlan) after = copy_to (before, 2021);
  g_autoptr (GPtrArray) lines = NULL;

  g_ptr_array_remove_index (after->milestones, 0);
  lines = xyb_plan_compare (before, after);
  g_assert_cmpstr (find_line (lines, XYB_PLAN_SECTION_STAGES, "推荐")->check, ==,
                   "它的时限已经不在方案里");
}

/* §6: every day moves by whole years. */
static void
test_days (void)
{
  static const struct
  {
    int from;
    int to;
    const char *text;
    const char *due;
    const char *moved_text;
    const char *moved;
    const char *check;
  } cases[] = {
    { 2020, 2021, "2月29日前", "2020-02-29", "2月28日前", "2021-02-28",
      "2021 年没有2月29日；是星期日" },
    { 2020, 2024, "2月29日前", "2020-02-29", "2月29日前", "2024-02-29", NULL },
    { 2021, 2024, "2月28日前", "2021-02-28", "2月28日前", "2024-02-28", NULL },
    { 2020, 2021, "12月31日前", "2020-12-31", "12月31日前", "2021-12-31", NULL },
    { 2020, 2021, "2021年1月15日前", "2021-01-15", "2022年1月15日前", "2022-01-15", "是星期六" },
    { 2020, 2021, "2020年12月至2021年2月", "2021-02-28", "2021年12月至2022年2月", "2022-02-28",
      NULL },
    { 2020, 2021, "另行通知", NULL, "另行通知", NULL, "没有日期" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybPlan) before = xyb_plan_new ();
      g_autoptr (XybPlan) after = NULL;
      g_autoptr (GPtrArray) lines = NULL;
      const XybMilestone *moved;

      before->year = cases[i].from;
      add_milestone (before, "DL", "报送", cases[i].text, cases[i].due);
      after = copy_to (before, cases[i].to);
      moved = after->milestones->pdata[0];
      g_assert_cmpstr (moved->due_on, ==, cases[i].moved);
      g_assert_cmpstr (moved->date_text, ==, cases[i].moved_text);
      lines = xyb_plan_compare (before, after);
      g_assert_cmpstr (find_line (lines, XYB_PLAN_SECTION_MILESTONES, "报送")->check, ==,
                       cases[i].check);
    }
}

/* Two plans of one year are compared as they are. */
static void
test_same_year (void)
{
  g_autoptr (XybPlan) before = plan_2020_new ();
  g_autoptr (XybPlan) after = plan_2020_new ();
  g_autoptr (GPtrArray) lines = xyb_plan_compare (before, after);

  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpint (((XybPlanLine *) lines->pdata[i])->difference, ==, XYB_PLAN_SAME);
}

/* ---- what a new year begins with (PLAN-12) ---- */

static void
add_plan (GPtrArray *plans, int year, gint64 target, gint64 opening)
{
  XybPlan *plan = xyb_plan_new ();

  plan->year = year;
  plan->targets[0] = target;
  plan->opening[0] = opening;
  g_ptr_array_add (plans, plan);
}

static void
add_award (GPtrArray *awards, gint64 enterprise_id, const char *on, const char *revoked_on)
{
  XybAward *award = xyb_award_new ();

  award->enterprise_id = enterprise_id;
  award->awarded_on = g_strdup (on);
  award->year = atoi (on);
  award->revoked_on = g_strdup (revoked_on);
  g_ptr_array_add (awards, award);
}

static void
assert_opening (GPtrArray *plans,
                GPtrArray *awards,
                XybOpeningSource source,
                gint64 number,
                const char *words)
{
  g_autoptr (XybOpening) opening = xyb_opening_new (XYB_TRACK_ACCREDITATION, 2021, plans, awards);
  g_autofree char *said = xyb_opening_words (opening);

  g_assert_cmpint (opening->source, ==, source);
  g_assert_cmpint (opening->number, ==, number);
  g_assert_cmpstr (said, ==, words);
}

static void
test_opening (void)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_free);
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_free);

  assert_opening (plans, awards, XYB_OPENING_UNKNOWN, XYB_UNSAID,
                  "没有可以推算的数，不清楚可以空着");
  add_plan (plans, 2019, 50, 590);
  add_plan (plans, 2020, 66, XYB_UNSAID);
  assert_opening (plans, awards, XYB_OPENING_DERIVED, 706,
                  "推算：2019年年初 590，以后各年的目标都算完成；还没有登记");
  /* One of 2017 says nothing of the time since the base. */
  add_award (awards, 9, "2017-08-15", NULL);
  assert_opening (plans, awards, XYB_OPENING_DERIVED, 706,
                  "推算：2019年年初 590，以后各年的目标都算完成；还没有登记");
  add_award (awards, 1, "2020-08-15", NULL);
  add_award (awards, 2, "2020-08-15", NULL);
  assert_opening (plans, awards, XYB_OPENING_RECORDED, 592,
                  "按登记：2019年年初 590，以后本办登记 2；2019年没有登记；各年目标都完成应为 706");
  /* The same enterprise again is no second one, one that has lost it is none (AMB-33). */
  add_award (awards, 1, "2019-08-15", NULL);
  add_award (awards, 3, "2019-08-15", "2020-05-01");
  assert_opening (plans, awards, XYB_OPENING_RECORDED, 592,
                  "按登记：2019年年初 590，以后本办登记 2；各年目标都完成应为 706");
}

/* What the clerk put right for 2020 counts, not what was said for 2019. */
static void
test_later_base (void)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_free);
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_free);

  add_plan (plans, 2019, 50, 590);
  add_plan (plans, 2020, 66, 635);
  add_award (awards, 1, "2019-08-15", NULL);
  add_award (awards, 2, "2020-08-15", NULL);
  assert_opening (plans, awards, XYB_OPENING_RECORDED, 636,
                  "按登记：2020年年初 635，以后本办登记 1；各年目标都完成应为 701");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-compare/an-untouched-copy-is-the-same", test_copy);
  g_test_add_func ("/plan-compare/years-named-are-to-be-looked-at", test_years_named);
  g_test_add_func ("/plan-compare/text-and-number-of-a-condition-agree", test_text_and_number);
  g_test_add_func ("/plan-compare/what-was-changed-is-said", test_changes);
  g_test_add_func ("/plan-compare/the-same-form-twice-is-told-apart", test_twins);
  g_test_add_func ("/plan-compare/another-order-is-a-change", test_order);
  g_test_add_func ("/plan-compare/a-stage-without-its-deadline-is-said", test_lost_milestone);
  g_test_add_func ("/plan-compare/days-of-a-copy", test_days);
  g_test_add_func ("/plan-compare/one-year-with-itself", test_same_year);
  g_test_add_func ("/opening/from-the-register-or-derived", test_opening);
  g_test_add_func ("/opening/from-the-last-total-said", test_later_base);
  return g_test_run ();
}
