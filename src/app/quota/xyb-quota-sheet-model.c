/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-quota-sheet-model.h"

#include "xyb-i18n.h"
#include "xyb-plan-store.h"
#include "xyb-text.h"

/* Far beyond any 区镇, small enough that eleven of them sum without overflow. */
#define MAX_QUOTA 99999

enum
{
  COLUMN_NAME,
  COLUMN_ACCREDITATION,
  COLUMN_CITY_MODEL,
  COLUMN_NOMINATED,
  COLUMN_SIGNED,
  COLUMN_ACCEPTED,
  COLUMN_RATE,
  COLUMN_MISSING,
  COLUMN_DEDUCTION,
  COLUMN_ADVICE,
  N_COLUMNS
};

#define FIRST_COMPUTED COLUMN_NOMINATED

static const struct
{
  const char *title;
  int width;
  XybSheetAlign align;
} columns[N_COLUMNS] = {
  { N_ ("区镇名称"), 136, XYB_SHEET_ALIGN_START }, { N_ ("贯标企业数"), 101, XYB_SHEET_ALIGN_END },
  { N_ ("示范企业数"), 101, XYB_SHEET_ALIGN_END }, { N_ ("已推荐"), 72, XYB_SHEET_ALIGN_END },
  { N_ ("已签约"), 72, XYB_SHEET_ALIGN_END },      { N_ ("已验收"), 72, XYB_SHEET_ALIGN_END },
  { N_ ("完成率"), 84, XYB_SHEET_ALIGN_END },      { N_ ("差额"), 66, XYB_SHEET_ALIGN_END },
  { N_ ("预计扣分"), 90, XYB_SHEET_ALIGN_END },    { N_ ("怎样少扣"), 270, XYB_SHEET_ALIGN_START },
};

struct _XybQuotaSheetModel
{
  GObject parent_instance;

  /* borrowed */
  XybOffice *office;
  const XybQuotaRows *rows; /* of the page, until it gives others */

  /* owned */
  GArray *units; /* of gint64: the rows as of the last "reset" */
  char *computed_note;
  gboolean has_draft;
  guint draft_row;
  guint draft_column;
  gint64 draft;
};

static void sheet_model_iface_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybQuotaSheetModel,
                               xyb_quota_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_iface_init))

static XybTrack
track_of (guint column)
{
  return column == COLUMN_ACCREDITATION ? XYB_TRACK_ACCREDITATION : XYB_TRACK_CITY_MODEL;
}

static gboolean
is_hers (guint column)
{
  return column == COLUMN_ACCREDITATION || column == COLUMN_CITY_MODEL;
}

static guint
n_districts (XybQuotaSheetModel *self)
{
  return self->rows != NULL ? self->rows->rows->len : 0;
}

static const XybQuotaRow *
row_at (XybQuotaSheetModel *self, guint row)
{
  return row < n_districts (self) ? self->rows->rows->pdata[row] : self->rows->total;
}

static gint64
stored_number (const XybQuotaRow *row, guint column)
{
  return column == COLUMN_ACCREDITATION ? row->accreditation : row->city_model;
}

static gboolean
parse (XybQuotaSheetModel *self,
       guint row,
       guint column,
       const char *text,
       gint64 *out_number,
       GError **error)
{
  g_autofree char *field
    = g_strdup_printf (_ ("%s%s"), row_at (self, row)->name, _ (columns[column].title));

  *out_number = XYB_UNSAID;
  return text == NULL || xyb_text_is_blank (text)
         || xyb_count_parse (field, text, MAX_QUOTA, out_number, error);
}

/* ---- what stands in a cell ---- */

/* 合计 follows the keystrokes; where all is blank the plan's own total stays (QUO-02). */
static gint64
total_number (XybQuotaSheetModel *self, guint column)
{
  gint64 sum = xyb_quota_sheet_model_get_draft_total (self, track_of (column));

  return sum != XYB_UNSAID ? sum : stored_number (self->rows->total, column);
}

static char *
deduction_text (const XybQuotaRow *row, const XybQuotaRows *all)
{
  return row == all->total ? xyb_quota_rows_deducted_label (all)
                           : xyb_quota_rows_points_label (row->deduction);
}

