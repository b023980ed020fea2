/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-store-reading.h"

typedef struct
{
  XybStore *store; /* the window's; only to open another connection */
  gint64 id;
  XybStoreReadFunc func;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->store);
  g_free (request);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  g_autoptr (XybStore) store = xyb_store_open_again (request->store, &error);
  GPtrArray *rows = store != NULL ? request->func (store, request->id, &error) : NULL;

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Whom the rows are for. Not the task's source: the thread may be the last to let go of the task, and
 * a widget must not end there. */
typedef struct
{
  GObject *source;
  GAsyncReadyCallback callback;
} Waiting;

static void
over_cb (GObject *nothing, GAsyncResult *result, gpointer user_data)
{
  g_autofree Waiting *waiting = user_data;
  g_autoptr (GObject) source = waiting->source;

  waiting->callback (source, result, NULL);
}

/**
 * xyb_store_reading_start:
 * @source: object the rows are for; stays until @callback was called
 * @store: the window's store
 * @id: for @func
 * @func: reads, in a thread
 * @cancellable: (nullable): of this reading
 * @callback: called in the main thread; asks xyb_store_reading_finish()
 */
void
xyb_store_reading_start (gpointer source,
                         XybStore *store,
                         gint64 id,
                         XybStoreReadFunc func,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback)
{
  Request *request = g_new0 (Request, 1);
  Waiting *waiting = g_new0 (Waiting, 1);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, over_cb, waiting);

  waiting->source = g_object_ref (source);
  waiting->callback = callback;
  request->store = g_object_ref (store);
  request->id = id;
  request->func = func;
  g_task_set_source_tag (task, xyb_store_reading_start);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * xyb_store_reading_finish:
 * @result: what the callback got
 * @error: of the store, or %G_IO_ERROR_CANCELLED: then @source wants nothing of it any more
 *
 * Returns: (transfer full) (nullable): the rows
 */
GPtrArray *
xyb_store_reading_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
