/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "office-fixture.h"

#include "xyb-award-store.h"
#include "xyb-progress-store.h"
#include "xyb-core-error.h"
#include "xyb-credit-code.h"

/* requirements §1.2, in the order printed. */
static const char *const districts[] = {
  "昆山开发区", "昆山高新区", "花桥经济开发区", "旅游度假区", "张浦镇", "周市镇",
  "陆家镇",     "巴城镇",     "千灯镇",         "淀山湖镇",   "周庄镇", "锦溪镇",
};

static GPtrArray *
list_units (Office *office, XybUnitKind kind)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *units = xyb_unit_store_list (office->store, kind, &error);

  g_assert_no_error (error);
  return units;
}

static guint
count_units (Office *office, XybUnitKind kind)
{
  g_autoptr (GPtrArray) units = list_units (office, kind);

  return units->len;
}

/* ---- a new office ---- */

static void
test_units (Office *office, gconstpointer data)
{
  g_autoptr (GPtrArray) towns = list_units (office, XYB_UNIT_KIND_DISTRICT);
  g_autoptr (GPtrArray) offices = list_units (office, XYB_UNIT_KIND_SUBDISTRICT);
  g_autoptr (GPtrArray) departments = list_units (office, XYB_UNIT_KIND_DEPARTMENT);

  g_assert_cmpuint (towns->len, ==, G_N_ELEMENTS (districts));
  for (guint i = 0; i < towns->len; i++)
    g_assert_cmpstr (((XybUnit *) g_ptr_array_index (towns, i))->name, ==, districts[i]);
  g_assert_cmpuint (offices->len, ==, 4);
  g_assert_cmpuint (departments->len, ==, 54);
}

static void
test_no_undo (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  office_assert_label (office, NULL);
  g_assert_false (xyb_store_undo (office->store, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_units (office, XYB_UNIT_KIND_DISTRICT), ==, 12);
}

static void
test_presets_once (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = xyb_office_store_load_presets (office->store, &error);

  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, NULL, NULL);
}

static void
test_years (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (office->folder, "one.xyb", NULL);
  const int wanted[] = { 2020, 0 };
  g_autoptr (XybStore) store = xyb_office_store_create (path, wanted, &error);
  g_autoptr (GArray) years = NULL;

  g_assert_no_error (error);
  years = xyb_plan_store_list_years (store, &error);
  g_assert_cmpuint (years->len, ==, 1);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2020);
}

