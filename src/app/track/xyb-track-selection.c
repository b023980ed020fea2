/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-selection.h"

#include "xyb-track-line.h"

struct _XybTrackSelection
{
  GObject parent_instance;

  GHashTable *ids; /* of gint64 * */
};

G_DEFINE_FINAL_TYPE (XybTrackSelection, xyb_track_selection, G_TYPE_OBJECT)

static guint changed_signal;

static void
xyb_track_selection_finalize (GObject *object)
{
  g_hash_table_unref (XYB_TRACK_SELECTION (object)->ids);
  G_OBJECT_CLASS (xyb_track_selection_parent_class)->finalize (object);
}

static void
xyb_track_selection_class_init (XybTrackSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_track_selection_finalize;
  changed_signal = g_signal_new ("changed", XYB_TYPE_TRACK_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
xyb_track_selection_init (XybTrackSelection *self)
{
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * xyb_track_selection_new:
 *
 * Returns: (transfer full): nobody selected
 */
XybTrackSelection *
xyb_track_selection_new (void)
{
  return g_object_new (XYB_TYPE_TRACK_SELECTION, NULL);
}

static gboolean
put (XybTrackSelection *self, gint64 id, gboolean selected)
{
  return selected ? g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id))
                  : g_hash_table_remove (self->ids, &id);
}

/**
 * xyb_track_selection_get_n:
 * @self: a selection
 *
 * Returns: how many are selected
 */
guint
xyb_track_selection_get_n (XybTrackSelection *self)
{
  return g_hash_table_size (self->ids);
}

/**
 * xyb_track_selection_contains:
 * @self: a selection
 * @id: an enterprise
 *
 * Returns: whether it is selected
 */
gboolean
xyb_track_selection_contains (XybTrackSelection *self, gint64 id)
{
  return g_hash_table_contains (self->ids, &id);
}

/**
 * xyb_track_selection_set:
 * @self: a selection
 * @id: an enterprise
 * @selected: whether it shall be
 */
void
xyb_track_selection_set (XybTrackSelection *self, gint64 id, gboolean selected)
{
  if (put (self, id, selected))
    g_signal_emit (self, changed_signal, 0);
}

/**
 * xyb_track_selection_clear:
 * @self: a selection
 *
 * Selects nobody.
 */
void
xyb_track_selection_clear (XybTrackSelection *self)
{
  if (g_hash_table_size (self->ids) == 0)
    return;
  g_hash_table_remove_all (self->ids);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * xyb_track_selection_add_lines:
 * @self: a selection
 * @lines: (element-type XybTrackLine): a list
 * @first: place in it
 * @last: place in it, not before @first
 * @alone: nobody else stays selected
 *
 * Selects a stretch of the list.
 */
void
xyb_track_selection_add_lines (XybTrackSelection *self,
                               const GPtrArray *lines,
                               guint first,
                               guint last,
                               gboolean alone)
{
  if (alone)
    g_hash_table_remove_all (self->ids);
  for (guint i = first; i <= last && i < lines->len; i++)
    put (self, ((XybTrackLine *) lines->pdata[i])->enterprise_id, TRUE);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * xyb_track_selection_retain:
 * @self: a selection
 * @lines: (element-type XybTrackLine): everyone there is now
 *
 * Who is gone is not selected any more.
 */
void
xyb_track_selection_retain (XybTrackSelection *self, const GPtrArray *lines)
{
  g_autoptr (GArray) kept = xyb_track_selection_list (self, lines);

  if (kept->len == g_hash_table_size (self->ids))
    return;
  g_hash_table_remove_all (self->ids);
  for (guint i = 0; i < kept->len; i++)
    put (self, g_array_index (kept, gint64, i), TRUE);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * xyb_track_selection_list:
 * @self: a selection
 * @lines: (element-type XybTrackLine): a list
 *
 * Returns: (transfer full) (element-type gint64): the selected ones of it, in its order
 */
GArray *
xyb_track_selection_list (XybTrackSelection *self, const GPtrArray *lines)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < lines->len && g_hash_table_size (self->ids) > 0; i++)
    {
      gint64 id = ((XybTrackLine *) lines->pdata[i])->enterprise_id;

      if (g_hash_table_contains (self->ids, &id))
        g_array_append_val (ids, id);
    }
  return ids;
}
