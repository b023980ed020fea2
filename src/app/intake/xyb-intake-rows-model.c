/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-rows-model.h"

#include "xyb-i18n.h"
#include "xyb-nomination-cells.h"
#include "xyb-return-explain.h"

#define COLUMN_MARK 0
#define COLUMN_ROW 1
#define COLUMN_FIELDS 2 /* from 企业名称 on */
#define N_COLUMNS (COLUMN_FIELDS + XYB_N_RETURN_FIELDS - XYB_RETURN_NAME)

/* Of a first version row, of a second one change. */
typedef struct
{
  const XybReturnRow *row;
  XybReturnChange *change;
} Line;

struct _XybIntakeRowsModel
{
  GObject parent_instance;

  /* borrowed */
  const XybReturn *taken;
  gboolean has_changes;

  /* owned */
  GArray *lines; /* of Line */
};

static void sheet_model_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybIntakeRowsModel,
                               xyb_intake_rows_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_init))

static const Line *
get_line (XybIntakeRowsModel *self, guint row)
{
  return row < self->lines->len ? &g_array_index (self->lines, Line, row) : NULL;
}

/* ---- as a sheet ---- */

static guint
get_n_rows (XybSheetModel *model)
{
  return XYB_INTAKE_ROWS_MODEL (model)->lines->len;
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
    { .width = 30, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("行"), .width = 34, .align = XYB_SHEET_ALIGN_END },
    { .title = N_ ("企业名称"), .width = 200, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .title = N_ ("主要产品"), .width = 92, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .title = N_ ("去年销售收入"), .width = 102, .align = XYB_SHEET_ALIGN_END },
    { .title = N_ ("职工人数"), .width = 76, .align = XYB_SHEET_ALIGN_END },
    { .title = N_ ("联系人"), .width = 58, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("电话"), .width = 226, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
  };

  *out_column = columns[column];
  out_column->title = out_column->title != NULL ? _ (out_column->title) : "";
  if (column == COLUMN_MARK && XYB_INTAKE_ROWS_MODEL (model)->has_changes)
    out_column->width = 52;
}

static void
fill_mark (const XybReturnChange *change, XybSheetCell *out_cell)
{
  const char *name;

  if (change == NULL)
    {
      out_cell->text = g_strdup ("✓");
      out_cell->look = XYB_SHEET_LOOK_DONE;
      return;
    }
  name = xyb_diff_kind_name (change->kind);
  out_cell->text = g_strdup (change->refused ? _ ("不改") : name != NULL ? name : _ ("相同"));
  if (change->refused || change->kind == XYB_DIFF_SAME)
    out_cell->look = XYB_SHEET_LOOK_NOT_APPLICABLE;
  else if (change->kind == XYB_DIFF_REMOVED)
    out_cell->look = XYB_SHEET_LOOK_LOSS;
  else
    out_cell->look = change->kind == XYB_DIFF_ADDED ? XYB_SHEET_LOOK_DONE : XYB_SHEET_LOOK_NEAR;
}

static void
add_below (XybSheetCell *cell, const char *what, const char *text)
{
  cell->note = g_strconcat (what, *text != '\0' ? text : _ ("空"), NULL);
  cell->flags |= XYB_SHEET_CELL_NOTE_BELOW;
  cell->look = XYB_SHEET_LOOK_CHANGED_TINT;
}

/* What she has already and what the file says instead. */
static gboolean
fill_difference (const XybReturnChange *change, XybReturnField field, XybSheetCell *out_cell)
{
  g_autofree char *before = NULL;

  if (change == NULL || change->row == NULL || (change->fields & (1u << field)) == 0)
    return FALSE;
  before = xyb_nomination_dup_cell (change->before, (XybNominationCell) field);
  add_below (out_cell, _ ("现有："), before != NULL ? before : "");
  return TRUE;
}

static void
fill_value (const Line *line, XybReturnField field, XybSheetCell *out_cell)
{
  if (line->row == NULL)
    {
      out_cell->text = xyb_nomination_dup_cell (line->change->before, (XybNominationCell) field);
      out_cell->look = XYB_SHEET_LOOK_NOT_APPLICABLE;
      return;
    }
  out_cell->text = xyb_return_dup_value (line->row, field);
  if (!fill_difference (line->change, field, out_cell) && xyb_return_is_changed (line->row, field))
    add_below (out_cell, _ ("原："),
               line->row->raw[field].text != NULL ? line->row->raw[field].text : "");
  /* Only a difference that is taken over has a colour. */
  if (line->change != NULL && line->change->refused)
    out_cell->look = XYB_SHEET_LOOK_PLAIN;
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  const Line *line = get_line (XYB_INTAKE_ROWS_MODEL (model), row);

  if (column == COLUMN_MARK)
    fill_mark (line->change, out_cell);
  else if (column == COLUMN_ROW)
    out_cell->text = line->row != NULL ? g_strdup_printf ("%u", line->row->row) : g_strdup ("—");
  else
    fill_value (line, XYB_RETURN_NAME + column - COLUMN_FIELDS, out_cell);
}

