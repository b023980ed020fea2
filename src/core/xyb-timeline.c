/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-timeline.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-overview.h"

/* ---- roles ---- */

static const struct
{
  const char *key;
  XybMilestoneRole role;
  XybTrack track;
  const char *short_text; /* NULL: the plan's own words */
} roles[] = {
  { "DL-01", XYB_ROLE_ISSUE, 0, N_ ("印发方案") },
  { "DL-02", XYB_ROLE_CONFIRM, 0, N_ ("确定贯标名单") },
  { "DL-03", XYB_ROLE_RETURN, 0, N_ ("各区镇报送附件2") },
  { "DL-04", XYB_ROLE_LIST, XYB_TRACK_CITY_MODEL, N_ ("推荐市级示范名单") },
  { "DL-05", XYB_ROLE_APPLY, XYB_TRACK_PROVINCE_MODEL, N_ ("申报省级示范") },
  { "DL-06", XYB_ROLE_ACCEPT, XYB_TRACK_ACCREDITATION, N_ ("组织贯标验收") },
  { "DL-07", XYB_ROLE_REVIEW, XYB_TRACK_CITY_MODEL, N_ ("市级示范认定公示") },
  { "DL-08-2", XYB_ROLE_ACCEPT, XYB_TRACK_ACCREDITATION, NULL },
  { "DL-08-3", XYB_ROLE_REVIEW, XYB_TRACK_CITY_MODEL, NULL },
};

static int
find_role (const XybMilestone *self)
{
  for (gsize i = 0; self->key != NULL && i < G_N_ELEMENTS (roles); i++)
    if (strcmp (self->key, roles[i].key) == 0)
      return (int) i;
  return -1;
}

/**
 * xyb_milestone_role:
 * @self: a milestone
 *
 * Returns: what it waits for
 */
XybMilestoneRole
xyb_milestone_role (const XybMilestone *self)
{
  int found = find_role (self);

  return found >= 0 ? roles[found].role : XYB_ROLE_NONE;
}

/**
 * xyb_milestone_track:
 * @self: a milestone
 *
 * Returns: the track it is the deadline of, or 0
 */
XybTrack
xyb_milestone_track (const XybMilestone *self)
{
  int found = find_role (self);

  return found >= 0 ? roles[found].track : (XybTrack) 0;
}

/**
 * xyb_milestone_short_text:
 * @self: a milestone
 *
 * Returns: (transfer none): what is to be done, short enough for a timeline where it is one of §6
 */
const char *
xyb_milestone_short_text (const XybMilestone *self)
{
  int found = find_role (self);

  if (found >= 0 && roles[found].short_text != NULL)
    return _ (roles[found].short_text);
  return self->text != NULL ? self->text : "";
}

/**
 * xyb_milestone_date_words:
 * @self: a milestone
 *
 * Returns: (transfer full): its date as the plan says it, or as a day
 */
char *
xyb_milestone_date_words (const XybMilestone *self)
{
  if (self->date_text != NULL)
    return g_strdup (self->date_text);
  if (self->due_on != NULL)
    return xyb_date_format_short (self->due_on);
  return g_strdup (_ ("日期未定"));
}

/**
 * xyb_plan_find_role:
 * @plan: a plan
 * @role: what a milestone waits for
 *
 * Returns: (transfer none) (nullable): its first milestone of that role
 */
const XybMilestone *
xyb_plan_find_role (const XybPlan *plan, XybMilestoneRole role)
{
  for (guint i = 0; i < plan->milestones->len; i++)
    if (xyb_milestone_role (plan->milestones->pdata[i]) == role)
      return plan->milestones->pdata[i];
  return NULL;
}

/**
 * xyb_plan_next_of_track:
 * @plan: a plan
 * @track: one of the three levels
 * @today: ISO date
 *
 * Returns: (transfer none) (nullable): the milestone of @track whose day comes next, or that was
 *   last
 */
