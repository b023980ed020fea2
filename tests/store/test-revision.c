/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "random-edits.h"

/* ---- a hundred edits and back ---- */

#define N_EDITS 100
#define SEED 20201120

/* Derived rows are the same as if they had been made from nothing. */
static void
assert_search_rows_fit (XybStore *store)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autoptr (GString) made = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  fixture_dump_table (store, "enterprise_search", kept);
  xyb_search_index_rebuild (store, &error);
  g_assert_no_error (error);
  fixture_dump_table (store, "enterprise_search", made);
  g_assert_cmpstr (kept->str, ==, made->str);
}

static void
test_hundred_undos (Fixture *fixture, gconstpointer reopen)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  start = fixture_dump (store);
  edit_randomly (store, rand, N_EDITS);
  end = fixture_dump (store);
  g_assert_cmpstr (start, !=, end);
  assert_search_rows_fit (store);
  if (reopen != NULL)
    {
      g_clear_object (&store);
      store = fixture_open (fixture->path);
    }
  undo_all (store, N_EDITS / 2);
  assert_search_rows_fit (store);
  if (reopen != NULL)
    {
      g_clear_object (&store);
      store = fixture_open (fixture->path);
    }
  undo_all (store, N_EDITS / 2);
  back = fixture_dump (store);
  g_assert_cmpstr (start, ==, back);
  redo_all (store, N_EDITS);
  again = fixture_dump (store);
  g_assert_cmpstr (end, ==, again);
}

/* ---- PROVEN 9: what an undo recorded is the reverse of the original, to the last value ---- */

static GByteArray *
read_changeset (XybStore *store, gint64 revision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybChangeset) changeset = xyb_changeset_load (store, revision, &error);
  g_autoptr (XybChangesetReader) reader = NULL;
  GByteArray *bytes = g_byte_array_new ();
  int length;

  g_assert_no_error (error);
  reader = xyb_changeset_reader_new (changeset);
  do
    {
      guint8 chunk[1000];

      length = sizeof chunk;
      g_assert_cmpint (xyb_changeset_reader_read (reader, chunk, &length), ==, SQLITE_OK);
      g_byte_array_append (bytes, chunk, length);
    }
  while (length > 0);
  return bytes;
}

static void
test_undo_is_exact_reverse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);
  g_autoptr (XybStore) store = fixture_create (fixture);

  fixture_edit (store, "数据", FIXTURE_ROWS);
  for (guint i = 0; i < 30; i++)
    {
      gint64 revision;
      g_autoptr (GByteArray) original = NULL;
      g_autoptr (GByteArray) reverse = NULL;
      void *sum = NULL;
      int length = -1;

      edit_randomly (store, rand, 1);
      revision = fixture_query (store, "SELECT max(id) FROM revision");
      undo_all (store, 1);
      original = read_changeset (store, revision);
      reverse = read_changeset (store, revision + 1);
      g_assert_cmpuint (original->len, >, 0);
      g_assert_cmpint (sqlite3changeset_concat ((int) original->len, original->data,
                                                (int) reverse->len, reverse->data, &length, &sum),
                       ==, SQLITE_OK);
      g_assert_cmpint (length, ==, 0);
      sqlite3_free (sum);
      redo_all (store, 1);
    }
}

/* ---- the line of history ---- */

typedef struct
{
  const char *name;
  const char *steps; /* digits edit that value in, u undoes, r redoes */
  const char *undo;  /* what undo and redo offer then */
  const char *redo;
  int value;
} Line;

static const Line lines[] = {
  { "nothing-yet", "", "开始", NULL, 0 },
  { "one", "1", "1", NULL, 1 },
  { "undone", "1u", "开始", "1", 0 },
  { "undone-twice-redone-once", "12uur", "1", "2", 1 },
  { "redone-all", "12uurr", "2", NULL, 2 },
  { "undo-after-redo", "12urur", "2", NULL, 2 },
  { "new-edit-ends-redo", "12u3", "3", NULL, 3 },
  { "undo-skips-the-undone", "12u3u", "1", "3", 1 },
  { "undo-goes-on-below", "12u3uu", "开始", "1", 0 },
  { "redo-comes-back-up", "12u3uur", "1", "3", 1 },
  { "redo-comes-back-to-the-end", "12u3uurr", "3", NULL, 3 },
  { "after-a-redo-a-new-edit", "12uur4u", "1", "4", 1 },
};

