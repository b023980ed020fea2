/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-field-row.h"
#include "xyb-job-bar.h"
#include "xyb-move-dialog.h"
#include "xyb-office-document.h"
#include "xyb-office-store.h"
#include "xyb-progress-store.h"
#include "xyb-track-page.h"

#define TRACK XYB_TRACK_ACCREDITATION

static XybOffice *
office_of (AppFixture *fixture)
{
  return xyb_window_get_office (fixture->window);
}

static const XybPlan *
plan_of (AppFixture *fixture)
{
  return xyb_office_get_plan (office_of (fixture));
}

/* Those who stand at the stage, in the order of the list. */
static GArray *
list_at (AppFixture *fixture, const char *stage)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
    = xyb_progress_store_list (fixture->store, plan_of (fixture), TRACK, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const XybTrackRecord *record = records->pdata[i];

      if (g_strcmp0 (xyb_track_current (plan_of (fixture), record)->name, stage) == 0)
        g_array_append_val (ids, record->enterprise_id);
    }
  return ids;
}

static guint
count_at (AppFixture *fixture, const char *stage)
{
  g_autoptr (GArray) ids = list_at (fixture, stage);

  return ids->len;
}

static void
hand_in_all (AppFixture *fixture, gint64 id)
{
  g_autoptr (GPtrArray) materials = xyb_plan_list_materials (plan_of (fixture), TRACK);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* The plan is read anew after each. */
  for (guint i = 0; i < materials->len; i++)
    g_array_append_val (wanted, ((XybPlanMaterial *) materials->pdata[i])->id);
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XybTrackRecord) record
        = xyb_progress_store_get (fixture->store, plan_of (fixture), TRACK, id, &error);
      g_autoptr (XybMaterial) material = xyb_material_new (g_array_index (wanted, gint64, i));

      g_assert_no_error (error);
      material->state = XYB_MATERIAL_COMPLETE;
      material->received_on = g_strdup ("2020-07-10");
      xyb_progress_store_set_material (fixture->store, plan_of (fixture), record, material, NULL,
                                       "2020-08-20", &error);
      g_assert_no_error (error);
    }
}

/* ---- the dialog ---- */

static GtkWidget *
open_dialog (AppFixture *fixture, XybMoveDialog *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  app_settle ();
  return GTK_WIDGET (dialog);
}

static void
click (GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (app_find_button (root, label), "clicked");
  app_settle ();
}

static void
fill (GtkWidget *dialog, const char *field, const char *text)
{
  XybFieldRow *row = XYB_FIELD_ROW (app_find_field (dialog, field));

  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), text);
  xyb_field_row_commit (row);
  app_settle ();
}

static void
choose (GtkWidget *dialog, guint index)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find (dialog, GTK_TYPE_DROP_DOWN, 0)), index);
  app_settle ();
}

static gboolean
is_open (void)
{
  return app_find_window (XYB_TYPE_MOVE_DIALOG) != NULL;
}

/* Of three who are to be accepted one has handed in everything: the others are left out with one
 * click, it passes on the day and with the number that were typed, and undo takes it back. */
static void
test_acceptance (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "签约");
  guint accepted = count_at (fixture, "通过");
  g_autoptr (XybTrackRecord) record = NULL;
  const XybPlanStage *passed;
  GtkWidget *dialog;

  g_assert_cmpuint (ids->len, >=, 3);
  hand_in_all (fixture, g_array_index (ids, gint64, 1));
  dialog = open_dialog (fixture, xyb_move_dialog_new_result (office_of (fixture), TRACK,
                                                             (gint64 *) ids->data, 3));
  g_assert_false (gtk_widget_is_sensitive (app_find_button (dialog, "登记 3 家")));
  click (dialog, "移出这 2 家");
  fill (dialog, "日期", "2020年8月14日");
  fill (dialog, "文号", "昆信用办〔2020〕9号");
  click (dialog, "登记");
  g_assert_false (is_open ());
  g_assert_cmpuint (count_at (fixture, "通过"), ==, accepted + 1);
  record = xyb_progress_store_get (fixture->store, plan_of (fixture), TRACK,
                                   g_array_index (ids, gint64, 1), NULL);
  passed = xyb_track_current (plan_of (fixture), record);
  g_assert_cmpstr (passed->name, ==, "通过");
  g_assert_cmpstr (xyb_track_record_find (record, passed->id)->reached_on, ==, "2020-08-14");
  g_assert_cmpstr (xyb_track_record_find (record, passed->id)->number, ==, "昆信用办〔2020〕9号");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpuint (count_at (fixture, "通过"), ==, accepted);
}

