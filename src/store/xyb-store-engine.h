/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-office-file.h"
#include "xyb-office-lock.h"
#include "xyb-store-hub.h"
#include "xyb-store-private.h"

G_BEGIN_DECLS

/* The inside of XybStore, for the files that make it up: xyb-store.c, xyb-store-create.c,
 * xyb-store-open.c, xyb-store-check.c, xyb-revision.c, xyb-journal.c, xyb-undo.c, xyb-log.c,
 * xyb-migration.c, xyb-backup.c, xyb-backup-list.c, xyb-restore.c. */

/* Statements the engine runs at every edit, prepared once. */
typedef enum
{
  XYB_CACHED_BEGIN,
  XYB_CACHED_COMMIT,
  XYB_CACHED_ROLLBACK,
  XYB_CACHED_SAVEPOINT,
  XYB_CACHED_RELEASE,
  XYB_CACHED_NEXT_REVISION,
  XYB_CACHED_ADD_REVISION,
  XYB_CACHED_ADD_PART,
  XYB_CACHED_ADD_RECORD,
  XYB_CACHED_LAST_LABEL,
  XYB_CACHED_NAME_OWNER,
  XYB_N_CACHED
} XybCached;

#define XYB_N_TRACKED 41

struct _XybStore
{
  GObject parent_instance;

  XybStoreHub *hub; /* what all connections of this program to this file share */
  char *path;
  char *notice;
  char *operator_name;
  gboolean read_only;
  XybFileSystem file_system;

  sqlite3 *db;
  GHashTable *idle_statements; /* SQL → sqlite3_stmt nobody uses now */
  sqlite3_stmt *cached[XYB_N_CACHED];
  sqlite3_stmt *labels[XYB_N_TRACKED];
  guint edit_depth;
  gpointer series; /* what xyb_store_edit_series() has touched so far, while it runs */
  int schema_version;
};

/* Where xyb_stmt_release() puts the statements of a connection; NULL: nowhere. */
void xyb_db_set_idle_statements (sqlite3 *db, GHashTable *idle);
const char *xyb_default_operator (void);
sqlite3_stmt *xyb_store_get_cached (XybStore *self, XybCached which, GError **error);

/* ---- xyb-store-create.c ---- */

gboolean xyb_db_add_barrier (
  sqlite3 *db, const char *path, const char *label, const char *operator_name, GError **error);

/* ---- xyb-store-open.c ---- */

/* One step of the ladder: the statements that lead from version - 1 to version. */
typedef struct
{
  int version;
  const char *sql;
} XybMigration;

/* The ladder of this program ends at @version, and its steps are sql/schema-N.sql; tests climb some
 * of their own above them. */
typedef struct
{
  int version;
  const XybMigration *steps;
  guint n_steps;
} XybLadder;

XybStore *xyb_store_open_with_ladder (const char *path,
                                      XybStoreOpenFlags flags,
                                      const XybLadder *ladder,
                                      GError **error);
/* Without lock and check, for who holds the lock already. */
XybStore *xyb_store_open_unlocked (const char *path, GError **error);
gboolean xyb_store_migrate (XybStore *self, int from, const XybLadder *ladder, GError **error);
/* The statements of sql/schema-N.sql. */
GBytes *xyb_store_load_schema (int version, GError **error);
void xyb_db_harden (sqlite3 *db);
#define XYB_STORE_USUAL_CACHE "PRAGMA cache_size = -16384" /* KiB */
/* A large edit goes back and forth over its own pages: in the usual cache it would write most of them
 * several times. More than this is of no use to a hundred thousand records. */
#define XYB_STORE_LARGE_EDIT 5000
#define XYB_STORE_LARGE_CACHE "PRAGMA cache_size = -49152" /* KiB */

/* ---- xyb-store-check.c ---- */

gboolean xyb_store_quick_check (XybStore *self, GError **error);
gboolean xyb_store_check_records (XybStore *self, GError **error); /* the office file alone */
gboolean xyb_db_check (sqlite3 *db, const char *path, const char *pragma, GError **error);
gboolean xyb_db_check_references (sqlite3 *db, const char *path, GError **error);

/* ---- xyb-revision.c ---- */

extern const char *const xyb_tracked_tables[XYB_N_TRACKED]; /* children before parents */

gboolean xyb_store_edit_as (XybStore *self,
                            XybRevisionKind kind,
                            gint64 target,
                            const char *label,
                            XybStoreEditFunc func,
                            gpointer user_data,
                            GError **error);
gboolean
xyb_store_edit_series (XybStore *self, XybStoreEditFunc func, gpointer user_data, GError **error);
gboolean xyb_store_edit_step (XybStore *self,
                              XybRevisionKind kind,
                              gint64 target,
                              const char *label,
                              XybStoreEditFunc func,
                              gpointer user_data,
                              GError **error);
int xyb_tracked_table_index (const char *table);

/* ---- xyb-journal.c: changesets as they are stored ---- */

typedef struct _XybChangeset XybChangeset;

void xyb_changeset_free (XybChangeset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybChangeset, xyb_changeset_free)

typedef void (*XybRecordFunc) (sqlite3_changeset_iter *iter,
                               const char *table,
                               int op,
                               gint64 record_id,
                               gpointer user_data);
XybChangeset *xyb_changeset_record (XybStore *store,
                                    sqlite3_session *session,
                                    XybRecordFunc func,
                                    gpointer user_data,
                                    GError **error);
