/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-document-private.h"
#include "xyb-enterprise-page.h"
#include "xyb-plan-store.h"
#include "xyb-print-preview-private.h"
#include "xyb-submission-page.h"

#define ZHOUSHI 106

/* ---- what poppler says of a file ---- */

static char *
ask (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return g_steal_pointer (&out);
}

static char *
read_text (const char *path)
{
  const char *const words[] = { "pdftotext", "-layout", path, "-", NULL };

  return ask (words);
}

/* One line a page, with its size. */
static char *
read_sizes (const char *path)
{
  const char *const words[] = { "pdfinfo", "-f", "1", "-l", "9999", path, NULL };
  g_autofree char *all = ask (words);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  g_autoptr (GString) sizes = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Page ") && strstr (lines[i], "size:") != NULL)
      g_string_append_printf (sizes, "%s\n", lines[i]);
  return g_string_free (g_steal_pointer (&sizes), FALSE);
}

/* The pages as grey pictures, one after the other. */
static char *
read_picture (const char *path)
{
  const char *const words[] = { "pdftoppm", "-r", "40", "-gray", path, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (words, G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL);
  g_autoptr (GBytes) out = NULL;

  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &out, NULL, NULL));
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, out);
}

/* ---- the preview ---- */

static void
wait_for_document (XybPrintPreview *preview)
{
  while (preview->loading != NULL)
    g_main_context_iteration (NULL, TRUE);
  /* The first frame gives the view its size. */
  while (gtk_widget_get_width (GTK_WIDGET (preview->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
}

/* Ctrl+P on a page. */
static XybPrintPreview *
print_page (AppFixture *fixture, const char *name)
{
  XybPrintPreview *preview;

  xyb_window_show_page (fixture->window, name);
  app_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL));
  app_settle ();
  preview = XYB_PRINT_PREVIEW (app_find_window (XYB_TYPE_PRINT_PREVIEW));
  g_assert_nonnull (preview);
  wait_for_document (preview);
  return preview;
}

static void
close_preview (XybPrintPreview *preview)
{
  gpointer gone = preview;

  g_object_add_weak_pointer (G_OBJECT (preview), &gone);
  gtk_widget_activate_action (GTK_WIDGET (preview), "window.close", NULL);
  while (gone != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
act (XybPrintPreview *preview, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (preview->actions), name, NULL);
  app_settle ();
}

static gboolean
can (XybPrintPreview *preview, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (preview->actions), name);
}

static void
zoom_to (XybPrintPreview *preview, const char *zoom)
{
  g_action_group_activate_action (G_ACTION_GROUP (preview->actions), "zoom",
                                  g_variant_new_string (zoom));
  app_settle ();
}

static void
test_quota (AppFixture *fixture, gconstpointer data)
{
  XybPrintPreview *preview = print_page (fixture, "quota");

  g_assert_cmpstr (xyb_document_get_title (xyb_print_preview_get_document (preview)), ==,
                   "2020年昆山市企业信用管理贯标考核指标分解表");
  g_assert_cmpuint (xyb_print_view_get_n_pages (preview->view), ==, 1);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (preview->choice)));
  g_assert_true (can (preview, "print"));
  close_preview (preview);
}

/* 总览: the year on one sheet. */
static void
test_progress (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "进度.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  XybPrintPreview *preview = print_page (fixture, "overview");

  g_assert_cmpuint (xyb_print_view_get_n_pages (preview->view), ==, 1);
  xyb_document_write_pdf (xyb_print_preview_get_document (preview), path, NULL, &error);
  g_assert_no_error (error);
  text = read_text (path);
  g_assert_nonnull (strstr (text, "2020年企业信用管理贯标和示范创建进度"));
  g_assert_nonnull (strstr (text, "预计扣分"));
  close_preview (preview);
}

/* Closed before its sheets are there. */
static void
test_closed_early (AppFixture *fixture, gconstpointer data)
{
  XybPrintPreview *preview;

  xyb_window_show_page (fixture->window, "quota");
  app_settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);
  preview = XYB_PRINT_PREVIEW (app_find_window (XYB_TYPE_PRINT_PREVIEW));
  g_assert_nonnull (preview);
  g_assert_null (xyb_print_preview_get_document (preview));
  close_preview (preview);
}

