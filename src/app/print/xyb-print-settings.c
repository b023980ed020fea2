/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-print-settings.h"

#include <glib/gstdio.h>

/* What belongs to one print only: kept, the next document would come out in pieces. */
static const char *const passing[] = {
  GTK_PRINT_SETTINGS_N_COPIES,        GTK_PRINT_SETTINGS_PRINT_PAGES,
  GTK_PRINT_SETTINGS_PAGE_RANGES,     GTK_PRINT_SETTINGS_PAGE_SET,
  GTK_PRINT_SETTINGS_REVERSE,         GTK_PRINT_SETTINGS_SCALE,
  GTK_PRINT_SETTINGS_NUMBER_UP,       GTK_PRINT_SETTINGS_OUTPUT_URI,
  GTK_PRINT_SETTINGS_OUTPUT_BASENAME, GTK_PRINT_SETTINGS_ORIENTATION,
};

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "xinyongban", "print.ini", NULL);
}

/**
 * xyb_print_settings_load:
 *
 * Returns: (transfer full): how was printed last; empty where nothing is remembered
 */
GtkPrintSettings *
xyb_print_settings_load (void)
{
  g_autofree char *path = get_path ();
  GtkPrintSettings *settings = gtk_print_settings_new_from_file (path, NULL);

  return settings != NULL ? settings : gtk_print_settings_new ();
}

/**
 * xyb_print_settings_save:
 * @settings: how was printed
 *
 * Remembers printer, paper and duplex for the next time, if they can be.
 */
void
xyb_print_settings_save (GtkPrintSettings *settings)
{
  g_autoptr (GtkPrintSettings) kept = gtk_print_settings_copy (settings);
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    gtk_print_settings_unset (kept, passing[i]);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    gtk_print_settings_to_file (kept, path, NULL);
}
