/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* In place of the list where it is empty: why, and what to do next. */

#define XYB_TYPE_ENTERPRISE_NOTHING (xyb_enterprise_nothing_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseNothing, xyb_enterprise_nothing, XYB, ENTERPRISE_NOTHING, AdwBin)

void xyb_enterprise_nothing_set (XybEnterpriseNothing *self,
                                 const char *text,
                                 const char *filters,
                                 gboolean offers_new);

G_END_DECLS
