/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of texts as the clipboard carries them between spreadsheets. */

typedef struct
{
  GPtrArray *rows; /* of GPtrArray of char * */
  guint n_columns; /* of the longest row */
} XybTextTable;

XybTextTable *xyb_text_table_new (void);
void xyb_text_table_free (XybTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTextTable, xyb_text_table_free)

void xyb_text_table_add_row (XybTextTable *self);
void xyb_text_table_add_cell (XybTextTable *self, const char *text); /* to the last row */
const char *xyb_text_table_get (const XybTextTable *self, guint row, guint column);

XybTextTable *xyb_text_table_parse (const char *text);
char *xyb_text_table_format (const XybTextTable *self);
char *xyb_text_table_format_html (const XybTextTable *self);

G_END_DECLS
