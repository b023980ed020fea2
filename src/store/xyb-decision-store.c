/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-decision-store.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-choice-store.h"
#include "xyb-company-name.h"
#include "xyb-i18n.h"
#include "xyb-store-private.h"

#define SEPARATOR "\x1f"

/* What a decision is known again by. */
typedef struct
{
  gint64 plan_id; /* 0: any year */
  gint64 unit_id; /* 0: any 区镇 */
  char *name_key;
  XybNoteKind kind;
  XybReturnField field;
  char *raw;
} Question;

static void
question_clear (Question *self)
{
  g_free (self->name_key);
  g_free (self->raw);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static const char *
raw_of (const XybReturnRow *row, XybReturnField field)
{
  const char *text = field < XYB_N_RETURN_FIELDS ? row->raw[field].text : NULL;

  return text != NULL ? text : "";
}

/* Everything that stands in the row: a corrected row is asked about anew. */
static char *
whole_row (const XybReturnRow *row)
{
  GString *joined = g_string_new (NULL);

  for (guint i = XYB_RETURN_NAME; i < XYB_N_RETURN_FIELDS; i++)
    g_string_append_printf (joined, "%s%s", i > XYB_RETURN_NAME ? SEPARATOR : "", raw_of (row, i));
  return g_string_free (joined, FALSE);
}

/* What the question depends on: another sum, another 区镇 or another year is another question. */
static char *
raw_of_question (const XybReturnRow *row, const XybReturnNote *note)
{
  switch (note->kind)
    {
    case XYB_NOTE_HIDDEN_ROW:
    case XYB_NOTE_NO_NAME:
    case XYB_NOTE_DUPLICATE:
      return whole_row (row);
    case XYB_NOTE_ELSEWHERE:
    case XYB_NOTE_EARLIER:
      return g_strdup_printf ("%s" SEPARATOR "%" PRId64, raw_of (row, XYB_RETURN_NAME),
                              note->other);
    default:
      return g_strdup (raw_of (row, note->field));
    }
}

/* Who a name means holds for good and for whoever writes it; the rest is of one return. */
static gboolean
holds_everywhere (XybNoteKind kind, XybAnswer answer)
{
  return kind == XYB_NOTE_ALIKE && answer != XYB_ANSWER_LEAVE;
}

static char *
read_name_key (const XybReturnRow *row)
{
  return xyb_company_name_key (row->read != NULL ? row->read->name : row->name);
}

static Question
question_of (const XybReturnRow *row, const XybReturnNote *note, gint64 plan_id, gint64 unit_id)
{
  return (Question){ plan_id,    unit_id,     read_name_key (row),
                     note->kind, note->field, raw_of_question (row, note) };
}

/* ---- keeping ---- */

#define WHERE_QUESTION                                                                             \
  " WHERE name_key = :name_key AND kind = :kind AND field IS :field AND raw = :raw"                \
  "   AND plan_id IS :plan AND unit_id IS :unit"

static void
bind_question (sqlite3_stmt *stmt, const Question *question)
{
  xyb_stmt_bind_id (stmt, ":plan", question->plan_id);
  xyb_stmt_bind_id (stmt, ":unit", question->unit_id);
  sqlite3_bind_text (stmt, sqlite3_bind_parameter_index (stmt, ":name_key"), question->name_key, -1,
                     SQLITE_TRANSIENT);
  xyb_stmt_bind_int (stmt, ":kind", question->kind);
  xyb_stmt_bind_int_or_null (stmt, ":field",
                             question->field < XYB_RETURN_NO_FIELD ? (gint64) question->field
                                                                   : XYB_UNSAID);
  sqlite3_bind_text (stmt, sqlite3_bind_parameter_index (stmt, ":raw"), question->raw, -1,
                     SQLITE_TRANSIENT);
}

static gboolean
find_stored (XybStore *store,
             const Question *question,
             const XybDecision *decision,
             gint64 enterprise_id,
             gint64 *out_id,
             gboolean *out_same,
             GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT id, answer, coalesce(text, ''), coalesce(enterprise_id, 0)"
                         "  FROM return_decision" WHERE_QUESTION,
                         error);
  gboolean row = FALSE;

  *out_id = 0;
  *out_same = FALSE;
  if (stmt == NULL)
    return FALSE;
  bind_question (stmt, question);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *out_id = sqlite3_column_int64 (stmt, 0);
  *out_same = sqlite3_column_int (stmt, 1) == (int) decision->answer
              && strcmp ((const char *) sqlite3_column_text (stmt, 2),
                         decision->text != NULL ? decision->text : "")
                   == 0
              && sqlite3_column_int64 (stmt, 3) == enterprise_id;
  return TRUE;
}

static const char insert_sql[]
  = "INSERT INTO return_decision"
    "  (id, plan_id, unit_id, name_key, kind, field, raw, answer, text, enterprise_id, decided_on)"
    " VALUES (:id, :plan, :unit, :name_key, :kind, :field, :raw, :answer, :text, :enterprise,"
    "   :today)";