static void
walk (XybStore *store, const char *steps)
{
  for (const char *p = steps; *p != '\0'; p++)
    {
      g_autoptr (GError) error = NULL;
      const char label[] = { *p, '\0' };

      if (*p == 'u')
        xyb_store_undo (store, NULL, &error);
      else if (*p == 'r')
        xyb_store_redo (store, NULL, &error);
      else
        {
          g_autofree char *sql = g_strdup_printf ("UPDATE quota SET accreditation = %c", *p);

          fixture_edit (store, label, sql);
        }
      g_assert_no_error (error);
    }
}

static void
test_line (Fixture *fixture, gconstpointer data)
{
  const Line *c = data;
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  fixture_edit (store, "开始", "UPDATE quota SET accreditation = 0");
  walk (store, c->steps);
  undo = xyb_store_peek_undo (store);
  redo = xyb_store_peek_redo (store);
  g_assert_cmpstr (undo, ==, c->undo);
  g_assert_cmpstr (redo, ==, c->redo);
  g_assert_cmpint (fixture_query (store, "SELECT accreditation FROM quota WHERE id = 4"), ==,
                   c->value);
}

static void
test_ends_of_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_false (xyb_store_undo (store, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOTHING);
  fixture_assert_sentence (error, "撤销");
  g_clear_error (&error);
  g_assert_false (xyb_store_redo (store, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  xyb_store_edit_barrier (store, "装入预设", fixture_run_sql, (gpointer) FIXTURE_ROWS, &error);
  g_assert_no_error (error);
  g_assert_null (xyb_store_peek_undo (store));
  g_assert_false (xyb_store_undo (store, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_BARRIER);
  fixture_assert_sentence (error, "装入预设");
  g_clear_error (&error);

  fixture_edit (store, "改", "UPDATE quota SET accreditation = 1");
  xyb_store_undo (store, &label, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "改");
  g_assert_cmpint (fixture_query (store, "SELECT accreditation FROM quota WHERE id = 4"), ==, 8);
}

/* ---- what changed since ---- */

typedef struct
{
  const char *name;
  const char *first;  /* is to be undone */
  const char *later;  /* stands in the way; NULL: does not */
  const char *beside; /* harmless change meanwhile */
  const char *says[4];
} Conflict;

static const Conflict conflicts[] = {
  { "same-field",
    "UPDATE quota SET accreditation = 9 WHERE id = 4",
    "UPDATE quota SET accreditation = 10 WHERE id = 4",
    NULL,
    { "周市镇", "贯标企业数", "第一步", "后来" } },
  { "other-field-is-free",
    "UPDATE quota SET accreditation = 9 WHERE id = 4",
    NULL,
    "UPDATE quota SET city_model = 1 WHERE id = 4",
    { NULL } },
  { "record-gone",
    "UPDATE quota SET accreditation = 9 WHERE id = 4",
    "DELETE FROM quota WHERE id = 4",
    NULL,
    { "周市镇", "删除", "第一步", "指标分解" } },
  { "new-record-was-changed",
    "INSERT INTO enterprise (id, name) VALUES (60, '昆山示例丙有限公司')",
    "UPDATE enterprise SET phone = '1' WHERE id = 60",
    NULL,
    { "昆山示例丙有限公司", "电话", "第一步" } },
  { "new-record-is-used",
    "INSERT INTO enterprise (id, name) VALUES (60, '昆山示例丙有限公司')",
    "INSERT INTO nomination (id, plan_id, unit_id, enterprise_id, position) VALUES (70, 3, 1, 60, "
    "1)",
    NULL,
    { "昆山示例丙有限公司", "2020年 周市镇", "推荐企业", "用到" } },
  { "owner-gone",
    "DELETE FROM unit_alias WHERE id = 11",
    "UPDATE quota SET unit_id = 2; UPDATE enterprise SET unit_id = 2; DELETE FROM unit WHERE id = "
    "1",
    NULL,
    { "单位别名", "周市", "第一步", "删除" } },
  { "same-year-again",
    "DELETE FROM quota; DELETE FROM plan WHERE id = 3",
    "INSERT INTO plan (id, year, title, quota_title, nomination_title) VALUES (33, 2020, 'x', 'x',"
    " 'x')",
    NULL,
    { "年度方案", "2020年", "重复", "第一步" } },
  { "setting-changed",
    "INSERT INTO setting VALUES ('office-name', '甲')",
    "UPDATE setting SET value = '乙'",
    NULL,
    { "设置", "单位全称", "内容", "第一步" } },
};

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  const Conflict *c = data;
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 revisions;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  fixture_edit (store, "第一步", c->first);
  fixture_edit (store, "第二步", c->later != NULL ? c->later : c->beside);
  before = fixture_dump (store);
  revisions = fixture_query (store, "SELECT count(*) FROM revision");
  if (c->later == NULL)
    {
      xyb_store_undo_revision (store, 3, &error);
      g_assert_no_error (error);
      return;
    }
  g_assert_false (xyb_store_undo_revision (store, 3, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT);
  for (gsize i = 0; i < G_N_ELEMENTS (c->says) && c->says[i] != NULL; i++)
    fixture_assert_sentence (error, c->says[i]);
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM revision"), ==, revisions);
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  g_clear_error (&error);

  /* In its turn it goes. */
  undo_all (store, 2);
}

/* ---- damaged journal ---- */

static void
flip_a_bit (XybStore *store, gint64 revision, guint byte)
{
  g_autoptr (sqlite3_stmt) read
    = xyb_store_prepare (store,
                         "SELECT data FROM revision_part WHERE revision_id = :id AND part = 0",
                         NULL);
  g_autoptr (sqlite3_stmt) write = xyb_store_prepare (
    store, "UPDATE revision_part SET data = :data WHERE revision_id = :id AND part = 0", NULL);
  g_autofree guint8 *data = NULL;
  int length;

  xyb_stmt_bind_int (read, ":id", revision);
  g_assert_cmpint (sqlite3_step (read), ==, SQLITE_ROW);
  length = sqlite3_column_bytes (read, 0);
  data = g_memdup2 (sqlite3_column_blob (read, 0), length);
  data[byte % length] ^= 0x10;
  sqlite3_reset (read);
  sqlite3_bind_blob (write, 1, data, length, SQLITE_TRANSIENT);
  xyb_stmt_bind_int (write, ":id", revision);
  g_assert_cmpint (sqlite3_step (write), ==, SQLITE_DONE);
}

static void
test_damaged_journal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autofree char *before = NULL;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  fixture_edit (store, "改", "UPDATE quota SET accreditation = 9");
  before = fixture_dump (store);
  for (guint byte = 0; byte < 40; byte += 3)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      flip_a_bit (store, 3, byte);
      g_assert_false (xyb_store_undo (store, NULL, &error));
      g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED);
      fixture_assert_sentence (error, "第 3 号");
      g_clear_error (&error);
      g_assert_null (xyb_store_list_revisions (store, 5, 0, TRUE, &error));
      g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_false (xyb_store_check (store, &error));
      g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED);
      after = fixture_dump (store);
      g_assert_cmpstr (before, ==, after);
      flip_a_bit (store, 3, byte);
    }
  undo_all (store, 1);
}

