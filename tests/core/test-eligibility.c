/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "track-fixture.h"

#include "xyb-candidate.h"

static XybAward *
award (XybTrack track, int year, const char *on, const char *revoked_on)
{
  XybAward *self = xyb_award_new ();

  self->enterprise_id = 1;
  self->track = track;
  self->year = year;
  self->awarded_on = g_strdup (on);
  self->revoked_on = g_strdup (revoked_on);
  return self;
}

typedef struct
{
  const char *key;
  gint64 number;
  const char *on;
  const char *given; /* founded_on; day or year of the award; day of the breach; code */
  XybVerdict verdict;
  const char *evidence;
} CheckCase;

/* Days worked out on a calendar: 2020 and 2016 are leap years, 2018, 2019 and 2021 are not. */
static const CheckCase cases[] = {
  { "PLAN-C2", 2, "2020-04-10", "2018-04-10", XYB_VERDICT_MET,
    "2018-04-10 成立，到 2020-04-10 满 2 年" },
  { "PLAN-C2", 2, "2020-04-10", "2018-04-11", XYB_VERDICT_UNMET,
    "2018-04-11 成立，到 2020-04-10 不满 2 年" },
  { "PLAN-C2", 2, "2020-04-10", "2008-03-18", XYB_VERDICT_MET,
    "2008-03-18 成立，到 2020-04-10 满 12 年" },
  { "PLAN-C2", 2, "2018-02-28", "2016-02-29", XYB_VERDICT_MET,
    "2016-02-29 成立，到 2018-02-28 满 2 年" },
  { "PLAN-C2", 2, "2018-02-27", "2016-02-29", XYB_VERDICT_UNMET,
    "2016-02-29 成立，到 2018-02-27 不满 2 年" },
  { "PLAN-C2", 2, "2020-02-28", "2018-02-28", XYB_VERDICT_MET,
    "2018-02-28 成立，到 2020-02-28 满 2 年" },
  { "PLAN-C2", 2, "2020-04-10", NULL, XYB_VERDICT_OPEN, "没有登记成立日期" },
  { "PLAN-C2", XYB_UNSAID, "2020-04-10", "2008-03-18", XYB_VERDICT_OPEN, "方案没有写年数" },
  { "PLAN-C5", 3, "2020-04-10", "2017-04-10", XYB_VERDICT_UNMET, "2017-04-10 行政处罚" },
  { "PLAN-C5", 3, "2020-04-10", "2017-04-09", XYB_VERDICT_OPEN,
    "2017-04-10 起，未查到记录；请核对信用查询报告" },
  { "PLAN-C5", 3, "2020-04-10", "2020-04-10", XYB_VERDICT_UNMET, "2020-04-10 行政处罚" },
  { "PLAN-C5", 3, "2020-04-10", "2020-04-11", XYB_VERDICT_OPEN,
    "2017-04-10 起，未查到记录；请核对信用查询报告" },
  { "PLAN-C8", 3, "2020-02-29", "2017-02-28", XYB_VERDICT_UNMET, "2017-02-28 行政处罚" },
  { "PLAN-C8", 3, "2020-02-29", "2017-02-27", XYB_VERDICT_OPEN,
    "2017-02-28 起，未查到记录；请核对信用查询报告" },
  { "PLAN-C7", 1, "2020-04-30", "2019-04-30", XYB_VERDICT_MET,
    "2019-04-30 通过验收，到 2020-04-30 已满 1 年" },
  { "PLAN-C7", 1, "2020-04-30", "2019-05-01", XYB_VERDICT_UNMET,
    "2019-05-01 通过验收，2020-05-01 才满 1 年" },
  { "PLAN-C7", 1, "2021-02-28", "2020-02-29", XYB_VERDICT_MET,
    "2020-02-29 通过验收，到 2021-02-28 已满 1 年" },
  { "PLAN-C7", 1, "2020-12-31", "2019-12-31", XYB_VERDICT_MET,
    "2019-12-31 通过验收，到 2020-12-31 已满 1 年" },
  { "PLAN-C7", 1, "2020-12-30", "2019-12-31", XYB_VERDICT_UNMET,
    "2019-12-31 通过验收，2020-12-31 才满 1 年" },
  { "PLAN-C7", 1, "2020-04-30", "2018", XYB_VERDICT_MET,
    "2018 年通过验收，到 2020-04-30 已满 1 年" },
  { "PLAN-C7", 1, "2020-04-30", "2019", XYB_VERDICT_OPEN,
    "2019 年通过验收，不知道是哪一天，请核对" },
  { "PLAN-C7", 1, "2020-04-30", "2020", XYB_VERDICT_UNMET,
    "2020 年通过验收，到 2020-04-30 不满 1 年" },
  { "PLAN-C7", 1, "2020-04-30", NULL, XYB_VERDICT_UNMET, "没有通过贯标验收的记录" },
  { "PLAN-C10", 2018, "2020-07-31", "2018-12-31", XYB_VERDICT_MET,
    "2018 年度获评苏州市级示范，在 2018 年度（含）之前" },
  { "PLAN-C10", 2018, "2020-07-31", "2019-01-01", XYB_VERDICT_UNMET,
    "2019 年度获评苏州市级示范，晚于 2018 年度" },
  { "PLAN-C10", XYB_UNSAID, "2020-07-31", "2019-01-01", XYB_VERDICT_MET,
    "2019 年度获评苏州市级示范，在 2019 年度（含）之前" },
  { "PLAN-C10", 2018, "2020-07-31", NULL, XYB_VERDICT_UNMET, "没有获评苏州市级示范的记录" },
  { "PLAN-C1", XYB_UNSAID, "2020-04-10", "91320583MA1000001X", XYB_VERDICT_MET,
    "代码 91320583MA1000001X 的行政区划是昆山" },
  { "PLAN-C1", XYB_UNSAID, "2020-04-10", "91320594MA1000001X", XYB_VERDICT_OPEN,
    "代码 91320594MA1000001X 的行政区划不是昆山；迁入企业不换代码，请看营业执照" },
  { "PLAN-C1", XYB_UNSAID, "2020-04-10", NULL, XYB_VERDICT_OPEN,
    "没有统一社会信用代码，请看营业执照" },
  { "PLAN-C3", XYB_UNSAID, "2020-04-10", "92320583MA1000001X", XYB_VERDICT_UNMET,
    "代码以 92 开头，是个体工商户，没有法人资格" },
  { "PLAN-C3", XYB_UNSAID, "2020-04-10", NULL, XYB_VERDICT_OPEN,
    "没有登记法定代表人，请看营业执照" },
  { "PLAN-C4", XYB_UNSAID, "2020-04-10", NULL, XYB_VERDICT_OPEN, "没有登记是不是规模以上" },
  { "PLAN-C6", XYB_UNSAID, "2020-04-10", NULL, XYB_VERDICT_OPEN, "由经办人判断" },
  { "PLAN-C9", XYB_UNSAID, "2020-04-10", NULL, XYB_VERDICT_OPEN, "由经办人判断" },
  { "PLAN-C11", XYB_UNSAID, "2020-07-31", NULL, XYB_VERDICT_OPEN, "没有登记服务合同，请核对" },
  { "PLAN-C11", XYB_UNSAID, "2020-07-31", "2020-07-31", XYB_VERDICT_MET,
    "2020-07-31 与诚信公司签订示范咨询服务合同" },
  { "PLAN-C11", XYB_UNSAID, "2020-07-31", "2020-08-01", XYB_VERDICT_OPEN,
    "没有登记服务合同，请核对" },
  { "PLAN-C12", XYB_UNSAID, "2020-04-10", NULL, XYB_VERDICT_OPEN, "由经办人判断" },
  { NULL, XYB_UNSAID, "2020-04-10", NULL, XYB_VERDICT_OPEN, "由经办人判断" },
};

