/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-overview-store.h"

#include <string.h>

#include "xyb-credit-code.h"
#include "xyb-nomination-store.h"
#include "xyb-plan-store.h"
#include "xyb-store-private.h"
#include "xyb-text.h"
#include "xyb-unit-store.h"

/* As many characters of a time as a backup's name keeps: 2020-07-24 08:30:00. */
#define SECONDS 19
#define DAY 10

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
take_list (GPtrArray **list, GPtrArray *read)
{
  if (read == NULL)
    return FALSE;
  g_ptr_array_unref (*list);
  *list = read;
  return TRUE;
}

static gboolean
read_year (XybOverview *self, XybStore *store, int year, GError **error)
{
  self->plan = xyb_plan_store_get (store, year, error);
  return self->plan != NULL
         && take_list (&self->progress, xyb_plan_store_list_progress (store, year, error))
         && take_list (&self->submissions, xyb_submission_store_list (store, year, error))
         && read_doubts (self, store, error);
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
