/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-form.h"

#include <inttypes.h>

#include "xyb-enterprise-actions.h"
#include "xyb-enterprise-basic-section.h"
#include "xyb-enterprise-history-section.h"
#include "xyb-enterprise-item.h"
#include "xyb-enterprise-names-section.h"
#include "xyb-enterprise-nomination-section.h"
#include "xyb-enterprise-origin-section.h"
#include "xyb-enterprise-store.h"
#include "xyb-enterprise-track-section.h"
#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-tag.h"

struct _XybEnterpriseForm
{
  AdwBin parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *caption;
  XybTag *tag;
  GtkMenuButton *menu_button;
  GtkBox *tabs;
  GtkScrolledWindow *scrolled;
  GtkBox *sections;

  /* owned */
  XybEnterpriseActions *actions;
  XybOffice *office;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (XybEnterpriseForm, xyb_enterprise_form, ADW_TYPE_BIN)

/* ---- tabs ---- */

static void
tab_clicked_cb (GtkToggleButton *tab, XybEnterpriseForm *self)
{
  GtkWidget *heading = g_object_get_data (G_OBJECT (tab), "heading");
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_point_t point;

  /* A tab is where the page stands, not a switch: it cannot be let out by hand. */
  gtk_toggle_button_set_active (tab, TRUE);
  if (gtk_widget_compute_point (heading, GTK_WIDGET (self->sections), &GRAPHENE_POINT_INIT (0, 0),
                                &point))
    gtk_adjustment_set_value (adjustment, point.y);
}

static GtkWidget *
section_of_tab (GtkWidget *tab)
{
  return g_object_get_data (G_OBJECT (tab), "heading");
}

/* The last section whose heading has passed the upper edge; at the end of the page the last one. */
static void
scrolled_cb (GtkAdjustment *adjustment, XybEnterpriseForm *self)
{
  double top = gtk_adjustment_get_value (adjustment) + 60;
  gboolean at_end
    = gtk_adjustment_get_value (adjustment) > 0
      && gtk_adjustment_get_value (adjustment) + 1
           >= gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  GtkWidget *current = NULL;

  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      graphene_point_t point;

      if (!gtk_widget_get_visible (tab)
          || !gtk_widget_compute_point (section_of_tab (tab), GTK_WIDGET (self->sections),
                                        &GRAPHENE_POINT_INIT (0, 0), &point))
        continue;
      if (current == NULL || at_end || point.y <= top)
        current = tab;
    }
  if (current != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (current), TRUE);
}

static GtkWidget *
add_section (XybEnterpriseForm *self, GType type)
{
  GtkWidget *section = g_object_new (type, NULL);
  const char *title = xyb_enterprise_section_get_title (XYB_ENTERPRISE_SECTION (section));
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *tab = gtk_toggle_button_new_with_label (title);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->tabs));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "section-heading");
  /* The first section stands right under its own tab. */
  if (first == NULL)
    gtk_label_set_label (GTK_LABEL (heading), NULL);
  gtk_widget_add_css_class (tab, "flat");
  gtk_widget_add_css_class (tab, "section-tab");
  g_object_set_data (G_OBJECT (tab), "heading", heading);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), GTK_TOGGLE_BUTTON (first));
  g_signal_connect (tab, "clicked", G_CALLBACK (tab_clicked_cb), self);
  g_object_bind_property (section, "visible", heading, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (section, "visible", tab, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (self->tabs, tab);
  gtk_box_append (self->sections, heading);
  gtk_box_append (self->sections, section);
  return section;
}

static void
history_read_cb (XybEnterpriseHistorySection *history,
                 GPtrArray *revisions,
                 XybEnterpriseBasicSection *basic)
{
  xyb_enterprise_basic_section_set_history (basic, revisions);
}

/* ---- showing ---- */

static const XybNomination *
find_year (GPtrArray *nominations, const XybPlan *plan)
{
  for (guint i = 0; nominations != NULL && plan != NULL && i < nominations->len; i++)
    if (((XybNomination *) nominations->pdata[i])->plan_id == plan->id)
      return nominations->pdata[i];
  return NULL;
}

static void
show_tag (XybEnterpriseForm *self, const XybEnterprise *enterprise, XybStage stage)
{
  gtk_widget_set_visible (GTK_WIDGET (self->tag), enterprise->closed || stage != XYB_STAGE_NONE);
  if (enterprise->closed)
    xyb_tag_set (self->tag, "neutral", "action-unavailable-symbolic", _ ("已注销"));
  else
    xyb_tag_set (self->tag, xyb_stage_css_class (stage), xyb_stage_icon (stage),
                 xyb_stage_name (stage));
}

static void
show_menu (XybEnterpriseForm *self, const XybEnterprise *enterprise)
{
  g_autoptr (GMenuModel) menu = NULL;

  xyb_enterprise_actions_set (self->actions, self->office, enterprise);
  menu = xyb_enterprise_actions_build_menu (self->actions);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

static void
show_head (XybEnterpriseForm *self, const XybEnterprise *enterprise)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);
  g_autoptr (GPtrArray) nominations
    = xyb_nomination_store_list_of_enterprise (xyb_office_get_store (self->office), enterprise->id,
                                               NULL);
  const XybNomination *nomination = find_year (nominations, plan);
  const char *unit = enterprise->unit_name != NULL ? enterprise->unit_name : _ ("未填区镇");
  g_autofree char *caption = NULL;

  if (nomination != NULL)
    caption = g_strdup_printf (_ ("%s · %d 年贯标名单第 %" PRId64 " 家 · %s"), unit, plan->year,
                               nomination->position, xyb_stage_name (xyb_stage_of (nomination)));
  else if (plan != NULL)
    caption = g_strdup_printf (_ ("%s · %d 年没有申报"), unit, plan->year);
  gtk_label_set_label (self->name, enterprise->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), enterprise->name);
  show_tag (self, enterprise, xyb_stage_of (nomination));
  show_menu (self, enterprise);
  gtk_label_set_label (self->caption, caption != NULL ? caption : unit);
}

