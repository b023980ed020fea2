/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"
#include "xyb-store-private.h"
#include "xyb-unit.h"
#include "xyb-plan.h"

G_BEGIN_DECLS

/* Small questions that several aggregates ask before they write. For the files of src/store/. */

gboolean xyb_lookup_int (XybStore *store,
                         const char *sql,
                         gint64 a,
                         gint64 b,
                         gint64 *out_value,
                         GError **error);
gboolean xyb_lookup_text (XybStore *store,
                          const char *sql,
                          gint64 a,
                          gint64 b,
                          char **out_text,
                          GError **error);

gboolean xyb_lookup_plan (XybStore *store, int year, gint64 *out_plan_id, GError **error);
char *xyb_lookup_district (XybStore *store, gint64 unit_id, GError **error);

gboolean xyb_check_text (const char *field,
                         const char *text,
                         guint max_chars,
                         char **out_text,
                         GError **error);
gboolean xyb_check_date (const char *field, const char *iso, GError **error);

/* Rows that are written with ids of their own: presets and the demonstration. */
gboolean xyb_unit_store_insert (XybStore *store, const XybUnit *unit, GError **error);

extern const char xyb_enterprise_insert_sql[];
extern const char xyb_enterprise_update_sql[];
extern const char xyb_nomination_insert_sql[];
extern const char xyb_nomination_update_sql[];
void xyb_enterprise_bind (sqlite3_stmt *stmt, const XybEnterprise *enterprise);
void xyb_nomination_bind (sqlite3_stmt *stmt, const XybNomination *nomination);
gboolean xyb_nomination_admit (XybStore *store, XybNomination *nomination, GError **error);
gboolean xyb_nomination_delete (XybStore *store, gint64 id, GError **error);

/* Loads the presets: units always, plans of @years (0-ended) or, where NULL, all of them. */
gboolean xyb_preset_check_years (const int *years, GError **error);
guint xyb_preset_count_missing (XybStore *store);
gboolean xyb_preset_load_missing (XybStore *store, GError **error);
gboolean xyb_preset_load (XybStore *store, const int *years, GError **error);
gboolean xyb_preset_load_plans (XybStore *store, const int *years, GError **error);
XybPlan *xyb_preset_newest_plan (GError **error);

G_END_DECLS
