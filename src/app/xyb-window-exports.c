/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-mismatch-question.h"
#include "xyb-settings.h"

/* UI.md: work longer than this shows its progress. */
#define SHOW_AFTER_MS 300
#define TICK_MS 100

/* Long enough to reach for the mouse. */
#define EXPORT_TOAST_SECONDS 12

typedef struct
{
  XybWindow *window;
  XybExportSpec *spec;
  char *folder; /* of several files, while we ask whether to replace files in it */
} Request;

static Request *
request_new (XybWindow *self, const XybExportSpec *spec)
{
  Request *request = g_new0 (Request, 1);

  request->window = g_object_ref (self);
  request->spec = xyb_export_spec_copy (spec);
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  xyb_export_spec_free (request->spec);
  g_free (request->folder);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* ---- while it runs ---- */

static gboolean
tick_cb (gpointer user_data)
{
  XybWindow *self = user_data;
  double fraction = xyb_export_job_get_fraction (self->job);

  gtk_revealer_set_reveal_child (self->job_bar, TRUE);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->job_progress);
  else
    gtk_progress_bar_set_fraction (self->job_progress, fraction);
  return G_SOURCE_CONTINUE;
}

static gboolean
first_tick_cb (gpointer user_data)
{
  XybWindow *self = user_data;

  tick_cb (self);
  self->job_tick = g_timeout_add (TICK_MS, tick_cb, self);
  return G_SOURCE_REMOVE;
}

static void
begin_progress (XybWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *words = g_strdup_printf (_ ("正在导出 %s"), name);

  gtk_label_set_label (self->job_label, words);
  gtk_progress_bar_set_fraction (self->job_progress, 0);
  self->job_tick = g_timeout_add (SHOW_AFTER_MS, first_tick_cb, self);
}

static void
end_progress (XybWindow *self)
{
  g_clear_handle_id (&self->job_tick, g_source_remove);
  gtk_revealer_set_reveal_child (self->job_bar, FALSE);
}

/* ---- when it is over ---- */

/**
 * xyb_window_open_exported:
 * @self: the window
 * @folder: the folder the file is in, instead of the file
 *
 * Opens what was exported last.
 */
void
xyb_window_open_exported (XybWindow *self, gboolean folder)
{
  if (self->exported == NULL)
    return;
  if (folder)
    xyb_compat_open_folder_of (GTK_WINDOW (self), self->exported);
  else
    xyb_compat_open_file (GTK_WINDOW (self), self->exported);
}

static void
toast_exported (XybWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sentence = g_strdup_printf (_ ("已导出 %s"), name);
  gboolean file = xyb_compat_can_open_file (path);

  g_free (self->exported);
  self->exported = g_strdup (path);
  xyb_toaster_say (self->toaster, sentence, file ? _ ("打开") : _ ("打开所在文件夹"),
                   file ? "win.open-exported" : "win.open-exported-folder", EXPORT_TOAST_SECONDS);
}

/**
 * xyb_window_say_exported:
 * @self: the window
 * @path: a file a page has written
 *
 * Says so, and offers to open it.
 */
void
xyb_window_say_exported (XybWindow *self, const char *path)
{
  g_return_if_fail (XYB_IS_WINDOW (self));

  toast_exported (self, path);
}

/* 「打开文件夹」 takes the folder of the path it has. */
static void
toast_folder (XybWindow *self, const char *folder, guint n_files)
{
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *sentence = g_strdup_printf (_ ("已导出 %u 个文件到“%s”"), n_files, name);

  g_free (self->exported);
  self->exported = g_build_filename (folder, ".", NULL);
  xyb_toaster_say (self->toaster, sentence, _ ("打开文件夹"), "win.open-exported-folder",
                   EXPORT_TOAST_SECONDS);
}

static void
tell_failure (XybWindow *self, const GError *error)
{
  guint n_files = xyb_export_job_get_n_files (self->job);
  g_autofree char *sentence = NULL;

  if (!xyb_export_job_is_cancelled (self->job))
    {
      xyb_compat_tell (GTK_WINDOW (self), _ ("没有导出"), error->message);
      return;
    }
  sentence = n_files > 0 ? g_strdup_printf (_ ("已停止导出，写好了 %u 个文件"), n_files)
                         : g_strdup (_ ("已停止导出，没有写文件"));
  xyb_toaster_say (self->toaster, sentence, NULL, NULL, XYB_TOAST_SECONDS);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (XybWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  XybExportJob *job = XYB_EXPORT_JOB (source);
  gboolean done = xyb_export_job_run_finish (job, result, &error);

  end_progress (self);
  if (done && xyb_export_job_get_n_files (job) > 1)
    toast_folder (self, xyb_export_job_get_path (job), xyb_export_job_get_n_files (job));
  else if (done)
    toast_exported (self, xyb_export_job_get_path (job));
  else if (!self->closing)
    tell_failure (self, error);
  g_clear_object (&self->job);
  xyb_window_update_actions (self);
  if (self->closing)
    gtk_window_close (GTK_WINDOW (self));
}

/**
 * xyb_window_export_to:
 * @self: the window
 * @spec: what to write
 * @path: where to
 *
 * Writes it in a thread; a toast offers to open it.
 */
void
xyb_window_export_to (XybWindow *self, const XybExportSpec *spec, const char *path)
{
  g_return_if_fail (self->office != NULL && self->job == NULL);

  self->job = xyb_export_job_new (self->office, spec, path);
  begin_progress (self, path);
  xyb_export_job_run_async (self->job, exported_cb, g_object_ref (self));
  xyb_window_update_actions (self);
}

/* ---- what is asked before ---- */

static void
path_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  XybWindow *self = request->window;
  g_autofree char *folder = NULL;

  if (path == NULL || self->office == NULL || self->job != NULL)
    return;
  folder = g_path_get_dirname (path);
  xyb_settings_set_string (self->settings, "last-folder", folder);
  xyb_window_export_to (self, request->spec, path);
}

