/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-date.h"
#include "xyb-enterprise-store.h"
#include "xyb-field-row.h"
#include "xyb-nomination-dialog.h"
#include "xyb-nomination-store.h"
#include "xyb-nomination-pane.h"
#include "xyb-plan-store.h"
#include "xyb-submission-page.h"
#include "xyb-submission-row.h"
#include "xyb-workbook-reader.h"

#define ZHOUSHI 106

static GtkWidget *
open_page (AppFixture *fixture)
{
  xyb_window_show_page (fixture->window, "nomination");
  app_settle ();
  xyb_submission_page_select (XYB_SUBMISSION_PAGE (xyb_window_get_page (fixture->window)), ZHOUSHI);
  app_settle ();
  return GTK_WIDGET (xyb_window_get_page (fixture->window));
}

static XybSubmission *
read_stored (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  XybSubmission *submission = xyb_submission_store_get (fixture->store, DEMO_YEAR, ZHOUSHI, &error);

  g_assert_no_error (error);
  return submission;
}

static void
type_and_leave (AppFixture *fixture, const char *title, const char *text)
{
  XybFieldRow *row
    = XYB_FIELD_ROW (app_find_field (GTK_WIDGET (xyb_window_get_page (fixture->window)), title));

  gtk_widget_grab_focus (GTK_WIDGET (xyb_field_row_get_text_widget (row)));
  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), text);
  xyb_window_leave_field (fixture->window);
  app_settle ();
}

/* The list of 区镇 is one stop of the Tab key, behind which the form of this one stands. */
static void
test_tab_leaves_list (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *row = app_find (page, XYB_TYPE_SUBMISSION_ROW, 2);
  GtkWidget *list = gtk_widget_get_parent (row);
  GtkWidget *sheet;
  GtkWidget *focus;

  gtk_widget_grab_focus (row);
  app_press (list, GDK_KEY_Tab, 0);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_false (gtk_widget_is_ancestor (focus, list));
  g_assert_true (gtk_widget_is_ancestor (focus, page));
  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (list, "activate-cursor-row");
  app_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  sheet = app_find (page, XYB_TYPE_SHEET, 0);
  g_assert_true (focus == sheet || gtk_widget_is_ancestor (focus, sheet));
  app_press (list, GDK_KEY_Tab, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_get_can_focus (list));
}

static XybNominationPane *
get_pane (AppFixture *fixture)
{
  return XYB_NOMINATION_PANE (
    app_find (GTK_WIDGET (xyb_window_get_page (fixture->window)), XYB_TYPE_NOMINATION_PANE, 0));
}

static XybSheet *
get_sheet (AppFixture *fixture)
{
  return xyb_nomination_pane_get_sheet (get_pane (fixture));
}

static XybSheetModel *
get_model (AppFixture *fixture)
{
  return xyb_sheet_get_model (get_sheet (fixture));
}

static GPtrArray *
list_stored (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *stored = xyb_nomination_store_list (fixture->store, DEMO_YEAR, ZHOUSHI, &error);

  g_assert_no_error (error);
  return stored;
}

static guint
count_stored (AppFixture *fixture)
{
  g_autoptr (GPtrArray) stored = list_stored (fixture);

  return stored->len;
}

static gint64
unit_of_line (GtkWidget *page, guint index)
{
  return xyb_submission_row_get_unit_id (
    XYB_SUBMISSION_ROW (app_find (page, XYB_TYPE_SUBMISSION_ROW, index)));
}

static void
test_rows (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  g_autoptr (GPtrArray) stored = list_stored (fixture);
  g_autofree char *name = xyb_sheet_model_dup_text (get_model (fixture), 0, 1);

  /* The whole city, then a line for each of the eleven 区镇 of 附件1, in its order. */
  g_assert_cmpint (unit_of_line (page, 0), ==, 0);
  g_assert_cmpint (unit_of_line (page, 1), ==, 101);
  g_assert_cmpint (unit_of_line (page, 11), ==, 112);
  g_assert_cmpuint (stored->len, >, 0);
  g_assert_cmpuint (xyb_nomination_sheet_model_get_n_companies (
                      XYB_NOMINATION_SHEET_MODEL (get_model (fixture))),
                    ==, stored->len);
  g_assert_cmpstr (name, ==, ((XybNomination *) stored->pdata[0])->enterprise_name);
}

