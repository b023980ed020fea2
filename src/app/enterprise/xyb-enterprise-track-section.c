/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-track-section.h"

#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-plan-store.h"
#include "xyb-progress-store.h"
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

static const XybNomination *
find_nomination (const GPtrArray *nominations, gint64 plan_id)
{
  for (guint i = 0; i < nominations->len; i++)
    if (((XybNomination *) nominations->pdata[i])->plan_id == plan_id)
      return nominations->pdata[i];
  return NULL;
}

/* The plan of the year in view is at hand. */
static const XybPlan *
take_plan (XybOffice *office, int year, XybPlan **own, GError **error)
{
  const XybPlan *plan = xyb_office_get_plan (office);

  if (plan != NULL && plan->year == year)
    return plan;
  if (*own == NULL || (*own)->year != year)
    {
      g_clear_pointer (own, xyb_plan_free);
      *own = xyb_plan_store_get (xyb_office_get_store (office), year, error);
    }
  return *own;
}

/* What one showing works with. */
typedef struct
{
  XybOffice *office;
  const XybEnterprise *enterprise;
  GArray *years;
  GPtrArray *nominations;
  XybPlan *plan; /* of the year read last */
} Showing;

static void
showing_clear (Showing *self)
{
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->nominations, g_ptr_array_unref);
  g_clear_pointer (&self->plan, xyb_plan_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Showing, showing_clear)

static gboolean
show_year (Showing *s, XybTrackYear *widget, const XybProgressYear *year, GError **error)
{
  const XybPlan *plan = take_plan (s->office, year->year, &s->plan, error);
  g_autoptr (XybTrackRecord) record
    = plan != NULL ? xyb_progress_store_get (xyb_office_get_store (s->office), plan, year->track,
                                             s->enterprise->id, error)
                   : NULL;

  if (record == NULL)
    return FALSE;
  xyb_track_year_set (widget, s->office, plan, record,
                      year->track == XYB_TRACK_ACCREDITATION
                        ? find_nomination (s->nominations, plan->id)
                        : NULL,
                      year->year == xyb_office_get_year (s->office));
  return TRUE;
}

static gboolean
show_years (XybEnterpriseTrackSection *self, Showing *s, GError **error)
{
  XybStore *store = xyb_office_get_store (s->office);
  GtkWidget *child;

  s->years = xyb_progress_store_list_years (store, s->enterprise->id, error);
  s->nominations = s->years != NULL
                     ? xyb_nomination_store_list_of_enterprise (store, s->enterprise->id, error)
                     : NULL;
  if (s->nominations == NULL)
    return FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), s->years->len > 0);
  make_room (self, s->years->len);
  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < s->years->len; i++, child = gtk_widget_get_next_sibling (child))
    if (!show_year (s, XYB_TRACK_YEAR (child), &g_array_index (s->years, XybProgressYear, i),
                    error))
      return FALSE;
  return TRUE;
}

static void
show (XybEnterpriseSection *section,
      XybOffice *office,
      const XybEnterprise *enterprise,
      gboolean other)
{
  g_auto (Showing) showing = { .office = office, .enterprise = enterprise };
  g_autoptr (GError) error = NULL;

  if (!show_years (XYB_ENTERPRISE_TRACK_SECTION (section), &showing, &error))
    xyb_office_report (office, error);
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
