/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-section.h"

G_BEGIN_DECLS

/* 来源: which returned cell each value came from. */

#define XYB_TYPE_ENTERPRISE_ORIGIN_SECTION (xyb_enterprise_origin_section_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseOriginSection,
                      xyb_enterprise_origin_section,
                      XYB,
                      ENTERPRISE_ORIGIN_SECTION,
                      GtkBox)

G_END_DECLS