static void
test_unknown_year (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (office->folder, "none.xyb", NULL);
  const int wanted[] = { 2020, 1987, 0 };

  g_assert_null (xyb_office_store_create (path, wanted, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "1987年"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* DESIGN §4: preset rows have fixed ids. */
static void
test_same_ids (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (office->folder, "other.xyb", NULL);
  g_autoptr (XybStore) other = xyb_office_store_create (path, NULL, &error);
  g_autoptr (XybPlan) here = xyb_plan_store_get (office->store, 2020, &error);
  g_autoptr (XybPlan) there = xyb_plan_store_get (other, 2020, &error);

  g_assert_no_error (error);
  g_assert_cmpint (here->id, ==, there->id);
  for (guint i = 0; i < here->quotas->len; i++)
    g_assert_cmpint (((XybQuota *) g_ptr_array_index (here->quotas, i))->id, ==,
                     ((XybQuota *) g_ptr_array_index (there->quotas, i))->id);
}

/* ---- settings ---- */

static void
assert_setting (Office *office, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = xyb_office_store_get_setting (office->store, key, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, value);
}

static void
test_settings (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_setting (office, XYB_SETTING_OFFICE_NAME, "昆山市社会信用体系建设领导小组办公室");
  assert_setting (office, XYB_SETTING_REVENUE_UNIT, "万元");
  assert_setting (office, "nobody-said-this", NULL);
  g_assert_true (
    xyb_office_store_set_setting (office->store, XYB_SETTING_REVENUE_UNIT, "亿元", &error));
  assert_setting (office, XYB_SETTING_REVENUE_UNIT, "亿元");
  office_assert_label (office, "设置：销售收入单位 改为 亿元");
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  assert_setting (office, XYB_SETTING_REVENUE_UNIT, "万元");
}

static void
test_settings_refused (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok
    = xyb_office_store_set_setting (office->store, XYB_SETTING_REVENUE_UNIT, "美元", &error);

  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "美元",
                         NULL);
  ok = xyb_office_store_set_setting (office->store, XYB_SETTING_OFFICE_NAME, "信用\x02办", &error);
  office_assert_refused (office, ok, &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT,
                         "单位名称", NULL);
  assert_setting (office, XYB_SETTING_REVENUE_UNIT, "万元");
}

/* ---- units ---- */

static void
test_find_unit (Office *office, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *name;
  } cases[] = {
    { "周市镇", "周市镇" },
    { "　周市 镇 ", "周市镇" },
    { "昆山市周市镇人民政府", "周市镇" },
    { "昆山开发区管委会", "昆山开发区" },
    { "市工信局", "工业和信息化局" },
    { "经信委", "工业和信息化局" },
    { "市文明办", "宣传部 (文明办、网信办)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XybUnit) unit = xyb_unit_store_find (office->store, cases[i].text, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (unit->name, ==, cases[i].name);
    }
}

static void
test_unknown_unit (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint before = count_units (office, 0);
  XybUnit *unit = xyb_unit_store_find (office->store, "玉山镇", XYB_UNIT_KIND_DISTRICT, &error);

  office_assert_refused (office, unit != NULL, &error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNKNOWN_UNIT,
                         "玉山镇", NULL);
  g_assert_cmpuint (count_units (office, 0), ==, before);
  g_assert_null (xyb_unit_store_get (office->store, 987654, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
}

static gint64
find_alias (Office *office, gint64 unit_id, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybUnit) unit = xyb_unit_store_get (office->store, unit_id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < unit->aliases->len; i++)
    {
      const XybUnitAlias *alias = g_ptr_array_index (unit->aliases, i);

      if (strcmp (alias->name, name) == 0)
        return alias->id;
    }
  return 0;
}

static void
test_aliases (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybUnit) unit = NULL;
  gint64 alias_id;

  g_assert_true (
    xyb_unit_store_add_alias (office->store, ZHOUSHI, "娄江新城片区", TRUE, "更名前", &error));
  g_assert_no_error (error);
  office_assert_label (office, "单位名录：周市镇 增加别名「娄江新城片区」");
  unit = xyb_unit_store_find (office->store, "娄江新城片区", 0, &error);
  g_assert_cmpint (unit->id, ==, ZHOUSHI);
  alias_id = find_alias (office, ZHOUSHI, "娄江新城片区");
  g_assert_cmpint (alias_id, >, 0);
  g_assert_true (xyb_unit_store_remove_alias (office->store, alias_id, &error));
  g_assert_cmpint (find_alias (office, ZHOUSHI, "娄江新城片区"), ==, 0);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  g_assert_cmpint (find_alias (office, ZHOUSHI, "娄江新城片区"), ==, alias_id);
}

static void
test_aliases_refused (Office *office, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (10000, 'x');
  const struct
  {
    gint64 unit_id;
    const char *alias;
    gboolean by_core;
    int code;
    const char *about;
  } cases[] = {
    { ZHOUSHI, "张浦镇", FALSE, XYB_STORE_ERROR_EXISTS, "张浦镇" },
    { ZHOUSHI, "经信委", FALSE, XYB_STORE_ERROR_EXISTS, "工业和信息化局" },
    { ZHOUSHI, " ", TRUE, XYB_CORE_ERROR_EMPTY, "别名" },
    { ZHOUSHI, long_text, TRUE, XYB_CORE_ERROR_TOO_LONG, "别名" },
    { ZHOUSHI, "周\x03市", TRUE, XYB_CORE_ERROR_INVALID_TEXT, "别名" },
    { 987654, "某某镇", FALSE, XYB_STORE_ERROR_NOT_FOUND, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = xyb_unit_store_add_alias (office->store, cases[i].unit_id, cases[i].alias,
                                              FALSE, NULL, &error);

      office_assert_refused (office, ok, &error,
                             cases[i].by_core ? XYB_CORE_ERROR : XYB_STORE_ERROR, cases[i].code,
                             cases[i].about, NULL);
    }
}

/* ---- the demonstration ---- */

static void
fill (Office *office, guint n, gboolean nominate)
{
  g_autoptr (GError) error = NULL;

  xyb_office_store_fill_demo (office->store, 2020, n, nominate, NULL, NULL, &error);
  g_assert_no_error (error);
}

static GArray *
list_all (Office *office)
{
  g_autoptr (GError) error = NULL;
  XybEnterpriseQuery query = { .include_closed = TRUE };
  GArray *ids = xyb_enterprise_store_query (office->store, &query, &error);

  g_assert_no_error (error);
  return ids;
}

static void
test_working_year (Office *office, gconstpointer data)
{
  static const gint64 expected[][3] = {
    { 11, 10, 7 }, { 10, 10, 6 }, { 6, 6, 6 }, { 9, 8, 5 }, { 8, 7, 3 }, { 5, 5, 4 },
    { 7, 6, 3 },   { 5, 5, 2 },   { 3, 3, 3 }, { 2, 2, 1 }, { 3, 2, 1 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) progress = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  fill (office, 120, TRUE);
  progress = xyb_plan_store_list_progress (office->store, 2020, &error);
  g_assert_cmpuint (progress->len, ==, 11);
  for (guint i = 0; i < progress->len; i++)
    {
      const XybProgress *town = g_ptr_array_index (progress, i);

      g_assert_cmpint (town->nominated, ==, expected[i][0]);
      g_assert_cmpint (town->signed_up, ==, expected[i][1]);
      g_assert_cmpint (town->accepted, ==, expected[i][2]);
    }
  rows = xyb_nomination_store_list (office->store, 2020, 0, &error);
  g_assert_cmpuint (rows->len, ==, 69);
  g_assert_cmpint (xyb_enterprise_store_count (office->store, &error), ==, 120);
}

static void
test_made_up (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  fill (office, 300, FALSE);
  ids = list_all (office);
  rows = xyb_enterprise_store_get_many (office->store, (gint64 *) ids->data, ids->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 300);
  for (guint i = 0; i < rows->len; i++)
    {
      XybEnterprise *row = g_ptr_array_index (rows, i);
      g_autoptr (XybCreditCode) code = xyb_credit_code_new (row->credit_code);

      g_assert_true (g_str_has_prefix (row->name, "昆山示例"));
      g_assert_true (g_str_has_prefix (row->credit_code, "91320583MA0"));
      g_assert_true (g_str_has_prefix (row->phone, "0512-5555"));
      g_assert_true (g_str_has_suffix (row->contact, "示例"));
      g_assert_cmpint (code->status, ==, XYB_CREDIT_CODE_OK);
      g_assert_true (code->inner_ok);
      g_assert_true (g_hash_table_add (seen, row->name));
      g_assert_true (g_hash_table_add (seen, row->credit_code));
      /* What the window would save again unchanged is no revision. */
      g_assert_true (xyb_enterprise_store_save (office->store, row, NULL, &error));
      g_assert_no_error (error);
    }
  office_assert_label (office, "填入示例企业 300 家");
}

static void
test_every_district (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) progress = NULL;
  g_autoptr (GPtrArray) submissions = NULL;

  fill (office, 11, TRUE);
  progress = xyb_plan_store_list_progress (office->store, 2020, &error);
  for (guint i = 0; i < progress->len; i++)
    g_assert_cmpint (((XybProgress *) g_ptr_array_index (progress, i))->nominated, ==, 1);
  submissions = xyb_submission_store_list (office->store, 2020, &error);
  for (guint i = 0; i < submissions->len; i++)
    {
      const XybSubmission *submission = g_ptr_array_index (submissions, i);

      g_assert_cmpint (submission->state, !=, XYB_SUBMISSION_MISSING);
      g_assert_cmpstr (submission->officer, ==, "李示例");
      g_assert_cmpint (submission->rows, ==, 1);
    }
}

static void
test_second_fill (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) ids = NULL;

  fill (office, 100, TRUE);
  fill (office, 50, TRUE);
  g_assert_cmpint (xyb_enterprise_store_count (office->store, &error), ==, 150);
  rows = xyb_nomination_store_list (office->store, 2020, 0, &error);
  g_assert_cmpuint (rows->len, ==, 69);
  for (int i = 0; i < 2; i++)
    g_assert_true (xyb_store_undo (office->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (xyb_enterprise_store_count (office->store, &error), ==, 0);
  ids = list_all (office);
  g_assert_cmpuint (ids->len, ==, 0);
}

static void
test_same_data (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (office->folder, "other.xyb", NULL);
  g_autoptr (XybStore) other = xyb_office_store_create (path, NULL, &error);
  g_autoptr (GPtrArray) here = NULL;
  g_autoptr (GPtrArray) there = NULL;

  fill (office, 80, TRUE);
  g_assert_true (xyb_office_store_fill_demo (other, 2020, 80, TRUE, NULL, NULL, &error));
  here = xyb_nomination_store_list (office->store, 2020, 0, &error);
  there = xyb_nomination_store_list (other, 2020, 0, &error);
  g_assert_cmpuint (here->len, ==, there->len);
  for (guint i = 0; i < here->len; i++)
    {
      const XybNomination *a = g_ptr_array_index (here, i);
      const XybNomination *b = g_ptr_array_index (there, i);

      g_assert_cmpstr (a->enterprise_name, ==, b->enterprise_name);
      g_assert_cmpstr (a->contact, ==, b->contact);
      g_assert_cmpint (a->revenue_fen, ==, b->revenue_fen);
      g_assert_cmpstr (a->accepted_on, ==, b->accepted_on);
    }
}

/* PLAN-09: 590, 43 and 4 to the end of 2018; of this year's 41 all have everything they need. */
static void
test_tracks (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, 2020, NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  guint by_track[XYB_N_TRACKS] = { 0 };
  guint passed = 0;
  guint expired = 0;

  fill (office, 712, TRUE);
  xyb_office_store_fill_demo_tracks (office->store, 2020, &error);
  g_assert_no_error (error);
  awards = xyb_award_store_list (office->store, 0, 0, &error);
  for (guint i = 0; i < awards->len; i++)
    if (((XybAward *) awards->pdata[i])->year < 2020)
      by_track[((XybAward *) awards->pdata[i])->track - 1]++;
  g_assert_cmpuint (by_track[0], ==, 590);
  g_assert_cmpuint (by_track[1], ==, 43);
  g_assert_cmpuint (by_track[2], ==, 4);

  lines = xyb_progress_store_list_lines (office->store, plan, XYB_TRACK_ACCREDITATION, "2020-07-24",
                                         &error);
  for (guint i = 0; i < lines->len; i++)
    {
      const XybTrackLine *line = lines->pdata[i];

      if (line->result == XYB_RESULT_PASSED)
        {
          passed++;
          g_assert_cmpuint (line->n_missing, ==, 0);
        }
      expired += line->n_expired > 0 ? 1 : 0;
    }
  g_assert_cmpuint (passed, ==, 41);
  g_assert_cmpuint (expired, >, 0);
  g_assert_false (xyb_office_store_fill_demo_tracks (office->store, 2020, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS);
  office_assert_label (office, "填入示例办理情况");
}

static void
test_not_among_real_ones (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok;

  office_add_enterprise (office, "苏州某真实企业有限公司", ZHOUSHI);
  ok = xyb_office_store_fill_demo (office->store, 2020, 10, TRUE, NULL, NULL, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, "1",
                         "新增企业：苏州某真实企业有限公司");
  ok = xyb_office_store_fill_demo (office->store, 2031, 10, TRUE, NULL, NULL, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND, "2031年",
                         "新增企业：苏州某真实企业有限公司");
}

/* ---- */

/* Who began with a blank office gets the two plans later, and can take them back. */
static void
test_plans_later (Office *office, gconstpointer data)
{
  static const int no_years[] = { 0 };
  g_autofree char *path = g_build_filename (office->folder, "blank.xyb", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_office_store_create (path, no_years, &error);
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GArray) years = NULL;

  g_assert_no_error (error);
  xyb_office_store_load_presets (store, &error);
  g_assert_no_error (error);
  plan = xyb_plan_store_get (store, 2020, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->quotas->len, ==, 11);
  xyb_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  years = xyb_plan_store_list_years (store, &error);
  g_assert_cmpuint (years->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/office/new-office-has-the-units-in-official-order", test_units);
  office_test ("/office/presets-are-out-of-reach-of-undo", test_no_undo);
  office_test ("/office/presets-load-once", test_presets_once);
  office_test ("/office/only-the-years-asked-for", test_years);
  office_test ("/office/unknown-preset-year-leaves-no-file", test_unknown_year);
  office_test ("/office/preset-ids-agree-between-offices", test_same_ids);
  office_test ("/settings/initial-changed-and-undone", test_settings);
  office_test ("/settings/unknown-money-and-control-characters-are-refused", test_settings_refused);
  office_test ("/units/found-by-name-alias-and-former-name", test_find_unit);
  office_test ("/units/an-unknown-name-makes-no-unit", test_unknown_unit);
  office_test ("/units/an-alias-is-learnt-and-forgotten", test_aliases);
  office_test ("/units/a-taken-or-bad-alias-is-refused", test_aliases_refused);
  office_test ("/demo/2020-looks-like-a-working-year", test_working_year);
  office_test ("/demo/visibly-made-up-with-right-check-digits", test_made_up);
  office_test ("/demo/few-still-reach-every-district", test_every_district);
  office_test ("/demo/a-second-fill-goes-on-and-both-can-be-undone", test_second_fill);
  office_test ("/demo/the-same-data-every-time", test_same_data);
  office_test ("/demo/tracks", test_tracks);
  office_test ("/demo/never-among-real-enterprises", test_not_among_real_ones);
  office_test ("/office-store/a-blank-office-gets-the-plans-later", test_plans_later);
  return g_test_run ();
}
