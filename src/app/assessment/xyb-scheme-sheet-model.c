/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-scheme-sheet-model.h"

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-scheme-fields.h"
#include "xyb-text.h"

#define UNIT_WIDTH 150
#define MATRIX_WIDTH 62
#define NUMBER_WIDTH 44
#define NOTE_WIDTH 600

struct _XybSchemeSheetModel
{
  GObject parent_instance;

  /* borrowed */
  XybScheme *scheme;

  /* owned */
  GPtrArray *heads;

  XybSchemePart part;
  gint64 next_id; /* below 0: new indicators, until they are stored */
};

static void sheet_model_iface_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybSchemeSheetModel,
                               xyb_scheme_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_iface_init))

static GPtrArray *
get_rows (XybSchemeSheetModel *self)
{
  switch (self->part)
    {
    case XYB_SCHEME_INDICATORS:
      return self->scheme->indicators;
    case XYB_SCHEME_UNITS:
      return self->scheme->units;
    case XYB_SCHEME_NOTES:
    default:
      return self->scheme->notes;
    }
}

static void
say_changed (XybSchemeSheetModel *self)
{
  g_signal_emit_by_name (self, "changed");
}

/* ---- heads ---- */

static void
read_heads (XybSchemeSheetModel *self)
{
  g_ptr_array_set_size (self->heads, 0);
  if (self->scheme == NULL)
    return;
  switch (self->part)
    {
    case XYB_SCHEME_INDICATORS:
      for (guint i = 0; i < xyb_n_indicator_fields; i++)
        g_ptr_array_add (self->heads, g_strdup (_ (xyb_indicator_fields[i].title)));
      return;
    case XYB_SCHEME_UNITS:
      g_ptr_array_add (self->heads, g_strdup (self->scheme->unit_head));
      for (guint i = 0; i < self->scheme->indicators->len; i++)
        g_ptr_array_add (self->heads, xyb_indicator_name (self->scheme->indicators->pdata[i]));
      g_ptr_array_add (self->heads, g_strdup (_ ("本页到此为止")));
      return;
    case XYB_SCHEME_NOTES:
    default:
      g_ptr_array_add (self->heads, g_strdup (_ ("第几条")));
      g_ptr_array_add (self->heads, g_strdup (_ ("说明")));
    }
}

static guint
xyb_scheme_sheet_model_get_n_rows (XybSheetModel *model)
{
  XybSchemeSheetModel *self = XYB_SCHEME_SHEET_MODEL (model);

  return self->scheme != NULL ? get_rows (self)->len : 0;
}

static guint
xyb_scheme_sheet_model_get_n_columns (XybSheetModel *model)
{
  return XYB_SCHEME_SHEET_MODEL (model)->heads->len;
}

static void
xyb_scheme_sheet_model_get_column (XybSheetModel *model, guint column, XybSheetColumn *out_column)
{
  XybSchemeSheetModel *self = XYB_SCHEME_SHEET_MODEL (model);

  out_column->title = self->heads->pdata[column];
  out_column->align = XYB_SHEET_ALIGN_CENTER;
  switch (self->part)
    {
    case XYB_SCHEME_INDICATORS:
      out_column->width = xyb_indicator_fields[column].width;
      out_column->expand = xyb_indicator_fields[column].wide;
      if (xyb_indicator_fields[column].wide)
        out_column->align = XYB_SHEET_ALIGN_START;
      return;
    case XYB_SCHEME_UNITS:
      out_column->width = column == 0 ? UNIT_WIDTH : MATRIX_WIDTH;
      out_column->expand = column > 0;
      if (column == 0)
        out_column->align = XYB_SHEET_ALIGN_START;
      return;
    case XYB_SCHEME_NOTES:
    default:
      out_column->width = column == 0 ? NUMBER_WIDTH : NOTE_WIDTH;
      out_column->expand = column == 1;
      if (column == 1)
        out_column->align = XYB_SHEET_ALIGN_START;
    }
}

/* ---- cells ---- */

