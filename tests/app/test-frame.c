/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"
#include "xyb-preferences.h"
#include "xyb-settings.h"
#include "xyb-sheet.h"

/* What surrounds the pages: recent files, what is dropped on the window, 首选项, whose key is
 * Ctrl+Z, the turn of the day. */

static XybOffice *
get_office (AppFixture *fixture)
{
  return xyb_window_get_office (fixture->window);
}

static char *
make_file (AppFixture *fixture, const char *name, const char *contents)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

static char *
make_office (AppFixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_office_store_create (path, NULL, &error);

  g_assert_no_error (error);
  return path;
}

/* ---- files ---- */

static void
test_recent (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *other = make_office (fixture, "other.xyb");
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-recent", "s", other);
  app_settle ();
  g_assert_cmpstr (fixture->window->path, ==, other);
  before = xyb_settings_dup_recent (fixture->window->settings);
  g_assert_cmpstr (before[0], ==, other);
  g_assert_cmpstr (before[1], ==, fixture->path);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.clear-recent", NULL);
  after = xyb_settings_dup_recent (fixture->window->settings);
  g_assert_null (after[0]);
}

static void
test_recent_is_short (AppFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) recent = NULL;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("/tmp/%d.xyb", i);

      xyb_settings_add_recent (fixture->window->settings, path);
    }
  xyb_settings_add_recent (fixture->window->settings, "/tmp/15.xyb");
  recent = xyb_settings_dup_recent (fixture->window->settings);
  g_assert_cmpuint (g_strv_length (recent), ==, 8);
  g_assert_cmpstr (recent[0], ==, "/tmp/15.xyb");
  g_assert_cmpstr (recent[1], ==, "/tmp/19.xyb");
  xyb_settings_clear_recent (fixture->window->settings);
}

/* Page and year come back for each file. */
static void
test_place (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *other = make_office (fixture, "other.xyb");

  xyb_window_show_page (fixture->window, "nomination");
  xyb_office_set_year (get_office (fixture), 2019);
  xyb_window_open_path (fixture->window, other);
  xyb_window_show_page (fixture->window, "quota");
  app_settle ();
  g_assert_cmpint (xyb_office_get_year (get_office (fixture)), ==, 2020);
  xyb_window_open_path (fixture->window, fixture->path);
  app_settle ();
  g_assert_cmpint (xyb_office_get_year (get_office (fixture)), ==, 2019);
  g_assert_cmpstr (xyb_page_get_name (xyb_window_get_page (fixture->window)), ==, "nomination");
}

/* ---- dropped ---- */

static void
test_drop_office (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *other = make_office (fixture, "no-ending-at-all");

  xyb_window_take_file (fixture->window, other);
  app_settle ();
  g_assert_cmpstr (fixture->window->path, ==, other);
}

/* The window makes the backup of the day by itself, behind its first frame. */
static char *
wait_for_backup (AppFixture *fixture)
{
  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) backups = xyb_store_list_backups (fixture->path, &error);

      g_assert_no_error (error);
      if (backups->len > 0)
        return g_strdup (((XybBackup *) backups->pdata[0])->path);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_drop_backup (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = wait_for_backup (fixture);
  AdwMessageDialog *question;
  g_autoptr (XybPlan) plan = NULL;

  xyb_plan_store_set_target (fixture->store, DEMO_YEAR, XYB_TRACK_ACCREDITATION, 99, &error);
  g_assert_no_error (error);
  xyb_window_take_file (fixture->window, backup);
  app_settle ();
  question = ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (question);
  g_assert_cmpstr (fixture->window->path, ==, fixture->path);
  adw_message_dialog_response (question, "restore");
  while (!xyb_window_has_office (fixture->window))
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
  fixture->store = xyb_office_get_store (get_office (fixture));
  plan = xyb_plan_store_get (fixture->store, DEMO_YEAR, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->targets[0], ==, 66);
}

static void
assert_told (const char *about)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG));

  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), about));
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_settle ();
}

