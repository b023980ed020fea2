/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan.h"

#include "xyb-core-error.h"
#include "xyb-unit.h"

static void
test_new_says_nothing (void)
{
  g_autoptr (XybPlan) plan = xyb_plan_new ();
  g_autoptr (XybQuota) quota = xyb_quota_new ();

  for (gsize i = 0; i < XYB_N_TRACKS; i++)
    {
      g_assert_cmpint (plan->targets[i], ==, XYB_UNSAID);
      g_assert_cmpint (plan->opening[i], ==, XYB_UNSAID);
    }
  g_assert_cmpint (plan->rate_points, ==, XYB_UNSAID);
  g_assert_cmpint (quota->accreditation, ==, XYB_UNSAID);
  g_assert_cmpint (quota->city_model, ==, XYB_UNSAID);
}

static void
test_defaults (void)
{
  g_autoptr (XybPlan) plan = xyb_plan_new ();
  g_autoptr (XybPlanMaterial) material = xyb_plan_material_new ();

  g_assert_cmpint (plan->basis, ==, XYB_BASIS_ACCEPTED);
  g_assert_true (plan->deadline_inclusive);
  g_assert_true (material->required);
  g_assert_false (material->has_validity);
}

static void
test_track_words (void)
{
  static const struct
  {
    const char *given;
    XybTrack expected;
  } cases[] = {
    { "accreditation", XYB_TRACK_ACCREDITATION },
    { "city_model", XYB_TRACK_CITY_MODEL },
    { "province_model", XYB_TRACK_PROVINCE_MODEL },
    { "贯标", XYB_TRACK_ACCREDITATION },
    { "苏州市级示范", XYB_TRACK_CITY_MODEL },
    { "省级示范", XYB_TRACK_PROVINCE_MODEL },
    { "示范", 0 },
    { "", 0 },
    { NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (xyb_track_from_key (cases[i].given), ==, cases[i].expected);
  g_assert_null (xyb_track_key ((XybTrack) 4));
  g_assert_null (xyb_track_name ((XybTrack) 0));
}

static void
test_basis_words (void)
{
  static const char *const words[][2] = {
    { "nominated", "已推荐" },
    { "confirmed", "已确定" },
    { "signed", "已签约" },
    { "accepted", "已验收通过" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      XybCompletionBasis basis = xyb_basis_from_key (words[i][0]);

      g_assert_cmpint (basis, ==, i + 1);
      g_assert_cmpint (xyb_basis_from_key (words[i][1]), ==, basis);
      g_assert_cmpstr (xyb_basis_key (basis), ==, words[i][0]);
      g_assert_cmpstr (xyb_basis_name (basis), ==, words[i][1]);
    }
  g_assert_cmpint (xyb_basis_from_key ("done"), ==, 0);
  g_assert_null (xyb_basis_name ((XybCompletionBasis) 0));
}

static void
test_milestone (void)
{
  static const struct
  {
    const char *fact;
    const char *words;
    const char *due;
    const char *today;
    gboolean inclusive;
    XybMilestoneState state;
    int left;
  } cases[] = {
    { "two days before", "4月15日前", "2020-04-15", "2020-04-13", TRUE, XYB_MILESTONE_OPEN, 2 },
    { "the day itself is in time", "4月15日前", "2020-04-15", "2020-04-15", TRUE,
      XYB_MILESTONE_DUE_TODAY, 0 },
    { "the day after is late", "4月15日前", "2020-04-15", "2020-04-16", TRUE, XYB_MILESTONE_OVERDUE,
      -1 },
    { "exclusive: the eve is the last day", "4月15日前", "2020-04-15", "2020-04-14", FALSE,
      XYB_MILESTONE_DUE_TODAY, 0 },
    { "exclusive: the day itself is late", "4月15日前", "2020-04-15", "2020-04-15", FALSE,
      XYB_MILESTONE_OVERDUE, -1 },
    { "a range always includes its last day", "4月上旬", "2020-04-10", "2020-04-10", FALSE,
      XYB_MILESTONE_DUE_TODAY, 0 },
    { "without words the date is the last day", NULL, "2020-04-10", "2020-04-10", FALSE,
      XYB_MILESTONE_DUE_TODAY, 0 },
    { "over the turn of the year", "1月1日前", "2021-01-01", "2020-12-31", TRUE, XYB_MILESTONE_OPEN,
      1 },
    { "over the leap day", "3月1日前", "2020-03-01", "2020-02-28", TRUE, XYB_MILESTONE_OPEN, 2 },
    { "without a date", "另行通知", NULL, "2020-04-10", TRUE, XYB_MILESTONE_UNDATED, 0 },
    { "with an impossible date", "4月31日前", "2020-04-31", "2020-04-10", TRUE,
      XYB_MILESTONE_UNDATED, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybMilestone) milestone = xyb_milestone_new ();
      int left = 99;

      g_test_message ("%s", cases[i].fact);
      milestone->date_text = g_strdup (cases[i].words);
      milestone->due_on = g_strdup (cases[i].due);
      g_assert_cmpint (xyb_milestone_state (milestone, cases[i].today, cases[i].inclusive, &left),
                       ==, cases[i].state);
      g_assert_cmpint (left, ==, cases[i].left);
      g_assert_cmpint (xyb_milestone_state (milestone, cases[i].today, cases[i].inclusive, NULL),
                       ==, cases[i].state);
    }
}

static void
add_milestone (XybPlan *plan, const char *words, const char *starts, const char *due)
{
  XybMilestone *milestone = xyb_milestone_new ();

  milestone->id = 7;
  milestone->key = g_strdup ("DL-03");
  milestone->text = g_strdup ("报送2020年汇总表");
  milestone->date_text = g_strdup (words);
  milestone->starts_on = g_strdup (starts);
  milestone->due_on = g_strdup (due);
  milestone->actor = g_strdup ("各区镇");
  g_ptr_array_add (plan->milestones, milestone);
}

static void
add_lists (XybPlan *plan)
{
  XybPlanBasis *basis = xyb_plan_basis_new ();
  XybQuota *quota = xyb_quota_new ();
  XybPlanCondition *condition = xyb_plan_condition_new ();

  basis->id = 1;
  basis->title = g_strdup ("苏州市2020年企业信用管理贯标和示范创建等工作方案");
  basis->number = g_strdup ("苏信用办〔2020〕4号");
  g_ptr_array_add (plan->bases, basis);
  quota->id = 2;
  quota->unit_id = 106;
  quota->unit_name = g_strdup ("周市镇");
  quota->accreditation = 8;
  g_ptr_array_add (plan->quotas, quota);
  condition->id = 3;
  condition->track = XYB_TRACK_PROVINCE_MODEL;
  condition->key = g_strdup ("PLAN-C10");
  condition->text = g_strdup ("在2018年度（含）之前获评苏州市级信用管理示范的企业");
  g_ptr_array_add (plan->conditions, condition);
  g_ptr_array_add (plan->tiers, xyb_tier_new (100, 40));
}

static void
add_linked_rows (XybPlan *plan)
{
  for (gint64 id = 11; id <= 13; id++)
    {
      XybPlanMaterial *material = xyb_plan_material_new ();
      XybPlanStep *step = xyb_plan_step_new ();

      material->id = id;
      material->track = XYB_TRACK_CITY_MODEL;
      material->name = g_strdup_printf ("材料%d", (int) id);
      material->requirement = id == 13 ? g_strdup ("市信用办初审盖章") : NULL;
      material->has_validity = id == 12;
      material->required = id != 12;
      g_ptr_array_add (plan->materials, material);
      step->id = id;
      step->name = g_strdup_printf ("步骤%d", (int) id);
      step->parent_id = id == 11 ? 0 : 11;
      g_ptr_array_add (plan->steps, step);
    }
  ((XybPlanMaterial *) plan->materials->pdata[0])->linked_id = 13;
  ((XybPlanMaterial *) plan->materials->pdata[2])->linked_id = 11;
}

static XybPlan *
plan_2020 (void)
{
  XybPlan *plan = xyb_plan_new ();

  plan->id = 2020;
  plan->year = 2020;
  plan->title = g_strdup ("2020年昆山市企业信用管理贯标和示范创建工作方案");
  plan->quota_title = g_strdup ("2020年昆山市企业信用管理贯标考核指标分解表");
  plan->nomination_title = g_strdup ("2020年昆山市信用管理贯标企业汇总表");
  plan->document_number = g_strdup ("昆信用办〔2020〕4号");
  plan->issued_on = g_strdup ("2020-04-02");
  plan->issuer = g_strdup ("昆山市社会信用体系建设领导小组办公室");
  plan->lead = g_strdup ("市信用办");
  plan->targets[0] = 66;
  plan->targets[1] = 6;
  plan->opening[0] = 640;
  plan->opening_as_of = g_strdup ("2019-12-31");
  plan->basis = XYB_BASIS_SIGNED;
  plan->deadline_inclusive = FALSE;
  plan->rate_points = 40;
  add_milestone (plan, "4月15日前", NULL, "2020-04-15");
  add_milestone (plan, "2020年2月底", "2020-02-01", "2020-02-29");
  add_lists (plan);
  add_linked_rows (plan);
  return plan;
}

static XybPlan *
copy_to (int year)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (GError) error = NULL;
  XybPlan *copy = xyb_plan_copy_to_year (plan, year, &error);

  g_assert_no_error (error);
  g_assert_nonnull (copy);
  return copy;
}

static void
test_copy_titles (void)
{
  g_autoptr (XybPlan) copy = copy_to (2021);

  g_assert_cmpint (copy->year, ==, 2021);
  g_assert_cmpstr (copy->title, ==, "2021年昆山市企业信用管理贯标和示范创建工作方案");
  g_assert_cmpstr (copy->quota_title, ==, "2021年昆山市企业信用管理贯标考核指标分解表");
  g_assert_cmpstr (copy->nomination_title, ==, "2021年昆山市信用管理贯标企业汇总表");
  g_assert_null (copy->document_number);
  g_assert_null (copy->issued_on);
  g_assert_cmpstr (copy->issuer, ==, "昆山市社会信用体系建设领导小组办公室");
  g_assert_cmpstr (copy->lead, ==, "市信用办");
  g_assert_null (copy->partners);
}

static void
test_copy_numbers (void)
{
  g_autoptr (XybPlan) copy = copy_to (2021);
  const XybQuota *quota = copy->quotas->pdata[0];
  const XybTier *tier = copy->tiers->pdata[0];

  g_assert_cmpint (copy->targets[0], ==, 66);
  g_assert_cmpint (copy->targets[1], ==, 6);
  g_assert_cmpint (copy->targets[2], ==, XYB_UNSAID);
  g_assert_cmpint (copy->opening[0], ==, XYB_UNSAID);
  g_assert_null (copy->opening_as_of);
  g_assert_cmpint (copy->basis, ==, XYB_BASIS_SIGNED);
  g_assert_false (copy->deadline_inclusive);
  g_assert_cmpint (copy->rate_points, ==, 40);
  g_assert_cmpint (quota->unit_id, ==, 106);
  g_assert_cmpstr (quota->unit_name, ==, "周市镇");
  g_assert_cmpint (quota->accreditation, ==, 8);
  g_assert_cmpint (quota->city_model, ==, XYB_UNSAID);
  g_assert_cmpint (tier->below_percent, ==, 100);
  g_assert_cmpint (tier->deduction, ==, 40);
}

static void
test_copy_dates (void)
{
  g_autoptr (XybPlan) copy = copy_to (2021);
  const XybMilestone *first = copy->milestones->pdata[0];
  const XybMilestone *second = copy->milestones->pdata[1];

  g_assert_cmpstr (first->due_on, ==, "2021-04-15");
  g_assert_null (first->starts_on);
  g_assert_cmpstr (first->date_text, ==, "4月15日前");
  g_assert_cmpstr (first->key, ==, "DL-03");
  g_assert_cmpstr (first->text, ==, "报送2021年汇总表");
  g_assert_cmpstr (first->actor, ==, "各区镇");
  g_assert_cmpstr (second->starts_on, ==, "2021-02-01");
  g_assert_cmpstr (second->due_on, ==, "2021-02-28");
  g_assert_cmpstr (second->date_text, ==, "2021年2月底");
}

static void
test_copy_keeps_others_words (void)
{
  g_autoptr (XybPlan) copy = copy_to (2021);
  const XybPlanBasis *basis = copy->bases->pdata[0];
  const XybPlanCondition *condition = copy->conditions->pdata[0];

  /* Another office's document does not get a new name because our year changed. */
  g_assert_cmpstr (basis->title, ==, "苏州市2020年企业信用管理贯标和示范创建等工作方案");
  g_assert_cmpstr (basis->number, ==, "苏信用办〔2020〕4号");
  g_assert_cmpstr (condition->text, ==, "在2018年度（含）之前获评苏州市级信用管理示范的企业");
  g_assert_cmpint (condition->track, ==, XYB_TRACK_PROVINCE_MODEL);
  g_assert_cmpstr (condition->key, ==, "PLAN-C10");
}

static void
test_copy_ids (void)
{
  g_autoptr (XybPlan) copy = copy_to (2021);
  GPtrArray *lists[] = { copy->bases,     copy->quotas, copy->milestones, copy->conditions,
                         copy->materials, copy->steps,  copy->tiers };

  g_assert_cmpint (copy->id, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_assert_cmpuint (lists[i]->len, >, 0);
      for (guint k = 0; k < lists[i]->len; k++)
        g_assert_cmpint (*(const gint64 *) lists[i]->pdata[k], ==, 0);
    }
}

static void
test_copy_links (void)
{
  g_autoptr (XybPlan) copy = copy_to (2021);
  XybPlanMaterial **materials = (XybPlanMaterial **) copy->materials->pdata;
  XybPlanStep **steps = (XybPlanStep **) copy->steps->pdata;

  for (guint i = 0; i < 3; i++)
    {
      materials[i]->id = 100 + i;
      steps[i]->id = 200 + i;
    }
  for (int round = 0; round < 2; round++)
    {
      xyb_plan_resolve_links (copy);
      g_assert_cmpint (materials[0]->linked_id, ==, 102);
      g_assert_cmpint (materials[1]->linked_id, ==, 0);
      g_assert_cmpint (materials[2]->linked_id, ==, 100);
      g_assert_cmpint (steps[0]->parent_id, ==, 0);
      g_assert_cmpint (steps[1]->parent_id, ==, 200);
      g_assert_cmpint (steps[2]->parent_id, ==, 200);
    }
  g_assert_cmpstr (materials[2]->requirement, ==, "市信用办初审盖章");
  g_assert_true (materials[1]->has_validity);
  g_assert_false (materials[1]->required);
}

static void
test_copy_year_digits (void)
{
  g_autoptr (XybPlan) plan = plan_2020 ();
  g_autoptr (XybPlan) copy = NULL;

  g_free (plan->title);
  plan->title = g_strdup ("2020年方案（2020—2020年度），12020、20201和2019不变");
  copy = xyb_plan_copy_to_year (plan, 2019, NULL);
  g_assert_cmpstr (copy->title, ==, "2019年方案（2019—2019年度），12020、20201和2019不变");
}

static void
test_copy_refuses (void)
{
  static const int years[] = { 0, -1, 1899, 2200, 20201, G_MAXINT, G_MININT, 2020 };
  g_autoptr (XybPlan) plan = plan_2020 ();

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (xyb_plan_copy_to_year (plan, years[i], &error));
      g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE);
    }
  g_assert_cmpstr (plan->document_number, ==, "昆信用办〔2020〕4号");
}

