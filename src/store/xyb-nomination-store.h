/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* Nominations of a year in official order of 区镇, then position; @unit_id 0 for all. */
GPtrArray *
xyb_nomination_store_list (XybStore *store, int year, gint64 unit_id, GError **error);
/* Whom a 区镇 put forward last before @year and may put forward again; of XybNomination. */
GPtrArray *
xyb_nomination_store_list_unfinished (XybStore *store, int year, gint64 unit_id, GError **error);
GPtrArray *xyb_nomination_store_list_of_enterprise (
  XybStore *store, gint64 enterprise_id, GError **error); /* of XybNomination, plan_id tells the year */
XybNomination *xyb_nomination_store_get (XybStore *store, gint64 id, GError **error);
int xyb_nomination_store_year_of (XybStore *store, gint64 plan_id, GError **error);
/* The year before @year in which the enterprise was last accepted, or 0: not “新增” (ENT-08, AMB-33).
 * 0 with @error set where SQLite refuses. */
int xyb_nomination_store_earlier_year (
  XybStore *store, gint64 enterprise_id, int year, GError **error);
/* What the register knows already goes into the blanks of a new row; nothing is overwritten. */
void xyb_nomination_prefill (XybNomination *nomination, const XybEnterprise *enterprise);
/* id 0 inserts (at the end of its 区镇 unless position is set), else updates. The same enterprise twice in
 * a year is refused with the 区镇 that has it. */
gboolean xyb_nomination_store_save (XybStore *store, XybNomination *nomination, GError **error);
gboolean xyb_nomination_store_remove (XybStore *store, gint64 id, GError **error);
/* id of the enterprise (as gint64) → latest year before @year in which it was accepted, for those put
 * forward in @year; @unit_id 0 for all. */
GHashTable *
xyb_nomination_store_list_earlier (XybStore *store, int year, gint64 unit_id, GError **error);

/* @before as xyb_nomination_store_list() gave it, @rows as it shall be: one revision. */
gboolean xyb_nomination_store_set_list (XybStore *store,
                                        gint64 plan_id,
                                        gint64 unit_id,
                                        GPtrArray *before,
                                        GPtrArray *rows,
                                        const char *label,
                                        const char *today,
                                        GError **error);

/* One per 区镇 of the plan's quotas and per 区镇 with nominations, official order; those never written are
 * 未报 with id 0. */
GPtrArray *xyb_submission_store_list (XybStore *store, int year, GError **error);
XybSubmission *
xyb_submission_store_get (XybStore *store, int year, gint64 unit_id, GError **error);
gboolean xyb_submission_store_save (XybStore *store, XybSubmission *submission, GError **error);

G_END_DECLS