static char *
cell_text (XybQuotaSheetModel *self, const XybQuotaRow *row, guint column)
{
  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (row->name);
    case COLUMN_ACCREDITATION:
    case COLUMN_CITY_MODEL:
      return xyb_quota_rows_number_label (row == self->rows->total ? total_number (self, column)
                                                                   : stored_number (row, column));
    case COLUMN_NOMINATED:
      return xyb_quota_rows_number_label (row->progress.nominated);
    case COLUMN_SIGNED:
      return xyb_quota_rows_number_label (row->progress.signed_up);
    case COLUMN_ACCEPTED:
      return xyb_quota_rows_number_label (row->progress.accepted);
    case COLUMN_RATE:
      return xyb_completion_format (row->done, row->accreditation);
    case COLUMN_MISSING:
      return row->missing == XYB_UNSAID || row->missing == 0
               ? g_strdup ("—")
               : xyb_quota_rows_number_label (row->missing);
    case COLUMN_DEDUCTION:
      return deduction_text (row, self->rows);
    case COLUMN_ADVICE:
    default:
      return row == self->rows->total ? g_strdup ("")
                                      : xyb_quota_row_advice (row, self->rows->basis);
    }
}

static XybSheetLook
look_of (XybQuotaSheetModel *self, const XybQuotaRow *row, guint column)
{
  gboolean loses = row == self->rows->total ? self->rows->deducted > 0
                                            : row->deduction != XYB_UNSAID && row->deduction > 0;

  if (column == COLUMN_DEDUCTION && loses)
    return XYB_SHEET_LOOK_LOSS;
  if (row->missing == 0 && (column == COLUMN_RATE || column == COLUMN_ADVICE))
    return XYB_SHEET_LOOK_DONE;
  return XYB_SHEET_LOOK_PLAIN;
}

static XybSheetCellFlags
flags_of (XybQuotaSheetModel *self, const XybQuotaRow *row, guint column)
{
  XybSheetCellFlags flags = XYB_SHEET_CELL_PLAIN;

  if (row != self->rows->total && column >= FIRST_COMPUTED)
    flags |= XYB_SHEET_CELL_COMPUTED;
  if (row == self->rows->total && column != COLUMN_DEDUCTION)
    flags |= XYB_SHEET_CELL_BOLD;
  if (row->missing == 0 && column == COLUMN_RATE)
    flags |= XYB_SHEET_CELL_TICK;
  if (column == COLUMN_ADVICE)
    flags |= XYB_SHEET_CELL_MARKUP;
  return flags;
}

static void
xyb_quota_sheet_model_fill_cell (XybSheetModel *model,
                                 guint row,
                                 guint column,
                                 XybSheetCell *out_cell)
{
  XybQuotaSheetModel *self = XYB_QUOTA_SHEET_MODEL (model);
  const XybQuotaRow *quota = row_at (self, row);

  out_cell->text = cell_text (self, quota, column);
  out_cell->look = look_of (self, quota, column);
  out_cell->flags = flags_of (self, quota, column);
}

/* For Excel: the words without their weight, and a minus that is a number's. */
static char *
xyb_quota_sheet_model_dup_text (XybSheetModel *model, guint row, guint column)
{
  XybQuotaSheetModel *self = XYB_QUOTA_SHEET_MODEL (model);
  const XybQuotaRow *quota = row_at (self, row);
  g_autofree char *text = cell_text (self, quota, column);
  char *plain = NULL;

  if (column == COLUMN_ADVICE)
    pango_parse_markup (text, -1, 0, NULL, &plain, NULL, NULL);
  else if (column == COLUMN_DEDUCTION && g_str_has_prefix (text, "−"))
    plain = g_strconcat ("-", text + strlen ("−"), NULL);
  return plain != NULL ? plain : g_steal_pointer (&text);
}

/* ---- rows and columns ---- */

static guint
xyb_quota_sheet_model_get_n_rows (XybSheetModel *model)
{
  XybQuotaSheetModel *self = XYB_QUOTA_SHEET_MODEL (model);

  return self->rows != NULL ? n_districts (self) + 1 : 0;
}

static guint
xyb_quota_sheet_model_get_n_foot_rows (XybSheetModel *model)
{
  return XYB_QUOTA_SHEET_MODEL (model)->rows != NULL ? 1 : 0;
}

static guint
xyb_quota_sheet_model_get_n_columns (XybSheetModel *model)
{
  return N_COLUMNS;
}

