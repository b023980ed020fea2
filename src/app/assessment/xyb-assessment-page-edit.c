/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-page-private.h"

#include "xyb-date.h"
#include "xyb-explanation-dialog.h"
#include "xyb-i18n.h"
#include "xyb-log-query.h"

/* What the clerk does to a cell, in the sheet or in 「为什么」, and what has been done to it. */

#define MAX_RECORDS 20

/* ---- from the sheet ---- */

/* Marks and 扣分情况 pasted together are one revision, too. */
typedef struct
{
  const XybScheme *scheme;
  GArray *cells; /* of XybCellEdit */
  GPtrArray *edits;
} Writing;

static gboolean
write_all (XybStore *store, gpointer user_data, GError **error)
{
  Writing *writing = user_data;

  if (writing->cells->len > 0
      && !xyb_assessment_store_set_cells (store, writing->scheme,
                                          (XybCellEdit *) (gpointer) writing->cells->data,
                                          writing->cells->len, error))
    return FALSE;
  for (guint i = 0; i < writing->edits->len; i++)
    {
      const XybAssessmentEdit *edit = writing->edits->pdata[i];

      if (edit->indicator_id == 0
          && !xyb_assessment_store_set_remark (store, writing->scheme, edit->unit_id, edit->remark,
                                               error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_assessment_page_write:
 * @edits: of XybAssessmentEdit
 * @what: (nullable): 粘贴, 填充 …
 * @user_data: the page
 * @error: why nothing was stored
 *
 * Stores what was done in the sheet.
 *
 * Returns: whether all of it is stored, as one revision
 */
gboolean
xyb_assessment_page_write (GPtrArray *edits, const char *what, gpointer user_data, GError **error)
{
  XybAssessmentPage *self = user_data;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (XybCellEdit));
  Writing writing = { self->state->scheme, cells, edits };
  g_autofree char *label = NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      const XybAssessmentEdit *edit = edits->pdata[i];
      XybCellEdit cell = { edit->unit_id, edit->indicator_id, edit->mark, TRUE };

      if (edit->indicator_id != 0)
        g_array_append_val (cells, cell);
    }
  if (what == NULL || (cells->len == 1 && edits->len == 1))
    return write_all (xyb_assessment_page_get_store (self), &writing, error);
  label = g_strdup_printf (_ ("%d年%s考核：%s %u 格"), self->state->scheme->year,
                           xyb_unit_kind_name (self->kind), what, edits->len);
  return xyb_store_edit (xyb_assessment_page_get_store (self), label, write_all, &writing, error);
}

/* ---- the cell of the cursor ---- */

static gboolean
get_cell (XybAssessmentPage *self, XybWhyCell *out)
{
  guint row;
  guint column;

  if (self->state == NULL || xyb_sheet_model_get_n_rows (XYB_SHEET_MODEL (self->model)) == 0)
    return FALSE;
  xyb_sheet_get_cursor (self->sheet, &row, &column);
  *out
    = (XybWhyCell){ .state = self->state,
                    .unit = xyb_assessment_sheet_model_get_unit (self->model, row),
                    .indicator = xyb_assessment_sheet_model_get_indicator (self->model, column) };
  return TRUE;
}

static gint64
unit_id_of (const XybWhyCell *cell)
{
  return xyb_assessment_state_get_unit (cell->state, cell->unit)->unit_id;
}

static gint64
indicator_id_of (const XybWhyCell *cell)
{
  return cell->indicator < 0
           ? 0
           : xyb_assessment_state_get_indicator (cell->state, (guint) cell->indicator)->id;
}

/* ---- proposals ---- */

/* A proposal that was not wanted stands in the evidence of the cell: on the record, and taken back
 * like everything else. A register that says otherwise by then proposes again. */
static char *
refused_line (const XybProposal *proposal)
{
  g_auto (GStrv) lines
    = g_strsplit (proposal->mark->evidence != NULL ? proposal->mark->evidence : "", "\n", 2);

  return g_strdup_printf (_ ("不采用：%s"), lines[0] != NULL ? lines[0] : proposal->provider);
}

static gboolean
is_refused (const XybWhyCell *cell, const XybProposal *proposal)
{
  g_autoptr (XybMark) mark
    = xyb_assessment_state_dup_mark (cell->state, cell->unit, (guint) cell->indicator);
  g_autofree char *line = refused_line (proposal);
  g_auto (GStrv) lines = g_strsplit (mark->evidence != NULL ? mark->evidence : "", "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

static GPtrArray *
find_proposals (XybAssessmentPage *self, const XybWhyCell *cell)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; cell->indicator >= 0 && i < self->proposals->len; i++)
    {
      XybProposal *proposal = self->proposals->pdata[i];

      if (proposal->unit_id == unit_id_of (cell) && proposal->indicator_id == indicator_id_of (cell)
          && !is_refused (cell, proposal))
        g_ptr_array_add (found, proposal);
    }
  return found;
}

/* ---- 记录 ---- */

/* 1月20日 15:42 */
static char *
moment_words (const char *time)
{
  return g_strdup_printf (_ ("%d月%d日 %.5s"), (int) g_ascii_strtoll (time + 5, NULL, 10),
                          (int) g_ascii_strtoll (time + 8, NULL, 10), time + 11);
}

/* Of 2020年部门考核：应急管理局 奖惩案例 填“1” what is not said by the panel's own head. */
static const char *
short_label (const XybRevision *revision, const char *names)
{
  const char *colon = strstr (revision->label, "：");
  const char *words = colon != NULL ? colon + strlen ("：") : revision->label;

  return g_str_has_prefix (words, names) ? words + strlen (names) : words;
}

static void
add_record (GPtrArray *records, const XybRevision *revision, const char *names)
{
  g_autofree char *moment = moment_words (revision->time);
  gboolean plain = revision->kind == XYB_REVISION_EDIT;

  g_ptr_array_add (records,
                   g_strdup_printf ("%s　%s　%s%s%s%s", moment,
                                    revision->operator_name != NULL ? revision->operator_name : "",
                                    plain ? "" : xyb_revision_kind_name (revision->kind),
                                    plain ? "" : "：", short_label (revision, names),
                                    revision->undone ? _ ("（已撤销）") : ""));
}

static void
add_records_of (XybAssessmentPage *self, const char *text, const char *names, GPtrArray *records)
{
  const XybRevisionQuery query = { .text = text, .table = "assessment_mark" };
  XybStore *store = xyb_assessment_page_get_store (self);
  g_autoptr (GArray) ids = xyb_store_query_revisions (store, &query, NULL);
  g_autoptr (GPtrArray) revisions = NULL;

  if (ids == NULL || ids->len == 0)
    return;
  revisions = xyb_store_get_revisions (store, (const gint64 *) (gpointer) ids->data,
                                       MIN (ids->len, MAX_RECORDS), FALSE, NULL);
  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    add_record (records, revisions->pdata[i], names);
}

static void
add_snapshots (XybAssessmentPage *self, GPtrArray *records)
{
  for (guint i = 0; i < self->snapshots->len; i++)
    {
      const XybSnapshot *snapshot = self->snapshots->pdata[i];
      g_autofree char *day = xyb_date_format_short (snapshot->taken_on);

      g_ptr_array_add (records, g_strdup_printf (_ ("%s　存入第 %d 期快照"), day, snapshot->issue));
    }
}

/* By the words the log knows the cell by: what was cleared and set again is there, too. */
static GPtrArray *
list_records (XybAssessmentPage *self, const XybWhyCell *cell)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_free);
  const char *unit = xyb_assessment_state_get_unit (cell->state, cell->unit)->unit_name;
  const XybIndicator *indicator;
  g_autofree char *record = NULL;
  g_autofree char *name = NULL;
  g_autofree char *names = NULL;

  if (cell->indicator < 0)
    return records;
  indicator = xyb_assessment_state_get_indicator (cell->state, (guint) cell->indicator);
  name = xyb_indicator_name (indicator);
  names = g_strdup_printf ("%s %s ", unit, name);
  record = g_strdup_printf ("%d年%s %s %s", cell->state->scheme->year,
                            xyb_unit_kind_name (self->kind), unit, indicator->head);
  add_records_of (self, record, names, records);
  add_snapshots (self, records);
  return records;
}

