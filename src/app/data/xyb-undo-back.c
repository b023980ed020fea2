/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-undo-back.h"

#include <inttypes.h>

#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-revision-item.h"

struct _XybUndoBack
{
  GObject parent_instance;

  /* owned */
  XybOffice *office;
  XybJobBar *bar;
  gint64 last; /* the latest edit the last act took back; 0: none, or brought back since */
};

G_DEFINE_FINAL_TYPE (XybUndoBack, xyb_undo_back, G_TYPE_OBJECT)

/* ---- the job ---- */

typedef struct
{
  gint64 revision_id;
  gint64 last; /* of an undo: the latest edit it takes back, where the way back ends */
  gboolean redo;
  guint count;
} Turn;

static gint64
find_last (XybStore *store, gint64 revision_id, GError **error)
{
  g_autoptr (GPtrArray) steps = xyb_store_list_undo_back_to (store, revision_id, error);

  return steps != NULL && steps->len > 0 ? ((XybRevision *) steps->pdata[0])->id : 0;
}

static gboolean
turn_in_thread (XybStore *store,
                XybStoreProgressFunc progress,
                gpointer progress_data,
                GCancellable *cancellable,
                gpointer data,
                GError **error)
{
  Turn *turn = data;

  if (turn->redo)
    return xyb_store_redo_up_to (store, turn->revision_id, progress, progress_data, cancellable,
                                 &turn->count, error);
  turn->last = find_last (store, turn->revision_id, error);
  return turn->last != 0
         && xyb_store_undo_back_to (store, turn->revision_id, progress, progress_data, cancellable,
                                    &turn->count, error);
}

static void
turned_cb (GObject *owner, gpointer data, const GError *error)
{
  XybUndoBack *self = XYB_UNDO_BACK (owner);
  XybOffice *office = self->office;
  const Turn *turn = data;
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xyb_office_say (office, _ ("已停止，什么也没有改"));
  else if (error != NULL)
    xyb_office_report (office, error);
  else if (turn->redo)
    {
      self->last = 0;
      sentence = g_strdup_printf (_ ("已重做 %u 步"), turn->count);
      xyb_office_say (office, sentence);
    }
  else
    {
      sentence = g_strdup_printf (_ ("已撤销 %u 步"), turn->count);
      self->last = turn->last;
      xyb_office_offer (office, sentence, _ ("重做"), "win.redo-back");
    }
}

static void
run (XybUndoBack *self, gint64 revision_id, gboolean redo)
{
  Turn *turn = g_new0 (Turn, 1);

  turn->revision_id = revision_id;
  turn->redo = redo;
  xyb_job_bar_run (self->bar, self->office, redo ? _ ("正在重做…") : _ ("正在撤销…"),
                   turn_in_thread, turn, g_free, self, turned_cb);
}

/**
 * xyb_undo_back_redo:
 * @self: an undo back
 *
 * Brings back all that the last act took.
 */
void
xyb_undo_back_redo (XybUndoBack *self)
{
  g_return_if_fail (XYB_IS_UNDO_BACK (self));

  if (self->last != 0)
    run (self, self->last, TRUE);
}

/* ---- the question ---- */

/* More than these nobody reads; the number stands in the sentence. */
#define MAX_LISTED 200

static GtkWidget *
label_row_new (const XybRevision *revision)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *caption = xyb_revision_caption (revision);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), revision->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), caption);
  return row;
}

static GtkWidget *
step_list_new (GPtrArray *steps)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < steps->len && i < MAX_LISTED; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), label_row_new (steps->pdata[i]));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("要撤销的操作"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_add_css_class (scrolled, "data-pane");
  gtk_widget_set_size_request (scrolled, 460, -1);
  return scrolled;
}

typedef struct
{
  XybUndoBack *undo;
  gint64 revision_id;
} Question;

static void
answer_cb (const char *answer, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (XybUndoBack) undo = question->undo;

  if (g_strcmp0 (answer, "undo") == 0)
    run (undo, question->revision_id, FALSE);
}

/**
 * xyb_undo_back_ask:
 * @self: an undo back
 * @widget: whose window asks
 * @revision_id: the earliest edit to take back
 *
 * Lists what would be taken back and asks; says what stands in the way where it cannot be.
 */
void
xyb_undo_back_ask (XybUndoBack *self, GtkWidget *widget, gint64 revision_id)
{
  static const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "undo", N_ ("全部撤销"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps
    = xyb_store_list_undo_back_to (xyb_office_get_store (self->office), revision_id, &error);
  g_autofree char *heading = NULL;
  Question *question;

  if (steps == NULL)
    {
      xyb_office_report (self->office, error);
      return;
    }
  heading = g_strdup_printf (_ ("撤销这 %u 步？"), steps->len);
  question = g_new0 (Question, 1);
  question->undo = g_object_ref (self);
  question->revision_id = revision_id;
  xyb_compat_ask (GTK_WINDOW (gtk_widget_get_root (widget)), heading,
                  _ ("要么全部撤销，要么一步也不动；撤销后还可以重做。"), answers,
                  G_N_ELEMENTS (answers), step_list_new (steps), answer_cb, question);
}

/* ---- the object ---- */

static void
xyb_undo_back_dispose (GObject *object)
{
  XybUndoBack *self = XYB_UNDO_BACK (object);

  g_clear_object (&self->office);
  g_clear_object (&self->bar);
  G_OBJECT_CLASS (xyb_undo_back_parent_class)->dispose (object);
}

static void
xyb_undo_back_class_init (XybUndoBackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_undo_back_dispose;
}

static void
xyb_undo_back_init (XybUndoBack *self)
{
}

/**
 * xyb_undo_back_new:
 * @office: the office
 * @bar: shows the progress
 *
 * Returns: (transfer full): an undo back
 */
XybUndoBack *
xyb_undo_back_new (XybOffice *office, XybJobBar *bar)
{
  XybUndoBack *self = g_object_new (XYB_TYPE_UNDO_BACK, NULL);

  self->office = g_object_ref (office);
  self->bar = g_object_ref (bar);
  return self;
}
