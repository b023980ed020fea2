/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-part-private.h"

#include <string.h>

#include "xyb-i18n.h"

/* Adding, changing, removing and ordering rows of a plan in memory. Storing it is
 * xyb_plan_store_edit_rows()'s. */

/* ---- adding ---- */

static char *
free_key (const XybPlan *plan)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *key = g_strdup_printf ("OWN-%u", i);

      if (xyb_plan_find_milestone (plan, key) == NULL)
        return g_steal_pointer (&key);
    }
}

static gpointer
row_new (const XybPlan *plan, XybPlanPart part, gint64 id, XybTrack track)
{
  switch (part)
    {
    case XYB_PLAN_STAGES:
      {
        XybPlanStage *stage = xyb_plan_stage_new ();

        stage->id = id;
        stage->track = track;
        return stage;
      }
    case XYB_PLAN_CONDITIONS:
      {
        XybPlanCondition *condition = xyb_plan_condition_new ();

        condition->id = id;
        condition->track = track;
        return condition;
      }
    case XYB_PLAN_MATERIALS:
      {
        XybPlanMaterial *material = xyb_plan_material_new ();

        material->id = id;
        material->track = track;
        return material;
      }
    case XYB_PLAN_STEPS:
      {
        XybPlanStep *step = xyb_plan_step_new ();

        step->id = id;
        step->track = track;
        return step;
      }
    case XYB_PLAN_MILESTONES:
    default:
      {
        XybMilestone *milestone = xyb_milestone_new ();

        milestone->id = id;
        /* A stage may be due at it. */
        milestone->key = free_key (plan);
        return milestone;
      }
    }
}

/* Behind the last of its track; a stage on the way stands before the result. */
static guint
place_of_new (const XybPlan *plan, XybPlanPart part, XybTrack track)
{
  const GPtrArray *rows = xyb_plan_get_rows (plan, part);
  guint place = rows->len;

  while (place > 0 && xyb_plan_row_track (part, rows->pdata[place - 1]) != track)
    place--;
  if (place == 0)
    return rows->len;
  for (guint i = place; part == XYB_PLAN_STAGES && i > 0; i--)
    {
      const XybPlanStage *stage = rows->pdata[i - 1];

      if (stage->track == track && stage->kind != XYB_STAGE_KIND_STEP)
        place = i - 1;
    }
  return place;
}

static gboolean
add_row (XybPlan *plan, XybPlanPart part, const XybPlanEdit *edit, GError **error)
{
  if (xyb_plan_part_has_tracks (part) && xyb_track_name (edit->track) == NULL)
    return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                            _ ("没有这一类创建，请在贯标、苏州市级示范、省级示范里选。"));
  g_ptr_array_insert (xyb_plan_get_rows (plan, part), (int) place_of_new (plan, part, edit->track),
                      row_new (plan, part, edit->id, edit->track));
  return TRUE;
}

/* ---- removing ---- */

static gboolean
may_go (const XybPlan *plan, XybPlanPart part, gpointer row, GError **error)
{
  guint used = 0;

  if (part == XYB_PLAN_STEPS)
    {
      for (guint i = 0; i < plan->steps->len; i++)
        used += ((XybPlanStep *) plan->steps->pdata[i])->parent_id == xyb_plan_row_id (row);
      return used == 0
             || xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                                 _ ("“%s”下面还有 %u 个步骤，请先删去或移走它们。"),
                                 xyb_plan_row_name (part, row), used);
    }
  if (part == XYB_PLAN_MILESTONES && ((XybMilestone *) row)->key != NULL)
    {
      for (guint i = 0; i < plan->stages->len; i++)
        used += g_strcmp0 (((XybPlanStage *) plan->stages->pdata[i])->milestone,
                           ((XybMilestone *) row)->key)
                == 0;
      return used == 0
             || xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_STAGE,
                                 _ ("有 %u 个阶段对应时限“%s”，请先在阶段里改选别的时限。"), used,
                                 xyb_plan_row_name (part, row));
    }
  return TRUE;
}

static gboolean
remove_row (XybPlan *plan, XybPlanPart part, gpointer row, GError **error)
{
  XybTrack track = xyb_plan_row_track (part, row);

  if (!may_go (plan, part, row, error))
    return FALSE;
  if (part == XYB_PLAN_MATERIALS)
    xyb_plan_unlink_material (plan, row);
  g_ptr_array_remove (xyb_plan_get_rows (plan, part), row);
  return part != XYB_PLAN_STAGES || xyb_plan_check_track_stages (plan, track, error);
}

/* ---- order ---- */

/* The siblings in another order take the places they had among the others. */
static void
put_back (GPtrArray *rows, const GPtrArray *siblings)
{
  guint next = 0;

  for (guint i = 0; i < rows->len; i++)
    if (g_ptr_array_find ((GPtrArray *) siblings, rows->pdata[i], NULL))
      rows->pdata[i] = NULL;
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i] == NULL)
      rows->pdata[i] = siblings->pdata[next++];
}