static void
test_fields (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybSubmission) stored = NULL;

  open_page (fixture);
  type_and_leave (fixture, "业务负责人", "赵示例");
  type_and_leave (fixture, "联系方式", "0512-55550199");
  type_and_leave (fixture, "收到日期", "2020年4月14日");
  stored = read_stored (fixture);
  g_assert_cmpstr (stored->officer, ==, "赵示例");
  g_assert_cmpstr (stored->officer_phone, ==, "0512-55550199");
  g_assert_cmpstr (stored->received_on, ==, "2020-04-14");
}

static void
test_date_refused (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybSubmission) before = NULL;
  g_autoptr (XybSubmission) after = NULL;

  open_page (fixture);
  before = read_stored (fixture);
  type_and_leave (fixture, "收到日期", "2020年4月31日");
  after = read_stored (fixture);
  g_assert_cmpstr (after->received_on, ==, before->received_on);
  /* The next field is saved without dragging the refused one along. */
  type_and_leave (fixture, "业务负责人", "钱示例");
  g_clear_pointer (&after, xyb_submission_free);
  after = read_stored (fixture);
  g_assert_cmpstr (after->officer, ==, "钱示例");
  g_assert_cmpstr (after->received_on, ==, before->received_on);
}

static void
test_state (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  g_autoptr (XybSubmission) stored = NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_button (page, "退回")), TRUE);
  app_settle ();
  stored = read_stored (fixture);
  g_assert_cmpint (stored->state, ==, XYB_SUBMISSION_RETURNED);
}

/* One click for what came today. */
static void
test_received (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybSubmission) stored = NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_button (page, "未报")), TRUE);
  app_settle ();
  g_signal_emit_by_name (app_find_button (page, "今天收到"), "clicked");
  app_settle ();
  stored = read_stored (fixture);
  g_assert_cmpint (stored->state, ==, XYB_SUBMISSION_RECEIVED);
  g_assert_cmpstr (stored->received_on, ==, today);
}

/* Enter on 进度 opens the other fields of the row. */
static void
test_open_row (AppFixture *fixture, gconstpointer data)
{
  guint before;
  GtkWidget *dialog;

  open_page (fixture);
  before = count_stored (fixture);
  xyb_sheet_set_cursor (get_sheet (fixture), 0, 7);
  app_press (GTK_WIDGET (get_sheet (fixture)), GDK_KEY_Return, 0);
  dialog = GTK_WIDGET (app_find_window (XYB_TYPE_NOMINATION_DIALOG));
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (app_find_button (dialog, "移出这一年的名单"), "clicked");
  app_settle ();
  g_assert_cmpuint (count_stored (fixture), ==, before - 1);
}

static void
type_name (AppFixture *fixture, guint row, const char *name)
{
  XybSheet *sheet = get_sheet (fixture);

  xyb_sheet_set_cursor (sheet, row, 1);
  xyb_sheet_start_edit (sheet);
  gtk_editable_set_text (GTK_EDITABLE (xyb_sheet_get_text (sheet)), name);
  xyb_sheet_commit (sheet);
  app_settle ();
}

/* Ctrl+N, a name, and the row is there; further down it moves up under the last one. */
static void
test_type_company (AppFixture *fixture, gconstpointer data)
{
  guint row;
  guint column;
  guint before;

  open_page (fixture);
  before = count_stored (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-record", NULL);
  app_settle ();
  xyb_sheet_get_cursor (get_sheet (fixture), &row, &column);
  g_assert_cmpuint (row, ==, before);
  g_assert_cmpuint (column, ==, 1);
  type_name (fixture, row + 2, "太仓新例甲器械有限公司");
  g_assert_cmpuint (count_stored (fixture), ==, before + 1);
  xyb_sheet_get_cursor (get_sheet (fixture), &row, &column);
  g_assert_cmpuint (row, ==, before);
}

/* A mended name asks what it means; the enterprise keeps the old one as 曾用名. */
static void
test_rename (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  GtkWindow *question;

  open_page (fixture);
  before = list_stored (fixture);
  type_name (fixture, 0, "太仓新例乙器械有限公司");
  question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "rename");
  gtk_window_destroy (question);
  app_settle ();
  after = list_stored (fixture);
  g_assert_cmpint (((XybNomination *) after->pdata[0])->enterprise_id, ==,
                   ((XybNomination *) before->pdata[0])->enterprise_id);
  g_assert_cmpstr (((XybNomination *) after->pdata[0])->enterprise_name, ==,
                   "太仓新例乙器械有限公司");
}

