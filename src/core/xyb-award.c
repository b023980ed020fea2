/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award.h"

#include <stdlib.h>
#include <string.h>

#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

#define MAX_NUMBER 100
#define MAX_NOTE 500

XybAward *
xyb_award_new (void)
{
  XybAward *self = g_new0 (XybAward, 1);

  self->track = XYB_TRACK_ACCREDITATION;
  return self;
}

/* (transfer full) */
XybAward *
xyb_award_copy (const XybAward *self)
{
  XybAward *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->enterprise_name = g_strdup (self->enterprise_name);
  copy->unit_name = g_strdup (self->unit_name);
  copy->awarded_on = g_strdup (self->awarded_on);
  copy->number = g_strdup (self->number);
  copy->revoked_on = g_strdup (self->revoked_on);
  copy->revoked_reason = g_strdup (self->revoked_reason);
  copy->note = g_strdup (self->note);
  return copy;
}

void
xyb_award_free (XybAward *self)
{
  if (self == NULL)
    return;
  g_free (self->enterprise_name);
  g_free (self->unit_name);
  g_free (self->awarded_on);
  g_free (self->number);
  g_free (self->revoked_on);
  g_free (self->revoked_reason);
  g_free (self->note);
  g_free (self);
}

static gboolean
check_year (const XybAward *self, const char *today, GError **error)
{
  if (!xyb_year_check (self->year, error))
    return FALSE;
  if (self->year > atoi (today) || g_strcmp0 (self->awarded_on, today) > 0)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                   _ ("%s的日期还没有到，请在通过以后再登记。"), xyb_track_name (self->track));
      return FALSE;
    }
  return TRUE;
}

/**
 * xyb_award_validate:
 * @self: cleaned in place; the year is that of its day where that is said
 * @today: ISO date
 * @error: return location for a %XYB_CORE_ERROR
 *
 * Returns: whether it can be stored
 */
gboolean
xyb_award_validate (XybAward *self, const char *today, GError **error)
{
  g_return_val_if_fail (self != NULL && xyb_date_is_valid (today), FALSE);

  if (xyb_track_name (self->track) == NULL)
    {
      g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
                           _ ("类别只有贯标、苏州市级示范、省级示范，请重新选择。"));
      return FALSE;
    }
  if (!xyb_field_clean_date (N_ ("认定日期"), &self->awarded_on, error))
    return FALSE;
  if (self->year == 0 && self->awarded_on != NULL)
    self->year = atoi (self->awarded_on);
  return check_year (self, today, error)
         && xyb_field_clean_text (N_ ("文号"), &self->number, MAX_NUMBER, error)
         && xyb_field_clean_text (N_ ("备注"), &self->note, MAX_NOTE, error);
}

static gboolean
refuse_revocation (const XybAward *self, GError **error, const char *why)
{
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE, _ ("不能取消%s的%s资格：%s"),
               self->enterprise_name, xyb_track_name (self->track), why);
  return FALSE;
}

/**
 * xyb_award_check_revocation:
 * @self: an award
 * @on: ISO date
 * @reason: (nullable): why
 * @today: ISO date
 * @error: return location for %XYB_CORE_ERROR_INVALID_STAGE
 *
 * Returns: whether it can be revoked on that day
 */
gboolean
xyb_award_check_revocation (const XybAward *self,
                            const char *on,
                            const char *reason,
                            const char *today,
                            GError **error)
{
  g_return_val_if_fail (self != NULL && xyb_date_is_valid (today), FALSE);

  if (self->revoked_on != NULL)
    return refuse_revocation (self, error, _ ("已经取消过了。"));
  if (on == NULL || !xyb_date_is_valid (on) || strcmp (on, today) > 0)
    return refuse_revocation (self, error, _ ("取消日期要写今天或以前的日期。"));
  if (self->awarded_on != NULL ? strcmp (on, self->awarded_on) < 0 : atoi (on) < self->year)
    return refuse_revocation (self, error, _ ("取消日期早于认定日期，请核对。"));
  if (xyb_text_is_blank (reason))
    return refuse_revocation (self, error, _ ("请写明理由。"));
  return TRUE;
}

/* The first day it can have been awarded on. */
static char *
first_day (const XybAward *self)
{
  return self->awarded_on != NULL ? g_strdup (self->awarded_on)
                                  : g_strdup_printf ("%04d-01-01", self->year);
}

/**
 * xyb_award_holds:
 * @self: an award
 * @on: ISO date
 *
 * Returns: whether it had been given and not been revoked by that day
 */
gboolean
xyb_award_holds (const XybAward *self, const char *on)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (self != NULL && xyb_date_is_valid (on), FALSE);

  first = first_day (self);
  return strcmp (first, on) <= 0 && (self->revoked_on == NULL || strcmp (self->revoked_on, on) > 0);
}

const XybAward *
xyb_award_find_first (const GPtrArray *awards, XybTrack track, const char *on)
{
  const XybAward *first = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      const XybAward *award = awards->pdata[i];
      g_autofree char *other = NULL;

      if (award->track != track || !xyb_award_holds (award, on))
        continue;
      other = first_day (award);
      if (first != NULL && strcmp (other, day) >= 0)
        continue;
      first = award;
      g_free (day);
      day = g_steal_pointer (&other);
    }
  return first;
}

/* The earliest plan that says what it begins with. */
static const XybPlan *
opening_plan (const GPtrArray *plans, XybTrack track)
{
  const XybPlan *earliest = NULL;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const XybPlan *plan = plans->pdata[i];

      if (plan->opening[track - 1] != XYB_UNSAID
          && (earliest == NULL || plan->year < earliest->year))
        earliest = plan;
    }
  return earliest;
}

/**
 * xyb_award_count:
 * @awards: (element-type XybAward): all of them, of every enterprise
 * @plans: (element-type XybPlan): all of them
 * @track: one of the tracks
 * @on: ISO date
 *
 * PLAN-12: 590/43/4 and what came since. An enterprise counts once (AMB-33); one that is in the
 * opening total and in the register is not counted again. What was revoked of the opening total is
 * taken off.
 *
 * Returns: the totals on that day
 */
XybAwardTotals
xyb_award_count (const GPtrArray *awards, const GPtrArray *plans, XybTrack track, const char *on)
{
  XybAwardTotals totals = { XYB_UNSAID, 0, XYB_UNSAID };
  const XybPlan *base = opening_plan (plans, track);
  g_autoptr (GHashTable) before = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) since = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 lost = 0;

  g_return_val_if_fail (xyb_date_is_valid (on), totals);

  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      const XybAward *award = awards->pdata[i];

      if (award->track != track || base == NULL || award->year >= base->year)
        continue;
      g_hash_table_add (before, (gpointer) &award->enterprise_id);
      lost += award->revoked_on != NULL && atoi (award->revoked_on) >= base->year
                  && strcmp (award->revoked_on, on) <= 0
                ? 1
                : 0;
    }
  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      const XybAward *award = awards->pdata[i];

      if (award->track == track && (base == NULL || award->year >= base->year)
          && xyb_award_holds (award, on) && !g_hash_table_contains (before, &award->enterprise_id))
        g_hash_table_add (since, (gpointer) &award->enterprise_id);
    }
  totals.since = (gint64) g_hash_table_size (since) - lost;
  if (base != NULL)
    {
      totals.opening = base->opening[track - 1];
      totals.total = totals.opening + totals.since;
    }
  return totals;
}
