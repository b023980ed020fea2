/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "track-fixture.h"
#include "xyb-ask-dialog.h"
#include "xyb-attachment-store.h"
#include "xyb-field-row.h"
#include "xyb-material-dialog.h"
#include "xyb-material-row.h"
#include "xyb-materials-card.h"

static XybMaterialsCard *
card_of (TrackFixture *fixture)
{
  return XYB_MATERIALS_CARD (fixture->card);
}

static void
open_card (TrackFixture *fixture)
{
  track_show_card (fixture, xyb_materials_card_new ());
}

static XybMaterialRow *
row_of (TrackFixture *fixture, guint number)
{
  return XYB_MATERIAL_ROW (
    app_find (GTK_WIDGET (fixture->card), XYB_TYPE_MATERIAL_ROW, number - 1));
}

static void
assert_row (TrackFixture *fixture, guint number, const char *tag, const char *caption)
{
  g_assert_cmpstr (xyb_material_row_get_tag (row_of (fixture, number)), ==, tag);
  g_assert_cmpstr (xyb_material_row_get_caption (row_of (fixture, number)), ==, caption);
}

static void
set_state (TrackFixture *fixture, gint64 id, const char *state)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "material.set-state", "(xs)", id, state);
  app_settle ();
}

static void
undo (TrackFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->app.window), "win.undo", NULL);
  app_settle ();
}

static void
wait (TrackFixture *fixture)
{
  while (xyb_materials_card_is_busy (card_of (fixture)))
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
}

static void
drop (TrackFixture *fixture, gint64 id, const char *path)
{
  const char *const paths[] = { path, NULL };

  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "material.take-files", "(x^as)", id,
                              paths);
  wait (fixture);
}

/* What is kept of a material. */
static XybMaterial *
kept (TrackFixture *fixture, gint64 id)
{
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) now = track_read (fixture, &plan);

  for (guint i = 0; i < now->materials->len; i++)
    {
      const XybMaterial *material = now->materials->pdata[i];

      if (material->material_id == id)
        return xyb_material_copy (material);
    }
  return xyb_material_new (id);
}

/* Too long for a toast: it has to be read. */
static char *
told (void)
{
  GtkWindow *question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  char *sentence;

  g_assert_nonnull (question);
  sentence = g_strdup (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)));
  gtk_window_destroy (question);
  app_settle ();
  return sentence;
}

/* ---- what is shown ---- */

/* Mockup 06. */
static void
test_rows (TrackFixture *fixture, gconstpointer data)
{
  open_card (fixture);
  assert_row (fixture, 1, "已过期", "有效期至 7月20日，已过 4 天");
  assert_row (fixture, 2, "已收", "7月10日收到");
  assert_row (fixture, 3, "缺", "");
  assert_row (fixture, 4, "已收", "4月10日收到");
  assert_row (fixture, 5, "已退回", "退回：缺应收账款台账");
  assert_row (fixture, 6, "已齐", "4月10日收到");
  assert_row (fixture, 7, "—", "没有要求");
  g_assert_nonnull (app_find_button (GTK_WIDGET (fixture->card), "收到的都标为“齐”"));
}

/* ---- states ---- */

static void
test_quick_states (TrackFixture *fixture, gconstpointer data)
{
  open_card (fixture);
  set_state (fixture, MATERIAL_ASSESSMENT, "received");
  assert_row (fixture, 3, "已收", "7月24日收到");
  set_state (fixture, MATERIAL_ASSESSMENT, "complete");
  assert_row (fixture, 3, "已齐", "7月24日收到");
  set_state (fixture, MATERIAL_ASSESSMENT, "missing");
  assert_row (fixture, 3, "缺", "");
  undo (fixture);
  assert_row (fixture, 3, "已齐", "7月24日收到");
}

static void
test_all_complete_is_one_revision (TrackFixture *fixture, gconstpointer data)
{
  open_card (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "material.complete-all", NULL);
  app_settle ();
  assert_row (fixture, 1, "已过期", "有效期至 7月20日，已过 4 天");
  assert_row (fixture, 2, "已齐", "7月10日收到");
  assert_row (fixture, 4, "已齐", "4月10日收到");
  undo (fixture);
  assert_row (fixture, 2, "已收", "7月10日收到");
  assert_row (fixture, 4, "已收", "4月10日收到");
}

/* ---- the form ---- */

