/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "intake-fixture.h"
#include "xyb-compare-dialog.h"
#include "xyb-compat.h"
#include "xyb-intake-file-row.h"
#include "xyb-intake-question-row.h"
#include "xyb-intake-typing.h"
#include "xyb-nomination-store.h"
#include "xyb-original-dialog.h"

/* 导入回收表: what a clerk does between the files of eleven 区镇 and the office. */

/* ---- what is on screen ---- */

static XybIntake *
get_intake (XybIntakePage *page)
{
  return xyb_intake_batch_get_intake (xyb_intake_page_get_batch (page));
}

static XybIntakeFile *
get_file (XybIntakePage *page, guint index)
{
  g_assert_cmpuint (index, <, get_intake (page)->files->len);
  return get_intake (page)->files->pdata[index];
}

static void
assert_words (XybIntakePage *page, guint index, const char *expected)
{
  g_autofree char *words = xyb_intake_file_words (get_file (page, index));

  g_assert_cmpstr (words, ==, expected);
}

static void
select_file (XybIntakePage *page, int index)
{
  GtkListBox *list = xyb_intake_files_get_list (xyb_intake_page_get_files (page));

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, index));
  app_settle ();
}

static void
press (GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (app_find_button (root, label), "clicked");
  app_settle ();
}

static XybIntakeQuestionRow *
get_question (XybIntakePage *page, int index)
{
  GtkListBox *list
    = xyb_question_list_get_list (xyb_intake_view_get_questions (xyb_intake_page_get_view (page)));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  g_assert_true (XYB_IS_INTAKE_QUESTION_ROW (row));
  return XYB_INTAKE_QUESTION_ROW (row);
}

static XybSheet *
get_sheet (XybIntakePage *page)
{
  return xyb_intake_accepted_get_sheet (
    xyb_intake_view_get_accepted (xyb_intake_page_get_view (page)));
}

static char *
dup_cell (XybIntakePage *page, guint row, guint column)
{
  return xyb_sheet_model_dup_text (xyb_sheet_get_model (get_sheet (page)), row, column);
}

static char *
dup_letter (XybIntakePage *page)
{
  return xyb_intake_letter_dup_text (xyb_intake_view_get_letter (xyb_intake_page_get_view (page)));
}

static GtkWidget *
get_accept_button (AppFixture *fixture)
{
  return app_find_button (GTK_WIDGET (fixture->window), "全部接受");
}

static guint
count_stored (AppFixture *fixture, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
    = xyb_nomination_store_list (fixture->store, DEMO_YEAR, unit_id, &error);

  g_assert_no_error (error);
  return rows->len;
}

static guint
count_revisions (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions
    = xyb_store_list_revisions (fixture->store, 1000, 0, FALSE, &error);

  g_assert_no_error (error);
  return revisions->len;
}

static GtkWindow *
find_question (void)
{
  return app_find_window (ADW_TYPE_MESSAGE_DIALOG);
}

static void
respond (const char *answer)
{
  g_assert_nonnull (find_question ());
  xyb_compat_answer (find_question (), answer);
  app_settle ();
}

/* 周市镇 as mockup 05, and two others. */
static XybIntakePage *
open_three (AppFixture *fixture)
{
  g_autofree char *zhoushi = intake_write_zhoushi (fixture);
  g_autofree char *unknown = intake_write_unknown (fixture);
  g_autofree char *broken = intake_write_broken (fixture);
  const char *const paths[] = { zhoushi, unknown, broken, NULL };

  return intake_open (fixture, paths);
}

static XybIntakePage *
open_one (AppFixture *fixture, const char *path)
{
  const char *const paths[] = { path, NULL };

  return intake_open (fixture, paths);
}

/* ---- reading ---- */

static void
test_drop (AppFixture *fixture, gconstpointer data)
{
  guint before = count_revisions (fixture);
  XybIntakePage *page = open_three (fixture);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (fixture->window->page_list);
  guint prepared = count_revisions (fixture) - before;

  g_assert_cmpint (gtk_list_box_row_get_index (row), ==, 3); /* 企业汇总 stays selected */
  g_assert_true (gtk_widget_get_visible (fixture->window->back_button));
  g_assert_cmpuint (get_intake (page)->files->len, ==, 3);
  assert_words (page, 0, "周市镇 · 待定 3 行，可接受 5 行");
  assert_words (page, 1, "没写区镇，请选择");
  g_assert_cmpint (xyb_intake_file_state (get_file (page, 2)), ==, XYB_INTAKE_FAILED);
  g_assert_nonnull (strstr (get_file (page, 2)->error, "附件2-巴城.xlsx"));
  g_assert_cmpuint (count_stored (fixture, ZHOUSHI), ==, 0);
  /* Looking at files writes nothing. */
  page = open_one (fixture, get_file (page, 0)->path);
  g_assert_cmpuint (count_revisions (fixture) - before, ==, prepared);
  g_assert_cmpuint (get_intake (page)->files->len, ==, 3);
}

