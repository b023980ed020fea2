/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-sheet-private.h"

#include "xyb-completion.h"
#include "xyb-i18n.h"

/* The 部门 table and 「为什么」 beside it fill a window of 1366 pixels. */
#define UNIT_WIDTH 124
#define MARK_WIDTH 49
#define REMARK_WIDTH 72
#define POINTS_WIDTH 40
#define TENS_WIDTH 50
#define DEDUCTION_WIDTH 52
#define PERCENT_WIDTH 58

/* Tables of fewer columns have room. */
#define FEW_INDICATORS 7
#define ROOMY_UNIT_WIDTH 168
#define ROOMY_REMARK_WIDTH 110

static void sheet_model_iface_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybAssessmentSheetModel,
                               xyb_assessment_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_iface_init))

guint xyb_assessment_sheet_kept_signal;

static guint
n_indicators (XybAssessmentSheetModel *self)
{
  return self->state->scheme->indicators->len;
}

/* What @column is; the place of its indicator where it has one. */
XybAssessmentColumn
xyb_assessment_sheet_column (XybAssessmentSheetModel *self, guint column, guint *out_indicator)
{
  guint n = n_indicators (self);

  *out_indicator = n;
  if (column == 0)
    return XYB_ASSESSMENT_UNIT;
  if (column > n)
    return XYB_ASSESSMENT_REMARK + (column - n - 1);
  *out_indicator = column - 1;
  return XYB_ASSESSMENT_MARK;
}

/* ---- a mark ---- */

/* −0.05, with the minus of print. */
static char *
minus (gint64 points)
{
  g_autofree char *text = xyb_points_format (points);

  return g_strconcat ("−", text, NULL);
}

/* * and what it costs: *−0.05. In 得分制 nothing is taken, it is not given: * 得0. */
static void
show_loss (const XybItemScore *item, const char *printed, XybSheetCell *out)
{
  g_autofree char *deduction = minus (item->now.deduction);
  g_autofree char *earned = xyb_points_format (item->now.earned);
  g_autofree char *words
    = item->now.deduction > 0 ? g_strdup (deduction) : g_strdup_printf (_ ("得%s"), earned);

  out->text = g_markup_printf_escaped ("%s<b>%s</b>", printed, words);
  out->look = XYB_SHEET_LOOK_LOSS;
  out->flags |= XYB_SHEET_CELL_MARKUP;
}

static gboolean
loses (const XybItemScore *item)
{
  return item->now.deduction > 0
         || (item->now.earned < item->now.full && item->now.why != XYB_WHY_PENDING);
}

static void
fill_mark (XybAssessmentSheetModel *self, guint unit, guint indicator, XybSheetCell *out)
{
  const XybItemScore *item = xyb_assessment_state_get_item (self->state, unit, indicator);
  const char *printed = xyb_assessment_state_get_printed (self->state, unit, indicator);
  XybMarkKind kind = item->mark != NULL ? item->mark->kind : XYB_MARK_UNSAID;

  if (item->now.why == XYB_WHY_NOT_APPLICABLE)
    out->look = XYB_SHEET_LOOK_NOT_APPLICABLE;
  else if (loses (item))
    {
      show_loss (item, printed, out);
      return;
    }
  else if (kind == XYB_MARK_DONE)
    out->look = XYB_SHEET_LOOK_DONE_TINT;
  else if (kind == XYB_MARK_NO_EVENT)
    out->look = XYB_SHEET_LOOK_FAINT;
  out->text = g_strdup (printed);
  if (kind == XYB_MARK_EXPLAINED && item->now.why != XYB_WHY_NOT_APPLICABLE)
    {
      out->note = g_strdup (_ ("说"));
      out->flags |= XYB_SHEET_CELL_RAISED;
    }
  if (kind == XYB_MARK_DONE || kind == XYB_MARK_COUNT)
    out->flags |= XYB_SHEET_CELL_BOLD;
}

/* ---- what it comes to ---- */

static char *
signed_points (gint64 points)
{
  g_autofree char *text = xyb_points_format_fixed (ABS (points));

  return g_strconcat (points < 0 ? "−" : "", text, NULL);
}

