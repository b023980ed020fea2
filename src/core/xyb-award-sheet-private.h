/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-sheet.h"

G_BEGIN_DECLS

/* Shared by the files that read a sheet of a list. */

/* All rows are kept until the clerk has decided. The city has passed 700 in twelve years. */
#define XYB_AWARD_MAX_ROWS 100000
#define XYB_AWARD_MAX_TEXT 1000  /* characters of a cell: more is no value of any of the columns */
#define XYB_AWARD_MAX_COLUMNS 64 /* that are looked at where there is no head */

/* A row above the head, or of a sheet that has none. */
typedef struct
{
  guint row;
  gboolean hidden;
  guint n_cells;
  guint *columns;
  char **texts; /* NULL-ended */
} XybAwardKept;

struct _XybAwardSheetReader
{
  XybAwardRoll *list;
  XybAwardSheet *sheet;
  guint first_row;    /* place of the sheet's first row in the list */
  GPtrArray *above;   /* of XybAwardKept, until the head is found */
  GHashTable *titles; /* keys of what stood above: a page may repeat them */
  int base_year;      /* of title, sheet, file */
  XybTrack base_track;
  gint64 base_unit;
  int year; /* of the lines between the rows */
  XybTrack track;
  gint64 unit;
  XybTrack head_track;   /* 市级认定年度 */
  char *track_head;      /* what stands above the levels, or NULL */
  gboolean year_outside; /* the first line between the rows said a year: levels stand below it */
  gboolean track_outside;
  guint n_filled;
};

gboolean xyb_award_cell_is_said (const XybAwardCell *self);
guint
xyb_award_match_head (const XybAwardCell *cells, guint n_cells, int columns[XYB_N_AWARD_COLUMNS]);
gboolean xyb_award_sheet_is_wide (const XybAwardSheet *self);

/* xyb-award-sheet-rows.c */
void xyb_award_sheet_read_row (XybAwardSheetReader *self,
                               guint number,
                               gboolean hidden,
                               const XybAwardCell *cells,
                               guint n_cells);

/* xyb-award-sheet-guess.c */
gboolean xyb_award_sheet_guess_columns (XybAwardSheetReader *self);

G_END_DECLS
