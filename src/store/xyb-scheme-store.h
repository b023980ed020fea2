/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-scheme.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* 考核方案 of an office (§7): one a year and unit kind. */

GArray *xyb_scheme_store_list_years (XybStore *store, XybUnitKind kind, GError **error);
gboolean xyb_scheme_store_exists (XybStore *store,
                                  int year,
                                  XybUnitKind kind,
                                  gboolean *out_exists,
                                  GError **error);
/* Everything of it, the names of its units included; NOT_FOUND says how to get one. */
XybScheme *xyb_scheme_store_get (XybStore *store, int year, XybUnitKind kind, GError **error);

/* The scheme of @from again for @to, without marks; one revision. */
gboolean
xyb_scheme_store_copy (XybStore *store, int from, int to, XybUnitKind kind, GError **error);
/* As the clerk has edited it: rows with id 0 are new, rows that are missing go; one revision. */
gboolean xyb_scheme_store_save (XybStore *store, XybScheme *scheme, GError **error);

G_END_DECLS
