/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-page.h"

#include "xyb-enterprise-dialog.h"
#include "xyb-enterprise-form.h"
#include "xyb-document-store.h"
#include "xyb-i18n.h"
#include "xyb-print-preview.h"
#include "xyb-window-private.h"

struct _XybEnterprisePage
{
  XybPage parent_instance;

  /* template widgets */
  XybEnterpriseList *list;
  XybEnterpriseForm *form;
  GtkWidget *main_button;

  gboolean started; /* the list has an office */
  guint fill_idle;  /* a long register is read behind the page's first frame */
};

/* A register up to here is read sooner than the eye sees the page change. */
#define MAX_AT_ONCE 20000

G_DEFINE_FINAL_TYPE (XybEnterprisePage, xyb_enterprise_page, XYB_TYPE_PAGE)

static XybOffice *
get_office (XybEnterprisePage *self)
{
  return xyb_page_get_office (XYB_PAGE (self));
}

static void
list_selected_cb (XybEnterpriseList *list, gint64 id, XybEnterprisePage *self)
{
  xyb_enterprise_form_show (self->form, get_office (self), id);
}

static void
fill (XybEnterprisePage *self)
{
  xyb_enterprise_list_reload (self->list);
  xyb_enterprise_form_show (self->form, get_office (self),
                            xyb_enterprise_list_get_selected (self->list));
}

static void
start (XybEnterprisePage *self)
{
  if (self->started)
    return;
  g_clear_handle_id (&self->fill_idle, g_source_remove);
  self->started = TRUE;
  xyb_enterprise_list_set_office (self->list, get_office (self));
  fill (self);
}

