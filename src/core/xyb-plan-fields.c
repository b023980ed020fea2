/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-part-private.h"

#include <inttypes.h>

#include "xyb-eligibility.h"
#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* The fields of conditions and materials; those of steps are in xyb-plan-fields-steps.c, those of
 * stages and milestones in xyb-plan-fields-dated.c. */

#define MAX_NAME 200
#define MAX_NUMBER 9999

/* ---- shared ---- */

gboolean
xyb_plan_refuse (GError **error, XybCoreError code, const char *format, ...)
{
  va_list arguments;
  g_autofree char *sentence = NULL;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, XYB_CORE_ERROR, code, sentence);
  return FALSE;
}

/* @title untranslated; what is blank becomes %NULL. */
gboolean
xyb_plan_take_text (const char *title,
                    char **field,
                    const char *text,
                    guint max_chars,
                    GError **error)
{
  char *clean = g_strdup (text);

  if (!xyb_field_clean_text (title, &clean, max_chars, error))
    {
      g_free (clean);
      return FALSE;
    }
  g_free (*field);
  *field = clean;
  return TRUE;
}

/* As xyb_plan_take_text(), for what must not be blank. */
gboolean
xyb_plan_take_name (const char *title,
                    char **field,
                    const char *text,
                    guint max_chars,
                    GError **error)
{
  char *clean = g_strdup (text);

  if (!xyb_field_clean_name (title, &clean, max_chars, error))
    {
      g_free (clean);
      return FALSE;
    }
  g_free (*field);
  *field = clean;
  return TRUE;
}

char *
xyb_plan_yes (gboolean value)
{
  return value ? g_strdup (_ ("是")) : NULL;
}

gboolean
xyb_plan_take_yes (const char *title, gboolean *field, const char *text, GError **error)
{
  static const char *const yes[] = { "是", "√", "v", "1", "yes", NULL };
  static const char *const no[] = { "", "否", "0", "-", "no", NULL };
  g_autofree char *key = xyb_text_key (text);
  g_autofree char *excerpt = NULL;

  if (g_strv_contains (yes, key) || g_strv_contains (no, key) || g_strcmp0 (text, _ ("是")) == 0)
    {
      *field = !g_strv_contains (no, key);
      return TRUE;
    }
  excerpt = xyb_text_excerpt (text, 20);
  return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT, _ ("%s“%s”请填“是”，或者空着。"),
                          _ (title), excerpt);
}

/* @choices of what may stand in a field: 办理、通过. */
gboolean
xyb_plan_refuse_choice (const char *title,
                        const char *text,
                        const GPtrArray *choices,
                        GError **error)
{
  g_autofree char *excerpt = xyb_text_excerpt (text, 20);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? _ ("、") : "", (char *) choices->pdata[i]);
  if (choices->len == 0)
    return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT, _ ("%s“%s”没有可选的，请空着。"),
                            _ (title), excerpt);
  return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                          _ ("%s里没有“%s”，请选：%s；或者空着。"), _ (title), excerpt, list->str);
}

char *
xyb_plan_number_text (gint64 number)
{
  return number != XYB_UNSAID ? g_strdup_printf ("%" PRId64, number) : NULL;
}

/* The rows another one may point at, as the clerk sees them: 9 苏州市信用管理示范企业申报表. */
char *
xyb_plan_numbered_name (const XybPlan *plan, XybPlanPart part, gconstpointer row)
{
  return g_strdup_printf ("%u %s", xyb_plan_row_number (plan, part, row),
                          xyb_plan_row_name (part, row));
}

/* By its number in front, or its name where only one row has it. */
gconstpointer
xyb_plan_find_pointed (const XybPlan *plan,
                       XybPlanPart part,
                       const GPtrArray *rows,
                       const char *text)
{
  g_autofree char *key = xyb_text_key (text);
  gconstpointer found = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *numbered = xyb_plan_numbered_name (plan, part, rows->pdata[i]);
      g_autofree char *numbered_key = xyb_text_key (numbered);
      g_autofree char *number
        = g_strdup_printf ("%u", xyb_plan_row_number (plan, part, rows->pdata[i]));
      g_autofree char *name_key = xyb_text_key (xyb_plan_row_name (part, rows->pdata[i]));

      if (g_str_equal (key, numbered_key) || g_str_equal (key, number))
        return rows->pdata[i];
      if (g_str_equal (key, name_key))
        found = rows->pdata[i];
    }
  return found;
}

