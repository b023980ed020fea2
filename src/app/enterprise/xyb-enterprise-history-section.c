/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-history-section.h"

#include <adwaita.h>

#include "xyb-i18n.h"

/* As many as fit a year of one enterprise; the operation log has all of them. */
#define MAX_REVISIONS 50

/* A clerk who runs through the list with the arrow keys reads no history. */
#define READ_AFTER_MS 200

struct _XybEnterpriseHistorySection
{
  GtkBox parent_instance;

  /* template widgets */
  GtkListBox *list;

  /* owned */
  XybOffice *office;
  gint64 id;
  guint timer;
  GCancellable *cancellable; /* of the reading in hand */
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
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 8);
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
clear (XybEnterpriseHistorySection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
add_notice (XybEnterpriseHistorySection *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_list_box_append (self->list, row);
}

/* ---- reading, in a thread: one import may hold the changes of a whole register ---- */

typedef struct
{
  XybStore *store; /* the window's; only to open another connection */
  gint64 id;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->store);
  g_free (request);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  g_autoptr (XybStore) store = xyb_store_open_again (request->store, &error);
  GPtrArray *revisions = NULL;

  if (store != NULL)
    revisions
      = xyb_store_list_record_history (store, "enterprise", request->id, MAX_REVISIONS, &error);
  if (revisions != NULL)
    g_task_return_pointer (task, revisions, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  XybEnterpriseHistorySection *self = XYB_ENTERPRISE_HISTORY_SECTION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear (self);
  if (revisions == NULL)
    add_notice (self, error->message);
  else if (revisions->len == 0)
    add_notice (self, _ ("没有修改记录"));
  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    gtk_list_box_append (self->list, row_new (revisions->pdata[i]));
}

static gboolean
start_reading (gpointer user_data)
{
  XybEnterpriseHistorySection *self = user_data;
  Request *request = g_new0 (Request, 1);
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  request->store = g_object_ref (xyb_office_get_store (self->office));
  request->id = self->id;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_in_thread);
  return G_SOURCE_REMOVE;
}

static void
stop_reading (XybEnterpriseHistorySection *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show (XybEnterpriseSection *section,
      XybOffice *office,
      const XybEnterprise *enterprise,
      gboolean other)
{
  XybEnterpriseHistorySection *self = XYB_ENTERPRISE_HISTORY_SECTION (section);

  stop_reading (self);
  g_set_object (&self->office, office);
  self->id = enterprise->id;
  if (other)
    {
      clear (self);
      add_notice (self, _ ("正在读取…"));
    }
  self->timer = g_timeout_add (READ_AFTER_MS, start_reading, self);
}

static void
section_init (XybEnterpriseSectionInterface *iface)
{
  iface->get_title = get_title;
  iface->show = show;
}

static void
xyb_enterprise_history_section_dispose (GObject *object)
{
  XybEnterpriseHistorySection *self = XYB_ENTERPRISE_HISTORY_SECTION (object);

  stop_reading (self);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_enterprise_history_section_parent_class)->dispose (object);
}

static void
xyb_enterprise_history_section_class_init (XybEnterpriseHistorySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_history_section_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-history-section.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseHistorySection, list);
}

static void
xyb_enterprise_history_section_init (XybEnterpriseHistorySection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
