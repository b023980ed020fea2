/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-list.h"
#include "xyb-page.h"

G_BEGIN_DECLS

/* 企业: the register and one enterprise's form side by side. */

#define XYB_TYPE_ENTERPRISE_PAGE (xyb_enterprise_page_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterprisePage, xyb_enterprise_page, XYB, ENTERPRISE_PAGE, XybPage)

XybEnterpriseList *xyb_enterprise_page_get_list (XybEnterprisePage *self);

G_END_DECLS
