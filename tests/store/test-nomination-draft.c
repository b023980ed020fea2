/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "office-fixture.h"
#include "xyb-core-error.h"
#include "xyb-nomination-draft.h"

/* What is typed or pasted into 附件2 of 周市镇. */

#define TODAY "2020-04-14"
#define NAME XYB_NOMINATION_CELL_NAME

static XybNominationDraft *
draft_of (Office *office, gint64 unit_id, const char *district)
{
  g_autoptr (GPtrArray) rows = office_list_nominations (office, unit_id);

  return xyb_nomination_draft_new (2020, office_plan_id (office, 2020), unit_id, district, rows,
                                   XYB_MONEY_UNIT_WAN);
}

static XybNominationDraft *
draft_new (Office *office)
{
  return draft_of (office, ZHOUSHI, "周市镇");
}

static const XybNominationQuestion *
resolve (Office *office, XybNominationDraft *draft)
{
  g_autoptr (GError) error = NULL;
  const XybNominationQuestion *question = NULL;

  xyb_nomination_draft_resolve (draft, office->store, &question, &error);
  g_assert_no_error (error);
  return question;
}

static void
store (Office *office, XybNominationDraft *draft, const char *what)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (resolve (office, draft));
  xyb_nomination_draft_store (draft, office->store, what, TODAY, &error);
  g_assert_no_error (error);
}

/* One cell typed. */
static void
type (Office *office, guint row, XybNominationCell cell, const char *text)
{
  g_autoptr (XybNominationDraft) draft = draft_new (office);

  xyb_nomination_draft_set (draft, row, cell, text);
  store (office, draft, NULL);
}

static void
assert_names (Office *office, gint64 unit_id, const char *expected)
{
  g_autoptr (GPtrArray) rows = office_list_nominations (office, unit_id);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const XybNomination *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->position, ==, i + 1);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", row->enterprise_name);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static gint64
count_enterprises (Office *office)
{
  return xyb_enterprise_store_count (office->store, NULL);
}

/* The form of a district as it lies on the clipboard, without 序号. */
static const char *const pasted[8][6] = {
  { "昆山示例精密机械有限公司", "精密零部件", "1.2亿", "180", "张示例", "0512-55550101转8012" },
  { "昆山示例模具有限公司", "注塑模具", "12000", "150人", "陈示例", "55550102" },
  { "昆山示例自动化科技有限公司", "工装夹具", "3000万", "64", "王示例", "0512-55550103" },
  { "昆山示例塑料制品有限公司", "注塑件", "1,234.5", "52", "赵示例", "13800000004" },
  { "昆山示例冷链物流有限公司", "仓储配送", "8600万元", "210", "钱示例", "0512-55550105" },
  { "昆山示例五金制品有限公司", "冲压件", "5400", "", "周示例", "0512-55550107" },
  { "昆山示例电路板有限公司", "印制电路板", "4.6亿元", "530", "孙示例", "138" },
  { "昆山示例检测技术有限公司", "检测服务", "", "75", "吴示例", "" },
};

