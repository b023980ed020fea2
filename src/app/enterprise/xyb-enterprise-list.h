/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-enterprise-model.h"

G_BEGIN_DECLS

/* The register at the left: search, filters, count and the list. */

#define XYB_TYPE_ENTERPRISE_LIST (xyb_enterprise_list_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseList, xyb_enterprise_list, XYB, ENTERPRISE_LIST, AdwBin)

void xyb_enterprise_list_set_office (XybEnterpriseList *self, XybOffice *office);
void xyb_enterprise_list_set_managing (XybEnterpriseList *self, gboolean managing);
void xyb_enterprise_list_set_district (XybEnterpriseList *self, gint64 unit_id);
void xyb_enterprise_list_reload (XybEnterpriseList *self);
gint64 xyb_enterprise_list_get_selected (XybEnterpriseList *self);
void xyb_enterprise_list_select (XybEnterpriseList *self, gint64 id);
void xyb_enterprise_list_search (XybEnterpriseList *self, const char *text);
void xyb_enterprise_list_clear_filters (XybEnterpriseList *self);
void xyb_enterprise_list_grab_search (XybEnterpriseList *self);

GListModel *xyb_enterprise_list_get_model (XybEnterpriseList *self);
const char *xyb_enterprise_list_get_count_sentence (XybEnterpriseList *self);
void xyb_enterprise_list_get_query (XybEnterpriseList *self, XybEnterpriseQuery *query);

G_END_DECLS
