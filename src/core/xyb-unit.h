/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ORG-01: the kinds of unit. The numbers are stored: append only. */
typedef enum
{
  XYB_UNIT_KIND_DISTRICT = 1,    /* 区镇 */
  XYB_UNIT_KIND_SUBDISTRICT = 2, /* 城市管理办事处 */
  XYB_UNIT_KIND_DEPARTMENT = 3,  /* 部门 */
  XYB_UNIT_KIND_UPPER = 4,       /* 上级单位 */
  XYB_UNIT_KIND_ASSOCIATION = 5, /* 协会 */
  XYB_UNIT_KIND_PROVIDER = 6,    /* 第三方信用服务机构 */
  XYB_UNIT_KIND_BANK = 7,        /* 银行 */
  XYB_UNIT_KIND_OTHER = 8        /* 其他 */
} XybUnitKind;

const char *xyb_unit_kind_name (XybUnitKind kind);
const char *xyb_unit_kind_key (XybUnitKind kind);
XybUnitKind xyb_unit_kind_from_key (const char *key);

/* Another spelling or an earlier name of the same unit (§1.5, ORG-04). */
typedef struct
{
  gint64 id;
  char *name;
  gboolean former;    /* an earlier name, not only another spelling */
  char *valid_until;  /* ISO date, or NULL */
  char *note;         /* e.g. 机构改革前，不完全等同; or NULL */
  char *source;       /* where the sources use it, e.g. S0:132; or NULL */
} XybUnitAlias;

typedef struct
{
  gint64 id;
  XybUnitKind kind;
  char *name;         /* as printed in the roster */
  char *full_name;    /* 昆山市周市镇人民政府; or NULL */
  gint64 position;    /* official order within its kind (ORG-02) */
  char *valid_from;   /* ISO date, or NULL */
  char *valid_until;  /* ISO date, or NULL */
  char *note;         /* or NULL */
  GPtrArray *aliases; /* of XybUnitAlias */
} XybUnit;

XybUnitAlias *xyb_unit_alias_new (void);
void xyb_unit_alias_free (XybUnitAlias *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybUnitAlias, xyb_unit_alias_free)

XybUnit *xyb_unit_new (void);
XybUnit *xyb_unit_copy (const XybUnit *self);
void xyb_unit_free (XybUnit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybUnit, xyb_unit_free)
gboolean xyb_unit_is_of_year (const XybUnit *self, int year);

G_END_DECLS