static gint64
indicator_id (XybSchemeSheetModel *self, guint column)
{
  return ((XybIndicator *) self->scheme->indicators->pdata[column - 1])->id;
}

static gboolean
is_page_column (XybSchemeSheetModel *self, guint column)
{
  return column == self->scheme->indicators->len + 1;
}

static char *
unit_text (XybSchemeSheetModel *self, const XybSchemeUnit *unit, guint column)
{
  if (column == 0)
    return g_strdup (unit->unit_name);
  if (is_page_column (self, column))
    return unit->page_ends ? g_strdup (_ ("是")) : NULL;
  return g_strdup (xyb_scheme_unit_applies (unit, indicator_id (self, column)) ? "√" : "非考核项");
}

static char *
cell_text (XybSchemeSheetModel *self, guint row, guint column)
{
  gpointer item = get_rows (self)->pdata[row];

  switch (self->part)
    {
    case XYB_SCHEME_INDICATORS:
      return xyb_indicator_fields[column].get (item);
    case XYB_SCHEME_UNITS:
      return unit_text (self, item, column);
    case XYB_SCHEME_NOTES:
    default:
      return column == 0 ? g_strdup_printf ("%u", row + 1)
                         : g_strdup (((XybSchemeNote *) item)->text);
    }
}

static void
xyb_scheme_sheet_model_fill_cell (XybSheetModel *model,
                                  guint row,
                                  guint column,
                                  XybSheetCell *out_cell)
{
  XybSchemeSheetModel *self = XYB_SCHEME_SHEET_MODEL (model);

  out_cell->text = cell_text (self, row, column);
  if (self->part == XYB_SCHEME_UNITS && g_strcmp0 (out_cell->text, "非考核项") == 0)
    out_cell->look = XYB_SHEET_LOOK_NOT_APPLICABLE;
  else if (self->part == XYB_SCHEME_UNITS && g_strcmp0 (out_cell->text, "√") == 0)
    out_cell->look = XYB_SHEET_LOOK_FAINT;
  else if (self->part == XYB_SCHEME_NOTES && column == 0)
    out_cell->flags |= XYB_SHEET_CELL_COMPUTED;
}

static char *
xyb_scheme_sheet_model_dup_row_name (XybSheetModel *model, guint row)
{
  XybSchemeSheetModel *self = XYB_SCHEME_SHEET_MODEL (model);

  if (self->part == XYB_SCHEME_NOTES)
    return g_strdup_printf (_ ("说明第 %u 条"), row + 1);
  return cell_text (self, row, 0);
}

/* ---- editing ---- */

static gboolean
xyb_scheme_sheet_model_is_editable (XybSheetModel *model, guint row, guint column)
{
  return XYB_SCHEME_SHEET_MODEL (model)->part == XYB_SCHEME_INDICATORS || column > 0;
}

static char *
xyb_scheme_sheet_model_text_of_key (XybSheetModel *model, guint row, guint column, guint keyval)
{
  XybSchemeSheetModel *self = XYB_SCHEME_SHEET_MODEL (model);

  if (self->part != XYB_SCHEME_UNITS || is_page_column (self, column))
    return NULL;
  switch (keyval)
    {
    case GDK_KEY_v:
    case GDK_KEY_V:
      return g_strdup ("√");
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return g_strdup ("非考核项");
    default:
      return NULL;
    }
}

static gboolean
set_unit (XybSchemeSheetModel *self,
          XybSchemeUnit *unit,
          guint column,
          const char *text,
          GError **error)
{
  g_autofree char *key = xyb_text_key (text);
  gboolean excluded
    = g_str_equal (key, "非考核项") || g_str_equal (key, "-") || g_str_equal (key, "不考核");
  gboolean included
    = *key == '\0' || g_str_equal (key, "√") || g_str_equal (key, "v") || g_str_equal (key, "考核");

  if (is_page_column (self, column))
    unit->page_ends = *key != '\0' && !g_str_equal (key, "否");
  else if (excluded || included)
    xyb_scheme_unit_set_applies (unit, indicator_id (self, column), included);
  else
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_SCHEME,
                   _ ("%s：“%s”请改成 √（考核）或非考核项。"), unit->unit_name, text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_note (XybSchemeNote *note, const char *text, GError **error)
{
  if (xyb_text_is_blank (text))
    {
      g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_SCHEME,
                           _ ("说明不能是空的，不要的请删去这一行。"));
      return FALSE;
    }
  g_free (note->text);
  note->text = xyb_text_clean (text);
  return TRUE;
}

