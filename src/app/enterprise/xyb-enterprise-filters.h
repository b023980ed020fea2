/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-enterprise-store.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* 年度, 区镇 and 状态 above the list of the register. */

#define XYB_TYPE_ENTERPRISE_FILTERS (xyb_enterprise_filters_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseFilters, xyb_enterprise_filters, XYB, ENTERPRISE_FILTERS, GtkBox)

void xyb_enterprise_filters_set_office (XybEnterpriseFilters *self, XybOffice *office);
void xyb_enterprise_filters_reload (XybEnterpriseFilters *self);
void xyb_enterprise_filters_set_district (XybEnterpriseFilters *self, gint64 unit_id);
void xyb_enterprise_filters_clear (XybEnterpriseFilters *self);
gboolean xyb_enterprise_filters_is_active (XybEnterpriseFilters *self);
void xyb_enterprise_filters_fill_query (XybEnterpriseFilters *self, XybEnterpriseQuery *query);
char *xyb_enterprise_filters_dup_words (XybEnterpriseFilters *self);

G_END_DECLS
