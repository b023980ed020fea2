/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenes.h"

#include "assessment-scenes.h"
#include "award-import-fixture.h"
#include "award-scenes.h"
#include "intake-fixture.h"
#include "picture.h"
#include "plan-scenes.h"
#include "sheet-scenes.h"
#include "xyb-data-page.h"
#include "xyb-enterprise-dialog.h"
#include "xyb-merge-dialog.h"
#include "xyb-enterprise-origin-section.h"
#include "xyb-enterprise-page.h"
#include "xyb-field-row.h"
#include "xyb-intake-store.h"
#include "xyb-nomination-store.h"
#include "xyb-office-store.h"
#include "xyb-original-dialog.h"
#include "xyb-plan-store.h"
#include "xyb-print-preview.h"
#include "xyb-return-match.h"
#include "xyb-return-reader.h"
#include "xyb-settings.h"
#include "xyb-submission-page.h"
#include "xyb-track-page.h"
#include "xyb-unit-store.h"
#include "xyb-year-dialog.h"

#define YEAR 2020
#define N_ENTERPRISES 712
#define OPERATOR "示例科员"

/* ---- what the clerk does ---- */

static GtkWidget *
page_of (AppFixture *fixture)
{
  return GTK_WIDGET (xyb_window_get_page (fixture->window));
}

static void
activate (AppFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  picture_settle (GTK_WINDOW (fixture->window));
}

static void
search_nothing (AppFixture *fixture)
{
  xyb_enterprise_list_search (xyb_enterprise_page_get_list (
                                XYB_ENTERPRISE_PAGE (page_of (fixture))),
                              "没有这一家");
}

static void
search_initials (AppFixture *fixture)
{
  xyb_enterprise_list_search (xyb_enterprise_page_get_list (
                                XYB_ENTERPRISE_PAGE (page_of (fixture))),
                              "jmjx");
}

/* The first two of the list side by side: nearly everything differs. */
static void
merge_two (AppFixture *fixture)
{
  XybEnterpriseList *list = xyb_enterprise_page_get_list (XYB_ENTERPRISE_PAGE (page_of (fixture)));
  XybPagedModel *model = XYB_PAGED_MODEL (xyb_enterprise_list_get_model (list));

  xyb_merge_open (GTK_WINDOW (fixture->window), xyb_window_get_office (fixture->window),
                  xyb_paged_model_get_id (model, 0), xyb_paged_model_get_id (model, 1));
}

static void
merge_which (AppFixture *fixture)
{
  XybEnterpriseList *list = xyb_enterprise_page_get_list (XYB_ENTERPRISE_PAGE (page_of (fixture)));

  xyb_merge_ask (GTK_WINDOW (fixture->window), xyb_window_get_office (fixture->window),
                 xyb_enterprise_list_get_selected (list));
}

static void
type_into (GtkWidget *root, const char *title, const char *text)
{
  XybFieldRow *row = XYB_FIELD_ROW (app_find_field (root, title));

  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), text);
}

static void
new_enterprise (AppFixture *fixture)
{
  activate (fixture, "win.new-record");
}

/* The check character of this code should be another one (GB 32100). */
static void
new_enterprise_bad_code (AppFixture *fixture)
{
  GtkWidget *dialog;

  activate (fixture, "win.new-record");
  dialog = GTK_WIDGET (app_find_window (XYB_TYPE_ENTERPRISE_DIALOG));
  type_into (dialog, "企业名称", "昆山示例新材料有限公司");
  type_into (dialog, "统一社会信用代码", "91320583MA1MXN6Q9A");
}

static void
press_button (GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (app_find_button (root, label), "clicked");
}

static void
show_data_tab (AppFixture *fixture, const char *name)
{
  xyb_data_page_show_tab (XYB_DATA_PAGE (page_of (fixture)), name);
}

static void
data_backup (AppFixture *fixture)
{
  show_data_tab (fixture, "backup");
}

static void
data_unit (AppFixture *fixture)
{
  show_data_tab (fixture, "unit");
}

static void
data_office (AppFixture *fixture)
{
  show_data_tab (fixture, "office");
}

static void
add_to_nomination (AppFixture *fixture)
{
  press_button (page_of (fixture), "从名录添加…");
}