/* The next stage is proposed; a day that is not over is not taken. */
static void
test_next_stage (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "名单确定");
  guint before = count_at (fixture, "签约");
  GtkWidget *dialog;

  g_assert_cmpuint (ids->len, >, 0);
  dialog = open_dialog (fixture, xyb_move_dialog_new (office_of (fixture), TRACK,
                                                      (gint64 *) ids->data, 1, NULL));
  fill (dialog, "日期", "2020-09-01");
  g_assert_false (gtk_widget_is_sensitive (app_find_button (dialog, "登记")));
  fill (dialog, "日期", "2020-05-12");
  click (dialog, "登记");
  g_assert_false (is_open ());
  g_assert_cmpuint (count_at (fixture, "签约"), ==, before + 1);
}

/* Going back is not done without a reason. */
static void
test_back (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "签约");
  guint before = count_at (fixture, "名单确定");
  GtkWidget *dialog;

  dialog = open_dialog (fixture, xyb_move_dialog_new (office_of (fixture), TRACK,
                                                      (gint64 *) ids->data, 2, NULL));
  choose (dialog, 1);
  click (dialog, "登记 2 家");
  g_assert_true (is_open ());
  g_assert_cmpuint (count_at (fixture, "名单确定"), ==, before);
  fill (dialog, "理由", "合同解除");
  click (dialog, "登记 2 家");
  g_assert_false (is_open ());
  g_assert_cmpuint (count_at (fixture, "名单确定"), ==, before + 2);
}

/* ---- the page ---- */

static XybTrackPage *
open_page (AppFixture *fixture)
{
  xyb_window_show_page (fixture->window, "track");
  app_settle ();
  return XYB_TRACK_PAGE (xyb_window_get_page (fixture->window));
}

static XybTrackList *
table_of (XybTrackPage *page)
{
  xyb_track_page_show_table (page, TRUE);
  app_settle ();
  return xyb_track_table_view_get_list (xyb_track_page_get_table (page));
}

/* Ids of everyone on the board, sorted. */
static GArray *
board_ids (XybTrackPage *page)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  XybTrackBoard *board = xyb_track_page_get_board (page);

  xyb_track_page_show_table (page, FALSE);
  app_settle ();
  for (guint c = 0; c < xyb_track_board_get_n_columns (board); c++)
    for (guint i = 0; i < xyb_track_list_get_n (xyb_track_board_get_column (board, c)); i++)
      g_array_append_val (
        ids, xyb_track_list_get_line (xyb_track_board_get_column (board, c), i)->enterprise_id);
  return ids;
}

static void
search (XybTrackPage *page, const char *text)
{
  GtkWidget *entry
    = app_find (GTK_WIDGET (xyb_track_page_get_filters (page)), GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  app_settle ();
}

static void
choose_filter (XybTrackPage *page, guint which, guint choice)
{
  GtkWidget *filter
    = app_find (GTK_WIDGET (xyb_track_page_get_filters (page)), GTK_TYPE_DROP_DOWN, which);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), choice);
  app_settle ();
}

