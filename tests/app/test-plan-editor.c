/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-plan-editor.h"
#include "xyb-plan-store.h"
#include "xyb-quota-page.h"

/* 年度方案内容 of the sample's 2020, through the window's own action. */

#define JOIN XYB_TRACK_ACCREDITATION
#define CITY XYB_TRACK_CITY_MODEL
#define NAME 1 /* column of the name */

static XybPlanEditor *
open_editor (AppFixture *fixture)
{
  XybPlanEditor *editor;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-plan", NULL);
  app_settle ();
  editor = XYB_PLAN_EDITOR (app_find_window (XYB_TYPE_PLAN_EDITOR));
  g_assert_nonnull (editor);
  return editor;
}

static XybPlanEditor *
open_list (AppFixture *fixture, XybPlanPart part, XybTrack track)
{
  XybPlanEditor *editor = open_editor (fixture);

  xyb_plan_editor_show (editor, part, track);
  app_settle ();
  return editor;
}

static XybPlan *
plan_2020 (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  XybPlan *plan = xyb_plan_store_get (fixture->store, DEMO_YEAR, &error);

  g_assert_no_error (error);
  return plan;
}

static gpointer
row_of (const XybPlan *plan, XybPlanPart part, XybTrack track, guint row)
{
  g_autoptr (GPtrArray) rows = xyb_plan_list_rows (plan, part, track);

  return row < rows->len ? rows->pdata[row] : NULL;
}

/* Types into a cell and goes on with Enter. */
static void
type (XybPlanEditor *editor, guint row, guint column, const char *text)
{
  XybSheet *sheet = xyb_plan_editor_get_sheet (editor);

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  g_assert_true (xyb_sheet_set_cursor (sheet, row, column));
  g_assert_true (xyb_sheet_start_edit (sheet));
  gtk_editable_set_text (GTK_EDITABLE (xyb_sheet_get_text (sheet)), text);
  xyb_sheet_commit (sheet);
  app_settle ();
}

static void
click (XybPlanEditor *editor, const char *label)
{
  GtkWidget *button = app_find_button (GTK_WIDGET (editor), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  app_settle ();
}

static void
assert_undo (AppFixture *fixture, const char *label)
{
  g_autofree char *last = xyb_store_peek_undo (fixture->store);

  g_assert_cmpstr (last, ==, label);
}

static void
turn (XybPlanEditor *editor, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (editor), action, NULL);
  app_settle ();
}

/* Typed, kept at once, told, and taken back. */
static void
test_typed_and_undone (AppFixture *fixture, gconstpointer data)
{
  XybPlanEditor *editor = open_list (fixture, XYB_PLAN_CONDITIONS, JOIN);
  g_autofree char *before = xyb_store_peek_undo (fixture->store);
  g_autoptr (XybPlan) changed = NULL;

  type (editor, 1, 3, "3");
  changed = plan_2020 (fixture);
  g_assert_cmpint (((XybPlanCondition *) row_of (changed, XYB_PLAN_CONDITIONS, JOIN, 1))->number,
                   ==, 3);
  g_assert_cmpstr (xyb_plan_editor_get_done (editor), ==,
                   "2020年贯标条件“正常生产经营2年以上”：核对用的数 2 → 3");
  click (editor, "撤销");
  assert_undo (fixture, before);
  turn (editor, "plan.redo");
  assert_undo (fixture, "2020年贯标条件“正常生产经营2年以上”：核对用的数 2 → 3");
  turn (editor, "plan.undo");
  assert_undo (fixture, before);
  /* What was done before the editor opened is not undone here. */
  turn (editor, "plan.undo");
  assert_undo (fixture, before);
  gtk_window_close (GTK_WINDOW (editor));
}

/* A name in the last row adds one; it is moved up and taken out. */
static void
test_added_moved_removed (AppFixture *fixture, gconstpointer data)
{
  XybPlanEditor *editor = open_list (fixture, XYB_PLAN_MATERIALS, CITY);
  XybSheet *sheet = xyb_plan_editor_get_sheet (editor);
  guint row;
  guint column;

  click (editor, "增加一行");
  xyb_sheet_get_cursor (sheet, &row, &column);
  g_assert_cmpuint (row, ==, 10);
  g_assert_cmpuint (column, ==, NAME);
  gtk_editable_set_text (GTK_EDITABLE (xyb_sheet_get_text (sheet)), "荣誉证书复印件");
  g_assert_true (xyb_sheet_commit (sheet));
  app_settle ();
  assert_undo (fixture, "2020年苏州市级示范材料：增加“荣誉证书复印件”");
  xyb_sheet_set_cursor (sheet, 10, NAME);
  click (editor, "上移");
  xyb_sheet_get_cursor (sheet, &row, &column);
  g_assert_cmpuint (row, ==, 9);
  assert_undo (fixture, "2020年苏州市级示范材料：“荣誉证书复印件”移到第 10 行");
  click (editor, "删去这一行");
  assert_undo (fixture, "2020年苏州市级示范材料：删去“荣誉证书复印件”");
  gtk_window_close (GTK_WINDOW (editor));
}

