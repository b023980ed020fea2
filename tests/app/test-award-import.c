/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "award-import-fixture.h"
#include "xyb-award-check.h"
#include "xyb-award-file-row.h"
#include "xyb-award-question-row.h"
#include "xyb-award-store.h"

/* 导入历年名单: what a clerk does between her lists and the register of awards. */

static XybAwardRoll *
get_list (XybAwardImportPage *page)
{
  return xyb_award_batch_get_list (xyb_award_import_page_get_batch (page));
}

static guint
count_awards (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_open_again (fixture->store, &error);
  g_autoptr (GPtrArray) awards = NULL;
  guint n = 0;

  g_assert_no_error (error);
  awards = xyb_award_store_list (store, 0, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < awards->len; i++)
    n += ((XybAward *) awards->pdata[i])->id != 0;
  return n;
}

static void
press (GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (app_find_button (root, label), "clicked");
  app_settle ();
}

static GtkListBoxRow *
get_question (XybAwardImportPage *page, int index)
{
  return gtk_list_box_get_row_at_index (xyb_award_questions_get_list (
                                          xyb_award_import_page_get_questions (page)),
                                        index);
}

static XybAwardFileRow *
get_file_row (XybAwardImportPage *page, int index)
{
  return XYB_AWARD_FILE_ROW (
    gtk_list_box_get_row_at_index (xyb_award_import_page_get_files (page), index));
}

static guint
count_rows (XybAwardImportPage *page)
{
  return xyb_sheet_model_get_n_rows (xyb_sheet_get_model (xyb_award_import_page_get_sheet (page)));
}

static XybAwardImportPage *
open_doubtful (AppFixture *fixture)
{
  g_autofree char *path = award_import_write_doubtful (fixture);
  const char *const paths[] = { path, NULL };

  return award_import_open (fixture, paths);
}

/* ---- from file to register and back ---- */

static void
test_a_list_is_looked_over_decided_and_registered (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybAwardImportPage) page = g_object_ref (open_doubtful (fixture));
  guint before = count_awards (fixture);

  g_assert_cmpuint (count_rows (page), ==, 6);
  g_assert_true (
    gtk_widget_get_sensitive (app_find_button (GTK_WIDGET (fixture->window), "导入 6 条")));
  /* The same enterprise; a 区镇 nobody knows; a year that has not come. */
  press (GTK_WIDGET (get_question (page, 0)), "是同一家");
  press (GTK_WIDGET (get_question (page, 0)), "区镇先空着");
  press (GTK_WIDGET (get_question (page, 0)), "不导入");
  g_assert_null (get_question (page, 0));
  g_assert_cmpuint (count_rows (page), ==, 8);
  g_assert_cmpuint (count_awards (fixture), ==, before);

  press (GTK_WIDGET (fixture->window), "导入 8 条");
  award_import_wait (page);
  g_assert_cmpuint (count_awards (fixture), ==, before + 8);
  /* What she came for is done: she is where she came from. */
  g_assert_cmpstr (xyb_page_get_name (xyb_window_get_page (fixture->window)), ==, "track");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpuint (count_awards (fixture), ==, before);
}

static void
test_what_waits_stays_and_undo_brings_the_rest_back (AppFixture *fixture, gconstpointer data)
{
  XybAwardImportPage *page = open_doubtful (fixture);

  press (GTK_WIDGET (fixture->window), "导入 6 条");
  award_import_wait (page);
  g_assert_true (XYB_IS_AWARD_IMPORT_PAGE (xyb_window_get_page (fixture->window)));
  g_assert_cmpuint (xyb_award_roll_count (get_list (page), XYB_AWARD_TAKEN), ==, 0);
  g_assert_cmpuint (xyb_award_roll_count (get_list (page), XYB_AWARD_OPEN), ==, 3);
  g_assert_false (
    gtk_widget_get_sensitive (app_find_button (GTK_WIDGET (fixture->window), "导入")));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  award_import_wait (page);
  g_assert_cmpuint (xyb_award_roll_count (get_list (page), XYB_AWARD_TAKEN), ==, 6);
}

static void
test_pasted_names_wait_for_year_and_level (AppFixture *fixture, gconstpointer data)
{
  XybAwardImportPage *page = award_import_open (fixture, NULL);
  XybAwardFileRow *file;

  xyb_award_import_page_paste (page, "昆山示例甲一有限公司\r\n昆山示例乙二有限公司\r\n");
  award_import_wait (page);
  file = get_file_row (page, 0);
  g_assert_cmpuint (count_rows (page), ==, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (xyb_award_file_row_get_year (file))));
  /* No row is asked about: the file is. */
  g_assert_null (get_question (page, 0));
  gtk_drop_down_set_selected (xyb_award_file_row_get_year (file), 3);
  gtk_drop_down_set_selected (xyb_award_file_row_get_track (file), XYB_TRACK_ACCREDITATION);
  app_settle ();
  g_assert_true (get_file_row (page, 0) == file);
  g_assert_cmpuint (count_rows (page), ==, 2);
  g_assert_cmpint (((XybAwardRow *) get_list (page)->rows->pdata[0])->year, ==, 2018);
}

