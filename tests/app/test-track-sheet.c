/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "track-sheet-fixture.h"
#include "xyb-apply-pane.h"
#include "xyb-ask-dialog.h"
#include "xyb-conditions-card.h"
#include "xyb-field-row.h"
#include "xyb-move-dialog.h"
#include "xyb-moves-card.h"
#include "xyb-next-strip.h"
#include "xyb-plan-store.h"
#include "xyb-result-card.h"
#include "xyb-stage-track.h"
#include "xyb-track-year.h"

/* The sheet of the enterprise of mockup 06, as a clerk works on it. */

static GtkWidget *
open_sheet (AppFixture *fixture)
{
  return GTK_WIDGET (sheet_open (fixture, sheet_add_enterprise (fixture)));
}

static XybStageTrack *
stages_of (GtkWidget *page)
{
  return XYB_STAGE_TRACK (app_find (page, XYB_TYPE_STAGE_TRACK, 0));
}

static XybCardList *
conditions_of (GtkWidget *page)
{
  return xyb_conditions_card_get_list (
    XYB_CONDITIONS_CARD (app_find (page, XYB_TYPE_CONDITIONS_CARD, 0)));
}

static XybCardList *
moves_of (GtkWidget *page)
{
  return xyb_moves_card_get_list (XYB_MOVES_CARD (app_find (page, XYB_TYPE_MOVES_CARD, 0)));
}

static XybCardList *
results_of (GtkWidget *page)
{
  return xyb_result_card_get_list (XYB_RESULT_CARD (app_find (page, XYB_TYPE_RESULT_CARD, 0)));
}

static const char *
title_of (XybCardList *list, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (xyb_card_list_get_list (list), index);

  g_assert_nonnull (row);
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}

static const char *
caption_of (XybCardList *list, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (xyb_card_list_get_list (list), index);

  g_assert_nonnull (row);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

/* As the clerk does with Enter. */
static void
activate_row (XybCardList *list, int index)
{
  GtkWidget *row
    = GTK_WIDGET (gtk_list_box_get_row_at_index (xyb_card_list_get_list (list), index));

  gtk_widget_grab_focus (row);
  gtk_widget_activate (row);
  app_settle ();
}

static void
click (GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (app_find_button (root, label), "clicked");
  app_settle ();
}

static GtkWidget *
ask_dialog (void)
{
  GtkWindow *dialog = app_find_window (XYB_TYPE_ASK_DIALOG);

  g_assert_nonnull (dialog);
  return GTK_WIDGET (dialog);
}

static void
assert_no_dialog (void)
{
  g_assert_null (app_find_window (XYB_TYPE_ASK_DIALOG));
  g_assert_null (app_find_window (XYB_TYPE_MOVE_DIALOG));
}

static void
type (GtkWidget *dialog, guint index, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (app_find (dialog, GTK_TYPE_ENTRY, index)), text);
}

static void
accept (GtkWidget *dialog)
{
  xyb_ask_dialog_accept (XYB_ASK_DIALOG (dialog));
  app_settle ();
}

static void
assert_refused (GtkWidget *dialog, const char *about)
{
  const char *problem = xyb_ask_dialog_get_problem (XYB_ASK_DIALOG (dialog));

  if (strstr (problem, about) == NULL)
    g_error ("no “%s” in “%s”", about, problem);
}

static void
do_action (GtkWidget *page, const char *action)
{
  g_assert_true (gtk_widget_activate_action (page, action, NULL));
  app_settle ();
}

static gint64
stage_id (AppFixture *fixture, XybTrack track, const char *name)
{
  const XybPlan *plan = xyb_office_get_plan (xyb_window_get_office (fixture->window));

  return xyb_plan_find_stage (plan, track, name)->id;
}

/* The place of a stage in the bar is reached by the arrow keys. */
static void
go_to_stage (AppFixture *fixture, GtkWidget *page, const char *name)
{
  XybStageTrack *stages = stages_of (page);
  gint64 wanted = stage_id (fixture, XYB_TRACK_ACCREDITATION, name);

  gtk_widget_grab_focus (GTK_WIDGET (stages));
  app_press (GTK_WIDGET (stages), GDK_KEY_Home, 0);
  for (int i = 0; i < 20 && xyb_stage_track_get_cursor (stages) != wanted; i++)
    app_press (GTK_WIDGET (stages), GDK_KEY_Right, 0);
  g_assert_cmpint (xyb_stage_track_get_cursor (stages), ==, wanted);
}

