/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-draft-private.h"

#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

/* Which company each written name means. */

static void
line_free (gpointer data)
{
  DraftLine *line = data;

  for (guint i = 0; i < XYB_NOMINATION_COLUMNS; i++)
    g_free (line->texts[i]);
  g_free (line);
}

static void
forget_question (XybNominationDraft *self)
{
  g_clear_pointer (&self->question.name, g_free);
  g_clear_pointer (&self->question.old_name, g_free);
  g_clear_pointer (&self->question.candidates, g_ptr_array_unref);
  g_clear_pointer (&self->question.displaced, g_ptr_array_unref);
  self->question = (XybNominationQuestion){ 0 };
  self->asked = NULL;
}

/**
 * xyb_nomination_draft_new:
 * @year: of the plan
 * @plan_id: the plan
 * @unit_id: a 区镇
 * @district: its name
 * @rows: (element-type XybNomination): its list as it stands in the sheet; referenced
 * @default_unit: of a sum written without one (ENT-03)
 *
 * Returns: (transfer full): a draft in which nothing has been written
 */
XybNominationDraft *
xyb_nomination_draft_new (int year,
                          gint64 plan_id,
                          gint64 unit_id,
                          const char *district,
                          GPtrArray *rows,
                          XybMoneyUnit default_unit)
{
  XybNominationDraft *self = g_new0 (XybNominationDraft, 1);

  self->year = year;
  self->plan_id = plan_id;
  self->unit_id = unit_id;
  self->district = g_strdup (district);
  self->default_unit = default_unit;
  self->before = g_ptr_array_ref (rows);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->known = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_enterprise_free);
  return self;
}

/**
 * xyb_nomination_draft_free:
 * @self: (nullable): a draft
 */
void
xyb_nomination_draft_free (XybNominationDraft *self)
{
  if (self == NULL)
    return;
  forget_question (self);
  g_free (self->district);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->known);
  g_free (self);
}

/* ---- lines ---- */

const XybNomination *
xyb_nomination_draft_row_before (XybNominationDraft *self, guint row)
{
  return row < self->before->len ? g_ptr_array_index (self->before, row) : NULL;
}

DraftLine *
xyb_nomination_draft_line (XybNominationDraft *self, guint row)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((DraftLine *) g_ptr_array_index (self->lines, i))->row == row)
      return g_ptr_array_index (self->lines, i);
  return NULL;
}

static DraftLine *
ensure_line (XybNominationDraft *self, guint row)
{
  DraftLine *line = xyb_nomination_draft_line (self, row);
  guint index = 0;

  if (line != NULL)
    return line;
  while (index < self->lines->len
         && ((DraftLine *) g_ptr_array_index (self->lines, index))->row < row)
    index++;
  line = g_new0 (DraftLine, 1);
  line->row = row;
  g_ptr_array_insert (self->lines, (int) index, line);
  return line;
}

/**
 * xyb_nomination_draft_set:
 * @self: a draft
 * @row: of the sheet, from 0; beyond the list it is a blank one
 * @cell: a column of the form; 序号 is not taken
 * @text: (nullable): what was written
 *
 * Writes into a cell.
 */
void
xyb_nomination_draft_set (XybNominationDraft *self,
                          guint row,
                          XybNominationCell cell,
                          const char *text)
{
  DraftLine *line;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cell < XYB_NOMINATION_COLUMNS);

  if (cell == XYB_NOMINATION_CELL_NUMBER)
    return;
  line = ensure_line (self, row);
  line->is_set[cell] = TRUE;
  g_free (line->texts[cell]);
  line->texts[cell] = xyb_text_is_blank (text) ? NULL : xyb_text_clean (text);
}

const char *
xyb_nomination_draft_written_name (const DraftLine *line)
{
  return line->texts[XYB_NOMINATION_CELL_NAME];
}

static gboolean
says_nothing (const DraftLine *line)
{
  for (guint i = 0; i < XYB_NOMINATION_COLUMNS; i++)
    if (line->texts[i] != NULL)
      return FALSE;
  return TRUE;
}

