/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-stage.h"

G_BEGIN_DECLS

/* How far one year's 贯标 is: 推荐, 确定, 签约, 验收, each with its date. */

#define XYB_TYPE_STAGE_BAR (xyb_stage_bar_get_type ())
G_DECLARE_FINAL_TYPE (XybStageBar, xyb_stage_bar, XYB, STAGE_BAR, GtkWidget)

void xyb_stage_bar_set (XybStageBar *self, const XybNomination *nomination);

G_END_DECLS
