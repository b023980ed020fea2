/* SPDX-License-Identifier: GPL-3.0-or-later */

/* what is searched follows what is stored, through edit, undo and rebuild. */

#include "store-fixture.h"

/* text with | for the separator, name_key, or "" where the enterprise has no row. */
static char *
row_of (XybStore *store, gint64 id, int column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT replace (text, char (31), '|'), name_key, unit_id, closed"
                         "  FROM enterprise_search WHERE enterprise_id = :id",
                         &error);
  gboolean row = FALSE;

  xyb_stmt_bind_int (stmt, ":id", id);
  g_assert_true (xyb_store_step (store, stmt, &row, &error));
  g_assert_no_error (error);
  return row ? xyb_stmt_dup_text (stmt, column) : g_strdup ("");
}

static void
check_row (XybStore *store, gint64 id, int column, const char *expected)
{
  g_autofree char *found = row_of (store, id, column);

  g_assert_cmpstr (found, ==, expected);
}

static XybStore *
create_with_rows (Fixture *fixture)
{
  XybStore *store = fixture_create (fixture);

  fixture_edit (
    store, "登记",
    "INSERT INTO unit (id, kind, name, position) VALUES (1, 1, '周市镇', 1);"
    "INSERT INTO enterprise (id, name, unit_id, credit_code, contact, phone, closed) VALUES"
    " (6, '江苏省昆山市示例长江（电子）有限责任公司', 1, '91320583MA1N5XYZ0A', '曾 一',"
    "  '0512-57310600、139 0000 0000转8012', 0),"
    " (7, '=1+1', NULL, NULL, NULL, NULL, 1);"
    "INSERT INTO enterprise_name (id, enterprise_id, name, until) VALUES"
    " (8, 6, '昆山 ＡＢＣ 有限公司（新增）', '2019-01-01');");
  return store;
}

#define ROW_6                                                                                       \
  "江苏省昆山市示例长江(电子)有限责任公司|jsskssslcjdzyxzrgs jsskssslzjdzyxzrgs|" \
  "昆山abc有限公司(新增)|ksabcyxgsxz|昆山abc公司|91320583ma1n5xyz0a|曾一|zy cy|"      \
  "051257310600|13900000000|8012"

static void
test_every_field (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = create_with_rows (fixture);

  check_row (store, 6, 0, ROW_6);
  check_row (store, 6, 1, "昆山示例长江电子公司");
  check_row (store, 6, 2, "1");
  check_row (store, 6, 3, "0");
  check_row (store, 7, 0, "=1+1|11");
  check_row (store, 7, 2, NULL);
  check_row (store, 7, 3, "1");
}

static void
test_follows_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = create_with_rows (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (store);
  g_autofree char *after = NULL;

  fixture_edit (store, "改名", "UPDATE enterprise SET name = '昆山示例乙有限公司' WHERE id = 7;");
  check_row (store, 7, 1, "昆山示例乙公司");
  fixture_edit (store, "加曾用名",
                "INSERT INTO enterprise_name (id, enterprise_id, name) VALUES (9, 7, '示例丙厂');");
  check_row (store, 7, 0, "昆山示例乙有限公司|ksslyyxgs|示例丙厂|slbc|示例丙厂");
  fixture_edit (store, "删除",
                "DELETE FROM enterprise_name WHERE enterprise_id = 7;"
                "DELETE FROM enterprise WHERE id = 7;");
  check_row (store, 7, 0, "");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (xyb_store_undo (store, NULL, &error));
      g_assert_no_error (error);
    }
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
}