static const char update_sql[]
  = "UPDATE return_decision SET answer = :answer, text = :text, enterprise_id = :enterprise,"
    "       decided_on = :today WHERE id = :id";

static gboolean
write_decision (XybStore *store,
                const Question *question,
                const XybDecision *decision,
                gint64 enterprise_id,
                const char *today,
                GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean same;
  gint64 id;

  if (!find_stored (store, question, decision, enterprise_id, &id, &same, error))
    return FALSE;
  if (same)
    return TRUE;
  stmt = xyb_store_prepare (store, id != 0 ? update_sql : insert_sql, error);
  if (stmt == NULL)
    return FALSE;
  if (id == 0)
    bind_question (stmt, question);
  xyb_stmt_bind_int (stmt, ":id", id != 0 ? id : xyb_store_new_id (store));
  xyb_stmt_bind_int (stmt, ":answer", decision->answer);
  xyb_stmt_bind_text (stmt, ":text", decision->text);
  xyb_stmt_bind_id (stmt, ":enterprise", enterprise_id);
  xyb_stmt_bind_text (stmt, ":today", today);
  return xyb_store_run (store, stmt, error);
}

/* Of SAME the one it is; of DIFFERENT the one it is not. */
static gint64
enterprise_of (const XybReturnRow *row, const XybReturnNote *note)
{
  if (note->decision.answer == XYB_ANSWER_SAME)
    return note->decision.enterprise_id;
  return note->kind == XYB_NOTE_ALIKE && row->match != NULL ? row->match->enterprise_id : 0;
}

