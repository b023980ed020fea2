/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "office-fixture.h"
#include "xyb-core-error.h"

static XybNomination *
new_row (Office *office, int year, gint64 unit_id, gint64 enterprise_id)
{
  XybNomination *row = xyb_nomination_new ();

  row->plan_id = office_plan_id (office, year);
  row->unit_id = unit_id;
  row->enterprise_id = enterprise_id;
  return row;
}

static void
save (Office *office, XybNomination *row)
{
  g_autoptr (GError) error = NULL;

  xyb_nomination_store_save (office->store, row, &error);
  g_assert_no_error (error);
}

/* An enterprise called 昆山示例@letter有限公司, put forward. */
static gint64
nominate (Office *office, int year, gint64 unit_id, const char *letter, gint64 position)
{
  g_autofree char *name = g_strdup_printf ("昆山示例%s有限公司", letter);
  g_autoptr (XybNomination) row
    = new_row (office, year, unit_id, office_add_enterprise (office, name, unit_id));

  row->position = position;
  save (office, row);
  return row->id;
}

/* The rows of a district as 甲乙丙; their places must be 1, 2, 3 … */
static char *
spell (Office *office, int year, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (office->store, year, unit_id, &error);
  GString *spelt = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const XybNomination *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->position, ==, i + 1);
      g_string_append_len (spelt, row->enterprise_name + strlen ("昆山示例"), strlen ("甲"));
    }
  return g_string_free (spelt, FALSE);
}

static void
assert_rows (Office *office, gint64 unit_id, const char *expected)
{
  g_autofree char *spelt = spell (office, 2020, unit_id);

  g_assert_cmpstr (spelt, ==, expected);
}

static XybNomination *
get (Office *office, gint64 id)
{
  g_autoptr (GError) error = NULL;
  XybNomination *row = xyb_nomination_store_get (office->store, id, &error);

  g_assert_no_error (error);
  return row;
}

/* ---- rows ---- */

static void
test_round_trip (Office *office, gconstpointer data)
{
  gint64 enterprise = office_add_enterprise (office, "昆山示例精密机械有限公司", ZHANGPU);
  g_autoptr (XybNomination) row = new_row (office, 2020, ZHOUSHI, enterprise);
  g_autoptr (XybNomination) found = NULL;

  row->products = g_strdup ("精密零部件");
  row->revenue_fen = G_GINT64_CONSTANT (1200000000000);
  row->revenue_unit = XYB_MONEY_UNIT_WAN;
  row->headcount = 180;
  row->contact = g_strdup ("张示例");
  row->phone = g_strdup ("0512-55550101");
  row->note = g_strdup ("备注");
  save (office, row);
  office_assert_label (office, "2020年附件2：周市镇 增加 昆山示例精密机械有限公司");
  found = get (office, row->id);
  g_assert_cmpstr (found->unit_name, ==, "周市镇");
  g_assert_cmpstr (found->enterprise_name, ==, "昆山示例精密机械有限公司");
  g_assert_cmpint (found->position, ==, 1);
  g_assert_cmpstr (found->products, ==, "精密零部件");
  g_assert_cmpint (found->revenue_fen, ==, G_GINT64_CONSTANT (1200000000000));
  g_assert_cmpint (found->revenue_unit, ==, XYB_MONEY_UNIT_WAN);
  g_assert_cmpint (found->headcount, ==, 180);
  g_assert_cmpstr (found->contact, ==, "张示例");
  g_assert_cmpstr (found->phone, ==, "0512-55550101");
  g_assert_cmpstr (found->note, ==, "备注");
  g_assert_null (found->accepted_on);
}