gboolean xyb_changeset_is_empty (XybChangeset *self);
char *xyb_changeset_checksum (XybChangeset *self);
gboolean
xyb_changeset_save (XybChangeset *self, XybStore *store, gint64 revision_id, GError **error);
/* Refuses a changeset whose checksum is wrong, before anything is parsed. */
XybChangeset *xyb_changeset_load (XybStore *store, gint64 revision_id, GError **error);

typedef struct _XybChangesetReader XybChangesetReader;

XybChangesetReader *xyb_changeset_reader_new (XybChangeset *changeset); /* borrowed */
void xyb_changeset_reader_free (XybChangesetReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybChangesetReader, xyb_changeset_reader_free)
int xyb_changeset_reader_read (void *reader, void *data, int *length);

typedef gboolean (*XybChangesetFunc) (sqlite3_changeset_iter *iter,
                                      const char *table,
                                      int op,
                                      gint64 record_id,
                                      gpointer user_data,
                                      GError **error);
gboolean xyb_changeset_walk (XybChangeset *self,
                             XybStore *store,
                             XybChangesetFunc func,
                             gpointer user_data,
                             GError **error);
gint64 xyb_changeset_record_id (sqlite3_changeset_iter *iter, int op);

/* ---- xyb-field-names.c ---- */

/* SQL that gives the readable name of the record :id; NULL for a table it does not know. */
const char *xyb_field_names_label_sql (const char *table);
/* Column whose old value names a removed record, or -1: then the journal's last label does. */
int xyb_field_names_own_label (const char *table);
const char *xyb_field_names_column (const char *table, int column);
/* Whether the records of a table are left out of the log: undo has them all the same. */
gboolean xyb_field_names_is_silent (const char *table);
gboolean xyb_field_names_is_quiet (const char *table, int column);
gboolean xyb_field_names_is_money_unit (const char *table, int column);
char *xyb_field_names_format (
  XybStore *store, const char *table, int column, sqlite3_value *value, gint64 money_unit);
char *xyb_record_label (
  XybStore *self, const char *table, gint64 record_id, sqlite3_value *own, GError **error);
char *xyb_record_last_label (XybStore *self, const char *table, gint64 record_id);
gint64 xyb_setting_record_id (const char *key);

/* ---- xyb-log.c ---- */

/* Whether the edit r.id is undone: what the latest undo or redo of it did. */
#define XYB_REVISION_UNDONE                                                                        \
  "r.kind = 1 AND coalesce((SELECT t.kind FROM revision AS t WHERE t.target = r.id"                \
  " AND t.id > r.id ORDER BY t.id DESC LIMIT 1), 0) = 2"
#define XYB_REVISION_COLUMNS                                                                       \
  "r.id, r.kind, r.time, r.operator, r.label, coalesce(r.target, 0), r.records,"                   \
  " " XYB_REVISION_UNDONE
GPtrArray *xyb_log_read_revisions (XybStore *self, sqlite3_stmt *stmt, GError **error);
gboolean xyb_log_fill_changes (XybStore *self, XybRevision *revision, GError **error);
/* What happened to one record after the last revision that touched another, earliest first. */
GPtrArray *xyb_log_list_since (XybStore *self,
                               const char *table,
                               gint64 record_id,
                               const char *after_table,
                               gint64 after_id,
                               GError **error);

/* ---- xyb-undo.c ---- */

/* xyb_store_edit_as() for a step by itself, xyb_store_edit_step() inside a series. */
typedef gboolean (*XybUndoEdit) (XybStore *self,
                                 XybRevisionKind kind,
                                 gint64 target,
                                 const char *label,
                                 XybStoreEditFunc func,
                                 gpointer user_data,
                                 GError **error);
/* One step back or forth, written by @edit; the sentence names what is in the way. */
gboolean xyb_undo_step (XybStore *self,
                        gint64 revision_id,
                        gboolean invert,
                        XybUndoEdit edit,
                        GError **error);

/* Undo of one revision anywhere in the history; conflicts with what came later refuse. */
gboolean xyb_store_undo_revision (XybStore *self, gint64 revision_id, GError **error);

/* ---- xyb-backup.c ---- */

#define XYB_BACKUP_FOLDER_ENDING ".backups"
char *xyb_backup_folder (const char *office_path);
char *xyb_backup_name (const char *office_path, gint64 sequence, const char *reason);
char *xyb_backup_next_path (const char *office_path, const char *reason, GError **error);
/* The next backup of @self in its folder, named by sequence, time and @reason. */
gboolean xyb_store_backup_into_folder (
  XybStore *self, const char *reason, GCancellable *cancellable, char **out_path, GError **error);
gboolean xyb_backup_is_current (XybStore *self, const char *reason);
GPtrArray *xyb_backup_select_outdated (GPtrArray *backups); /* of XybBackup, borrowed */

/* ---- xyb-attachment-store.c ---- */

char *xyb_attachments_folder (const char *office_path);
gboolean xyb_attachments_carry (sqlite3 *db,
                                const char *from_path,
                                const char *to_path,
                                GPtrArray *made,
                                GCancellable *cancellable,
                                GError **error);
void xyb_attachments_take_back (GPtrArray *made);

#define XYB_BACKUP_REASON_DAILY "每日"
#define XYB_BACKUP_REASON_MIGRATION "升级前"
#define XYB_BACKUP_REASON_RESTORE "恢复前"
#define XYB_BACKUP_REASON_MANUAL "手动"

G_END_DECLS
