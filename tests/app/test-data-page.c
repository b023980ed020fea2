/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-backup-row.h"
#include "xyb-backup-view.h"
#include "xyb-change-row.h"
#include "xyb-change-view.h"
#include "xyb-data-page.h"
#include "xyb-enterprise-page.h"
#include "xyb-job-bar.h"
#include "xyb-field-row.h"
#include "xyb-log-export.h"
#include "xyb-log-view.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"
#include "xyb-tag.h"
#include "xyb-unit-store.h"
#include "xyb-unit-view.h"

#define ZHOUSHI 106

/* ---- the page ---- */

static XybDataPage *
open_page (AppFixture *fixture)
{
  xyb_window_show_page (fixture->window, "data");
  app_settle ();
  return XYB_DATA_PAGE (xyb_window_get_page (fixture->window));
}

static XybLogView *
open_log (AppFixture *fixture)
{
  return XYB_LOG_VIEW (xyb_data_page_get_tab (open_page (fixture), "log"));
}

static void
wait_for_bar (AppFixture *fixture)
{
  XybJobBar *bar = XYB_JOB_BAR (app_find (GTK_WIDGET (fixture->window), XYB_TYPE_JOB_BAR, 0));

  while (xyb_job_bar_is_busy (bar))
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
}

static void
set_quota (AppFixture *fixture, gint64 number)
{
  g_autoptr (GError) error = NULL;

  xyb_plan_store_set_quota (fixture->store, DEMO_YEAR, ZHOUSHI, XYB_TRACK_ACCREDITATION, number,
                            &error);
  g_assert_no_error (error);
}

static gint64
get_quota (AppFixture *fixture)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (fixture->store, DEMO_YEAR, NULL);

  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const XybQuota *quota = plan->quotas->pdata[i];

      if (quota->unit_id == ZHOUSHI)
        return quota->accreditation;
    }
  g_assert_not_reached ();
}

static gint64
nth_id (XybLogView *log, guint n)
{
  return g_array_index (xyb_log_view_get_ids (log), gint64, n);
}

/* ---- 操作日志 ---- */

/* What is done while the log is in view stands in it at once, the latest first. */
static void
test_log_follows (AppFixture *fixture, gconstpointer data)
{
  XybLogView *log = open_log (fixture);
  guint before = g_list_model_get_n_items (xyb_log_view_get_model (log));

  set_quota (fixture, 9);
  app_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (xyb_log_view_get_model (log)), ==, before + 1);
  xyb_log_view_search (log, "周市镇");
  g_assert_cmpuint (g_list_model_get_n_items (xyb_log_view_get_model (log)), <, before + 1);
  xyb_log_view_search (log, "没有这几个字");
  g_assert_cmpuint (g_list_model_get_n_items (xyb_log_view_get_model (log)), ==, 0);
}

/* 从这里撤销 is asked first, takes everything or nothing, and its toast brings it all back. */
static void
test_undo_from_here (AppFixture *fixture, gconstpointer data)
{
  XybLogView *log;
  AdwMessageDialog *dialog;
  gint64 first;

  set_quota (fixture, 9);
  set_quota (fixture, 10);
  set_quota (fixture, 11);
  log = open_log (fixture);
  first = nth_id (log, 2);
  xyb_log_view_select (log, first);
  app_settle ();
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (log), "从这里撤销…"), "clicked");
  app_settle ();
  dialog = ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (dialog), "3"));
  adw_message_dialog_response (dialog, "undo");
  wait_for_bar (fixture);
  g_assert_cmpint (get_quota (fixture), ==, 8);
  g_assert_cmpstr (xyb_toaster_get_sentence (fixture->window->toaster), ==, "已撤销 3 步");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo-back", NULL);
  wait_for_bar (fixture);
  g_assert_cmpint (get_quota (fixture), ==, 11);
}

/* A refusal names what stands in the way, and nothing has changed. */
static void
test_undo_not_over_presets (AppFixture *fixture, gconstpointer data)
{
  XybLogView *log = open_log (fixture);
  XybChangeView *changes = XYB_CHANGE_VIEW (app_find (GTK_WIDGET (log), XYB_TYPE_CHANGE_VIEW, 0));
  guint n = g_list_model_get_n_items (xyb_log_view_get_model (log));
  AdwMessageDialog *dialog;

  xyb_log_view_select (log, nth_id (log, n - 1));
  app_settle ();
  g_signal_emit_by_name (changes, "undo-from", nth_id (log, n - 2));
  app_settle ();
  dialog = ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (dialog); /* too long for a toast */
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "装入预置的单位名录"));
}

