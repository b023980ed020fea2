/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-scheme-store.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-scheme-private.h"
#include "xyb-store-error.h"

/* Reading schemes. Writing a whole one is in xyb-scheme-writer.c. */

/* ---- which there are ---- */

/**
 * xyb_scheme_store_list_years:
 * @kind: a kind of unit
 *
 * Returns: (transfer full) (element-type int): years that have a scheme for @kind, rising; %NULL on
 *   error
 */
GArray *
xyb_scheme_store_list_years (XybStore *store, XybUnitKind kind, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt
    = xyb_store_prepare (store, "SELECT DISTINCT year FROM scheme WHERE kind = :kind ORDER BY year",
                         error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":kind", kind);
  while (xyb_store_step (store, stmt, &row, error))
    {
      int year = row ? sqlite3_column_int (stmt, 0) : 0;

      if (!row)
        return g_steal_pointer (&years);
      g_array_append_val (years, year);
    }
  return NULL;
}

static gboolean
find_id (XybStore *store, int year, XybUnitKind kind, gint64 *out_id, GError **error)
{
  return xyb_lookup_int (store, "SELECT id FROM scheme WHERE year = :a AND kind = :b ORDER BY id",
                         year, kind, out_id, error);
}

/**
 * xyb_scheme_store_exists:
 * @out_exists: (out): whether @year has a scheme for @kind
 *
 * Returns: %FALSE on error
 */
gboolean
xyb_scheme_store_exists (XybStore *store,
                         int year,
                         XybUnitKind kind,
                         gboolean *out_exists,
                         GError **error)
{
  gint64 id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!find_id (store, year, kind, &id, error))
    return FALSE;
  *out_exists = id != 0;
  return TRUE;
}

/* ---- one of them ---- */

static gboolean
read_scheme (sqlite3_stmt *stmt, XybScheme *scheme)
{
  scheme->id = sqlite3_column_int64 (stmt, 0);
  scheme->year = sqlite3_column_int (stmt, 1);
  scheme->kind = (XybUnitKind) sqlite3_column_int (stmt, 2);
  scheme->title = xyb_stmt_dup_text (stmt, 3);
  scheme->unit_head = xyb_stmt_dup_text (stmt, 4);
  scheme->remark_head = xyb_stmt_dup_text (stmt, 5);
  scheme->notes_head = xyb_stmt_dup_text (stmt, 6);
  scheme->mode = (XybSchemeMode) sqlite3_column_int (stmt, 7);
  scheme->open_becomes = (XybSettling) sqlite3_column_int (stmt, 8);
  scheme->explained_becomes = (XybSettling) sqlite3_column_int (stmt, 9);
  scheme->floor = xyb_stmt_int_or_unsaid (stmt, 10);
  scheme->sum_in_remark = sqlite3_column_int (stmt, 11) != 0;
  return TRUE;
}

/* Numbers the rule does not have are NULL in the file and 0 in the struct. */
static gint64
int_or_zero (sqlite3_stmt *stmt, int column)
{
  return sqlite3_column_int64 (stmt, column);
}

static GStrv
read_lines (sqlite3_stmt *stmt, int column)
{
  const char *text = (const char *) sqlite3_column_text (stmt, column);

  return text != NULL ? g_strsplit (text, "\n", -1) : NULL;
}

static gboolean
read_indicator (sqlite3_stmt *stmt, XybScheme *scheme)
{
  XybIndicator *indicator = xyb_indicator_new ();

  indicator->id = sqlite3_column_int64 (stmt, 0);
  indicator->head = xyb_stmt_dup_text (stmt, 1);
  indicator->source_head = xyb_stmt_dup_text (stmt, 2);
  indicator->aliases = read_lines (stmt, 3);
  indicator->points_text = xyb_stmt_dup_text (stmt, 4);
  indicator->points = sqlite3_column_int64 (stmt, 5);
  indicator->rule = (XybRuleKind) sqlite3_column_int (stmt, 6);
  indicator->event = sqlite3_column_int (stmt, 7) != 0;
  indicator->counts_in_base = sqlite3_column_int (stmt, 8) != 0;
  indicator->note = sqlite3_column_int (stmt, 9);
  indicator->step = int_or_zero (stmt, 10);
  indicator->cap = int_or_zero (stmt, 11);
  indicator->per_quarter = xyb_stmt_int_or_unsaid (stmt, 12);
  indicator->counter = xyb_stmt_dup_text (stmt, 13);
  if (sqlite3_column_type (stmt, 14) != SQLITE_NULL)
    indicator->basis = (XybCompletionBasis) sqlite3_column_int (stmt, 14);
  indicator->evidence = xyb_stmt_dup_text (stmt, 15);
  g_ptr_array_add (scheme->indicators, indicator);
  return TRUE;
}

