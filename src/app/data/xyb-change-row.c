/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-change-row.h"

#include "xyb-i18n.h"

/* ---- a line as an object ---- */

struct _XybChangeItem
{
  GObject parent_instance;

  const char *table_name;
  gint64 record_id;
  char operation;
  gboolean head;
  gboolean can_go;
  char *table;
  char *record;
  char *field;
  char *old_value;
  char *new_value;
};

G_DEFINE_FINAL_TYPE (XybChangeItem, xyb_change_item, G_TYPE_OBJECT)

static void
xyb_change_item_finalize (GObject *object)
{
  XybChangeItem *self = XYB_CHANGE_ITEM (object);

  g_free (self->table);
  g_free (self->record);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  G_OBJECT_CLASS (xyb_change_item_parent_class)->finalize (object);
}

static void
xyb_change_item_class_init (XybChangeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_change_item_finalize;
}

static void
xyb_change_item_init (XybChangeItem *self)
{
}

/**
 * xyb_change_item_new:
 * @change: a change; copied
 * @head: whether it is the line that names the record
 * @can_go: whether the record is still there to go to
 *
 * Returns: (transfer full): the line
 */
XybChangeItem *
xyb_change_item_new (const XybChange *change, gboolean head, gboolean can_go)
{
  XybChangeItem *self = g_object_new (XYB_TYPE_CHANGE_ITEM, NULL);

  self->table_name = change->table_name;
  self->record_id = change->record_id;
  self->operation = change->operation;
  self->head = head;
  self->can_go = can_go;
  self->table = g_strdup (change->table);
  self->record = g_strdup (change->record);
  self->field = g_strdup (change->field);
  self->old_value = g_strdup (change->old_value);
  self->new_value = g_strdup (change->new_value);
  return self;
}

/* ---- the row ---- */

struct _XybChangeRow
{
  GtkBox parent_instance;

  /* template widgets */
  GtkWidget *head;
  GtkLabel *record;
  GtkLabel *table;
  GtkWidget *go_button;
  GtkWidget *body;
  GtkLabel *field;
  GtkLabel *old_value;
  GtkLabel *new_value;
  GtkWidget *arrow;

  XybChangeItem *item; /* borrowed from the list item */
};

G_DEFINE_FINAL_TYPE (XybChangeRow, xyb_change_row, GTK_TYPE_BOX)

static guint go_signal;

static void
go_clicked_cb (GtkButton *button, XybChangeRow *self)
{
  if (self->item != NULL)
    g_signal_emit (self, go_signal, 0, self->item->table_name, self->item->record_id);
}

static void
xyb_change_row_class_init (XybChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* table and id of the record the clerk wants to see */
  go_signal = g_signal_new ("go", XYB_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/data/xyb-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybChangeRow, head);
  gtk_widget_class_bind_template_child (widget_class, XybChangeRow, record);
  gtk_widget_class_bind_template_child (widget_class, XybChangeRow, table);
  gtk_widget_class_bind_template_child (widget_class, XybChangeRow, go_button);
  gtk_widget_class_bind_template_child (widget_class, XybChangeRow, body);
  gtk_widget_class_bind_template_child (widget_class, XybChangeRow, field);
  gtk_widget_class_bind_template_child (widget_class, XybChangeRow, old_value);
  gtk_widget_class_bind_template_child (widget_class, XybChangeRow, new_value);
  gtk_widget_class_bind_template_child (widget_class, XybChangeRow, arrow);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
}

static void
xyb_change_row_init (XybChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_change_row_new:
 *
 * Returns: (transfer floating): a line without words
 */
GtkWidget *
xyb_change_row_new (void)
{
  return g_object_new (XYB_TYPE_CHANGE_ROW, NULL);
}

static void
show_head (XybChangeRow *self, XybChangeItem *item)
{
  static const char *const words[] = { N_ ("新增"), N_ ("删除"), N_ ("修改") };
  int which = item->operation == '+' ? 0 : item->operation == '-' ? 1 : 2;
  g_autofree char *table = g_strdup_printf ("%s · %s", _ (words[which]), item->table);
  g_autofree char *go = g_strdup_printf (_ ("转到 %s"), item->record);

  gtk_label_set_label (self->record, item->record);
  gtk_label_set_label (self->table, table);
  gtk_widget_set_visible (self->go_button, item->can_go);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  go, -1);
}

static void
set_value (GtkLabel *label, const char *value)
{
  gtk_label_set_label (label, value != NULL && *value != '\0' ? value : _ ("空"));
}

static void
show_field (XybChangeRow *self, XybChangeItem *item)
{
  gtk_label_set_label (self->field, item->field);
  set_value (self->old_value, item->old_value);
  set_value (self->new_value, item->new_value);
  gtk_widget_set_visible (GTK_WIDGET (self->old_value), item->operation != '+');
  gtk_widget_set_visible (GTK_WIDGET (self->new_value), item->operation != '-');
  gtk_widget_set_visible (self->arrow, item->operation == '~');
}

/**
 * xyb_change_row_show:
 * @self: a row
 * @item: (nullable): a line
 *
 * Shows @item, which the caller keeps until the next.
 */
void
xyb_change_row_show (XybChangeRow *self, XybChangeItem *item)
{
  g_return_if_fail (XYB_IS_CHANGE_ROW (self));

  self->item = item;
  if (item == NULL)
    return;
  gtk_widget_set_visible (self->head, item->head);
  gtk_widget_set_visible (self->body, !item->head);
  if (item->head)
    show_head (self, item);
  else
    show_field (self, item);
}
