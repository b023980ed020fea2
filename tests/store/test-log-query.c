/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "office-fixture.h"
#include "xyb-log-query.h"

/* Labels of what a query finds, latest first. */
static char *
labels (Office *self, const XybRevisionQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = xyb_store_query_revisions (self->store, query, &error);
  g_autoptr (GPtrArray) rows = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  rows = xyb_store_get_revisions (self->store, (const gint64 *) ids->data, ids->len, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, ids->len);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s|", ((XybRevision *) rows->pdata[i])->label);
  return g_string_free (text, FALSE);
}

static void
assert_found (Office *self, const XybRevisionQuery *query, const char *expected)
{
  g_autofree char *found = labels (self, query);

  g_assert_cmpstr (found, ==, expected);
}

static void
set_quota (Office *self, gint64 unit_id, gint64 number)
{
  g_autoptr (GError) error = NULL;

  xyb_plan_store_set_quota (self->store, 2020, unit_id, XYB_TRACK_ACCREDITATION, number, &error);
  g_assert_no_error (error);
}

static void
test_filters (Office *self, gconstpointer data)
{
  XybRevisionQuery query = { 0 };
  g_autoptr (GPtrArray) operators = NULL;
  g_autofree char *name = NULL;
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;
  g_autofree char *with_undo = NULL;

  xyb_store_set_operator (self->store, "李示例");
  set_quota (self, ZHOUSHI, 9);
  xyb_store_set_operator (self->store, "王示例");
  office_add_enterprise (self, "昆山示例ABC有限公司", ZHANGPU);
  name = xyb_store_peek_undo (self->store);
  one = g_strdup_printf ("%s|", name);

  query.text = "示例abc";
  assert_found (self, &query, one);
  query.text = "  ";
  query.operator_name = "王示例";
  assert_found (self, &query, one);
  query.operator_name = "李示例";
  query.text = "周市镇"; /* stands in the record's name as well */
  all = labels (self, &query);
  g_assert_nonnull (strstr (all, "周市镇"));
  query = (XybRevisionQuery){ .table = "enterprise" };
  assert_found (self, &query, one);
  query = (XybRevisionQuery){ .until = "2019-12-31" };
  assert_found (self, &query, "");
  query = (XybRevisionQuery){ .since = "9999-01-01" };
  assert_found (self, &query, "");

  xyb_store_undo (self->store, NULL, NULL);
  with_undo = g_strdup_printf ("撤销：%s|", name);
  query = (XybRevisionQuery){ .kind = XYB_REVISION_UNDO };
  assert_found (self, &query, with_undo);
  /* The journal's own texts are no pattern. */
  query = (XybRevisionQuery){ .text = "示例%" };
  assert_found (self, &query, "");
  query = (XybRevisionQuery){ .text = "' OR 1=1 --" };
  assert_found (self, &query, "");

  operators = xyb_store_list_operators (self->store, NULL);
  g_assert_cmpstr (operators->pdata[0], ==, "王示例");
  g_assert_cmpstr (operators->pdata[1], ==, "李示例");
}

static const XybChange *
first_change (GPtrArray *revisions)
{
  return ((XybRevision *) revisions->pdata[0])->changes->pdata[0];
}

/* From a line of the log to the place where it is edited. */
static void
test_places (Office *self, gconstpointer data)
{
  g_autoptr (GPtrArray) quota = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  const XybChange *change;
  gint64 id;

  set_quota (self, ZHOUSHI, 9);
  quota = xyb_store_list_revisions (self->store, 1, 0, TRUE, NULL);
  change = first_change (quota);
  g_assert_cmpint (xyb_store_find_place (self->store, change->table_name, change->record_id).kind,
                   ==, XYB_PLACE_QUOTA);
  g_assert_cmpint (xyb_store_find_place (self->store, change->table_name, change->record_id).id, ==,
                   ZHOUSHI);
  g_assert_cmpint (xyb_store_find_place (self->store, change->table_name, change->record_id).year,
                   ==, 2020);
  id = office_add_enterprise (self, "昆山示例甲有限公司", ZHANGPU);
  g_assert_cmpint (xyb_store_find_place (self->store, "enterprise", id).kind, ==,
                   XYB_PLACE_ENTERPRISE);
  xyb_store_undo (self->store, NULL, NULL);
  gone = xyb_store_list_revisions (self->store, 1, 0, TRUE, NULL);
  change = first_change (gone);
  g_assert_cmpint (xyb_store_find_place (self->store, change->table_name, change->record_id).kind,
                   ==, XYB_PLACE_NONE);
  g_assert_cmpint (xyb_store_find_place (self->store, "unit", ZHOUSHI).kind, ==, XYB_PLACE_UNIT);
}

/* Every table the log can be filtered by has a name of its own in Chinese. */
static void
test_tables_have_names (Office *self, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const char *const *table = xyb_store_list_tables (); *table != NULL; table++)
    {
      g_assert_cmpstr (xyb_store_get_table_title (*table), !=, *table);
      g_assert_true (g_hash_table_add (seen, (gpointer) xyb_store_get_table_title (*table)));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  office_test ("/log/filters", test_filters);
  office_test ("/log/a-change-leads-to-its-place", test_places);
  office_test ("/log/tables-have-names", test_tables_have_names);
  return g_test_run ();
}
