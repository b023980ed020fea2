/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-step.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-field.h"
#include "xyb-i18n.h"

#define MAX_SUBJECT 200
#define MAX_NOTE 500
#define MAX_STAFF 9999

XybTraining *
xyb_training_new (const char *held_on, const char *subject)
{
  XybTraining *self = g_new0 (XybTraining, 1);

  self->held_on = g_strdup (held_on);
  self->subject = g_strdup (subject);
  return self;
}

void
xyb_training_free (XybTraining *self)
{
  if (self == NULL)
    return;
  g_free (self->held_on);
  g_free (self->subject);
  g_free (self);
}

XybStepRecord *
xyb_step_record_new (gint64 step_id)
{
  XybStepRecord *self = g_new0 (XybStepRecord, 1);

  self->step_id = step_id;
  self->staff = XYB_UNSAID;
  self->trainings = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_training_free);
  return self;
}

void
xyb_step_record_free (XybStepRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->done_on);
  g_free (self->note);
  g_ptr_array_unref (self->trainings);
  g_free (self);
}

static gboolean
check_not_ahead (const char *field, const char *date, const char *today, GError **error)
{
  if (g_strcmp0 (date, today) <= 0)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
               _ ("%s %s 还没有到，请在办完以后再登记。"), field, date);
  return FALSE;
}

/**
 * xyb_training_validate:
 * @self: cleaned in place
 * @today: ISO date
 * @error: return location for a %XYB_CORE_ERROR
 *
 * Returns: whether it has a day that has been, and a subject
 */
gboolean
xyb_training_validate (XybTraining *self, const char *today, GError **error)
{
  g_return_val_if_fail (self != NULL && xyb_date_is_valid (today), FALSE);

  return xyb_field_clean_name (N_ ("培训日期"), &self->held_on, MAX_SUBJECT, error)
         && xyb_field_clean_date (N_ ("培训日期"), &self->held_on, error)
         && check_not_ahead (_ ("培训日期"), self->held_on, today, error)
         && xyb_field_clean_name (N_ ("培训主题"), &self->subject, MAX_SUBJECT, error);
}

/**
 * xyb_step_record_validate:
 * @self: cleaned in place
 * @step: its step of the plan
 * @today: ISO date
 * @error: return location for a %XYB_CORE_ERROR
 *
 * Returns: whether it can be stored; its trainings are asked one by one
 */
gboolean
xyb_step_record_validate (XybStepRecord *self,
                          const XybPlanStep *step,
                          const char *today,
                          GError **error)
{
  g_autofree char *field = NULL;

  g_return_val_if_fail (self != NULL && step != NULL && xyb_date_is_valid (today), FALSE);

  field = g_strdup_printf (_ ("“%s”完成日期"), step->name);
  if (self->staff != XYB_UNSAID && (self->staff < 0 || self->staff > MAX_STAFF))
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
                   _ ("专职人员应是 0 到 %d 之间的整数，请更正。"), MAX_STAFF);
      return FALSE;
    }
  return xyb_field_clean_date (field, &self->done_on, error)
         && check_not_ahead (field, self->done_on, today, error)
         && xyb_field_clean_text (N_ ("备注"), &self->note, MAX_NOTE, error);
}

static gint64
count_of (const XybPlanStep *step, const XybStepRecord *record)
{
  if (step->counted == XYB_STEP_TRAININGS)
    return record->trainings->len;
  return record->staff != XYB_UNSAID ? record->staff : 0;
}

/* A step that is counted is done when it is done often enough and, of those that are not made of
 * trainings alone, has its day. */
XybStepState
xyb_step_state (const XybPlanStep *step, const XybStepRecord *record)
{
  gint64 count;
  gint64 minimum;

  g_return_val_if_fail (step != NULL, XYB_STEP_OPEN);

  if (record == NULL)
    return XYB_STEP_OPEN;
  if (!xyb_step_count_is_counted (step->counted))
    return record->done_on != NULL ? XYB_STEP_DONE : XYB_STEP_OPEN;
  count = count_of (step, record);
  minimum = step->minimum != XYB_UNSAID ? step->minimum : 1;
  if (count >= minimum && (step->counted == XYB_STEP_TRAININGS || record->done_on != NULL))
    return XYB_STEP_DONE;
  return count > 0 || record->done_on != NULL ? XYB_STEP_BEGUN : XYB_STEP_OPEN;
}

static char *
words_of_trainings (const XybPlanStep *step, const XybStepRecord *record)
{
  guint held = record != NULL ? record->trainings->len : 0;
  gint64 minimum = step->minimum != XYB_UNSAID ? step->minimum : 1;
  const XybTraining *last = held > 0 ? record->trainings->pdata[held - 1] : NULL;
  g_autofree char *day = last != NULL ? xyb_date_format_short (last->held_on) : NULL;

  if (last == NULL)
    return g_strdup_printf (_ ("0/%" PRId64 " 次"), minimum);
  return g_strdup_printf (_ ("%u/%" PRId64 " 次，%s"), held, minimum, day);
}

/**
 * xyb_step_words:
 * @step: a step of the plan
 * @record: (nullable): what is known of it
 *
 * Returns: (transfer full): 1/2 次，6月18日; 专职人员 1 名，5月30日完成; 还没有登记
 */
char *
xyb_step_words (const XybPlanStep *step, const XybStepRecord *record)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *day = NULL;

  g_return_val_if_fail (step != NULL, NULL);

  if (step->counted == XYB_STEP_TRAININGS)
    return words_of_trainings (step, record);
  if (record == NULL)
    return g_strdup (_ ("还没有登记"));
  if (step->counted == XYB_STEP_STAFF)
    {
      if (record->staff != XYB_UNSAID)
        g_string_append_printf (words, _ ("专职人员 %" PRId64 " 名"), record->staff);
      else
        g_string_append (words, _ ("没有登记专职人员"));
    }
  if (record->done_on != NULL)
    {
      day = xyb_date_format_short (record->done_on);
      g_string_append (words, words->len > 0 ? "，" : "");
      g_string_append_printf (words, _ ("%s完成"), day);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE)
                        : g_strdup (_ ("还没有登记"));
}

/* The name of a state in JSON. */
const char *
xyb_step_state_key (XybStepState state)
{
  switch (state)
    {
    case XYB_STEP_DONE:
      return "done";
    case XYB_STEP_BEGUN:
      return "begun";
    case XYB_STEP_OPEN:
    default:
      return "open";
    }
}

gboolean
xyb_plan_step_is_heading (const XybPlan *plan, const XybPlanStep *step)
{
  g_return_val_if_fail (plan != NULL && step != NULL, FALSE);

  for (guint i = 0; i < plan->steps->len; i++)
    if (((XybPlanStep *) plan->steps->pdata[i])->parent_id == step->id)
      return TRUE;
  return FALSE;
}

gboolean
xyb_plan_step_is_ticked (const XybPlan *plan, const XybPlanStep *step)
{
  g_return_val_if_fail (plan != NULL && step != NULL, FALSE);

  return step->counted != XYB_STEP_TOLD && !xyb_plan_step_is_heading (plan, step);
}

/* Whether a number or a list belongs to it: it then has its “至少”. */
gboolean
xyb_step_count_is_counted (XybStepCount counted)
{
  return counted == XYB_STEP_STAFF || counted == XYB_STEP_TRAININGS;
}