/* Ctrl+V, wherever the keyboard is on the page. */
static void
test_the_clipboard_is_read (AppFixture *fixture, gconstpointer data)
{
  XybAwardImportPage *page = award_import_open (fixture, NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (page));

  gdk_clipboard_set_text (clipboard, "企业名称\t年度\t级别\n昆山示例甲一有限公司\t2015\t贯标\n");
  gtk_widget_activate_action (GTK_WIDGET (page), "award-import.paste", NULL);
  while (get_list (page)->rows->len == 0)
    g_main_context_iteration (NULL, TRUE);
  award_import_wait (page);
  g_assert_cmpuint (count_rows (page), ==, 1);
}

static void
test_a_paste_without_names_changes_nothing (AppFixture *fixture, gconstpointer data)
{
  XybAwardImportPage *page = open_doubtful (fixture);
  guint rows = get_list (page)->rows->len;

  xyb_award_import_page_paste (page, "1\t2\n3\t4\n");
  award_import_wait (page);
  g_assert_cmpuint (get_list (page)->rows->len, ==, rows);
  g_assert_cmpuint (get_list (page)->files->len, ==, 1);
}

static void
test_a_file_that_cannot_be_read_says_so_beside_the_others (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *good
    = award_import_write (fixture, "好.csv",
                          "企业名称,年度,级别\n昆山示例甲一有限公司,2015,贯标\n");
  g_autofree char *bad = award_import_write (fixture, "坏.xlsx", "PK\003\004 这不是表格");
  const char *const paths[] = { bad, good, NULL };
  XybAwardImportPage *page = award_import_open (fixture, paths);

  g_assert_cmpuint (get_list (page)->files->len, ==, 2);
  g_assert_nonnull (((XybAwardFile *) get_list (page)->files->pdata[0])->error);
  g_assert_cmpuint (count_rows (page), ==, 1);
  g_signal_emit_by_name (get_file_row (page, 0), "removed");
  app_settle ();
  g_assert_cmpuint (get_list (page)->files->len, ==, 1);
  g_assert_cmpuint (count_rows (page), ==, 1);
}

static void
test_a_row_is_left_out_and_decided_anew (AppFixture *fixture, gconstpointer data)
{
  XybAwardImportPage *page = open_doubtful (fixture);

  xyb_sheet_set_cursor (xyb_award_import_page_get_sheet (page), 0, 2);
  app_settle ();
  press (GTK_WIDGET (page), "不导入这一行");
  g_assert_cmpuint (xyb_award_roll_count (get_list (page), XYB_AWARD_LEFT), >=, 2);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_button (GTK_WIDGET (page), "不导入 2")),
                                TRUE);
  app_settle ();
  g_assert_cmpuint (count_rows (page), ==, 2);
  xyb_sheet_set_cursor (xyb_award_import_page_get_sheet (page), 0, 2);
  app_settle ();
  press (GTK_WIDGET (page), "重新决定");
  g_assert_false (((XybAwardRow *) get_list (page)->rows->pdata[0])->left_out);
}

static void
test_leaving_with_decisions_says_what_is_lost (AppFixture *fixture, gconstpointer data)
{
  XybAwardImportPage *page = open_doubtful (fixture);
  g_autofree char *nothing = xyb_page_dup_loss (XYB_PAGE (page));
  g_autofree char *loss = NULL;

  g_assert_null (nothing);
  press (GTK_WIDGET (get_question (page, 0)), "是同一家");
  loss = xyb_page_dup_loss (XYB_PAGE (page));
  g_assert_nonnull (strstr (loss, "1 个决定"));
}

#define TEST(name, function)                                                                       \
  g_test_add (name, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("XYB_TODAY", "2020-07-24", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  TEST ("/award-import/looked-over-and-registered",
        test_a_list_is_looked_over_decided_and_registered);
  TEST ("/award-import/what-waits-stays", test_what_waits_stays_and_undo_brings_the_rest_back);
  TEST ("/award-import/pasted-names", test_pasted_names_wait_for_year_and_level);
  TEST ("/award-import/clipboard", test_the_clipboard_is_read);
  TEST ("/award-import/pasted-nothing", test_a_paste_without_names_changes_nothing);
  TEST ("/award-import/unreadable-file", test_a_file_that_cannot_be_read_says_so_beside_the_others);
  TEST ("/award-import/left-out", test_a_row_is_left_out_and_decided_anew);
  TEST ("/award-import/leaving", test_leaving_with_decisions_says_what_is_lost);
  return g_test_run ();
}
