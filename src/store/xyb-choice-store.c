/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-choice-store.h"

#include "xyb-store-private.h"

/* Among the decisions, by the name of the sheet, or of the column of a sheet. */
#define SHEET_KIND XYB_NOTE_SEVERAL_SHEETS
#define COLUMN_KIND XYB_NOTE_HIDDEN_COLUMN

/* ---- knowing again ---- */

static gboolean
add_choice (GHashTable *choices, const char *key, int answer)
{
  if (g_hash_table_contains (choices, key))
    return FALSE;
  g_hash_table_insert (choices, g_strdup (key), GINT_TO_POINTER (answer));
  return TRUE;
}

gboolean
xyb_choice_store_recall (XybStore *store,
                         int year,
                         gint64 unit_id,
                         XybReturnChoices *choices,
                         gboolean *out_changed,
                         GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT d.kind, d.name_key, d.answer FROM return_decision AS d"
                         "  JOIN plan AS p ON p.id = d.plan_id"
                         " WHERE p.year = :year AND d.unit_id = :unit"
                         "   AND d.kind IN (:sheet, :column)",
                         error);
  gboolean row = FALSE;

  *out_changed = FALSE;
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":year", year);
  xyb_stmt_bind_int (stmt, ":unit", unit_id);
  xyb_stmt_bind_int (stmt, ":sheet", SHEET_KIND);
  xyb_stmt_bind_int (stmt, ":column", COLUMN_KIND);
  while (xyb_store_step (store, stmt, &row, error))
    {
      GHashTable *kept;

      if (!row)
        return TRUE;
      kept = sqlite3_column_int (stmt, 0) == SHEET_KIND ? choices->sheets : choices->columns;
      if (add_choice (kept, (const char *) sqlite3_column_text (stmt, 1),
                      sqlite3_column_int (stmt, 2)))
        *out_changed = TRUE;
    }
  return FALSE;
}

/* ---- keeping ---- */

typedef struct
{
  XybStore *store;
  gint64 plan_id;
  gint64 unit_id;
  const char *today;
} Keeping;

static gboolean
find_kept (const Keeping *self,
           int kind,
           const char *key,
           gint64 *out_id,
           int *out_answer,
           GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (self->store,
                         "SELECT id, answer FROM return_decision"
                         " WHERE name_key = :key AND kind = :kind AND plan_id = :plan"
                         "   AND unit_id = :unit",
                         error);
  gboolean row = FALSE;

  *out_id = 0;
  *out_answer = XYB_ANSWER_OPEN;
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":key", key);
  xyb_stmt_bind_int (stmt, ":kind", kind);
  xyb_stmt_bind_int (stmt, ":plan", self->plan_id);
  xyb_stmt_bind_int (stmt, ":unit", self->unit_id);
  if (!xyb_store_step (self->store, stmt, &row, error))
    return FALSE;
  if (row)
    {
      *out_id = sqlite3_column_int64 (stmt, 0);
      *out_answer = sqlite3_column_int (stmt, 1);
    }
  return TRUE;
}

static const char insert_sql[]
  = "INSERT INTO return_decision (id, plan_id, unit_id, name_key, kind, answer, decided_on)"
    " VALUES (:id, :plan, :unit, :key, :kind, :answer, :today)";

static const char update_sql[]
  = "UPDATE return_decision SET answer = :answer, decided_on = :today WHERE id = :id";

static gboolean
keep (const Keeping *self, int kind, const char *key, int answer, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 id;
  int before;

  if (!find_kept (self, kind, key, &id, &before, error))
    return FALSE;
  if (before == answer)
    return TRUE;
  stmt = xyb_store_prepare (self->store, id != 0 ? update_sql : insert_sql, error);
  if (stmt == NULL)
    return FALSE;
  if (id == 0)
    {
      xyb_stmt_bind_int (stmt, ":plan", self->plan_id);
      xyb_stmt_bind_int (stmt, ":unit", self->unit_id);
      xyb_stmt_bind_text (stmt, ":key", key);
      xyb_stmt_bind_int (stmt, ":kind", kind);
    }
  xyb_stmt_bind_int (stmt, ":id", id != 0 ? id : xyb_store_new_id (self->store));
  xyb_stmt_bind_int (stmt, ":answer", answer);
  xyb_stmt_bind_text (stmt, ":today", self->today);
  return xyb_store_run (self->store, stmt, error);
}

static gboolean
keep_all (const Keeping *self, int kind, GHashTable *choices, GError **error)
{
  GHashTableIter iter;
  gpointer key, answer;

  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &key, &answer))
    if (!keep (self, kind, key, GPOINTER_TO_INT (answer), error))
      return FALSE;
  return TRUE;
}

gboolean
xyb_choice_store_remember (XybStore *store,
                           gint64 plan_id,
                           gint64 unit_id,
                           const XybReturnChoices *choices,
                           const char *today,
                           GError **error)
{
  Keeping keeping = { store, plan_id, unit_id, today };

  return keep_all (&keeping, SHEET_KIND, choices->sheets, error)
         && keep_all (&keeping, COLUMN_KIND, choices->columns, error);
}
