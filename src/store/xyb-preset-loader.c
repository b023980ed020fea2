/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-office-store.h"
#include "xyb-plan-private.h"
#include "xyb-preset-json.h"
#include "xyb-scheme-private.h"
#include "xyb-store-error.h"
#include "xyb-track.h"

/* DESIGN §5: units and plans are data. The files of data/presets/ are compiled into the program and
 * become rows of a new office; nothing reads them afterwards. Their keys are the fields of XybUnit
 * and XybPlan; a mistake in them is the program's, so it is found by the tests. */

#define PLAN_PREFIX "plan-"

static XybTrack
get_track (JsonObject *object)
{
  g_autofree char *key = xyb_preset_dup_text (object, "track");

  return xyb_track_from_key (key);
}

/* ---- units ---- */

static void
read_alias (JsonObject *object, gpointer user_data)
{
  XybUnit *unit = user_data;
  XybUnitAlias *alias = xyb_unit_alias_new ();

  alias->id = xyb_preset_get_int (object, "id", 0);
  alias->name = xyb_preset_dup_text (object, "name");
  alias->former = xyb_preset_get_bool (object, "former", FALSE);
  alias->valid_until = xyb_preset_dup_text (object, "valid_until");
  alias->note = xyb_preset_dup_text (object, "note");
  alias->source = xyb_preset_dup_text (object, "source");
  g_ptr_array_add (unit->aliases, alias);
}

static void
read_unit (JsonObject *object, gpointer user_data)
{
  GPtrArray *units = user_data;
  XybUnit *unit = xyb_unit_new ();
  g_autofree char *kind = xyb_preset_dup_text (object, "kind");

  unit->id = xyb_preset_get_int (object, "id", 0);
  unit->kind = xyb_unit_kind_from_key (kind);
  unit->name = xyb_preset_dup_text (object, "name");
  unit->full_name = xyb_preset_dup_text (object, "full_name");
  unit->position = xyb_preset_get_int (object, "position", 0);
  unit->valid_from = xyb_preset_dup_text (object, "valid_from");
  unit->valid_until = xyb_preset_dup_text (object, "valid_until");
  unit->note = xyb_preset_dup_text (object, "note");
  xyb_preset_for_each (object, "aliases", read_alias, unit);
  g_ptr_array_add (units, unit);
}

/* ---- plans ---- */

static void
read_basis (JsonObject *object, gpointer user_data)
{
  XybPlanBasis *basis = xyb_plan_basis_new ();

  basis->id = xyb_preset_get_int (object, "id", 0);
  basis->title = xyb_preset_dup_text (object, "title");
  basis->number = xyb_preset_dup_text (object, "number");
  g_ptr_array_add (((XybPlan *) user_data)->bases, basis);
}

static void
read_quota (JsonObject *object, gpointer user_data)
{
  XybQuota *quota = xyb_quota_new ();

  quota->id = xyb_preset_get_int (object, "id", 0);
  quota->unit_id = xyb_preset_get_int (object, "unit", 0);
  quota->accreditation = xyb_preset_get_int (object, "accreditation", XYB_UNSAID);
  quota->city_model = xyb_preset_get_int (object, "city_model", XYB_UNSAID);
  g_ptr_array_add (((XybPlan *) user_data)->quotas, quota);
}

static void
read_milestone (JsonObject *object, gpointer user_data)
{
  XybMilestone *milestone = xyb_milestone_new ();

  milestone->id = xyb_preset_get_int (object, "id", 0);
  milestone->key = xyb_preset_dup_text (object, "key");
  milestone->text = xyb_preset_dup_text (object, "text");
  milestone->date_text = xyb_preset_dup_text (object, "date_text");
  milestone->starts_on = xyb_preset_dup_text (object, "starts_on");
  milestone->due_on = xyb_preset_dup_text (object, "due_on");
  milestone->actor = xyb_preset_dup_text (object, "actor");
  g_ptr_array_add (((XybPlan *) user_data)->milestones, milestone);
}

static void
read_condition (JsonObject *object, gpointer user_data)
{
  XybPlanCondition *condition = xyb_plan_condition_new ();

  condition->id = xyb_preset_get_int (object, "id", 0);
  condition->track = get_track (object);
  condition->key = xyb_preset_dup_text (object, "key");
  condition->text = xyb_preset_dup_text (object, "text");
  condition->number = xyb_preset_get_int (object, "number", XYB_UNSAID);
  g_ptr_array_add (((XybPlan *) user_data)->conditions, condition);
}

static void
read_material (JsonObject *object, gpointer user_data)
{
  XybPlanMaterial *material = xyb_plan_material_new ();

  material->id = xyb_preset_get_int (object, "id", 0);
  material->track = get_track (object);
  material->name = xyb_preset_dup_text (object, "name");
  material->requirement = xyb_preset_dup_text (object, "requirement");
  material->required = xyb_preset_get_bool (object, "required", TRUE);
  material->has_validity = xyb_preset_get_bool (object, "has_validity", FALSE);
  material->linked_id = xyb_preset_get_int (object, "linked_id", 0);
  g_ptr_array_add (((XybPlan *) user_data)->materials, material);
}

