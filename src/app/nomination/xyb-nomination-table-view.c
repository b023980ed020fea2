/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-table-view.h"

#include <inttypes.h>

#include "xyb-enterprise-item.h"
#include "xyb-i18n.h"
#include "xyb-nomination-table.h"
#include "xyb-tag.h"

/* The columns of the form, in its order (ENT-01), then our own. */
enum
{
  COLUMN_POSITION,
  COLUMN_NAME,
  COLUMN_PRODUCTS,
  COLUMN_REVENUE,
  COLUMN_HEADCOUNT,
  COLUMN_CONTACT,
  COLUMN_PHONE,
  COLUMN_STAGE,
  N_COLUMNS
};

/* A company's name and a number with extension stay whole at 1366 pixels; the clerk can widen them.
 */
#define NAME_WIDTH 195
#define PHONE_WIDTH 138

/* ---- a row as an object ---- */

#define XYB_TYPE_NOMINATION_ITEM (xyb_nomination_item_get_type ())
G_DECLARE_FINAL_TYPE (XybNominationItem, xyb_nomination_item, XYB, NOMINATION_ITEM, GObject)

struct _XybNominationItem
{
  GObject parent_instance;
  XybNomination *nomination;
};

G_DEFINE_FINAL_TYPE (XybNominationItem, xyb_nomination_item, G_TYPE_OBJECT)

static void
xyb_nomination_item_finalize (GObject *object)
{
  xyb_nomination_free (XYB_NOMINATION_ITEM (object)->nomination);
  G_OBJECT_CLASS (xyb_nomination_item_parent_class)->finalize (object);
}

static void
xyb_nomination_item_class_init (XybNominationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_nomination_item_finalize;
}

static void
xyb_nomination_item_init (XybNominationItem *self)
{
}

/* ---- the table ---- */

struct _XybNominationTableView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkColumnView *view;

  /* owned */
  GListStore *rows; /* of XybNominationItem */
};

G_DEFINE_FINAL_TYPE (XybNominationTableView, xyb_nomination_table_view, ADW_TYPE_BIN)

static guint opened_signal;

static char *
cell_text (const XybNomination *nomination, int column)
{
  switch (column)
    {
    case COLUMN_POSITION:
      return g_strdup_printf ("%" PRId64, nomination->position);
    case COLUMN_NAME:
      return g_strdup (nomination->enterprise_name);
    case COLUMN_PRODUCTS:
      return g_strdup (nomination->products);
    case COLUMN_REVENUE:
      return nomination->revenue_fen == XYB_UNSAID
               ? NULL
               : xyb_amount_format (nomination->revenue_fen, nomination->revenue_unit);
    case COLUMN_HEADCOUNT:
      return nomination->headcount == XYB_UNSAID
               ? NULL
               : g_strdup_printf ("%" PRId64, nomination->headcount);
    case COLUMN_CONTACT:
      return g_strdup (nomination->contact);
    case COLUMN_PHONE:
    default:
      return g_strdup (nomination->phone);
    }
}

static int
column_of (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
}

static gboolean
is_number (int column)
{
  return column == COLUMN_POSITION || column == COLUMN_REVENUE || column == COLUMN_HEADCOUNT;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  int column = column_of (factory);
  GtkWidget *label;

  if (column == COLUMN_STAGE)
    {
      GtkWidget *tag = xyb_tag_new ();

      gtk_widget_set_halign (tag, GTK_ALIGN_START);
      gtk_list_item_set_child (list_item, tag);
      return;
    }
  label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), is_number (column) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  const XybNomination *nomination
    = XYB_NOMINATION_ITEM (gtk_list_item_get_item (list_item))->nomination;
  GtkWidget *child = gtk_list_item_get_child (list_item);
  int column = column_of (factory);
  XybStage stage = xyb_stage_of (nomination);
  g_autofree char *text = NULL;

  if (column == COLUMN_STAGE)
    {
      xyb_tag_set (XYB_TAG (child), xyb_stage_css_class (stage), xyb_stage_icon (stage),
                   xyb_stage_name (stage));
      return;
    }
  text = cell_text (nomination, column);
  gtk_label_set_label (GTK_LABEL (child), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (child, text);
}

static void
add_column (XybNominationTableView *self, int column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *title = column == COLUMN_STAGE ? _ ("进度") : _ (xyb_nomination_heads[column]);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (view_column,
                                     column == COLUMN_NAME || column == COLUMN_PRODUCTS);
  gtk_column_view_column_set_resizable (view_column, column != COLUMN_POSITION);
  if (column == COLUMN_NAME)
    gtk_column_view_column_set_fixed_width (view_column, NAME_WIDTH);
  if (column == COLUMN_PHONE)
    gtk_column_view_column_set_fixed_width (view_column, PHONE_WIDTH);
  gtk_column_view_append_column (self->view, view_column);
}

static void
activate_cb (GtkColumnView *view, guint position, XybNominationTableView *self)
{
  g_autoptr (XybNominationItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (item != NULL)
    g_signal_emit (self, opened_signal, 0, item->nomination->id);
}

static void
xyb_nomination_table_view_dispose (GObject *object)
{
  g_clear_object (&XYB_NOMINATION_TABLE_VIEW (object)->rows);
  G_OBJECT_CLASS (xyb_nomination_table_view_parent_class)->dispose (object);
}

static void
xyb_nomination_table_view_class_init (XybNominationTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_nomination_table_view_dispose;
  /* id of the nomination that was double-clicked */
  opened_signal = g_signal_new ("opened", XYB_TYPE_NOMINATION_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-nomination-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, XybNominationTableView, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
xyb_nomination_table_view_init (XybNominationTableView *self)
{
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (XYB_TYPE_NOMINATION_ITEM);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  for (int column = 0; column < N_COLUMNS; column++)
    add_column (self, column);
}

/**
 * xyb_nomination_table_view_fill:
 * @self: the table
 * @nominations: (element-type XybNomination): rows of one 区镇, in order
 *
 * Shows copies of @nominations.
 */
void
xyb_nomination_table_view_fill (XybNominationTableView *self, GPtrArray *nominations)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (XYB_IS_NOMINATION_TABLE_VIEW (self));

  for (guint i = 0; i < nominations->len; i++)
    {
      XybNominationItem *item = g_object_new (XYB_TYPE_NOMINATION_ITEM, NULL);

      item->nomination = xyb_nomination_copy (nominations->pdata[i]);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       items->pdata, items->len);
}

/**
 * xyb_nomination_table_view_get_n_rows:
 * @self: the table
 *
 * Returns: how many rows it shows
 */
guint
xyb_nomination_table_view_get_n_rows (XybNominationTableView *self)
{
  g_return_val_if_fail (XYB_IS_NOMINATION_TABLE_VIEW (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
