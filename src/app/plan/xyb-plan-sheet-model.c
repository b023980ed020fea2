/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-sheet-model.h"

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-plan-store.h"
#include "xyb-step.h"

#define NUMBER_WIDTH 44

/* By the fields of xyb_plan_part_fields(); those below 0 share what room is left. */
static const int widths[XYB_N_PLAN_PARTS][XYB_PLAN_MAX_FIELDS] = {
  [XYB_PLAN_STAGES] = { -170, 90, 104, 104, 100, -280 },
  [XYB_PLAN_CONDITIONS] = { -520, 130, 100 },
  [XYB_PLAN_MATERIALS] = { -400, -150, 56, 76, -230 },
  [XYB_PLAN_STEPS] = { -150, 130, -420, 100, 56 },
  [XYB_PLAN_MILESTONES] = { -380, 104, 104, 110, -140 },
};

struct _XybPlanSheetModel
{
  GObject parent_instance;

  /* owned */
  XybOffice *office;
  XybPlan *plan;
  GPtrArray *rows; /* of the list in view; borrowed from @plan */

  int year;
  XybPlanPart part;
  XybTrack track;
};

static void sheet_model_iface_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybPlanSheetModel,
                               xyb_plan_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_iface_init))

static const XybPlanField *
field_of (XybPlanSheetModel *self, guint column)
{
  guint n_fields = 0;
  const XybPlanField *fields = xyb_plan_part_fields (self->part, &n_fields);

  return column >= 1 && column <= n_fields ? &fields[column - 1] : NULL;
}

/* NULL of the blank one. */
static gpointer
row_at (XybPlanSheetModel *self, guint row)
{
  return row < self->rows->len ? self->rows->pdata[row] : NULL;
}

static gboolean
can_write (XybPlanSheetModel *self)
{
  return self->plan != NULL && !xyb_office_is_read_only (self->office);
}

/* ---- as a sheet shows it ---- */

static guint
get_n_rows (XybSheetModel *model)
{
  XybPlanSheetModel *self = XYB_PLAN_SHEET_MODEL (model);

  return self->rows->len + (can_write (self) ? 1 : 0);
}

static guint
get_n_columns (XybSheetModel *model)
{
  guint n_fields = 0;

  xyb_plan_part_fields (XYB_PLAN_SHEET_MODEL (model)->part, &n_fields);
  return 1 + n_fields;
}

static XybSheetAlign
align_of (XybPlanFieldKind kind)
{
  switch (kind)
    {
    case XYB_PLAN_FIELD_NUMBER:
      return XYB_SHEET_ALIGN_END;
    case XYB_PLAN_FIELD_YES:
    case XYB_PLAN_FIELD_DATE:
      return XYB_SHEET_ALIGN_CENTER;
    case XYB_PLAN_FIELD_TEXT:
    case XYB_PLAN_FIELD_CHOICE:
    case XYB_PLAN_FIELD_ONE_OF:
    default:
      return XYB_SHEET_ALIGN_START;
    }
}

static void
get_column (XybSheetModel *model, guint column, XybSheetColumn *out_column)
{
  XybPlanSheetModel *self = XYB_PLAN_SHEET_MODEL (model);
  const XybPlanField *field = field_of (self, column);
  int width = field != NULL ? widths[self->part][column - 1] : NUMBER_WIDTH;

  out_column->title = field != NULL ? _ (field->title) : _ ("序号");
  out_column->width = ABS (width);
  out_column->expand = width < 0;
  out_column->align = field != NULL ? align_of (field->kind) : XYB_SHEET_ALIGN_CENTER;
}

static void
fill_name (XybPlanSheetModel *self, gpointer row, XybSheetCell *out_cell)
{
  const XybPlanStep *one = row;

  out_cell->text = g_strdup (xyb_plan_row_name (self->part, row));
  if (self->part != XYB_PLAN_STEPS)
    return;
  if (one->parent_id != 0)
    {
      g_autofree char *name = out_cell->text;

      out_cell->text = g_strconcat ("　", name, NULL);
    }
  else if (xyb_plan_step_is_heading (self->plan, one))
    out_cell->flags |= XYB_SHEET_CELL_BOLD;
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  XybPlanSheetModel *self = XYB_PLAN_SHEET_MODEL (model);
  const XybPlanField *field = field_of (self, column);
  gpointer item = row_at (self, row);

  if (field == NULL)
    {
      out_cell->look = XYB_SHEET_LOOK_COMPUTED;
      out_cell->text = item != NULL ? g_strdup_printf ("%u", row + 1) : g_strdup ("+");
    }
  else if (item == NULL)
    {
      out_cell->look
        = column == XYB_PLAN_NAME_COLUMN ? XYB_SHEET_LOOK_FAINT : XYB_SHEET_LOOK_COMPUTED;
      if (column == XYB_PLAN_NAME_COLUMN)
        out_cell->text = g_strdup (_ ("在这里写新的一行"));
    }
  else if (!xyb_plan_field_applies (field, self->plan, item))
    out_cell->look = XYB_SHEET_LOOK_COMPUTED;
  else if (column == XYB_PLAN_NAME_COLUMN)
    fill_name (self, item, out_cell);
  else
    out_cell->text = field->get (self->plan, item);
}