static void
test_official_order (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  static const char *const expected[] = { "花桥经济开发区", "旅游度假区", "周市镇", "周市镇" };

  nominate (office, 2020, ZHOUSHI, "甲", 0);
  nominate (office, 2020, RESORT, "乙", 0);
  nominate (office, 2020, HUAQIAO, "丙", 0);
  nominate (office, 2020, ZHOUSHI, "丁", 0);
  nominate (office, 2019, ZHOUSHI, "戊", 0);
  rows = xyb_nomination_store_list (office->store, 2020, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (((XybNomination *) g_ptr_array_index (rows, i))->unit_name, ==, expected[i]);
}

static void
test_places (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = nominate (office, 2020, ZHOUSHI, "甲", 0);
  g_autoptr (XybNomination) row = NULL;

  nominate (office, 2020, ZHOUSHI, "乙", 0);
  nominate (office, 2020, ZHOUSHI, "丙", 1);
  nominate (office, 2020, ZHOUSHI, "丁", 99);
  assert_rows (office, ZHOUSHI, "丙甲乙丁");
  row = get (office, first);
  row->position = 4;
  save (office, row);
  assert_rows (office, ZHOUSHI, "丙乙丁甲");
  row->position = 1;
  save (office, row);
  assert_rows (office, ZHOUSHI, "甲丙乙丁");
  row->position = 0;
  g_clear_pointer (&row->products, g_free);
  save (office, row);
  assert_rows (office, ZHOUSHI, "甲丙乙丁");
  g_assert_true (xyb_nomination_store_remove (office->store, first, &error));
  office_assert_label (office, "2020年附件2：周市镇 移除 昆山示例甲有限公司");
  assert_rows (office, ZHOUSHI, "丙乙丁");
  for (int i = 0; i < 2; i++)
    g_assert_true (xyb_store_undo (office->store, NULL, &error));
  assert_rows (office, ZHOUSHI, "丙乙丁甲");
}

static void
test_moves_to_another_district (Office *office, gconstpointer data)
{
  gint64 moving = nominate (office, 2020, ZHOUSHI, "甲", 0);
  g_autoptr (XybNomination) row = get (office, moving);

  nominate (office, 2020, ZHOUSHI, "乙", 0);
  nominate (office, 2020, ZHANGPU, "丙", 0);
  row->unit_id = ZHANGPU;
  row->position = 0;
  save (office, row);
  office_assert_label (office, "2020年附件2：昆山示例甲有限公司 由 周市镇 转到 张浦镇");
  assert_rows (office, ZHOUSHI, "乙");
  assert_rows (office, ZHANGPU, "丙甲");
}

static void
test_stages_have_labels (Office *office, gconstpointer data)
{
  g_autoptr (XybNomination) row = get (office, nominate (office, 2020, ZHOUSHI, "甲", 0));

  row->confirmed_on = g_strdup ("2020-04-10");
  save (office, row);
  office_assert_label (office, "列入贯标名单：昆山示例甲有限公司");
  row->signed_on = g_strdup ("2020-05-10");
  save (office, row);
  office_assert_label (office, "贯标签约：昆山示例甲有限公司");
  row->accepted_on = g_strdup ("2020-08-10");
  save (office, row);
  office_assert_label (office, "贯标验收通过：昆山示例甲有限公司");
  row->headcount = 7;
  save (office, row);
  office_assert_label (office, "2020年附件2：周市镇 修改 昆山示例甲有限公司");
}

/* ENT-08 */
static void
test_once_a_year (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 enterprise = office_add_enterprise (office, "昆山示例甲有限公司", ZHOUSHI);
  g_autoptr (XybNomination) first = new_row (office, 2020, ZHOUSHI, enterprise);
  g_autoptr (XybNomination) second = new_row (office, 2020, ZHANGPU, enterprise);
  g_autoptr (XybNomination) other_year = new_row (office, 2019, ZHANGPU, enterprise);
  gboolean ok;

  save (office, first);
  ok = xyb_nomination_store_save (office->store, second, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, "周市镇",
                         "2020年附件2：周市镇 增加 昆山示例甲有限公司");
  g_assert_cmpint (second->id, ==, 0);
  save (office, other_year);
}

static void
test_earlier_year (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 enterprise = office_add_enterprise (office, "昆山示例甲有限公司", ZHOUSHI);
  g_autoptr (XybNomination) row = new_row (office, 2019, ZHOUSHI, enterprise);

  save (office, row);
  g_assert_cmpint (xyb_nomination_store_earlier_year (office->store, enterprise, 2020, &error), ==,
                   0);
  row->accepted_on = g_strdup ("2019-08-10");
  save (office, row);
  g_assert_cmpint (xyb_nomination_store_earlier_year (office->store, enterprise, 2020, &error), ==,
                   2019);
  g_assert_cmpint (xyb_nomination_store_earlier_year (office->store, enterprise, 2019, &error), ==,
                   0);
  g_assert_no_error (error);
}

static void
test_of_enterprise (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 enterprise = office_add_enterprise (office, "昆山示例甲有限公司", ZHOUSHI);
  g_autoptr (XybNomination) older = new_row (office, 2019, ZHOUSHI, enterprise);
  g_autoptr (XybNomination) newer = new_row (office, 2020, ZHOUSHI, enterprise);
  g_autoptr (GPtrArray) rows = NULL;

  save (office, newer);
  save (office, older);
  rows = xyb_nomination_store_list_of_enterprise (office->store, enterprise, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const XybNomination *row = g_ptr_array_index (rows, i);
      int year = xyb_nomination_store_year_of (office->store, row->plan_id, &error);

      g_assert_cmpint (year, ==, 2020 - (int) i);
    }
}

static void
test_prefill (Office *office, gconstpointer data)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autoptr (XybNomination) row = xyb_nomination_new ();

  enterprise->id = 5;
  enterprise->unit_id = ZHOUSHI;
  enterprise->products = g_strdup ("模具");
  enterprise->headcount = 12;
  enterprise->contact = g_strdup ("张示例");
  enterprise->phone = g_strdup ("0512-55550101");
  row->contact = g_strdup ("李示例");
  xyb_nomination_prefill (row, enterprise);
  g_assert_cmpint (row->enterprise_id, ==, 5);
  g_assert_cmpint (row->unit_id, ==, ZHOUSHI);
  g_assert_cmpstr (row->products, ==, "模具");
  g_assert_cmpint (row->headcount, ==, 12);
  g_assert_cmpstr (row->contact, ==, "李示例");
  g_assert_cmpstr (row->phone, ==, "0512-55550101");
}