/* ---- changesets of several parts ---- */

static gboolean
add_many (XybStore *store, gpointer n, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "INSERT INTO enterprise (id, name, note) VALUES (:id, :name, :note)",
                         error);

  for (guint i = 0; i < GPOINTER_TO_UINT (n); i++)
    {
      g_autofree char *name = g_strdup_printf ("昆山示例%08u有限公司", i * 2654435761u);
      g_autofree char *note = g_strnfill (500, 'a' + i % 26);

      xyb_stmt_bind_int (stmt, ":id", 1000 + i);
      xyb_stmt_bind_text (stmt, ":name", name);
      xyb_stmt_bind_text (stmt, ":note", note);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_large_revision (Fixture *fixture, gconstpointer data)
{
  const guint n = 6000;
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GError) error = NULL;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  before = fixture_dump (store);
  xyb_store_edit (store, "导入", add_many, GUINT_TO_POINTER (n), &error);
  g_assert_no_error (error);
  after = fixture_dump (store);
  g_assert_cmpint (fixture_query (store,
                                  "SELECT count(*) FROM revision_part WHERE revision_id = 3"),
                   >, 2);
  revisions = xyb_store_list_revisions (store, 1, 0, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((XybRevision *) revisions->pdata[0])->records, ==, n);
  g_assert_cmpuint (((XybRevision *) revisions->pdata[0])->changes->len, >, 1000);
  undo_all (store, 1);
  back = fixture_dump (store);
  g_assert_cmpstr (before, ==, back);
  redo_all (store, 1);
  g_free (back);
  back = fixture_dump (store);
  g_assert_cmpstr (after, ==, back);
}

