/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-eligibility-private.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "xyb-credit-code.h"
#include "xyb-date.h"
#include "xyb-i18n.h"

/* ---- the checks: each says its verdict and its evidence ---- */

static XybVerdict
say (XybVerdict verdict, char **evidence, char *words)
{
  *evidence = words;
  return verdict;
}

/* C1: 行政区划 is only a hint, who moves in keeps its code: never a 不符合. */
static XybVerdict
check_registered_here (const XybPlanCondition *condition G_GNUC_UNUSED,
                       const XybEligibilityFacts *facts,
                       char **evidence)
{
  g_autoptr (XybCreditCode) code = xyb_credit_code_new (facts->enterprise->credit_code);

  if (code->length != 18)
    return say (XYB_VERDICT_OPEN, evidence, g_strdup (_ ("没有统一社会信用代码，请看营业执照")));
  if (code->local)
    return say (XYB_VERDICT_MET, evidence,
                g_strdup_printf (_ ("代码 %s 的行政区划是昆山"), code->code));
  return say (XYB_VERDICT_OPEN, evidence,
              g_strdup_printf (_ ("代码 %s 的行政区划不是昆山；迁入企业不换代码，请看营业执照"),
                               code->code));
}

static int
whole_years (const char *from, const char *to)
{
  int years = atoi (to) - atoi (from);
  g_autofree char *day = xyb_date_shift_year (from, years);

  return day != NULL && strcmp (day, to) > 0 ? years - 1 : years;
}

/* C2: 成立日期 + 2 years ≤ 申请日. */
static XybVerdict
check_age (const XybPlanCondition *condition, const XybEligibilityFacts *facts, char **evidence)
{
  const char *founded = facts->enterprise->founded_on;
  g_autofree char *due = NULL;

  if (founded == NULL)
    return say (XYB_VERDICT_OPEN, evidence, g_strdup (_ ("没有登记成立日期")));
  if (condition->number == XYB_UNSAID)
    return say (XYB_VERDICT_OPEN, evidence, g_strdup (_ ("方案没有写年数")));
  due = xyb_date_shift_year (founded, (int) condition->number);
  if (due != NULL && strcmp (due, facts->on) <= 0)
    return say (XYB_VERDICT_MET, evidence,
                g_strdup_printf (_ ("%s 成立，到 %s 满 %d 年"), founded, facts->on,
                                 whole_years (founded, facts->on)));
  return say (XYB_VERDICT_UNMET, evidence,
              g_strdup_printf (_ ("%s 成立，到 %s 不满 %" PRId64 " 年"), founded, facts->on,
                               condition->number));
}

#define INDIVIDUAL_BUSINESS "92" /* 登记管理部门 9, 机构类别 2 (GB 32100) */

/* C3: nothing in the records proves it; a 个体工商户 or a 分公司 has none. */
static XybVerdict
check_legal_person (const XybPlanCondition *condition G_GNUC_UNUSED,
                    const XybEligibilityFacts *facts,
                    char **evidence)
{
  const XybEnterprise *enterprise = facts->enterprise;

  if (enterprise->credit_code != NULL
      && g_str_has_prefix (enterprise->credit_code, INDIVIDUAL_BUSINESS))
    return say (XYB_VERDICT_UNMET, evidence,
                g_strdup (_ ("代码以 92 开头，是个体工商户，没有法人资格")));
  if (enterprise->name != NULL && g_str_has_suffix (enterprise->name, "分公司"))
    return say (XYB_VERDICT_UNMET, evidence, g_strdup (_ ("名称是分公司，没有独立法人资格")));
  if (enterprise->legal_person != NULL)
    return say (XYB_VERDICT_MET, evidence,
                g_strdup_printf (_ ("登记的法定代表人：%s"), enterprise->legal_person));
  return say (XYB_VERDICT_OPEN, evidence, g_strdup (_ ("没有登记法定代表人，请看营业执照")));
}

/* C4; AMB-20: the threshold is in no source. */
static XybVerdict
check_scale (const XybPlanCondition *condition G_GNUC_UNUSED,
             const XybEligibilityFacts *facts,
             char **evidence)
{
  switch (facts->enterprise->above_scale)
    {
    case XYB_TRI_YES:
      return say (XYB_VERDICT_MET, evidence, g_strdup (_ ("登记为规模以上企业")));
    case XYB_TRI_NO:
      return say (XYB_VERDICT_UNMET, evidence, g_strdup (_ ("登记为规模以下企业")));
    case XYB_TRI_UNSAID:
    default:
      return say (XYB_VERDICT_OPEN, evidence, g_strdup (_ ("没有登记是不是规模以上")));
    }
}

