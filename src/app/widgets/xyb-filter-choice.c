/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-filter-choice.h"

/* ---- the button ---- */

static void
setup_button_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_button_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, const char *word)
{
  GtkStringObject *string = gtk_list_item_get_item (list_item);
  gboolean all = gtk_list_item_get_position (list_item) == 0;

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       all && word != NULL ? word : gtk_string_object_get_string (string));
}

/* ---- the list: as GTK's own, with a tick at the one chosen ---- */

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_list_item_set_child (list_item, box);
}

static void
update_tick (GtkListItem *list_item, GtkDropDown *drop_down)
{
  GtkWidget *tick = gtk_widget_get_last_child (gtk_list_item_get_child (list_item));

  gtk_widget_set_opacity (tick, gtk_list_item_get_position (list_item)
                                  == gtk_drop_down_get_selected (drop_down));
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, GtkListItem *list_item)
{
  update_tick (list_item, drop_down);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, GtkDropDown *drop_down)
{
  GtkStringObject *string = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (string));
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), list_item);
  update_tick (list_item, drop_down);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, GtkDropDown *drop_down)
{
  g_signal_handlers_disconnect_by_func (drop_down, selected_cb, list_item);
}

/* ---- what is chosen ---- */

static void
mark_cb (GtkDropDown *drop_down, GParamSpec *pspec, gpointer data)
{
  if (gtk_drop_down_get_selected (drop_down) > 0)
    gtk_widget_add_css_class (GTK_WIDGET (drop_down), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (drop_down), "active");
}

/**
 * xyb_filter_choice_init:
 * @drop_down: a drop-down of strings
 * @word: (nullable): a static word for the button while nothing is filtered
 *
 * Makes it a filter.
 */
void
xyb_filter_choice_init (GtkDropDown *drop_down, const char *word)
{
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (button, "setup", G_CALLBACK (setup_button_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_button_cb), (gpointer) word);
  g_signal_connect (list, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (list, "bind", G_CALLBACK (bind_row_cb), drop_down, 0);
  g_signal_connect_object (list, "unbind", G_CALLBACK (unbind_row_cb), drop_down, 0);
  gtk_drop_down_set_factory (drop_down, button);
  gtk_drop_down_set_list_factory (drop_down, list);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (mark_cb), NULL);
}

/**
 * xyb_filter_choice_set_strings:
 * @drop_down: a filter
 * @strings: its choices, “all” first
 *
 * Takes over @strings; the same place stays chosen. Nothing happens where they are the same.
 */
void
xyb_filter_choice_set_strings (GtkDropDown *drop_down, GtkStringList *strings)
{
  GListModel *old = gtk_drop_down_get_model (drop_down);
  guint selected = gtk_drop_down_get_selected (drop_down);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (strings));
  gboolean same = old != NULL && g_list_model_get_n_items (old) == n;

  for (guint i = 0; same && i < n; i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (old), i),
                        gtk_string_list_get_string (strings, i));
  if (same)
    return;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (strings));
  gtk_drop_down_set_selected (drop_down, selected < n ? selected : 0);
}