static void
test_choices (AppFixture *fixture, gconstpointer data)
{
  XybPrintPreview *preview;
  guint n_pages;

  xyb_window_show_page (fixture->window, "nomination");
  app_settle ();
  xyb_submission_page_select (XYB_SUBMISSION_PAGE (xyb_window_get_page (fixture->window)), ZHOUSHI);
  preview = print_page (fixture, "nomination");
  g_assert_cmpuint (xyb_print_preview_get_spec (preview)->unit_id, ==, ZHOUSHI);
  n_pages = xyb_print_view_get_n_pages (preview->view);
  g_assert_cmpuint (n_pages, ==, 1);
  /* 各区镇: a sheet for each of the eleven of 附件1. */
  xyb_print_preview_choose (preview, 1);
  wait_for_document (preview);
  g_assert_cmpuint (xyb_print_view_get_n_pages (preview->view), ==, 11);
  /* 空白表. */
  xyb_print_preview_choose (preview, 3);
  wait_for_document (preview);
  g_assert_cmpuint (xyb_print_view_get_n_pages (preview->view), ==, 1);
  close_preview (preview);
}

/* The whole city is looked at: it is printed, unless something else is chosen. */
static void
test_whole_city_first (AppFixture *fixture, gconstpointer data)
{
  XybPrintPreview *preview;

  xyb_window_show_page (fixture->window, "nomination");
  app_settle ();
  xyb_submission_page_select (XYB_SUBMISSION_PAGE (xyb_window_get_page (fixture->window)), 0);
  preview = print_page (fixture, "nomination");
  g_assert_cmpint (xyb_print_preview_get_spec (preview)->kind, ==, XYB_EXPORT_MERGED);
  xyb_print_preview_choose (preview, 1);
  g_assert_cmpint (xyb_print_preview_get_spec (preview)->kind, ==, XYB_EXPORT_ALL);
  xyb_print_preview_choose (preview, 2);
  g_assert_cmpint (xyb_print_preview_get_spec (preview)->kind, ==, XYB_EXPORT_BLANK);
  wait_for_document (preview);
  close_preview (preview);
}

/* What is open as a form, and the list as it is filtered. */
static void
test_enterprises (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "名录.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  XybPrintPreview *preview;
  XybEnterpriseList *list;

  xyb_window_show_page (fixture->window, "enterprise");
  app_settle ();
  list = xyb_enterprise_page_get_list (XYB_ENTERPRISE_PAGE (xyb_window_get_page (fixture->window)));
  xyb_enterprise_list_set_district (list, ZHOUSHI);
  app_settle ();
  preview = print_page (fixture, "enterprise");
  g_assert_cmpstr (xyb_document_get_title (xyb_print_preview_get_document (preview)), ==,
                   "企业登记表");
  g_assert_cmpuint (xyb_print_view_get_n_pages (preview->view), ==, 1);
  xyb_print_preview_choose (preview, 1);
  wait_for_document (preview);
  xyb_document_write_pdf (xyb_print_preview_get_document (preview), path, NULL, &error);
  g_assert_no_error (error);
  text = read_text (path);
  g_assert_nonnull (strstr (text, "周市镇"));
  g_assert_null (strstr (text, "锦溪镇"));
  close_preview (preview);
}

static void
test_log (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "记录.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  XybPrintPreview *preview;

  xyb_plan_store_set_quota (fixture->store, DEMO_YEAR, ZHOUSHI, XYB_TRACK_CITY_MODEL, 3, &error);
  g_assert_no_error (error);
  preview = print_page (fixture, "data");
  xyb_document_write_pdf (xyb_print_preview_get_document (preview), path, NULL, &error);
  g_assert_no_error (error);
  text = read_text (path);
  g_assert_nonnull (strstr (text, "示范企业数：空 → 3"));
  close_preview (preview);
}

static void
test_pages (AppFixture *fixture, gconstpointer data)
{
  XybPrintPreview *preview = print_page (fixture, "nomination");

  xyb_print_preview_choose (preview, 1);
  wait_for_document (preview);
  g_assert_false (can (preview, "previous"));
  act (preview, "next");
  g_assert_cmpuint (xyb_print_view_get_page (preview->view), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (preview->page_entry), "１１");
  g_signal_emit_by_name (preview->page_entry, "activate");
  app_settle ();
  g_assert_cmpuint (xyb_print_view_get_page (preview->view), ==, 10);
  g_assert_false (can (preview, "next"));
  /* What is no page changes nothing. */
  gtk_editable_set_text (GTK_EDITABLE (preview->page_entry), "第几页");
  g_signal_emit_by_name (preview->page_entry, "activate");
  app_settle ();
  g_assert_cmpuint (xyb_print_view_get_page (preview->view), ==, 10);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (preview->page_entry)), ==, "11");
  close_preview (preview);
}

