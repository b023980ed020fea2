/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-section.h"

G_BEGIN_DECLS

/* 基本信息: every field is kept on leaving it. */

#define XYB_TYPE_ENTERPRISE_BASIC_SECTION (xyb_enterprise_basic_section_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseBasicSection,
                      xyb_enterprise_basic_section,
                      XYB,
                      ENTERPRISE_BASIC_SECTION,
                      GtkBox)
void xyb_enterprise_basic_section_set_history (XybEnterpriseBasicSection *self,
                                               GPtrArray *revisions);

G_END_DECLS
