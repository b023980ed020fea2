/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-nomination-sheet-private.h"
#include "xyb-nomination-store.h"

/* Reading the list, and what is done to whole rows of it. */

static GPtrArray *
copy_rows (XybNominationSheetModel *self)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (copy, xyb_nomination_copy (self->rows->pdata[i]));
  return copy;
}

static gboolean
set_rows (XybNominationSheetModel *self, GPtrArray *rows, const char *label, GError **error)
{
  g_autoptr (GPtrArray) before = g_ptr_array_ref (self->rows);
  const XybPlan *plan = xyb_office_get_plan (self->office);
  g_autofree char *today = xyb_date_today ();

  return plan != NULL
         && xyb_nomination_store_set_list (xyb_office_get_store (self->office), plan->id,
                                           self->unit_id, before, rows, label, today, error);
}

static gboolean
has_rows (XybNominationSheetModel *self, guint row, guint n_rows)
{
  return self->unit_id != 0 && n_rows > 0 && row < self->rows->len
         && n_rows <= self->rows->len - row;
}

/* ENT-08, AMB-33: it may be in the list, but it is no 新增. */
static void
remark_earlier (XybNominationSheetModel *self, const XybEnterprise *enterprise)
{
  int year = xyb_nomination_store_earlier_year (xyb_office_get_store (self->office), enterprise->id,
                                                self->year, NULL);
  g_autofree char *remark = NULL;

  if (year == 0)
    return;
  remark = g_strdup_printf (_ ("「%s」%d 年已通过贯标验收，不算 %d 年新增，请核对"),
                            enterprise->name, year, self->year);
  xyb_office_say (self->office, remark);
}

/**
 * xyb_nomination_sheet_model_add:
 * @self: a model of a 区镇
 * @enterprise: of the register
 * @error: return location
 *
 * Adds a company at the end of the list, with what the register knows of it.
 *
 * Returns: whether it was done
 */
gboolean
xyb_nomination_sheet_model_add (XybNominationSheetModel *self,
                                const XybEnterprise *enterprise,
                                GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *label = NULL;
  const XybUnit *district;
  XybNomination *row;

  g_return_val_if_fail (XYB_IS_NOMINATION_SHEET_MODEL (self), FALSE);
  g_return_val_if_fail (enterprise != NULL, FALSE);

  district = xyb_office_find_district (self->office, self->unit_id);
  g_return_val_if_fail (district != NULL, FALSE);
  label
    = g_strdup_printf (_ ("%d年附件2：%s 增加 %s"), self->year, district->name, enterprise->name);
  rows = copy_rows (self);
  row = xyb_nomination_new ();
  row->unit_id = self->unit_id;
  xyb_nomination_prefill (row, enterprise);
  g_ptr_array_add (rows, row);
  if (!set_rows (self, rows, label, error))
    return FALSE;
  remark_earlier (self, enterprise);
  return TRUE;
}

/**
 * xyb_nomination_sheet_model_remove:
 * @self: a model
 * @row: the first row
 * @n_rows: how many, none of them blank
 * @error: return location
 *
 * 移出名单: takes companies out of the list, as one revision; the register keeps them.
 *
 * Returns: whether it was done
 */
gboolean
xyb_nomination_sheet_model_remove (XybNominationSheetModel *self,
                                   guint row,
                                   guint n_rows,
                                   GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *label = NULL;
  const XybNomination *first;

  g_return_val_if_fail (XYB_IS_NOMINATION_SHEET_MODEL (self), FALSE);
  g_return_val_if_fail (has_rows (self, row, n_rows), FALSE);

  first = self->rows->pdata[row];
  label = n_rows == 1 ? g_strdup_printf (_ ("%d年附件2：%s 移除 %s"), self->year, first->unit_name,
                                         first->enterprise_name)
                      : g_strdup_printf (_ ("%d年附件2：%s 移除 %u 家"), self->year,
                                         first->unit_name, n_rows);
  rows = copy_rows (self);
  g_ptr_array_remove_range (rows, row, n_rows);
  return set_rows (self, rows, label, error);
}

