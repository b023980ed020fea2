/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-table.h"

#include <inttypes.h>

#include "xyb-amount.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

#define MAX_NUMBER 99999
#define N_COLUMNS (2 + XYB_YEAR_TABLE_NUMBERS)
#define FIRST_NUMBER 2
#define NAME_WIDTH 128
#define NUMBER_WIDTH 84

typedef struct
{
  char *name;
  gint64 previous;
  gint64 numbers[XYB_YEAR_TABLE_NUMBERS];
} Row;

struct _XybYearTable
{
  GObject parent_instance;

  /* owned */
  GPtrArray *rows; /* of Row; the sums not among them */
  char *heads[N_COLUMNS];
  Row *total; /* or NULL */

  /* what is being typed */
  gboolean has_draft;
  guint draft_row;
  guint draft_number;
  gint64 draft;
};

static void sheet_model_iface_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybYearTable,
                               xyb_year_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_iface_init))

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Row *
row_new (const char *name, gint64 previous)
{
  Row *row = g_new0 (Row, 1);

  row->name = g_strdup (name);
  row->previous = previous;
  for (int i = 0; i < XYB_YEAR_TABLE_NUMBERS; i++)
    row->numbers[i] = XYB_UNSAID;
  return row;
}

static void
row_free (gpointer data)
{
  Row *row = data;

  if (row != NULL)
    g_free (row->name);
  g_free (row);
}

static const Row *
row_at (XybYearTable *self, guint row)
{
  return row < self->rows->len ? self->rows->pdata[row] : self->total;
}

static gboolean
parse (XybYearTable *self,
       guint row,
       guint column,
       const char *text,
       gint64 *out_number,
       GError **error)
{
  g_autofree char *field = g_strdup_printf ("%s%s", row_at (self, row)->name, self->heads[column]);

  *out_number = XYB_UNSAID;
  return text == NULL || xyb_text_is_blank (text)
         || xyb_count_parse (field, text, MAX_NUMBER, out_number, error);
}

/* ---- as a sheet shows it ---- */

static guint
get_n_rows (XybSheetModel *model)
{
  XybYearTable *self = XYB_YEAR_TABLE (model);

  return self->rows->len + (self->total != NULL ? 1 : 0);
}

static guint
get_n_foot_rows (XybSheetModel *model)
{
  return XYB_YEAR_TABLE (model)->total != NULL ? 1 : 0;
}

static guint
get_n_columns (XybSheetModel *model)
{
  return N_COLUMNS;
}

static void
get_column (XybSheetModel *model, guint column, XybSheetColumn *out_column)
{
  out_column->title = XYB_YEAR_TABLE (model)->heads[column];
  out_column->width = column == 0 ? NAME_WIDTH : NUMBER_WIDTH;
  out_column->align = column == 0 ? XYB_SHEET_ALIGN_START : XYB_SHEET_ALIGN_END;
  out_column->expand = column == 0;
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  XybYearTable *self = XYB_YEAR_TABLE (model);
  const Row *one = row_at (self, row);
  gint64 number = column == 1 ? one->previous : XYB_UNSAID;

  if (column >= FIRST_NUMBER)
    number = one->numbers[column - FIRST_NUMBER];
  if (column == 0)
    out_cell->text = g_strdup (one->name);
  else if (number != XYB_UNSAID)
    out_cell->text = g_strdup_printf ("%" PRId64, number);
  if (one == self->total)
    out_cell->flags = XYB_SHEET_CELL_BOLD;
  else if (column == 1)
    out_cell->look = XYB_SHEET_LOOK_COMPUTED;
}

static char *
dup_row_name (XybSheetModel *model, guint row)
{
  return g_strdup (row_at (XYB_YEAR_TABLE (model), row)->name);
}

static gboolean
is_editable (XybSheetModel *model, guint row, guint column)
{
  return column >= FIRST_NUMBER && row < XYB_YEAR_TABLE (model)->rows->len;
}

static gboolean
check (XybSheetModel *model, guint row, guint column, const char *text, GError **error)
{
  gint64 number;

  return parse (XYB_YEAR_TABLE (model), row, column, text, &number, error);
}

static gboolean
apply (XybSheetModel *model,
       const XybSheetChange *changes,
       guint n_changes,
       const char *what,
       GError **error)
{
  XybYearTable *self = XYB_YEAR_TABLE (model);
  g_autofree gint64 *numbers = g_new0 (gint64, n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (!parse (self, changes[i].row, changes[i].column, changes[i].text, &numbers[i], error))
      return FALSE;
  for (guint i = 0; i < n_changes; i++)
    {
      Row *row = self->rows->pdata[changes[i].row];

      row->numbers[changes[i].column - FIRST_NUMBER] = numbers[i];
    }
  self->has_draft = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  xyb_sheet_model_cells_changed (model);
  return TRUE;
}

static void
sheet_model_iface_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_foot_rows = get_n_foot_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->fill_cell = fill_cell;
  iface->dup_row_name = dup_row_name;
  iface->is_editable = is_editable;
  iface->check = check;
  iface->apply = apply;
}

/* ---- the object ---- */

static void
xyb_year_table_finalize (GObject *object)
{
  XybYearTable *self = XYB_YEAR_TABLE (object);

  g_ptr_array_unref (self->rows);
  row_free (self->total);
  for (int column = 0; column < N_COLUMNS; column++)
    g_free (self->heads[column]);
  G_OBJECT_CLASS (xyb_year_table_parent_class)->finalize (object);
}

