/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-import.h"

#include "xyb-award-check.h"
#include "xyb-award-store.h"
#include "xyb-name-lookup.h"
#include "xyb-store-private.h"

/* Whom of the register the rows of a list may mean, and which titles those hold. */

/* A clerk chooses among a few. */
#define MAX_CANDIDATES 8

typedef struct
{
  XybStore *store;
  XybAwardRoll *list;
  XybNameLookup *names;
  GHashTable *held;       /* gint64 → int[XYB_N_TRACKS] */
  sqlite3_stmt *describe; /* an enterprise */
  sqlite3_stmt *by_code;
} Matching;

static void
matching_clear (Matching *self)
{
  g_clear_pointer (&self->names, xyb_name_lookup_free);
  g_clear_pointer (&self->held, g_hash_table_unref);
  g_clear_pointer (&self->describe, xyb_stmt_release);
  g_clear_pointer (&self->by_code, xyb_stmt_release);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matching, matching_clear)

static const char describe_sql[] = "SELECT e.name, e.credit_code, unit.name, e.closed"
                                   "  FROM enterprise AS e LEFT JOIN unit ON unit.id = e.unit_id"
                                   " WHERE e.id = :id";

static const char code_sql[] = "SELECT id FROM enterprise WHERE credit_code = :code";

/* ---- titles ---- */

/* What is revoked may be given again. */
static gboolean
read_held (Matching *self, GError **error)
{
  g_autoptr (GPtrArray) awards = xyb_award_store_list (self->store, 0, 0, error);

  if (awards == NULL)
    return FALSE;
  self->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < awards->len; i++)
    {
      const XybAward *award = awards->pdata[i];
      int *years = g_hash_table_lookup (self->held, &award->enterprise_id);

      if (award->revoked_on != NULL)
        continue;
      if (years == NULL)
        {
          years = g_new0 (int, XYB_N_TRACKS);
          g_hash_table_insert (self->held,
                               g_memdup2 (&award->enterprise_id, sizeof award->enterprise_id),
                               years);
        }
      if (years[award->track - 1] == 0 || award->year < years[award->track - 1])
        years[award->track - 1] = award->year;
    }
  return TRUE;
}

/* ---- candidates ---- */

static XybAwardCandidate *
describe (const Matching *self, gint64 id, XybCompanyMatch how, GError **error)
{
  XybAwardCandidate *candidate;
  const int *held = g_hash_table_lookup (self->held, &id);
  gboolean row = FALSE;

  xyb_stmt_bind_int (self->describe, ":id", id);
  if (!xyb_store_step (self->store, self->describe, &row, error))
    return NULL;
  candidate = xyb_award_candidate_new ();
  candidate->enterprise_id = id;
  candidate->how = how;
  candidate->name = xyb_stmt_dup_text (self->describe, 0);
  candidate->code = xyb_stmt_dup_text (self->describe, 1);
  candidate->district = xyb_stmt_dup_text (self->describe, 2);
  candidate->closed = sqlite3_column_int (self->describe, 3) != 0;
  for (guint i = 0; held != NULL && i < XYB_N_TRACKS; i++)
    candidate->held[i] = held[i];
  sqlite3_reset (self->describe);
  return candidate;
}

/* 0: nobody has it. */
static gboolean
find_code (const Matching *self, const char *code, gint64 *out_id, GError **error)
{
  gboolean row = FALSE;

  *out_id = 0;
  if (code == NULL)
    return TRUE;
  xyb_stmt_bind_text (self->by_code, ":code", code);
  if (!xyb_store_step (self->store, self->by_code, &row, error))
    return FALSE;
  if (row)
    *out_id = sqlite3_column_int64 (self->by_code, 0);
  sqlite3_reset (self->by_code);
  return TRUE;
}

/* The one of the same code first, where the names do not show it. */
static gboolean
add_by_code (const Matching *self, GPtrArray *candidates, gint64 id, GError **error)
{
  XybAwardCandidate *candidate;

  for (guint i = 0; i < candidates->len; i++)
    {
      candidate = candidates->pdata[i];
      if (candidate->enterprise_id != id)
        continue;
      candidate->same_code = TRUE;
      g_ptr_array_steal_index (candidates, i);
      g_ptr_array_insert (candidates, 0, candidate);
      return TRUE;
    }
  candidate = describe (self, id, XYB_COMPANY_MATCH_NONE, error);
  if (candidate == NULL)
    return FALSE;
  candidate->same_code = TRUE;
  g_ptr_array_insert (candidates, 0, candidate);
  return TRUE;
}

static gboolean
match_row (const Matching *self, XybAwardRow *row, GArray *hits, GError **error)
{
  g_autoptr (GPtrArray) candidates
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_candidate_free);
  gint64 with_code;

  if (*row->keys.key != '\0')
    xyb_name_lookup_list (self->names, &row->keys, hits);
  else
    g_array_set_size (hits, 0);
  if (!find_code (self, row->code, &with_code, error))
    return FALSE;
  for (guint i = 0; i < MIN (hits->len, MAX_CANDIDATES); i++)
    {
      const XybNameHit *hit = &g_array_index (hits, XybNameHit, i);
      XybAwardCandidate *candidate = describe (self, hit->enterprise_id, hit->how, error);

      if (candidate == NULL)
        return FALSE;
      g_ptr_array_add (candidates, candidate);
    }
  if (with_code != 0 && !add_by_code (self, candidates, with_code, error))
    return FALSE;
  xyb_award_row_set_candidates (row, candidates->len > 0 ? g_steal_pointer (&candidates) : NULL);
  return TRUE;
}

static gboolean
match_rows (Matching *self, GError **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (XybNameHit));

  self->describe = xyb_store_prepare (self->store, describe_sql, error);
  self->by_code = self->describe != NULL ? xyb_store_prepare (self->store, code_sql, error) : NULL;
  if (self->by_code == NULL)
    return FALSE;
  for (guint i = 0; i < self->list->rows->len; i++)
    {
      XybAwardRow *row = self->list->rows->pdata[i];

      if (row->keys.text != NULL && !match_row (self, row, hits, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_award_import_match:
 * @list: a list whose rows have been read
 * @error: %XYB_STORE_ERROR
 *
 * Looks every row up in the register, by code, by its present and its former names, with the titles
 * each has; then works the list out.
 *
 * Returns: %FALSE on error
 */
gboolean
xyb_award_import_match (XybStore *store, XybAwardRoll *list, GError **error)
{
  g_auto (Matching) matching = { .store = store, .list = list };

  g_return_val_if_fail (XYB_IS_STORE (store) && list != NULL, FALSE);

  /* Names and codes as they are read. */
  xyb_award_roll_update (list);
  matching.names = xyb_name_lookup_new ();
  for (guint i = 0; i < list->rows->len; i++)
    xyb_name_lookup_want (matching.names, &((XybAwardRow *) list->rows->pdata[i])->keys);
  if (!xyb_name_lookup_read (matching.names, store, error) || !read_held (&matching, error)
      || !match_rows (&matching, error))
    return FALSE;
  xyb_award_roll_update (list);
  return TRUE;
}
