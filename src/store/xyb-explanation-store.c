/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-private.h"

#include "xyb-attachment-store.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-store-error.h"

/* KH-28: 情况说明 of a unit or of one of its cells, with the file it came as. */

#define TEXT_MAX_CHARS 5000

typedef struct
{
  const XybScheme *scheme;
  XybExplanation *explanation;
} Saving;

static gboolean
check_cell (const XybScheme *scheme, const XybExplanation *explanation, GError **error)
{
  const XybSchemeUnit *unit = xyb_scheme_find_unit (scheme, explanation->unit_id);
  g_autofree char *name = NULL;

  if (unit == NULL
      || (explanation->indicator_id != 0
          && xyb_scheme_find_indicator (scheme, explanation->indicator_id) == NULL))
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("%d年%s考核表里没有这一格，请刷新后再填情况说明。"), scheme->year,
                   xyb_unit_kind_name (scheme->kind));
      return FALSE;
    }
  if (explanation->indicator_id == 0 || xyb_scheme_unit_applies (unit, explanation->indicator_id))
    return TRUE;
  name = xyb_indicator_name (xyb_scheme_find_indicator (scheme, explanation->indicator_id));
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
               _ ("%s的“%s”是非考核项，不用作情况说明。"), unit->unit_name, name);
  return FALSE;
}

static gboolean
clean (XybExplanation *explanation, GError **error)
{
  g_autofree char *text = g_steal_pointer (&explanation->text);

  if (!xyb_check_lines (_ ("情况说明"), text, TEXT_MAX_CHARS, &explanation->text, error)
      || !xyb_check_date (_ ("说明日期"), explanation->given_on, error))
    return FALSE;
  if (explanation->text != NULL)
    return TRUE;
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                       _ ("情况说明没有内容，请写明原因。"));
  return FALSE;
}

static gboolean
save_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Saving *saving = user_data;
  XybExplanation *explanation = saving->explanation;
  gboolean is_new = explanation->id == 0;
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!xyb_assessment_store_check_open (store, saving->scheme, error))
    return FALSE;
  stmt = xyb_store_prepare (
    store,
    is_new ? "INSERT INTO explanation"
             "  (id, scheme_id, unit_id, indicator_id, text, given_on, file_name, sha256)"
             " VALUES (:id, :scheme, :unit, :indicator, :text, :given_on, :file_name, :sha256)"
           : "UPDATE explanation SET scheme_id = :scheme, unit_id = :unit,"
             "       indicator_id = :indicator, text = :text, given_on = :given_on,"
             "       file_name = :file_name, sha256 = :sha256"
             " WHERE id = :id",
    error);
  if (stmt == NULL)
    return FALSE;
  if (is_new)
    explanation->id = xyb_store_new_id (store);
  xyb_stmt_bind_int (stmt, ":id", explanation->id);
  xyb_stmt_bind_int (stmt, ":scheme", saving->scheme->id);
  xyb_stmt_bind_int (stmt, ":unit", explanation->unit_id);
  xyb_stmt_bind_id (stmt, ":indicator", explanation->indicator_id);
  xyb_stmt_bind_text (stmt, ":text", explanation->text);
  xyb_stmt_bind_text (stmt, ":given_on", explanation->given_on);
  xyb_stmt_bind_text (stmt, ":file_name", explanation->file_name);
  xyb_stmt_bind_text (stmt, ":sha256", explanation->sha256);
  return xyb_store_run (store, stmt, error);
}

/* One of a unit and one a cell: a second text takes the place of the first. */
static gboolean
find_earlier (XybStore *store, const XybScheme *scheme, XybExplanation *explanation, GError **error)
{
  if (explanation->indicator_id != 0)
    return xyb_lookup_int (store,
                           "SELECT id FROM explanation WHERE unit_id = :a AND indicator_id = :b",
                           explanation->unit_id, explanation->indicator_id, &explanation->id,
                           error);
  return xyb_lookup_int (store,
                         "SELECT id FROM explanation"
                         " WHERE scheme_id = :a AND unit_id = :b AND indicator_id IS NULL",
                         scheme->id, explanation->unit_id, &explanation->id, error);
}

