/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-assessment-paper.h"
#include "xyb-material-sheet.h"
#include "xyb-nomination-table.h"
#include "xyb-nomination-template.h"
#include "xyb-quota-table.h"
#include "xyb-ranking-table.h"
#include "xyb-register-row.h"
#include "xyb-unit-sheet.h"

G_BEGIN_DECLS

/* Official tables as xlsx (DESIGN §7). Each writes to a temporary file beside the target, reads it
 * back, fsyncs and renames: on FALSE the old file is byte for byte what it was. */

typedef void (*XybExportProgressFunc) (guint done, guint total, gpointer user_data);

gboolean xyb_export_quota_xlsx (const XybQuotaTable *table, const char *path, GError **error);
/* One sheet per table, in order. A single merged table of many rows is streamed. */
gboolean xyb_export_nominations_xlsx (XybNominationTable *const *tables,
                                      guint n_tables,
                                      const char *path,
                                      XybExportProgressFunc progress,
                                      gpointer user_data,
                                      GCancellable *cancellable,
                                      GError **error);

/* 考核表 as printed, a sheet each. */
gboolean xyb_export_assessments_xlsx (const XybAssessmentPaper *papers,
                                      guint n_papers,
                                      const char *path,
                                      GCancellable *cancellable,
                                      GError **error);

/* 单位考核表, a sheet a unit. */
gboolean xyb_export_unit_sheets_xlsx (XybUnitSheet *const *sheets,
                                      guint n_sheets,
                                      const char *path,
                                      GCancellable *cancellable,
                                      GError **error);

/* 材料清单, a sheet an enterprise. */
gboolean xyb_export_material_sheets_xlsx (XybMaterialSheet *const *sheets,
                                          guint n_sheets,
                                          const char *path,
                                          GCancellable *cancellable,
                                          GError **error);

/* 考核排名 of one kind of unit, and the count of marks on a second sheet. */
gboolean xyb_export_ranking_xlsx (const XybRankingTable *table,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GError **error);

/* 附件2 as it is handed out: locked but for its blanks, with checks and 填表说明. */
gboolean xyb_export_template_xlsx (const XybNominationTemplate *template,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GError **error);

/* The register, or what is shown of it, a line an enterprise; streamed. */
typedef struct
{
  const char *title;
  const char *subtitle;
  int year;     /* whose state is shown; 0 for none */
  guint n_rows; /* lines to be asked for */
  XybRegisterRowFunc row;
  gpointer row_data;
} XybRegisterList;

gboolean xyb_export_register_xlsx (const XybRegisterList *table,
                                   const char *path,
                                   XybExportProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