static void
test_zoom (AppFixture *fixture, gconstpointer data)
{
  XybPrintPreview *preview = print_page (fixture, "quota");
  GtkAdjustment *across;

  zoom_to (preview, "100");
  g_assert_cmpint (xyb_print_view_get_percent (preview->view), ==, 100);
  act (preview, "zoom-in");
  g_assert_cmpint (xyb_print_view_get_percent (preview->view), >, 100);
  act (preview, "zoom-out");
  g_assert_cmpint (xyb_print_view_get_percent (preview->view), ==, 100);
  g_object_get (preview->view, "hadjustment", &across, NULL);
  zoom_to (preview, "width");
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=,
                     gtk_adjustment_get_page_size (across) + 1);
  zoom_to (preview, "400");
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, gtk_adjustment_get_page_size (across));
  g_object_unref (across);
  close_preview (preview);
}

/* QUO-01: the same question as before an export. */
static void
test_mismatch (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "预览.pdf", NULL);
  g_autofree char *text = NULL;
  XybPrintPreview *preview;
  GtkWindow *question;

  xyb_plan_store_set_quota (fixture->store, DEMO_YEAR, ZHOUSHI, XYB_TRACK_ACCREDITATION, 7, &error);
  g_assert_no_error (error);
  xyb_window_show_page (fixture->window, "quota");
  app_settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);
  app_settle ();
  g_assert_null (app_find_window (XYB_TYPE_PRINT_PREVIEW));
  question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "export");
  app_settle ();
  preview = XYB_PRINT_PREVIEW (app_find_window (XYB_TYPE_PRINT_PREVIEW));
  g_assert_nonnull (preview);
  wait_for_document (preview);
  xyb_document_write_pdf (xyb_print_preview_get_document (preview), path, NULL, &error);
  g_assert_no_error (error);
  text = read_text (path);
  g_assert_nonnull (strstr (text, "注：各区镇贯标企业数合计 65 家，与方案目标 66 家相差 1 家。"));
  close_preview (preview);
}

/* An undo in the window behind is on the paper too. */
static void
test_change_behind (AppFixture *fixture, gconstpointer data)
{
  XybPrintPreview *preview = print_page (fixture, "quota");
  g_autoptr (GError) error = NULL;
  XybDocument *before = xyb_document_ref (xyb_print_preview_get_document (preview));

  xyb_plan_store_set_quota (fixture->store, DEMO_YEAR, ZHOUSHI, XYB_TRACK_CITY_MODEL, 1, &error);
  g_assert_no_error (error);
  app_settle ();
  wait_for_document (preview);
  g_assert_true (xyb_print_preview_get_document (preview) != before);
  xyb_document_unref (before);
  close_preview (preview);
}

/* ---- into a file ---- */

static void
save (XybPrintPreview *preview, const char *path)
{
  xyb_print_preview_save_to (preview, path);
  while (xyb_print_preview_is_busy (preview))
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
}

static void
test_save (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "附件2.pdf", NULL);
  g_autofree char *sizes = NULL;
  XybPrintPreview *preview = print_page (fixture, "nomination");

  xyb_print_preview_choose (preview, 1);
  wait_for_document (preview);
  save (preview, path);
  sizes = read_sizes (path);
  g_assert_nonnull (strstr (sizes, "11 size:  841.89 x 595.276 pts (A4)"));
  g_assert_null (strstr (sizes, "12 size"));
  g_assert_cmpstr (xyb_toaster_get_sentence (preview->toaster), ==, "已保存 附件2.pdf");
  close_preview (preview);
}

static void
test_save_fails (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "没有", "附件1.pdf", NULL);
  XybPrintPreview *preview = print_page (fixture, "quota");
  GtkWindow *dialog;

  save (preview, path);
  dialog = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (strlen (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog))), >, 0);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "ok");
  app_settle ();
  g_assert_true (can (preview, "save"));
  close_preview (preview);
}

/* A folder of that name is not replaced. */
static void
test_old_file_stays (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "附件1.pdf", NULL);
  g_autofree char *inside = g_build_filename (folder, "在用", NULL);
  XybPrintPreview *preview = print_page (fixture, "quota");
  GtkWindow *dialog;

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  save (preview, folder);
  g_assert_true (g_file_test (inside, G_FILE_TEST_IS_DIR));
  dialog = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "ok");
  app_settle ();
  close_preview (preview);
}

/* ---- onto paper ---- */

typedef struct
{
  gboolean over;
  gboolean printed;
  char *sentence;
} Outcome;

static void
finished_cb (XybPrintJob *job, gboolean printed, const char *sentence, Outcome *outcome)
{
  outcome->over = TRUE;
  outcome->printed = printed;
  outcome->sentence = g_strdup (sentence);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static Outcome
print_to (AppFixture *fixture, XybDocument *document, const char *path)
{
  g_autoptr (XybPrintJob) job = xyb_print_job_new (document, "附件");
  Outcome outcome = { 0 };

  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), &outcome);
  xyb_print_job_run_to_file (job, GTK_WINDOW (fixture->window), path);
  while (!outcome.over)
    g_main_context_iteration (NULL, TRUE);
  return outcome;
}

