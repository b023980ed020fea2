/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-section.h"

G_BEGIN_DECLS

/* 贯标与示范: every year's tracks with their stages, and the dates of 附件2 to be filled in
 * as they come. */

#define XYB_TYPE_ENTERPRISE_TRACK_SECTION (xyb_enterprise_track_section_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseTrackSection,
                      xyb_enterprise_track_section,
                      XYB,
                      ENTERPRISE_TRACK_SECTION,
                      GtkBox)

G_END_DECLS
