/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "office-fixture.h"
#include "store-fixture.h"
#include "xyb-enterprise-merge.h"

#define TODAY "2020-07-24"
#define GOOD_CODE "914403001922038216"
#define OTHER_CODE "91330100799655058B"
#define PILOT_CODE "91350100M0001TGQXM"
#define KEEP_NAME "昆山示例精密机械有限公司"
#define GONE_NAME "昆山示例精蜜机械有限公司"

static void
rename_to (Office *office, gint64 id, const char *name, const char *today)
{
  g_autoptr (XybEnterprise) enterprise = office_get_enterprise (office, id);
  g_autoptr (GError) error = NULL;

  g_free (enterprise->name);
  enterprise->name = g_strdup (name);
  xyb_enterprise_store_save (office->store, enterprise, today, &error);
  g_assert_no_error (error);
}

static gint64
nominate (Office *office, gint64 enterprise_id, gint64 unit_id, int year, const char *accepted_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, year, &error);
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();

  g_assert_no_error (error);
  nomination->plan_id = plan->id;
  nomination->unit_id = unit_id;
  nomination->enterprise_id = enterprise_id;
  nomination->accepted_on = g_strdup (accepted_on);
  xyb_nomination_store_save (office->store, nomination, &error);
  g_assert_no_error (error);
  return nomination->id;
}

static XybMerge *
load (Office *office, gint64 keep, gint64 gone)
{
  g_autoptr (GError) error = NULL;
  XybMerge *merge = xyb_merge_load (office->store, keep, gone, &error);

  g_assert_no_error (error);
  return merge;
}

static void
merge (Office *office, const XybMerge *choices)
{
  g_autoptr (GError) error = NULL;

  xyb_enterprise_store_merge (office->store, choices, TODAY, &error);
  g_assert_no_error (error);
}

/* Everything but the journal. */
static char *
dump_tables (Office *office)
{
  return fixture_dump (office->store);
}