static char *
dup_text (XybSheetModel *model, guint row, guint column)
{
  XybPlanSheetModel *self = XYB_PLAN_SHEET_MODEL (model);
  const XybPlanField *field = field_of (self, column);
  gpointer item = row_at (self, row);

  if (item == NULL)
    return NULL;
  return field != NULL ? field->get (self->plan, item) : g_strdup_printf ("%u", row + 1);
}

static char *
dup_row_name (XybSheetModel *model, guint row)
{
  XybPlanSheetModel *self = XYB_PLAN_SHEET_MODEL (model);
  gpointer item = row_at (self, row);

  return item != NULL ? g_strdup (xyb_plan_row_name (self->part, item)) : g_strdup (_ ("新的一行"));
}

/* ---- editing ---- */

static gboolean
is_editable (XybSheetModel *model, guint row, guint column)
{
  XybPlanSheetModel *self = XYB_PLAN_SHEET_MODEL (model);
  const XybPlanField *field = field_of (self, column);
  gpointer item = row_at (self, row);

  if (field == NULL || !can_write (self))
    return FALSE;
  return item != NULL ? xyb_plan_field_applies (field, self->plan, item)
                      : column == XYB_PLAN_NAME_COLUMN;
}

static char *
text_of_key (XybSheetModel *model, guint row G_GNUC_UNUSED, guint column, guint keyval)
{
  const XybPlanField *field = field_of (XYB_PLAN_SHEET_MODEL (model), column);

  if (field == NULL || field->kind != XYB_PLAN_FIELD_YES)
    return NULL;
  switch (keyval)
    {
    case GDK_KEY_v:
    case GDK_KEY_V:
      return g_strdup (_ ("是"));
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return g_strdup ("");
    default:
      return NULL;
    }
}

static gboolean
edit (XybPlanSheetModel *self, const GArray *edits, GError **error)
{
  return xyb_plan_store_edit_rows (xyb_office_get_store (self->office), self->year, self->part,
                                   (const XybPlanEdit *) (gconstpointer) edits->data, edits->len,
                                   NULL, error);
}

/* The blank row becomes one by being written in. */
static gboolean
apply (XybSheetModel *model,
       const XybSheetChange *changes,
       guint n_changes,
       const char *what G_GNUC_UNUSED,
       GError **error)
{
  XybPlanSheetModel *self = XYB_PLAN_SHEET_MODEL (model);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (XybPlanEdit));

  for (guint i = 0; i < n_changes; i++)
    {
      gpointer row = row_at (self, changes[i].row);
      XybPlanEdit one = { XYB_PLAN_SET,
                          row != NULL ? xyb_plan_row_id (row) : 0,
                          0,
                          changes[i].column - 1,
                          changes[i].text,
                          0 };
      XybPlanEdit add = { XYB_PLAN_ADD, 0, self->track, 0, NULL, 0 };

      if (row == NULL)
        g_array_append_val (edits, add);
      g_array_append_val (edits, one);
    }
  return edit (self, edits, error);
}

/* One cell of a pasted block. What says the same already is no obstacle, wherever it stands: a row
 * is copied with its number. */
static gboolean
paste_cell (XybPlanSheetModel *self,
            gpointer row,
            guint column,
            const char *text,
            GArray *edits,
            GError **error)
{
  const XybPlanField *field = field_of (self, column);
  XybPlanEdit one
    = { XYB_PLAN_SET, row != NULL ? xyb_plan_row_id (row) : 0, 0, column - 1, text, 0 };
  g_autofree char *stored = row != NULL && field != NULL ? field->get (self->plan, row) : NULL;

  if (field == NULL || (row != NULL && g_strcmp0 (stored != NULL ? stored : "", text) == 0))
    return TRUE;
  if (row == NULL || xyb_plan_field_applies (field, self->plan, row))
    {
      g_array_append_val (edits, one);
      return TRUE;
    }
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT,
               _ ("“%s”的%s不用填，粘贴的“%s”放不进去。"), xyb_plan_row_name (self->part, row),
               _ (field->title), text);
  return FALSE;
}

