/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "office-fixture.h"
#include "xyb-plan-proposal.h"
#include "xyb-core-error.h"

/* requirements §4: 附件1 of 2020. */
static const struct
{
  const char *district;
  gint64 accreditation;
} annex1[] = {
  { "昆山开发区", 10 }, { "昆山高新区", 10 }, { "花桥经济开发区", 6 }, { "张浦镇", 8 },
  { "周市镇", 8 },      { "陆家镇", 5 },      { "巴城镇", 6 },         { "千灯镇", 5 },
  { "淀山湖镇", 3 },    { "周庄镇", 2 },      { "锦溪镇", 3 },
};

static XybPlan *
get_plan (Office *office, int year)
{
  g_autoptr (GError) error = NULL;
  XybPlan *plan = xyb_plan_store_get (office->store, year, &error);

  g_assert_no_error (error);
  return plan;
}

static const XybQuota *
find_quota (const XybPlan *plan, gint64 unit_id)
{
  for (guint i = 0; i < plan->quotas->len; i++)
    if (((XybQuota *) g_ptr_array_index (plan->quotas, i))->unit_id == unit_id)
      return g_ptr_array_index (plan->quotas, i);
  return NULL;
}

static const XybMilestone *
find_milestone (const XybPlan *plan, const char *key)
{
  for (guint i = 0; i < plan->milestones->len; i++)
    if (g_strcmp0 (((XybMilestone *) g_ptr_array_index (plan->milestones, i))->key, key) == 0)
      return g_ptr_array_index (plan->milestones, i);
  g_assert_not_reached ();
}

static void
test_annex1 (Office *office, gconstpointer data)
{
  g_autoptr (XybPlan) plan = get_plan (office, 2020);
  gint64 sum = 0;

  g_assert_cmpuint (plan->quotas->len, ==, G_N_ELEMENTS (annex1));
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const XybQuota *quota = g_ptr_array_index (plan->quotas, i);

      g_assert_cmpstr (quota->unit_name, ==, annex1[i].district);
      g_assert_cmpint (quota->accreditation, ==, annex1[i].accreditation);
      g_assert_cmpint (quota->city_model, ==, XYB_UNSAID);
      sum += quota->accreditation;
    }
  g_assert_cmpint (sum, ==, 66);
  g_assert_cmpint (plan->targets[0], ==, 66);
  g_assert_cmpint (plan->targets[1], ==, 6);
  g_assert_cmpint (plan->targets[2], ==, 1);
  g_assert_null (find_quota (plan, RESORT));
}

static void
test_facts (Office *office, gconstpointer data)
{
  g_autoptr (XybPlan) p2019 = get_plan (office, 2019);
  g_autoptr (XybPlan) p2020 = get_plan (office, 2020);

  g_assert_cmpstr (p2019->document_number, ==, "昆工信〔2019〕8号");
  g_assert_cmpstr (p2020->document_number, ==, "昆信用办〔2020〕4号");
  g_assert_cmpstr (p2020->issued_on, ==, "2020-04-02");
  g_assert_cmpint (p2019->opening[0], ==, 590);
  g_assert_cmpint (p2019->opening[1], ==, 43);
  g_assert_cmpint (p2019->opening[2], ==, 4);
  for (int i = 0; i < XYB_N_TRACKS; i++)
    g_assert_cmpint (p2020->opening[i], ==, XYB_UNSAID);
  g_assert_cmpstr (find_milestone (p2020, "DL-03")->due_on, ==, "2020-04-15");
  g_assert_cmpint (p2020->basis, ==, XYB_BASIS_ACCEPTED);
  g_assert_true (p2020->deadline_inclusive);
  g_assert_cmpuint (p2019->tiers->len, ==, 4);
}

/* The plan of one year for another, as it is proposed. */
static gboolean
copy_plan (Office *office, int from, int to, GError **error)
{
  g_autoptr (XybPlanProposal) proposal = xyb_plan_propose (office->store, from, to, error);

  return proposal != NULL && xyb_plan_store_add (office->store, proposal->plan, error);
}

