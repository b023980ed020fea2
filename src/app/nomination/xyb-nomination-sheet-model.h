/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-nomination-draft.h"
#include "xyb-office.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* 附件2 of one 区镇 as a sheet: the seven columns of the form and how far each company is, with
 * blank numbered rows to type into. Of the whole city it is to be read only. */

#define XYB_TYPE_NOMINATION_SHEET_MODEL (xyb_nomination_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (XybNominationSheetModel,
                      xyb_nomination_sheet_model,
                      XYB,
                      NOMINATION_SHEET_MODEL,
                      GObject)

XybNominationSheetModel *xyb_nomination_sheet_model_new (XybOffice *office);

gboolean
xyb_nomination_sheet_model_show (XybNominationSheetModel *self, gint64 unit_id, GError **error);

guint xyb_nomination_sheet_model_get_n_companies (XybNominationSheetModel *self);
const XybNomination *xyb_nomination_sheet_model_get_row (XybNominationSheetModel *self, guint row);
guint xyb_nomination_sheet_model_find_company (XybNominationSheetModel *self, gint64 enterprise_id);
guint xyb_nomination_sheet_model_get_name_column (XybNominationSheetModel *self);

gboolean xyb_nomination_sheet_model_add (XybNominationSheetModel *self,
                                         const XybEnterprise *enterprise,
                                         GError **error);
gboolean xyb_nomination_sheet_model_remove (XybNominationSheetModel *self,
                                            guint row,
                                            guint n_rows,
                                            GError **error);
gboolean xyb_nomination_sheet_model_move (XybNominationSheetModel *self,
                                          guint row,
                                          guint n_rows,
                                          int by,
                                          GError **error);

void xyb_nomination_sheet_model_answer (XybNominationSheetModel *self, gint64 answer);
void xyb_nomination_sheet_model_give_up (XybNominationSheetModel *self);

G_END_DECLS