static void
test_folder (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "回收", NULL);
  g_autofree char *from = intake_write_plain (fixture, "b.csv", "周市镇", 2);
  g_autofree char *to = g_build_filename (folder, "周市.csv", NULL);
  g_autofree char *note = g_build_filename (folder, "说明.pdf", NULL);
  g_autofree char *lock = g_build_filename (folder, "~$周市.xlsx", NULL);
  XybIntakePage *page;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (from, to), ==, 0);
  g_assert_true (g_file_set_contents (note, "%PDF-1.4\n", -1, NULL));
  g_assert_true (g_file_set_contents (lock, "x", -1, NULL));
  page = open_one (fixture, folder);
  g_assert_cmpuint (get_intake (page)->files->len, ==, 1);
  g_assert_cmpstr (get_file (page, 0)->shown, ==, "周市.csv");
}

static void
test_failed (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);
  GtkWidget *status;

  select_file (page, 2);
  status = app_find (GTK_WIDGET (xyb_intake_page_get_view (page)), ADW_TYPE_STATUS_PAGE, 1);
  g_assert_true (gtk_widget_get_mapped (status));
  g_assert_nonnull (
    strstr (adw_status_page_get_description (ADW_STATUS_PAGE (status)), "附件2-巴城.xlsx"));
  press (GTK_WIDGET (page), "从列表去掉");
  g_assert_cmpuint (get_intake (page)->files->len, ==, 2);
}

static void
test_district (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = intake_write_unknown (fixture);
  XybIntakePage *page = open_one (fixture, path);
  GtkWidget *choice = app_find (GTK_WIDGET (get_question (page, 0)), GTK_TYPE_DROP_DOWN, 0);

  g_assert_false (gtk_widget_get_sensitive (get_accept_button (fixture)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 6); /* 选区镇, then 昆山开发区 … 周市镇 */
  intake_wait (page);
  g_assert_cmpint (get_file (page, 0)->taken->district_id, ==, ZHOUSHI);
  g_assert_true (gtk_widget_get_sensitive (get_accept_button (fixture)));
}

/* A double click on a workbook, or a second start with it: the window that is open takes it. */
static void
test_opened_from_the_desktop (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = intake_write_plain (fixture, "陆家.csv", "陆家镇", 2);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
  app_settle ();
  g_assert_true (XYB_IS_INTAKE_PAGE (xyb_window_get_page (fixture->window)));
  intake_wait (XYB_INTAKE_PAGE (xyb_window_get_page (fixture->window)));
}

/* B-12: of several sheets each can be left, and taken again. */
static void
test_sheets (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "data", "returned", "states", "多个工作表.xls", NULL);
  XybIntakePage *page = open_one (fixture, path);
  guint left_out = xyb_intake_file_count (get_file (page, 0), XYB_FATE_IGNORED);
  XybReturnNote *note = NULL;
  GtkWidget *row = NULL;

  for (int i = 0; note == NULL || note->kind != XYB_NOTE_SEVERAL_SHEETS; i++)
    {
      row = GTK_WIDGET (get_question (page, i));
      note = xyb_intake_question_row_get_note (XYB_INTAKE_QUESTION_ROW (row));
    }
  press (row, "不计入");
  intake_wait (page);
  g_assert_cmpuint (xyb_intake_file_count (get_file (page, 0), XYB_FATE_IGNORED), >, left_out);
  for (int i = 0;; i++)
    {
      row = GTK_WIDGET (get_question (page, i));
      note = xyb_intake_question_row_get_note (XYB_INTAKE_QUESTION_ROW (row));
      if (note->kind == XYB_NOTE_SEVERAL_SHEETS && note->decision.answer == XYB_ANSWER_LEAVE)
        break;
    }
  press (row, "计入");
  intake_wait (page);
  g_assert_cmpuint (xyb_intake_file_count (get_file (page, 0), XYB_FATE_IGNORED), ==, left_out);
}

/* ---- answers ---- */