static gboolean
check_block (XybPlanSheetModel *self,
             guint row,
             guint column,
             const XybTextTable *table,
             GError **error)
{
  guint n_columns = get_n_columns (XYB_SHEET_MODEL (self));

  if (column + table->n_columns > n_columns)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT,
                   _ ("要粘贴 %u 列，从这里往右只有 %u 列，放不下。"), table->n_columns,
                   n_columns - column);
      return FALSE;
    }
  if (row + table->rows->len <= self->rows->len || column <= XYB_PLAN_NAME_COLUMN)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT,
               _ ("要粘贴 %u 行，这里往下没有这么多；要增加行，请从名称那一列开始粘贴。"),
               table->rows->len);
  return FALSE;
}

/* Rows behind the last are new ones: a whole list comes in at once. */
static gboolean
paste (XybSheetModel *model, guint row, guint column, const XybTextTable *table, GError **error)
{
  XybPlanSheetModel *self = XYB_PLAN_SHEET_MODEL (model);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (XybPlanEdit));

  if (!check_block (self, row, column, table, error))
    return FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    {
      gpointer item = row_at (self, row + i);
      XybPlanEdit add = { XYB_PLAN_ADD, 0, self->track, 0, NULL, 0 };

      if (item == NULL)
        g_array_append_val (edits, add);
      for (guint k = 0; k < table->n_columns; k++)
        if (!paste_cell (self, item, column + k, xyb_text_table_get (table, i, k), edits, error))
          return FALSE;
    }
  return edits->len == 0 || edit (self, edits, error);
}

/* ---- the object ---- */

static void
xyb_plan_sheet_model_finalize (GObject *object)
{
  XybPlanSheetModel *self = XYB_PLAN_SHEET_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->plan, xyb_plan_free);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_plan_sheet_model_parent_class)->finalize (object);
}

static void
xyb_plan_sheet_model_class_init (XybPlanSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_plan_sheet_model_finalize;
}

static void
xyb_plan_sheet_model_init (XybPlanSheetModel *self)
{
  self->rows = g_ptr_array_new ();
  self->track = XYB_TRACK_ACCREDITATION;
}

static void
sheet_model_iface_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->fill_cell = fill_cell;
  iface->dup_text = dup_text;
  iface->dup_row_name = dup_row_name;
  iface->is_editable = is_editable;
  iface->text_of_key = text_of_key;
  iface->apply = apply;
  iface->paste = paste;
}

/**
 * xyb_plan_sheet_model_new:
 * @office: the office; the year in view now is the year of the sheet
 *
 * Returns: (transfer full): a sheet without rows until xyb_plan_sheet_model_reload()
 */
XybPlanSheetModel *
xyb_plan_sheet_model_new (XybOffice *office)
{
  XybPlanSheetModel *self = g_object_new (XYB_TYPE_PLAN_SHEET_MODEL, NULL);

  self->office = g_object_ref (office);
  self->year = xyb_office_get_year (office);
  return self;
}

static void
list_rows (XybPlanSheetModel *self)
{
  g_ptr_array_unref (self->rows);
  self->rows = self->plan != NULL ? xyb_plan_list_rows (self->plan, self->part, self->track)
                                  : g_ptr_array_new ();
}

