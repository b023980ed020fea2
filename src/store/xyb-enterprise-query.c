/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */
#include <string.h>

#include "xyb-enterprise-filter.h"
#include "xyb-text.h"

/* Searching 100,000 enterprises while the clerk types (X-03; ≤ 50 ms): the rows are in memory, a
 * search goes once through their text. Official order is made by sorting the hits into one box a
 * unit, order by name by going through the rows in the order of their names. */

/* ---- the words of a search ---- */

/* A word to be found, and the same without hyphens: 0512-5555 is kept as digits only. */
typedef struct
{
  char *text;
  char *plain; /* NULL where it would be the same */
} Word;

static void
word_clear (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word->plain);
}

static char *
strip_hyphens (const char *word)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = word; *p != '\0'; p++)
    if (strchr ("-()+", *p) == NULL)
      g_string_append_c (plain, *p);
  if (plain->len == 0 || plain->len == strlen (word))
    return NULL;
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Key of every word. The separator of the columns cannot be in a key, so no hit lies across two. */
static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autofree char *normal = xyb_text_normalise (text);
  g_auto (GStrv) parts = g_strsplit (normal, " ", -1);

  g_array_set_clear_func (words, word_clear);
  for (char **part = parts; *part != NULL; part++)
    {
      Word word = { .text = xyb_text_key (*part) };

      if (*word.text == '\0')
        {
          g_free (word.text);
          continue;
        }
      word.plain = strip_hyphens (word.text);
      g_array_append_val (words, word);
    }
  return words;
}

static gboolean
contains (const char *haystack, gsize length, const char *needle)
{
  return needle != NULL && memmem (haystack, length, needle, strlen (needle)) != NULL;
}

static gboolean
matches (const XybSearchRows *rows, guint row, GArray *words)
{
  const char *text = rows->text + rows->starts[row];
  gsize length = rows->starts[row + 1] - rows->starts[row];

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (!contains (text, length, word->text) && !contains (text, length, word->plain))
        return FALSE;
    }
  return TRUE;
}

/* ---- hits: numbers of rows, rising ---- */

static gboolean
is_hit (const XybSearchRows *rows,
        guint row,
        const XybEnterpriseQuery *query,
        GArray *words,
        const guint8 *passed)
{
  if (query->unit_id != 0 && rows->units[row] != query->unit_id)
    return FALSE;
  if (query->state == XYB_REGISTER_STATE_CLOSED ? !rows->closed[row]
                                                : rows->closed[row] && !query->include_closed)
    return FALSE;
  if (passed != NULL && !passed[row])
    return FALSE;
  return matches (rows, row, words);
}

static GArray *
find_hits (const XybSearchRows *rows, const XybEnterpriseQuery *query, const guint8 *passed)
{
  g_autoptr (GArray) words = split_words (query->text);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < rows->n; row++)
    if (is_hit (rows, row, query, words, passed))
      g_array_append_val (hits, row);
  return hits;
}

/* ---- orders ---- */

static GArray *
order_recent (const XybSearchRows *rows, GArray *hits)
{
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->len);

  for (guint i = hits->len; i > 0; i--)
    g_array_append_val (ordered, rows->ids[g_array_index (hits, guint, i - 1)]);
  return ordered;
}

static GArray *
order_by_name (XybStore *store, XybSearchRows *rows, GArray *hits, GError **error)
{
  const guint *by_name = xyb_search_rows_get_by_name (rows, store, error);
  g_autofree guint8 *is_one = g_new0 (guint8, (gsize) rows->n + 1);
  GArray *ordered;

  if (by_name == NULL)
    return NULL;
  for (guint i = 0; i < hits->len; i++)
    is_one[g_array_index (hits, guint, i)] = 1;
  ordered = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->len);
  for (guint i = 0; i < rows->n; i++)
    if (is_one[by_name[i]])
      g_array_append_val (ordered, rows->ids[by_name[i]]);
  return ordered;
}

/* Place of each unit in the official order, from 0 (ORG-02). */
static GHashTable *
load_places (XybStore *store, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "SELECT id FROM unit ORDER BY kind, position, id", error);
  g_autoptr (GArray) ids = stmt != NULL ? xyb_store_collect_ids (store, stmt, error) : NULL;

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (places, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)),
                         GUINT_TO_POINTER (i));
  return g_steal_pointer (&places);
}

/* The hits rise by id, which is the order of entry; going into one box a unit keeps it. Enterprises
 * without a unit come last. */
static GArray *
order_official (XybStore *store, const XybSearchRows *rows, GArray *hits, GError **error)
{
  g_autoptr (GHashTable) places = load_places (store, error);
  g_autofree guint *place_of_hit = g_new (guint, (gsize) hits->len + 1);
  g_autofree guint *start = NULL;
  guint n_places;
  GArray *ordered;

  if (places == NULL)
    return NULL;
  n_places = g_hash_table_size (places) + 1;
  start = g_new0 (guint, n_places + 1);
  for (guint i = 0; i < hits->len; i++)
    {
      const gint64 *unit = &rows->units[g_array_index (hits, guint, i)];
      gpointer place = NULL;

      place_of_hit[i] = g_hash_table_lookup_extended (places, unit, NULL, &place)
                          ? GPOINTER_TO_UINT (place)
                          : n_places - 1;
      start[place_of_hit[i] + 1]++;
    }
  for (guint place = 0; place < n_places; place++)
    start[place + 1] += start[place];
  ordered = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->len);
  g_array_set_size (ordered, hits->len);
  for (guint i = 0; i < hits->len; i++)
    g_array_index (ordered, gint64, start[place_of_hit[i]]++)
      = rows->ids[g_array_index (hits, guint, i)];
  return ordered;
}

/**
 * xyb_enterprise_store_query:
 * @query: what to find; several words must all be found, each within one field
 *
 * part of a name (also a former one), pinyin initials, code, contact or telephone, whatever
 * the width of the characters typed.
 *
 * Returns: (transfer full) (element-type gint64): the ids in the order asked; %NULL on error
 */
GArray *
xyb_enterprise_store_query (XybStore *store, const XybEnterpriseQuery *query, GError **error)
{
  g_autofree guint8 *passed = NULL;
  g_autoptr (GArray) hits = NULL;
  XybSearchRows *rows;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  rows = xyb_search_rows_get (store, error);
  if (rows == NULL || !xyb_enterprise_filter_rows (store, rows, query, &passed, error))
    return NULL;
  hits = find_hits (rows, query, passed);
  switch (query->order)
    {
    case XYB_ENTERPRISE_ORDER_NAME:
      return order_by_name (store, rows, hits, error);
    case XYB_ENTERPRISE_ORDER_RECENT:
      return order_recent (rows, hits);
    case XYB_ENTERPRISE_ORDER_OFFICIAL:
    default:
      return order_official (store, rows, hits, error);
    }
}

/**
 * xyb_enterprise_store_count:
 *
 * Returns: how many enterprises the register holds, 注销 included; 0 on error
 */
gint64
xyb_enterprise_store_count (XybStore *store, GError **error)
{
  gint64 count = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), 0);

  xyb_lookup_int (store, "SELECT count(*) FROM enterprise", 0, 0, &count, error);
  return count;
}
