/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-picker.h"

#include "xyb-enterprise-list.h"
#include "xyb-i18n.h"

struct _XybEnterprisePicker
{
  AdwWindow parent_instance;

  /* template widgets */
  XybEnterpriseList *list;
  AdwWindowTitle *title;
  GtkWidget *choose_button;

  gint64 refused_id; /* not to be chosen, 0: none */
};

G_DEFINE_FINAL_TYPE (XybEnterprisePicker, xyb_enterprise_picker, ADW_TYPE_WINDOW)

static guint chosen_signal;

static gboolean
may_choose (XybEnterprisePicker *self, gint64 id)
{
  return id != 0 && id != self->refused_id;
}

static void
list_selected_cb (XybEnterpriseList *list, gint64 id, XybEnterprisePicker *self)
{
  gtk_widget_set_sensitive (self->choose_button, may_choose (self, id));
}

static void
choose_clicked_cb (GtkButton *button, XybEnterprisePicker *self)
{
  gint64 id = xyb_enterprise_list_get_selected (self->list);

  if (!may_choose (self, id))
    return;
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
list_opened_cb (XybEnterpriseList *list, gint64 id, XybEnterprisePicker *self)
{
  choose_clicked_cb (NULL, self);
}

static void
xyb_enterprise_picker_class_init (XybEnterprisePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* id of the enterprise */
  chosen_signal = g_signal_new ("chosen", XYB_TYPE_ENTERPRISE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (XYB_TYPE_ENTERPRISE_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterprisePicker, list);
  gtk_widget_class_bind_template_child (widget_class, XybEnterprisePicker, title);
  gtk_widget_class_bind_template_child (widget_class, XybEnterprisePicker, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, list_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_enterprise_picker_init (XybEnterprisePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_enterprise_picker_new:
 * @parent: the window
 * @office: the office
 * @unit_id: 区镇 to begin with, or 0
 *
 * Returns: (transfer none): the dialog, not yet shown; emits `chosen`
 */
XybEnterprisePicker *
xyb_enterprise_picker_new (GtkWindow *parent, XybOffice *office, gint64 unit_id)
{
  XybEnterprisePicker *self
    = g_object_new (XYB_TYPE_ENTERPRISE_PICKER, "transient-for", parent, NULL);

  xyb_enterprise_list_set_office (self->list, office);
  xyb_enterprise_list_set_district (self->list, unit_id);
  xyb_enterprise_list_grab_search (self->list);
  return self;
}

/**
 * xyb_enterprise_picker_set_title:
 * @self: the dialog
 * @title: what is asked
 * @choose: what the button says
 *
 * Asks in other words than 「选择企业」.
 */
void
xyb_enterprise_picker_set_title (XybEnterprisePicker *self, const char *title, const char *choose)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_PICKER (self));

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  gtk_button_set_label (GTK_BUTTON (self->choose_button), choose);
}

/**
 * xyb_enterprise_picker_refuse:
 * @self: the dialog
 * @id: an enterprise
 *
 * Lets @id be seen, but not chosen.
 */
void
xyb_enterprise_picker_refuse (XybEnterprisePicker *self, gint64 id)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_PICKER (self));

  self->refused_id = id;
}

/**
 * xyb_enterprise_picker_search:
 * @self: the dialog
 * @text: what to begin with
 *
 * Searches at once.
 */
void
xyb_enterprise_picker_search (XybEnterprisePicker *self, const char *text)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_PICKER (self));

  xyb_enterprise_list_search (self->list, text);
}