static void
template_menu (AppFixture *fixture)
{
  xyb_submission_page_select (XYB_SUBMISSION_PAGE (page_of (fixture)), ZHOUSHI);
  gtk_menu_button_popup (app_find_menu_button (page_of (fixture), "下发模板"));
}

static void
set_quota (AppFixture *fixture, gint64 number)
{
  g_autoptr (GError) error = NULL;

  xyb_plan_store_set_quota (fixture->store, YEAR, ZHOUSHI, XYB_TRACK_ACCREDITATION, number, &error);
  g_assert_no_error (error);
}

/* The sum is 65 then, the plan says 66: red tag, toast with 「撤销」. */
static void
quota_mismatch (AppFixture *fixture)
{
  set_quota (fixture, 7);
}

static void
export_mismatch (AppFixture *fixture)
{
  set_quota (fixture, 7);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-quota", "s", "xlsx");
}

static void
undone (AppFixture *fixture)
{
  set_quota (fixture, 7);
  activate (fixture, "win.undo");
}

static void
shortcuts (AppFixture *fixture)
{
  activate (fixture, "win.show-help-overlay");
}

static void
about (AppFixture *fixture)
{
  /* libadwaita 1.2 keeps the lines of adw_about_window_add_legal_section() for good. */
  app_leak_begin ();
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "about", NULL);
  app_leak_end ();
}

static void
backups (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  xyb_store_backup_daily (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
  activate (fixture, "win.restore");
}

static void
welcome (AppFixture *fixture)
{
  xyb_window_show_welcome (fixture->window, fixture->path);
}

/* A file stands where the folder should be made. */
static void
welcome_no_room (AppFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->path, "办公数据.xyb", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, "", 0, &error);
  g_assert_no_error (error);
  xyb_window_show_welcome (fixture->window, path);
  xyb_welcome_choose (fixture->window->welcome, XYB_WELCOME_PRESETS);
}

/* The sheets come from a thread. */
static void
print (AppFixture *fixture)
{
  GtkWindow *preview;

  activate (fixture, "win.print");
  preview = app_find_window (XYB_TYPE_PRINT_PREVIEW);
  g_assert_nonnull (preview);
  while (xyb_print_preview_get_document (XYB_PRINT_PREVIEW (preview)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  picture_settle (preview);
}

static void
new_year (AppFixture *fixture)
{
  activate (fixture, "win.new-year");
}

static void
show_year_step (AppFixture *fixture, const char *step)
{
  XybYearDialog *dialog;

  activate (fixture, "win.new-year");
  dialog = XYB_YEAR_DIALOG (app_find_window (XYB_TYPE_YEAR_DIALOG));
  xyb_year_dialog_set_year (dialog, 2021);
  xyb_year_dialog_show_step (dialog, step);
}

static void
new_year_dates (AppFixture *fixture)
{
  show_year_step (fixture, "dates");
}

static void
new_year_quotas (AppFixture *fixture)
{
  show_year_step (fixture, "quotas");
}

static void
new_year_rules (AppFixture *fixture)
{
  show_year_step (fixture, "rules");
}

static void
new_year_unfinished (AppFixture *fixture)
{
  XybYearDialog *dialog;

  show_year_step (fixture, "unfinished");
  dialog = XYB_YEAR_DIALOG (app_find_window (XYB_TYPE_YEAR_DIALOG));
  xyb_year_unfinished_choose_all (XYB_YEAR_UNFINISHED (
                                    xyb_year_dialog_get_page (dialog, "unfinished")),
                                  TRUE);
}

static void
new_year_review (AppFixture *fixture)
{
  new_year_unfinished (fixture);
  xyb_year_dialog_show_step (XYB_YEAR_DIALOG (app_find_window (XYB_TYPE_YEAR_DIALOG)), "review");
}

static void
preferences (AppFixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
}

static void
preferences_fonts (AppFixture *fixture)
{
  preferences (fixture);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (
                                                  app_find_window (ADW_TYPE_PREFERENCES_WINDOW)),
                                                "fonts");
}

/* ---- 导入回收表 ---- */

/* Workbooks that 区镇 returned are dropped on the window, as mockup 05. */
static XybIntakePage *
import_returns (AppFixture *fixture)
{
  g_autofree char *zhoushi = intake_write_zhoushi (fixture);
  g_autofree char *unknown = intake_write_unknown (fixture);
  g_autofree char *broken = intake_write_broken (fixture);
  g_autofree char *zhangpu
    = intake_write_plain (fixture, "2020贯标汇总表（张浦）.csv", "张浦镇", 9);
  g_autofree char *huaqiao = intake_write_plain (fixture, "花桥.csv", "花桥经济开发区", 6);
  const char *const paths[] = { zhoushi, unknown, broken, zhangpu, huaqiao, NULL };
  const gint64 missing[] = { 101, 102, 107, 111 };

  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    intake_clear_district (fixture, missing[i]);
  return intake_open (fixture, paths);
}

static void
show_file (XybIntakePage *page, int index)
{
  GtkListBox *list = xyb_intake_files_get_list (xyb_intake_page_get_files (page));

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, index));
}

