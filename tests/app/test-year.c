/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"
#include "xyb-sheet.h"
#include "xyb-year-dialog.h"

/* The 年度 switcher and the sheet on which a new year is confirmed. The sample has 2019 and 2020.
 */

#define QUOTA_ROW_ZHOUSHI 4
#define DL_03 2

static XybYearDialog *
open_sheet (AppFixture *fixture)
{
  XybYearDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-year", NULL);
  app_settle ();
  dialog = XYB_YEAR_DIALOG (app_find_window (XYB_TYPE_YEAR_DIALOG));
  g_assert_nonnull (dialog);
  xyb_year_dialog_set_year (dialog, 2021);
  app_settle ();
  return dialog;
}

static void
assert_whole_sheets (GtkWidget *widget, guint *n)
{
  if (XYB_IS_SHEET (widget))
    {
      GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget));

      g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=,
                         gtk_adjustment_get_page_size (across));
      (*n)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_whole_sheets (child, n);
}

/* 核对目标和指标 on one sheet: no column of the two tables is out of sight beside long 时限. */
static void
test_all_columns (AppFixture *fixture, gconstpointer data)
{
  guint n = 0;

  assert_whole_sheets (GTK_WIDGET (open_sheet (fixture)), &n);
  g_assert_cmpuint (n, ==, 2);
}

static XybOffice *
get_office (AppFixture *fixture)
{
  return xyb_window_get_office (fixture->window);
}

static guint
count_years (AppFixture *fixture)
{
  g_autoptr (GArray) years = xyb_office_list_years (get_office (fixture));

  return years->len;
}

static char *
last_label (AppFixture *fixture)
{
  return xyb_store_peek_undo (fixture->store);
}

static const XybMilestone *
find_milestone (const XybPlan *plan, const char *key)
{
  for (guint i = 0; i < plan->milestones->len; i++)
    if (g_strcmp0 (((XybMilestone *) plan->milestones->pdata[i])->key, key) == 0)
      return plan->milestones->pdata[i];
  return NULL;
}

static void
make (XybYearDialog *dialog)
{
  xyb_year_dialog_make (dialog);
  app_settle ();
}

/* PLAN-12: 590 + 50 + 66; the day moved by five days is printed as the new day. */
static void
test_make (AppFixture *fixture, gconstpointer data)
{
  XybYearDialog *dialog = open_sheet (fixture);
  const XybPlan *plan;
  g_autofree char *label = NULL;

  g_assert_cmpint (xyb_year_table_get (xyb_year_dialog_get_targets (dialog), 0, 1), ==, 706);
  xyb_year_table_set (xyb_year_dialog_get_targets (dialog), 0, 0, 70);
  xyb_year_table_set (xyb_year_dialog_get_targets (dialog), 0, 1, 681);
  xyb_year_table_set (xyb_year_dialog_get_quotas (dialog), QUOTA_ROW_ZHOUSHI, 0, 12);
  gtk_editable_set_text (xyb_year_dialog_get_date (dialog, DL_03), "2021.4.20");
  make (dialog);
  g_assert_null (app_find_window (XYB_TYPE_YEAR_DIALOG));
  g_assert_cmpint (xyb_office_get_year (get_office (fixture)), ==, 2021);
  label = last_label (fixture);
  g_assert_cmpstr (label, ==, "新建2021年度方案");
  plan = xyb_office_get_plan (get_office (fixture));
  g_assert_cmpint (plan->targets[0], ==, 70);
  g_assert_cmpint (plan->opening[0], ==, 681);
  g_assert_cmpstr (plan->opening_as_of, ==, "2020-12-31");
  g_assert_cmpint (((XybQuota *) plan->quotas->pdata[QUOTA_ROW_ZHOUSHI])->accreditation, ==, 12);
  g_assert_null (plan->document_number);
  g_assert_cmpstr (find_milestone (plan, "DL-03")->due_on, ==, "2021-04-20");
  g_assert_cmpstr (find_milestone (plan, "DL-03")->date_text, ==, "4月20日前");
  g_assert_cmpstr (find_milestone (plan, "DL-06")->due_on, ==, "2021-08-15");
}

static void
test_undo (AppFixture *fixture, gconstpointer data)
{
  make (open_sheet (fixture));
  g_assert_cmpuint (count_years (fixture), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpuint (count_years (fixture), ==, 2);
  g_assert_cmpint (xyb_office_get_year (get_office (fixture)), ==, 2020);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  app_settle ();
  g_assert_cmpuint (count_years (fixture), ==, 3);
}

static void
test_cancel (AppFixture *fixture, gconstpointer data)
{
  XybYearDialog *dialog = open_sheet (fixture);
  g_autofree char *before = last_label (fixture);
  g_autofree char *after = NULL;

  xyb_year_table_set (xyb_year_dialog_get_targets (dialog), 0, 0, 70);
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  after = last_label (fixture);
  g_assert_cmpuint (count_years (fixture), ==, 2);
  g_assert_cmpstr (after, ==, before);
}

static void
answer (const char *id)
{
  AdwMessageDialog *question = ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG));

  g_assert_nonnull (question);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (question), "67"));
  adw_message_dialog_response (question, id);
  app_settle ();
}