static void
test_drop_others (AppFixture *fixture, gconstpointer data)
{
  XybExportSpec spec = { XYB_EXPORT_ALL, DEMO_YEAR, 0, FALSE, FALSE };
  g_autofree char *table = g_build_filename (fixture->folder, "附件2.xlsx", NULL);
  g_autofree char *noise = make_file (fixture, "noise.xyb", "\x89PNG\r\n\x1a\n picture");
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);
  g_autofree char *open = g_strdup (fixture->window->path);

  xyb_window_export_to (fixture->window, &spec, table);
  app_wait_for_job (fixture);
  xyb_window_show_page (fixture->window, "quota");
  /* What a 区镇 might return is looked at. */
  xyb_window_take_file (fixture->window, table);
  app_settle ();
  g_assert_cmpstr (xyb_page_get_name (xyb_window_get_page (fixture->window)), ==, "intake");
  xyb_window_take_file (fixture->window, noise);
  app_settle ();
  assert_told ("noise.xyb");
  xyb_window_take_file (fixture->window, missing);
  app_settle ();
  assert_told ("missing");
  g_assert_cmpstr (fixture->window->path, ==, open);
}

/* ---- 首选项 ---- */

static GtkWidget *
open_preferences (AppFixture *fixture)
{
  GtkWindow *window;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  app_settle ();
  window = app_find_window (XYB_TYPE_PREFERENCES);
  g_assert_nonnull (window);
  return GTK_WIDGET (window);
}

static void
enter (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
  app_settle ();
}

static void
test_operator (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *preferences = open_preferences (fixture);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;

  enter (app_find (preferences, ADW_TYPE_ENTRY_ROW, 0), "李示例");
  xyb_plan_store_set_target (fixture->store, DEMO_YEAR, XYB_TRACK_ACCREDITATION, 70, &error);
  g_assert_no_error (error);
  revisions = xyb_store_list_revisions (fixture->store, 1, 0, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((XybRevision *) revisions->pdata[0])->operator_name, ==, "李示例");
  enter (app_find (preferences, ADW_TYPE_ENTRY_ROW, 0), "");
  g_assert_cmpstr (xyb_store_get_operator (fixture->store), ==, xyb_store_account_name ());
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* The office's own settings are revisions like everything else. */
static void
test_office_settings (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *preferences = open_preferences (fixture);
  g_autofree char *unit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  adw_combo_row_set_selected (ADW_COMBO_ROW (app_find (preferences, ADW_TYPE_COMBO_ROW, 0)), 2);
  app_settle ();
  unit = xyb_office_store_get_setting (fixture->store, XYB_SETTING_REVENUE_UNIT, NULL);
  g_assert_cmpstr (unit, ==, "亿元");
  enter (app_find (preferences, ADW_TYPE_ENTRY_ROW, 1), "示例市信用办");
  name = xyb_office_store_get_setting (fixture->store, XYB_SETTING_OFFICE_NAME, NULL);
  g_assert_cmpstr (name, ==, "示例市信用办");
  label = xyb_store_peek_undo (fixture->store);
  g_assert_nonnull (strstr (label, "示例市信用办"));
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_colours (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *preferences = open_preferences (fixture);
  AdwComboRow *row = ADW_COMBO_ROW (app_find (preferences, ADW_TYPE_COMBO_ROW, 1));

  adw_combo_row_set_selected (row, 2);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  adw_combo_row_set_selected (row, 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (adw_style_manager_get_default ()), ==,
                   ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* ---- keys ---- */

/* Ctrl+Z while a search is being typed must not undo a record. */
static void
test_whose_undo (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  GtkWidget *text;

  xyb_plan_store_set_target (fixture->store, DEMO_YEAR, XYB_TRACK_ACCREDITATION, 70, &error);
  g_assert_no_error (error);
  xyb_window_show_page (fixture->window, "enterprise");
  app_settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  text = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_EDITABLE (text));
  g_assert_false (xyb_window_is_typing (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (text), "周市");
  g_assert_true (xyb_window_is_typing (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (text), "");
  g_assert_false (xyb_window_is_typing (fixture->window));
  app_settle ();
}

/* The foot of the sidebar must not say that all is kept while a cell holds something new. */
static void
test_saved (AppFixture *fixture, gconstpointer data)
{
  GtkLabel *label = fixture->window->saved_label;
  g_autofree char *saved = NULL;
  XybSheet *sheet;

  xyb_window_show_page (fixture->window, "quota");
  app_settle ();
  saved = g_strdup (gtk_label_get_label (label));
  sheet
    = XYB_SHEET (app_find (GTK_WIDGET (xyb_window_get_page (fixture->window)), XYB_TYPE_SHEET, 0));
  xyb_sheet_set_cursor (sheet, 4, 1);
  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  xyb_sheet_start_edit (sheet);
  gtk_editable_set_text (GTK_EDITABLE (xyb_sheet_get_text (sheet)), "9");
  xyb_window_update_saved (fixture->window);
  g_assert_true (xyb_window_has_draft (fixture->window));
  g_assert_cmpstr (gtk_label_get_label (label), !=, saved);
  xyb_window_leave_field (fixture->window);
  app_settle ();
  g_assert_cmpstr (gtk_label_get_label (label), ==, saved);
}

static void
test_other_side (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (fixture->window->page_list)));
  gtk_widget_activate_action (window, "win.other-side", NULL);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), fixture->window->content));
  gtk_widget_activate_action (window, "win.other-side", NULL);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), fixture->window->sidebar));
}

