/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-stage.h"
#include "xyb-store.h"

G_BEGIN_DECLS

typedef enum
{
  XYB_ENTERPRISE_ORDER_OFFICIAL = 0, /* 区镇 order, then the order of entry */
  XYB_ENTERPRISE_ORDER_NAME = 1,     /* pinyin */
  XYB_ENTERPRISE_ORDER_RECENT = 2    /* latest entry first */
} XybEnterpriseOrder;

/* 状态, one of them at a time. The first four are those of XybStage. */
typedef enum
{
  XYB_REGISTER_STATE_ANY = 0,
  XYB_REGISTER_STATE_NOMINATED = XYB_STAGE_NOMINATED,
  XYB_REGISTER_STATE_CONFIRMED = XYB_STAGE_CONFIRMED,
  XYB_REGISTER_STATE_SIGNED = XYB_STAGE_SIGNED,
  XYB_REGISTER_STATE_ACCEPTED = XYB_STAGE_ACCEPTED,
  XYB_REGISTER_STATE_UNNOMINATED, /* 未申报 */
  XYB_REGISTER_STATE_ABOVE_SCALE, /* 规模以上 */
  XYB_REGISTER_STATE_NO_CODE,     /* 未填代码 (AMB-12) */
  XYB_REGISTER_STATE_CLOSED,      /* 已注销 */
  XYB_N_REGISTER_STATES
} XybRegisterState;

const char *xyb_register_state_name (XybRegisterState state);
XybRegisterState xyb_register_state_from_name (const char *name);

/**
 * XybEnterpriseQuery:
 * @text: part of the name (also a former one), initials, code, contact or phone; NULL or "" for all
 * @unit_id: only this 区镇, or 0
 * @nominated_year: only those put forward in this year, or 0
 * @nominated_ever: only those put forward in any year
 * @state: only those in this state
 * @state_year: the year whose nominations say the state; 0 for any year
 * @include_closed: also 注销
 */
typedef struct
{
  const char *text;
  gint64 unit_id;
  int nominated_year;
  gboolean nominated_ever;
  XybRegisterState state;
  int state_year;
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

gint64 xyb_enterprise_store_find_code (XybStore *store, const char *code, GError **error);
/* Revisions of XybRevision that touched it, its rows of 附件2, or what was merged into it. */
GPtrArray *xyb_enterprise_store_list_history (
  XybStore *store, gint64 id, guint max, GError **error);

/* id 0 inserts and sets it; else updates. A changed name keeps the old one as a former name dated
 * @today (ISO). Validates; a code that fails its check needs code_confirmed. */
gboolean xyb_enterprise_store_save (
  XybStore *store, XybEnterprise *enterprise, const char *today, GError **error);
gboolean
xyb_enterprise_store_remove_former_name (XybStore *store, gint64 former_id, GError **error);
gboolean xyb_enterprise_store_remove (XybStore *store, gint64 id, GError **error);

G_END_DECLS
