/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-plan-store.h"
#include "xyb-settings.h"

/* The first run: where to begin, and what is said when that does not work out. */

/* The check behind the first frame has a connection of its own, which may outlive the page. */
static void
wait_until_closed (const char *path)
{
  XybStore *store;

  while ((store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, NULL)) == NULL)
    g_main_context_iteration (NULL, FALSE);
  g_object_unref (store);
}

static void
set_up (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *own = NULL;

  app_fixture_set_up (fixture, data);
  own = g_build_filename (fixture->folder, "data", "own.xyb", NULL);
  xyb_settings_set_string (fixture->window->settings, "operator", NULL);
  fixture->store = NULL;
  xyb_window_show_welcome (fixture->window, own);
  wait_until_closed (fixture->path);
  app_settle ();
}

static XybOffice *
get_office (AppFixture *fixture)
{
  return xyb_window_get_office (fixture->window);
}

static guint
count_years (AppFixture *fixture)
{
  g_autoptr (GArray) years = xyb_office_list_years (get_office (fixture));

  return years->len;
}

static void
assert_refused (AppFixture *fixture)
{
  g_assert_false (xyb_window_has_office (fixture->window));
  g_assert_true (xyb_window_is_welcoming (fixture->window));
  g_assert_nonnull (xyb_welcome_get_problem (fixture->window->welcome));
}

static void
test_presets (AppFixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->window->sidebar));
  xyb_welcome_choose (fixture->window->welcome, XYB_WELCOME_PRESETS);
  app_settle ();
  g_assert_true (g_file_test (fixture->window->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_years (fixture), ==, 2);
  g_assert_cmpint (xyb_office_get_year (get_office (fixture)), ==, 2020);
  g_assert_true (gtk_widget_get_visible (fixture->window->sidebar));
}

static void
test_blank (AppFixture *fixture, gconstpointer data)
{
  xyb_welcome_choose (fixture->window->welcome, XYB_WELCOME_BLANK);
  app_settle ();
  g_assert_true (g_file_test (fixture->window->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_years (fixture), ==, 0);
  g_assert_cmpuint (xyb_office_get_districts (get_office (fixture))->len, ==, 12);
}

static void
test_open (AppFixture *fixture, gconstpointer data)
{
  xyb_window_open_path (fixture->window, fixture->path);
  app_settle ();
  g_assert_false (xyb_window_is_welcoming (fixture->window));
  g_assert_cmpstr (fixture->window->path, ==, fixture->path);
}

static void
test_restore (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *own = g_strdup (fixture->window->path);

  xyb_window_restore (fixture->window, fixture->path);
  while (!xyb_window_has_office (fixture->window))
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
  g_assert_cmpstr (xyb_store_get_path (xyb_office_get_store (get_office (fixture))), ==, own);
  g_assert_cmpint (xyb_office_get_year (get_office (fixture)), ==, DEMO_YEAR);
}

/* The folder cannot be made: a file has its name. */
static void
test_no_room (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *own = g_build_filename (fixture->path, "own.xyb", NULL);

  xyb_window_show_welcome (fixture->window, own);
  for (int choice = XYB_WELCOME_PRESETS; choice <= XYB_WELCOME_BLANK; choice++)
    {
      xyb_welcome_choose (fixture->window->welcome, choice);
      app_settle ();
      assert_refused (fixture);
    }
  xyb_window_restore (fixture->window, fixture->path);
  app_settle ();
  assert_refused (fixture);
}

static void
test_foreign (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *own = g_strdup (fixture->window->path);
  g_autofree char *path = g_build_filename (fixture->folder, "foreign.xyb", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "只是一段文字", -1, &error);
  g_assert_no_error (error);
  xyb_window_open_path (fixture->window, path);
  app_settle ();
  assert_refused (fixture);
  g_assert_nonnull (strstr (xyb_welcome_get_problem (fixture->window->welcome), "foreign.xyb"));
  xyb_window_restore (fixture->window, path);
  app_settle ();
  assert_refused (fixture);
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
}

static void
test_operator (AppFixture *fixture, gconstpointer data)
{
  XybStore *store;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;

  xyb_welcome_set_operator (fixture->window->welcome, " 王示例 ");
  xyb_welcome_choose (fixture->window->welcome, XYB_WELCOME_PRESETS);
  app_settle ();
  store = xyb_office_get_store (get_office (fixture));
  xyb_plan_store_set_target (store, 2020, XYB_TRACK_ACCREDITATION, 70, &error);
  g_assert_no_error (error);
  revisions = xyb_store_list_revisions (store, 1, 0, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((XybRevision *) revisions->pdata[0])->operator_name, ==, "王示例");
}

/* What is remembered but gone is said; the welcome is for who has nothing. */
static void
test_remembered (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *gone = g_build_filename (fixture->folder, "gone.xyb", NULL);
  g_autofree char *own = xyb_store_default_path ();

  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
  xyb_window_open_default (fixture->window);
  g_assert_true (xyb_window_is_welcoming (fixture->window));
  g_assert_cmpstr (fixture->window->path, ==, own);
  xyb_window_set_office (fixture->window, NULL);
  gtk_stack_set_visible_child_name (fixture->window->stack, "closed");
  xyb_settings_set_string (fixture->window->settings, "last-file", gone);
  xyb_window_open_default (fixture->window);
  app_settle ();
  g_assert_false (xyb_window_is_welcoming (fixture->window));
  g_assert_nonnull (
    strstr (adw_status_page_get_description (fixture->window->closed_page), "gone.xyb"));
  xyb_settings_set_string (fixture->window->settings, "last-file", NULL);
}

#define ADD(path, func) g_test_add (path, AppFixture, NULL, set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/first-run/the-two-years-of-kunshan", test_presets);
  ADD ("/first-run/units-and-nothing-else", test_blank);
  ADD ("/first-run/a-file-from-elsewhere", test_open);
  ADD ("/first-run/a-backup-becomes-the-office", test_restore);
  ADD ("/first-run/what-cannot-be-made-is-said-and-the-choice-stays", test_no_room);
  ADD ("/first-run/what-is-no-office-is-said-and-the-choice-stays", test_foreign);
  ADD ("/first-run/the-name-stands-in-the-log", test_operator);
  ADD ("/first-run/a-file-that-is-gone-is-said", test_remembered);
  return g_test_run ();
}
