/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "app-fixture.h"
#include "assessment-scenes.h"
#include "xyb-ask-dialog.h"
#include "xyb-assessment-store.h"
#include "xyb-scheme-editor.h"
#include "xyb-snapshot-window.h"

/* A clerk fills in 考核 with keys, asks why, keeps a snapshot, settles the year. */

#define REMARK_COLUMN 11
#define FULL_COLUMN 12
#define DEDUCTION_COLUMN 13
#define SCORE_COLUMN 14

static XybAssessmentPage *
open_departments (AppFixture *fixture)
{
  return assessment_show (fixture, XYB_UNIT_KIND_DEPARTMENT);
}

static XybAssessmentPage *
get_page (AppFixture *fixture)
{
  return XYB_ASSESSMENT_PAGE (xyb_window_get_page (fixture->window));
}

static XybSheet *
get_sheet (AppFixture *fixture)
{
  return xyb_assessment_page_get_sheet (get_page (fixture));
}

static void
press (AppFixture *fixture, guint keyval, GdkModifierType state)
{
  app_press (GTK_WIDGET (get_sheet (fixture)), keyval, state);
}

static guint
n_rows (AppFixture *fixture)
{
  return xyb_sheet_model_get_n_rows (xyb_sheet_get_model (get_sheet (fixture)));
}

static guint
row_of (AppFixture *fixture, const char *unit)
{
  XybSheetModel *model = xyb_sheet_get_model (get_sheet (fixture));

  for (guint row = 0; row < n_rows (fixture); row++)
    {
      g_autofree char *name = xyb_sheet_model_dup_text (model, row, 0);

      if (g_str_equal (name, unit))
        return row;
    }
  g_error ("%s is not in view", unit);
}

/* What the sheet prints there. */
static void
assert_printed (AppFixture *fixture, const char *unit, guint column, const char *text)
{
  g_autofree char *stands = xyb_sheet_model_dup_copy (xyb_sheet_get_model (get_sheet (fixture)),
                                                      row_of (fixture, unit), column);

  g_assert_cmpstr (stands, ==, text);
}

/* What is stored, whatever the page shows. */
static XybMarkKind
stored (AppFixture *fixture, const char *unit, guint indicator)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybAssessment) assessment
    = xyb_assessment_store_load (fixture->store, DEMO_YEAR, XYB_UNIT_KIND_DEPARTMENT, &error);
  const XybIndicator *info;

  g_assert_no_error (error);
  info = assessment->scheme->indicators->pdata[indicator - 1];
  for (guint i = 0; i < assessment->scheme->units->len; i++)
    {
      const XybSchemeUnit *found = assessment->scheme->units->pdata[i];
      const XybMark *mark;

      if (!g_str_equal (found->unit_name, unit))
        continue;
      if (!xyb_scheme_unit_applies (found, info->id))
        return XYB_MARK_NOT_APPLICABLE;
      mark = xyb_marks_get (assessment->marks, found->unit_id, info->id);
      return mark != NULL ? mark->kind : XYB_MARK_UNSAID;
    }
  g_assert_not_reached ();
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

static void
undo (AppFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  app_settle ();
}

static void
select_range (AppFixture *fixture, const char *unit, guint column, guint rows, guint columns)
{
  const XybSheetRange range = { row_of (fixture, unit), column, rows, columns };

  g_assert_true (xyb_sheet_select_range (get_sheet (fixture), &range));
  app_settle ();
}

/* ---- the grid ---- */

