/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award.h"
#include "xyb-contract.h"
#include "xyb-enterprise.h"

G_BEGIN_DECLS

/* C1–C12 (§2.3), checked from the records. The check proposes; the clerk decides and says why. */

/* The numbers are stored. */
typedef enum
{
  XYB_VERDICT_MET = 1,   /* 符合 */
  XYB_VERDICT_UNMET = 2, /* 不符合 */
  XYB_VERDICT_OPEN = 3   /* 待核 */
} XybVerdict;

/* A record of 失信. */
typedef struct
{
  char *date; /* ISO */
  char *what;
  gboolean severe; /* 严重失信行为 (AMB-20) */
} XybBreach;

XybBreach *xyb_breach_new (const char *date, const char *what, gboolean severe);
void xyb_breach_free (XybBreach *self);

/**
 * XybEligibilityFacts:
 * @enterprise: whom it is about
 * @on: ISO date: 申请日, 申报日 (AMB-34)
 * @plan_year: year of the plan
 * @awards: (nullable) (element-type XybAward): its own
 * @contracts: (nullable) (element-type XybContract): its own
 * @breaches: (nullable) (element-type XybBreach): its own; %NULL where the office keeps none
 *
 * What the checks look at; all borrowed.
 */
typedef struct
{
  const XybEnterprise *enterprise;
  const char *on;
  int plan_year;
  const GPtrArray *awards;
  const GPtrArray *contracts;
  const GPtrArray *breaches;
} XybEligibilityFacts;

/**
 * XybConditionCheck:
 * @condition: borrowed
 * @found: what the records say
 * @evidence: why, in words
 * @said: what the clerk decided, or 0
 * @reason: (nullable): why she did
 */
typedef struct
{
  const XybPlanCondition *condition;
  XybVerdict found;
  char *evidence;
  XybVerdict said;
  char *reason;
} XybConditionCheck;

XybConditionCheck *xyb_condition_check_new (const XybPlanCondition *condition,
                                            const XybEligibilityFacts *facts);
void xyb_condition_check_free (XybConditionCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybConditionCheck, xyb_condition_check_free)

XybVerdict xyb_condition_check_verdict (const XybConditionCheck *self);
GPtrArray *xyb_eligibility_check (const XybPlan *plan,
                                  XybTrack track,
                                  const XybEligibilityFacts *facts); /* of XybConditionCheck */
XybVerdict xyb_eligibility_verdict (const GPtrArray *checks);

/* What the number of a condition means to its check. */
typedef enum
{
  XYB_CONDITION_NUMBER_NONE,  /* the check takes none */
  XYB_CONDITION_NUMBER_YEARS, /* 2 of “2年以上” */
  XYB_CONDITION_NUMBER_CUTOFF /* 2018 of “2018年度（含）之前” (AMB-35); may be blank */
} XybConditionNumber;

XybConditionNumber xyb_condition_number (const XybPlanCondition *self);
const char *xyb_condition_check_name (const XybPlanCondition *self); /* 成立年数 */
const char *xyb_condition_check_words (const XybPlanCondition *self);
GPtrArray *xyb_condition_list_check_names (void); /* of char* */
gboolean xyb_condition_set_check (XybPlanCondition *self, const char *name);

const char *xyb_verdict_name (XybVerdict verdict); /* 符合 */
const char *xyb_verdict_key (XybVerdict verdict);  /* met */
XybVerdict xyb_verdict_from_key (const char *key);

G_END_DECLS