static void
give (const CheckCase *c,
      XybEnterprise *enterprise,
      GPtrArray *awards,
      GPtrArray *breaches,
      GPtrArray *contracts)
{
  gboolean year_alone = c->given != NULL && strlen (c->given) == 4;
  int year = c->given != NULL ? atoi (c->given) : 0;

  if (c->given == NULL)
    return;
  if (g_strcmp0 (c->key, "PLAN-C2") == 0)
    enterprise->founded_on = g_strdup (c->given);
  else if (g_strcmp0 (c->key, "PLAN-C1") == 0 || g_strcmp0 (c->key, "PLAN-C3") == 0)
    enterprise->credit_code = g_strdup (c->given);
  else if (g_strcmp0 (c->key, "PLAN-C5") == 0 || g_strcmp0 (c->key, "PLAN-C8") == 0)
    g_ptr_array_add (breaches, xyb_breach_new (c->given, "行政处罚", TRUE));
  else if (g_strcmp0 (c->key, "PLAN-C7") == 0)
    g_ptr_array_add (awards,
                     award (XYB_TRACK_ACCREDITATION, year, year_alone ? NULL : c->given, NULL));
  else if (g_strcmp0 (c->key, "PLAN-C10") == 0)
    g_ptr_array_add (awards, award (XYB_TRACK_CITY_MODEL, year, c->given, NULL));
  else if (g_strcmp0 (c->key, "PLAN-C11") == 0)
    {
      XybContract *contract = xyb_contract_new ();

      contract->kind = XYB_CONTRACT_MODEL;
      contract->provider_name = g_strdup ("诚信公司");
      contract->signed_on = g_strdup (c->given);
      g_ptr_array_add (contracts, contract);
    }
}

