/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "track-fixture.h"

#include "xyb-contract.h"
#include "xyb-core-error.h"
#include "xyb-material.h"
#include "xyb-step.h"

static void
add_item (XybPlan *plan,
          gint64 id,
          const char *name,
          gboolean required,
          gboolean validity,
          gint64 linked)
{
  XybPlanMaterial *item = xyb_plan_material_new ();

  item->id = id;
  item->name = g_strdup (name);
  item->required = required;
  item->has_validity = validity;
  item->linked_id = linked;
  g_ptr_array_add (plan->materials, item);
}

static XybPlan *
plan_with_list (void)
{
  XybPlan *plan = track_plan_2020 ();

  add_item (plan, 1, "查询报告", TRUE, TRUE, 0);
  add_item (plan, 2, "申报表", TRUE, FALSE, 3);
  add_item (plan, 3, "申报表", TRUE, FALSE, 2);
  add_item (plan, 4, "其他材料", FALSE, FALSE, 0);
  return plan;
}

static XybMaterial *
material (gint64 id, XybMaterialState state, const char *valid_until)
{
  XybMaterial *self = xyb_material_new (id);

  self->state = state;
  self->received_on = g_strdup (xyb_material_is_in (self) ? "2020-07-10" : NULL);
  self->valid_until = g_strdup (valid_until);
  self->note = g_strdup (state == XYB_MATERIAL_RETURNED ? "没有签字" : NULL);
  return self;
}

typedef struct
{
  const char *valid_until;
  const char *on;
  const char *words;
  const char *warning;
} ValidityCase;

/* MAT-04; 20 July is its last good day. */
static const ValidityCase validities[] = {
  { "2020-07-20", "2020-07-12", "有效期至 7月20日", NULL },
  { "2020-07-20", "2020-07-13", "有效期至 7月20日，还有 7 天",
    "第 1 项快要过期：有效期至 7月20日，还有 7 天" },
  { "2020-07-20", "2020-07-20", "有效期至 7月20日，还有 0 天",
    "第 1 项快要过期：有效期至 7月20日，还有 0 天" },
  { "2020-07-20", "2020-07-21", "有效期至 7月20日，已过 1 天",
    "请企业重新出具第 1 项：有效期至 7月20日，已过 1 天" },
  { "2020-07-20", "2020-07-24", "有效期至 7月20日，已过 4 天",
    "请企业重新出具第 1 项：有效期至 7月20日，已过 4 天" },
  { NULL, "2020-07-24", "没有登记有效期至", "第 1 项没有登记有效期至，请补上" },
};

static void
test_validity (void)
{
  g_autoptr (XybPlan) plan = plan_with_list ();

  for (gsize i = 0; i < G_N_ELEMENTS (validities); i++)
    {
      g_autoptr (GPtrArray) materials
        = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_material_free);
      g_autoptr (XybMaterialList) list = NULL;
      const XybMaterialLine *line;

      g_ptr_array_add (materials, material (1, XYB_MATERIAL_RECEIVED, validities[i].valid_until));
      list = xyb_material_list_new (plan, XYB_TRACK_ACCREDITATION, materials, validities[i].on);
      line = list->lines->pdata[0];
      g_assert_cmpstr (line->words, ==, validities[i].words);
      g_assert_cmpstr (line->warning, ==, validities[i].warning);
    }
}

static void
test_list (void)
{
  g_autoptr (XybPlan) plan = plan_with_list ();
  g_autoptr (GPtrArray) materials
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_material_free);
  g_autoptr (XybMaterialList) list = NULL;
  g_autoptr (XybMaterialList) whole = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (materials, material (1, XYB_MATERIAL_COMPLETE, "2020-07-20"));
  g_ptr_array_add (materials, material (2, XYB_MATERIAL_RETURNED, NULL));
  g_ptr_array_add (materials, material (3, XYB_MATERIAL_RECEIVED, NULL));
  list = xyb_material_list_new (plan, XYB_TRACK_ACCREDITATION, materials, "2020-07-24");
  g_assert_cmpuint (list->lines->len, ==, 4);
  g_assert_cmpuint (list->usable, ==, 1);
  g_assert_cmpuint (list->wanted, ==, 3);
  g_assert_cmpuint (list->lacking, ==, 1);
  g_assert_cmpstr (((XybMaterialLine *) list->lines->pdata[1])->words, ==, "退回：没有签字");
  g_assert_cmpstr (((XybMaterialLine *) list->lines->pdata[2])->words, ==, "7月10日收到");
  g_assert_cmpstr (((XybMaterialLine *) list->lines->pdata[2])->warning, ==,
                   "第 3 项已收，同一张表的第 2 项还没有收，请核对");
  g_assert_cmpstr (((XybMaterialLine *) list->lines->pdata[3])->words, ==, "没有要求");
  g_assert_false (xyb_material_list_check (list, "通过", &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY);
  g_assert_cmpstr (error->message, ==,
                   "不能登记“通过”：还缺 1 项必需材料（2 申报表），收齐后再登记。");
  ((XybMaterial *) materials->pdata[1])->state = XYB_MATERIAL_RECEIVED;
  whole = xyb_material_list_new (plan, XYB_TRACK_ACCREDITATION, materials, "2020-07-24");
  g_assert_true (xyb_material_list_check (whole, "通过", NULL));
}

