/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-i18n.h"
#include "xyb-track.h"

/* plan show --part: one list of a year's plan. */

/* ---- JSON ---- */

static gint64
number_of (const XybPlan *plan, XybPlanPart part, gint64 id)
{
  gconstpointer row = id != 0 ? xyb_plan_find_row (plan, part, id) : NULL;

  return row != NULL ? xyb_plan_row_number (plan, part, row) : XYB_UNSAID;
}

static void
add_stage (JsonBuilder *json, const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  const XybPlanStage *stage = row;

  xyb_cli_json_text (json, "name", stage->name);
  xyb_cli_json_text (json, "kind", xyb_stage_kind_key (stage->kind));
  xyb_cli_json_text (json, "basis", xyb_basis_key (stage->basis));
  xyb_cli_json_bool (json, "number", (stage->fields & XYB_STAGE_FIELD_NUMBER) != 0);
  xyb_cli_json_bool (json, "until", (stage->fields & XYB_STAGE_FIELD_UNTIL) != 0);
  xyb_cli_json_bool (json, "needs_materials", stage->needs_materials);
  xyb_cli_json_text (json, "milestone", stage->milestone);
}

static void
add_condition (JsonBuilder *json, const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  const XybPlanCondition *condition = row;

  xyb_cli_json_text (json, "key", condition->key);
  xyb_cli_json_text (json, "text", condition->text);
  xyb_cli_json_int (json, "number", condition->number);
}

static void
add_material (JsonBuilder *json, const XybPlan *plan, gconstpointer row)
{
  const XybPlanMaterial *material = row;

  xyb_cli_json_text (json, "name", material->name);
  xyb_cli_json_text (json, "requirement", material->requirement);
  xyb_cli_json_bool (json, "required", material->required);
  xyb_cli_json_bool (json, "has_validity", material->has_validity);
  xyb_cli_json_int (json, "linked", number_of (plan, XYB_PLAN_MATERIALS, material->linked_id));
}

static void
add_step (JsonBuilder *json, const XybPlan *plan, gconstpointer row)
{
  const XybPlanStep *one = row;

  xyb_cli_json_text (json, "name", one->name);
  xyb_cli_json_text (json, "text", one->text);
  xyb_cli_json_int (json, "parent", number_of (plan, XYB_PLAN_STEPS, one->parent_id));
  xyb_cli_json_text (json, "counted", xyb_step_count_key (one->counted));
  xyb_cli_json_int (json, "minimum", one->minimum);
}

static void
add_milestone (JsonBuilder *json, const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  const XybMilestone *milestone = row;

  xyb_cli_json_text (json, "key", milestone->key);
  xyb_cli_json_text (json, "text", milestone->text);
  xyb_cli_json_text (json, "starts_on", milestone->starts_on);
  xyb_cli_json_text (json, "due_on", milestone->due_on);
  xyb_cli_json_text (json, "date_text", milestone->date_text);
  xyb_cli_json_text (json, "actor", milestone->actor);
}

static void (*const add_row[XYB_N_PLAN_PARTS]) (JsonBuilder *json,
                                                const XybPlan *plan,
                                                gconstpointer row)
  = {
      [XYB_PLAN_STAGES] = add_stage,         [XYB_PLAN_CONDITIONS] = add_condition,
      [XYB_PLAN_MATERIALS] = add_material,   [XYB_PLAN_STEPS] = add_step,
      [XYB_PLAN_MILESTONES] = add_milestone,
    };

static void
print_json (const XybPlan *plan, XybPlanPart part, XybTrack only)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  const GPtrArray *rows = xyb_plan_get_rows (plan, part);

  json_builder_begin_array (json);
  for (guint i = 0; i < rows->len; i++)
    {
      gconstpointer row = rows->pdata[i];
      XybTrack track = xyb_plan_row_track (part, row);
      g_autofree char *words = xyb_plan_row_words (plan, part, row);

      if (only != 0 && track != 0 && track != only)
        continue;
      json_builder_begin_object (json);
      xyb_cli_json_int (json, "row", xyb_plan_row_number (plan, part, row));
      if (track != 0)
        xyb_cli_json_text (json, "track", xyb_track_key (track));
      add_row[part](json, plan, row);
      xyb_cli_json_text (json, "words", words);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  xyb_cli_json_print (json);
}

/* ---- text ---- */

static void
print_row (const XybPlan *plan, XybPlanPart part, gconstpointer row)
{
  guint n_fields = 0;
  const XybPlanField *fields = xyb_plan_part_fields (part, &n_fields);
  g_autofree char *words = xyb_plan_row_words (plan, part, row);

  xyb_cli_print ("%3u　%s\n", xyb_plan_row_number (plan, part, row), xyb_plan_row_name (part, row));
  for (guint i = 1; i < n_fields; i++)
    {
      g_autofree char *text = fields[i].get (plan, row);

      if (text != NULL)
        xyb_cli_print ("　　　%s：%s\n", _ (fields[i].title), text);
    }
  xyb_cli_print ("　　　→ %s\n", words);
}

static void
print_text (const XybPlan *plan, XybPlanPart part, XybTrack only)
{
  int n_tracks = xyb_plan_part_has_tracks (part) ? XYB_N_TRACKS : 1;

  for (int track = 1; track <= n_tracks; track++)
    {
      g_autoptr (GPtrArray) rows = xyb_plan_list_rows (plan, part, (XybTrack) track);

      if (n_tracks > 1 && only != 0 && only != (XybTrack) track)
        continue;
      if (n_tracks > 1)
        xyb_cli_print (_ ("%s%s（%u 项）\n"), xyb_track_name ((XybTrack) track),
                       xyb_plan_part_name (part), rows->len);
      for (guint i = 0; i < rows->len; i++)
        print_row (plan, part, rows->pdata[i]);
    }
}

/**
 * xyb_cli_print_plan_part:
 * @plan: the plan of a year
 * @part: (nullable): the --part option
 * @track: (nullable): the --track option: only this one
 *
 * Returns: whether there is such a list
 */
gboolean
xyb_cli_print_plan_part (XybCli *self,
                         const XybPlan *plan,
                         const char *part,
                         const char *track,
                         GError **error)
{
  XybPlanPart list = 0;
  XybTrack only = 0;

  if (part == NULL || !xyb_plan_part_from_key (part, &list))
    return xyb_cli_usage_error (
      error, _ ("请用 --part 给出清单：stages（阶段）、conditions（条件）、materials（材料）、"
                "steps（步骤）或 milestones（时限）。"));
  if (track != NULL && !xyb_cli_need_track (track, &only, error))
    return FALSE;
  if (xyb_cli_wants_json (self))
    print_json (plan, list, only);
  else
    print_text (plan, list, only);
  return TRUE;
}
