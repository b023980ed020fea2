/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-next-strip.h"

#include "xyb-i18n.h"

struct _XybNextStrip
{
  GtkBox parent_instance;

  /* template widgets */
  GtkImage *icon;
  GtkLabel *sentence;
  GtkLabel *emphasis;
  GtkLabel *detail;
  GtkWidget *copy_button;
  GtkButton *act_button;

  /* owned */
  char *words;
};

G_DEFINE_FINAL_TYPE (XybNextStrip, xyb_next_strip, GTK_TYPE_BOX)

static void
xyb_next_strip_finalize (GObject *object)
{
  g_free (XYB_NEXT_STRIP (object)->words);
  G_OBJECT_CLASS (xyb_next_strip_parent_class)->finalize (object);
}

static void
xyb_next_strip_class_init (XybNextStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_next_strip_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-next-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, XybNextStrip, icon);
  gtk_widget_class_bind_template_child (widget_class, XybNextStrip, sentence);
  gtk_widget_class_bind_template_child (widget_class, XybNextStrip, emphasis);
  gtk_widget_class_bind_template_child (widget_class, XybNextStrip, detail);
  gtk_widget_class_bind_template_child (widget_class, XybNextStrip, copy_button);
  gtk_widget_class_bind_template_child (widget_class, XybNextStrip, act_button);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
xyb_next_strip_init (XybNextStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
icon_of (const XybNextAction *action, XybTrackResult result)
{
  if (action->urgency == XYB_URGENCY_OVERDUE)
    return "xyb-overdue-symbolic";
  if (action->urgency == XYB_URGENCY_NEAR)
    return "alarm-symbolic";
  switch (result)
    {
    case XYB_RESULT_PASSED:
      return "object-select-symbolic";
    case XYB_RESULT_FAILED:
    case XYB_RESULT_REVOKED:
      return "dialog-error-symbolic";
    case XYB_RESULT_OPEN:
    default:
      return "go-next-symbolic";
    }
}

/* Red overdue, yellow near, plain otherwise. */
static void
show_urgency (XybNextStrip *self, const XybNextAction *action, XybTrackResult result)
{
  const char *tint = action->urgency == XYB_URGENCY_OVERDUE ? "error"
                     : action->urgency == XYB_URGENCY_NEAR  ? "warning"
                                                            : "plain";
  const char *classes[] = { "card", "next-strip", tint, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_image_set_from_icon_name (self->icon, icon_of (action, result));
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/**
 * xyb_next_strip_show:
 * @self: the strip
 * @action: what is to be done next
 * @result: what has come of it so far
 * @owes: whether there is something to remind the enterprise of
 * @editable: whether anything can be written
 */
void
xyb_next_strip_show (XybNextStrip *self,
                     const XybNextAction *action,
                     XybTrackResult result,
                     gboolean owes,
                     gboolean editable)
{
  g_autofree char *sentence = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (XYB_IS_NEXT_STRIP (self) && action != NULL);

  show_urgency (self, action, result);
  sentence = g_markup_escape_text (action->sentence, -1);
  markup = action->kind != XYB_ACT_NONE ? g_strdup_printf ("<b>%s</b>%s", _ ("下一步："), sentence)
                                        : g_strdup_printf ("<b>%s</b>", sentence);
  gtk_label_set_markup (self->sentence, markup);
  show_label (self->emphasis, action->emphasis);
  show_label (self->detail, action->detail);
  gtk_widget_set_visible (self->copy_button, owes);
  gtk_widget_set_visible (GTK_WIDGET (self->act_button), action->button != NULL);
  gtk_button_set_label (self->act_button, action->button != NULL ? action->button : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->act_button), editable);
  g_free (self->words);
  self->words = g_strjoin (" ", action->sentence, action->emphasis != NULL ? action->emphasis : "",
                           action->detail != NULL ? action->detail : "", NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words,
                                  -1);
}

/* All it says, as a screen reader says it. */
const char *
xyb_next_strip_get_words (XybNextStrip *self)
{
  g_return_val_if_fail (XYB_IS_NEXT_STRIP (self), NULL);

  return self->words;
}