typedef struct
{
  XybMaterialState state;
  const char *received_on;
  const char *issued_on;
  const char *valid_until;
  const char *sentence;
} MaterialCase;

static const MaterialCase wrong_materials[] = {
  { XYB_MATERIAL_RETURNED, NULL, NULL, NULL, "退回「查询报告」要写明原因，企业才知道改什么。" },
  { XYB_MATERIAL_RECEIVED, "2020-07-25", NULL, NULL, "「查询报告」：收到日期还没有到，请核对。" },
  { XYB_MATERIAL_RECEIVED, "2020-07-10", "2020-07-11", NULL,
    "「查询报告」：出具日期晚于收到日期，请核对。" },
  { XYB_MATERIAL_RECEIVED, "2020-07-10", "2020-07-01", "2020-06-30",
    "「查询报告」：有效期至早于出具日期，请核对。" },
  { 9, NULL, NULL, NULL, "材料状态只有 缺、收、退、齐 四种，请重新选择。" },
};

static void
test_wrong_materials (void)
{
  g_autoptr (XybPlan) plan = plan_with_list ();

  for (gsize i = 0; i < G_N_ELEMENTS (wrong_materials); i++)
    {
      g_autoptr (XybMaterial) self = xyb_material_new (1);
      g_autoptr (GError) error = NULL;

      self->state = wrong_materials[i].state;
      self->received_on = g_strdup (wrong_materials[i].received_on);
      self->issued_on = g_strdup (wrong_materials[i].issued_on);
      self->valid_until = g_strdup (wrong_materials[i].valid_until);
      g_assert_false (
        xyb_material_validate (self, plan->materials->pdata[0], "2020-07-24", &error));
      g_assert_cmpstr (error->message, ==, wrong_materials[i].sentence);
    }
}

typedef struct
{
  const char *starts_on;
  const char *ends_on;
  int months;
  guint warnings;
} TermCase;

/* DL-15: both days count. */
static const TermCase terms[] = {
  { "2020-05-01", "2020-10-31", 6, 0 }, { "2020-05-01", "2020-10-30", 5, 1 },
  { "2020-03-15", "2020-09-14", 6, 0 }, { "2020-03-15", "2020-09-13", 5, 1 },
  { "2019-08-31", "2020-02-28", 6, 0 }, { "2020-08-31", "2021-02-27", 6, 0 },
  { "2019-08-31", "2020-02-27", 5, 1 }, { "2020-05-01", NULL, -1, 1 },
};

static void
test_half_a_year (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autoptr (XybContract) contract = xyb_contract_new ();
      g_autoptr (GPtrArray) warnings = NULL;

      contract->kind = XYB_CONTRACT_MODEL;
      contract->signed_on = g_strdup ("2019-01-01");
      contract->starts_on = g_strdup (terms[i].starts_on);
      contract->ends_on = g_strdup (terms[i].ends_on);
      contract->filed = contract->stamped = TRUE;
      g_assert_cmpint (xyb_contract_months (contract), ==, terms[i].months);
      warnings = xyb_contract_warnings (contract);
      g_assert_cmpuint (warnings->len, ==, terms[i].warnings);
    }
}

