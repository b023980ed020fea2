/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office-document.h"

G_BEGIN_DECLS

/* 打印预览: the sheets as they will lie in the printer, and the way to a printer or a PDF. */

#define XYB_TYPE_PRINT_PREVIEW (xyb_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (XybPrintPreview, xyb_print_preview, XYB, PRINT_PREVIEW, AdwWindow)

/* One of the documents a page offers. */
typedef struct
{
  const char *label; /* 周市镇 */
  XybExportSpec spec;
} XybPrintChoice;

void xyb_print_preview_open (GtkWidget *from,
                             XybOffice *office,
                             const XybPrintChoice *choices,
                             guint n_choices);

void xyb_print_preview_choose (XybPrintPreview *self, guint index);
XybDocument *xyb_print_preview_get_document (XybPrintPreview *self);

G_END_DECLS
