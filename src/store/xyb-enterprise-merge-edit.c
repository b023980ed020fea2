/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-merge.h"
#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-progress-private.h"
#include "xyb-store-error.h"

/* Children first and by name, no cascade, so that undo has every row (PROVEN). */

typedef struct
{
  const XybMerge *merge;
  XybEnterprise *merged; /* what comes out, with the former names of the one that stays */
  const char *lost_name; /* the name that is given up, or NULL */
  const char *today;
} Edit;

/* Runs @sql with the ids it names: `:keep`, `:gone`. */
static gboolean
run (XybStore *store, const char *sql, const Edit *edit, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);

  if (stmt == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_index (stmt, ":keep") > 0)
    xyb_stmt_bind_int (stmt, ":keep", edit->merge->keep->id);
  xyb_stmt_bind_int (stmt, ":gone", edit->merge->gone->id);
  return xyb_store_run (store, stmt, error);
}

/* ---- 附件2 ---- */

/* The rows behind it close up, whatever place it has by now. */
static gboolean
drop_nomination (XybStore *store, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) close_up
    = xyb_store_prepare (store,
                         "UPDATE nomination SET position = nomination.position - 1"
                         "  FROM nomination AS dropped"
                         " WHERE dropped.id = :id AND nomination.plan_id = dropped.plan_id"
                         "   AND nomination.unit_id = dropped.unit_id"
                         "   AND nomination.position > dropped.position",
                         error);

  if (close_up == NULL)
    return FALSE;
  xyb_stmt_bind_int (close_up, ":id", id);
  return xyb_store_run (store, close_up, error) && xyb_nomination_delete (store, id, error);
}

static gboolean
merge_nominations (XybStore *store, const Edit *edit, GError **error)
{
  for (guint i = 0; i < edit->merge->years->len; i++)
    {
      const XybMergeYear *year = edit->merge->years->pdata[i];
      gint64 dropped = year->stays == XYB_MERGE_SIDE_KEEP ? year->gone->id : year->keep->id;

      if (!drop_nomination (store, dropped, error))
        return FALSE;
    }
  return run (store, "UPDATE nomination SET enterprise_id = :keep WHERE enterprise_id = :gone",
              edit, error);
}

/* ---- what both have done ---- */

/* On a track of a year where both have something, what the one that goes had goes with it, like its
 * row of 附件2. */
static gboolean
merge_progress (XybStore *store, const Edit *edit, GError **error)
{
  gint64 plan_id = 0;

  for (int track = XYB_TRACK_ACCREDITATION; track <= XYB_TRACK_PROVINCE_MODEL; track++)
    for (;;)
      {
        g_autoptr (sqlite3_stmt) stmt
          = xyb_store_prepare (store,
                               "SELECT gone.plan_id FROM progress AS gone JOIN progress AS keep"
                               "    ON keep.plan_id = gone.plan_id AND keep.track = gone.track"
                               " WHERE gone.enterprise_id = :gone AND keep.enterprise_id = :keep"
                               "   AND gone.track = :track LIMIT 1",
                               error);
        gboolean row = FALSE;

        if (stmt == NULL)
          return FALSE;
        xyb_stmt_bind_int (stmt, ":gone", edit->merge->gone->id);
        xyb_stmt_bind_int (stmt, ":keep", edit->merge->keep->id);
        xyb_stmt_bind_int (stmt, ":track", track);
        if (!xyb_store_step (store, stmt, &row, error))
          return FALSE;
        if (!row)
          break;
        plan_id = sqlite3_column_int64 (stmt, 0);
        g_clear_pointer (&stmt, xyb_stmt_release);
        if (!xyb_progress_delete (store, plan_id, edit->merge->gone->id, (XybTrack) track, error))
          return FALSE;
      }
  return run (store, "UPDATE progress SET enterprise_id = :keep WHERE enterprise_id = :gone", edit,
              error)
         && run (store, "UPDATE contract SET enterprise_id = :keep WHERE enterprise_id = :gone",
                 edit, error)
         && run (store, "UPDATE award SET enterprise_id = :keep WHERE enterprise_id = :gone", edit,
                 error);
}

/* ---- names ---- */

