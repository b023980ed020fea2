/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-raw-sheet-model.h"

#include "xyb-i18n.h"
#include "xyb-workbook-reader.h"

/* Nobody looks further, and the cells are kept in memory. */
#define MAX_ROWS 20000
#define MAX_COLUMNS 60

#define ROW_WIDTH 46
#define MIN_WIDTH 56
#define MAX_WIDTH 260
#define LETTER_WIDTH 8
#define MEASURED_ROWS 200

/* ---- the cells ---- */

typedef struct
{
  guint row; /* of the spreadsheet, from 1 */
  gboolean hidden;
  char **texts; /* n_columns of the table; NULL where blank */
  guint n_texts;
} RawRow;

struct _XybRawTable
{
  GPtrArray *rows; /* of RawRow; blank ones are not in the file */
  guint n_columns;
  gboolean cut;
};

static void
raw_row_free (gpointer data)
{
  RawRow *row = data;

  for (guint i = 0; i < row->n_texts; i++)
    g_free (row->texts[i]);
  g_free (row->texts);
  g_free (row);
}

void
xyb_raw_table_free (XybRawTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static gboolean
row_cb (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  XybRawTable *self = user_data;
  RawRow *one;
  guint n = 0;

  if (self->rows->len >= MAX_ROWS)
    {
      self->cut = TRUE;
      return FALSE;
    }
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].text != NULL)
      n = MAX (n, cells[i].column + 1);
  self->cut |= n > MAX_COLUMNS;
  n = MIN (n, MAX_COLUMNS);
  one = g_new0 (RawRow, 1);
  one->row = row + 1;
  one->hidden = hidden;
  one->texts = g_new0 (char *, n);
  one->n_texts = n;
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].column < n)
      {
        g_free (one->texts[cells[i].column]);
        one->texts[cells[i].column] = g_strdup (cells[i].text);
      }
  g_ptr_array_add (self->rows, one);
  self->n_columns = MAX (self->n_columns, n);
  return TRUE;
}

/**
 * xyb_raw_table_read:
 * @path: a workbook
 * @sheet: name of one of its sheets
 * @cancellable: (nullable): asked now and then
 * @error: of the readers
 *
 * Returns: (transfer full): its cells as they stand there
 */
XybRawTable *
xyb_raw_table_read (const char *path, const char *sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (path, error);
  g_autoptr (XybRawTable) self = NULL;

  if (workbook == NULL)
    return NULL;
  self = g_new0 (XybRawTable, 1);
  self->rows = g_ptr_array_new_with_free_func (raw_row_free);
  for (guint i = 0; i < xyb_workbook_get_n_sheets (workbook); i++)
    if (g_strcmp0 (xyb_workbook_get_sheet (workbook, i)->name, sheet) == 0)
      {
        if (!xyb_workbook_read_sheet (workbook, i, row_cb, self, NULL, cancellable, error))
          return NULL;
        break;
      }
  return g_steal_pointer (&self);
}

/* ---- the model ---- */

struct _XybRawSheetModel
{
  GObject parent_instance;

  /* owned */
  XybRawTable *table;
  GPtrArray *titles; /* A, B, C … */
  GArray *widths;    /* of int */
  GHashTable *marks; /* mark_key () → sentences */
};

static void sheet_model_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybRawSheetModel,
                               xyb_raw_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_init))

static const RawRow *
get_raw (XybRawSheetModel *self, guint row)
{
  return g_ptr_array_index (self->table->rows, row);
}

static gpointer
mark_key (guint row, int column)
{
  return GSIZE_TO_POINTER ((gsize) row * (MAX_COLUMNS + 2) + (gsize) (column + 1) + 1);
}

static guint
get_n_rows (XybSheetModel *model)
{
  return XYB_RAW_SHEET_MODEL (model)->table->rows->len;
}

/* The first column says which row it is, as a spreadsheet does. */
static guint
get_n_columns (XybSheetModel *model)
{
  return XYB_RAW_SHEET_MODEL (model)->table->n_columns + 1;
}

static void
get_column (XybSheetModel *model, guint column, XybSheetColumn *out_column)
{
  XybRawSheetModel *self = XYB_RAW_SHEET_MODEL (model);

  out_column->align = XYB_SHEET_ALIGN_START;
  if (column == 0)
    {
      out_column->title = _ ("行");
      out_column->width = ROW_WIDTH;
      out_column->align = XYB_SHEET_ALIGN_END;
      return;
    }
  out_column->title = self->titles->pdata[column - 1];
  out_column->width = g_array_index (self->widths, int, column - 1);
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  XybRawSheetModel *self = XYB_RAW_SHEET_MODEL (model);
  const RawRow *raw = get_raw (self, row);
  gboolean of_row = g_hash_table_contains (self->marks, mark_key (raw->row, -1));

  if (column == 0)
    {
      out_cell->text
        = raw->hidden ? g_strdup_printf (_ ("%u 隐"), raw->row) : g_strdup_printf ("%u", raw->row);
      out_cell->look = of_row ? XYB_SHEET_LOOK_NEAR_TINT : XYB_SHEET_LOOK_COMPUTED;
      return;
    }
  if (column - 1 < raw->n_texts)
    out_cell->text = g_strdup (raw->texts[column - 1]);
  if (g_hash_table_contains (self->marks, mark_key (raw->row, (int) column - 1)))
    out_cell->look = XYB_SHEET_LOOK_NEAR_TINT;
}

