/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-card-list.h"

#include "xyb-tag.h"

struct _XybCardList
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *note;
  AdwBin *end;
  GtkListBox *list;

  int focused; /* place of the row the cursor was in before the rows were taken away, or -1 */
};

G_DEFINE_FINAL_TYPE (XybCardList, xyb_card_list, GTK_TYPE_BOX)

#define ID_KEY "xyb-card-row-id"

enum
{
  SIGNAL_ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, XybCardList *self)
{
  g_signal_emit (self, signals[SIGNAL_ROW_ACTIVATED], 0, row);
}

static void
xyb_card_list_class_init (XybCardListClass *klass)
{
  signals[SIGNAL_ROW_ACTIVATED]
    = g_signal_new ("row-activated", XYB_TYPE_CARD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, GTK_TYPE_LIST_BOX_ROW);
}

static void
xyb_card_list_init (XybCardList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->note = GTK_LABEL (gtk_label_new (NULL));
  self->end = ADW_BIN (adw_bin_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (head, "pane-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_xalign (self->note, 1);
  gtk_label_set_ellipsize (self->note, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->note), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "numeric");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->end));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "card-list");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * xyb_card_list_new:
 * @title: its heading
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
xyb_card_list_new (const char *title)
{
  XybCardList *self = g_object_new (XYB_TYPE_CARD_LIST, NULL);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * xyb_card_list_set_note:
 * @self: a card
 * @note: (nullable): at the end of its heading: 符合 5 · 待核 1
 */
void
xyb_card_list_set_note (XybCardList *self, const char *note)
{
  g_return_if_fail (XYB_IS_CARD_LIST (self));

  gtk_label_set_label (self->note, note != NULL ? note : "");
}

/**
 * xyb_card_list_set_end:
 * @self: a card
 * @widget: (nullable): a button at the end of its heading
 */
void
xyb_card_list_set_end (XybCardList *self, GtkWidget *widget)
{
  g_return_if_fail (XYB_IS_CARD_LIST (self));

  adw_bin_set_child (self->end, widget);
}

static int
focused_place (XybCardList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
                     ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
                     : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/**
 * xyb_card_list_begin:
 * @self: a card
 *
 * Takes all its rows away, to be filled anew until xyb_card_list_end().
 */
void
xyb_card_list_begin (XybCardList *self)
{
  GtkWidget *child;

  g_return_if_fail (XYB_IS_CARD_LIST (self));

  self->focused = focused_place (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

/**
 * xyb_card_list_add:
 * @self: a card
 * @title: first line
 * @caption: (nullable): second, small one
 * @id: of what it shows, or 0
 *
 * Returns: (transfer none): the row
 */
AdwActionRow *
xyb_card_list_add (XybCardList *self, const char *title, const char *caption, gint64 id)
{
  GtkWidget *row;

  g_return_val_if_fail (XYB_IS_CARD_LIST (self), NULL);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), caption != NULL ? caption : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (self->list, row);
  return ADW_ACTION_ROW (row);
}

/**
 * xyb_card_list_end:
 * @self: a card
 *
 * What was done from a row must not throw the cursor out of the card.
 */
void
xyb_card_list_end (XybCardList *self)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (XYB_IS_CARD_LIST (self));

  for (int i = self->focused; i >= 0 && row == NULL; i--)
    row = gtk_list_box_get_row_at_index (self->list, i);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->focused = -1;
}

const char *
xyb_card_list_get_note (XybCardList *self)
{
  g_return_val_if_fail (XYB_IS_CARD_LIST (self), NULL);

  return gtk_label_get_label (self->note);
}

GtkListBox *
xyb_card_list_get_list (XybCardList *self)
{
  g_return_val_if_fail (XYB_IS_CARD_LIST (self), NULL);

  return self->list;
}

/* The id it was made with; 0 for a row of another kind. */
gint64
xyb_card_row_get_id (GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), ID_KEY);

  return id != NULL ? *id : 0;
}

/**
 * xyb_card_row_add_tag:
 * @row: a row
 * @css_class: as for xyb_tag_set()
 * @icon_name: its sign
 * @word: its word
 *
 * Returns: (transfer none): the tag at its end
 */
GtkWidget *
xyb_card_row_add_tag (AdwActionRow *row,
                      const char *css_class,
                      const char *icon_name,
                      const char *word)
{
  GtkWidget *tag = xyb_tag_new ();

  xyb_tag_set (XYB_TAG (tag), css_class, icon_name, word);
  xyb_tag_keep_whole (XYB_TAG (tag));
  adw_action_row_add_suffix (row, tag);
  return tag;
}
