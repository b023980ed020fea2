/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text on its way into a sheet: what may stand in a cell, how wide it is, where it breaks. */

/* Width of a figure in ems. A 仿宋 has half-width figures; the fonts that stand in for it are
 * wider. */
#define XYB_SHEET_EM_FIGURE 0.62

const char *xyb_sheet_text_clean (const char *text, GString *scratch);

double xyb_sheet_text_width (const char *text);
guint xyb_sheet_text_lines (const char *text, double room);
char *xyb_sheet_text_pad (const char *text, double width);
char *xyb_sheet_title_break (const char *title, double room);

char *xyb_sheet_name_make (const char *wanted, GHashTable *taken);

G_END_DECLS