static gboolean
set_cell (XybSchemeSheetModel *self, gpointer item, guint column, const char *text, GError **error)
{
  switch (self->part)
    {
    case XYB_SCHEME_INDICATORS:
      return xyb_indicator_fields[column].set (item, text != NULL ? text : "", error);
    case XYB_SCHEME_UNITS:
      return set_unit (self, item, column, text, error);
    case XYB_SCHEME_NOTES:
    default:
      return set_note (item, text, error);
    }
}

/* Tried on a copy, so that a refused block changes nothing. */
static gboolean
xyb_scheme_sheet_model_check (XybSheetModel *model,
                              guint row,
                              guint column,
                              const char *text,
                              GError **error)
{
  XybSchemeSheetModel *self = XYB_SCHEME_SHEET_MODEL (model);
  g_autoptr (XybScheme) copy = xyb_scheme_copy (self->scheme);
  XybScheme *real = self->scheme;
  gboolean fits;

  self->scheme = copy;
  fits = set_cell (self, get_rows (self)->pdata[row], column, text, error);
  self->scheme = real;
  return fits;
}

static gboolean
xyb_scheme_sheet_model_apply (XybSheetModel *model,
                              const XybSheetChange *changes,
                              guint n_changes,
                              const char *what,
                              GError **error)
{
  XybSchemeSheetModel *self = XYB_SCHEME_SHEET_MODEL (model);

  for (guint i = 0; i < n_changes; i++)
    if (!set_cell (self, get_rows (self)->pdata[changes[i].row], changes[i].column, changes[i].text,
                   error))
      return FALSE;
  xyb_sheet_model_cells_changed (model);
  say_changed (self);
  return TRUE;
}

/* ---- the object ---- */

static void
xyb_scheme_sheet_model_finalize (GObject *object)
{
  g_ptr_array_unref (XYB_SCHEME_SHEET_MODEL (object)->heads);
  G_OBJECT_CLASS (xyb_scheme_sheet_model_parent_class)->finalize (object);
}

