/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-step-row.h"

#include "xyb-i18n.h"

struct _XybStepRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkImage *sign;
  GtkLabel *name;
  GtkLabel *caption;
  GtkLabel *count;

  gint64 id;
  XybStepState state;
  gboolean heading;
};

G_DEFINE_FINAL_TYPE (XybStepRow, xyb_step_row, GTK_TYPE_LIST_BOX_ROW)

typedef struct
{
  const char *icon_name;
  const char *css_class;
  const char *word;
} Look;

static const Look looks[] = {
  [XYB_STEP_OPEN] = { "checkbox-symbolic", "secondary", N_ ("没有做") },
  [XYB_STEP_BEGUN] = { "checkbox-mixed-symbolic", "begun", N_ ("做了一部分") },
  [XYB_STEP_DONE] = { "checkbox-checked-symbolic", "done", N_ ("已完成") },
};

static void
set_sign (XybStepRow *self, const char *icon_name, const char *css_class)
{
  const char *classes[] = { "step-sign", css_class, NULL };

  gtk_image_set_from_icon_name (self->sign, icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign), classes);
}

static void
set_words (XybStepRow *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * xyb_step_row_show_step:
 * @self: a row
 * @step: a step of the plan; borrowed for the call
 * @state: how far it is
 * @words: 1/2 次，6月18日
 */
void
xyb_step_row_show_step (XybStepRow *self,
                        const XybPlanStep *step,
                        XybStepState state,
                        const char *words)
{
  const char *classes[]
    = { "caption", "numeric", state == XYB_STEP_BEGUN ? "near" : "secondary", NULL };
  g_autofree char *spoken = NULL;

  g_return_if_fail (XYB_IS_STEP_ROW (self) && step != NULL);

  spoken = g_strdup_printf (_ ("%s：%s，%s"), step->name, _ (looks[state].word), words);
  self->id = step->id;
  self->state = state;
  self->heading = FALSE;
  set_sign (self, looks[state].icon_name, looks[state].css_class);
  gtk_label_set_label (self->name, step->name);
  gtk_widget_remove_css_class (GTK_WIDGET (self->name), "heading");
  gtk_label_set_label (self->caption, words);
  gtk_widget_set_css_classes (GTK_WIDGET (self->caption), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), step->text);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "step-heading");
  set_words (self, spoken);
}

/**
 * xyb_step_row_show_heading:
 * @self: a row
 * @step: a step of the plan that is made of others; borrowed for the call
 * @done: how many of them are done
 * @count: how many there are
 * @open: whether they are shown below it
 */
void
xyb_step_row_show_heading (XybStepRow *self,
                           const XybPlanStep *step,
                           guint done,
                           guint count,
                           gboolean open)
{
  g_autofree char *number = g_strdup_printf ("%u/%u", done, count);
  g_autofree char *spoken = NULL;

  g_return_if_fail (XYB_IS_STEP_ROW (self) && step != NULL);

  spoken = g_strdup_printf (_ ("%s：%u 步完成了 %u 步"), step->name, count, done);
  self->id = step->id;
  self->state = done == count ? XYB_STEP_DONE : XYB_STEP_OPEN;
  self->heading = TRUE;
  set_sign (self, open ? "pan-down-symbolic" : "pan-end-symbolic", "secondary");
  gtk_label_set_label (self->name, step->name);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), FALSE);
  gtk_label_set_label (self->count, number);
  gtk_widget_set_visible (GTK_WIDGET (self->count), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), step->text);
  gtk_widget_add_css_class (GTK_WIDGET (self), "step-heading");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  set_words (self, spoken);
}

/**
 * xyb_step_row_get_id:
 * @self: a row
 *
 * Returns: of XybPlanStep
 */
gint64
xyb_step_row_get_id (XybStepRow *self)
{
  g_return_val_if_fail (XYB_IS_STEP_ROW (self), 0);

  return self->id;
}

/**
 * xyb_step_row_is_heading:
 * @self: a row
 *
 * Returns: whether there is nothing to tick in it
 */
gboolean
xyb_step_row_is_heading (XybStepRow *self)
{
  g_return_val_if_fail (XYB_IS_STEP_ROW (self), FALSE);

  return self->heading;
}

/**
 * xyb_step_row_get_state:
 * @self: a row
 *
 * Returns: what its sign says
 */
XybStepState
xyb_step_row_get_state (XybStepRow *self)
{
  g_return_val_if_fail (XYB_IS_STEP_ROW (self), XYB_STEP_OPEN);

  return self->state;
}

/**
 * xyb_step_row_get_caption:
 * @self: a row
 *
 * Returns: (transfer none): the line below its name; of a heading 2/5
 */
const char *
xyb_step_row_get_caption (XybStepRow *self)
{
  g_return_val_if_fail (XYB_IS_STEP_ROW (self), NULL);

  return gtk_label_get_label (self->heading ? self->count : self->caption);
}

static void
xyb_step_row_class_init (XybStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybStepRow, sign);
  gtk_widget_class_bind_template_child (widget_class, XybStepRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybStepRow, caption);
  gtk_widget_class_bind_template_child (widget_class, XybStepRow, count);
}

static void
xyb_step_row_init (XybStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_step_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
xyb_step_row_new (void)
{
  return g_object_new (XYB_TYPE_STEP_ROW, NULL);
}
