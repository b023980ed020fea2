/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* 新建企业: a name and a 区镇; what is already in the register is shown before. */

#define XYB_TYPE_ENTERPRISE_DIALOG (xyb_enterprise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseDialog, xyb_enterprise_dialog, XYB, ENTERPRISE_DIALOG, AdwWindow)

XybEnterpriseDialog *
xyb_enterprise_dialog_new (GtkWindow *parent, XybOffice *office, gint64 unit_id);
void xyb_enterprise_dialog_set_name (XybEnterpriseDialog *self, const char *name);

G_END_DECLS