GPtrArray *
xyb_plan_names_of (const XybPlan *plan, XybPlanPart part, const GPtrArray *rows)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (names, xyb_plan_numbered_name (plan, part, rows->pdata[i]));
  return names;
}

/* ---- conditions ---- */

static char *
get_condition_text (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybPlanCondition *) row)->text);
}

static gboolean
set_condition_text (const XybPlan *plan G_GNUC_UNUSED,
                    gpointer row,
                    const char *text,
                    GError **error)
{
  return xyb_plan_take_name (N_ ("条件"), &((XybPlanCondition *) row)->text, text, MAX_NAME, error);
}

static char *
get_check (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (xyb_condition_check_name (row));
}

static GPtrArray *
list_checks (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row G_GNUC_UNUSED)
{
  return xyb_condition_list_check_names ();
}

/* Where the new check takes no number, the old one's goes. */
static gboolean
set_check (const XybPlan *plan, gpointer row, const char *text, GError **error)
{
  XybPlanCondition *condition = row;
  g_autofree char *name = xyb_text_clean (text);
  g_autoptr (GPtrArray) names = NULL;
  XybConditionNumber before = xyb_condition_number (condition);

  if (xyb_condition_set_check (condition, *name != '\0' ? name : NULL))
    {
      if (xyb_condition_number (condition) != before)
        condition->number = XYB_UNSAID;
      return TRUE;
    }
  names = list_checks (plan, row);
  return xyb_plan_refuse_choice (N_ ("核对"), name, names, error);
}

static char *
get_condition_number (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return xyb_plan_number_text (((const XybPlanCondition *) row)->number);
}

static gboolean
set_condition_number (const XybPlan *plan G_GNUC_UNUSED,
                      gpointer row,
                      const char *text,
                      GError **error)
{
  return xyb_count_parse (_ ("核对用的数"), text, MAX_NUMBER, &((XybPlanCondition *) row)->number,
                          error);
}

static gboolean
takes_number (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return xyb_condition_number (row) != XYB_CONDITION_NUMBER_NONE;
}

static const XybPlanField condition_fields[] = {
  { "text", N_ ("条件"), XYB_PLAN_FIELD_TEXT, get_condition_text, set_condition_text, NULL, NULL },
  { "check", N_ ("核对"), XYB_PLAN_FIELD_ONE_OF, get_check, set_check, NULL, list_checks },
  { "number", N_ ("核对用的数"), XYB_PLAN_FIELD_NUMBER, get_condition_number, set_condition_number,
    takes_number, NULL },
};

/* ---- materials ---- */

static char *
get_material_name (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybPlanMaterial *) row)->name);
}

static gboolean
set_material_name (const XybPlan *plan G_GNUC_UNUSED,
                   gpointer row,
                   const char *text,
                   GError **error)
{
  return xyb_plan_take_name (N_ ("材料名称"), &((XybPlanMaterial *) row)->name, text, MAX_NAME,
                             error);
}

static char *
get_requirement (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybPlanMaterial *) row)->requirement);
}

static gboolean
set_requirement (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_plan_take_text (N_ ("要求"), &((XybPlanMaterial *) row)->requirement, text, MAX_NAME,
                             error);
}

static char *
get_required (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return xyb_plan_yes (((const XybPlanMaterial *) row)->required);
}

static gboolean
set_required (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_plan_take_yes (N_ ("必需"), &((XybPlanMaterial *) row)->required, text, error);
}

static char *
get_validity (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return xyb_plan_yes (((const XybPlanMaterial *) row)->has_validity);
}

static gboolean
set_validity (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_plan_take_yes (N_ ("有有效期"), &((XybPlanMaterial *) row)->has_validity, text, error);
}

static char *
get_linked (const XybPlan *plan, gconstpointer row)
{
  const XybPlanMaterial *other
    = xyb_plan_find_row (plan, XYB_PLAN_MATERIALS, ((const XybPlanMaterial *) row)->linked_id);

  return other != NULL ? xyb_plan_numbered_name (plan, XYB_PLAN_MATERIALS, other) : NULL;
}

