/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-private.h"

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-scheme-private.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

/* Filling in the table: a cell, a range, a pasted block or a whole file is one revision. */

#define REMARK_MAX_CHARS 500
#define APPROVER_MAX_CHARS 100
#define EVIDENCE_MAX_CHARS 2000

/**
 * xyb_scheme_store_label:
 *
 * Returns: (transfer full): what the log calls a scheme: 2020年部门考核
 */
char *
xyb_scheme_store_label (const XybScheme *scheme)
{
  return g_strdup_printf (_ ("%d年%s考核"), scheme->year, xyb_unit_kind_name (scheme->kind));
}

/**
 * xyb_check_lines:
 * @out_text: (out) (transfer full) (nullable): the text, each line cleaned, blank ones left out
 *
 * xyb_check_text() for a text of several lines.
 */
gboolean
xyb_check_lines (const char *field,
                 const char *text,
                 guint max_chars,
                 char **out_text,
                 GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  *out_text = NULL;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = xyb_text_check_field (field, lines[i], max_chars, error);

      if (line == NULL)
        return FALSE;
      if (*line != '\0')
        g_string_append_printf (clean, "%s%s", clean->len > 0 ? "\n" : "", line);
    }
  if (g_utf8_strlen (clean->str, -1) > (glong) max_chars)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_TOO_LONG,
                   _ ("%s太长，最多 %u 个字，请缩短。"), field, max_chars);
      return FALSE;
    }
  if (clean->len > 0)
    *out_text = g_strdup (clean->str);
  return TRUE;
}

/* ---- one cell ---- */

typedef struct
{
  const XybScheme *scheme;
  const XybSchemeUnit *unit;
  const XybIndicator *indicator;
  XybMark *mark; /* a cleaned copy */
  gboolean lift;
} Cell;

static void
cell_clear (gpointer data)
{
  xyb_mark_free (((Cell *) data)->mark);
}

static gboolean
clean_mark (XybMark *mark, GError **error)
{
  g_autofree char *remark = g_steal_pointer (&mark->remark);
  g_autofree char *approver = g_steal_pointer (&mark->approver);
  g_autofree char *evidence = g_steal_pointer (&mark->evidence);

  return xyb_check_text (_ ("备注"), remark, REMARK_MAX_CHARS, &mark->remark, error)
         && xyb_check_text (_ ("决定人"), approver, APPROVER_MAX_CHARS, &mark->approver, error)
         && xyb_check_lines (_ ("依据"), evidence, EVIDENCE_MAX_CHARS, &mark->evidence, error);
}

