/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-log-details.h"

#include "xyb-i18n.h"
#include "xyb-log-query.h"

/* Revisions fetched at a time. */
#define BATCH 64

static char *
or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static void
add_row (GPtrArray *rows, const XybRevision *revision, const XybChange *change)
{
  char **cells = g_new0 (char *, XYB_LOG_DETAILS_COLUMNS + 1);

  cells[0] = or_empty (revision->time);
  cells[1] = or_empty (revision->operator_name);
  cells[2] = g_strdup (revision->undone ? _ ("已撤销") : xyb_revision_kind_name (revision->kind));
  cells[3] = or_empty (revision->label);
  cells[4]
    = change != NULL ? g_strdup_printf ("%s：%s", change->table, change->record) : g_strdup ("");
  cells[5] = or_empty (change != NULL ? change->field : NULL);
  cells[6] = or_empty (change != NULL ? change->old_value : NULL);
  cells[7] = or_empty (change != NULL ? change->new_value : NULL);
  g_ptr_array_add (rows, cells);
}

static void
add_revision (GPtrArray *rows, const XybRevision *revision)
{
  if (revision->changes->len == 0)
    add_row (rows, revision, NULL);
  for (guint i = 0; i < revision->changes->len; i++)
    add_row (rows, revision, revision->changes->pdata[i]);
}

/**
 * xyb_log_details_read:
 * @ids: (element-type gint64): revisions, in the order wanted
 * @progress: (nullable): told of revisions read, and of all
 * @user_data: for @progress
 * @cancellable: (nullable)
 * @error: %XYB_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type GStrv): a row for every changed field, one for a revision
 *   that changed none; %NULL on error
 */
GPtrArray *
xyb_log_details_read (XybStore *store,
                      GArray *ids,
                      XybStoreProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_return_val_if_fail (XYB_IS_STORE (store) && ids != NULL, NULL);

  for (guint i = 0; i < ids->len; i += BATCH)
    {
      guint n = MIN (BATCH, ids->len - i);
      g_autoptr (GPtrArray) revisions = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      revisions = xyb_store_get_revisions (store, &g_array_index (ids, gint64, i), n, TRUE, error);
      if (revisions == NULL)
        return NULL;
      for (guint k = 0; k < revisions->len; k++)
        add_revision (rows, revisions->pdata[k]);
      if (progress != NULL)
        progress (i + n, ids->len, user_data);
    }
  return g_steal_pointer (&rows);
}