/* ---- the log ---- */

typedef struct
{
  const char *name;
  const char *sql;
  const char *table, *record, *field, *old_value, *new_value;
  char operation;
} LogCase;

static const LogCase log_cases[] = {
  { "quota", "UPDATE quota SET accreditation = 9 WHERE id = 4", "指标分解", "2020年 周市镇",
    "贯标企业数", "8", "9", '~' },
  { "not-said-is-not-zero", "UPDATE quota SET accreditation = NULL WHERE id = 4", "指标分解",
    "2020年 周市镇", "贯标企业数", "8", NULL, '~' },
  { "district-by-name", "UPDATE enterprise SET unit_id = 2 WHERE id = 6", "企业",
    "昆山示例甲有限公司", "区镇", "周市镇", "巴城镇", '~' },
  { "yes-and-no", "UPDATE enterprise SET closed = 1 WHERE id = 6", "企业", "昆山示例甲有限公司",
    "注销", "否", "是", '~' },
  { "industry-in-words", "UPDATE enterprise SET industry = 2 WHERE id = 6", "企业",
    "昆山示例甲有限公司", "行业", NULL, "生产性服务业", '~' },
  { "basis-in-words", "UPDATE plan SET basis = 1", "年度方案", "2020年", "完成数口径", "已验收通过",
    "已推荐", '~' },
  { "points", "UPDATE plan SET rate_points = 40", "年度方案", "2020年", "贯标创建满分", NULL, "0.4",
    '~' },
  { "added", "INSERT INTO submission (id, plan_id, unit_id, state) VALUES (80, 3, 2, 2)",
    "区镇报送", "2020年 巴城镇", "报送状态", NULL, "已报", '+' },
  { "removed", "DELETE FROM unit_alias", "单位别名", "周市镇 周市", "别名", "周市", NULL, '-' },
  { "setting", "INSERT INTO setting VALUES ('office-name', '信用办')", "设置", "单位全称", "内容",
    NULL, "信用办", '+' },
};

static const XybChange *
find_change (const XybRevision *revision, const char *field)
{
  for (guint i = 0; i < revision->changes->len; i++)
    {
      const XybChange *change = g_ptr_array_index (revision->changes, i);

      if (g_strcmp0 (change->field, field) == 0)
        return change;
    }
  g_test_message ("no change of %s", field);
  g_test_fail ();
  return NULL;
}

