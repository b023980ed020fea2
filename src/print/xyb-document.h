/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "xyb-assessment-paper.h"
#include "xyb-enterprise-sheet.h"
#include "xyb-list-table.h"
#include "xyb-log-table.h"
#include "xyb-material-sheet.h"
#include "xyb-nomination-table.h"
#include "xyb-progress-table.h"
#include "xyb-quota-table.h"
#include "xyb-ranking-table.h"
#include "xyb-register-table.h"
#include "xyb-track-table.h"
#include "xyb-unit-sheet.h"

G_BEGIN_DECLS

/* A laid-out document: pages that draw themselves to any cairo_t (DESIGN §2). Units are points
 * (1/72 in); the origin is the sheet's top left corner. Preview, printer, PDF and tests use this.
 */

typedef struct _XybDocument XybDocument;

XybDocument *xyb_document_new_quota (const XybQuotaTable *table);
/* Every table starts a new sheet. */
XybDocument *xyb_document_new_nominations (XybNominationTable *const *tables, guint n_tables);
XybDocument *xyb_document_new_progress (const XybProgressTable *table);
XybDocument *xyb_document_new_register (const XybRegisterTable *table);
XybDocument *xyb_document_new_enterprise (const XybEnterpriseSheet *sheet);
XybDocument *xyb_document_new_list (const XybListTable *table);
XybDocument *xyb_document_new_log (const XybLogTable *table);
/* Every table starts a new sheet. */
XybDocument *xyb_document_new_assessments (const XybAssessmentPaper *papers, guint n_papers);
/* A page each. */
XybDocument *xyb_document_new_unit_sheets (XybUnitSheet *const *sheets, guint n_sheets);
XybDocument *
xyb_document_new_material_sheets (XybMaterialSheet *const *sheets, guint n_sheets);
XybDocument *xyb_document_new_track (const XybTrackTable *table);
XybDocument *xyb_document_new_ranking (const XybRankingTable *table);
XybDocument *xyb_document_ref (XybDocument *self);
void xyb_document_unref (XybDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybDocument, xyb_document_unref)

guint xyb_document_get_n_pages (XybDocument *self);
void xyb_document_get_page_size (XybDocument *self, guint page, double *width, double *height);
void xyb_document_draw_page (XybDocument *self, guint page, cairo_t *cr);
const char *xyb_document_get_title (XybDocument *self);

/* Temporary file beside the target, fsync, rename; on FALSE the old file is what it was. */
gboolean xyb_document_write_pdf (XybDocument *self,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
