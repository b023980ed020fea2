/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-overview-store.h"

#include <string.h>

#include "xyb-award-store.h"
#include "xyb-credit-code.h"
#include "xyb-nomination-store.h"
#include "xyb-plan-store.h"
#include "xyb-progress-store.h"
#include "xyb-store-private.h"
#include "xyb-text.h"
#include "xyb-unit-store.h"

/* As many characters of a time as a backup's name keeps: 2020-07-24 08:30:00. */
#define SECONDS 19
#define DAY 10

static gboolean
take_list (GPtrArray **list, GPtrArray *read)
{
  if (read == NULL)
    return FALSE;
  g_ptr_array_unref (*list);
  *list = read;
  return TRUE;
}

/* ---- enterprises of the list ---- */

static void
doubt (XybDoubt *self, gint64 enterprise_id)
{
  if (self->count++ == 0)
    self->first_id = enterprise_id;
}

static void
look_at_enterprise (XybOverview *self, sqlite3_stmt *stmt)
{
  gint64 id = sqlite3_column_int64 (stmt, 0);
  g_autofree char *code = xyb_stmt_dup_text (stmt, 1);
  gboolean confirmed = sqlite3_column_int (stmt, 2) != 0;
  g_autofree char *phone = xyb_stmt_dup_text (stmt, 3);

  if (code == NULL)
    doubt (&self->without_code, id);
  else if (!confirmed)
    {
      g_autoptr (XybCreditCode) parsed = xyb_credit_code_new (code);

      if (parsed->status != XYB_CREDIT_CODE_OK)
        doubt (&self->wrong_code, id);
    }
  if (phone == NULL || xyb_text_is_blank (phone))
    doubt (&self->without_phone, id);
}

/* The list of the year only, in official order, so that the first to look at is the first there. */
static gboolean
read_doubts (XybOverview *self, XybStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT e.id, e.credit_code, e.code_confirmed, coalesce(n.phone, e.phone)"
                         "  FROM nomination AS n"
                         "  JOIN enterprise AS e ON e.id = n.enterprise_id"
                         "  JOIN unit ON unit.id = n.unit_id"
                         " WHERE n.plan_id = :plan"
                         " ORDER BY unit.kind, unit.position, unit.id, n.position, n.id",
                         error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":plan", self->plan->id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return TRUE;
      look_at_enterprise (self, stmt);
    }
  return FALSE;
}

/* ---- the tracks ---- */

/* Of 贯标 what a closed year still lacks is asked for by nobody, and there may be thousands. */
static gboolean
read_lines (XybOverview *self, XybStore *store, GError **error)
{
  for (int i = 0; i < XYB_N_TRACKS; i++)
    if ((i > 0 || !xyb_overview_is_closed (self))
        && !take_list (&self->lines[i],
                       xyb_progress_store_list_plain_lines (store, self->plan, (XybTrack) (i + 1),
                                                            self->today, error)))
      return FALSE;
  return TRUE;
}

static XybContract *
read_contract (sqlite3_stmt *stmt)
{
  XybContract *contract = xyb_contract_new ();

  contract->kind = XYB_CONTRACT_MODEL;
  contract->enterprise_id = sqlite3_column_int64 (stmt, 0);
  contract->enterprise_name = xyb_stmt_dup_text (stmt, 1);
  contract->signed_on = xyb_stmt_dup_text (stmt, 2);
  contract->starts_on = xyb_stmt_dup_text (stmt, 3);
  contract->ends_on = xyb_stmt_dup_text (stmt, 4);
  contract->filed = sqlite3_column_int (stmt, 5) != 0;
  return contract;
}

/* The latest 示范 contract of everyone on a 示范 track of the year. */
static gboolean
read_contracts (XybOverview *self, XybStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "SELECT e.id, e.name, max (c.signed_on), c.starts_on, c.ends_on, c.filed"
    "  FROM contract AS c JOIN enterprise AS e ON e.id = c.enterprise_id"
    " WHERE c.kind = :kind AND e.id IN"
    "       (SELECT enterprise_id FROM progress WHERE plan_id = :plan AND track > :accreditation)"
    " GROUP BY e.id ORDER BY e.id",
    error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":kind", XYB_CONTRACT_MODEL);
  xyb_stmt_bind_int (stmt, ":plan", self->plan->id);
  xyb_stmt_bind_int (stmt, ":accreditation", XYB_TRACK_ACCREDITATION);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (self->contracts, read_contract (stmt));
    }
  return FALSE;
}