static void
fill_points (const XybUnitScore *score, XybAssessmentColumn column, XybSheetCell *out)
{
  gboolean lost = score->deduction > 0;

  out->flags |= XYB_SHEET_CELL_COMPUTED;
  switch (column)
    {
    case XYB_ASSESSMENT_FULL:
      out->text = signed_points (score->full);
      break;
    case XYB_ASSESSMENT_DEDUCTION:
      out->text = lost ? minus (score->deduction) : g_strdup ("0");
      out->look = lost ? XYB_SHEET_LOOK_LOSS : XYB_SHEET_LOOK_FAINT;
      if (lost)
        out->flags |= XYB_SHEET_CELL_BOLD;
      break;
    case XYB_ASSESSMENT_SCORE:
      out->text = signed_points (score->score);
      break;
    default:
      out->text = xyb_unit_score_percent (score);
      if (score->score == score->full)
        out->look = XYB_SHEET_LOOK_FAINT;
    }
}

static void
xyb_assessment_sheet_model_fill_cell (XybSheetModel *model,
                                      guint row,
                                      guint column,
                                      XybSheetCell *out_cell)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);
  guint unit = g_array_index (self->units, guint, row);
  guint indicator;
  XybAssessmentColumn kind = xyb_assessment_sheet_column (self, column, &indicator);

  if (kind == XYB_ASSESSMENT_UNIT)
    out_cell->text = g_strdup (xyb_assessment_state_get_unit (self->state, unit)->unit_name);
  else if (kind == XYB_ASSESSMENT_MARK)
    fill_mark (self, unit, indicator, out_cell);
  else if (kind == XYB_ASSESSMENT_REMARK)
    out_cell->text = g_strdup (xyb_assessment_state_get_printed (self->state, unit, indicator));
  else
    fill_points (xyb_assessment_state_get_score (self->state, unit), kind, out_cell);
  if ((kind == XYB_ASSESSMENT_MARK || kind == XYB_ASSESSMENT_REMARK)
      && xyb_assessment_state_is_changed (self->state, unit, indicator))
    out_cell->flags |= XYB_SHEET_CELL_CORNER;
}

/* ---- rows and columns ---- */

static guint
xyb_assessment_sheet_model_get_n_rows (XybSheetModel *model)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);

  return self->state != NULL ? self->units->len : 0;
}

static guint
xyb_assessment_sheet_model_get_n_columns (XybSheetModel *model)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);

  return self->state != NULL ? 1 + n_indicators (self) + XYB_ASSESSMENT_N_LAST_COLUMNS : 0;
}

/* Ten points and more need another figure. */
static gboolean
has_tens (XybAssessmentSheetModel *self)
{
  for (guint i = 0; i < self->state->score->units->len; i++)
    {
      const XybUnitScore *score = xyb_assessment_state_get_score (self->state, i);

      if (score->full >= 1000 || ABS (score->score) >= 1000 || score->score < 0)
        return TRUE;
    }
  return FALSE;
}

static int
width_of (XybAssessmentSheetModel *self, XybAssessmentColumn kind)
{
  gboolean roomy = n_indicators (self) <= FEW_INDICATORS;

  switch (kind)
    {
    case XYB_ASSESSMENT_UNIT:
      return roomy ? ROOMY_UNIT_WIDTH : UNIT_WIDTH;
    case XYB_ASSESSMENT_MARK:
      return MARK_WIDTH;
    case XYB_ASSESSMENT_REMARK:
      return roomy ? ROOMY_REMARK_WIDTH : REMARK_WIDTH;
    case XYB_ASSESSMENT_DEDUCTION:
      return DEDUCTION_WIDTH;
    case XYB_ASSESSMENT_PERCENT:
      return PERCENT_WIDTH;
    case XYB_ASSESSMENT_FULL:
    case XYB_ASSESSMENT_SCORE:
    default:
      return has_tens (self) ? TENS_WIDTH : POINTS_WIDTH;
    }
}