static void
test_years (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) years = NULL;

  g_assert_true (copy_plan (office, 2020, 2018, &error));
  years = xyb_plan_store_list_years (office->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (years->len, ==, 3);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (g_array_index (years, int, i), ==, 2018 + i);
}

static void
set_quota (Office *office, gint64 number)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xyb_plan_store_set_quota (office->store, 2020, ZHOUSHI, XYB_TRACK_ACCREDITATION,
                                           number, &error));
  g_assert_no_error (error);
}

static void
assert_quota (Office *office, gint64 number)
{
  g_autoptr (XybPlan) plan = get_plan (office, 2020);

  g_assert_cmpint (find_quota (plan, ZHOUSHI)->accreditation, ==, number);
}

static void
test_quota_changes (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_quota (office, 9);
  assert_quota (office, 9);
  office_assert_label (office, "指标分解：周市镇 贯标企业数 8 → 9");
  set_quota (office, XYB_UNSAID);
  assert_quota (office, XYB_UNSAID);
  office_assert_label (office, "指标分解：周市镇 贯标企业数 9 → 空白");
  set_quota (office, 0);
  assert_quota (office, 0);
  office_assert_label (office, "指标分解：周市镇 贯标企业数 空白 → 0");
  for (int i = 0; i < 3; i++)
    g_assert_true (xyb_store_undo (office->store, NULL, &error));
  assert_quota (office, 8);
}

/* A pasted block is taken back with one undo; where one number cannot be, none is stored. */
static void
test_many_quotas (Office *office, gconstpointer data)
{
  XybQuotaNumber numbers[]
    = { { ZHOUSHI, XYB_TRACK_ACCREDITATION, 9 }, { ZHOUSHI, XYB_TRACK_CITY_MODEL, 1 } };
  g_autoptr (GError) error = NULL;

  g_assert_true (xyb_plan_store_set_quotas (office->store, 2020, numbers, 2, "粘贴", &error));
  g_assert_no_error (error);
  assert_quota (office, 9);
  office_assert_label (office, "指标分解：粘贴 2 格");
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  assert_quota (office, 8);
  numbers[1].number = -1;
  g_assert_false (xyb_plan_store_set_quotas (office->store, 2020, numbers, 2, "粘贴", &error));
  g_assert_nonnull (error);
  assert_quota (office, 8);
}

static void
test_same_quota (Office *office, gconstpointer data)
{
  set_quota (office, 8);
  office_assert_label (office, NULL);
}

static void
test_quota_refused (Office *office, gconstpointer data)
{
  static const struct
  {
    int year;
    gint64 unit_id;
    XybTrack track;
    gint64 number;
    gboolean by_core;
    int code;
    const char *about;
  } cases[] = {
    { 2020, ZHOUSHI, 1, -1, TRUE, XYB_CORE_ERROR_INVALID_NUMBER, "周市镇 贯标企业数" },
    { 2020, ZHOUSHI, 2, 100001, TRUE, XYB_CORE_ERROR_INVALID_NUMBER, "周市镇 示范企业数" },
    { 2020, ZHOUSHI, 1, G_MAXINT64, TRUE, XYB_CORE_ERROR_INVALID_NUMBER, "9223372036854775807" },
    { 2020, ZHOUSHI, 3, 1, FALSE, XYB_STORE_ERROR_INVALID, "附件1" },
    { 2020, ZHOUSHI, 0, 1, FALSE, XYB_STORE_ERROR_INVALID, "附件1" },
    { 2020, RESORT, 1, 1, FALSE, XYB_STORE_ERROR_NOT_FOUND, "旅游度假区" },
    { 2020, 301, 1, 1, FALSE, XYB_STORE_ERROR_INVALID, "不是区镇" },
    { 2020, 987654, 1, 1, FALSE, XYB_STORE_ERROR_NOT_FOUND, "区镇" },
    { 2021, ZHOUSHI, 1, 1, FALSE, XYB_STORE_ERROR_NOT_FOUND, "2021年" },
    { 0, ZHOUSHI, 1, 1, TRUE, XYB_CORE_ERROR_INVALID_DATE, NULL },
    { 99999, ZHOUSHI, 1, 1, TRUE, XYB_CORE_ERROR_INVALID_DATE, "99999" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = xyb_plan_store_set_quota (office->store, cases[i].year, cases[i].unit_id,
                                              cases[i].track, cases[i].number, &error);

      office_assert_refused (office, ok, &error,
                             cases[i].by_core ? XYB_CORE_ERROR : XYB_STORE_ERROR, cases[i].code,
                             cases[i].about, NULL);
    }
  assert_quota (office, 8);
}

/* AMB-05: the resort stands between 花桥 and 张浦 where it is listed. */
static void
test_quota_row (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) with = NULL;
  g_autoptr (XybPlan) without = NULL;
  const XybQuota *row;
  gboolean ok;

  g_assert_true (xyb_plan_store_add_quota_row (office->store, 2020, RESORT, &error));
  office_assert_label (office, "指标分解：2020年附件1增加旅游度假区");
  with = get_plan (office, 2020);
  g_assert_cmpuint (with->quotas->len, ==, 12);
  row = g_ptr_array_index (with->quotas, 3);
  g_assert_cmpint (row->unit_id, ==, RESORT);
  g_assert_cmpint (row->accreditation, ==, XYB_UNSAID);
  ok = xyb_plan_store_add_quota_row (office->store, 2020, RESORT, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, "旅游度假区",
                         "指标分解：2020年附件1增加旅游度假区");
  g_assert_true (xyb_plan_store_remove_quota_row (office->store, 2020, RESORT, &error));
  without = get_plan (office, 2020);
  g_assert_cmpuint (without->quotas->len, ==, 11);
  ok = xyb_plan_store_remove_quota_row (office->store, 2020, RESORT, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                         "旅游度假区", "指标分解：2020年附件1移除旅游度假区");
}

