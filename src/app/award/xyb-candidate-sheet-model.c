/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-candidate-sheet-model.h"

#include "xyb-i18n.h"

enum
{
  COLUMN_NAME,
  COLUMN_DISTRICT,
  COLUMN_HELD,
  COLUMN_VERDICT,
  COLUMN_REASONS,
  N_COLUMNS
};

struct _XybCandidateSheetModel
{
  GObject parent_instance;

  XybTrack track;

  /* owned */
  GPtrArray *all;   /* of XybCandidate: whose the rows are */
  GPtrArray *shown; /* of XybCandidate of @all */
};

static void sheet_model_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybCandidateSheetModel,
                               xyb_candidate_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_init))

static guint
get_n_rows (XybSheetModel *model)
{
  GPtrArray *shown = XYB_CANDIDATE_SHEET_MODEL (model)->shown;

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
    { .title = N_ ("企业名称"), .width = 250, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("区镇"), .width = 132, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("贯标验收"), .width = 92, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("结论"), .width = 72, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("原因和待核事项"),
      .width = 300,
      .align = XYB_SHEET_ALIGN_START,
      .expand = TRUE },
  };

  *out_column = columns[column];
  if (column == COLUMN_HELD && XYB_CANDIDATE_SHEET_MODEL (model)->track == XYB_TRACK_PROVINCE_MODEL)
    out_column->title = N_ ("市级认定");
  out_column->title = _ (out_column->title);
}

static void
fill_verdict (const XybCandidate *candidate, XybSheetCell *out_cell)
{
  out_cell->text = g_strdup (xyb_verdict_name (candidate->verdict));
  switch (candidate->verdict)
    {
    case XYB_VERDICT_MET:
      out_cell->look = XYB_SHEET_LOOK_DONE;
      out_cell->flags |= XYB_SHEET_CELL_TICK;
      break;
    case XYB_VERDICT_UNMET:
      out_cell->look = XYB_SHEET_LOOK_LOSS;
      break;
    case XYB_VERDICT_OPEN:
    default:
      out_cell->look = XYB_SHEET_LOOK_NEAR;
      break;
    }
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  const XybCandidate *candidate
    = xyb_candidate_sheet_model_get (XYB_CANDIDATE_SHEET_MODEL (model), row);

  switch (column)
    {
    case COLUMN_NAME:
      out_cell->text = g_strdup (candidate->enterprise_name);
      break;
    case COLUMN_DISTRICT:
      out_cell->text = g_strdup (candidate->unit_name);
      break;
    case COLUMN_HELD:
      out_cell->text = xyb_candidate_dup_held (candidate);
      break;
    case COLUMN_VERDICT:
      fill_verdict (candidate, out_cell);
      break;
    case COLUMN_REASONS:
    default:
      out_cell->text = xyb_candidate_dup_reasons (candidate);
      break;
    }
}

static void
sheet_model_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->fill_cell = fill_cell;
}

static void
xyb_candidate_sheet_model_finalize (GObject *object)
{
  XybCandidateSheetModel *self = XYB_CANDIDATE_SHEET_MODEL (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_candidate_sheet_model_parent_class)->finalize (object);
}

static void
xyb_candidate_sheet_model_class_init (XybCandidateSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_candidate_sheet_model_finalize;
}

static void
xyb_candidate_sheet_model_init (XybCandidateSheetModel *self)
{
}

/**
 * xyb_candidate_sheet_model_new:
 *
 * Returns: (transfer full): a model of nobody
 */
XybCandidateSheetModel *
xyb_candidate_sheet_model_new (void)
{
  return g_object_new (XYB_TYPE_CANDIDATE_SHEET_MODEL, NULL);
}

/**
 * xyb_candidate_sheet_model_show:
 * @self: the model
 * @track: what they may apply for; says what they hold already
 * @all: (element-type XybCandidate): whose the rows are
 * @shown: (element-type XybCandidate): those of @all that are to be seen, in order
 *
 * Shows them; keeps both.
 */
void
xyb_candidate_sheet_model_show (XybCandidateSheetModel *self,
                                XybTrack track,
                                GPtrArray *all,
                                GPtrArray *shown)
{
  GPtrArray *before_all;
  GPtrArray *before_shown;

  g_return_if_fail (XYB_IS_CANDIDATE_SHEET_MODEL (self));

  before_all = self->all;
  before_shown = self->shown;
  self->track = track;
  self->all = g_ptr_array_ref (all);
  self->shown = g_ptr_array_ref (shown);
  g_clear_pointer (&before_shown, g_ptr_array_unref);
  g_clear_pointer (&before_all, g_ptr_array_unref);
  xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

/**
 * xyb_candidate_sheet_model_get:
 * @self: the model
 * @row: a row of the sheet
 *
 * Returns: (transfer none) (nullable): its enterprise, until others are shown
 */
const XybCandidate *
xyb_candidate_sheet_model_get (XybCandidateSheetModel *self, guint row)
{
  g_return_val_if_fail (XYB_IS_CANDIDATE_SHEET_MODEL (self), NULL);

  return self->shown != NULL && row < self->shown->len ? self->shown->pdata[row] : NULL;
}

/**
 * xyb_candidate_sheet_model_find:
 * @self: the model
 * @enterprise_id: an enterprise
 *
 * Returns: its row, or %G_MAXUINT
 */
guint
xyb_candidate_sheet_model_find (XybCandidateSheetModel *self, gint64 enterprise_id)
{
  g_return_val_if_fail (XYB_IS_CANDIDATE_SHEET_MODEL (self), G_MAXUINT);

  for (guint i = 0; self->shown != NULL && i < self->shown->len; i++)
    if (((XybCandidate *) self->shown->pdata[i])->enterprise_id == enterprise_id)
      return i;
  return G_MAXUINT;
}
