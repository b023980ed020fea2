/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-part.h"

#include "xyb-i18n.h"

/* The lists of a plan and their rows. */

static const struct
{
  const char *key;
  const char *name;
  gsize rows; /* where XybPlan has the GPtrArray */
  gsize row_name;
  gboolean has_tracks;
} parts[XYB_N_PLAN_PARTS] = {
  { "stages", N_ ("阶段"), G_STRUCT_OFFSET (XybPlan, stages), G_STRUCT_OFFSET (XybPlanStage, name),
    TRUE },
  { "conditions", N_ ("条件"), G_STRUCT_OFFSET (XybPlan, conditions),
    G_STRUCT_OFFSET (XybPlanCondition, text), TRUE },
  { "materials", N_ ("材料"), G_STRUCT_OFFSET (XybPlan, materials),
    G_STRUCT_OFFSET (XybPlanMaterial, name), TRUE },
  { "steps", N_ ("步骤"), G_STRUCT_OFFSET (XybPlan, steps), G_STRUCT_OFFSET (XybPlanStep, name),
    TRUE },
  { "milestones", N_ ("时限"), G_STRUCT_OFFSET (XybPlan, milestones),
    G_STRUCT_OFFSET (XybMilestone, text), FALSE },
};

/* Every row begins with its id, those of a track with that behind it. */
typedef struct
{
  gint64 id;
  XybTrack track;
} Row;

G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanStage, id) == G_STRUCT_OFFSET (Row, id));
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanCondition, id) == G_STRUCT_OFFSET (Row, id));
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanMaterial, id) == G_STRUCT_OFFSET (Row, id));
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanStep, id) == G_STRUCT_OFFSET (Row, id));
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybMilestone, id) == G_STRUCT_OFFSET (Row, id));
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanStage, track) == G_STRUCT_OFFSET (Row, track));
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanCondition, track) == G_STRUCT_OFFSET (Row, track));
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanMaterial, track) == G_STRUCT_OFFSET (Row, track));
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanStep, track) == G_STRUCT_OFFSET (Row, track));

/* What the clerk calls the list: 阶段, 条件, 材料, 步骤 or 时限. */
const char *
xyb_plan_part_name (XybPlanPart part)
{
  g_return_val_if_fail (part < XYB_N_PLAN_PARTS, NULL);

  return _ (parts[part].name);
}

/* Its name on the command line and in JSON. */
const char *
xyb_plan_part_key (XybPlanPart part)
{
  g_return_val_if_fail (part < XYB_N_PLAN_PARTS, NULL);

  return parts[part].key;
}

/**
 * xyb_plan_part_from_key:
 * @key: (nullable): a key, or the Chinese word
 * @out_part: (out): the list
 *
 * Returns: whether @key is one
 */
gboolean
xyb_plan_part_from_key (const char *key, XybPlanPart *out_part)
{
  for (guint i = 0; i < XYB_N_PLAN_PARTS; i++)
    if (g_strcmp0 (key, parts[i].key) == 0 || g_strcmp0 (key, parts[i].name) == 0)
      {
        *out_part = (XybPlanPart) i;
        return TRUE;
      }
  return FALSE;
}

/* Whether each track has a list of its own. */
gboolean
xyb_plan_part_has_tracks (XybPlanPart part)
{
  g_return_val_if_fail (part < XYB_N_PLAN_PARTS, FALSE);

  return parts[part].has_tracks;
}

/**
 * xyb_plan_get_rows:
 * @plan: a plan
 * @part: one of its lists
 *
 * Returns: (transfer none): the list itself, of all tracks
 */
GPtrArray *
xyb_plan_get_rows (const XybPlan *plan, XybPlanPart part)
{
  g_return_val_if_fail (plan != NULL && part < XYB_N_PLAN_PARTS, NULL);

  return G_STRUCT_MEMBER (GPtrArray *, plan, parts[part].rows);
}

/**
 * xyb_plan_list_rows:
 * @plan: a plan
 * @part: one of its lists
 * @track: one of its tracks; no matter of 时限
 *
 * Returns: (transfer container): the rows of that track in order
 */
GPtrArray *
xyb_plan_list_rows (const XybPlan *plan, XybPlanPart part, XybTrack track)
{
  const GPtrArray *all = xyb_plan_get_rows (plan, part);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (!parts[part].has_tracks || xyb_plan_row_track (part, all->pdata[i]) == track)
      g_ptr_array_add (rows, all->pdata[i]);
  return rows;
}

/**
 * xyb_plan_find_row:
 * @plan: a plan
 * @part: one of its lists
 * @id: of a row
 *
 * Returns: (transfer none) (nullable): the row
 */
gpointer
xyb_plan_find_row (const XybPlan *plan, XybPlanPart part, gint64 id)
{
  const GPtrArray *all = xyb_plan_get_rows (plan, part);

  for (guint i = 0; i < all->len; i++)
    if (xyb_plan_row_id (all->pdata[i]) == id)
      return all->pdata[i];
  return NULL;
}

gint64
xyb_plan_row_id (gconstpointer row)
{
  return ((const Row *) row)->id;
}

/* 0 of a milestone. */
XybTrack
xyb_plan_row_track (XybPlanPart part, gconstpointer row)
{
  return parts[part].has_tracks ? ((const Row *) row)->track : (XybTrack) 0;
}

/* What the row is called; "" while it has no name. */
const char *
xyb_plan_row_name (XybPlanPart part, gconstpointer row)
{
  const char *name = G_STRUCT_MEMBER (char *, row, parts[part].row_name);

  return name != NULL ? name : "";
}

/* Its number in the list of its track, from 1; 0 where it is not in the plan. */
guint
xyb_plan_row_number (const XybPlan *plan, XybPlanPart part, gconstpointer row)
{
  g_autoptr (GPtrArray) rows = xyb_plan_list_rows (plan, part, xyb_plan_row_track (part, row));
  guint place = 0;

  return g_ptr_array_find (rows, row, &place) ? place + 1 : 0;
}

static gint64
parent_of (XybPlanPart part, gconstpointer row)
{
  return part == XYB_PLAN_STEPS ? ((const XybPlanStep *) row)->parent_id : 0;
}

/**
 * xyb_plan_list_siblings:
 * @plan: a plan
 * @part: one of its lists
 * @row: a row of it
 *
 * Returns: (transfer container): the rows it is put in order with, itself among them: those of its
 *   track, of a step those under the same one
 */
GPtrArray *
xyb_plan_list_siblings (const XybPlan *plan, XybPlanPart part, gconstpointer row)
{
  GPtrArray *rows = xyb_plan_list_rows (plan, part, xyb_plan_row_track (part, row));

  for (guint i = rows->len; i > 0; i--)
    if (parent_of (part, rows->pdata[i - 1]) != parent_of (part, row))
      g_ptr_array_remove_index (rows, i - 1);
  return rows;
}
