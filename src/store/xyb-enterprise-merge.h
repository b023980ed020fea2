/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-merge-field.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* One enterprise that stands in the register twice becomes one again (ENT-08). */

typedef enum
{
  XYB_MERGE_SIDE_OPEN, /* somebody has to say */
  XYB_MERGE_SIDE_KEEP,
  XYB_MERGE_SIDE_GONE
} XybMergeSide;

/* A year in which both stand in 附件2: only one row can stay. */
typedef struct
{
  int year;
  XybNomination *keep;
  XybNomination *gone;
  XybMergeSide stays; /* as proposed: the only one accepted; else open */
} XybMergeYear;

/**
 * XybMerge:
 * @keep: the entry that stays, as stored
 * @gone: the entry that goes into it, as stored
 * @take: XYB_MERGE_BIT() of the fields where @gone is right; none at first
 * @years: (element-type XybMergeYear): those both were put forward in, latest first
 * @moved: (element-type int): the years only @gone was put forward in, latest first
 */
typedef struct
{
  XybEnterprise *keep;
  XybEnterprise *gone;
  guint take;
  GPtrArray *years;
  GArray *moved;
} XybMerge;

XybMerge *xyb_merge_load (XybStore *store, gint64 keep_id, gint64 gone_id, GError **error);
void xyb_merge_free (XybMerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybMerge, xyb_merge_free)

gboolean xyb_merge_choose_year (XybMerge *self, int year, XybMergeSide stays);
gboolean xyb_merge_is_decided (const XybMerge *self, GError **error);
char *xyb_merge_describe (const XybMerge *self);

/* As one revision; undo brings both back as they were. */
gboolean xyb_enterprise_store_merge (XybStore *store,
                                     const XybMerge *merge,
                                     const char *today,
                                     GError **error);

G_END_DECLS
