/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-enterprise-page.h"
#include "xyb-enterprise-row.h"
#include "xyb-office-store.h"

/* The register of a large city: the window holds ids, and rows of what is on screen. */

#define MANY 100000

static void
test_many (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list;
  XybPagedModel *model;
  GtkWidget *view;
  g_autoptr (GError) error = NULL;

  xyb_office_store_fill_demo (fixture->store, DEMO_YEAR, MANY - DEMO_ENTERPRISES, FALSE, NULL, NULL,
                              &error);
  g_assert_no_error (error);
  xyb_window_show_page (fixture->window, "enterprise");
  app_settle ();
  list = xyb_enterprise_page_get_list (XYB_ENTERPRISE_PAGE (xyb_window_get_page (fixture->window)));
  model = XYB_PAGED_MODEL (xyb_enterprise_list_get_model (list));
  view = gtk_widget_get_ancestor (app_find (GTK_WIDGET (list), XYB_TYPE_ENTERPRISE_ROW, 0),
                                  GTK_TYPE_LIST_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, MANY);
  /* GTK makes some 200 rows, and reads them in pages. */
  g_assert_cmpuint (xyb_paged_model_get_n_read (model), <=, 1000);
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", MANY - 1);
  app_settle ();
  g_assert_cmpuint (xyb_paged_model_get_n_read (model), <=, 2000);
  {
    g_autoptr (XybEnterpriseItem) last = g_list_model_get_item (G_LIST_MODEL (model), MANY - 1);

    g_assert_nonnull (xyb_enterprise_item_get_name (last));
  }
  /* The same enterprise stays selected and in view through a search and back. */
  xyb_enterprise_list_select (list, xyb_paged_model_get_id (model, MANY / 2));
  xyb_enterprise_list_search (list, "电子");
  xyb_enterprise_list_search (list, "");
  app_settle ();
  g_assert_cmpint (xyb_enterprise_list_get_selected (list), ==,
                   xyb_paged_model_get_id (model, MANY / 2));
  g_assert_cmpuint (xyb_paged_model_get_n_read (model), <=, 5000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/enterprise-list/a-hundred-thousand-are-read-in-pages", AppFixture, NULL,
              app_fixture_set_up, test_many, app_fixture_tear_down);
  return g_test_run ();
}