static char *
former_names (const XybEnterprise *enterprise)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < enterprise->former_names->len; i++)
    {
      const XybFormerName *former = enterprise->former_names->pdata[i];

      g_string_append_printf (names, "%s%s/%s", i > 0 ? " " : "", former->name,
                              former->until != NULL ? former->until : "?");
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static guint
count_hits (Office *office, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids
    = xyb_enterprise_store_query (office->store,
                                  &(XybEnterpriseQuery){ .text = text, .include_closed = TRUE },
                                  &error);

  g_assert_no_error (error);
  return ids->len;
}

/* ---- fields ---- */

static void
fill (XybEnterprise *enterprise, const char *name, const char *code, const char *contact)
{
  enterprise->name = g_strdup (name);
  enterprise->credit_code = g_strdup (code);
  enterprise->contact = g_strdup (contact);
}

static gint64
store_new (Office *office, XybEnterprise *enterprise)
{
  g_autoptr (GError) error = NULL;

  xyb_enterprise_store_save (office->store, enterprise, TODAY, &error);
  g_assert_no_error (error);
  return enterprise->id;
}

static void
test_fields (Office *office, gconstpointer data)
{
  g_autoptr (XybEnterprise) keep = xyb_enterprise_new ();
  g_autoptr (XybEnterprise) gone = xyb_enterprise_new ();
  g_autoptr (XybEnterprise) merged = NULL;
  g_autoptr (XybMerge) choices = NULL;

  fill (keep, KEEP_NAME, GOOD_CODE, "张示例");
  keep->unit_id = ZHOUSHI;
  keep->products = g_strdup ("零部件");
  keep->above_scale = XYB_TRI_NO;
  fill (gone, GONE_NAME, PILOT_CODE, "李示例");
  gone->code_confirmed = TRUE;
  gone->unit_id = ZHANGPU;
  gone->industry = XYB_INDUSTRY_MANUFACTURING;
  gone->above_scale = XYB_TRI_YES;
  gone->founded_on = g_strdup ("2008-03-18");
  gone->headcount = 180;
  store_new (office, keep);
  store_new (office, gone);
  choices = load (office, keep->id, gone->id);
  choices->take = XYB_MERGE_BIT (XYB_MERGE_CONTACT) | XYB_MERGE_BIT (XYB_MERGE_CODE)
                  | XYB_MERGE_BIT (XYB_MERGE_PRODUCTS);
  merge (office, choices);
  office_assert_label (office, "合并企业：" GONE_NAME " 并入 " KEEP_NAME);
  merged = office_get_enterprise (office, keep->id);
  g_assert_cmpstr (merged->name, ==, KEEP_NAME);
  /* Both said something: as chosen. */
  g_assert_cmpstr (merged->contact, ==, "李示例");
  g_assert_cmpstr (merged->credit_code, ==, PILOT_CODE);
  g_assert_true (merged->code_confirmed);
  g_assert_cmpint (merged->unit_id, ==, ZHOUSHI);
  g_assert_cmpint (merged->above_scale, ==, XYB_TRI_NO);
  /* Only one said something: that stays, whatever was chosen. */
  g_assert_cmpstr (merged->products, ==, "零部件");
  g_assert_cmpint (merged->industry, ==, XYB_INDUSTRY_MANUFACTURING);
  g_assert_cmpstr (merged->founded_on, ==, "2008-03-18");
  g_assert_cmpint (merged->headcount, ==, 180);
  g_assert_null (merged->phone);
  g_assert_cmpint (xyb_enterprise_store_count (office->store, NULL), ==, 1);
}

/* ---- names ---- */

static void
test_names (Office *office, gconstpointer data)
{
  gint64 keep = office_add_enterprise (office, "甲旧名有限公司", ZHOUSHI);
  gint64 gone = office_add_enterprise (office, "乙旧名有限公司", ZHOUSHI);
  g_autoptr (XybMerge) choices = NULL;
  g_autoptr (XybEnterprise) merged = NULL;
  g_autofree char *names = NULL;

  rename_to (office, keep, "甲新名有限公司", "2019-01-01");
  rename_to (office, gone, "甲旧名有限公司", "2018-01-01");
  rename_to (office, gone, "乙新名有限公司", "2019-06-01");
  choices = load (office, keep, gone);
  merge (office, choices);
  merged = office_get_enterprise (office, keep);
  names = former_names (merged);
  /* Once each: 甲旧名 had both. */
  g_assert_cmpstr (names, ==,
                   "乙新名有限公司/2020-07-24 甲旧名有限公司/2019-01-01 "
                   "乙旧名有限公司/2018-01-01");
  g_assert_cmpuint (count_hits (office, "乙新名"), ==, 1);
  g_assert_cmpuint (count_hits (office, "乙旧名"), ==, 1);
}

static void
test_other_name (Office *office, gconstpointer data)
{
  gint64 keep = office_add_enterprise (office, KEEP_NAME, ZHOUSHI);
  gint64 gone = office_add_enterprise (office, GONE_NAME, ZHOUSHI);
  g_autoptr (XybMerge) choices = load (office, keep, gone);
  g_autoptr (XybEnterprise) merged = NULL;
  g_autofree char *names = NULL;

  choices->take = XYB_MERGE_BIT (XYB_MERGE_NAME);
  merge (office, choices);
  merged = office_get_enterprise (office, keep);
  names = former_names (merged);
  g_assert_cmpstr (merged->name, ==, GONE_NAME);
  g_assert_cmpstr (names, ==, KEEP_NAME "/2020-07-24");
}

static void
test_equal_names (Office *office, gconstpointer data)
{
  gint64 keep = office_add_enterprise (office, KEEP_NAME, ZHOUSHI);
  gint64 gone = office_add_enterprise (office, KEEP_NAME, ZHANGPU);
  g_autoptr (XybMerge) choices = load (office, keep, gone);
  g_autoptr (XybEnterprise) merged = NULL;

  merge (office, choices);
  merged = office_get_enterprise (office, keep);
  g_assert_cmpuint (merged->former_names->len, ==, 0);
}

/* ---- 附件2 ---- */

typedef struct
{
  const char *keep_accepted;
  const char *gone_accepted;
  XybMergeSide chosen; /* open: nothing is said */
  XybMergeSide stays;  /* open: refused */
} YearCase;

static const YearCase year_cases[] = {
  { NULL, NULL, XYB_MERGE_SIDE_OPEN, XYB_MERGE_SIDE_OPEN },
  { NULL, NULL, XYB_MERGE_SIDE_KEEP, XYB_MERGE_SIDE_KEEP },
  { NULL, NULL, XYB_MERGE_SIDE_GONE, XYB_MERGE_SIDE_GONE },
  { "2020-08-01", NULL, XYB_MERGE_SIDE_OPEN, XYB_MERGE_SIDE_KEEP },
  { NULL, "2020-08-01", XYB_MERGE_SIDE_OPEN, XYB_MERGE_SIDE_GONE },
  { NULL, "2020-08-01", XYB_MERGE_SIDE_KEEP, XYB_MERGE_SIDE_KEEP },
  { "2020-08-01", "2020-08-02", XYB_MERGE_SIDE_OPEN, XYB_MERGE_SIDE_OPEN },
  { "2020-08-01", "2020-08-02", XYB_MERGE_SIDE_GONE, XYB_MERGE_SIDE_GONE },
};

/* Places within a 区镇 are 1, 2, 3 … without gaps, before and after. */
static void
assert_places (Office *office, int year)
{
  static const gint64 units[] = { ZHOUSHI, ZHANGPU };

  for (gsize u = 0; u < G_N_ELEMENTS (units); u++)
    {
      g_autoptr (GPtrArray) rows = xyb_nomination_store_list (office->store, year, units[u], NULL);

      for (guint i = 0; i < rows->len; i++)
        g_assert_cmpint (((XybNomination *) rows->pdata[i])->position, ==, i + 1);
    }
}

static void
test_same_year (Office *office, gconstpointer data)
{
  const YearCase *one = data;
  gint64 keep = office_add_enterprise (office, KEEP_NAME, ZHOUSHI);
  gint64 gone = office_add_enterprise (office, GONE_NAME, ZHANGPU);
  gint64 third = office_add_enterprise (office, "昆山示例丙有限公司", ZHOUSHI);
  gint64 fourth = office_add_enterprise (office, "昆山示例丁有限公司", ZHANGPU);
  gint64 of_keep = nominate (office, keep, ZHOUSHI, 2020, one->keep_accepted);
  gint64 of_gone = nominate (office, gone, ZHANGPU, 2020, one->gone_accepted);
  g_autoptr (XybMerge) choices = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;

  nominate (office, third, ZHOUSHI, 2020, NULL);
  nominate (office, fourth, ZHANGPU, 2020, NULL);
  before = dump_tables (office);
  choices = load (office, keep, gone);
  if (one->chosen != XYB_MERGE_SIDE_OPEN)
    g_assert_true (xyb_merge_choose_year (choices, 2020, one->chosen));
  if (one->stays == XYB_MERGE_SIDE_OPEN)
    {
      gboolean done = xyb_enterprise_store_merge (office->store, choices, TODAY, &error);

      office_assert_refused (office, done, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                             "2020年", "2020年附件2：张浦镇 增加 昆山示例丁有限公司");
      return;
    }
  merge (office, choices);
  rows = xyb_nomination_store_list_of_enterprise (office->store, keep, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((XybNomination *) rows->pdata[0])->id, ==,
                   one->stays == XYB_MERGE_SIDE_KEEP ? of_keep : of_gone);
  assert_places (office, 2020);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  g_assert_no_error (error);
  undone = dump_tables (office);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_other_years (Office *office, gconstpointer data)
{
  gint64 keep = office_add_enterprise (office, KEEP_NAME, ZHOUSHI);
  gint64 gone = office_add_enterprise (office, GONE_NAME, ZHANGPU);
  g_autoptr (XybMerge) choices = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *sentence = NULL;

  nominate (office, keep, ZHOUSHI, 2020, NULL);
  nominate (office, gone, ZHANGPU, 2019, "2019-08-01");
  choices = load (office, keep, gone);
  g_assert_false (xyb_merge_choose_year (choices, 2019, XYB_MERGE_SIDE_KEEP));
  sentence = xyb_merge_describe (choices);
  g_assert_nonnull (strstr (sentence, "2019年申报转过来"));
  g_assert_nonnull (strstr (sentence, "“" GONE_NAME "”成为曾用名"));
  merge (office, choices);
  rows = xyb_nomination_store_list_of_enterprise (office->store, keep, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  /* ENT-08: accepted under the other entry is accepted before. */
  g_assert_cmpint (xyb_nomination_store_earlier_year (office->store, keep, 2020, NULL), ==, 2019);
}

/* ---- undo ---- */

static void
test_undo (Office *office, gconstpointer data)
{
  g_autoptr (XybEnterprise) keep = xyb_enterprise_new ();
  g_autoptr (XybEnterprise) gone = xyb_enterprise_new ();
  g_autoptr (XybMerge) choices = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  fill (keep, KEEP_NAME, NULL, "张示例");
  fill (gone, GONE_NAME, OTHER_CODE, "李示例");
  store_new (office, keep);
  store_new (office, gone);
  rename_to (office, gone->id, "昆山示例又名有限公司", "2020-05-05");
  nominate (office, gone->id, ZHANGPU, 2019, NULL);
  nominate (office, gone->id, ZHANGPU, 2020, "2020-08-01");
  nominate (office, keep->id, ZHOUSHI, 2020, NULL);
  before = dump_tables (office);
  choices = load (office, keep->id, gone->id);
  choices->take = XYB_MERGE_BIT (XYB_MERGE_NAME) | XYB_MERGE_BIT (XYB_MERGE_CONTACT);
  merge (office, choices);
  merged = dump_tables (office);
  g_assert_cmpstr (merged, !=, before);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  g_assert_no_error (error);
  undone = dump_tables (office);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpuint (count_hits (office, "又名"), ==, 1);
  g_assert_cmpuint (count_hits (office, "精密机械"), ==, 1);
  g_assert_true (xyb_store_redo (office->store, NULL, &error));
  g_assert_no_error (error);
  redone = dump_tables (office);
  g_assert_cmpstr (redone, ==, merged);
}

/* ---- history ---- */

static guint
count_label (GPtrArray *revisions, const char *label)
{
  guint count = 0;

  for (guint i = 0; i < revisions->len; i++)
    if (g_str_equal (((XybRevision *) revisions->pdata[i])->label, label))
      count++;
  return count;
}

/* What happened under the entry that went is found at the one that stays, once. */
static void
test_history (Office *office, gconstpointer data)
{
  gint64 keep = office_add_enterprise (office, KEEP_NAME, ZHOUSHI);
  gint64 gone = office_add_enterprise (office, GONE_NAME, ZHANGPU);
  gint64 third = office_add_enterprise (office, "昆山示例丙有限公司", ZHOUSHI);
  g_autoptr (XybMerge) choices = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  nominate (office, gone, ZHANGPU, 2020, NULL);
  rename_to (office, third, "昆山示例丙新有限公司", TODAY);
  choices = load (office, keep, gone);
  merge (office, choices);
  history = xyb_enterprise_store_list_history (office->store, keep, 50, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((XybRevision *) history->pdata[0])->label, ==,
                   "合并企业：" GONE_NAME " 并入 " KEEP_NAME);
  g_assert_cmpuint (count_label (history, "合并企业：" GONE_NAME " 并入 " KEEP_NAME), ==, 1);
  g_assert_cmpuint (count_label (history, "新增企业：" KEEP_NAME), ==, 1);
  g_assert_cmpuint (count_label (history, "新增企业：" GONE_NAME), ==, 1);
  g_assert_cmpuint (count_label (history, "2020年附件2：张浦镇 增加 " GONE_NAME), ==, 1);
  g_assert_cmpuint (history->len, ==, 4);
  for (guint i = 1; i < history->len; i++)
    g_assert_cmpint (((XybRevision *) history->pdata[i - 1])->id, >,
                     ((XybRevision *) history->pdata[i])->id);
}

/* ---- refused ---- */

static void
test_refused (Office *office, gconstpointer data)
{
  gint64 keep = office_add_enterprise (office, KEEP_NAME, ZHOUSHI);
  gint64 gone = office_add_enterprise (office, GONE_NAME, ZHANGPU);
  g_autoptr (XybMerge) choices = load (office, keep, gone);
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_assert_null (xyb_merge_load (office->store, keep, keep, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (xyb_merge_load (office->store, keep, 4711, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* Another row came up since the clerk looked: she decides about that one too. */
  nominate (office, keep, ZHOUSHI, 2020, NULL);
  nominate (office, gone, ZHANGPU, 2020, NULL);
  done = xyb_enterprise_store_merge (office->store, choices, TODAY, &error);
  office_assert_refused (office, done, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "2020年",
                         "2020年附件2：张浦镇 增加 " GONE_NAME);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/merge/what-is-said-stays-and-what-both-say-is-chosen", test_fields);
  office_test ("/merge/former-names-join-and-the-lost-name-is-one", test_names);
  office_test ("/merge/the-other-name-can-stay", test_other_name);
  office_test ("/merge/equal-names-leave-no-former-one", test_equal_names);
  for (gsize i = 0; i < G_N_ELEMENTS (year_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/merge/one-row-a-year/%" G_GSIZE_FORMAT, i + 1);

      g_test_add (path, Office, &year_cases[i], office_set_up, test_same_year, office_tear_down);
    }
  office_test ("/merge/other-years-come-over", test_other_years);
  office_test ("/merge/undo-brings-both-back-to-the-byte", test_undo);
  office_test ("/merge/the-history-of-both-stays-in-reach", test_history);
  office_test ("/merge/what-cannot-be-is-refused", test_refused);
  return g_test_run ();
}
