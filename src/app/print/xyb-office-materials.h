/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-document.h"
#include "xyb-export-spec.h"

G_BEGIN_DECLS

/* 材料清单 (MAT-05) of the enterprises of a spec. */

XybDocument *
xyb_office_materials_document (XybStore *store, const XybExportSpec *spec, GError **error);
gboolean xyb_office_materials_write_xlsx (XybStore *store,
                                          const XybExportSpec *spec,
                                          const char *path,
                                          GCancellable *cancellable,
                                          GError **error);
char *xyb_office_materials_file_name (XybStore *store, const XybExportSpec *spec, GError **error);

G_END_DECLS