static void
intake (AppFixture *fixture)
{
  XybIntakePage *page = import_returns (fixture);

  xyb_sheet_set_cursor (xyb_intake_accepted_get_sheet (
                          xyb_intake_view_get_accepted (xyb_intake_page_get_view (page))),
                        0, 4);
}

static void
intake_answered (AppFixture *fixture)
{
  XybIntakePage *page = import_returns (fixture);

  press_button (GTK_WIDGET (page), "按 12000 万元");
}

static void
intake_typing (AppFixture *fixture)
{
  XybIntakePage *page = import_returns (fixture);

  press_button (GTK_WIDGET (page), "仍计入…");
}

static void
intake_unknown (AppFixture *fixture)
{
  show_file (import_returns (fixture), 1);
}

static void
intake_failed (AppFixture *fixture)
{
  show_file (import_returns (fixture), 2);
}

static void
intake_second (AppFixture *fixture)
{
  show_file (import_returns (fixture), 3);
}

static void
intake_compare (AppFixture *fixture)
{
  press_button (GTK_WIDGET (import_returns (fixture)), "并排比较");
}

static void
intake_original (AppFixture *fixture)
{
  XybIntakePage *page = import_returns (fixture);
  XybOriginalDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (page), "intake.show-original", NULL);
  dialog = XYB_ORIGINAL_DIALOG (app_find_window (XYB_TYPE_ORIGINAL_DIALOG));
  while (!xyb_original_dialog_is_read (dialog))
    g_main_context_iteration (NULL, TRUE);
}

static void
intake_all (AppFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (import_returns (fixture)), "intake.show-all", NULL);
}

/* All that can be decided is, and what cannot be read is left: what became of each. */
static void
intake_imported (AppFixture *fixture)
{
  XybIntakePage *page = import_returns (fixture);

  show_file (page, 1);
  gtk_widget_activate_action (GTK_WIDGET (page), "intake.remove-shown", NULL);
  show_file (page, 0);
  press_button (GTK_WIDGET (page), "按 12000 万元");
  press_button (GTK_WIDGET (page), "归张浦镇");
  press_button (GTK_WIDGET (page), "不计入");
  gtk_widget_activate_action (GTK_WIDGET (page), "intake.accept-all", NULL);
  intake_wait (page);
}

static void
intake_empty (AppFixture *fixture)
{
  xyb_window_show_sub_page (fixture->window, XYB_TYPE_INTAKE_PAGE);
}

/* ---- 导入历年名单 ---- */

static void
award_import (AppFixture *fixture)
{
  g_autofree char *doubtful = award_import_write_doubtful (fixture);
  g_autofree char *plain
    = award_import_write (fixture, "省级示范.csv",
                          "企业名称,证书编号\n昆山示例精密铸造有限公司,苏信 001\n"
                          "昆山示例玻璃有限公司,苏信 002\n");
  const char *const paths[] = { doubtful, plain, NULL };
  XybAwardImportPage *page = award_import_open (fixture, paths);

  xyb_sheet_set_cursor (xyb_award_import_page_get_sheet (page), 1, 2);
}

