/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-nomination-store.h"
#include "xyb-store-error.h"

/* ENT-05, ENT-06: what every 区镇 has returned. */

/* 区镇 that owe a return or have sent one, whether or not a row was ever written for them. */
#define SELECT_SUBMISSION                                                                          \
  "SELECT s.id, unit.id, unit.name, s.state, s.received_on, s.officer, s.officer_phone, s.note,"   \
  "       (SELECT count(*) FROM nomination WHERE plan_id = :plan AND unit_id = unit.id)"           \
  "  FROM unit LEFT JOIN submission AS s ON s.unit_id = unit.id AND s.plan_id = :plan"

static XybSubmission *
read_submission (sqlite3_stmt *stmt, gint64 plan_id)
{
  XybSubmission *submission = xyb_submission_new ();

  submission->plan_id = plan_id;
  submission->id = sqlite3_column_int64 (stmt, 0);
  submission->unit_id = sqlite3_column_int64 (stmt, 1);
  submission->unit_name = xyb_stmt_dup_text (stmt, 2);
  submission->state = XYB_SUBMISSION_MISSING;
  if (submission->id != 0)
    submission->state = (XybSubmissionState) sqlite3_column_int (stmt, 3);
  submission->received_on = xyb_stmt_dup_text (stmt, 4);
  submission->officer = xyb_stmt_dup_text (stmt, 5);
  submission->officer_phone = xyb_stmt_dup_text (stmt, 6);
  submission->note = xyb_stmt_dup_text (stmt, 7);
  submission->rows = sqlite3_column_int64 (stmt, 8);
  return submission;
}

static GPtrArray *
collect (XybStore *store, sqlite3_stmt *stmt, gint64 plan_id, GError **error)
{
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_submission_free);
  gboolean row = FALSE;

  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return g_steal_pointer (&list);
      g_ptr_array_add (list, read_submission (stmt, plan_id));
    }
  return NULL;
}

/**
 * xyb_submission_store_list:
 *
 * One for each 区镇 that has a row in 附件1 of @year, a nomination, or a return, in official order;
 * where nothing was ever written it is 未报 with id 0.
 *
 * Returns: (transfer full) (element-type XybSubmission): %NULL on error
 */
GPtrArray *
xyb_submission_store_list (XybStore *store, int year, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 plan_id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  if (!xyb_lookup_plan (store, year, &plan_id, error))
    return NULL;
  stmt
    = xyb_store_prepare (store,
                         SELECT_SUBMISSION
                         " WHERE s.id IS NOT NULL"
                         "    OR unit.id IN (SELECT unit_id FROM quota WHERE plan_id = :plan)"
                         "    OR unit.id IN (SELECT unit_id FROM nomination WHERE plan_id = :plan)"
                         " ORDER BY unit.kind, unit.position, unit.id, s.id",
                         error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":plan", plan_id);
  return collect (store, stmt, plan_id, error);
}

static XybSubmission *
load_submission (XybStore *store, gint64 plan_id, gint64 unit_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, SELECT_SUBMISSION " WHERE unit.id = :unit ORDER BY s.id LIMIT 1",
                         error);
  g_autoptr (GPtrArray) list = NULL;

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":plan", plan_id);
  xyb_stmt_bind_int (stmt, ":unit", unit_id);
  list = collect (store, stmt, plan_id, error);
  return list != NULL && list->len == 1 ? g_ptr_array_steal_index (list, 0) : NULL;
}

/**
 * xyb_submission_store_get:
 *
 * The return of one 区镇, 未报 with id 0 where nothing was ever written.
 *
 * Returns: (transfer full): %NULL where there is no such plan or 区镇
 */
XybSubmission *
xyb_submission_store_get (XybStore *store, int year, gint64 unit_id, GError **error)
{
  g_autofree char *district = NULL;
  gint64 plan_id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  if (!xyb_lookup_plan (store, year, &plan_id, error))
    return NULL;
  district = xyb_lookup_district (store, unit_id, error);
  return district != NULL ? load_submission (store, plan_id, unit_id, error) : NULL;
}

static const char insert_sql[]
  = "INSERT INTO submission"
    "  (id, plan_id, unit_id, state, received_on, officer, officer_phone, note)"
    " VALUES (:id, :plan, :unit, :state, :received_on, :officer, :officer_phone, :note)";

static const char update_sql[]
  = "UPDATE submission SET plan_id = :plan, unit_id = :unit, state = :state,"
    "       received_on = :received_on, officer = :officer, officer_phone = :officer_phone,"
    "       note = :note"
    " WHERE id = :id";

static gboolean
save_edit (XybStore *store, gpointer user_data, GError **error)
{
  XybSubmission *submission = user_data;
  gboolean is_new = submission->id == 0;
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, is_new ? insert_sql : update_sql, error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", is_new ? xyb_store_new_id (store) : submission->id);
  xyb_stmt_bind_int (stmt, ":plan", submission->plan_id);
  xyb_stmt_bind_int (stmt, ":unit", submission->unit_id);
  xyb_stmt_bind_int (stmt, ":state", submission->state);
  xyb_stmt_bind_text (stmt, ":received_on", submission->received_on);
  xyb_stmt_bind_text (stmt, ":officer", submission->officer);
  xyb_stmt_bind_text (stmt, ":officer_phone", submission->officer_phone);
  xyb_stmt_bind_text (stmt, ":note", submission->note);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_submission_store_save:
 * @submission: cleaned in place; its id is set to the one row its 区镇 has in that year
 *
 * What a 区镇 has returned, and who is in charge there (ENT-05, ENT-06).
 */
gboolean
xyb_submission_store_save (XybStore *store, XybSubmission *submission, GError **error)
{
  g_autoptr (XybSubmission) old = NULL;
  g_autofree char *label = NULL;
  int year;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (submission != NULL, FALSE);

  year = xyb_nomination_store_year_of (store, submission->plan_id, error);
  if (year == 0 || !xyb_submission_validate (submission, error))
    return FALSE;
  old = xyb_submission_store_get (store, year, submission->unit_id, error);
  if (old == NULL)
    return FALSE;
  submission->id = old->id;
  if (old->state != submission->state)
    label = g_strdup_printf (_ ("%d年附件2：%s %s → %s"), year, old->unit_name,
                             xyb_submission_state_name (old->state),
                             xyb_submission_state_name (submission->state));
  else
    label = g_strdup_printf (_ ("%d年附件2：修改%s的报送情况"), year, old->unit_name);
  if (!xyb_store_edit (store, label, save_edit, submission, error))
    return FALSE;
  if (submission->id != 0)
    return TRUE;
  return xyb_lookup_int (store, "SELECT id FROM submission WHERE plan_id = :a AND unit_id = :b",
                         submission->plan_id, submission->unit_id, &submission->id, error);
}
