/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-amount.h"

G_BEGIN_DECLS

/* 年度工作方案: one a year (requirements §2). Everything in it is data, edited by the clerk. */

/* The three levels an enterprise climbs; the numbers are stored. */
typedef enum
{
  XYB_TRACK_ACCREDITATION = 1, /* 贯标 */
  XYB_TRACK_CITY_MODEL = 2,    /* 苏州市级示范 */
  XYB_TRACK_PROVINCE_MODEL = 3 /* 省级示范 */
} XybTrack;

#define XYB_N_TRACKS 3

/* AMB-13: what counts as done; default 验收通过. The numbers are stored. */
typedef enum
{
  XYB_BASIS_NOMINATED = 1, /* 已推荐 */
  XYB_BASIS_CONFIRMED = 2, /* 已确定 */
  XYB_BASIS_SIGNED = 3,    /* 已签约 */
  XYB_BASIS_ACCEPTED = 4   /* 已验收通过 */
} XybCompletionBasis;

/* PLAN-07: a document the plan rests on. */
typedef struct
{
  gint64 id;
  char *title;  /* without 《》; or NULL */
  char *number; /* 苏发改信用发〔2020〕148号 */
} XybPlanBasis;

/* One row of 附件1. */
typedef struct
{
  gint64 id;
  gint64 unit_id;
  char *unit_name;
  gint64 accreditation; /* 贯标企业数, or XYB_UNSAID */
  gint64 city_model;    /* 示范企业数, or XYB_UNSAID: blank is not 0 (QUO-02) */
} XybQuota;

/* 时限 (§6). */
typedef struct
{
  gint64 id;
  char *key;        /* DL-03 …; OWN-1 … of one the clerk added; or NULL */
  char *text;       /* what is to be done */
  char *date_text;  /* as the plan says it: 4月15日前, 4月上旬 */
  char *starts_on;  /* ISO, or NULL */
  char *due_on;     /* ISO: the last day, or NULL */
  char *actor;      /* who: 区镇, 信用办 … */
} XybMilestone;

/* §2.3. */
typedef struct
{
  gint64 id;
  XybTrack track;
  char *key; /* PLAN-C1 …; or NULL */
  char *text;
  gint64 number; /* the number its check works with: 2 of “2年以上”, 2018 of “2018年度（含）之前”;
                  * or XYB_UNSAID */
} XybPlanCondition;

/* §2.4. */
typedef struct
{
  gint64 id;
  XybTrack track;
  char *name;
  char *requirement; /* or NULL */
  gboolean required;
  gboolean has_validity; /* MAT-04 */
  gint64 linked_id;      /* AMB-09: the other state of the same form, or 0 */
} XybPlanMaterial;

/* What a step is counted by; the numbers are stored. */
typedef enum
{
  XYB_STEP_PLAIN = 0,    /* done or not */
  XYB_STEP_STAFF = 1,    /* 专职人员 named */
  XYB_STEP_TRAININGS = 2, /* 贯标培训 held */
  XYB_STEP_TOLD = 3 /* not registered: the stages tell it (确定名单, 组织验收) */
} XybStepCount;

/* §2.2: a step of a track; @parent_id of a sub-step is the step it belongs to, else 0. */
typedef struct
{
  gint64 id;
  XybTrack track;
  gint64 parent_id;
  char *name;
  char *text; /* or NULL */
  XybStepCount counted;
  gint64 minimum; /* “至少2次”; or XYB_UNSAID */
} XybPlanStep;

/* What a stage is on its track; the numbers are stored. */
typedef enum
{
  XYB_STAGE_KIND_STEP = 1,   /* on the way */
  XYB_STAGE_KIND_PASSED = 2, /* the result that counts: 通过, 发文, 发证 */
  XYB_STAGE_KIND_FAILED = 3, /* 不通过 */
  XYB_STAGE_KIND_WATCH = 4,  /* 动态监督 of who has passed: 限期整改, 公告 */
  XYB_STAGE_KIND_REVOKED = 5 /* 取消资格 */
} XybStageKind;

/* What is written down of a stage besides its date; stored as a sum. */
typedef enum
{
  XYB_STAGE_FIELD_NUMBER = 1, /* 文号, 证书编号 */
  XYB_STAGE_FIELD_UNTIL = 2   /* 期限: of 整改, of 公示 */
} XybStageField;

/* §2.2: a stage of a track in the year of the plan, in the order they are reached. */
typedef struct
{
  gint64 id;
  XybTrack track;
  char *name;
  XybStageKind kind;
  XybCompletionBasis basis; /* whose date stands in the row of 附件2, or 0 (xyb-track.h) */
  gint64 fields;            /* of XybStageField */
  gboolean needs_materials; /* every required material has to be in */
  char *milestone;          /* key of the milestone it is due at, DL-06; or NULL */
} XybPlanStage;

/* §7.3: completion rate strictly below @below_percent loses @deduction (hundredths of a point);
 * the first tier that matches counts. Rising order. */
typedef struct
{
  gint64 id;
  gint64 below_percent;
  gint64 deduction;
} XybTier;

