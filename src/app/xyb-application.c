/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-application.h"

#include "xyb-about.h"
#include "xyb-config.h"
#include "xyb-dropped-file.h"
#include "xyb-i18n.h"
#include "xyb-preferences.h"
#include "xyb-settings.h"
#include "xyb-part-names.h"
#include "xyb-window.h"

struct _XybApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (XybApplication, xyb_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *accels[3];
} Accel;

/* Undo and redo are not here: a field has an undo of its own while it is typed into, so the window
 * looks first. */
static const Accel accels[] = {
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.search", { "<Control>f" } },
  { "win.new-record", { "<Control>n" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.edit", { "F2" } },
  { "win.refresh", { "F5" } },
  { "win.other-side", { "F6" } },
  { "win.back", { "<Alt>Left" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.new-year", { "<Control><Shift>n" } },
  { "win.step-year(1)", { "<Alt>Page_Down" } },
  { "win.step-year(-1)", { "<Alt>Page_Up" } },
  { "win.page-number(1)", { "<Control>1" } },
  { "win.page-number(2)", { "<Control>2" } },
  { "win.page-number(3)", { "<Control>3" } },
  { "win.page-number(4)", { "<Control>4" } },
  { "win.page-number(5)", { "<Control>5" } },
  { "win.page-number(6)", { "<Control>6" } },
  { "win.page-number(7)", { "<Control>7" } },
  { "win.page-number(8)", { "<Control>8" } },
  { "win.page-number(9)", { "<Control>9" } },
};

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  /* Through the window, so that a field being typed into is still saved. */
  if (window != NULL)
    gtk_window_close (window);
}

static XybWindow *
find_window (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  while (window != NULL && !XYB_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? XYB_WINDOW (window) : NULL;
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *window = find_window (user_data);
  g_autoptr (GSettings) settings = xyb_settings_new ();

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (
      xyb_preferences_new (GTK_WINDOW (window), settings, xyb_window_get_office (window))));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *window = find_window (user_data);
  XybOffice *office = window != NULL ? xyb_window_get_office (window) : NULL;

  xyb_about_show (GTK_WINDOW (window),
                  office != NULL ? xyb_store_get_path (xyb_office_get_store (office)) : NULL);
}

/* A desktop that says only “Sans” leaves the choice to fontconfig, which on a bare system puts wide
 * DejaVu figures between Chinese text. A font the clerk has chosen stays. */
static void
choose_font (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name);
  if (g_strcmp0 (pango_font_description_get_family (font), "Sans") == 0)
    g_object_set (settings, "gtk-font-name", "Noto Sans, Noto Sans CJK SC 11", NULL);
}

static void
xyb_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "about", .activate = about_cb },
  };
  g_autoptr (GSettings) settings = xyb_settings_new ();

  G_APPLICATION_CLASS (xyb_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].accels);
  choose_font (gtk_settings_get_default ());
  xyb_preferences_apply_colours (settings);
  xyb_part_names_start ();
  gtk_window_set_default_icon_name (XYB_APP_ID);
}

static XybWindow *
get_window (GApplication *application)
{
  XybWindow *window = find_window (application);

  return window != NULL ? window : xyb_window_new (GTK_APPLICATION (application));
}

static void
xyb_application_activate (GApplication *application)
{
  XybWindow *window = get_window (application);

  if (!xyb_window_has_office (window) && !xyb_window_is_welcoming (window))
    xyb_window_open_default (window);
  gtk_window_present (GTK_WINDOW (window));
}

/* The workbooks among @files, which 区镇 may have returned; NULL where there are none. */
static GStrv
dup_returns (GFile **files, int n_files)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  gboolean any = FALSE;

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path == NULL || !xyb_dropped_file_is_return (path))
        continue;
      g_strv_builder_add (paths, path);
      any = TRUE;
    }
  return any ? g_strv_builder_end (paths) : NULL;
}

static void
xyb_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  XybWindow *window = get_window (application);
  g_autofree char *path = g_file_get_path (files[0]);
  g_auto (GStrv) returns = dup_returns (files, n_files);

  if (returns != NULL && !xyb_window_has_office (window) && !xyb_window_is_welcoming (window))
    xyb_window_open_default (window);
  /* A second start with the file that is open only raises the window. */
  if (returns != NULL)
    xyb_window_take_returns (window, (const char *const *) returns);
  else if (path != NULL && !xyb_window_shows_file (window, path))
    xyb_window_open_path (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

static void
xyb_application_class_init (XybApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = xyb_application_startup;
  application_class->activate = xyb_application_activate;
  application_class->open = xyb_application_open;
}

static void
xyb_application_init (XybApplication *self)
{
}

/**
 * xyb_application_new:
 * @flags: further flags; tests are not unique
 *
 * Returns: (transfer full): the program; opens one office file
 */
XybApplication *
xyb_application_new (GApplicationFlags flags)
{
  return g_object_new (XYB_TYPE_APPLICATION, "application-id", XYB_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | flags, NULL);
}
