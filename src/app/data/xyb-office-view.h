/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* 办公信息: the office's own details, its plans, the year's opening totals and dates, the file. */

#define XYB_TYPE_OFFICE_VIEW (xyb_office_view_get_type ())
G_DECLARE_FINAL_TYPE (XybOfficeView, xyb_office_view, XYB, OFFICE_VIEW, AdwBin)

void xyb_office_view_set_office (XybOfficeView *self, XybOffice *office);
void xyb_office_view_reload (XybOfficeView *self);

G_END_DECLS
