/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-document.h"
#include "xyb-export-spec.h"

G_BEGIN_DECLS

/* The one place that builds the office's documents: preview, printer and files show the same (UI.md
 * “Print and sheets are the product”). */

/* One file of what is written into a folder. */
typedef struct
{
  XybExportSpec spec;
  char *path;
} XybExportFile;

GPtrArray *xyb_export_spec_list_files (XybStore *store,
                                       const XybExportSpec *spec,
                                       const char *folder,
                                       GError **error);

XybDocument *xyb_office_document_new (XybStore *store, const XybExportSpec *spec, GError **error);
void xyb_office_document_load_async (XybOffice *office,
                                     const XybExportSpec *spec,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
XybDocument *
xyb_office_document_load_finish (XybOffice *office, GAsyncResult *result, GError **error);

gboolean xyb_office_document_write (XybStore *store,
                                    const XybExportSpec *spec,
                                    const char *path,
                                    XybStoreProgressFunc progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
