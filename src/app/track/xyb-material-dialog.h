/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-material.h"
#include "xyb-track-place.h"

G_BEGIN_DECLS

/* One material of an enterprise: its state, its dates, why it was sent back, its scan. Kept as one
 * revision with 「记下」, so that what does not belong together is never there in parts. */

#define XYB_TYPE_MATERIAL_DIALOG (xyb_material_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybMaterialDialog, xyb_material_dialog, XYB, MATERIAL_DIALOG, AdwWindow)

/* How the form begins. */
typedef enum
{
  XYB_MATERIAL_AS_IT_IS,  /* what is missing is about to come in */
  XYB_MATERIAL_TAKE_IN,   /* it has come: what was sent back is in again, what has expired is new */
  XYB_MATERIAL_LOOK_OVER, /* 齐 */
  XYB_MATERIAL_SEND_BACK  /* 退 */
} XybMaterialTurn;

XybMaterialDialog *xyb_material_dialog_open (GtkWidget *parent,
                                             const XybTrackPlace *place,
                                             gint64 material_id,
                                             XybMaterialTurn turn);

void xyb_material_dialog_choose_file (XybMaterialDialog *self, const char *path);
void xyb_material_dialog_set_state (XybMaterialDialog *self, XybMaterialState state);
void xyb_material_dialog_accept (XybMaterialDialog *self);
const char *xyb_material_dialog_get_problem (XybMaterialDialog *self);
gboolean xyb_material_dialog_is_busy (XybMaterialDialog *self);

G_END_DECLS
