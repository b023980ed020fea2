/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-mark.h"

G_BEGIN_DECLS

/* What one key cannot say of a mark: how much it costs, why, and who decided (KH-07, AMB-08).
 *
 * Signal:
 *   apply   「记下扣分」: xyb_mark_form_dup_mark() is what the clerk means */

#define XYB_TYPE_MARK_FORM (xyb_mark_form_get_type ())
G_DECLARE_FINAL_TYPE (XybMarkForm, xyb_mark_form, XYB, MARK_FORM, AdwBin)

void xyb_mark_form_fill (XybMarkForm *self, const XybIndicator *indicator, const XybMark *mark);
XybMark *xyb_mark_form_dup_mark (XybMarkForm *self, GError **error);
gboolean xyb_mark_form_is_dirty (XybMarkForm *self);
void xyb_mark_form_refuse (XybMarkForm *self, const char *sentence);

G_END_DECLS
