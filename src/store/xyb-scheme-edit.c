/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-scheme-store.h"

#include "xyb-assessment-private.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-scheme-private.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

/* A scheme for another year, and changes to one that is there. */

#define TITLE_MAX_CHARS 100
#define HEAD_MAX_CHARS 200
#define NOTE_MAX_CHARS 1000

/* ---- texts ---- */

static gboolean
clean_text (char **text, const char *field, guint max_chars, GError **error)
{
  g_autofree char *given = g_steal_pointer (text);

  return xyb_check_text (field, given, max_chars, text, error);
}

static gboolean
clean_indicator (XybIndicator *indicator, GError **error)
{
  for (guint i = 0; indicator->aliases != NULL && indicator->aliases[i] != NULL; i++)
    {
      g_autofree char *alias
        = xyb_text_check_field (_ ("表头其他写法"), indicator->aliases[i], HEAD_MAX_CHARS, error);

      if (alias == NULL)
        return FALSE;
      g_free (indicator->aliases[i]);
      indicator->aliases[i] = g_steal_pointer (&alias);
    }
  return clean_text (&indicator->head, _ ("考核指标"), HEAD_MAX_CHARS, error)
         && clean_text (&indicator->source_head, _ ("原文表头"), HEAD_MAX_CHARS, error)
         && clean_text (&indicator->points_text, _ ("分值文字"), HEAD_MAX_CHARS, error)
         && clean_text (&indicator->counter, _ ("量词"), HEAD_MAX_CHARS, error);
}

static gboolean
check_note (XybSchemeNote *note, GError **error)
{
  if (!clean_text (&note->text, _ ("说明"), NOTE_MAX_CHARS, error)
      || !clean_text (&note->source_text, _ ("说明原文"), NOTE_MAX_CHARS, error))
    return FALSE;
  if (note->text != NULL)
    return TRUE;
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                       _ ("有一条说明没有内容，请填写或删去。"));
  return FALSE;
}

static gboolean
clean_scheme (XybScheme *scheme, GError **error)
{
  if (!clean_text (&scheme->title, _ ("考核表标题"), TITLE_MAX_CHARS, error)
      || !clean_text (&scheme->unit_head, _ ("首列表头"), TITLE_MAX_CHARS, error)
      || !clean_text (&scheme->remark_head, _ ("末列表头"), TITLE_MAX_CHARS, error)
      || !clean_text (&scheme->notes_head, _ ("说明标题"), TITLE_MAX_CHARS, error))
    return FALSE;
  for (guint i = 0; i < scheme->indicators->len; i++)
    if (!clean_indicator (scheme->indicators->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < scheme->notes->len; i++)
    if (!check_note (scheme->notes->pdata[i], error))
      return FALSE;
  return xyb_scheme_check (scheme, error);
}

/* ---- ids ---- */

static void
replace_excluded (XybScheme *scheme, gint64 old_id, gint64 new_id)
{
  for (guint i = 0; i < scheme->units->len; i++)
    {
      XybSchemeUnit *unit = scheme->units->pdata[i];

      if (xyb_scheme_unit_applies (unit, old_id))
        continue;
      xyb_scheme_unit_set_applies (unit, old_id, TRUE);
      xyb_scheme_unit_set_applies (unit, new_id, FALSE);
    }
}

/* Every row, or those that have none yet. New indicators may be told apart by ids below 0, so that
 * 非考核项 can name them before they are stored. */
static void
assign_ids (XybStore *store, XybScheme *scheme, gboolean all)
{
  for (guint i = 0; i < scheme->indicators->len; i++)
    {
      XybIndicator *indicator = scheme->indicators->pdata[i];
      gint64 old_id = indicator->id;

      if (!all && old_id > 0)
        continue;
      indicator->id = xyb_store_new_id (store);
      replace_excluded (scheme, old_id, indicator->id);
    }
  for (guint i = 0; i < scheme->units->len; i++)
    {
      XybSchemeUnit *unit = scheme->units->pdata[i];

      if (all || unit->id == 0)
        unit->id = xyb_store_new_id (store);
    }
  for (guint i = 0; i < scheme->notes->len; i++)
    {
      XybSchemeNote *note = scheme->notes->pdata[i];

      if (all || note->id == 0)
        note->id = xyb_store_new_id (store);
    }
  if (all)
    scheme->id = xyb_store_new_id (store);
}

/* ---- another year ---- */

static gboolean
insert_edit (XybStore *store, gpointer user_data, GError **error)
{
  XybScheme *scheme = user_data;

  assign_ids (store, scheme, TRUE);
  return xyb_scheme_store_insert (store, scheme, error);
}

/**
 * xyb_scheme_store_copy:
 * @error: %XYB_STORE_ERROR_NOT_FOUND where @from has none for @kind, %XYB_STORE_ERROR_EXISTS where
 *   @to has one
 *
 * Indicators, units, notes and rules; marks stay where they are.
 */
gboolean
xyb_scheme_store_copy (XybStore *store, int from, int to, XybUnitKind kind, GError **error)
{
  g_autoptr (XybScheme) source = NULL;
  g_autoptr (XybScheme) copy = NULL;
  g_autofree char *label = NULL;
  gboolean exists = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  source = xyb_scheme_store_get (store, from, kind, error);
  copy = source != NULL ? xyb_scheme_copy_to_year (source, to, error) : NULL;
  if (copy == NULL || !xyb_scheme_store_exists (store, to, kind, &exists, error))
    return FALSE;
  if (exists)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
                   _ ("%d年%s已经有考核方案，请直接修改它，或换一个年度。"), to,
                   xyb_unit_kind_name (kind));
      return FALSE;
    }
  label = g_strdup_printf (_ ("复制%s考核方案：%d年 → %d年"), xyb_unit_kind_name (kind), from, to);
  return xyb_store_edit (store, label, insert_edit, copy, error);
}