static void
test_conditions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CheckCase *c = &cases[i];
      g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
      g_autoptr (GPtrArray) awards
        = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_free);
      g_autoptr (GPtrArray) breaches
        = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_breach_free);
      g_autoptr (GPtrArray) contracts
        = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_contract_free);
      g_autoptr (XybPlanCondition) condition = xyb_plan_condition_new ();
      g_autoptr (XybConditionCheck) check = NULL;
      XybEligibilityFacts facts = { enterprise, c->on, 2020, awards, contracts, breaches };

      condition->key = g_strdup (c->key);
      condition->number = c->number;
      enterprise->name = g_strdup ("昆山甲公司");
      give (c, enterprise, awards, breaches, contracts);
      check = xyb_condition_check_new (condition, &facts);
      g_assert_cmpstr (check->evidence, ==, c->evidence);
      g_assert_cmpstr (xyb_verdict_name (check->found), ==, xyb_verdict_name (c->verdict));
    }
}

/* What the check found stays visible; what counts is what the clerk said. */
static void
test_the_clerk_decides (void)
{
  g_autoptr (GPtrArray) checks
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_condition_check_free);
  XybConditionCheck *a = g_new0 (XybConditionCheck, 1);
  XybConditionCheck *b = g_new0 (XybConditionCheck, 1);

  a->found = XYB_VERDICT_UNMET;
  b->found = XYB_VERDICT_OPEN;
  g_ptr_array_add (checks, a);
  g_ptr_array_add (checks, b);
  g_assert_cmpint (xyb_eligibility_verdict (checks), ==, XYB_VERDICT_UNMET);
  a->said = XYB_VERDICT_MET;
  g_assert_cmpint (xyb_eligibility_verdict (checks), ==, XYB_VERDICT_OPEN);
  b->said = XYB_VERDICT_MET;
  g_assert_cmpint (xyb_eligibility_verdict (checks), ==, XYB_VERDICT_MET);
  g_assert_cmpint (a->found, ==, XYB_VERDICT_UNMET);
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

static void
add_conditions (XybPlan *plan)
{
  add_condition (plan, XYB_TRACK_CITY_MODEL, "PLAN-C7", "验收一年及以上", 1);
  add_condition (plan, XYB_TRACK_CITY_MODEL, "PLAN-C9", "有示范带动性", XYB_UNSAID);
  add_condition (plan, XYB_TRACK_PROVINCE_MODEL, "PLAN-C10", "2018年度（含）之前", 2018);
  add_condition (plan, XYB_TRACK_PROVINCE_MODEL, "PLAN-C11", "经过辅导", XYB_UNSAID);
}

typedef struct
{
  XybTrack track;
  const char *accepted;
  const char *city;
  const char *city_lost;
  gboolean closed;
  gboolean applied;
  XybVerdict verdict;
  const char *reasons;
} CandidateCase;

static const CandidateCase candidates[] = {
  { XYB_TRACK_CITY_MODEL, "2019-04-30", NULL, NULL, FALSE, FALSE, XYB_VERDICT_MET, "" },
  { XYB_TRACK_CITY_MODEL, "2019-05-01", NULL, NULL, FALSE, FALSE, XYB_VERDICT_UNMET,
    "验收一年及以上：2019-05-01 通过验收，2020-05-01 才满 1 年" },
  { XYB_TRACK_CITY_MODEL, "2017-08-01", "2018-10-30", NULL, FALSE, FALSE, XYB_VERDICT_UNMET,
    "2018 年已获评苏州市级示范" },
  { XYB_TRACK_CITY_MODEL, "2017-08-01", "2018-10-30", "2019-12-01", FALSE, FALSE, XYB_VERDICT_UNMET,
    "2019-12-01 被取消苏州市级示范资格" },
  { XYB_TRACK_CITY_MODEL, "2018-08-01", NULL, NULL, TRUE, TRUE, XYB_VERDICT_UNMET,
    "企业已注销|2020 年已经申报" },
  { XYB_TRACK_PROVINCE_MODEL, "2017-08-01", "2018-12-31", NULL, FALSE, FALSE, XYB_VERDICT_OPEN,
    "经过辅导：没有登记服务合同，请核对" },
  { XYB_TRACK_PROVINCE_MODEL, "2017-08-01", "2019-01-01", NULL, FALSE, FALSE, XYB_VERDICT_UNMET,
    "2018年度（含）之前：2019 年度获评苏州市级示范，晚于 2018 年度|"
    "经过辅导：没有登记服务合同，请核对" },
};