static void
test_one_key_a_mark (AppFixture *fixture, gconstpointer data)
{
  guint before;

  open_departments (fixture);
  before = count_revisions (fixture);
  assessment_go (fixture, "审计局", 1);
  press (fixture, GDK_KEY_v, 0);
  g_assert_cmpint (stored (fixture, "审计局", 1), ==, XYB_MARK_DONE);
  assert_printed (fixture, "审计局", 1, "√");
  press (fixture, GDK_KEY_asterisk, GDK_SHIFT_MASK);
  g_assert_cmpint (stored (fixture, "审计局", 1), ==, XYB_MARK_OPEN);
  press (fixture, GDK_KEY_minus, 0);
  g_assert_cmpint (stored (fixture, "审计局", 1), ==, XYB_MARK_NOT_APPLICABLE);
  assert_printed (fixture, "审计局", FULL_COLUMN, "1.10");
  press (fixture, GDK_KEY_v, 0);
  assert_printed (fixture, "审计局", FULL_COLUMN, "1.30");
  assessment_go (fixture, "审计局", 10);
  press (fixture, GDK_KEY_0, 0);
  g_assert_cmpint (stored (fixture, "审计局", 10), ==, XYB_MARK_NO_EVENT);
  g_assert_cmpuint (count_revisions (fixture), ==, before + 5);
}

static void
type (AppFixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (xyb_sheet_get_text (get_sheet (fixture))), text);
  press (fixture, GDK_KEY_Return, 0);
}

static void
test_points_are_live (AppFixture *fixture, gconstpointer data)
{
  open_departments (fixture);
  assessment_go (fixture, "交通运输局", 9);
  type (fixture, "缺1次");
  assert_printed (fixture, "交通运输局", 9, "*");
  assert_printed (fixture, "交通运输局", DEDUCTION_COLUMN, "-0.05");
  assert_printed (fixture, "交通运输局", SCORE_COLUMN, "1.45");
  assessment_go (fixture, "交通运输局", REMARK_COLUMN);
  type (fixture, "宣传缺1次");
  assert_printed (fixture, "交通运输局", REMARK_COLUMN, "宣传缺1次");
  assessment_go (fixture, "应急管理局", 8);
  type (fixture, "1");
  assert_printed (fixture, "应急管理局", 8, "1");
  g_assert_cmpint (stored (fixture, "应急管理局", 8), ==, XYB_MARK_COUNT);
}

/* A column filled with one key is one revision, and 非考核项 in it stays. */
static void
test_range (AppFixture *fixture, gconstpointer data)
{
  guint before;

  open_departments (fixture);
  before = count_revisions (fixture);
  select_range (fixture, "组织部", 2, 8, 1);
  press (fixture, GDK_KEY_v, 0);
  g_assert_cmpuint (count_revisions (fixture), ==, before + 1);
  assert_printed (fixture, "组织部", 2, "非考核项");
  assert_printed (fixture, "宣传部 (文明办、网信办)", 2, "√");
  undo (fixture);
  assert_printed (fixture, "宣传部 (文明办、网信办)", 2, "*");
  assessment_go (fixture, "发改委", 4);
  press (fixture, GDK_KEY_v, 0);
  select_range (fixture, "发改委", 4, 3, 1);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  assert_printed (fixture, "科技局", 4, "√");
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpint (stored (fixture, "科技局", 4), ==, XYB_MARK_UNSAID);
}

/* As it comes from Excel: other ticks, full width stars; what does not fit is refused whole. */
static void
test_paste (AppFixture *fixture, gconstpointer data)
{
  guint before;

  open_departments (fixture);
  assessment_go (fixture, "教育局", 1);
  before = count_revisions (fixture);
  g_assert_true (xyb_sheet_paste_text (get_sheet (fixture), "✓\t＊\n✔\t√\n"));
  app_settle ();
  g_assert_cmpuint (count_revisions (fixture), ==, before + 1);
  assert_printed (fixture, "教育局", 1, "√");
  assert_printed (fixture, "教育局", 2, "*");
  assert_printed (fixture, "科技局", 2, "√");
  assessment_go (fixture, "公安局", 1);
  g_assert_false (xyb_sheet_paste_text (get_sheet (fixture), "√\t好\n"));
  app_settle ();
  assert_printed (fixture, "公安局", 1, "*");
  g_assert_true (g_pattern_match_simple ("公安局：考核指标“*”的“好”*",
                                         xyb_toaster_get_sentence (fixture->window->toaster)));
  undo (fixture);
  assert_printed (fixture, "教育局", 1, "*");
}

