/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-names-section.h"

#include <adwaita.h>

#include "xyb-date.h"
#include "xyb-i18n.h"

struct _XybEnterpriseNamesSection
{
  GtkBox parent_instance;

  /* template widgets */
  GtkListBox *list;
};

static void section_init (XybEnterpriseSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybEnterpriseNamesSection,
                               xyb_enterprise_names_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_ENTERPRISE_SECTION, section_init))

static void
add_row (XybEnterpriseNamesSection *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->list, row);
}

static void
add_name (XybEnterpriseNamesSection *self, const XybFormerName *former)
{
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;

  if (former->until != NULL)
    {
      date = xyb_date_format (former->until);
      subtitle = g_strdup_printf (_ ("用到 %s"), date);
    }
  add_row (self, former->name, subtitle != NULL ? subtitle : _ ("哪天改的没有记"));
}

static const char *
get_title (XybEnterpriseSection *section)
{
  return _ ("曾用名");
}

static void
show (XybEnterpriseSection *section,
      XybOffice *office,
      const XybEnterprise *enterprise,
      gboolean other)
{
  XybEnterpriseNamesSection *self = XYB_ENTERPRISE_NAMES_SECTION (section);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; enterprise->former_names != NULL && i < enterprise->former_names->len; i++)
    add_name (self, enterprise->former_names->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
}

static void
section_init (XybEnterpriseSectionInterface *iface)
{
  iface->get_title = get_title;
  iface->show = show;
}

static void
xyb_enterprise_names_section_class_init (XybEnterpriseNamesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-names-section.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseNamesSection, list);
}

static void
xyb_enterprise_names_section_init (XybEnterpriseNamesSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