static gboolean
start_cb (gpointer user_data)
{
  XybEnterprisePage *self = user_data;

  self->fill_idle = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

/* The frame that has just begun is painted before anything idle runs. */
static gboolean
frame_begins_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  XybEnterprisePage *self = XYB_ENTERPRISE_PAGE (widget);

  if (self->fill_idle == 0 && !self->started)
    self->fill_idle = g_idle_add_full (G_PRIORITY_LOW, start_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
xyb_enterprise_page_reload (XybPage *page, const char *const *tables)
{
  static const char *const wanted[]
    = { "enterprise", "enterprise_name", "nomination", "unit", "plan", NULL };
  XybEnterprisePage *self = XYB_ENTERPRISE_PAGE (page);
  XybStore *store = xyb_office_get_store (get_office (self));

  if (self->started)
    {
      if (xyb_page_touches (tables, wanted))
        fill (self);
    }
  else if (xyb_enterprise_store_count (store, NULL) > MAX_AT_ONCE)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_begins_cb, NULL, NULL);
  else
    start (self);
}

static void
xyb_enterprise_page_dispose (GObject *object)
{
  g_clear_handle_id (&XYB_ENTERPRISE_PAGE (object)->fill_idle, g_source_remove);
  G_OBJECT_CLASS (xyb_enterprise_page_parent_class)->dispose (object);
}

static GtkWidget *
xyb_enterprise_page_get_main_button (XybPage *page)
{
  return XYB_ENTERPRISE_PAGE (page)->main_button;
}

static gboolean
xyb_enterprise_page_start_search (XybPage *page)
{
  start (XYB_ENTERPRISE_PAGE (page));
  xyb_enterprise_list_grab_search (XYB_ENTERPRISE_PAGE (page)->list);
  return TRUE;
}

static void
chosen_cb (XybEnterpriseDialog *dialog, gint64 id, XybEnterprisePage *self)
{
  xyb_enterprise_list_select (self->list, id);
}

static void
open_new (XybEnterprisePage *self, const char *name)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  XybEnterpriseDialog *dialog = xyb_enterprise_dialog_new (parent, get_office (self), 0);

  if (name != NULL)
    xyb_enterprise_dialog_set_name (dialog, name);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
xyb_enterprise_page_start_new (XybPage *page)
{
  open_new (XYB_ENTERPRISE_PAGE (page), NULL);
  return TRUE;
}

static void
new_wanted_cb (XybEnterpriseList *list, const char *name, XybEnterprisePage *self)
{
  open_new (self, name);
}

/* F2, or Enter in the list: into the form. */
static gboolean
xyb_enterprise_page_start_edit (XybPage *page)
{
  return xyb_enterprise_form_start_edit (XYB_ENTERPRISE_PAGE (page)->form);
}

static void
list_opened_cb (XybEnterpriseList *list, gint64 id, XybEnterprisePage *self)
{
  xyb_enterprise_page_start_edit (XYB_PAGE (self));
}

/* What the list shows, in its order, and what it is narrowed down to. */
static GArray *
read_shown (XybEnterprisePage *self, char **out_condition)
{
  XybOffice *office = get_office (self);
  XybEnterpriseQuery query;
  const XybUnit *district;
  g_autoptr (GError) error = NULL;
  GArray *ids;

  start (self);
  xyb_enterprise_list_get_query (self->list, &query);
  ids = xyb_enterprise_store_query (xyb_office_get_store (office), &query, &error);
  if (ids == NULL)
    {
      xyb_office_report (office, error);
      return NULL;
    }
  district = xyb_office_find_district (office, query.unit_id);
  *out_condition = xyb_enterprise_query_describe (&query, district != NULL ? district->name : NULL);
  return ids;
}

/* What is open as a form, and what the list shows. */
static gboolean
xyb_enterprise_page_start_print (XybPage *page)
{
  XybEnterprisePage *self = XYB_ENTERPRISE_PAGE (page);
  g_autofree char *condition = NULL;
  g_autoptr (GArray) ids = read_shown (self, &condition);
  gint64 selected = xyb_enterprise_list_get_selected (self->list);
  guint first = selected != 0 ? 0 : 1;
  g_autofree char *label = NULL;

  if (ids == NULL)
    return FALSE;
  label = g_strdup_printf (_ ("企业名录（%u 家）"), ids->len);
  {
    const XybPrintChoice choices[] = {
      { _ ("企业登记表"), { XYB_EXPORT_ENTERPRISE, .enterprise_id = selected } },
      { label, { XYB_EXPORT_REGISTER, .ids = ids, .condition = condition } },
    };

    xyb_print_preview_open (GTK_WIDGET (page), get_office (self), choices + first,
                            G_N_ELEMENTS (choices) - first);
  }
  return TRUE;
}

/* Ctrl+E: what the list shows, as a workbook. */
static gboolean
xyb_enterprise_page_start_export (XybPage *page)
{
  XybEnterprisePage *self = XYB_ENTERPRISE_PAGE (page);
  g_autofree char *condition = NULL;
  g_autoptr (GArray) ids = read_shown (self, &condition);
  XybExportSpec spec = { .kind = XYB_EXPORT_LIST, .ids = ids, .condition = condition };

  if (ids == NULL)
    return FALSE;
  spec.year = xyb_office_get_year (get_office (self));
  xyb_window_ask_export (XYB_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &spec);
  return TRUE;
}

/* Another page leads here; @id is of an enterprise. */
static void
xyb_enterprise_page_show_record (XybPage *page, gint64 id)
{
  XybEnterprisePage *self = XYB_ENTERPRISE_PAGE (page);

  start (self);
  xyb_enterprise_list_select (self->list, id);
}

static void
xyb_enterprise_page_class_init (XybEnterprisePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_page_dispose;
  page_class->name = "enterprise";
  page_class->title = N_ ("企业");
  page_class->icon_name = "xyb-enterprise-symbolic";
  page_class->reload = xyb_enterprise_page_reload;
  page_class->get_main_button = xyb_enterprise_page_get_main_button;
  page_class->start_search = xyb_enterprise_page_start_search;
  page_class->start_new = xyb_enterprise_page_start_new;
  page_class->start_edit = xyb_enterprise_page_start_edit;
  page_class->start_export = xyb_enterprise_page_start_export;
  page_class->start_print = xyb_enterprise_page_start_print;
  page_class->show_record = xyb_enterprise_page_show_record;

  g_type_ensure (XYB_TYPE_ENTERPRISE_LIST);
  g_type_ensure (XYB_TYPE_ENTERPRISE_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterprisePage, list);
  gtk_widget_class_bind_template_child (widget_class, XybEnterprisePage, form);
  gtk_widget_class_bind_template_child (widget_class, XybEnterprisePage, main_button);
  gtk_widget_class_bind_template_callback (widget_class, list_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_wanted_cb);
}

static void
xyb_enterprise_page_init (XybEnterprisePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_enterprise_list_set_managing (self->list, TRUE);
}

/**
 * xyb_enterprise_page_get_list:
 * @self: the page
 *
 * Returns: (transfer none): its list
 */
XybEnterpriseList *
xyb_enterprise_page_get_list (XybEnterprisePage *self)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_PAGE (self), NULL);

  return self->list;
}