static void
test_first_row_comes_first (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;

  g_assert_true (xyb_plan_store_remove_quota_row (office->store, 2020, DEVELOPMENT, &error));
  g_assert_true (xyb_plan_store_add_quota_row (office->store, 2020, DEVELOPMENT, &error));
  plan = get_plan (office, 2020);
  g_assert_cmpint (((XybQuota *) g_ptr_array_index (plan->quotas, 0))->unit_id, ==, DEVELOPMENT);
}

static void
test_targets (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;
  gboolean ok;

  g_assert_true (
    xyb_plan_store_set_target (office->store, 2020, XYB_TRACK_ACCREDITATION, 67, &error));
  office_assert_label (office, "2020年工作方案：贯标目标数 66 → 67");
  g_assert_true (
    xyb_plan_store_set_opening (office->store, 2020, XYB_TRACK_PROVINCE_MODEL, 5, &error));
  office_assert_label (office, "2020年工作方案：省级示范存量 空白 → 5");
  ok = xyb_plan_store_set_target (office->store, 2020, XYB_TRACK_CITY_MODEL, -6, &error);
  office_assert_refused (office, ok, &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
                         "苏州市级示范目标数", "2020年工作方案：省级示范存量 空白 → 5");
  ok = xyb_plan_store_set_opening (office->store, 2020, 7, 1, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, NULL,
                         "2020年工作方案：省级示范存量 空白 → 5");
  plan = get_plan (office, 2020);
  g_assert_cmpint (plan->targets[0], ==, 67);
  g_assert_cmpint (plan->targets[1], ==, 6);
  g_assert_cmpint (plan->opening[2], ==, 5);
}

/* Ids of rows that point at another row of their list. */
static guint
count_links (const XybPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->materials->len; i++)
    {
      const XybPlanMaterial *material = g_ptr_array_index (plan->materials, i);

      for (guint j = 0; j < plan->materials->len; j++)
        n += material->linked_id == *(gint64 *) g_ptr_array_index (plan->materials, j);
    }
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const XybPlanStep *step = g_ptr_array_index (plan->steps, i);

      for (guint j = 0; j < plan->steps->len; j++)
        n += step->parent_id == *(gint64 *) g_ptr_array_index (plan->steps, j);
    }
  return n;
}

