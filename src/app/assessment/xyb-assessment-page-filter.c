/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-page-private.h"

#include "xyb-filter-choice.h"

/* Which units are in view: a group, those still open, those of a name. */

/**
 * xyb_assessment_page_fill_sheet:
 * @self: the page, with a table
 *
 * Shows the units that are asked for now.
 */
void
xyb_assessment_page_fill_sheet (XybAssessmentPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->group_choice);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GArray) units = NULL;

  if (self->pinyin == NULL && *text != '\0')
    self->pinyin = xyb_pinyin_new ();
  units = xyb_assessment_filter (self->state,
                                 self->groups->pdata[selected < self->groups->len ? selected : 0],
                                 gtk_toggle_button_get_active (self->only_open_button), text,
                                 self->pinyin);
  xyb_assessment_sheet_model_fill (self->model, self->state, units);
}

/**
 * xyb_assessment_page_refill_sheet:
 * @self: the page, with a table
 *
 * Shows the table again. The units in view stay while she fills them in, though they may match no
 * longer.
 */
void
xyb_assessment_page_refill_sheet (XybAssessmentPage *self)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = xyb_sheet_model_get_n_rows (XYB_SHEET_MODEL (self->model));

  for (guint row = 0; row < n; row++)
    {
      guint unit = xyb_assessment_sheet_model_get_unit (self->model, row);

      g_array_append_val (units, unit);
    }
  xyb_assessment_sheet_model_fill (self->model, self->state, units);
}

/**
 * xyb_assessment_page_fill_groups:
 * @self: the page, with a table
 *
 * Lists the groups its units fall into.
 */
void
xyb_assessment_page_fill_groups (XybAssessmentPage *self)
{
  GtkStringList *strings = gtk_string_list_new (NULL);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = xyb_assessment_groups_new (self->state);
  for (guint i = 0; i < self->groups->len; i++)
    gtk_string_list_append (strings, ((XybUnitGroup *) self->groups->pdata[i])->label);
  xyb_filter_choice_set_strings (self->group_choice, strings);
}

static void
filter_changed_cb (GtkDropDown *choice, GParamSpec *pspec, XybAssessmentPage *self)
{
  if (!self->filling && self->state != NULL && xyb_sheet_commit (self->sheet))
    xyb_assessment_page_fill_sheet (self);
}

static void
only_open_toggled_cb (GtkToggleButton *button, XybAssessmentPage *self)
{
  filter_changed_cb (NULL, NULL, self);
}

static void
search_changed_cb (GtkSearchEntry *entry, XybAssessmentPage *self)
{
  filter_changed_cb (NULL, NULL, self);
}

static void
search_activate_cb (GtkSearchEntry *entry, XybAssessmentPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
stop_search_cb (GtkSearchEntry *entry, XybAssessmentPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  filter_changed_cb (NULL, NULL, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  gtk_revealer_set_reveal_child (self->search_revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->search_revealer), FALSE);
}

/**
 * xyb_assessment_page_start_search:
 * @page: the page
 *
 * Returns: whether a unit can be searched now
 */
gboolean
xyb_assessment_page_start_search (XybPage *page)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (page);

  if (self->state == NULL)
    return FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->search_revealer), TRUE);
  gtk_revealer_set_reveal_child (self->search_revealer, TRUE);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * xyb_assessment_page_bind_filter:
 * @widget_class: class of the page
 */
void
xyb_assessment_page_bind_filter (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_open_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}
