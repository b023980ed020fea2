/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-store.h"

G_BEGIN_DECLS

/* The operation log, asked: which revisions, who wrote them, where a change leads. */

/**
 * XybRevisionQuery:
 * @text: part of the label or of the name of a record touched; %NULL or "" for all
 * @operator_name: only theirs, or %NULL
 * @since: ISO date of the first day, or %NULL
 * @until: ISO date of the last day, or %NULL
 * @kind: only these, or 0
 * @table: only those that touched this table (quota), or %NULL
 */
typedef struct
{
  const char *text;
  const char *operator_name;
  const char *since;
  const char *until;
  XybRevisionKind kind;
  const char *table;
} XybRevisionQuery;

/* Ids only (of gint64), latest first: the window holds these and fetches the rows it shows. */
GArray *xyb_store_query_revisions (XybStore *store, const XybRevisionQuery *query, GError **error);
/* Rows of a few ids, in the order asked. */
GPtrArray *xyb_store_get_revisions (XybStore *store,
                                    const gint64 *ids,
                                    guint n_ids,
                                    gboolean with_changes,
                                    GError **error);

GPtrArray *xyb_store_list_operators (XybStore *store, GError **error); /* of char* */
const char *const *xyb_store_list_tables (void);           /* names in the schema, NULL-ended */
const char *xyb_store_get_table_title (const char *table); /* 指标分解 */
const char *xyb_revision_kind_name (XybRevisionKind kind); /* 编辑、撤销、重做、系统 */
XybRevisionKind xyb_revision_kind_from_key (const char *key); /* edit, undo, redo, system */

/* Where the record of a change is edited. */
typedef enum
{
  XYB_PLACE_NONE,       /* it is gone, or edited nowhere */
  XYB_PLACE_ENTERPRISE, /* id: of the enterprise */
  XYB_PLACE_QUOTA,      /* id: of the 区镇 */
  XYB_PLACE_SUBMISSION, /* id: of the 区镇 */
  XYB_PLACE_UNIT,       /* id: of the unit */
  XYB_PLACE_OFFICE      /* settings, plans and their lists */
} XybPlaceKind;

typedef struct
{
  XybPlaceKind kind;
  gint64 id;
  int year; /* of the plan it belongs to, or 0 */
} XybPlace;

XybPlace xyb_store_find_place (XybStore *store, const char *table, gint64 record_id);

G_END_DECLS