static void
test_next_year (void)
{
  static const int known[] = { 2019, 2020 };
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));

  g_assert_cmpint (xyb_plan_next_year (years, 2026), ==, 2026);
  g_array_append_vals (years, known, G_N_ELEMENTS (known));
  g_assert_cmpint (xyb_plan_next_year (years, 2026), ==, 2026);
  g_assert_cmpint (xyb_plan_next_year (years, 2020), ==, 2021);
  g_assert_cmpint (xyb_plan_next_year (years, 2019), ==, 2021);
}

static XybPlan *
plan_with (gint64 opening, gint64 target)
{
  XybPlan *plan = xyb_plan_new ();

  plan->opening[0] = opening;
  plan->targets[0] = target;
  return plan;
}

/* PLAN-12: 590 → 640 → 706; what the clerk corrects counts from there on. */
static void
test_derive_opening (void)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_free);

  g_assert_cmpint (xyb_plan_derive_opening (plans, XYB_TRACK_ACCREDITATION), ==, XYB_UNSAID);
  g_ptr_array_add (plans, plan_with (590, 50));
  g_assert_cmpint (xyb_plan_derive_opening (plans, XYB_TRACK_ACCREDITATION), ==, 640);
  g_ptr_array_add (plans, plan_with (XYB_UNSAID, 66));
  g_assert_cmpint (xyb_plan_derive_opening (plans, XYB_TRACK_ACCREDITATION), ==, 706);
  g_assert_cmpint (xyb_plan_derive_opening (plans, XYB_TRACK_CITY_MODEL), ==, XYB_UNSAID);
  g_ptr_array_add (plans, plan_with (681, 70));
  g_assert_cmpint (xyb_plan_derive_opening (plans, XYB_TRACK_ACCREDITATION), ==, 751);
  g_ptr_array_add (plans, plan_with (XYB_UNSAID, XYB_UNSAID));
  g_assert_cmpint (xyb_plan_derive_opening (plans, XYB_TRACK_ACCREDITATION), ==, XYB_UNSAID);
}

