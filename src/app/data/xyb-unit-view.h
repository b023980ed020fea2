/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* 单位与别名: the units in official order, their names, spellings and validity (ORG-01 … ORG-04).
 */

#define XYB_TYPE_UNIT_VIEW (xyb_unit_view_get_type ())
G_DECLARE_FINAL_TYPE (XybUnitView, xyb_unit_view, XYB, UNIT_VIEW, AdwBin)

void xyb_unit_view_set_office (XybUnitView *self, XybOffice *office);
void xyb_unit_view_reload (XybUnitView *self);
void xyb_unit_view_select (XybUnitView *self, gint64 unit_id);
gboolean xyb_unit_view_start_edit (XybUnitView *self);
void xyb_unit_view_ask_new (XybUnitView *self);
void xyb_unit_view_add (XybUnitView *self, XybUnitKind kind, const char *name);

G_END_DECLS