/* The printed table copied with its heads from Excel goes where its words say; a unit nobody knows
 * is listed, never made. */
static void
test_paste_whole_table (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "grid_2020_bumen.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) broken = NULL;
  guint before;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  broken = g_string_new (text);
  g_string_replace (broken, "应急管理局", "应急管里局", 1);
  open_departments (fixture);
  before = count_revisions (fixture);
  assessment_go (fixture, "组织部", 1);
  g_assert_false (xyb_sheet_paste_text (get_sheet (fixture), broken->str));
  app_settle ();
  g_assert_cmpuint (count_revisions (fixture), ==, before);
  gtk_window_destroy (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  app_settle ();
  g_assert_true (xyb_sheet_paste_text (get_sheet (fixture), text));
  app_settle ();
  g_assert_cmpuint (count_revisions (fixture), ==, before + 1);
  assert_printed (fixture, "应急管理局", 8, "1");
  assert_printed (fixture, "税务局", 8, "1");
  assert_printed (fixture, "消防大队", 10, "无");
  undo (fixture);
  g_assert_true (xyb_assessment_page_import (get_page (fixture), path));
  app_settle ();
  assert_printed (fixture, "应急管理局", 8, "1");
}

static void
test_only_open (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (open_departments (fixture));

  select_range (fixture, "烟草专卖局", 1, 1, 9);
  press (fixture, GDK_KEY_v, 0);
  gtk_widget_activate_action (page, "assessment.only-open", NULL);
  app_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 53);
  /* The last * of a unit goes: it stays in view until the filter is asked again. */
  select_range (fixture, "消防大队", 1, 1, 9);
  press (fixture, GDK_KEY_v, 0);
  g_assert_cmpuint (n_rows (fixture), ==, 53);
  gtk_widget_activate_action (page, "assessment.only-open", NULL);
  app_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 54);
}

static void
test_search (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (open_departments (fixture));
  GtkWidget *entry;

  g_assert_true (xyb_page_start_search (XYB_PAGE (page)));
  entry = app_find (page, GTK_TYPE_SEARCH_ENTRY, 2); /* after those of two drop-downs */
  gtk_editable_set_text (GTK_EDITABLE (entry), "yjglj");
  g_signal_emit_by_name (entry, "search-changed");
  app_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 1);
  assert_printed (fixture, "应急管理局", 0, "应急管理局");
  g_signal_emit_by_name (entry, "stop-search");
  app_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 54);
}

/* ---- 「为什么」 ---- */

