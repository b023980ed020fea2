/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-scheme-private.h"

/* A whole scheme with its lists into the office file. */

static void
bind_indicator (sqlite3_stmt *stmt, gconstpointer item)
{
  const XybIndicator *indicator = item;
  gboolean counted = indicator->rule == XYB_RULE_PER_COUNT;
  g_autofree char *aliases
    = indicator->aliases != NULL ? g_strjoinv ("\n", indicator->aliases) : NULL;

  xyb_stmt_bind_text (stmt, ":head", indicator->head);
  xyb_stmt_bind_text (stmt, ":source_head", indicator->source_head);
  xyb_stmt_bind_text (stmt, ":aliases", aliases);
  xyb_stmt_bind_text (stmt, ":points_text", indicator->points_text);
  xyb_stmt_bind_int (stmt, ":points", indicator->points);
  xyb_stmt_bind_int (stmt, ":rule", indicator->rule);
  xyb_stmt_bind_int (stmt, ":event", indicator->event ? 1 : 0);
  xyb_stmt_bind_int (stmt, ":counts", indicator->counts_in_base ? 1 : 0);
  xyb_stmt_bind_int (stmt, ":note", indicator->note);
  xyb_stmt_bind_int_or_null (stmt, ":step", counted ? indicator->step : XYB_UNSAID);
  xyb_stmt_bind_int_or_null (stmt, ":cap", counted ? indicator->cap : XYB_UNSAID);
  xyb_stmt_bind_int_or_null (stmt, ":per_quarter", indicator->per_quarter);
  xyb_stmt_bind_text (stmt, ":counter", indicator->counter);
  xyb_stmt_bind_int_or_null (stmt, ":basis",
                             indicator->rule == XYB_RULE_TIER ? (gint64) indicator->basis
                                                              : XYB_UNSAID);
  xyb_stmt_bind_text (stmt, ":evidence", indicator->evidence);
}

static void
bind_note (sqlite3_stmt *stmt, gconstpointer item)
{
  const XybSchemeNote *note = item;

  xyb_stmt_bind_text (stmt, ":text", note->text);
  xyb_stmt_bind_text (stmt, ":source_text", note->source_text);
}

static void
bind_unit (sqlite3_stmt *stmt, gconstpointer item)
{
  const XybSchemeUnit *unit = item;

  xyb_stmt_bind_int (stmt, ":unit", unit->unit_id);
  xyb_stmt_bind_int (stmt, ":page_ends", unit->page_ends ? 1 : 0);
}

/* A row that is there already is changed in its place: marks point at it. */
static const struct
{
  gsize list; /* where XybScheme has the GPtrArray */
  const char *sql;
  void (*bind) (sqlite3_stmt *stmt, gconstpointer item);
} scheme_lists[] = {
  { G_STRUCT_OFFSET (XybScheme, indicators),
    "INSERT INTO scheme_indicator"
    "  (id, scheme_id, position, head, source_head, aliases, points_text, points, rule, event,"
    "   counts_in_base, note, step, cap, per_quarter, counter, basis, evidence)"
    " VALUES (:id, :scheme, :position, :head, :source_head, :aliases, :points_text, :points, :rule,"
    "         :event, :counts, :note, :step, :cap, :per_quarter, :counter, :basis, :evidence)"
    " ON CONFLICT (id) DO UPDATE SET position = :position, head = :head,"
    "   source_head = :source_head, aliases = :aliases, points_text = :points_text,"
    "   points = :points, rule = :rule, event = :event, counts_in_base = :counts, note = :note,"
    "   step = :step, cap = :cap, per_quarter = :per_quarter, counter = :counter, basis = :basis,"
    "   evidence = :evidence",
    bind_indicator },
  { G_STRUCT_OFFSET (XybScheme, notes),
    "INSERT INTO scheme_note (id, scheme_id, position, text, source_text)"
    " VALUES (:id, :scheme, :position, :text, :source_text)"
    " ON CONFLICT (id) DO UPDATE SET position = :position, text = :text,"
    "   source_text = :source_text",
    bind_note },
  { G_STRUCT_OFFSET (XybScheme, units),
    "INSERT INTO scheme_unit (id, scheme_id, unit_id, position, page_ends)"
    " VALUES (:id, :scheme, :unit, :position, :page_ends)"
    " ON CONFLICT (id) DO UPDATE SET position = :position, page_ends = :page_ends",
    bind_unit },
};

