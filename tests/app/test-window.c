/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-plan-store.h"
#include "xyb-settings.h"

#define ZHOUSHI 106

/* ---- exports ---- */

static char *
export_to (AppFixture *fixture, const XybExportSpec *spec, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  xyb_window_export_to (fixture->window, spec, path);
  g_assert_false (
    g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "export-quota"));
  app_wait_for_job (fixture);
  return path;
}

static void
assert_starts_with (const char *path, const char *magic)
{
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (contents, strlen (magic), magic, strlen (magic));
}

static void
test_exports (AppFixture *fixture, gconstpointer data)
{
  static const XybExportKind kinds[] = { XYB_EXPORT_QUOTA, XYB_EXPORT_DISTRICT, XYB_EXPORT_ALL,
                                         XYB_EXPORT_MERGED, XYB_EXPORT_BLANK };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int pdf = 0; pdf <= 1; pdf++)
      {
        XybExportSpec spec = { kinds[i], DEMO_YEAR, ZHOUSHI, pdf == 1, FALSE };
        g_autofree char *name = g_strdup_printf ("%zu.%s", i, pdf == 1 ? "pdf" : "xlsx");
        g_autofree char *path = export_to (fixture, &spec, name);

        assert_starts_with (path, pdf == 1 ? "%PDF" : "PK\003\004");
        g_assert_cmpstr (fixture->window->exported, ==, path);
      }
}

/* 考核: the table, its ranking and the sheets of its units, on paper and as workbooks. */
static void
test_assessment_exports (AppFixture *fixture, gconstpointer data)
{
  static const XybExportKind kinds[]
    = { XYB_EXPORT_ASSESSMENT, XYB_EXPORT_RANKING, XYB_EXPORT_UNIT_SHEET, XYB_EXPORT_UNIT_SHEETS };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int pdf = 0; pdf <= 1; pdf++)
      {
        XybExportSpec spec = { kinds[i], DEMO_YEAR, ZHOUSHI, pdf == 1, FALSE,
                               .unit_kind = XYB_UNIT_KIND_DISTRICT };
        g_autofree char *name = g_strdup_printf ("%zu.%s", i, pdf == 1 ? "pdf" : "xlsx");
        g_autofree char *path = export_to (fixture, &spec, name);

        assert_starts_with (path, pdf == 1 ? "%PDF" : "PK\003\004");
      }
}

