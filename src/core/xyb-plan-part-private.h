/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-core-error.h"
#include "xyb-plan-part.h"
#include "xyb-track.h"

G_BEGIN_DECLS

/* What the files that edit the lists of a plan share. */

gboolean xyb_plan_refuse (GError **error, XybCoreError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
gboolean xyb_plan_take_text (const char *title,
                             char **field,
                             const char *text,
                             guint max_chars,
                             GError **error);
gboolean xyb_plan_take_name (const char *title,
                             char **field,
                             const char *text,
                             guint max_chars,
                             GError **error);
char *xyb_plan_yes (gboolean value);
gboolean xyb_plan_take_yes (const char *title, gboolean *field, const char *text, GError **error);
gboolean xyb_plan_refuse_choice (const char *title,
                                 const char *text,
                                 const GPtrArray *choices,
                                 GError **error);

char *xyb_plan_number_text (gint64 number);
char *xyb_plan_numbered_name (const XybPlan *plan, XybPlanPart part, gconstpointer row);
gconstpointer xyb_plan_find_pointed (const XybPlan *plan,
                                     XybPlanPart part,
                                     const GPtrArray *rows,
                                     const char *text);
GPtrArray *xyb_plan_names_of (const XybPlan *plan, XybPlanPart part, const GPtrArray *rows);

const XybPlanField *xyb_plan_step_fields (guint *out_n_fields);
const XybPlanField *xyb_plan_dated_fields (XybPlanPart part, guint *out_n_fields);
void xyb_plan_unlink_material (const XybPlan *plan, XybPlanMaterial *material);
const XybMilestone *xyb_plan_find_milestone (const XybPlan *plan, const char *key);

G_END_DECLS