static void
test_copy (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) source = get_plan (office, 2020);
  g_autoptr (XybPlan) copy = NULL;

  g_assert_true (copy_plan (office, 2020, 2021, &error));
  g_assert_no_error (error);
  office_assert_label (office, "新建2021年度方案");
  copy = get_plan (office, 2021);
  g_assert_cmpint (copy->id, !=, source->id);
  g_assert_null (copy->document_number);
  g_assert_nonnull (strstr (copy->title, "2021年"));
  g_assert_cmpuint (copy->quotas->len, ==, 11);
  g_assert_cmpint (find_quota (copy, ZHOUSHI)->accreditation, ==, 8);
  g_assert_cmpint (find_quota (copy, ZHOUSHI)->id, !=, find_quota (source, ZHOUSHI)->id);
  g_assert_cmpstr (find_milestone (copy, "DL-03")->due_on, ==, "2021-04-15");
  g_assert_cmpuint (copy->materials->len, ==, source->materials->len);
  g_assert_cmpuint (copy->steps->len, ==, source->steps->len);
  g_assert_cmpuint (count_links (source), >, 2);
  g_assert_cmpuint (count_links (copy), ==, count_links (source));
}

/* PLAN-12 to the letter: 590/43/4 at the end of 2018, then 640/48/5, then 706/54/6. */
static void
test_propose (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlanProposal) taken = NULL;
  g_autoptr (XybPlanProposal) proposal = xyb_plan_propose (office->store, 0, 2021, &error);
  g_autoptr (XybPlan) stored = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (proposal->source->year, ==, 2020);
  g_assert_cmpint (proposal->plan->opening[0], ==, 706);
  g_assert_cmpint (proposal->plan->opening[1], ==, 54);
  g_assert_cmpint (proposal->plan->opening[2], ==, 6);
  office_assert_label (office, NULL);
  g_assert_true (xyb_plan_store_add (office->store, proposal->plan, &error));
  g_assert_no_error (error);
  office_assert_label (office, "新建2021年度方案");
  stored = get_plan (office, 2021);
  g_assert_cmpint (stored->opening[0], ==, 706);
  g_assert_cmpuint (count_links (stored), ==, count_links (proposal->source));
  taken = xyb_plan_propose (office->store, 0, 2021, &error);
  g_assert_null (taken);
  office_assert_refused (office, FALSE, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, "2021年",
                         "新建2021年度方案");
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (xyb_plan_store_get (office->store, 2021, NULL));
}

/* A year before the first has nothing to derive from and follows the earliest plan. */
static void
test_propose_earlier (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlanProposal) proposal = xyb_plan_propose (office->store, 0, 2018, &error);

  g_assert_no_error (error);
  g_assert_cmpint (proposal->source->year, ==, 2019);
  g_assert_cmpint (proposal->openings[0]->source, ==, XYB_OPENING_UNKNOWN);
  g_assert_cmpint (proposal->plan->opening[0], ==, XYB_UNSAID);
}