static void
award_import_left (AppFixture *fixture)
{
  g_autofree char *doubtful = award_import_write_doubtful (fixture);
  const char *const paths[] = { doubtful, NULL };
  XybAwardImportPage *page = award_import_open (fixture, paths);

  g_signal_emit_by_name (app_find_button (GTK_WIDGET (page), "全部按建议"), "clicked");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_button (GTK_WIDGET (page), "不导入 2")),
                                TRUE);
}

static void
award_import_empty (AppFixture *fixture)
{
  award_import_open (fixture, NULL);
}

/* ---- a returned file, imported ---- */

static char *
returned_text (GPtrArray *rows)
{
  GString *text = g_string_new ("附件2\n2020年昆山市信用管理贯标企业汇总表\n"
                                "区镇：,周市镇,,业务负责人：王示例,,联系方式：0512-57000001,\n"
                                "序号,企业名称,主要产品,去年销售收入,职工人数,联系人,电话\n");

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%u,%s,精密零部件,1.2亿元,86人,张示例,0512-5555 0100\n", i + 1,
                            ((XybNomination *) rows->pdata[i])->enterprise_name);
  return g_string_free (text, FALSE);
}

static void
import_returned (AppFixture *fixture, GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "附件2 周市镇.csv", NULL);
  g_autofree char *text = returned_text (rows);
  g_autoptr (GPtrArray) districts
    = xyb_unit_store_list (fixture->store, XYB_UNIT_KIND_DISTRICT, &error);
  g_autoptr (XybIntake) intake = xyb_intake_new (YEAR);
  XybIntakeFile *file = xyb_intake_add_path (intake, path);
  XybReturnOptions options = { .districts = districts, .usual = XYB_MONEY_UNIT_WAN };
  XybIntakeReport report;
  XybReturn *taken;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  taken = xyb_return_read (path, &options, NULL, &error);
  g_assert_no_error (error);
  xyb_return_match (fixture->store, taken, YEAR, &error);
  g_assert_no_error (error);
  xyb_intake_set_read (file, taken);
  xyb_intake_set_before (file, rows);
  xyb_intake_check (intake);
  xyb_intake_store_import (fixture->store, intake, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
}

/* Where the values of the first enterprise came from; one of them was corrected afterwards. */
static void
show_origin (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (fixture->store, YEAR, ZHOUSHI, &error);
  g_autoptr (GPtrArray) after = NULL;
  XybNomination *first;
  GtkWidget *section;
  GtkListBox *list;
  GtkWidget *tab;

  g_assert_no_error (error);
  import_returned (fixture, rows);
  after = xyb_nomination_store_list (fixture->store, YEAR, ZHOUSHI, &error);
  first = after->pdata[0];
  first->headcount = 92;
  xyb_nomination_store_save (fixture->store, first, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go-to", "(sx)", "enterprise",
                              first->enterprise_id);
  /* Read in a thread, when the list has stood still for a moment. */
  section = app_find (page_of (fixture), XYB_TYPE_ENTERPRISE_ORIGIN_SECTION, 0);
  list = GTK_LIST_BOX (gtk_widget_get_first_child (section));
  while (gtk_list_box_get_row_at_index (list, 1) == NULL)
    g_main_context_iteration (NULL, TRUE);
  picture_settle (GTK_WINDOW (fixture->window));
  tab = app_find_button (page_of (fixture), "来源");
  g_signal_emit_by_name (tab, "clicked");
}

/* ---- 贯标与示范 ---- */

static XybTrackPage *
track_page (AppFixture *fixture)
{
  return XYB_TRACK_PAGE (page_of (fixture));
}

static void
track_board (AppFixture *fixture)
{
  xyb_track_page_show_table (track_page (fixture), FALSE);
}

static void
track_table (AppFixture *fixture)
{
  xyb_track_page_show_table (track_page (fixture), TRUE);
}

static void
track_select (AppFixture *fixture, guint first, guint last)
{
  XybTrackPage *page = track_page (fixture);
  XybTrackList *list;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  track_table (fixture);
  list = xyb_track_table_view_get_list (xyb_track_page_get_table (page));
  for (guint i = 0; i < xyb_track_list_get_n (list); i++)
    g_ptr_array_add (lines, (gpointer) xyb_track_list_get_line (list, i));
  xyb_track_selection_add_lines (xyb_track_page_get_selection (page), lines, first, last, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (list));
}

