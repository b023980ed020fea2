/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-table-model.h"

#include <string.h>

#include "xyb-i18n.h"

enum
{
  COLUMN_FILE,
  COLUMN_DISTRICT,
  COLUMN_STATE,
  COLUMN_OPEN,
  COLUMN_TAKEN,
  COLUMN_LEFT,
  COLUMN_WORDS,
  N_COLUMNS
};

struct _XybIntakeTableModel
{
  GObject parent_instance;

  /* borrowed */
  const XybIntake *intake;
  guint n_files; /* when it was shown */
};

static void sheet_model_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybIntakeTableModel,
                               xyb_intake_table_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_init))

/* ---- as a sheet ---- */

/* The last row is 合计. */
static guint
get_n_rows (XybSheetModel *model)
{
  guint n = XYB_INTAKE_TABLE_MODEL (model)->n_files;

  return n > 0 ? n + 1 : 0;
}

static guint
get_n_foot_rows (XybSheetModel *model)
{
  return XYB_INTAKE_TABLE_MODEL (model)->n_files > 0 ? 1 : 0;
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
    { .title = N_ ("文件"), .width = 200, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .title = N_ ("区镇"), .width = 122, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("状态"), .width = 96, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("待定"), .width = 52, .align = XYB_SHEET_ALIGN_END },
    { .title = N_ ("可接受"), .width = 60, .align = XYB_SHEET_ALIGN_END },
    { .title = N_ ("不计入"), .width = 60, .align = XYB_SHEET_ALIGN_END },
    { .title = N_ ("说明"), .width = 216, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
  };

  *out_column = columns[column];
  out_column->title = _ (out_column->title);
}

static void
fill_state (const XybIntakeFile *file, XybSheetCell *out_cell)
{
  static const struct
  {
    const char *name;
    XybSheetLook look;
  } states[] = {
    [XYB_INTAKE_READING] = { N_ ("正在读取"), XYB_SHEET_LOOK_PLAIN },
    [XYB_INTAKE_FAILED] = { N_ ("读不了"), XYB_SHEET_LOOK_LOSS },
    [XYB_INTAKE_NO_DISTRICT] = { N_ ("没认出区镇"), XYB_SHEET_LOOK_NEAR },
    [XYB_INTAKE_QUESTIONS] = { N_ ("待定"), XYB_SHEET_LOOK_NEAR },
    [XYB_INTAKE_READY] = { N_ ("可以导入"), XYB_SHEET_LOOK_DONE },
    [XYB_INTAKE_IMPORTED] = { N_ ("已导入"), XYB_SHEET_LOOK_DONE },
  };
  XybIntakeState state = xyb_intake_file_state (file);

  if (file->skipped && !file->imported)
    {
      out_cell->text = g_strdup (_ ("不导入"));
      return;
    }
  out_cell->text = g_strdup (_ (states[state].name));
  out_cell->look = states[state].look;
  if (state == XYB_INTAKE_IMPORTED)
    out_cell->flags |= XYB_SHEET_CELL_TICK;
}

static gboolean
fate_of (guint column, XybFate *out_fate)
{
  switch (column)
    {
    case COLUMN_OPEN:
      *out_fate = XYB_FATE_OPEN;
      return TRUE;
    case COLUMN_TAKEN:
      *out_fate = XYB_FATE_TAKEN;
      return TRUE;
    case COLUMN_LEFT:
      *out_fate = XYB_FATE_LEFT;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
fill_total (XybIntakeTableModel *self, guint column, XybSheetCell *out_cell)
{
  XybFate fate;
  guint n = 0;

  out_cell->flags |= XYB_SHEET_CELL_BOLD;
  if (column == COLUMN_FILE)
    out_cell->text = g_strdup_printf (_ ("合计 %u 个文件"), self->n_files);
  if (!fate_of (column, &fate))
    return;
  for (guint i = 0; i < self->n_files; i++)
    n += xyb_intake_file_count (self->intake->files->pdata[i], fate);
  out_cell->text = g_strdup_printf ("%u", n);
}

/* The 区镇 has a column of its own. */
static char *
dup_words (const XybIntakeFile *file)
{
  g_autofree char *words = xyb_intake_file_words (file);
  const char *district = file->taken != NULL ? file->taken->district : NULL;
  g_autofree char *prefix = district != NULL ? g_strconcat (district, " · ", NULL) : NULL;

  return g_strdup (prefix != NULL && g_str_has_prefix (words, prefix) ? words + strlen (prefix)
                                                                      : words);
}

static void
fill_file (const XybIntakeFile *file, guint column, XybSheetCell *out_cell)
{
  XybFate fate;

  if (column == COLUMN_FILE)
    out_cell->text = g_strdup (file->shown);
  else if (column == COLUMN_DISTRICT)
    out_cell->text = g_strdup (file->taken != NULL ? file->taken->district : NULL);
  else if (column == COLUMN_STATE)
    fill_state (file, out_cell);
  else if (column == COLUMN_WORDS)
    out_cell->text = dup_words (file);
  else if (fate_of (column, &fate) && file->taken != NULL)
    out_cell->text = g_strdup_printf ("%u", xyb_intake_file_count (file, fate));
  if (column == COLUMN_OPEN && g_strcmp0 (out_cell->text, "0") != 0)
    out_cell->look = XYB_SHEET_LOOK_NEAR;
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  XybIntakeTableModel *self = XYB_INTAKE_TABLE_MODEL (model);

  if (row < self->n_files)
    fill_file (self->intake->files->pdata[row], column, out_cell);
  else
    fill_total (self, column, out_cell);
}

static void
sheet_model_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_foot_rows = get_n_foot_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->fill_cell = fill_cell;
}

static void
xyb_intake_table_model_class_init (XybIntakeTableModelClass *klass)
{
}

static void
xyb_intake_table_model_init (XybIntakeTableModel *self)
{
}

/**
 * xyb_intake_table_model_new:
 *
 * Returns: (transfer full): a model of no files
 */
XybIntakeTableModel *
xyb_intake_table_model_new (void)
{
  return g_object_new (XYB_TYPE_INTAKE_TABLE_MODEL, NULL);
}

/**
 * xyb_intake_table_model_show:
 * @self: the model
 * @intake: (nullable): the import; show again when it has changed
 */
void
xyb_intake_table_model_show (XybIntakeTableModel *self, const XybIntake *intake)
{
  guint before = self->n_files;

  g_return_if_fail (XYB_IS_INTAKE_TABLE_MODEL (self));

  self->intake = intake;
  self->n_files = intake != NULL ? intake->files->len : 0;
  if (before == self->n_files)
    xyb_sheet_model_cells_changed (XYB_SHEET_MODEL (self));
  else
    xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

/**
 * xyb_intake_table_model_get_file:
 * @self: the model
 * @row: a row of the sheet
 *
 * Returns: (transfer none) (nullable): its file
 */
XybIntakeFile *
xyb_intake_table_model_get_file (XybIntakeTableModel *self, guint row)
{
  g_return_val_if_fail (XYB_IS_INTAKE_TABLE_MODEL (self), NULL);

  return row < self->n_files ? self->intake->files->pdata[row] : NULL;
}