/* ---- changes ---- */

typedef struct
{
  const XybScheme *before;
  XybScheme *after;
} Change;

static gboolean
delete_by_id (XybStore *store, const char *sql, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", id);
  return xyb_store_run (store, stmt, error);
}

/* What is said of a column or a row is not thrown away with it. */
static gboolean
check_unused (XybStore *store,
              const char *sql,
              gint64 a,
              gint64 b,
              const char *what,
              GError **error)
{
  gint64 count = 0;

  if (!xyb_lookup_int (store, sql, a, b, &count, error))
    return FALSE;
  if (count == 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
               _ ("%s已有 %d 处标记或情况说明，不能删去；确需删去，请先清空这些格。"), what,
               (int) count);
  return FALSE;
}

static gboolean
remove_indicator (XybStore *store, const XybIndicator *indicator, GError **error)
{
  g_autofree char *name = xyb_indicator_name (indicator);
  g_autofree char *what = g_strdup_printf (_ ("考核指标“%s”"), name);

  return check_unused (store,
                       "SELECT (SELECT count(*) FROM assessment_mark WHERE indicator_id = :a)"
                       "     + (SELECT count(*) FROM explanation WHERE indicator_id = :a)",
                       indicator->id, 0, what, error)
         && delete_by_id (store, "DELETE FROM scheme_exclusion WHERE indicator_id = :id",
                          indicator->id, error)
         && delete_by_id (store, "DELETE FROM scheme_tier WHERE indicator_id = :id", indicator->id,
                          error)
         && delete_by_id (store, "DELETE FROM scheme_indicator WHERE id = :id", indicator->id,
                          error);
}

static gboolean
remove_unit (XybStore *store, const XybScheme *scheme, const XybSchemeUnit *unit, GError **error)
{
  return check_unused (
           store,
           "SELECT (SELECT count(*) FROM assessment_mark WHERE scheme_id = :a AND unit_id = :b)"
           "     + (SELECT count(*) FROM explanation WHERE scheme_id = :a AND unit_id = :b)",
           scheme->id, unit->unit_id, unit->unit_name, error)
         && delete_by_id (store, "DELETE FROM scheme_exclusion WHERE scheme_unit_id = :id",
                          unit->id, error)
         && delete_by_id (store, "DELETE FROM scheme_unit WHERE id = :id", unit->id, error);
}

static gboolean
has_id (const GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (*(const gint64 *) rows->pdata[i] == id)
      return TRUE;
  return FALSE;
}

