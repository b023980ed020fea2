/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-model.h"

G_DEFINE_INTERFACE (XybSheetModel, xyb_sheet_model, G_TYPE_OBJECT)

enum
{
  SIGNAL_RESET,
  SIGNAL_CELLS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
xyb_sheet_model_default_init (XybSheetModelInterface *iface)
{
  signals[SIGNAL_RESET] = g_signal_new ("reset", XYB_TYPE_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CELLS_CHANGED]
    = g_signal_new ("cells-changed", XYB_TYPE_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
}

/**
 * xyb_sheet_cell_clear:
 * @self: a cell filled by a model
 *
 * Frees what it holds and makes it blank.
 */
void
xyb_sheet_cell_clear (XybSheetCell *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->note, g_free);
  *self = (XybSheetCell){ 0 };
}

/* The functions below are what XybSheetModelInterface says of the function of the same name. */

guint
xyb_sheet_model_get_n_rows (XybSheetModel *self)
{
  return XYB_SHEET_MODEL_GET_IFACE (self)->get_n_rows (self);
}

guint
xyb_sheet_model_get_n_foot_rows (XybSheetModel *self)
{
  XybSheetModelInterface *iface = XYB_SHEET_MODEL_GET_IFACE (self);

  return iface->get_n_foot_rows != NULL ? iface->get_n_foot_rows (self) : 0;
}

guint
xyb_sheet_model_get_n_columns (XybSheetModel *self)
{
  return XYB_SHEET_MODEL_GET_IFACE (self)->get_n_columns (self);
}

void
xyb_sheet_model_get_column (XybSheetModel *self, guint column, XybSheetColumn *out_column)
{
  *out_column = (XybSheetColumn){ 0 };
  XYB_SHEET_MODEL_GET_IFACE (self)->get_column (self, column, out_column);
}

void
xyb_sheet_model_fill_cell (XybSheetModel *self, guint row, guint column, XybSheetCell *out_cell)
{
  *out_cell = (XybSheetCell){ 0 };
  XYB_SHEET_MODEL_GET_IFACE (self)->fill_cell (self, row, column, out_cell);
}

char *
xyb_sheet_model_dup_text (XybSheetModel *self, guint row, guint column)
{
  XybSheetModelInterface *iface = XYB_SHEET_MODEL_GET_IFACE (self);
  g_auto (XybSheetCell) cell = { 0 };

  if (iface->dup_text != NULL)
    return iface->dup_text (self, row, column);
  iface->fill_cell (self, row, column, &cell);
  return g_steal_pointer (&cell.text);
}

char *
xyb_sheet_model_dup_copy (XybSheetModel *self, guint row, guint column)
{
  XybSheetModelInterface *iface = XYB_SHEET_MODEL_GET_IFACE (self);

  return iface->dup_copy != NULL ? iface->dup_copy (self, row, column)
                                 : xyb_sheet_model_dup_text (self, row, column);
}

gboolean
xyb_sheet_model_is_editable (XybSheetModel *self, guint row, guint column)
{
  XybSheetModelInterface *iface = XYB_SHEET_MODEL_GET_IFACE (self);

  return iface->is_editable != NULL && iface->is_editable (self, row, column);
}

gboolean
xyb_sheet_model_check (XybSheetModel *self,
                       guint row,
                       guint column,
                       const char *text,
                       GError **error)
{
  XybSheetModelInterface *iface = XYB_SHEET_MODEL_GET_IFACE (self);

  return iface->check == NULL || iface->check (self, row, column, text, error);
}

gboolean
xyb_sheet_model_apply (XybSheetModel *self,
                       const XybSheetChange *changes,
                       guint n_changes,
                       const char *what,
                       GError **error)
{
  XybSheetModelInterface *iface = XYB_SHEET_MODEL_GET_IFACE (self);

  g_return_val_if_fail (iface->apply != NULL, FALSE);

  return iface->apply (self, changes, n_changes, what, error);
}

/**
 * xyb_sheet_model_takes_block:
 * @self: a model
 * @table: a copied block
 *
 * Returns: whether it takes the block as a whole, by xyb_sheet_model_paste(); otherwise the sheet
 *   pastes cell by cell
 */
gboolean
xyb_sheet_model_takes_block (XybSheetModel *self, const XybTextTable *table)
{
  XybSheetModelInterface *iface = XYB_SHEET_MODEL_GET_IFACE (self);

  return iface->paste != NULL && (iface->takes_block == NULL || iface->takes_block (self, table));
}

/**
 * xyb_sheet_model_paste:
 * @self: a model that takes blocks
 * @row: where its first cell goes
 * @column: where its first cell goes
 * @table: the block
 * @error: why it is not taken, for the clerk
 *
 * Returns: whether it was taken
 */
gboolean
xyb_sheet_model_paste (XybSheetModel *self,
                       guint row,
                       guint column,
                       const XybTextTable *table,
                       GError **error)
{
  return XYB_SHEET_MODEL_GET_IFACE (self)->paste (self, row, column, table, error);
}

char *
xyb_sheet_model_text_of_key (XybSheetModel *self, guint row, guint column, guint keyval)
{
  XybSheetModelInterface *iface = XYB_SHEET_MODEL_GET_IFACE (self);

  return iface->text_of_key != NULL ? iface->text_of_key (self, row, column, keyval) : NULL;
}

char *
xyb_sheet_model_dup_row_name (XybSheetModel *self, guint row)
{
  XybSheetModelInterface *iface = XYB_SHEET_MODEL_GET_IFACE (self);

  return iface->dup_row_name != NULL ? iface->dup_row_name (self, row)
                                     : xyb_sheet_model_dup_text (self, row, 0);
}

/**
 * xyb_sheet_model_reset:
 * @self: a model
 *
 * Says that rows and columns may be others now.
 */
void
xyb_sheet_model_reset (XybSheetModel *self)
{
  g_return_if_fail (XYB_IS_SHEET_MODEL (self));

  g_signal_emit (self, signals[SIGNAL_RESET], 0);
}

/**
 * xyb_sheet_model_cells_changed:
 * @self: a model
 *
 * Says that the contents changed in the same rows and columns.
 */
void
xyb_sheet_model_cells_changed (XybSheetModel *self)
{
  g_return_if_fail (XYB_IS_SHEET_MODEL (self));

  g_signal_emit (self, signals[SIGNAL_CELLS_CHANGED], 0);
}