const XybMilestone *
xyb_plan_next_of_track (const XybPlan *plan, XybTrack track, const char *today)
{
  const XybMilestone *last = NULL;

  for (guint i = 0; i < plan->milestones->len; i++)
    {
      const XybMilestone *milestone = plan->milestones->pdata[i];
      int days;

      if (xyb_milestone_track (milestone) != track
          || xyb_milestone_state (milestone, today, plan->deadline_inclusive, &days)
               == XYB_MILESTONE_UNDATED)
        continue;
      last = milestone;
      if (days >= 0)
        return milestone;
    }
  return last;
}

/* ---- how far it is ---- */

typedef struct
{
  gboolean known; /* the office has a record of it */
  gboolean done;
  gboolean waits; /* not late yet, whatever the date says */
  char *words;    /* 41/66 家, or NULL */
  char *nothing;  /* said where it is near or late: 尚未推荐; or NULL */
} Standing;

static void
standing_clear (Standing *self)
{
  g_free (self->words);
  g_free (self->nothing);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Standing, standing_clear)

static gint64
wanted (const XybOverview *overview)
{
  gint64 target = overview->plan->targets[XYB_TRACK_ACCREDITATION - 1];

  return target != XYB_UNSAID ? target : overview->rows->total->accreditation;
}

static void
count_enterprises (Standing *self, gint64 done, gint64 target)
{
  if (target == XYB_UNSAID || target == 0)
    return;
  self->known = TRUE;
  self->done = done >= target;
  self->words = g_strdup_printf (_ ("%" PRId64 "/%" PRId64 " 家"), done, target);
}

/* AMB-15: the list falls due before the returns it is made from; no hard ordering. */
static gboolean
returns_are_open (const XybOverview *overview)
{
  const XybMilestone *returns = xyb_plan_find_role (overview->plan, XYB_ROLE_RETURN);
  int days;

  return returns != NULL
         && xyb_milestone_state (returns, overview->today, overview->plan->deadline_inclusive,
                                 &days)
              != XYB_MILESTONE_UNDATED
         && days >= 0;
}

/* DL-04, DL-05, DL-07: as many as the plan asks for have reached what is due by then. */
static void
count_stage (Standing *self, const XybOverview *overview, const XybMilestone *milestone)
{
  const XybPlan *plan = overview->plan;
  XybTrack track = xyb_milestone_track (milestone);
  const XybPlanStage *first = xyb_plan_first_stage_due (plan, track, milestone);
  const XybPlanStage *last = xyb_plan_last_stage_due (plan, track, milestone);
  gint64 target = plan->targets[track - 1];
  gint64 count = xyb_track_summary_reached (overview->summaries[track - 1], last);

  if (last == NULL || target == XYB_UNSAID || target == 0
      || !xyb_overview_knows_track (overview, track))
    return;
  self->known = TRUE;
  self->done = count >= target;
  if (self->done)
    self->words = g_strdup_printf (_ ("%" PRId64 " 家"), count);
  else if (count > 0)
    self->words = g_strdup_printf (_ ("%" PRId64 "/%" PRId64 " 家"), count, target);
  else if (xyb_track_summary_reached (overview->summaries[track - 1], first) == 0)
    self->nothing = g_strdup_printf (_ ("尚未%s"), first->name);
}

static void
standing_of (Standing *self, const XybOverview *overview, const XybMilestone *milestone)
{
  const XybPlan *plan = overview->plan;
  const XybQuotaRow *total = overview->rows->total;
  guint returned = xyb_overview_count_returned (overview);

  switch (xyb_milestone_role (milestone))
    {
    case XYB_ROLE_ISSUE:
      /* A number that is missing here is no proof that the plan was not issued. */
      self->done = plan->document_number != NULL;
      self->known = self->done;
      self->words = self->done ? NULL : g_strdup (_ ("没有文号"));
      break;
    case XYB_ROLE_CONFIRM:
      count_enterprises (self, total->progress.confirmed, wanted (overview));
      self->waits = returns_are_open (overview);
      break;
    case XYB_ROLE_RETURN:
      if (overview->submissions->len == 0)
        break;
      self->known = TRUE;
      self->done = returned == overview->submissions->len;
      self->words = g_strdup_printf (_ ("%u/%u 区镇"), returned, overview->submissions->len);
      break;
    case XYB_ROLE_ACCEPT:
      count_enterprises (self, total->done, wanted (overview));
      break;
    case XYB_ROLE_LIST:
    case XYB_ROLE_APPLY:
    case XYB_ROLE_REVIEW:
      count_stage (self, overview, milestone);
      break;
    case XYB_ROLE_NONE:
    default:
      break;
    }
}

