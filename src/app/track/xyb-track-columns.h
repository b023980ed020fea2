/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-track-line.h"

G_BEGIN_DECLS

/* The columns of the table of a track: where they are, for its head and its rows. */

typedef enum
{
  XYB_TRACK_COLUMN_NAME,
  XYB_TRACK_COLUMN_DISTRICT,
  XYB_TRACK_COLUMN_STAGE,
  XYB_TRACK_COLUMN_DATE,
  XYB_TRACK_COLUMN_NEXT,
  XYB_TRACK_COLUMN_MATERIALS,
  XYB_TRACK_COLUMN_TROUBLE,
  XYB_N_TRACK_COLUMNS
} XybTrackColumn;

/* In pixels; a width of 0: there is no room for it. */
typedef struct
{
  int x;
  int width;
} XybTrackCell;

#define XYB_TRACK_CELL_GAP 12

void xyb_track_columns_place (int width, int em, XybTrackCell cells[XYB_N_TRACK_COLUMNS]);
int xyb_track_columns_min_width (int em);
const char *xyb_track_column_name (XybTrackColumn column);
XybTrackOrder xyb_track_column_order (XybTrackColumn column);

G_END_DECLS