/* A snapshot nobody has taken is said, and no file is left. */
static void
test_no_snapshot (AppFixture *fixture, gconstpointer data)
{
  XybExportSpec spec = { XYB_EXPORT_ASSESSMENT, DEMO_YEAR,
                         .unit_kind = XYB_UNIT_KIND_DISTRICT, .issue = 7 };
  g_autofree char *path = export_to (fixture, &spec, "第7期.xlsx");
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG));

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "第 7 期"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_file_names (AppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    XybExportSpec spec;
    const char *name;
  } cases[] = {
    { { XYB_EXPORT_QUOTA, 2020, 0, FALSE, FALSE },
      "附件1 2020年昆山市企业信用管理贯标考核指标分解表.xlsx" },
    { { XYB_EXPORT_DISTRICT, 2020, ZHOUSHI, TRUE, FALSE },
      "附件2 2020年昆山市信用管理贯标企业汇总表（周市镇）.pdf" },
    { { XYB_EXPORT_MERGED, 2020, 0, FALSE, FALSE },
      "附件2 2020年昆山市信用管理贯标企业汇总表（全市）.xlsx" },
    { { XYB_EXPORT_ASSESSMENT, 2020, .unit_kind = XYB_UNIT_KIND_DEPARTMENT },
      "2020年昆山市社会信用体系建设考核表（部门）.xlsx" },
    { { XYB_EXPORT_RANKING, 2020, .pdf = TRUE, .unit_kind = XYB_UNIT_KIND_DISTRICT },
      "2020年昆山市社会信用体系建设考核排名（区镇）.pdf" },
    { { XYB_EXPORT_UNIT_SHEET, 2020, ZHOUSHI, .unit_kind = XYB_UNIT_KIND_DISTRICT },
      "2020年昆山市社会信用体系建设考核表（区镇） 周市镇.xlsx" },
    { { XYB_EXPORT_UNIT_SHEETS, 2020, .pdf = TRUE, .unit_kind = XYB_UNIT_KIND_DISTRICT },
      "2020年昆山市社会信用体系建设考核表（区镇） 各单位.pdf" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = xyb_export_spec_file_name (xyb_window_get_office (fixture->window),
                                                         &cases[i].spec, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_mismatch (AppFixture *fixture, gconstpointer data)
{
  XybExportSpec spec = { XYB_EXPORT_QUOTA, DEMO_YEAR, 0, FALSE, FALSE };
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *forced = NULL;

  xyb_plan_store_set_quota (fixture->store, DEMO_YEAR, ZHOUSHI, XYB_TRACK_ACCREDITATION, 7, &error);
  g_assert_no_error (error);
  refused = export_to (fixture, &spec, "refused.xlsx");
  g_assert_false (g_file_test (refused, G_FILE_TEST_EXISTS));
  g_assert_nonnull (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  spec.mismatch = TRUE;
  forced = export_to (fixture, &spec, "forced.xlsx");
  assert_starts_with (forced, "PK\003\004");
}

static void
test_mismatch_is_asked (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AdwMessageDialog *dialog;

  xyb_plan_store_set_quota (fixture->store, DEMO_YEAR, ZHOUSHI, XYB_TRACK_ACCREDITATION, 7, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-quota", "s", "xlsx");
  app_settle ();
  dialog = ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (dialog);
  /* Both figures and the difference (QUO-01). */
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "65"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "66"));
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "export"));
  adw_message_dialog_response (dialog, "cancel");
  app_settle ();
}

static void
test_no_folder (AppFixture *fixture, gconstpointer data)
{
  XybExportSpec spec = { XYB_EXPORT_QUOTA, DEMO_YEAR, 0, FALSE, FALSE };
  g_autofree char *path = export_to (fixture, &spec, "nowhere/附件1.xlsx");
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG));

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (dialog);
  g_assert_cmpuint (strlen (adw_message_dialog_get_body (dialog)), >, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* ---- files ---- */

static void
test_foreign_file (AppFixture *fixture, gconstpointer data)
{
  static const char *const contents[] = { "", "只是一段文字", "SQLite format 3" };

  xyb_window_set_office (fixture->window, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      /* The sentence is shown as markup: a name must not break it. */
      g_autofree char *path = g_build_filename (fixture->folder, "foreign & <b>.xyb", NULL);
      g_autofree char *after = NULL;
      g_autofree char *said = NULL;
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, contents[i], -1, &error);
      g_assert_no_error (error);
      xyb_window_open_path (fixture->window, path);
      app_settle ();
      g_assert_false (xyb_window_has_office (fixture->window));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, "closed");
      pango_parse_markup (adw_status_page_get_description (fixture->window->closed_page), -1, 0,
                          NULL, &said, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (said, "foreign & <b>.xyb"));
      g_file_get_contents (path, &after, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (after, ==, contents[i]);
    }
}

static void
test_bad_file_leaves_the_open_one (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing.xyb", NULL);
  XybOffice *office = xyb_window_get_office (fixture->window);

  xyb_window_open_path (fixture->window, path);
  app_settle ();
  g_assert_true (xyb_window_get_office (fixture->window) == office);
  g_assert_nonnull (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
test_restore (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.xyb", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;

  xyb_store_backup (fixture->store, backup, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  xyb_plan_store_set_target (fixture->store, DEMO_YEAR, XYB_TRACK_ACCREDITATION, 99, &error);
  g_assert_no_error (error);
  app_settle ();
  xyb_window_restore (fixture->window, backup);
  while (!xyb_window_has_office (fixture->window))
    g_main_context_iteration (NULL, TRUE);
  fixture->store = xyb_office_get_store (xyb_window_get_office (fixture->window));
  plan = xyb_plan_store_get (fixture->store, DEMO_YEAR, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->targets[0], ==, 66);
}

/* ---- the frame ---- */

static void
test_undo_enabled (AppFixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);
  g_autoptr (GError) error = NULL;

  while (g_action_group_get_action_enabled (actions, "undo"))
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
      app_settle ();
    }
  g_assert_true (g_action_group_get_action_enabled (actions, "redo"));
  xyb_plan_store_set_target (fixture->store, DEMO_YEAR, XYB_TRACK_ACCREDITATION, 70, &error);
  g_assert_no_error (error);
  g_assert_true (g_action_group_get_action_enabled (actions, "undo"));
}

static guint
count_print_buttons (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_visible (widget))
    return 0;
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.print") == 0)
    n++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_print_buttons (child);
  return n;
}

