/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"

G_BEGIN_DECLS

/* 第三方信用服务机构 and their contracts (§3.2). */

typedef struct
{
  gint64 id; /* 0: not stored yet */
  char *name;
  char *credit_code; /* or NULL */
  char *contact;
  char *phone;
  gboolean closed; /* no longer serves */
  char *note;
} XybProvider;

XybProvider *xyb_provider_new (void);
XybProvider *xyb_provider_copy (const XybProvider *self);
void xyb_provider_free (XybProvider *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybProvider, xyb_provider_free)
gboolean xyb_provider_validate (XybProvider *self, GError **error);

/* The numbers are stored. */
typedef enum
{
  XYB_CONTRACT_ACCREDITATION = 1, /* 贯标咨询服务合同 */
  XYB_CONTRACT_MODEL = 2          /* 示范咨询服务合同 */
} XybContractKind;

/* [S1:104]: 跟踪辅导服务时间应不少于半年. */
#define XYB_MODEL_CONTRACT_MONTHS 6

typedef struct
{
  gint64 id;
  gint64 provider_id;
  char *provider_name; /* read only */
  gint64 enterprise_id;
  char *enterprise_name; /* read only */
  char *unit_name;       /* its 区镇; read only */
  XybContractKind kind;
  char *signed_on;  /* 签订日期 */
  char *starts_on;  /* 服务起止 */
  char *ends_on;    /* its last day */
  gboolean filed;   /* 备案 [S1:104] */
  gboolean stamped; /* 盖章鉴定 [S1:88] */
  char *note;
} XybContract;

XybContract *xyb_contract_new (void);
XybContract *xyb_contract_copy (const XybContract *self);
void xyb_contract_free (XybContract *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybContract, xyb_contract_free)
gboolean xyb_contract_validate (XybContract *self, const char *today, GError **error);
int xyb_contract_months (const XybContract *self); /* whole months it runs; -1 where not said */
GPtrArray *xyb_contract_warnings (const XybContract *self); /* of char* */
gboolean xyb_contract_serves (const XybContract *self, XybTrack track);

const char *xyb_contract_kind_name (XybContractKind kind); /* 贯标咨询服务合同 */
const char *xyb_contract_kind_key (XybContractKind kind);  /* accreditation */
XybContractKind xyb_contract_kind_from_key (const char *key);

G_END_DECLS
