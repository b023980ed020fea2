/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-revision-row.h"

#include "xyb-i18n.h"
#include "xyb-log-query.h"

/* A revision in two lines: what was done; when, by whom, how much. One that was taken back is
 * struck out and says so. */

struct _XybRevisionRow
{
  XybTwoLineRow parent_instance;

  /* owned */
  XybRevisionItem *item;
};

G_DEFINE_FINAL_TYPE (XybRevisionRow, xyb_revision_row, XYB_TYPE_TWO_LINE_ROW)

static void
show_tag (XybTwoLineRow *row, const XybRevision *revision)
{
  const char *word = xyb_revision_kind_name (revision->kind);

  if (revision->undone)
    xyb_two_line_row_set_tag (row, "neutral", "edit-undo-symbolic", _ ("已撤销"));
  else if (revision->kind == XYB_REVISION_EDIT)
    xyb_two_line_row_set_tag (row, "accent", "document-edit-symbolic", word);
  else if (revision->kind == XYB_REVISION_UNDO)
    xyb_two_line_row_set_tag (row, "warning", "edit-undo-symbolic", word);
  else if (revision->kind == XYB_REVISION_REDO)
    xyb_two_line_row_set_tag (row, "success", "edit-redo-symbolic", word);
  else
    xyb_two_line_row_set_tag (row, "neutral", "emblem-system-symbolic", word);
}

static void
update (XybRevisionRow *self)
{
  XybTwoLineRow *row = XYB_TWO_LINE_ROW (self);
  const XybRevision *revision = xyb_revision_item_get_revision (self->item);
  g_autofree char *caption = revision != NULL ? xyb_revision_caption (revision) : NULL;

  xyb_two_line_row_set_lines (row, revision != NULL ? revision->label : NULL, caption);
  xyb_two_line_row_set_struck (row, revision != NULL && revision->undone);
  if (revision != NULL)
    show_tag (row, revision);
  else
    xyb_two_line_row_set_tag (row, NULL, NULL, NULL);
}

static void
item_changed_cb (XybRevisionItem *item, XybRevisionRow *self)
{
  update (self);
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
  G_OBJECT_CLASS (klass)->dispose = xyb_revision_row_dispose;
}

static void
xyb_revision_row_init (XybRevisionRow *self)
{
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
