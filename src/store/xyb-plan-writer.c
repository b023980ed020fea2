/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-plan-private.h"
#include "xyb-plan-store.h"
#include "xyb-store-error.h"

/* A whole plan with its lists into the office file: new ones, copies, presets. */

/* ---- one row of each list ---- */

static void
bind_basis (sqlite3_stmt *stmt, gpointer item)
{
  XybPlanBasis *basis = item;

  xyb_stmt_bind_text (stmt, ":title", basis->title);
  xyb_stmt_bind_text (stmt, ":number", basis->number);
}

static void
bind_quota (sqlite3_stmt *stmt, gpointer item)
{
  XybQuota *quota = item;

  xyb_stmt_bind_int (stmt, ":unit", quota->unit_id);
  xyb_stmt_bind_int_or_null (stmt, ":accreditation", quota->accreditation);
  xyb_stmt_bind_int_or_null (stmt, ":city_model", quota->city_model);
}

static void
bind_milestone (sqlite3_stmt *stmt, gpointer item)
{
  XybMilestone *milestone = item;

  xyb_stmt_bind_text (stmt, ":key", milestone->key);
  xyb_stmt_bind_text (stmt, ":text", milestone->text);
  xyb_stmt_bind_text (stmt, ":date_text", milestone->date_text);
  xyb_stmt_bind_text (stmt, ":starts_on", milestone->starts_on);
  xyb_stmt_bind_text (stmt, ":due_on", milestone->due_on);
  xyb_stmt_bind_text (stmt, ":actor", milestone->actor);
}

static void
bind_condition (sqlite3_stmt *stmt, gpointer item)
{
  XybPlanCondition *condition = item;

  xyb_stmt_bind_int (stmt, ":track", condition->track);
  xyb_stmt_bind_text (stmt, ":key", condition->key);
  xyb_stmt_bind_text (stmt, ":text", condition->text);
  xyb_stmt_bind_int_or_null (stmt, ":number", condition->number);
}

static void
bind_material (sqlite3_stmt *stmt, gpointer item)
{
  XybPlanMaterial *material = item;

  xyb_stmt_bind_int (stmt, ":track", material->track);
  xyb_stmt_bind_text (stmt, ":name", material->name);
  xyb_stmt_bind_text (stmt, ":requirement", material->requirement);
  xyb_stmt_bind_int (stmt, ":required", material->required ? 1 : 0);
  xyb_stmt_bind_int (stmt, ":has_validity", material->has_validity ? 1 : 0);
  xyb_stmt_bind_id (stmt, ":linked", material->linked_id);
}

static void
bind_step (sqlite3_stmt *stmt, gpointer item)
{
  XybPlanStep *step = item;

  xyb_stmt_bind_int (stmt, ":track", step->track);
  xyb_stmt_bind_id (stmt, ":parent", step->parent_id);
  xyb_stmt_bind_text (stmt, ":name", step->name);
  xyb_stmt_bind_text (stmt, ":text", step->text);
  xyb_stmt_bind_int (stmt, ":counted", step->counted);
  xyb_stmt_bind_int_or_null (stmt, ":minimum", step->minimum);
}

static void
bind_stage (sqlite3_stmt *stmt, gpointer item)
{
  XybPlanStage *stage = item;

  xyb_stmt_bind_int (stmt, ":track", stage->track);
  xyb_stmt_bind_text (stmt, ":name", stage->name);
  xyb_stmt_bind_int (stmt, ":kind", stage->kind);
  xyb_stmt_bind_id (stmt, ":basis", stage->basis);
  xyb_stmt_bind_int (stmt, ":fields", stage->fields);
  xyb_stmt_bind_int (stmt, ":needs_materials", stage->needs_materials ? 1 : 0);
  xyb_stmt_bind_text (stmt, ":milestone", stage->milestone);
}

static void
bind_tier (sqlite3_stmt *stmt, gpointer item)
{
  XybTier *tier = item;

  xyb_stmt_bind_int (stmt, ":below", tier->below_percent);
  xyb_stmt_bind_int (stmt, ":deduction", tier->deduction);
}