static gboolean
count_candidates (XybOverview *self, XybStore *store, XybTrack track, GError **error)
{
  XybCandidateCount *count = &self->candidates[track - 1];
  g_autofree char *on = xyb_candidate_day (self->plan, track, self->today);
  g_autoptr (GPtrArray) candidates
    = xyb_award_store_list_candidates (store, self->plan, track, on, error);

  if (candidates == NULL)
    return FALSE;
  count->known = TRUE;
  for (guint i = 0; i < candidates->len; i++)
    {
      XybVerdict verdict = ((XybCandidate *) candidates->pdata[i])->verdict;

      count->count += verdict == XYB_VERDICT_MET ? 1 : 0;
      count->open += verdict == XYB_VERDICT_OPEN ? 1 : 0;
    }
  return TRUE;
}

static gboolean
read_candidates (XybOverview *self, XybStore *store, GError **error)
{
  for (XybTrack track = XYB_TRACK_CITY_MODEL; track <= XYB_TRACK_PROVINCE_MODEL; track++)
    if (xyb_overview_wants_candidates (self, track)
        && !count_candidates (self, store, track, error))
      return FALSE;
  return TRUE;
}

/* ---- backups ---- */

/* 2020-07-24T08:30:00+0800 → 2020-07-24 08:30:00. */
static char *
local_seconds (const char *time)
{
  char *text = g_strndup (time, SECONDS);

  if (strlen (text) > DAY && text[DAY] == 'T')
    text[DAY] = ' ';
  return text;
}

/* Latest first until the backup holds them: on most days none or a few rows. */
static gboolean
read_unsaved (XybOverview *self, XybStore *store, const char *backup_time, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "SELECT time FROM revision WHERE kind <> :barrier ORDER BY id DESC",
                         error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":barrier", XYB_REVISION_BARRIER);
  while (xyb_store_step (store, stmt, &row, error))
    {
      g_autofree char *time = NULL;

      if (!row)
        return TRUE;
      time = local_seconds ((const char *) sqlite3_column_text (stmt, 0));
      if (strcmp (time, backup_time) <= 0)
        return TRUE;
      g_free (self->unsaved_since);
      self->unsaved_since = g_strndup (time, DAY);
    }
  return FALSE;
}

/* Without any backup the first change there ever was is the one that is not held. */
static gboolean
read_first_change (XybOverview *self, XybStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT time FROM revision WHERE kind <> :barrier ORDER BY id LIMIT 1",
                         error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":barrier", XYB_REVISION_BARRIER);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  if (row)
    self->unsaved_since = g_strndup ((const char *) sqlite3_column_text (stmt, 0), DAY);
  return TRUE;
}

/* A folder that cannot be read holds no backup anybody could rely on. */
static gboolean
read_backups (XybOverview *self, XybStore *store, GError **error)
{
  g_autoptr (GPtrArray) backups = xyb_store_list_backups (xyb_store_get_path (store), NULL);
  const XybBackup *latest;

  if (backups == NULL || backups->len == 0)
    return read_first_change (self, store, error);
  latest = backups->pdata[0];
  self->backed_up_on = g_strndup (latest->time, DAY);
  return read_unsaved (self, store, latest->time, error);
}

/* ---- the whole ---- */

static gboolean
read_year (XybOverview *self, XybStore *store, int year, GError **error)
{
  self->plan = xyb_plan_store_get (store, year, error);
  return self->plan != NULL
         && take_list (&self->progress, xyb_plan_store_list_progress (store, year, error))
         && take_list (&self->submissions, xyb_submission_store_list (store, year, error))
         && read_doubts (self, store, error) && read_lines (self, store, error)
         && read_contracts (self, store, error) && read_candidates (self, store, error);
}

/**
 * xyb_overview_store_read:
 * @store: an open office
 * @year: the year in view, or 0 where there is no plan at all
 * @today: ISO date
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the office knows of @year on @today
 */
XybOverview *
xyb_overview_store_read (XybStore *store, int year, const char *today, GError **error)
{
  g_autoptr (XybOverview) self = NULL;
  GArray *years;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  self = xyb_overview_new (today);
  years = xyb_plan_store_list_years (store, error);
  if (years == NULL)
    return NULL;
  g_array_unref (self->years);
  self->years = years;
  if (!take_list (&self->districts, xyb_unit_store_list (store, XYB_UNIT_KIND_DISTRICT, error))
      || (year != 0 && !read_year (self, store, year, error)) || !read_backups (self, store, error))
    return NULL;
  xyb_overview_compute (self);
  return g_steal_pointer (&self);
}
