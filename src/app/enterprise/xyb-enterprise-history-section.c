/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-history-section.h"

#include <adwaita.h>

#include "xyb-i18n.h"

/* As many as fit a year of one enterprise; the operation log has all of them. */
#define MAX_REVISIONS 50

struct _XybEnterpriseHistorySection
{
  GtkBox parent_instance;

  /* template widgets */
  GtkListBox *list;
};

static void section_init (XybEnterpriseSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybEnterpriseHistorySection,
                               xyb_enterprise_history_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_ENTERPRISE_SECTION, section_init))

static const char *
or_blank (const char *value)
{
  return value != NULL && *value != '\0' ? value : _ ("空");
}

static void
append_change (GString *text, const XybChange *change)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (change->field == NULL)
    g_string_append_printf (text, "%s %s", change->operation == '-' ? _ ("删除") : _ ("新增"),
                            change->record);
  else if (change->operation == '+')
    g_string_append_printf (text, _ ("%s：%s"), change->field, or_blank (change->new_value));
  else
    g_string_append_printf (text, _ ("%s：%s → %s"), change->field, or_blank (change->old_value),
                            or_blank (change->new_value));
}

static GtkWidget *
row_new (const XybRevision *revision)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *when = NULL;
  GtkWidget *label;

  for (guint i = 0; revision->changes != NULL && i < revision->changes->len; i++)
    append_change (text, revision->changes->pdata[i]);
  when = revision->operator_name != NULL && *revision->operator_name != '\0'
           ? g_strdup_printf ("%s\n%s", revision->time, revision->operator_name)
           : g_strdup (revision->time);
  label = gtk_label_new (when);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), revision->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (revision->undone)
    gtk_widget_add_css_class (row, "undone");
  return row;
}

static const char *
get_title (XybEnterpriseSection *section)
{
  return _ ("历史");
}

static void
show (XybEnterpriseSection *section,
      XybOffice *office,
      const XybEnterprise *enterprise,
      gboolean other)
{
  XybEnterpriseHistorySection *self = XYB_ENTERPRISE_HISTORY_SECTION (section);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions
    = xyb_store_list_record_history (xyb_office_get_store (office), "enterprise", enterprise->id,
                                     MAX_REVISIONS, &error);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (revisions == NULL)
    {
      xyb_office_report (office, error);
      return;
    }
  for (guint i = 0; i < revisions->len; i++)
    gtk_list_box_append (self->list, row_new (revisions->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), revisions->len > 0);
}

static void
section_init (XybEnterpriseSectionInterface *iface)
{
  iface->get_title = get_title;
  iface->show = show;
}

static void
xyb_enterprise_history_section_class_init (XybEnterpriseHistorySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-history-section.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseHistorySection, list);
}

static void
xyb_enterprise_history_section_init (XybEnterpriseHistorySection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
