/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-names-section.h"

#include <adwaita.h>

#include "xyb-date.h"
#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"

struct _XybEnterpriseNamesSection
{
  GtkBox parent_instance;

  /* template widgets */
  GtkListBox *list;

  XybOffice *office; /* owned */
};

static void section_init (XybEnterpriseSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybEnterpriseNamesSection,
                               xyb_enterprise_names_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_ENTERPRISE_SECTION, section_init))

static void
remove_clicked_cb (GtkButton *button, XybEnterpriseNamesSection *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "former-id");
  g_autoptr (GError) error = NULL;

  if (!xyb_enterprise_store_remove_former_name (xyb_office_get_store (self->office), *id, &error))
    xyb_office_report (self->office, error);
}

/* A mended slip of the pen leaves a name that nobody ever bore. */
static GtkWidget *
remove_button_new (XybEnterpriseNamesSection *self, const XybFormerName *former)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("移除曾用名 %s"), former->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("写错的字，不是曾用名：移除，可以撤销"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "former-id",
                          g_memdup2 (&former->id, sizeof former->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return button;
}

static GtkWidget *
add_row (XybEnterpriseNamesSection *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
add_name (XybEnterpriseNamesSection *self, const XybFormerName *former)
{
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (former->until != NULL)
    {
      date = xyb_date_format (former->until);
      subtitle = g_strdup_printf (_ ("用到 %s"), date);
    }
  row = add_row (self, former->name, subtitle != NULL ? subtitle : _ ("哪天改的没有记"));
  if (!xyb_office_is_read_only (self->office))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove_button_new (self, former));
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

  g_set_object (&self->office, office);
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
xyb_enterprise_names_section_dispose (GObject *object)
{
  g_clear_object (&XYB_ENTERPRISE_NAMES_SECTION (object)->office);
  G_OBJECT_CLASS (xyb_enterprise_names_section_parent_class)->dispose (object);
}

static void
xyb_enterprise_names_section_class_init (XybEnterpriseNamesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_names_section_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-names-section.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseNamesSection, list);
}

static void
xyb_enterprise_names_section_init (XybEnterpriseNamesSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