static void
test_wrong_contracts (void)
{
  static const struct
  {
    const char *signed_on;
    const char *starts_on;
    const char *ends_on;
    const char *sentence;
  } wrong[] = {
    { NULL, NULL, NULL, "合同没有签订日期，请填写。" },
    { "2020-07-25", NULL, NULL, "合同签订日期 2020-07-25 还没有到，请在签订以后再登记。" },
    { "2020-05-01", "2020-06-01", "2020-06-01",
      "合同服务截止 2020-06-01 不晚于服务开始 2020-06-01，请核对起止日期。" },
    { "2020-05-01", NULL, "2020-04-30",
      "合同服务截止 2020-04-30 早于签订日期 2020-05-01，请核对。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (XybContract) contract = xyb_contract_new ();
      g_autoptr (GError) error = NULL;

      contract->signed_on = g_strdup (wrong[i].signed_on);
      contract->starts_on = g_strdup (wrong[i].starts_on);
      contract->ends_on = g_strdup (wrong[i].ends_on);
      g_assert_false (xyb_contract_validate (contract, "2020-07-24", &error));
      g_assert_cmpstr (error->message, ==, wrong[i].sentence);
    }
}

/* §2.2: at least two trainings, at least one 专职人员. */
static void
test_steps (void)
{
  g_autoptr (XybPlanStep) trainings = xyb_plan_step_new ();
  g_autoptr (XybPlanStep) group = xyb_plan_step_new ();
  g_autoptr (XybStepRecord) held = xyb_step_record_new (1);
  g_autoptr (XybStepRecord) formed = xyb_step_record_new (2);
  g_autofree char *once = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  trainings->counted = XYB_STEP_TRAININGS;
  trainings->minimum = 2;
  g_assert_cmpint (xyb_step_state (trainings, held), ==, XYB_STEP_OPEN);
  g_ptr_array_add (held->trainings, xyb_training_new ("2020-06-18", "信用管理基础"));
  g_assert_cmpint (xyb_step_state (trainings, held), ==, XYB_STEP_BEGUN);
  once = xyb_step_words (trainings, held);
  g_assert_cmpstr (once, ==, "1/2 次，6月18日");
  g_ptr_array_add (held->trainings, xyb_training_new ("2020-07-02", "应收账款"));
  g_assert_cmpint (xyb_step_state (trainings, held), ==, XYB_STEP_DONE);

  group->counted = XYB_STEP_STAFF;
  group->minimum = 1;
  formed->done_on = g_strdup ("2020-05-20");
  g_assert_cmpint (xyb_step_state (group, formed), ==, XYB_STEP_BEGUN);
  without = xyb_step_words (group, formed);
  g_assert_cmpstr (without, ==, "没有登记专职人员，5月20日完成");
  formed->staff = 1;
  g_assert_cmpint (xyb_step_state (group, formed), ==, XYB_STEP_DONE);
  with = xyb_step_words (group, formed);
  g_assert_cmpstr (with, ==, "专职人员 1 名，5月20日完成");
}

/* ---- states and scans ---- */

static void
test_turns (void)
{
  g_autoptr (XybMaterial) sent_back = material (1, XYB_MATERIAL_RETURNED, NULL);
  g_autoptr (XybMaterial) expired = material (1, XYB_MATERIAL_COMPLETE, "2020-07-20");
  g_autoptr (XybMaterial) copy = NULL;

  xyb_material_turn (sent_back, XYB_MATERIAL_RECEIVED, "2020-07-24");
  g_assert_cmpstr (sent_back->received_on, ==, "2020-07-24");
  g_assert_null (sent_back->note);
  xyb_material_turn (sent_back, XYB_MATERIAL_COMPLETE, "2020-07-25");
  g_assert_cmpstr (sent_back->received_on, ==, "2020-07-24");
  copy = xyb_material_copy (sent_back);
  g_assert_cmpstr (copy->received_on, ==, "2020-07-24");
  xyb_material_turn (sent_back, XYB_MATERIAL_MISSING, "2020-07-25");
  g_assert_null (sent_back->received_on);

  expired->sha256 = g_strdup ("old");
  xyb_material_renew (expired, "2020-07-24");
  g_assert_cmpint (expired->state, ==, XYB_MATERIAL_RECEIVED);
  g_assert_cmpstr (expired->received_on, ==, "2020-07-24");
  g_assert_null (expired->valid_until);
  g_assert_null (expired->sha256);
}

typedef struct
{
  const char *path;
  guint number; /* 0: it does not say */
} ScanCase;

static const ScanCase scans[] = {
  { "/u/2 申报表.pdf", 2 },
  { "/u/03-申报表.jpg", 3 },
  { "/u/信用信息查询报告（昆山示例）.pdf", 1 },
  { "/u/查询报告.PDF", 1 },
  { "/u/其他材料.zip", 4 },
  { "/u/申报表.pdf", 0 }, /* AMB-09: two are called so */
  { "/u/9 申报表.pdf", 0 },
  { "/u/20200724.pdf", 0 },
  { "/u/扫描件.pdf", 0 },
};

static void
test_scans (void)
{
  g_autoptr (XybPlan) plan = plan_with_list ();
  g_autoptr (XybMaterialList) list
    = xyb_material_list_new (plan, XYB_TRACK_ACCREDITATION, NULL, "2020-07-24");

  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      const XybMaterialLine *line = xyb_material_list_guess (list, scans[i].path);

      g_test_message ("%s", scans[i].path);
      g_assert_cmpuint (line != NULL ? line->number : 0, ==, scans[i].number);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/material/the-last-day-is-good", test_validity);
  g_test_add_func ("/material/what-is-lacking", test_list);
  g_test_add_func ("/material/wrong-ones-are-refused", test_wrong_materials);
  g_test_add_func ("/material/what-goes-with-a-state", test_turns);
  g_test_add_func ("/material/which-one-a-scan-is-of", test_scans);
  g_test_add_func ("/contract/half-a-year", test_half_a_year);
  g_test_add_func ("/contract/wrong-ones-are-refused", test_wrong_contracts);
  g_test_add_func ("/step/two-trainings-one-person", test_steps);
  return g_test_run ();
}
