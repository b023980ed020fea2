/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-score.h"

G_BEGIN_DECLS

/* 「如现在结算」: the arithmetic of a cell, a line a step, for a column of figures (KH-25). The
 * same figures as xyb_item_score_explain_settled() puts into one sentence. */

typedef struct
{
  char *label;  /* 缺报 */
  char *detail; /* 1 条 × 0.05 分; or NULL */
  char *value;  /* −0.05 */
  gboolean loss;
} XybScoreLine;

void xyb_score_line_free (XybScoreLine *self);

/* The last line is what the cell comes to: 本项得分 0.25 / 0.3. */
GPtrArray *xyb_item_score_lines (const XybScheme *scheme, const XybItemScore *self);

/* The mark in words: what it is, and what that means now. */
char *xyb_item_score_state (const XybItemScore *self);
char *xyb_item_score_state_note (const XybScheme *scheme, const XybItemScore *self, XybPhase phase);

G_END_DECLS