static void
test_answer (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);
  g_autofree char *before = dup_letter (page);
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sum = NULL;

  g_assert_nonnull (strstr (before, "没有写单位"));
  press (GTK_WIDGET (get_question (page, 0)), "按 12000 万元");
  assert_words (page, 0, "周市镇 · 待定 2 行，可接受 6 行");
  /* The sheet has it in its place, the letter asks no more. */
  name = dup_cell (page, 1, 2);
  sum = dup_cell (page, 1, 4);
  g_assert_cmpstr (name, ==, "昆山示例模具有限公司");
  g_assert_cmpstr (sum, ==, "12000 万元");
  after = dup_letter (page);
  g_assert_null (strstr (after, "没有写单位"));
  /* Answered ones stand below, and can be taken back. */
  g_assert_false (xyb_intake_question_row_is_open (get_question (page, 2)));
  press (GTK_WIDGET (get_question (page, 2)), "改");
  assert_words (page, 0, "周市镇 · 待定 3 行，可接受 5 行");
}

/* The keyboard is on the question that came into the place of the answered one. */
static void
test_focus (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);
  GtkWidget *focus;

  press (GTK_WIDGET (get_question (page, 0)), "按 12000 万元");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_question (page, 0))));
}

static XybIntakeTyping *
open_typing (XybIntakePage *page, int question, const char *label)
{
  GtkWidget *row = GTK_WIDGET (get_question (page, question));
  GtkWidget *button = app_find_button (row, label);

  g_signal_emit_by_name (button, "clicked");
  app_settle ();
  return XYB_INTAKE_TYPING (app_find (row, XYB_TYPE_INTAKE_TYPING, 0));
}

/* A value that cannot be is refused where it is typed. */
static void
test_typed (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);
  XybIntakeTyping *typing = open_typing (page, 0, "改填…");
  g_autofree char *sum = NULL;

  gtk_editable_set_text (xyb_intake_typing_get_entry (typing), "很多");
  g_signal_emit_by_name (xyb_intake_typing_get_entry (typing), "activate");
  app_settle ();
  g_assert_true (xyb_intake_question_row_is_open (get_question (page, 0)));
  gtk_editable_set_text (xyb_intake_typing_get_entry (typing), "1.3亿");
  g_signal_emit_by_name (xyb_intake_typing_get_entry (typing), "activate");
  app_settle ();
  assert_words (page, 0, "周市镇 · 待定 2 行，可接受 6 行");
  sum = dup_cell (page, 1, 4);
  g_assert_cmpstr (sum, ==, "13000 万元");
}

/* ENT-08: one that counted before is taken only with a reason. */
static void
test_reason (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);
  XybIntakeTyping *typing = open_typing (page, 2, "仍计入…");

  g_signal_emit_by_name (xyb_intake_typing_get_entry (typing), "activate");
  app_settle ();
  g_assert_true (xyb_intake_question_row_is_open (get_question (page, 2)));
  gtk_editable_set_text (xyb_intake_typing_get_entry (typing), "验收已撤销，重新贯标");
  g_signal_emit_by_name (xyb_intake_typing_get_entry (typing), "activate");
  app_settle ();
  assert_words (page, 0, "周市镇 · 待定 2 行，可接受 6 行");
}

static void
test_compare (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);
  GtkWidget *dialog;

  press (GTK_WIDGET (get_question (page, 1)), "并排比较");
  dialog = GTK_WIDGET (app_find_window (XYB_TYPE_COMPARE_DIALOG));
  g_assert_nonnull (dialog);
  press (dialog, "归张浦镇");
  g_assert_null (app_find_window (XYB_TYPE_COMPARE_DIALOG));
  assert_words (page, 0, "周市镇 · 待定 2 行，可接受 5 行");
}

/* One firm in the files of two 区镇, of which the office knows nothing yet. */
static void
test_compare_files (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  XybIntakePage *page;
  GtkWidget *dialog;

  intake_clear_district (fixture, LUJIA);
  intake_clear_district (fixture, ZHANGPU);
  first = intake_write_named (fixture, "陆家.csv", "陆家镇", "昆山两地样例有限公司");
  second = intake_write_named (fixture, "张浦.csv", "张浦镇", "昆山两地样例有限公司");
  page = intake_open (fixture, (const char *const[]){ first, second, NULL });
  select_file (page, 1);
  press (GTK_WIDGET (get_question (page, 0)), "并排比较");
  dialog = GTK_WIDGET (app_find_window (XYB_TYPE_COMPARE_DIALOG));
  g_assert_nonnull (dialog);
  g_assert_nonnull (
    gtk_list_box_get_row_at_index (GTK_LIST_BOX (app_find (dialog, GTK_TYPE_LIST_BOX, 0)), 1));
  press (dialog, "归张浦镇");
  g_assert_cmpint (xyb_intake_file_state (get_file (page, 1)), ==, XYB_INTAKE_READY);
}