/**
 * xyb_overview_milestone_is_done:
 * @overview: an overview with a plan
 * @milestone: one of its milestones
 *
 * Returns: whether the records say that what it waits for has come
 */
gboolean
xyb_overview_milestone_is_done (const XybOverview *overview, const XybMilestone *milestone)
{
  g_auto (Standing) standing = { 0 };

  g_return_val_if_fail (overview != NULL && overview->rows != NULL && milestone != NULL, FALSE);

  standing_of (&standing, overview, milestone);
  return standing.done;
}

/* ---- stops ---- */

static void
stop_free (XybStop *self)
{
  g_free (self->due_on);
  g_free (self->when);
  g_free (self->what);
  g_free (self->full);
  g_free (self->status);
  g_free (self);
}

static XybStopState
state_of (const Standing *standing,
          const XybPlan *plan,
          XybMilestoneState milestone,
          int days,
          gboolean closed)
{
  if (standing->done)
    return XYB_STOP_DONE;
  if (milestone == XYB_MILESTONE_UNDATED)
    return XYB_STOP_UNDATED;
  if (days < 0)
    return standing->known && !standing->waits && !closed ? XYB_STOP_LATE : XYB_STOP_PASSED;
  return xyb_plan_urgency (plan, days) < XYB_URGENCY_PLAIN ? XYB_STOP_NEAR : XYB_STOP_OPEN;
}

/* What is done, or nobody can say is not done, warns of nothing. */
static XybWarningLevel
level_of (XybStopState state, const XybPlan *plan, int days)
{
  switch (state)
    {
    case XYB_STOP_LATE:
    case XYB_STOP_NEAR:
    case XYB_STOP_OPEN:
      return xyb_plan_level (plan, days);
    case XYB_STOP_DONE:
    case XYB_STOP_PASSED:
    case XYB_STOP_UNDATED:
    default:
      return XYB_WARNING_NONE;
    }
}

static char *
first_words (XybStopState state, const Standing *standing, int days, gboolean closed)
{
  switch (state)
    {
    case XYB_STOP_DONE:
      return g_strdup (_ ("已完成"));
    case XYB_STOP_UNDATED:
      return g_strdup (_ ("没有日期"));
    case XYB_STOP_PASSED:
      if (closed)
        return g_strdup (standing->known ? _ ("未完成") : _ ("已过"));
      return g_strdup_printf (_ ("已过 %d 天"), -days);
    case XYB_STOP_LATE:
    case XYB_STOP_NEAR:
    case XYB_STOP_OPEN:
    default:
      return xyb_days_words (days);
    }
}

static char *
full_text (const XybMilestone *milestone)
{
  const char *text = milestone->text != NULL ? milestone->text : "";

  if (milestone->actor == NULL)
    return g_strdup (text);
  return g_strdup_printf (_ ("%s（%s）"), text, milestone->actor);
}