static void
set_block (XybNominationDraft *draft, guint row)
{
  for (guint i = 0; i < G_N_ELEMENTS (pasted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (pasted[i]); j++)
      xyb_nomination_draft_set (draft, row + i, NAME + j, pasted[i][j]);
}

/* ---- a name in a blank row ---- */

static void
test_new_name (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  type (office, 0, NAME, "昆山示例模具有限公司");
  assert_names (office, ZHOUSHI, "昆山示例模具有限公司");
  office_assert_label (office, "2020年附件2：周市镇 增加 昆山示例模具有限公司");
  g_assert_cmpint (count_enterprises (office), ==, 1);
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  assert_names (office, ZHOUSHI, "");
  g_assert_cmpint (count_enterprises (office), ==, 0);
}

static gint64
register_enterprise (Office *office, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();

  enterprise->name = g_strdup (name);
  enterprise->unit_id = ZHOUSHI;
  enterprise->products = g_strdup ("注塑模具");
  enterprise->headcount = 150;
  enterprise->contact = g_strdup ("陈示例");
  xyb_enterprise_store_save (office->store, enterprise, TODAY, &error);
  g_assert_no_error (error);
  return enterprise->id;
}

/* The register's company comes with what the register knows; full width and spaces do not matter.
 */
static void
test_known_name (Office *office, gconstpointer data)
{
  gint64 id = register_enterprise (office, "昆山示例模具（苏州）有限公司");
  g_autoptr (GPtrArray) rows = NULL;
  const XybNomination *row;

  type (office, 4, NAME, " 昆山示例模具(苏州)有限公司 ");
  rows = office_list_nominations (office, ZHOUSHI);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpint (row->enterprise_id, ==, id);
  g_assert_cmpint (row->position, ==, 1);
  g_assert_cmpstr (row->products, ==, "注塑模具");
  g_assert_cmpint (row->headcount, ==, 150);
  g_assert_cmpstr (row->contact, ==, "陈示例");
  g_assert_cmpint (count_enterprises (office), ==, 1);
}

static void
test_former_name (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = register_enterprise (office, "昆山示例旧名有限公司");
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_store_get (office->store, id, &error);
  g_autoptr (XybNominationDraft) draft = NULL;
  g_autofree char *remark = NULL;

  g_free (enterprise->name);
  enterprise->name = g_strdup ("苏州新程精工有限公司");
  xyb_enterprise_store_save (office->store, enterprise, TODAY, &error);
  g_assert_no_error (error);
  draft = draft_new (office);
  xyb_nomination_draft_set (draft, 0, NAME, "昆山示例旧名有限公司");
  store (office, draft, NULL);
  assert_names (office, ZHOUSHI, "苏州新程精工有限公司");
  remark = xyb_nomination_draft_dup_remark (draft, office->store);
  g_assert_nonnull (strstr (remark, "苏州新程精工有限公司"));
}

static void
test_like_name (Office *office, gconstpointer data)
{
  gint64 id = register_enterprise (office, "昆山示例模具有限公司");
  g_autoptr (XybNominationDraft) draft = draft_new (office);
  const XybNominationQuestion *question;

  xyb_nomination_draft_set (draft, 0, NAME, "昆山市示例模具有限责任公司");
  question = resolve (office, draft);
  g_assert_nonnull (question);
  g_assert_cmpint (question->ask, ==, XYB_NOMINATION_ASK_WHICH);
  g_assert_cmpuint (question->candidates->len, ==, 1);
  /* Nothing has been written while the clerk thinks. */
  assert_names (office, ZHOUSHI, "");
  xyb_nomination_draft_answer (draft, id);
  store (office, draft, NULL);
  assert_names (office, ZHOUSHI, "昆山示例模具有限公司");
}

static void
test_like_name_new (Office *office, gconstpointer data)
{
  g_autoptr (XybNominationDraft) draft = draft_new (office);

  register_enterprise (office, "昆山示例模具有限公司");
  xyb_nomination_draft_set (draft, 0, NAME, "昆山市示例模具有限责任公司");
  g_assert_nonnull (resolve (office, draft));
  xyb_nomination_draft_answer (draft, XYB_NOMINATION_ANSWER_NEW);
  store (office, draft, NULL);
  assert_names (office, ZHOUSHI, "昆山市示例模具有限责任公司");
  g_assert_cmpint (count_enterprises (office), ==, 2);
}

/* ENT-08. */
static void
test_other_district (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNominationDraft) draft = NULL;
  gboolean ok;

  type (office, 0, NAME, "昆山示例模具有限公司");
  draft = draft_of (office, ZHANGPU, "张浦镇");
  xyb_nomination_draft_set (draft, 0, NAME, "昆山示例模具有限公司");
  g_assert_null (resolve (office, draft));
  ok = xyb_nomination_draft_store (draft, office->store, NULL, TODAY, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, "周市镇",
                         "2020年附件2：周市镇 增加 昆山示例模具有限公司");
}

/* AMB-33: allowed, but said. */
static void
test_earlier_year (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNomination) old = xyb_nomination_new ();
  g_autoptr (XybNominationDraft) draft = NULL;
  g_autofree char *remark = NULL;

  old->plan_id = office_plan_id (office, 2019);
  old->unit_id = ZHOUSHI;
  old->enterprise_id = register_enterprise (office, "昆山示例模具有限公司");
  old->accepted_on = g_strdup ("2019-11-20");
  xyb_nomination_store_save (office->store, old, &error);
  g_assert_no_error (error);
  draft = draft_new (office);
  xyb_nomination_draft_set (draft, 0, NAME, "昆山示例模具有限公司");
  store (office, draft, NULL);
  remark = xyb_nomination_draft_dup_remark (draft, office->store);
  g_assert_nonnull (strstr (remark, "2019 年已通过贯标验收"));
}

static void
test_nameless (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNominationDraft) draft = draft_new (office);
  const XybNominationQuestion *question;
  gboolean ok;

  xyb_nomination_draft_set (draft, 2, XYB_NOMINATION_CELL_PRODUCTS, "注塑件");
  ok = xyb_nomination_draft_resolve (draft, office->store, &question, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "第 3 行",
                         NULL);
}

/* ---- a block ---- */

