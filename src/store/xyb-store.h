/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One office file (DESIGN §4). One XybStore holds one connection and belongs to one thread; a
 * worker opens its own with xyb_store_open_again(). Nobody outside src/store/ sees SQLite. */

#define XYB_TYPE_STORE (xyb_store_get_type ())
G_DECLARE_FINAL_TYPE (XybStore, xyb_store, XYB, STORE, GObject)

typedef enum
{
  XYB_STORE_OPEN_DEFAULT = 0,
  XYB_STORE_OPEN_READ_ONLY = 1 << 0,
  /* Where another program has it: open read-only instead of refusing; xyb_store_get_notice(). */
  XYB_STORE_OPEN_FALL_BACK = 1 << 1,
  /* Leave the integrity check to xyb_store_check(), which the window runs behind its first frame. */
  XYB_STORE_OPEN_SKIP_CHECK = 1 << 2
} XybStoreOpenFlags;

char *xyb_store_default_path (void);
gboolean xyb_store_is_office (const char *path); /* by its bytes, whatever it is called */

XybStore *xyb_store_create (const char *path, GError **error);
XybStore *xyb_store_open (const char *path, XybStoreOpenFlags flags, GError **error);
XybStore *xyb_store_open_again (XybStore *self, GError **error);

const char *xyb_store_get_path (XybStore *self);
gboolean xyb_store_is_read_only (XybStore *self);
const char *xyb_store_get_notice (XybStore *self);
gboolean xyb_store_check (XybStore *self, GError **error);

/* Who is at the keyboard; stands in the log. */
void xyb_store_set_operator (XybStore *self, const char *name);
const char *xyb_store_get_operator (XybStore *self);
const char *xyb_store_account_name (void); /* who it is when nobody has said */

/* ---- revisions ---- */

typedef gboolean (*XybStoreEditFunc) (XybStore *self, gpointer user_data, GError **error);

/* The only way to write: one transaction, one session, one revision with @label. Nested calls join
 * the outer edit. Nothing changed: no revision, returns TRUE. On FALSE the file is as it was. */
gboolean xyb_store_edit (XybStore *self,
                         const char *label,
                         XybStoreEditFunc func,
                         gpointer user_data,
                         GError **error);

typedef enum
{
  XYB_REVISION_EDIT = 1,
  XYB_REVISION_UNDO = 2,
  XYB_REVISION_REDO = 3,
  XYB_REVISION_BARRIER = 4 /* creation, presets, migration, restore: undo stops here */
} XybRevisionKind;

/* One field of one record in a revision, readable: 周市镇 贯标企业数 8 → 9. */
typedef struct
{
  char *table;     /* 指标分解 */
  char *record;    /* 2020年 周市镇 */
  char *field;     /* 贯标企业数; NULL for a whole record added or removed without fields */
  char *old_value; /* NULL: not said, or the record is new */
  char *new_value; /* NULL: not said, or the record is gone */
  char operation;  /* '+' added, '-' removed, '~' changed */
  const char *table_name; /* static: quota */
  gint64 record_id;
} XybChange;

typedef struct
{
  gint64 id;
  XybRevisionKind kind;
  char *time;     /* local time, YYYY-MM-DD HH:MM:SS */
  char *operator_name;
  char *label;
  gint64 target;  /* the edit an undo takes back or a redo does again, else 0 */
  gint64 records; /* records touched */
  gboolean undone;
  GPtrArray *changes; /* of XybChange, at most 2,000; NULL unless asked for */
} XybRevision;

void xyb_change_free (XybChange *self);
void xyb_revision_free (XybRevision *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybRevision, xyb_revision_free)

GPtrArray *xyb_store_list_revisions (XybStore *self,
                                     guint max,
                                     gint64 before_id,
                                     gboolean with_changes,
                                     GError **error);
/* Every revision that touched one record of one table, latest first, with changes: 历史. */
GPtrArray *xyb_store_list_record_history (
  XybStore *self, const char *table, gint64 record_id, guint max, GError **error);

/* What undo and redo would do now: the label, or NULL. */
char *xyb_store_peek_undo (XybStore *self);
char *xyb_store_peek_redo (XybStore *self);
gboolean xyb_store_undo (XybStore *self, char **out_label, GError **error);
gboolean xyb_store_redo (XybStore *self, char **out_label, GError **error);

typedef void (*XybStoreProgressFunc) (guint done, guint total, gpointer user_data);

/* 从这里撤销: every edit since and including @revision_id that is not undone, latest first. */
GPtrArray *xyb_store_list_undo_back_to (XybStore *self, gint64 revision_id, GError **error);
/* All of them or none, as one act, an undo revision each. */
gboolean xyb_store_undo_back_to (XybStore *self,
                                 gint64 revision_id,
                                 XybStoreProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 guint *out_count,
                                 GError **error);
/* The way back: every edit undone since the last new one, up to and including @revision_id. */
gboolean xyb_store_redo_up_to (XybStore *self,
                               gint64 revision_id,
                               XybStoreProgressFunc progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               guint *out_count,
                               GError **error);

/* ---- backup and restore ---- */

typedef struct
{
  char *path;
  char *time;   /* when it was made */
  gint64 sequence;
  gint64 bytes;
  char *reason; /* 每日, 升级前, 恢复前, 手动 */
} XybBackup;

void xyb_backup_free (XybBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybBackup, xyb_backup_free)

gboolean xyb_store_backup (XybStore *self,
                           const char *path,
                           gboolean overwrite,
                           XybStoreProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error);
/* The automatic one: does nothing when nothing changed since the last; one a day is kept. */
gboolean xyb_store_backup_daily (XybStore *self, GCancellable *cancellable, char **out_path, GError **error);
/* One more in the folder beside the office, 手动; never deleted by the program. */
gboolean xyb_store_backup_now (XybStore *self,
                               XybStoreProgressFunc progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               char **out_path,
                               GError **error);
char *xyb_store_dup_backup_folder (const char *office_path);
GPtrArray *xyb_store_list_backups (const char *office_path, GError **error);
gboolean xyb_store_verify_backup (const char *backup_path, GError **error);

/* What a trial restore found in a backup. */
typedef struct
{
  gint64 enterprises;
  gint64 plans;     /* years that have one */
  gint64 revisions;
  char *last_label; /* the last thing done in it */
  char *last_time;  /* YYYY-MM-DD HH:MM:SS */
} XybBackupReport;

void xyb_backup_report_clear (XybBackupReport *self);
char *xyb_backup_report_sentence (const XybBackupReport *self);
/* Restores a copy in a temporary folder and looks over it; never touches an office. */
gboolean
xyb_store_test_restore (const char *backup_path, XybBackupReport *out_report, GError **error);

/* Replaces the office file at @path (which must not be open here) by the verified backup; the old one
 * becomes a backup first. */
gboolean xyb_store_restore (const char *path,
                            const char *backup_path,
                            const char *operator_name,
                            GError **error);

/**
 * XybStore::changed:
 * @tables: (array of char*) NULL-terminated names of the tables touched by a commit, an undo, a redo;
 *   empty when another connection of this program wrote
 */

G_END_DECLS
