/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-scheme.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* A part of a 考核方案 as a sheet: its indicators, which units they apply to, or its notes. Edits
 * the scheme in memory; storing it is the editor's.
 *
 * Signal:
 *   changed   the scheme says something else now */

typedef enum
{
  XYB_SCHEME_INDICATORS,
  XYB_SCHEME_UNITS,
  XYB_SCHEME_NOTES
} XybSchemePart;

#define XYB_TYPE_SCHEME_SHEET_MODEL (xyb_scheme_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (XybSchemeSheetModel, xyb_scheme_sheet_model, XYB, SCHEME_SHEET_MODEL, GObject)

XybSchemeSheetModel *xyb_scheme_sheet_model_new (XybSchemePart part);

void xyb_scheme_sheet_model_fill (XybSchemeSheetModel *self, XybScheme *scheme);
void xyb_scheme_sheet_model_add_unit (XybSchemeSheetModel *self, gint64 unit_id, const char *name);
guint xyb_scheme_sheet_model_add_row (XybSchemeSheetModel *self);
void xyb_scheme_sheet_model_remove_row (XybSchemeSheetModel *self, guint row);
gboolean xyb_scheme_sheet_model_move_row (XybSchemeSheetModel *self, guint row, int by);

G_END_DECLS
