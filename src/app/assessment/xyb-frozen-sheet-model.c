/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-frozen-sheet-model.h"

#include "xyb-completion.h"
#include "xyb-i18n.h"

#define UNIT_WIDTH 138
#define CELL_WIDTH 56
#define REMARK_WIDTH 72
#define POINTS_WIDTH 52

struct _XybFrozenSheetModel
{
  GObject parent_instance;

  XybAssessmentTable *table; /* owned; NULL: nothing */
};

/* 满分, 扣分, 得分 behind what was printed. */
#define N_POINTS 3

static void sheet_model_iface_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybFrozenSheetModel,
                               xyb_frozen_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_iface_init))

static guint
xyb_frozen_sheet_model_get_n_rows (XybSheetModel *model)
{
  XybFrozenSheetModel *self = XYB_FROZEN_SHEET_MODEL (model);

  return self->table != NULL ? self->table->rows->len : 0;
}

static guint
xyb_frozen_sheet_model_get_n_columns (XybSheetModel *model)
{
  XybFrozenSheetModel *self = XYB_FROZEN_SHEET_MODEL (model);

  return self->table != NULL ? self->table->heads->len + N_POINTS : 0;
}

static const char *
points_head (guint index)
{
  switch (index)
    {
    case 0:
      return _ ("满分");
    case 1:
      return _ ("扣分");
    default:
      return _ ("得分");
    }
}

static void
xyb_frozen_sheet_model_get_column (XybSheetModel *model, guint column, XybSheetColumn *out_column)
{
  XybFrozenSheetModel *self = XYB_FROZEN_SHEET_MODEL (model);
  guint n = self->table->heads->len;

  out_column->align = XYB_SHEET_ALIGN_CENTER;
  out_column->width = CELL_WIDTH;
  if (column >= n)
    {
      out_column->title = points_head (column - n);
      out_column->width = POINTS_WIDTH;
      out_column->align = XYB_SHEET_ALIGN_END;
      return;
    }
  out_column->title = self->table->heads->pdata[column];
  out_column->expand = column > 0 && column + 1 < n;
  if (column == 0)
    {
      out_column->width = UNIT_WIDTH;
      out_column->align = XYB_SHEET_ALIGN_START;
    }
  else if (column + 1 == n)
    out_column->width = REMARK_WIDTH;
}

static char *
signed_points (gint64 points)
{
  g_autofree char *text = xyb_points_format_fixed (ABS (points));

  return g_strconcat (points < 0 ? "−" : "", text, NULL);
}

static void
fill_points (const XybAssessmentRow *row, guint index, XybSheetCell *out)
{
  const gint64 points[] = { row->full, -row->deduction, row->score };

  out->text = signed_points (points[index]);
  out->flags |= XYB_SHEET_CELL_COMPUTED;
  if (index == 1)
    out->look = row->deduction > 0 ? XYB_SHEET_LOOK_LOSS : XYB_SHEET_LOOK_FAINT;
}

static XybSheetLook
look_of (const char *text)
{
  if (g_str_equal (text, "√"))
    return XYB_SHEET_LOOK_DONE_TINT;
  if (g_str_equal (text, "非考核项"))
    return XYB_SHEET_LOOK_NOT_APPLICABLE;
  return g_str_equal (text, "无") ? XYB_SHEET_LOOK_FAINT : XYB_SHEET_LOOK_PLAIN;
}

static void
xyb_frozen_sheet_model_fill_cell (XybSheetModel *model,
                                  guint row,
                                  guint column,
                                  XybSheetCell *out_cell)
{
  XybFrozenSheetModel *self = XYB_FROZEN_SHEET_MODEL (model);
  const XybAssessmentRow *printed = self->table->rows->pdata[row];
  guint n = self->table->heads->len;

  if (column == 0)
    out_cell->text = g_strdup (printed->unit);
  else if (column >= n)
    fill_points (printed, column - n, out_cell);
  else if (column + 1 == n)
    out_cell->text = g_strdup (printed->remark);
  else if (column - 1 < printed->cells->len)
    {
      out_cell->text = g_strdup (printed->cells->pdata[column - 1]);
      out_cell->look = look_of (out_cell->text);
    }
}

static void
xyb_frozen_sheet_model_finalize (GObject *object)
{
  xyb_assessment_table_free (XYB_FROZEN_SHEET_MODEL (object)->table);
  G_OBJECT_CLASS (xyb_frozen_sheet_model_parent_class)->finalize (object);
}

static void
xyb_frozen_sheet_model_class_init (XybFrozenSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_frozen_sheet_model_finalize;
}

static void
xyb_frozen_sheet_model_init (XybFrozenSheetModel *self)
{
}

static void
sheet_model_iface_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = xyb_frozen_sheet_model_get_n_rows;
  iface->get_n_columns = xyb_frozen_sheet_model_get_n_columns;
  iface->get_column = xyb_frozen_sheet_model_get_column;
  iface->fill_cell = xyb_frozen_sheet_model_fill_cell;
}

/**
 * xyb_frozen_sheet_model_new:
 *
 * Returns: (transfer full): a sheet without a table
 */
XybFrozenSheetModel *
xyb_frozen_sheet_model_new (void)
{
  return g_object_new (XYB_TYPE_FROZEN_SHEET_MODEL, NULL);
}

/**
 * xyb_frozen_sheet_model_fill:
 * @self: the model
 * @table: (transfer full) (nullable): what to show
 */
void
xyb_frozen_sheet_model_fill (XybFrozenSheetModel *self, XybAssessmentTable *table)
{
  XybAssessmentTable *before;

  g_return_if_fail (XYB_IS_FROZEN_SHEET_MODEL (self));

  before = self->table; /* the sheet's heads are its until it has others */
  self->table = table;
  xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
  xyb_assessment_table_free (before);
}

/**
 * xyb_frozen_sheet_model_get_table:
 * @self: the model
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const XybAssessmentTable *
xyb_frozen_sheet_model_get_table (XybFrozenSheetModel *self)
{
  g_return_val_if_fail (XYB_IS_FROZEN_SHEET_MODEL (self), NULL);

  return self->table;
}
