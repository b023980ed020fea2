/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-assessment-state.h"
#include "xyb-mark-form.h"

G_BEGIN_DECLS

/* 「为什么」: one cell of a 考核表, or one unit, with everything that explains it (KH-25): the mark
 * in words, the rule, the arithmetic, evidence, 情况说明, who has set it when.
 *
 * Signals:
 *   close
 *   apply (XybMark *)           the clerk has written down amount and reason
 *   accept (XybProposal *)      a proposal becomes the mark
 *   ignore (XybProposal *)      a proposal is not wanted
 *   explain (gint64 id)         情况说明 is to be written: 0 a new one
 *   open-file (gint64 id)       the file of a 情况说明 is to be looked at */

#define XYB_TYPE_WHY_PANEL (xyb_why_panel_get_type ())
G_DECLARE_FINAL_TYPE (XybWhyPanel, xyb_why_panel, XYB, WHY_PANEL, AdwBin)

typedef struct
{
  const XybAssessmentState *state;
  guint unit;
  int indicator;              /* -1: the whole unit */
  const GPtrArray *proposals; /* of XybProposal, those of the cell */
  const GPtrArray *records;   /* of char *, latest first */
} XybWhyCell;

void xyb_why_panel_fill (XybWhyPanel *self, const XybWhyCell *cell);
XybMarkForm *xyb_why_panel_get_form (XybWhyPanel *self);
char *xyb_why_panel_dup_text (XybWhyPanel *self);

G_END_DECLS
