/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A card of the sheet: a heading, a few words or a button at its end, and a list of rows. What the
 * cards of the sheet are made of.
 *
 * Signal:
 *   row-activated (GtkListBoxRow)   as of GtkListBox */

#define XYB_TYPE_CARD_LIST (xyb_card_list_get_type ())
G_DECLARE_FINAL_TYPE (XybCardList, xyb_card_list, XYB, CARD_LIST, GtkBox)

GtkWidget *xyb_card_list_new (const char *title);
void xyb_card_list_set_note (XybCardList *self, const char *note);
void xyb_card_list_set_end (XybCardList *self, GtkWidget *widget);
void xyb_card_list_begin (XybCardList *self);
AdwActionRow *
xyb_card_list_add (XybCardList *self, const char *title, const char *caption, gint64 id);
void xyb_card_list_end (XybCardList *self);
const char *xyb_card_list_get_note (XybCardList *self);
GtkListBox *xyb_card_list_get_list (XybCardList *self);

gint64 xyb_card_row_get_id (GtkListBoxRow *row);
GtkWidget *xyb_card_row_add_tag (AdwActionRow *row,
                                 const char *css_class,
                                 const char *icon_name,
                                 const char *word);

G_END_DECLS
