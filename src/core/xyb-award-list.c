/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-list.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-named-number.h"

static const XybNamedNumber states[] = {
  { XYB_AWARD_STATE_VALID, "valid", N_ ("有效") },
  { XYB_AWARD_STATE_REVOKED, "revoked", N_ ("已取消") },
};

/* 有效 or 已取消; NULL for any. */
const char *
xyb_award_state_name (XybAwardState state)
{
  return xyb_named_number_name (states, G_N_ELEMENTS (states), (int) state);
}

/* By key or by the Chinese word; any where @key is none. */
XybAwardState
xyb_award_state_from_key (const char *key)
{
  return (XybAwardState) xyb_named_number_find (states, G_N_ELEMENTS (states), key);
}

/**
 * xyb_award_get_state:
 * @self: an award
 *
 * Returns: whether it was revoked some day
 */
XybAwardState
xyb_award_get_state (const XybAward *self)
{
  g_return_val_if_fail (self != NULL, XYB_AWARD_STATE_ANY);

  return self->revoked_on != NULL ? XYB_AWARD_STATE_REVOKED : XYB_AWARD_STATE_VALID;
}

static gboolean
is_named (GHashTable *named, gint64 enterprise_id)
{
  return named == NULL || g_hash_table_contains (named, &enterprise_id);
}

static gboolean
award_matches (const XybAward *award, const XybAwardFilter *filter, GHashTable *named)
{
  return (filter->track == 0 || award->track == filter->track)
         && (filter->year == 0 || award->year == filter->year)
         && (filter->unit_id == 0 || award->unit_id == filter->unit_id)
         && (filter->state == XYB_AWARD_STATE_ANY || xyb_award_get_state (award) == filter->state)
         && is_named (named, award->enterprise_id);
}

/**
 * xyb_award_list_select:
 * @awards: (element-type XybAward): all of them
 * @filter: what is wanted; its text has been looked up
 * @named: (nullable) (element-type gint64): whom its text finds
 *
 * Returns: (transfer container) (element-type XybAward): those, in the same order
 */
GPtrArray *
xyb_award_list_select (const GPtrArray *awards, const XybAwardFilter *filter, GHashTable *named)
{
  GPtrArray *some = g_ptr_array_new ();

  g_return_val_if_fail (awards != NULL && filter != NULL, some);

  for (guint i = 0; i < awards->len; i++)
    if (award_matches (awards->pdata[i], filter, named))
      g_ptr_array_add (some, awards->pdata[i]);
  return some;
}

/**
 * xyb_candidate_list_select:
 * @candidates: (element-type XybCandidate): all of them
 * @filter: what is wanted; its text has been looked up
 * @named: (nullable) (element-type gint64): whom its text finds
 *
 * Returns: (transfer container) (element-type XybCandidate): those, in the same order
 */
GPtrArray *
xyb_candidate_list_select (const GPtrArray *candidates,
                           const XybCandidateFilter *filter,
                           GHashTable *named)
{
  GPtrArray *some = g_ptr_array_new ();

  g_return_val_if_fail (candidates != NULL && filter != NULL, some);

  for (guint i = 0; i < candidates->len; i++)
    {
      const XybCandidate *candidate = candidates->pdata[i];

      if ((filter->verdict == 0 || candidate->verdict == filter->verdict)
          && (filter->unit_id == 0 || candidate->unit_id == filter->unit_id)
          && is_named (named, candidate->enterprise_id))
        g_ptr_array_add (some, candidates->pdata[i]);
    }
  return some;
}

/**
 * xyb_candidate_list_count:
 * @candidates: (element-type XybCandidate): some
 * @verdict: one of the three
 *
 * Returns: how many of them there are
 */
guint
xyb_candidate_list_count (const GPtrArray *candidates, XybVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    n += ((XybCandidate *) candidates->pdata[i])->verdict == verdict ? 1 : 0;
  return n;
}

/**
 * xyb_award_list_count_revoked:
 * @awards: (element-type XybAward): all of them
 * @track: one of the levels
 * @on: ISO date
 *
 * Returns: how many of them were revoked by that day
 */
guint
xyb_award_list_count_revoked (const GPtrArray *awards, XybTrack track, const char *on)
{
  guint n = 0;

  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      const XybAward *award = awards->pdata[i];

      if (award->track == track && award->revoked_on != NULL && strcmp (award->revoked_on, on) <= 0)
        n++;
    }
  return n;
}

/* A 区镇 before none. */
static int
compare_places (const XybAward *one, const XybAward *other)
{
  int a = one->unit_id != 0 ? one->unit_position : G_MAXINT;
  int b = other->unit_id != 0 ? other->unit_position : G_MAXINT;

  return (a > b) - (a < b);
}

static int
compare_awards (gconstpointer a, gconstpointer b)
{
  const XybAward *one = *(const XybAward *const *) a;
  const XybAward *other = *(const XybAward *const *) b;
  int order = (int) one->track - (int) other->track;

  if (order == 0)
    order = other->year - one->year;
  if (order == 0)
    order = compare_places (one, other);
  return order != 0 ? order
                    : (one->enterprise_id > other->enterprise_id)
                        - (one->enterprise_id < other->enterprise_id);
}

/**
 * xyb_award_list_sort:
 * @awards: (element-type XybAward): any
 *
 * Puts them in the order of a register: level, latest year first, 区镇 in office order.
 */
void
xyb_award_list_sort (GPtrArray *awards)
{
  g_return_if_fail (awards != NULL);

  g_ptr_array_sort (awards, compare_awards);
}