/* From a line of the log to the record it is about. */
static void
test_go_to_record (AppFixture *fixture, gconstpointer data)
{
  XybLogView *log;
  GtkWidget *row;
  XybChangeView *changes;

  set_quota (fixture, 9);
  log = open_log (fixture);
  xyb_log_view_select (log, nth_id (log, 0));
  app_settle ();
  changes = XYB_CHANGE_VIEW (app_find (GTK_WIDGET (log), XYB_TYPE_CHANGE_VIEW, 0));
  g_assert_cmpuint (g_list_model_get_n_items (xyb_change_view_get_model (changes)), ==, 2);
  row = app_find (GTK_WIDGET (changes), XYB_TYPE_CHANGE_ROW, 0);
  g_signal_emit_by_name (app_find_button (row, "转到"), "clicked");
  app_settle ();
  g_assert_cmpstr (xyb_page_get_name (xyb_window_get_page (fixture->window)), ==, "quota");
}

/* ---- 备份与恢复 ---- */

static XybBackupView *
open_backups (AppFixture *fixture)
{
  XybDataPage *page = open_page (fixture);

  xyb_data_page_show_tab (page, "backup");
  app_settle ();
  return XYB_BACKUP_VIEW (xyb_data_page_get_tab (page, "backup"));
}

static guint
count_backups (AppFixture *fixture)
{
  g_autoptr (GPtrArray) backups = xyb_store_list_backups (fixture->path, NULL);

  return backups->len;
}

/* One by hand, tried at once: the row says what it holds, and the office has not changed. */
static void
test_back_up_and_try (AppFixture *fixture, gconstpointer data)
{
  XybBackupView *view = open_backups (fixture);
  g_autoptr (GPtrArray) before = xyb_store_list_revisions (fixture->store, 1, 0, FALSE, NULL);
  g_autoptr (GPtrArray) after = NULL;
  guint count = count_backups (fixture);
  GtkWidget *row;

  xyb_backup_view_back_up (view);
  wait_for_bar (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, count + 1);
  row = app_find (GTK_WIDGET (view), XYB_TYPE_BACKUP_ROW, 0);
  g_signal_emit_by_name (app_find_button (row, "试恢复"), "clicked");
  wait_for_bar (fixture);
  g_assert_nonnull (
    strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "企业 120 家、方案 2 年"));
  after = xyb_store_list_revisions (fixture->store, 1, 0, FALSE, NULL);
  g_assert_cmpint (((XybRevision *) before->pdata[0])->id, ==,
                   ((XybRevision *) after->pdata[0])->id);
}

/* A backup that was spoilt on its stick is named as such. */
static void
test_try_a_spoilt_one (AppFixture *fixture, gconstpointer data)
{
  XybBackupView *view = open_backups (fixture);
  GtkWidget *row;

  xyb_backup_view_back_up (view);
  wait_for_bar (fixture);
  row = app_find (GTK_WIDGET (view), XYB_TYPE_BACKUP_ROW, 0);
  g_file_set_contents (xyb_backup_row_get_path (XYB_BACKUP_ROW (row)), "", 0, NULL);
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (view), "逐个核对"), "clicked");
  wait_for_bar (fixture);
  g_assert_cmpstr (xyb_tag_get_text (XYB_TAG (app_find (row, XYB_TYPE_TAG, 0))), ==, "损坏");
}

/* What a check finds stands on the page, and in the sidebar where it is bad. */
static void
test_health (AppFixture *fixture, gconstpointer data)
{
  XybOffice *office = xyb_window_get_office (fixture->window);
  XybBackupView *view = open_backups (fixture);
  XybPageClass *page_class = XYB_PAGE_GET_CLASS (open_page (fixture));
  g_autofree char *tooltip = NULL;
  g_autofree char *badge = NULL;

  xyb_backup_view_check (view);
  wait_for_bar (fixture);
  g_assert_nonnull (xyb_office_get_health (office)->checked_time);
  g_assert_null (xyb_office_get_health (office)->problem);
  g_assert_null (page_class->dup_badge (office, &tooltip));
  xyb_office_set_backed_up (office, "磁盘已满。");
  badge = page_class->dup_badge (office, &tooltip);
  g_assert_cmpstr (badge, ==, "!");
  g_assert_cmpstr (tooltip, ==, "磁盘已满。");
}

/* 恢复… is about this very backup; the restored office is open afterwards. */
static void
test_restore_one (AppFixture *fixture, gconstpointer data)
{
  XybBackupView *view = open_backups (fixture);
  GtkActionable *button;
  const char *path;
  GtkWidget *row;
  GtkWindow *question;

  xyb_backup_view_back_up (view);
  wait_for_bar (fixture);
  set_quota (fixture, 11);
  row = app_find (GTK_WIDGET (view), XYB_TYPE_BACKUP_ROW, 0);
  button = GTK_ACTIONABLE (app_find_button (row, "恢复…"));
  path = xyb_backup_row_get_path (XYB_BACKUP_ROW (row));
  g_assert_cmpstr (gtk_actionable_get_action_name (button), ==, "win.restore-from");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (button), NULL), ==,
                   path);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore-from", "s", path);
  app_settle ();
  question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)),
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "restore");
  fixture->store = NULL;
  while (!xyb_window_has_office (fixture->window))
    g_main_context_iteration (NULL, TRUE);
  fixture->store = xyb_office_get_store (xyb_window_get_office (fixture->window));
  g_assert_cmpint (get_quota (fixture), ==, 8);
}

