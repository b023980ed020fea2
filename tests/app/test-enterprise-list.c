/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "xyb-enterprise-dialog.h"
#include "xyb-enterprise-form.h"
#include "xyb-enterprise-page.h"
#include "xyb-enterprise-row.h"
#include "xyb-field-row.h"
#include "xyb-nomination-store.h"

/* Places of the drop-downs. */
#define SCOPE 0
#define DISTRICT 1
#define STATE 2

static XybEnterpriseList *
open_list (AppFixture *fixture)
{
  xyb_window_show_page (fixture->window, "enterprise");
  app_settle ();
  return xyb_enterprise_page_get_list (XYB_ENTERPRISE_PAGE (xyb_window_get_page (fixture->window)));
}

static guint
count_shown (XybEnterpriseList *list)
{
  return g_list_model_get_n_items (xyb_enterprise_list_get_model (list));
}

static gint64
id_at (XybEnterpriseList *list, guint position)
{
  return xyb_paged_model_get_id (XYB_PAGED_MODEL (xyb_enterprise_list_get_model (list)), position);
}

static GtkDropDown *
filter (XybEnterpriseList *list, guint place)
{
  return GTK_DROP_DOWN (app_find (GTK_WIDGET (list), GTK_TYPE_DROP_DOWN, place));
}

static GtkWidget *
search_entry (XybEnterpriseList *list)
{
  return app_find (GTK_WIDGET (list), GTK_TYPE_SEARCH_ENTRY, 0);
}

static GtkWidget *
view_of (XybEnterpriseList *list)
{
  /* The drop-downs have list views of their own. */
  return gtk_widget_get_ancestor (app_find (GTK_WIDGET (list), XYB_TYPE_ENTERPRISE_ROW, 0),
                                  GTK_TYPE_LIST_VIEW);
}

static GtkWidget *
focus_of (AppFixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* ---- filters ---- */

static guint
count_nominations (AppFixture *fixture, gboolean accepted)
{
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (fixture->store, DEMO_YEAR, 0, NULL);
  guint count = 0;

  for (guint i = 0; i < rows->len; i++)
    if (!accepted || ((XybNomination *) rows->pdata[i])->accepted_on != NULL)
      count++;
  return count;
}

static void
test_filters (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  guint nominated = count_nominations (fixture, FALSE);
  guint accepted = count_nominations (fixture, TRUE);

  g_assert_cmpuint (nominated, >, accepted);
  g_assert_cmpuint (nominated, <, DEMO_ENTERPRISES);
  gtk_drop_down_set_selected (filter (list, SCOPE), 1);
  g_assert_cmpuint (count_shown (list), ==, nominated);
  gtk_drop_down_set_selected (filter (list, STATE), XYB_REGISTER_STATE_ACCEPTED);
  g_assert_cmpuint (count_shown (list), ==, accepted);
  gtk_drop_down_set_selected (filter (list, SCOPE), 0);
  gtk_drop_down_set_selected (filter (list, STATE), XYB_REGISTER_STATE_UNNOMINATED);
  g_assert_cmpuint (count_shown (list), ==, DEMO_ENTERPRISES - nominated);
  gtk_drop_down_set_selected (filter (list, STATE), XYB_REGISTER_STATE_CLOSED);
  g_assert_cmpuint (count_shown (list), ==, 0);
}

static void
test_clear (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  GtkWidget *clear;
  guint found;

  xyb_enterprise_list_search (list, "电子");
  found = count_shown (list);
  gtk_drop_down_set_selected (filter (list, STATE), XYB_REGISTER_STATE_CLOSED);
  g_assert_cmpuint (count_shown (list), ==, 0);
  clear = app_find_button (GTK_WIDGET (list), "清除筛选");
  g_signal_emit_by_name (clear, "clicked");
  g_assert_cmpuint (count_shown (list), ==, found);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search_entry (list))), ==, "电子");
  g_assert_false (gtk_widget_get_visible (clear));
}

/* ---- nothing found ---- */

static void
test_new_from_search (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  GtkWindow *dialog;

  xyb_enterprise_list_search (list, " 昆山没有这家有限公司");
  app_settle ();
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (list), "新建“昆山没有这家有限公司”"),
                         "clicked");
  app_settle ();
  dialog = app_find_window (XYB_TYPE_ENTERPRISE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (xyb_field_row_get_text (
                     XYB_FIELD_ROW (app_find_field (GTK_WIDGET (dialog), "企业名称"))),
                   ==, "昆山没有这家有限公司");
  gtk_window_destroy (dialog);
  app_settle ();
}

/* ---- keys ---- */

