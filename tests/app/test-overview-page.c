/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-district-line.h"
#include "xyb-figure-card.h"
#include "xyb-office-store.h"
#include "xyb-overview-page.h"
#include "xyb-plan-store.h"
#include "xyb-submission-row.h"
#include "xyb-timeline-view.h"
#include "xyb-todo-row.h"

#define ZHOUSHI 106

/* The sample office has the year of the mockups: 69 put forward, 64 signed, 41 accepted of 66. */
#define DAY "2020-07-24"

static GtkWidget *
wait_for_page (AppFixture *fixture)
{
  XybOverviewPage *page;

  xyb_window_show_page (fixture->window, "overview");
  page = XYB_OVERVIEW_PAGE (xyb_window_get_page (fixture->window));
  while (!xyb_overview_page_is_filled (page))
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
  return GTK_WIDGET (page);
}

static void
refresh (AppFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh", NULL);
  app_settle ();
}

static GtkWidget *
open_page (AppFixture *fixture)
{
  GtkWidget *page;

  g_setenv ("XYB_TODAY", DAY, TRUE);
  page = wait_for_page (fixture);
  refresh (fixture);
  return page;
}

/* Every todo as a screen reader says it, one a line. */
static void
collect (GtkWidget *root, GString *text)
{
  if (XYB_IS_TODO_ROW (root))
    g_string_append_printf (text, "%s\n", xyb_todo_row_get_words (XYB_TODO_ROW (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, text);
}

static char *
todos_of (GtkWidget *page)
{
  g_autoptr (GString) text = g_string_new (NULL);

  collect (page, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_todos (GtkWidget *page, const char *expected)
{
  g_autofree char *todos = todos_of (page);

  g_assert_cmpstr (todos, ==, expected);
}

#define TODOS                                                                                                                               \
  "逾期 85 天：苏州市级示范还没有推荐企业，目标 6 家 · 可选 0 家 · "                                              \
  "通过信用管理贯标验收一年及以上的企业\n"                                                                                \
  "还有 7 天：省级示范还没有推荐企业，目标 1 家 · 可选 0 家 · "                                                     \
  "在2018年度（含）之前获评苏州市级信用管理示范的企业\n"                                                             \
  "收到 103 天：周市镇的附件2有疑问，共 8 家，4月12日收到\n"                                                           \
  "还有 22 天：周市镇、锦溪镇各有 1 家没有签合同，已推荐，未与第三方信用服务机构签约\n"                \
  "还有 22 天：贯标还差 25 家没有验收，昆山开发区 3 · 昆山高新区 4 · 张浦镇 3 · 周市镇 5 等 9 "           \
  "个区镇\n"                                                                                                                             \
  "还有 22 天：23 家企业验收材料未齐，《社会法人信用信息查询报告》缺 23 · 企业贯标工作总结报告缺 " \
  "23 等 6 项\n"

static const char *
card_words (GtkWidget *page, guint index)
{
  GtkWidget *card = app_find (page, XYB_TYPE_FIGURE_CARD, index);
  const char *words = xyb_figure_card_get_words (XYB_FIGURE_CARD (card));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  return words;
}

static void
test_figures (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);

  g_assert_cmpstr (card_words (page, 0), ==,
                   "信用管理贯标：目标 66 家，完成率 62.1%；已验收 41 家，已签约 64 家，已推荐 69 "
                   "家；8月15日前验收，还有 22 天");
  g_assert_cmpstr (card_words (page, 1), ==,
                   "苏州市级示范：目标 6 家，完成率 0%；发文 0 家，报送 0 家，名单 0 家，"
                   "没有符合条件的企业；4月30日前推荐，逾期 85 天");
  g_assert_cmpstr (card_words (page, 2), ==,
                   "江苏省级示范：目标 1 家，完成率 0%；发证 0 家，推荐 0 家，"
                   "没有符合条件的企业；7月31日前申报，还有 7 天");
  assert_todos (page, TODOS);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no “%s” in “%s”", part, text);
}

/* A picture says nothing to a screen reader: its figures stand beside it as text. */
static void
test_pictures_as_text (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *view = app_find (page, XYB_TYPE_TIMELINE_VIEW, 0);
  const char *words = xyb_timeline_view_get_words (XYB_TIMELINE_VIEW (view));
  GtkWidget *line = app_find (page, XYB_TYPE_DISTRICT_LINE, 2);
  const char *district = xyb_district_line_get_words (XYB_DISTRICT_LINE (line));

  assert_contains (words, "今天 7月24日 星期五。");
  assert_contains (words, "4月15日前 各区镇报送附件2：已完成 · 11/11 区镇。");
  assert_contains (words, "8月15日前 组织贯标验收：还有 22 天 · 41/66 家（蓝色提醒）。");
  assert_contains (words, "4月30日前 推荐市级示范名单：逾期 85 天 · 尚未推荐（红色提醒）。");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       words);
  g_assert_cmpstr (district, ==,
                   "花桥经济开发区：指标 6，已推荐 6，已签约 6，已验收 6，还差 0，预计扣分 0");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (
                                         gtk_widget_get_ancestor (line, GTK_TYPE_LIST_BOX_ROW)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, district);
  line = app_find (page, XYB_TYPE_DISTRICT_LINE, 11);
  g_assert_cmpstr (xyb_district_line_get_words (XYB_DISTRICT_LINE (line)), ==,
                   "合计：指标 66，已推荐 69，已签约 64，已验收 41，还差 25，预计扣分 9 个区镇");
}

static const char *
page_name (AppFixture *fixture)
{
  return xyb_page_get_name (xyb_window_get_page (fixture->window));
}

static void
test_todo_leads_there (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *row;
  GtkWidget *list;

  gtk_widget_activate (app_find (page, XYB_TYPE_TODO_ROW, 2));
  app_settle ();
  g_assert_cmpstr (page_name (fixture), ==, "nomination");
  row = app_find (GTK_WIDGET (xyb_window_get_page (fixture->window)), XYB_TYPE_SUBMISSION_ROW, 0);
  list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);
  row = GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  g_assert_cmpint (xyb_submission_row_get_unit_id (XYB_SUBMISSION_ROW (row)), ==, ZHOUSHI);

  page = open_page (fixture);
  gtk_widget_activate (app_find (page, XYB_TYPE_TODO_ROW, 4));
  app_settle ();
  g_assert_cmpstr (page_name (fixture), ==, "quota");
}

static void
test_district_leads_to_its_quota (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *line = app_find (page, XYB_TYPE_DISTRICT_LINE, 4);

  g_assert_cmpint (xyb_district_line_get_unit_id (XYB_DISTRICT_LINE (line)), ==, ZHOUSHI);
  gtk_widget_activate (gtk_widget_get_ancestor (line, GTK_TYPE_LIST_BOX_ROW));
  app_settle ();
  g_assert_cmpstr (page_name (fixture), ==, "quota");
}

/* 8 − 1 makes 65 of 66; 撤销 makes it whole again. */
static void
test_edit_and_undo (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *todos = NULL;

  xyb_plan_store_set_quota (fixture->store, DEMO_YEAR, ZHOUSHI, XYB_TRACK_ACCREDITATION, 7, &error);
  g_assert_no_error (error);
  app_settle ();
  todos = todos_of (page);
  assert_contains (todos, "少 1 家：附件1合计 65，方案目标 66，少 1");
  assert_contains (todos, "贯标还差 24 家没有验收");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  assert_todos (page, TODOS);
}

/* 2019 (S0): 50 家, and nothing broken down to the 区镇. */
static void
test_other_year (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);

  xyb_office_set_year (xyb_window_get_office (fixture->window), 2019);
  app_settle ();
  assert_contains (card_words (page, 0), "信用管理贯标：目标 50 家");
  xyb_office_set_year (xyb_window_get_office (fixture->window), 2020);
  app_settle ();
  assert_contains (card_words (page, 0), "信用管理贯标：目标 66 家");
}