static XybMaterialDialog *
dialog (void)
{
  app_settle ();
  return XYB_MATERIAL_DIALOG (app_find_window (XYB_TYPE_MATERIAL_DIALOG));
}

static XybFieldRow *
type_into (XybMaterialDialog *form, const char *title, const char *text)
{
  XybFieldRow *row = XYB_FIELD_ROW (app_find_field (GTK_WIDGET (form), title));

  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), text);
  return row;
}

static void
test_sending_back_needs_a_reason (TrackFixture *fixture, gconstpointer data)
{
  XybMaterialDialog *form;

  open_card (fixture);
  set_state (fixture, MATERIAL_SUMMARY, "returned");
  form = dialog ();
  g_assert_nonnull (form);
  xyb_material_dialog_accept (form);
  g_assert_cmpstr (xyb_material_dialog_get_problem (form), ==,
                   "退回「企业贯标工作总结报告」要写明原因，企业才知道改什么。");
  assert_row (fixture, 2, "已收", "7月10日收到");
  type_into (form, "退回原因", "没有盖章");
  xyb_material_dialog_accept (form);
  app_settle ();
  assert_row (fixture, 2, "已退回", "退回：没有盖章");
}

/* 「登记新报告」 of 下一步: the new paper has dates of its own. */
static void
test_a_new_report (TrackFixture *fixture, gconstpointer data)
{
  XybMaterialDialog *form;
  XybFieldRow *row;

  open_card (fixture);
  g_assert_false (xyb_track_card_act (fixture->card, XYB_ACT_STEP, STEP_TRAINING));
  g_assert_true (xyb_track_card_act (fixture->card, XYB_ACT_MATERIAL, MATERIAL_REPORT));
  form = dialog ();
  row = XYB_FIELD_ROW (app_find_field (GTK_WIDGET (form), "有效期至"));
  g_assert_cmpstr (xyb_field_row_get_text (row), ==, "");
  type_into (form, "出具日期", "2020.7.22");
  type_into (form, "有效期至", "2020-07-21");
  xyb_material_dialog_accept (form);
  g_assert_true (
    g_str_has_suffix (xyb_material_dialog_get_problem (form), "有效期至早于出具日期，请核对。"));
  type_into (form, "有效期至", "2020-10-22");
  xyb_material_dialog_accept (form);
  app_settle ();
  assert_row (fixture, 1, "已收", "有效期至 10月22日");
}

/* Left, a date is looked at; what was typed stays to be mended. */
static void
test_a_wrong_date_is_told_on_leaving (TrackFixture *fixture, gconstpointer data)
{
  XybMaterialDialog *form;
  XybFieldRow *row;

  open_card (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "material.edit", "x", MATERIAL_SUMMARY);
  form = dialog ();
  row = type_into (form, "收到日期", "7月40日");
  xyb_field_row_commit (row);
  g_assert_true (xyb_field_row_is_refused (row));
  g_assert_cmpstr (xyb_field_row_get_text (row), ==, "7月40日");
  xyb_material_dialog_accept (form);
  g_assert_cmpstr (xyb_material_dialog_get_problem (form), !=, "");
  gtk_window_close (GTK_WINDOW (form));
  app_settle ();
  assert_row (fixture, 2, "已收", "7月10日收到");
}

/* ---- scans ---- */

static void
test_a_dropped_scan_brings_it_in (TrackFixture *fixture, gconstpointer data)
{
  g_autofree char *path = track_write_file (&fixture->app, "评估报告.pdf", "%PDF-1.4 示例");
  g_autofree char *copy = NULL;
  g_autoptr (XybMaterial) material = NULL;

  open_card (fixture);
  drop (fixture, MATERIAL_ASSESSMENT, path);
  assert_row (fixture, 3, "已收", "7月24日收到");
  material = kept (fixture, MATERIAL_ASSESSMENT);
  g_assert_cmpstr (material->file_name, ==, "评估报告.pdf");
  copy = xyb_attachment_store_dup_path (fixture->app.store, material->sha256);
  g_assert_nonnull (copy);
  undo (fixture);
  assert_row (fixture, 3, "缺", "");
}

typedef struct
{
  const char *name;
  void (*make) (const char *path);
  const char *sentence;
} BadFile;

static void
make_empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

/* Sparse: it takes no room. */
static void
make_huge (const char *path)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (ftruncate (fileno (file), (off_t) 2 * 1024 * 1024 * 1024), ==, 0);
  fclose (file);
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_nothing (const char *path)
{
}