static const struct
{
  gsize list; /* where XybPlan has the GPtrArray */
  const char *sql;
  void (*bind) (sqlite3_stmt *stmt, gpointer item);
  const char *update; /* of those that xyb_plan_store_edit_rows() writes */
} plan_lists[] = {
  { G_STRUCT_OFFSET (XybPlan, bases),
    "INSERT INTO plan_basis (id, plan_id, position, title, number)"
    " VALUES (:id, :plan, :position, :title, :number)",
    bind_basis },
  { G_STRUCT_OFFSET (XybPlan, quotas),
    "INSERT INTO quota (id, plan_id, unit_id, position, accreditation, city_model)"
    " VALUES (:id, :plan, :unit, :position, :accreditation, :city_model)",
    bind_quota },
  { G_STRUCT_OFFSET (XybPlan, milestones),
    "INSERT INTO milestone"
    "  (id, plan_id, position, key, text, date_text, starts_on, due_on, actor)"
    " VALUES (:id, :plan, :position, :key, :text, :date_text, :starts_on, :due_on, :actor)",
    bind_milestone,
    "UPDATE milestone SET position = :position, key = :key, text = :text,"
    "       date_text = :date_text, starts_on = :starts_on, due_on = :due_on, actor = :actor"
    " WHERE id = :id AND plan_id = :plan" },
  { G_STRUCT_OFFSET (XybPlan, conditions),
    "INSERT INTO plan_condition (id, plan_id, track, position, key, text, number)"
    " VALUES (:id, :plan, :track, :position, :key, :text, :number)",
    bind_condition,
    "UPDATE plan_condition SET track = :track, position = :position, key = :key, text = :text,"
    "       number = :number"
    " WHERE id = :id AND plan_id = :plan" },
  { G_STRUCT_OFFSET (XybPlan, materials),
    "INSERT INTO plan_material"
    "  (id, plan_id, track, position, name, requirement, required, has_validity, linked_id)"
    " VALUES (:id, :plan, :track, :position, :name, :requirement, :required, :has_validity,"
    "         :linked)",
    bind_material,
    "UPDATE plan_material SET track = :track, position = :position, name = :name,"
    "       requirement = :requirement, required = :required, has_validity = :has_validity,"
    "       linked_id = :linked"
    " WHERE id = :id AND plan_id = :plan" },
  { G_STRUCT_OFFSET (XybPlan, steps),
    "INSERT INTO plan_step"
    "  (id, plan_id, track, position, parent_id, name, text, counted, minimum)"
    " VALUES (:id, :plan, :track, :position, :parent, :name, :text, :counted, :minimum)",
    bind_step,
    "UPDATE plan_step SET track = :track, position = :position, parent_id = :parent,"
    "       name = :name, text = :text, counted = :counted, minimum = :minimum"
    " WHERE id = :id AND plan_id = :plan" },
  { G_STRUCT_OFFSET (XybPlan, stages),
    "INSERT INTO plan_stage"
    "  (id, plan_id, track, position, name, kind, basis, fields, needs_materials, milestone)"
    " VALUES (:id, :plan, :track, :position, :name, :kind, :basis, :fields, :needs_materials,"
    "         :milestone)",
    bind_stage,
    "UPDATE plan_stage SET track = :track, position = :position, name = :name, kind = :kind,"
    "       basis = :basis, fields = :fields, needs_materials = :needs_materials,"
    "       milestone = :milestone"
    " WHERE id = :id AND plan_id = :plan" },
  { G_STRUCT_OFFSET (XybPlan, tiers),
    "INSERT INTO plan_tier (id, plan_id, below_percent, deduction)"
    " VALUES (:id, :plan, :below, :deduction)",
    bind_tier },
};

/* Every row of a plan begins with its id. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanBasis, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybQuota, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybMilestone, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanCondition, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanMaterial, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanStep, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanStage, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybTier, id) == 0);

static GPtrArray *
list_of (XybPlan *plan, gsize list)
{
  return G_STRUCT_MEMBER (GPtrArray *, plan, plan_lists[list].list);
}

static gboolean
insert_list (XybStore *store, XybPlan *plan, gsize list, GError **error)
{
  GPtrArray *items = list_of (plan, list);
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, plan_lists[list].sql, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      gint64 *item = g_ptr_array_index (items, i);

      sqlite3_reset (stmt);
      xyb_stmt_bind_int (stmt, ":id", *item);
      xyb_stmt_bind_int (stmt, ":plan", plan->id);
      if (sqlite3_bind_parameter_index (stmt, ":position") > 0)
        xyb_stmt_bind_int (stmt, ":position", i + 1);
      plan_lists[list].bind (stmt, item);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_plan_store_write_row:
 * @plan: whose row it is; its id is that of the file
 * @part: the list
 * @row: the row, with its id
 * @position: its place
 * @is_new: whether the file does not have it yet
 *
 * Writes one row of a list. Only inside an edit.
 */