/* What the menu on it offers. */
static char *
dup_menu (GtkWidget *page)
{
  GtkWidget *popover = app_find (page, GTK_TYPE_POPOVER_MENU, 0);
  GMenuModel *model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover));
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, 0, G_MENU_LINK_SECTION);
  g_autoptr (GString) words = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (section); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_string_append_printf (words, "%s%s", i > 0 ? "|" : "", label);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_menu (AppFixture *fixture, GtkWidget *page, const char *stage, const char *menu)
{
  g_autofree char *words = NULL;

  go_to_stage (fixture, page, stage);
  app_press (GTK_WIDGET (stages_of (page)), GDK_KEY_Return, 0);
  words = dup_menu (page);
  g_assert_cmpstr (words, ==, menu);
}

static void
assert_stands_at (AppFixture *fixture, const char *name)
{
  XybTrackSheetPage *page = XYB_TRACK_SHEET_PAGE (xyb_window_get_page (fixture->window));
  const XybPlan *plan = xyb_office_get_plan (xyb_window_get_office (fixture->window));
  g_autoptr (XybTrackRecord) record
    = sheet_read (fixture, xyb_track_sheet_page_get_enterprise (page));

  g_assert_cmpstr (xyb_track_current (plan, record)->name, ==, name);
}

/* ---- what it says ---- */

static void
test_says_how_it_stands (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_sheet (fixture);
  XybNextStrip *strip = XYB_NEXT_STRIP (app_find (page, XYB_TYPE_NEXT_STRIP, 0));
  g_autofree char *subtitle = xyb_page_dup_subtitle (XYB_PAGE (page));

  g_assert_cmpstr (xyb_stage_track_get_words (stages_of (page)), ==,
                   "推荐，已办；名单确定，4月20日；签约，5月12日；实施，现在在这一步，5月20日起；"
                   "材料提交，还没有到；验收，还没有到，应8月15日前；通过，还没有到，应8月15日前");
  g_assert_cmpstr (xyb_next_strip_get_words (strip), ==,
                   "请企业重新出具第 1 项：《社会法人信用信息查询报告》 7月20日到期，已过 4 天 "
                   "8月15日前组织贯标验收，还有 22 天；另缺 2 项材料、1 次培训。");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (strip), "error"));
  app_find_button (GTK_WIDGET (strip), "登记新报告");
  g_assert_cmpstr (xyb_card_list_get_note (conditions_of (page)), ==, "符合 5 · 待核 1");
  g_assert_cmpstr (title_of (moves_of (page), 0), ==, "签约 → 实施");
  g_assert_true (g_str_has_prefix (subtitle, "2020 年贯标名单 · 第 "));
}

static void
test_reminder_is_copied (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_sheet (fixture);
  GdkContentProvider *content;
  g_auto (GValue) value = G_VALUE_INIT;

  click (page, "复制催办说明");
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (page));
  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_true (g_str_has_prefix (g_value_get_string (&value), TRACK_ENTERPRISE "：\n"));
  g_assert_nonnull (strstr (g_value_get_string (&value), "请重新出具"));
}

/* ---- conditions ---- */

/* §2.3: the clerk decides and says why, and may leave it to the records again. */
static void
test_condition_is_decided (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_sheet (fixture);
  XybCardList *list = conditions_of (page);
  GtkWidget *dialog;

  activate_row (list, 4);
  dialog = ask_dialog ();
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find (dialog, GTK_TYPE_DROP_DOWN, 0)), 1);
  accept (dialog);
  assert_refused (dialog, "核定理由");
  type (dialog, 0, "7月24日查信用中国，没有记录");
  accept (dialog);
  assert_no_dialog ();
  g_assert_cmpstr (xyb_card_list_get_note (list), ==, "符合 6");
  g_assert_cmpstr (caption_of (list, 4), ==, "已核定：7月24日查信用中国，没有记录");

  activate_row (list, 4);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find (ask_dialog (), GTK_TYPE_DROP_DOWN, 0)), 0);
  accept (ask_dialog ());
  g_assert_cmpstr (xyb_card_list_get_note (list), ==, "符合 5 · 待核 1");
  do_action (page, "win.undo");
  g_assert_cmpstr (xyb_card_list_get_note (list), ==, "符合 6");
}

/* ---- stages ---- */

