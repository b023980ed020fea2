/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-print-job.h"

#include <math.h>

#include "xyb-i18n.h"
#include "xyb-print-settings.h"

/* Paper that is so little bigger or smaller is the same paper. */
#define SAME_SIZE 0.005

struct _XybPrintJob
{
  GObject parent_instance;

  /* owned */
  XybDocument *document;
  GtkPrintOperation *operation;

  guint n_drawn;
  gboolean previewed; /* the dialog was left by its preview button: nothing was printed */
  gboolean running;   /* holds itself: GTK goes on printing when nobody listens any more */
};

G_DEFINE_FINAL_TYPE (XybPrintJob, xyb_print_job, G_TYPE_OBJECT)

enum
{
  SIGNAL_PREVIEW,
  SIGNAL_PROGRESSED,
  SIGNAL_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- the pages ---- */

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, XybPrintJob *self)
{
  gtk_print_operation_set_n_pages (operation, (int) xyb_document_get_n_pages (self->document));
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       XybPrintJob *self)
{
  double width;
  double height;

  xyb_document_get_page_size (self->document, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* On other paper than the document's own the page gets as big as it can, in the middle. */
static void
fit_to_paper (GtkPrintContext *context, cairo_t *cr, double width, double height)
{
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double scale = MIN (paper_width / width, paper_height / height);

  if (fabs (scale - 1) < SAME_SIZE)
    return;
  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, XybPrintJob *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width;
  double height;

  xyb_document_get_page_size (self->document, (guint) page, &width, &height);
  cairo_save (cr);
  fit_to_paper (context, cr, width, height);
  xyb_document_draw_page (self->document, (guint) page, cr);
  cairo_restore (cr);
  self->n_drawn++;
  g_signal_emit (self, signals[SIGNAL_PROGRESSED], 0);
}

/* ---- the preview button of the dialog ---- */

typedef struct
{
  GtkPrintOperationPreview *preview;
  cairo_surface_t *surface;
} Ending;

static gboolean
end_preview_cb (gpointer user_data)
{
  Ending *ending = user_data;

  gtk_print_operation_preview_end_preview (ending->preview);
  g_object_unref (ending->preview);
  cairo_surface_destroy (ending->surface);
  g_free (ending);
  return G_SOURCE_REMOVE;
}

/* PROVEN, Pages: GTK wants a cairo context to measure with before it is told that there is a
 * preview already; and it must not be ended from here. */
static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            XybPrintJob *self)
{
  Ending *ending = g_new0 (Ending, 1);
  cairo_t *cr;

  self->previewed = TRUE;
  ending->preview = g_object_ref (preview);
  ending->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (ending->surface);
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  g_idle_add (end_preview_cb, ending);
  g_signal_emit (self, signals[SIGNAL_PREVIEW], 0);
  return TRUE;
}

/* ---- the end ---- */

static void
finish (XybPrintJob *self, gboolean printed, const char *sentence)
{
  if (!self->running)
    return;
  self->running = FALSE;
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, printed, sentence);
  g_object_unref (self);
}

static void
fail (XybPrintJob *self, const GError *error)
{
  g_autofree char *sentence
    = g_strdup_printf (_ ("打印没有完成（%s），请检查打印机是否接好、有没有纸，再打印一次。"),
                       error != NULL ? error->message : _ ("原因不明"));

  finish (self, FALSE, sentence);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, XybPrintJob *self)
{
  g_autoptr (GError) error = NULL;
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  gboolean applied = result == GTK_PRINT_OPERATION_RESULT_APPLY;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      fail (self, error);
      return;
    }
  if (applied && !self->previewed && settings != NULL)
    xyb_print_settings_save (settings);
  finish (self, applied && !self->previewed, NULL);
}

/* ---- the type ---- */

static void
xyb_print_job_dispose (GObject *object)
{
  XybPrintJob *self = XYB_PRINT_JOB (object);

  if (self->operation != NULL)
    g_signal_handlers_disconnect_by_data (self->operation, self);
  g_clear_object (&self->operation);
  g_clear_pointer (&self->document, xyb_document_unref);
  G_OBJECT_CLASS (xyb_print_job_parent_class)->dispose (object);
}

