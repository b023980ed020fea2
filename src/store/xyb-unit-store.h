/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-store.h"
#include "xyb-unit-matcher.h"

G_BEGIN_DECLS

GPtrArray *xyb_unit_store_list (XybStore *store, XybUnitKind kind, GError **error); /* 0: all */
XybUnit *xyb_unit_store_get (XybStore *store, gint64 id, GError **error);
/* By name or alias, as the clerk wrote it; an unknown one is refused with suggestions. */
XybUnit *
xyb_unit_store_find (XybStore *store, const char *name, XybUnitKind kind, GError **error);
gboolean xyb_unit_store_add_alias (XybStore *store,
                                   gint64 unit_id,
                                   const char *alias,
                                   gboolean former,
                                   const char *note,
                                   GError **error);
gboolean xyb_unit_store_remove_alias (XybStore *store, gint64 alias_id, GError **error);

/* What could not be told from another unit is refused, naming it: asked while it is typed. */
gboolean xyb_unit_store_check_alias (XybStore *store,
                                     gint64 unit_id,
                                     const char *alias,
                                     GError **error);
gboolean xyb_unit_store_set_alias_former (XybStore *store,
                                          gint64 alias_id,
                                          gboolean former,
                                          GError **error);

gboolean xyb_unit_store_save (XybStore *store, XybUnit *unit, const char *today, GError **error);
gboolean xyb_unit_store_move (XybStore *store, gint64 unit_id, int steps, GError **error);
gboolean xyb_unit_store_remove (XybStore *store, gint64 unit_id, GError **error);

G_END_DECLS
