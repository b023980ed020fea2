/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-field-row.h"
#include "xyb-nomination-dialog.h"
#include "xyb-nomination-store.h"
#include "xyb-nomination-table-view.h"
#include "xyb-submission-page.h"
#include "xyb-submission-row.h"

#define ZHOUSHI 106

static GtkWidget *
open_page (AppFixture *fixture)
{
  xyb_window_show_page (fixture->window, "nomination");
  app_settle ();
  xyb_submission_page_select (XYB_SUBMISSION_PAGE (xyb_window_get_page (fixture->window)), ZHOUSHI);
  app_settle ();
  return GTK_WIDGET (xyb_window_get_page (fixture->window));
}

static XybSubmission *
read_stored (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  XybSubmission *submission = xyb_submission_store_get (fixture->store, DEMO_YEAR, ZHOUSHI, &error);

  g_assert_no_error (error);
  return submission;
}

static void
type_and_leave (AppFixture *fixture, const char *title, const char *text)
{
  XybFieldRow *row
    = XYB_FIELD_ROW (app_find_field (GTK_WIDGET (xyb_window_get_page (fixture->window)), title));

  gtk_widget_grab_focus (GTK_WIDGET (xyb_field_row_get_text_widget (row)));
  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), text);
  xyb_window_leave_field (fixture->window);
  app_settle ();
}

static void
test_rows (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  XybNominationTableView *table
    = XYB_NOMINATION_TABLE_VIEW (app_find (page, XYB_TYPE_NOMINATION_TABLE_VIEW, 0));
  g_autoptr (GPtrArray) stored
    = xyb_nomination_store_list (fixture->store, DEMO_YEAR, ZHOUSHI, NULL);

  /* A line for each of the eleven 区镇 of 附件1, in its order. */
  g_assert_cmpint (xyb_submission_row_get_unit_id (
                     XYB_SUBMISSION_ROW (app_find (page, XYB_TYPE_SUBMISSION_ROW, 0))),
                   ==, 101);
  g_assert_cmpint (xyb_submission_row_get_unit_id (
                     XYB_SUBMISSION_ROW (app_find (page, XYB_TYPE_SUBMISSION_ROW, 10))),
                   ==, 112);
  g_assert_cmpuint (stored->len, >, 0);
  g_assert_cmpuint (xyb_nomination_table_view_get_n_rows (table), ==, stored->len);
}

static void
test_fields (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybSubmission) stored = NULL;

  open_page (fixture);
  type_and_leave (fixture, "业务负责人", "赵示例");
  type_and_leave (fixture, "联系方式", "0512-55550199");
  type_and_leave (fixture, "收到日期", "2020年4月14日");
  stored = read_stored (fixture);
  g_assert_cmpstr (stored->officer, ==, "赵示例");
  g_assert_cmpstr (stored->officer_phone, ==, "0512-55550199");
  g_assert_cmpstr (stored->received_on, ==, "2020-04-14");
}

static void
test_date_refused (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybSubmission) before = NULL;
  g_autoptr (XybSubmission) after = NULL;

  open_page (fixture);
  before = read_stored (fixture);
  type_and_leave (fixture, "收到日期", "2020年4月31日");
  after = read_stored (fixture);
  g_assert_cmpstr (after->received_on, ==, before->received_on);
  /* The next field is saved without dragging the refused one along. */
  type_and_leave (fixture, "业务负责人", "钱示例");
  g_clear_pointer (&after, xyb_submission_free);
  after = read_stored (fixture);
  g_assert_cmpstr (after->officer, ==, "钱示例");
  g_assert_cmpstr (after->received_on, ==, before->received_on);
}

static void
test_state (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *state = app_find_field (page, "状态");
  g_autoptr (XybSubmission) stored = NULL;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find (state, GTK_TYPE_DROP_DOWN, 0)),
                              XYB_SUBMISSION_RETURNED - 1);
  app_settle ();
  stored = read_stored (fixture);
  g_assert_cmpint (stored->state, ==, XYB_SUBMISSION_RETURNED);
}

static void
test_open_row (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *view = app_find (page, GTK_TYPE_COLUMN_VIEW, 0);
  g_autoptr (GPtrArray) before
    = xyb_nomination_store_list (fixture->store, DEMO_YEAR, ZHOUSHI, NULL);
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *dialog;

  g_signal_emit_by_name (view, "activate", 0u);
  app_settle ();
  dialog = GTK_WIDGET (app_find_window (XYB_TYPE_NOMINATION_DIALOG));
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (app_find_button (dialog, "移出这一年的名单"), "clicked");
  app_settle ();
  after = xyb_nomination_store_list (fixture->store, DEMO_YEAR, ZHOUSHI, NULL);
  g_assert_cmpuint (after->len, ==, before->len - 1);
}

static guint
count_files (const char *folder, const char *beginning)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, beginning) && g_str_has_suffix (name, ".xlsx"))
      count++;
  return count;
}

/* Eleven files with the office's own names; a second time they are asked about, once. */
static void
test_export_each (AppFixture *fixture, gconstpointer data)
{
  XybExportSpec spec = { .kind = XYB_EXPORT_EACH, .year = DEMO_YEAR };
  g_autofree char *zhoushi
    = g_build_filename (fixture->folder, "附件2 2020年昆山市信用管理贯标企业汇总表（周市镇）.xlsx",
                        NULL);
  GtkWindow *question;

  open_page (fixture);
  xyb_window_export_each_to (fixture->window, &spec, fixture->folder);
  app_wait_for_job (fixture);
  g_assert_cmpuint (count_files (fixture->folder, "附件2 "), ==, 11);
  g_assert_true (g_file_test (zhoushi, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (zhoushi, "older", -1, NULL));
  xyb_window_export_each_to (fixture->window, &spec, fixture->folder);
  app_settle ();
  question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  g_assert_null (fixture->window->job);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "replace");
  app_wait_for_job (fixture);
  g_assert_cmpuint (count_files (fixture->folder, "附件2 "), ==, 11);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/submission-page/a-line-per-district-and-its-rows", test_rows);
  ADD ("/submission-page/fields-are-kept-on-leaving", test_fields);
  ADD ("/submission-page/an-impossible-date-is-refused", test_date_refused);
  ADD ("/submission-page/a-state-is-kept", test_state);
  ADD ("/submission-page/a-row-opens-and-can-be-taken-out", test_open_row);
  ADD ("/submission-page/a-file-for-each-district", test_export_each);
  return g_test_run ();
}
