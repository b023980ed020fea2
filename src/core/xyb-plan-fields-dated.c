/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-part-private.h"

#include <string.h>

#include "xyb-date.h"
#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-text.h"
#include "xyb-timeline.h"

/* The fields of stages and milestones. */

#define MAX_STAGE_NAME 50
#define MAX_MILESTONE_TEXT 200
#define MAX_DATE_TEXT 50
#define MAX_ACTOR 100

/* ---- stages ---- */

static char *
get_name (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybPlanStage *) row)->name);
}

static gboolean
set_name (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_plan_take_name (N_ ("阶段名称"), &((XybPlanStage *) row)->name, text, MAX_STAGE_NAME,
                             error);
}

static char *
get_kind (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (xyb_stage_kind_name (((const XybPlanStage *) row)->kind));
}

static GPtrArray *
list_kinds (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row G_GNUC_UNUSED)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (int kind = XYB_STAGE_KIND_STEP; kind <= XYB_STAGE_KIND_REVOKED; kind++)
    g_ptr_array_add (names, g_strdup (xyb_stage_kind_name ((XybStageKind) kind)));
  return names;
}

static gboolean
set_kind (const XybPlan *plan, gpointer row, const char *text, GError **error)
{
  g_autofree char *name = xyb_text_clean (text);
  g_autoptr (GPtrArray) names = list_kinds (plan, row);
  XybStageKind kind = xyb_stage_kind_from_key (name);
  guint place = 0;

  if (*name == '\0')
    kind = XYB_STAGE_KIND_STEP;
  else if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, &place))
    kind = XYB_STAGE_KIND_STEP + place;
  if (kind == 0)
    return xyb_plan_refuse_choice (N_ ("性质"), name, names, error);
  ((XybPlanStage *) row)->kind = kind;
  return TRUE;
}

static gboolean
is_accreditation (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return ((const XybPlanStage *) row)->track == XYB_TRACK_ACCREDITATION;
}

static char *
get_basis (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (xyb_basis_name (((const XybPlanStage *) row)->basis));
}

static GPtrArray *
list_bases (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row G_GNUC_UNUSED)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (int basis = XYB_BASIS_NOMINATED; basis <= XYB_BASIS_ACCEPTED; basis++)
    g_ptr_array_add (names, g_strdup (xyb_basis_name ((XybCompletionBasis) basis)));
  return names;
}

static gboolean
set_basis (const XybPlan *plan, gpointer row, const char *text, GError **error)
{
  g_autofree char *name = xyb_text_clean (text);
  XybCompletionBasis basis = xyb_basis_from_key (name);
  g_autoptr (GPtrArray) names = NULL;

  if (basis == 0 && !xyb_text_is_placeholder (name))
    {
      names = list_bases (plan, row);
      return xyb_plan_refuse_choice (N_ ("附件2日期"), name, names, error);
    }
  ((XybPlanStage *) row)->basis = basis;
  return TRUE;
}

/* What may be written down: nothing, 文号, 期限, both; the sum of XybStageField is the place. */
static GPtrArray *
list_stage_fields (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row G_GNUC_UNUSED)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup (_ ("文号")));
  g_ptr_array_add (names, g_strdup (_ ("期限")));
  g_ptr_array_add (names, g_strdup (_ ("文号、期限")));
  return names;
}

static char *
get_fields (const XybPlan *plan, gconstpointer row)
{
  g_autoptr (GPtrArray) names = list_stage_fields (plan, row);
  gint64 fields = ((const XybPlanStage *) row)->fields;

  return fields > 0 && fields <= names->len ? g_strdup (names->pdata[fields - 1]) : NULL;
}

static gboolean
set_fields (const XybPlan *plan, gpointer row, const char *text, GError **error)
{
  g_autofree char *name = xyb_text_clean (text);
  g_autoptr (GPtrArray) names = list_stage_fields (plan, row);
  guint place = 0;
  gint64 fields = 0;

  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, &place))
    fields = place + 1;
  else if (strstr (name, "文号") != NULL || strstr (name, "期限") != NULL)
    fields = (strstr (name, "文号") != NULL ? XYB_STAGE_FIELD_NUMBER : 0)
             + (strstr (name, "期限") != NULL ? XYB_STAGE_FIELD_UNTIL : 0);
  else if (!xyb_text_is_placeholder (name))
    return xyb_plan_refuse_choice (N_ ("登记项"), name, names, error);
  ((XybPlanStage *) row)->fields = fields;
  return TRUE;
}

static char *
get_needs (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return xyb_plan_yes (((const XybPlanStage *) row)->needs_materials);
}

static gboolean
set_needs (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_plan_take_yes (N_ ("要求材料收齐"), &((XybPlanStage *) row)->needs_materials, text,
                            error);
}

const XybMilestone *
xyb_plan_find_milestone (const XybPlan *plan, const char *key)
{
  for (guint i = 0; key != NULL && i < plan->milestones->len; i++)
    if (g_strcmp0 (((XybMilestone *) plan->milestones->pdata[i])->key, key) == 0)
      return plan->milestones->pdata[i];
  return NULL;
}

/* 8月15日前 组织贯标验收 */
static char *
milestone_words (const XybMilestone *milestone)
{
  g_autofree char *date = xyb_milestone_date_words (milestone);

  return g_strdup_printf ("%s %s", date, xyb_milestone_short_text (milestone));
}

static char *
get_milestone (const XybPlan *plan, gconstpointer row)
{
  const XybMilestone *milestone
    = xyb_plan_find_milestone (plan, ((const XybPlanStage *) row)->milestone);

  return milestone != NULL ? milestone_words (milestone) : NULL;
}