static void
track_selected (AppFixture *fixture)
{
  track_select (fixture, 1, 4);
}

static void
track_result (AppFixture *fixture)
{
  track_select (fixture, 7, 9);
  gtk_widget_activate_action (GTK_WIDGET (track_page (fixture)), "track.result", NULL);
}

static void
track_city (AppFixture *fixture)
{
  track_board (fixture);
  xyb_track_page_show_track (track_page (fixture), XYB_TRACK_CITY_MODEL);
}

static void
track_province (AppFixture *fixture)
{
  xyb_track_page_show_track (track_page (fixture), XYB_TRACK_PROVINCE_MODEL);
}

static void
year_menu (AppFixture *fixture)
{
  gtk_menu_button_popup (fixture->window->year_button);
}

static void
foreign_file (AppFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "会议纪要.xyb", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "这不是办公数据", -1, &error);
  g_assert_no_error (error);
  xyb_window_open_path (fixture->window, path);
}

const Scene scenes[] = {
  { "overview", SCENE_TRACKS, "overview", NULL },
  { "overview-empty", SCENE_BARE, "overview", NULL },
  { "enterprise", SCENE_SAMPLE, "enterprise", NULL },
  { "enterprise-search", SCENE_SAMPLE, "enterprise", search_initials },
  { "enterprise-not-found", SCENE_SAMPLE, "enterprise", search_nothing },
  { "enterprise-new", SCENE_SAMPLE, "enterprise", new_enterprise },
  { "enterprise-bad-code", SCENE_SAMPLE, "enterprise", new_enterprise_bad_code },
  { "enterprise-merge", SCENE_SAMPLE, "enterprise", merge_two },
  { "enterprise-merge-which", SCENE_SAMPLE, "enterprise", merge_which },
  { "enterprise-origin", SCENE_SAMPLE, "enterprise", show_origin },
  { "enterprise-empty", SCENE_BARE, "enterprise", NULL },
  { "quota", SCENE_SAMPLE, "quota", NULL },
  { "quota-mismatch", SCENE_SAMPLE, "quota", quota_mismatch },
  { "quota-export-mismatch", SCENE_SAMPLE, "quota", export_mismatch },
  { "quota-undone", SCENE_SAMPLE, "quota", undone },
  { "quota-empty", SCENE_BARE, "quota", NULL },
  { "nomination", SCENE_SAMPLE, "nomination", NULL },
  { "nomination-add", SCENE_SAMPLE, "nomination", add_to_nomination },
  { "nomination-template", SCENE_SAMPLE, "nomination", template_menu },
  { "nomination-empty", SCENE_BARE, "nomination", NULL },
  { "intake", SCENE_SAMPLE, "nomination", intake },
  { "intake-answered", SCENE_SAMPLE, "nomination", intake_answered },
  { "intake-typing", SCENE_SAMPLE, "nomination", intake_typing },
  { "intake-unknown", SCENE_SAMPLE, "nomination", intake_unknown },
  { "intake-failed", SCENE_SAMPLE, "nomination", intake_failed },
  { "intake-second", SCENE_SAMPLE, "nomination", intake_second },
  { "intake-compare", SCENE_SAMPLE, "nomination", intake_compare },
  { "intake-original", SCENE_SAMPLE, "nomination", intake_original },
  { "intake-all", SCENE_SAMPLE, "nomination", intake_all },
  { "intake-imported", SCENE_SAMPLE, "nomination", intake_imported },
  { "intake-empty", SCENE_SAMPLE, "nomination", intake_empty },
  { "award-import", SCENE_SAMPLE, "enterprise", award_import },
  { "award-import-left", SCENE_SAMPLE, "enterprise", award_import_left },
  { "award-import-empty", SCENE_SAMPLE, "enterprise", award_import_empty },
  { "assessment-district", SCENE_SAMPLE, "assessment", assessment_district },
  { "assessment-department", SCENE_SAMPLE, "assessment", assessment_department },
  { "assessment-why", SCENE_SAMPLE, "assessment", assessment_why },
  { "assessment-why-tier", SCENE_SAMPLE, "assessment", assessment_why_tier },
  { "assessment-why-unit", SCENE_SAMPLE, "assessment", assessment_why_unit },
  { "assessment-settlement", SCENE_SAMPLE, "assessment", assessment_settlement },
  { "assessment-settle", SCENE_SAMPLE, "assessment", assessment_settle },
  { "assessment-settled", SCENE_SAMPLE, "assessment", assessment_settled },
  { "assessment-snapshot", SCENE_SAMPLE, "assessment", assessment_snapshot },
  { "assessment-snapshots", SCENE_SAMPLE, "assessment", assessment_snapshots },
  { "assessment-compared", SCENE_SAMPLE, "assessment", assessment_snapshots_compared },
  { "assessment-scheme", SCENE_SAMPLE, "assessment", assessment_scheme },
  { "assessment-scheme-units", SCENE_SAMPLE, "assessment", assessment_scheme_units },
  { "assessment-scheme-check", SCENE_SAMPLE, "assessment", assessment_scheme_check },
  { "assessment-copy", SCENE_SAMPLE, "assessment", assessment_copy },
  { "assessment-explain", SCENE_SAMPLE, "assessment", assessment_explain },
  { "assessment-empty", SCENE_SAMPLE, "assessment", assessment_empty },
  { "assessment-bare", SCENE_BARE, "assessment", NULL },
  { "awards", SCENE_SAMPLE, "track", award_scene_awards },
  { "awards-nothing", SCENE_SAMPLE, "track", award_scene_award_filtered },
  { "awards-revoke", SCENE_SAMPLE, "track", award_scene_award_revoke },
  { "candidates", SCENE_SAMPLE, "track", award_scene_candidates },
  { "candidates-apply", SCENE_SAMPLE, "track", award_scene_candidate_apply },
  { "providers", SCENE_SAMPLE, "track", award_scene_providers },
  { "contract-card", SCENE_SAMPLE, "overview", award_scene_contract_card },
  { "contract-dialog", SCENE_SAMPLE, "overview", award_scene_contract_dialog },
  { "contract-new", SCENE_SAMPLE, "overview", award_scene_contract_new },
  { "track-sheet", SCENE_SAMPLE, "enterprise", track_sheet },
  { "track-sheet-apply", SCENE_SAMPLE, "enterprise", track_sheet_apply },
  { "track-sheet-condition", SCENE_SAMPLE, "enterprise", track_sheet_condition },
  { "track-sheet-stage", SCENE_SAMPLE, "enterprise", track_sheet_stage },
  { "track-sheet-revoked", SCENE_SAMPLE, "enterprise", track_sheet_revoked },
  { "enterprise-tracks", SCENE_SAMPLE, "enterprise", enterprise_tracks },
  { "track-board", SCENE_TRACKS, "track", track_board },
  { "track-table", SCENE_TRACKS, "track", track_table },
  { "track-selected", SCENE_TRACKS, "track", track_selected },
  { "track-result", SCENE_TRACKS, "track", track_result },
  { "track-city", SCENE_TRACKS, "track", track_city },
  { "track-province", SCENE_TRACKS, "track", track_province },
  { "track-empty", SCENE_BARE, "track", NULL },
  { "print-track", SCENE_TRACKS, "track", print },
  { "print-quota", SCENE_SAMPLE, "quota", print },
  { "print-nomination", SCENE_SAMPLE, "nomination", print },
  { "print-progress", SCENE_TRACKS, "overview", print },
  { "print-enterprise", SCENE_SAMPLE, "enterprise", print },
  { "print-assessment", SCENE_SAMPLE, "assessment", print },
  { "data-log", SCENE_SAMPLE, "data", NULL },
  { "data-backup", SCENE_SAMPLE, "data", data_backup },
  { "data-unit", SCENE_SAMPLE, "data", data_unit },
  { "data-office", SCENE_SAMPLE, "data", data_office },
  { "data-empty", SCENE_BARE, "data", NULL },
  { "plan-stages", SCENE_SAMPLE, "quota", plan_stages },
  { "plan-conditions", SCENE_SAMPLE, "quota", plan_conditions },
  { "plan-materials", SCENE_SAMPLE, "quota", plan_materials },
  { "plan-steps", SCENE_SAMPLE, "quota", plan_steps },
  { "plan-milestones", SCENE_SAMPLE, "quota", plan_milestones },
  { "plan-refused", SCENE_SAMPLE, "quota", plan_refused },
  { "new-year", SCENE_SAMPLE, "quota", new_year },
  { "new-year-dates", SCENE_SAMPLE, "quota", new_year_dates },
  { "new-year-quotas", SCENE_SAMPLE, "quota", new_year_quotas },
  { "new-year-rules", SCENE_SAMPLE, "quota", new_year_rules },
  { "new-year-unfinished", SCENE_SAMPLE, "quota", new_year_unfinished },
  { "new-year-review", SCENE_SAMPLE, "quota", new_year_review },
  { "menu-year", SCENE_SAMPLE, "quota", year_menu },
  { "preferences", SCENE_SAMPLE, "quota", preferences },
  { "preferences-fonts", SCENE_SAMPLE, "quota", preferences_fonts },
  { "shortcuts", SCENE_SAMPLE, "quota", shortcuts },
  { "about", SCENE_SAMPLE, "quota", about },
  { "backups", SCENE_SAMPLE, "quota", backups },
  { "welcome", SCENE_NONE, NULL, welcome },
  { "welcome-no-room", SCENE_NONE, NULL, welcome_no_room },
  { "closed", SCENE_NONE, NULL, foreign_file },
};
const guint n_scenes = G_N_ELEMENTS (scenes);

