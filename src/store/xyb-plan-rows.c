/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-plan-private.h"
#include "xyb-plan-store.h"
#include "xyb-text.h"
#include "xyb-timeline.h"

/* The lists of a year's plan as the clerk edits them. Ids of rows that stay are kept: what was
 * registered of enterprises points at them. */

#define LABEL_CHARS 20

static const char *const delete_sql[XYB_N_PLAN_PARTS] = {
  [XYB_PLAN_STAGES] = "DELETE FROM plan_stage WHERE id = :id",
  [XYB_PLAN_CONDITIONS] = "DELETE FROM plan_condition WHERE id = :id",
  [XYB_PLAN_MATERIALS] = "DELETE FROM plan_material WHERE id = :id",
  [XYB_PLAN_STEPS] = "DELETE FROM plan_step WHERE id = :id",
  [XYB_PLAN_MILESTONES] = "DELETE FROM milestone WHERE id = :id",
};

static const char *const position_sql[XYB_N_PLAN_PARTS] = {
  [XYB_PLAN_STAGES] = "SELECT position FROM plan_stage WHERE id = :a",
  [XYB_PLAN_CONDITIONS] = "SELECT position FROM plan_condition WHERE id = :a",
  [XYB_PLAN_MATERIALS] = "SELECT position FROM plan_material WHERE id = :a",
  [XYB_PLAN_STEPS] = "SELECT position FROM plan_step WHERE id = :a",
  [XYB_PLAN_MILESTONES] = "SELECT position FROM milestone WHERE id = :a",
};

typedef struct
{
  XybPlanPart part;
  XybPlan *before; /* as it is stored */
  XybPlan *after;  /* as it shall be */
  gint64 added;    /* the row of the last that was added, or 0 */
} RowsEdit;

static void
rows_edit_clear (RowsEdit *self)
{
  g_clear_pointer (&self->before, xyb_plan_free);
  g_clear_pointer (&self->after, xyb_plan_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RowsEdit, rows_edit_clear)

/* ---- what it is to be ---- */

/* New rows get the ids they are stored with. */
static GArray *
give_ids (XybStore *store, const XybPlanEdit *edits, guint n_edits, gint64 *out_added)
{
  GArray *given = g_array_new (FALSE, FALSE, sizeof (XybPlanEdit));

  for (guint i = 0; i < n_edits; i++)
    {
      XybPlanEdit edit = edits[i];

      if (edit.act == XYB_PLAN_ADD)
        edit.id = *out_added = xyb_store_new_id (store);
      g_array_append_val (given, edit);
    }
  return given;
}

static gboolean
prepare (XybStore *store,
         int year,
         const XybPlanEdit *edits,
         guint n_edits,
         RowsEdit *edit,
         GError **error)
{
  g_autoptr (GArray) given = NULL;

  edit->before = xyb_plan_store_get (store, year, error);
  edit->after = edit->before != NULL ? xyb_plan_store_get (store, year, error) : NULL;
  if (edit->after == NULL)
    return FALSE;
  given = give_ids (store, edits, n_edits, &edit->added);
  return xyb_plan_apply_edits (edit->after, edit->part, (XybPlanEdit *) (gpointer) given->data,
                               given->len, error)
         && xyb_plan_store_check_used (store, edit->before, edit->after, edit->part, error);
}

/* ---- the label ---- */

static const XybPlanField *
find_field (XybPlanPart part, guint field)
{
  guint n_fields = 0;

  return &xyb_plan_part_fields (part, &n_fields)[field];
}

/* 2020年贯标材料, 2020年时限 */
static char *
name_of_list (const RowsEdit *edit, gconstpointer row)
{
  XybTrack track = xyb_plan_row_track (edit->part, row);

  return g_strdup_printf (_ ("%d年%s%s"), edit->after->year,
                          track != 0 ? xyb_track_name (track) : "",
                          xyb_plan_part_name (edit->part));
}

static char *
dup_value (const XybPlan *plan, const XybPlanField *field, gconstpointer row)
{
  g_autofree char *text = row != NULL ? field->get (plan, row) : NULL;

  return text != NULL ? xyb_text_excerpt (text, LABEL_CHARS) : g_strdup (_ ("空白"));
}

static char *
label_of_set (const RowsEdit *edit, const XybPlanEdit *one, const char *list, const char *name)
{
  const XybPlanField *field = find_field (edit->part, one->field);
  g_autofree char *old
    = dup_value (edit->before, field, xyb_plan_find_row (edit->before, edit->part, one->id));
  g_autofree char *new
    = dup_value (edit->after, field, xyb_plan_find_row (edit->after, edit->part, one->id));

  if (one->field == 0)
    return g_strdup_printf (_ ("%s：“%s”改为“%s”"), list, old, new);
  return g_strdup_printf (_ ("%s“%s”：%s %s → %s"), list, name, _ (field->title), old, new);
}

static char *
label_of (const RowsEdit *edit, const XybPlanEdit *edits, guint n_edits)
{
  const XybPlanEdit *one = &edits[0];
  gint64 id = one->act == XYB_PLAN_ADD ? edit->added : one->id;
  gconstpointer row = xyb_plan_find_row (edit->after, edit->part, id);
  guint n_added = 0;
  g_autofree char *list = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < n_edits; i++)
    n_added += edits[i].act == XYB_PLAN_ADD;
  if (row == NULL)
    row = xyb_plan_find_row (edit->before, edit->part, id);
  list = name_of_list (edit, row);
  name = xyb_text_excerpt (edit->part == XYB_PLAN_MILESTONES ? xyb_milestone_short_text (row)
                                                             : xyb_plan_row_name (edit->part, row),
                           LABEL_CHARS);
  if (one->act == XYB_PLAN_ADD && n_added > 1)
    return g_strdup_printf (_ ("%s：增加 %u 行"), list, n_added);
  if (one->act == XYB_PLAN_ADD)
    return g_strdup_printf (_ ("%s：增加“%s”"), list, name);
  if (n_edits > 1)
    return g_strdup_printf (_ ("%s：修改 %u 处"), list, n_edits);
  if (one->act == XYB_PLAN_REMOVE)
    return g_strdup_printf (_ ("%s：删去“%s”"), list, name);
  if (one->act == XYB_PLAN_MOVE)
    return g_strdup_printf (_ ("%s：“%s”移到第 %u 行"), list, name,
                            xyb_plan_row_number (edit->after, edit->part, row));
  return label_of_set (edit, one, list, name);
}

