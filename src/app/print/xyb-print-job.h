/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-document.h"

G_BEGIN_DECLS

/* One document on its way to a printer, from the same page functions as its preview and its PDF. */

#define XYB_TYPE_PRINT_JOB (xyb_print_job_get_type ())
G_DECLARE_FINAL_TYPE (XybPrintJob, xyb_print_job, XYB, PRINT_JOB, GObject)

XybPrintJob *xyb_print_job_new (XybDocument *document, const char *file_name);

void xyb_print_job_run (XybPrintJob *self, GtkWindow *parent);
void xyb_print_job_preview (XybPrintJob *self, GtkWindow *parent);
void xyb_print_job_run_to_file (XybPrintJob *self, GtkWindow *parent, const char *path);
void xyb_print_job_cancel (XybPrintJob *self);

double xyb_print_job_get_fraction (XybPrintJob *self);
char *xyb_print_job_dup_file (XybPrintJob *self);

/**
 * XybPrintJob::preview:
 *
 * The clerk pressed 「打印预览」 in the print dialog.
 */

/**
 * XybPrintJob::progressed:
 *
 * Another page is done.
 */

/**
 * XybPrintJob::finished:
 * @printed: the pages are with the printer
 * @sentence: (nullable): why not; %NULL where the clerk changed her mind
 */

G_END_DECLS