static void
xyb_quota_sheet_model_get_column (XybSheetModel *model, guint column, XybSheetColumn *out_column)
{
  XybQuotaSheetModel *self = XYB_QUOTA_SHEET_MODEL (model);
  gboolean computed = column >= FIRST_COMPUTED;

  out_column->title = _ (columns[column].title);
  out_column->group = computed ? _ ("进度") : _ ("附件1");
  if (computed)
    out_column->group_note = self->computed_note;
  else
    out_column->group_note
      = xyb_office_is_read_only (self->office) ? _ ("只能看，不能改") : _ ("可直接填写");
  out_column->width = columns[column].width;
  out_column->align = columns[column].align;
  out_column->expand = column == COLUMN_ADVICE;
}

static char *
xyb_quota_sheet_model_dup_row_name (XybSheetModel *model, guint row)
{
  return g_strdup (row_at (XYB_QUOTA_SHEET_MODEL (model), row)->name);
}

/* ---- the clerk's numbers ---- */

static gboolean
xyb_quota_sheet_model_is_editable (XybSheetModel *model, guint row, guint column)
{
  XybQuotaSheetModel *self = XYB_QUOTA_SHEET_MODEL (model);

  return is_hers (column) && row < n_districts (self) && !xyb_office_is_read_only (self->office);
}

static gboolean
xyb_quota_sheet_model_check (XybSheetModel *model,
                             guint row,
                             guint column,
                             const char *text,
                             GError **error)
{
  gint64 number;

  return parse (XYB_QUOTA_SHEET_MODEL (model), row, column, text, &number, error);
}

static gboolean
xyb_quota_sheet_model_apply (XybSheetModel *model,
                             const XybSheetChange *changes,
                             guint n_changes,
                             const char *what,
                             GError **error)
{
  XybQuotaSheetModel *self = XYB_QUOTA_SHEET_MODEL (model);
  g_autofree XybQuotaNumber *numbers = g_new0 (XybQuotaNumber, n_changes);

  for (guint i = 0; i < n_changes; i++)
    {
      numbers[i].unit_id = row_at (self, changes[i].row)->unit_id;
      numbers[i].track = track_of (changes[i].column);
      if (!parse (self, changes[i].row, changes[i].column, changes[i].text, &numbers[i].number,
                  error))
        return FALSE;
    }
  return xyb_plan_store_set_quotas (xyb_office_get_store (self->office),
                                    xyb_office_get_year (self->office), numbers, n_changes,
                                    what != NULL ? what : _ ("填写"), error);
}

static void
xyb_quota_sheet_model_finalize (GObject *object)
{
  XybQuotaSheetModel *self = XYB_QUOTA_SHEET_MODEL (object);

  g_array_unref (self->units);
  g_free (self->computed_note);
  G_OBJECT_CLASS (xyb_quota_sheet_model_parent_class)->finalize (object);
}

static void
xyb_quota_sheet_model_class_init (XybQuotaSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_quota_sheet_model_finalize;
}

static void
xyb_quota_sheet_model_init (XybQuotaSheetModel *self)
{
  self->units = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
sheet_model_iface_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = xyb_quota_sheet_model_get_n_rows;
  iface->get_n_foot_rows = xyb_quota_sheet_model_get_n_foot_rows;
  iface->get_n_columns = xyb_quota_sheet_model_get_n_columns;
  iface->get_column = xyb_quota_sheet_model_get_column;
  iface->fill_cell = xyb_quota_sheet_model_fill_cell;
  iface->dup_text = xyb_quota_sheet_model_dup_text;
  iface->is_editable = xyb_quota_sheet_model_is_editable;
  iface->check = xyb_quota_sheet_model_check;
  iface->apply = xyb_quota_sheet_model_apply;
  iface->dup_row_name = xyb_quota_sheet_model_dup_row_name;
}

/**
 * xyb_quota_sheet_model_new:
 * @office: the office whose year is shown; outlives the model
 *
 * Returns: (transfer full): 附件1, still without rows
 */
XybQuotaSheetModel *
xyb_quota_sheet_model_new (XybOffice *office)
{
  XybQuotaSheetModel *self = g_object_new (XYB_TYPE_QUOTA_SHEET_MODEL, NULL);

  self->office = office;
  return self;
}

static gboolean
same_rows (XybQuotaSheetModel *self, const XybQuotaRows *rows)
{
  if (self->units->len != rows->rows->len)
    return FALSE;
  for (guint i = 0; i < rows->rows->len; i++)
    if (g_array_index (self->units, gint64, i) != ((XybQuotaRow *) rows->rows->pdata[i])->unit_id)
      return FALSE;
  return TRUE;
}

/**
 * xyb_quota_sheet_model_fill:
 * @self: the model
 * @rows: (nullable): what to show; stays the caller's and stays until the next call
 *
 * What is being typed goes on being typed where the rows are the same.
 */
