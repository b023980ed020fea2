/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-match.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-name-lookup.h"
#include "xyb-return-answer.h"
#include "xyb-return-values.h"
#include "xyb-store-private.h"

/* The register is read once for a whole file: each of its names, present and former, is looked up
 * among the names of the file. A file of a hundred thousand rows costs one walk over the register,
 * as one of eleven does. */

typedef struct
{
  XybStore *store;
  XybReturn *taken;
  int year;
  XybNameLookup *names;
  sqlite3_stmt *describe; /* an enterprise and its history */
} Matching;

static void
matching_init (Matching *self)
{
  self->names = xyb_name_lookup_new ();
}

static void
matching_clear (Matching *self)
{
  g_clear_pointer (&self->names, xyb_name_lookup_free);
  g_clear_pointer (&self->describe, xyb_stmt_release);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matching, matching_clear)

/* ---- the names of the file ---- */

static gboolean
is_looked_up (const XybReturnRow *row)
{
  return row->status != XYB_RETURN_IGNORED && *row->name != '\0';
}

static void
collect_names (Matching *self)
{
  for (guint i = 0; i < self->taken->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (self->taken->rows, i);

      if (is_looked_up (row))
        xyb_name_lookup_want (self->names, xyb_return_row_keys (row));
    }
}

/* ENT-08: “新增” counts an enterprise once, for one 区镇. */
static const char describe_sql[]
  = "SELECT e.name, own.name, e.accepted, other.id, other.name, e.closed"
    "  FROM (SELECT enterprise.name, enterprise.unit_id, enterprise.closed,"
    "               (SELECT max(a.year) FROM"
    "                 (SELECT p.year AS year FROM nomination AS n JOIN plan AS p"
    "                      ON p.id = n.plan_id"
    "                   WHERE n.enterprise_id = enterprise.id AND n.accepted_on IS NOT NULL"
    "                   UNION ALL SELECT award.year FROM award"
    "                   WHERE award.enterprise_id = enterprise.id AND award.track = 1"
    "                     AND award.revoked_on IS NULL) AS a"
    "                WHERE a.year < :year) AS accepted,"
    "               (SELECT n.unit_id FROM nomination AS n JOIN plan AS p ON p.id = n.plan_id"
    "                 WHERE n.enterprise_id = enterprise.id AND p.year = :year"
    "                   AND n.unit_id <> :unit ORDER BY n.id DESC LIMIT 1) AS elsewhere"
    "          FROM enterprise WHERE enterprise.id = :id) AS e"
    "  LEFT JOIN unit AS own ON own.id = e.unit_id"
    "  LEFT JOIN unit AS other ON other.id = e.elsewhere";

static XybReturnMatch *
describe (const Matching *self, const XybNameHit *hit, GError **error)
{
  XybReturnMatch *match;
  gboolean row = FALSE;

  xyb_stmt_bind_int (self->describe, ":id", hit->enterprise_id);
  if (!xyb_store_step (self->store, self->describe, &row, error))
    return NULL;
  match = xyb_return_match_new ();
  match->enterprise_id = hit->enterprise_id;
  match->how = hit->how;
  match->name = xyb_stmt_dup_text (self->describe, 0);
  match->district = xyb_stmt_dup_text (self->describe, 1);
  match->accepted_year = sqlite3_column_int (self->describe, 2);
  match->elsewhere_id = sqlite3_column_int64 (self->describe, 3);
  match->elsewhere = xyb_stmt_dup_text (self->describe, 4);
  match->closed = sqlite3_column_int (self->describe, 5) != 0;
  sqlite3_reset (self->describe);
  return match;
}

/* Same once width and spaces are folded: nobody has to be asked. */
static void
note_likeness (XybReturnRow *row)
{
  const XybReturnMatch *match = row->match;

  if (match->how == XYB_COMPANY_MATCH_EXACT)
    return;
  xyb_return_row_note (row, XYB_NOTE_ALIKE, XYB_RETURN_NAME, TRUE,
                       match->how == XYB_COMPANY_MATCH_LIKELY
                         ? _ ("很可能是企业库里的“%s”")
                         : _ ("企业库里有名称相近的“%s”，请决定是不是同一家"),
                       match->name);
}

/* Where there is a choice, or a doubt, the clerk sees all of them. */
static gboolean
list_candidates (const Matching *self, XybReturnRow *row, GArray *hits, GError **error)
{
  if (hits->len == 1 && row->match->how == XYB_COMPANY_MATCH_EXACT)
    return TRUE;
  row->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_return_match_free);
  for (guint i = 0; i < MIN (hits->len, XYB_RETURN_MAX_CANDIDATES); i++)
    {
      XybReturnMatch *match = describe (self, &g_array_index (hits, XybNameHit, i), error);

      if (match == NULL)
        return FALSE;
      g_ptr_array_add (row->candidates, match);
    }
  return TRUE;
}

