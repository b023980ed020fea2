/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-tag.h"

struct _XybTag
{
  GtkBox parent_instance;

  /* template widgets */
  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (XybTag, xyb_tag, GTK_TYPE_BOX)

static void
xyb_tag_class_init (XybTagClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xinyongban/Desk/ui/widgets/xyb-tag.ui");
  gtk_widget_class_bind_template_child (widget_class, XybTag, icon);
  gtk_widget_class_bind_template_child (widget_class, XybTag, label);
}

static void
xyb_tag_init (XybTag *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_tag_new:
 *
 * Returns: (transfer floating): an empty tag
 */
GtkWidget *
xyb_tag_new (void)
{
  return g_object_new (XYB_TYPE_TAG, NULL);
}

/**
 * xyb_tag_set:
 * @self: a tag
 * @css_class: `success`, `warning`, `error`, `accent` or `neutral`
 * @icon_name: its sign
 * @text: its word
 *
 * Shows a state.
 */
void
xyb_tag_set (XybTag *self, const char *css_class, const char *icon_name, const char *text)
{
  const char *classes[] = { "tag", css_class, NULL };

  g_return_if_fail (XYB_IS_TAG (self));

  /* Said again to each row that scrolls by: only what is new is worth a restyle and a measure. */
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), css_class))
    gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  if (g_strcmp0 (gtk_image_get_icon_name (self->icon), icon_name) != 0)
    gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->label, text);
}

/**
 * xyb_tag_keep_whole:
 * @self: a tag
 *
 * Its word is never cut, however little room there is beside it.
 */
void
xyb_tag_keep_whole (XybTag *self)
{
  g_return_if_fail (XYB_IS_TAG (self));

  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_NONE);
}

/**
 * xyb_tag_get_text:
 * @self: a tag
 *
 * Returns: its word
 */
const char *
xyb_tag_get_text (XybTag *self)
{
  g_return_val_if_fail (XYB_IS_TAG (self), NULL);

  return gtk_label_get_label (self->label);
}