/* ---- 单位与别名 ---- */

static XybUnitView *
open_units (AppFixture *fixture)
{
  XybDataPage *page = open_page (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go-to", "(sx)", "data",
                              (gint64) ZHOUSHI);
  app_settle ();
  return XYB_UNIT_VIEW (xyb_data_page_get_tab (page, "unit"));
}

static void
test_rename_unit (AppFixture *fixture, gconstpointer data)
{
  XybUnitView *view = open_units (fixture);
  XybFieldRow *row = XYB_FIELD_ROW (app_find_field (GTK_WIDGET (view), "名称"));
  g_autoptr (XybUnit) unit = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (xyb_field_row_get_text (row), ==, "周市镇");
  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), "张浦镇");
  xyb_field_row_commit (row);
  g_assert_true (xyb_field_row_is_refused (row));
  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), "周市街道");
  xyb_field_row_commit (row);
  app_settle ();
  unit = xyb_unit_store_find (fixture->store, "周市镇", XYB_UNIT_KIND_DISTRICT, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (unit->name, ==, "周市街道");
}

/* A name that means another unit is said to while it is typed, and cannot be added. */
static void
test_alias_is_checked_live (AppFixture *fixture, gconstpointer data)
{
  XybUnitView *view = open_units (fixture);
  GtkWidget *entry = gtk_widget_get_prev_sibling (
    gtk_widget_get_prev_sibling (app_find_button (GTK_WIDGET (view), "添加别名")));

  gtk_editable_set_text (GTK_EDITABLE (entry), "昆山开发区管委会");
  g_assert_false (gtk_widget_get_sensitive (app_find_button (GTK_WIDGET (view), "添加别名")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "周市片区");
  g_assert_true (gtk_widget_get_sensitive (app_find_button (GTK_WIDGET (view), "添加别名")));
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (view), "添加别名"), "clicked");
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (entry), "周市片区");
  g_assert_false (
    xyb_unit_store_add_alias (fixture->store, ZHOUSHI, "周市片区", FALSE, NULL, NULL));
}

/* ---- 办公信息 ---- */

static void
test_office (AppFixture *fixture, gconstpointer data)
{
  XybDataPage *page = open_page (fixture);
  GtkWidget *view = xyb_data_page_get_tab (page, "office");
  XybFieldRow *row;
  g_autofree char *name = NULL;
  g_autoptr (XybPlan) plan = NULL;

  xyb_data_page_show_tab (page, "office");
  app_settle ();
  row = XYB_FIELD_ROW (app_find_field (view, "单位名称"));
  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), "示例信用办");
  xyb_field_row_commit (row);
  name = xyb_office_store_get_setting (fixture->store, XYB_SETTING_OFFICE_NAME, NULL);
  g_assert_cmpstr (name, ==, "示例信用办");
  row = XYB_FIELD_ROW (app_find_field (view, "贯标"));
  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), "641");
  xyb_field_row_commit (row);
  app_settle ();
  plan = xyb_plan_store_get (fixture->store, DEMO_YEAR, NULL);
  g_assert_cmpint (plan->opening[XYB_TRACK_ACCREDITATION - 1], ==, 641);
}

/* The log as a workbook, through the job at the foot of the page. */
static void
test_export_log (AppFixture *fixture, gconstpointer data)
{
  XybLogView *log = open_log (fixture);
  XybJobBar *bar = XYB_JOB_BAR (app_find (GTK_WIDGET (fixture->window), XYB_TYPE_JOB_BAR, 0));
  g_autofree char *path = g_build_filename (fixture->folder, "log.xlsx", NULL);

  set_quota (fixture, 9);
  app_settle ();
  xyb_log_export_to (GTK_WIDGET (log), xyb_window_get_office (fixture->window), bar,
                     xyb_log_view_get_ids (log), path);
  wait_for_bar (fixture);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (fixture->window->exported, ==, path);
}

static void
add (const char *name, void (*func) (AppFixture *, gconstpointer))
{
  g_test_add (name, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/data/log-follows-what-is-done", test_log_follows);
  add ("/data/undo-from-here-and-all-back", test_undo_from_here);
  add ("/data/undo-does-not-go-over-the-presets", test_undo_not_over_presets);
  add ("/data/from-the-log-to-the-record", test_go_to_record);
  add ("/data/backup-and-trial-restore", test_back_up_and_try);
  add ("/data/a-spoilt-backup-is-named", test_try_a_spoilt_one);
  add ("/data/health-stands-in-the-sidebar", test_health);
  add ("/data/restore-this-one", test_restore_one);
  add ("/data/unit-is-renamed", test_rename_unit);
  add ("/data/alias-is-checked-while-typed", test_alias_is_checked_live);
  add ("/data/office-details-and-opening-totals", test_office);
  add ("/data/log-is-exported", test_export_log);
  return g_test_run ();
}
