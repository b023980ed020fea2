/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-groups.h"

#include <string.h>

#include "xyb-completion.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

static void
group_free (XybUnitGroup *group)
{
  g_free (group->label);
  g_array_unref (group->units);
  g_free (group);
}

static XybUnitGroup *
group_new (void)
{
  XybUnitGroup *group = g_new0 (XybUnitGroup, 1);

  group->units = g_array_new (FALSE, FALSE, sizeof (guint));
  return group;
}

/* A group that holds nothing, or everything, is no choice. */
static void
add_group (GPtrArray *groups, XybUnitGroup *group, const char *label, guint n_all)
{
  if (group->units->len == 0 || group->units->len == n_all)
    {
      group_free (group);
      return;
    }
  group->label = g_strdup_printf (_ ("%s · %u 个"), label, group->units->len);
  g_ptr_array_add (groups, group);
}

static void
add_all (GPtrArray *groups, const XybAssessmentState *state)
{
  XybUnitGroup *group = group_new ();

  group->label = g_strdup_printf (_ ("全部%s"), state->scheme->unit_head);
  for (guint i = 0; i < state->scheme->units->len; i++)
    g_array_append_val (group->units, i);
  g_ptr_array_add (groups, group);
}

/* As the printed table is divided (KH-06). */
static void
add_pages (GPtrArray *groups, const XybAssessmentState *state)
{
  guint n = state->scheme->units->len;
  XybUnitGroup *group = group_new ();
  guint page = 1;

  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (group->units, i);
      if (xyb_assessment_state_get_unit (state, i)->page_ends || i + 1 == n)
        {
          g_autofree char *label = g_strdup_printf (_ ("打印第 %u 页"), page++);

          add_group (groups, group, label, n);
          group = group_new ();
        }
    }
  group_free (group);
}

static gint
compare_falling (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left < right) - (left > right);
}

static gboolean
holds (const GArray *values, gint64 value)
{
  for (guint i = 0; i < values->len; i++)
    if (g_array_index (values, gint64, i) == value)
      return TRUE;
  return FALSE;
}

/* Units that are assessed by as much can be compared with each other. */
static void
add_full_marks (GPtrArray *groups, const XybAssessmentState *state)
{
  g_autoptr (GArray) fulls = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = state->scheme->units->len;

  for (guint i = 0; i < n; i++)
    if (!holds (fulls, xyb_assessment_state_get_score (state, i)->full))
      g_array_append_val (fulls, xyb_assessment_state_get_score (state, i)->full);
  g_array_sort (fulls, compare_falling);
  for (guint k = 0; k < fulls->len; k++)
    {
      XybUnitGroup *group = group_new ();
      gint64 full = g_array_index (fulls, gint64, k);
      g_autofree char *points = xyb_points_format (full);
      g_autofree char *label = g_strdup_printf (_ ("满分 %s 分"), points);

      for (guint i = 0; i < n; i++)
        if (xyb_assessment_state_get_score (state, i)->full == full)
          g_array_append_val (group->units, i);
      add_group (groups, group, label, n);
    }
}

static gboolean
is_explained (const XybAssessmentState *state, guint unit)
{
  const GPtrArray *explanations = state->assessment->explanations;

  for (guint i = 0; i < explanations->len; i++)
    if (((XybExplanation *) explanations->pdata[i])->unit_id
        == xyb_assessment_state_get_unit (state, unit)->unit_id)
      return TRUE;
  return FALSE;
}

static gboolean
loses (const XybAssessmentState *state, guint unit)
{
  return xyb_assessment_state_get_score (state, unit)->deduction > 0;
}

static void
add_matching (GPtrArray *groups,
              const XybAssessmentState *state,
              const char *label,
              gboolean (*match) (const XybAssessmentState *state, guint unit))
{
  XybUnitGroup *group = group_new ();

  for (guint i = 0; i < state->scheme->units->len; i++)
    if (match (state, i))
      g_array_append_val (group->units, i);
  add_group (groups, group, label, state->scheme->units->len);
}

/**
 * xyb_assessment_groups_new:
 * @state: a table
 *
 * Returns: (transfer full) (element-type XybUnitGroup): all units; then those of a printed page, of
 *   a sum of full marks, with a deduction, with a 情况说明, each where it is some and not all
 */
GPtrArray *
xyb_assessment_groups_new (const XybAssessmentState *state)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  g_return_val_if_fail (state != NULL, groups);

  add_all (groups, state);
  add_pages (groups, state);
  add_full_marks (groups, state);
  add_matching (groups, state, _ ("有扣分"), loses);
  add_matching (groups, state, _ ("已作情况说明"), is_explained);
  return groups;
}

/* ---- filtering ---- */

static gboolean
is_called (const char *name, const char *key, XybPinyin *pinyin)
{
  g_autofree char *own = xyb_text_key (name);
  g_autofree char *initials = NULL;

  if (strstr (own, key) != NULL)
    return TRUE;
  initials = xyb_pinyin_initials (pinyin, name);
  return strstr (initials, key) != NULL;
}

/**
 * xyb_assessment_filter:
 * @state: a table
 * @group: of it
 * @only_open: only units with a cell that is still *
 * @text: (nullable): part of the name, or its pinyin initials
 * @pinyin: for @text
 *
 * Returns: (transfer full): of guint: places of the units, official order
 */
GArray *
xyb_assessment_filter (const XybAssessmentState *state,
                       const XybUnitGroup *group,
                       gboolean only_open,
                       const char *text,
                       XybPinyin *pinyin)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *key = xyb_text_key (text);

  g_return_val_if_fail (state != NULL && group != NULL, units);

  for (guint i = 0; i < group->units->len; i++)
    {
      guint unit = g_array_index (group->units, guint, i);

      if (only_open && xyb_assessment_state_get_score (state, unit)->open == 0)
        continue;
      if (*key != '\0'
          && !is_called (xyb_assessment_state_get_unit (state, unit)->unit_name, key, pinyin))
        continue;
      g_array_append_val (units, unit);
    }
  return units;
}
