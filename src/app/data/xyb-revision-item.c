/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-revision-item.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-moment.h"

struct _XybRevisionItem
{
  GObject parent_instance;

  gint64 id;
  XybRevision *revision; /* owned */
};

G_DEFINE_FINAL_TYPE (XybRevisionItem, xyb_revision_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
xyb_revision_item_finalize (GObject *object)
{
  xyb_revision_free (XYB_REVISION_ITEM (object)->revision);
  G_OBJECT_CLASS (xyb_revision_item_parent_class)->finalize (object);
}

static void
xyb_revision_item_class_init (XybRevisionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_revision_item_finalize;
  changed_signal = g_signal_new ("changed", XYB_TYPE_REVISION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
xyb_revision_item_init (XybRevisionItem *self)
{
}

/**
 * xyb_revision_item_new:
 * @id: of a revision
 *
 * Returns: (transfer full): an item without words, until xyb_revision_item_set()
 */
XybRevisionItem *
xyb_revision_item_new (gint64 id)
{
  XybRevisionItem *self = g_object_new (XYB_TYPE_REVISION_ITEM, NULL);

  self->id = id;
  return self;
}

/**
 * xyb_revision_item_set:
 * @self: an item
 * @revision: what it is now; copied, without its changes
 *
 * An undo strikes it out, a redo brings it back.
 */
void
xyb_revision_item_set (XybRevisionItem *self, const XybRevision *revision)
{
  XybRevision *copy;

  g_return_if_fail (XYB_IS_REVISION_ITEM (self));

  copy = g_new0 (XybRevision, 1);
  *copy = *revision;
  copy->time = g_strdup (revision->time);
  copy->operator_name = g_strdup (revision->operator_name);
  copy->label = g_strdup (revision->label);
  copy->changes = NULL;
  xyb_revision_free (self->revision);
  self->revision = copy;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * xyb_revision_item_get_id:
 * @self: an item
 *
 * Returns: id of the revision
 */
gint64
xyb_revision_item_get_id (XybRevisionItem *self)
{
  g_return_val_if_fail (XYB_IS_REVISION_ITEM (self), 0);

  return self->id;
}

/**
 * xyb_revision_item_get_revision:
 * @self: an item
 *
 * Returns: (nullable): the revision, without its changes; %NULL where it could not be read
 */
const XybRevision *
xyb_revision_item_get_revision (XybRevisionItem *self)
{
  g_return_val_if_fail (XYB_IS_REVISION_ITEM (self), NULL);

  return self->revision;
}

/**
 * xyb_revision_caption:
 * @revision: a revision
 *
 * Returns: (transfer full): 今天 15:42 · 李示例 · 3 条记录
 */
char *
xyb_revision_caption (const XybRevision *revision)
{
  g_autofree char *today = xyb_date_today ();
  g_autofree char *when = xyb_moment_words (revision->time, today);
  g_autoptr (GString) text = g_string_new (when);

  if (revision->operator_name != NULL && *revision->operator_name != '\0')
    g_string_append_printf (text, " · %s", revision->operator_name);
  if (revision->records > 0)
    {
      g_autofree char *records = g_strdup_printf (_ ("%" PRId64 " 条记录"), revision->records);

      g_string_append_printf (text, " · %s", records);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
