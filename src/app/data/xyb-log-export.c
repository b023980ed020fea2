/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-log-export.h"

#include "xyb-compat.h"
#include "xyb-date.h"
#include "xyb-export.h"
#include "xyb-i18n.h"
#include "xyb-log-details.h"
#include "xyb-window.h"

/* ---- the rows, in a thread ---- */

typedef struct
{
  GArray *ids; /* of gint64 */
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *job = data;

  g_array_unref (job->ids);
  g_free (job->path);
  g_free (job);
}

static gboolean
export_in_thread (XybStore *store,
                  XybStoreProgressFunc progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  gpointer data,
                  GError **error)
{
  Export *job = data;
  g_autoptr (GPtrArray) rows
    = xyb_log_details_read (store, job->ids, progress, progress_data, cancellable, error);

  return rows != NULL && xyb_export_log_xlsx (rows, job->path, cancellable, error);
}

/* ---- the window ---- */

static void
exported_cb (GObject *owner, gpointer data, const GError *error)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (owner));
  const Export *job = data;
  XybOffice *office = XYB_IS_WINDOW (window) ? xyb_window_get_office (XYB_WINDOW (window)) : NULL;

  if (office == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xyb_office_say (office, _ ("已停止"));
  else if (error != NULL)
    xyb_office_report (office, error);
  else
    xyb_window_say_exported (XYB_WINDOW (window), job->path);
}

/**
 * xyb_log_export_to:
 * @widget: in the window
 * @office: whose log
 * @bar: shows the progress
 * @ids: (element-type gint64): which revisions
 * @path: where to
 *
 * Writes the log as xlsx.
 */
void
xyb_log_export_to (GtkWidget *widget,
                   XybOffice *office,
                   XybJobBar *bar,
                   GArray *ids,
                   const char *path)
{
  Export *job = g_new0 (Export, 1);

  job->ids = g_array_copy (ids);
  job->path = g_strdup (path);
  xyb_job_bar_run (bar, office, _ ("正在导出日志…"), export_in_thread, job, export_free, widget,
                   exported_cb);
}

typedef struct
{
  GtkWidget *widget;
  XybOffice *office;
  XybJobBar *bar;
  GArray *ids;
} Question;

static void
path_chosen_cb (const char *path, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GtkWidget) widget = question->widget;
  g_autoptr (XybOffice) office = question->office;
  g_autoptr (XybJobBar) bar = question->bar;
  g_autoptr (GArray) ids = question->ids;

  if (path != NULL)
    xyb_log_export_to (widget, office, bar, ids, path);
}

/**
 * xyb_log_export_ask:
 * @widget: in the window
 * @office: whose log
 * @bar: shows the progress
 * @ids: (element-type gint64): which revisions
 *
 * Asks where to, under the office's own file name, and writes the log.
 */
void
xyb_log_export_ask (GtkWidget *widget, XybOffice *office, XybJobBar *bar, GArray *ids)
{
  XybFileKind kind = { _ ("Excel 工作簿"), "*.xlsx" };
  g_autofree char *today = xyb_date_today ();
  g_autofree char *stem = xyb_log_table_file_name (today);
  g_autofree char *name = g_strconcat (stem, ".xlsx", NULL);
  Question *question = g_new0 (Question, 1);

  question->widget = g_object_ref (widget);
  question->office = g_object_ref (office);
  question->bar = g_object_ref (bar);
  question->ids = g_array_copy (ids);
  xyb_compat_choose_save (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("导出日志"), NULL, name,
                          &kind, path_chosen_cb, question);
}