static XybSheetAlign
align_of (XybAssessmentColumn kind)
{
  if (kind == XYB_ASSESSMENT_UNIT)
    return XYB_SHEET_ALIGN_START;
  return kind > XYB_ASSESSMENT_REMARK ? XYB_SHEET_ALIGN_END : XYB_SHEET_ALIGN_CENTER;
}

static void
xyb_assessment_sheet_model_get_column (XybSheetModel *model,
                                       guint column,
                                       XybSheetColumn *out_column)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);
  guint indicator;
  XybAssessmentColumn kind = xyb_assessment_sheet_column (self, column, &indicator);

  out_column->title = self->heads->pdata[2 * column];
  out_column->subtitle = self->heads->pdata[2 * column + 1];
  out_column->width = width_of (self, kind);
  out_column->align = align_of (kind);
  /* Long names of units take their part of what is left. */
  out_column->expand
    = kind == XYB_ASSESSMENT_MARK
      || (kind == XYB_ASSESSMENT_UNIT && n_indicators (self) > FEW_INDICATORS);
}

static char *
xyb_assessment_sheet_model_dup_row_name (XybSheetModel *model, guint row)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);
  guint unit = g_array_index (self->units, guint, row);

  return g_strdup (xyb_assessment_state_get_unit (self->state, unit)->unit_name);
}

static void
xyb_assessment_sheet_model_finalize (GObject *object)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (object);

  g_array_unref (self->units);
  g_ptr_array_unref (self->heads);
  G_OBJECT_CLASS (xyb_assessment_sheet_model_parent_class)->finalize (object);
}

static void
xyb_assessment_sheet_model_class_init (XybAssessmentSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_assessment_sheet_model_finalize;
  xyb_assessment_sheet_kept_signal
    = g_signal_new ("kept", XYB_TYPE_ASSESSMENT_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
xyb_assessment_sheet_model_init (XybAssessmentSheetModel *self)
{
  self->units = g_array_new (FALSE, FALSE, sizeof (guint));
  self->heads = g_ptr_array_new_with_free_func (g_free);
}

static void
sheet_model_iface_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = xyb_assessment_sheet_model_get_n_rows;
  iface->get_n_columns = xyb_assessment_sheet_model_get_n_columns;
  iface->get_column = xyb_assessment_sheet_model_get_column;
  iface->fill_cell = xyb_assessment_sheet_model_fill_cell;
  iface->dup_row_name = xyb_assessment_sheet_model_dup_row_name;
  xyb_assessment_sheet_add_marks (iface);
}

/**
 * xyb_assessment_sheet_model_new:
 * @write: stores what the clerk does
 * @user_data: for @write; outlives the model
 *
 * Returns: (transfer full): the sheet, still without a table
 */
XybAssessmentSheetModel *
xyb_assessment_sheet_model_new (XybAssessmentWriteFunc write, gpointer user_data)
{
  XybAssessmentSheetModel *self = g_object_new (XYB_TYPE_ASSESSMENT_SHEET_MODEL, NULL);

  self->write = write;
  self->user_data = user_data;
  return self;
}

/**
 * xyb_assessment_sheet_model_take_tables:
 * @self: the model
 * @is_table: tells a whole table from a block of marks
 * @take: takes it
 *
 * What is pasted with its heads goes where its words say.
 */
void
xyb_assessment_sheet_model_take_tables (XybAssessmentSheetModel *self,
                                        XybAssessmentIsTableFunc is_table,
                                        XybAssessmentTableFunc take)
{
  g_return_if_fail (XYB_IS_ASSESSMENT_SHEET_MODEL (self));

  self->is_table = is_table;
  self->take_table = take;
}

/* ---- filling ---- */

static void
add_head (GPtrArray *heads, char *title, char *subtitle)
{
  g_ptr_array_add (heads, title);
  g_ptr_array_add (heads, subtitle);
}

/* （5分） → 5分 */
static char *
bare_points (const char *text)
{
  static const char *const brackets[] = { "（", "(", "）", ")" };
  g_autoptr (GString) bare = g_string_new (text != NULL ? text : "");

  for (gsize i = 0; i < G_N_ELEMENTS (brackets); i++)
    g_string_replace (bare, brackets[i], "", 0);
  return g_strdup (bare->str);
}

static GPtrArray *
heads_new (const XybScheme *scheme)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func (g_free);

  add_head (heads, g_strdup (scheme->unit_head), NULL);
  for (guint i = 0; i < scheme->indicators->len; i++)
    {
      const XybIndicator *indicator = scheme->indicators->pdata[i];

      add_head (heads, xyb_indicator_name (indicator), bare_points (indicator->points_text));
    }
  add_head (heads, g_strdup (scheme->remark_head), NULL);
  add_head (heads, g_strdup (_ ("满分")), NULL);
  add_head (heads, g_strdup (_ ("扣分")), NULL);
  add_head (heads, g_strdup (_ ("得分")), NULL);
  add_head (heads, g_strdup (_ ("百分比")), NULL);
  return heads;
}