static void
read_step (JsonObject *object, gpointer user_data)
{
  XybPlanStep *step = xyb_plan_step_new ();
  g_autofree char *counted = xyb_preset_dup_text (object, "counted");

  step->id = xyb_preset_get_int (object, "id", 0);
  step->track = get_track (object);
  step->parent_id = xyb_preset_get_int (object, "parent_id", 0);
  step->name = xyb_preset_dup_text (object, "name");
  step->text = xyb_preset_dup_text (object, "text");
  step->counted = xyb_step_count_from_key (counted);
  step->minimum = xyb_preset_get_int (object, "minimum", XYB_UNSAID);
  g_ptr_array_add (((XybPlan *) user_data)->steps, step);
}

static gint64
read_stage_fields (JsonObject *object)
{
  JsonArray *names = json_object_get_array_member (object, "fields");
  gint64 fields = 0;

  for (guint i = 0; i < json_array_get_length (names); i++)
    fields |= g_str_equal (json_array_get_string_element (names, i), "number")
                ? XYB_STAGE_FIELD_NUMBER
                : XYB_STAGE_FIELD_UNTIL;
  return fields;
}

static void
read_stage (JsonObject *object, gpointer user_data)
{
  XybPlanStage *stage = xyb_plan_stage_new ();
  g_autofree char *kind = xyb_preset_dup_text (object, "kind");
  g_autofree char *basis = xyb_preset_dup_text (object, "basis");

  stage->id = xyb_preset_get_int (object, "id", 0);
  stage->track = get_track (object);
  stage->name = xyb_preset_dup_text (object, "name");
  stage->kind = xyb_stage_kind_from_key (kind);
  stage->basis = xyb_basis_from_key (basis);
  stage->fields = read_stage_fields (object);
  stage->needs_materials = xyb_preset_get_bool (object, "needs_materials", FALSE);
  stage->milestone = xyb_preset_dup_text (object, "milestone");
  g_ptr_array_add (((XybPlan *) user_data)->stages, stage);
}

static void
read_tier (JsonObject *object, gpointer user_data)
{
  XybTier *tier = xyb_tier_new (xyb_preset_get_int (object, "below_percent", 0),
                                xyb_preset_get_int (object, "deduction", 0));

  tier->id = xyb_preset_get_int (object, "id", 0);
  g_ptr_array_add (((XybPlan *) user_data)->tiers, tier);
}

static void
read_tracks (JsonObject *object, const char *member, gint64 numbers[XYB_N_TRACKS])
{
  JsonObject *tracks
    = xyb_preset_is_said (object, member) ? json_object_get_object_member (object, member) : NULL;

  for (int i = 0; tracks != NULL && i < XYB_N_TRACKS; i++)
    numbers[i] = xyb_preset_get_int (tracks, xyb_track_key ((XybTrack) (i + 1)), XYB_UNSAID);
}

static void
read_plan_texts (JsonObject *object, XybPlan *plan)
{
  plan->title = xyb_preset_dup_text (object, "title");
  plan->document_number = xyb_preset_dup_text (object, "document_number");
  plan->issuer = xyb_preset_dup_text (object, "issuer");
  plan->issued_on = xyb_preset_dup_text (object, "issued_on");
  plan->lead = xyb_preset_dup_text (object, "lead");
  plan->partners = xyb_preset_dup_text (object, "partners");
  plan->scope = xyb_preset_dup_text (object, "scope");
  plan->policy = xyb_preset_dup_text (object, "policy");
  plan->supervision = xyb_preset_dup_text (object, "supervision");
  plan->copied_to = xyb_preset_dup_text (object, "copied_to");
  plan->quota_title = xyb_preset_dup_text (object, "quota_title");
  plan->nomination_title = xyb_preset_dup_text (object, "nomination_title");
  plan->opening_as_of = xyb_preset_dup_text (object, "opening_as_of");
}

static XybPlan *
read_plan (JsonObject *object)
{
  XybPlan *plan = xyb_plan_new ();
  g_autofree char *basis = xyb_preset_dup_text (object, "basis");

  plan->id = xyb_preset_get_int (object, "id", 0);
  plan->year = (int) xyb_preset_get_int (object, "year", 0);
  read_plan_texts (object, plan);
  read_tracks (object, "targets", plan->targets);
  read_tracks (object, "opening", plan->opening);
  if (basis != NULL)
    plan->basis = xyb_basis_from_key (basis);
  plan->deadline_inclusive = xyb_preset_get_bool (object, "deadline_inclusive", TRUE);
  plan->rate_points = xyb_preset_get_int (object, "rate_points", XYB_UNSAID);
  plan->warn_blue = xyb_preset_get_int (object, "warn_blue", XYB_UNSAID);
  plan->warn_yellow = xyb_preset_get_int (object, "warn_yellow", XYB_UNSAID);
  plan->warn_red = xyb_preset_get_int (object, "warn_red", XYB_UNSAID);
  xyb_preset_for_each (object, "bases", read_basis, plan);
  xyb_preset_for_each (object, "quotas", read_quota, plan);
  xyb_preset_for_each (object, "milestones", read_milestone, plan);
  xyb_preset_for_each (object, "conditions", read_condition, plan);
  xyb_preset_for_each (object, "materials", read_material, plan);
  xyb_preset_for_each (object, "steps", read_step, plan);
  xyb_preset_for_each (object, "stages", read_stage, plan);
  xyb_preset_for_each (object, "tiers", read_tier, plan);
  return plan;
}