static gboolean
move_row (XybPlan *plan, XybPlanPart part, gpointer row, int by, GError **error)
{
  g_autoptr (GPtrArray) siblings = xyb_plan_list_siblings (plan, part, row);
  guint place = 0;
  gint64 to;

  g_ptr_array_find (siblings, row, &place);
  to = (gint64) place + by;
  if (to < 0 || to >= siblings->len)
    return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                            by < 0 ? _ ("“%s”已经在最前面，不能再往前移。")
                                   : _ ("“%s”已经在最后面，不能再往后移。"),
                            xyb_plan_row_name (part, row));
  g_ptr_array_remove_index (siblings, place);
  g_ptr_array_insert (siblings, (int) to, row);
  put_back (xyb_plan_get_rows (plan, part), siblings);
  return part != XYB_PLAN_STAGES
         || xyb_plan_check_track_stages (plan, xyb_plan_row_track (part, row), error);
}

/* Each step is followed by those under it. */
static void
group_steps (XybPlan *plan)
{
  g_autoptr (GPtrArray) grouped = g_ptr_array_new ();

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const XybPlanStep *top = plan->steps->pdata[i];

      if (top->parent_id != 0 && xyb_plan_find_row (plan, XYB_PLAN_STEPS, top->parent_id) != NULL)
        continue;
      g_ptr_array_add (grouped, plan->steps->pdata[i]);
      for (guint k = 0; k < plan->steps->len; k++)
        if (((XybPlanStep *) plan->steps->pdata[k])->parent_id == top->id)
          g_ptr_array_add (grouped, plan->steps->pdata[k]);
    }
  if (grouped->len == plan->steps->len) /* else something points in a ring; the check says so */
    memcpy (plan->steps->pdata, grouped->pdata, grouped->len * sizeof (gpointer));
}

/* ---- one edit after the other ---- */

static gboolean
set_field (XybPlan *plan, XybPlanPart part, gpointer row, const XybPlanEdit *edit, GError **error)
{
  guint n_fields = 0;
  const XybPlanField *fields = xyb_plan_part_fields (part, &n_fields);

  g_return_val_if_fail (edit->field < n_fields, FALSE);

  return fields[edit->field].set (plan, row, edit->text, error);
}

static gboolean
apply_edit (XybPlan *plan, XybPlanPart part, const XybPlanEdit *edit, gint64 id, GError **error)
{
  gpointer row = edit->act != XYB_PLAN_ADD ? xyb_plan_find_row (plan, part, id) : NULL;

  if (edit->act == XYB_PLAN_ADD)
    return add_row (plan, part, edit, error);
  if (row == NULL)
    return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                            _ ("%s里已经没有这一行，可能刚被删去；请看一下现在的清单。"),
                            xyb_plan_part_name (part));
  switch (edit->act)
    {
    case XYB_PLAN_SET:
      return set_field (plan, part, row, edit, error);
    case XYB_PLAN_REMOVE:
      return remove_row (plan, part, row, error);
    case XYB_PLAN_ADD:
    case XYB_PLAN_MOVE:
    default:
      return move_row (plan, part, row, edit->by, error);
    }
}

/* What was changed has to fit, and a material it was linked with; other rows may wait. */
static gboolean
check_touched (const XybPlan *plan, XybPlanPart part, const GArray *touched, GError **error)
{
  for (guint i = 0; i < touched->len; i++)
    {
      gconstpointer row = xyb_plan_find_row (plan, part, g_array_index (touched, gint64, i));

      if (row != NULL && !xyb_plan_check_row (plan, part, row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_plan_apply_edits:
 * @plan: changed in place; of no use any more where it is refused
 * @part: one of its lists
 * @edits: (array length=n_edits): what is done, one after the other
 * @n_edits: how many
 * @error: return location for a %XYB_CORE_ERROR whose sentence names the row
 *
 * Returns: whether all could be done and the rows they touched fit
 */
gboolean
xyb_plan_apply_edits (XybPlan *plan,
                      XybPlanPart part,
                      const XybPlanEdit *edits,
                      guint n_edits,
                      GError **error)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 added = 0;

  g_return_val_if_fail (plan != NULL && part < XYB_N_PLAN_PARTS, FALSE);

  for (guint i = 0; i < n_edits; i++)
    {
      gint64 id = edits[i].id != 0 ? edits[i].id : added;

      if (!apply_edit (plan, part, &edits[i], id, error))
        return FALSE;
      if (edits[i].act == XYB_PLAN_ADD)
        added = id;
      if (edits[i].act == XYB_PLAN_ADD || edits[i].act == XYB_PLAN_SET)
        g_array_append_val (touched, id);
    }
  if (!check_touched (plan, part, touched, error))
    return FALSE;
  if (part == XYB_PLAN_STEPS)
    group_steps (plan);
  return TRUE;
}