static gboolean
same_ids (const GPtrArray *rows, const GArray *ids)
{
  if (rows->len != ids->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (xyb_plan_row_id (rows->pdata[i]) != g_array_index (ids, gint64, i))
      return FALSE;
  return TRUE;
}

/**
 * xyb_plan_sheet_model_reload:
 * @self: the model
 * @error: return location for an error of the store
 *
 * Reads the plan anew. What is being typed goes on being typed where the rows are the same.
 *
 * Returns: whether the year has a plan
 */
gboolean
xyb_plan_sheet_model_reload (XybPlanSheetModel *self, GError **error)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (XybPlan) old = NULL;

  g_return_val_if_fail (XYB_IS_PLAN_SHEET_MODEL (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      gint64 id = xyb_plan_row_id (self->rows->pdata[i]);

      g_array_append_val (before, id);
    }
  old = g_steal_pointer (&self->plan);
  self->plan = xyb_plan_store_get (xyb_office_get_store (self->office), self->year, error);
  list_rows (self);
  if (old != NULL && self->plan != NULL && same_ids (self->rows, before))
    xyb_sheet_model_cells_changed (XYB_SHEET_MODEL (self));
  else
    xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
  return self->plan != NULL;
}

/**
 * xyb_plan_sheet_model_show:
 * @self: the model
 * @part: which list
 * @track: of which track; no matter of 时限
 */
void
xyb_plan_sheet_model_show (XybPlanSheetModel *self, XybPlanPart part, XybTrack track)
{
  g_return_if_fail (XYB_IS_PLAN_SHEET_MODEL (self));

  self->part = part;
  self->track = track;
  list_rows (self);
  xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

/* The plan as it is stored; %NULL where the year has none any more. */
const XybPlan *
xyb_plan_sheet_model_get_plan (XybPlanSheetModel *self)
{
  g_return_val_if_fail (XYB_IS_PLAN_SHEET_MODEL (self), NULL);

  return self->plan;
}

XybPlanPart
xyb_plan_sheet_model_get_part (XybPlanSheetModel *self)
{
  g_return_val_if_fail (XYB_IS_PLAN_SHEET_MODEL (self), XYB_PLAN_STAGES);

  return self->part;
}

/* 0 of 时限. */
XybTrack
xyb_plan_sheet_model_get_track (XybPlanSheetModel *self)
{
  g_return_val_if_fail (XYB_IS_PLAN_SHEET_MODEL (self), (XybTrack) 0);

  return self->track;
}

/* The row of the plan; %NULL of the blank one. */
gpointer
xyb_plan_sheet_model_get_row (XybPlanSheetModel *self, guint row)
{
  g_return_val_if_fail (XYB_IS_PLAN_SHEET_MODEL (self), NULL);

  return row_at (self, row);
}

/* What stands in a column; %NULL of 序号. */
const XybPlanField *
xyb_plan_sheet_model_get_field (XybPlanSheetModel *self, guint column)
{
  g_return_val_if_fail (XYB_IS_PLAN_SHEET_MODEL (self), NULL);

  return field_of (self, column);
}

/**
 * xyb_plan_sheet_model_find:
 * @self: the model
 * @id: a row of the plan
 * @out_row: (out): where it stands
 *
 * Returns: whether it is in view
 */
gboolean
xyb_plan_sheet_model_find (XybPlanSheetModel *self, gint64 id, guint *out_row)
{
  g_return_val_if_fail (XYB_IS_PLAN_SHEET_MODEL (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (xyb_plan_row_id (self->rows->pdata[i]) == id)
      {
        *out_row = i;
        return TRUE;
      }
  return FALSE;
}

/* The row that becomes one by being written in. */
guint
xyb_plan_sheet_model_get_blank_row (XybPlanSheetModel *self)
{
  g_return_val_if_fail (XYB_IS_PLAN_SHEET_MODEL (self), 0);

  return self->rows->len;
}

/**
 * xyb_plan_sheet_model_act:
 * @self: the model
 * @act: %XYB_PLAN_REMOVE or %XYB_PLAN_MOVE
 * @row: which row
 * @by: of a move: -1 up, 1 down
 *
 * Returns: whether it is done and stored
 */
gboolean
xyb_plan_sheet_model_act (XybPlanSheetModel *self,
                          XybPlanAct act,
                          guint row,
                          int by,
                          GError **error)
{
  XybPlanEdit one = { act, 0, 0, 0, NULL, by };
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (XybPlanEdit));

  g_return_val_if_fail (XYB_IS_PLAN_SHEET_MODEL (self), FALSE);
  g_return_val_if_fail (row_at (self, row) != NULL, FALSE);

  one.id = xyb_plan_row_id (row_at (self, row));
  g_array_append_val (edits, one);
  return edit (self, edits, error);
}

/**
 * xyb_plan_sheet_model_set:
 * @self: the model
 * @row: of the cell
 * @column: of the cell
 * @text: (nullable): what is to stand there
 *
 * Returns: whether it is stored
 */
gboolean
xyb_plan_sheet_model_set (XybPlanSheetModel *self,
                          guint row,
                          guint column,
                          const char *text,
                          GError **error)
{
  const XybSheetChange change = { row, column, text };

  g_return_val_if_fail (XYB_IS_PLAN_SHEET_MODEL (self), FALSE);

  return apply (XYB_SHEET_MODEL (self), &change, 1, NULL, error);
}
