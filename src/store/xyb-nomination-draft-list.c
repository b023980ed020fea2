/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <inttypes.h>

#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-nomination-draft-private.h"
#include "xyb-nomination-store.h"
#include "xyb-store-error.h"

/* The list a draft makes, once every name is known. */

static gboolean
comes_in (const DraftLine *line)
{
  return line->fate == LINE_KNOWN || line->fate == LINE_NEW;
}

static gboolean
stays (XybNominationDraft *self, guint row)
{
  const DraftLine *line = xyb_nomination_draft_line (self, row);

  return line == NULL || (!comes_in (line) && line->fate != LINE_REMOVE);
}

/* A company that only changes its place among the pasted rows keeps its row: its dates, its note.
 */
static XybNomination *
take_moved (XybNominationDraft *self, const DraftLine *line)
{
  for (guint i = 0; line->fate == LINE_KNOWN && i < self->before->len; i++)
    {
      const XybNomination *row = g_ptr_array_index (self->before, i);

      if (row->enterprise_id == line->enterprise_id && !stays (self, i))
        return xyb_nomination_copy (row);
    }
  return NULL;
}

static const XybEnterprise *
find_known (XybNominationDraft *self, gint64 id)
{
  for (guint i = 0; i < self->known->len; i++)
    if (((XybEnterprise *) g_ptr_array_index (self->known, i))->id == id)
      return g_ptr_array_index (self->known, i);
  return NULL;
}

static XybNomination *
new_row (XybNominationDraft *self, const DraftLine *line)
{
  XybNomination *row = xyb_nomination_new ();

  row->plan_id = self->plan_id;
  row->unit_id = self->unit_id;
  row->enterprise_name = g_strdup (xyb_nomination_draft_written_name (line));
  if (line->fate == LINE_KNOWN)
    xyb_nomination_prefill (row, find_known (self, line->enterprise_id));
  return row;
}

static gboolean
write_cells (XybNominationDraft *self,
             const DraftLine *line,
             XybNomination *row,
             gboolean with_name,
             GError **error)
{
  for (guint i = XYB_NOMINATION_CELL_NAME; i < XYB_NOMINATION_COLUMNS; i++)
    {
      if (!line->is_set[i] || (i == XYB_NOMINATION_CELL_NAME && !with_name))
        continue;
      if (xyb_nomination_set_cell (row, i, line->texts[i], self->default_unit, error))
        continue;
      g_prefix_error (error, _ ("第 %u 行："), line->row + 1);
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_line (XybNominationDraft *self, const DraftLine *line, GPtrArray *rows, GError **error)
{
  const XybNomination *before = xyb_nomination_draft_row_before (self, line->row);
  XybNomination *row = NULL;

  if (line->fate == LINE_EMPTY || line->fate == LINE_REMOVE)
    return TRUE;
  if (comes_in (line))
    row = take_moved (self, line);
  else
    row = xyb_nomination_copy (before);
  if (row == NULL)
    row = new_row (self, line);
  g_ptr_array_add (rows, row);
  row->position = line->row + 1;
  return write_cells (self, line, row, comes_in (line) || line->fate == LINE_RENAME, error);
}

/* The list as it shall be; a row's position is its row in the sheet, for the sentences. */
GPtrArray *
xyb_nomination_draft_build (XybNominationDraft *self, GError **error)
{
  g_autoptr (GPtrArray) rows
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);

  for (guint i = 0; i < self->before->len; i++)
    {
      const DraftLine *line = xyb_nomination_draft_line (self, i);

      if (line == NULL)
        g_ptr_array_add (rows, xyb_nomination_copy (g_ptr_array_index (self->before, i)));
      else if (!add_line (self, line, rows, error))
        return NULL;
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      const DraftLine *line = g_ptr_array_index (self->lines, i);

      if (line->row >= self->before->len && !add_line (self, line, rows, error))
        return NULL;
    }
  return g_steal_pointer (&rows);
}

static gboolean
has_id (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((XybNomination *) g_ptr_array_index (rows, i))->id == id)
      return TRUE;
  return FALSE;
}

/* Companies that would go without the clerk having blanked them. */
GPtrArray *
xyb_nomination_draft_list_displaced (XybNominationDraft *self, GPtrArray *rows)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->before->len; i++)
    {
      const XybNomination *row = g_ptr_array_index (self->before, i);
      const DraftLine *line = xyb_nomination_draft_line (self, i);

      if (!has_id (rows, row->id) && (line == NULL || line->fate != LINE_REMOVE))
        g_ptr_array_add (names, g_strdup (row->enterprise_name));
    }
  return names;
}

/* ---- storing ---- */

static guint
count_fate (XybNominationDraft *self, LineFate fate)
{
  guint count = 0;

  for (guint i = 0; i < self->lines->len; i++)
    if (((DraftLine *) g_ptr_array_index (self->lines, i))->fate == fate)
      count++;
  return count;
}

static const char *
new_name (XybNominationDraft *self, const DraftLine *line)
{
  return line->fate == LINE_KNOWN ? find_known (self, line->enterprise_id)->name
                                  : xyb_nomination_draft_written_name (line);
}

static char *
label_of_line (XybNominationDraft *self, const DraftLine *line)
{
  const XybNomination *before = xyb_nomination_draft_row_before (self, line->row);

  if (line->fate == LINE_RENAME)
    return g_strdup_printf (_ ("企业更名：%s → %s"), before->enterprise_name,
                            xyb_nomination_draft_written_name (line));
  if (line->fate == LINE_REMOVE)
    return g_strdup_printf (_ ("%d年附件2：%s 移除 %s"), self->year, self->district,
                            before->enterprise_name);
  if (line->fate == LINE_KEEP)
    return g_strdup_printf (_ ("%d年附件2：%s 修改 %s"), self->year, self->district,
                            before->enterprise_name);
  if (before == NULL)
    return g_strdup_printf (_ ("%d年附件2：%s 增加 %s"), self->year, self->district,
                            new_name (self, line));
  return g_strdup_printf (_ ("%d年附件2：%s %s 换成 %s"), self->year, self->district,
                          before->enterprise_name, new_name (self, line));
}

