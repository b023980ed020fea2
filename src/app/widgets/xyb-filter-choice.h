/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A drop-down that filters a list: its first choice is “all” and reads as the filter's own word;
 * another one stands out. Long choices are cut off in the button, never in the list. */

void xyb_filter_choice_init (GtkDropDown *drop_down, const char *word);
void xyb_filter_choice_set_strings (GtkDropDown *drop_down, GtkStringList *strings);

G_END_DECLS
