/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake-batch.h"

G_BEGIN_DECLS

/* The line above the preview of a file: which 区镇, who answers for it, when it came, how many. */

#define XYB_TYPE_INTAKE_HEAD (xyb_intake_head_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeHead, xyb_intake_head, XYB, INTAKE_HEAD, AdwBin)

void xyb_intake_head_show (XybIntakeHead *self, XybIntakeBatch *batch, XybIntakeFile *file);

G_END_DECLS
