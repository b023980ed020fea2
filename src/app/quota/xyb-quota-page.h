/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-page.h"
#include "xyb-sheet.h"

G_BEGIN_DECLS

/* 指标分解（附件1）. */

#define XYB_TYPE_QUOTA_PAGE (xyb_quota_page_get_type ())
G_DECLARE_FINAL_TYPE (XybQuotaPage, xyb_quota_page, XYB, QUOTA_PAGE, XybPage)

XybSheet *xyb_quota_page_get_sheet (XybQuotaPage *self);
const char *xyb_quota_page_get_total_sentence (XybQuotaPage *self);

G_END_DECLS
