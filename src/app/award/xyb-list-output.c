/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-list-output.h"

#include "xyb-print-preview.h"
#include "xyb-window-private.h"

/* A view may stand in a window of its own over the program's. */
static XybWindow *
find_window (GtkWidget *from)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (from));

  while (window != NULL && !XYB_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? XYB_WINDOW (window) : NULL;
}

/**
 * xyb_list_output_export:
 * @from: the view
 * @spec: what is to be written
 *
 * Asks where to, and writes it.
 */
void
xyb_list_output_export (GtkWidget *from, const XybExportSpec *spec)
{
  XybWindow *window = find_window (from);

  g_return_if_fail (window != NULL);

  xyb_window_ask_export (window, spec);
}

/**
 * xyb_list_output_print:
 * @from: the view
 * @office: the office
 * @label: what it is called
 * @spec: what is to be printed
 *
 * Shows its pages.
 */
void
xyb_list_output_print (GtkWidget *from,
                       XybOffice *office,
                       const char *label,
                       const XybExportSpec *spec)
{
  XybPrintChoice choice = { label, *spec };

  xyb_print_preview_open (from, office, &choice, 1);
}