static void
assert_says (AppFixture *fixture, const char *words)
{
  g_autofree char *text
    = xyb_why_panel_dup_text (xyb_assessment_page_get_panel (get_page (fixture)));

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

static void
test_why (AppFixture *fixture, gconstpointer data)
{
  assessment_fill (fixture, XYB_UNIT_KIND_DEPARTMENT);
  open_departments (fixture);
  assessment_go (fixture, "应急管理局", 8);
  press (fixture, GDK_KEY_Return, 0);
  assert_says (fixture, "应急管理局 · 奖惩案例");
  assert_says (fixture, "已收到 1 条");
  assert_says (fixture, "说明第 6 条");
  assert_says (fixture, "每季 1 条 × ");
  assert_says (fixture, "存入第 1 期快照");
  assessment_go (fixture, "交通运输局", 9);
  app_settle ();
  assert_says (fixture, "未完成 1 次");
  assert_says (fixture, "0.15 / 0.2");
  assessment_go (fixture, "交通运输局", SCORE_COLUMN);
  app_settle ();
  assert_says (fixture, "得分：1.5 − 0.05 = 1.45 分");
}

/* Points that somebody decides: amount, reason and who, not from the sheet alone (AMB-08). */
static void
test_manual_amount (AppFixture *fixture, gconstpointer data)
{
  XybAssessmentPage *page = assessment_show (fixture, XYB_UNIT_KIND_DISTRICT);
  GtkWidget *panel = GTK_WIDGET (xyb_assessment_page_get_panel (page));
  XybMarkForm *form = xyb_why_panel_get_form (XYB_WHY_PANEL (panel));

  assessment_go (fixture, "张浦镇", 6);
  type (fixture, "5");
  g_assert_true (xyb_sheet_is_open (get_sheet (fixture)));
  press (fixture, GDK_KEY_Escape, 0);
  press (fixture, GDK_KEY_Return, 0);
  gtk_editable_set_text (GTK_EDITABLE (app_find (GTK_WIDGET (form), GTK_TYPE_ENTRY, 0)), "5");
  g_signal_emit_by_name (form, "apply");
  app_settle ();
  assert_printed (fixture, "张浦镇", 6, "");
  assert_says (fixture, "视情扣分要说明原因");
  gtk_editable_set_text (GTK_EDITABLE (app_find (GTK_WIDGET (form), GTK_TYPE_ENTRY, 1)),
                         "通报一起合同诈骗");
  gtk_editable_set_text (GTK_EDITABLE (app_find (GTK_WIDGET (form), GTK_TYPE_ENTRY, 2)),
                         "办公室主任");
  g_signal_emit_by_name (form, "apply");
  app_settle ();
  assert_printed (fixture, "张浦镇", 6, "有");
  assert_printed (fixture, "张浦镇", 9, "-5");
  undo (fixture);
  assert_printed (fixture, "张浦镇", 6, "");
}

static XybAskDialog *
find_dialog (void)
{
  GtkWindow *dialog = app_find_window (XYB_TYPE_ASK_DIALOG);

  g_assert_nonnull (dialog);
  return XYB_ASK_DIALOG (dialog);
}

static void
fill_entry (XybAskDialog *dialog, guint index, const char *text)
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

/* 情况说明 turns * into 已说明 in the same revision. */
static void
test_explain (AppFixture *fixture, gconstpointer data)
{
  XybAssessmentPage *page = open_departments (fixture);
  XybAskDialog *dialog;

  assessment_go (fixture, "信访局", 3);
  press (fixture, GDK_KEY_Return, 0);
  g_signal_emit_by_name (xyb_assessment_page_get_panel (page), "explain", (gint64) 0);
  dialog = find_dialog ();
  accept (dialog);
  g_assert_cmpstr (xyb_ask_dialog_get_problem (dialog), !=, "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (
                              app_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, 0))),
                            "条线未出台评价标准", -1);
  accept (dialog);
  g_assert_null (app_find_window (XYB_TYPE_ASK_DIALOG));
  g_assert_cmpint (stored (fixture, "信访局", 3), ==, XYB_MARK_EXPLAINED);
  assert_printed (fixture, "信访局", 3, "*");
  assert_says (fixture, "条线未出台评价标准");
  undo (fixture);
  g_assert_cmpint (stored (fixture, "信访局", 3), ==, XYB_MARK_UNSAID);
}

/* The register proposes, the clerk decides; what she does not want stays on record. */
static void
test_proposal (AppFixture *fixture, gconstpointer data)
{
  XybAssessmentPage *page = assessment_show (fixture, XYB_UNIT_KIND_DISTRICT);
  GtkWidget *panel = GTK_WIDGET (xyb_assessment_page_get_panel (page));

  assessment_go (fixture, "花桥经济开发区", 4);
  press (fixture, GDK_KEY_Return, 0);
  assert_says (fixture, "建议");
  g_signal_emit_by_name (app_find_button (panel, "不采用"), "clicked");
  app_settle ();
  assert_says (fixture, "不采用：");
  assert_printed (fixture, "花桥经济开发区", 4, "*");
  undo (fixture);
  assert_says (fixture, "建议");
}

/* ---- snapshots and settlement ---- */

