/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-private.h"

#include "xyb-i18n.h"
#include "xyb-store-error.h"

/* What would come of a move, before it is made: the clerk sees who cannot be moved, and of whom she
 * has to say why. */

/* The reason is asked for once for all of them, so its absence refuses nobody here. */
#define ANY_REASON "—"

/**
 * xyb_move_trial_free:
 * @self: (nullable): what would come of a move
 *
 * Frees it.
 */
void
xyb_move_trial_free (XybMoveTrial *self)
{
  if (self == NULL)
    return;
  g_free (self->enterprise_name);
  g_free (self->refusal);
  g_free (self->warning);
  g_free (self);
}

/* NULL where it meets them all. */
static char *
words_of_unmet (const XybTrackCase *track_case)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint unmet = xyb_track_case_count_verdict (track_case, XYB_VERDICT_UNMET);

  if (unmet == 0)
    return NULL;
  for (guint i = 0; i < track_case->checks->len; i++)
    {
      const XybConditionCheck *check = track_case->checks->pdata[i];

      if (xyb_condition_check_verdict (check) == XYB_VERDICT_UNMET)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "；" : "", check->condition->text);
    }
  return g_strdup_printf (_ ("%u 项条件不符合：%s"), unmet, names->str);
}

/* §2.2: a condition stands in the way of what is won, not of losing it. */
static gboolean
asks_for_conditions (const XybTrackMove *move)
{
  return !move->back
         && (move->to->kind == XYB_STAGE_KIND_STEP || move->to->kind == XYB_STAGE_KIND_PASSED);
}

static void
try_case (XybMoveTrial *self, const XybTrackCase *track_case, XybTrackMove *move, const char *today)
{
  const XybPlan *plan = track_case->plan;
  const XybTrackRecord *record = track_case->record;
  g_autoptr (GError) error = NULL;

  self->enterprise_name = g_strdup (record->enterprise_name);
  self->from = xyb_track_current (plan, record);
  if (!xyb_track_check_move (plan, record, move, today, &error)
      || (!move->back
          && !xyb_progress_check_materials (plan, record->track, track_case->materials, move->to,
                                            move->on, &error)))
    self->refusal = g_strdup (error->message);
  self->back = move->back;
  if (self->refusal == NULL && asks_for_conditions (move))
    self->warning = words_of_unmet (track_case);
}

/**
 * xyb_progress_store_try_move:
 * @plan: the plan of the year, of xyb_plan_store_get(); has to outlive the trial
 * @enterprise_id: whom
 * @move: where to and when; its reason is not looked at
 * @today: ISO date
 * @error: only where it cannot be told
 *
 * Writes nothing.
 *
 * Returns: (transfer full): what xyb_progress_store_move() would say of it
 */
XybMoveTrial *
xyb_progress_store_try_move (XybStore *store,
                             const XybPlan *plan,
                             gint64 enterprise_id,
                             const XybProgressMove *move,
                             const char *today,
                             GError **error)
{
  XybTrackMove track_move = { NULL, move->on, ANY_REASON, FALSE };
  g_autoptr (XybTrackCase) track_case = NULL;
  g_autoptr (GError) local = NULL;
  XybMoveTrial *self;

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  track_move.to = xyb_plan_find_stage (plan, move->track, move->stage);
  g_return_val_if_fail (track_move.to != NULL, NULL);
  track_case
    = xyb_progress_store_read_case (store, plan, move->track, enterprise_id, today, &local);
  if (track_case == NULL && !g_error_matches (local, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  self = g_new0 (XybMoveTrial, 1);
  self->enterprise_id = enterprise_id;
  if (track_case == NULL)
    {
      /* The sentence names it. */
      self->enterprise_name = g_strdup ("");
      self->refusal = g_strdup (local->message);
      return self;
    }
  try_case (self, track_case, &track_move, today);
  return self;
}
