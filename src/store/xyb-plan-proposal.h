/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan-opening.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* A plan for a year that has none, ready to be looked over: nothing is written before
 * xyb_plan_store_add() gets it back. */
typedef struct
{
  XybPlan *plan;        /* of the new year */
  XybPlan *source;      /* the plan it is made from */
  gboolean from_preset; /* the office had none: the program's own, without its numbers */
  XybOpening *openings[XYB_N_TRACKS]; /* where the opening totals come from */
} XybPlanProposal;

/* @from: the year whose plan is the pattern, or 0 for the one the clerk would take. */
XybPlanProposal *xyb_plan_propose (XybStore *store, int from, int year, GError **error);
void xyb_plan_proposal_free (XybPlanProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybPlanProposal, xyb_plan_proposal_free)

G_END_DECLS