static void
test_paste (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNominationDraft) draft = draft_new (office);
  g_autoptr (GPtrArray) rows = NULL;
  const XybNomination *first;

  set_block (draft, 0);
  store (office, draft, "粘贴");
  office_assert_label (office, "粘贴 8 行：周市镇附件2");
  rows = office_list_nominations (office, ZHOUSHI);
  g_assert_cmpuint (rows->len, ==, 8);
  first = rows->pdata[0];
  g_assert_cmpint (first->revenue_fen, ==, G_GINT64_CONSTANT (12000000000));
  g_assert_cmpint (first->revenue_unit, ==, XYB_MONEY_UNIT_YI);
  g_assert_cmpint (((XybNomination *) rows->pdata[1])->revenue_fen, ==,
                   G_GINT64_CONSTANT (12000000000));
  g_assert_cmpint (((XybNomination *) rows->pdata[1])->headcount, ==, 150);
  g_assert_cmpint (((XybNomination *) rows->pdata[5])->headcount, ==, XYB_UNSAID);
  /* Doubtful, but kept as it was written. */
  g_assert_cmpstr (((XybNomination *) rows->pdata[6])->phone, ==, "138");
  /* One undo takes all of it back, companies included. */
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  assert_names (office, ZHOUSHI, "");
  g_assert_cmpint (count_enterprises (office), ==, 0);
  office_assert_label (office, NULL);
}

static void
test_paste_all_or_nothing (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNominationDraft) draft = draft_new (office);
  const XybNominationQuestion *question;
  gboolean ok;

  set_block (draft, 0);
  xyb_nomination_draft_set (draft, 6, XYB_NOMINATION_CELL_HEADCOUNT, "五百多");
  ok = xyb_nomination_draft_resolve (draft, office->store, &question, &error);
  g_assert_nonnull (strstr (error->message, "职工人数"));
  office_assert_refused (office, ok, &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
                         "第 7 行", NULL);
  assert_names (office, ZHOUSHI, "");
  g_assert_cmpint (count_enterprises (office), ==, 0);
}

static void
accept_first (Office *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = office_list_nominations (office, ZHOUSHI);
  XybNomination *row = rows->pdata[0];

  row->accepted_on = g_strdup ("2020-10-01");
  xyb_nomination_store_save (office->store, row, &error);
  g_assert_no_error (error);
}

/* A corrected form over the old one: who changes the place keeps its dates; who goes is asked. */
static void
test_paste_over (Office *office, gconstpointer data)
{
  static const char *const again[]
    = { "昆山示例乙科技有限公司", "苏州丁模具有限公司", "昆山示例甲机械有限公司" };
  g_autoptr (XybNominationDraft) draft = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const XybNominationQuestion *question;

  type (office, 0, NAME, "昆山示例甲机械有限公司");
  type (office, 1, NAME, "昆山示例乙科技有限公司");
  type (office, 2, NAME, "昆山示例丙塑料有限公司");
  accept_first (office);
  draft = draft_new (office);
  for (guint i = 0; i < G_N_ELEMENTS (again); i++)
    xyb_nomination_draft_set (draft, i, NAME, again[i]);
  question = resolve (office, draft);
  g_assert_nonnull (question);
  g_assert_cmpint (question->ask, ==, XYB_NOMINATION_ASK_REPLACE);
  g_assert_cmpuint (question->displaced->len, ==, 1);
  g_assert_cmpstr (question->displaced->pdata[0], ==, "昆山示例丙塑料有限公司");
  xyb_nomination_draft_answer (draft, XYB_NOMINATION_ANSWER_AGREE);
  store (office, draft, "粘贴");
  assert_names (office, ZHOUSHI,
                "昆山示例乙科技有限公司 苏州丁模具有限公司 昆山示例甲机械有限公司");
  rows = office_list_nominations (office, ZHOUSHI);
  g_assert_cmpstr (((XybNomination *) rows->pdata[2])->accepted_on, ==, "2020-10-01");
}

/* ---- a name over a name ---- */

static void
test_rename (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNominationDraft) draft = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;
  const XybNominationQuestion *question;

  type (office, 0, NAME, "昆山示例磨具有限公司");
  draft = draft_new (office);
  xyb_nomination_draft_set (draft, 0, NAME, "昆山示例模具有限公司");
  question = resolve (office, draft);
  g_assert_nonnull (question);
  g_assert_cmpint (question->ask, ==, XYB_NOMINATION_ASK_RENAME);
  g_assert_cmpstr (question->old_name, ==, "昆山示例磨具有限公司");
  g_assert_false (question->exact);
  xyb_nomination_draft_answer (draft, XYB_NOMINATION_ANSWER_RENAME);
  store (office, draft, NULL);
  office_assert_label (office, "企业更名：昆山示例磨具有限公司 → 昆山示例模具有限公司");
  rows = office_list_nominations (office, ZHOUSHI);
  enterprise = xyb_enterprise_store_get (office->store,
                                         ((XybNomination *) rows->pdata[0])->enterprise_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (enterprise->name, ==, "昆山示例模具有限公司");
  g_assert_cmpuint (enterprise->former_names->len, ==, 1);
  g_assert_cmpint (count_enterprises (office), ==, 1);
}