static void
activate (AppFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), action, NULL));
  app_settle ();
}

static void
test_snapshot (AppFixture *fixture, gconstpointer data)
{
  XybSheetModel *model;
  g_auto (XybSheetCell) cell = { 0 };

  open_departments (fixture);
  activate (fixture, "assessment.snapshot");
  accept (find_dialog ());
  g_assert_null (app_find_window (XYB_TYPE_ASK_DIALOG));
  /* The same issue twice is refused; the number proposed is the next. */
  activate (fixture, "assessment.snapshot");
  fill_entry (find_dialog (), 0, "1");
  accept (find_dialog ());
  g_assert_nonnull (strstr (xyb_ask_dialog_get_problem (find_dialog ()), "第 1 期"));
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  app_settle ();
  assessment_go (fixture, "审计局", 1);
  press (fixture, GDK_KEY_v, 0);
  model = xyb_sheet_get_model (get_sheet (fixture));
  xyb_sheet_model_fill_cell (model, row_of (fixture, "审计局"), 1, &cell);
  g_assert_true ((cell.flags & XYB_SHEET_CELL_CORNER) != 0);
}

/* What was printed stays, whatever happens since; what changed is listed with its direction. */
static void
test_snapshots_compared (AppFixture *fixture, gconstpointer data)
{
  XybSnapshotWindow *window;
  XybSheetModel *frozen;
  g_autofree char *then = NULL;
  g_autofree char *changes = NULL;

  open_departments (fixture);
  activate (fixture, "assessment.snapshot");
  accept (find_dialog ());
  assessment_go (fixture, "审计局", 1);
  press (fixture, GDK_KEY_v, 0);
  assessment_go (fixture, "教育局", 10);
  press (fixture, GDK_KEY_0, 0);
  activate (fixture, "assessment.snapshots");
  window = XYB_SNAPSHOT_WINDOW (app_find_window (XYB_TYPE_SNAPSHOT_WINDOW));
  frozen = xyb_sheet_get_model (XYB_SHEET (app_find (GTK_WIDGET (window), XYB_TYPE_SHEET, 0)));
  g_assert_cmpuint (xyb_sheet_model_get_n_rows (frozen), ==, 54);
  then = xyb_sheet_model_dup_text (frozen, row_of (fixture, "审计局"), 1);
  g_assert_cmpstr (then, ==, "*");
  g_assert_false (xyb_sheet_model_is_editable (frozen, 0, 1));
  xyb_snapshot_window_compare_with (window, 1);
  app_settle ();
  changes = xyb_snapshot_window_dup_changes (window);
  g_assert_true (g_str_has_prefix (changes, "共 2 处不同"));
  gtk_window_close (GTK_WINDOW (window));
  app_settle ();
}

static void
tick (XybAskDialog *dialog)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                 app_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, 0)),
                               TRUE);
}

/* Settling asks what stays open, freezes the table, and is taken back with a reason only. */
static void
test_settle (AppFixture *fixture, gconstpointer data)
{
  XybAskDialog *dialog;

  assessment_fill (fixture, XYB_UNIT_KIND_DEPARTMENT);
  open_departments (fixture);
  activate (fixture, "assessment.settle");
  dialog = find_dialog ();
  fill_entry (dialog, 0, "示例科长");
  accept (dialog);
  g_assert_cmpstr (xyb_ask_dialog_get_problem (dialog), !=, "");
  tick (dialog);
  accept (dialog);
  g_assert_null (app_find_window (XYB_TYPE_ASK_DIALOG));
  assessment_go (fixture, "审计局", 1);
  press (fixture, GDK_KEY_v, 0);
  assert_printed (fixture, "审计局", 1, "*");
  activate (fixture, "assessment.reopen");
  dialog = find_dialog ();
  accept (dialog);
  g_assert_cmpstr (xyb_ask_dialog_get_problem (dialog), !=, "");
  fill_entry (dialog, 0, "审计局补报材料");
  accept (dialog);
  press (fixture, GDK_KEY_v, 0);
  assert_printed (fixture, "审计局", 1, "√");
}

