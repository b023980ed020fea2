/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */
#include <string.h>

#include "xyb-enterprise-store.h"
#include "xyb-lookup.h"
#include "xyb-text.h"

/* Searching 100,000 enterprises while the clerk types (X-03; ≤ 50 ms). One pass over the narrow
 * table enterprise_search finds the ids; the order is made from them without touching the register:
 * official order by sorting into one box a unit, order by name by walking its index. */

/* Below this many hits their sort keys are fetched and sorted; above, the whole index is walked. */
#define FEW_HITS 4096

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
matches (sqlite3_stmt *stmt, int column, GArray *words)
{
  /* As a blob: SQLite would copy a text to put a NUL behind it. */
  const char *text = words->len > 0 ? sqlite3_column_blob (stmt, column) : NULL;
  gsize length = words->len > 0 ? sqlite3_column_bytes (stmt, column) : 0;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (!contains (text, length, word->text) && !contains (text, length, word->plain))
        return FALSE;
    }
  return TRUE;
}

/* ---- sets of ids ---- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* @ids rise. */
static gboolean
has_id (GArray *ids, gint64 id)
{
  return ids->len > 0 && bsearch (&id, ids->data, ids->len, sizeof (gint64), compare_ids) != NULL;
}

static GArray *
collect_ids (XybStore *store, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = FALSE;

  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 id = row ? sqlite3_column_int64 (stmt, 0) : 0;

      if (!row)
        return g_steal_pointer (&ids);
      g_array_append_val (ids, id);
    }
  return NULL;
}

/* NULL without @error: every year. */
static gboolean
load_nominated (XybStore *store, int year, GArray **out_ids, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 plan_id = 0;

  *out_ids = NULL;
  if (year == 0)
    return TRUE;
  if (!xyb_lookup_plan (store, year, &plan_id, error))
    return FALSE;
  stmt = xyb_store_prepare (
    store, "SELECT enterprise_id FROM nomination WHERE plan_id = :plan ORDER BY enterprise_id",
    error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":plan", plan_id);
  *out_ids = collect_ids (store, stmt, error);
  return *out_ids != NULL;
}

/* ---- hits ---- */

typedef struct
{
  GArray *ids;   /* of gint64, rising */
  GArray *units; /* of gint64: the unit of each hit; 0 for none */
} Hits;

static void
hits_clear (Hits *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->units, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hits, hits_clear)

static gboolean
scan (XybStore *store,
      const XybEnterpriseQuery *query,
      GArray *nominated,
      Hits *hits,
      GError **error)
{
  g_autoptr (GArray) words = split_words (query->text);
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT enterprise_id, unit_id, text FROM enterprise_search"
                         " WHERE (:unit = 0 OR unit_id = :unit) AND (:all OR NOT closed)"
                         " ORDER BY enterprise_id",
                         error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":unit", query->unit_id);
  xyb_stmt_bind_int (stmt, ":all", query->include_closed ? 1 : 0);
  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 id;
      gint64 unit_id;

      if (!row)
        return TRUE;
      if (!matches (stmt, 2, words))
        continue;
      id = sqlite3_column_int64 (stmt, 0);
      unit_id = sqlite3_column_int64 (stmt, 1);
      if (nominated != NULL && !has_id (nominated, id))
        continue;
      g_array_append_val (hits->ids, id);
      g_array_append_val (hits->units, unit_id);
    }
  return FALSE;
}

/* ---- orders ---- */

static GArray *
order_recent (const Hits *hits)
{
  guint n = hits->ids->len;
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = n; i > 0; i--)
    g_array_append_val (ordered, g_array_index (hits->ids, gint64, i - 1));
  return ordered;
}