static void
test_candidates (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();

  add_conditions (plan);
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const CandidateCase *c = &candidates[i];
      g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
      g_autoptr (GPtrArray) awards
        = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_free);
      g_autofree char *on = xyb_candidate_day (plan, c->track, "2020-03-01");
      XybEligibilityFacts facts = { enterprise, on, 2020, awards, NULL, NULL };
      g_autoptr (XybCandidate) candidate = NULL;
      g_autofree char *reasons = NULL;

      enterprise->name = g_strdup ("昆山甲公司");
      enterprise->closed = c->closed;
      g_ptr_array_add (awards,
                       award (XYB_TRACK_ACCREDITATION, atoi (c->accepted), c->accepted, NULL));
      if (c->city != NULL)
        g_ptr_array_add (awards,
                         award (XYB_TRACK_CITY_MODEL, atoi (c->city), c->city, c->city_lost));
      candidate = xyb_candidate_new (plan, c->track, &facts, c->applied);
      g_ptr_array_add (candidate->reasons, NULL);
      reasons = g_strjoinv ("|", (char **) candidate->reasons->pdata);
      g_assert_cmpstr (reasons, ==, c->reasons);
      g_assert_cmpint (candidate->verdict, ==, c->verdict);
    }
}

/* PLAN-09, PLAN-12: 590 before 2019; three since, one of them twice, one lost again. */
static void
test_totals (void)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_free);
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_free);
  static const struct
  {
    gint64 enterprise;
    int year;
    const char *lost;
  } rows[]
    = { { 1, 2015, NULL }, { 2, 2016, "2020-05-01" }, { 3, 2019, NULL }, { 4, 2019, "2020-06-01" },
        { 5, 2020, NULL }, { 5, 2019, NULL },         { 1, 2020, NULL } };
  static const struct
  {
    const char *on;
    gint64 total;
  } expected[] = {
    { "2018-12-31", 590 }, { "2019-12-31", 593 }, { "2020-05-01", 592 }, { "2020-06-01", 591 }
  };
  XybPlan *plan = xyb_plan_new ();

  plan->year = 2019;
  plan->opening[0] = 590;
  g_ptr_array_add (plans, plan);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XybAward *row = award (XYB_TRACK_ACCREDITATION, rows[i].year, NULL, rows[i].lost);

      row->enterprise_id = rows[i].enterprise;
      g_ptr_array_add (awards, row);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      XybAwardTotals totals
        = xyb_award_count (awards, plans, XYB_TRACK_ACCREDITATION, expected[i].on);

      g_assert_cmpint (totals.total, ==, expected[i].total);
    }
  g_assert_cmpint (xyb_award_count (awards, plans, XYB_TRACK_CITY_MODEL, "2020-01-01").total, ==,
                   XYB_UNSAID);
}

static void
test_revocation (void)
{
  g_autoptr (XybAward) held = award (XYB_TRACK_CITY_MODEL, 2018, "2018-10-30", NULL);
  g_autoptr (GError) error = NULL;
  static const struct
  {
    const char *on;
    const char *reason;
    const char *sentence;
  } wrong[] = {
    { "2018-10-29", "失信",
      "不能取消昆山甲公司的苏州市级示范资格：取消日期早于认定日期，请核对。" },
    { "2021-01-01", "失信",
      "不能取消昆山甲公司的苏州市级示范资格：取消日期要写今天或以前的日期。" },
    { "2020-12-01", "", "不能取消昆山甲公司的苏州市级示范资格：请写明理由。" },
  };

  held->enterprise_name = g_strdup ("昆山甲公司");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_clear_error (&error);
      xyb_award_check_revocation (held, wrong[i].on, wrong[i].reason, "2020-12-31", &error);
      g_assert_cmpstr (error->message, ==, wrong[i].sentence);
    }
  g_assert_true (xyb_award_check_revocation (held, "2020-12-01", "重大失信", "2020-12-31", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/eligibility/c1-to-c12", test_conditions);
  g_test_add_func ("/eligibility/the-clerk-decides", test_the_clerk_decides);
  g_test_add_func ("/eligibility/candidates-and-why-not", test_candidates);
  g_test_add_func ("/eligibility/590-and-what-came-since", test_totals);
  g_test_add_func ("/eligibility/what-cannot-be-revoked", test_revocation);
  return g_test_run ();
}