/* What is refused stays open in its cell, and the sentence stands above. */
static void
test_refused (AppFixture *fixture, gconstpointer data)
{
  XybPlanEditor *editor = open_list (fixture, XYB_PLAN_MILESTONES, 0);
  XybSheet *sheet = xyb_plan_editor_get_sheet (editor);
  g_autofree char *before = xyb_store_peek_undo (fixture->store);

  type (editor, 2, 3, "2020-02-30");
  g_assert_true (xyb_sheet_is_open (sheet));
  g_assert_nonnull (strstr (xyb_plan_editor_get_problem (editor), "截止日期"));
  assert_undo (fixture, before);
  /* Neither another list nor closing passes over it. */
  xyb_plan_editor_show (editor, XYB_PLAN_STEPS, JOIN);
  app_settle ();
  g_assert_true (xyb_sheet_is_open (sheet));
  gtk_window_close (GTK_WINDOW (editor));
  app_settle ();
  g_assert_nonnull (app_find_window (XYB_TYPE_PLAN_EDITOR));
  gtk_editable_set_text (GTK_EDITABLE (xyb_sheet_get_text (sheet)), "2020年4月20日");
  g_assert_true (xyb_sheet_commit (sheet));
  g_assert_cmpstr (xyb_plan_editor_get_problem (editor), ==, "");
  gtk_window_close (GTK_WINDOW (editor));
}

/* What enterprises are at stays, and it is said how many. */
static void
test_used_stage (AppFixture *fixture, gconstpointer data)
{
  XybPlanEditor *editor = open_list (fixture, XYB_PLAN_STAGES, JOIN);

  xyb_sheet_set_cursor (xyb_plan_editor_get_sheet (editor), 0, NAME);
  click (editor, "删去这一行");
  g_assert_nonnull (strstr (xyb_plan_editor_get_problem (editor), "家企业到过阶段“推荐”"));
  gtk_window_close (GTK_WINDOW (editor));
}

/* What may stand in a cell is there to be chosen. */
static void
test_chosen (AppFixture *fixture, gconstpointer data)
{
  XybPlanEditor *editor = open_list (fixture, XYB_PLAN_STAGES, JOIN);
  GtkDropDown *choice = NULL;
  g_autoptr (XybPlan) plan = NULL;

  xyb_sheet_set_cursor (xyb_plan_editor_get_sheet (editor), 4, 6); /* 材料提交, 对应时限 */
  app_settle ();
  choice = GTK_DROP_DOWN (app_find (GTK_WIDGET (editor), GTK_TYPE_DROP_DOWN, 0));
  g_assert_true (gtk_widget_is_visible (GTK_WIDGET (choice)));
  gtk_drop_down_set_selected (choice, 6); /* behind the blank: DL-06 */
  app_settle ();
  plan = plan_2020 (fixture);
  g_assert_cmpstr (((XybPlanStage *) row_of (plan, XYB_PLAN_STAGES, JOIN, 4))->milestone, ==,
                   "DL-06");
  g_assert_nonnull (strstr (xyb_plan_editor_get_words (editor), "8月15日前"));
  gtk_window_close (GTK_WINDOW (editor));
}

static const struct
{
  XybPlanPart part;
  XybTrack track;
  guint row;
  guint column;
  const char *words;
} sentences[] = {
  { XYB_PLAN_STAGES, JOIN, 2, 1, "日期就是附件2里的“已签约”日期" },
  { XYB_PLAN_CONDITIONS, JOIN, 1, 3, "成立日期" },
  { XYB_PLAN_MATERIALS, CITY, 2, 1, "与第 9 项是同一张表" },
  { XYB_PLAN_STEPS, JOIN, 10, 1, "至少 2 次才算完成" },
  { XYB_PLAN_MILESTONES, 0, 2, 1, "“前”含当天" },
};

/* Below the sheet stands what the row does; AMB-14 is read as the box says. */
static void
test_sentences (AppFixture *fixture, gconstpointer data)
{
  XybPlanEditor *editor = open_editor (fixture);
  GtkWidget *before;

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      xyb_plan_editor_show (editor, sentences[i].part, sentences[i].track);
      xyb_sheet_set_cursor (xyb_plan_editor_get_sheet (editor), sentences[i].row,
                            sentences[i].column);
      app_settle ();
      if (strstr (xyb_plan_editor_get_words (editor), sentences[i].words) == NULL)
        g_error ("no “%s” in “%s”", sentences[i].words, xyb_plan_editor_get_words (editor));
    }
  before = app_find (GTK_WIDGET (editor), GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (before), FALSE);
  app_settle ();
  g_assert_nonnull (strstr (xyb_plan_editor_get_words (editor), "“前”不含当天"));
  click (editor, "撤销");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (before)));
  gtk_window_close (GTK_WINDOW (editor));
}