static XybStop *
stop_new (const XybMilestone *milestone, const XybOverview *overview)
{
  XybStop *self = g_new0 (XybStop, 1);
  gboolean closed = xyb_overview_is_closed (overview);
  g_auto (Standing) standing = { 0 };
  g_autofree char *first = NULL;
  XybMilestoneState state;
  int days;

  state
    = xyb_milestone_state (milestone, overview->today, overview->plan->deadline_inclusive, &days);
  standing_of (&standing, overview, milestone);
  self->state = state_of (&standing, overview->plan, state, days, closed);
  self->level = level_of (self->state, overview->plan, days);
  self->due_on = state == XYB_MILESTONE_UNDATED ? NULL : g_strdup (milestone->due_on);
  self->when = xyb_milestone_date_words (milestone);
  self->what = g_strdup (xyb_milestone_short_text (milestone));
  self->full = full_text (milestone);
  first = first_words (self->state, &standing, days, closed);
  if (standing.words == NULL && self->state != XYB_STOP_OPEN)
    standing.words = g_steal_pointer (&standing.nothing);
  self->status = standing.words != NULL ? g_strdup_printf ("%s · %s", first, standing.words)
                                        : g_steal_pointer (&first);
  return self;
}

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const XybStop *left = *(const XybStop *const *) a;
  const XybStop *right = *(const XybStop *const *) b;

  if (left->due_on == NULL || right->due_on == NULL)
    return (left->due_on == NULL) - (right->due_on == NULL);
  return strcmp (left->due_on, right->due_on);
}

/* ---- today ---- */

/* The places between the stops are even, the flag stands in proportion inside its gap. */
static double
place_of (const char *today, GPtrArray *stops)
{
  guint dated = 0;

  while (dated < stops->len && ((XybStop *) stops->pdata[dated])->due_on != NULL)
    dated++;
  if (dated == 0 || strcmp (today, ((XybStop *) stops->pdata[0])->due_on) < 0)
    return dated == 0 ? -1 : -0.5;
  for (guint i = 1; i < dated; i++)
    {
      const char *from = ((XybStop *) stops->pdata[i - 1])->due_on;
      const char *to = ((XybStop *) stops->pdata[i])->due_on;

      if (strcmp (today, to) < 0)
        return i - 1
               + (double) xyb_date_days_between (from, today) / xyb_date_days_between (from, to);
    }
  return g_str_equal (today, ((XybStop *) stops->pdata[dated - 1])->due_on) ? dated - 1
                                                                            : dated - 0.5;
}

static char *
today_words (const char *today)
{
  static const char *const weekdays[]
    = { N_ ("星期一"), N_ ("星期二"), N_ ("星期三"), N_ ("星期四"),
        N_ ("星期五"), N_ ("星期六"), N_ ("星期日") };
  g_autofree char *day = xyb_date_format_short (today);
  /* 1 January 1900 was a Monday. */
  int since = xyb_date_days_between ("1900-01-01", today);

  return g_strdup_printf (_ ("今天 %s %s"), day, _ (weekdays[since % 7]));
}

/**
 * xyb_timeline_new:
 * @overview: an overview with a plan
 *
 * Returns: (transfer full): the milestones of its plan on its day
 */
XybTimeline *
xyb_timeline_new (const XybOverview *overview)
{
  XybTimeline *self;
  const GPtrArray *milestones;

  g_return_val_if_fail (overview != NULL && overview->rows != NULL, NULL);

  milestones = overview->plan->milestones;
  self = g_new0 (XybTimeline, 1);
  self->stops = g_ptr_array_new_with_free_func ((GDestroyNotify) stop_free);
  for (guint i = 0; i < milestones->len; i++)
    g_ptr_array_add (self->stops, stop_new (milestones->pdata[i], overview));
  g_ptr_array_sort (self->stops, compare_stops);
  self->today = xyb_overview_is_closed (overview) ? -1 : place_of (overview->today, self->stops);
  self->today_words = today_words (overview->today);
  return self;
}

/**
 * xyb_timeline_free:
 * @self: (nullable): a timeline
 *
 * Frees it with its stops.
 */
void
xyb_timeline_free (XybTimeline *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->stops);
  g_free (self->today_words);
  g_free (self);
}

static const char *const states[] = {
  [XYB_STOP_DONE] = "done", [XYB_STOP_LATE] = "late",     [XYB_STOP_NEAR] = "near",
  [XYB_STOP_OPEN] = "open", [XYB_STOP_PASSED] = "passed", [XYB_STOP_UNDATED] = "undated",
};

/**
 * xyb_stop_state_key:
 * @state: where a milestone stands
 *
 * Returns: its name in JSON
 */
const char *
xyb_stop_state_key (XybStopState state)
{
  return states[state];
}