/* Who is in the table is on the board, whatever is filtered for. */
static void
test_board_and_table (AppFixture *fixture, gconstpointer data)
{
  XybTrackPage *page = open_page (fixture);
  static const char *const words[] = { "", "yxgs", "电子", "没有这一家" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      XybTrackList *table = table_of (page);
      g_autoptr (GArray) ids = NULL;

      search (page, words[i]);
      ids = board_ids (page);
      g_assert_cmpuint (ids->len, ==, xyb_track_list_get_n (table));
      for (guint k = 0; k < ids->len; k++)
        g_assert_true (xyb_track_list_go_to (table, g_array_index (ids, gint64, k)));
    }
}

/* Filters narrow each other down, the sentence counts what is left, and clearing brings all back.
 */
static void
test_filters (AppFixture *fixture, gconstpointer data)
{
  XybTrackPage *page = open_page (fixture);
  XybTrackList *table = table_of (page);
  guint all = xyb_track_list_get_n (table);
  const GPtrArray *districts = xyb_office_get_districts (office_of (fixture));
  gint64 unit_id = ((XybUnit *) districts->pdata[4])->id;
  guint open = 0;

  choose_filter (page, 0, 5);
  g_assert_cmpuint (xyb_track_list_get_n (table), >, 0);
  g_assert_cmpuint (xyb_track_list_get_n (table), <, all);
  for (guint i = 0; i < xyb_track_list_get_n (table); i++)
    {
      g_assert_cmpint (xyb_track_list_get_line (table, i)->unit_id, ==, unit_id);
      open += xyb_track_list_get_line (table, i)->result == XYB_RESULT_OPEN ? 1 : 0;
    }
  g_assert_nonnull (strstr (xyb_track_page_get_counts (page), "（共 "));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_button (GTK_WIDGET (page), "只看在办")),
                                TRUE);
  app_settle ();
  g_assert_cmpuint (xyb_track_list_get_n (table), ==, open);
  click (GTK_WIDGET (page), "清除筛选");
  g_assert_cmpuint (xyb_track_list_get_n (table), ==, all);
  /* The stage is a choice of the table; 通过 has its own column on the board. */
  choose_filter (page, 1, 7);
  g_assert_cmpuint (xyb_track_list_get_n (table), ==, count_at (fixture, "通过"));
  xyb_track_page_show_table (page, FALSE);
  app_settle ();
  {
    g_autoptr (GArray) ids = board_ids (page);

    g_assert_cmpuint (ids->len, ==, all);
  }
}

/* Those who lack the material that was handed in by one are all but that one. */
static void
test_missing (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "签约");
  XybTrackPage *page;
  XybTrackList *table;
  guint before;

  page = open_page (fixture);
  table = table_of (page);
  choose_filter (page, 2, 1);
  before = xyb_track_list_get_n (table);
  hand_in_all (fixture, g_array_index (ids, gint64, 0));
  app_settle ();
  g_assert_cmpuint (xyb_track_list_get_n (table), ==, before - 1);
  g_assert_false (xyb_track_list_go_to (table, g_array_index (ids, gint64, 0)));
}

/* From the keyboard alone: to the neighbour, choose two, register the result; refused for what is
 * missing, then done for the one that has it, and taken back. */
