/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-section.h"

G_BEGIN_DECLS

/* 曾用名 (ENT-07). */

#define XYB_TYPE_ENTERPRISE_NAMES_SECTION (xyb_enterprise_names_section_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseNamesSection,
                      xyb_enterprise_names_section,
                      XYB,
                      ENTERPRISE_NAMES_SECTION,
                      GtkBox)

G_END_DECLS
