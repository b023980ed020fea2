/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"
#include "xyb-store.h"
#include "xyb-unit.h"

G_BEGIN_DECLS

/* The open office as the window sees it: the store, the year in view and its plan. Pages get it as
 * a construct property and listen to #XybOffice::changed. */

#define XYB_TYPE_OFFICE (xyb_office_get_type ())
G_DECLARE_FINAL_TYPE (XybOffice, xyb_office, XYB, OFFICE, GObject)

XybOffice *xyb_office_new (XybStore *store, int preferred_year);

XybStore *xyb_office_get_store (XybOffice *self);
gboolean xyb_office_is_read_only (XybOffice *self);

GArray *xyb_office_list_years (XybOffice *self);
int xyb_office_get_year (XybOffice *self);
void xyb_office_set_year (XybOffice *self, int year);
const XybPlan *xyb_office_get_plan (XybOffice *self);
void xyb_office_load_presets (XybOffice *self);

const GPtrArray *xyb_office_get_districts (XybOffice *self);
const XybUnit *xyb_office_find_district (XybOffice *self, gint64 unit_id);

void xyb_office_say (XybOffice *self, const char *sentence);
void xyb_office_offer (XybOffice *self, const char *sentence, const char *button, const char *action);
void xyb_office_report (XybOffice *self, const GError *error);

/* What looking over the file found; problems are sentences, NULL: none. */
typedef struct
{
  char *checked_time;   /* local, YYYY-MM-DD HH:MM:SS; NULL: not looked over yet */
  char *problem;        /* of the file */
  char *backup_problem; /* of the daily backup */
} XybHealth;

void xyb_office_set_checked (XybOffice *self, const char *problem);
void xyb_office_set_backed_up (XybOffice *self, const char *problem);
const XybHealth *xyb_office_get_health (XybOffice *self);

void xyb_office_day_turned (XybOffice *self);

G_END_DECLS