void
xyb_quota_sheet_model_fill (XybQuotaSheetModel *self, const XybQuotaRows *rows)
{
  g_autofree char *note = NULL;
  gboolean same;

  g_return_if_fail (XYB_IS_QUOTA_SHEET_MODEL (self));

  same = self->rows != NULL && rows != NULL && same_rows (self, rows);
  self->rows = rows;
  if (rows != NULL)
    note = g_strdup_printf (_ ("自动计算，按“%s”计"), xyb_basis_name (rows->basis));
  if (same && g_strcmp0 (note, self->computed_note) == 0)
    {
      xyb_sheet_model_cells_changed (XYB_SHEET_MODEL (self));
      return;
    }
  g_array_set_size (self->units, 0);
  for (guint i = 0; rows != NULL && i < rows->rows->len; i++)
    g_array_append_val (self->units, ((XybQuotaRow *) rows->rows->pdata[i])->unit_id);
  g_free (self->computed_note);
  self->computed_note = g_steal_pointer (&note);
  self->has_draft = FALSE;
  xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

/**
 * xyb_quota_sheet_model_set_draft:
 * @self: the model
 * @row: of the cell
 * @column: of the cell
 * @text: (nullable): what is being typed there; %NULL: nothing is
 *
 * 合计 counts it instead of what is stored, where it is a number or blank.
 */
void
xyb_quota_sheet_model_set_draft (XybQuotaSheetModel *self,
                                 guint row,
                                 guint column,
                                 const char *text)
{
  gboolean had = self->has_draft;

  g_return_if_fail (XYB_IS_QUOTA_SHEET_MODEL (self));

  self->draft_row = row;
  self->draft_column = column;
  self->has_draft = text != NULL && row < n_districts (self) && is_hers (column)
                    && parse (self, row, column, text, &self->draft, NULL);
  if (had || self->has_draft)
    xyb_sheet_model_cells_changed (XYB_SHEET_MODEL (self));
}

/**
 * xyb_quota_sheet_model_get_draft_total:
 * @self: the model
 * @track: 贯标 or 市级示范
 *
 * Returns: the sum of what stands in the column now, stored or not; %XYB_UNSAID when all is blank
 */
gint64
xyb_quota_sheet_model_get_draft_total (XybQuotaSheetModel *self, XybTrack track)
{
  guint column = xyb_quota_sheet_model_get_column_of (track);
  gint64 total = XYB_UNSAID;

  g_return_val_if_fail (XYB_IS_QUOTA_SHEET_MODEL (self), XYB_UNSAID);

  for (guint row = 0; row < n_districts (self); row++)
    {
      gint64 number = self->has_draft && row == self->draft_row && column == self->draft_column
                        ? self->draft
                        : stored_number (row_at (self, row), column);

      if (number != XYB_UNSAID)
        total = total == XYB_UNSAID ? number : total + number;
    }
  return total;
}

/**
 * xyb_quota_sheet_model_get_unit:
 * @self: the model
 * @row: a row
 *
 * Returns: the 区镇 of the row; 0 of 合计
 */
gint64
xyb_quota_sheet_model_get_unit (XybQuotaSheetModel *self, guint row)
{
  g_return_val_if_fail (XYB_IS_QUOTA_SHEET_MODEL (self), 0);

  return row < n_districts (self) ? row_at (self, row)->unit_id : 0;
}

/**
 * xyb_quota_sheet_model_find_unit:
 * @self: the model
 * @unit_id: a 区镇
 * @out_row: (out): its row
 *
 * Returns: whether it has one
 */
gboolean
xyb_quota_sheet_model_find_unit (XybQuotaSheetModel *self, gint64 unit_id, guint *out_row)
{
  g_return_val_if_fail (XYB_IS_QUOTA_SHEET_MODEL (self), FALSE);

  for (guint row = 0; row < n_districts (self); row++)
    if (row_at (self, row)->unit_id == unit_id)
      {
        *out_row = row;
        return TRUE;
      }
  return FALSE;
}

/**
 * xyb_quota_sheet_model_get_column_of:
 * @track: 贯标 or 市级示范
 *
 * Returns: the column its numbers are typed in
 */
guint
xyb_quota_sheet_model_get_column_of (XybTrack track)
{
  return track == XYB_TRACK_ACCREDITATION ? COLUMN_ACCREDITATION : COLUMN_CITY_MODEL;
}