static gboolean
is_known (const XybEnterprise *merged, const char *name)
{
  if (g_strcmp0 (merged->name, name) == 0)
    return TRUE;
  for (guint i = 0; i < merged->former_names->len; i++)
    if (g_strcmp0 (((XybFormerName *) merged->former_names->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* A name the one that stays has already is not kept twice. */
static gboolean
move_former_name (XybStore *store, const Edit *edit, const XybFormerName *former, GError **error)
{
  gboolean known = is_known (edit->merged, former->name);
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         known ? "DELETE FROM enterprise_name WHERE id = :id"
                               : "UPDATE enterprise_name SET enterprise_id = :keep WHERE id = :id",
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", former->id);
  if (!known)
    xyb_stmt_bind_int (stmt, ":keep", edit->merged->id);
  return xyb_store_run (store, stmt, error);
}

static gboolean
keep_lost_name (XybStore *store, const Edit *edit, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "INSERT INTO enterprise_name (id, enterprise_id, name, until)"
                         " VALUES (:id, :keep, :name, :until)",
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", xyb_store_new_id (store));
  xyb_stmt_bind_int (stmt, ":keep", edit->merged->id);
  xyb_stmt_bind_text (stmt, ":name", edit->lost_name);
  xyb_stmt_bind_text (stmt, ":until", edit->today);
  return xyb_store_run (store, stmt, error);
}

static gboolean
merge_names (XybStore *store, const Edit *edit, GError **error)
{
  GPtrArray *names = edit->merge->gone->former_names;
  gboolean known = edit->lost_name == NULL || is_known (edit->merged, edit->lost_name);

  for (guint i = 0; i < names->len; i++)
    {
      const XybFormerName *former = names->pdata[i];

      known = known || g_strcmp0 (former->name, edit->lost_name) == 0;
      if (!move_former_name (store, edit, former, error))
        return FALSE;
    }
  return known || keep_lost_name (store, edit, error);
}

/* ---- the whole ---- */

static gboolean
write_merged (XybStore *store, const Edit *edit, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, xyb_enterprise_update_sql, error);

  if (stmt == NULL)
    return FALSE;
  xyb_enterprise_bind (stmt, edit->merged);
  return xyb_store_run (store, stmt, error);
}

static gboolean
merge_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Edit *edit = user_data;

  return merge_nominations (store, edit, error) && merge_progress (store, edit, error)
         && merge_names (store, edit, error)
         && run (store,
                 "UPDATE return_decision SET enterprise_id = :keep WHERE enterprise_id = :gone",
                 edit, error)
         && run (store, "DELETE FROM enterprise WHERE id = :gone", edit, error)
         && write_merged (store, edit, error);
}

/* The two as they are stored now, with the choices of @merge; a year that came up since has to be
 * decided first. */
static XybMerge *
load_again (XybStore *store, const XybMerge *merge, GError **error)
{
  g_autoptr (XybMerge) fresh = xyb_merge_load (store, merge->keep->id, merge->gone->id, error);

  if (fresh == NULL)
    return NULL;
  fresh->take = merge->take;
  for (guint i = 0; i < merge->years->len; i++)
    {
      const XybMergeYear *year = merge->years->pdata[i];

      if (year->stays != XYB_MERGE_SIDE_OPEN)
        xyb_merge_choose_year (fresh, year->year, year->stays);
    }
  return xyb_merge_is_decided (fresh, error) ? g_steal_pointer (&fresh) : NULL;
}

/**
 * xyb_enterprise_store_merge:
 * @merge: what xyb_merge_load() gave, with the choices made since
 * @today: (nullable): ISO date of the day, until which the lost name was used
 * @error: of xyb_merge_load(), xyb_merge_is_decided(), xyb_enterprise_validate()
 *
 * The one that goes gives the other its rows of 附件2, its former names, its own name as one more,
 * and whatever the other does not say or is told to take. One revision; undo brings both back.
 *
 * Returns: %FALSE with the file as it was
 */
gboolean
xyb_enterprise_store_merge (XybStore *store,
                            const XybMerge *merge,
                            const char *today,
                            GError **error)
{
  g_autoptr (XybMerge) fresh = NULL;
  g_autoptr (XybEnterprise) merged = NULL;
  g_autofree char *label = NULL;
  Edit edit = { .today = today };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (merge != NULL, FALSE);

  if (!xyb_check_date (_ ("更名日期"), today, error))
    return FALSE;
  fresh = load_again (store, merge, error);
  if (fresh == NULL)
    return FALSE;
  merged = xyb_enterprise_copy (fresh->keep);
  xyb_enterprise_merge (merged, fresh->gone, fresh->take);
  if (!xyb_enterprise_validate (merged, error))
    return FALSE;
  edit.merge = fresh;
  edit.merged = merged;
  edit.lost_name
    = g_strcmp0 (merged->name, fresh->keep->name) != 0 ? fresh->keep->name : fresh->gone->name;
  label = g_strdup_printf (_ ("合并企业：%s 并入 %s"), fresh->gone->name, fresh->keep->name);
  return xyb_store_edit (store, label, merge_edit, &edit, error);
}