/* What an edit leaves and what a rebuild makes is the same to the byte. */
static void
test_rebuild (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = create_with_rows (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (store);
  g_autofree char *after = NULL;

  g_assert_true (xyb_store_exec (store,
                                 "BEGIN; UPDATE enterprise_search SET text = 'x', sort_key = x'00';"
                                 "DELETE FROM enterprise_search WHERE enterprise_id = 7;"
                                 "INSERT INTO enterprise_search VALUES (99, 1, 0, 'x', x'', 'x');",
                                 &error));
  g_assert_true (xyb_search_index_rebuild (store, &error));
  g_assert_no_error (error);
  g_assert_true (xyb_store_exec (store, "COMMIT", &error));
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
}

/* More than goes into one batch, and one that is no full batch at the end: each in its own row, an
 * enterprise with former names among them. */
static void
test_large_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = create_with_rows (fixture);
  g_autofree char *imported = NULL;
  g_autofree char *rebuilt = NULL;
  gint64 n = 0;

  fixture_edit (store, "导入",
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)"
                " INSERT INTO enterprise (id, name, unit_id, contact, phone)"
                " SELECT 1000 + i, '昆山示例' || i || '有限公司', 1, '张示例', '0512-' || i FROM n;"
                "INSERT INTO enterprise_name (id, enterprise_id, name, until)"
                " VALUES (9, 2200, '昆山旧名有限公司', '2019-01-01');");
  check_row (store, 2200, 0,
             "昆山示例1200有限公司|kssl1200yxgs|昆山旧名有限公司|ksjmyxgs|昆山旧名公司|张示例|zsl|"
             "05121200");
  check_row (store, 3500, 1, "昆山示例2500公司");
  imported = fixture_dump (store);
  g_assert_true (xyb_store_query_int (store, "SELECT count(*) FROM enterprise_search", &n, &error));
  g_assert_cmpint (n, ==, 2502);
  g_assert_true (xyb_store_exec (store, "BEGIN", &error));
  g_assert_true (xyb_search_index_rebuild (store, &error));
  g_assert_true (xyb_store_exec (store, "COMMIT", &error));
  g_assert_no_error (error);
  rebuilt = fixture_dump (store);
  g_assert_cmpstr (imported, ==, rebuilt);
}

/* As another version of ICU left them: whoever opens the office to write puts that right. */
static void
test_other_collation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = create_with_rows (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (store);
  g_autofree char *after = NULL;
  gint64 revisions = fixture_query (store, "SELECT count(*) FROM revision");

  g_assert_true (xyb_store_exec (
    store, "UPDATE enterprise_search SET sort_key = CAST (x'01' || sort_key AS BLOB)", &error));
  g_assert_no_error (error);
  g_clear_object (&store);
  store = fixture_open (fixture->path);
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM revision"), ==, revisions);
}

/* Ids nobody has, twice, and none at all. */
static void
test_odd_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = create_with_rows (fixture);
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { 6, 6, 404, 0, -1 };

  g_assert_true (xyb_search_index_refresh (store, ids, G_N_ELEMENTS (ids), &error));
  g_assert_true (xyb_search_index_refresh (store, NULL, 0, &error));
  g_assert_no_error (error);
  check_row (store, 6, 0, ROW_6);
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM enterprise_search"), ==, 2);
}

/* The sort keys put the register in pinyin order. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  fixture_edit (store, "登记",
                "INSERT INTO enterprise (id, name) VALUES (1, '周市示例'), (2, '安徽示例'),"
                " (3, '昆山示例'), (4, '巴城示例'), (5, '千灯示例');");
  stmt = xyb_store_prepare (store, "SELECT enterprise_id FROM enterprise_search ORDER BY sort_key",
                            &error);
  for (gsize i = 0; i < 5; i++)
    {
      const gint64 expected[] = { 2, 4, 3, 5, 1 };

      g_assert_true (xyb_store_step (store, stmt, &row, &error) && row);
      g_assert_cmpint (sqlite3_column_int64 (stmt, 0), ==, expected[i]);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/search-index/every-field-a-clerk-types", test_every_field);
  ADD ("/search-index/follows-edits-and-undo", test_follows_edits);
  ADD ("/search-index/rebuild-equals-what-edits-left", test_rebuild);
  ADD ("/search-index/large-import-equals-a-rebuild", test_large_import);
  ADD ("/search-index/made-anew-for-another-collation", test_other_collation);
  ADD ("/search-index/odd-ids-do-no-harm", test_odd_ids);
  ADD ("/search-index/sort-keys-are-pinyin-order", test_order);
  return g_test_run ();
}
