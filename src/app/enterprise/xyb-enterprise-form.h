/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-enterprise-section.h"

G_BEGIN_DECLS

/* One enterprise at the right: head, tabs that jump, sections one below the other. */

#define XYB_TYPE_ENTERPRISE_FORM (xyb_enterprise_form_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseForm, xyb_enterprise_form, XYB, ENTERPRISE_FORM, AdwBin)

void xyb_enterprise_form_show (XybEnterpriseForm *self, XybOffice *office, gint64 id);
gboolean xyb_enterprise_form_start_edit (XybEnterpriseForm *self);

G_END_DECLS
