/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-sheet-private.h"

#include "xyb-date.h"
#include "xyb-enterprise-item.h"
#include "xyb-i18n.h"
#include "xyb-nomination-table.h"
#include "xyb-office-store.h"
#include "xyb-quota-rows.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

/* Below the last company there is always room to go on typing. */
#define MIN_BLANK_ROWS 3

#define COLUMN_STAGE XYB_NOMINATION_COLUMNS
#define N_COLUMNS (COLUMN_STAGE + 1)

#define MAX_NAME 200

enum
{
  SIGNAL_QUESTION,
  SIGNAL_PLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void sheet_model_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybNominationSheetModel,
                               xyb_nomination_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_init))

static gboolean
is_whole_city (XybNominationSheetModel *self)
{
  return self->unit_id == 0;
}

/* Of the whole city the 区镇 stands in front. */
static int
cell_of (XybNominationSheetModel *self, guint column)
{
  return (int) column - (is_whole_city (self) ? 1 : 0);
}

/* ---- what is drawn ---- */

static guint
get_n_rows (XybSheetModel *model)
{
  XybNominationSheetModel *self = XYB_NOMINATION_SHEET_MODEL (model);

  if (is_whole_city (self))
    return self->rows->len;
  return MAX (XYB_NOMINATION_MIN_ROWS, self->rows->len + MIN_BLANK_ROWS);
}

static guint
get_n_columns (XybSheetModel *model)
{
  return N_COLUMNS + (is_whole_city (XYB_NOMINATION_SHEET_MODEL (model)) ? 1 : 0);
}

static void
get_column (XybSheetModel *model, guint column, XybSheetColumn *out_column)
{
  static const XybSheetColumn columns[N_COLUMNS] = {
    { .width = 42, .align = XYB_SHEET_ALIGN_CENTER },
    { .width = 208, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .width = 105, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .width = 94, .align = XYB_SHEET_ALIGN_END },
    { .width = 66, .align = XYB_SHEET_ALIGN_END },
    { .width = 66, .align = XYB_SHEET_ALIGN_START },
    { .width = 144, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .title = N_ ("进度"), .width = 76, .align = XYB_SHEET_ALIGN_START },
  };
  /* One column more: numbers with an extension get an ellipsis before names do. */
  static const XybSheetColumn city_columns[N_COLUMNS + 1] = {
    { .title = N_ ("区镇"), .width = 66, .align = XYB_SHEET_ALIGN_START },
    { .width = 40, .align = XYB_SHEET_ALIGN_CENTER },
    { .width = 206, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .width = 92, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .width = 94, .align = XYB_SHEET_ALIGN_END },
    { .width = 62, .align = XYB_SHEET_ALIGN_END },
    { .width = 62, .align = XYB_SHEET_ALIGN_START },
    { .width = 128, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("进度"), .width = 74, .align = XYB_SHEET_ALIGN_START },
  };
  int cell = cell_of (XYB_NOMINATION_SHEET_MODEL (model), column);

  *out_column
    = is_whole_city (XYB_NOMINATION_SHEET_MODEL (model)) ? city_columns[column] : columns[column];
  /* ENT-01: the words of the form are the document's own. */
  out_column->title = cell >= 0 && cell < XYB_NOMINATION_COLUMNS ? xyb_nomination_heads[cell]
                                                                 : _ (out_column->title);
}

static void
fill_stage (const XybNomination *row, XybSheetCell *out_cell)
{
  XybStage stage = xyb_stage_of (row);

  out_cell->text = g_strdup (xyb_stage_name (stage));
  out_cell->flags |= XYB_SHEET_CELL_COMPUTED;
  if (stage == XYB_STAGE_ACCEPTED)
    {
      out_cell->look = XYB_SHEET_LOOK_DONE;
      out_cell->flags |= XYB_SHEET_CELL_TICK;
    }
  else if (stage == XYB_STAGE_CONFIRMED)
    out_cell->look = XYB_SHEET_LOOK_NEAR;
}

/* What is doubtful is yellow and says so. */
static void
set_note (XybSheetCell *out_cell, const char *words)
{
  out_cell->look = XYB_SHEET_LOOK_NEAR;
  g_free (out_cell->note);
  out_cell->note = g_strconcat (" ", words, NULL);
}

/* ENT-08, AMB-33: who was accepted before is marked as long as it stands in the list. */
static void
mark_earlier (XybNominationSheetModel *self, const XybNomination *row, XybSheetCell *out_cell)
{
  const gint64 *year = g_hash_table_lookup (self->earlier, &row->enterprise_id);
  g_autofree char *words = NULL;

  if (year == NULL)
    return;
  words = g_strdup_printf (_ ("%d 年已贯标"), (int) *year);
  set_note (out_cell, words);
}

