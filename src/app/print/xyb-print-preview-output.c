/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-print-preview-private.h"

#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-settings.h"

/* UI.md: work longer than this shows its progress. */
#define SHOW_AFTER_MS 300
#define TICK_MS 100

/* Long enough to reach for the mouse. */
#define SAVED_TOAST_SECONDS 12
#define TOAST_SECONDS 5

/* ---- while it runs ---- */

static gboolean
tick_cb (gpointer user_data)
{
  XybPrintPreview *self = user_data;

  gtk_revealer_set_reveal_child (self->job_bar, TRUE);
  if (self->print_job != NULL)
    gtk_progress_bar_set_fraction (self->job_progress,
                                   xyb_print_job_get_fraction (self->print_job));
  else
    gtk_progress_bar_pulse (self->job_progress);
  return G_SOURCE_CONTINUE;
}

static gboolean
first_tick_cb (gpointer user_data)
{
  XybPrintPreview *self = user_data;

  tick_cb (self);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  return G_SOURCE_REMOVE;
}

static void
begin_progress (XybPrintPreview *self, const char *words)
{
  if (self->tick != 0)
    return;
  gtk_label_set_label (self->job_label, words);
  gtk_progress_bar_set_fraction (self->job_progress, 0);
  self->tick = g_timeout_add (SHOW_AFTER_MS, first_tick_cb, self);
}

static void
end_progress (XybPrintPreview *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_revealer_set_reveal_child (self->job_bar, FALSE);
}

/**
 * xyb_print_preview_is_busy:
 * @self: a preview
 *
 * Returns: whether it is printing or saving
 */
gboolean
xyb_print_preview_is_busy (XybPrintPreview *self)
{
  return self->print_job != NULL || self->save_job != NULL;
}

/**
 * xyb_print_preview_stop:
 * @self: a preview
 *
 * Stops printing and saving.
 */
void
xyb_print_preview_stop (XybPrintPreview *self)
{
  if (self->print_job != NULL)
    xyb_print_job_cancel (self->print_job);
  if (self->save_job != NULL)
    xyb_export_job_cancel (self->save_job);
}

/* ---- onto paper ---- */

static char *
dup_file_name (XybPrintPreview *self, gboolean ending, GError **error)
{
  g_autoptr (XybExportSpec) spec = xyb_export_spec_copy (xyb_print_preview_get_spec (self));
  char *name;

  spec->pdf = TRUE;
  name = xyb_export_spec_file_name (self->office, spec, error);
  if (name != NULL && !ending)
    name[strlen (name) - strlen (".pdf")] = '\0';
  return name;
}

static void
print_progressed_cb (XybPrintJob *job, XybPrintPreview *self)
{
  if (!self->closed)
    begin_progress (self, _ ("正在送往打印机"));
}

/* The dialog's own preview button: this is the preview. */
static void
preview_wanted_cb (XybPrintJob *job, XybPrintPreview *self)
{
  if (self->closed)
    return;
  gtk_window_present (GTK_WINDOW (self));
  xyb_print_view_show_page (self->view, 0);
}

static void
report_after_closing (XybPrintPreview *self, const char *sentence)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, sentence);

  xyb_office_report (self->office, error);
}

static void
toast_printed (XybPrintPreview *self, XybPrintJob *job)
{
  g_autofree char *file = xyb_print_job_dup_file (job);
  g_autofree char *sentence
    = file != NULL ? g_strdup_printf (_ ("已打印到文件 %s"), file) : g_strdup (_ ("已送往打印机"));

  xyb_toaster_say (self->toaster, sentence, NULL, NULL, TOAST_SECONDS);
}

static void
print_finished_cb (XybPrintJob *job, gboolean printed, const char *sentence, XybPrintPreview *self)
{
  if (self->closed)
    {
      if (sentence != NULL && self->office != NULL)
        report_after_closing (self, sentence);
      return;
    }
  end_progress (self);
  g_clear_object (&self->print_job); /* @job holds itself to the end of this */
  xyb_print_preview_update_actions (self);
  if (sentence != NULL)
    xyb_compat_tell (GTK_WINDOW (self), _ ("没有打印"), sentence);
  else if (printed)
    toast_printed (self, job);
}

/**
 * xyb_print_preview_print:
 * @self: a preview
 *
 * Shows the print dialog.
 */
