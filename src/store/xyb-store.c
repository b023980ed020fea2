/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-store.h"

#include "xyb-store-engine.h"

/* The object: what it holds and lets go. How it comes to its connection is in xyb-store-open.c, how
 * it writes in xyb-revision.c. */

G_DEFINE_FINAL_TYPE (XybStore, xyb_store, G_TYPE_OBJECT)

static const char *const cached_sql[XYB_N_CACHED] = {
  [XYB_CACHED_BEGIN] = "BEGIN IMMEDIATE",
  [XYB_CACHED_COMMIT] = "COMMIT",
  [XYB_CACHED_ROLLBACK] = "ROLLBACK",
  [XYB_CACHED_SAVEPOINT] = "SAVEPOINT joined",
  [XYB_CACHED_RELEASE] = "RELEASE joined",
  [XYB_CACHED_NEXT_REVISION] = "SELECT coalesce(max(id), 0) + 1 FROM revision",
  [XYB_CACHED_ADD_REVISION] = "INSERT INTO revision (id, kind, time, operator, label, target,"
                              " records, schema_version, checksum)"
                              " VALUES (:id, :kind, :time, :operator, :label, :target,"
                              " :records, :schema_version, :checksum)",
  [XYB_CACHED_ADD_PART] = "INSERT INTO revision_part (revision_id, part, data)"
                          " VALUES (:revision_id, :part, :data)",
  [XYB_CACHED_ADD_RECORD]
  = "INSERT INTO revision_record (revision_id, table_name, record_id, label)"
    " VALUES (:revision_id, :table_name, :record_id, :label)",
  [XYB_CACHED_LAST_LABEL] = "SELECT label FROM revision_record"
                            " WHERE table_name = :table_name AND record_id = :record_id"
                            " ORDER BY revision_id DESC LIMIT 1",
  [XYB_CACHED_NAME_OWNER] = "SELECT enterprise_id FROM enterprise_name WHERE id = :id",
};

static void
xyb_store_dispose (GObject *object)
{
  XybStore *self = XYB_STORE (object);

  if (self->hub != NULL)
    xyb_store_hub_leave (self->hub, self);
  G_OBJECT_CLASS (xyb_store_parent_class)->dispose (object);
}

static void
close_db (XybStore *self)
{
  for (guint i = 0; i < XYB_N_CACHED; i++)
    g_clear_pointer (&self->cached[i], sqlite3_finalize);
  for (guint i = 0; i < XYB_N_TRACKED; i++)
    g_clear_pointer (&self->labels[i], sqlite3_finalize);
  if (self->db != NULL)
    xyb_db_set_idle_statements (self->db, NULL);
  g_clear_pointer (&self->idle_statements, g_hash_table_unref);
  /* The lock goes with the hub: not before the connection has put its log into the file. */
  if (self->db != NULL && sqlite3_close (self->db) != SQLITE_OK)
    {
      g_warning ("a statement outlives the store: %s",
                 sqlite3_sql (sqlite3_next_stmt (self->db, NULL)));
      sqlite3_close_v2 (self->db);
    }
  self->db = NULL;
}

static void
xyb_store_finalize (GObject *object)
{
  XybStore *self = XYB_STORE (object);

  close_db (self);
  g_clear_pointer (&self->hub, xyb_store_hub_unref);
  g_free (self->path);
  g_free (self->notice);
  g_free (self->operator_name);
  G_OBJECT_CLASS (xyb_store_parent_class)->finalize (object);
}

static void
xyb_store_class_init (XybStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xyb_store_dispose;
  object_class->finalize = xyb_store_finalize;

  /* Nobody asks how much memory SQLite has, and counting it takes a lock for every piece. Only
   * before its first use; later it is refused, which does no harm. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);

  g_signal_new ("changed", XYB_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRV);
}

/* The system's name of who is at the keyboard; GLib says "Unknown" where there is none. */
const char *
xyb_default_operator (void)
{
  const char *real_name = g_get_real_name ();

  if (g_strcmp0 (real_name, "Unknown") != 0 && real_name[0] != '\0')
    return real_name;
  return g_get_user_name ();
}

/**
 * xyb_store_account_name:
 *
 * Returns: (transfer none): the name of whoever is logged in, which stands in the log until
 *   xyb_store_set_operator()
 */
const char *
xyb_store_account_name (void)
{
  return xyb_default_operator ();
}

static void
finalize_statement (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

static void
xyb_store_init (XybStore *self)
{
  self->idle_statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  self->operator_name = g_strdup (xyb_default_operator ());
}

/**
 * xyb_store_default_path:
 *
 * Returns: (transfer full): where the clerk's own office file lies:
 * `$XDG_DATA_HOME/xinyongban/office.xyb`
 */
char *
xyb_store_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "xinyongban", "office.xyb", NULL);
}

/**
 * xyb_store_get_path:
 *
 * Returns: the absolute name of the office file, links followed
 */
const char *
xyb_store_get_path (XybStore *self)
{
  return self->path;
}

gboolean
xyb_store_is_read_only (XybStore *self)
{
  return self->read_only;
}

/**
 * xyb_store_get_notice:
 *
 * Returns: (nullable): one sentence the clerk should see beside the office: why it is read-only,
 * that it lies on a network share; %NULL when there is nothing to say
 */
const char *
xyb_store_get_notice (XybStore *self)
{
  return self->notice;
}

/**
 * xyb_store_set_operator:
 * @name: (nullable): who is at the keyboard; %NULL or "" changes nothing
 *
 * The name stands in every following revision; at first it is the name of the system's user.
 */
void
xyb_store_set_operator (XybStore *self, const char *name)
{
  if (name == NULL || name[0] == '\0' || name == self->operator_name)
    return;
  g_free (self->operator_name);
  self->operator_name = g_strdup (name);
}

const char *
xyb_store_get_operator (XybStore *self)
{
  return self->operator_name;
}

sqlite3 *
xyb_store_get_db (XybStore *self)
{
  return self->db;
}

/**
 * xyb_store_new_id:
 *
 * Returns: the id of a new record: sorts by time, and two workstations do not collide (DESIGN §4)
 */
gint64
xyb_store_new_id (XybStore *self)
{
  return xyb_store_hub_new_id (self->hub);
}

/* Prepared once; reset and without bindings of the last time. */
sqlite3_stmt *
xyb_store_get_cached (XybStore *self, XybCached which, GError **error)
{
  int result;

  if (self->cached[which] != NULL)
    {
      sqlite3_reset (self->cached[which]);
      return self->cached[which];
    }
  result = sqlite3_prepare_v3 (self->db, cached_sql[which], -1, SQLITE_PREPARE_PERSISTENT,
                               &self->cached[which], NULL);
  if (result != SQLITE_OK)
    xyb_store_take_error (self, result, error);
  return self->cached[which];
}
