/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-eligibility-private.h"

#include "xyb-date.h"
#include "xyb-i18n.h"

static const struct
{
  XybVerdict verdict;
  const char *key;
  const char *name;
} verdicts[] = {
  { XYB_VERDICT_MET, "met", N_ ("符合") },
  { XYB_VERDICT_UNMET, "unmet", N_ ("不符合") },
  { XYB_VERDICT_OPEN, "open", N_ ("待核") },
};

/* 符合, 不符合 or 待核; NULL for an unknown number. */
const char *
xyb_verdict_name (XybVerdict verdict)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (verdicts[i].verdict == verdict)
      return _ (verdicts[i].name);
  return NULL;
}

/* Its name in JSON and on the command line; NULL for an unknown number. */
const char *
xyb_verdict_key (XybVerdict verdict)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (verdicts[i].verdict == verdict)
      return verdicts[i].key;
  return NULL;
}

/* By key or by the Chinese word; 0 where @key is none. */
XybVerdict
xyb_verdict_from_key (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (verdicts[i].key, key) == 0 || g_strcmp0 (verdicts[i].name, key) == 0)
      return verdicts[i].verdict;
  return 0;
}

XybBreach *
xyb_breach_new (const char *date, const char *what, gboolean severe)
{
  XybBreach *self = g_new0 (XybBreach, 1);

  self->date = g_strdup (date);
  self->what = g_strdup (what);
  self->severe = severe;
  return self;
}

void
xyb_breach_free (XybBreach *self)
{
  if (self == NULL)
    return;
  g_free (self->date);
  g_free (self->what);
  g_free (self);
}

/**
 * xyb_condition_check_new:
 * @condition: a condition of the plan
 * @facts: what is known of the enterprise
 *
 * Returns: (transfer full): what the records say of it; a condition the clerk added herself is
 *   always 待核
 */
XybConditionCheck *
xyb_condition_check_new (const XybPlanCondition *condition, const XybEligibilityFacts *facts)
{
  XybConditionCheck *self = g_new0 (XybConditionCheck, 1);

  self->condition = condition;
  self->found = XYB_VERDICT_OPEN;
  g_return_val_if_fail (condition != NULL && facts != NULL && facts->enterprise != NULL, self);
  g_return_val_if_fail (xyb_date_is_valid (facts->on), self);

  self->found = xyb_condition_find_check (condition->key) (condition, facts, &self->evidence);
  return self;
}

void
xyb_condition_check_free (XybConditionCheck *self)
{
  if (self == NULL)
    return;
  g_free (self->evidence);
  g_free (self->reason);
  g_free (self);
}

/* What counts: the clerk's word, else what was found. */
XybVerdict
xyb_condition_check_verdict (const XybConditionCheck *self)
{
  g_return_val_if_fail (self != NULL, XYB_VERDICT_OPEN);

  return self->said != 0 ? self->said : self->found;
}

/**
 * xyb_eligibility_check:
 * @plan: the plan of the year
 * @track: one of its tracks
 * @facts: what is known of the enterprise
 *
 * Returns: (transfer full) (element-type XybConditionCheck): every condition of the track
 */
GPtrArray *
xyb_eligibility_check (const XybPlan *plan, XybTrack track, const XybEligibilityFacts *facts)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_condition_check_free);

  for (guint i = 0; plan != NULL && i < plan->conditions->len; i++)
    {
      const XybPlanCondition *condition = plan->conditions->pdata[i];

      if (condition->track == track)
        g_ptr_array_add (checks, xyb_condition_check_new (condition, facts));
    }
  return checks;
}

/* One 不符合 is enough for 不符合, one 待核 for 待核. */
XybVerdict
xyb_eligibility_verdict (const GPtrArray *checks)
{
  XybVerdict verdict = XYB_VERDICT_MET;

  for (guint i = 0; checks != NULL && i < checks->len; i++)
    {
      XybVerdict one = xyb_condition_check_verdict (checks->pdata[i]);

      if (one == XYB_VERDICT_UNMET)
        return one;
      if (one == XYB_VERDICT_OPEN)
        verdict = one;
    }
  return verdict;
}
