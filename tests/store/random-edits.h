/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"

/* Random edits over related tables, and steps back and forth. */

static const char *const odd_texts[] = {
  "昆山示例有限公司", "=1+1", "O'Neill \"x\"", "䶮𬭎实业", "😀", "a\tb", "  ", "0", "%_\\",
};

static inline gint64
pick_id (XybStore *store, const char *table, GRand *rand)
{
  g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM %s", table);
  gint64 n = fixture_query (store, count);
  g_autofree char *sql = NULL;

  if (n == 0)
    return 0;
  sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id LIMIT 1 OFFSET %d", table,
                         g_rand_int_range (rand, 0, (int) n));
  return fixture_query (store, sql);
}

static inline char *
odd_text (GRand *rand)
{
  const char *text = odd_texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd_texts))];
  char *quoted = sqlite3_mprintf ("%Q", text);
  char *copy = g_strdup_printf ("%s", quoted);

  sqlite3_free (quoted);
  return copy;
}

/* One random change over related tables: rows come, change, lose values, go with what hangs on
 * them. */
static inline char *
random_sql (XybStore *store, GRand *rand)
{
  gint64 enterprise = pick_id (store, "enterprise", rand);
  gint64 nomination = pick_id (store, "nomination", rand);
  gint64 unit = pick_id (store, "unit", rand);
  gint64 id = xyb_store_new_id (store);
  int number = g_rand_int_range (rand, -3, 1000);
  g_autofree char *text = odd_text (rand);

#define ID "%" G_GINT64_FORMAT
  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      return g_strdup_printf ("INSERT INTO enterprise (id, name, unit_id, headcount, phone)"
                              " VALUES (" ID ", %s, " ID ", %d, '0512-%d')",
                              id, text, unit, number, number);
    case 1:
      return g_strdup_printf ("UPDATE enterprise SET name = %s, headcount = NULL WHERE id = " ID
                              "; INSERT INTO enterprise_name (id, enterprise_id, name, until)"
                              " SELECT " ID ", id, 'x' || name, '2020-01-01' FROM enterprise"
                              " WHERE id = " ID,
                              text, enterprise, id, enterprise);
    case 2:
      return g_strdup_printf ("DELETE FROM nomination WHERE enterprise_id = " ID
                              "; DELETE FROM enterprise_name WHERE enterprise_id = " ID
                              "; DELETE FROM enterprise WHERE id = " ID,
                              enterprise, enterprise, enterprise);
    case 3:
      return g_strdup_printf (
        "INSERT INTO nomination (id, plan_id, unit_id, enterprise_id, position,"
        " revenue_fen, revenue_unit, products) SELECT " ID ", 3, " ID
        ", id, %d, %d, 2, %s FROM enterprise WHERE id = " ID,
        id, unit, number, number, text, enterprise);
    case 4:
      return g_strdup_printf ("UPDATE nomination SET position = -position, revenue_fen = %d,"
                              " products = NULL WHERE id = " ID,
                              number, nomination);
    case 5:
      return g_strdup_printf (
        "UPDATE quota SET accreditation = nullif(%d, 5), position = 3 - position", number);
    case 6:
      return g_strdup_printf ("INSERT INTO setting (key, value) VALUES ('k%d', %s)"
                              " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                              number % 3, text);
    case 7:
      return g_strdup ("DELETE FROM setting");
    case 8:
      return g_strdup_printf ("UPDATE enterprise SET unit_id = " ID ", note = %s", unit, text);
    default:
      return g_strdup_printf ("INSERT INTO unit (id, kind, name, position) VALUES (" ID
                              ", 1, %s, %d);"
                              "INSERT INTO unit_alias (id, unit_id, name) VALUES (" ID ", " ID
                              ", 'alias'); UPDATE plan SET title = %s, target_city = %d",
                              id, text, number, id + 1, id, text, number);
    }
#undef ID
}

static inline void
edit_randomly (XybStore *store, GRand *rand, guint n)
{
  gint64 wanted = fixture_query (store, "SELECT max(id) FROM revision") + n;

  /* Some draws change nothing and leave no revision. */
  while (fixture_query (store, "SELECT max(id) FROM revision") < wanted)
    {
      g_autofree char *sql = random_sql (store, rand);

      fixture_edit (store, "随机修改", sql);
    }
}

static inline void
undo_all (XybStore *store, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      xyb_store_undo (store, NULL, &error);
      g_assert_no_error (error);
    }
}

static inline void
redo_all (XybStore *store, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      xyb_store_redo (store, NULL, &error);
      g_assert_no_error (error);
    }
}