static GPtrArray *
list_milestones (const XybPlan *plan, gconstpointer row G_GNUC_UNUSED)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->milestones->len; i++)
    if (((XybMilestone *) plan->milestones->pdata[i])->key != NULL)
      g_ptr_array_add (names, milestone_words (plan->milestones->pdata[i]));
  return names;
}

static gboolean
is_milestone (const XybMilestone *milestone, const char *key)
{
  g_autofree char *words = milestone_words (milestone);
  g_autofree char *words_key = xyb_text_key (words);
  g_autofree char *own_key = xyb_text_key (milestone->key);
  g_autofree char *text_key = xyb_text_key (milestone->text);

  return g_str_equal (key, words_key) || g_str_equal (key, own_key) || g_str_equal (key, text_key);
}

/* By its words, its key or its text. */
static gboolean
set_milestone (const XybPlan *plan, gpointer row, const char *text, GError **error)
{
  XybPlanStage *stage = row;
  g_autofree char *key = xyb_text_key (text);
  g_autoptr (GPtrArray) choices = NULL;

  if (xyb_text_is_placeholder (text))
    {
      g_clear_pointer (&stage->milestone, g_free);
      return TRUE;
    }
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      const XybMilestone *milestone = plan->milestones->pdata[i];

      if (milestone->key == NULL || !is_milestone (milestone, key))
        continue;
      g_free (stage->milestone);
      stage->milestone = g_strdup (milestone->key);
      return TRUE;
    }
  choices = list_milestones (plan, row);
  return xyb_plan_refuse_choice (N_ ("对应时限"), text, choices, error);
}

static const XybPlanField stage_fields[] = {
  { "name", N_ ("阶段名称"), XYB_PLAN_FIELD_TEXT, get_name, set_name, NULL, NULL },
  { "kind", N_ ("性质"), XYB_PLAN_FIELD_ONE_OF, get_kind, set_kind, NULL, list_kinds },
  { "basis", N_ ("附件2日期"), XYB_PLAN_FIELD_CHOICE, get_basis, set_basis, is_accreditation,
    list_bases },
  { "fields", N_ ("登记项"), XYB_PLAN_FIELD_CHOICE, get_fields, set_fields, NULL,
    list_stage_fields },
  { "needs-materials", N_ ("要求材料收齐"), XYB_PLAN_FIELD_YES, get_needs, set_needs, NULL, NULL },
  { "milestone", N_ ("对应时限"), XYB_PLAN_FIELD_CHOICE, get_milestone, set_milestone, NULL,
    list_milestones },
};

/* ---- milestones ---- */

static char *
get_text (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybMilestone *) row)->text);
}

static gboolean
set_text (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_plan_take_name (N_ ("事项"), &((XybMilestone *) row)->text, text, MAX_MILESTONE_TEXT,
                             error);
}

static char *
get_starts (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybMilestone *) row)->starts_on);
}

static gboolean
set_starts (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  char *date = g_strdup (text);

  if (!xyb_field_clean_date (N_ ("起始日期"), &date, error))
    {
      g_free (date);
      return FALSE;
    }
  g_free (((XybMilestone *) row)->starts_on);
  ((XybMilestone *) row)->starts_on = date;
  return TRUE;
}

static char *
get_due (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybMilestone *) row)->due_on);
}

/* What lasts only a day moves as a whole; of what lasts longer the beginning is hers to move. The
 * words that print follow the day (xyb_milestone_move()). */
static gboolean
set_due (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  XybMilestone *milestone = row;
  g_autofree char *date = g_strdup (text);
  gboolean one_day = g_strcmp0 (milestone->starts_on, milestone->due_on) == 0;

  if (!xyb_field_clean_date (N_ ("截止日期"), &date, error))
    return FALSE;
  if (date != NULL && milestone->starts_on != NULL && !one_day
      && strcmp (date, milestone->starts_on) < 0)
    return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_DATE,
                            _ ("截止日期 %s 早于起始日期 %s，请改其中一个。"), date,
                            milestone->starts_on);
  xyb_milestone_move (milestone, date);
  if (one_day && date == NULL)
    g_clear_pointer (&milestone->starts_on, g_free);
  return TRUE;
}

static char *
get_date_text (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybMilestone *) row)->date_text);
}

static gboolean
set_date_text (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_plan_take_text (N_ ("时限写法"), &((XybMilestone *) row)->date_text, text,
                             MAX_DATE_TEXT, error);
}

static char *
get_actor (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybMilestone *) row)->actor);
}

static gboolean
set_actor (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_plan_take_text (N_ ("责任方"), &((XybMilestone *) row)->actor, text, MAX_ACTOR, error);
}

/* The words stand behind the day that changes them: a pasted row keeps the words it brings. */
static const XybPlanField milestone_fields[] = {
  { "text", N_ ("事项"), XYB_PLAN_FIELD_TEXT, get_text, set_text, NULL, NULL },
  { "starts-on", N_ ("起始日期"), XYB_PLAN_FIELD_DATE, get_starts, set_starts, NULL, NULL },
  { "due-on", N_ ("截止日期"), XYB_PLAN_FIELD_DATE, get_due, set_due, NULL, NULL },
  { "date-text", N_ ("时限写法"), XYB_PLAN_FIELD_TEXT, get_date_text, set_date_text, NULL, NULL },
  { "actor", N_ ("责任方"), XYB_PLAN_FIELD_TEXT, get_actor, set_actor, NULL, NULL },
};

const XybPlanField *
xyb_plan_dated_fields (XybPlanPart part, guint *out_n_fields)
{
  *out_n_fields
    = part == XYB_PLAN_STAGES ? G_N_ELEMENTS (stage_fields) : G_N_ELEMENTS (milestone_fields);
  return part == XYB_PLAN_STAGES ? stage_fields : milestone_fields;
}