/* ---- the scheme ---- */

static XybSchemeEditor *
open_editor (AppFixture *fixture, const char *part)
{
  XybSchemeEditor *editor;

  activate (fixture, "assessment.edit-scheme");
  editor = XYB_SCHEME_EDITOR (app_find_window (XYB_TYPE_SCHEME_EDITOR));
  xyb_scheme_editor_show_part (editor, part);
  app_settle ();
  return editor;
}

static void
write_cell (XybSchemeEditor *editor, guint row, guint column, const char *text)
{
  XybSheet *sheet = xyb_scheme_editor_get_sheet (editor);

  g_assert_true (xyb_sheet_set_cursor (sheet, row, column));
  g_assert_true (xyb_sheet_paste_text (sheet, text));
  app_settle ();
}

/* Points that the notes do not say are named; stored as one revision, the page shows them. */
static void
test_edit_scheme (AppFixture *fixture, gconstpointer data)
{
  XybSchemeEditor *editor;
  guint before;

  open_departments (fixture);
  before = count_revisions (fixture);
  editor = open_editor (fixture, "indicators");
  write_cell (editor, 0, 1, "0.4");
  xyb_scheme_editor_show_part (editor, "check");
  app_settle ();
  g_assert_nonnull (strstr (xyb_scheme_editor_get_problem (editor), "说明第 1 条写的是 0.3 分"));
  xyb_scheme_editor_show_part (editor, "units");
  app_settle ();
  write_cell (editor, row_of (fixture, "教育局"), 1, "非考核项");
  g_assert_true (xyb_scheme_editor_save (editor));
  app_settle ();
  g_assert_cmpuint (count_revisions (fixture), ==, before + 1);
  assert_printed (fixture, "教育局", 1, "非考核项");
  assert_printed (fixture, "教育局", FULL_COLUMN, "1.30");
  assert_printed (fixture, "科技局", FULL_COLUMN, "1.70");
  undo (fixture);
  assert_printed (fixture, "科技局", FULL_COLUMN, "1.50");
}

/* An indicator that has marks does not go quietly. */
static void
test_indicator_in_use (AppFixture *fixture, gconstpointer data)
{
  XybSchemeEditor *editor;

  open_departments (fixture);
  assessment_go (fixture, "教育局", 1);
  press (fixture, GDK_KEY_v, 0);
  editor = open_editor (fixture, "indicators");
  g_assert_true (xyb_sheet_set_cursor (xyb_scheme_editor_get_sheet (editor), 0, 0));
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (editor), "删去这一行"), "clicked");
  app_settle ();
  g_assert_false (xyb_scheme_editor_save (editor));
  g_assert_cmpstr (xyb_scheme_editor_get_problem (editor), !=, "");
  gtk_window_close (GTK_WINDOW (editor));
  app_settle ();
  assert_printed (fixture, "教育局", 1, "√");
}

static void
test_copy_scheme (AppFixture *fixture, gconstpointer data)
{
  xyb_office_set_year (xyb_window_get_office (fixture->window), 2019);
  open_departments (fixture);
  g_assert_null (xyb_assessment_page_get_state (get_page (fixture)));
  activate (fixture, "assessment.copy-scheme");
  accept (find_dialog ());
  g_assert_null (app_find_window (XYB_TYPE_ASK_DIALOG));
  g_assert_cmpuint (n_rows (fixture), ==, 54);
  undo (fixture);
  g_assert_null (xyb_assessment_page_get_state (get_page (fixture)));
}

