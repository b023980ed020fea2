/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-job-bar.h"

/* UI.md: work longer than this shows its progress. */
#define SHOW_AFTER_MS 300
#define TICK_MS 100

/* What the thread and the window share. */
typedef struct
{
  XybStore *store; /* the window's; only to open another connection */
  XybJobFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GObject *owner;
  XybJobDoneFunc done;

  guint n_done; /* written by the thread, read by the window */
  guint n_total;
} Job;

struct _XybJobBar
{
  AdwBin parent_instance;

  /* template widgets */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *progress;

  /* owned */
  GCancellable *cancellable; /* of the job in hand, or NULL */
  Job *job;                  /* borrowed from its task */
  guint tick;
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (XybJobBar, xyb_job_bar, ADW_TYPE_BIN)

static void
job_free (gpointer user_data)
{
  Job *job = user_data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_object_unref (job->store);
  g_clear_object (&job->owner); /* gone already where over_cb() ran */
  g_free (job);
}

/* ---- the thread ---- */

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  Job *job = user_data;

  g_atomic_int_set (&job->n_done, done);
  g_atomic_int_set (&job->n_total, total);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (XybStore) store = xyb_store_open_again (job->store, &error);

  if (store != NULL && job->func (store, progress_cb, job, cancellable, job->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* ---- while it runs ---- */

static gboolean
tick_cb (gpointer user_data)
{
  XybJobBar *self = user_data;
  guint done = g_atomic_int_get (&self->job->n_done);
  guint total = g_atomic_int_get (&self->job->n_total);

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (total == 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, done / (double) total);
  return G_SOURCE_CONTINUE;
}

static gboolean
first_tick_cb (gpointer user_data)
{
  XybJobBar *self = user_data;

  tick_cb (self);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  return G_SOURCE_REMOVE;
}

static void
end (XybJobBar *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->cancellable);
  self->job = NULL;
  if (self->revealer != NULL)
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
over_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (XybJobBar) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GObject) owner = G_OBJECT (g_steal_pointer (&job->owner));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    job->done ((gpointer) owner, job->data, error);
}

static void
stop_cb (GtkButton *button, XybJobBar *self)
{
  xyb_job_bar_cancel (self);
}

/* ---- the widget ---- */

/* A page that goes takes its job with it. */
static void
xyb_job_bar_unroot (GtkWidget *widget)
{
  XybJobBar *self = XYB_JOB_BAR (widget);

  xyb_job_bar_cancel (self);
  g_clear_handle_id (&self->tick, g_source_remove);
  GTK_WIDGET_CLASS (xyb_job_bar_parent_class)->unroot (widget);
}

static void
xyb_job_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, xyb_job_bar_is_busy (XYB_JOB_BAR (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
xyb_job_bar_class_init (XybJobBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = xyb_job_bar_get_property;
  widget_class->unroot = xyb_job_bar_unroot;
  properties[PROP_BUSY]
    = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/widgets/xyb-job-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, XybJobBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, XybJobBar, label);
  gtk_widget_class_bind_template_child (widget_class, XybJobBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
xyb_job_bar_init (XybJobBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_job_bar_run:
 * @self: the bar
 * @office: whose file
 * @words: what is being done: 正在备份…
 * @func: called in a thread
 * @data: (transfer full): for both
 * @data_free: (nullable): frees @data
 * @owner: a #GObject, kept until it is over
 * @done: called in the window
 *
 * Returns: whether it began; %FALSE (and @data freed) while another is at work
 */
gboolean
xyb_job_bar_run (XybJobBar *self,
                 XybOffice *office,
                 const char *words,
                 XybJobFunc func,
                 gpointer data,
                 GDestroyNotify data_free,
                 gpointer owner,
                 XybJobDoneFunc done)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_val_if_fail (XYB_IS_JOB_BAR (self), FALSE);

  if (xyb_job_bar_is_busy (self))
    {
      if (data_free != NULL)
        data_free (data);
      return FALSE;
    }
  job = g_new0 (Job, 1);
  job->store = g_object_ref (xyb_office_get_store (office));
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->owner = g_object_ref (owner);
  job->done = done;
  self->job = job;
  self->cancellable = g_cancellable_new ();
  /* Not as the task's source: the thread may be the last to let go of the task, and a widget must
   * not end there. */
  task = g_task_new (NULL, self->cancellable, over_cb, g_object_ref (self));
  g_task_set_source_tag (task, xyb_job_bar_run);
  /* What was committed in the last moment is there: say so, stopped or not. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  gtk_label_set_label (self->label, words);
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->tick = g_timeout_add (SHOW_AFTER_MS, first_tick_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_task_run_in_thread (task, run_in_thread);
  return TRUE;
}

/**
 * xyb_job_bar_is_busy:
 * @self: the bar
 *
 * Returns: whether a job is at work
 */
gboolean
xyb_job_bar_is_busy (XybJobBar *self)
{
  g_return_val_if_fail (XYB_IS_JOB_BAR (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * xyb_job_bar_cancel:
 * @self: the bar
 *
 * Asks the job in hand to stop; it leaves things as they were.
 */
void
xyb_job_bar_cancel (XybJobBar *self)
{
  g_return_if_fail (XYB_IS_JOB_BAR (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