/* A block from Excel is one revision, or nothing. */
static void
test_pasted (AppFixture *fixture, gconstpointer data)
{
  XybPlanEditor *editor = open_list (fixture, XYB_PLAN_MILESTONES, 0);
  XybSheet *sheet = xyb_plan_editor_get_sheet (editor);
  g_autoptr (XybPlan) plan = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  xyb_sheet_set_cursor (sheet, 1, 2);
  g_assert_true (
    xyb_sheet_paste_text (sheet, "2020-05-01\t2020-05-10\t5月上旬\n\t2020-05-15\t5月15日前\n"));
  app_settle ();
  plan = plan_2020 (fixture);
  g_assert_cmpstr (((XybMilestone *) plan->milestones->pdata[1])->starts_on, ==, "2020-05-01");
  g_assert_cmpstr (((XybMilestone *) plan->milestones->pdata[1])->date_text, ==, "5月上旬");
  g_assert_cmpstr (((XybMilestone *) plan->milestones->pdata[2])->due_on, ==, "2020-05-15");
  assert_undo (fixture, "2020年时限：修改 5 处");
  xyb_sheet_set_cursor (sheet, 1, 2);
  g_assert_false (xyb_sheet_paste_text (sheet, "2020-06-01\t2020-05-10\n"));
  assert_undo (fixture, "2020年时限：修改 5 处");
  g_assert_nonnull (strstr (xyb_plan_editor_get_problem (editor), "晚于截止日期"));
  gtk_window_close (GTK_WINDOW (editor));
}

/* A list from Excel or WPS pasted into the blank row becomes rows, with all their fields or none.
 */
static void
test_list_pasted (AppFixture *fixture, gconstpointer data)
{
  XybPlanEditor *editor = open_list (fixture, XYB_PLAN_MATERIALS, XYB_TRACK_PROVINCE_MODEL);
  XybSheet *sheet = xyb_plan_editor_get_sheet (editor);
  g_autoptr (XybPlan) plan = NULL;
  const XybPlanMaterial *second;

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  xyb_sheet_set_cursor (sheet, 0, NAME);
  g_assert_true (xyb_sheet_paste_text (sheet, "推荐表\t盖章\t是\t\n信用报告\t\t\t是\n"));
  app_settle ();
  assert_undo (fixture, "2020年省级示范材料：增加 2 行");
  plan = plan_2020 (fixture);
  second = row_of (plan, XYB_PLAN_MATERIALS, XYB_TRACK_PROVINCE_MODEL, 1);
  g_assert_cmpstr (second->name, ==, "信用报告");
  g_assert_false (second->required);
  g_assert_true (second->has_validity);
  xyb_sheet_set_cursor (sheet, 2, NAME);
  g_assert_false (xyb_sheet_paste_text (sheet, "新的\n推荐表\n"));
  g_assert_nonnull (strstr (xyb_plan_editor_get_problem (editor), "同名"));
  assert_undo (fixture, "2020年省级示范材料：增加 2 行");
  gtk_window_close (GTK_WINDOW (editor));
}

/* 指标分解 leads to it. */
static void
test_from_quota_page (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  xyb_window_show_page (fixture->window, "quota");
  app_settle ();
  button = app_find_button (GTK_WIDGET (xyb_window_get_page (fixture->window)), "方案内容");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_settle ();
  g_assert_nonnull (app_find_window (XYB_TYPE_PLAN_EDITOR));
  gtk_window_close (GTK_WINDOW (app_find_window (XYB_TYPE_PLAN_EDITOR)));
}

/* Every column is in sight at 1366 × 768. */
static void
test_all_columns (AppFixture *fixture, gconstpointer data)
{
  XybPlanEditor *editor = open_editor (fixture);

  for (XybPlanPart part = XYB_PLAN_STAGES; part <= XYB_PLAN_MILESTONES; part++)
    {
      GtkAdjustment *across;

      xyb_plan_editor_show (editor, part, JOIN);
      app_settle ();
      across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (xyb_plan_editor_get_sheet (editor)));
      g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=,
                         gtk_adjustment_get_page_size (across));
    }
  gtk_window_close (GTK_WINDOW (editor));
}

#define plan_test(path, func)                                                                      \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  plan_test ("/plan-editor/typed-and-undone", test_typed_and_undone);
  plan_test ("/plan-editor/added-moved-removed", test_added_moved_removed);
  plan_test ("/plan-editor/refused", test_refused);
  plan_test ("/plan-editor/a-used-stage-stays", test_used_stage);
  plan_test ("/plan-editor/chosen-from-a-list", test_chosen);
  plan_test ("/plan-editor/what-a-row-does", test_sentences);
  plan_test ("/plan-editor/pasted", test_pasted);
  plan_test ("/plan-editor/a-list-pasted", test_list_pasted);
  plan_test ("/plan-editor/from-the-quota-page", test_from_quota_page);
  plan_test ("/plan-editor/all-columns", test_all_columns);
  return g_test_run ();
}
