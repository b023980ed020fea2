/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "xyb-store.h"

G_BEGIN_DECLS

/* One revision in the list of the log. */

#define XYB_TYPE_REVISION_ITEM (xyb_revision_item_get_type ())
G_DECLARE_FINAL_TYPE (XybRevisionItem, xyb_revision_item, XYB, REVISION_ITEM, GObject)

XybRevisionItem *xyb_revision_item_new (gint64 id);
void xyb_revision_item_set (XybRevisionItem *self, const XybRevision *revision);

gint64 xyb_revision_item_get_id (XybRevisionItem *self);
/* NULL while the store could not be read. */
const XybRevision *xyb_revision_item_get_revision (XybRevisionItem *self);

char *xyb_revision_caption (const XybRevision *revision);

G_END_DECLS