static void
test_move_milestone (void)
{
  static const struct
  {
    const char *text, *starts_on, *due_on;
    const char *moved;
    const char *new_text, *new_start;
  } cases[] = {
    { "4月15日前", NULL, "2021-04-15", "2021-04-20", "4月20日前", NULL },
    { "4月2日", "2021-04-02", "2021-04-02", "2021-04-06", "4月6日", "2021-04-06" },
    { "4月上旬", "2021-04-01", "2021-04-10", "2021-04-12", "4月12日前", "2021-04-01" },
    { "4月上旬", "2021-04-01", "2021-04-10", "2021-03-25", "3月25日前", NULL },
    { "4月上旬", "2021-04-01", "2021-04-10", "2021-04-10", "4月上旬", "2021-04-01" },
    { "4月15日前", NULL, "2021-04-15", NULL, "4月15日前", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybMilestone) milestone = xyb_milestone_new ();

      milestone->date_text = g_strdup (cases[i].text);
      milestone->starts_on = g_strdup (cases[i].starts_on);
      milestone->due_on = g_strdup (cases[i].due_on);
      xyb_milestone_move (milestone, cases[i].moved);
      g_assert_cmpstr (milestone->due_on, ==, cases[i].moved);
      g_assert_cmpstr (milestone->date_text, ==, cases[i].new_text);
      g_assert_cmpstr (milestone->starts_on, ==, cases[i].new_start);
    }
}