/* Every cell of the row that holds something was blanked. */
static gboolean
blanks_row (const DraftLine *line, const XybNomination *row)
{
  if (!says_nothing (line))
    return FALSE;
  for (guint i = XYB_NOMINATION_CELL_NAME; i < XYB_NOMINATION_COLUMNS; i++)
    {
      g_autofree char *text = xyb_nomination_dup_cell (row, i);

      if (text != NULL && !line->is_set[i])
        return FALSE;
    }
  return TRUE;
}

/* ---- names ---- */

static guint
count_bearers (GPtrArray *candidates, const char *name, gboolean former, XybEnterprise **out_first)
{
  guint count = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      XybEnterprise *enterprise = g_ptr_array_index (candidates, i);
      XybCompanyMatch match = former ? xyb_enterprise_match_name (enterprise, name)
                                     : xyb_company_name_compare (enterprise->name, name);

      if (match != XYB_COMPANY_MATCH_EXACT)
        continue;
      if (count++ == 0)
        *out_first = enterprise;
    }
  return count;
}

/* The one company that bears the name; else the one that bore it; else nobody knows. */
static XybEnterprise *
find_bearer (GPtrArray *candidates, const char *name)
{
  XybEnterprise *found = NULL;

  for (int former = FALSE; former <= TRUE; former++)
    {
      guint count = count_bearers (candidates, name, former, &found);

      if (count > 0)
        return count == 1 ? found : NULL;
    }
  return NULL;
}

static void
take_known (XybNominationDraft *self, DraftLine *line, const XybEnterprise *enterprise)
{
  const XybNomination *before = xyb_nomination_draft_row_before (self, line->row);

  if (before != NULL && before->enterprise_id == enterprise->id)
    {
      line->fate = LINE_KEEP;
      return;
    }
  line->fate = LINE_KNOWN;
  line->enterprise_id = enterprise->id;
  g_ptr_array_add (self->known, xyb_enterprise_copy (enterprise));
}

static void
ask (XybNominationDraft *self, DraftLine *line, XybNominationAsk what, GPtrArray *candidates)
{
  const XybNomination *before = xyb_nomination_draft_row_before (self, line->row);

  self->asked = line;
  self->question.ask = what;
  self->question.row = line->row;
  self->question.name = g_strdup (xyb_nomination_draft_written_name (line));
  self->question.old_name = before != NULL ? g_strdup (before->enterprise_name) : NULL;
  self->question.candidates = g_ptr_array_ref (candidates);
}

/* One cell typed over a name: a slip of the pen, a new name, or another company. In a paste the
 * rows are what was pasted. */
static gboolean
is_typed_over (XybNominationDraft *self, const DraftLine *line)
{
  return xyb_nomination_draft_row_before (self, line->row) != NULL && self->lines->len == 1
         && !line->other;
}

/* The clerk has said that it is not the company that stands there. */
static void
drop_own (GPtrArray *candidates, const XybNomination *before)
{
  for (guint i = candidates->len; i > 0; i--)
    if (((XybEnterprise *) g_ptr_array_index (candidates, i - 1))->id == before->enterprise_id)
      g_ptr_array_remove_index (candidates, i - 1);
}

static gboolean
decide_name (XybNominationDraft *self, XybStore *store, DraftLine *line, GError **error)
{
  const char *name = xyb_nomination_draft_written_name (line);
  const XybNomination *before = xyb_nomination_draft_row_before (self, line->row);
  g_autoptr (GPtrArray) candidates = xyb_enterprise_store_find_same (store, name, error);
  XybEnterprise *bearer;

  if (candidates == NULL)
    return FALSE;
  if (line->other)
    drop_own (candidates, before);
  bearer = find_bearer (candidates, name);
  if (bearer != NULL && (before == NULL || before->enterprise_id == bearer->id))
    take_known (self, line, bearer);
  else if (is_typed_over (self, line))
    {
      ask (self, line, XYB_NOMINATION_ASK_RENAME, candidates);
      self->question.exact = bearer != NULL;
    }
  else if (bearer != NULL)
    take_known (self, line, bearer);
  else if (candidates->len > 0)
    ask (self, line, XYB_NOMINATION_ASK_WHICH, candidates);
  else
    line->fate = LINE_NEW;
  return TRUE;
}