static gboolean
remove_missing (XybStore *store, const Change *change, GError **error)
{
  for (guint i = 0; i < change->before->units->len; i++)
    {
      const XybSchemeUnit *unit = change->before->units->pdata[i];

      if (!has_id (change->after->units, unit->id)
          && !remove_unit (store, change->before, unit, error))
        return FALSE;
    }
  for (guint i = 0; i < change->before->indicators->len; i++)
    {
      const XybIndicator *indicator = change->before->indicators->pdata[i];

      if (!has_id (change->after->indicators, indicator->id)
          && !remove_indicator (store, indicator, error))
        return FALSE;
    }
  for (guint i = 0; i < change->before->notes->len; i++)
    {
      const XybSchemeNote *note = change->before->notes->pdata[i];

      if (!has_id (change->after->notes, note->id)
          && !delete_by_id (store, "DELETE FROM scheme_note WHERE id = :id", note->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Change *change = user_data;

  if (!xyb_assessment_store_check_open (store, change->after, error)
      || !remove_missing (store, change, error))
    return FALSE;
  assign_ids (store, change->after, FALSE);
  return xyb_scheme_store_update (store, change->before, change->after, error);
}

static gboolean
check_same (const XybScheme *before, const XybScheme *after, GError **error)
{
  if (before->id == after->id)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT,
               _ ("%d年%s考核方案已经换过，请刷新后再改。"), after->year,
               xyb_unit_kind_name (after->kind));
  return FALSE;
}

/* An 非考核项 has no mark; a mark left below one would come back when nobody expects it. */
static gboolean
check_excluded (XybStore *store, const XybScheme *after, GError **error)
{
  for (guint i = 0; i < after->units->len; i++)
    {
      const XybSchemeUnit *unit = after->units->pdata[i];

      for (guint k = 0; k < unit->excluded->len; k++)
        {
          gint64 indicator_id = g_array_index (unit->excluded, gint64, k);
          const XybIndicator *indicator = xyb_scheme_find_indicator (after, indicator_id);
          g_autofree char *name = xyb_indicator_name (indicator);
          g_autofree char *what = g_strdup_printf (_ ("%s的“%s”"), unit->unit_name, name);

          if (indicator_id > 0
              && !check_unused (store,
                                "SELECT (SELECT count(*) FROM assessment_mark"
                                "         WHERE unit_id = :a AND indicator_id = :b)"
                                "     + (SELECT count(*) FROM explanation"
                                "         WHERE unit_id = :a AND indicator_id = :b)",
                                unit->unit_id, indicator_id, what, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* A rule may not turn into one that the marks already made do not fit. */
static gboolean
check_marks_fit (XybStore *store, const XybScheme *after, GError **error)
{
  g_autoptr (XybAssessment) assessment
    = xyb_assessment_store_load (store, after->year, after->kind, error);
  GHashTableIter iter;
  gpointer key, value;

  if (assessment == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, assessment->marks);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const XybMarkKey *cell = key;
      const XybIndicator *indicator = xyb_scheme_find_indicator (after, cell->indicator_id);
      const XybSchemeUnit *unit = xyb_scheme_find_unit (after, cell->unit_id);

      if (indicator == NULL || unit == NULL || xyb_mark_check (value, indicator, error))
        continue;
      g_prefix_error (error, _ ("%s的标记不适合新的规则，请先改这一格再改方案："), unit->unit_name);
      return FALSE;
    }
  return TRUE;
}

/* A unit the clerk has put in: of the right kind, and by its own name. */
static gboolean
name_units (XybStore *store, XybScheme *scheme, GError **error)
{
  for (guint i = 0; i < scheme->units->len; i++)
    {
      XybSchemeUnit *unit = scheme->units->pdata[i];
      g_autofree char *name = NULL;

      if (!xyb_lookup_text (store, "SELECT name FROM unit WHERE id = :a AND kind = :b",
                            unit->unit_id, scheme->kind, &name, error))
        return FALSE;
      if (name == NULL)
        {
          g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                       _ ("考核表第 %u 行的单位不是%s，或已不在单位名录里，请重新选择。"), i + 1,
                       xyb_unit_kind_name (scheme->kind));
          return FALSE;
        }
      g_free (unit->unit_name);
      unit->unit_name = g_steal_pointer (&name);
    }
  return TRUE;
}

/**
 * xyb_scheme_store_save:
 * @scheme: cleaned in place; every row of it has its id afterwards. A new indicator has an id of 0,
 *   or one below 0 by which 非考核项 name it
 * @error: %XYB_CORE_ERROR_INVALID_SCHEME; %XYB_STORE_ERROR_IN_USE where a column or a row that goes
 *   has marks; READ_ONLY where the year is settled
 *
 * Marks stay with their indicators and units; what was printed or settled is not touched (KH-27).
 */
gboolean
xyb_scheme_store_save (XybStore *store, XybScheme *scheme, GError **error)
{
  g_autoptr (XybScheme) before = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  Change change;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (scheme != NULL, FALSE);

  if (!name_units (store, scheme, error) || !clean_scheme (scheme, error))
    return FALSE;
  before = xyb_scheme_store_get (store, scheme->year, scheme->kind, error);
  if (before == NULL || !check_same (before, scheme, error)
      || !check_excluded (store, scheme, error) || !check_marks_fit (store, scheme, error))
    return FALSE;
  sentences = xyb_scheme_compare (before, scheme);
  name = xyb_scheme_store_label (scheme);
  label = sentences->len == 1
            ? g_strdup_printf (_ ("%s方案：%s"), name, (const char *) sentences->pdata[0])
            : g_strdup_printf (_ ("%s方案：修改"), name);
  change = (Change){ before, scheme };
  return xyb_store_edit (store, label, save_edit, &change, error);
}