/* Place of each unit in the official order, from 0 (ORG-02). */
static GHashTable *
load_places (XybStore *store, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "SELECT id FROM unit ORDER BY kind, position, id", error);
  g_autoptr (GArray) ids = stmt != NULL ? collect_ids (store, stmt, error) : NULL;

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
order_official (XybStore *store, const Hits *hits, GError **error)
{
  g_autoptr (GHashTable) places = load_places (store, error);
  guint n = hits->ids->len;
  g_autofree guint *place_of_hit = g_new (guint, n + 1);
  g_autofree guint *start = NULL;
  guint n_places;
  GArray *ordered;

  if (places == NULL)
    return NULL;
  n_places = g_hash_table_size (places) + 1;
  start = g_new0 (guint, n_places + 1);
  for (guint i = 0; i < n; i++)
    {
      gpointer place = NULL;

      place_of_hit[i]
        = g_hash_table_lookup_extended (places, &g_array_index (hits->units, gint64, i), NULL,
                                        &place)
            ? GPOINTER_TO_UINT (place)
            : n_places - 1;
      start[place_of_hit[i] + 1]++;
    }
  for (guint place = 0; place < n_places; place++)
    start[place + 1] += start[place];
  ordered = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_set_size (ordered, n);
  for (guint i = 0; i < n; i++)
    g_array_index (ordered, gint64, start[place_of_hit[i]]++)
      = g_array_index (hits->ids, gint64, i);
  return ordered;
}

typedef struct
{
  gint64 id;
  GBytes *key;
} NamedHit;

static void
named_hit_clear (gpointer data)
{
  g_bytes_unref (((NamedHit *) data)->key);
}

static int
compare_named_hits (gconstpointer a, gconstpointer b)
{
  const NamedHit *left = a;
  const NamedHit *right = b;
  int order = g_bytes_compare (left->key, right->key);

  return order != 0 ? order : compare_ids (&left->id, &right->id);
}

static gboolean
load_sort_keys (XybStore *store, const Hits *hits, GArray *named, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "SELECT sort_key FROM enterprise_search WHERE enterprise_id = :id",
                         error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < hits->ids->len; i++)
    {
      NamedHit hit = { .id = g_array_index (hits->ids, gint64, i) };
      gboolean row = FALSE;

      xyb_stmt_bind_int (stmt, ":id", hit.id);
      if (!xyb_store_step (store, stmt, &row, error))
        return FALSE;
      hit.key = g_bytes_new (row ? sqlite3_column_blob (stmt, 0) : NULL,
                             row ? sqlite3_column_bytes (stmt, 0) : 0);
      g_array_append_val (named, hit);
      sqlite3_reset (stmt);
    }
  return TRUE;
}

static GArray *
order_few_by_name (XybStore *store, const Hits *hits, GError **error)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (NamedHit));
  GArray *ordered;

  g_array_set_clear_func (named, named_hit_clear);
  if (!load_sort_keys (store, hits, named, error))
    return NULL;
  g_array_sort (named, compare_named_hits);
  ordered = g_array_sized_new (FALSE, FALSE, sizeof (gint64), named->len);
  for (guint i = 0; i < named->len; i++)
    g_array_append_val (ordered, g_array_index (named, NamedHit, i).id);
  return ordered;
}

static GArray *
order_many_by_name (XybStore *store, const Hits *hits, GError **error)
{
  g_autoptr (GArray) ordered = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->ids->len);
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store, "SELECT enterprise_id FROM enterprise_search ORDER BY sort_key, enterprise_id", error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return NULL;
  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 id = row ? sqlite3_column_int64 (stmt, 0) : 0;

      if (!row)
        return g_steal_pointer (&ordered);
      if (has_id (hits->ids, id))
        g_array_append_val (ordered, id);
    }
  return NULL;
}

static GArray *
order (XybStore *store, const Hits *hits, XybEnterpriseOrder by, GError **error)
{
  switch (by)
    {
    case XYB_ENTERPRISE_ORDER_NAME:
      return hits->ids->len <= FEW_HITS ? order_few_by_name (store, hits, error)
                                        : order_many_by_name (store, hits, error);
    case XYB_ENTERPRISE_ORDER_RECENT:
      return order_recent (hits);
    case XYB_ENTERPRISE_ORDER_OFFICIAL:
    default:
      return order_official (store, hits, error);
    }
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
  g_auto (Hits) hits
    = { g_array_new (FALSE, FALSE, sizeof (gint64)), g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_autoptr (GArray) nominated = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (!load_nominated (store, query->nominated_year, &nominated, error)
      || !scan (store, query, nominated, &hits, error))
    return NULL;
  return order (store, &hits, query->order, error);
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