static void
fill_number (const XybNomination *nomination, guint row, XybSheetCell *out_cell)
{
  out_cell->look = XYB_SHEET_LOOK_COMPUTED;
  out_cell->text = nomination != NULL
                     ? xyb_nomination_dup_cell (nomination, XYB_NOMINATION_CELL_NUMBER)
                     : g_strdup_printf ("%u", row + 1);
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  XybNominationSheetModel *self = XYB_NOMINATION_SHEET_MODEL (model);
  const XybNomination *nomination = xyb_nomination_sheet_model_get_row (self, row);
  int cell = cell_of (self, column);
  g_autofree char *doubt = NULL;

  if (cell == XYB_NOMINATION_CELL_NUMBER)
    fill_number (nomination, row, out_cell);
  else if (nomination == NULL)
    out_cell->look = cell == COLUMN_STAGE ? XYB_SHEET_LOOK_COMPUTED : XYB_SHEET_LOOK_PLAIN;
  else if (cell < 0)
    {
      out_cell->look = XYB_SHEET_LOOK_COMPUTED;
      out_cell->text = xyb_quota_rows_short_name (nomination->unit_name);
    }
  else if (cell == COLUMN_STAGE)
    fill_stage (nomination, out_cell);
  else
    {
      out_cell->text = xyb_nomination_dup_cell (nomination, (XybNominationCell) cell);
      doubt = xyb_nomination_dup_doubt (nomination, (XybNominationCell) cell);
      if (doubt != NULL)
        set_note (out_cell, doubt);
      if (cell == XYB_NOMINATION_CELL_NAME)
        mark_earlier (self, nomination, out_cell);
    }
}

static char *
dup_row_name (XybSheetModel *model, guint row)
{
  const XybNomination *nomination
    = xyb_nomination_sheet_model_get_row (XYB_NOMINATION_SHEET_MODEL (model), row);

  if (nomination == NULL)
    return g_strdup_printf (_ ("第 %u 行"), row + 1);
  return g_strdup_printf (_ ("第 %u 行 %s"), row + 1, nomination->enterprise_name);
}

/* ---- what is typed ---- */

static gboolean
is_editable (XybSheetModel *model, guint row, guint column)
{
  XybNominationSheetModel *self = XYB_NOMINATION_SHEET_MODEL (model);
  int cell = cell_of (self, column);

  return !is_whole_city (self) && !xyb_office_is_read_only (self->office)
         && cell > XYB_NOMINATION_CELL_NUMBER && cell < COLUMN_STAGE;
}

static gboolean
check_name (const char *text, GError **error)
{
  g_autofree char *name = NULL;

  /* What a blank name means, the other cells of the row say; xyb_nomination_draft_resolve(). */
  if (xyb_text_is_blank (text))
    return TRUE;
  name
    = xyb_text_check_field (xyb_nomination_heads[XYB_NOMINATION_CELL_NAME], text, MAX_NAME, error);
  return name != NULL;
}

static gboolean
check_value (XybNominationSheetModel *self,
             XybNominationCell cell,
             const char *text,
             GError **error)
{
  XybMoneyUnit unit = xyb_office_store_get_revenue_unit (xyb_office_get_store (self->office));
  g_autoptr (XybNomination) scratch = xyb_nomination_new ();

  scratch->unit_id = self->unit_id;
  return xyb_nomination_set_cell (scratch, cell, text, unit, error)
         && xyb_nomination_validate (scratch, error);
}

static gboolean
check (XybSheetModel *model, guint row, guint column, const char *text, GError **error)
{
  XybNominationSheetModel *self = XYB_NOMINATION_SHEET_MODEL (model);
  int cell = cell_of (self, column);

  if (cell == XYB_NOMINATION_CELL_NAME ? check_name (text, error)
                                       : check_value (self, (XybNominationCell) cell, text, error))
    return TRUE;
  g_prefix_error (error, _ ("第 %u 行："), row + 1);
  return FALSE;
}

/* What waits for an answer is dropped. */
void
xyb_nomination_sheet_model_forget_draft (XybNominationSheetModel *self)
{
  g_clear_handle_id (&self->ask_source, g_source_remove);
  g_clear_pointer (&self->draft, xyb_nomination_draft_free);
  g_clear_pointer (&self->what, g_free);
  self->question = NULL;
}

/* Not before the sheet has left the cell. */
static gboolean
ask_cb (gpointer user_data)
{
  XybNominationSheetModel *self = user_data;

  self->ask_source = 0;
  g_signal_emit (self, signals[SIGNAL_QUESTION], 0, self->question);
  return G_SOURCE_REMOVE;
}