static void
test_log (Fixture *fixture, gconstpointer data)
{
  const LogCase *c = data;
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;
  const XybRevision *revision;
  const XybChange *change;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  xyb_store_set_operator (store, "张三");
  fixture_edit (store, "改一处", c->sql);
  revisions = xyb_store_list_revisions (store, 1, 0, TRUE, &error);
  g_assert_no_error (error);
  revision = revisions->pdata[0];
  g_assert_cmpstr (revision->operator_name, ==, "张三");
  g_assert_cmpstr (revision->label, ==, "改一处");
  g_assert_true (
    g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$", revision->time, 0, 0));
  change = find_change (revision, c->field);
  g_assert_nonnull (change);
  g_assert_cmpstr (change->table, ==, c->table);
  g_assert_cmpstr (change->record, ==, c->record);
  g_assert_cmpstr (change->old_value, ==, c->old_value);
  g_assert_cmpstr (change->new_value, ==, c->new_value);
  g_assert_cmpint (change->operation, ==, c->operation);
}

/* Money keeps the unit it was given in, also where only the sum changed. */
static void
test_log_money (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GPtrArray) revisions = NULL;
  const XybChange *change;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  fixture_edit (
    store, "推荐",
    "INSERT INTO nomination (id, plan_id, unit_id, enterprise_id, position, revenue_fen,"
    " revenue_unit) VALUES (70, 3, 1, 6, 1, 120000000, 2)");
  fixture_edit (store, "改", "UPDATE nomination SET revenue_fen = 130000000");
  revisions = xyb_store_list_revisions (store, 2, 0, TRUE, NULL);
  change = find_change (revisions->pdata[0], "去年销售收入");
  g_assert_cmpstr (change->record, ==, "2020年 周市镇 昆山示例甲有限公司");
  g_assert_cmpstr (change->old_value, ==, "120万元");
  g_assert_cmpstr (change->new_value, ==, "130万元");
  change = find_change (revisions->pdata[1], "去年销售收入");
  g_assert_cmpstr (change->new_value, ==, "120万元");
}

static void
test_record_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const labels[] = { "撤销：删除", "删除", "改名", "数据" };
  const XybRevision *removal;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  fixture_edit (store, "改名", "UPDATE enterprise SET name = '昆山示例新名有限公司' WHERE id = 6");
  fixture_edit (store, "别的", "UPDATE enterprise SET name = '乙' WHERE id = 7");
  fixture_edit (store, "删除", "DELETE FROM enterprise");
  undo_all (store, 1);
  history = xyb_store_list_record_history (store, "enterprise", 6, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, G_N_ELEMENTS (labels));
  for (guint i = 0; i < history->len; i++)
    g_assert_cmpstr (((XybRevision *) history->pdata[i])->label, ==, labels[i]);
  removal = history->pdata[1];
  g_assert_true (removal->undone);
  g_assert_cmpint (removal->records, ==, 2);
  for (guint i = 0; i < removal->changes->len; i++)
    g_assert_cmpstr (((XybChange *) removal->changes->pdata[i])->record, ==,
                     "昆山示例新名有限公司");
}

/* What a removed record was called stays readable, also what pointed at it. */
static void
test_log_names_the_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GPtrArray) revisions = NULL;
  const XybChange *change;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  fixture_edit (store, "移", "UPDATE enterprise SET unit_id = 2; UPDATE quota SET unit_id = 2");
  fixture_edit (store, "删", "DELETE FROM unit_alias; DELETE FROM unit WHERE id = 1");
  revisions = xyb_store_list_revisions (store, 2, 0, TRUE, NULL);
  change = find_change (revisions->pdata[0], "名称");
  g_assert_cmpstr (change->record, ==, "周市镇");
  change = find_change (revisions->pdata[1], "区镇");
  g_assert_cmpstr (change->old_value, ==, "周市镇");
}

static void
test_log_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) rest = NULL;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  walk (store, "123u");
  first = xyb_store_list_revisions (store, 2, 0, FALSE, NULL);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpint (((XybRevision *) first->pdata[0])->id, ==, 6);
  g_assert_cmpint (((XybRevision *) first->pdata[0])->kind, ==, XYB_REVISION_UNDO);
  g_assert_cmpint (((XybRevision *) first->pdata[0])->target, ==, 5);
  g_assert_true (((XybRevision *) first->pdata[1])->undone);
  rest = xyb_store_list_revisions (store, 100, 5, FALSE, NULL);
  g_assert_cmpuint (rest->len, ==, 4);
  g_assert_cmpint (((XybRevision *) rest->pdata[0])->id, ==, 4);
  g_assert_false (((XybRevision *) rest->pdata[0])->undone);
}

