/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "xyb-store-engine.h"

/* A folder of its own for every test, and ways to look at an office file from outside. */

typedef struct
{
  char *folder;
  char *path; /* office.xyb in it, not made yet */
} Fixture;

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("xyb-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "office.xyb", NULL);
}

static inline void
fixture_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_chmod (path, 0700);
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        fixture_remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline int
fixture_compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in a folder, sorted, one a line. */
static inline char *
fixture_list (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GString *list = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, fixture_compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s\n", (const char *) g_ptr_array_index (names, i));
  return g_string_free (list, FALSE);
}

static inline XybStore *
fixture_create (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  XybStore *store = xyb_store_create (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static inline XybStore *
fixture_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  XybStore *store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static inline gboolean
fixture_run_sql (XybStore *store, gpointer sql, GError **error)
{
  return xyb_store_exec (store, sql, error);
}

static inline void
fixture_edit (XybStore *store, const char *label, const char *sql)
{
  g_autoptr (GError) error = NULL;

  xyb_store_edit (store, label, fixture_run_sql, (gpointer) sql, &error);
  g_assert_no_error (error);
}

static inline gint64
fixture_query (XybStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  xyb_store_query_int (store, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static inline void
fixture_dump_table (XybStore *store, const char *table, GString *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, NULL);

  g_assert_nonnull (stmt);
  g_string_append_printf (dump, "%s\n", table);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      {
        const char *blob;

        g_string_append_printf (dump, "%d:", sqlite3_column_type (stmt, i));
        blob = sqlite3_column_blob (stmt, i);
        g_string_append_len (dump, blob != NULL ? blob : "", sqlite3_column_bytes (stmt, i));
        g_string_append_c (dump, i + 1 < sqlite3_column_count (stmt) ? '\t' : '\n');
      }
}

/* Every byte of every tracked table, and of what is derived from them. */
static inline char *
fixture_dump (XybStore *store)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < XYB_N_TRACKED; i++)
    fixture_dump_table (store, xyb_tracked_tables[i], dump);
  fixture_dump_table (store, "enterprise_search", dump);
  return g_string_free (dump, FALSE);
}

static inline void
fixture_write (const char *path, const void *data, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

static inline char *
fixture_read (const char *path, gsize *out_length)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_file_get_contents (path, &data, out_length, &error);
  g_assert_no_error (error);
  return data;
}

/* One sentence for a clerk: Chinese, ends as a sentence, names what it is about. */
static inline void
fixture_assert_sentence (const GError *error, const char *names)
{
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, names));
  g_assert_true (g_str_has_suffix (error->message, "。"));
  g_assert_null (strchr (error->message, '\n'));
}

/* Units, a plan with quotas, two enterprises: enough for every table's references. */
#define FIXTURE_ROWS                                                                                   \
  "INSERT INTO unit (id, kind, name, position) VALUES (1, 1, '周市镇', 1), (2, 1, '巴城镇', 2);" \
  "INSERT INTO unit_alias (id, unit_id, name) VALUES (11, 1, '周市');"                               \
  "INSERT INTO plan (id, year, title, quota_title, nomination_title) VALUES (3, 2020, '方案', "      \
  "'表一',"                                                                                          \
  " '表二');"                                                                                        \
  "INSERT INTO quota (id, plan_id, unit_id, position, accreditation) VALUES (4, 3, 1, 1, 8),"          \
  " (5, 3, 2, 2, 6);"                                                                                  \
  "INSERT INTO enterprise (id, name, unit_id) VALUES (6, '昆山示例甲有限公司', 1),"           \
  " (7, '昆山示例乙有限公司', 2);"