/* Everything that can be refused without looking into the file. */
static gboolean
prepare_cell (const XybScheme *scheme, const XybCellEdit *edit, Cell *out, GError **error)
{
  *out = (Cell){ .scheme = scheme,
                 .unit = xyb_scheme_find_unit (scheme, edit->unit_id),
                 .indicator = xyb_scheme_find_indicator (scheme, edit->indicator_id),
                 .mark = xyb_mark_copy (edit->mark),
                 .lift = edit->lift };
  if (out->unit == NULL || out->indicator == NULL)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("%d年%s考核表里没有这一格，请刷新后再填。"), scheme->year,
                   xyb_unit_kind_name (scheme->kind));
      return FALSE;
    }
  if (!clean_mark (out->mark, error) || !xyb_mark_check (out->mark, out->indicator, error))
    {
      g_prefix_error (error, _ ("%s："), out->unit->unit_name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
find_exclusion (XybStore *store, const Cell *cell, gint64 *out_id, GError **error)
{
  return xyb_lookup_int (
    store, "SELECT id FROM scheme_exclusion WHERE scheme_unit_id = :a AND indicator_id = :b",
    cell->unit->id, cell->indicator->id, out_id, error);
}

static gboolean
delete_row (XybStore *store, const char *sql, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", id);
  return xyb_store_run (store, stmt, error);
}

static gboolean
find_mark (XybStore *store, const Cell *cell, gint64 *out_id, GError **error)
{
  /* The indicator belongs to one scheme alone. */
  return xyb_lookup_int (store,
                         "SELECT id FROM assessment_mark WHERE unit_id = :a AND indicator_id = :b",
                         cell->unit->unit_id, cell->indicator->id, out_id, error);
}

static const char insert_sql[]
  = "INSERT INTO assessment_mark"
    "  (id, scheme_id, unit_id, indicator_id, kind, count, amount, remark, approver, evidence)"
    " VALUES (:id, :scheme, :unit, :indicator, :kind, :count, :amount, :remark, :approver,"
    "         :evidence)";

static const char update_sql[]
  = "UPDATE assessment_mark SET scheme_id = :scheme, unit_id = :unit, indicator_id = :indicator,"
    "       kind = :kind, count = :count, amount = :amount, remark = :remark,"
    "       approver = :approver, evidence = :evidence"
    " WHERE id = :id";

static gboolean
says_nothing (const XybMark *mark)
{
  return mark->kind == XYB_MARK_UNSAID && mark->remark == NULL && mark->evidence == NULL;
}

static gboolean
write_mark (XybStore *store, const Cell *cell, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 id = 0;

  if (!find_mark (store, cell, &id, error))
    return FALSE;
  if (cell->mark->kind == XYB_MARK_NOT_APPLICABLE || says_nothing (cell->mark))
    return id == 0 || delete_row (store, "DELETE FROM assessment_mark WHERE id = :id", id, error);
  stmt = xyb_store_prepare (store, id == 0 ? insert_sql : update_sql, error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", id == 0 ? xyb_store_new_id (store) : id);
  xyb_stmt_bind_int (stmt, ":scheme", cell->scheme->id);
  xyb_stmt_bind_int (stmt, ":unit", cell->unit->unit_id);
  xyb_stmt_bind_int (stmt, ":indicator", cell->indicator->id);
  xyb_stmt_bind_int (stmt, ":kind", cell->mark->kind);
  xyb_stmt_bind_int_or_null (stmt, ":count", cell->mark->count);
  xyb_stmt_bind_int_or_null (stmt, ":amount", cell->mark->amount);
  xyb_stmt_bind_text (stmt, ":remark", cell->mark->remark);
  xyb_stmt_bind_text (stmt, ":approver", cell->mark->approver);
  xyb_stmt_bind_text (stmt, ":evidence", cell->mark->evidence);
  return xyb_store_run (store, stmt, error);
}

static gboolean
refuse_excluded (const Cell *cell, GError **error)
{
  g_autofree char *name = xyb_indicator_name (cell->indicator);

  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNFIT_MARK,
               _ ("%s的“%s”是非考核项，不填标记；要考核这一项，请先改为考核项。"),
               cell->unit->unit_name, name);
  return FALSE;
}

static gboolean
write_cell (XybStore *store, const Cell *cell, GError **error)
{
  gint64 exclusion = 0;

  if (!find_exclusion (store, cell, &exclusion, error))
    return FALSE;
  if (cell->mark->kind == XYB_MARK_NOT_APPLICABLE)
    return (exclusion != 0
            || xyb_scheme_exclusion_insert (store, xyb_store_new_id (store), cell->unit->id,
                                            cell->indicator->id, error))
           && write_mark (store, cell, error);
  if (exclusion != 0 && !cell->lift)
    return refuse_excluded (cell, error);
  if (exclusion != 0
      && !delete_row (store, "DELETE FROM scheme_exclusion WHERE id = :id", exclusion, error))
    return FALSE;
  return write_mark (store, cell, error);
}

/* ---- many of them ---- */

typedef struct
{
  const XybScheme *scheme;
  GArray *cells;            /* of Cell */
  const GPtrArray *remarks; /* of XybGridRemark; or NULL */
} Filling;

static gboolean
write_remark (XybStore *store,
              const XybScheme *scheme,
              gint64 unit_id,
              const char *text,
              GError **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  const XybSchemeUnit *unit = xyb_scheme_find_unit (scheme, unit_id);
  const char *field = scheme->remark_head != NULL ? scheme->remark_head : _ ("扣分情况");

  if (unit == NULL)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("%d年%s考核表里没有这个单位，请刷新后再填。"), scheme->year,
                   xyb_unit_kind_name (scheme->kind));
      return FALSE;
    }
  if (!xyb_check_text (field, text, REMARK_MAX_CHARS, &clean, error))
    return FALSE;
  stmt = xyb_store_prepare (store, "UPDATE scheme_unit SET remark = :remark WHERE id = :id", error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":remark", clean);
  xyb_stmt_bind_int (stmt, ":id", unit->id);
  return xyb_store_run (store, stmt, error);
}

