/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-filter.h"

/* 历史 of an enterprise: its own record, its rows of 附件2, and what was merged into it. */

/* A merge touches two enterprises and their rows; an import touches thousands, and merges none. */
#define MAX_MERGE_RECORDS 200

typedef struct
{
  XybStore *store;
  guint max;
  GHashTable *by_id; /* gint64* of a revision → XybRevision */
} Gathering;

static gboolean
add_record (Gathering *self, const char *table, gint64 record_id, GError **error)
{
  g_autoptr (GPtrArray) revisions
    = xyb_store_list_record_history (self->store, table, record_id, self->max, error);

  if (revisions == NULL)
    return FALSE;
  while (revisions->len > 0)
    {
      XybRevision *revision = g_ptr_array_steal_index_fast (revisions, revisions->len - 1);
      XybRevision *known = g_hash_table_lookup (self->by_id, &revision->id);

      if (known == NULL)
        {
          g_hash_table_insert (self->by_id, &revision->id, revision);
          continue;
        }
      g_ptr_array_extend_and_steal (known->changes, g_steal_pointer (&revision->changes));
      xyb_revision_free (revision);
    }
  return TRUE;
}

static gboolean
add_records (Gathering *self, const char *table, const char *sql, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (self->store, sql, error);
  g_autoptr (GArray) ids = NULL;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", id);
  if (sqlite3_bind_parameter_index (stmt, ":max") > 0)
    xyb_stmt_bind_int (stmt, ":max", MAX_MERGE_RECORDS);
  ids = xyb_store_collect_ids (self->store, stmt, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!add_record (self, table, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}

static const char nominations_sql[] = "SELECT id FROM nomination WHERE enterprise_id = :id";

static const char names_sql[] = "SELECT id FROM enterprise_name WHERE enterprise_id = :id";

/* Another enterprise that went for good in an edit this one, a row or a former name of it was part
 * of: a merge that left every field as it was touched only those. */
static const char merged_sql[]
  = "WITH own (table_name, record_id) AS"
    " (SELECT 'enterprise', :id"
    "  UNION ALL SELECT 'nomination', id FROM nomination WHERE enterprise_id = :id"
    "  UNION ALL SELECT 'enterprise_name', id FROM enterprise_name WHERE enterprise_id = :id)"
    " SELECT DISTINCT other.record_id"
    "  FROM own"
    "  JOIN revision_record AS touched"
    "    ON touched.table_name = own.table_name AND touched.record_id = own.record_id"
    "  JOIN revision AS r ON r.id = touched.revision_id AND r.kind = 1 AND r.records <= :max"
    "  JOIN revision_record AS other"
    "    ON other.table_name = 'enterprise' AND other.revision_id = r.id"
    "   AND other.record_id <> :id"
    " WHERE NOT EXISTS (SELECT 1 FROM enterprise WHERE enterprise.id = other.record_id)";

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const XybRevision *left = *(XybRevision *const *) a;
  const XybRevision *right = *(XybRevision *const *) b;

  return left->id < right->id ? 1 : left->id > right->id ? -1 : 0;
}

static GPtrArray *
take_sorted (Gathering *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_revision_free);
  GHashTableIter iter;
  gpointer revision;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &revision))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (all, revision);
    }
  g_ptr_array_sort (all, compare_latest_first);
  if (all->len > self->max)
    g_ptr_array_set_size (all, (int) self->max);
  return all;
}

/**
 * xyb_enterprise_store_list_history:
 * @id: an enterprise
 * @max: at most so many revisions
 * @error: %XYB_STORE_ERROR
 *
 * What happened to an enterprise, to its rows of 附件2, and to the entries that were merged into
 * it: their history does not end with them.
 *
 * Returns: (transfer full) (element-type XybRevision): latest first, with the changes of these
 *   records; %NULL on error
 */
GPtrArray *
xyb_enterprise_store_list_history (XybStore *store, gint64 id, guint max, GError **error)
{
  Gathering self = { .store = store, .max = max };
  GPtrArray *revisions = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  self.by_id
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) xyb_revision_free);
  if (add_record (&self, "enterprise", id, error)
      && add_records (&self, "nomination", nominations_sql, id, error)
      && add_records (&self, "enterprise_name", names_sql, id, error)
      && add_records (&self, "enterprise", merged_sql, id, error))
    revisions = take_sorted (&self);
  g_hash_table_unref (self.by_id);
  return revisions;
}