static gboolean
read_tier (sqlite3_stmt *stmt, XybScheme *scheme)
{
  int place = xyb_scheme_indicator_place (scheme, sqlite3_column_int64 (stmt, 1));
  XybTier *tier;

  if (place < 0)
    return FALSE;
  tier = xyb_tier_new (sqlite3_column_int64 (stmt, 2), sqlite3_column_int64 (stmt, 3));
  tier->id = sqlite3_column_int64 (stmt, 0);
  g_ptr_array_add (((XybIndicator *) scheme->indicators->pdata[place])->tiers, tier);
  return TRUE;
}

static gboolean
read_note (sqlite3_stmt *stmt, XybScheme *scheme)
{
  XybSchemeNote *note = xyb_scheme_note_new ((const char *) sqlite3_column_text (stmt, 1));

  note->id = sqlite3_column_int64 (stmt, 0);
  note->source_text = xyb_stmt_dup_text (stmt, 2);
  g_ptr_array_add (scheme->notes, note);
  return TRUE;
}

static gboolean
read_unit (sqlite3_stmt *stmt, XybScheme *scheme)
{
  XybSchemeUnit *unit = xyb_scheme_unit_new ();

  unit->id = sqlite3_column_int64 (stmt, 0);
  unit->unit_id = sqlite3_column_int64 (stmt, 1);
  unit->unit_name = xyb_stmt_dup_text (stmt, 2);
  unit->page_ends = sqlite3_column_int (stmt, 3) != 0;
  g_ptr_array_add (scheme->units, unit);
  return TRUE;
}

static gboolean
read_exclusion (sqlite3_stmt *stmt, XybScheme *scheme)
{
  for (guint i = 0; i < scheme->units->len; i++)
    {
      XybSchemeUnit *unit = scheme->units->pdata[i];

      if (unit->id == sqlite3_column_int64 (stmt, 0))
        xyb_scheme_unit_set_applies (unit, sqlite3_column_int64 (stmt, 1), FALSE);
    }
  return TRUE;
}

static const struct
{
  const char *sql;
  gboolean (*read) (sqlite3_stmt *stmt, XybScheme *scheme);
} scheme_lists[] = {
  { "SELECT id, year, kind, title, unit_head, remark_head, notes_head, mode, open_becomes,"
    "       explained_becomes, floor, sum_in_remark"
    "  FROM scheme WHERE id = :scheme",
    read_scheme },
  { "SELECT id, head, source_head, aliases, points_text, points, rule, event, counts_in_base, note,"
    "       step, cap, per_quarter, counter, basis, evidence"
    "  FROM scheme_indicator WHERE scheme_id = :scheme ORDER BY position, id",
    read_indicator },
  { "SELECT t.id, t.indicator_id, t.below_percent, t.deduction"
    "  FROM scheme_tier AS t JOIN scheme_indicator AS i ON i.id = t.indicator_id"
    " WHERE i.scheme_id = :scheme ORDER BY t.below_percent, t.id",
    read_tier },
  { "SELECT id, text, source_text FROM scheme_note WHERE scheme_id = :scheme ORDER BY position, id",
    read_note },
  { "SELECT r.id, r.unit_id, unit.name, r.page_ends"
    "  FROM scheme_unit AS r JOIN unit ON unit.id = r.unit_id"
    " WHERE r.scheme_id = :scheme ORDER BY r.position, unit.position, r.id",
    read_unit },
  { "SELECT x.scheme_unit_id, x.indicator_id"
    "  FROM scheme_exclusion AS x JOIN scheme_unit AS r ON r.id = x.scheme_unit_id"
    " WHERE r.scheme_id = :scheme ORDER BY x.id",
    read_exclusion },
};

static gboolean
load_list (XybStore *store, XybScheme *scheme, gint64 id, gsize list, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, scheme_lists[list].sql, error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":scheme", id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return TRUE;
      if (!scheme_lists[list].read (stmt, scheme))
        break;
    }
  return FALSE;
}

/**
 * xyb_scheme_store_get:
 * @error: %XYB_STORE_ERROR_NOT_FOUND where @year has none for @kind
 *
 * Returns: (transfer full): the scheme with its lists, in official order; %NULL on error
 */
XybScheme *
xyb_scheme_store_get (XybStore *store, int year, XybUnitKind kind, GError **error)
{
  g_autoptr (XybScheme) scheme = NULL;
  gint64 id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  if (!xyb_year_check (year, error) || !find_id (store, year, kind, &id, error))
    return NULL;
  if (id == 0)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("没有%d年%s的考核方案，请先载入自带的方案，或从其他年度复制一份。"), year,
                   xyb_unit_kind_name (kind));
      return NULL;
    }
  scheme = xyb_scheme_new ();
  for (gsize list = 0; list < G_N_ELEMENTS (scheme_lists); list++)
    if (!load_list (store, scheme, id, list, error))
      return NULL;
  return g_steal_pointer (&scheme);
}