/* Every row of a scheme begins with its id. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybIndicator, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybSchemeNote, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybSchemeUnit, id) == 0);

static gboolean
write_list (XybStore *store, const XybScheme *scheme, gsize list, GError **error)
{
  const GPtrArray *items = G_STRUCT_MEMBER (GPtrArray *, scheme, scheme_lists[list].list);
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, scheme_lists[list].sql, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const gint64 *item = items->pdata[i];

      sqlite3_reset (stmt);
      xyb_stmt_bind_int (stmt, ":id", *item);
      xyb_stmt_bind_int (stmt, ":scheme", scheme->id);
      xyb_stmt_bind_int (stmt, ":position", i + 1);
      scheme_lists[list].bind (stmt, item);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* Rows below a row of the presets count from 1 behind its id, so that every office file agrees on
 * them; what the clerk makes gets an id of its own (DESIGN §4). */
#define IDS_A_ROW 100
#define PRESET_IDS_END (G_GINT64_CONSTANT (1) << 31)

static gint64
id_below (XybStore *store, gint64 row_id, gint64 place)
{
  return row_id < PRESET_IDS_END ? row_id * IDS_A_ROW + place : xyb_store_new_id (store);
}

static gboolean
insert_tiers (XybStore *store, const XybIndicator *indicator, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "INSERT INTO scheme_tier (id, indicator_id, below_percent, deduction)"
                         " VALUES (:id, :indicator, :below, :deduction)",
                         error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < indicator->tiers->len; i++)
    {
      const XybTier *tier = indicator->tiers->pdata[i];

      sqlite3_reset (stmt);
      xyb_stmt_bind_int (stmt, ":id", id_below (store, indicator->id, i + 1));
      xyb_stmt_bind_int (stmt, ":indicator", indicator->id);
      xyb_stmt_bind_int (stmt, ":below", tier->below_percent);
      xyb_stmt_bind_int (stmt, ":deduction", tier->deduction);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xyb_scheme_exclusion_insert (XybStore *store,
                             gint64 id,
                             gint64 scheme_unit_id,
                             gint64 indicator_id,
                             GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "INSERT INTO scheme_exclusion (id, scheme_unit_id, indicator_id)"
                         " VALUES (:id, :unit, :indicator)",
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", id);
  xyb_stmt_bind_int (stmt, ":unit", scheme_unit_id);
  xyb_stmt_bind_int (stmt, ":indicator", indicator_id);
  return xyb_store_run (store, stmt, error);
}

static gboolean
insert_exclusions (XybStore *store,
                   const XybScheme *scheme,
                   const XybSchemeUnit *unit,
                   GError **error)
{
  for (guint i = 0; i < unit->excluded->len; i++)
    {
      gint64 indicator = g_array_index (unit->excluded, gint64, i);
      int place = xyb_scheme_indicator_place (scheme, indicator);

      if (!xyb_scheme_exclusion_insert (store, id_below (store, unit->id, place + 1), unit->id,
                                        indicator, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_row (XybStore *store, const XybScheme *scheme, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO scheme (id, year, kind, title, unit_head, remark_head, notes_head, mode,"
    "  open_becomes, explained_becomes, floor, sum_in_remark)"
    " VALUES (:id, :year, :kind, :title, :unit_head, :remark_head, :notes_head, :mode,"
    "  :open, :explained, :floor, :sum)"
    " ON CONFLICT (id) DO UPDATE SET title = :title, unit_head = :unit_head,"
    "  remark_head = :remark_head, notes_head = :notes_head, mode = :mode, open_becomes = :open,"
    "  explained_becomes = :explained, floor = :floor, sum_in_remark = :sum",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", scheme->id);
  xyb_stmt_bind_int (stmt, ":year", scheme->year);
  xyb_stmt_bind_int (stmt, ":kind", scheme->kind);
  xyb_stmt_bind_text (stmt, ":title", scheme->title);
  xyb_stmt_bind_text (stmt, ":unit_head", scheme->unit_head);
  xyb_stmt_bind_text (stmt, ":remark_head", scheme->remark_head);
  xyb_stmt_bind_text (stmt, ":notes_head", scheme->notes_head);
  xyb_stmt_bind_int (stmt, ":mode", scheme->mode);
  xyb_stmt_bind_int (stmt, ":open", scheme->open_becomes);
  xyb_stmt_bind_int (stmt, ":explained", scheme->explained_becomes);
  xyb_stmt_bind_int_or_null (stmt, ":floor", scheme->floor);
  xyb_stmt_bind_int (stmt, ":sum", scheme->sum_in_remark ? 1 : 0);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_scheme_store_insert:
 * @scheme: every row of it has its id
 *
 * Writes a scheme with its lists. Only inside an edit.
 */
gboolean
xyb_scheme_store_insert (XybStore *store, const XybScheme *scheme, GError **error)
{
  if (!write_row (store, scheme, error))
    return FALSE;
  for (gsize list = 0; list < G_N_ELEMENTS (scheme_lists); list++)
    if (!write_list (store, scheme, list, error))
      return FALSE;
  for (guint i = 0; i < scheme->indicators->len; i++)
    if (!insert_tiers (store, scheme->indicators->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < scheme->units->len; i++)
    if (!insert_exclusions (store, scheme, scheme->units->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* ---- changes ---- */

static gboolean
same_tiers (const XybIndicator *a, const XybIndicator *b)
{
  if (a->tiers->len != b->tiers->len)
    return FALSE;
  for (guint i = 0; i < a->tiers->len; i++)
    {
      const XybTier *left = a->tiers->pdata[i];
      const XybTier *right = b->tiers->pdata[i];

      if (left->below_percent != right->below_percent || left->deduction != right->deduction)
        return FALSE;
    }
  return TRUE;
}

/* Nothing points at a tier: a list that changed is written anew. */
static gboolean
update_tiers (XybStore *store,
              const XybScheme *before,
              const XybIndicator *indicator,
              GError **error)
{
  const XybIndicator *old = xyb_scheme_find_indicator (before, indicator->id);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (old == NULL)
    return insert_tiers (store, indicator, error);
  if (same_tiers (old, indicator))
    return TRUE;
  stmt = xyb_store_prepare (store, "DELETE FROM scheme_tier WHERE indicator_id = :id", error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", indicator->id);
  return xyb_store_run (store, stmt, error) && insert_tiers (store, indicator, error);
}

static gboolean
set_applies (XybStore *store, gint64 unit, gint64 indicator, gboolean applies, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!applies)
    return xyb_scheme_exclusion_insert (store, xyb_store_new_id (store), unit, indicator, error);
  stmt = xyb_store_prepare (store,
                            "DELETE FROM scheme_exclusion"
                            " WHERE scheme_unit_id = :unit AND indicator_id = :indicator",
                            error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":unit", unit);
  xyb_stmt_bind_int (stmt, ":indicator", indicator);
  return xyb_store_run (store, stmt, error);
}

static gboolean
update_exclusions (XybStore *store,
                   const XybScheme *before,
                   const XybScheme *after,
                   const XybSchemeUnit *unit,
                   GError **error)
{
  const XybSchemeUnit *old = xyb_scheme_find_unit (before, unit->unit_id);

  for (guint i = 0; i < after->indicators->len; i++)
    {
      gint64 indicator = *(const gint64 *) after->indicators->pdata[i];
      gboolean applies = xyb_scheme_unit_applies (unit, indicator);
      gboolean applied
        = old == NULL || old->id != unit->id || xyb_scheme_unit_applies (old, indicator);

      if (applies != applied && !set_applies (store, unit->id, indicator, applies, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_scheme_store_update:
 * @before: as it stands in the file, without the rows that are gone already
 * @after: as it shall be; every row of it has its id
 *
 * Writes what differs. Only inside an edit.
 */
gboolean
xyb_scheme_store_update (XybStore *store,
                         const XybScheme *before,
                         const XybScheme *after,
                         GError **error)
{
  if (!write_row (store, after, error))
    return FALSE;
  for (gsize list = 0; list < G_N_ELEMENTS (scheme_lists); list++)
    if (!write_list (store, after, list, error))
      return FALSE;
  for (guint i = 0; i < after->indicators->len; i++)
    if (!update_tiers (store, before, after->indicators->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < after->units->len; i++)
    if (!update_exclusions (store, before, after, after->units->pdata[i], error))
      return FALSE;
  return TRUE;
}