static char *
badge_of (AppFixture *fixture)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->window->page_list, 0);
  GtkWidget *badge = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));

  return gtk_widget_get_visible (badge) ? g_strdup (gtk_label_get_label (GTK_LABEL (badge))) : NULL;
}

/* Nobody was put forward for 市级 by 30 April; after 15 August contracts, acceptance, its papers
 * and the one for the province are late, too. */
static void
test_badge (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_page (fixture);
  before = badge_of (fixture);
  g_assert_cmpstr (before, ==, "1");
  g_setenv ("XYB_TODAY", "2020-08-20", TRUE);
  refresh (fixture);
  after = badge_of (fixture);
  g_assert_cmpstr (after, ==, "5");
}

/* The year in view is over and this one has no plan: the page offers to begin it. */
static void
test_year_without_plan (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *button;

  g_setenv ("XYB_TODAY", "2026-02-01", TRUE);
  refresh (fixture);
  button = app_find_button (page, "新建 2026 年度…");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.new-year");
  assert_todos (page, "待新建：2026 年还没有年度方案，从上一年复制，再核对目标、指标和时限\n");
}

static void
test_no_plan (AppFixture *fixture, gconstpointer data)
{
  static const int no_years[] = { 0 };
  g_autofree char *path = g_build_filename (fixture->folder, "blank.xyb", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_office_store_create (path, no_years, &error);
  GtkWidget *page;

  g_assert_no_error (error);
  g_clear_object (&store);
  g_setenv ("XYB_TODAY", DAY, TRUE);
  xyb_window_open_path (fixture->window, path);
  page = wait_for_page (fixture);
  g_assert_nonnull (app_find_button (page, "新建年度方案"));
  g_signal_emit_by_name (app_find_button (page, "用昆山 2019–2020 资料"), "clicked");
  app_settle ();
  assert_contains (card_words (page, 0), "信用管理贯标：目标 66 家，完成率 0%");
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("XYB_TODAY", DAY, TRUE);
  adw_init ();
  ADD ("/overview-page/figures-and-todos-on-24-july", test_figures);
  ADD ("/overview-page/pictures-carry-their-figures-as-text", test_pictures_as_text);
  ADD ("/overview-page/a-todo-leads-where-it-is-mended", test_todo_leads_there);
  ADD ("/overview-page/a-district-leads-to-its-quota", test_district_leads_to_its_quota);
  ADD ("/overview-page/an-edit-and-its-undo-show-at-once", test_edit_and_undo);
  ADD ("/overview-page/another-year", test_other_year);
  ADD ("/overview-page/the-badge-counts-what-is-late", test_badge);
  ADD ("/overview-page/a-year-without-plan-is-offered", test_year_without_plan);
  ADD ("/overview-page/an-office-without-plan", test_no_plan);
  return g_test_run ();
}
