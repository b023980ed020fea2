/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <locale.h>

#include "first-frame.h"

/* The yardstick: the least a window of GTK 4 and libadwaita can be. */

static void
activate_cb (GtkApplication *application, gpointer user_data)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window),
                                      gtk_label_new ("信用办工作台"));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  setlocale (LC_ALL, "");
  application
    = adw_application_new ("io.github.xinyongban.BareWindow", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  first_frame_report (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