static void
test_pages (AppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *title;
    gboolean search;
  } pages[] = {
    { "overview", "总览", FALSE },
    { "enterprise", "企业", TRUE },
    { "quota", "指标分解（附件1）", FALSE },
    { "nomination", "企业汇总（附件2）", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page-number", "i",
                                  (int) i + 1);
      app_settle ();
      g_assert_cmpstr (xyb_page_get_name (xyb_window_get_page (fixture->window)), ==,
                       pages[i].name);
      g_assert_cmpstr (adw_window_title_get_title (fixture->window->title), ==, pages[i].title);
      g_assert_true (gtk_widget_get_visible (fixture->window->search_button) == pages[i].search);
      g_assert_nonnull (adw_bin_get_child (fixture->window->main_slot));
      g_assert_cmpuint (count_print_buttons (GTK_WIDGET (fixture->window)), ==, 1);
    }
}

/* One page is made for the first frame; the others wait until they are asked for, and the sidebar
 * counts without them. */
static void
test_pages_are_made_when_shown (AppFixture *fixture, gconstpointer data)
{
  GtkListBoxRow *row;
  GtkWidget *badge;

  xyb_window_show_page (fixture->window, "quota");
  xyb_window_open_path (fixture->window, fixture->path);
  fixture->store = xyb_office_get_store (xyb_window_get_office (fixture->window));
  app_settle ();
  row = gtk_list_box_get_row_at_index (fixture->window->page_list, 3);
  badge = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
  g_assert_null (gtk_stack_get_child_by_name (fixture->window->pages, "nomination"));
  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_cmpint (atoi (gtk_label_get_label (GTK_LABEL (badge))), >, 0);
  xyb_window_show_page (fixture->window, "nomination");
  g_assert_nonnull (gtk_stack_get_child_by_name (fixture->window->pages, "nomination"));
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_DROP_DOWN (widget)
         || GTK_IS_SWITCH (widget) || GTK_IS_MENU_BUTTON (widget);
}

static gboolean
shows_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || gtk_widget_get_tooltip_text (widget) != NULL
         || (GTK_IS_BUTTON (widget) && shows_text (widget))
         || (GTK_IS_MENU_BUTTON (widget) && shows_text (widget));
}

/* Parts of a named control, such as the text of a search entry, carry the control's name. */
static void
assert_names (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_WINDOW_CONTROLS (widget))
    return;
  if (is_control (widget))
    {
      if (!has_name (widget))
        g_test_message ("without a name: %s in %s", G_OBJECT_TYPE_NAME (widget),
                        G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      g_assert_true (has_name (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_names (child);
}

static void
test_names (AppFixture *fixture, gconstpointer data)
{
  for (int i = 1; i <= 4; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page-number", "i", i);
      app_settle ();
      assert_names (GTK_WIDGET (fixture->window));
    }
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/window/every-official-table-is-written", test_exports);
  ADD ("/window/the-assessment-is-written", test_assessment_exports);
  ADD ("/window/a-snapshot-nobody-took-is-said", test_no_snapshot);
  ADD ("/window/files-have-the-offices-own-names", test_file_names);
  ADD ("/window/a-sum-that-is-not-the-target-is-not-written-unasked", test_mismatch);
  ADD ("/window/a-sum-that-is-not-the-target-is-asked-about", test_mismatch_is_asked);
  ADD ("/window/a-missing-folder-is-said", test_no_folder);
  ADD ("/window/a-foreign-file-is-said-and-left-alone", test_foreign_file);
  ADD ("/window/a-file-that-does-not-open-leaves-the-open-one", test_bad_file_leaves_the_open_one);
  ADD ("/window/a-backup-comes-back", test_restore);
  ADD ("/window/undo-and-redo-are-there-when-they-can-be", test_undo_enabled);
  ADD ("/window/pages-bring-their-title-and-button", test_pages);
  ADD ("/window/a-page-is-made-when-it-is-shown", test_pages_are_made_when_shown);
  ADD ("/window/every-control-has-a-name", test_names);
  return g_test_run ();
}