/**
 * xyb_nomination_sheet_model_move:
 * @self: a model
 * @row: the first row
 * @n_rows: how many, none of them blank
 * @by: rows down, or up where it is negative
 * @error: return location
 *
 * Moves companies within the list; the numbers follow.
 *
 * Returns: %FALSE without an error where there is no such place
 */
gboolean
xyb_nomination_sheet_model_move (XybNominationSheetModel *self,
                                 guint row,
                                 guint n_rows,
                                 int by,
                                 GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *label = NULL;
  const XybNomination *first;
  gint64 target;

  g_return_val_if_fail (XYB_IS_NOMINATION_SHEET_MODEL (self), FALSE);
  g_return_val_if_fail (has_rows (self, row, n_rows), FALSE);

  target = (gint64) row + by;
  if (by == 0 || target < 0 || target + n_rows > self->rows->len)
    return FALSE;
  first = self->rows->pdata[row];
  label = n_rows == 1 ? g_strdup_printf (_ ("%d年附件2：%s 移到第 %d 行"), self->year,
                                         first->enterprise_name, (int) target + 1)
                      : g_strdup_printf (_ ("%d年附件2：%s 等 %u 家移到第 %d 行"), self->year,
                                         first->enterprise_name, n_rows, (int) target + 1);
  rows = copy_rows (self);
  for (guint i = 0; i < n_rows; i++)
    {
      gpointer taken = g_ptr_array_steal_index (rows, by > 0 ? row : row + i);

      g_ptr_array_insert (rows, (int) (by > 0 ? target + n_rows - 1 : target + i), taken);
    }
  return set_rows (self, rows, label, error);
}

/* ---- reading ---- */

static gboolean
read_rows (XybNominationSheetModel *self, GError **error)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) earlier = NULL;

  if (xyb_office_get_plan (self->office) == NULL)
    rows = g_ptr_array_new ();
  else
    rows = xyb_nomination_store_list (store, self->year, self->unit_id, error);
  if (rows == NULL)
    return FALSE;
  earlier = xyb_nomination_store_list_earlier (store, self->year, self->unit_id, error);
  if (earlier == NULL)
    return FALSE;
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
  g_hash_table_unref (self->earlier);
  self->earlier = g_steal_pointer (&earlier);
  return TRUE;
}

/**
 * xyb_nomination_sheet_model_show:
 * @self: a model
 * @unit_id: a 区镇, or 0 for the whole city
 * @error: return location
 *
 * Shows what is stored of it now, in the year in view.
 *
 * Returns: %FALSE where it cannot be read; then nothing changes
 */
gboolean
xyb_nomination_sheet_model_show (XybNominationSheetModel *self, gint64 unit_id, GError **error)
{
  gint64 old_unit;
  int old_year;
  guint old_rows;

  g_return_val_if_fail (XYB_IS_NOMINATION_SHEET_MODEL (self), FALSE);

  old_unit = self->unit_id;
  old_year = self->year;
  old_rows = xyb_sheet_model_get_n_rows (XYB_SHEET_MODEL (self));
  self->unit_id = unit_id;
  self->year = xyb_office_get_year (self->office);
  if (!read_rows (self, error))
    {
      self->unit_id = old_unit;
      self->year = old_year;
      return FALSE;
    }
  if (old_unit != unit_id || old_year != self->year)
    xyb_nomination_sheet_model_forget_draft (self);
  if (old_unit == unit_id && old_year == self->year
      && old_rows == xyb_sheet_model_get_n_rows (XYB_SHEET_MODEL (self)))
    xyb_sheet_model_cells_changed (XYB_SHEET_MODEL (self));
  else
    xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
  return TRUE;
}
