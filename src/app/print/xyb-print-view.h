/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-document.h"

G_BEGIN_DECLS

/* The sheets of a document, one below the other, as they will lie in the printer: a scrollable of
 * any length that draws only what is on screen. */

#define XYB_TYPE_PRINT_VIEW (xyb_print_view_get_type ())
G_DECLARE_FINAL_TYPE (XybPrintView, xyb_print_view, XYB, PRINT_VIEW, GtkWidget)

typedef enum
{
  XYB_PRINT_FIT_WIDTH,
  XYB_PRINT_FIT_PAGE,
  XYB_PRINT_PERCENT /* of the size on paper, at 96 pixels an inch */
} XybPrintFit;

#define XYB_PRINT_MIN_PERCENT 25
#define XYB_PRINT_MAX_PERCENT 400

void xyb_print_view_set_document (XybPrintView *self, XybDocument *document);
guint xyb_print_view_get_n_pages (XybPrintView *self);

guint xyb_print_view_get_page (XybPrintView *self);
void xyb_print_view_show_page (XybPrintView *self, guint page);
void xyb_print_view_turn (XybPrintView *self, int direction);

void xyb_print_view_fit (XybPrintView *self, XybPrintFit fit, int percent);
XybPrintFit xyb_print_view_get_fit (XybPrintView *self);
int xyb_print_view_get_percent (XybPrintView *self);
void xyb_print_view_zoom (XybPrintView *self, int steps);

/**
 * XybPrintView::changed:
 *
 * Another page is in view, or the zoom is another.
 */

G_END_DECLS
