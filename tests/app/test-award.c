/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "award-fixture.h"
#include "xyb-ask-dialog.h"
#include "xyb-award-dialogs.h"
#include "xyb-award-store.h"
#include "xyb-award-view.h"
#include "xyb-candidate-view.h"
#include "xyb-office-document.h"
#include "xyb-plan-store.h"
#include "xyb-print-preview.h"
#include "xyb-progress-store.h"
#include "xyb-sheet.h"

static XybOffice *
office_of (AppFixture *fixture)
{
  return xyb_window_get_office (fixture->window);
}

static void
set_up (AppFixture *fixture, gconstpointer data)
{
  app_fixture_set_up (fixture, data);
  award_fixture_fill (fixture->store);
  app_settle ();
}

static GtkWidget *
show (AppFixture *fixture, GtkWidget *view)
{
  award_fixture_show (fixture, view, 1150, 700);
  return view;
}

static void
close_view (GtkWidget *view)
{
  gpointer gone = view;

  g_object_add_weak_pointer (G_OBJECT (view), &gone);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (view)));
  app_settle ();
  g_assert_null (gone);
}

static void
activate (gpointer view, const char *action)
{
  g_assert_true (gtk_widget_activate_action (view, action, NULL));
  app_settle ();
}

static XybAskDialog *
find_dialog (void)
{
  GtkWindow *dialog = app_find_window (XYB_TYPE_ASK_DIALOG);

  g_assert_nonnull (dialog);
  return XYB_ASK_DIALOG (dialog);
}

/* The entries of a dialog, in order. */
static void
type_entry (XybAskDialog *dialog, guint index, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (app_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, index)),
                         text);
}

static void
accept (XybAskDialog *dialog)
{
  xyb_ask_dialog_accept (dialog);
  app_settle ();
}

static GtkLabel *
label_of (gpointer view, GType type, const char *name)
{
  return GTK_LABEL (gtk_widget_get_template_child (view, type, name));
}

/* ---- 认定名册 ---- */

/* S0:21: 590, 43, 4 to the end of 2018; what was entered of those years is among them. */
static void
test_totals (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show (fixture, xyb_award_view_new (office_of (fixture)));
  g_autoptr (GPtrArray) awards = xyb_award_store_list (fixture->store, 0, 0, NULL);
  g_autoptr (GPtrArray) plans = xyb_plan_store_list (fixture->store, NULL);
  XybAwardTotals totals = xyb_award_count (awards, plans, XYB_TRACK_ACCREDITATION, "2020-07-24");
  g_autofree char *total = g_strdup_printf ("%d", (int) totals.total);

  g_assert_cmpint (totals.opening, ==, 590);
  g_assert_cmpuint (xyb_award_view_get_n_shown (XYB_AWARD_VIEW (view)), ==, awards->len);
  g_assert_cmpstr (gtk_label_get_label (label_of (view, XYB_TYPE_AWARD_VIEW, "total_1")), ==,
                   total);
  g_assert_true (
    g_str_has_prefix (gtk_label_get_label (label_of (view, XYB_TYPE_AWARD_VIEW, "made_of_2")),
                      "存量 43 + 本办登记"));
  close_view (view);
}

static void
test_filter_and_search (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show (fixture, xyb_award_view_new (office_of (fixture)));
  XybAwardView *self = XYB_AWARD_VIEW (view);
  GtkDropDown *track
    = GTK_DROP_DOWN (gtk_widget_get_template_child (view, XYB_TYPE_AWARD_VIEW, "track"));
  GtkDropDown *state
    = GTK_DROP_DOWN (gtk_widget_get_template_child (view, XYB_TYPE_AWARD_VIEW, "state"));

  gtk_drop_down_set_selected (track, XYB_TRACK_CITY_MODEL);
  g_assert_cmpuint (xyb_award_view_get_n_shown (self), ==, 5);
  gtk_drop_down_set_selected (state, XYB_AWARD_STATE_REVOKED);
  g_assert_cmpuint (xyb_award_view_get_n_shown (self), ==, 0);
  gtk_drop_down_set_selected (state, 0);
  xyb_award_view_search (self, "没有这一家");
  g_assert_cmpuint (xyb_award_view_get_n_shown (self), ==, 0);
  g_signal_emit_by_name (app_find_button (view, "看全部认定"), "clicked");
  g_assert_cmpuint (xyb_award_view_get_n_shown (self), >, 40);
  close_view (view);
}

