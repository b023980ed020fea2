/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-material.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-field.h"
#include "xyb-i18n.h"

#define MAX_NOTE 500
#define MAX_LISTED 3

static const struct
{
  XybMaterialState state;
  const char *key;
  const char *name;
} states[] = {
  { XYB_MATERIAL_MISSING, "missing", N_ ("缺") },
  { XYB_MATERIAL_RECEIVED, "received", N_ ("收") },
  { XYB_MATERIAL_RETURNED, "returned", N_ ("退") },
  { XYB_MATERIAL_COMPLETE, "complete", N_ ("齐") },
};

static const char *const validity_keys[] = { "none", "unsaid", "valid", "near", "expired" };

/* 缺, 收, 退 or 齐; NULL for an unknown number. */
const char *
xyb_material_state_name (XybMaterialState state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].state == state)
      return _ (states[i].name);
  return NULL;
}

/* Its name in JSON and on the command line; NULL for an unknown number. */
const char *
xyb_material_state_key (XybMaterialState state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].state == state)
      return states[i].key;
  return NULL;
}

/* By key or by the Chinese word; 0 where @key is none. */
XybMaterialState
xyb_material_state_from_key (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].key, key) == 0 || g_strcmp0 (states[i].name, key) == 0)
      return states[i].state;
  return 0;
}

/* The name of a validity in JSON. */
const char *
xyb_validity_key (XybValidity validity)
{
  return (guint) validity < G_N_ELEMENTS (validity_keys) ? validity_keys[validity] : NULL;
}

/**
 * xyb_material_new:
 * @material_id: a row of the plan's list
 *
 * Returns: (transfer full): a material that is missing
 */
XybMaterial *
xyb_material_new (gint64 material_id)
{
  XybMaterial *self = g_new0 (XybMaterial, 1);

  self->material_id = material_id;
  self->state = XYB_MATERIAL_MISSING;
  return self;
}

/**
 * xyb_material_copy:
 * @self: a material
 *
 * Returns: (transfer full): the same once more
 */
XybMaterial *
xyb_material_copy (const XybMaterial *self)
{
  XybMaterial *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->received_on = g_strdup (self->received_on);
  copy->issued_on = g_strdup (self->issued_on);
  copy->valid_until = g_strdup (self->valid_until);
  copy->note = g_strdup (self->note);
  copy->sha256 = g_strdup (self->sha256);
  copy->file_name = g_strdup (self->file_name);
  return copy;
}

/**
 * xyb_material_free:
 * @self: (nullable): a material
 */
void
xyb_material_free (XybMaterial *self)
{
  if (self == NULL)
    return;
  g_free (self->received_on);
  g_free (self->issued_on);
  g_free (self->valid_until);
  g_free (self->note);
  g_free (self->sha256);
  g_free (self->file_name);
  g_free (self);
}

/* ---- the gate ---- */

static gboolean
refuse (const XybPlanMaterial *item, GError **error, const char *why)
{
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE, "「%s」：%s", item->name, why);
  return FALSE;
}

static gboolean
check_date (const XybPlanMaterial *item, const char *field, char **date, GError **error)
{
  g_autofree char *name = g_strdup_printf ("「%s」%s", item->name, field);

  return xyb_field_clean_date (name, date, error);
}

static gboolean
check_note (XybMaterial *self, const XybPlanMaterial *item, GError **error)
{
  if (!xyb_field_clean_text (N_ ("材料备注"), &self->note, MAX_NOTE, error))
    return FALSE;
  if (self->state != XYB_MATERIAL_RETURNED || self->note != NULL)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY,
               _ ("退回「%s」要写明原因，企业才知道改什么。"), item->name);
  return FALSE;
}

static gboolean
check_order (const XybMaterial *self,
             const XybPlanMaterial *item,
             const char *today,
             GError **error)
{
  if (g_strcmp0 (self->received_on, today) > 0)
    return refuse (item, error, _ ("收到日期还没有到，请核对。"));
  if (self->issued_on != NULL && self->received_on != NULL
      && strcmp (self->issued_on, self->received_on) > 0)
    return refuse (item, error, _ ("出具日期晚于收到日期，请核对。"));
  if (self->issued_on != NULL && self->valid_until != NULL
      && strcmp (self->valid_until, self->issued_on) < 0)
    return refuse (item, error, _ ("有效期至早于出具日期，请核对。"));
  return TRUE;
}

/**
 * xyb_material_validate:
 * @self: its fields are cleaned in place; what is in without a day came @today
 * @plan_material: its row of the plan's list
 * @today: ISO date
 * @error: return location for an error
 *
 * The one gate before a material is stored. What has expired is stored all the same: the office has
 * it, and xyb_material_list_new() warns (MAT-04).
 *
 * Returns: %FALSE with a %XYB_CORE_ERROR whose sentence names the material
 */
