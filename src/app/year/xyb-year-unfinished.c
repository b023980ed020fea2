/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-unfinished.h"

#include "xyb-i18n.h"
#include "xyb-unfinished-row.h"

struct _XybYearUnfinished
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *heading;
  GtkWidget *all_button;
  GtkWidget *none_button;
  GtkWidget *card;
  GtkListView *view;
  GtkLabel *nothing;
  GtkLabel *count;

  /* borrowed */
  XybRollover *rollover;

  /* owned */
  GListStore *items; /* of XybUnfinishedItem */
};

G_DEFINE_FINAL_TYPE (XybYearUnfinished, xyb_year_unfinished, ADW_TYPE_BIN)

/* ---- counting ---- */

static void
show_count (XybYearUnfinished *self)
{
  guint n_open = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->rollover->unfinished->len; i++)
    n_open += ((XybUnfinished *) self->rollover->unfinished->pdata[i])->barrier == NULL ? 1 : 0;
  text = g_strdup_printf (_ ("已选 %u 家，可以转入 %u 家，共 %u 家没有完成"),
                          xyb_rollover_count_chosen (self->rollover, 0), n_open,
                          self->rollover->unfinished->len);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_sensitive (self->all_button, n_open > 0);
  gtk_widget_set_sensitive (self->none_button, xyb_rollover_count_chosen (self->rollover, 0) > 0);
}

static void
chosen_cb (XybUnfinishedItem *item, GParamSpec *spec, XybYearUnfinished *self)
{
  show_count (self);
}

/* ---- the list ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *row, gpointer data)
{
  gtk_list_item_set_child (row, xyb_unfinished_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *row, gpointer data)
{
  xyb_unfinished_row_bind (XYB_UNFINISHED_ROW (gtk_list_item_get_child (row)),
                           XYB_UNFINISHED_ITEM (gtk_list_item_get_item (row)));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *row, gpointer data)
{
  xyb_unfinished_row_unbind (XYB_UNFINISHED_ROW (gtk_list_item_get_child (row)));
}

static void
activate_cb (GtkListView *view, guint position, XybYearUnfinished *self)
{
  g_autoptr (XybUnfinishedItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    xyb_unfinished_item_set_chosen (item, !xyb_unfinished_item_get (item)->chosen);
}

/* 示范 is applied for anew by one enterprise after the other. */
static void
all_cb (GtkButton *button, XybYearUnfinished *self)
{
  xyb_year_unfinished_choose_all (self, TRUE);
}

static void
none_cb (GtkButton *button, XybYearUnfinished *self)
{
  xyb_year_unfinished_choose_all (self, FALSE);
}

static void
xyb_year_unfinished_dispose (GObject *object)
{
  XybYearUnfinished *self = XYB_YEAR_UNFINISHED (object);

  g_clear_object (&self->items);
  G_OBJECT_CLASS (xyb_year_unfinished_parent_class)->dispose (object);
}

static void
xyb_year_unfinished_class_init (XybYearUnfinishedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_year_unfinished_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/year/xyb-year-unfinished.ui");
  gtk_widget_class_bind_template_child (widget_class, XybYearUnfinished, heading);
  gtk_widget_class_bind_template_child (widget_class, XybYearUnfinished, all_button);
  gtk_widget_class_bind_template_child (widget_class, XybYearUnfinished, none_button);
  gtk_widget_class_bind_template_child (widget_class, XybYearUnfinished, card);
  gtk_widget_class_bind_template_child (widget_class, XybYearUnfinished, view);
  gtk_widget_class_bind_template_child (widget_class, XybYearUnfinished, nothing);
  gtk_widget_class_bind_template_child (widget_class, XybYearUnfinished, count);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
}

static void
xyb_year_unfinished_init (XybYearUnfinished *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->items = g_list_store_new (XYB_TYPE_UNFINISHED_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/* ---- what others may do ---- */

static void
show_nothing (XybYearUnfinished *self)
{
  const XybRollover *rollover = self->rollover;
  gboolean none = rollover->unfinished->len == 0;
  g_autofree char *heading = NULL;
  g_autofree char *nothing = NULL;

  heading = rollover->old_year != 0 ? g_strdup_printf (_ ("%d年没有完成的企业"), rollover->old_year)
                                    : g_strdup (_ ("上年没有完成的企业"));
  nothing
    = rollover->old_year != 0
        ? g_strdup_printf (_ ("%d年附件2里的企业都已通过，示范的申报也都有结果，没有要转入的。"),
                           rollover->old_year)
        : g_strdup (_ ("以前没有别的年度，没有要转入的企业。"));
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->nothing, nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), none);
  gtk_widget_set_visible (self->card, !none);
  gtk_widget_set_visible (self->all_button, !none);
  gtk_widget_set_visible (self->none_button, !none);
  gtk_widget_set_visible (GTK_WIDGET (self->count), !none);
}

/**
 * xyb_year_unfinished_show:
 * @self: the page
 * @rollover: (nullable): borrowed; has to stay until another one is shown
 */
void
xyb_year_unfinished_show (XybYearUnfinished *self, XybRollover *rollover)
{
  g_return_if_fail (XYB_IS_YEAR_UNFINISHED (self));

  g_list_store_remove_all (self->items);
  self->rollover = rollover;
  if (rollover == NULL)
    return;
  for (guint i = 0; i < rollover->unfinished->len; i++)
    {
      g_autoptr (XybUnfinishedItem) item = xyb_unfinished_item_new (rollover->unfinished->pdata[i]);

      g_signal_connect_object (item, "notify::chosen", G_CALLBACK (chosen_cb), self, 0);
      g_list_store_append (self->items, item);
    }
  show_nothing (self);
  show_count (self);
}

/**
 * xyb_year_unfinished_choose_all:
 * @self: the page
 * @chosen: %TRUE: everybody of 贯标 who can go on; %FALSE: nobody at all
 */
void
xyb_year_unfinished_choose_all (XybYearUnfinished *self, gboolean chosen)
{
  guint n;

  g_return_if_fail (XYB_IS_YEAR_UNFINISHED (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (XybUnfinishedItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!chosen || xyb_unfinished_item_get (item)->track == XYB_TRACK_ACCREDITATION)
        xyb_unfinished_item_set_chosen (item, chosen);
    }
}

/**
 * xyb_year_unfinished_get_model:
 * @self: the page
 *
 * Returns: (transfer none): of XybUnfinishedItem
 */
GListModel *
xyb_year_unfinished_get_model (XybYearUnfinished *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_UNFINISHED (self), NULL);

  return G_LIST_MODEL (self->items);
}

/**
 * xyb_year_unfinished_get_count:
 * @self: the page
 *
 * Returns: how many are chosen, in words
 */
const char *
xyb_year_unfinished_get_count (XybYearUnfinished *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_UNFINISHED (self), NULL);

  return gtk_label_get_label (self->count);
}