static GPtrArray *
list_others (const XybPlan *plan, const XybPlanMaterial *material)
{
  GPtrArray *rows = xyb_plan_list_rows (plan, XYB_PLAN_MATERIALS, material->track);

  g_ptr_array_remove (rows, (gpointer) material);
  return rows;
}

static GPtrArray *
list_linked (const XybPlan *plan, gconstpointer row)
{
  g_autoptr (GPtrArray) others = list_others (plan, row);

  return xyb_plan_names_of (plan, XYB_PLAN_MATERIALS, others);
}

/* AMB-09: two rows of the same form point at each other, so what pointed at either goes. */
static void
link_materials (const XybPlan *plan, XybPlanMaterial *material, XybPlanMaterial *other)
{
  for (guint i = 0; i < plan->materials->len; i++)
    {
      XybPlanMaterial *one = plan->materials->pdata[i];

      if (one->linked_id == material->id || (other != NULL && one->linked_id == other->id))
        one->linked_id = 0;
    }
  material->linked_id = other != NULL ? other->id : 0;
  if (other != NULL)
    other->linked_id = material->id;
}

void
xyb_plan_unlink_material (const XybPlan *plan, XybPlanMaterial *material)
{
  link_materials (plan, material, NULL);
}

static gboolean
set_linked (const XybPlan *plan, gpointer row, const char *text, GError **error)
{
  g_autoptr (GPtrArray) others = list_others (plan, row);
  g_autoptr (GPtrArray) choices = NULL;
  gconstpointer other;

  if (xyb_text_is_placeholder (text))
    {
      link_materials (plan, row, NULL);
      return TRUE;
    }
  if (xyb_plan_find_pointed (plan, XYB_PLAN_MATERIALS, others, text) == NULL)
    {
      g_autoptr (GPtrArray) own = g_ptr_array_new ();

      g_ptr_array_add (own, row);
      if (xyb_plan_find_pointed (plan, XYB_PLAN_MATERIALS, own, text) != NULL)
        return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                                _ ("一项材料不能与自己是同一张表，请选另一项，或者空着。"));
      choices = xyb_plan_names_of (plan, XYB_PLAN_MATERIALS, others);
      return xyb_plan_refuse_choice (N_ ("同一张表"), text, choices, error);
    }
  other = xyb_plan_find_pointed (plan, XYB_PLAN_MATERIALS, others, text);
  link_materials (plan, row, (XybPlanMaterial *) other);
  return TRUE;
}

static const XybPlanField material_fields[] = {
  { "name", N_ ("材料名称"), XYB_PLAN_FIELD_TEXT, get_material_name, set_material_name, NULL,
    NULL },
  { "requirement", N_ ("要求"), XYB_PLAN_FIELD_TEXT, get_requirement, set_requirement, NULL, NULL },
  { "required", N_ ("必需"), XYB_PLAN_FIELD_YES, get_required, set_required, NULL, NULL },
  { "has-validity", N_ ("有有效期"), XYB_PLAN_FIELD_YES, get_validity, set_validity, NULL, NULL },
  { "linked", N_ ("同一张表"), XYB_PLAN_FIELD_CHOICE, get_linked, set_linked, NULL, list_linked },
};

/* ---- all of them ---- */

/**
 * xyb_plan_part_fields:
 * @part: a list of a plan
 * @out_n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=out_n_fields): the fields of its rows, the name first
 */
const XybPlanField *
xyb_plan_part_fields (XybPlanPart part, guint *out_n_fields)
{
  g_return_val_if_fail (out_n_fields != NULL, NULL);

  switch (part)
    {
    case XYB_PLAN_CONDITIONS:
      *out_n_fields = G_N_ELEMENTS (condition_fields);
      return condition_fields;
    case XYB_PLAN_MATERIALS:
      *out_n_fields = G_N_ELEMENTS (material_fields);
      return material_fields;
    case XYB_PLAN_STEPS:
      return xyb_plan_step_fields (out_n_fields);
    case XYB_PLAN_STAGES:
    case XYB_PLAN_MILESTONES:
    default:
      return xyb_plan_dated_fields (part, out_n_fields);
    }
}

/* Whether the field means anything for the row: 至少 only where something is counted. */
gboolean
xyb_plan_field_applies (const XybPlanField *field, const XybPlan *plan, gconstpointer row)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return field->applies == NULL || field->applies (plan, row);
}