gboolean
xyb_material_validate (XybMaterial *self,
                       const XybPlanMaterial *plan_material,
                       const char *today,
                       GError **error)
{
  g_return_val_if_fail (self != NULL && plan_material != NULL, FALSE);

  if (xyb_material_state_name (self->state) == NULL)
    {
      g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
                           _ ("材料状态只有 缺、收、退、齐 四种，请重新选择。"));
      return FALSE;
    }
  if (!check_date (plan_material, _ ("收到日期"), &self->received_on, error)
      || !check_date (plan_material, _ ("出具日期"), &self->issued_on, error)
      || !check_date (plan_material, _ ("有效期至"), &self->valid_until, error)
      || !check_note (self, plan_material, error))
    return FALSE;
  if (xyb_material_is_in (self) && self->received_on == NULL)
    self->received_on = g_strdup (today);
  return check_order (self, plan_material, today, error);
}

/* ---- how it stands ---- */

/**
 * xyb_material_is_in:
 * @self: (nullable): a material
 *
 * Returns: whether the office has it: 收 or 齐
 */
gboolean
xyb_material_is_in (const XybMaterial *self)
{
  return self != NULL
         && (self->state == XYB_MATERIAL_RECEIVED || self->state == XYB_MATERIAL_COMPLETE);
}

/**
 * xyb_material_validity:
 * @plan: (nullable): whose days make it near
 * @self: (nullable): a material
 * @plan_material: its row of the plan's list
 * @on: ISO date: today, or the day it is handed on
 * @out_days_left: (out) (optional): days to its last day, negative after it; 0 where nobody said
 *
 * 有效期至 is its last good day (MAT-04).
 *
 * Returns: how it holds on that day
 */
XybValidity
xyb_material_validity (const XybPlan *plan,
                       const XybMaterial *self,
                       const XybPlanMaterial *plan_material,
                       const char *on,
                       int *out_days_left)
{
  int left;

  if (out_days_left != NULL)
    *out_days_left = 0;
  g_return_val_if_fail (plan_material != NULL && xyb_date_is_valid (on), XYB_VALIDITY_NONE);

  if (!plan_material->has_validity || !xyb_material_is_in (self))
    return XYB_VALIDITY_NONE;
  if (self->valid_until == NULL)
    return XYB_VALIDITY_UNSAID;
  left = xyb_date_days_between (on, self->valid_until);
  if (out_days_left != NULL)
    *out_days_left = left;
  switch (xyb_plan_urgency (plan, left))
    {
    case XYB_URGENCY_OVERDUE:
      return XYB_VALIDITY_EXPIRED;
    case XYB_URGENCY_URGENT:
    case XYB_URGENCY_NEAR:
      return XYB_VALIDITY_NEAR;
    case XYB_URGENCY_PLAIN:
    default:
      return XYB_VALIDITY_VALID;
    }
}

/**
 * xyb_plan_material_short_name:
 * @self: a material of the plan's list
 *
 * Where the list says at length whose paper it is (省、苏州市公共信用信息中心出具的有效期内的…),
 * the paper's own title in its 《》 is enough.
 *
 * Returns: (transfer full): 《社会法人信用信息查询报告》, or the whole name
 */
char *
xyb_plan_material_short_name (const XybPlanMaterial *self)
{
  const char *open;
  const char *close;

  g_return_val_if_fail (self != NULL, NULL);

  open = strstr (self->name, "《");
  close = open != NULL ? strstr (open, "》") : NULL;
  /* What follows the title tells two states of one form apart (AMB-09). */
  if (close == NULL || close[strlen ("》")] != '\0')
    return g_strdup (self->name);
  return g_strdup (open);
}

/* ---- the list ---- */

static void
line_free (gpointer data)
{
  XybMaterialLine *line = data;

  g_free (line->words);
  g_free (line->warning);
  g_free (line);
}

static const XybMaterial *
find_material (const GPtrArray *materials, gint64 material_id)
{
  for (guint i = 0; materials != NULL && i < materials->len; i++)
    {
      const XybMaterial *material = materials->pdata[i];

      if (material->material_id == material_id)
        return material;
    }
  return NULL;
}

static char *
words_of_validity (const XybMaterialLine *line, int days_left)
{
  g_autofree char *day = xyb_date_format_short (line->material->valid_until);

  if (line->validity == XYB_VALIDITY_EXPIRED)
    return g_strdup_printf (_ ("有效期至 %s，已过 %d 天"), day, -days_left);
  if (line->validity == XYB_VALIDITY_NEAR)
    return g_strdup_printf (_ ("有效期至 %s，还有 %d 天"), day, days_left);
  return g_strdup_printf (_ ("有效期至 %s"), day);
}

static char *
words_of (const XybMaterialLine *line, int days_left)
{
  const XybMaterial *material = line->material;
  g_autofree char *day = NULL;

  if (line->state == XYB_MATERIAL_RETURNED)
    return g_strdup_printf (_ ("退回：%s"), material->note != NULL ? material->note : "");
  if (line->state == XYB_MATERIAL_MISSING)
    return g_strdup (line->item->required ? _ ("还没有收到") : _ ("没有要求"));
  if (line->validity == XYB_VALIDITY_UNSAID)
    return g_strdup (_ ("没有登记有效期至"));
  if (line->validity != XYB_VALIDITY_NONE)
    return words_of_validity (line, days_left);
  day = xyb_date_format_short (material->received_on);
  return g_strdup_printf (_ ("%s收到"), day);
}

