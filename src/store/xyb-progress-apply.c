/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-private.h"

#include <string.h>

#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-store-error.h"

/* 申报 on a 示范 track: one enterprise, or all the clerk has chosen of those who may apply. */

#define MAX_REASON 500

static gboolean
is_applied (XybStore *store, const XybTrackRecord *record, gint64 *out_taken, GError **error)
{
  return xyb_lookup_int (store,
                         record->track == XYB_TRACK_CITY_MODEL
                           ? "SELECT count(*) FROM progress WHERE plan_id = :a"
                             " AND enterprise_id = :b AND track = 2"
                           : "SELECT count(*) FROM progress WHERE plan_id = :a"
                             " AND enterprise_id = :b AND track = 3",
                         record->plan_id, record->enterprise_id, out_taken, error);
}

/* Fills in its name. */
static gboolean
may_begin (XybStore *store, XybTrackRecord *record, GError **error)
{
  gint64 taken = 0;

  if (!xyb_lookup_text (store, "SELECT name FROM enterprise WHERE id = :a", record->enterprise_id,
                        0, &record->enterprise_name, error)
      || !is_applied (store, record, &taken, error))
    return FALSE;
  if (record->enterprise_name != NULL && taken == 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR,
               taken > 0 ? XYB_STORE_ERROR_EXISTS : XYB_STORE_ERROR_NOT_FOUND,
               taken > 0 ? _ ("%s在%d年已经申报过%s，不能再申报一次。")
                         : _ ("%s不在名录里，%d年不能申报%s。"),
               record->enterprise_name != NULL ? record->enterprise_name : _ ("企业"), record->year,
               xyb_track_name (record->track));
  return FALSE;
}

static XybTrackRecord *
record_new (const XybPlan *plan, XybTrack track, gint64 enterprise_id)
{
  XybTrackRecord *record = xyb_track_record_new ();

  record->plan_id = plan->id;
  record->year = plan->year;
  record->track = track;
  record->enterprise_id = enterprise_id;
  return record;
}

static const XybPlanStage *
first_stage (const XybPlan *plan, XybTrack track, GError **error)
{
  g_autoptr (GPtrArray) stages = xyb_plan_list_stages (plan, track);

  if (track != XYB_TRACK_ACCREDITATION && stages->len > 0)
    return stages->pdata[0];
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                       _ ("贯标的申请登记在附件2里，请把企业列入附件2。"));
  return NULL;
}

/* The sentence names the enterprise, whatever is wrong. */
static void
name_it (const XybTrackRecord *record, GError **error)
{
  if (error != NULL && *error != NULL && record->enterprise_name != NULL
      && strstr ((*error)->message, record->enterprise_name) == NULL)
    g_prefix_error (error, "%s：", record->enterprise_name);
}

typedef struct
{
  const XybPlan *plan;
  XybTrack track;
  const XybTrackApplication *applications;
  guint n_applications;
  XybTrackMove move;
  const char *reason; /* of what is overruled */
  const char *today;
} Applying;

/* §2.3: the check warns, the clerk decides and says why. */
static gboolean
overrule (XybStore *store,
          const Applying *applying,
          XybTrackRecord *record,
          const GArray *conditions,
          GError **error)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    if (!xyb_progress_store_set_verdict (store, applying->plan, record,
                                         g_array_index (conditions, gint64, i), XYB_VERDICT_MET,
                                         applying->reason, applying->today, error))
      return FALSE;
  return TRUE;
}

static gboolean
apply_one (XybStore *store,
           const Applying *applying,
           const XybTrackApplication *application,
           GError **error)
{
  g_autoptr (XybTrackRecord) record
    = record_new (applying->plan, applying->track, application->enterprise_id);
  XybTrackMove move = applying->move;
  gboolean done = may_begin (store, record, error)
                  && xyb_track_check_move (applying->plan, record, &move, applying->today, error)
                  && xyb_progress_begin (store, applying->plan, record, &move, error)
                  && overrule (store, applying, record, application->overruled, error);

  if (!done)
    name_it (record, error);
  return done;
}

static gboolean
apply_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Applying *applying = user_data;

  for (guint i = 0; i < applying->n_applications; i++)
    if (!apply_one (store, applying, &applying->applications[i], error))
      return FALSE;
  return TRUE;
}

/* One is called by its name in the log, several by their number. */
static char *
dup_label (XybStore *store, const Applying *applying, GError **error)
{
  g_autoptr (XybTrackRecord) record = NULL;

  if (applying->n_applications > 1)
    return g_strdup_printf (_ ("%d年%s申报：%u 家"), applying->plan->year,
                            xyb_track_name (applying->track), applying->n_applications);
  record = record_new (applying->plan, applying->track, applying->applications[0].enterprise_id);
  return may_begin (store, record, error) ? xyb_progress_label (record, _ ("申报")) : NULL;
}

/**
 * xyb_progress_store_apply_many:
 * @plan: the plan of the year, of xyb_plan_store_get()
 * @track: 苏州市级示范 or 省级示范
 * @applications: (array length=n_applications): who applies, each once
 * @on: ISO date of 申报
 * @reason: (nullable): why one may apply that the records speak against; needed where a condition
 *   is overruled, and kept with each
 * @today: ISO date
 * @error: %XYB_STORE_ERROR_EXISTS where one has applied in that year already, NOT_FOUND, INVALID;
 *   of xyb_track_check_move(); %XYB_CORE_ERROR_EMPTY where the reason is missing
 *
 * One revision, whatever their number: all of them or none, and the sentence names the first that
 * cannot be.
 */
gboolean
xyb_progress_store_apply_many (XybStore *store,
                               const XybPlan *plan,
                               XybTrack track,
                               const XybTrackApplication *applications,
                               guint n_applications,
                               const char *on,
                               const char *reason,
                               const char *today,
                               GError **error)
{
  g_autofree char *words = g_strdup (reason);
  g_autofree char *label = NULL;
  Applying applying
    = { plan, track, applications, n_applications, { NULL, on, NULL, FALSE }, NULL, today };

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL && n_applications > 0, FALSE);

  applying.move.to = first_stage (plan, track, error);
  if (applying.move.to == NULL || !xyb_field_clean_text (N_ ("理由"), &words, MAX_REASON, error))
    return FALSE;
  applying.move.reason = words;
  applying.reason = words;
  label = dup_label (store, &applying, error);
  return label != NULL && xyb_store_edit (store, label, apply_edit, &applying, error);
}

/**
 * xyb_progress_store_apply:
 * @track: 苏州市级示范 or 省级示范
 * @on: ISO date of 申报
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_EXISTS where it has applied in that year already
 */
gboolean
xyb_progress_store_apply (XybStore *store,
                          const XybPlan *plan,
                          XybTrack track,
                          gint64 enterprise_id,
                          const char *on,
                          const char *today,
                          GError **error)
{
  const XybTrackApplication application = { enterprise_id, NULL };

  return xyb_progress_store_apply_many (store, plan, track, &application, 1, on, NULL, today,
                                        error);
}