static void
fill (GtkWidget *dialog, const char *field, const char *text)
{
  XybFieldRow *row = XYB_FIELD_ROW (app_find_field (dialog, field));

  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), text);
  xyb_field_row_commit (row);
  app_settle ();
}

static GtkWidget *
open_move (AppFixture *fixture, GtkWidget *page, const char *stage)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (page, "track.move", "x",
                                             stage_id (fixture, XYB_TRACK_ACCREDITATION, stage)));
  app_settle ();
  dialog = app_find_window (XYB_TYPE_MOVE_DIALOG);
  g_assert_nonnull (dialog);
  return GTK_WIDGET (dialog);
}

/* Forward, back with a reason, and what was done last taken back from 经过. */
static void
test_moves (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_sheet (fixture);
  GtkWidget *dialog;

  assert_menu (fixture, page, "材料提交", "登记到“材料提交”…");
  dialog = open_move (fixture, page, "材料提交");
  fill (dialog, "日期", "2020-07-22");
  click (dialog, "登记");
  assert_no_dialog ();
  assert_stands_at (fixture, "材料提交");
  g_assert_cmpstr (title_of (moves_of (page), 0), ==, "实施 → 材料提交");

  assert_menu (fixture, page, "签约", "改日期…|退回到“签约”…");
  dialog = open_move (fixture, page, "签约");
  click (dialog, "登记");
  g_assert_nonnull (app_find_window (XYB_TYPE_MOVE_DIALOG));
  fill (dialog, "理由", "服务机构更换");
  click (dialog, "登记");
  assert_no_dialog ();
  assert_stands_at (fixture, "签约");
  g_assert_cmpstr (title_of (moves_of (page), 0), ==, "退回：材料提交 → 签约");
  g_assert_nonnull (strstr (caption_of (moves_of (page), 0), "理由：服务机构更换"));

  click (GTK_WIDGET (moves_of (page)), "撤销");
  assert_stands_at (fixture, "材料提交");
  g_assert_cmpstr (title_of (moves_of (page), 0), ==, "实施 → 材料提交");
}

/* A day out of order is refused in the dialog, with what it clashes with; the right one is kept. */
static void
test_date_is_corrected (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_sheet (fixture);
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (page, "track.edit-stage", "x",
                                             stage_id (fixture, XYB_TRACK_ACCREDITATION, "签约")));
  app_settle ();
  dialog = ask_dialog ();
  type (dialog, 0, "2020-05-21");
  accept (dialog);
  assert_refused (dialog, "晚于“实施” 2020-05-20");
  type (dialog, 0, "5月十二");
  accept (dialog);
  assert_refused (dialog, "日期");
  type (dialog, 0, "2020年5月13日");
  accept (dialog);
  assert_no_dialog ();
  g_assert_nonnull (strstr (xyb_stage_track_get_words (stages_of (page)), "签约，5月13日；"));
  g_assert_cmpstr (title_of (moves_of (page), 0), ==, "签约 → 实施");
}

/* 通过 and 不通过 are one question, which opens the dialog; a result that is there can be
 * corrected, with its 文号. */
static void
test_result (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_sheet (fixture);
  XybCardList *results = results_of (page);
  GtkWidget *dialog;

  g_assert_cmpstr (title_of (results, 0), ==, "验收");
  g_assert_cmpstr (title_of (results, 1), ==, "结果");
  click (GTK_WIDGET (results), "不通过");
  dialog = GTK_WIDGET (app_find_window (XYB_TYPE_MOVE_DIALOG));
  fill (dialog, "日期", "2020-07-23");
  click (dialog, "登记");
  assert_no_dialog ();
  g_assert_cmpstr (title_of (results, 1), ==, "不通过");
  g_assert_cmpstr (caption_of (results, 1), ==, "2020年7月23日");
  assert_menu (fixture, page, "不通过", "改日期…|改为“通过”…");

  activate_row (results, 1);
  dialog = ask_dialog ();
  type (dialog, 0, "2020-07-22");
  accept (dialog);
  assert_no_dialog ();
  g_assert_cmpstr (caption_of (results, 1), ==, "2020年7月22日");
}

/* ---- from one to the next ---- */

