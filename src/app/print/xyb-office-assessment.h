/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-document.h"
#include "xyb-export-spec.h"

G_BEGIN_DECLS

/* The documents of 考核 for xyb-office-document.c and xyb-export-spec.c. */

gboolean xyb_office_assessment_is_meant (const XybExportSpec *spec);
XybDocument *
xyb_office_assessment_document (XybStore *store, const XybExportSpec *spec, GError **error);
gboolean xyb_office_assessment_write_xlsx (XybStore *store,
                                           const XybExportSpec *spec,
                                           const char *path,
                                           GCancellable *cancellable,
                                           GError **error);
char *xyb_office_assessment_file_name (XybStore *store, const XybExportSpec *spec, GError **error);

G_END_DECLS