/* Every column of every tracked table has a Chinese name: none shows up as SQL. */
static void
test_every_field_has_a_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  for (guint i = 0; i < XYB_N_TRACKED; i++)
    {
      const char *table = xyb_tracked_tables[i];
      int column = 0;

      g_assert_cmpstr (xyb_field_names_table (table), !=, table);
      stmt = xyb_store_prepare (store, "SELECT name FROM pragma_table_info(:table)", NULL);
      xyb_stmt_bind_text (stmt, ":table", table);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          const char *name = (const char *) sqlite3_column_text (stmt, 0);

          g_assert_cmpstr (xyb_field_names_field (table, name), !=, name);
          /* The order of the names is the order of the columns. */
          g_assert_cmpstr (xyb_field_names_field (table, name), ==,
                           xyb_field_names_column (table, column));
          column++;
        }
      g_clear_pointer (&stmt, sqlite3_finalize);
    }
}

/* What the sessions need of the tables (PROVEN 1, 2, 4, 5, 6). */
static void
test_tracked_tables_keep_the_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);

  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM sqlite_schema WHERE type IN"
                                         " ('trigger', 'view')"),
                   ==, 0);
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM sqlite_schema WHERE sql LIKE"
                                         " '%CASCADE%' OR sql LIKE '%SET NULL%' OR sql LIKE"
                                         " '%GENERATED%'"),
                   ==, 0);
  for (guint i = 0; i < XYB_N_TRACKED; i++)
    {
      g_autofree char *keys
        = g_strdup_printf ("SELECT count(*) FROM pragma_table_info('%s') WHERE pk > 0 AND cid = 0",
                           xyb_tracked_tables[i]);
      g_autoptr (sqlite3_stmt) stmt
        = xyb_store_prepare (store, "SELECT \"table\" FROM pragma_foreign_key_list(:table)", NULL);

      g_assert_cmpint (fixture_query (store, keys), ==, 1);
      xyb_stmt_bind_text (stmt, ":table", xyb_tracked_tables[i]);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        g_assert_cmpint (xyb_tracked_table_index ((const char *) sqlite3_column_text (stmt, 0)), >,
                         (int) i);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, data, func)                                                                      \
  g_test_add (name, Fixture, data, fixture_set_up, func, fixture_tear_down)
#define ADD_TABLE(prefix, table, func)                                                             \
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)                                                 \
    {                                                                                              \
      g_autofree char *name = g_strconcat (prefix, table[i].name, NULL);                           \
                                                                                                   \
      ADD (name, &table[i], func);                                                                 \
    }

  ADD ("/undo/hundred-edits-and-back", NULL, test_hundred_undos);
  ADD ("/undo/hundred-edits-and-back-across-restarts", GUINT_TO_POINTER (1), test_hundred_undos);
  ADD ("/undo/is-the-exact-reverse", NULL, test_undo_is_exact_reverse);
  ADD_TABLE ("/undo/line/", lines, test_line);
  ADD ("/undo/ends-of-history", NULL, test_ends_of_history);
  ADD_TABLE ("/undo/conflict/", conflicts, test_conflict);
  ADD ("/undo/damaged-journal-is-refused-unparsed", NULL, test_damaged_journal);
  ADD ("/undo/import-of-many-parts", NULL, test_large_revision);
  ADD_TABLE ("/log/", log_cases, test_log);
  ADD ("/log/money-in-its-unit", NULL, test_log_money);
  ADD ("/log/history-of-one-record", NULL, test_record_history);
  ADD ("/log/removed-keep-their-names", NULL, test_log_names_the_removed);
  ADD ("/log/in-pages", NULL, test_log_pages);
  ADD ("/log/every-field-has-a-name", NULL, test_every_field_has_a_name);
  ADD ("/schema/tracked-tables-keep-the-rules", NULL, test_tracked_tables_keep_the_rules);

  return g_test_run ();
}
