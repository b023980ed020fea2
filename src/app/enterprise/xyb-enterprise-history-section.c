/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-history-section.h"

#include <adwaita.h>

#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-store-reading.h"

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

static guint read_signal;

/* ---- one revision in words ---- */

static const char *
or_blank (const char *value)
{
  return value != NULL && *value != '\0' ? value : _ ("空");
}

static gboolean
is_own (XybEnterpriseHistorySection *self, const XybChange *change)
{
  return change->record_id == self->id && g_strcmp0 (change->table_name, "enterprise") == 0;
}

/* A new record says all it is in one paragraph; a change has a line a field. */
static void
append_change (XybEnterpriseHistorySection *self,
               GString *text,
               const XybChange *change,
               const XybChange *before)
{
  gboolean goes_on = before != NULL && change->operation != '~'
                     && before->operation == change->operation
                     && before->record_id == change->record_id;

  if (text->len > 0)
    g_string_append (text, goes_on ? "，" : "\n");
  if (!goes_on && !is_own (self, change))
    g_string_append_printf (text, "%s：", change->record);
  if (change->field == NULL)
    g_string_append (text, change->operation == '-' ? _ ("移出") : _ ("新增"));
  else if (change->operation == '+')
    g_string_append_printf (text, "%s %s", change->field, or_blank (change->new_value));
  else if (change->operation == '-')
    g_string_append_printf (text, "%s %s", change->field, or_blank (change->old_value));
  else
    g_string_append_printf (text, _ ("%s：%s → %s"), change->field, or_blank (change->old_value),
                            or_blank (change->new_value));
}

static char *
describe (XybEnterpriseHistorySection *self, const XybRevision *revision)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const XybChange *before = NULL;

  for (guint i = 0; revision->changes != NULL && i < revision->changes->len; i++)
    {
      const XybChange *change = revision->changes->pdata[i];

      /* A former name comes of a change of name, which is said already. */
      if (g_strcmp0 (change->table_name, "enterprise_name") == 0)
        continue;
      append_change (self, text, change, before);
      before = change;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* To the minute: 2020-07-24 09:12. */
static GtkWidget *
when_new (const XybRevision *revision)
{
  gboolean named = revision->operator_name != NULL && *revision->operator_name != '\0';
  g_autofree char *when = g_strdup_printf ("%.16s%s%s", revision->time, named ? "\n" : "",
                                           named ? revision->operator_name : "");
  GtkWidget *label = gtk_label_new (when);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
undo_button_new (const XybRevision *revision)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("撤销这一步"));
  g_autofree char *label = g_strdup_printf (_ ("撤销：%s"), revision->label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.undo");
  gtk_widget_set_tooltip_text (button, label);
  return button;
}

static GtkWidget *
row_new (XybEnterpriseHistorySection *self, const XybRevision *revision, gboolean is_last)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe (self, revision);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), revision->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_add_css_class (row, "history");
  if (is_last)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), undo_button_new (revision));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when_new (revision));
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

static GPtrArray *
read_history (XybStore *store, gint64 id, GError **error)
{
  return xyb_enterprise_store_list_history (store, id, MAX_REVISIONS, error);
}

/* Only what 撤销 would take back now has the button: nothing came after it, anywhere. */
static gboolean
is_last_step (XybEnterpriseHistorySection *self, const XybRevision *revision)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *next = NULL;

  if (revision->kind != XYB_REVISION_EDIT || revision->undone
      || xyb_office_is_read_only (self->office))
    return FALSE;
  /* Going back through a long journal takes its time: only where it may be the one. */
  next = xyb_store_peek_undo (store);
  if (g_strcmp0 (next, revision->label) != 0)
    return FALSE;
  steps = xyb_store_list_undo_back_to (store, revision->id, NULL);
  return steps != NULL && steps->len == 1;
}

static void
show_revisions (XybEnterpriseHistorySection *self, GPtrArray *revisions)
{
  gboolean looked = FALSE;

  for (guint i = 0; i < revisions->len; i++)
    {
      const XybRevision *revision = revisions->pdata[i];
      gboolean candidate = revision->kind == XYB_REVISION_EDIT && !revision->undone;

      gtk_list_box_append (self->list,
                           row_new (self, revision,
                                    candidate && !looked && is_last_step (self, revision)));
      looked = looked || candidate;
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  XybEnterpriseHistorySection *self = XYB_ENTERPRISE_HISTORY_SECTION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = xyb_store_reading_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear (self);
  if (revisions == NULL)
    add_notice (self, error->message);
  else if (revisions->len == 0)
    add_notice (self, _ ("没有修改记录"));
  else
    show_revisions (self, revisions);
  if (revisions != NULL)
    g_signal_emit (self, read_signal, 0, revisions);
}

static gboolean
start_reading (gpointer user_data)
{
  XybEnterpriseHistorySection *self = user_data;

  self->timer = 0;
  self->cancellable = g_cancellable_new ();
  xyb_store_reading_start (self, xyb_office_get_store (self->office), self->id, read_history,
                           self->cancellable, read_cb);
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
  /* of XybRevision, latest first: what the other sections may learn from it */
  read_signal = g_signal_new ("read", XYB_TYPE_ENTERPRISE_HISTORY_SECTION, G_SIGNAL_RUN_LAST, 0,
                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-history-section.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseHistorySection, list);
}

static void
xyb_enterprise_history_section_init (XybEnterpriseHistorySection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