static void
test_keyboard (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "签约");
  guint accepted = count_at (fixture, "通过");
  XybTrackPage *page;
  XybTrackBoard *board;
  XybTrackList *column;
  GtkWidget *dialog;

  hand_in_all (fixture, g_array_index (ids, gint64, 0));
  page = open_page (fixture);
  xyb_track_page_show_table (page, FALSE);
  app_settle ();
  board = xyb_track_page_get_board (page);
  g_assert_true (xyb_track_board_grab (board));
  app_press (GTK_WIDGET (xyb_track_board_get_column (board, 0)), GDK_KEY_Right, 0);
  app_press (GTK_WIDGET (xyb_track_board_get_column (board, 1)), GDK_KEY_Right, 0);
  column = xyb_track_board_get_column (board, 2);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (column)));
  app_press (GTK_WIDGET (column), GDK_KEY_Home, 0);
  app_press (GTK_WIDGET (column), GDK_KEY_space, 0);
  app_press (GTK_WIDGET (column), GDK_KEY_Down, 0);
  app_press (GTK_WIDGET (column), GDK_KEY_space, 0);
  g_assert_cmpuint (xyb_track_selection_get_n (xyb_track_page_get_selection (page)), ==, 2);
  click (GTK_WIDGET (page), "批量验收…");
  dialog = GTK_WIDGET (app_find_window (XYB_TYPE_MOVE_DIALOG));
  g_assert_false (gtk_widget_is_sensitive (app_find_button (dialog, "登记 2 家")));
  click (dialog, "移出这 1 家");
  click (dialog, "登记");
  g_assert_false (is_open ());
  g_assert_cmpuint (count_at (fixture, "通过"), ==, accepted + 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpuint (count_at (fixture, "通过"), ==, accepted);
  app_press (GTK_WIDGET (column), GDK_KEY_Escape, 0);
  g_assert_cmpuint (xyb_track_selection_get_n (xyb_track_page_get_selection (page)), ==, 0);
}

/* Cards let go over a column are asked about with that stage chosen. */
static void
test_drop (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "签约");
  XybTrackPage *page = open_page (fixture);
  guint before = count_at (fixture, "实施");
  GtkWidget *dialog;

  xyb_track_page_show_table (page, FALSE);
  app_settle ();
  for (guint i = 0; i < 3; i++)
    xyb_track_selection_set (xyb_track_page_get_selection (page), g_array_index (ids, gint64, i),
                             TRUE);
  xyb_track_board_drop (xyb_track_page_get_board (page), 3);
  app_settle ();
  dialog = GTK_WIDGET (app_find_window (XYB_TYPE_MOVE_DIALOG));
  g_assert_nonnull (dialog);
  click (dialog, "登记 3 家");
  g_assert_cmpuint (count_at (fixture, "实施"), ==, before + 3);
  g_assert_cmpuint (xyb_track_list_get_n (
                      xyb_track_board_get_column (xyb_track_page_get_board (page), 3)),
                    ==, before + 3);
}

/* Pressing a head orders by it, pressing it again the other way round. */
static void
test_order (AppFixture *fixture, gconstpointer data)
{
  XybTrackPage *page = open_page (fixture);
  XybTrackList *table = table_of (page);
  XybTrackTableView *view = xyb_track_page_get_table (page);
  gint64 first;

  xyb_track_table_view_order (view, XYB_TRACK_COLUMN_NAME);
  for (guint i = 1; i < xyb_track_list_get_n (table); i++)
    g_assert_cmpuint (xyb_track_list_get_line (table, i - 1)->name_place, <,
                      xyb_track_list_get_line (table, i)->name_place);
  first = xyb_track_list_get_line (table, 0)->enterprise_id;
  xyb_track_table_view_order (view, XYB_TRACK_COLUMN_NAME);
  g_assert_cmpint (xyb_track_list_get_line (table, xyb_track_list_get_n (table) - 1)->enterprise_id,
                   ==, first);
}

/* What is copied names the 区镇 and what each still owes; who owes nothing is left out. */
static void
test_reminder (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "签约");
  XybTrackPage *page = open_page (fixture);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (page));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (XybTrackRecord) record
    = xyb_progress_store_get (fixture->store, plan_of (fixture), TRACK,
                              g_array_index (ids, gint64, 0), NULL);
  g_autofree char *head
    = g_strdup_printf ("【%s】\n%s：\n", record->unit_name, record->enterprise_name);
  XybJobBar *bar;

  gdk_clipboard_set_text (clipboard, "");
  for (guint i = 0; i < 3; i++)
    xyb_track_selection_set (xyb_track_page_get_selection (page), g_array_index (ids, gint64, i),
                             TRUE);
  bar = XYB_JOB_BAR (app_find (GTK_WIDGET (page), XYB_TYPE_JOB_BAR, 0));
  click (GTK_WIDGET (page), "复制催办说明");
  while (xyb_job_bar_is_busy (bar))
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (
    gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  g_assert_true (g_str_has_prefix (g_value_get_string (&value), head));
}

