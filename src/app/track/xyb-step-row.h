/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-step.h"

G_BEGIN_DECLS

/* A step of 实施 with its check, or a heading over several with how many of them are done. */

#define XYB_TYPE_STEP_ROW (xyb_step_row_get_type ())
G_DECLARE_FINAL_TYPE (XybStepRow, xyb_step_row, XYB, STEP_ROW, GtkListBoxRow)

GtkWidget *xyb_step_row_new (void);
void xyb_step_row_show_step (XybStepRow *self,
                             const XybPlanStep *step,
                             XybStepState state,
                             const char *words);
void xyb_step_row_show_heading (XybStepRow *self,
                                const XybPlanStep *step,
                                guint done,
                                guint count,
                                gboolean open);
gint64 xyb_step_row_get_id (XybStepRow *self);
gboolean xyb_step_row_is_heading (XybStepRow *self);
XybStepState xyb_step_row_get_state (XybStepRow *self);
const char *xyb_step_row_get_caption (XybStepRow *self);

G_END_DECLS