/* The print dialog's own preview button leads back here, and nothing is printed. */
static void
test_dialog_preview (AppFixture *fixture, gconstpointer data)
{
  XybExportSpec spec = { XYB_EXPORT_ALL, DEMO_YEAR };
  g_autoptr (GError) error = NULL;
  g_autoptr (XybDocument) document = xyb_office_document_new (fixture->store, &spec, &error);
  g_autoptr (XybPrintJob) job = NULL;
  Outcome outcome = { 0 };
  guint n_previews = 0;

  g_assert_no_error (error);
  job = xyb_print_job_new (document, "附件2");
  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), &outcome);
  g_signal_connect_swapped (job, "preview", G_CALLBACK (count_cb), &n_previews);
  xyb_print_job_preview (job, GTK_WINDOW (fixture->window));
  while (!outcome.over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_previews, ==, 1);
  g_assert_false (outcome.printed);
  g_assert_null (outcome.sentence);
}

static void
assert_same_pages (const char *one, const char *other)
{
  g_autofree char *text = read_text (one);
  g_autofree char *other_text = read_text (other);
  g_autofree char *sizes = read_sizes (one);
  g_autofree char *other_sizes = read_sizes (other);
  g_autofree char *picture = read_picture (one);
  g_autofree char *other_picture = read_picture (other);

  g_assert_cmpstr (sizes, ==, other_sizes);
  g_assert_cmpstr (text, ==, other_text);
  g_assert_cmpstr (picture, ==, other_picture);
}

static void
assert_printed_as_saved (AppFixture *fixture, XybDocument *document)
{
  g_autofree char *printed = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *saved = g_build_filename (fixture->folder, "saved.pdf", NULL);
  g_autoptr (GError) error = NULL;
  Outcome outcome = print_to (fixture, document, printed);

  g_assert_true (outcome.printed);
  g_assert_null (outcome.sentence);
  xyb_document_write_pdf (document, saved, NULL, &error);
  g_assert_no_error (error);
  assert_same_pages (printed, saved);
}

static void
test_paper (AppFixture *fixture, gconstpointer data)
{
  const XybExportKind kinds[] = { XYB_EXPORT_QUOTA, XYB_EXPORT_ALL, XYB_EXPORT_MERGED };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      XybExportSpec spec = { kinds[i], DEMO_YEAR };
      g_autoptr (GError) error = NULL;
      g_autoptr (XybDocument) document = xyb_office_document_new (fixture->store, &spec, &error);

      g_assert_no_error (error);
      assert_printed_as_saved (fixture, document);
    }
}

/* Upright and lying sheets in one document come out of the printer as they are. */
static void
test_mixed_paper (AppFixture *fixture, gconstpointer data)
{
  XybFlow *flow = xyb_flow_new ();
  g_autoptr (XybDocument) document = NULL;

  xyb_flow_start_sheet (flow, XYB_SHEET_PORTRAIT);
  xyb_document_add_title (flow, "纵向", 0);
  xyb_flow_start_sheet (flow, XYB_SHEET_LANDSCAPE);
  xyb_document_add_title (flow, "横向", 0);
  xyb_flow_start_sheet (flow, XYB_SHEET_PORTRAIT);
  xyb_document_add_title (flow, "又是纵向", 0);
  document = xyb_document_new (flow, "纵横");
  assert_printed_as_saved (fixture, document);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/print/the-quota-page-prints-one-sheet", test_quota);
  ADD ("/print/the-overview-prints-the-progress", test_progress);
  ADD ("/print/a-preview-closed-before-its-sheets-came", test_closed_early);
  ADD ("/print/a-choice-shows-another-document", test_choices);
  ADD ("/print/the-whole-city-first-where-it-is-looked-at", test_whole_city_first);
  ADD ("/print/one-enterprise-and-the-list-as-filtered", test_enterprises);
  ADD ("/print/the-log-says-what-became-what", test_log);
  ADD ("/print/pages-are-turned-and-typed", test_pages);
  ADD ("/print/zoom", test_zoom);
  ADD ("/print/a-sum-that-is-not-the-target-is-asked-about-and-noted", test_mismatch);
  ADD ("/print/what-changes-behind-is-shown", test_change_behind);
  ADD ("/print/a-pdf-is-saved", test_save);
  ADD ("/print/a-pdf-that-cannot-be-saved-says-so", test_save_fails);
  ADD ("/print/what-was-there-stays", test_old_file_stays);
  ADD ("/print/the-dialog-s-preview-prints-nothing", test_dialog_preview);
  ADD ("/print/paper-gets-what-the-pdf-gets", test_paper);
  ADD ("/print/upright-and-lying-sheets-in-one-print", test_mixed_paper);
  return g_test_run ();
}