static const BadFile bad_files[] = {
  { "空.pdf", make_empty, "「空.pdf」不能作附件：文件是空的（0 字节），请重新扫描。" },
  { "大.pdf", make_huge, "「大.pdf」不能作附件：文件超过 200 MB，请压缩或分开后再选。" },
  { "文件夹", make_folder, "「文件夹」不能作附件：它不是普通文件，请选择扫描件。" },
  { "没有了.pdf", make_nothing, "「没有了.pdf」不能作附件：找不到这个文件，请重新选择。" },
};

static void
test_bad_files (TrackFixture *fixture, gconstpointer data)
{
  open_card (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->app.folder, bad_files[i].name, NULL);
      XybMaterialDialog *form;

      bad_files[i].make (path);
      gtk_widget_activate_action (GTK_WIDGET (fixture->card), "material.edit", "x",
                                  (gint64) MATERIAL_ASSESSMENT);
      form = dialog ();
      xyb_material_dialog_choose_file (form, path);
      xyb_material_dialog_accept (form);
      while (xyb_material_dialog_is_busy (form))
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpstr (xyb_material_dialog_get_problem (form), ==, bad_files[i].sentence);
      gtk_window_close (GTK_WINDOW (form));
      app_settle ();
      assert_row (fixture, 3, "缺", "");
    }
}

/* Beside the office the folder of scans was lost: a sentence, and the record stays. */
static void
test_a_lost_scan_is_said (TrackFixture *fixture, gconstpointer data)
{
  g_autofree char *path = track_write_file (&fixture->app, "评估报告.pdf", "%PDF-1.4 示例");
  g_autofree char *copy = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (XybMaterial) material = NULL;

  open_card (fixture);
  drop (fixture, MATERIAL_ASSESSMENT, path);
  material = kept (fixture, MATERIAL_ASSESSMENT);
  copy = xyb_attachment_store_dup_path (fixture->app.store, material->sha256);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "material.open", "x",
                              (gint64) MATERIAL_ASSESSMENT);
  wait (fixture);
  sentence = told ();
  g_assert_nonnull (strstr (sentence, "「评估报告.pdf」的留存副本不在「office.xyb.attachments」"));
  assert_row (fixture, 3, "已收", "7月24日收到");
}

static void
test_several_scans (TrackFixture *fixture, gconstpointer data)
{
  g_autofree char *one = track_write_file (&fixture->app, "5 佐证材料.pdf", "一");
  g_autofree char *two = track_write_file (&fixture->app, "内部评估报告.pdf", "二");
  const char *const paths[] = { one, two, NULL };
  XybAskDialog *question;
  GtkCheckButton *check;

  open_card (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "material.take-files", "(x^as)",
                              (gint64) 0, paths);
  app_settle ();
  question = XYB_ASK_DIALOG (app_find_window (XYB_TYPE_ASK_DIALOG));
  g_assert_nonnull (question);
  check = GTK_CHECK_BUTTON (app_find (GTK_WIDGET (question), GTK_TYPE_CHECK_BUTTON, 0));
  gtk_check_button_set_active (check, TRUE);
  xyb_ask_dialog_accept (question);
  wait (fixture);
  assert_row (fixture, 3, "已齐", "7月24日收到");
  assert_row (fixture, 5, "已齐", "7月24日收到");
  undo (fixture);
  assert_row (fixture, 3, "缺", "");
  assert_row (fixture, 5, "已退回", "退回：缺应收账款台账");
}

int
main (int argc, char **argv)
{
  g_setenv ("XYB_TODAY", TRACK_TODAY, TRUE);
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                            \
  g_test_add ("/materials-card/" path, TrackFixture, NULL, track_fixture_set_up, func,             \
              track_fixture_tear_down)
  ADD ("rows", test_rows);
  ADD ("quick-states", test_quick_states);
  ADD ("all-complete-is-one-revision", test_all_complete_is_one_revision);
  ADD ("sending-back-needs-a-reason", test_sending_back_needs_a_reason);
  ADD ("a-new-report", test_a_new_report);
  ADD ("a-wrong-date-is-told-on-leaving", test_a_wrong_date_is_told_on_leaving);
  ADD ("a-dropped-scan-brings-it-in", test_a_dropped_scan_brings_it_in);
  ADD ("bad-files", test_bad_files);
  ADD ("a-lost-scan-is-said", test_a_lost_scan_is_said);
  ADD ("several-scans", test_several_scans);
  return g_test_run ();
}