static gboolean
match_row (const Matching *self, XybReturnRow *row, GArray *hits, GError **error)
{
  if (hits->len == 0)
    return TRUE;
  row->match = describe (self, &g_array_index (hits, XybNameHit, 0), error);
  if (row->match == NULL || !list_candidates (self, row, hits, error))
    return FALSE;
  note_likeness (row);
  xyb_return_row_note_match (row, row->match);
  return TRUE;
}

static gboolean
match_rows (Matching *self, GError **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (XybNameHit));

  self->describe = xyb_store_prepare (self->store, describe_sql, error);
  if (self->describe == NULL)
    return FALSE;
  xyb_stmt_bind_int (self->describe, ":year", self->year);
  xyb_stmt_bind_int (self->describe, ":unit", self->taken->district_id);
  for (guint i = 0; i < self->taken->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (self->taken->rows, i);
      const XybCompanyKeys *keys;

      if (!is_looked_up (row))
        continue;
      keys = xyb_return_row_keys (row);
      if (*keys->key == '\0')
        continue;
      xyb_name_lookup_list (self->names, keys, hits);
      if (!match_row (self, row, hits, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_return_match:
 * @self: a return whose rows are interpreted
 * @year: the year it is for
 * @error: %XYB_STORE_ERROR
 *
 * Looks every enterprise up, under its present and its former names. XybReturnRow.match is the best
 * of those that may be meant; XybReturnRow.candidates holds all of them where there is a doubt or a
 * choice. What is not certain becomes a question of its row.
 */
gboolean
xyb_return_match (XybStore *store, XybReturn *self, int year, GError **error)
{
  g_auto (Matching) matching = { .store = store, .taken = self, .year = year };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  matching_init (&matching);
  collect_names (&matching);
  if (xyb_name_lookup_is_empty (matching.names))
    return TRUE;
  if (!xyb_name_lookup_read (matching.names, store, error) || !match_rows (&matching, error))
    return FALSE;
  xyb_return_check_matches (self);
  return TRUE;
}

/* ---- names the clerk typed ---- */

static gboolean
is_typed (const XybReturnRow *row)
{
  for (guint i = 0; i < row->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (row->notes, i);

      if (note->field == XYB_RETURN_NAME && note->decision.answer == XYB_ANSWER_TYPED)
        return TRUE;
    }
  return FALSE;
}

/* What only the register can have asked. */
static gboolean
is_of_register (const XybReturnNote *note)
{
  return note->kind == XYB_NOTE_ALIKE || note->kind == XYB_NOTE_CLOSED
         || note->kind == XYB_NOTE_EARLIER
         || (note->kind == XYB_NOTE_ELSEWHERE && note->enterprise_id != 0);
}

static void
forget_match (XybReturnRow *row)
{
  g_clear_pointer (&row->match, xyb_return_match_free);
  g_clear_pointer (&row->candidates, g_ptr_array_unref);
  for (guint i = row->notes->len; i > 0; i--)
    if (is_of_register (g_ptr_array_index (row->notes, i - 1)))
      g_ptr_array_remove_index (row->notes, i - 1);
}

/* The questions of @found become those of @row. */
static void
take_match (XybReturnRow *row, XybReturnRow *found)
{
  forget_match (row);
  row->match = g_steal_pointer (&found->match);
  row->candidates = g_steal_pointer (&found->candidates);
  for (guint i = 0; i < found->notes->len;)
    if (is_of_register (g_ptr_array_index (found->notes, i)))
      g_ptr_array_add (row->notes, g_ptr_array_steal_index (found->notes, i));
    else
      i++;
  xyb_return_row_update (row);
}

static gboolean
is_matched_by (const XybReturnRow *row, const char *name)
{
  return row->match_name != NULL && strcmp (row->match_name, name) == 0;
}

/**
 * xyb_return_match_typed:
 * @self: a return that was matched
 * @year: the year it is for
 * @error: %XYB_STORE_ERROR
 *
 * A name that the clerk typed in place of a blank or an error is looked up like those of the file;
 * a name she took back is forgotten with what it asked. Others are left alone.
 */
gboolean
xyb_return_match_typed (XybStore *store, XybReturn *self, int year, GError **error)
{
  g_autoptr (XybReturn) typed = xyb_return_new (self->file);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  typed->district_id = self->district_id;
  for (guint i = 0; i < self->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (self->rows, i);
      XybReturnRow *copy;

      if (row->match_name != NULL && !is_typed (row))
        {
          g_clear_pointer (&row->match_name, g_free);
          forget_match (row);
          xyb_return_row_update (row);
        }
      if (!is_typed (row) || is_matched_by (row, row->name))
        continue;
      copy = xyb_return_row_new (row->sheet, row->row, FALSE);
      g_free (copy->name);
      copy->name = g_strdup (row->name);
      g_ptr_array_add (typed->rows, copy);
      g_ptr_array_add (rows, row);
    }
  if (rows->len == 0)
    return TRUE;
  if (!xyb_return_match (store, typed, year, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (rows, i);

      g_free (row->match_name);
      row->match_name = g_strdup (row->name);
      take_match (row, g_ptr_array_index (typed->rows, i));
    }
  xyb_return_check_matches (self);
  return TRUE;
}
