/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-change-view.h"

#include <inttypes.h>

#include "xyb-change-row.h"
#include "xyb-i18n.h"
#include "xyb-log-query.h"
#include "xyb-revision-item.h"
#include "xyb-store-reading.h"
#include "xyb-tag.h"

struct _XybChangeView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *caption;
  GtkWidget *undo_button;
  GtkWidget *undone;
  GtkLabel *note;
  GtkWidget *card;
  GtkListView *view;

  /* owned */
  XybOffice *office;
  GListStore *lines; /* of XybChangeItem */
  gint64 revision_id;
  GCancellable *cancellable; /* of the reading under way, or NULL */
};

/* More records than these are read in a thread. */
#define MAX_AT_ONCE 200

G_DEFINE_FINAL_TYPE (XybChangeView, xyb_change_view, ADW_TYPE_BIN)

static guint undo_signal;

/* ---- to a record ---- */

static void
go_to_page (XybChangeView *self, const char *page, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(sx)", page, id);
}

static void
go_cb (XybChangeRow *row, const char *table, gint64 record_id, XybChangeView *self)
{
  XybPlace place = xyb_store_find_place (xyb_office_get_store (self->office), table, record_id);

  if (place.year != 0)
    xyb_office_set_year (self->office, place.year);
  switch (place.kind)
    {
    case XYB_PLACE_ENTERPRISE:
      go_to_page (self, "enterprise", place.id);
      break;
    case XYB_PLACE_QUOTA:
      go_to_page (self, "quota", place.id);
      break;
    case XYB_PLACE_SUBMISSION:
      go_to_page (self, "nomination", place.id);
      break;
    case XYB_PLACE_UNIT:
      go_to_page (self, "data", place.id);
      break;
    case XYB_PLACE_OFFICE:
      gtk_widget_activate_action (GTK_WIDGET (self), "data.show-tab", "s", "office");
      break;
    case XYB_PLACE_NONE:
    default:
      xyb_office_say (self->office, _ ("这条记录已经不在了"));
    }
}

/* ---- lines ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, XybChangeView *self)
{
  GtkWidget *row = xyb_change_row_new ();

  g_signal_connect_object (row, "go", G_CALLBACK (go_cb), self, 0);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, XybChangeView *self)
{
  xyb_change_row_show (XYB_CHANGE_ROW (gtk_list_item_get_child (list_item)),
                       gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, XybChangeView *self)
{
  xyb_change_row_show (XYB_CHANGE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static gboolean
same_record (const XybChange *a, const XybChange *b)
{
  return a != NULL && a->record_id == b->record_id && g_str_equal (a->table_name, b->table_name);
}

static void
add_line (GPtrArray *lines, XybStore *store, const XybChange *change, gboolean head)
{
  gboolean can_go
    = head
      && xyb_store_find_place (store, change->table_name, change->record_id).kind != XYB_PLACE_NONE;

  g_ptr_array_add (lines, xyb_change_item_new (change, head, can_go));
}

static void
fill_lines (XybChangeView *self, const XybRevision *revision)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  XybStore *store = xyb_office_get_store (self->office);
  const XybChange *last = NULL;

  for (guint i = 0; i < revision->changes->len; i++)
    {
      const XybChange *change = revision->changes->pdata[i];

      if (!same_record (last, change))
        add_line (lines, store, change, TRUE);
      if (change->field != NULL)
        add_line (lines, store, change, FALSE);
      last = change;
    }
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
}

/* ---- the head of the pane ---- */

static guint
count_records (const XybRevision *revision)
{
  const XybChange *last = NULL;
  guint count = 0;

  for (guint i = 0; i < revision->changes->len; i++)
    {
      if (!same_record (last, revision->changes->pdata[i]))
        count++;
      last = revision->changes->pdata[i];
    }
  return count;
}

static void
fill_note (XybChangeView *self, const XybRevision *revision)
{
  guint shown = count_records (revision);
  g_autofree char *note = NULL;

  if ((gint64) shown < revision->records)
    note = g_strdup_printf (_ ("只列出前 %u 条记录，共 %" PRId64 " 条"), shown, revision->records);
  else if (revision->records == 0)
    note = g_strdup (_ ("没有逐条改动"));
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

static void
fill_head (XybChangeView *self, const XybRevision *revision)
{
  g_autofree char *words = xyb_revision_caption (revision);
  g_autofree char *caption = g_strdup_printf (_ ("%s · 第 %" PRId64 " 号"), words, revision->id);

  gtk_label_set_label (self->title, revision->label);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption), revision->time);
  gtk_widget_set_visible (self->undone, revision->undone);
  gtk_widget_set_visible (self->undo_button, revision->kind == XYB_REVISION_EDIT
                                               && !revision->undone
                                               && !xyb_office_is_read_only (self->office));
}

