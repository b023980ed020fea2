/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-print-sheets.h"
#include "xyb-print-view.h"

G_BEGIN_DECLS

/* The inside of XybPrintView, for the files that make it up: xyb-print-view.c, the sheets on
 * screen; xyb-print-view-keys.c, keys and wheel. */

#define XYB_PRINT_LINE_STEP 48.0
#define XYB_PRINT_PAGE_STEP 0.9 /* of what is on screen */

struct _XybPrintView
{
  GtkWidget parent_instance;

  /* owned */
  XybDocument *document;
  XybPrintSheets *sheets;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */

  guint scroll_policies[2];
  XybPrintFit fit;
  int percent;
  double wheel; /* not yet a whole step */
  guint page;
  guint idle;
};

void xyb_print_view_add_keys (GtkWidgetClass *klass);
void xyb_print_view_add_controllers (XybPrintView *self);

G_END_DECLS