static char *
make_label (XybNominationDraft *self, const char *what)
{
  guint empty = count_fate (self, LINE_EMPTY);
  guint removed = count_fate (self, LINE_REMOVE);

  if (self->lines->len - empty == 1)
    for (guint i = 0; i < self->lines->len; i++)
      if (((DraftLine *) g_ptr_array_index (self->lines, i))->fate != LINE_EMPTY)
        return label_of_line (self, g_ptr_array_index (self->lines, i));
  if (removed > 0 && removed + empty == self->lines->len)
    return g_strdup_printf (_ ("%d年附件2：%s 移除 %u 家"), self->year, self->district, removed);
  return g_strdup_printf (_ ("%s %u 行：%s附件2"), what != NULL ? what : _ ("修改"),
                          self->lines->len - empty, self->district);
}

typedef struct
{
  XybNominationDraft *draft;
  GPtrArray *rows;
  const char *label;
  const char *today;
} StoreDraft;

static gboolean
rename_line (XybStore *store, const StoreDraft *work, const DraftLine *line, GError **error)
{
  const XybNomination *before = xyb_nomination_draft_row_before (work->draft, line->row);
  g_autoptr (XybEnterprise) enterprise
    = xyb_enterprise_store_get (store, before->enterprise_id, error);

  if (enterprise == NULL)
    return FALSE;
  g_free (enterprise->name);
  enterprise->name = g_strdup (xyb_nomination_draft_written_name (line));
  return xyb_enterprise_store_save (store, enterprise, work->today, error);
}

static gboolean
store_edit (XybStore *store, gpointer user_data, GError **error)
{
  const StoreDraft *work = user_data;
  XybNominationDraft *draft = work->draft;

  for (guint i = 0; i < draft->lines->len; i++)
    {
      const DraftLine *line = g_ptr_array_index (draft->lines, i);

      if (line->fate == LINE_RENAME && !rename_line (store, work, line, error))
        return FALSE;
    }
  return xyb_nomination_store_set_list (store, draft->plan_id, draft->unit_id, draft->before,
                                        work->rows, work->label, work->today, error);
}

/**
 * xyb_nomination_draft_store:
 * @self: a draft without open questions
 * @store: the office file
 * @what: (nullable): 粘贴, 清除 … for the label of several rows
 * @today: (nullable): ISO date of the day, for 曾用名
 * @error: return location
 *
 * Stores every cell or none, as one revision.
 *
 * Returns: %FALSE with everything as it was; the sentence names row and column
 */
gboolean
xyb_nomination_draft_store (XybNominationDraft *self,
                            XybStore *store,
                            const char *what,
                            const char *today,
                            GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *label = NULL;
  StoreDraft work = { self, NULL, NULL, today };

  g_return_val_if_fail (self != NULL && XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (count_fate (self, LINE_UNDECIDED) == 0, FALSE);

  rows = xyb_nomination_draft_build (self, error);
  if (rows == NULL)
    return FALSE;
  label = make_label (self, what);
  work.rows = rows;
  work.label = label;
  return xyb_store_edit (store, label, store_edit, &work, error);
}

/* ---- what is said afterwards ---- */

/* ENT-08, AMB-33: it may be in the list, but it is no 新增. */
static char *
remark_earlier (XybNominationDraft *self, XybStore *store, guint *out_count)
{
  char *remark = NULL;

  for (guint i = 0; i < self->known->len; i++)
    {
      const XybEnterprise *enterprise = g_ptr_array_index (self->known, i);
      int year = xyb_nomination_store_earlier_year (store, enterprise->id, self->year, NULL);

      if (year == 0 || (*out_count)++ > 0)
        continue;
      remark = g_strdup_printf (_ ("「%s」%d 年已通过贯标验收，不算 %d 年新增，请核对"),
                                enterprise->name, year, self->year);
    }
  return remark;
}

static char *
remark_former_name (XybNominationDraft *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const DraftLine *line = g_ptr_array_index (self->lines, i);
      const XybEnterprise *known = find_known (self, line->enterprise_id);
      const char *name = xyb_nomination_draft_written_name (line);

      if (line->fate == LINE_KNOWN
          && xyb_company_name_compare (known->name, name) != XYB_COMPANY_MATCH_EXACT
          && xyb_enterprise_match_name (known, name) == XYB_COMPANY_MATCH_EXACT)
        return g_strdup_printf (_ ("「%s」现名「%s」，已按现名列入"), name, known->name);
    }
  return NULL;
}

/**
 * xyb_nomination_draft_dup_remark:
 * @self: a draft that has been stored
 * @store: the office file
 *
 * Returns: (transfer full) (nullable): what the clerk should know about the companies that came in
 */
char *
xyb_nomination_draft_dup_remark (XybNominationDraft *self, XybStore *store)
{
  guint count = 0;
  g_autofree char *earlier = NULL;

  g_return_val_if_fail (self != NULL && XYB_IS_STORE (store), NULL);

  earlier = remark_earlier (self, store, &count);
  if (count > 1)
    return g_strdup_printf (_ ("%u 家以前年度已通过贯标验收，不算 %d 年新增，请核对"), count,
                            self->year);
  return earlier != NULL ? g_steal_pointer (&earlier) : remark_former_name (self);
}
