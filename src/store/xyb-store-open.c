/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-i18n.h"
#include "xyb-store-engine.h"

/* How a store comes to its office file: opened, opened again by a worker; and every way that is
 * refused. Whatever is refused stays byte for byte. */

/* Writers of one program wait for each other; nobody else writes. */
#define BUSY_TIMEOUT_MS 15000

static const XybLadder own_ladder = { XYB_STORE_SCHEMA_VERSION, NULL, 0 };

/* temp_store stays as it is: with MEMORY every statement inside a savepoint walks the whole
 * sub-journal, and undoing an import of 100,000 records takes minutes. */
static const char *const connection_sql
  = "PRAGMA trusted_schema = OFF;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA synchronous = FULL;" /* WAL + NORMAL lost acknowledged commits (PROVEN) */
    "PRAGMA journal_size_limit = 67108864;";

/* After the check at opening, which reads every page once: it watches cells by itself, and a large
 * cache would only make it slower. */
static const char *const working_sql = "PRAGMA cell_size_check = ON;" XYB_STORE_USUAL_CACHE;

/* Nothing in a file may make this connection do more than read and write records. */
void
xyb_db_harden (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);
}

/* No lock of its own: a connection is one thread's (DESIGN §4), and taking it costs a large import a
 * twentieth. */
#define CONNECTION_FLAGS (SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX)

static gboolean
connect_db (XybStore *self, int flags, GError **error)
{
  int result = sqlite3_open_v2 (self->path, &self->db, flags | CONNECTION_FLAGS, NULL);

  if (result == SQLITE_OK)
    {
      xyb_db_harden (self->db);
      xyb_db_set_idle_statements (self->db, self->idle_statements);
      return xyb_store_exec (self, connection_sql, error);
    }
  xyb_db_take_error (self->db, self->path, result, error);
  g_clear_pointer (&self->db, sqlite3_close_v2);
  return FALSE;
}

/* What a killed program left in a rollback journal can only be taken back by somebody who writes.
 * SQLite looks whether the journal really is a dead program's; a living one's is left alone. */
static void
roll_back_left_journal (const char *path)
{
  sqlite3 *db = NULL;

  if (!xyb_office_file_has_remains (path, "-journal") || !xyb_office_file_is_writable (path, NULL))
    return;
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL) == SQLITE_OK)
    {
      xyb_db_harden (db);
      sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      /* Where it fails the opening that follows says why. */
      sqlite3_exec (db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    }
  sqlite3_close_v2 (db);
}

/* A WAL file on a medium nobody can write to has nowhere to put its index. Without a journal beside
 * it the file is complete, and is read as something that cannot change. That we may not write does
 * not mean that nobody does: a colleague may have it open on a share. */
static gboolean
connect_read_only (XybStore *self, GError **error)
{
  gint64 tables;

  roll_back_left_journal (self->path);
  if (xyb_office_file_is_writable (self->path, NULL) || xyb_office_file_may_be_shared (self->path))
    return connect_db (self, SQLITE_OPEN_READONLY, error)
           && xyb_store_query_int (self, "SELECT count(*) FROM sqlite_schema", &tables, error);
  self->db = xyb_office_file_open_immutable (self->path, error);
  if (self->db == NULL)
    return FALSE;
  xyb_db_harden (self->db);
  xyb_db_set_idle_statements (self->db, self->idle_statements);
  return xyb_store_exec (self, connection_sql, error);
}

/* On a network share the log's shared memory would not be shared: rollback journal (DESIGN §4). A
 * file that comes from a local disk as WAL is turned round alone, which needs no shared memory. */
static gboolean
connect_for_writing (XybStore *self, GError **error)
{
  return connect_db (self, SQLITE_OPEN_READWRITE, error)
         && (self->file_system == XYB_FILE_SYSTEM_LOCAL
             || xyb_store_exec (self, "PRAGMA locking_mode = EXCLUSIVE", error));
}

static gboolean
set_journal_mode (XybStore *self, GError **error)
{
  if (self->file_system == XYB_FILE_SYSTEM_LOCAL)
    return xyb_store_exec (self, "PRAGMA journal_mode = WAL", error);
  return xyb_store_exec (self,
                         "PRAGMA journal_mode = DELETE;"
                         "PRAGMA locking_mode = NORMAL;"
                         "SELECT count(*) FROM sqlite_schema;",
                         error);
}

static void
add_notice (XybStore *self, const char *sentence)
{
  char *joined
    = self->notice != NULL ? g_strconcat (self->notice, sentence, NULL) : g_strdup (sentence);

  g_free (self->notice);
  self->notice = joined;
}

static void
note_network (XybStore *self)
{
  g_autofree char *shown = g_filename_display_basename (self->path);
  g_autofree char *sentence = NULL;

  if (self->file_system != XYB_FILE_SYSTEM_NETWORK)
    return;
  sentence = g_strdup_printf (
    _ ("「%s」在网络共享上，断网可能损坏数据，也会慢一些；建议放在本机磁盘，用备份来传递。"),
    shown);
  add_notice (self, sentence);
}

