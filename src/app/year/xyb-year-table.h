/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* A small sheet to fill for a new year: a name, what it was before, and two numbers. Its numbers
 * are nobody's but its own until the year is made. */

#define XYB_TYPE_YEAR_TABLE (xyb_year_table_get_type ())
G_DECLARE_FINAL_TYPE (XybYearTable, xyb_year_table, XYB, YEAR_TABLE, GObject)

#define XYB_YEAR_TABLE_NUMBERS 2

/* XybYearTable::changed: a number is another now */

XybYearTable *xyb_year_table_new (void);

void xyb_year_table_start (XybYearTable *self, const char *const *heads);
void xyb_year_table_add_row (XybYearTable *self,
                             const char *name,
                             gint64 previous,
                             const gint64 *numbers);
void xyb_year_table_add_total (XybYearTable *self, const char *name, gint64 previous);
void xyb_year_table_finish (XybYearTable *self);
void xyb_year_table_set_total (XybYearTable *self, guint number, gint64 total);
void xyb_year_table_set_draft (XybYearTable *self, guint row, guint column, const char *text);

gint64 xyb_year_table_get (XybYearTable *self, guint row, guint number);
gint64 xyb_year_table_get_sum (XybYearTable *self, guint number);
void xyb_year_table_set (XybYearTable *self, guint row, guint number, gint64 value);

G_END_DECLS
