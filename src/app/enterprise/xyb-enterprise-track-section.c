/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-track-section.h"

#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-track-year.h"

struct _XybEnterpriseTrackSection
{
  GtkBox parent_instance;
};

static void section_init (XybEnterpriseSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybEnterpriseTrackSection,
                               xyb_enterprise_track_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_ENTERPRISE_SECTION, section_init))

static const char *
get_title (XybEnterpriseSection *section)
{
  return _ ("贯标与示范");
}

/* As many year widgets as there are years; those there stay, with what is typed in them. */
static void
make_room (XybEnterpriseTrackSection *self, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < n; i++)
    {
      if (child == NULL)
        {
          child = xyb_track_year_new ();
          gtk_box_append (GTK_BOX (self), child);
        }
      child = gtk_widget_get_next_sibling (child);
    }
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (GTK_BOX (self), child);
      child = next;
    }
}

static void
show (XybEnterpriseSection *section,
      XybOffice *office,
      const XybEnterprise *enterprise,
      gboolean other)
{
  XybEnterpriseTrackSection *self = XYB_ENTERPRISE_TRACK_SECTION (section);
  XybStore *store = xyb_office_get_store (office);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years
    = xyb_nomination_store_list_of_enterprise (store, enterprise->id, &error);
  GtkWidget *child;

  if (years == NULL)
    {
      xyb_office_report (office, error);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), years->len > 0);
  make_room (self, years->len);
  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < years->len; i++, child = gtk_widget_get_next_sibling (child))
    {
      const XybNomination *nomination = years->pdata[i];
      int year = xyb_nomination_store_year_of (store, nomination->plan_id, NULL);

      xyb_track_year_set (XYB_TRACK_YEAR (child), office, nomination, year,
                          year == xyb_office_get_year (office));
    }
}

static void
leave (XybEnterpriseSection *section)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (section)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    xyb_track_year_commit (XYB_TRACK_YEAR (child));
}

static void
section_init (XybEnterpriseSectionInterface *iface)
{
  iface->get_title = get_title;
  iface->show = show;
  iface->leave = leave;
}

static void
xyb_enterprise_track_section_class_init (XybEnterpriseTrackSectionClass *klass)
{
}

static void
xyb_enterprise_track_section_init (XybEnterpriseTrackSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}