static gboolean
store_draft (XybNominationSheetModel *self, XybNominationDraft *draft, GError **error)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autofree char *today = xyb_date_today ();
  g_autofree char *remark = NULL;
  guint companies = self->rows->len;

  if (!xyb_nomination_draft_store (draft, store, self->what, today, error))
    return FALSE;
  /* No gaps: what was written further down has moved up under the last company. */
  if (self->first_row > companies && self->rows->len > companies)
    g_signal_emit (self, signals[SIGNAL_PLACED], 0, self->first_row, companies);
  remark = xyb_nomination_draft_dup_remark (draft, store);
  if (remark != NULL)
    xyb_office_say (self->office, remark);
  return TRUE;
}

/* Stores the draft, or asks what it needs to know. */
static gboolean
go_on (XybNominationSheetModel *self, GError **error)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (XybNominationDraft) draft = NULL;
  gboolean done = xyb_nomination_draft_resolve (self->draft, store, &self->question, error);

  if (done && self->question != NULL)
    {
      self->ask_source = g_idle_add (ask_cb, self);
      return TRUE;
    }
  /* Storing brings this model up to date, and whoever listens may write again. */
  draft = g_steal_pointer (&self->draft);
  done = done && store_draft (self, draft, error);
  if (self->draft == NULL)
    xyb_nomination_sheet_model_forget_draft (self);
  return done;
}

static gboolean
begin_draft (XybNominationSheetModel *self, const char *what)
{
  const XybUnit *district = xyb_office_find_district (self->office, self->unit_id);
  const XybPlan *plan = xyb_office_get_plan (self->office);

  g_return_val_if_fail (district != NULL && plan != NULL, FALSE);

  xyb_nomination_sheet_model_forget_draft (self);
  self->what = g_strdup (what);
  self->draft
    = xyb_nomination_draft_new (plan->year, plan->id, self->unit_id, district->name, self->rows,
                                xyb_office_store_get_revenue_unit (
                                  xyb_office_get_store (self->office)));
  return TRUE;
}

static gboolean
apply (XybSheetModel *model,
       const XybSheetChange *changes,
       guint n_changes,
       const char *what,
       GError **error)
{
  XybNominationSheetModel *self = XYB_NOMINATION_SHEET_MODEL (model);
  guint first = G_MAXUINT;

  if (!begin_draft (self, what))
    return FALSE;
  for (guint i = 0; i < n_changes; i++)
    {
      first = MIN (first, changes[i].row);
      xyb_nomination_draft_set (self->draft, changes[i].row,
                                (XybNominationCell) cell_of (self, changes[i].column),
                                changes[i].text);
    }
  self->first_row = first;
  return go_on (self, error);
}

/* ---- a block ---- */

static gboolean
refuse_read_only (GError **error)
{
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY,
                       _ ("这张表只能看，不能粘贴；请在左边选一个区镇。"));
  return FALSE;
}

static gboolean
fits (const XybNominationBlock *block, GError **error)
{
  if (block->first_cell + block->n_columns <= COLUMN_STAGE)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
               _ ("要粘贴 %u 列，从“%s”往右放不下。请从“企业名称”一列粘贴，或者少复制几列。"),
               block->n_columns, xyb_nomination_heads[block->first_cell]);
  return FALSE;
}

static gboolean
paste (XybSheetModel *model, guint row, guint column, const XybTextTable *table, GError **error)
{
  XybNominationSheetModel *self = XYB_NOMINATION_SHEET_MODEL (model);
  XybNominationBlock block;

  if (is_whole_city (self) || xyb_office_is_read_only (self->office))
    return refuse_read_only (error);
  xyb_nomination_block_read (&block, table, MIN (column, XYB_NOMINATION_CELL_PHONE));
  if (!fits (&block, error) || !begin_draft (self, _ ("粘贴")))
    return FALSE;
  for (guint i = block.first_row, to = row; i < block.end_row; i++, to++)
    for (guint j = 0; j < block.n_columns && !xyb_nomination_block_is_blank (&block, i); j++)
      xyb_nomination_draft_set (self->draft, to, block.first_cell + j,
                                xyb_text_table_get (table, i, j));
  self->first_row = row;
  return go_on (self, error);
}

static void
sheet_model_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->fill_cell = fill_cell;
  iface->is_editable = is_editable;
  iface->check = check;
  iface->apply = apply;
  iface->paste = paste;
  iface->dup_row_name = dup_row_name;
}

/**
 * xyb_nomination_sheet_model_answer:
 * @self: a model that has asked
 * @answer: as for xyb_nomination_draft_answer()
 *
 * Goes on with what was typed or pasted; it may ask again.
 */