typedef struct
{
  gint64 id;
  int year;
  char *title;            /* 2020年昆山市企业信用管理贯标和示范创建工作方案 */
  char *document_number;  /* 昆信用办〔2020〕4号 */
  char *issuer;           /* 印发单位 */
  char *issued_on;        /* ISO, or NULL */
  char *lead;             /* 牵头单位 */
  char *partners;         /* 会同单位 */
  char *scope;            /* 对象: 制造业、生产性服务业规模以上企业 */
  char *policy;           /* PLAN-10 */
  char *supervision;      /* PLAN-11 */
  char *copied_to;        /* 抄送 */
  char *quota_title;      /* title of 附件1 */
  char *nomination_title; /* title of 附件2 */
  gint64 targets[XYB_N_TRACKS]; /* by track - 1; XYB_UNSAID where not said */
  gint64 opening[XYB_N_TRACKS]; /* cumulative totals before the year (PLAN-12) */
  char *opening_as_of;          /* ISO, or NULL */
  XybCompletionBasis basis;
  gboolean deadline_inclusive; /* AMB-14: “X日前” includes X */
  gint64 rate_points;          /* 贯标创建 full points in hundredths, or XYB_UNSAID */
  gint64 warn_blue;            /* days (xyb-warning.h); XYB_UNSAID: as usual */
  gint64 warn_yellow;
  gint64 warn_red;
  GPtrArray *bases;      /* of XybPlanBasis */
  GPtrArray *quotas;     /* of XybQuota, official order */
  GPtrArray *milestones; /* of XybMilestone */
  GPtrArray *conditions; /* of XybPlanCondition */
  GPtrArray *materials;  /* of XybPlanMaterial */
  GPtrArray *steps;      /* of XybPlanStep */
  GPtrArray *stages;     /* of XybPlanStage, in order within a track */
  GPtrArray *tiers;      /* of XybTier */
} XybPlan;

XybPlan *xyb_plan_new (void);
void xyb_plan_free (XybPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybPlan, xyb_plan_free)

XybPlanBasis *xyb_plan_basis_new (void);
void xyb_plan_basis_free (XybPlanBasis *self);
XybQuota *xyb_quota_new (void);
void xyb_quota_free (XybQuota *self);
XybMilestone *xyb_milestone_new (void);
void xyb_milestone_free (XybMilestone *self);
XybPlanCondition *xyb_plan_condition_new (void);
void xyb_plan_condition_free (XybPlanCondition *self);
XybPlanMaterial *xyb_plan_material_new (void);
void xyb_plan_material_free (XybPlanMaterial *self);
XybPlanStep *xyb_plan_step_new (void);
void xyb_plan_step_free (XybPlanStep *self);
XybPlanStage *xyb_plan_stage_new (void);
void xyb_plan_stage_free (XybPlanStage *self);
XybTier *xyb_tier_new (gint64 below_percent, gint64 deduction);
void xyb_tier_free (XybTier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybPlanBasis, xyb_plan_basis_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybQuota, xyb_quota_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybMilestone, xyb_milestone_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybPlanCondition, xyb_plan_condition_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybPlanMaterial, xyb_plan_material_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybPlanStep, xyb_plan_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybPlanStage, xyb_plan_stage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTier, xyb_tier_free)

const char *xyb_track_name (XybTrack track);   /* 贯标 */
const char *xyb_track_key (XybTrack track);    /* accreditation */
XybTrack xyb_track_from_key (const char *key); /* 0 where unknown; Chinese names too */
const char *xyb_basis_name (XybCompletionBasis basis);
const char *xyb_basis_key (XybCompletionBasis basis);
XybCompletionBasis xyb_basis_from_key (const char *key);

/* Where a milestone stands on a day (AMB-14). */
typedef enum
{
  XYB_MILESTONE_UNDATED,
  XYB_MILESTONE_OPEN,
  XYB_MILESTONE_DUE_TODAY,
  XYB_MILESTONE_OVERDUE
} XybMilestoneState;

XybMilestoneState xyb_milestone_state (const XybMilestone *self,
                                       const char *today,
                                       gboolean inclusive,
                                       int *out_days_left);

/* A copy for another year: new ids 0, dates shifted, 文号 and 印发日期 blank, year in titles
 * replaced; targets and quotas kept for the clerk to confirm. Rows without an id cannot point at
 * each other by id: linked_id and parent_id of the copy hold minus the 1-based place of the other
 * row in its list. Once every row has its id, xyb_plan_resolve_links() turns them into ids. */
XybPlan *xyb_plan_copy_to_year (const XybPlan *self, int year, GError **error);
void xyb_plan_resolve_links (XybPlan *self);

/* What a new year begins with. */
int xyb_plan_next_year (const GArray *years, int this_year);             /* of int */
gint64 xyb_plan_derive_opening (const GPtrArray *plans, XybTrack track); /* of XybPlan */
void xyb_milestone_move (XybMilestone *self, const char *due_on);

G_END_DECLS
