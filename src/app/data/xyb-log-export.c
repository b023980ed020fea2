/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-log-export.h"

#include "xyb-compat.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-list-export.h"
#include "xyb-log-query.h"
#include "xyb-window.h"

#define N_COLUMNS 8
#define BATCH 64

static const char *const heads[N_COLUMNS]
  = { "时间", "操作人", "类型", "操作", "记录", "字段", "原来", "改为" };
static const double widths[N_COLUMNS] = { 32, 18, 14, 52, 40, 24, 22, 23 };

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

static char *
or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static void
add_row (GPtrArray *rows, const XybRevision *revision, const XybChange *change)
{
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = or_empty (revision->time);
  cells[1] = or_empty (revision->operator_name);
  cells[2] = g_strdup (revision->undone ? _ ("已撤销") : xyb_revision_kind_name (revision->kind));
  cells[3] = or_empty (revision->label);
  cells[4]
    = change != NULL ? g_strdup_printf ("%s：%s", change->table, change->record) : g_strdup ("");
  cells[5] = or_empty (change != NULL ? change->field : NULL);
  cells[6] = or_empty (change != NULL ? change->old_value : NULL);
  cells[7] = or_empty (change != NULL ? change->new_value : NULL);
  g_ptr_array_add (rows, cells);
}

static void
add_revision (GPtrArray *rows, const XybRevision *revision)
{
  if (revision->changes->len == 0)
    add_row (rows, revision, NULL);
  for (guint i = 0; i < revision->changes->len; i++)
    add_row (rows, revision, revision->changes->pdata[i]);
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
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  XybList list = { _ ("操作日志"), _ ("操作日志"), heads, widths, N_COLUMNS, rows };

  for (guint i = 0; i < job->ids->len; i += BATCH)
    {
      guint n = MIN (BATCH, job->ids->len - i);
      g_autoptr (GPtrArray) revisions = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      revisions
        = xyb_store_get_revisions (store, &g_array_index (job->ids, gint64, i), n, TRUE, error);
      if (revisions == NULL)
        return FALSE;
      for (guint r = 0; r < revisions->len; r++)
        add_revision (rows, revisions->pdata[r]);
      progress (i + n, job->ids->len, progress_data);
    }
  return xyb_export_list_xlsx (&list, job->path, cancellable, error);
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
  g_autofree char *name = g_strdup_printf (_ ("操作日志 %s.xlsx"), today);
  Question *question = g_new0 (Question, 1);

  question->widget = g_object_ref (widget);
  question->office = g_object_ref (office);
  question->bar = g_object_ref (bar);
  question->ids = g_array_copy (ids);
  xyb_compat_choose_save (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("导出日志"), NULL, name,
                          &kind, path_chosen_cb, question);
}