static void
test_explain (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);

  xyb_sheet_set_cursor (get_sheet (page), 0, 4);
  g_assert_nonnull (strstr (xyb_intake_accepted_get_explanation (
                              xyb_intake_view_get_accepted (xyb_intake_page_get_view (page))),
                            "“1.2亿” → 12000 万元"));
}

static void
test_original (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);
  XybOriginalDialog *dialog;
  guint row;
  guint column;

  xyb_sheet_set_cursor (get_sheet (page), 1, 4);
  gtk_widget_activate_action (GTK_WIDGET (page), "intake.show-original", NULL);
  app_settle ();
  dialog = XYB_ORIGINAL_DIALOG (app_find_window (XYB_TYPE_ORIGINAL_DIALOG));
  while (!xyb_original_dialog_is_read (dialog))
    g_main_context_iteration (NULL, TRUE);
  /* The cell she was on, as the spreadsheet numbers it. */
  xyb_sheet_get_cursor (xyb_original_dialog_get_sheet (dialog), &row, &column);
  g_assert_cmpuint (row, ==, 6); /* the seventh row */
  g_assert_cmpuint (column, ==, 4);
  xyb_sheet_set_cursor (xyb_original_dialog_get_sheet (dialog), 5, 4);
  g_assert_nonnull (strstr (xyb_original_dialog_get_words (dialog), "没有写单位"));
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
}

static void
test_letter_is_saved (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);
  g_autofree char *text = g_build_filename (fixture->folder, "退回.txt", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "退回.xlsx", NULL);
  g_autofree char *letter = dup_letter (page);
  g_autofree char *written = NULL;

  xyb_intake_letter_save_to (xyb_intake_view_get_letter (xyb_intake_page_get_view (page)), text);
  g_assert_true (g_file_get_contents (text, &written, NULL, NULL));
  g_assert_true (g_str_has_prefix (written, letter));
  xyb_intake_batch_save_marked (xyb_intake_page_get_batch (page), get_file (page, 0), copy);
  intake_wait (page);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* ---- leaving ---- */

static void
test_back (AppFixture *fixture, gconstpointer data)
{
  open_three (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  app_settle ();
  /* Nothing was decided: nothing is asked. */
  g_assert_null (find_question ());
  g_assert_cmpstr (xyb_page_get_name (xyb_window_get_page (fixture->window)), ==, "nomination");
  g_assert_false (gtk_widget_get_visible (fixture->window->back_button));
}

static void
test_leaving_asks (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);
  guint revisions = count_revisions (fixture);

  press (GTK_WIDGET (get_question (page, 0)), "按 12000 万元");
  /* Another page only covers it. */
  xyb_window_show_page (fixture->window, "overview");
  xyb_window_show_page (fixture->window, "nomination");
  g_assert_true (xyb_window_get_page (fixture->window) == XYB_PAGE (page));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  app_settle ();
  respond ("stay");
  g_assert_true (xyb_window_get_page (fixture->window) == XYB_PAGE (page));
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_settle ();
  respond ("stay");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  app_settle ();
  respond ("leave");
  g_assert_cmpstr (xyb_page_get_name (xyb_window_get_page (fixture->window)), ==, "nomination");
  g_assert_cmpuint (count_revisions (fixture), ==, revisions);
  g_assert_cmpuint (count_stored (fixture, ZHOUSHI), ==, 0);
}

/* ---- importing ---- */

static void
accept_all (AppFixture *fixture, XybIntakePage *page)
{
  g_assert_true (gtk_widget_get_sensitive (get_accept_button (fixture)));
  g_signal_emit_by_name (get_accept_button (fixture), "clicked");
  intake_wait (page);
}

