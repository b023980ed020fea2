/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-document.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* Which of the office's documents is meant, and the one place that builds it: preview, printer and
 * files show the same (UI.md “Print and sheets are the product”). */

typedef enum
{
  XYB_EXPORT_QUOTA,    /* 附件1 */
  XYB_EXPORT_DISTRICT, /* 附件2 of one 区镇 */
  XYB_EXPORT_ALL,      /* a sheet per 区镇 */
  XYB_EXPORT_MERGED,   /* the city in one sheet */
  XYB_EXPORT_BLANK,    /* the empty form */
  XYB_EXPORT_EACH      /* a file per 区镇 into a folder */
} XybExportKind;

typedef struct
{
  XybExportKind kind;
  int year;
  gint64 unit_id;    /* of XYB_EXPORT_DISTRICT */
  gboolean pdf;      /* else xlsx */
  gboolean mismatch; /* QUO-01: put out 附件1 although the sum is not the target, and note it */
} XybExportSpec;

XybExportSpec *xyb_export_spec_copy (const XybExportSpec *self);
void xyb_export_spec_free (XybExportSpec *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybExportSpec, xyb_export_spec_free)

char *xyb_export_spec_file_name (XybOffice *office, const XybExportSpec *spec, GError **error);

/* One file of XYB_EXPORT_EACH. */
typedef struct
{
  XybExportSpec spec;
  char *path;
} XybExportFile;

GPtrArray *xyb_export_spec_list_files (XybStore *store,
                                       const XybExportSpec *spec,
                                       const char *folder,
                                       GError **error);

XybDocument *
xyb_office_document_new (XybStore *store, const XybExportSpec *spec, GError **error);
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
