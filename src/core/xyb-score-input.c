/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-score.h"

#include <string.h>

#include "xyb-date.h"

/* What a score is computed from: the marks of a table, what the register knows, the quarters gone.
 */

static guint
key_hash (gconstpointer key)
{
  const XybMarkKey *self = key;

  return g_int64_hash (&self->unit_id) * 31 + g_int64_hash (&self->indicator_id);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const XybMarkKey *left = a;
  const XybMarkKey *right = b;

  return left->unit_id == right->unit_id && left->indicator_id == right->indicator_id;
}

/**
 * xyb_marks_new:
 *
 * Returns: (transfer full): the marks of a table, none yet; it owns what is set
 */
GHashTable *
xyb_marks_new (void)
{
  return g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) xyb_mark_free);
}

/**
 * xyb_marks_set:
 * @marks: the marks of a table
 * @unit_id: a row
 * @indicator_id: a column
 * @mark: (transfer full) (nullable): what stands there; %NULL to make it blank
 */
void
xyb_marks_set (GHashTable *marks, gint64 unit_id, gint64 indicator_id, XybMark *mark)
{
  XybMarkKey key = { unit_id, indicator_id };

  g_return_if_fail (marks != NULL);

  if (mark == NULL)
    g_hash_table_remove (marks, &key);
  else
    g_hash_table_insert (marks, g_memdup2 (&key, sizeof key), mark);
}

/**
 * xyb_marks_get:
 * @marks: the marks of a table
 * @unit_id: a row
 * @indicator_id: a column
 *
 * Returns: (nullable): what stands there; %NULL where nobody has said
 */
const XybMark *
xyb_marks_get (GHashTable *marks, gint64 unit_id, gint64 indicator_id)
{
  XybMarkKey key = { unit_id, indicator_id };

  g_return_val_if_fail (marks != NULL, NULL);

  return g_hash_table_lookup (marks, &key);
}

/**
 * xyb_facts_new:
 *
 * Returns: (transfer full): what the register knows of the units: nothing yet
 */
GHashTable *
xyb_facts_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * xyb_facts_set:
 * @facts: what the register knows
 * @unit_id: a unit
 * @quota: enterprises asked for, or %XYB_UNSAID
 * @progress: how far it is
 */
void
xyb_facts_set (GHashTable *facts, gint64 unit_id, gint64 quota, const XybProgress *progress)
{
  XybScoreFacts entry = { .quota = quota };

  g_return_if_fail (facts != NULL && progress != NULL);

  entry.progress = *progress;
  g_hash_table_insert (facts, g_memdup2 (&unit_id, sizeof unit_id),
                       g_memdup2 (&entry, sizeof entry));
}

/**
 * xyb_quarters_gone:
 * @year: the year of a scheme
 * @today: ISO date
 *
 * Returns: how many quarters of @year are wholly over on @today: what may be asked for by then
 *   (AMB-28)
 */
int
xyb_quarters_gone (int year, const char *today)
{
  int this_year;

  g_return_val_if_fail (xyb_date_is_valid (today), 0);

  this_year = (int) g_ascii_strtoll (today, NULL, 10);
  if (this_year != year)
    return this_year > year ? XYB_QUARTERS_A_YEAR : 0;
  return ((int) g_ascii_strtoll (today + strlen ("2020-"), NULL, 10) - 1) / 3;
}