static void
xyb_print_job_class_init (XybPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_print_job_dispose;

  signals[SIGNAL_PREVIEW] = g_signal_new ("preview", XYB_TYPE_PRINT_JOB, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PROGRESSED] = g_signal_new ("progressed", XYB_TYPE_PRINT_JOB, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FINISHED]
    = g_signal_new ("finished", XYB_TYPE_PRINT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
xyb_print_job_init (XybPrintJob *self)
{
}

/* A4 unless the clerk chooses other paper; the pages bring their own margins. */
static GtkPageSetup *
make_page_setup (XybDocument *document)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width;
  double height;

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_paper_size_free (paper);
  xyb_document_get_page_size (document, 0, &width, &height);
  if (width > height)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

static void
prepare (XybPrintJob *self, const char *file_name)
{
  g_autoptr (GtkPrintSettings) settings = xyb_print_settings_load ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (self->document);

  /* 「打印到文件」 proposes the office's own name. */
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, file_name);
  gtk_print_operation_set_print_settings (self->operation, settings);
  gtk_print_operation_set_default_page_setup (self->operation, setup);
  gtk_print_operation_set_job_name (self->operation, file_name);
  gtk_print_operation_set_n_pages (self->operation,
                                   (int) xyb_document_get_n_pages (self->document));
  gtk_print_operation_set_use_full_page (self->operation, TRUE);
  gtk_print_operation_set_unit (self->operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (self->operation, TRUE);
  gtk_print_operation_set_allow_async (self->operation, TRUE);
}

/**
 * xyb_print_job_new:
 * @document: at least one page
 * @file_name: the office's own name, without ending: the print queue shows it
 *
 * Returns: (transfer full): a job that has not begun
 */
XybPrintJob *
xyb_print_job_new (XybDocument *document, const char *file_name)
{
  XybPrintJob *self = g_object_new (XYB_TYPE_PRINT_JOB, NULL);

  self->document = xyb_document_ref (document);
  self->operation = gtk_print_operation_new ();
  prepare (self, file_name);
  g_signal_connect (self->operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (self->operation, "request-page-setup", G_CALLBACK (request_page_setup_cb),
                    self);
  g_signal_connect (self->operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_signal_connect (self->operation, "preview", G_CALLBACK (preview_cb), self);
  g_signal_connect (self->operation, "done", G_CALLBACK (done_cb), self);
  return self;
}

static void
run (XybPrintJob *self, GtkWindow *parent, GtkPrintOperationAction action)
{
  g_autoptr (GError) error = NULL;

  self->running = TRUE;
  g_object_ref (self);
  /* What fails before the first page is told here only. */
  if (gtk_print_operation_run (self->operation, action, parent, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    fail (self, error);
}

/**
 * xyb_print_job_run:
 * @self: a job
 * @parent: the window
 *
 * Shows the print dialog and returns; #XybPrintJob::finished tells how it ended.
 */
void
xyb_print_job_run (XybPrintJob *self, GtkWindow *parent)
{
  g_return_if_fail (XYB_IS_PRINT_JOB (self));

  run (self, parent, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

/**
 * xyb_print_job_preview:
 * @self: a job
 * @parent: the window
 *
 * What the preview button of the print dialog does.
 */
void
xyb_print_job_preview (XybPrintJob *self, GtkWindow *parent)
{
  g_return_if_fail (XYB_IS_PRINT_JOB (self));

  run (self, parent, GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

/**
 * xyb_print_job_run_to_file:
 * @self: a job
 * @parent: the window
 * @path: a PDF
 *
 * What a printer would get, as a file; for comparing. Files for the clerk are written by
 * xyb_document_write_pdf(), which notices a full disk.
 */
void
xyb_print_job_run_to_file (XybPrintJob *self, GtkWindow *parent, const char *path)
{
  g_return_if_fail (XYB_IS_PRINT_JOB (self));

  gtk_print_operation_set_export_filename (self->operation, path);
  run (self, parent, GTK_PRINT_OPERATION_ACTION_EXPORT);
}

/**
 * xyb_print_job_cancel:
 * @self: a job
 *
 * Stops after the page in hand.
 */
void
xyb_print_job_cancel (XybPrintJob *self)
{
  g_return_if_fail (XYB_IS_PRINT_JOB (self));

  if (self->operation != NULL)
    gtk_print_operation_cancel (self->operation);
}

/**
 * xyb_print_job_get_fraction:
 * @self: a job
 *
 * Returns: how much is drawn, 0 … 1
 */
double
xyb_print_job_get_fraction (XybPrintJob *self)
{
  int wanted;

  g_return_val_if_fail (XYB_IS_PRINT_JOB (self), 0);

  wanted = gtk_print_operation_get_n_pages_to_print (self->operation);
  return wanted > 0 ? MIN ((double) self->n_drawn / wanted, 1.0) : 0;
}

/**
 * xyb_print_job_dup_file:
 * @self: a job
 *
 * Returns: (transfer full) (nullable): name of the file the clerk printed to (「打印到文件」);
 * %NULL for a real printer
 */
char *
xyb_print_job_dup_file (XybPrintJob *self)
{
  GtkPrintSettings *settings;
  const char *uri;
  g_autofree char *path = NULL;

  g_return_val_if_fail (XYB_IS_PRINT_JOB (self), NULL);

  settings = gtk_print_operation_get_print_settings (self->operation);
  uri = settings != NULL ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;
  path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  return path != NULL ? g_filename_display_basename (path) : NULL;
}
