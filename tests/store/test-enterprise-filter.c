/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "office-fixture.h"

/* A register made by hand: of every enterprise is known through which filter it passes. */

typedef enum
{
  NOMINATED = 1,
  CONFIRMED,
  SIGNED,
  ACCEPTED
} Reached;

typedef struct
{
  const char *name;
  Reached in_2019; /* 0: not put forward */
  Reached in_2020;
  XybTri above_scale;
  const char *code;
  gboolean closed;
  gint64 unit_id;
} Case;

static const Case cases[] = {
  { "甲从未申报", 0, 0, XYB_TRI_YES, "914403001922038216", FALSE, ZHOUSHI },
  { "乙今年推荐", 0, NOMINATED, XYB_TRI_NO, NULL, FALSE, ZHOUSHI },
  { "丙今年入名单", 0, CONFIRMED, XYB_TRI_UNSAID, NULL, FALSE, ZHANGPU },
  { "丁今年签约", 0, SIGNED, XYB_TRI_YES, NULL, FALSE, ZHOUSHI },
  { "戊今年验收", NOMINATED, ACCEPTED, XYB_TRI_YES, "91330100799655058B", FALSE, ZHOUSHI },
  { "己去年验收", ACCEPTED, 0, XYB_TRI_NO, NULL, FALSE, ZHANGPU },
  { "庚去年推荐", NOMINATED, 0, XYB_TRI_NO, NULL, FALSE, ZHOUSHI },
  { "辛今年签约后注销", 0, SIGNED, XYB_TRI_YES, NULL, TRUE, ZHOUSHI },
  { "壬注销", 0, 0, XYB_TRI_NO, NULL, TRUE, ZHOUSHI },
};

static void
nominate (Office *office, gint64 enterprise_id, gint64 unit_id, int year, Reached reached)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, year, &error);
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();

  g_assert_no_error (error);
  nomination->plan_id = plan->id;
  nomination->unit_id = unit_id;
  nomination->enterprise_id = enterprise_id;
  if (reached >= CONFIRMED)
    nomination->confirmed_on = g_strdup_printf ("%d-04-10", year);
  if (reached >= SIGNED)
    nomination->signed_on = g_strdup_printf ("%d-06-01", year);
  if (reached >= ACCEPTED)
    nomination->accepted_on = g_strdup_printf ("%d-08-01", year);
  xyb_nomination_store_save (office->store, nomination, &error);
  g_assert_no_error (error);
}

static void
add_cases (Office *office)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
      g_autoptr (GError) error = NULL;

      enterprise->name = g_strdup (cases[i].name);
      enterprise->unit_id = cases[i].unit_id;
      enterprise->above_scale = cases[i].above_scale;
      enterprise->credit_code = g_strdup (cases[i].code);
      enterprise->closed = cases[i].closed;
      xyb_enterprise_store_save (office->store, enterprise, "2020-04-01", &error);
      g_assert_no_error (error);
      if (cases[i].in_2019 != 0)
        nominate (office, enterprise->id, cases[i].unit_id, 2019, cases[i].in_2019);
      if (cases[i].in_2020 != 0)
        nominate (office, enterprise->id, cases[i].unit_id, 2020, cases[i].in_2020);
    }
}