static void
xyb_year_table_class_init (XybYearTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_year_table_finalize;
  /**
   * XybYearTable::changed:
   *
   * A number is another now, typed or kept.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", XYB_TYPE_YEAR_TABLE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xyb_year_table_init (XybYearTable *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  for (int column = 0; column < N_COLUMNS; column++)
    self->heads[column] = g_strdup ("");
}

/**
 * xyb_year_table_new:
 *
 * Returns: (transfer full): a table without lines
 */
XybYearTable *
xyb_year_table_new (void)
{
  return g_object_new (XYB_TYPE_YEAR_TABLE, NULL);
}

/**
 * xyb_year_table_start:
 * @self: a table
 * @heads: (array zero-terminated=1): names of the four columns
 *
 * Empties the table; lines follow, then xyb_year_table_finish().
 */
void
xyb_year_table_start (XybYearTable *self, const char *const *heads)
{
  g_return_if_fail (XYB_IS_YEAR_TABLE (self));

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->total, row_free);
  self->has_draft = FALSE;
  for (int column = 0; column < N_COLUMNS; column++)
    {
      g_free (self->heads[column]);
      self->heads[column] = g_strdup (heads[column]);
    }
}

/**
 * xyb_year_table_add_row:
 * @self: a table that has been started
 * @name: what the line is of
 * @previous: the number of the year before, or %XYB_UNSAID
 * @numbers: (array fixed-size=2): what is proposed; %XYB_UNSAID is blank
 *
 * Adds a line to fill.
 */
void
xyb_year_table_add_row (XybYearTable *self,
                        const char *name,
                        gint64 previous,
                        const gint64 *numbers)
{
  Row *row = row_new (name, previous);

  for (int i = 0; i < XYB_YEAR_TABLE_NUMBERS; i++)
    row->numbers[i] = numbers[i];
  g_ptr_array_add (self->rows, row);
}

/**
 * xyb_year_table_add_total:
 * @self: a table that has been started
 * @name: what the line is called
 * @previous: the sum of the year before, or %XYB_UNSAID
 *
 * Adds the line of sums.
 */
void
xyb_year_table_add_total (XybYearTable *self, const char *name, gint64 previous)
{
  row_free (self->total);
  self->total = row_new (name, previous);
}

/**
 * xyb_year_table_finish:
 * @self: a table that has its lines
 */
void
xyb_year_table_finish (XybYearTable *self)
{
  g_return_if_fail (XYB_IS_YEAR_TABLE (self));

  xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

/**
 * xyb_year_table_set_total:
 * @self: a table
 * @number: which of the two numbers
 * @total: what to show in the line of sums, or %XYB_UNSAID
 */
void
xyb_year_table_set_total (XybYearTable *self, guint number, gint64 total)
{
  g_return_if_fail (XYB_IS_YEAR_TABLE (self));
  g_return_if_fail (number < XYB_YEAR_TABLE_NUMBERS);

  if (self->total == NULL || self->total->numbers[number] == total)
    return;
  self->total->numbers[number] = total;
  xyb_sheet_model_cells_changed (XYB_SHEET_MODEL (self));
}

/**
 * xyb_year_table_set_draft:
 * @self: a table
 * @row: the line that is typed in
 * @column: the column of the sheet that is typed in
 * @text: (nullable): what is typed so far; %NULL for nothing
 *
 * Sums follow the keystrokes (QUO-01).
 */
void
xyb_year_table_set_draft (XybYearTable *self, guint row, guint column, const char *text)
{
  g_return_if_fail (XYB_IS_YEAR_TABLE (self));

  self->draft_row = row;
  self->draft_number = column - FIRST_NUMBER;
  self->has_draft = text != NULL && column >= FIRST_NUMBER && row < self->rows->len
                    && parse (self, row, column, text, &self->draft, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- numbers ---- */

/**
 * xyb_year_table_get:
 * @self: a table
 * @row: a line
 * @number: which of the two numbers
 *
 * Returns: what stands there now, typed or kept; %XYB_UNSAID for blank
 */
gint64
xyb_year_table_get (XybYearTable *self, guint row, guint number)
{
  g_return_val_if_fail (XYB_IS_YEAR_TABLE (self), XYB_UNSAID);
  g_return_val_if_fail (row < self->rows->len && number < XYB_YEAR_TABLE_NUMBERS, XYB_UNSAID);

  if (self->has_draft && self->draft_row == row && self->draft_number == number)
    return self->draft;
  return ((Row *) self->rows->pdata[row])->numbers[number];
}

/**
 * xyb_year_table_get_sum:
 * @self: a table
 * @number: which of the two numbers
 *
 * Returns: the sum of what stands there now; %XYB_UNSAID where all is blank (QUO-02)
 */
gint64
xyb_year_table_get_sum (XybYearTable *self, guint number)
{
  gint64 sum = XYB_UNSAID;

  g_return_val_if_fail (XYB_IS_YEAR_TABLE (self), XYB_UNSAID);

  for (guint row = 0; row < self->rows->len; row++)
    {
      gint64 value = xyb_year_table_get (self, row, number);

      if (value != XYB_UNSAID)
        sum = sum != XYB_UNSAID ? sum + value : value;
    }
  return sum;
}

/**
 * xyb_year_table_set:
 * @self: a table
 * @row: a line
 * @number: which of the two numbers
 * @value: what shall stand there
 */
void
xyb_year_table_set (XybYearTable *self, guint row, guint number, gint64 value)
{
  g_return_if_fail (XYB_IS_YEAR_TABLE (self));
  g_return_if_fail (row < self->rows->len && number < XYB_YEAR_TABLE_NUMBERS);

  ((Row *) self->rows->pdata[row])->numbers[number] = value;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  xyb_sheet_model_cells_changed (XYB_SHEET_MODEL (self));
}