static void
test_accept_and_undo (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *zhoushi = intake_write_zhoushi (fixture);
  g_autofree char *lujia = NULL;
  g_autofree char *state = NULL;
  XybIntakePage *page;
  guint revisions;

  intake_clear_district (fixture, LUJIA);
  lujia = intake_write_plain (fixture, "陆家.csv", "陆家镇", 3);
  page = intake_open (fixture, (const char *const[]){ zhoushi, lujia, NULL });
  revisions = count_revisions (fixture);
  g_assert_false (gtk_widget_get_sensitive (get_accept_button (fixture)));
  press (GTK_WIDGET (get_question (page, 0)), "按 12000 万元");
  press (GTK_WIDGET (get_question (page, 0)), "归张浦镇");
  press (GTK_WIDGET (get_question (page, 0)), "不计入");
  accept_all (fixture, page);
  /* Everything in one revision. */
  g_assert_cmpuint (count_revisions (fixture), ==, revisions + 1);
  g_assert_cmpuint (count_stored (fixture, ZHOUSHI), ==, 6);
  g_assert_cmpuint (count_stored (fixture, LUJIA), ==, 3);
  g_assert_cmpint (xyb_intake_file_state (get_file (page, 0)), ==, XYB_INTAKE_IMPORTED);
  /* What became of each, at a glance. */
  state = xyb_sheet_model_dup_text (xyb_sheet_get_model (
                                      xyb_intake_view_get_table (xyb_intake_page_get_view (page))),
                                    1, 2);
  g_assert_cmpstr (state, ==, "已导入");
  g_assert_false (gtk_widget_get_sensitive (get_accept_button (fixture)));
  /* One undo takes it all back; the files can be imported again. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpuint (count_stored (fixture, ZHOUSHI), ==, 0);
  g_assert_cmpuint (count_stored (fixture, LUJIA), ==, 0);
  g_assert_cmpint (xyb_intake_file_state (get_file (page, 0)), ==, XYB_INTAKE_READY);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  app_settle ();
  g_assert_cmpint (xyb_intake_file_state (get_file (page, 0)), ==, XYB_INTAKE_IMPORTED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  accept_all (fixture, page);
  g_assert_cmpuint (count_stored (fixture, ZHOUSHI), ==, 6);
}

/* Stopped, an import is whole or has not been. */
static void
test_cancel_import (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *lujia = NULL;
  XybIntakePage *page;
  XybJobBar *bar;
  guint before;
  gboolean done;

  intake_clear_district (fixture, LUJIA);
  lujia = intake_write_plain (fixture, "陆家.csv", "陆家镇", 900);
  page = open_one (fixture, lujia);
  before = count_revisions (fixture);
  bar = XYB_JOB_BAR (app_find (GTK_WIDGET (page), XYB_TYPE_JOB_BAR, 0));
  g_signal_emit_by_name (get_accept_button (fixture), "clicked");
  g_assert_true (xyb_job_bar_is_busy (bar));
  xyb_job_bar_cancel (bar);
  intake_wait (page);
  done = xyb_intake_file_state (get_file (page, 0)) == XYB_INTAKE_IMPORTED;
  g_assert_cmpuint (count_stored (fixture, LUJIA), ==, done ? 900 : 0);
  g_assert_cmpuint (count_revisions (fixture), ==, before + (done ? 1 : 0));
}

/* Files that were not read when it was stopped are not in the list. */
static void
test_cancel_reading (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  XybIntakePage *page;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u.csv", i);

      g_ptr_array_add (paths, intake_write_plain (fixture, name, "陆家镇", 300));
    }
  g_ptr_array_add (paths, NULL);
  xyb_window_take_files (fixture->window, (const char *const *) paths->pdata);
  page = XYB_INTAKE_PAGE (xyb_window_get_page (fixture->window));
  g_assert_cmpuint (get_intake (page)->files->len, ==, 12);
  xyb_job_bar_cancel (XYB_JOB_BAR (app_find (GTK_WIDGET (page), XYB_TYPE_JOB_BAR, 0)));
  intake_wait (page);
  for (guint i = 0; i < get_intake (page)->files->len; i++)
    g_assert_nonnull (get_file (page, i)->taken);
}

/* What is clear of one file can go in before the rest is decided. */
static void
test_accept_one (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);

  gtk_widget_activate_action (GTK_WIDGET (page), "intake.accept", NULL);
  intake_wait (page);
  g_assert_cmpuint (count_stored (fixture, ZHOUSHI), ==, 5);
  g_assert_cmpint (xyb_intake_file_state (get_file (page, 0)), ==, XYB_INTAKE_QUESTIONS);
  press (GTK_WIDGET (get_question (page, 0)), "按 12000 万元");
  gtk_widget_activate_action (GTK_WIDGET (page), "intake.accept", NULL);
  intake_wait (page);
  g_assert_cmpuint (count_stored (fixture, ZHOUSHI), ==, 6);
}