/* Refused with a sentence while something is missing; one step back. */
static void
test_revoke (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show (fixture, xyb_award_view_new (office_of (fixture)));
  XybAwardView *self = XYB_AWARD_VIEW (view);
  gint64 id = award_fixture_enterprise (fixture->store, award_fixture_place (fixture->store, 0));
  XybAskDialog *dialog;

  xyb_award_view_select (self, id, XYB_TRACK_ACCREDITATION, 2017);
  activate (view, "award.revoke");
  dialog = find_dialog ();
  accept (dialog);
  g_assert_nonnull (strstr (xyb_ask_dialog_get_problem (dialog), "请写明理由"));
  type_entry (dialog, 0, "2016-01-01");
  type_entry (dialog, 1, "重大失信");
  type_entry (dialog, 2, "昆信用办〔2020〕3号");
  accept (dialog);
  g_assert_nonnull (strstr (xyb_ask_dialog_get_problem (dialog), "早于认定日期"));
  type_entry (dialog, 0, "2020年3月1日");
  accept (dialog);
  g_assert_null (app_find_window (XYB_TYPE_ASK_DIALOG));
  g_assert_cmpstr (xyb_award_view_get_selected (self)->revoked_on, ==, "2020-03-01");
  /* Nothing is left to be revoked. */
  g_assert_false (gtk_widget_activate_action (view, "award.revoke", NULL)
                  && app_find_window (XYB_TYPE_ASK_DIALOG) != NULL);
  activate (fixture->window, "win.undo");
  g_assert_null (xyb_award_view_get_selected (self)->revoked_on);
  close_view (view);
}

static void
test_add_correct_remove (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show (fixture, xyb_award_view_new (office_of (fixture)));
  XybAwardView *self = XYB_AWARD_VIEW (view);
  gint64 id = award_fixture_enterprise (fixture->store, 0);
  guint before = xyb_award_view_get_n_shown (self);
  XybAskDialog *dialog;

  xyb_award_ask_details (view, office_of (fixture), id, XYB_TRACK_CITY_MODEL);
  app_settle ();
  dialog = find_dialog ();
  accept (dialog);
  g_assert_cmpstr (xyb_ask_dialog_get_problem (dialog), !=, "");
  type_entry (dialog, 0, "2016");
  accept (dialog);
  g_assert_cmpuint (xyb_award_view_get_n_shown (self), ==, before + 1);
  xyb_award_view_select (self, id, XYB_TRACK_CITY_MODEL, 2016);
  activate (view, "award.correct");
  dialog = find_dialog ();
  type_entry (dialog, 0, "2015");
  type_entry (dialog, 2, "苏信用办〔2015〕1号");
  accept (dialog);
  xyb_award_view_select (self, id, XYB_TRACK_CITY_MODEL, 2015);
  g_assert_cmpstr (xyb_award_view_get_selected (self)->number, ==, "苏信用办〔2015〕1号");
  activate (view, "award.remove");
  g_assert_cmpuint (xyb_award_view_get_n_shown (self), ==, before);
  close_view (view);
}

static void
opened_cb (GtkWidget *view, gint64 id, int track, int year, gint64 *out)
{
  out[0] = id;
  out[1] = track;
  out[2] = year;
}

/* What came from the year's own acceptance cannot be corrected here, but leads there. */
static void
test_a_row_of_a_track_leads_there (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show (fixture, xyb_award_view_new (office_of (fixture)));
  g_autoptr (GPtrArray) awards
    = xyb_award_store_list (fixture->store, XYB_TRACK_ACCREDITATION, 0, NULL);
  gint64 opened[3] = { 0 };
  const XybAward *accepted = NULL;

  for (guint i = 0; i < awards->len; i++)
    if (((XybAward *) awards->pdata[i])->id == 0)
      accepted = awards->pdata[i];
  g_assert_nonnull (accepted);
  g_signal_connect (view, "open-enterprise", G_CALLBACK (opened_cb), opened);
  xyb_award_view_select (XYB_AWARD_VIEW (view), accepted->enterprise_id, accepted->track,
                         accepted->year);
  activate (view, "award.remove");
  activate (view, "award.open");
  g_assert_cmpint (opened[0], ==, accepted->enterprise_id);
  g_assert_cmpint (opened[1], ==, XYB_TRACK_ACCREDITATION);
  g_assert_cmpint (opened[2], ==, DEMO_YEAR);
  close_view (view);
}

