/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* Chooses one enterprise of the register. */

#define XYB_TYPE_ENTERPRISE_PICKER (xyb_enterprise_picker_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterprisePicker, xyb_enterprise_picker, XYB, ENTERPRISE_PICKER, AdwWindow)

XybEnterprisePicker *
xyb_enterprise_picker_new (GtkWindow *parent, XybOffice *office, gint64 unit_id);
void
xyb_enterprise_picker_set_title (XybEnterprisePicker *self, const char *title, const char *choose);
void xyb_enterprise_picker_refuse (XybEnterprisePicker *self, gint64 id);
void xyb_enterprise_picker_search (XybEnterprisePicker *self, const char *text);

G_END_DECLS