/**
 * xyb_assessment_page_fill_panel:
 * @self: the page
 *
 * Explains the cell of the cursor, where 「为什么」 is in view.
 */
void
xyb_assessment_page_fill_panel (XybAssessmentPage *self)
{
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GPtrArray) records = NULL;
  XybWhyCell cell;

  if (!gtk_widget_get_visible (self->panel_box))
    return;
  if (!get_cell (self, &cell))
    {
      gtk_widget_set_visible (self->panel_box, FALSE);
      return;
    }
  proposals = find_proposals (self, &cell);
  records = list_records (self, &cell);
  cell.proposals = proposals;
  cell.records = records;
  xyb_why_panel_fill (self->panel, &cell);
}

/* ---- from 「为什么」 ---- */

static gboolean
set_mark (XybAssessmentPage *self, const XybMark *mark, GError **error)
{
  XybWhyCell cell;
  XybCellEdit edit;

  if (!get_cell (self, &cell) || cell.indicator < 0)
    return TRUE;
  edit = (XybCellEdit){ unit_id_of (&cell), indicator_id_of (&cell), mark, FALSE };
  return xyb_assessment_store_set_cells (xyb_assessment_page_get_store (self), self->state->scheme,
                                         &edit, 1, error);
}

static void
apply_cb (XybWhyPanel *panel, const XybMark *mark, XybAssessmentPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!set_mark (self, mark, &error))
    xyb_mark_form_refuse (xyb_why_panel_get_form (panel), error->message);
}

