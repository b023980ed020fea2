/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-document.h"

G_BEGIN_DECLS

/* The sheets of a document laid out one below the other at some scale, and their pictures: what
 * #XybPrintView puts on screen. Lengths are pixels unless said otherwise. */

#define XYB_PRINT_MARGIN 18.0 /* around the sheets */
#define XYB_PRINT_GAP 18.0    /* between them */

typedef struct _XybPrintSheets XybPrintSheets;

XybPrintSheets *xyb_print_sheets_new (XybDocument *document);
void xyb_print_sheets_free (XybPrintSheets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybPrintSheets, xyb_print_sheets_free)

/* Pixels per point. */
double xyb_print_sheets_fit (XybPrintSheets *self, double width, double height);
void xyb_print_sheets_set_scale (XybPrintSheets *self, double scale);
double xyb_print_sheets_get_scale (XybPrintSheets *self);

double xyb_print_sheets_get_width (XybPrintSheets *self);
double xyb_print_sheets_get_height (XybPrintSheets *self);
double xyb_print_sheets_get_top (XybPrintSheets *self, guint page);
double xyb_print_sheets_get_page_height (XybPrintSheets *self, guint page);
guint xyb_print_sheets_find (XybPrintSheets *self, double y);

void xyb_print_sheets_draw (XybPrintSheets *self,
                            GtkSnapshot *snapshot,
                            const graphene_rect_t *window,
                            int factor);

G_END_DECLS
