/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-document.h"

G_BEGIN_DECLS

/* Tables for the tests of pages. The 2020 quotas are the published ones; every enterprise and
 * person is made up and says so in its name. */

XybQuotaTable *fixture_quota_table (guint n_units, const char *note);
XybNominationTable *fixture_nomination_table (guint n_rows);
XybNominationTable *fixture_merged_table (guint n_rows);
XybNominationTable *fixture_blank_table (void);
XybNominationTable *fixture_strange_table (void);

/* The document of a scenario by its name: quota, quota-note, quota-16, quota-60, district, blank,
 * merged:N, strange, set; NULL if there is none. */
XybDocument *fixture_document (const char *scenario);

G_END_DECLS