static void
test_copy_refused (Office *office, gconstpointer data)
{
  static const struct
  {
    int from;
    int to;
    gboolean by_core;
    int code;
    const char *about;
  } cases[] = {
    { 2020, 2019, FALSE, XYB_STORE_ERROR_EXISTS, "2019年" },
    { 2020, 2020, FALSE, XYB_STORE_ERROR_EXISTS, "2020年" },
    { 2017, 2021, FALSE, XYB_STORE_ERROR_NOT_FOUND, "2017年" },
    { 2020, 1, TRUE, XYB_CORE_ERROR_INVALID_DATE, NULL },
    { 2020, 20211, TRUE, XYB_CORE_ERROR_INVALID_DATE, "20211" },
    { -5, 2021, TRUE, XYB_CORE_ERROR_INVALID_DATE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = copy_plan (office, cases[i].from, cases[i].to, &error);

      office_assert_refused (office, ok, &error,
                             cases[i].by_core ? XYB_CORE_ERROR : XYB_STORE_ERROR, cases[i].code,
                             cases[i].about, NULL);
    }
}

static void
test_update (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = get_plan (office, 2020);
  g_autoptr (XybPlan) again = NULL;

  g_free (plan->document_number);
  plan->document_number = g_strdup ("  昆信用办〔2020〕5号\n");
  g_clear_pointer (&plan->copied_to, g_free);
  plan->targets[0] = 1;
  g_assert_true (xyb_plan_store_update (office->store, plan, &error));
  g_assert_no_error (error);
  office_assert_label (office, "2020年工作方案：修改文号、抄送");
  again = get_plan (office, 2020);
  g_assert_cmpstr (again->document_number, ==, "昆信用办〔2020〕5号");
  g_assert_null (again->copied_to);
  g_assert_cmpint (again->targets[0], ==, 66);
  g_assert_cmpuint (again->quotas->len, ==, 11);
}

static void
test_update_refused (Office *office, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (10000, 'x');
  const struct
  {
    gsize field;
    const char *value;
    int code;
    const char *about;
  } cases[] = {
    { G_STRUCT_OFFSET (XybPlan, title), " ", XYB_CORE_ERROR_EMPTY, "方案标题" },
    { G_STRUCT_OFFSET (XybPlan, quota_title), NULL, XYB_CORE_ERROR_EMPTY, "附件1标题" },
    { G_STRUCT_OFFSET (XybPlan, title), long_text, XYB_CORE_ERROR_TOO_LONG, "方案标题" },
    { G_STRUCT_OFFSET (XybPlan, lead), "市\x01信用办", XYB_CORE_ERROR_INVALID_TEXT, "牵头单位" },
    { G_STRUCT_OFFSET (XybPlan, lead), "\xff\xfe", XYB_CORE_ERROR_INVALID_TEXT, "牵头单位" },
    { G_STRUCT_OFFSET (XybPlan, issued_on), "2020-02-30", XYB_CORE_ERROR_INVALID_DATE, "印发日期" },
    { G_STRUCT_OFFSET (XybPlan, opening_as_of), "去年底", XYB_CORE_ERROR_INVALID_DATE, "去年底" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XybPlan) plan = get_plan (office, 2020);
      char **field = &G_STRUCT_MEMBER (char *, plan, cases[i].field);

      g_free (*field);
      *field = g_strdup (cases[i].value);
      office_assert_refused (office, xyb_plan_store_update (office->store, plan, &error), &error,
                             XYB_CORE_ERROR, cases[i].code, cases[i].about, NULL);
    }
}

static void
test_milestones (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = get_plan (office, 2020);
  g_autoptr (XybPlan) moved = NULL;
  gint64 report = find_milestone (plan, "DL-03")->id;
  gint64 issue = find_milestone (plan, "DL-01")->id;

  g_assert_true (
    xyb_plan_store_set_milestone_date (office->store, report, "2020-04-20", NULL, &error));
  g_assert_true (
    xyb_plan_store_set_milestone_date (office->store, issue, "2020-04-03", "4月3日", &error));
  g_assert_no_error (error);
  moved = get_plan (office, 2020);
  g_assert_cmpstr (find_milestone (moved, "DL-03")->due_on, ==, "2020-04-20");
  g_assert_cmpstr (find_milestone (moved, "DL-03")->date_text, ==, "4月20日前");
  g_assert_cmpstr (find_milestone (moved, "DL-01")->starts_on, ==, "2020-04-03");
  g_assert_cmpstr (find_milestone (moved, "DL-01")->due_on, ==, "2020-04-03");
  g_assert_cmpstr (find_milestone (moved, "DL-01")->date_text, ==, "4月3日");
}

static void
test_milestones_refused (Office *office, gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *due_on;
    gboolean by_core;
    int code;
    const char *about;
  } cases[] = {
    { "DL-03", "2020-02-30", TRUE, XYB_CORE_ERROR_INVALID_DATE, "2020-02-30" },
    { "DL-03", "4月15日", TRUE, XYB_CORE_ERROR_INVALID_DATE, "4月15日" },
    { "DL-03", "2199-04-15", FALSE, XYB_STORE_ERROR_INVALID, "年份" },
    { "DL-02", "2020-03-01", FALSE, XYB_STORE_ERROR_INVALID, "早于" },
  };
  g_autoptr (XybPlan) plan = get_plan (office, 2020);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok
        = xyb_plan_store_set_milestone_date (office->store, find_milestone (plan, cases[i].key)->id,
                                             cases[i].due_on, NULL, &error);

      office_assert_refused (office, ok, &error,
                             cases[i].by_core ? XYB_CORE_ERROR : XYB_STORE_ERROR, cases[i].code,
                             cases[i].about, NULL);
    }
}