static gboolean
fill_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Filling *filling = user_data;

  if (!xyb_assessment_store_check_open (store, filling->scheme, error))
    return FALSE;
  for (guint i = 0; i < filling->cells->len; i++)
    if (!write_cell (store, &g_array_index (filling->cells, Cell, i), error))
      return FALSE;
  for (guint i = 0; filling->remarks != NULL && i < filling->remarks->len; i++)
    {
      const XybGridRemark *remark = filling->remarks->pdata[i];

      if (!write_remark (store, filling->scheme, remark->unit_id, remark->text, error))
        return FALSE;
    }
  return TRUE;
}

/* 2020年部门考核：应急管理局 奖惩案例 填“1” */
static char *
label_of (const XybScheme *scheme, GArray *cells)
{
  g_autofree char *table = xyb_scheme_store_label (scheme);
  const Cell *first = &g_array_index (cells, Cell, 0);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (cells->len != 1)
    return g_strdup_printf (_ ("%s：填 %u 格"), table, cells->len);
  name = xyb_indicator_name (first->indicator);
  text = xyb_mark_print (first->mark, first->indicator);
  if (first->mark->kind == XYB_MARK_DEDUCTED || first->mark->kind == XYB_MARK_EXPLAINED)
    return g_strdup_printf (_ ("%s：%s %s 填“%s”"), table, first->unit->unit_name, name,
                            xyb_mark_kind_name (first->mark->kind));
  return g_strdup_printf (*text != '\0' ? _ ("%s：%s %s 填“%s”") : _ ("%s：%s %s 清空%s"), table,
                          first->unit->unit_name, name, text);
}

