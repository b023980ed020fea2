/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"
#include "xyb-store.h"

G_BEGIN_DECLS

typedef enum
{
  XYB_ENTERPRISE_ORDER_OFFICIAL = 0, /* 区镇 order, then the order of entry */
  XYB_ENTERPRISE_ORDER_NAME = 1,     /* pinyin */
  XYB_ENTERPRISE_ORDER_RECENT = 2    /* latest entry first */
} XybEnterpriseOrder;

/**
 * XybEnterpriseQuery:
 * @text: part of the name (also a former one), initials, code, contact or phone; NULL or "" for all
 * @unit_id: only this 区镇, or 0
 * @nominated_year: only those put forward in this year, or 0
 * @include_closed: also 注销
 */
typedef struct
{
  const char *text;
  gint64 unit_id;
  int nominated_year;
  gboolean include_closed;
  XybEnterpriseOrder order;
} XybEnterpriseQuery;

/* Ids only (of gint64): the window holds these and fetches the rows it shows. */
GArray *xyb_enterprise_store_query (XybStore *store, const XybEnterpriseQuery *query, GError **error);
/* Rows of a few ids, in the order asked; without former names. */
GPtrArray *xyb_enterprise_store_get_many (
  XybStore *store, const gint64 *ids, guint n_ids, GError **error);
XybEnterprise *xyb_enterprise_store_get (XybStore *store, gint64 id, GError **error);
gint64 xyb_enterprise_store_count (XybStore *store, GError **error);

/* Same code (refused with the other's name), and same or like names, before adding. */
GPtrArray *xyb_enterprise_store_find_same (XybStore *store, const char *name, GError **error);

/* id 0 inserts and sets it; else updates. A changed name keeps the old one as a former name dated
 * @today (ISO). Validates; a code that fails its check needs code_confirmed. */
gboolean xyb_enterprise_store_save (
  XybStore *store, XybEnterprise *enterprise, const char *today, GError **error);
gboolean xyb_enterprise_store_remove (XybStore *store, gint64 id, GError **error);

G_END_DECLS