static char *
dup_row_name (XybSheetModel *model, guint row)
{
  const Line *line = get_line (XYB_INTAKE_ROWS_MODEL (model), row);

  if (line->row == NULL)
    return g_strdup (line->change->before->enterprise_name);
  return g_strdup_printf (_ ("第 %u 行 %s"), line->row->row, line->row->name);
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
xyb_intake_rows_model_finalize (GObject *object)
{
  g_array_unref (XYB_INTAKE_ROWS_MODEL (object)->lines);
  G_OBJECT_CLASS (xyb_intake_rows_model_parent_class)->finalize (object);
}

static void
xyb_intake_rows_model_class_init (XybIntakeRowsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_intake_rows_model_finalize;
}

static void
xyb_intake_rows_model_init (XybIntakeRowsModel *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

/**
 * xyb_intake_rows_model_new:
 *
 * Returns: (transfer full): a model without rows
 */
XybIntakeRowsModel *
xyb_intake_rows_model_new (void)
{
  return g_object_new (XYB_TYPE_INTAKE_ROWS_MODEL, NULL);
}

/**
 * xyb_intake_rows_model_show:
 * @self: the model
 * @file: (nullable): a file that has been read; show again when it has changed
 *
 * Lists what of it would be taken over now.
 */
void
xyb_intake_rows_model_show (XybIntakeRowsModel *self, const XybIntakeFile *file)
{
  guint before = self->lines->len;
  const XybReturn *shown = self->taken;

  g_return_if_fail (XYB_IS_INTAKE_ROWS_MODEL (self));

  self->taken = file != NULL ? file->taken : NULL;
  self->has_changes = file != NULL && file->changes != NULL;
  g_array_set_size (self->lines, 0);
  for (guint i = 0; self->has_changes && i < file->changes->len; i++)
    {
      XybReturnChange *change = file->changes->pdata[i];
      Line line = { change->row, change };

      g_array_append_val (self->lines, line);
    }
  for (guint i = 0; self->taken != NULL && !self->has_changes && i < self->taken->rows->len; i++)
    {
      Line line = { self->taken->rows->pdata[i], NULL };

      if (xyb_return_row_fate (line.row) == XYB_FATE_TAKEN)
        g_array_append_val (self->lines, line);
    }
  if (shown == self->taken && before == self->lines->len)
    xyb_sheet_model_cells_changed (XYB_SHEET_MODEL (self));
  else
    xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

/**
 * xyb_intake_rows_model_has_changes:
 * @self: the model
 *
 * Returns: whether a second version is shown
 */
gboolean
xyb_intake_rows_model_has_changes (XybIntakeRowsModel *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_ROWS_MODEL (self), FALSE);

  return self->has_changes;
}

/**
 * xyb_intake_rows_model_get_row:
 * @self: the model
 * @row: a row of the sheet
 *
 * Returns: (transfer none) (nullable): the row of the file
 */
const XybReturnRow *
xyb_intake_rows_model_get_row (XybIntakeRowsModel *self, guint row)
{
  const Line *line = get_line (self, row);

  return line != NULL ? line->row : NULL;
}

/**
 * xyb_intake_rows_model_get_change:
 * @self: the model
 * @row: a row of the sheet
 *
 * Returns: (transfer none) (nullable): what the second version changes there
 */
XybReturnChange *
xyb_intake_rows_model_get_change (XybIntakeRowsModel *self, guint row)
{
  const Line *line = get_line (self, row);

  return line != NULL ? line->change : NULL;
}

/**
 * xyb_intake_rows_model_get_field:
 * @self: the model
 * @column: a column of the sheet
 * @out_field: (out): the column of the form
 *
 * Returns: %FALSE for the columns that are not of the form
 */
gboolean
xyb_intake_rows_model_get_field (XybIntakeRowsModel *self, guint column, XybReturnField *out_field)
{
  if (column < COLUMN_FIELDS || column >= N_COLUMNS)
    return FALSE;
  *out_field = XYB_RETURN_NAME + column - COLUMN_FIELDS;
  return TRUE;
}

static char *
explain_change (const XybReturnChange *change)
{
  if (change->kind == XYB_DIFF_REMOVED)
    return g_strdup (change->refused ? _ ("新表里没有这一家，保留原来的")
                                     : _ ("新表里没有这一家，接受后从汇总表移出"));
  if (change->refused)
    return g_strdup (_ ("这一行不改，保留原来的"));
  return NULL;
}

/**
 * xyb_intake_rows_model_explain:
 * @self: the model
 * @row: of the cursor
 * @column: of the cursor
 * @out_place: (out) (transfer full): 第 4 行 去年销售收入
 *
 * Returns: (transfer full) (nullable): how the value came to be, %NULL where it is what stands
 * there
 */
char *
xyb_intake_rows_model_explain (XybIntakeRowsModel *self, guint row, guint column, char **out_place)
{
  const Line *line = get_line (self, row);
  XybReturnField field;
  char *words;

  *out_place = NULL;
  if (line == NULL)
    return NULL;
  words = line->change != NULL ? explain_change (line->change) : NULL;
  if (line->row == NULL)
    {
      *out_place = g_strdup (line->change->before->enterprise_name);
      return words;
    }
  if (!xyb_intake_rows_model_get_field (self, column, &field))
    {
      *out_place = g_strdup_printf (_ ("第 %u 行"), line->row->row);
      return words;
    }
  *out_place = g_strdup_printf (_ ("第 %u 行 %s"), line->row->row, xyb_return_field_name (field));
  return words != NULL ? words : xyb_return_explain (self->taken, line->row, field);
}