void
xyb_nomination_sheet_model_answer (XybNominationSheetModel *self, gint64 answer)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (XYB_IS_NOMINATION_SHEET_MODEL (self));

  if (self->question == NULL)
    return;
  self->question = NULL;
  xyb_nomination_draft_answer (self->draft, answer);
  if (!go_on (self, &error))
    xyb_office_report (self->office, error);
}

/**
 * xyb_nomination_sheet_model_give_up:
 * @self: a model
 *
 * Drops what waits for an answer; nothing of it has been written.
 */
void
xyb_nomination_sheet_model_give_up (XybNominationSheetModel *self)
{
  g_return_if_fail (XYB_IS_NOMINATION_SHEET_MODEL (self));

  xyb_nomination_sheet_model_forget_draft (self);
}

/* ---- what it shows ---- */

/**
 * xyb_nomination_sheet_model_get_n_companies:
 * @self: a model
 *
 * Returns: how many rows are filled; the first blank one follows
 */
guint
xyb_nomination_sheet_model_get_n_companies (XybNominationSheetModel *self)
{
  g_return_val_if_fail (XYB_IS_NOMINATION_SHEET_MODEL (self), 0);

  return self->rows->len;
}

/**
 * xyb_nomination_sheet_model_get_row:
 * @self: a model
 * @row: a row of the sheet
 *
 * Returns: (transfer none) (nullable): the company there; %NULL for a blank row
 */
const XybNomination *
xyb_nomination_sheet_model_get_row (XybNominationSheetModel *self, guint row)
{
  g_return_val_if_fail (XYB_IS_NOMINATION_SHEET_MODEL (self), NULL);

  return row < self->rows->len ? self->rows->pdata[row] : NULL;
}

/**
 * xyb_nomination_sheet_model_find_company:
 * @self: a model
 * @enterprise_id: a company
 *
 * Returns: its row, or %G_MAXUINT
 */
guint
xyb_nomination_sheet_model_find_company (XybNominationSheetModel *self, gint64 enterprise_id)
{
  g_return_val_if_fail (XYB_IS_NOMINATION_SHEET_MODEL (self), G_MAXUINT);

  for (guint i = 0; i < self->rows->len; i++)
    if (((XybNomination *) self->rows->pdata[i])->enterprise_id == enterprise_id)
      return i;
  return G_MAXUINT;
}

/**
 * xyb_nomination_sheet_model_get_name_column:
 * @self: a model
 *
 * Returns: the column 企业名称
 */
guint
xyb_nomination_sheet_model_get_name_column (XybNominationSheetModel *self)
{
  g_return_val_if_fail (XYB_IS_NOMINATION_SHEET_MODEL (self), 0);

  return XYB_NOMINATION_CELL_NAME + (is_whole_city (self) ? 1 : 0);
}

/* ---- the object ---- */

static void
xyb_nomination_sheet_model_dispose (GObject *object)
{
  XybNominationSheetModel *self = XYB_NOMINATION_SHEET_MODEL (object);

  xyb_nomination_sheet_model_forget_draft (self);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_nomination_sheet_model_parent_class)->dispose (object);
}

static void
xyb_nomination_sheet_model_finalize (GObject *object)
{
  XybNominationSheetModel *self = XYB_NOMINATION_SHEET_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->earlier);
  G_OBJECT_CLASS (xyb_nomination_sheet_model_parent_class)->finalize (object);
}

static void
xyb_nomination_sheet_model_class_init (XybNominationSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_nomination_sheet_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_nomination_sheet_model_finalize;

  /**
   * XybNominationSheetModel::question:
   * @question: an #XybNominationQuestion; what was typed or pasted waits for
   *   xyb_nomination_sheet_model_answer() or xyb_nomination_sheet_model_give_up()
   */
  signals[SIGNAL_QUESTION]
    = g_signal_new ("question", XYB_TYPE_NOMINATION_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * XybNominationSheetModel::placed:
   * @from: the row something was written into
   * @to: the row it stands in now
   */
  signals[SIGNAL_PLACED]
    = g_signal_new ("placed", XYB_TYPE_NOMINATION_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
xyb_nomination_sheet_model_init (XybNominationSheetModel *self)
{
  self->rows = g_ptr_array_new ();
  self->earlier = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/**
 * xyb_nomination_sheet_model_new:
 * @office: the office
 *
 * Returns: (transfer full): a model that shows nothing yet
 */
XybNominationSheetModel *
xyb_nomination_sheet_model_new (XybOffice *office)
{
  XybNominationSheetModel *self = g_object_new (XYB_TYPE_NOMINATION_SHEET_MODEL, NULL);

  self->office = g_object_ref (office);
  return self;
}
