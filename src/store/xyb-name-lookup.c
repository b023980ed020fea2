/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-name-lookup.h"

#include <string.h>

#include "xyb-store-private.h"

/* Of one name so many are kept; a clerk chooses among a few. */
#define MAX_KNOWN 200

/* An enterprise of the register whose name has the key, or the core, of a row's. */
typedef struct
{
  gint64 enterprise_id;
  char *text; /* xyb_text_key() of that name; NULL where only the core is the same */
} Known;

struct _XybNameLookup
{
  GHashTable *with_key;  /* key → GArray of Known, NULL while nobody has it */
  GHashTable *with_core; /* core → likewise */
};

static void
known_clear (gpointer data)
{
  g_free (((Known *) data)->text);
}

static void
list_free (gpointer list)
{
  if (list != NULL)
    g_array_unref (list);
}

XybNameLookup *
xyb_name_lookup_new (void)
{
  XybNameLookup *self = g_new0 (XybNameLookup, 1);

  self->with_key = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, list_free);
  self->with_core = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, list_free);
  return self;
}

void
xyb_name_lookup_free (XybNameLookup *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->with_key);
  g_hash_table_unref (self->with_core);
  g_free (self);
}

/* ---- the names that are wanted ---- */

static void
want (GHashTable *lists, char *key)
{
  if (!g_hash_table_contains (lists, key))
    g_hash_table_insert (lists, key, NULL);
}

/**
 * xyb_name_lookup_want:
 * @keys: of a name; must outlive the lookup
 */
void
xyb_name_lookup_want (XybNameLookup *self, const XybCompanyKeys *keys)
{
  if (keys->key == NULL || *keys->key == '\0')
    return;
  want (self->with_key, keys->key);
  want (self->with_core, keys->core);
}

gboolean
xyb_name_lookup_is_empty (const XybNameLookup *self)
{
  return g_hash_table_size (self->with_key) == 0;
}

/* ---- the names of the register ---- */

static void
add_known (GHashTable *lists, const char *key, gint64 enterprise_id, char *text)
{
  gpointer own_key, list;
  Known known = { enterprise_id, text };

  if (g_hash_table_lookup_extended (lists, key, &own_key, &list))
    {
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (Known));
          g_array_set_clear_func (list, known_clear);
          g_hash_table_insert (lists, own_key, list);
        }
      if (((GArray *) list)->len < MAX_KNOWN)
        {
          g_array_append_val ((GArray *) list, known);
          return;
        }
    }
  g_free (text);
}

static void
look_for (XybNameLookup *self, gint64 enterprise_id, const char *name)
{
  g_auto (XybCompanyKeys) keys = { 0 };

  xyb_company_keys_init (&keys, name);
  if (*keys.key == '\0')
    return;
  add_known (self->with_key, keys.key, enterprise_id, g_steal_pointer (&keys.text));
  add_known (self->with_core, keys.core, enterprise_id, NULL);
}

/**
 * xyb_name_lookup_read:
 * @error: %XYB_STORE_ERROR
 *
 * One walk over the register, after all names are wanted and before the first is listed.
 */
gboolean
xyb_name_lookup_read (XybNameLookup *self, XybStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT id, name FROM enterprise"
                         " UNION ALL SELECT enterprise_id, name FROM enterprise_name",
                         error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return TRUE;
      look_for (self, sqlite3_column_int64 (stmt, 0), (const char *) sqlite3_column_text (stmt, 1));
    }
  return FALSE;
}

/* ---- what belongs together ---- */

static void
add_hit (GArray *hits, gint64 enterprise_id, XybCompanyMatch how)
{
  XybNameHit hit = { enterprise_id, how };

  for (guint i = 0; i < hits->len; i++)
    {
      XybNameHit *present = &g_array_index (hits, XybNameHit, i);

      if (present->enterprise_id != enterprise_id)
        continue;
      present->how = MAX (present->how, how);
      return;
    }
  g_array_append_val (hits, hit);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const XybNameHit *left = a;
  const XybNameHit *right = b;

  if (left->how != right->how)
    return (int) right->how - (int) left->how;
  return left->enterprise_id < right->enterprise_id ? -1 : 1;
}

/**
 * xyb_name_lookup_list:
 * @keys: of a name that was wanted
 * @hits: (element-type XybNameHit): filled, the best first
 */
void
xyb_name_lookup_list (const XybNameLookup *self, const XybCompanyKeys *keys, GArray *hits)
{
  GArray *same_key = g_hash_table_lookup (self->with_key, keys->key);
  GArray *same_core = g_hash_table_lookup (self->with_core, keys->core);

  g_array_set_size (hits, 0);
  for (guint i = 0; same_key != NULL && i < same_key->len; i++)
    {
      const Known *known = &g_array_index (same_key, Known, i);

      add_hit (hits, known->enterprise_id,
               g_str_equal (known->text, keys->text) ? XYB_COMPANY_MATCH_EXACT
                                                     : XYB_COMPANY_MATCH_LIKELY);
    }
  for (guint i = 0; same_core != NULL && i < same_core->len; i++)
    add_hit (hits, g_array_index (same_core, Known, i).enterprise_id, XYB_COMPANY_MATCH_POSSIBLE);
  g_array_sort (hits, compare_hits);
}