/* ---- the office of a scene ---- */

static void
make_office (const char *path, SceneOffice kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;

  store = kind != SCENE_BARE ? xyb_office_store_create (path, NULL, &error)
                             : xyb_store_create (path, &error);
  g_assert_no_error (error);
  xyb_store_set_operator (store, OPERATOR);
  if (kind != SCENE_BARE)
    xyb_office_store_fill_demo (store, YEAR, N_ENTERPRISES, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  if (kind == SCENE_TRACKS)
    xyb_office_store_fill_demo_tracks (store, YEAR, &error);
  g_assert_no_error (error);
}

/* Making the sample takes longer than showing it: made once, copied for each scene. */
static const char *
get_template (SceneOffice kind)
{
  static char *contents[SCENE_NONE];

  if (contents[kind] == NULL)
    {
      g_autoptr (GError) error = NULL;
      char *folder = g_dir_make_tmp ("xyb-scenes-XXXXXX", &error);

      g_assert_no_error (error);
      contents[kind] = g_build_filename (folder, "office.xyb", NULL);
      make_office (contents[kind], kind);
      g_free (folder);
    }
  return contents[kind];
}

static void
copy (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/**
 * scene_enter:
 * @scene: what to show
 * @fixture: (out caller-allocates): the program
 *
 * Opens a window of its own on an office of its own and does what the clerk does.
 */
void
scene_enter (const Scene *scene, AppFixture *fixture)
{
  g_autoptr (GSettings) settings = xyb_settings_new ();

  xyb_settings_set_string (settings, "operator", OPERATOR);
  *fixture = (AppFixture){ 0 };
  app_fixture_start (fixture, "昆山示例.xyb");
  if (scene->office != SCENE_NONE)
    {
      copy (get_template (scene->office), fixture->path);
      app_fixture_open (fixture);
    }
  else
    app_fixture_open_nothing (fixture);
  picture_settle (GTK_WINDOW (fixture->window));
  if (scene->page != NULL)
    xyb_window_show_page (fixture->window, scene->page);
  xyb_window_leave_field (fixture->window);
  picture_settle (GTK_WINDOW (fixture->window));
  if (scene->act != NULL)
    scene->act (fixture);
  picture_settle (GTK_WINDOW (fixture->window));
}

static void
close_dialogs (AppFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window != GTK_WINDOW (fixture->window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        gtk_window_close (window);
    }
}

/**
 * scene_leave:
 * @fixture: the program
 *
 * Closes the window.
 */
void
scene_leave (AppFixture *fixture)
{
  close_dialogs (fixture);
  app_settle ();
  app_fixture_tear_down (fixture, NULL);
}
