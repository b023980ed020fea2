/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Columns of cards side by side, as many as there is room for: where there is not, the last columns
 * go below the shortest. Never wider than it is given. */

#define XYB_TYPE_CARD_COLUMNS (xyb_card_columns_get_type ())
G_DECLARE_FINAL_TYPE (XybCardColumns, xyb_card_columns, XYB, CARD_COLUMNS, GtkWidget)

void xyb_card_columns_add (XybCardColumns *self, guint column, GtkWidget *card);

typedef void (*XybCardFunc) (GtkWidget *card, gpointer user_data);
void xyb_card_columns_foreach (XybCardColumns *self, XybCardFunc func, gpointer user_data);

G_END_DECLS