static void
leave_sections (XybEnterpriseForm *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (XYB_IS_ENTERPRISE_SECTION (child))
      xyb_enterprise_section_leave (XYB_ENTERPRISE_SECTION (child));
}

static void
show_enterprise (XybEnterpriseForm *self, const XybEnterprise *enterprise, gboolean other)
{
  show_head (self, enterprise);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (XYB_IS_ENTERPRISE_SECTION (child))
      xyb_enterprise_section_show (XYB_ENTERPRISE_SECTION (child), self->office, enterprise, other);
  gtk_stack_set_visible_child_name (self->stack, "form");
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* Undoing the entry of an enterprise takes it away under the form. */
static void
show_nothing (XybEnterpriseForm *self)
{
  self->id = 0;
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

/**
 * xyb_enterprise_form_show:
 * @self: the form
 * @office: the office
 * @id: an enterprise, or 0 for none
 *
 * Shows what is stored of it now. What has just been typed about another one is kept first.
 */
void
xyb_enterprise_form_show (XybEnterpriseForm *self, XybOffice *office, gint64 id)
{
  gboolean other;
  g_autoptr (XybEnterprise) enterprise = NULL;

  g_return_if_fail (XYB_IS_ENTERPRISE_FORM (self));

  other = id != self->id;
  g_set_object (&self->office, office);
  if (other && self->id != 0)
    leave_sections (self);
  if (id != 0)
    enterprise = xyb_enterprise_store_get (xyb_office_get_store (office), id, NULL);
  if (enterprise == NULL)
    {
      show_nothing (self);
      return;
    }
  self->id = id;
  show_enterprise (self, enterprise, other);
}

/* ---- the widget ---- */

static void
xyb_enterprise_form_dispose (GObject *object)
{
  XybEnterpriseForm *self = XYB_ENTERPRISE_FORM (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_enterprise_form_parent_class)->dispose (object);
}

static void
xyb_enterprise_form_class_init (XybEnterpriseFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_form_dispose;
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-form.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseForm, stack);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseForm, name);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseForm, caption);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseForm, tag);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseForm, menu_button);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseForm, tabs);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseForm, scrolled);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseForm, sections);
}

static void
xyb_enterprise_form_init (XybEnterpriseForm *self)
{
  GtkWidget *basic;
  GtkWidget *history;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = xyb_enterprise_actions_new (GTK_WIDGET (self));
  basic = add_section (self, XYB_TYPE_ENTERPRISE_BASIC_SECTION);
  add_section (self, XYB_TYPE_ENTERPRISE_NOMINATION_SECTION);
  add_section (self, XYB_TYPE_ENTERPRISE_TRACK_SECTION);
  add_section (self, XYB_TYPE_ENTERPRISE_NAMES_SECTION);
  add_section (self, XYB_TYPE_ENTERPRISE_ORIGIN_SECTION);
  history = add_section (self, XYB_TYPE_ENTERPRISE_HISTORY_SECTION);
  g_signal_connect_object (history, "read", G_CALLBACK (history_read_cb), basic, 0);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed",
                           G_CALLBACK (scrolled_cb), self, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                  gtk_widget_get_first_child (GTK_WIDGET (self->tabs))),
                                TRUE);
}

/**
 * xyb_enterprise_form_start_edit:
 * @self: the form
 *
 * Puts the cursor into the first field, past the buttons of the head.
 *
 * Returns: whether there is one
 */
gboolean
xyb_enterprise_form_start_edit (XybEnterpriseForm *self)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_FORM (self), FALSE);

  return gtk_widget_get_mapped (GTK_WIDGET (self->sections))
         && gtk_widget_child_focus (GTK_WIDGET (self->sections), GTK_DIR_TAB_FORWARD);
}
