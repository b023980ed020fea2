/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-private.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-track-line.h"

/* How a line of a track reads, and how many of them are ordered and counted. */

/**
 * xyb_track_line_is_late:
 * @self: a line
 *
 * Returns: whether it is on the way and has missed a milestone, or a material of it has expired
 */
gboolean
xyb_track_line_is_late (const XybTrackLine *self)
{
  return self->result == XYB_RESULT_OPEN && (self->overdue != NULL || self->n_expired > 0);
}

/**
 * xyb_track_line_trouble:
 * @self: a line
 * @out_urgency: (out): how urgent it is
 *
 * MAT-04, §6: an expired material comes first, it keeps the rest from being of use.
 *
 * Returns: (transfer full) (nullable): 已过期, 逾期 4 天, 退回 1 项, 还有 5 天, 缺 2 项; %NULL
 * where nothing is wrong or there is a result
 */
char *
xyb_track_line_trouble (const XybTrackLine *self, XybUrgency *out_urgency)
{
  *out_urgency = XYB_URGENCY_OVERDUE;
  if (self->result != XYB_RESULT_OPEN)
    return NULL;
  if (self->n_expired > 0)
    return self->n_expired > 1 ? g_strdup_printf (_ ("%u 项已过期"), self->n_expired)
                               : g_strdup (_ ("已过期"));
  if (self->overdue != NULL)
    return xyb_days_words (-self->overdue_days);
  *out_urgency = XYB_URGENCY_NEAR;
  if (self->n_returned > 0)
    return g_strdup_printf (_ ("退回 %u 项"), self->n_returned);
  if (self->urgency == XYB_URGENCY_URGENT)
    *out_urgency = XYB_URGENCY_URGENT;
  if (self->urgency < XYB_URGENCY_PLAIN)
    return xyb_days_words (self->days_left);
  if (self->n_missing == 0)
    return NULL;
  /* Early on everything is missing, and nobody has to do anything about it yet. */
  if (self->next == NULL || !self->next->needs_materials)
    *out_urgency = XYB_URGENCY_PLAIN;
  return g_strdup_printf (_ ("缺 %u 项"), self->n_missing);
}

/**
 * xyb_track_line_next_words:
 * @self: a line
 *
 * Returns: (transfer full): the stage that comes next and how long there is; "" once there is a
 *   result
 */
char *
xyb_track_line_next_words (const XybTrackLine *self)
{
  g_autofree char *days = NULL;

  if (self->next == NULL)
    return g_strdup ("");
  if (self->days_left == XYB_TRACK_NO_DAYS)
    return g_strdup (self->next->name);
  days = xyb_days_words (self->days_left);
  return g_strdup_printf (_ ("%s，%s"), self->next->name, days);
}

/* ---- order ---- */

typedef struct
{
  const XybPlan *plan;
  XybTrackOrder order;
  gboolean down;
} Sorting;

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* Red before yellow before plain before nothing; the longest over first. */
static gint64
weight_of (const XybTrackLine *line)
{
  if (line->result != XYB_RESULT_OPEN)
    return G_MAXINT64;
  if (xyb_track_line_is_late (line))
    return -1 - line->overdue_days - (line->n_expired > 0 ? G_MAXINT : 0);
  if (line->n_returned > 0)
    return 0;
  return line->days_left != XYB_TRACK_NO_DAYS ? (gint64) MAX (line->days_left, 0) + 1 : G_MAXINT;
}

static int
compare (const XybTrackLine *a, const XybTrackLine *b, const Sorting *sorting)
{
  switch (sorting->order)
    {
    case XYB_TRACK_BY_NAME:
      return compare_numbers (a->name_place, b->name_place);
    case XYB_TRACK_BY_STAGE:
      return compare_numbers (xyb_plan_place_of_stage (sorting->plan, a->stage),
                              xyb_plan_place_of_stage (sorting->plan, b->stage));
    case XYB_TRACK_BY_DATE:
      return g_strcmp0 (a->stage_on, b->stage_on);
    case XYB_TRACK_BY_DUE:
      return compare_numbers (a->days_left, b->days_left);
    case XYB_TRACK_BY_MATERIALS:
      return compare_numbers (a->n_missing, b->n_missing);
    case XYB_TRACK_BY_TROUBLE:
      return compare_numbers (weight_of (a), weight_of (b));
    case XYB_TRACK_BY_DISTRICT:
    default:
      return 0;
    }
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sorting *sorting = user_data;
  int order = compare (*(XybTrackLine *const *) a, *(XybTrackLine *const *) b, sorting);

  return sorting->down ? -order : order;
}

/**
 * xyb_track_lines_sort:
 * @lines: (element-type XybTrackLine): in official order
 * @plan: their plan
 * @order: what by
 * @down: the other way round
 *
 * Those that are alike stay as they were.
 */
void
xyb_track_lines_sort (GPtrArray *lines, const XybPlan *plan, XybTrackOrder order, gboolean down)
{
  Sorting sorting = { plan, order, down };

  g_return_if_fail (lines != NULL && plan != NULL);

  if (order != XYB_TRACK_BY_DISTRICT)
    g_ptr_array_sort_with_data (lines, compare_cb, &sorting);
  else
    for (guint i = 0; down && i < lines->len / 2; i++)
      {
        gpointer line = lines->pdata[i];

        lines->pdata[i] = lines->pdata[lines->len - 1 - i];
        lines->pdata[lines->len - 1 - i] = line;
      }
}

/* ---- counts ---- */

/**
 * xyb_track_lines_count:
 * @lines: (element-type XybTrackLine): some lines
 *
 * Returns: how many there are, have passed, are late
 */
XybTrackTally
xyb_track_lines_count (const GPtrArray *lines)
{
  XybTrackTally tally = { lines->len, 0, 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const XybTrackLine *line = lines->pdata[i];

      tally.passed += line->result == XYB_RESULT_PASSED ? 1 : 0;
      tally.late += xyb_track_line_is_late (line) ? 1 : 0;
    }
  return tally;
}

/**
 * xyb_track_tally_words:
 * @self: counts
 *
 * Returns: (transfer full): a sentence
 */
char *
xyb_track_tally_words (const XybTrackTally *self)
{
  return g_strdup_printf (_ ("%u 家，已通过 %u，逾期 %u"), self->n, self->passed, self->late);
}