/* Takes the lock, or finds that this opening only reads. */
static gboolean
decide_access (XybStore *self, XybStoreOpenFlags flags, XybOfficeLock **out_lock, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *sentence = NULL;

  self->read_only = (flags & XYB_STORE_OPEN_READ_ONLY) != 0;
  if (self->read_only)
    return TRUE;
  if (xyb_office_file_is_writable (self->path, &local))
    *out_lock = xyb_office_lock_take (self->path, &local);
  if (*out_lock != NULL)
    {
      if (!xyb_office_lock_is_held (*out_lock))
        add_notice (self, _ ("这个位置不支持加锁，请确认没有别人同时打开这份办公数据。"));
      return TRUE;
    }
  if ((flags & XYB_STORE_OPEN_FALL_BACK) == 0
      || !(g_error_matches (local, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED)
           || g_error_matches (local, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY)))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  sentence = g_strdup_printf (_ ("%s现在只能看，不能改。"), local->message);
  add_notice (self, sentence);
  self->read_only = TRUE;
  return TRUE;
}

/* Tables that came with a later version of the schema than the first. */
static const struct
{
  const char *table;
  int version;
} later_tables[] = {
  { "returned_file", 2 },
  { "returned_sheet", 2 },
  { "nomination_origin", 2 },
  { "return_decision", 2 },
  { "head_spelling", 2 },
  { "scheme", 3 },
  { "scheme_indicator", 3 },
  { "scheme_tier", 3 },
  { "scheme_note", 3 },
  { "scheme_unit", 3 },
  { "scheme_exclusion", 3 },
  { "assessment_mark", 3 },
  { "explanation", 3 },
  { "assessment_settlement", 3 },
  { "assessment_snapshot", 3 },
  { "plan_stage", 4 },
  { "progress", 4 },
  { "progress_stage", 4 },
  { "progress_move", 4 },
  { "progress_condition", 4 },
  { "progress_step", 4 },
  { "progress_training", 4 },
  { "progress_material", 4 },
  { "service_provider", 4 },
  { "contract", 4 },
  { "award", 4 },
};

static gboolean
is_table_of (int version, const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (later_tables); i++)
    if (g_str_equal (later_tables[i].table, table))
      return later_tables[i].version <= version;
  return TRUE;
}

/* @version is the file's own, before it climbs. */
static gboolean
check_tables (XybStore *self, int version, GError **error)
{
  gint64 present;
  gint64 expected = 4;
  g_autoptr (GString) sql = g_string_new ("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                                          " AND name IN ('revision', 'revision_part',"
                                          " 'revision_record', 'enterprise_search'");

  for (guint i = 0; i < XYB_N_TRACKED; i++)
    if (is_table_of (version, xyb_tracked_tables[i]))
      {
        g_string_append_printf (sql, ", '%s'", xyb_tracked_tables[i]);
        expected++;
      }
  g_string_append (sql, ")");
  if (!xyb_store_query_int (self, sql->str, &present, error))
    return FALSE;
  if (present != expected)
    {
      g_autofree char *shown = g_filename_display_name (self->path);

      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED,
                   _ ("「%s」已损坏，缺少数据表，请从备份恢复。"), shown);
    }
  return present == expected;
}

/* Ids go on rising where the clock went back: one that starts before 2020 gives every program the
 * same few numbers. */
static gboolean
note_ids (XybStore *self, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT max(id) FROM (SELECT 0 AS id");
  gint64 last;

  for (guint i = 0; i < XYB_N_TRACKED; i++)
    if (!g_str_equal (xyb_tracked_tables[i], "setting"))
      g_string_append_printf (sql, " UNION ALL SELECT max(id) FROM %s", xyb_tracked_tables[i]);
  g_string_append (sql, ")");
  if (!xyb_store_query_int (self, sql->str, &last, error))
    return FALSE;
  xyb_store_hub_note_id (self->hub, last);
  return TRUE;
}

/* On a full disk the register can still be read and exported, merely not in its right order. */
static gboolean
refresh_derived (XybStore *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (xyb_search_index_ensure (self, &local))
    return TRUE;
  if (g_error_matches (local, XYB_STORE_ERROR, XYB_STORE_ERROR_NO_SPACE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The version once more: the header of the file may be older than the log beside it. */
static gboolean
check_version (XybStore *self, const XybLadder *ladder, int *out_version, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->path);
  gint64 version;

  if (!xyb_store_query_int (self, "PRAGMA user_version", &version, error))
    return FALSE;
  *out_version = (int) version;
  if (version > ladder->version)
    g_set_error (
      error, XYB_STORE_ERROR, XYB_STORE_ERROR_NEWER,
      _ ("「%s」由更新的程序保存（数据格式第 %d 版，本程序只认到第 %d 版），请先升级程序。"), shown,
      (int) version, ladder->version);
  else if (version < 1)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED,
                 _ ("「%s」已损坏，没有数据格式版本，请从备份恢复。"), shown);
  else if (version < ladder->version && self->read_only)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY,
                 _ ("「%s」由旧版程序保存，需要先升级，不能以只读方式打开；请以可写方式打开一次。"),
                 shown);
  else
    return TRUE;
  return FALSE;
}

static gboolean
prepare_connection (XybStore *self,
                    XybStoreOpenFlags flags,
                    const XybLadder *ladder,
                    GError **error)
{
  /* Looked at before SQLite makes one: what is refused must not lose its log. */
  gboolean had_log = xyb_office_file_has_remains (self->path, "-wal");
  int version = 0;

  if (!(self->read_only ? connect_read_only (self, error) : connect_for_writing (self, error)))
    return FALSE;
  if (had_log)
    sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!check_version (self, ladder, &version, error)
      || !((flags & XYB_STORE_OPEN_SKIP_CHECK) || xyb_store_quick_check (self, error))
      || !xyb_store_exec (self, working_sql, error) || !check_tables (self, version, error))
    return FALSE;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  if (self->read_only)
    return TRUE;
  return set_journal_mode (self, error)
         && (version == ladder->version || xyb_store_migrate (self, version, ladder, error))
         && note_ids (self, error) && refresh_derived (self, error);
}

