/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-section.h"

G_BEGIN_DECLS

/* 历史: every revision that touched the record. */

#define XYB_TYPE_ENTERPRISE_HISTORY_SECTION (xyb_enterprise_history_section_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseHistorySection,
                      xyb_enterprise_history_section,
                      XYB,
                      ENTERPRISE_HISTORY_SECTION,
                      GtkBox)

G_END_DECLS
