/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The printer the clerk chose last and how it prints, kept in her own configuration folder. */

GtkPrintSettings *xyb_print_settings_load (void);
void xyb_print_settings_save (GtkPrintSettings *settings);

G_END_DECLS
