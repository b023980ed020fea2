/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In a list that chooses what stands beside it the arrows go from row to row; Tab leaves it. GTK
 * before 4.18 goes through all rows first. */

void xyb_list_tab_leaves (GtkListBox *list);

G_END_DECLS