static XybReturnChange *
find_change (XybIntakeFile *file, XybDiffKind kind)
{
  for (guint i = 0; file->changes != NULL && i < file->changes->len; i++)
    if (((XybReturnChange *) file->changes->pdata[i])->kind == kind)
      return file->changes->pdata[i];
  return NULL;
}

/* B-21: a second version is a difference, taken row by row. */
static void
test_second_version (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;
  XybIntakePage *page;
  g_autoptr (GPtrArray) rows = NULL;

  intake_clear_district (fixture, LUJIA);
  first = intake_write_plain (fixture, "陆家.csv", "陆家镇", 3);
  page = open_one (fixture, first);
  accept_all (fixture, page);
  g_assert_true (g_file_get_contents (first, &text, NULL, NULL));
  /* The first has other sales, the last is gone, one is new. */
  *strstr (text, "1001") = '9';
  strcpy (strstr (text, "3,陆家镇样例3号"),
          "3,陆家镇样例7号机电有限公司,电机,500,20,吴示例,0512-55560007\n");
  second = intake_write (fixture, "陆家（更正）.csv", text);
  page = open_one (fixture, second);
  select_file (page, 1);
  assert_words (page, 1, "陆家镇 · 新增 1，修改 1，删除 1");
  /* The sales stay as they are. */
  g_assert_nonnull (find_change (get_file (page, 1), XYB_DIFF_CHANGED));
  xyb_sheet_set_cursor (get_sheet (page), 0, 4);
  press (GTK_WIDGET (page), "这一行不改");
  g_assert_true (find_change (get_file (page, 1), XYB_DIFF_CHANGED)->refused);
  accept_all (fixture, page);
  rows = xyb_nomination_store_list (fixture->store, DEMO_YEAR, LUJIA, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpint (((XybNomination *) rows->pdata[0])->revenue_fen, ==, 1001LL * 10000 * 100);
  g_assert_cmpstr (((XybNomination *) rows->pdata[2])->enterprise_name, ==,
                   "陆家镇样例7号机电有限公司");
}

/* The files follow the year in view: what was meant for another year is looked at anew. */
static void
test_year (AppFixture *fixture, gconstpointer data)
{
  XybIntakePage *page = open_three (fixture);

  xyb_office_set_year (xyb_window_get_office (fixture->window), DEMO_YEAR - 1);
  intake_wait (page);
  g_assert_cmpint (get_intake (page)->year, ==, DEMO_YEAR - 1);
  g_assert_cmpuint (get_intake (page)->files->len, ==, 3);
  g_assert_nonnull (get_file (page, 0)->taken);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/intake-page/dropped-files-are-looked-at", test_drop);
  ADD ("/intake-page/a-folder-of-workbooks", test_folder);
  ADD ("/intake-page/what-cannot-be-read-says-why", test_failed);
  ADD ("/intake-page/a-district-is-chosen", test_district);
  ADD ("/intake-page/opened-from-the-desktop", test_opened_from_the_desktop);
  ADD ("/intake-page/a-sheet-is-left-and-taken-again", test_sheets);
  ADD ("/intake-page/an-answer-and-its-way-back", test_answer);
  ADD ("/intake-page/the-next-question-has-the-keyboard", test_focus);
  ADD ("/intake-page/a-value-is-typed", test_typed);
  ADD ("/intake-page/counting-again-wants-a-reason", test_reason);
  ADD ("/intake-page/side-by-side", test_compare);
  ADD ("/intake-page/two-files-side-by-side", test_compare_files);
  ADD ("/intake-page/a-correction-is-explained", test_explain);
  ADD ("/intake-page/the-file-as-it-came", test_original);
  ADD ("/intake-page/the-letter-and-the-marked-copy", test_letter_is_saved);
  ADD ("/intake-page/back-without-decisions", test_back);
  ADD ("/intake-page/leaving-asks-once", test_leaving_asks);
  ADD ("/intake-page/all-in-one-revision-and-back", test_accept_and_undo);
  ADD ("/intake-page/stopped-an-import-is-whole-or-not", test_cancel_import);
  ADD ("/intake-page/stopped-while-reading", test_cancel_reading);
  ADD ("/intake-page/one-file-alone", test_accept_one);
  ADD ("/intake-page/a-second-version-is-a-difference", test_second_version);
  ADD ("/intake-page/another-year", test_year);
  return g_test_run ();
}