/* ---- files ---- */

/**
 * xyb_preset_check_years:
 * @years: (nullable): years, ended by 0
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_NOT_FOUND where one of @years has no preset
 */
gboolean
xyb_preset_check_years (const int *years, GError **error)
{
  g_autoptr (GArray) known = xyb_preset_list_years (PLAN_PREFIX, error);

  if (known == NULL)
    return FALSE;
  for (; years != NULL && *years != 0; years++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < known->len; i++)
        found = found || g_array_index (known, int, i) == *years;
      if (found)
        continue;
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("程序没有自带%d年的工作方案，请改选其他年度，建好后再复制。"), *years);
      return FALSE;
    }
  return TRUE;
}

static gboolean
load_units (XybStore *store, GError **error)
{
  g_autoptr (JsonParser) parser = xyb_preset_parse ("units.json", error);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);

  if (parser == NULL)
    return FALSE;
  xyb_preset_for_each (json_node_get_object (json_parser_get_root (parser)), "units", read_unit,
                       units);
  for (guint i = 0; i < units->len; i++)
    if (!xyb_unit_store_insert (store, g_ptr_array_index (units, i), error))
      return FALSE;
  return TRUE;
}

static XybPlan *
plan_of_year (int year, GError **error)
{
  g_autofree char *name = g_strdup_printf (PLAN_PREFIX "%d.json", year);
  g_autoptr (JsonParser) parser = xyb_preset_parse (name, error);

  if (parser == NULL)
    return NULL;
  return read_plan (
    json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "plan"));
}

static gboolean
load_plan (XybStore *store, int year, GError **error)
{
  g_autoptr (XybPlan) plan = plan_of_year (year, error);

  return plan != NULL && xyb_plan_store_check (plan, error)
         && xyb_plan_store_insert (store, plan, TRUE, error);
}

/**
 * xyb_preset_newest_plan:
 *
 * Returns: (transfer full): the newest plan the program brings; its quotas have no names of units
 */
XybPlan *
xyb_preset_newest_plan (GError **error)
{
  g_autoptr (GArray) years = xyb_preset_list_years (PLAN_PREFIX, error);

  return years != NULL ? plan_of_year (g_array_index (years, int, years->len - 1), error) : NULL;
}

/**
 * xyb_preset_load:
 * @years: (nullable): years of the plans wanted, ended by 0; %NULL for all
 *
 * Writes the units and the plans with the fixed ids the presets give them. Only inside an edit.
 */
gboolean
xyb_preset_load (XybStore *store, const int *years, GError **error)
{
  return load_units (store, error) && xyb_preset_load_plans (store, years, error)
         && xyb_preset_load_schemes (store, years, error);
}

/* The plans alone. */
gboolean
xyb_preset_load_plans (XybStore *store, const int *years, GError **error)
{
  g_autoptr (GArray) known = xyb_preset_list_years (PLAN_PREFIX, error);

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    if (xyb_preset_wants_year (years, g_array_index (known, int, i))
        && !load_plan (store, g_array_index (known, int, i), error))
      return FALSE;
  return TRUE;
}

/* Of the years of the presets those that have no plan yet; 0-ended. */
static int *
list_missing (XybStore *store, GError **error)
{
  g_autoptr (GArray) known = xyb_preset_list_years (PLAN_PREFIX, error);
  g_autoptr (GArray) missing = g_array_new (TRUE, TRUE, sizeof (int));

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      int year = g_array_index (known, int, i);
      gint64 count = 0;

      if (!xyb_lookup_int (store, "SELECT count(*) FROM plan WHERE year = :a", year, 0, &count,
                           error))
        return NULL;
      if (count == 0)
        g_array_append_val (missing, year);
    }
  return known != NULL ? (int *) g_array_free (g_steal_pointer (&missing), FALSE) : NULL;
}

/**
 * xyb_preset_count_missing:
 *
 * Returns: how many plans and schemes of the presets the office does not have
 */
guint
xyb_preset_count_missing (XybStore *store)
{
  g_autofree int *years = list_missing (store, NULL);
  guint count = 0;

  while (years != NULL && years[count] != 0)
    count++;
  return count + xyb_preset_count_missing_schemes (store);
}

/**
 * xyb_preset_load_missing:
 *
 * Adds the plans and schemes of the presets the office does not have; its units must be there. Only
 * inside an edit.
 */
gboolean
xyb_preset_load_missing (XybStore *store, GError **error)
{
  g_autofree int *years = list_missing (store, error);

  for (int *year = years; years != NULL && *year != 0; year++)
    if (!load_plan (store, *year, error))
      return FALSE;
  return years != NULL && xyb_preset_load_schemes (store, NULL, error);
}
