/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found through a connection that has searched and edited for a long time is what a fresh
 * connection finds. */

#include "office-fixture.h"

#define N_STEPS 150
#define TODAY "2020-04-15"

static GArray *
search (XybStore *store, const char *text, XybEnterpriseOrder order)
{
  XybEnterpriseQuery query
    = { .text = text, .include_closed = order != XYB_ENTERPRISE_ORDER_RECENT, .order = order };
  g_autoptr (GError) error = NULL;
  GArray *ids = xyb_enterprise_store_query (store, &query, &error);

  g_assert_no_error (error);
  return ids;
}

static void
assert_same_hits (XybStore *old, XybStore *fresh, const char *text)
{
  for (int order = XYB_ENTERPRISE_ORDER_OFFICIAL; order <= XYB_ENTERPRISE_ORDER_RECENT; order++)
    {
      g_autoptr (GArray) a = search (old, text, order);
      g_autoptr (GArray) b = search (fresh, text, order);

      g_assert_cmpmem (a->data, a->len * sizeof (gint64), b->data, b->len * sizeof (gint64));
    }
}

static void
assert_all_the_same (XybStore *store)
{
  static const char *const words[] = { "", "示例", "甲", "ksslj", "改名", "5555", "没有" };
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) fresh = xyb_store_open_again (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_same_hits (store, fresh, words[i]);
}

static void
add (XybStore *store, GRand *random, guint step)
{
  static const char *const firsts[] = { "甲", "乙", "丙", "丁", "王", "安" };
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autoptr (GError) error = NULL;

  enterprise->name
    = g_strdup_printf ("昆山示例%s%u有限公司",
                       firsts[g_rand_int_range (random, 0, G_N_ELEMENTS (firsts))], step);
  enterprise->phone = g_strdup_printf ("0512-5555%04u", step);
  enterprise->unit_id = g_rand_boolean (random) ? ZHOUSHI : ZHANGPU;
  xyb_enterprise_store_save (store, enterprise, TODAY, &error);
  g_assert_no_error (error);
}

static XybEnterprise *
pick (XybStore *store, GRand *random)
{
  g_autoptr (GArray) ids = search (store, "", XYB_ENTERPRISE_ORDER_OFFICIAL);
  g_autoptr (GError) error = NULL;
  XybEnterprise *enterprise = NULL;

  if (ids->len > 0)
    {
      guint place = (guint) g_rand_int_range (random, 0, (int) ids->len);

      enterprise = xyb_enterprise_store_get (store, g_array_index (ids, gint64, place), &error);
      g_assert_no_error (error);
    }
  return enterprise;
}

static void
change (XybStore *store, GRand *random, guint step)
{
  g_autoptr (XybEnterprise) enterprise = pick (store, random);
  g_autoptr (GError) error = NULL;

  if (enterprise == NULL)
    return;
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      g_free (enterprise->name);
      enterprise->name = g_strdup_printf ("昆山示例%s改名%u有限公司", step % 2 ? "阿" : "最", step);
      break;
    case 1:
      enterprise->closed = !enterprise->closed;
      break;
    case 2:
      g_free (enterprise->phone);
      enterprise->phone = g_strdup_printf ("1390000%04u", step);
      break;
    default:
      xyb_enterprise_store_remove (store, enterprise->id, &error);
      g_assert_no_error (error);
      return;
    }
  xyb_enterprise_store_save (store, enterprise, TODAY, &error);
  g_assert_no_error (error);
}

static void
test_edits_of_this_connection (Office *office, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20200415);

  for (guint step = 0; step < N_STEPS; step++)
    {
      int what = g_rand_int_range (random, 0, 10);

      if (what < 4)
        add (office->store, random, step);
      else if (what < 8)
        change (office->store, random, step);
      else
        xyb_store_undo (office->store, NULL, NULL); /* at times there is nothing to undo */
      assert_all_the_same (office->store);
    }
}

static gboolean
add_search_and_fail (XybStore *store, gpointer data, GError **error)
{
  g_autoptr (GArray) hits = NULL;

  add (store, data, 9999);
  hits = search (store, "", XYB_ENTERPRISE_ORDER_NAME);
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "给回滚用");
  return FALSE;
}

static void
test_a_rolled_back_edit_is_not_found (Office *office, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;

  add (office->store, random, 1);
  assert_all_the_same (office->store);
  g_assert_false (xyb_store_edit (office->store, "试", add_search_and_fail, random, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID);
  assert_all_the_same (office->store);
}

static void
test_edits_of_another_connection (Office *office, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) other = xyb_store_open_again (office->store, &error);

  g_assert_no_error (error);
  for (guint step = 0; step < 10; step++)
    {
      add (step % 3 == 0 ? office->store : other, random, step);
      assert_all_the_same (office->store);
      assert_all_the_same (other);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search-rows/edits-of-this-connection", Office, NULL, office_set_up,
              test_edits_of_this_connection, office_tear_down);
  g_test_add ("/search-rows/a-rolled-back-edit-is-not-found", Office, NULL, office_set_up,
              test_a_rolled_back_edit_is_not_found, office_tear_down);
  g_test_add ("/search-rows/edits-of-another-connection", Office, NULL, office_set_up,
              test_edits_of_another_connection, office_tear_down);
  return g_test_run ();
}