/* A like name offers the register's companies; Enter takes the one in focus. */
static void
test_like_name (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *dialog;
  GtkWidget *focus;
  guint before;

  enterprise->name = g_strdup ("太仓新例丙器械有限公司");
  xyb_enterprise_store_save (fixture->store, enterprise, "2020-04-14", &error);
  g_assert_no_error (error);
  open_page (fixture);
  before = count_stored (fixture);
  type_name (fixture, before, "太仓市新例丙器械有限责任公司");
  g_assert_cmpuint (count_stored (fixture), ==, before);
  dialog = GTK_WIDGET (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (dialog);
  focus = gtk_window_get_focus (GTK_WINDOW (dialog));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_signal_emit_by_name (dialog, "activate-default");
  app_settle ();
  after = list_stored (fixture);
  g_assert_cmpuint (after->len, ==, before + 1);
  g_assert_cmpint (((XybNomination *) after->pdata[before])->enterprise_id, ==, enterprise->id);
  g_assert_null (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
test_move_and_remove (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  guint row;
  guint column;

  open_page (fixture);
  before = list_stored (fixture);
  xyb_sheet_set_cursor (get_sheet (fixture), 1, 2);
  gtk_widget_activate_action (GTK_WIDGET (get_pane (fixture)), "nomination.move-up", NULL);
  app_settle ();
  moved = list_stored (fixture);
  g_assert_cmpint (((XybNomination *) moved->pdata[0])->id, ==,
                   ((XybNomination *) before->pdata[1])->id);
  /* The cursor goes along. */
  xyb_sheet_get_cursor (get_sheet (fixture), &row, &column);
  g_assert_cmpuint (row, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (get_pane (fixture)), "nomination.remove", NULL);
  app_settle ();
  g_assert_cmpuint (count_stored (fixture), ==, before->len - 1);
}

/* Ctrl+F finds a company wherever it was put forward, and Enter goes there. */
static void
test_search (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  g_autoptr (GPtrArray) all = NULL;
  const XybNomination *wanted;
  GtkWidget *entry;
  g_autofree char *name = NULL;
  guint row;
  guint column;

  all = xyb_nomination_store_list (fixture->store, DEMO_YEAR, 101, NULL);
  wanted = all->pdata[all->len - 1];
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  app_settle ();
  entry = app_find (page, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), wanted->enterprise_name);
  g_signal_emit_by_name (entry, "activate");
  app_settle ();
  xyb_sheet_get_cursor (get_sheet (fixture), &row, &column);
  name = xyb_sheet_model_dup_text (get_model (fixture), row, 1);
  g_assert_cmpstr (name, ==, wanted->enterprise_name);
}

static guint
count_files (const char *folder, const char *beginning)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, beginning) && g_str_has_suffix (name, ".xlsx"))
      count++;
  return count;
}

/* Eleven files with the office's own names; a second time they are asked about, once. */
static void
test_export_each (AppFixture *fixture, gconstpointer data)
{
  XybExportSpec spec = { .kind = XYB_EXPORT_EACH, .year = DEMO_YEAR };
  g_autofree char *zhoushi
    = g_build_filename (fixture->folder, "附件2 2020年昆山市信用管理贯标企业汇总表（周市镇）.xlsx",
                        NULL);
  GtkWindow *question;

  open_page (fixture);
  xyb_window_export_each_to (fixture->window, &spec, fixture->folder);
  app_wait_for_job (fixture);
  g_assert_cmpuint (count_files (fixture->folder, "附件2 "), ==, 11);
  g_assert_true (g_file_test (zhoushi, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (zhoushi, "older", -1, NULL));
  xyb_window_export_each_to (fixture->window, &spec, fixture->folder);
  app_settle ();
  question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  g_assert_null (fixture->window->job);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "replace");
  app_wait_for_job (fixture);
  g_assert_cmpuint (count_files (fixture->folder, "附件2 "), ==, 11);
}