/* What was agreed with the company before does not pass to the one that takes its place. */
static void
test_other_company (Office *office, gconstpointer data)
{
  g_autoptr (XybNominationDraft) draft = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const XybNomination *row;

  type (office, 0, NAME, "昆山示例甲机械有限公司");
  type (office, 1, NAME, "苏州乙科技有限公司");
  accept_first (office);
  draft = draft_new (office);
  xyb_nomination_draft_set (draft, 0, NAME, "太仓丙塑料有限公司");
  g_assert_nonnull (resolve (office, draft));
  xyb_nomination_draft_answer (draft, XYB_NOMINATION_ANSWER_OTHER);
  store (office, draft, NULL);
  office_assert_label (office,
                       "2020年附件2：周市镇 昆山示例甲机械有限公司 换成 太仓丙塑料有限公司");
  assert_names (office, ZHOUSHI, "太仓丙塑料有限公司 苏州乙科技有限公司");
  rows = office_list_nominations (office, ZHOUSHI);
  row = rows->pdata[0];
  g_assert_null (row->accepted_on);
  g_assert_cmpint (count_enterprises (office), ==, 3);
}

static void
test_name_of_another (Office *office, gconstpointer data)
{
  gint64 id = register_enterprise (office, "苏州丁模具有限公司");
  g_autoptr (XybNominationDraft) draft = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const XybNominationQuestion *question;

  type (office, 0, NAME, "昆山示例甲机械有限公司");
  draft = draft_new (office);
  xyb_nomination_draft_set (draft, 0, NAME, "苏州丁模具有限公司");
  question = resolve (office, draft);
  g_assert_nonnull (question);
  g_assert_true (question->exact);
  xyb_nomination_draft_answer (draft, XYB_NOMINATION_ANSWER_OTHER);
  store (office, draft, NULL);
  rows = office_list_nominations (office, ZHOUSHI);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((XybNomination *) rows->pdata[0])->enterprise_id, ==, id);
}

/* ---- blanking ---- */

static void
test_blanks (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNominationDraft) cell = NULL;
  g_autoptr (XybNominationDraft) row = NULL;
  const XybNominationQuestion *question;
  gboolean ok;

  type (office, 0, NAME, "昆山示例甲机械有限公司");
  type (office, 0, XYB_NOMINATION_CELL_PRODUCTS, "齿轮");
  office_assert_label (office, "2020年附件2：周市镇 修改 昆山示例甲机械有限公司");
  /* The name alone cannot go … */
  cell = draft_new (office);
  xyb_nomination_draft_set (cell, 0, NAME, NULL);
  ok = xyb_nomination_draft_resolve (cell, office->store, &question, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "第 1 行",
                         "2020年附件2：周市镇 修改 昆山示例甲机械有限公司");
  /* … with all of its row it can. */
  row = draft_new (office);
  xyb_nomination_draft_set (row, 0, NAME, NULL);
  xyb_nomination_draft_set (row, 0, XYB_NOMINATION_CELL_PRODUCTS, "");
  store (office, row, "清除");
  office_assert_label (office, "2020年附件2：周市镇 移除 昆山示例甲机械有限公司");
  assert_names (office, ZHOUSHI, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/nomination-draft/a-new-name-makes-company-and-row", test_new_name);
  office_test ("/nomination-draft/a-known-name-brings-what-is-known", test_known_name);
  office_test ("/nomination-draft/a-former-name-means-the-company", test_former_name);
  office_test ("/nomination-draft/a-like-name-is-asked", test_like_name);
  office_test ("/nomination-draft/a-like-name-may-be-new", test_like_name_new);
  office_test ("/nomination-draft/a-company-of-another-district-is-refused", test_other_district);
  office_test ("/nomination-draft/accepted-before-is-said", test_earlier_year);
  office_test ("/nomination-draft/a-row-needs-its-name-first", test_nameless);
  office_test ("/nomination-draft/eight-rows-are-one-revision", test_paste);
  office_test ("/nomination-draft/a-paste-is-all-or-nothing", test_paste_all_or_nothing);
  office_test ("/nomination-draft/a-corrected-form-over-the-old-one", test_paste_over);
  office_test ("/nomination-draft/a-name-mended-keeps-the-former", test_rename);
  office_test ("/nomination-draft/another-company-begins-anew", test_other_company);
  office_test ("/nomination-draft/the-name-of-another-means-that-one", test_name_of_another);
  office_test ("/nomination-draft/a-name-goes-only-with-its-row", test_blanks);
  return g_test_run ();
}