static const XybBreach *
find_severe (const GPtrArray *breaches, const char *from, const char *to)
{
  for (guint i = 0; breaches != NULL && i < breaches->len; i++)
    {
      const XybBreach *breach = breaches->pdata[i];

      if (breach->severe && strcmp (breach->date, from) >= 0 && strcmp (breach->date, to) <= 0)
        return breach;
    }
  return NULL;
}

/* C5, C8: 近3年, both ends of the window counted. That nothing was found proves nothing: the
 * enterprise looks it up itself, and the clerk sees the report. */
static XybVerdict
check_breaches (const XybPlanCondition *condition,
                const XybEligibilityFacts *facts,
                char **evidence)
{
  const XybBreach *breach;
  g_autofree char *from = NULL;

  if (condition->number == XYB_UNSAID)
    return say (XYB_VERDICT_OPEN, evidence, g_strdup (_ ("方案没有写年数")));
  from = xyb_date_shift_year (facts->on, -(int) condition->number);
  if (from == NULL)
    return say (XYB_VERDICT_OPEN, evidence, g_strdup (_ ("方案写的年数太大，算不出起算日")));
  breach = find_severe (facts->breaches, from, facts->on);
  if (breach != NULL)
    return say (XYB_VERDICT_UNMET, evidence,
                g_strdup_printf (_ ("%s %s"), breach->date, breach->what));
  return say (XYB_VERDICT_OPEN, evidence,
              g_strdup_printf (_ ("%s 起，未查到记录；请核对信用查询报告"), from));
}

/* C6, C9, C12. */
static XybVerdict
check_by_hand (const XybPlanCondition *condition G_GNUC_UNUSED,
               const XybEligibilityFacts *facts G_GNUC_UNUSED,
               char **evidence)
{
  return say (XYB_VERDICT_OPEN, evidence, g_strdup (_ ("由经办人判断")));
}

static XybVerdict
check_held_in_year (const XybAward *award, gint64 years, const char *on, char **evidence)
{
  int due = award->year + (int) years;

  if (due < atoi (on))
    return say (XYB_VERDICT_MET, evidence,
                g_strdup_printf (_ ("%d 年通过验收，到 %s 已满 %" PRId64 " 年"), award->year, on,
                                 years));
  if (due > atoi (on))
    return say (XYB_VERDICT_UNMET, evidence,
                g_strdup_printf (_ ("%d 年通过验收，到 %s 不满 %" PRId64 " 年"), award->year, on,
                                 years));
  return say (XYB_VERDICT_OPEN, evidence,
              g_strdup_printf (_ ("%d 年通过验收，不知道是哪一天，请核对"), award->year));
}

/* The first one of those who pass after @on: the clerk is told when, not that there is none. */
static const XybAward *
find_later (const GPtrArray *awards, XybTrack track, const char *on)
{
  const XybAward *later = NULL;

  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      const XybAward *award = awards->pdata[i];

      if (award->track == track && award->awarded_on != NULL && award->revoked_on == NULL
          && strcmp (award->awarded_on, on) > 0
          && (later == NULL || strcmp (award->awarded_on, later->awarded_on) < 0))
        later = award;
    }
  return later;
}

/* C7: 验收通过日 + 1 year ≤ 申报日, “一年及以上”: the day itself is enough. */
static XybVerdict
check_accepted (const XybPlanCondition *condition,
                const XybEligibilityFacts *facts,
                char **evidence)
{
  const XybAward *award = xyb_award_find_first (facts->awards, XYB_TRACK_ACCREDITATION, facts->on);
  g_autofree char *due = NULL;

  if (award == NULL)
    award = find_later (facts->awards, XYB_TRACK_ACCREDITATION, facts->on);
  if (award == NULL)
    return say (XYB_VERDICT_UNMET, evidence, g_strdup (_ ("没有通过贯标验收的记录")));
  if (condition->number == XYB_UNSAID)
    return say (XYB_VERDICT_OPEN, evidence, g_strdup (_ ("方案没有写年数")));
  if (award->awarded_on == NULL)
    return check_held_in_year (award, condition->number, facts->on, evidence);
  due = xyb_date_shift_year (award->awarded_on, (int) condition->number);
  if (due != NULL && strcmp (due, facts->on) <= 0)
    return say (XYB_VERDICT_MET, evidence,
                g_strdup_printf (_ ("%s 通过验收，到 %s 已满 %" PRId64 " 年"), award->awarded_on,
                                 facts->on, condition->number));
  return say (XYB_VERDICT_UNMET, evidence,
              g_strdup_printf (_ ("%s 通过验收，%s 才满 %" PRId64 " 年"), award->awarded_on,
                               due != NULL ? due : "", condition->number));
}

