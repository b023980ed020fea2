/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-nothing.h"

#include "xyb-i18n.h"
#include "xyb-text.h"

struct _XybEnterpriseNothing
{
  AdwBin parent_instance;

  /* template widgets */
  AdwStatusPage *page;
  GtkWidget *clear_button;
  GtkButton *new_button;

  /* owned */
  char *text;
};

G_DEFINE_FINAL_TYPE (XybEnterpriseNothing, xyb_enterprise_nothing, ADW_TYPE_BIN)

enum
{
  SIGNAL_CLEAR_WANTED,
  SIGNAL_NEW_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_clicked_cb (GtkButton *button, XybEnterpriseNothing *self)
{
  g_signal_emit (self, signals[SIGNAL_CLEAR_WANTED], 0);
}

static void
new_clicked_cb (GtkButton *button, XybEnterpriseNothing *self)
{
  g_signal_emit (self, signals[SIGNAL_NEW_WANTED], 0, self->text);
}

static char *
describe (const char *text, const char *filters, gboolean offers_new)
{
  if (*text != '\0' && *filters != '\0')
    return g_strdup_printf (_ ("筛选“%s”里没有“%s”，请去掉筛选再找。"), filters, text);
  if (*text != '\0')
    return g_strdup_printf (offers_new ? _ ("册里没有“%s”，换一个词再找，或者新建。")
                                       : _ ("册里没有“%s”，换一个词再找。"),
                            text);
  if (*filters != '\0')
    return g_strdup_printf (_ ("没有符合“%s”的企业。"), filters);
  return g_strdup (_ ("先录入一家企业，以后在这里找。"));
}

/**
 * xyb_enterprise_nothing_set:
 * @self: the widget
 * @text: what was searched for, perhaps ""
 * @filters: what was filtered by, perhaps ""
 * @offers_new: whether an enterprise can be added here
 *
 * Says why there is nothing to see.
 */
void
xyb_enterprise_nothing_set (XybEnterpriseNothing *self,
                            const char *text,
                            const char *filters,
                            gboolean offers_new)
{
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *label = NULL;
  gboolean narrowed;

  g_return_if_fail (XYB_IS_ENTERPRISE_NOTHING (self));

  g_free (self->text);
  self->text = xyb_text_normalise (text);
  narrowed = *self->text != '\0' || *filters != '\0';
  sentence = describe (self->text, filters, offers_new);
  escaped = g_markup_escape_text (sentence, -1);
  label = *self->text != '\0' ? g_strdup_printf (_ ("新建“%s”"), self->text)
                              : g_strdup (_ ("新建企业"));
  adw_status_page_set_title (self->page, narrowed ? _ ("没有找到") : _ ("还没有企业"));
  adw_status_page_set_description (self->page, escaped);
  gtk_widget_set_visible (self->clear_button, narrowed);
  gtk_button_set_label (self->new_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button),
                          offers_new && (*self->text != '\0' || !narrowed));
}

static void
xyb_enterprise_nothing_finalize (GObject *object)
{
  g_free (XYB_ENTERPRISE_NOTHING (object)->text);
  G_OBJECT_CLASS (xyb_enterprise_nothing_parent_class)->finalize (object);
}

static void
xyb_enterprise_nothing_class_init (XybEnterpriseNothingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_enterprise_nothing_finalize;
  signals[SIGNAL_CLEAR_WANTED]
    = g_signal_new ("clear-wanted", XYB_TYPE_ENTERPRISE_NOTHING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  /* what was searched for */
  signals[SIGNAL_NEW_WANTED]
    = g_signal_new ("new-wanted", XYB_TYPE_ENTERPRISE_NOTHING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-nothing.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseNothing, page);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseNothing, clear_button);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseNothing, new_button);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
}

static void
xyb_enterprise_nothing_init (XybEnterpriseNothing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
