/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-company-name.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* Looks many names up in the register at once: each of its names, present and former, is looked up
 * among those that are wanted. A hundred thousand names cost one walk over the register, as eleven
 * do. */

/* An enterprise of the register that a name may mean. */
typedef struct
{
  gint64 enterprise_id;
  XybCompanyMatch how;
} XybNameHit;

typedef struct _XybNameLookup XybNameLookup;

XybNameLookup *xyb_name_lookup_new (void);
void xyb_name_lookup_free (XybNameLookup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybNameLookup, xyb_name_lookup_free)

void xyb_name_lookup_want (XybNameLookup *self, const XybCompanyKeys *keys);
gboolean xyb_name_lookup_is_empty (const XybNameLookup *self);
gboolean xyb_name_lookup_read (XybNameLookup *self, XybStore *store, GError **error);
void xyb_name_lookup_list (const XybNameLookup *self, const XybCompanyKeys *keys, GArray *hits);

G_END_DECLS