static char *
dup_row_name (XybSheetModel *model, guint row)
{
  return g_strdup_printf (_ ("第 %u 行"), get_raw (XYB_RAW_SHEET_MODEL (model), row)->row);
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

static void
xyb_raw_sheet_model_finalize (GObject *object)
{
  XybRawSheetModel *self = XYB_RAW_SHEET_MODEL (object);

  xyb_raw_table_free (self->table);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->widths);
  g_hash_table_unref (self->marks);
  G_OBJECT_CLASS (xyb_raw_sheet_model_parent_class)->finalize (object);
}

static void
xyb_raw_sheet_model_class_init (XybRawSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_raw_sheet_model_finalize;
}

static void
xyb_raw_sheet_model_init (XybRawSheetModel *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->widths = g_array_new (FALSE, FALSE, sizeof (int));
  self->marks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/* A title over the whole table does not make its column wide. */
static int
width_of (const XybRawTable *table, guint column)
{
  int width = MIN_WIDTH;

  for (guint i = 0; i < MIN (table->rows->len, MEASURED_ROWS); i++)
    {
      const RawRow *row = table->rows->pdata[i];
      guint n_said = 0;
      int wanted = 0;

      for (guint j = 0; j < row->n_texts; j++)
        n_said += row->texts[j] != NULL;
      if (n_said < 2 || column >= row->n_texts || row->texts[column] == NULL)
        continue;
      for (const char *p = row->texts[column]; *p != '\0'; p = g_utf8_next_char (p))
        wanted += g_unichar_iswide (g_utf8_get_char (p)) ? 2 * LETTER_WIDTH : LETTER_WIDTH;
      width = MAX (width, wanted + 2 * LETTER_WIDTH);
    }
  return MIN (width, MAX_WIDTH);
}

/**
 * xyb_raw_sheet_model_new:
 * @table: (transfer full): the cells
 *
 * Returns: (transfer full): a model over them
 */
XybRawSheetModel *
xyb_raw_sheet_model_new (XybRawTable *table)
{
  XybRawSheetModel *self = g_object_new (XYB_TYPE_RAW_SHEET_MODEL, NULL);

  self->table = table;
  for (guint i = 0; i < table->n_columns; i++)
    {
      int width = width_of (table, i);

      g_ptr_array_add (self->titles, xyb_return_column_name (i));
      g_array_append_val (self->widths, width);
    }
  return self;
}

/**
 * xyb_raw_sheet_model_mark:
 * @self: the model
 * @row: of the spreadsheet, from 1
 * @column: from 0; -1: the whole row
 * @sentence: what is doubtful there
 */
void
xyb_raw_sheet_model_mark (XybRawSheetModel *self, guint row, int column, const char *sentence)
{
  gpointer key = mark_key (row, column);
  const char *before = g_hash_table_lookup (self->marks, key);

  if (column >= MAX_COLUMNS)
    return;
  g_hash_table_insert (self->marks, key,
                       before != NULL ? g_strconcat (before, "；", sentence, NULL)
                                      : g_strdup (sentence));
}

/**
 * xyb_raw_sheet_model_dup_mark:
 * @self: the model
 * @row: of the sheet
 * @column: of the sheet
 *
 * Returns: (transfer full) (nullable): what is doubtful about the cell, or about its row
 */
char *
xyb_raw_sheet_model_dup_mark (XybRawSheetModel *self, guint row, guint column)
{
  const char *mark = NULL;

  if (row >= self->table->rows->len)
    return NULL;
  if (column > 0)
    mark = g_hash_table_lookup (self->marks, mark_key (get_raw (self, row)->row, (int) column - 1));
  if (mark == NULL)
    mark = g_hash_table_lookup (self->marks, mark_key (get_raw (self, row)->row, -1));
  return g_strdup (mark);
}

/**
 * xyb_raw_sheet_model_find_row:
 * @self: the model
 * @row: of the spreadsheet, from 1
 * @out_index: (out): of the sheet
 *
 * Returns: whether the row holds anything
 */
gboolean
xyb_raw_sheet_model_find_row (XybRawSheetModel *self, guint row, guint *out_index)
{
  for (guint i = 0; i < self->table->rows->len; i++)
    if (get_raw (self, i)->row == row)
      {
        *out_index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * xyb_raw_sheet_model_is_cut:
 * @self: the model
 *
 * Returns: whether the file holds more than is shown
 */
gboolean
xyb_raw_sheet_model_is_cut (XybRawSheetModel *self)
{
  return self->table->cut;
}