/* ---- the day ---- */

static void
count_cb (XybOffice *office, const char *const *tables, guint *count)
{
  (*count)++;
}

static void
test_day (AppFixture *fixture, gconstpointer data)
{
  guint count = 0;

  g_signal_connect (get_office (fixture), "changed", G_CALLBACK (count_cb), &count);
  xyb_window_check_day (fixture->window);
  g_assert_cmpuint (count, ==, 0);
  g_free (fixture->window->today);
  fixture->window->today = g_strdup ("2020-07-24");
  xyb_window_check_day (fixture->window);
  g_assert_cmpuint (count, ==, 1);
  xyb_window_check_day (fixture->window);
  g_assert_cmpuint (count, ==, 1);
  g_signal_handlers_disconnect_by_data (get_office (fixture), &count);
}

/* A second start with the file that is open raises the window and changes nothing. */
static void
test_second_start (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *other = make_office (fixture, "other.xyb");
  g_autoptr (GFile) other_file = g_file_new_for_path (other);
  XybOffice *office = get_office (fixture);

  g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
  app_settle ();
  g_assert_true (get_office (fixture) == office);
  g_application_activate (G_APPLICATION (fixture->application));
  app_settle ();
  g_assert_true (get_office (fixture) == office);
  g_application_open (G_APPLICATION (fixture->application), &other_file, 1, "");
  app_settle ();
  g_assert_cmpstr (fixture->window->path, ==, other);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/recent/files-open-again-and-can-be-forgotten", test_recent);
  ADD ("/recent/eight-are-kept-each-once", test_recent_is_short);
  ADD ("/recent/page-and-year-come-back-for-each-file", test_place);
  ADD ("/drop/an-office-opens-whatever-it-is-called", test_drop_office);
  ADD ("/drop/a-backup-is-asked-about", test_drop_backup);
  ADD ("/drop/what-is-no-office-is-said", test_drop_others);
  ADD ("/preferences/the-operator-stands-in-the-log", test_operator);
  ADD ("/preferences/the-offices-own-can-be-undone", test_office_settings);
  ADD ("/preferences/light-and-dark", test_colours);
  ADD ("/keys/typing-keeps-its-own-undo", test_whose_undo);
  ADD ("/saved/not-while-a-cell-is-being-filled", test_saved);
  ADD ("/keys/f6-goes-to-the-other-side", test_other_side);
  ADD ("/day/pages-read-anew-when-it-turns", test_day);
  ADD ("/start/a-second-start-raises-the-window", test_second_start);
  return g_test_run ();
}