/* On a 示范 track one applies; the page shows it at its first stage, and undo empties it again. */
static void
test_apply (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "通过");
  XybTrackPage *page = open_page (fixture);
  g_autoptr (GError) error = NULL;

  xyb_track_page_show_track (page, XYB_TRACK_CITY_MODEL);
  app_settle ();
  g_assert_nonnull (app_find_button (GTK_WIDGET (page), "登记申报…"));
  xyb_progress_store_apply (fixture->store, plan_of (fixture), XYB_TRACK_CITY_MODEL,
                            g_array_index (ids, gint64, 0), "2020-08-01", "2020-08-20", &error);
  g_assert_no_error (error);
  app_settle ();
  xyb_track_page_show_table (page, FALSE);
  app_settle ();
  g_assert_cmpuint (xyb_track_list_get_n (
                      xyb_track_board_get_column (xyb_track_page_get_board (page), 0)),
                    ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_nonnull (app_find_button (GTK_WIDGET (page), "登记申报…"));
}

/* The workbook holds who is shown, in that order. */
static void
test_export (AppFixture *fixture, gconstpointer data)
{
  XybTrackPage *page = open_page (fixture);
  XybTrackList *table = table_of (page);
  g_autofree char *path = g_build_filename (fixture->folder, "进度表.xlsx", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (XybDocument) document = NULL;
  XybExportSpec spec = { .kind = XYB_EXPORT_TRACK, .year = DEMO_YEAR, .track = TRACK, .ids = ids };
  g_autofree char *name = NULL;

  for (guint i = 0; i < xyb_track_list_get_n (table); i++)
    g_array_append_val (ids, xyb_track_list_get_line (table, i)->enterprise_id);
  name = xyb_export_spec_file_name (office_of (fixture), &spec, &error);
  g_assert_cmpstr (name, ==, "2020年贯标企业进度表 2020-08-20.xlsx");
  xyb_window_export_to (fixture->window, &spec, path);
  app_wait_for_job (fixture);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  document = xyb_office_document_new (fixture->store, &spec, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (xyb_document_get_title (document), ==, "2020年贯标企业进度表");
  g_assert_cmpuint (xyb_document_get_n_pages (document), >=, 2);
}

/* The page remembers whether it was a board or a table. */
static void
test_look (AppFixture *fixture, gconstpointer data)
{
  XybTrackPage *page = open_page (fixture);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.xinyongban.Desk");
  g_autofree char *look = NULL;

  xyb_track_page_show_table (page, FALSE);
  xyb_track_page_show_table (page, TRUE);
  look = g_settings_get_string (settings, "track-look");
  g_assert_cmpstr (look, ==, "table");
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("XYB_TODAY", "2020-08-20", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/move-dialog/batch-acceptance-leaves-out-who-lacks-material", test_acceptance);
  ADD ("/move-dialog/the-next-stage-is-proposed", test_next_stage);
  ADD ("/move-dialog/going-back-needs-a-reason", test_back);
  ADD ("/track-page/board-and-table-agree", test_board_and_table);
  ADD ("/track-page/filters-narrow-each-other-down", test_filters);
  ADD ("/track-page/who-lacks-a-material", test_missing);
  ADD ("/track-page/batch-acceptance-from-the-keyboard", test_keyboard);
  ADD ("/track-page/cards-are-dropped-on-a-stage", test_drop);
  ADD ("/track-page/heads-order-the-table", test_order);
  ADD ("/track-page/letters-are-copied-by-district", test_reminder);
  ADD ("/track-page/who-applies-for-a-model-track", test_apply);
  ADD ("/track-page/the-list-goes-out-as-a-workbook-and-on-paper", test_export);
  ADD ("/track-page/board-or-table-is-remembered", test_look);
  return g_test_run ();
}