static void
test_unit_kinds (void)
{
  static const char *const words[][2] = {
    { "district", "区镇" },    { "subdistrict", "城市管理办事处" },
    { "department", "部门" },  { "upper", "上级单位" },
    { "association", "协会" }, { "provider", "第三方信用服务机构" },
    { "bank", "银行" },        { "other", "其他" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      XybUnitKind kind = xyb_unit_kind_from_key (words[i][0]);

      g_assert_cmpint (kind, ==, i + 1);
      g_assert_cmpint (xyb_unit_kind_from_key (words[i][1]), ==, kind);
      g_assert_cmpstr (xyb_unit_kind_key (kind), ==, words[i][0]);
      g_assert_cmpstr (xyb_unit_kind_name (kind), ==, words[i][1]);
    }
  g_assert_cmpint (xyb_unit_kind_from_key ("town"), ==, 0);
  g_assert_cmpint (xyb_unit_kind_from_key (NULL), ==, 0);
  g_assert_null (xyb_unit_kind_name ((XybUnitKind) 9));
}

static void
test_unit_copy (void)
{
  g_autoptr (XybUnit) unit = xyb_unit_new ();
  g_autoptr (XybUnit) copy = NULL;
  XybUnitAlias *alias = xyb_unit_alias_new ();

  unit->id = 313;
  unit->kind = XYB_UNIT_KIND_DEPARTMENT;
  unit->name = g_strdup ("工业和信息化局");
  unit->position = 13;
  alias->id = 1011;
  alias->name = g_strdup ("经信委");
  alias->former = TRUE;
  alias->source = g_strdup ("S0:132");
  g_ptr_array_add (unit->aliases, alias);

  copy = xyb_unit_copy (unit);
  alias->former = FALSE;
  g_clear_pointer (&unit, xyb_unit_free);

  alias = copy->aliases->pdata[0];
  g_assert_cmpint (copy->id, ==, 313);
  g_assert_cmpstr (copy->name, ==, "工业和信息化局");
  g_assert_cmpint (copy->position, ==, 13);
  g_assert_null (copy->full_name);
  g_assert_cmpuint (copy->aliases->len, ==, 1);
  g_assert_cmpstr (alias->name, ==, "经信委");
  g_assert_true (alias->former);
  g_assert_cmpstr (alias->source, ==, "S0:132");
  g_assert_null (alias->note);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/new/nothing-is-said", test_new_says_nothing);
  g_test_add_func ("/plan/new/acceptance-counts-and-deadlines-include-the-day", test_defaults);
  g_test_add_func ("/plan/words/tracks", test_track_words);
  g_test_add_func ("/plan/words/bases", test_basis_words);
  g_test_add_func ("/milestone/before-a-day-includes-it-unless-told", test_milestone);
  g_test_add_func ("/plan/copy/year-in-titles-number-and-date-blank", test_copy_titles);
  g_test_add_func ("/plan/copy/quotas-kept-opening-not-said", test_copy_numbers);
  g_test_add_func ("/plan/copy/dates-shift-over-the-leap-day", test_copy_dates);
  g_test_add_func ("/plan/copy/cited-documents-and-conditions-stay", test_copy_keeps_others_words);
  g_test_add_func ("/plan/copy/ids-are-none", test_copy_ids);
  g_test_add_func ("/plan/copy/links-survive-new-ids", test_copy_links);
  g_test_add_func ("/plan/copy/only-the-year-itself-is-replaced", test_copy_year_digits);
  g_test_add_func ("/plan/copy/impossible-year-refused", test_copy_refuses);
  g_test_add_func ("/plan/next/this-year-or-the-one-after-the-last", test_next_year);
  g_test_add_func ("/plan/next/totals-are-derived-from-targets", test_derive_opening);
  g_test_add_func ("/plan/next/the-printed-day-follows", test_move_milestone);
  g_test_add_func ("/unit/kinds", test_unit_kinds);
  g_test_add_func ("/unit/copy-owns-its-aliases", test_unit_copy);
  return g_test_run ();
}
