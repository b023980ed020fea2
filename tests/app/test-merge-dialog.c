/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-enterprise-page.h"
#include "xyb-enterprise-picker.h"
#include "xyb-enterprise-store.h"
#include "xyb-merge-dialog.h"
#include "xyb-merge-row.h"
#include "xyb-nomination-store.h"
#include "xyb-plan-store.h"

typedef struct
{
  gint64 keep;
  gint64 gone;
} Pair;

static XybEnterpriseList *
open_list (AppFixture *fixture)
{
  xyb_window_show_page (fixture->window, "enterprise");
  app_settle ();
  return xyb_enterprise_page_get_list (XYB_ENTERPRISE_PAGE (xyb_window_get_page (fixture->window)));
}

static gint64
add (AppFixture *fixture, const char *name, const char *contact)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autoptr (GError) error = NULL;

  enterprise->name = g_strdup (name);
  enterprise->contact = g_strdup (contact);
  enterprise->unit_id = 106;
  xyb_enterprise_store_save (fixture->store, enterprise, "2020-04-01", &error);
  g_assert_no_error (error);
  return enterprise->id;
}

static void
nominate (AppFixture *fixture, gint64 enterprise_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (fixture->store, DEMO_YEAR, &error);
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();

  nomination->plan_id = plan->id;
  nomination->unit_id = 106;
  nomination->enterprise_id = enterprise_id;
  xyb_nomination_store_save (fixture->store, nomination, &error);
  g_assert_no_error (error);
}

static Pair
add_pair (AppFixture *fixture)
{
  Pair pair = { add (fixture, "昆山示例重复登记有限公司", "张示例"),
                add (fixture, "昆山示例重复登计有限公司", "李示例") };

  return pair;
}

static GtkWidget *
open_dialog (AppFixture *fixture, Pair pair)
{
  GtkWindow *dialog;

  open_list (fixture);
  xyb_merge_open (GTK_WINDOW (fixture->window), xyb_window_get_office (fixture->window), pair.keep,
                  pair.gone);
  app_settle ();
  dialog = app_find_window (XYB_TYPE_MERGE_DIALOG);
  g_assert_nonnull (dialog);
  return GTK_WIDGET (dialog);
}

/* Rows: the name, the contact, then the years. */
static void
choose (GtkWidget *dialog, guint row, XybMergeSide side)
{
  XybMergeRow *found = XYB_MERGE_ROW (app_find (dialog, XYB_TYPE_MERGE_ROW, row));

  gtk_check_button_set_active (xyb_merge_row_get_button (found, side), TRUE);
  app_settle ();
}

static void
test_merge (AppFixture *fixture, gconstpointer data)
{
  Pair pair = add_pair (fixture);
  GtkWidget *dialog = open_dialog (fixture, pair);
  g_autoptr (XybEnterprise) merged = NULL;

  choose (dialog, 1, XYB_MERGE_SIDE_GONE);
  g_signal_emit_by_name (app_find_button (dialog, "合并"), "clicked");
  app_settle ();
  g_assert_null (app_find_window (XYB_TYPE_MERGE_DIALOG));
  merged = xyb_enterprise_store_get (fixture->store, pair.keep, NULL);
  g_assert_cmpstr (merged->contact, ==, "李示例");
  g_assert_cmpstr (merged->name, ==, "昆山示例重复登记有限公司");
  g_assert_null (xyb_enterprise_store_get (fixture->store, pair.gone, NULL));
  g_assert_cmpint (xyb_enterprise_list_get_selected (open_list (fixture)), ==, pair.keep);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpint (xyb_enterprise_store_count (fixture->store, NULL), ==, DEMO_ENTERPRISES + 2);
}

static void
test_year (AppFixture *fixture, gconstpointer data)
{
  Pair pair = add_pair (fixture);
  GtkWidget *dialog;
  GtkWidget *button;

  nominate (fixture, pair.keep);
  nominate (fixture, pair.gone);
  dialog = open_dialog (fixture, pair);
  button = app_find_button (dialog, "合并");
  g_assert_false (gtk_widget_get_sensitive (button));
  choose (dialog, 2, XYB_MERGE_SIDE_KEEP);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  app_settle ();
  {
    g_autoptr (GPtrArray) rows
      = xyb_nomination_store_list_of_enterprise (fixture->store, pair.keep, NULL);

    g_assert_cmpuint (rows->len, ==, 1);
  }
}

static void
test_swap (AppFixture *fixture, gconstpointer data)
{
  Pair pair = add_pair (fixture);
  GtkWidget *dialog = open_dialog (fixture, pair);

  g_signal_emit_by_name (app_find (dialog, GTK_TYPE_BUTTON, 2), "clicked");
  app_settle ();
  g_signal_emit_by_name (app_find_button (dialog, "合并"), "clicked");
  app_settle ();
  g_assert_null (xyb_enterprise_store_get (fixture->store, pair.keep, NULL));
}

/* From the form: the likely other one is proposed. */
static void
test_ask (AppFixture *fixture, gconstpointer data)
{
  Pair pair = add_pair (fixture);
  GtkWindow *picker;

  xyb_enterprise_list_select (open_list (fixture), pair.keep);
  app_settle ();
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (fixture->window), "合并…"), "clicked");
  app_settle ();
  picker = app_find_window (XYB_TYPE_ENTERPRISE_PICKER);
  g_assert_nonnull (picker);
  {
    XybEnterpriseList *list
      = XYB_ENTERPRISE_LIST (app_find (GTK_WIDGET (picker), XYB_TYPE_ENTERPRISE_LIST, 0));

    /* Nobody is merged with itself. */
    xyb_enterprise_list_select (list, pair.keep);
    g_assert_false (gtk_widget_get_sensitive (app_find_button (GTK_WIDGET (picker), "看两家")));
    xyb_enterprise_list_search (list, "重复登计");
    xyb_enterprise_list_select (list, pair.gone);
    g_assert_true (gtk_widget_get_sensitive (app_find_button (GTK_WIDGET (picker), "看两家")));
  }
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (picker), "看两家"), "clicked");
  app_settle ();
  g_assert_nonnull (app_find_window (XYB_TYPE_MERGE_DIALOG));
  gtk_window_destroy (app_find_window (XYB_TYPE_MERGE_DIALOG));
  app_settle ();
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/merge-dialog/two-become-one-and-undo-makes-two", test_merge);
  ADD ("/merge-dialog/a-year-of-both-is-decided-first", test_year);
  ADD ("/merge-dialog/the-other-one-can-stay", test_swap);
  ADD ("/merge-dialog/the-form-asks-which-other-one", test_ask);
  return g_test_run ();
}
