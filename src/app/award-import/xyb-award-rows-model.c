/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-rows-model.h"

#include "xyb-i18n.h"

enum
{
  COLUMN_MARK,
  COLUMN_PLACE,
  COLUMN_NAME,
  COLUMN_CODE,
  COLUMN_DISTRICT,
  COLUMN_TRACK,
  COLUMN_YEAR,
  COLUMN_NUMBER,
  COLUMN_REASONS,
  N_COLUMNS
};

struct _XybAwardRowsModel
{
  GObject parent_instance;

  XybAwardFate fate;
  GPtrArray *rows; /* of XybAwardRow, borrowed */
};

static void sheet_model_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybAwardRowsModel,
                               xyb_award_rows_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_init))

/* ---- as a sheet ---- */

static guint
get_n_rows (XybSheetModel *model)
{
  return XYB_AWARD_ROWS_MODEL (model)->rows->len;
}

static guint
get_n_columns (XybSheetModel *model)
{
  return N_COLUMNS;
}

static void
get_column (XybSheetModel *model, guint column, XybSheetColumn *out_column)
{
  static const XybSheetColumn columns[N_COLUMNS] = {
    { .width = 48, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("位置"), .width = 90, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("企业名称"), .width = 220, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .title = N_ ("统一社会信用代码"), .width = 150, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("区镇"), .width = 124, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("类别"), .width = 112, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("年度"), .width = 100, .align = XYB_SHEET_ALIGN_END },
    { .title = N_ ("文号"), .width = 100, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("说明"), .width = 150, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
  };

  *out_column = columns[column];
  out_column->title = out_column->title != NULL ? _ (out_column->title) : "";
}

/* Whether the enterprise is in the register already, in a word; colour with it. */
static void
fill_mark (const XybAwardRow *row, XybSheetCell *out_cell)
{
  if (row->fate == XYB_AWARD_LEFT)
    {
      out_cell->text = g_strdup ("—");
      out_cell->look = XYB_SHEET_LOOK_FAINT;
      return;
    }
  out_cell->text = g_strdup (row->enterprise_id != 0 ? _ ("已有") : _ ("新增"));
  out_cell->look = row->enterprise_id != 0 ? XYB_SHEET_LOOK_FAINT : XYB_SHEET_LOOK_DONE;
}

static void
fill_reasons (const XybAwardRow *row, XybSheetCell *out_cell)
{
  out_cell->text = xyb_award_row_reasons (row);
  for (guint i = 0; row->fate == XYB_AWARD_TAKEN && i < row->notes->len; i++)
    if (((XybAwardNote *) row->notes->pdata[i])->kind == XYB_AWARD_NOTE_WARNING)
      out_cell->look = XYB_SHEET_LOOK_NEAR;
}

static char *
dup_year (const XybAwardRow *row)
{
  if (row->awarded_on != NULL)
    return g_strdup (row->awarded_on);
  return row->year != 0 ? g_strdup_printf ("%d", row->year) : NULL;
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  const XybAwardRow *one = XYB_AWARD_ROWS_MODEL (model)->rows->pdata[row];

  switch (column)
    {
    case COLUMN_MARK:
      fill_mark (one, out_cell);
      break;
    case COLUMN_PLACE:
      out_cell->text = xyb_award_row_place (one);
      out_cell->look = XYB_SHEET_LOOK_FAINT;
      break;
    case COLUMN_NAME:
      out_cell->text = g_strdup (one->name != NULL ? one->name : one->raw[XYB_AWARD_COLUMN_NAME]);
      break;
    case COLUMN_CODE:
      out_cell->text = g_strdup (one->code);
      break;
    case COLUMN_DISTRICT:
      out_cell->text = g_strdup (one->unit_name);
      break;
    case COLUMN_TRACK:
      out_cell->text = g_strdup (one->track != 0 ? xyb_track_name (one->track) : NULL);
      break;
    case COLUMN_YEAR:
      out_cell->text = dup_year (one);
      break;
    case COLUMN_NUMBER:
      out_cell->text = g_strdup (one->number);
      break;
    case COLUMN_REASONS:
    default:
      fill_reasons (one, out_cell);
      break;
    }
}

static char *
dup_row_name (XybSheetModel *model, guint row)
{
  const XybAwardRow *one = XYB_AWARD_ROWS_MODEL (model)->rows->pdata[row];
  g_autofree char *place = xyb_award_row_place (one);

  return g_strdup_printf ("%s %s", place, one->name != NULL ? one->name : "");
}

static void
sheet_model_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->fill_cell = fill_cell;
  iface->dup_row_name = dup_row_name;
}

/* ---- the object ---- */

static void
xyb_award_rows_model_finalize (GObject *object)
{
  g_ptr_array_unref (XYB_AWARD_ROWS_MODEL (object)->rows);
  G_OBJECT_CLASS (xyb_award_rows_model_parent_class)->finalize (object);
}

static void
xyb_award_rows_model_class_init (XybAwardRowsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_award_rows_model_finalize;
}

static void
xyb_award_rows_model_init (XybAwardRowsModel *self)
{
  self->rows = g_ptr_array_new ();
}

XybAwardRowsModel *
xyb_award_rows_model_new (void)
{
  return g_object_new (XYB_TYPE_AWARD_ROWS_MODEL, NULL);
}

/**
 * xyb_award_rows_model_show:
 * @list: (nullable): show again when it has changed, and %NULL before it goes
 * @fate: of the rows that are shown
 */
void
xyb_award_rows_model_show (XybAwardRowsModel *self, const XybAwardRoll *list, XybAwardFate fate)
{
  g_return_if_fail (XYB_IS_AWARD_ROWS_MODEL (self));

  self->fate = fate;
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; list != NULL && i < list->rows->len; i++)
    if (((XybAwardRow *) list->rows->pdata[i])->fate == fate)
      g_ptr_array_add (self->rows, list->rows->pdata[i]);
  xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

/**
 * xyb_award_rows_model_get_row:
 *
 * Returns: (transfer none) (nullable): the row of the list in @row of the sheet
 */
XybAwardRow *
xyb_award_rows_model_get_row (XybAwardRowsModel *self, guint row)
{
  g_return_val_if_fail (XYB_IS_AWARD_ROWS_MODEL (self), NULL);

  return row < self->rows->len ? self->rows->pdata[row] : NULL;
}