/* What a 区镇 fills in, under the same names. */
static void
test_export_templates (AppFixture *fixture, gconstpointer data)
{
  XybExportSpec spec = { .kind = XYB_EXPORT_TEMPLATES, .year = DEMO_YEAR, .prefill = TRUE };
  g_autofree char *zhoushi
    = g_build_filename (fixture->folder, "附件2 2020年昆山市信用管理贯标企业汇总表（周市镇）.xlsx",
                        NULL);
  g_autoptr (XybWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  open_page (fixture);
  xyb_window_export_each_to (fixture->window, &spec, fixture->folder);
  app_wait_for_job (fixture);
  g_assert_cmpuint (count_files (fixture->folder, "附件2 "), ==, 11);
  workbook = xyb_workbook_open (zhoushi, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (xyb_workbook_get_sheet (workbook, 0)->name, ==, "周市镇");
  g_assert_cmpstr (xyb_workbook_get_sheet (workbook, 1)->name, ==, "填表说明");
}

/* What the menu offers of the 区镇 in view. */
static int
count_template_items (GtkMenuButton *button)
{
  g_autoptr (GMenuModel) section
    = g_menu_model_get_item_link (gtk_menu_button_get_menu_model (button), 0, G_MENU_LINK_SECTION);

  return g_menu_model_get_n_items (section);
}

/* Put forward last year, not accepted: the menu says how many there are. */
static void
test_template_menu_counts (AppFixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = app_find_menu_button (open_page (fixture), "下发模板");
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autoptr (XybNomination) row = xyb_nomination_new ();
  g_autoptr (XybPlan) plan = xyb_plan_store_get (fixture->store, DEMO_YEAR - 1, &error);

  g_assert_no_error (error);
  g_assert_cmpint (count_template_items (button), ==, 1);
  enterprise->name = g_strdup ("昆山示例去年推荐有限公司");
  enterprise->unit_id = ZHOUSHI;
  xyb_enterprise_store_save (fixture->store, enterprise, "2020-04-01", &error);
  g_assert_no_error (error);
  row->plan_id = plan->id;
  row->unit_id = ZHOUSHI;
  row->enterprise_id = enterprise->id;
  xyb_nomination_store_save (fixture->store, row, &error);
  g_assert_no_error (error);
  app_settle ();
  g_assert_cmpint (count_template_items (button), ==, 2);
}

/* The menu offers the 区镇 in view, and all of them; the whole city only the latter. */
static void
test_template_menu (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkMenuButton *button;
  GMenuModel *menu;

  button = app_find_menu_button (page, "下发模板");
  menu = gtk_menu_button_get_menu_model (button);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 2);
  xyb_submission_page_select (XYB_SUBMISSION_PAGE (page), 0);
  app_settle ();
  menu = gtk_menu_button_get_menu_model (button);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 1);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/submission-page/tab-leaves-the-list", test_tab_leaves_list);
  ADD ("/submission-page/a-line-per-district-and-its-rows", test_rows);
  ADD ("/submission-page/fields-are-kept-on-leaving", test_fields);
  ADD ("/submission-page/an-impossible-date-is-refused", test_date_refused);
  ADD ("/submission-page/a-state-is-kept", test_state);
  ADD ("/submission-page/what-came-today-is-one-click", test_received);
  ADD ("/submission-page/a-row-opens-and-can-be-taken-out", test_open_row);
  ADD ("/submission-page/a-company-is-typed-into-a-blank-row", test_type_company);
  ADD ("/submission-page/a-name-over-a-name-is-asked", test_rename);
  ADD ("/submission-page/a-like-name-is-asked", test_like_name);
  ADD ("/submission-page/rows-move-and-go", test_move_and_remove);
  ADD ("/submission-page/a-company-of-any-district-is-found", test_search);
  ADD ("/submission-page/a-file-for-each-district", test_export_each);
  ADD ("/submission-page/a-template-for-each-district", test_export_templates);
  ADD ("/submission-page/templates-of-what-is-in-view", test_template_menu);
  ADD ("/submission-page/templates-with-those-of-last-year", test_template_menu_counts);
  return g_test_run ();
}