static void
test_refused (Office *office, gconstpointer data)
{
  gint64 enterprise = office_add_enterprise (office, "昆山示例甲有限公司", ZHOUSHI);
  gint64 plan = office_plan_id (office, 2020);
  const struct
  {
    gint64 plan_id;
    gint64 unit_id;
    gint64 enterprise_id;
    gint64 headcount;
    const char *signed_on;
    gboolean by_core;
    int code;
    const char *about;
  } cases[] = {
    { plan, 301, enterprise, 1, NULL, FALSE, XYB_STORE_ERROR_INVALID, "组织部" },
    { plan, 201, enterprise, 1, NULL, FALSE, XYB_STORE_ERROR_INVALID, "柏庐" },
    { plan, 987654, enterprise, 1, NULL, FALSE, XYB_STORE_ERROR_NOT_FOUND, "区镇" },
    { plan, ZHOUSHI, 4711, 1, NULL, FALSE, XYB_STORE_ERROR_NOT_FOUND, "企业" },
    { 4711, ZHOUSHI, enterprise, 1, NULL, FALSE, XYB_STORE_ERROR_NOT_FOUND, "年度" },
    { plan, ZHOUSHI, enterprise, -3, NULL, TRUE, XYB_CORE_ERROR_INVALID_NUMBER, "职工人数" },
    { plan, ZHOUSHI, enterprise, 1, "2020-06-31", TRUE, XYB_CORE_ERROR_INVALID_DATE, "签约" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XybNomination) row = xyb_nomination_new ();
      gboolean ok;

      row->plan_id = cases[i].plan_id;
      row->unit_id = cases[i].unit_id;
      row->enterprise_id = cases[i].enterprise_id;
      row->headcount = cases[i].headcount;
      row->signed_on = g_strdup (cases[i].signed_on);
      ok = xyb_nomination_store_save (office->store, row, &error);
      office_assert_refused (office, ok, &error,
                             cases[i].by_core ? XYB_CORE_ERROR : XYB_STORE_ERROR, cases[i].code,
                             cases[i].about, "新增企业：昆山示例甲有限公司");
    }
}

static void
test_gone (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNomination) row = get (office, nominate (office, 2020, ZHOUSHI, "甲", 0));
  gboolean ok;

  g_assert_true (xyb_nomination_store_remove (office->store, row->id, &error));
  ok = xyb_nomination_store_remove (office->store, row->id, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND, "附件2",
                         "2020年附件2：周市镇 移除 昆山示例甲有限公司");
  row->headcount = 9;
  ok = xyb_nomination_store_save (office->store, row, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND, "附件2",
                         "2020年附件2：周市镇 移除 昆山示例甲有限公司");
}

/* ---- returns ---- */

static void
test_submissions (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const XybSubmission *resort;

  nominate (office, 2020, RESORT, "甲", 0);
  nominate (office, 2020, RESORT, "乙", 0);
  list = xyb_submission_store_list (office->store, 2020, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 12);
  for (guint i = 0; i < list->len; i++)
    {
      const XybSubmission *submission = g_ptr_array_index (list, i);

      g_assert_cmpint (submission->id, ==, 0);
      g_assert_cmpint (submission->state, ==, XYB_SUBMISSION_MISSING);
      g_assert_cmpint (submission->unit_id, ==, 101 + i);
    }
  resort = g_ptr_array_index (list, 3);
  g_assert_cmpstr (resort->unit_name, ==, "旅游度假区");
  g_assert_cmpint (resort->rows, ==, 2);
}

