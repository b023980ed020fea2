/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-score.h"

#include <string.h>

#include "xyb-date.h"
#include "xyb-text-table.h"

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

/* Lines that stand below a frozen table (xyb_assessment_table_freeze()): f alone says that facts
 * follow; then f, unit, quota, nominated, confirmed, signed up, accepted. An unsaid quota is -. */
#define FACT_MARK "f"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
freeze_fact (GString *out, gint64 unit_id, const XybScoreFacts *fact)
{
  g_autofree char *quota = fact->quota != XYB_UNSAID
                             ? g_strdup_printf ("%" G_GINT64_FORMAT, fact->quota)
                             : g_strdup ("-");

  g_string_append_printf (out,
                          FACT_MARK "\t%" G_GINT64_FORMAT "\t%s\t%" G_GINT64_FORMAT
                                    "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT
                                    "\t%" G_GINT64_FORMAT "\n",
                          unit_id, quota, fact->progress.nominated, fact->progress.confirmed,
                          fact->progress.signed_up, fact->progress.accepted);
}

/**
 * xyb_facts_freeze:
 * @facts: what the register knows
 *
 * A settled year counts by what was known when it was signed, whatever the register says later
 * (KH-27).
 *
 * Returns: (transfer full): all of it as lines to stand below a frozen table
 */
char *
xyb_facts_freeze (GHashTable *facts)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) out = g_string_new (FACT_MARK "\n");
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (facts != NULL, NULL);

  g_hash_table_iter_init (&iter, facts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 *id = &g_array_index (ids, gint64, i);

      freeze_fact (out, *id, g_hash_table_lookup (facts, id));
    }
  return g_strdup (out->str);
}

static gint64
read_number (const XybTextTable *lines, guint line, guint column)
{
  return g_ascii_strtoll (xyb_text_table_get (lines, line, column), NULL, 10);
}

static void
thaw_fact (GHashTable *facts, const XybTextTable *lines, guint line)
{
  const char *quota = xyb_text_table_get (lines, line, 2);
  XybProgress progress = { .unit_id = read_number (lines, line, 1),
                           .nominated = read_number (lines, line, 3),
                           .confirmed = read_number (lines, line, 4),
                           .signed_up = read_number (lines, line, 5),
                           .accepted = read_number (lines, line, 6) };

  if (progress.unit_id != 0)
    xyb_facts_set (facts, progress.unit_id,
                   g_str_equal (quota, "-") ? XYB_UNSAID : read_number (lines, line, 2), &progress);
}

/**
 * xyb_facts_thaw:
 * @text: a frozen table with what xyb_facts_freeze() made below it
 *
 * Returns: (transfer full) (nullable): what the register knew then; %NULL where nothing was kept
 */
GHashTable *
xyb_facts_thaw (const char *text)
{
  g_autoptr (XybTextTable) lines = NULL;
  GHashTable *facts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  lines = xyb_text_table_parse (text);
  for (guint i = 0; i < lines->rows->len; i++)
    {
      if (!g_str_equal (xyb_text_table_get (lines, i, 0), FACT_MARK))
        continue;
      if (facts == NULL)
        facts = xyb_facts_new ();
      thaw_fact (facts, lines, i);
    }
  return facts;
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
