/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-export-job.h"
#include "xyb-print-job.h"
#include "xyb-print-preview.h"
#include "xyb-print-view.h"
#include "xyb-toaster.h"

G_BEGIN_DECLS

/* Shared by the files of the preview, and by the tests in place of a file dialog. */

struct _XybPrintPreview
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *heading;
  GtkDropDown *choice;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *failed;
  XybPrintView *view;
  GtkWidget *note_box;
  GtkLabel *note;
  GtkEntry *page_entry;
  GtkLabel *page_total;
  GtkMenuButton *zoom_button;
  GtkRevealer *job_bar;
  GtkLabel *job_label;
  GtkProgressBar *job_progress;

  /* owned */
  XybOffice *office;
  GPtrArray *specs; /* of XybExportSpec, by choice */
  guint chosen;
  GCancellable *loading;
  XybDocument *document;
  GSimpleActionGroup *actions;
  GSettings *settings;
  XybToaster *toaster;
  XybPrintJob *print_job;
  XybExportJob *save_job;
  char *saved; /* the file 「打开」 opens */
  guint tick;
  gboolean closed;
};

/* xyb-print-preview.c */
const XybExportSpec *xyb_print_preview_get_spec (XybPrintPreview *self);
void xyb_print_preview_update_actions (XybPrintPreview *self);

/* xyb-print-preview-output.c */
void xyb_print_preview_print (XybPrintPreview *self);
void xyb_print_preview_choose_pdf (XybPrintPreview *self);
void xyb_print_preview_save_to (XybPrintPreview *self, const char *path);
void xyb_print_preview_stop (XybPrintPreview *self);
void xyb_print_preview_open_saved (XybPrintPreview *self, gboolean folder);
gboolean xyb_print_preview_is_busy (XybPrintPreview *self);

G_END_DECLS
