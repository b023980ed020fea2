/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-document.h"
#include "xyb-flow.h"

G_BEGIN_DECLS

/* What the official tables have in common. */
#define XYB_OUTER_LINE XYB_MM (0.35)
#define XYB_INNER_LINE XYB_MM (0.2)

XybDocument *xyb_document_new (XybFlow *flow, const char *title);

void xyb_document_add_label (XybFlow *flow, const char *label, double space_after);
void xyb_document_add_title (XybFlow *flow, const char *title, double space_after);
void xyb_document_add_caption (XybFlow *flow, const char *caption, double space_after);
void xyb_document_add_table_title (XybFlow *flow, const char *title, double space_after);
void xyb_document_add_pair (XybFlow *flow, const char *left, const char *right, double space_after);

G_END_DECLS
