/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-board.h"

#include "xyb-i18n.h"

/* A stage nobody stands at is as wide as its name needs: the room is for those that have cards. */
#define EMPTY_EM 6
#define FULL_EM 10

struct _XybTrackBoard
{
  AdwBin parent_instance;

  /* of the widget tree */
  GtkWidget *scrolled;
  GtkBox *columns;

  /* owned */
  XybTrackSelection *selection;
  GArray *stage_ids; /* of gint64: as the columns are */
  GPtrArray *lists;  /* of XybTrackList, borrowed of the tree */
  GPtrArray *heads;  /* of GtkLabel: the counts, borrowed */
};

G_DEFINE_FINAL_TYPE (XybTrackBoard, xyb_track_board, ADW_TYPE_BIN)

/* ---- from column to column ---- */

static void
opened_cb (XybTrackList *list, gint64 id, XybTrackBoard *self)
{
  g_signal_emit_by_name (self, "opened", id);
}

/* The next one that way that has cards, at the same height. */
static void
beside_cb (XybTrackList *list, int step, XybTrackBoard *self)
{
  guint index = 0;

  if (!g_ptr_array_find (self->lists, list, &index))
    return;
  for (int i = (int) index + step; i >= 0 && i < (int) self->lists->len; i += step)
    {
      XybTrackList *other = self->lists->pdata[i];

      if (xyb_track_list_get_n (other) == 0)
        continue;
      xyb_track_list_set_cursor (other, xyb_track_list_get_cursor (list));
      gtk_widget_grab_focus (GTK_WIDGET (other));
      return;
    }
}

/**
 * xyb_track_board_drop:
 * @self: the board
 * @index: a column
 *
 * What letting go of the dragged cards over it does.
 */
void
xyb_track_board_drop (XybTrackBoard *self, guint index)
{
  g_return_if_fail (XYB_IS_TRACK_BOARD (self) && index < self->stage_ids->len);

  g_signal_emit_by_name (self, "dropped", g_array_index (self->stage_ids, gint64, index));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, XybTrackBoard *self)
{
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
       child != NULL && child != column; child = gtk_widget_get_next_sibling (child))
    index++;
  xyb_track_board_drop (self, index);
  return TRUE;
}

/* ---- columns ---- */

static GtkWidget *
head_new (XybTrackBoard *self, const char *name)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (title, name);
  gtk_widget_add_css_class (title, "strong");
  gtk_widget_add_css_class (count, "secondary");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_valign (count, GTK_ALIGN_START);
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_widget_add_css_class (head, "track-head");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), count);
  g_ptr_array_add (self->heads, count);
  return head;
}

static void
add_column (XybTrackBoard *self, const XybPlanStage *stage)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = xyb_track_list_new (XYB_TRACK_LIST_CARDS, self->selection, stage->name);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkDropTarget *target = gtk_drop_target_new (XYB_TYPE_TRACK_SELECTION, GDK_ACTION_MOVE);

  gtk_widget_add_css_class (column, "track-column");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (column), head_new (self, stage->name));
  gtk_box_append (GTK_BOX (column), scrolled);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (target));
  g_signal_connect (list, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect (list, "beside", G_CALLBACK (beside_cb), self);
  gtk_box_append (self->columns, column);
  g_ptr_array_add (self->lists, list);
  g_array_append_val (self->stage_ids, stage->id);
}

