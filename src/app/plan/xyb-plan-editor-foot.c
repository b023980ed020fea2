/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-editor-private.h"

#include "xyb-i18n.h"

/* Below the sheet: what the row of the cursor does, what its cell may hold, what can be done. */

void
xyb_plan_editor_refuse (XybPlanEditor *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

gboolean
xyb_plan_editor_is_read_only (XybPlanEditor *self)
{
  return xyb_office_is_read_only (self->office);
}

gpointer
xyb_plan_editor_current_row (XybPlanEditor *self)
{
  guint row;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  return xyb_plan_sheet_model_get_row (self->model, row);
}

/* ---- what the row and the cell of the cursor are ---- */

/* A cell shows one line; of what is longer the rest has to be read somewhere. */
static void
fill_words (XybPlanEditor *self)
{
  const XybPlan *plan = xyb_plan_sheet_model_get_plan (self->model);
  XybPlanPart part = xyb_plan_sheet_model_get_part (self->model);
  gpointer row = xyb_plan_editor_current_row (self);
  const XybPlanField *field;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  guint at;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &at, &column);
  field = xyb_plan_sheet_model_get_field (self->model, column);
  if (row == NULL)
    words = g_strdup_printf (_ ("在最后一行写上%s就增加一行，别的栏随后再填。"),
                             xyb_plan_part_name (part));
  else
    words = xyb_plan_row_words (plan, part, row);
  if (row != NULL && (field == NULL || field->kind == XYB_PLAN_FIELD_TEXT))
    text = field != NULL ? field->get (plan, row) : NULL;
  if (text == NULL && row != NULL)
    text = g_strdup (xyb_plan_row_name (part, row));
  gtk_label_set_label (self->whole, text != NULL ? text : "");
  gtk_label_set_label (self->words, words);
}

static GPtrArray *
choices_of (XybPlanEditor *self, const XybPlanField *field, gpointer row)
{
  const XybPlan *plan = xyb_plan_sheet_model_get_plan (self->model);
  GPtrArray *choices;

  if (field == NULL || row == NULL || xyb_plan_editor_is_read_only (self)
      || !xyb_plan_field_applies (field, plan, row))
    return NULL;
  if (field->kind == XYB_PLAN_FIELD_YES)
    {
      choices = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (choices, g_strdup (_ ("是")));
    }
  else
    choices = field->list_choices != NULL ? field->list_choices (plan, row) : NULL;
  if (choices != NULL && field->kind != XYB_PLAN_FIELD_ONE_OF)
    g_ptr_array_insert (choices, 0, g_strdup (""));
  return choices;
}

/* What may stand in the cell is there to be chosen, not to be remembered. */
static void
fill_choice (XybPlanEditor *self)
{
  const XybPlan *plan = xyb_plan_sheet_model_get_plan (self->model);
  gpointer row = xyb_plan_editor_current_row (self);
  guint at;
  guint column;
  const XybPlanField *field;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *now = NULL;
  guint selected = GTK_INVALID_LIST_POSITION;

  xyb_sheet_get_cursor (self->sheet, &at, &column);
  field = xyb_plan_sheet_model_get_field (self->model, column);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = choices_of (self, field, row);
  gtk_widget_set_visible (self->choice_box, self->choices != NULL);
  if (self->choices == NULL)
    return;
  now = field->get (plan, row);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const char *name = self->choices->pdata[i];

      gtk_string_list_append (names, *name != '\0' ? name : _ ("（空着）"));
      if (g_strcmp0 (name, now != NULL ? now : "") == 0)
        selected = i;
    }
  self->filling = TRUE;
  gtk_label_set_label (self->choice_label, _ (field->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->title), -1);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, selected);
  self->filling = FALSE;
}

static void
update_tools (XybPlanEditor *self)
{
  gboolean writable = !xyb_plan_editor_is_read_only (self);
  gpointer row = xyb_plan_editor_current_row (self);
  g_autoptr (GPtrArray) siblings = NULL;
  guint place = 0;

  if (row != NULL)
    siblings = xyb_plan_list_siblings (xyb_plan_sheet_model_get_plan (self->model),
                                       xyb_plan_sheet_model_get_part (self->model), row);
  if (siblings != NULL)
    g_ptr_array_find (siblings, row, &place);
  gtk_widget_set_sensitive (self->add_button, writable);
  gtk_widget_set_sensitive (self->remove_button, writable && row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.up",
                                 writable && siblings != NULL && place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.down",
                                 writable && siblings != NULL && place + 1 < siblings->len);
}

void
xyb_plan_editor_update_foot (XybPlanEditor *self)
{
  if (xyb_plan_sheet_model_get_plan (self->model) == NULL)
    return;
  fill_words (self);
  if (self->chosen_idle == 0)
    fill_choice (self);
  update_tools (self);
}

static gboolean
chosen_cb (gpointer user_data)
{
  XybPlanEditor *self = user_data;

  self->chosen_idle = 0;
  fill_choice (self);
  return G_SOURCE_REMOVE;
}

/* The list must not change under the hand of who chooses from it. */
void
xyb_plan_editor_choice_selected_cb (GtkDropDown *choice, GParamSpec *pspec, XybPlanEditor *self)
{
  guint selected = gtk_drop_down_get_selected (choice);
  g_autofree char *text = NULL;
  guint row;
  guint column;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->choices == NULL || selected >= self->choices->len)
    return;
  text = g_strdup (self->choices->pdata[selected]);
  if (self->chosen_idle == 0)
    self->chosen_idle = g_idle_add (chosen_cb, self);
  xyb_sheet_forget (self->sheet);
  xyb_sheet_get_cursor (self->sheet, &row, &column);
  if (!xyb_plan_sheet_model_set (self->model, row, column, text, &error))
    xyb_plan_editor_refuse (self, error->message);
}