static void
xyb_scheme_sheet_model_class_init (XybSchemeSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_scheme_sheet_model_finalize;
  g_signal_new ("changed", XYB_TYPE_SCHEME_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
xyb_scheme_sheet_model_init (XybSchemeSheetModel *self)
{
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->next_id = -1;
}

static void
sheet_model_iface_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = xyb_scheme_sheet_model_get_n_rows;
  iface->get_n_columns = xyb_scheme_sheet_model_get_n_columns;
  iface->get_column = xyb_scheme_sheet_model_get_column;
  iface->fill_cell = xyb_scheme_sheet_model_fill_cell;
  iface->dup_row_name = xyb_scheme_sheet_model_dup_row_name;
  iface->is_editable = xyb_scheme_sheet_model_is_editable;
  iface->text_of_key = xyb_scheme_sheet_model_text_of_key;
  iface->check = xyb_scheme_sheet_model_check;
  iface->apply = xyb_scheme_sheet_model_apply;
}

/**
 * xyb_scheme_sheet_model_new:
 * @part: what of a scheme it shows
 *
 * Returns: (transfer full): a sheet without a scheme
 */
XybSchemeSheetModel *
xyb_scheme_sheet_model_new (XybSchemePart part)
{
  XybSchemeSheetModel *self = g_object_new (XYB_TYPE_SCHEME_SHEET_MODEL, NULL);

  self->part = part;
  return self;
}

/**
 * xyb_scheme_sheet_model_fill:
 * @self: the model
 * @scheme: (nullable): what to edit; stays the caller's and stays until the next call
 */
void
xyb_scheme_sheet_model_fill (XybSchemeSheetModel *self, XybScheme *scheme)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (XYB_IS_SCHEME_SHEET_MODEL (self));

  before = g_steal_pointer (&self->heads); /* the sheet's until it has others */
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->scheme = scheme;
  read_heads (self);
  xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

static void
reread (XybSchemeSheetModel *self)
{
  xyb_scheme_sheet_model_fill (self, self->scheme);
  say_changed (self);
}

/**
 * xyb_scheme_sheet_model_add_unit:
 * @self: the model of %XYB_SCHEME_UNITS
 * @unit_id: a unit that is not in the scheme
 * @name: of the unit
 *
 * Adds the unit as the last, assessed by every indicator.
 */
void
xyb_scheme_sheet_model_add_unit (XybSchemeSheetModel *self, gint64 unit_id, const char *name)
{
  XybSchemeUnit *unit;

  g_return_if_fail (XYB_IS_SCHEME_SHEET_MODEL (self));

  unit = xyb_scheme_unit_new ();
  unit->unit_id = unit_id;
  unit->unit_name = g_strdup (name);
  g_ptr_array_add (self->scheme->units, unit);
  reread (self);
}

static XybIndicator *
indicator_new (XybSchemeSheetModel *self)
{
  XybIndicator *indicator = xyb_indicator_new ();

  indicator->id = self->next_id--;
  indicator->head = g_strdup (_ ("新指标（0.1分）"));
  indicator->points_text = g_strdup (_ ("（0.1分）"));
  indicator->points = 10;
  indicator->rule = XYB_RULE_BINARY;
  return indicator;
}

/**
 * xyb_scheme_sheet_model_add_row:
 * @self: the model of %XYB_SCHEME_INDICATORS or %XYB_SCHEME_NOTES
 *
 * Adds an indicator or a note as the last, to be written over.
 *
 * Returns: its row
 */
guint
xyb_scheme_sheet_model_add_row (XybSchemeSheetModel *self)
{
  g_return_val_if_fail (XYB_IS_SCHEME_SHEET_MODEL (self), 0);

  if (self->part == XYB_SCHEME_INDICATORS)
    g_ptr_array_add (self->scheme->indicators, indicator_new (self));
  else
    g_ptr_array_add (self->scheme->notes, xyb_scheme_note_new (_ ("新的说明。")));
  reread (self);
  return get_rows (self)->len - 1;
}

/* 非考核项 of an indicator go with it. */
static void
forget_indicator (XybScheme *scheme, gint64 id)
{
  for (guint i = 0; i < scheme->units->len; i++)
    xyb_scheme_unit_set_applies (scheme->units->pdata[i], id, TRUE);
}

/**
 * xyb_scheme_sheet_model_remove_row:
 * @self: the model
 * @row: a row
 *
 * Takes it out. One that has marks is refused on storing.
 */
void
xyb_scheme_sheet_model_remove_row (XybSchemeSheetModel *self, guint row)
{
  g_return_if_fail (XYB_IS_SCHEME_SHEET_MODEL (self));

  if (row >= get_rows (self)->len)
    return;
  if (self->part == XYB_SCHEME_INDICATORS)
    forget_indicator (self->scheme, ((XybIndicator *) get_rows (self)->pdata[row])->id);
  g_ptr_array_remove_index (get_rows (self), row);
  reread (self);
}

/**
 * xyb_scheme_sheet_model_move_row:
 * @self: the model
 * @row: a row
 * @by: -1 up, 1 down
 *
 * Returns: whether it has moved
 */
gboolean
xyb_scheme_sheet_model_move_row (XybSchemeSheetModel *self, guint row, int by)
{
  GPtrArray *rows;
  gpointer item;
  gint64 to = (gint64) row + by;

  g_return_val_if_fail (XYB_IS_SCHEME_SHEET_MODEL (self), FALSE);

  rows = get_rows (self);
  if (row >= rows->len || to < 0 || to >= rows->len)
    return FALSE;
  item = rows->pdata[row];
  rows->pdata[row] = rows->pdata[to];
  rows->pdata[to] = item;
  reread (self);
  return TRUE;
}
