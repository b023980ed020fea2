/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-office-document.h"

G_BEGIN_DECLS

/* One official table into one file, or a file per 区镇 into a folder, in a thread with its own
 * connection. */

#define XYB_TYPE_EXPORT_JOB (xyb_export_job_get_type ())
G_DECLARE_FINAL_TYPE (XybExportJob, xyb_export_job, XYB, EXPORT_JOB, GObject)

XybExportJob *xyb_export_job_new (XybOffice *office, const XybExportSpec *spec, const char *path);
void
xyb_export_job_run_async (XybExportJob *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean xyb_export_job_run_finish (XybExportJob *self, GAsyncResult *result, GError **error);

const char *xyb_export_job_get_path (XybExportJob *self);
guint xyb_export_job_get_n_files (XybExportJob *self);
double xyb_export_job_get_fraction (XybExportJob *self);
void xyb_export_job_cancel (XybExportJob *self);
gboolean xyb_export_job_is_cancelled (XybExportJob *self);

G_END_DECLS