static void
test_next_enterprise (AppFixture *fixture, gconstpointer data)
{
  gint64 id = sheet_add_enterprise (fixture);
  g_autoptr (GArray) ids = sheet_list_ids (fixture);
  XybTrackSheetPage *sheet = sheet_open (fixture, id);
  GtkWidget *page = GTK_WIDGET (sheet);
  guint place = 0;

  while (g_array_index (ids, gint64, place) != id)
    place++;
  g_assert_cmpuint (place, >, 0);
  do_action (page, "track.previous");
  g_assert_cmpint (xyb_track_sheet_page_get_enterprise (sheet), ==,
                   g_array_index (ids, gint64, place - 1));
  do_action (page, "track.next");
  g_assert_cmpint (xyb_track_sheet_page_get_enterprise (sheet), ==, id);
  /* At the first one there is no one before. */
  xyb_track_sheet_page_show (sheet, XYB_TRACK_ACCREDITATION, g_array_index (ids, gint64, 0), ids);
  gtk_widget_activate_action (page, "track.previous", NULL);
  g_assert_cmpint (xyb_track_sheet_page_get_enterprise (sheet), ==, g_array_index (ids, gint64, 0));
}

/* ---- another track ---- */

static void
test_applies_for_the_next_track (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_sheet (fixture);
  XybApplyPane *pane = XYB_APPLY_PANE (app_find (page, XYB_TYPE_APPLY_PANE, 0));
  g_autoptr (XybTrackRecord) record = NULL;

  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (pane)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_button (page, "市级示范")), TRUE);
  app_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (pane)));
  g_assert_nonnull (strstr (xyb_apply_pane_get_reasons (pane), "没有通过贯标验收的记录"));
  click (page, "仍要登记申报…");
  type (ask_dialog (), 0, "2020-08-01");
  accept (ask_dialog ());
  assert_refused (ask_dialog (), "还没有到");
  type (ask_dialog (), 0, "2020-04-20");
  accept (ask_dialog ());
  assert_no_dialog ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (pane)));
  g_assert_true (g_str_has_prefix (xyb_stage_track_get_words (stages_of (page)),
                                   "申报，现在在这一步，4月20日起；"));
  do_action (page, "win.undo");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (pane)));
}

/* ---- from 企业 ---- */

/* The register shows every track of every year, and leads to the sheet. */
static void
test_from_the_register (AppFixture *fixture, gconstpointer data)
{
  gint64 id = sheet_add_enterprise (fixture);
  XybStore *store = fixture->store;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, DEMO_YEAR, NULL);
  g_autoptr (GError) error = NULL;
  XybTrackSheetPage *page;
  GtkWidget *form;
  GtkWidget *year;

  xyb_progress_store_apply (store, plan, XYB_TRACK_CITY_MODEL, id, "2020-04-20", TRACK_TODAY,
                            &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go-to", "(sx)", "enterprise", id);
  app_settle ();
  form = GTK_WIDGET (xyb_window_get_page (fixture->window));
  g_assert_true (g_str_has_prefix (xyb_stage_track_get_words (stages_of (form)), "推荐，已办；"));
  year = app_find (form, XYB_TYPE_TRACK_YEAR, 1);
  g_assert_true (g_str_has_prefix (xyb_stage_track_get_words (stages_of (year)),
                                   "申报，现在在这一步，4月20日起；"));
  click (year, "打开…");
  page = XYB_TRACK_SHEET_PAGE (xyb_window_get_page (fixture->window));
  g_assert_cmpint (xyb_track_sheet_page_get_track (page), ==, XYB_TRACK_CITY_MODEL);
  g_assert_cmpint (xyb_track_sheet_page_get_enterprise (page), ==, id);
}

/* The cards stand side by side where there is room, and never make the page wider than it is. */
static void
test_fits_the_window (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_sheet (fixture);
  int least = 0;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 760);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("XYB_TODAY", TRACK_TODAY, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/track-sheet/says-how-it-stands", test_says_how_it_stands);
  ADD ("/track-sheet/reminder-is-copied", test_reminder_is_copied);
  ADD ("/track-sheet/condition-is-decided", test_condition_is_decided);
  ADD ("/track-sheet/moves", test_moves);
  ADD ("/track-sheet/date-is-corrected", test_date_is_corrected);
  ADD ("/track-sheet/result", test_result);
  ADD ("/track-sheet/next-enterprise", test_next_enterprise);
  ADD ("/track-sheet/applies-for-the-next-track", test_applies_for_the_next_track);
  ADD ("/track-sheet/from-the-register", test_from_the_register);
  ADD ("/track-sheet/fits-the-window", test_fits_the_window);
  return g_test_run ();
}