gboolean
xyb_plan_store_write_row (XybStore *store,
                          const XybPlan *plan,
                          XybPlanPart part,
                          gpointer row,
                          gint64 position,
                          gboolean is_new,
                          GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gsize list = 0;

  while (list_of ((XybPlan *) plan, list) != xyb_plan_get_rows (plan, part))
    list++;
  stmt = xyb_store_prepare (store, is_new ? plan_lists[list].sql : plan_lists[list].update, error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", xyb_plan_row_id (row));
  xyb_stmt_bind_int (stmt, ":plan", plan->id);
  xyb_stmt_bind_int (stmt, ":position", position);
  plan_lists[list].bind (stmt, row);
  return xyb_store_run (store, stmt, error);
}

/* ---- ids ---- */

/* The place of the row with @id, as xyb_plan_resolve_links() wants it; 0 where there is none. */
static gint64
place_of (GPtrArray *items, gint64 id)
{
  if (id <= 0)
    return id;
  for (guint i = 0; i < items->len; i++)
    if (*(gint64 *) g_ptr_array_index (items, i) == id)
      return -(gint64) (i + 1);
  return 0;
}

/* Rows point at each other by id; so the places are noted first and the new ids put in after. */
static void
assign_new_ids (XybStore *store, XybPlan *plan)
{
  for (guint i = 0; i < plan->materials->len; i++)
    {
      XybPlanMaterial *material = g_ptr_array_index (plan->materials, i);

      material->linked_id = place_of (plan->materials, material->linked_id);
    }
  for (guint i = 0; i < plan->steps->len; i++)
    {
      XybPlanStep *step = g_ptr_array_index (plan->steps, i);

      step->parent_id = place_of (plan->steps, step->parent_id);
    }
  plan->id = xyb_store_new_id (store);
  for (gsize list = 0; list < G_N_ELEMENTS (plan_lists); list++)
    for (guint i = 0; i < list_of (plan, list)->len; i++)
      *(gint64 *) g_ptr_array_index (list_of (plan, list), i) = xyb_store_new_id (store);
  xyb_plan_resolve_links (plan);
}

/* ---- the plan's own row ---- */

static void
bind_plan (sqlite3_stmt *stmt, const XybPlan *plan)
{
  xyb_stmt_bind_int (stmt, ":id", plan->id);
  xyb_stmt_bind_int (stmt, ":year", plan->year);
  xyb_stmt_bind_text (stmt, ":title", plan->title);
  xyb_stmt_bind_text (stmt, ":document_number", plan->document_number);
  xyb_stmt_bind_text (stmt, ":issuer", plan->issuer);
  xyb_stmt_bind_text (stmt, ":issued_on", plan->issued_on);
  xyb_stmt_bind_text (stmt, ":lead", plan->lead);
  xyb_stmt_bind_text (stmt, ":partners", plan->partners);
  xyb_stmt_bind_text (stmt, ":scope", plan->scope);
  xyb_stmt_bind_text (stmt, ":policy", plan->policy);
  xyb_stmt_bind_text (stmt, ":supervision", plan->supervision);
  xyb_stmt_bind_text (stmt, ":copied_to", plan->copied_to);
  xyb_stmt_bind_text (stmt, ":quota_title", plan->quota_title);
  xyb_stmt_bind_text (stmt, ":nomination_title", plan->nomination_title);
  xyb_stmt_bind_int_or_null (stmt, ":target_accreditation", plan->targets[0]);
  xyb_stmt_bind_int_or_null (stmt, ":target_city", plan->targets[1]);
  xyb_stmt_bind_int_or_null (stmt, ":target_province", plan->targets[2]);
  xyb_stmt_bind_int_or_null (stmt, ":opening_accreditation", plan->opening[0]);
  xyb_stmt_bind_int_or_null (stmt, ":opening_city", plan->opening[1]);
  xyb_stmt_bind_int_or_null (stmt, ":opening_province", plan->opening[2]);
  xyb_stmt_bind_text (stmt, ":opening_as_of", plan->opening_as_of);
  xyb_stmt_bind_int (stmt, ":basis", plan->basis);
  xyb_stmt_bind_int (stmt, ":deadline_inclusive", plan->deadline_inclusive ? 1 : 0);
  xyb_stmt_bind_int_or_null (stmt, ":rate_points", plan->rate_points);
  xyb_stmt_bind_int_or_null (stmt, ":warn_blue", plan->warn_blue);
  xyb_stmt_bind_int_or_null (stmt, ":warn_yellow", plan->warn_yellow);
  xyb_stmt_bind_int_or_null (stmt, ":warn_red", plan->warn_red);
}

static gboolean
insert_plan_row (XybStore *store, const XybPlan *plan, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO plan"
    "  (id, year, title, document_number, issuer, issued_on, lead, partners, scope, policy,"
    "   supervision, copied_to, quota_title, nomination_title,"
    "   target_accreditation, target_city, target_province,"
    "   opening_accreditation, opening_city, opening_province, opening_as_of,"
    "   basis, deadline_inclusive, rate_points, warn_blue, warn_yellow, warn_red)"
    " VALUES"
    "  (:id, :year, :title, :document_number, :issuer, :issued_on, :lead, :partners, :scope,"
    "   :policy, :supervision, :copied_to, :quota_title, :nomination_title,"
    "   :target_accreditation, :target_city, :target_province,"
    "   :opening_accreditation, :opening_city, :opening_province, :opening_as_of,"
    "   :basis, :deadline_inclusive, :rate_points, :warn_blue, :warn_yellow, :warn_red)",
    error);

  if (stmt == NULL)
    return FALSE;
  bind_plan (stmt, plan);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_plan_store_insert:
 * @keep_ids: preset rows bring fixed ids, so that every office file agrees on them (DESIGN §4);
 *   otherwise every row gets a new one
 *
 * Writes a plan with its lists. Only inside an edit.
 */
gboolean
xyb_plan_store_insert (XybStore *store, XybPlan *plan, gboolean keep_ids, GError **error)
{
  if (!keep_ids)
    assign_new_ids (store, plan);
  if (!insert_plan_row (store, plan, error))
    return FALSE;
  for (gsize list = 0; list < G_N_ELEMENTS (plan_lists); list++)
    if (!insert_list (store, plan, list, error))
      return FALSE;
  return TRUE;
}

/* ---- adding ---- */

/**
 * xyb_plan_store_year_is_free:
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_EXISTS where @year has a plan
 */
gboolean
xyb_plan_store_year_is_free (XybStore *store, int year, GError **error)
{
  gint64 taken = 0;

  if (!xyb_year_check (year, error)
      || !xyb_lookup_int (store, "SELECT 1 FROM plan WHERE year = :a", year, 0, &taken, error))
    return FALSE;
  if (taken == 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("%d年已经有工作方案，请直接修改它，或换一个年度。"), year);
  return FALSE;
}

/* 附件1 lists 区镇 only, each once. */
static gboolean
check_quotas (XybStore *store, XybPlan *plan, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plan->quotas->len; i++)
    {
      XybQuota *quota = g_ptr_array_index (plan->quotas, i);
      g_autofree char *name = xyb_lookup_district (store, quota->unit_id, error);

      if (name == NULL)
        return FALSE;
      if (!g_hash_table_add (seen, &quota->unit_id))
        {
          g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
                       _ ("%d年附件1里%s有两行，请去掉一行。"), plan->year, name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add_plan_edit (XybStore *store, gpointer user_data, GError **error)
{
  return xyb_plan_store_insert (store, user_data, FALSE, error);
}

/**
 * xyb_plan_store_add:
 * @plan: its texts are cleaned and every id in it is set, whatever it was
 *
 * Adds the plan of a year that has none.
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_EXISTS where the year has one
 */
gboolean
xyb_plan_store_add (XybStore *store, XybPlan *plan, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (plan != NULL, FALSE);

  if (!xyb_plan_store_year_is_free (store, plan->year, error) || !xyb_plan_store_check (plan, error)
      || !check_quotas (store, plan, error))
    return FALSE;
  label = g_strdup_printf (_ ("新建%d年度方案"), plan->year);
  return xyb_store_edit (store, label, add_plan_edit, plan, error);
}