/* First characters of the names, in order of entry. */
static char *
find (Office *office, const XybEnterpriseQuery *asked)
{
  g_autoptr (GError) error = NULL;
  XybEnterpriseQuery query = *asked;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  query.order = XYB_ENTERPRISE_ORDER_RECENT;
  ids = xyb_enterprise_store_query (office->store, &query, &error);
  g_assert_no_error (error);
  rows
    = xyb_enterprise_store_get_many (office->store, (const gint64 *) ids->data, ids->len, &error);
  g_assert_no_error (error);
  for (guint i = rows->len; i > 0; i--)
    g_string_append_unichar (found, g_utf8_get_char (((XybEnterprise *) rows->pdata[i - 1])->name));
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_filters (Office *office, gconstpointer data)
{
  static const struct
  {
    XybEnterpriseQuery query;
    const char *found;
  } asked[] = {
    { { .text = NULL }, "甲乙丙丁戊己庚" },
    { { .include_closed = TRUE }, "甲乙丙丁戊己庚辛壬" },
    { { .nominated_year = 2020 }, "乙丙丁戊" },
    { { .nominated_year = 2019 }, "戊己庚" },
    { { .nominated_ever = TRUE }, "乙丙丁戊己庚" },
    { { .nominated_year = 2020, .nominated_ever = TRUE }, "乙丙丁戊" },
    { { .state = XYB_REGISTER_STATE_NOMINATED, .state_year = 2020 }, "乙" },
    { { .state = XYB_REGISTER_STATE_CONFIRMED, .state_year = 2020 }, "丙" },
    { { .state = XYB_REGISTER_STATE_SIGNED, .state_year = 2020 }, "丁" },
    { { .state = XYB_REGISTER_STATE_ACCEPTED, .state_year = 2020 }, "戊" },
    { { .state = XYB_REGISTER_STATE_ACCEPTED, .state_year = 2019 }, "己" },
    { { .state = XYB_REGISTER_STATE_ACCEPTED }, "戊己" },
    { { .state = XYB_REGISTER_STATE_NOMINATED }, "乙戊庚" },
    { { .state = XYB_REGISTER_STATE_UNNOMINATED, .state_year = 2020 }, "甲己庚" },
    { { .state = XYB_REGISTER_STATE_UNNOMINATED }, "甲" },
    { { .nominated_ever = TRUE, .state = XYB_REGISTER_STATE_UNNOMINATED, .state_year = 2020 },
      "己庚" },
    { { .state = XYB_REGISTER_STATE_ABOVE_SCALE }, "甲丁戊" },
    { { .state = XYB_REGISTER_STATE_NO_CODE }, "乙丙丁己庚" },
    { { .state = XYB_REGISTER_STATE_CLOSED }, "辛壬" },
    { { .state = XYB_REGISTER_STATE_CLOSED, .nominated_year = 2020 }, "辛" },
    { { .state = XYB_REGISTER_STATE_SIGNED, .state_year = 2020, .include_closed = TRUE }, "丁辛" },
    { { .state = XYB_REGISTER_STATE_NO_CODE, .unit_id = ZHANGPU }, "丙己" },
    { { .nominated_year = 2020, .text = "签约" }, "丁" },
  };

  add_cases (office);
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autofree char *found = find (office, &asked[i].query);

      if (!g_str_equal (found, asked[i].found))
        g_error ("case %" G_GSIZE_FORMAT ": “%s”, not “%s”", i, found, asked[i].found);
    }
}

/* What one connection has searched for is not what another finds after a change. */
static void
test_follows (Office *office, gconstpointer data)
{
  static const XybEnterpriseQuery query
    = { .state = XYB_REGISTER_STATE_ACCEPTED, .state_year = 2020 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  add_cases (office);
  before = find (office, &query);
  {
    g_autoptr (GPtrArray) rows = xyb_nomination_store_list (office->store, 2020, ZHANGPU, &error);
    XybNomination *row = rows->pdata[0];

    row->signed_on = g_strdup ("2020-06-02");
    row->accepted_on = g_strdup ("2020-08-02");
    xyb_nomination_store_save (office->store, row, &error);
    g_assert_no_error (error);
  }
  after = find (office, &query);
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  undone = find (office, &query);
  g_assert_cmpstr (before, ==, "戊");
  g_assert_cmpstr (after, ==, "丙戊");
  g_assert_cmpstr (undone, ==, "戊");
}

static void
test_no_plan (Office *office, gconstpointer data)
{
  static const XybEnterpriseQuery queries[] = {
    { .nominated_year = 2031 },
    { .state = XYB_REGISTER_STATE_SIGNED, .state_year = 2031 },
    { .nominated_ever = TRUE, .state = XYB_REGISTER_STATE_UNNOMINATED, .state_year = 2031 },
  };

  add_cases (office);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (xyb_enterprise_store_query (office->store, &queries[i], &error));
      g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, "2031"));
    }
}

static void
test_names (void)
{
  for (XybRegisterState state = 1; state < XYB_N_REGISTER_STATES; state++)
    g_assert_cmpint (xyb_register_state_from_name (xyb_register_state_name (state)), ==, state);
  g_assert_cmpint (xyb_register_state_from_name ("没有这种"), ==, XYB_REGISTER_STATE_ANY);
  g_assert_cmpint (xyb_register_state_from_name (NULL), ==, XYB_REGISTER_STATE_ANY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/filters/each-lets-through-what-it-says", test_filters);
  office_test ("/filters/follow-an-acceptance-and-its-undo", test_follows);
  office_test ("/filters/a-year-without-a-plan-is-named", test_no_plan);
  g_test_add_func ("/filters/a-word-leads-back-to-its-state", test_names);
  return g_test_run ();
}
