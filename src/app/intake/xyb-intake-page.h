/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake-batch.h"
#include "xyb-intake-files.h"
#include "xyb-intake-view.h"
#include "xyb-page.h"

G_BEGIN_DECLS

/* 导入回收表: what 区镇 returned, looked at and decided before it is taken into the office. A sub
 * page of 企业汇总. */

#define XYB_TYPE_INTAKE_PAGE (xyb_intake_page_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakePage, xyb_intake_page, XYB, INTAKE_PAGE, XybPage)

void xyb_intake_page_add (XybIntakePage *self, const char *const *paths);

XybIntakeBatch *xyb_intake_page_get_batch (XybIntakePage *self);
XybIntakeFiles *xyb_intake_page_get_files (XybIntakePage *self);
XybIntakeView *xyb_intake_page_get_view (XybIntakePage *self);

G_END_DECLS
