/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-revision-row.h"

#include "xyb-i18n.h"
#include "xyb-log-query.h"
#include "xyb-tag.h"

/* A revision in two lines: what was done; when, by whom, how much. One that was taken back is
 * struck out and says so. */

struct _XybRevisionRow
{
  GtkBox parent_instance;

  /* template widgets */
  GtkLabel *name;
  GtkLabel *caption;
  XybTag *tag;

  /* owned */
  XybRevisionItem *item;
};

G_DEFINE_FINAL_TYPE (XybRevisionRow, xyb_revision_row, GTK_TYPE_BOX)

static void
show_tag (XybRevisionRow *self, const XybRevision *revision)
{
  const char *word = xyb_revision_kind_name (revision->kind);

  if (revision->undone)
    xyb_tag_set (self->tag, "neutral", "edit-undo-symbolic", _ ("已撤销"));
  else if (revision->kind == XYB_REVISION_EDIT)
    xyb_tag_set (self->tag, "accent", "document-edit-symbolic", word);
  else if (revision->kind == XYB_REVISION_UNDO)
    xyb_tag_set (self->tag, "warning", "edit-undo-symbolic", word);
  else if (revision->kind == XYB_REVISION_REDO)
    xyb_tag_set (self->tag, "success", "edit-redo-symbolic", word);
  else
    xyb_tag_set (self->tag, "neutral", "emblem-system-symbolic", word);
}

static void
update (XybRevisionRow *self)
{
  const XybRevision *revision = xyb_revision_item_get_revision (self->item);
  g_autofree char *caption = revision != NULL ? xyb_revision_caption (revision) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->tag), revision != NULL);
  gtk_label_set_label (self->name, revision != NULL ? revision->label : "");
  gtk_label_set_label (self->caption, caption != NULL ? caption : "");
  if (revision == NULL)
    return;
  show_tag (self, revision);
  if (revision->undone)
    gtk_widget_add_css_class (GTK_WIDGET (self), "undone");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "undone");
}

static void
item_changed_cb (XybRevisionItem *item, XybRevisionRow *self)
{
  update (self);
}

/* Asked for when the pointer rests: a tooltip set in advance makes GTK ask the X server where the
 * pointer is, for each row that scrolls by. */
static gboolean
xyb_revision_row_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard,
                                GtkTooltip *tooltip)
{
  XybRevisionRow *self = XYB_REVISION_ROW (widget);
  const char *name = gtk_label_get_label (self->name);

  if (*name == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

static void
xyb_revision_row_dispose (GObject *object)
{
  xyb_revision_row_bind (XYB_REVISION_ROW (object), NULL);
  G_OBJECT_CLASS (xyb_revision_row_parent_class)->dispose (object);
}

static void
xyb_revision_row_class_init (XybRevisionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_revision_row_dispose;
  widget_class->query_tooltip = xyb_revision_row_query_tooltip;
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/data/xyb-revision-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybRevisionRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybRevisionRow, caption);
  gtk_widget_class_bind_template_child (widget_class, XybRevisionRow, tag);
}

static void
xyb_revision_row_init (XybRevisionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * xyb_revision_row_new:
 *
 * Returns: (transfer floating): a row without a revision
 */
GtkWidget *
xyb_revision_row_new (void)
{
  return g_object_new (XYB_TYPE_REVISION_ROW, NULL);
}

/**
 * xyb_revision_row_bind:
 * @self: a row
 * @item: (nullable): what to show
 *
 * Shows @item and follows its changes.
 */
void
xyb_revision_row_bind (XybRevisionRow *self, XybRevisionItem *item)
{
  g_return_if_fail (XYB_IS_REVISION_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect (item, "changed", G_CALLBACK (item_changed_cb), self);
  update (self);
}