XybStore *
xyb_store_open_unlocked (const char *path, GError **error)
{
  g_autoptr (XybStore) self = g_object_new (XYB_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->hub = xyb_store_hub_new (NULL);
  self->file_system = xyb_office_file_system (path);
  if (!connect_for_writing (self, error))
    return NULL;
  xyb_store_hub_join (self->hub, self);
  return g_steal_pointer (&self);
}

/* xyb_store_open() with another ladder of migrations: for tests. */
XybStore *
xyb_store_open_with_ladder (const char *path,
                            XybStoreOpenFlags flags,
                            const XybLadder *ladder,
                            GError **error)
{
  g_autoptr (XybStore) self = g_object_new (XYB_TYPE_STORE, NULL);
  XybOfficeLock *lock = NULL;
  int version = 0;

  self->path = xyb_office_file_resolve (path, error);
  if (self->path == NULL || !xyb_office_file_probe (self->path, ladder->version, &version, error)
      || !decide_access (self, flags, &lock, error))
    return NULL;
  self->hub = xyb_store_hub_new (lock);
  self->file_system = xyb_office_file_system (self->path);
  note_network (self);
  if (!prepare_connection (self, flags, ladder, error))
    return NULL;
  self->schema_version = ladder->version;
  xyb_store_hub_join (self->hub, self);
  return g_steal_pointer (&self);
}

/**
 * xyb_store_open:
 * @path: an office file
 * @flags: how
 * @error: NOT_FOUND, NOT_OFFICE (foreign, empty), NEWER, DAMAGED, READ_ONLY, LOCKED of
 *   %XYB_STORE_ERROR, each with one sentence
 *
 * Opens @path for this program alone; another program may read meanwhile. An older file is brought
 * to the present schema, after a backup. A refused file stays as it was.
 *
 * Returns: (transfer full): the store, or %NULL
 */
XybStore *
xyb_store_open (const char *path, XybStoreOpenFlags flags, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return xyb_store_open_with_ladder (path, flags, &own_ladder, error);
}

/**
 * xyb_store_is_office:
 * @path: a file
 *
 * Reads the head of @path and nothing else. A file of a newer program, or a damaged one, is an
 * office too: opening it says what is wrong.
 *
 * Returns: whether it is an office file
 */
gboolean
xyb_store_is_office (const char *path)
{
  g_autofree char *resolved = NULL;
  int version;

  g_return_val_if_fail (path != NULL, FALSE);

  resolved = xyb_office_file_resolve (path, NULL);
  return resolved != NULL && xyb_office_file_probe (resolved, G_MAXINT, &version, NULL);
}

/**
 * xyb_store_open_again:
 * @self: an open store, of any thread
 * @error: %XYB_STORE_ERROR
 *
 * A second connection for a worker thread; shares the lock, the operator and whether it may write.
 * The office stays locked until the last of them is gone.
 *
 * Returns: (transfer full): the store of the calling thread
 */
XybStore *
xyb_store_open_again (XybStore *self, GError **error)
{
  g_autoptr (XybStore) other = NULL;

  g_return_val_if_fail (XYB_IS_STORE (self), NULL);

  other = g_object_new (XYB_TYPE_STORE, NULL);
  other->hub = xyb_store_hub_ref (self->hub);
  other->path = g_strdup (self->path);
  other->notice = g_strdup (self->notice);
  other->read_only = self->read_only;
  other->file_system = self->file_system;
  other->schema_version = self->schema_version;
  xyb_store_set_operator (other, self->operator_name);
  if (!(other->read_only ? connect_read_only (other, error)
                         : connect_db (other, SQLITE_OPEN_READWRITE, error))
      || !xyb_store_exec (other, working_sql, error))
    return NULL;
  xyb_store_hub_join (other->hub, other);
  return g_steal_pointer (&other);
}