/* Her own words stay beside the proposed mark. */
static void
accept_cb (XybWhyPanel *panel, const XybProposal *proposal, XybAssessmentPage *self)
{
  g_autoptr (XybMark) mark = xyb_mark_copy (proposal->mark);
  g_autoptr (GError) error = NULL;

  if (!set_mark (self, mark, &error))
    xyb_office_report (xyb_assessment_page_get_office (self), error);
}

static void
ignore_cb (XybWhyPanel *panel, const XybProposal *proposal, XybAssessmentPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybMark) mark = NULL;
  g_autofree char *line = refused_line (proposal);
  g_autofree char *before = NULL;
  XybWhyCell cell;

  if (!get_cell (self, &cell) || cell.indicator < 0)
    return;
  mark = xyb_assessment_state_dup_mark (self->state, cell.unit, (guint) cell.indicator);
  before = g_steal_pointer (&mark->evidence);
  mark->evidence = before != NULL ? g_strdup_printf ("%s\n%s", before, line) : g_strdup (line);
  if (!set_mark (self, mark, &error))
    xyb_office_report (xyb_assessment_page_get_office (self), error);
}

static const XybExplanation *
find_explanation (XybAssessmentPage *self, gint64 id)
{
  const GPtrArray *all = self->state->assessment->explanations;

  for (guint i = 0; i < all->len; i++)
    if (((XybExplanation *) all->pdata[i])->id == id)
      return all->pdata[i];
  return NULL;
}

static void
explain_cb (XybWhyPanel *panel, gint64 id, XybAssessmentPage *self)
{
  XybWhyCell cell;

  if (!get_cell (self, &cell))
    return;
  xyb_explanation_dialog_open (GTK_WIDGET (self), xyb_assessment_page_get_office (self),
                               self->state, cell.unit, cell.indicator, find_explanation (self, id));
}

static void
open_file_cb (XybWhyPanel *panel, gint64 id, XybAssessmentPage *self)
{
  const XybExplanation *explanation = find_explanation (self, id);

  if (explanation != NULL)
    xyb_explanation_open_file (GTK_WIDGET (self), xyb_assessment_page_get_office (self),
                               explanation);
}

static void
close_cb (XybWhyPanel *panel, XybAssessmentPage *self)
{
  xyb_assessment_page_show_why (self, FALSE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                XybAssessmentPage *self)
{
  if (keyval != GDK_KEY_Escape || !gtk_widget_get_visible (self->panel_box))
    return FALSE;
  xyb_assessment_page_show_why (self, FALSE);
  return TRUE;
}

/**
 * xyb_assessment_page_connect_panel:
 * @self: a page that is being made
 */
void
xyb_assessment_page_connect_panel (XybAssessmentPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (self->panel, "apply", G_CALLBACK (apply_cb), self);
  g_signal_connect (self->panel, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect (self->panel, "ignore", G_CALLBACK (ignore_cb), self);
  g_signal_connect (self->panel, "explain", G_CALLBACK (explain_cb), self);
  g_signal_connect (self->panel, "open-file", G_CALLBACK (open_file_cb), self);
  g_signal_connect (self->panel, "close", G_CALLBACK (close_cb), self);
  /* After the sheet, for which Esc means the cell first. */
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