static gboolean
keep_file (XybStore *store, XybExplanation *explanation, const char *path, GError **error)
{
  g_autofree char *sha256 = NULL;

  if (path == NULL)
    return TRUE;
  sha256 = xyb_attachment_store_add (store, path, NULL, error);
  if (sha256 == NULL)
    return FALSE;
  g_free (explanation->sha256);
  g_free (explanation->file_name);
  explanation->sha256 = g_steal_pointer (&sha256);
  {
    g_autofree char *base = g_path_get_basename (path);

    explanation->file_name = g_filename_display_name (base);
  }
  return TRUE;
}

static char *
label_of (const XybScheme *scheme, const XybExplanation *explanation, const char *what)
{
  g_autofree char *table = xyb_scheme_store_label (scheme);
  const XybSchemeUnit *unit = xyb_scheme_find_unit (scheme, explanation->unit_id);
  const XybIndicator *indicator = xyb_scheme_find_indicator (scheme, explanation->indicator_id);
  g_autofree char *name = indicator != NULL ? xyb_indicator_name (indicator) : NULL;

  return g_strdup_printf (_ ("%s：%s%s%s %s"), table, unit != NULL ? unit->unit_name : "",
                          name != NULL ? " " : "", name != NULL ? name : "", what);
}

/**
 * xyb_assessment_store_explain:
 * @explanation: cleaned in place; its id is set. One of the same unit and cell is replaced
 * @attachment: (nullable): a file to be kept with it
 * @error: %XYB_STORE_ERROR_READ_ONLY where the year is settled, INVALID, NOT_FOUND; of the file
 *
 * The text alone changes no score: whether the cell counts as 已说明 is its mark.
 */
gboolean
xyb_assessment_store_explain (XybStore *store,
                              const XybScheme *scheme,
                              XybExplanation *explanation,
                              const char *attachment,
                              GError **error)
{
  Saving saving = { scheme, explanation };
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (scheme != NULL && explanation != NULL, FALSE);

  if (!check_cell (scheme, explanation, error) || !clean (explanation, error)
      || !xyb_assessment_store_check_open (store, scheme, error)
      || !keep_file (store, explanation, attachment, error)
      || !find_earlier (store, scheme, explanation, error))
    return FALSE;
  label = label_of (scheme, explanation, _ ("情况说明"));
  return xyb_store_edit (store, label, save_edit, &saving, error);
}

static gboolean
remove_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Saving *saving = user_data;
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!xyb_assessment_store_check_open (store, saving->scheme, error))
    return FALSE;
  stmt = xyb_store_prepare (store, "DELETE FROM explanation WHERE id = :id", error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", saving->explanation->id);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_assessment_store_remove_explanation:
 * @error: %XYB_STORE_ERROR_NOT_FOUND; READ_ONLY where the year is settled
 */
gboolean
xyb_assessment_store_remove_explanation (XybStore *store,
                                         const XybScheme *scheme,
                                         gint64 id,
                                         GError **error)
{
  g_autoptr (XybExplanation) explanation = xyb_explanation_new ();
  Saving saving = { scheme, explanation };
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (scheme != NULL, FALSE);

  explanation->id = id;
  if (!xyb_lookup_int (store, "SELECT unit_id FROM explanation WHERE id = :a AND scheme_id = :b",
                       id, scheme->id, &explanation->unit_id, error)
      || !xyb_lookup_int (store, "SELECT indicator_id FROM explanation WHERE id = :a", id, 0,
                          &explanation->indicator_id, error))
    return FALSE;
  if (explanation->unit_id == 0)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("这份情况说明已经没有了，请刷新后再看。"));
      return FALSE;
    }
  label = label_of (scheme, explanation, _ ("删除情况说明"));
  return xyb_store_edit (store, label, remove_edit, &saving, error);
}