static void
nominate (Office *office,
          const char *name,
          gint64 unit_id,
          const char *confirmed,
          const char *signed_on,
          const char *accepted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = get_plan (office, 2020);
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();

  nomination->plan_id = plan->id;
  nomination->unit_id = unit_id;
  nomination->enterprise_id = office_add_enterprise (office, name, unit_id);
  nomination->confirmed_on = g_strdup (confirmed);
  nomination->signed_on = g_strdup (signed_on);
  nomination->accepted_on = g_strdup (accepted);
  xyb_nomination_store_save (office->store, nomination, &error);
  g_assert_no_error (error);
}

static const XybProgress *
find_progress (GPtrArray *list, gint64 unit_id)
{
  for (guint i = 0; i < list->len; i++)
    if (((XybProgress *) g_ptr_array_index (list, i))->unit_id == unit_id)
      return g_ptr_array_index (list, i);
  return NULL;
}

static void
test_progress (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = xyb_plan_store_list_progress (office->store, 2020, &error);
  g_autoptr (GPtrArray) after = NULL;
  const XybProgress *town;

  g_assert_cmpuint (before->len, ==, 11);
  nominate (office, "昆山示例甲有限公司", ZHOUSHI, NULL, NULL, NULL);
  nominate (office, "昆山示例乙有限公司", ZHOUSHI, "2020-04-10", NULL, NULL);
  nominate (office, "昆山示例丙有限公司", ZHOUSHI, "2020-04-10", "2020-05-10", NULL);
  nominate (office, "昆山示例丁有限公司", ZHOUSHI, NULL, NULL, "2020-08-10");
  nominate (office, "昆山示例戊有限公司", RESORT, NULL, NULL, NULL);
  after = xyb_plan_store_list_progress (office->store, 2020, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 12);
  g_assert_cmpint (((XybProgress *) g_ptr_array_index (after, 3))->unit_id, ==, RESORT);
  town = find_progress (after, ZHOUSHI);
  g_assert_cmpint (town->nominated, ==, 4);
  g_assert_cmpint (town->confirmed, ==, 3);
  g_assert_cmpint (town->signed_up, ==, 2);
  g_assert_cmpint (town->accepted, ==, 1);
  g_assert_cmpint (find_progress (after, ZHANGPU)->nominated, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/plans/annex-1-of-2020-sums-to-66-and-blanks-stay-blank", test_annex1);
  office_test ("/plans/presets-hold-the-documents-facts", test_facts);
  office_test ("/plans/years-rise", test_years);
  office_test ("/quotas/a-change-says-old-and-new-and-can-be-undone", test_quota_changes);
  office_test ("/quotas/the-same-number-is-no-revision", test_same_quota);
  office_test ("/quotas/many-are-one-revision", test_many_quotas);
  office_test ("/quotas/wrong-numbers-units-and-years-are-refused", test_quota_refused);
  office_test ("/quotas/a-further-district-takes-its-official-place", test_quota_row);
  office_test ("/quotas/the-first-district-comes-back-first", test_first_row_comes_first);
  office_test ("/plans/targets-and-opening-totals-change", test_targets);
  office_test ("/plans/a-copy-has-new-ids-and-its-own-links", test_copy);
  office_test ("/plans/a-new-year-begins-with-what-targets-would-have-brought", test_propose);
  office_test ("/plans/a-year-before-all-others-derives-nothing", test_propose_earlier);
  office_test ("/plans/a-copy-needs-a-source-and-a-free-year", test_copy_refused);
  office_test ("/plans/texts-change-and-numbers-stay", test_update);
  office_test ("/plans/bad-texts-and-dates-are-refused-by-field", test_update_refused);
  office_test ("/milestones/one-day-moves-as-a-whole", test_milestones);
  office_test ("/milestones/impossible-dates-are-refused", test_milestones_refused);
  office_test ("/progress/later-stages-imply-earlier-ones", test_progress);
  return g_test_run ();
}
