/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The session functions of sqlite3.h are declared only when asked for. */
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION 1
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif
#include <sqlite3.h>

#include "xyb-store-error.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* For the files of src/store/ and its tests only. */

/* “XYBO” in the header of every office file; user_version is the schema's version. */
#define XYB_STORE_APPLICATION_ID 0x5859424f
#define XYB_STORE_SCHEMA_VERSION 5
#define XYB_STORE_RESOURCE_DIR "/io/github/xinyongban/Desk/store/"

/* g_autoptr (sqlite3_stmt) gives a statement of xyb_store_prepare() back to its store, which keeps
 * it for the next time: preparing takes longer than running. sqlite3_finalize() is right as well.
 */
void xyb_stmt_release (sqlite3_stmt *stmt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, xyb_stmt_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)

GResource *xyb_store_get_resource (void); /* generated */

sqlite3 *xyb_store_get_db (XybStore *self);

/* 63 bits: milliseconds since 2020 shifted left 21, plus random bits (DESIGN §4). */
gint64 xyb_store_new_id (XybStore *self);

/* As xyb_store_edit(), but undo stops here: presets, migration, restore. */
gboolean xyb_store_edit_barrier (XybStore *self,
                                 const char *label,
                                 XybStoreEditFunc func,
                                 gpointer user_data,
                                 GError **error);

/* ---- xyb-statement.c ---- */

/* The one place that prepares, steps and reports. @sql is a literal with named bindings. */
sqlite3_stmt *xyb_store_prepare (XybStore *self, const char *sql, GError **error);
gboolean xyb_store_step (XybStore *self, sqlite3_stmt *stmt, gboolean *out_row, GError **error);
gboolean xyb_store_run (XybStore *self, sqlite3_stmt *stmt, GError **error); /* expects no row */
gboolean xyb_store_exec (XybStore *self, const char *sql, GError **error);   /* literals only */
gboolean xyb_store_query_int (XybStore *self, const char *sql, gint64 *out_value, GError **error);
void xyb_store_take_error (XybStore *self, int result, GError **error);
gboolean xyb_db_exec (sqlite3 *db, const char *path, const char *sql, GError **error);
void xyb_db_take_error (sqlite3 *db, const char *path, int result, GError **error);

int xyb_stmt_index (sqlite3_stmt *stmt, const char *name);
void xyb_stmt_bind_int (sqlite3_stmt *stmt, const char *name, gint64 value);
void xyb_stmt_bind_int_or_null (sqlite3_stmt *stmt,
                                const char *name,
                                gint64 value);                           /* XYB_UNSAID → NULL */
void xyb_stmt_bind_id (sqlite3_stmt *stmt, const char *name, gint64 id); /* 0 → NULL */
void
xyb_stmt_bind_text (sqlite3_stmt *stmt, const char *name, const char *value); /* NULL, "" → NULL */
char *xyb_stmt_dup_text (sqlite3_stmt *stmt, int column);                     /* NULL → NULL */
gint64 xyb_stmt_int_or_unsaid (sqlite3_stmt *stmt, int column);

/* ---- xyb-field-names.c: what the log calls a table, a field, a record, a value ---- */

const char *xyb_field_names_table (const char *table);
const char *xyb_field_names_field (const char *table, const char *column);

/* ---- xyb-search-index.c ---- */

/* Derived rows of enterprise_search, refreshed inside the edit's transaction for
 * the enterprises a changeset touched; a vanished enterprise loses its row. */
gboolean xyb_search_index_add (XybStore *self,
                               const gint64 *enterprise_ids,
                               gsize n_ids,
                               GError **error); /* all of them new */
gboolean xyb_search_index_refresh (XybStore *self,
                                   const gint64 *enterprise_ids,
                                   gsize n_ids,
                                   GError **error);
gboolean xyb_search_index_rebuild (XybStore *self, GError **error);
/* Rebuilds where the rows were made by another version of ICU; when an office is opened to write.
 */
gboolean xyb_search_index_ensure (XybStore *self, GError **error);

G_END_DECLS
