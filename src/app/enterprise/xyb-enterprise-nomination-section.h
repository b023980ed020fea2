/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-section.h"

G_BEGIN_DECLS

/* 年度申报: this year's row of 附件2, and the years before. */

#define XYB_TYPE_ENTERPRISE_NOMINATION_SECTION (xyb_enterprise_nomination_section_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseNominationSection,
                      xyb_enterprise_nomination_section,
                      XYB,
                      ENTERPRISE_NOMINATION_SECTION,
                      GtkBox)

G_END_DECLS
