/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-objection-item.h"

#include "xyb-i18n.h"

struct _XybObjectionItem
{
  GObject parent_instance;

  char *name;
  char *sentence;
  gboolean refused;
};

G_DEFINE_FINAL_TYPE (XybObjectionItem, xyb_objection_item, G_TYPE_OBJECT)

static void
xyb_objection_item_finalize (GObject *object)
{
  XybObjectionItem *self = XYB_OBJECTION_ITEM (object);

  g_free (self->name);
  g_free (self->sentence);
  G_OBJECT_CLASS (xyb_objection_item_parent_class)->finalize (object);
}

static void
xyb_objection_item_class_init (XybObjectionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_objection_item_finalize;
}

static void
xyb_objection_item_init (XybObjectionItem *self)
{
}

/**
 * xyb_objection_item_new:
 * @name: of the enterprise
 * @sentence: what speaks against it
 * @refused: whether it cannot be moved at all
 *
 * Returns: (transfer full): the item
 */
XybObjectionItem *
xyb_objection_item_new (const char *name, const char *sentence, gboolean refused)
{
  XybObjectionItem *self = g_object_new (XYB_TYPE_OBJECTION_ITEM, NULL);

  self->name = g_strdup (name);
  self->sentence = g_strdup (sentence);
  self->refused = refused;
  return self;
}

/* ---- its row ---- */

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), label_new (NULL));
  gtk_box_append (GTK_BOX (words), label_new ("secondary"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "caption");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (list_item, row);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const XybObjectionItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *icon = gtk_widget_get_first_child (row);
  GtkWidget *words = gtk_widget_get_last_child (row);
  GtkWidget *name = gtk_widget_get_first_child (words);
  const char *classes[] = { item->refused ? "loss" : "near", NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), item->refused ? "dialog-error-symbolic"
                                                                : "dialog-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->refused ? _ ("不能登记") : _ ("要写明理由"), -1);
  gtk_widget_set_css_classes (icon, classes);
  gtk_label_set_label (GTK_LABEL (name), item->name);
  gtk_widget_set_visible (name, *item->name != '\0');
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (words)), item->sentence);
}

/**
 * xyb_objection_factory_new:
 *
 * Returns: (transfer full): rows of #XybObjectionItem
 */
GtkListItemFactory *
xyb_objection_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
