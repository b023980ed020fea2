/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-table-view.h"

#include "xyb-i18n.h"

struct _XybTrackTableView
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *heads[XYB_N_TRACK_COLUMNS];
  GtkWidget *scrolled;
  GtkWidget *list;

  XybTrackOrder order;
  gboolean down;
};

G_DEFINE_FINAL_TYPE (XybTrackTableView, xyb_track_table_view, GTK_TYPE_WIDGET)

/* ---- heads ---- */

static void
show_order (XybTrackTableView *self)
{
  for (XybTrackColumn i = 0; i < XYB_N_TRACK_COLUMNS; i++)
    {
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->heads[i]));
      GtkWidget *sign = gtk_widget_get_last_child (box);
      gboolean here = xyb_track_column_order (i) == self->order;
      g_autofree char *words
        = g_strdup_printf (here && !self->down ? _ ("按%s倒过来排") : _ ("按%s排列"),
                           xyb_track_column_name (i));

      gtk_image_set_from_icon_name (GTK_IMAGE (sign),
                                    self->down ? "pan-down-symbolic" : "pan-up-symbolic");
      gtk_widget_set_visible (sign, here);
      gtk_widget_set_tooltip_text (self->heads[i], words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->heads[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}

/**
 * xyb_track_table_view_order:
 * @self: the table
 * @column: whose head is pressed
 *
 * Orders by it; the other way round where it was ordered by it already.
 */
void
xyb_track_table_view_order (XybTrackTableView *self, XybTrackColumn column)
{
  XybTrackOrder order = xyb_track_column_order (column);

  g_return_if_fail (XYB_IS_TRACK_TABLE_VIEW (self));

  self->down = order == self->order && !self->down;
  self->order = order;
  show_order (self);
  g_signal_emit_by_name (self, "ordered");
}

static void
head_clicked_cb (GtkButton *button, XybTrackTableView *self)
{
  for (XybTrackColumn i = 0; i < XYB_N_TRACK_COLUMNS; i++)
    if (self->heads[i] == GTK_WIDGET (button))
      xyb_track_table_view_order (self, i);
}

static void
add_head (XybTrackTableView *self, XybTrackColumn column)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (xyb_track_column_name (column));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "track-table-head");
  g_signal_connect (button, "clicked", G_CALLBACK (head_clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->heads[column] = button;
}

/* ---- the widget ---- */

static int
head_height (XybTrackTableView *self)
{
  int height = 0;

  gtk_widget_measure (self->heads[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static void
xyb_track_table_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  XybTrackTableView *self = XYB_TRACK_TABLE_VIEW (widget);

  gtk_widget_measure (self->scrolled, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += head_height (self);
      *natural += head_height (self);
    }
}

/* A head begins where its column begins, its own padding included. */
static void
xyb_track_table_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  XybTrackTableView *self = XYB_TRACK_TABLE_VIEW (widget);
  XybTrackCell cells[XYB_N_TRACK_COLUMNS];
  int top = head_height (self);

  xyb_track_columns_place (width, xyb_track_list_get_em (XYB_TRACK_LIST (self->list)), cells);
  for (XybTrackColumn i = 0; i < XYB_N_TRACK_COLUMNS; i++)
    {
      GtkAllocation place
        = { cells[i].x - XYB_TRACK_CELL_GAP / 2, 0, cells[i].width + XYB_TRACK_CELL_GAP, top };

      gtk_widget_set_child_visible (self->heads[i], cells[i].width > 0);
      if (cells[i].width > 0)
        {
          gtk_widget_measure (self->heads[i], GTK_ORIENTATION_HORIZONTAL, top, NULL, NULL, NULL,
                              NULL);
          gtk_widget_size_allocate (self->heads[i], &place, -1);
        }
    }
  gtk_widget_size_allocate (self->scrolled,
                            &(GtkAllocation){ 0, top, width, MAX (0, height - top) }, -1);
}

static void
xyb_track_table_view_dispose (GObject *object)
{
  XybTrackTableView *self = XYB_TRACK_TABLE_VIEW (object);

  for (XybTrackColumn i = 0; i < XYB_N_TRACK_COLUMNS; i++)
    g_clear_pointer (&self->heads[i], gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (xyb_track_table_view_parent_class)->dispose (object);
}

static void
xyb_track_table_view_class_init (XybTrackTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_track_table_view_dispose;
  widget_class->measure = xyb_track_table_view_measure;
  widget_class->size_allocate = xyb_track_table_view_size_allocate;
  g_signal_new ("opened", XYB_TYPE_TRACK_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);
  g_signal_new ("ordered", XYB_TYPE_TRACK_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
xyb_track_table_view_init (XybTrackTableView *self)
{
  for (XybTrackColumn i = 0; i < XYB_N_TRACK_COLUMNS; i++)
    add_head (self, i);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  show_order (self);
}

static void
opened_cb (XybTrackList *list, gint64 id, XybTrackTableView *self)
{
  g_signal_emit_by_name (self, "opened", id);
}

/**
 * xyb_track_table_view_new:
 * @selection: who is selected
 *
 * Returns: (transfer floating): an empty table, in official order
 */
GtkWidget *
xyb_track_table_view_new (XybTrackSelection *selection)
{
  XybTrackTableView *self = g_object_new (XYB_TYPE_TRACK_TABLE_VIEW, NULL);

  self->list = xyb_track_list_new (XYB_TRACK_LIST_ROWS, selection, _ ("企业"));
  g_signal_connect (self->list, "opened", G_CALLBACK (opened_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  return GTK_WIDGET (self);
}

/**
 * xyb_track_table_view_show:
 * @self: the table
 * @book: everyone on the track
 * @lines: (element-type XybTrackLine): which of them, in order
 */
void
xyb_track_table_view_show (XybTrackTableView *self, XybTrackBook *book, GPtrArray *lines)
{
  g_return_if_fail (XYB_IS_TRACK_TABLE_VIEW (self));

  xyb_track_list_show (XYB_TRACK_LIST (self->list), book, lines);
}

/**
 * xyb_track_table_view_get_order:
 * @self: the table
 * @out_down: (out): whether it goes the other way round
 *
 * Returns: what it is ordered by
 */
XybTrackOrder
xyb_track_table_view_get_order (XybTrackTableView *self, gboolean *out_down)
{
  g_return_val_if_fail (XYB_IS_TRACK_TABLE_VIEW (self), XYB_TRACK_BY_DISTRICT);

  *out_down = self->down;
  return self->order;
}

/**
 * xyb_track_table_view_get_list:
 * @self: the table
 *
 * Returns: (transfer none): its rows
 */
XybTrackList *
xyb_track_table_view_get_list (XybTrackTableView *self)
{
  g_return_val_if_fail (XYB_IS_TRACK_TABLE_VIEW (self), NULL);

  return XYB_TRACK_LIST (self->list);
}