static void
test_print_preview (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show (fixture, xyb_award_view_new (office_of (fixture)));
  GtkWindow *preview;

  activate (view, "award.print");
  preview = app_find_window (XYB_TYPE_PRINT_PREVIEW);
  g_assert_nonnull (preview);
  while (xyb_print_preview_get_document (XYB_PRINT_PREVIEW (preview)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (xyb_document_get_n_pages (
                      xyb_print_preview_get_document (XYB_PRINT_PREVIEW (preview))),
                    >, 1);
  gtk_window_destroy (preview);
  close_view (view);
}

/* ---- 可申报企业 ---- */

static guint
count_applied (AppFixture *fixture)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (fixture->store, DEMO_YEAR, NULL);
  g_autoptr (GPtrArray) records
    = xyb_progress_store_list (fixture->store, plan, XYB_TRACK_CITY_MODEL, NULL);

  return records->len;
}

static GtkWidget *
show_candidates (AppFixture *fixture, guint verdict)
{
  GtkWidget *view = show (fixture, xyb_candidate_view_new (office_of (fixture)));
  GtkWidget *filter
    = GTK_WIDGET (gtk_widget_get_template_child (view, XYB_TYPE_CANDIDATE_VIEW, "verdict"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), verdict);
  return view;
}

static void
select_rows (GtkWidget *view, guint row, guint n_rows)
{
  const XybSheetRange range = { row, 0, n_rows, 1 };

  xyb_sheet_select_range (XYB_SHEET (app_find (view, XYB_TYPE_SHEET, 0)), &range);
  app_settle ();
}

/* Three rows, one act, one step back. */
static void
test_several_apply (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_candidates (fixture, 2);
  XybAskDialog *dialog;

  g_assert_cmpuint (xyb_candidate_view_get_n_shown (XYB_CANDIDATE_VIEW (view)), >, 3);
  select_rows (view, 0, 3);
  g_assert_cmpstr (gtk_label_get_label (label_of (view, XYB_TYPE_CANDIDATE_VIEW, "detail")), ==,
                   "选中 3 家");
  activate (view, "candidate.apply");
  dialog = find_dialog ();
  type_entry (dialog, 0, "2021-01-01");
  accept (dialog);
  g_assert_nonnull (strstr (xyb_ask_dialog_get_problem (dialog), "还没有到"));
  type_entry (dialog, 0, "2020-04-20");
  accept (dialog);
  g_assert_null (app_find_window (XYB_TYPE_ASK_DIALOG));
  g_assert_cmpuint (count_applied (fixture), ==, 3);
  activate (fixture->window, "win.undo");
  g_assert_cmpuint (count_applied (fixture), ==, 0);
  close_view (view);
}

/* The check warns, the clerk decides and says why. */
static void
test_one_spoken_against (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_candidates (fixture, 3);
  XybAskDialog *dialog;

  select_rows (view, 0, 1);
  activate (view, "candidate.apply");
  dialog = find_dialog ();
  accept (dialog);
  g_assert_nonnull (strstr (xyb_ask_dialog_get_problem (dialog), "请写明为什么可以申报"));
  type_entry (dialog, 1, "苏州市信用办同意");
  accept (dialog);
  g_assert_cmpuint (count_applied (fixture), ==, 1);
  close_view (view);
}

/* AMB-34: one day more, and a year is full. */
static void
test_another_day (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_candidates (fixture, 2);
  XybCandidateView *self = XYB_CANDIDATE_VIEW (view);
  guint before = xyb_candidate_view_get_n_shown (self);

  xyb_candidate_view_set_day (self, "2020-08-15");
  g_assert_cmpuint (xyb_candidate_view_get_n_shown (self), >, before);
  xyb_candidate_view_set_day (self, NULL);
  g_assert_cmpuint (xyb_candidate_view_get_n_shown (self), ==, before);
  close_view (view);
}

/* [S1:121]: of those awarded in 2018 or before, and with a contract: one of them has it, of the
 * other two it has to be looked up. */
static void
test_province (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_candidates (fixture, 0);
  XybCandidateView *self = XYB_CANDIDATE_VIEW (view);
  g_autoptr (GPtrArray) list = NULL;

  xyb_candidate_view_show_track (self, XYB_TRACK_PROVINCE_MODEL);
  app_settle ();
  g_assert_cmpuint (xyb_candidate_view_get_n_shown (self), ==, 5);
  g_assert_cmpstr (gtk_label_get_label (label_of (view, XYB_TYPE_CANDIDATE_VIEW, "counts")), ==,
                   "符合 1 · 待核 2 · 不符合 2");
  close_view (view);
}

#define ADD(path, test) g_test_add (path, AppFixture, NULL, set_up, test, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("XYB_TODAY", "2020-07-24", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/award/totals-of-each-level", test_totals);
  ADD ("/award/filter-and-search", test_filter_and_search);
  ADD ("/award/revoke-with-day-reason-and-number", test_revoke);
  ADD ("/award/add-correct-remove", test_add_correct_remove);
  ADD ("/award/a-row-of-a-track-leads-there", test_a_row_of_a_track_leads_there);
  ADD ("/award/print-preview", test_print_preview);
  ADD ("/candidate/several-apply-in-one-act", test_several_apply);
  ADD ("/candidate/one-spoken-against-needs-a-reason", test_one_spoken_against);
  ADD ("/candidate/another-day", test_another_day);
  ADD ("/candidate/province", test_province);
  return g_test_run ();
}
