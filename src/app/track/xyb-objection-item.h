/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Why an enterprise cannot be moved, or why the clerk has to say why it is. */

#define XYB_TYPE_OBJECTION_ITEM (xyb_objection_item_get_type ())
G_DECLARE_FINAL_TYPE (XybObjectionItem, xyb_objection_item, XYB, OBJECTION_ITEM, GObject)

XybObjectionItem *xyb_objection_item_new (const char *name, const char *sentence, gboolean refused);
GtkListItemFactory *xyb_objection_factory_new (void);

G_END_DECLS
