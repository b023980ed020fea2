/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-amount.h"
#include "xyb-company-name.h"
#include "xyb-plan.h"

G_BEGIN_DECLS

/* No enterprise has ten million people; a number beyond is a telephone or a code in the wrong cell. */
#define XYB_MAX_HEADCOUNT 9999999

/* ENT-07: industry. The numbers are stored. */
typedef enum
{
  XYB_INDUSTRY_UNSAID = 0,
  XYB_INDUSTRY_MANUFACTURING = 1,     /* 制造业 */
  XYB_INDUSTRY_PRODUCER_SERVICES = 2, /* 生产性服务业 */
  XYB_INDUSTRY_OTHER = 3              /* 其他 */
} XybIndustry;

/* A yes, a no, or nobody said. The numbers are stored; unsaid is NULL. */
typedef enum
{
  XYB_TRI_UNSAID = -1,
  XYB_TRI_NO = 0,
  XYB_TRI_YES = 1
} XybTri;

typedef struct
{
  gint64 id;
  char *name;
  char *until; /* ISO date it was given up, or NULL */
} XybFormerName;

typedef struct
{
  gint64 id;          /* 0: not stored yet */
  char *name;
  char *credit_code;  /* normalised, or NULL */
  gboolean code_confirmed; /* fails the check, but the clerk has seen the licence (§19.1) */
  gint64 unit_id;     /* 区镇, or 0 */
  char *unit_name;    /* read only: filled by the store */
  XybIndustry industry;
  XybTri above_scale; /* 规模以上 */
  char *founded_on;   /* ISO, or NULL */
  char *legal_person; /* or NULL */
  char *products;     /* 主要产品 */
  gint64 headcount;   /* 职工人数, or XYB_UNSAID */
  char *contact;
  char *phone;        /* text (ENT-04) */
  gboolean closed;    /* 注销 */
  char *note;
  GPtrArray *former_names; /* of XybFormerName, latest first */
} XybEnterprise;

XybEnterprise *xyb_enterprise_new (void);
XybEnterprise *xyb_enterprise_copy (const XybEnterprise *self);
void xyb_enterprise_free (XybEnterprise *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybEnterprise, xyb_enterprise_free)
XybFormerName *xyb_former_name_new (void);
void xyb_former_name_free (XybFormerName *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybFormerName, xyb_former_name_free)

/* How well @name is the present or a former name. */
XybCompanyMatch xyb_enterprise_match_name (const XybEnterprise *self, const char *name);

/* Cleans and checks every field in place; the first that cannot be is refused by name. */
gboolean xyb_enterprise_validate (XybEnterprise *self, GError **error);

const char *xyb_industry_name (XybIndustry industry); /* 制造业; NULL where unsaid */
XybIndustry xyb_industry_from_name (const char *name);

/* One row of 附件2: an enterprise put forward by its 区镇 in one year. */
typedef struct
{
  gint64 id;
  gint64 plan_id;
  gint64 unit_id;          /* the 区镇 that put it forward */
  char *unit_name;         /* read only */
  gint64 enterprise_id;
  char *enterprise_name;   /* read only: the register's present name */
  gint64 position;         /* order within the 区镇, from 1 */
  char *products;
  gint64 revenue_fen;      /* 去年销售收入 in 分, or XYB_UNSAID */
  XybMoneyUnit revenue_unit; /* unit it was given in; default 万元 (ENT-03) */
  gint64 headcount;        /* or XYB_UNSAID */
  char *contact;
  char *phone;
  char *confirmed_on;      /* 确定名单, ISO or NULL */
  char *signed_on;         /* 签约 */
  char *accepted_on;       /* 验收通过 */
  char *note;
} XybNomination;

XybNomination *xyb_nomination_new (void);
XybNomination *xyb_nomination_copy (const XybNomination *self);
void xyb_nomination_free (XybNomination *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybNomination, xyb_nomination_free)
gboolean xyb_nomination_validate (XybNomination *self, GError **error);

/* ENT-06: what a 区镇 has returned. The numbers are stored. */
typedef enum
{
  XYB_SUBMISSION_MISSING = 1,   /* 未报 */
  XYB_SUBMISSION_RECEIVED = 2,  /* 已报 */
  XYB_SUBMISSION_QUESTIONS = 3, /* 有疑问 */
  XYB_SUBMISSION_RETURNED = 4,  /* 退回 */
  XYB_SUBMISSION_CONFIRMED = 5  /* 已确认 */
} XybSubmissionState;

typedef struct
{
  gint64 id;
  gint64 plan_id;
  gint64 unit_id;
  char *unit_name;     /* read only */
  XybSubmissionState state;
  char *received_on;   /* ISO, or NULL */
  char *officer;       /* 业务负责人 of the 区镇 (ENT-05) */
  char *officer_phone; /* 联系方式 */
  char *note;
  gint64 rows;         /* read only: nominations of this 区镇 */
} XybSubmission;

XybSubmission *xyb_submission_new (void);
void xyb_submission_free (XybSubmission *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybSubmission, xyb_submission_free)
gboolean xyb_submission_validate (XybSubmission *self, GError **error);
const char *xyb_submission_state_name (XybSubmissionState state);
XybSubmissionState xyb_submission_state_from_name (const char *name);

G_END_DECLS