void
xyb_print_preview_print (XybPrintPreview *self)
{
  g_autofree char *name = NULL;

  if (self->document == NULL || xyb_print_preview_is_busy (self))
    return;
  name = dup_file_name (self, FALSE, NULL);
  self->print_job
    = xyb_print_job_new (self->document,
                         name != NULL ? name : xyb_document_get_title (self->document));
  g_signal_connect_object (self->print_job, "progressed", G_CALLBACK (print_progressed_cb), self,
                           0);
  g_signal_connect_object (self->print_job, "preview", G_CALLBACK (preview_wanted_cb), self, 0);
  g_signal_connect_object (self->print_job, "finished", G_CALLBACK (print_finished_cb), self, 0);
  xyb_print_preview_update_actions (self);
  xyb_print_job_run (self->print_job, GTK_WINDOW (self));
}

/* ---- into a PDF ---- */

/**
 * xyb_print_preview_open_saved:
 * @self: a preview
 * @folder: the folder the file is in, instead of the file
 *
 * Opens what was saved last.
 */
void
xyb_print_preview_open_saved (XybPrintPreview *self, gboolean folder)
{
  if (self->saved == NULL)
    return;
  if (folder)
    xyb_compat_open_folder_of (GTK_WINDOW (self), self->saved);
  else
    xyb_compat_open_file (GTK_WINDOW (self), self->saved);
}

static void
toast_saved (XybPrintPreview *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sentence = g_strdup_printf (_ ("已保存 %s"), name);
  gboolean file = xyb_compat_can_open_file (path);

  g_free (self->saved);
  self->saved = g_strdup (path);
  xyb_toaster_say (self->toaster, sentence, file ? _ ("打开") : _ ("打开所在文件夹"),
                   file ? "preview.open-saved" : "preview.open-saved-folder", SAVED_TOAST_SECONDS);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (XybPrintPreview) self = user_data;
  g_autoptr (XybExportJob) job = XYB_EXPORT_JOB (g_object_ref (source));
  g_autoptr (GError) error = NULL;
  gboolean done = xyb_export_job_run_finish (job, result, &error);

  if (self->closed)
    return;
  end_progress (self);
  g_clear_object (&self->save_job);
  xyb_print_preview_update_actions (self);
  if (done)
    toast_saved (self, xyb_export_job_get_path (job));
  else if (xyb_export_job_is_cancelled (job))
    xyb_toaster_say (self->toaster, _ ("已停止，没有写文件"), NULL, NULL, TOAST_SECONDS);
  else
    xyb_compat_tell (GTK_WINDOW (self), _ ("没有保存"), error->message);
}

/**
 * xyb_print_preview_save_to:
 * @self: a preview
 * @path: a PDF
 *
 * Writes it in a thread; a toast offers to open it.
 */
void
xyb_print_preview_save_to (XybPrintPreview *self, const char *path)
{
  g_autoptr (XybExportSpec) spec = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *words = g_strdup_printf (_ ("正在保存 %s"), name);

  g_return_if_fail (XYB_IS_PRINT_PREVIEW (self) && !xyb_print_preview_is_busy (self));

  spec = xyb_export_spec_copy (xyb_print_preview_get_spec (self));
  spec->pdf = TRUE;
  self->save_job = xyb_export_job_new (self->office, spec, path);
  begin_progress (self, words);
  xyb_print_preview_update_actions (self);
  xyb_export_job_run_async (self->save_job, saved_cb, g_object_ref (self));
}

static void
path_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybPrintPreview) self = user_data;
  g_autofree char *folder = NULL;

  if (path == NULL || self->closed || xyb_print_preview_is_busy (self))
    return;
  folder = g_path_get_dirname (path);
  xyb_settings_set_string (self->settings, "last-folder", folder);
  xyb_print_preview_save_to (self, path);
}

/**
 * xyb_print_preview_choose_pdf:
 * @self: a preview
 *
 * Asks where to save the pages.
 */
void
xyb_print_preview_choose_pdf (XybPrintPreview *self)
{
  XybFileKind kind = { _ ("PDF 文件"), "*.pdf" };
  g_autofree char *folder = xyb_settings_dup_string (self->settings, "last-folder");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_file_name (self, TRUE, &error);

  if (name == NULL)
    {
      xyb_compat_tell (GTK_WINDOW (self), _ ("没有保存"), error->message);
      return;
    }
  if (folder == NULL)
    folder = g_strdup (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS));
  xyb_compat_choose_save (GTK_WINDOW (self), _ ("另存为 PDF"), folder, name, &kind, path_chosen_cb,
                          g_object_ref (self));
}