/* ---- writing ---- */

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* The places the rows of a track have, rising; new ones behind. Rows that trade places change these
 * two alone, and the other tracks nothing: so little stands in the way of a later undo. */
static GArray *
places_of (XybStore *store, const RowsEdit *edit, const GPtrArray *rows, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint known;

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 place = 0;

      if (xyb_plan_find_row (edit->before, edit->part, xyb_plan_row_id (rows->pdata[i])) == NULL)
        continue;
      if (!xyb_lookup_int (store, position_sql[edit->part], xyb_plan_row_id (rows->pdata[i]), 0,
                           &place, error))
        return NULL;
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_positions);
  known = places->len;
  g_array_set_size (places, rows->len);
  for (guint i = 0; i < places->len; i++)
    {
      gint64 *place = &g_array_index (places, gint64, i);
      gint64 least = i > 0 ? g_array_index (places, gint64, i - 1) + 1 : 1;

      if (i >= known || *place < least)
        *place = least;
    }
  return g_steal_pointer (&places);
}

static gboolean
write_track (XybStore *store, const RowsEdit *edit, XybTrack track, GError **error)
{
  g_autoptr (GPtrArray) rows = xyb_plan_list_rows (edit->after, edit->part, track);
  g_autoptr (GArray) places = places_of (store, edit, rows, error);

  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      gpointer row = rows->pdata[i];
      gboolean is_new = xyb_plan_find_row (edit->before, edit->part, xyb_plan_row_id (row)) == NULL;

      if (!xyb_plan_store_write_row (store, edit->after, edit->part, row,
                                     g_array_index (places, gint64, i), is_new, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_row (XybStore *store, const RowsEdit *edit, gconstpointer row, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, delete_sql[edit->part], error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", xyb_plan_row_id (row));
  return xyb_store_run (store, stmt, error);
}

static gboolean
rows_edit (XybStore *store, gpointer user_data, GError **error)
{
  const RowsEdit *edit = user_data;
  const GPtrArray *rows = xyb_plan_get_rows (edit->before, edit->part);
  int n_tracks = xyb_plan_part_has_tracks (edit->part) ? XYB_N_TRACKS : 1;

  for (guint i = 0; i < rows->len; i++)
    if (xyb_plan_find_row (edit->after, edit->part, xyb_plan_row_id (rows->pdata[i])) == NULL
        && !remove_row (store, edit, rows->pdata[i], error))
      return FALSE;
  for (int track = 1; track <= n_tracks; track++)
    if (!write_track (store, edit, (XybTrack) track, error))
      return FALSE;
  return TRUE;
}

/**
 * xyb_plan_store_check_edits:
 * @edits: (array length=n_edits): what would be done
 *
 * Returns: whether xyb_plan_store_edit_rows() would do it now; else its sentence
 */
gboolean
xyb_plan_store_check_edits (XybStore *store,
                            int year,
                            XybPlanPart part,
                            const XybPlanEdit *edits,
                            guint n_edits,
                            GError **error)
{
  g_auto (RowsEdit) edit = { .part = part };

  g_return_val_if_fail (XYB_IS_STORE (store) && part < XYB_N_PLAN_PARTS, FALSE);

  return prepare (store, year, edits, n_edits, &edit, error);
}

/**
 * xyb_plan_store_edit_rows:
 * @edits: (array length=n_edits): what is done, one after the other; %XYB_PLAN_ADD needs no id
 * @out_added: (out) (optional): the id of the row added last; 0 for none
 *
 * Names, order and fields of what a year's plan holds (§2.1–2.4, §6).
 *
 * Returns: %FALSE with an error of xyb_plan_apply_edits(), or %XYB_STORE_ERROR_IN_USE where
 *   enterprises have something registered of a row that would go; nothing is changed then
 */
gboolean
xyb_plan_store_edit_rows (XybStore *store,
                          int year,
                          XybPlanPart part,
                          const XybPlanEdit *edits,
                          guint n_edits,
                          gint64 *out_added,
                          GError **error)
{
  g_auto (RowsEdit) edit = { .part = part };
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && part < XYB_N_PLAN_PARTS, FALSE);
  g_return_val_if_fail (edits != NULL && n_edits > 0, FALSE);

  if (out_added != NULL)
    *out_added = 0;
  if (!prepare (store, year, edits, n_edits, &edit, error))
    return FALSE;
  label = label_of (&edit, edits, n_edits);
  if (!xyb_store_edit (store, label, rows_edit, &edit, error))
    return FALSE;
  if (out_added != NULL)
    *out_added = edit.added;
  return TRUE;
}
