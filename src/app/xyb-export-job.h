/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* One official table into one file, in a thread with its own connection. */

typedef enum
{
  XYB_EXPORT_QUOTA,    /* 附件1 */
  XYB_EXPORT_DISTRICT, /* 附件2 of one 区镇 */
  XYB_EXPORT_ALL,      /* a sheet per 区镇 */
  XYB_EXPORT_MERGED,   /* the city in one sheet */
  XYB_EXPORT_BLANK     /* the empty form */
} XybExportKind;

typedef struct
{
  XybExportKind kind;
  int year;
  gint64 unit_id;    /* of XYB_EXPORT_DISTRICT */
  gboolean pdf;      /* else xlsx */
  gboolean mismatch; /* QUO-01: write 附件1 although the sum is not the target, and note it */
} XybExportSpec;

#define XYB_TYPE_EXPORT_JOB (xyb_export_job_get_type ())
G_DECLARE_FINAL_TYPE (XybExportJob, xyb_export_job, XYB, EXPORT_JOB, GObject)

char *xyb_export_spec_file_name (XybOffice *office, const XybExportSpec *spec, GError **error);

XybExportJob *xyb_export_job_new (XybOffice *office, const XybExportSpec *spec, const char *path);
void
xyb_export_job_run_async (XybExportJob *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean xyb_export_job_run_finish (XybExportJob *self, GAsyncResult *result, GError **error);

const char *xyb_export_job_get_path (XybExportJob *self);
double xyb_export_job_get_fraction (XybExportJob *self);
void xyb_export_job_cancel (XybExportJob *self);
gboolean xyb_export_job_is_cancelled (XybExportJob *self);

G_END_DECLS