static void
test_settlement_view (AppFixture *fixture, gconstpointer data)
{
  XybAssessmentPage *page = open_departments (fixture);

  assert_printed (fixture, "教育局", SCORE_COLUMN, "1.50");
  xyb_assessment_page_set_phase (page, XYB_PHASE_SETTLEMENT);
  app_settle ();
  /* Everything is lost but what four cases of 0.05 leave of the 0.3 for them. */
  assert_printed (fixture, "教育局", SCORE_COLUMN, "0.10");
  g_assert_cmpint (stored (fixture, "教育局", 1), ==, XYB_MARK_UNSAID);
  xyb_assessment_page_set_phase (page, XYB_PHASE_INTERIM);
  app_settle ();
  assert_printed (fixture, "教育局", SCORE_COLUMN, "1.50");
}

static void
test_show_record (AppFixture *fixture, gconstpointer data)
{
  XybAssessmentPage *page = assessment_show (fixture, XYB_UNIT_KIND_DISTRICT);
  const XybAssessmentState *state = xyb_assessment_page_get_state (open_departments (fixture));
  gint64 unit_id = xyb_assessment_state_get_unit (state, 20)->unit_id;
  guint row;
  guint column;

  xyb_assessment_page_show_kind (page, XYB_UNIT_KIND_DISTRICT);
  xyb_page_show_record (XYB_PAGE (page), unit_id);
  app_settle ();
  g_assert_cmpint (xyb_assessment_page_get_kind (page), ==, XYB_UNIT_KIND_DEPARTMENT);
  xyb_sheet_get_cursor (get_sheet (fixture), &row, &column);
  g_assert_cmpuint (row, ==, 20);
}

/* An evening of marks taken back one by one is the morning's table again. */
static void
test_undo_to_the_start (AppFixture *fixture, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_v, GDK_KEY_asterisk, GDK_KEY_minus };
  g_autoptr (GRand) random = g_rand_new_with_seed (20200114);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint done = 0;

  open_departments (fixture);
  before
    = xyb_assessment_table_freeze (xyb_assessment_page_get_state (get_page (fixture))->printed);
  for (guint i = 0; i < 60; i++)
    {
      guint revisions = count_revisions (fixture);

      xyb_sheet_set_cursor (get_sheet (fixture), (guint) g_rand_int_range (random, 0, 54),
                            (guint) g_rand_int_range (random, 1, 10));
      press (fixture, keys[g_rand_int_range (random, 0, G_N_ELEMENTS (keys))], 0);
      done += count_revisions (fixture) - revisions;
    }
  g_assert_cmpuint (done, >, 20);
  for (; done > 0; done--)
    undo (fixture);
  after = xyb_assessment_table_freeze (xyb_assessment_page_get_state (get_page (fixture))->printed);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)
  ADD ("/assessment/one-key-a-mark", test_one_key_a_mark);
  ADD ("/assessment/points-are-live", test_points_are_live);
  ADD ("/assessment/range-and-fill", test_range);
  ADD ("/assessment/paste-from-excel", test_paste);
  ADD ("/assessment/a-whole-table-pasted-or-imported", test_paste_whole_table);
  ADD ("/assessment/only-open", test_only_open);
  ADD ("/assessment/search-by-initials", test_search);
  ADD ("/assessment/why", test_why);
  ADD ("/assessment/manual-amount-needs-reason", test_manual_amount);
  ADD ("/assessment/explained-with-a-text", test_explain);
  ADD ("/assessment/records-propose", test_proposal);
  ADD ("/assessment/snapshot", test_snapshot);
  ADD ("/assessment/snapshots-are-kept-and-compared", test_snapshots_compared);
  ADD ("/assessment/settle-and-reopen", test_settle);
  ADD ("/assessment/the-scheme-is-edited-as-one-revision", test_edit_scheme);
  ADD ("/assessment/an-indicator-with-marks-stays", test_indicator_in_use);
  ADD ("/assessment/a-scheme-is-copied-to-another-year", test_copy_scheme);
  ADD ("/assessment/settlement-is-a-view", test_settlement_view);
  ADD ("/assessment/shows-a-unit", test_show_record);
  ADD ("/assessment/undo-to-the-start", test_undo_to_the_start);
  return g_test_run ();
}