static const char *
save_title (XybExportKind kind)
{
  if (kind == XYB_EXPORT_LIST)
    return _ ("导出企业名录");
  if (kind == XYB_EXPORT_AWARDS)
    return _ ("导出认定名册");
  if (kind == XYB_EXPORT_CANDIDATES)
    return _ ("导出可申报企业名单");
  if (kind == XYB_EXPORT_PROVIDER)
    return _ ("导出服务企业名单");
  if (kind == XYB_EXPORT_TEMPLATE)
    return _ ("下发模板");
  if (kind == XYB_EXPORT_ASSESSMENT)
    return _ ("导出考核表");
  if (kind == XYB_EXPORT_RANKING)
    return _ ("导出考核排名");
  if (kind == XYB_EXPORT_UNIT_SHEET || kind == XYB_EXPORT_UNIT_SHEETS)
    return _ ("导出单位考核表");
  if (kind == XYB_EXPORT_MATERIALS)
    return _ ("导出材料清单");
  return kind == XYB_EXPORT_QUOTA ? _ ("导出附件1") : _ ("导出附件2");
}

static void
choose_path (XybWindow *self, const XybExportSpec *spec)
{
  gboolean pdf = xyb_export_spec_is_pdf (spec);
  XybFileKind kind = { pdf ? _ ("PDF 文件") : _ ("Excel 工作簿"), pdf ? "*.pdf" : "*.xlsx" };
  g_autofree char *folder = xyb_settings_dup_string (self->settings, "last-folder");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = xyb_export_spec_file_name (self->office, spec, &error);

  if (name == NULL)
    {
      xyb_office_report (self->office, error);
      return;
    }
  if (folder == NULL)
    folder = g_strdup (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS));
  xyb_compat_choose_save (GTK_WINDOW (self), save_title (spec->kind), folder, name, &kind,
                          path_chosen_cb, request_new (self, spec));
}

static void
spec_settled_cb (GtkWindow *parent, XybOffice *office, const XybExportSpec *spec)
{
  XybWindow *self = XYB_WINDOW (parent);

  if (self->office == office)
    choose_path (self, spec);
}

/* ---- a file per 区镇 ---- */

static void
replace_answer_cb (const char *answer, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  XybWindow *self = request->window;

  if (g_strcmp0 (answer, "replace") == 0 && self->office != NULL && self->job == NULL)
    xyb_window_export_to (self, request->spec, request->folder);
}

static guint
count_existing (GPtrArray *files)
{
  guint count = 0;

  for (guint i = 0; i < files->len; i++)
    if (g_file_test (((XybExportFile *) g_ptr_array_index (files, i))->path, G_FILE_TEST_EXISTS))
      count++;
  return count;
}

/**
 * xyb_window_export_each_to:
 * @self: the window
 * @spec: xyb_export_spec_is_folder()
 * @folder: where to
 *
 * Writes a file per 区镇; files of the same name are asked about once, before the first is written.
 */
void
xyb_window_export_each_to (XybWindow *self, const XybExportSpec *spec, const char *folder)
{
  static const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "replace", N_ ("全部替换"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files
    = xyb_export_spec_list_files (xyb_office_get_store (self->office), spec, folder, &error);
  g_autofree char *body = NULL;
  Request *request;
  guint existing;

  if (files == NULL)
    {
      xyb_office_report (self->office, error);
      return;
    }
  existing = count_existing (files);
  if (existing == 0)
    {
      xyb_window_export_to (self, spec, folder);
      return;
    }
  body = g_strdup_printf (_ ("文件夹里已有其中 %u 个文件，替换后原来的内容就没有了。"), existing);
  request = request_new (self, spec);
  request->folder = g_strdup (folder);
  xyb_compat_ask (GTK_WINDOW (self), _ ("替换已有文件？"), body, answers, G_N_ELEMENTS (answers),
                  NULL, replace_answer_cb, request);
}

static void
folder_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  XybWindow *self = request->window;

  if (path == NULL || self->office == NULL || self->job != NULL)
    return;
  xyb_settings_set_string (self->settings, "last-folder", path);
  xyb_window_export_each_to (self, request->spec, path);
}

static void
choose_folder (XybWindow *self, const XybExportSpec *spec)
{
  g_autofree char *folder = xyb_settings_dup_string (self->settings, "last-folder");

  if (folder == NULL)
    folder = g_strdup (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS));
  xyb_compat_choose_folder (GTK_WINDOW (self), _ ("每个区镇一个文件，写到哪个文件夹"), folder,
                            folder_chosen_cb, request_new (self, spec));
}

/**
 * xyb_window_ask_export:
 * @self: the window
 * @spec: what to write
 *
 * Asks where to write it, after a sum that is not the plan's target has been pointed out (QUO-01).
 */
void
xyb_window_ask_export (XybWindow *self, const XybExportSpec *spec)
{
  if (xyb_export_spec_is_folder (spec))
    choose_folder (self, spec);
  else
    xyb_mismatch_question_ask (GTK_WINDOW (self), self->office, spec, FALSE, spec_settled_cb);
}