static gboolean
has_columns_of (XybTrackBoard *self, const XybTrackBook *book)
{
  GtkWidget *column = gtk_widget_get_first_child (GTK_WIDGET (self->columns));

  if (self->stage_ids->len != book->stages->len)
    return FALSE;
  for (guint i = 0; i < book->stages->len; i++, column = gtk_widget_get_next_sibling (column))
    {
      const XybPlanStage *stage = book->stages->pdata[i];
      GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (column));

      if (g_array_index (self->stage_ids, gint64, i) != stage->id
          || g_strcmp0 (gtk_label_get_label (GTK_LABEL (title)), stage->name) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
make_columns (XybTrackBoard *self, const XybTrackBook *book)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_box_remove (self->columns, child);
  g_ptr_array_set_size (self->lists, 0);
  g_ptr_array_set_size (self->heads, 0);
  g_array_set_size (self->stage_ids, 0);
  for (guint i = 0; i < book->stages->len; i++)
    add_column (self, book->stages->pdata[i]);
}

static void
show_column (XybTrackBoard *self, guint index, XybTrackBook *book, GPtrArray *lines)
{
  XybTrackList *list = self->lists->pdata[index];
  GtkWidget *scrolled = gtk_widget_get_parent (GTK_WIDGET (list));
  GtkWidget *column = gtk_widget_get_parent (scrolled);
  GtkLabel *title = GTK_LABEL (gtk_widget_get_first_child (gtk_widget_get_first_child (column)));
  gboolean full = lines->len > 0;
  g_autofree char *count = g_strdup_printf ("%u", lines->len);

  gtk_label_set_label (self->heads->pdata[index], count);
  gtk_widget_set_visible (scrolled, full);
  gtk_widget_set_hexpand (column, full);
  gtk_widget_set_size_request (column, (full ? FULL_EM : EMPTY_EM) * xyb_track_list_get_em (list),
                               -1);
  /* A name that is wider than its empty column stands on two lines. */
  gtk_label_set_wrap (title, !full);
  gtk_label_set_lines (title, full ? 1 : 2);
  (full ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (column, "empty");
  xyb_track_list_show (list, book, lines);
}

/**
 * xyb_track_board_show:
 * @self: the board
 * @book: everyone on the track
 * @lines: (element-type XybTrackLine): which of them, in order
 */
void
xyb_track_board_show (XybTrackBoard *self, XybTrackBook *book, const GPtrArray *lines)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_return_if_fail (XYB_IS_TRACK_BOARD (self) && book != NULL && lines != NULL);

  if (!has_columns_of (self, book))
    make_columns (self, book);
  for (guint i = 0; i < book->stages->len; i++)
    g_ptr_array_add (parts, g_ptr_array_new ());
  for (guint i = 0; i < lines->len; i++)
    {
      XybTrackLine *line = lines->pdata[i];
      int place = MAX (xyb_track_book_place_of (book, line->stage), 0);

      if (parts->len > 0)
        g_ptr_array_add (parts->pdata[place], line);
    }
  for (guint i = 0; i < parts->len; i++)
    show_column (self, i, book, parts->pdata[i]);
}

/**
 * xyb_track_board_get_n_columns:
 * @self: the board
 *
 * Returns: how many stages there are
 */
guint
xyb_track_board_get_n_columns (XybTrackBoard *self)
{
  g_return_val_if_fail (XYB_IS_TRACK_BOARD (self), 0);

  return self->lists->len;
}

/**
 * xyb_track_board_get_column:
 * @self: the board
 * @index: which stage
 *
 * Returns: (transfer none): its cards
 */
XybTrackList *
xyb_track_board_get_column (XybTrackBoard *self, guint index)
{
  g_return_val_if_fail (XYB_IS_TRACK_BOARD (self) && index < self->lists->len, NULL);

  return self->lists->pdata[index];
}

/**
 * xyb_track_board_go_to:
 * @self: the board
 * @enterprise_id: an enterprise
 *
 * Returns: whether it has a card; the cursor is there then
 */
gboolean
xyb_track_board_go_to (XybTrackBoard *self, gint64 enterprise_id)
{
  g_return_val_if_fail (XYB_IS_TRACK_BOARD (self), FALSE);

  for (guint i = 0; i < self->lists->len; i++)
    if (xyb_track_list_go_to (self->lists->pdata[i], enterprise_id))
      {
        gtk_widget_grab_focus (self->lists->pdata[i]);
        return TRUE;
      }
  return FALSE;
}

/**
 * xyb_track_board_grab:
 * @self: the board
 *
 * Returns: whether the keyboard is in its first column with cards now
 */
gboolean
xyb_track_board_grab (XybTrackBoard *self)
{
  g_return_val_if_fail (XYB_IS_TRACK_BOARD (self), FALSE);

  for (guint i = 0; i < self->lists->len; i++)
    if (xyb_track_list_get_n (self->lists->pdata[i]) > 0)
      return gtk_widget_grab_focus (self->lists->pdata[i]);
  return FALSE;
}

/* ---- the widget ---- */

static void
xyb_track_board_dispose (GObject *object)
{
  XybTrackBoard *self = XYB_TRACK_BOARD (object);

  g_clear_object (&self->selection);
  G_OBJECT_CLASS (xyb_track_board_parent_class)->dispose (object);
}

static void
xyb_track_board_finalize (GObject *object)
{
  XybTrackBoard *self = XYB_TRACK_BOARD (object);

  g_array_unref (self->stage_ids);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->heads);
  G_OBJECT_CLASS (xyb_track_board_parent_class)->finalize (object);
}

static void
xyb_track_board_class_init (XybTrackBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_track_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_track_board_finalize;
  g_signal_new ("opened", XYB_TYPE_TRACK_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_INT64);
  g_signal_new ("dropped", XYB_TYPE_TRACK_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
xyb_track_board_init (XybTrackBoard *self)
{
  self->stage_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lists = g_ptr_array_new ();
  self->heads = g_ptr_array_new ();
  self->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->columns));
  gtk_widget_add_css_class (GTK_WIDGET (self->columns), "track-board");
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}

/**
 * xyb_track_board_new:
 * @selection: who is selected
 *
 * Returns: (transfer floating): an empty board
 */
GtkWidget *
xyb_track_board_new (XybTrackSelection *selection)
{
  XybTrackBoard *self = g_object_new (XYB_TYPE_TRACK_BOARD, NULL);

  self->selection = g_object_ref (selection);
  return GTK_WIDGET (self);
}
