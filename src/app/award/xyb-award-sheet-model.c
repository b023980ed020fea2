/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-sheet-model.h"

#include "xyb-i18n.h"

enum
{
  COLUMN_NAME,
  COLUMN_DISTRICT,
  COLUMN_TRACK,
  COLUMN_YEAR,
  COLUMN_DATE,
  COLUMN_NUMBER,
  COLUMN_STATE,
  COLUMN_ORIGIN,
  N_COLUMNS
};

struct _XybAwardSheetModel
{
  GObject parent_instance;

  /* owned */
  GPtrArray *all;   /* of XybAward: whose the rows are */
  GPtrArray *shown; /* of XybAward of @all */
};

static void sheet_model_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybAwardSheetModel,
                               xyb_award_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_init))

static guint
get_n_rows (XybSheetModel *model)
{
  GPtrArray *shown = XYB_AWARD_SHEET_MODEL (model)->shown;

  return shown != NULL ? shown->len : 0;
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
    { .title = N_ ("企业名称"), .width = 250, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .title = N_ ("区镇"), .width = 132, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("级别"), .width = 108, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("年度"), .width = 56, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("认定日期"), .width = 96, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("文号"), .width = 168, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("状态"), .width = 124, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("来源"), .width = 92, .align = XYB_SHEET_ALIGN_START },
  };

  *out_column = columns[column];
  out_column->title = _ (out_column->title);
}

/* Most of them hold: only what was taken away has a colour. */
static void
fill_state (const XybAward *award, XybSheetCell *out_cell)
{
  if (award->revoked_on == NULL)
    {
      out_cell->text = g_strdup (_ ("有效"));
      return;
    }
  out_cell->text = g_strdup_printf (_ ("%s 取消"), award->revoked_on);
  out_cell->look = XYB_SHEET_LOOK_LOSS;
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  const XybAward *award = xyb_award_sheet_model_get (XYB_AWARD_SHEET_MODEL (model), row);

  switch (column)
    {
    case COLUMN_NAME:
      out_cell->text = g_strdup (award->enterprise_name);
      break;
    case COLUMN_DISTRICT:
      out_cell->text = g_strdup (award->unit_name);
      break;
    case COLUMN_TRACK:
      out_cell->text = g_strdup (xyb_track_name (award->track));
      break;
    case COLUMN_YEAR:
      out_cell->text = g_strdup_printf ("%d", award->year);
      break;
    case COLUMN_DATE:
      out_cell->text = g_strdup (award->awarded_on);
      break;
    case COLUMN_NUMBER:
      out_cell->text = g_strdup (award->number);
      break;
    case COLUMN_STATE:
      fill_state (award, out_cell);
      break;
    case COLUMN_ORIGIN:
    default:
      out_cell->text = g_strdup (award->id != 0 ? _ ("历年登记") : _ ("办理记录"));
      out_cell->look = XYB_SHEET_LOOK_FAINT;
      break;
    }
}

static char *
dup_row_name (XybSheetModel *model, guint row)
{
  const XybAward *award = xyb_award_sheet_model_get (XYB_AWARD_SHEET_MODEL (model), row);

  return g_strdup_printf (_ ("%s，%d 年%s"), award->enterprise_name, award->year,
                          xyb_track_name (award->track));
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
xyb_award_sheet_model_finalize (GObject *object)
{
  XybAwardSheetModel *self = XYB_AWARD_SHEET_MODEL (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_award_sheet_model_parent_class)->finalize (object);
}

static void
xyb_award_sheet_model_class_init (XybAwardSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_award_sheet_model_finalize;
}

static void
xyb_award_sheet_model_init (XybAwardSheetModel *self)
{
}

/**
 * xyb_award_sheet_model_new:
 *
 * Returns: (transfer full): a model of no awards
 */
XybAwardSheetModel *
xyb_award_sheet_model_new (void)
{
  return g_object_new (XYB_TYPE_AWARD_SHEET_MODEL, NULL);
}

/**
 * xyb_award_sheet_model_show:
 * @self: the model
 * @all: (element-type XybAward): whose the rows are
 * @shown: (element-type XybAward): those of @all that are to be seen, in order
 *
 * Shows them; keeps both.
 */
void
xyb_award_sheet_model_show (XybAwardSheetModel *self, GPtrArray *all, GPtrArray *shown)
{
  GPtrArray *before_all;
  GPtrArray *before_shown;

  g_return_if_fail (XYB_IS_AWARD_SHEET_MODEL (self));

  before_all = self->all;
  before_shown = self->shown;
  self->all = g_ptr_array_ref (all);
  self->shown = g_ptr_array_ref (shown);
  g_clear_pointer (&before_shown, g_ptr_array_unref);
  g_clear_pointer (&before_all, g_ptr_array_unref);
  xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

/**
 * xyb_award_sheet_model_get:
 * @self: the model
 * @row: a row of the sheet
 *
 * Returns: (transfer none) (nullable): its award, until other ones are shown
 */
const XybAward *
xyb_award_sheet_model_get (XybAwardSheetModel *self, guint row)
{
  g_return_val_if_fail (XYB_IS_AWARD_SHEET_MODEL (self), NULL);

  return self->shown != NULL && row < self->shown->len ? self->shown->pdata[row] : NULL;
}

static gboolean
is_same (const XybAward *one, const XybAward *other)
{
  return one->id == other->id && one->enterprise_id == other->enterprise_id
         && one->track == other->track && one->year == other->year;
}

/**
 * xyb_award_sheet_model_find:
 * @self: the model
 * @award: one of a list read earlier
 *
 * Returns: its row, or %G_MAXUINT
 */
guint
xyb_award_sheet_model_find (XybAwardSheetModel *self, const XybAward *award)
{
  g_return_val_if_fail (XYB_IS_AWARD_SHEET_MODEL (self), G_MAXUINT);

  for (guint i = 0; self->shown != NULL && award != NULL && i < self->shown->len; i++)
    if (is_same (self->shown->pdata[i], award))
      return i;
  return G_MAXUINT;
}