/* C10; AMB-35: where the plan names no year, any award before its own. */
static XybVerdict
check_city_award (const XybPlanCondition *condition,
                  const XybEligibilityFacts *facts,
                  char **evidence)
{
  const XybAward *award = xyb_award_find_first (facts->awards, XYB_TRACK_CITY_MODEL, facts->on);
  int cutoff = condition->number != XYB_UNSAID ? (int) condition->number : facts->plan_year - 1;

  if (award == NULL)
    return say (XYB_VERDICT_UNMET, evidence, g_strdup (_ ("没有获评苏州市级示范的记录")));
  return say (award->year <= cutoff ? XYB_VERDICT_MET : XYB_VERDICT_UNMET, evidence,
              g_strdup_printf (award->year <= cutoff
                                 ? _ ("%d 年度获评苏州市级示范，在 %d 年度（含）之前")
                                 : _ ("%d 年度获评苏州市级示范，晚于 %d 年度"),
                               award->year, cutoff));
}

/* C11. An old contract need not be in the records: none found is 待核. */
static XybVerdict
check_contract (const XybPlanCondition *condition G_GNUC_UNUSED,
                const XybEligibilityFacts *facts,
                char **evidence)
{
  for (guint i = 0; facts->contracts != NULL && i < facts->contracts->len; i++)
    {
      const XybContract *contract = facts->contracts->pdata[i];

      if (contract->signed_on != NULL && strcmp (contract->signed_on, facts->on) <= 0)
        return say (XYB_VERDICT_MET, evidence,
                    g_strdup_printf (_ ("%s 与%s签订%s"), contract->signed_on,
                                     contract->provider_name != NULL ? contract->provider_name : "",
                                     xyb_contract_kind_name (contract->kind)));
    }
  return say (XYB_VERDICT_OPEN, evidence, g_strdup (_ ("没有登记服务合同，请核对")));
}

static const struct
{
  const char *key;
  XybTrack track; /* whose list of 2020 it stands in */
  XybConditionCheckFunc check;
  XybConditionNumber number;
  const char *name;  /* NULL: by hand */
  const char *words; /* how it is checked, for who edits the plan */
} check_table[] = {
  { "PLAN-C1", XYB_TRACK_ACCREDITATION, check_registered_here, XYB_CONDITION_NUMBER_NONE,
    N_ ("注册地"), N_ ("看统一社会信用代码里的行政区划，只作提示，不会判不符合。") },
  { "PLAN-C2", XYB_TRACK_ACCREDITATION, check_age, XYB_CONDITION_NUMBER_YEARS, N_ ("成立年数"),
    N_ ("按登记的成立日期算，到申报那天要满这个年数。") },
  { "PLAN-C3", XYB_TRACK_ACCREDITATION, check_legal_person, XYB_CONDITION_NUMBER_NONE,
    N_ ("法人资格"), N_ ("看企业名称、代码和登记的法定代表人。") },
  { "PLAN-C4", XYB_TRACK_ACCREDITATION, check_scale, XYB_CONDITION_NUMBER_NONE, N_ ("规模以上"),
    N_ ("看企业是否登记为规模以上。") },
  { "PLAN-C5", XYB_TRACK_ACCREDITATION, check_breaches, XYB_CONDITION_NUMBER_YEARS, N_ ("严重失信"),
    N_ ("从申报那天往前推这个年数，查到严重失信就不符合；没有查到也要看查询报告。") },
  { "PLAN-C6", XYB_TRACK_ACCREDITATION, check_by_hand, XYB_CONDITION_NUMBER_NONE, NULL, NULL },
  { "PLAN-C7", XYB_TRACK_CITY_MODEL, check_accepted, XYB_CONDITION_NUMBER_YEARS,
    N_ ("验收通过年数"), N_ ("按贯标验收通过日期算，到申报那天要满这个年数，正好满的那天就算。") },
  { "PLAN-C8", XYB_TRACK_CITY_MODEL, check_breaches, XYB_CONDITION_NUMBER_YEARS, N_ ("严重失信"),
    N_ ("从申报那天往前推这个年数，查到严重失信就不符合；没有查到也要看查询报告。") },
  { "PLAN-C9", XYB_TRACK_CITY_MODEL, check_by_hand, XYB_CONDITION_NUMBER_NONE, NULL, NULL },
  { "PLAN-C10", XYB_TRACK_PROVINCE_MODEL, check_city_award, XYB_CONDITION_NUMBER_CUTOFF,
    N_ ("市级示范年度"),
    N_ ("看获评苏州市级示范的年度，不能晚于这一年；空着就是方案年度的前一年。") },
  { "PLAN-C11", XYB_TRACK_PROVINCE_MODEL, check_contract, XYB_CONDITION_NUMBER_NONE,
    N_ ("服务合同"), N_ ("看有没有登记与第三方机构的服务合同；没有登记是待核。") },
  { "PLAN-C12", XYB_TRACK_PROVINCE_MODEL, check_by_hand, XYB_CONDITION_NUMBER_NONE, NULL, NULL },
};