static void
test_down (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  GtkWidget *entry = search_entry (list);

  xyb_enterprise_list_grab_search (list);
  gtk_editable_set_text (GTK_EDITABLE (entry), "机械");
  app_press (entry, GDK_KEY_Down, 0);
  g_assert_true (gtk_widget_is_ancestor (focus_of (fixture), view_of (list)));
  g_assert_cmpint (xyb_enterprise_list_get_selected (list), ==, id_at (list, 0));
}

static void
test_typing_in_the_list (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  GtkWidget *entry = search_entry (list);

  xyb_enterprise_list_grab_search (list);
  app_press (entry, GDK_KEY_Down, 0);
  g_assert_false (gtk_widget_is_ancestor (focus_of (fixture), entry));
  app_press (view_of (list), GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_false (gtk_widget_is_ancestor (focus_of (fixture), entry));
  app_press (view_of (list), GDK_KEY_d, 0);
  g_assert_true (gtk_widget_is_ancestor (focus_of (fixture), entry));
}

static void
test_enter (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  GtkWidget *form = app_find (GTK_WIDGET (fixture->window), XYB_TYPE_ENTERPRISE_FORM, 0);

  g_signal_emit_by_name (view_of (list), "activate", 0);
  app_settle ();
  g_assert_true (gtk_widget_is_ancestor (focus_of (fixture), form));
}

static void
test_escape (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);

  xyb_enterprise_list_search (list, "电子");
  g_assert_cmpuint (count_shown (list), <, DEMO_ENTERPRISES);
  g_signal_emit_by_name (search_entry (list), "stop-search");
  g_assert_cmpuint (count_shown (list), ==, DEMO_ENTERPRISES);
  g_assert_true (gtk_widget_is_ancestor (focus_of (fixture), view_of (list)));
}

/* ---- the menu of a row ---- */

static gint64
find_unnominated (XybEnterpriseList *list)
{
  gtk_drop_down_set_selected (filter (list, STATE), XYB_REGISTER_STATE_UNNOMINATED);
  return id_at (list, 0);
}

static void
test_menu (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  gint64 id = find_unnominated (list);
  g_autoptr (XybEnterprise) closed = NULL;
  g_autoptr (XybEnterprise) back = NULL;

  xyb_enterprise_list_select (list, id);
  app_settle ();
  gtk_widget_activate_action (GTK_WIDGET (list), "register.menu", NULL);
  gtk_widget_activate_action (GTK_WIDGET (list), "enterprise.close", NULL);
  app_settle ();
  closed = xyb_enterprise_store_get (fixture->store, id, NULL);
  g_assert_true (closed->closed);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  gtk_widget_activate_action (GTK_WIDGET (list), "enterprise.remove", NULL);
  app_settle ();
  g_assert_null (xyb_enterprise_store_get (fixture->store, id, NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  back = xyb_enterprise_store_get (fixture->store, id, NULL);
  g_assert_nonnull (back);
  g_assert_false (back->closed);
}

/* ---- the list as a file ---- */

static void
test_export (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "名录.xlsx", NULL);
  XybEnterpriseQuery query;
  XybExportSpec spec = { .kind = XYB_EXPORT_LIST, .year = DEMO_YEAR, .condition = "已验收" };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  gtk_drop_down_set_selected (filter (list, STATE), XYB_REGISTER_STATE_ACCEPTED);
  xyb_enterprise_list_get_query (list, &query);
  g_assert_cmpint (query.state, ==, XYB_REGISTER_STATE_ACCEPTED);
  g_assert_cmpint (query.state_year, ==, DEMO_YEAR);
  spec.ids = ids = xyb_enterprise_store_query (fixture->store, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, count_shown (list));
  name = xyb_export_spec_file_name (xyb_window_get_office (fixture->window), &spec, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (name, "企业名录（已验收）"));
  g_assert_true (g_str_has_suffix (name, ".xlsx"));
  xyb_window_export_to (fixture->window, &spec, path);
  app_wait_for_job (fixture);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/enterprise-list/filters-show-what-the-year-says", test_filters);
  ADD ("/enterprise-list/clearing-the-filters-keeps-what-is-searched", test_clear);
  ADD ("/enterprise-list/what-is-not-found-can-be-added", test_new_from_search);
  ADD ("/enterprise-list/down-leads-from-the-search-into-the-list", test_down);
  ADD ("/enterprise-list/typing-in-the-list-searches", test_typing_in_the_list);
  ADD ("/enterprise-list/enter-leads-into-the-form", test_enter);
  ADD ("/enterprise-list/escape-clears-the-search", test_escape);
  ADD ("/enterprise-list/a-row-has-its-menu", test_menu);
  ADD ("/enterprise-list/what-is-shown-leaves-as-a-file", test_export);
  return g_test_run ();
}
