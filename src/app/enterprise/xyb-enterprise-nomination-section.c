/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-nomination-section.h"

#include <inttypes.h>
#include <adwaita.h>

#include "xyb-enterprise-item.h"
#include "xyb-i18n.h"
#include "xyb-nomination-dialog.h"
#include "xyb-nomination-store.h"
#include "xyb-tag.h"

struct _XybEnterpriseNominationSection
{
  GtkBox parent_instance;

  /* template widgets */
  GtkListBox *list;

  /* owned */
  XybOffice *office;
  XybEnterprise *enterprise;
  GPtrArray *nominations; /* of XybNomination, latest year first */
};

static void section_init (XybEnterpriseSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybEnterpriseNominationSection,
                               xyb_enterprise_nomination_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_ENTERPRISE_SECTION, section_init))

static int
year_of (XybEnterpriseNominationSection *self, const XybNomination *nomination)
{
  return xyb_nomination_store_year_of (xyb_office_get_store (self->office), nomination->plan_id,
                                       NULL);
}

/* ---- rows ---- */

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
describe (const XybNomination *nomination)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *revenue = NULL;
  g_autofree char *headcount = NULL;

  if (nomination->revenue_fen != XYB_UNSAID)
    {
      g_autofree char *sum = xyb_amount_format (nomination->revenue_fen, nomination->revenue_unit);

      revenue = g_strdup_printf (_ ("去年销售收入 %s"), sum);
    }
  if (nomination->headcount != XYB_UNSAID)
    headcount = g_strdup_printf (_ ("职工 %" PRId64 " 人"), nomination->headcount);
  append_part (text, nomination->products);
  append_part (text, revenue);
  append_part (text, headcount);
  append_part (text, nomination->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
open_dialog (XybEnterpriseNominationSection *self, const XybNomination *nomination, int year)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (
    GTK_WINDOW (xyb_nomination_dialog_new (parent, self->office, nomination, year)));
}

static void
edit_clicked_cb (GtkButton *button, XybEnterpriseNominationSection *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  const XybNomination *nomination = self->nominations->pdata[index];

  open_dialog (self, nomination, year_of (self, nomination));
}

static void
nominate_clicked_cb (GtkButton *button, XybEnterpriseNominationSection *self)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);
  g_autoptr (XybNomination) nomination = NULL;

  if (plan == NULL)
    return;
  nomination = xyb_nomination_for_enterprise (plan, self->enterprise);
  open_dialog (self, nomination, plan->year);
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
add_nomination_row (XybEnterpriseNominationSection *self, guint index)
{
  const XybNomination *nomination = self->nominations->pdata[index];
  XybStage stage = xyb_stage_of (nomination);
  g_autofree char *subtitle = describe (nomination);
  g_autofree char *title
    = g_strdup_printf (_ ("%d 年贯标 · %s第 %" PRId64 " 家"), year_of (self, nomination),
                       nomination->unit_name != NULL ? nomination->unit_name : "",
                       nomination->position);
  g_autofree char *name = g_strdup_printf (_ ("修改%d 年申报"), year_of (self, nomination));
  GtkWidget *row = row_new (title, subtitle);
  GtkWidget *tag = xyb_tag_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  xyb_tag_set (XYB_TAG (tag), xyb_stage_css_class (stage), xyb_stage_icon (stage),
               xyb_stage_name (stage));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (edit_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static void
add_missing_row (XybEnterpriseNominationSection *self, const XybPlan *plan)
{
  g_autofree char *title = g_strdup_printf (_ ("%d 年没有申报"), plan->year);
  GtkWidget *row = row_new (title, _ ("申报后列入附件2"));
  GtkWidget *button = gtk_button_new_with_label (_ ("申报…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button,
                            !xyb_office_is_read_only (self->office) && !self->enterprise->closed);
  g_signal_connect (button, "clicked", G_CALLBACK (nominate_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static gboolean
has_year (XybEnterpriseNominationSection *self, const XybPlan *plan)
{
  for (guint i = 0; i < self->nominations->len; i++)
    if (((XybNomination *) self->nominations->pdata[i])->plan_id == plan->id)
      return TRUE;
  return FALSE;
}

static void
rebuild (XybEnterpriseNominationSection *self)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);
  gboolean this_year = plan != NULL && has_year (self, plan);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (plan != NULL && !this_year)
    add_missing_row (self, plan);
  for (guint i = 0; i < self->nominations->len; i++)
    add_nomination_row (self, i);
  /* AMB-33: only the first 贯标 counts as 新增. */
  if (self->nominations->len == (this_year ? 1 : 0))
    gtk_list_box_append (self->list, row_new (_ ("以前年度没有申报过"), _ ("申报的话计入“新增”")));
}

static const char *
get_title (XybEnterpriseSection *section)
{
  return _ ("年度申报");
}

static void
show (XybEnterpriseSection *section,
      XybOffice *office,
      const XybEnterprise *enterprise,
      gboolean other)
{
  XybEnterpriseNominationSection *self = XYB_ENTERPRISE_NOMINATION_SECTION (section);
  g_autoptr (GError) error = NULL;
  GPtrArray *list = xyb_nomination_store_list_of_enterprise (xyb_office_get_store (office),
                                                             enterprise->id, &error);

  g_set_object (&self->office, office);
  xyb_enterprise_free (self->enterprise);
  self->enterprise = xyb_enterprise_copy (enterprise);
  if (list == NULL)
    {
      xyb_office_report (office, error);
      return;
    }
  g_clear_pointer (&self->nominations, g_ptr_array_unref);
  self->nominations = list;
  rebuild (self);
}

static void
section_init (XybEnterpriseSectionInterface *iface)
{
  iface->get_title = get_title;
  iface->show = show;
}

static void
xyb_enterprise_nomination_section_dispose (GObject *object)
{
  XybEnterpriseNominationSection *self = XYB_ENTERPRISE_NOMINATION_SECTION (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->enterprise, xyb_enterprise_free);
  g_clear_pointer (&self->nominations, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_enterprise_nomination_section_parent_class)->dispose (object);
}

static void
xyb_enterprise_nomination_section_class_init (XybEnterpriseNominationSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_nomination_section_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-nomination-section.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseNominationSection, list);
}

static void
xyb_enterprise_nomination_section_init (XybEnterpriseNominationSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