static void
test_submission_saved (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybSubmission) blank = xyb_submission_store_get (office->store, 2020, ZHOUSHI, &error);
  g_autoptr (XybSubmission) again = NULL;
  g_autoptr (XybSubmission) found = NULL;
  g_autoptr (GPtrArray) list = NULL;

  blank->state = XYB_SUBMISSION_RECEIVED;
  blank->received_on = g_strdup ("2020-04-14");
  blank->officer = g_strdup ("李示例");
  blank->officer_phone = g_strdup ("0512-55550100");
  g_assert_true (xyb_submission_store_save (office->store, blank, &error));
  g_assert_cmpint (blank->id, >, 0);
  office_assert_label (office, "2020年附件2：周市镇 未报 → 已报");
  /* A second clerk who still has the blank one does not make a second row. */
  again = xyb_submission_new ();
  again->plan_id = blank->plan_id;
  again->unit_id = ZHOUSHI;
  again->state = XYB_SUBMISSION_RETURNED;
  g_assert_true (xyb_submission_store_save (office->store, again, &error));
  g_assert_cmpint (again->id, ==, blank->id);
  office_assert_label (office, "2020年附件2：周市镇 已报 → 退回");
  list = xyb_submission_store_list (office->store, 2020, &error);
  g_assert_cmpuint (list->len, ==, 11);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  found = xyb_submission_store_get (office->store, 2020, ZHOUSHI, &error);
  g_assert_cmpstr (found->officer, ==, "李示例");
  g_assert_cmpstr (found->received_on, ==, "2020-04-14");
}

static void
test_submission_refused (Office *office, gconstpointer data)
{
  static const struct
  {
    gint64 unit_id;
    int state;
    const char *received_on;
    const char *officer;
    gboolean by_core;
    int code;
  } cases[] = {
    { 301, 2, NULL, NULL, FALSE, XYB_STORE_ERROR_INVALID },
    { ZHOUSHI, 0, NULL, NULL, TRUE, XYB_CORE_ERROR_INVALID_NUMBER },
    { ZHOUSHI, 2, "2020-04-31", NULL, TRUE, XYB_CORE_ERROR_INVALID_DATE },
    { ZHOUSHI, 2, NULL, "李\x1b示例", TRUE, XYB_CORE_ERROR_INVALID_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XybSubmission) submission = xyb_submission_new ();
      gboolean ok;

      submission->plan_id = office_plan_id (office, 2020);
      submission->unit_id = cases[i].unit_id;
      submission->state = (XybSubmissionState) cases[i].state;
      submission->received_on = g_strdup (cases[i].received_on);
      submission->officer = g_strdup (cases[i].officer);
      ok = xyb_submission_store_save (office->store, submission, &error);
      office_assert_refused (office, ok, &error,
                             cases[i].by_core ? XYB_CORE_ERROR : XYB_STORE_ERROR, cases[i].code,
                             NULL, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/nominations/every-field-comes-back", test_round_trip);
  office_test ("/nominations/official-order-then-place", test_official_order);
  office_test ("/nominations/places-have-no-gaps", test_places);
  office_test ("/nominations/a-row-moves-to-another-district", test_moves_to_another_district);
  office_test ("/nominations/stages-have-their-own-labels", test_stages_have_labels);
  office_test ("/nominations/an-enterprise-stands-once-a-year", test_once_a_year);
  office_test ("/nominations/accepted-earlier-is-not-new", test_earlier_year);
  office_test ("/nominations/years-of-an-enterprise-latest-first", test_of_enterprise);
  office_test ("/nominations/the-register-fills-only-blanks", test_prefill);
  office_test ("/nominations/wrong-units-enterprises-and-dates-are-refused", test_refused);
  office_test ("/nominations/a-row-that-is-gone-is-not-saved", test_gone);
  office_test ("/submissions/who-never-sent-is-listed-as-missing", test_submissions);
  office_test ("/submissions/one-row-a-district-and-year", test_submission_saved);
  office_test ("/submissions/bad-states-units-and-dates-are-refused", test_submission_refused);
  return g_test_run ();
}
