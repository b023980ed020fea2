/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"

#include <glib/gstdio.h>

#include "xyb-field-row.h"
#include "xyb-office-store.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

/* What libraries allocate before the program begins is theirs: GLib makes its first table of quarks
 * then, and leaves it behind on purpose when a window needs a second one. */
static void
before_libraries (void)
{
  __lsan_disable ();
}

__attribute__ ((section (".preinit_array"), used)) static void (*const preinit) (void)
  = before_libraries;

__attribute__ ((constructor)) static void
after_libraries (void)
{
  __lsan_enable ();
}
#endif

/* What is allocated between the two is a library's that never frees it, where LeakSanitizer can no
 * longer see whose it is: GTK is built without frame pointers. */
void
app_leak_begin (void)
{
#ifdef __SANITIZE_ADDRESS__
  __lsan_disable ();
#endif
}

void
app_leak_end (void)
{
#ifdef __SANITIZE_ADDRESS__
  __lsan_enable ();
#endif
}

/* A folder of its own for an office of that name. */
void
app_fixture_start (AppFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("xyb-app-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
}

static void
make_office (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;

  app_fixture_start (fixture, "office.xyb");
  store = xyb_office_store_create (fixture->path, NULL, &error);
  g_assert_no_error (error);
  xyb_office_store_fill_demo (store, DEMO_YEAR, DEMO_ENTERPRISES, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* One program for the whole test program, as on a desktop; it stays until the end. */
static XybApplication *
get_application (void)
{
  g_autoptr (GError) error = NULL;

  if (g_application_get_default () == NULL)
    {
      XybApplication *application = xyb_application_new (G_APPLICATION_NON_UNIQUE);

      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
      g_application_set_default (G_APPLICATION (application));
    }
  return XYB_APPLICATION (g_application_get_default ());
}

/* A window of the program on the office of the fixture. */
void
app_fixture_open (AppFixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  fixture->application = get_application ();
  g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
  fixture->window
    = XYB_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  g_assert_true (xyb_window_has_office (fixture->window));
  fixture->store = xyb_office_get_store (xyb_window_get_office (fixture->window));
  while (!fixture->window->framed)
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
}

/* A window in which no office is open yet. */
void
app_fixture_open_nothing (AppFixture *fixture)
{
  fixture->application = get_application ();
  fixture->window = xyb_window_new (GTK_APPLICATION (fixture->application));
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_settle ();
}

/* A window of the program on a fresh office. */
void
app_fixture_set_up (AppFixture *fixture, gconstpointer data)
{
  make_office (fixture);
  app_fixture_open (fixture);
}

/* Closes the window as the clerk would, and waits until nothing of it is left. */
void
app_close_window (AppFixture *fixture)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->window = NULL;
  fixture->store = NULL;
}

void
app_fixture_tear_down (AppFixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    {
      xyb_window_remove_sub_page (fixture->window); /* would ask whether what it holds may be lost */
      app_close_window (fixture);
    }
  app_settle ();
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Everything that is due now has been done. */
void
app_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Until the export in hand is over. */
void
app_wait_for_job (AppFixture *fixture)
{
  while (fixture->window->job != NULL)
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
}

/* Gives @widget a key as its own controllers see it. */
void
app_press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
      if (handled)
        break;
    }
  app_settle ();
}

typedef gboolean (*MatchFunc) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *root, MatchFunc match, gconstpointer data, guint *skip)
{
  if (match (root, data) && (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

/* The @index-th widget of @type below @root. */
GtkWidget *
app_find (GtkWidget *root, GType type, guint index)
{
  GtkWidget *found = find (root, has_type, &type, &index);

  g_assert_nonnull (found);
  return found;
}

static gboolean
is_field (GtkWidget *widget, gconstpointer data)
{
  return XYB_IS_FIELD_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

/* The field of a form with that name. */
GtkWidget *
app_find_field (GtkWidget *root, const char *title)
{
  guint skip = 0;
  GtkWidget *found = find (root, is_field, title, &skip);

  g_assert_nonnull (found);
  return found;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0;
}

/* The button on screen with that label. */
GtkWidget *
app_find_button (GtkWidget *root, const char *label)
{
  guint skip = 0;
  GtkWidget *found = find (root, is_button, label, &skip);

  g_assert_nonnull (found);
  return found;
}

static gboolean
is_menu_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), data) == 0;
}

/* The button on screen that opens the menu of that name. */
GtkMenuButton *
app_find_menu_button (GtkWidget *root, const char *label)
{
  guint skip = 0;
  GtkWidget *found = find (root, is_menu_button, label, &skip);

  g_assert_nonnull (found);
  return GTK_MENU_BUTTON (found);
}

/* The window of that type on screen, or NULL. */
GtkWindow *
app_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}
