/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-opening.h"

#include <inttypes.h>

#include "xyb-i18n.h"

void
xyb_opening_free (XybOpening *self)
{
  if (self == NULL)
    return;
  g_free (self->silent);
  g_free (self);
}

/* What a clerk has put right later counts for more than an older total. */
static const XybPlan *
find_base (const GPtrArray *plans, XybTrack track)
{
  for (guint i = plans->len; i > 0; i--)
    if (((const XybPlan *) plans->pdata[i - 1])->opening[track - 1] != XYB_UNSAID)
      return plans->pdata[i - 1];
  return NULL;
}

static gboolean
has_award_of (const GPtrArray *awards, XybTrack track, int year)
{
  for (guint i = 0; i < awards->len; i++)
    {
      const XybAward *award = awards->pdata[i];

      if (award->track == track && award->year == year)
        return TRUE;
    }
  return FALSE;
}

/* An office that has recorded nothing at all since then does not keep its register here yet. */
static gboolean
keeps_register (const GPtrArray *awards, int from, int to)
{
  for (guint i = 0; i < awards->len; i++)
    {
      const XybAward *award = awards->pdata[i];

      if (award->year >= from && award->year < to)
        return TRUE;
    }
  return FALSE;
}

static char *
list_silent (const GPtrArray *awards, XybTrack track, int from, int to)
{
  GString *years = g_string_new (NULL);
  gboolean none;

  for (int year = from; year < to; year++)
    if (!has_award_of (awards, track, year))
      g_string_append_printf (years, "%s%d", years->len > 0 ? "、" : "", year);
  none = years->len == 0;
  return g_string_free (years, none);
}

/**
 * xyb_opening_new:
 * @track: one of the levels
 * @year: the year that begins
 * @plans: (element-type XybPlan): the plans of the years before, rising
 * @awards: (element-type XybAward): the whole register
 *
 * PLAN-12. The total starts from the last one a plan says, and what the register has since then is
 * counted by xyb_award_count(): each enterprise once (AMB-33), who has lost it not. Where the
 * register is empty it is derived from the targets, which is a proposal, never a fact.
 *
 * Returns: (transfer full): the figure
 */
XybOpening *
xyb_opening_new (XybTrack track, int year, const GPtrArray *plans, const GPtrArray *awards)
{
  XybOpening *self = g_new0 (XybOpening, 1);
  g_autoptr (GPtrArray) bases = g_ptr_array_new ();
  g_autofree char *last_day = g_strdup_printf ("%04d-12-31", year - 1);
  const XybPlan *base;

  self->track = track;
  self->number = self->base = self->derived = XYB_UNSAID;
  g_return_val_if_fail (plans != NULL && awards != NULL, self);

  base = find_base (plans, track);
  if (base == NULL)
    return self;
  g_ptr_array_add (bases, (gpointer) base);
  self->base = base->opening[track - 1];
  self->base_year = base->year;
  self->derived = xyb_plan_derive_opening (plans, track);
  self->since = xyb_award_count (awards, bases, track, last_day).since;
  self->silent = list_silent (awards, track, base->year, year);
  self->source = keeps_register (awards, base->year, year) ? XYB_OPENING_RECORDED
                 : self->derived != XYB_UNSAID             ? XYB_OPENING_DERIVED
                                                           : XYB_OPENING_UNKNOWN;
  if (self->source == XYB_OPENING_RECORDED)
    self->number = MAX (self->base + self->since, 0);
  else
    self->number = self->derived;
  return self;
}

static char *
recorded_words (const XybOpening *self)
{
  g_autofree char *sum = g_strdup_printf (_ ("按登记：%d年年初 %" PRId64 "，以后本办登记 %" PRId64),
                                          self->base_year, self->base, self->since);
  g_autofree char *silent
    = self->silent != NULL ? g_strdup_printf (_ ("；%s年没有登记"), self->silent) : NULL;
  g_autofree char *derived
    = self->derived != XYB_UNSAID && self->derived != self->number
        ? g_strdup_printf (_ ("；各年目标都完成应为 %" PRId64), self->derived)
        : NULL;

  return g_strconcat (sum, silent != NULL ? silent : "", derived, NULL);
}

/**
 * xyb_opening_words:
 * @self: the figure
 *
 * Returns: (transfer full): where it comes from, in one sentence
 */
char *
xyb_opening_words (const XybOpening *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->source)
    {
    case XYB_OPENING_RECORDED:
      return recorded_words (self);
    case XYB_OPENING_DERIVED:
      return g_strdup_printf (_ ("推算：%d年年初 %" PRId64 "，以后各年的目标都算完成；还没有登记"),
                              self->base_year, self->base);
    case XYB_OPENING_UNKNOWN:
    default:
      return g_strdup (_ ("没有可以推算的数，不清楚可以空着"));
    }
}

/**
 * xyb_opening_source_key:
 * @source: where a figure comes from
 *
 * Returns: its name in JSON
 */
const char *
xyb_opening_source_key (XybOpeningSource source)
{
  static const char *const keys[] = { "unknown", "recorded", "derived" };

  return (guint) source < G_N_ELEMENTS (keys) ? keys[source] : keys[0];
}