static void
undo_clicked_cb (GtkButton *button, XybChangeView *self)
{
  g_signal_emit (self, undo_signal, 0, self->revision_id);
}

/* ---- the widget ---- */

static void
xyb_change_view_dispose (GObject *object)
{
  XybChangeView *self = XYB_CHANGE_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->office);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (xyb_change_view_parent_class)->dispose (object);
}

static void
xyb_change_view_class_init (XybChangeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_change_view_dispose;
  /* id of the edit the clerk wants to undo back to */
  undo_signal = g_signal_new ("undo-from", XYB_TYPE_CHANGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/data/xyb-change-view.ui");
  gtk_widget_class_bind_template_child (widget_class, XybChangeView, stack);
  gtk_widget_class_bind_template_child (widget_class, XybChangeView, title);
  gtk_widget_class_bind_template_child (widget_class, XybChangeView, caption);
  gtk_widget_class_bind_template_child (widget_class, XybChangeView, undo_button);
  gtk_widget_class_bind_template_child (widget_class, XybChangeView, undone);
  gtk_widget_class_bind_template_child (widget_class, XybChangeView, note);
  gtk_widget_class_bind_template_child (widget_class, XybChangeView, card);
  gtk_widget_class_bind_template_child (widget_class, XybChangeView, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
xyb_change_view_init (XybChangeView *self)
{
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_tag_set (XYB_TAG (self->undone), "neutral", "edit-undo-symbolic", _ ("已撤销"));
  self->lines = g_list_store_new (XYB_TYPE_CHANGE_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/* ---- reading ---- */

static void
fill_changes (XybChangeView *self, const XybRevision *revision)
{
  fill_note (self, revision);
  gtk_widget_set_visible (self->card, revision->changes->len > 0);
  fill_lines (self, revision);
}

static GPtrArray *
read_changes (XybStore *store, gint64 id, GError **error)
{
  return xyb_store_get_revisions (store, &id, 1, TRUE, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  XybChangeView *self = XYB_CHANGE_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = xyb_store_reading_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (revisions == NULL)
    xyb_office_report (self->office, error);
  else if (revisions->len > 0)
    fill_changes (self, revisions->pdata[0]);
}

static void
stop_reading (XybChangeView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* An import holds the changes of a whole register: they come when they have been read. */
static void
start_reading (XybChangeView *self)
{
  self->cancellable = g_cancellable_new ();
  xyb_store_reading_start (self, xyb_office_get_store (self->office), self->revision_id,
                           read_changes, self->cancellable, read_cb);
  g_list_store_remove_all (self->lines);
  gtk_widget_set_visible (self->card, FALSE);
  gtk_label_set_label (self->note, _ ("正在读取…"));
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
}

static GPtrArray *
get_revision (XybChangeView *self, gboolean with_changes)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *revisions = xyb_store_get_revisions (xyb_office_get_store (self->office),
                                                  &self->revision_id, 1, with_changes, &error);

  if (revisions == NULL)
    xyb_office_report (self->office, error);
  return revisions;
}

/**
 * xyb_change_view_show:
 * @self: the pane
 * @office: the office
 * @revision_id: of a revision, or 0 for none
 *
 * Shows what it changed.
 */
void
xyb_change_view_show (XybChangeView *self, XybOffice *office, gint64 revision_id)
{
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  const XybRevision *revision;

  g_return_if_fail (XYB_IS_CHANGE_VIEW (self));

  stop_reading (self);
  g_set_object (&self->office, office);
  self->revision_id = revision_id;
  if (revision_id != 0)
    revisions = get_revision (self, FALSE);
  revision = revisions != NULL && revisions->len > 0 ? revisions->pdata[0] : NULL;
  gtk_stack_set_visible_child_name (self->stack, revision != NULL ? "revision" : "nothing");
  if (revision == NULL)
    return;
  fill_head (self, revision);
  if (revision->records > MAX_AT_ONCE)
    start_reading (self);
  else if ((changed = get_revision (self, TRUE)) != NULL && changed->len > 0)
    fill_changes (self, changed->pdata[0]);
}

/**
 * xyb_change_view_get_model:
 * @self: the pane
 *
 * Returns: (transfer none): its lines, of #XybChangeItem
 */
GListModel *
xyb_change_view_get_model (XybChangeView *self)
{
  g_return_val_if_fail (XYB_IS_CHANGE_VIEW (self), NULL);

  return G_LIST_MODEL (self->lines);
}
