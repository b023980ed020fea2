/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-export-spec.h"

G_BEGIN_DECLS

/* A list of a view to a file or to paper, wherever the view stands. */

void xyb_list_output_export (GtkWidget *from, const XybExportSpec *spec);
void xyb_list_output_print (GtkWidget *from,
                            XybOffice *office,
                            const char *label,
                            const XybExportSpec *spec);

G_END_DECLS