static const char by_hand[] = N_ ("经办人判断");

static int
find_check_row (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (check_table); i++)
    if (g_strcmp0 (check_table[i].key, key) == 0)
      return (int) i;
  return -1;
}

/* The check of a condition of that key; by hand for any other. */
XybConditionCheckFunc
xyb_condition_find_check (const char *key)
{
  int row = find_check_row (key);

  return row >= 0 ? check_table[row].check : check_by_hand;
}

/**
 * xyb_condition_number:
 * @self: a condition of the plan
 *
 * Returns: what number its check takes
 */
XybConditionNumber
xyb_condition_number (const XybPlanCondition *self)
{
  int row;

  g_return_val_if_fail (self != NULL, XYB_CONDITION_NUMBER_NONE);

  row = find_check_row (self->key);
  return row >= 0 ? check_table[row].number : XYB_CONDITION_NUMBER_NONE;
}

/**
 * xyb_condition_check_words:
 * @self: a condition of the plan
 *
 * Returns: (transfer none): how it is checked, in a sentence
 */
const char *
xyb_condition_check_words (const XybPlanCondition *self)
{
  int row;

  g_return_val_if_fail (self != NULL, NULL);

  row = find_check_row (self->key);
  return row >= 0 && check_table[row].words != NULL ? _ (check_table[row].words)
                                                    : _ ("程序不核对，由经办人判断，先记待核。");
}

/**
 * xyb_condition_check_name:
 * @self: a condition of the plan
 *
 * Returns: (transfer none): what the check looks at, in a word or two: 成立年数; 经办人判断
 */
const char *
xyb_condition_check_name (const XybPlanCondition *self)
{
  int row;

  g_return_val_if_fail (self != NULL, NULL);

  row = find_check_row (self->key);
  return row >= 0 && check_table[row].name != NULL ? _ (check_table[row].name) : _ (by_hand);
}

/**
 * xyb_condition_list_check_names:
 *
 * Returns: (transfer container) (element-type utf8): every check there is, each once
 */
GPtrArray *
xyb_condition_list_check_names (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (check_table); i++)
    if (check_table[i].name != NULL
        && !g_ptr_array_find_with_equal_func (names, _ (check_table[i].name), g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (_ (check_table[i].name)));
  g_ptr_array_add (names, g_strdup (_ (by_hand)));
  return names;
}

static gboolean
is_called (const char *name, const char *text)
{
  return name != NULL && (g_str_equal (name, text) || g_str_equal (_ (name), text));
}

/**
 * xyb_condition_set_check:
 * @self: a condition of the plan
 * @name: (nullable): one of xyb_condition_list_check_names(); blank is 经办人判断
 *
 * Gives a condition another check. One that is checked so already keeps its key.
 *
 * Returns: whether there is such a check
 */
gboolean
xyb_condition_set_check (XybPlanCondition *self, const char *name)
{
  const char *wanted = name != NULL ? name : by_hand;
  const char *key = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (g_str_equal (xyb_condition_check_name (self), _ (wanted))
      || g_str_equal (xyb_condition_check_name (self), wanted))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (check_table); i++)
    if (is_called (check_table[i].name, wanted)
        && (key == NULL || check_table[i].track == self->track))
      key = check_table[i].key;
  if (key == NULL && !is_called (by_hand, wanted))
    return FALSE;
  g_free (self->key);
  self->key = g_strdup (key);
  return TRUE;
}