/* QUO-01: the sum is compared while it is typed; a difference is said, and asked about. */
static void
test_mismatch (AppFixture *fixture, gconstpointer data)
{
  XybYearDialog *dialog = open_sheet (fixture);
  g_autofree char *agrees = g_strdup (xyb_year_dialog_get_total_sentence (dialog));

  xyb_year_table_set (xyb_year_dialog_get_quotas (dialog), QUOTA_ROW_ZHOUSHI, 0, 9);
  g_assert_cmpstr (xyb_year_dialog_get_total_sentence (dialog), !=, agrees);
  g_assert_nonnull (strstr (xyb_year_dialog_get_total_sentence (dialog), "67"));
  make (dialog);
  answer ("back");
  g_assert_cmpuint (count_years (fixture), ==, 2);
  make (dialog);
  answer ("make");
  g_assert_cmpuint (count_years (fixture), ==, 3);
}

static void
test_refused (AppFixture *fixture, gconstpointer data)
{
  XybYearDialog *dialog = open_sheet (fixture);

  gtk_editable_set_text (xyb_year_dialog_get_date (dialog, DL_03), "2021-02-30");
  make (dialog);
  g_assert_nonnull (xyb_year_dialog_get_problem (dialog));
  g_assert_cmpuint (count_years (fixture), ==, 2);
  xyb_year_dialog_set_year (dialog, 2020);
  g_assert_nonnull (strstr (xyb_year_dialog_get_problem (dialog), "2020年"));
  make (dialog);
  g_assert_cmpuint (count_years (fixture), ==, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Going on to another year must not cost what has been typed. */
static void
test_other_year (AppFixture *fixture, gconstpointer data)
{
  XybYearDialog *dialog = open_sheet (fixture);

  xyb_year_table_set (xyb_year_dialog_get_targets (dialog), 1, 0, 9);
  xyb_year_dialog_set_year (dialog, 2022);
  g_assert_cmpint (xyb_year_table_get (xyb_year_dialog_get_targets (dialog), 1, 0), ==, 9);
  g_assert_cmpstr (gtk_editable_get_text (xyb_year_dialog_get_date (dialog, DL_03)), ==,
                   "2022年4月15日");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* An office without any plan begins from the one the program brings, without its numbers. */
static void
test_blank_office (AppFixture *fixture, gconstpointer data)
{
  static const int no_years[] = { 0 };
  g_autofree char *path = g_build_filename (fixture->folder, "blank.xyb", NULL);
  XybYearDialog *dialog;

  xyb_window_create_office (fixture->window, path, no_years);
  fixture->store = xyb_office_get_store (get_office (fixture));
  app_settle ();
  g_assert_cmpint (xyb_office_get_year (get_office (fixture)), ==, 0);
  xyb_window_show_page (fixture->window, "quota");
  app_settle ();
  app_find_button (GTK_WIDGET (fixture->window), "新建年度…");
  dialog = open_sheet (fixture);
  g_assert_cmpint (xyb_year_table_get_sum (xyb_year_dialog_get_quotas (dialog), 0), ==, XYB_UNSAID);
  make (dialog);
  g_assert_cmpint (xyb_office_get_year (get_office (fixture)), ==, 2021);
  g_assert_cmpuint (xyb_office_get_plan (get_office (fixture))->quotas->len, ==, 11);
}

static void
test_switch (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "year");

  gtk_widget_activate_action (window, "win.step-year", "i", -1);
  app_settle ();
  g_assert_cmpint (xyb_office_get_year (get_office (fixture)), ==, 2019);
  g_assert_cmpint (g_variant_get_int32 (g_action_get_state (action)), ==, 2019);
  gtk_widget_activate_action (window, "win.step-year", "i", -1);
  g_assert_cmpint (xyb_office_get_year (get_office (fixture)), ==, 2019);
  gtk_widget_activate_action (window, "win.year", "i", 2020);
  app_settle ();
  g_assert_cmpstr (gtk_menu_button_get_label (fixture->window->year_button), ==, "2020 年");
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/year/all-of-it-is-written-in-one-revision", test_make);
  ADD ("/year/all-columns-are-in-sight", test_all_columns);
  ADD ("/year/undo-takes-it-back-whole", test_undo);
  ADD ("/year/cancel-leaves-nothing", test_cancel);
  ADD ("/year/a-sum-that-is-not-the-target-is-asked-about", test_mismatch);
  ADD ("/year/what-cannot-be-is-refused", test_refused);
  ADD ("/year/another-year-keeps-what-was-typed", test_other_year);
  ADD ("/year/an-office-without-plans-gets-its-first", test_blank_office);
  ADD ("/year/the-switcher-goes-from-year-to-year", test_switch);
  return g_test_run ();
}
