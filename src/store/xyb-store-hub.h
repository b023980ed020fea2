/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-office-lock.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* What all connections of this program to one office file share: the lock, the ids handed out, and
 * who is to be told when another of them wrote. Used from several threads. */

typedef struct _XybStoreHub XybStoreHub;

XybStoreHub *xyb_store_hub_new (XybOfficeLock *lock); /* takes the lock; may be NULL */
XybStoreHub *xyb_store_hub_ref (XybStoreHub *self);
void xyb_store_hub_unref (XybStoreHub *self);

void xyb_store_hub_join (XybStoreHub *self, XybStore *store);
void xyb_store_hub_leave (XybStoreHub *self, XybStore *store);
void xyb_store_hub_tell_others (XybStoreHub *self, XybStore *writer);
void xyb_store_hub_note_id (XybStoreHub *self, gint64 id);
gint64 xyb_store_hub_new_id (XybStoreHub *self);

G_END_DECLS