static const XybMaterialLine *
find_line (const XybMaterialList *self, gint64 material_id)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const XybMaterialLine *line = self->lines->pdata[i];

      if (line->item->id == material_id)
        return line;
    }
  return NULL;
}

/* AMB-09: the same form twice, as it was filled in and as it was stamped. The stamped one, which
 * stands behind, cannot well be there without the other. */
static char *
warning_of_link (const XybMaterialList *self, const XybMaterialLine *line)
{
  const XybMaterialLine *other
    = line->item->linked_id != 0 ? find_line (self, line->item->linked_id) : NULL;

  if (other == NULL || other->number > line->number || !xyb_material_is_in (line->material)
      || xyb_material_is_in (other->material))
    return NULL;
  return g_strdup_printf (_ ("第 %u 项已收，同一张表的第 %u 项还没有收，请核对"), line->number,
                          other->number);
}

static char *
warning_of (const XybMaterialList *self, const XybMaterialLine *line)
{
  switch (line->validity)
    {
    case XYB_VALIDITY_EXPIRED:
      return g_strdup_printf (_ ("请企业重新出具第 %u 项：%s"), line->number, line->words);
    case XYB_VALIDITY_NEAR:
      return g_strdup_printf (_ ("第 %u 项快要过期：%s"), line->number, line->words);
    case XYB_VALIDITY_UNSAID:
      return g_strdup_printf (_ ("第 %u 项没有登记有效期至，请补上"), line->number);
    case XYB_VALIDITY_NONE:
    case XYB_VALIDITY_VALID:
    default:
      return warning_of_link (self, line);
    }
}

static void
add_line (XybMaterialList *self,
          const XybPlan *plan,
          const XybPlanMaterial *item,
          const XybMaterial *material,
          const char *on)
{
  XybMaterialLine *line = g_new0 (XybMaterialLine, 1);
  int days_left = 0;

  line->item = item;
  line->number = self->lines->len + 1;
  line->material = material;
  line->state = material != NULL ? material->state : XYB_MATERIAL_MISSING;
  line->validity = xyb_material_validity (plan, material, item, on, &days_left);
  line->words = words_of (line, days_left);
  self->wanted += item->required || line->state != XYB_MATERIAL_MISSING ? 1 : 0;
  if (xyb_material_is_in (material))
    self->usable += line->validity != XYB_VALIDITY_EXPIRED ? 1 : 0;
  else
    self->lacking += item->required ? 1 : 0;
  g_ptr_array_add (self->lines, line);
}

/**
 * xyb_material_list_new:
 * @plan: the plan of the year
 * @track: one of its tracks
 * @materials: (nullable) (element-type XybMaterial): what the enterprise has handed in
 * @on: ISO date
 *
 * Returns: (transfer full): the 材料清单 of an enterprise on a day (MAT-05); borrows from @plan and
 *   @materials
 */
XybMaterialList *
xyb_material_list_new (const XybPlan *plan,
                       XybTrack track,
                       const GPtrArray *materials,
                       const char *on)
{
  XybMaterialList *self = g_new0 (XybMaterialList, 1);

  self->lines = g_ptr_array_new_with_free_func (line_free);
  g_return_val_if_fail (plan != NULL && xyb_date_is_valid (on), self);

  for (guint i = 0; i < plan->materials->len; i++)
    {
      const XybPlanMaterial *item = plan->materials->pdata[i];

      if (item->track == track)
        add_line (self, plan, item, find_material (materials, item->id), on);
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      XybMaterialLine *line = self->lines->pdata[i];

      line->warning = warning_of (self, line);
    }
  return self;
}

/**
 * xyb_material_list_free:
 * @self: (nullable): a list
 */
void
xyb_material_list_free (XybMaterialList *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * xyb_material_list_check:
 * @self: a list
 * @stage: the stage that needs it whole
 * @error: return location for %XYB_CORE_ERROR_EMPTY
 *
 * Returns: whether every required material is in; else a sentence that names the first ones
 */
gboolean
xyb_material_list_check (const XybMaterialList *self, const char *stage, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint named = 0;

  g_return_val_if_fail (self != NULL && stage != NULL, FALSE);

  if (self->lacking == 0)
    return TRUE;
  for (guint i = 0; i < self->lines->len && named < MAX_LISTED; i++)
    {
      const XybMaterialLine *line = self->lines->pdata[i];

      if (!line->item->required || xyb_material_is_in (line->material))
        continue;
      g_string_append_printf (names, "%s%u %s", named > 0 ? "、" : "", line->number,
                              line->item->name);
      named++;
    }
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY,
               self->lacking > named
                 ? _ ("不能登记“%s”：还缺 %u 项必需材料（%s等），收齐后再登记。")
                 : _ ("不能登记“%s”：还缺 %u 项必需材料（%s），收齐后再登记。"),
               stage, self->lacking, names->str);
  return FALSE;
}
