/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-completion.h"
#include "xyb-plan-part.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* Years that have a plan, rising. */
/* Every plan, whole, of XybPlan by year. */
GPtrArray *xyb_plan_store_list (XybStore *store, GError **error);
GArray *xyb_plan_store_list_years (XybStore *store, GError **error); /* of int */
XybPlan *xyb_plan_store_get (XybStore *store, int year, GError **error);
gboolean xyb_plan_store_add (XybStore *store, XybPlan *plan, GError **error); /* sets the ids */

/* @number XYB_UNSAID blanks the cell. The 区镇 must have a row in the plan. */
gboolean xyb_plan_store_set_quota (XybStore *store,
                                   int year,
                                   gint64 unit_id,
                                   XybTrack track,
                                   gint64 number,
                                   GError **error);
/* One cell of 附件1. */
typedef struct
{
  gint64 unit_id;
  XybTrack track;
  gint64 number;
} XybQuotaNumber;

/* All of them or none, as one revision; @what: 粘贴, 清除 … */
gboolean xyb_plan_store_set_quotas (XybStore *store,
                                    int year,
                                    const XybQuotaNumber *numbers,
                                    guint n_numbers,
                                    const char *what,
                                    GError **error);
/* A row of 附件1 for a further 区镇 (AMB-05), or its removal. */
gboolean xyb_plan_store_add_quota_row (XybStore *store, int year, gint64 unit_id, GError **error);
gboolean
xyb_plan_store_remove_quota_row (XybStore *store, int year, gint64 unit_id, GError **error);
gboolean xyb_plan_store_set_target (XybStore *store,
                                    int year,
                                    XybTrack track,
                                    gint64 number,
                                    GError **error);
/* @as_of may be NULL. PLAN-12: the opening totals are the clerk's to correct. */
gboolean xyb_plan_store_set_opening (XybStore *store,
                                     int year,
                                     XybTrack track,
                                     gint64 number,
                                     GError **error);
/* Title, 文号, 印发 … : every text of @plan (not its lists); the ids must be those of the store. */
gboolean xyb_plan_store_update (XybStore *store, const XybPlan *plan, GError **error);
gboolean xyb_plan_store_set_milestone_date (XybStore *store,
                                            gint64 milestone_id,
                                            const char *due_on,
                                            const char *date_text,
                                            GError **error);

/* Progress of every 区镇 that has a quota or a nomination, official order. */
GPtrArray *
xyb_plan_store_list_progress (XybStore *store, int year, GError **error); /* of XybProgress */

/* Stages, conditions, materials, steps and milestones of a year: all of @edits or none, as one
 * revision. @out_added: the row of the last %XYB_PLAN_ADD, or 0; may be %NULL. */
gboolean xyb_plan_store_edit_rows (XybStore *store,
                                   int year,
                                   XybPlanPart part,
                                   const XybPlanEdit *edits,
                                   guint n_edits,
                                   gint64 *out_added,
                                   GError **error);
/* Whether they could be done now. */
gboolean xyb_plan_store_check_edits (XybStore *store,
                                     int year,
                                     XybPlanPart part,
                                     const XybPlanEdit *edits,
                                     guint n_edits,
                                     GError **error);

G_END_DECLS
