/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"
#include "xyb-nomination-store.h"
#include "xyb-sheet.h"
#include "xyb-unfinished-item.h"
#include "xyb-year-dialog.h"

/* The 年度 switcher and the steps in which a new year is confirmed. The sample has 2019 and 2020.
 */

#define QUOTA_ROW_ZHOUSHI 4
#define DL_03 2
#define DL_06 5

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

/* No column of the two tables is out of sight. */
static void
test_all_columns (AppFixture *fixture, gconstpointer data)
{
  static const char *const with_sheets[] = { "goals", "quotas" };
  XybYearDialog *dialog = open_sheet (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (with_sheets); i++)
    {
      guint n = 0;

      xyb_year_dialog_show_step (dialog, with_sheets[i]);
      app_settle ();
      assert_whole_sheets (xyb_year_dialog_get_page (dialog, with_sheets[i]), &n);
      g_assert_cmpuint (n, ==, 1);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
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

static XybYearDates *
get_dates (XybYearDialog *dialog)
{
  return XYB_YEAR_DATES (xyb_year_dialog_get_page (dialog, "dates"));
}

static XybYearUnfinished *
get_unfinished (XybYearDialog *dialog)
{
  return XYB_YEAR_UNFINISHED (xyb_year_dialog_get_page (dialog, "unfinished"));
}

static void
make (XybYearDialog *dialog)
{
  xyb_year_dates_set_confirmed (get_dates (dialog), TRUE);
  xyb_year_dialog_make (dialog);
  app_settle ();
}

/* Who was accepted in 2020. */
static guint
count_accepted (AppFixture *fixture)
{
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (fixture->store, 2020, 0, NULL);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ((XybNomination *) rows->pdata[i])->accepted_on != NULL ? 1 : 0;
  return n;
}

/* PLAN-09, PLAN-12: 590 and those recorded since; the day moved by five days is printed as the new
 * day. */
static void
test_make (AppFixture *fixture, gconstpointer data)
{
  XybYearDialog *dialog = open_sheet (fixture);
  const XybPlan *plan;
  g_autofree char *label = NULL;

  g_assert_cmpuint (count_accepted (fixture), >, 0);
  g_assert_cmpint (xyb_year_table_get (xyb_year_dialog_get_targets (dialog), 0, 1), ==,
                   590 + count_accepted (fixture));
  xyb_year_table_set (xyb_year_dialog_get_targets (dialog), 0, 0, 70);
  xyb_year_table_set (xyb_year_dialog_get_targets (dialog), 0, 1, 681);
  xyb_year_table_set (xyb_year_dialog_get_quotas (dialog), QUOTA_ROW_ZHOUSHI, 0, 12);
  gtk_editable_set_text (xyb_year_dates_get_entry (get_dates (dialog), DL_03), "2021.4.20");
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

  gtk_editable_set_text (xyb_year_dates_get_entry (get_dates (dialog), DL_03), "2021-02-30");
  make (dialog);
  g_assert_nonnull (xyb_year_dialog_get_problem (dialog));
  g_assert_cmpuint (count_years (fixture), ==, 2);
  xyb_year_dialog_set_year (dialog, 2020);
  g_assert_nonnull (strstr (xyb_year_dialog_get_problem (dialog), "2020年"));
  make (dialog);
  g_assert_cmpuint (count_years (fixture), ==, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* §6: the days were only moved; somebody has to have looked at them. */
static void
test_dates_are_confirmed (AppFixture *fixture, gconstpointer data)
{
  XybYearDialog *dialog = open_sheet (fixture);

  xyb_year_dialog_show_step (dialog, "review");
  xyb_year_dialog_make (dialog);
  app_settle ();
  g_assert_cmpuint (count_years (fixture), ==, 2);
  g_assert_cmpstr (xyb_year_dialog_get_step (dialog), ==, "dates");
  g_assert_nonnull (strstr (xyb_year_dialog_get_problem (dialog), "已核对时限"));
  /* 2021-08-15 is a Sunday. */
  g_assert_cmpstr (xyb_year_dates_get_warning (get_dates (dialog), DL_06), ==, "是星期日");
  g_assert_null (xyb_year_dates_get_warning (get_dates (dialog), DL_03));
  make (dialog);
  g_assert_cmpuint (count_years (fixture), ==, 3);
}

/* Forward and back; what cannot be read keeps her where it is typed. */
static void
test_steps (AppFixture *fixture, gconstpointer data)
{
  static const char *const order[]
    = { "goals", "dates", "quotas", "rules", "unfinished", "review" };
  XybYearDialog *dialog = open_sheet (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_cmpstr (xyb_year_dialog_get_step (dialog), ==, order[i]);
      if (i + 1 < G_N_ELEMENTS (order))
        g_signal_emit_by_name (app_find_button (GTK_WIDGET (dialog), "下一步"), "clicked");
      app_settle ();
    }
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (dialog), "上一步"), "clicked");
  g_assert_cmpstr (xyb_year_dialog_get_step (dialog), ==, "unfinished");
  xyb_year_dialog_show_step (dialog, "dates");
  gtk_editable_set_text (xyb_year_dates_get_entry (get_dates (dialog), DL_03), "四月中旬");
  xyb_year_dialog_show_step (dialog, "quotas");
  g_assert_cmpstr (xyb_year_dialog_get_step (dialog), ==, "dates");
  g_assert_nonnull (xyb_year_dialog_get_problem (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What a copy cannot know is said: the old documents, 2018 in C10, 文号. */
static void
test_rules (AppFixture *fixture, gconstpointer data)
{
  XybYearDialog *dialog = open_sheet (fixture);
  XybYearRules *rules = XYB_YEAR_RULES (xyb_year_dialog_get_page (dialog, "rules"));
  guint n = 0;

  xyb_year_dialog_show_step (dialog, "rules");
  app_settle ();
  /* 文号, 印发日期, two documents of 2020, C10. */
  g_assert_cmpuint (xyb_year_rules_count_checks (rules), ==, 5);
  while (gtk_list_box_get_row_at_index (xyb_year_rules_get_list (rules), (int) n) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 5);
  xyb_year_rules_show_all (rules, TRUE);
  app_settle ();
  while (gtk_list_box_get_row_at_index (xyb_year_rules_get_list (rules), (int) n) != NULL)
    n++;
  /* 12 conditions, 17 materials, 29 steps, 26 stages and more. */
  g_assert_cmpuint (n, >, 84);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Who goes on stands in 附件2 of the new year, without the sums of the old one; one undo takes the
 * year and them back. */
static void
test_unfinished (AppFixture *fixture, gconstpointer data)
{
  XybYearDialog *dialog = open_sheet (fixture);
  GListModel *model = xyb_year_unfinished_get_model (get_unfinished (dialog));
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *label = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *review = NULL;
  g_autofree char *first = NULL;
  guint n = 0;

  xyb_year_dialog_show_step (dialog, "unfinished");
  app_settle ();
  xyb_year_unfinished_choose_all (get_unfinished (dialog), TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (XybUnfinishedItem) item = g_list_model_get_item (model, i);

      if (!xyb_unfinished_item_get (item)->chosen)
        continue;
      if (n++ == 0)
        first = g_strdup (xyb_unfinished_item_get (item)->enterprise_name);
    }
  g_assert_cmpuint (n, >, 0);
  xyb_year_dialog_show_step (dialog, "review");
  review = xyb_year_review_dup_text (XYB_YEAR_REVIEW (xyb_year_dialog_get_page (dialog, "review")));
  expected = g_strdup_printf ("上年未完成企业：贯标 %u 家列入附件2", n);
  g_assert_nonnull (strstr (review, expected));
  make (dialog);
  rows = xyb_nomination_store_list (fixture->store, 2021, 0, NULL);
  g_assert_cmpuint (rows->len, ==, n);
  g_assert_cmpstr (((XybNomination *) rows->pdata[0])->enterprise_name, ==, first);
  for (guint i = 0; i < rows->len; i++)
    {
      const XybNomination *row = rows->pdata[i];

      g_assert_null (row->accepted_on);
      g_assert_cmpint (row->revenue_fen, ==, XYB_UNSAID);
    }
  g_free (expected);
  expected = g_strdup_printf ("新建2021年度方案，2020年未完成的转入 %u 家", n);
  label = last_label (fixture);
  g_assert_cmpstr (label, ==, expected);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpuint (count_years (fixture), ==, 2);
  g_assert_null (xyb_nomination_store_list (fixture->store, 2021, 0, NULL));
}

/* Going on to another year must not cost what has been typed. */
static void
test_other_year (AppFixture *fixture, gconstpointer data)
{
  XybYearDialog *dialog = open_sheet (fixture);

  xyb_year_table_set (xyb_year_dialog_get_targets (dialog), 1, 0, 9);
  xyb_year_dialog_set_year (dialog, 2022);
  g_assert_cmpint (xyb_year_table_get (xyb_year_dialog_get_targets (dialog), 1, 0), ==, 9);
  g_assert_cmpstr (gtk_editable_get_text (xyb_year_dates_get_entry (get_dates (dialog), DL_03)), ==,
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
  ADD ("/year/moved-days-are-confirmed", test_dates_are_confirmed);
  ADD ("/year/from-step-to-step", test_steps);
  ADD ("/year/what-a-copy-cannot-know-is-said", test_rules);
  ADD ("/year/the-unfinished-go-on", test_unfinished);
  ADD ("/year/another-year-keeps-what-was-typed", test_other_year);
  ADD ("/year/an-office-without-plans-gets-its-first", test_blank_office);
  ADD ("/year/the-switcher-goes-from-year-to-year", test_switch);
  return g_test_run ();
}