static gboolean
same_heads (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_strcmp0 (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
same_units (const GArray *a, const GArray *b)
{
  return a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (guint)) == 0;
}

/**
 * xyb_assessment_sheet_model_fill:
 * @self: the model
 * @state: (nullable): what to show; stays the caller's and stays until the next call
 * @units: (nullable): of guint: places of the units in view; %NULL without @state
 *
 * What is being typed goes on being typed where rows and columns are the same.
 */
void
xyb_assessment_sheet_model_fill (XybAssessmentSheetModel *self,
                                 const XybAssessmentState *state,
                                 GArray *units)
{
  g_autoptr (GPtrArray) heads = NULL;
  gboolean same;

  g_return_if_fail (XYB_IS_ASSESSMENT_SHEET_MODEL (self));

  heads = state != NULL ? heads_new (state->scheme) : g_ptr_array_new_with_free_func (g_free);
  same = self->state != NULL && state != NULL && state->scheme->id == self->scheme_id
         && same_units (self->units, units) && same_heads (self->heads, heads);
  self->state = state;
  if (same)
    {
      xyb_sheet_model_cells_changed (XYB_SHEET_MODEL (self));
      return;
    }
  self->scheme_id = state != NULL ? state->scheme->id : 0;
  g_array_set_size (self->units, 0);
  if (units != NULL)
    g_array_append_vals (self->units, units->data, units->len);
  g_ptr_array_unref (self->heads);
  self->heads = g_steal_pointer (&heads);
  xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

/**
 * xyb_assessment_sheet_model_get_unit:
 * @self: the model, with a table
 * @row: a row
 *
 * Returns: the place of its unit in the scheme
 */
guint
xyb_assessment_sheet_model_get_unit (XybAssessmentSheetModel *self, guint row)
{
  g_return_val_if_fail (XYB_IS_ASSESSMENT_SHEET_MODEL (self) && row < self->units->len, 0);

  return g_array_index (self->units, guint, row);
}

/**
 * xyb_assessment_sheet_model_find_unit:
 * @self: the model
 * @unit_id: a unit
 * @out_row: (out): its row
 *
 * Returns: whether it is in view
 */
gboolean
xyb_assessment_sheet_model_find_unit (XybAssessmentSheetModel *self, gint64 unit_id, guint *out_row)
{
  g_return_val_if_fail (XYB_IS_ASSESSMENT_SHEET_MODEL (self), FALSE);

  for (guint row = 0; self->state != NULL && row < self->units->len; row++)
    {
      guint unit = g_array_index (self->units, guint, row);

      if (xyb_assessment_state_get_unit (self->state, unit)->unit_id != unit_id)
        continue;
      *out_row = row;
      return TRUE;
    }
  return FALSE;
}

/**
 * xyb_assessment_sheet_model_get_indicator:
 * @self: the model, with a table
 * @column: a column
 *
 * Returns: the place of its indicator; -1 where the column is none
 */
int
xyb_assessment_sheet_model_get_indicator (XybAssessmentSheetModel *self, guint column)
{
  guint indicator;

  g_return_val_if_fail (XYB_IS_ASSESSMENT_SHEET_MODEL (self), -1);

  return self->state != NULL
             && xyb_assessment_sheet_column (self, column, &indicator) == XYB_ASSESSMENT_MARK
           ? (int) indicator
           : -1;
}