static gboolean
prepare_cells (const XybScheme *scheme,
               const XybCellEdit *edits,
               gsize n_edits,
               GArray *cells,
               GError **error)
{
  for (gsize i = 0; i < n_edits; i++)
    {
      Cell cell;
      gboolean ok = prepare_cell (scheme, &edits[i], &cell, error);

      g_array_append_val (cells, cell);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static GArray *
cells_new (void)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  g_array_set_clear_func (cells, cell_clear);
  return cells;
}

/**
 * xyb_assessment_store_set_cells:
 * @edits: (array length=n_edits): what shall stand where
 * @error: %XYB_CORE_ERROR_UNFIT_MARK, %XYB_STORE_ERROR_READ_ONLY where the year is settled,
 *   %XYB_STORE_ERROR_NOT_FOUND for a cell that is not there
 *
 * All of them or none, one revision (KH-09).
 */
gboolean
xyb_assessment_store_set_cells (XybStore *store,
                                const XybScheme *scheme,
                                const XybCellEdit *edits,
                                gsize n_edits,
                                GError **error)
{
  g_autoptr (GArray) cells = cells_new ();
  g_autofree char *label = NULL;
  Filling filling = { scheme, cells, NULL };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (scheme != NULL, FALSE);

  if (!prepare_cells (scheme, edits, n_edits, cells, error))
    return FALSE;
  if (cells->len == 0)
    return TRUE;
  label = label_of (scheme, cells);
  return xyb_store_edit (store, label, fill_edit, &filling, error);
}

/**
 * xyb_assessment_store_set_remark:
 * @text: (nullable): 扣分情况 of a unit (KH-04, AMB-16); blank takes it away
 * @error: %XYB_STORE_ERROR_READ_ONLY where the year is settled
 */
gboolean
xyb_assessment_store_set_remark (XybStore *store,
                                 const XybScheme *scheme,
                                 gint64 unit_id,
                                 const char *text,
                                 GError **error)
{
  XybGridRemark remark = { unit_id, (char *) text };
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  g_autoptr (GArray) cells = cells_new ();
  g_autofree char *table = NULL;
  g_autofree char *label = NULL;
  Filling filling = { scheme, cells, remarks };
  const XybSchemeUnit *unit;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (scheme != NULL, FALSE);

  unit = xyb_scheme_find_unit (scheme, unit_id);
  table = xyb_scheme_store_label (scheme);
  label = g_strdup_printf (_ ("%s：%s 扣分情况"), table, unit != NULL ? unit->unit_name : "");
  g_ptr_array_add (remarks, &remark);
  return xyb_store_edit (store, label, fill_edit, &filling, error);
}

/* ---- a whole grid ---- */

/* A printed * may stand for 已说明 or a deduction, which the print cannot show: what prints the
 * same is kept. */
static gboolean
prints_the_same (const XybAssessment *self, const XybGridCell *cell)
{
  const XybIndicator *indicator = xyb_scheme_find_indicator (self->scheme, cell->indicator_id);
  const XybSchemeUnit *unit = xyb_scheme_find_unit (self->scheme, cell->unit_id);
  const XybMark *now = xyb_marks_get (self->marks, cell->unit_id, cell->indicator_id);
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  if (!xyb_scheme_unit_applies (unit, cell->indicator_id))
    return cell->mark->kind == XYB_MARK_NOT_APPLICABLE;
  if (now == NULL || cell->mark->kind == XYB_MARK_DEDUCTED || cell->mark->kind == XYB_MARK_EXPLAINED
      || cell->mark->kind == XYB_MARK_EVENT)
    return now != NULL && xyb_mark_equal (now, cell->mark);
  old_text = xyb_mark_print (now, indicator);
  new_text = xyb_mark_print (cell->mark, indicator);
  return now->kind != XYB_MARK_UNSAID && g_str_equal (old_text, new_text);
}

static gboolean
says_remark_already (const XybAssessment *self, const XybGridRemark *remark)
{
  return g_strcmp0 (g_hash_table_lookup (self->remarks, &remark->unit_id), remark->text) == 0;
}

static GArray *
changed_cells (const XybAssessment *self, const XybGrid *grid)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (XybCellEdit));

  for (guint i = 0; i < grid->cells->len; i++)
    {
      const XybGridCell *cell = grid->cells->pdata[i];
      XybCellEdit edit = { cell->unit_id, cell->indicator_id, cell->mark, FALSE };

      if (!prints_the_same (self, cell))
        g_array_append_val (edits, edit);
    }
  return edits;
}

/**
 * xyb_assessment_store_import:
 * @self: what stands in the table now
 * @grid: what was read
 * @file_name: what the label calls it
 * @out_changed: (out) (optional): how many cells and remarks it changed
 * @error: %XYB_STORE_ERROR_INVALID where @grid has a problem left, with the first one
 *
 * Whole or not at all, one revision.
 */
gboolean
xyb_assessment_store_import (XybStore *store,
                             const XybAssessment *self,
                             const XybGrid *grid,
                             const char *file_name,
                             guint *out_changed,
                             GError **error)
{
  g_autoptr (GArray) edits = NULL;
  g_autoptr (GArray) cells = cells_new ();
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  g_autofree char *table = NULL;
  g_autofree char *label = NULL;
  Filling filling = { self->scheme, cells, remarks };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (self != NULL && grid != NULL && file_name != NULL, FALSE);

  if (grid->problems->len > 0)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                           grid->problems->pdata[0]);
      return FALSE;
    }
  edits = changed_cells (self, grid);
  for (guint i = 0; i < grid->remarks->len; i++)
    if (!says_remark_already (self, grid->remarks->pdata[i]))
      g_ptr_array_add (remarks, grid->remarks->pdata[i]);
  if (!prepare_cells (self->scheme, (const XybCellEdit *) (gconstpointer) edits->data, edits->len,
                      cells, error))
    return FALSE;
  if (out_changed != NULL)
    *out_changed = cells->len + remarks->len;
  table = xyb_scheme_store_label (self->scheme);
  label
    = g_strdup_printf (_ ("%s：导入「%s」，改 %u 格"), table, file_name, cells->len + remarks->len);
  return xyb_store_edit (store, label, fill_edit, &filling, error);
}
