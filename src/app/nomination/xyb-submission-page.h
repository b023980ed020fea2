/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-page.h"

G_BEGIN_DECLS

/* 企业汇总（附件2）: who has returned what. */

#define XYB_TYPE_SUBMISSION_PAGE (xyb_submission_page_get_type ())
G_DECLARE_FINAL_TYPE (XybSubmissionPage, xyb_submission_page, XYB, SUBMISSION_PAGE, XybPage)

void xyb_submission_page_select (XybSubmissionPage *self, gint64 unit_id);

G_END_DECLS