static gboolean
remember_row (XybStore *store,
              gint64 plan_id,
              gint64 unit_id,
              const XybReturnRow *row,
              const char *today,
              GError **error)
{
  for (guint i = 0; i < row->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (row->notes, i);
      gboolean everywhere = holds_everywhere (note->kind, note->decision.answer);
      g_auto (Question) question = { 0 };

      if (!note->question || note->decision.answer == XYB_ANSWER_OPEN)
        continue;
      question = question_of (row, note, everywhere ? 0 : plan_id, everywhere ? 0 : unit_id);
      if (!write_decision (store, &question, &note->decision, enterprise_of (row, note), today,
                           error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remember_head (XybStore *store, const char *spelling, XybReturnField field, GError **error)
{
  g_autoptr (sqlite3_stmt) change = xyb_store_prepare (
    store, "UPDATE head_spelling SET field = :field WHERE spelling = :spelling AND field <> :field",
    error);
  g_autoptr (sqlite3_stmt) add
    = change == NULL
        ? NULL
        : xyb_store_prepare (store,
                             "INSERT INTO head_spelling (id, field, spelling)"
                             " SELECT :id, :field, :spelling WHERE NOT EXISTS"
                             " (SELECT 1 FROM head_spelling WHERE spelling = :spelling)",
                             error);

  if (add == NULL)
    return FALSE;
  xyb_stmt_bind_int (change, ":field", field);
  xyb_stmt_bind_text (change, ":spelling", spelling);
  xyb_stmt_bind_int (add, ":id", xyb_store_new_id (store));
  xyb_stmt_bind_int (add, ":field", field);
  xyb_stmt_bind_text (add, ":spelling", spelling);
  return xyb_store_run (store, change, error) && xyb_store_run (store, add, error);
}

/**
 * xyb_decision_store_remember:
 * @file: a file whose rows are being taken over
 * @today: ISO date of the day
 *
 * Inside an edit. What is kept already is not written again.
 */
gboolean
xyb_decision_store_remember (XybStore *store,
                             gint64 plan_id,
                             const XybIntakeFile *file,
                             const char *today,
                             GError **error)
{
  GHashTableIter iter;
  gpointer spelling, meaning;

  for (guint i = 0; i < file->taken->rows->len; i++)
    if (!remember_row (store, plan_id, file->taken->district_id,
                       g_ptr_array_index (file->taken->rows, i), today, error))
      return FALSE;
  g_hash_table_iter_init (&iter, file->choices->heads);
  while (g_hash_table_iter_next (&iter, &spelling, &meaning))
    if (!remember_head (store, spelling, GPOINTER_TO_UINT (meaning) - 1, error))
      return FALSE;
  return xyb_choice_store_remember (store, plan_id, file->taken->district_id, file->choices, today,
                                    error);
}

/* ---- knowing again ---- */

typedef struct
{
  XybAnswer answer;
  char *text;
  gint64 enterprise_id;
} Stored;

static void
stored_free (gpointer data)
{
  g_free (((Stored *) data)->text);
  g_free (data);
}

static char *
key_of (gboolean everywhere, int kind, gint64 field, const char *name_key, const char *raw)
{
  return g_strdup_printf ("%d %d %d" SEPARATOR "%s" SEPARATOR "%s", everywhere, kind, (int) field,
                          name_key, raw);
}

/* @year may have no plan: then only what holds everywhere. */
static GHashTable *
load_decisions (XybStore *store, int year, gint64 unit_id, GError **error)
{
  g_autoptr (GHashTable) decisions
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, stored_free);
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT d.plan_id IS NULL, d.kind, d.field, d.name_key, d.raw, d.answer,"
                         "       d.text, coalesce(d.enterprise_id, 0)"
                         "  FROM return_decision AS d LEFT JOIN plan AS p ON p.id = d.plan_id"
                         " WHERE (d.plan_id IS NULL OR p.year = :year)"
                         "   AND (d.unit_id IS NULL OR d.unit_id = :unit)",
                         error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":year", year);
  xyb_stmt_bind_int (stmt, ":unit", unit_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      Stored *stored;
      const char *raw;
      gint64 field;

      if (!row)
        return g_steal_pointer (&decisions);
      stored = g_new0 (Stored, 1);
      stored->answer = (XybAnswer) sqlite3_column_int (stmt, 5);
      stored->text = xyb_stmt_dup_text (stmt, 6);
      stored->enterprise_id = sqlite3_column_int64 (stmt, 7);
      field = xyb_stmt_int_or_unsaid (stmt, 2);
      raw = (const char *) sqlite3_column_text (stmt, 4);
      g_hash_table_replace (decisions,
                            key_of (sqlite3_column_int (stmt, 0), sqlite3_column_int (stmt, 1),
                                    field == XYB_UNSAID ? XYB_RETURN_NO_FIELD : field,
                                    (const char *) sqlite3_column_text (stmt, 3),
                                    raw != NULL ? raw : ""),
                            stored);
    }
  return NULL;
}

/* That it is not this one says nothing about another that has come since. */
static gboolean
still_holds (const XybReturnRow *row, const XybReturnNote *note, const Stored *stored)
{
  return note->kind != XYB_NOTE_ALIKE || stored->answer != XYB_ANSWER_DIFFERENT
         || (row->match != NULL && row->match->enterprise_id == stored->enterprise_id);
}

static const Stored *
find_decision (GHashTable *decisions, const XybReturnRow *row, const XybReturnNote *note)
{
  g_auto (Question) question = question_of (row, note, 0, 0);
  const Stored *stored = NULL;

  for (int everywhere = 0; everywhere <= 1 && stored == NULL; everywhere++)
    {
      g_autofree char *key
        = key_of (everywhere, question.kind, question.field, question.name_key, question.raw);

      stored = g_hash_table_lookup (decisions, key);
    }
  return stored;
}

/* An answer that is not possible any more is asked for again. */
static void
recall_row (XybReturn *taken, XybReturnRow *row, GHashTable *decisions)
{
  /* Answering may add a question. */
  for (guint i = 0; i < row->notes->len; i++)
    {
      XybReturnNote *note = g_ptr_array_index (row->notes, i);
      const Stored *stored;

      if (!note->question || note->decision.answer != XYB_ANSWER_OPEN)
        continue;
      stored = find_decision (decisions, row, note);
      if (stored == NULL || !still_holds (row, note, stored))
        continue;
      if (xyb_return_answer (taken, row, note, stored->answer, stored->text, stored->enterprise_id,
                             NULL))
        note->decision.recalled = TRUE;
    }
}

/**
 * xyb_decision_store_recall:
 * @taken: a return that has been matched with the register
 * @year: the year it is for
 * @error: %XYB_STORE_ERROR
 *
 * Gives every question that was decided in an earlier import the same answer, and marks it
 * XybDecision.recalled. Who a name means holds for good; the rest for the 区镇 and the year.
 */
gboolean
xyb_decision_store_recall (XybStore *store, XybReturn *taken, int year, GError **error)
{
  g_autoptr (GHashTable) decisions = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (taken != NULL, FALSE);

  decisions = load_decisions (store, year, taken->district_id, error);
  if (decisions == NULL)
    return FALSE;
  for (guint i = 0; g_hash_table_size (decisions) > 0 && i < taken->rows->len; i++)
    recall_row (taken, g_ptr_array_index (taken->rows, i), decisions);
  return TRUE;
}

/**
 * xyb_head_store_list:
 * @error: %XYB_STORE_ERROR
 *
 * Returns: (transfer full) (element-type utf8 guint): head by xyb_text_key() → XybReturnField + 1
 */
GHashTable *
xyb_head_store_list (XybStore *store, GError **error)
{
  g_autoptr (GHashTable) heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (store, "SELECT spelling, field FROM head_spelling", error);
  if (stmt == NULL)
    return NULL;
  while (xyb_store_step (store, stmt, &row, error))
    {
      int field;

      if (!row)
        return g_steal_pointer (&heads);
      field = sqlite3_column_int (stmt, 1);
      if (field >= 0 && field <= XYB_RETURN_NO_FIELD)
        g_hash_table_replace (heads, xyb_stmt_dup_text (stmt, 0), GUINT_TO_POINTER (field + 1));
    }
  return NULL;
}