static gboolean
refuse_nameless (const DraftLine *line, gboolean blanked, GError **error)
{
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
               blanked ? _ ("第 %u 行的企业名称不能空；要移出名单，请按 Ctrl+Delete。")
                       : _ ("第 %u 行还没有企业名称，请先填企业名称。"),
               line->row + 1);
  return FALSE;
}

static gboolean
decide (XybNominationDraft *self, XybStore *store, DraftLine *line, GError **error)
{
  const XybNomination *before = xyb_nomination_draft_row_before (self, line->row);
  const char *name = xyb_nomination_draft_written_name (line);

  if (name == NULL && before == NULL && !says_nothing (line))
    return refuse_nameless (line, FALSE, error);
  if (name == NULL && before == NULL)
    line->fate = LINE_EMPTY;
  else if (before != NULL && !line->is_set[XYB_NOMINATION_CELL_NAME])
    line->fate = LINE_KEEP;
  else if (name == NULL && !blanks_row (line, before))
    return refuse_nameless (line, TRUE, error);
  else if (name == NULL)
    line->fate = LINE_REMOVE;
  else if (before != NULL
           && xyb_company_name_compare (before->enterprise_name, name) == XYB_COMPANY_MATCH_EXACT)
    line->fate = LINE_KEEP;
  else
    return decide_name (self, store, line, error);
  return TRUE;
}

/* UI.md: only bulk replacement asks; one row that is replaced has been asked about already. */
static gboolean
ask_displaced (XybNominationDraft *self, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) displaced = NULL;

  if (self->agreed || self->lines->len == 1)
    return TRUE;
  rows = xyb_nomination_draft_build (self, error);
  if (rows == NULL)
    return FALSE;
  displaced = xyb_nomination_draft_list_displaced (self, rows);
  if (displaced->len == 0)
    return TRUE;
  self->question.ask = XYB_NOMINATION_ASK_REPLACE;
  self->question.candidates = g_ptr_array_new ();
  self->question.displaced = g_steal_pointer (&displaced);
  return TRUE;
}

static gboolean
is_asking (XybNominationDraft *self)
{
  return self->question.candidates != NULL;
}

/**
 * xyb_nomination_draft_resolve:
 * @self: a draft
 * @store: where the register is
 * @out_question: (out) (nullable): what has to be answered first, valid until the next call;
 *   %NULL when the draft can be stored
 * @error: return location
 *
 * Finds out which company each name means.
 *
 * Returns: %FALSE where the draft cannot be stored; the sentence names the row
 */
gboolean
xyb_nomination_draft_resolve (XybNominationDraft *self,
                              XybStore *store,
                              const XybNominationQuestion **out_question,
                              GError **error)
{
  g_return_val_if_fail (self != NULL && XYB_IS_STORE (store), FALSE);

  *out_question = NULL;
  forget_question (self);
  for (guint i = 0; i < self->lines->len && !is_asking (self); i++)
    {
      DraftLine *line = g_ptr_array_index (self->lines, i);

      if (line->fate == LINE_UNDECIDED && !decide (self, store, line, error))
        return FALSE;
    }
  if (!is_asking (self) && !ask_displaced (self, error))
    return FALSE;
  if (is_asking (self))
    *out_question = &self->question;
  return TRUE;
}

/**
 * xyb_nomination_draft_answer:
 * @self: a draft that asks
 * @answer: id of a candidate, or one of the answers above
 *
 * Answers the question of xyb_nomination_draft_resolve(), which is to be called again.
 */
void
xyb_nomination_draft_answer (XybNominationDraft *self, gint64 answer)
{
  DraftLine *line;

  g_return_if_fail (self != NULL && is_asking (self));

  line = self->asked;
  if (answer == XYB_NOMINATION_ANSWER_AGREE)
    self->agreed = TRUE;
  else if (answer == XYB_NOMINATION_ANSWER_NEW)
    line->fate = LINE_NEW;
  else if (answer == XYB_NOMINATION_ANSWER_RENAME)
    line->fate = LINE_RENAME;
  else if (answer == XYB_NOMINATION_ANSWER_OTHER)
    line->other = TRUE;
  else
    for (guint i = 0; i < self->question.candidates->len; i++)
      {
        const XybEnterprise *candidate = g_ptr_array_index (self->question.candidates, i);

        if (candidate->id == answer)
          take_known (self, line, candidate);
      }
  forget_question (self);
}
