/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-merge-row.h"

#include "xyb-i18n.h"
#include "xyb-marked-text.h"

struct _XybMergeRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkLabel *name;
  GtkCheckButton *keep;
  GtkLabel *keep_label;
  GtkCheckButton *gone;
  GtkLabel *gone_label;
};

G_DEFINE_FINAL_TYPE (XybMergeRow, xyb_merge_row, GTK_TYPE_LIST_BOX_ROW)

static guint changed_signal;

static void
toggled_cb (GtkCheckButton *button, XybMergeRow *self)
{
  if (gtk_check_button_get_active (button))
    g_signal_emit (self, changed_signal, 0);
}

static void
xyb_merge_row_class_init (XybMergeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = g_signal_new ("changed", XYB_TYPE_MERGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-merge-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybMergeRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybMergeRow, keep);
  gtk_widget_class_bind_template_child (widget_class, XybMergeRow, keep_label);
  gtk_widget_class_bind_template_child (widget_class, XybMergeRow, gone);
  gtk_widget_class_bind_template_child (widget_class, XybMergeRow, gone_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
xyb_merge_row_init (XybMergeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_button (GtkCheckButton *button, const char *name, const char *side, const char *text)
{
  g_autofree char *label = g_strdup_printf (_ ("%s，%s：%s"), name, side, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * xyb_merge_row_new:
 * @name: what is chosen about
 * @keep: what the entry that stays says
 * @gone: what the other says
 * @side: which is chosen
 *
 * Returns: (transfer floating): the row; emits `changed`
 */
XybMergeRow *
xyb_merge_row_new (const char *name, const char *keep, const char *gone, XybMergeSide side)
{
  XybMergeRow *self = g_object_new (XYB_TYPE_MERGE_ROW, NULL);

  gtk_label_set_label (self->name, name);
  xyb_marked_text_show (self->keep_label, self->gone_label, keep, gone);
  name_button (self->keep, name, _ ("保留的"), keep);
  name_button (self->gone, name, _ ("并入的"), gone);
  gtk_check_button_set_active (self->keep, side == XYB_MERGE_SIDE_KEEP);
  gtk_check_button_set_active (self->gone, side == XYB_MERGE_SIDE_GONE);
  return self;
}

/**
 * xyb_merge_row_get_side:
 * @self: a row
 *
 * Returns: which is chosen
 */
XybMergeSide
xyb_merge_row_get_side (XybMergeRow *self)
{
  g_return_val_if_fail (XYB_IS_MERGE_ROW (self), XYB_MERGE_SIDE_OPEN);

  if (gtk_check_button_get_active (self->keep))
    return XYB_MERGE_SIDE_KEEP;
  return gtk_check_button_get_active (self->gone) ? XYB_MERGE_SIDE_GONE : XYB_MERGE_SIDE_OPEN;
}

/**
 * xyb_merge_row_get_button:
 * @self: a row
 * @side: one of the two
 *
 * Returns: (transfer none): its button, for focus and tests
 */
GtkCheckButton *
xyb_merge_row_get_button (XybMergeRow *self, XybMergeSide side)
{
  g_return_val_if_fail (XYB_IS_MERGE_ROW (self), NULL);

  return side == XYB_MERGE_SIDE_GONE ? self->gone : self->keep;
}
