/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-columns.h"

#include "xyb-i18n.h"

/* Widths in em, one Chinese character: a 区镇 of seven, a date as 12月30日. */
static const struct
{
  const char *name;
  XybTrackOrder order;
  double width;
  guint leaves; /* who goes first in a narrow window; 0: stays */
} columns[XYB_N_TRACK_COLUMNS] = {
  { N_ ("企业"), XYB_TRACK_BY_NAME, 13, 0 },
  { N_ ("区镇"), XYB_TRACK_BY_DISTRICT, 7.4, 3 },
  { N_ ("阶段"), XYB_TRACK_BY_STAGE, 10.5, 0 },
  { N_ ("日期"), XYB_TRACK_BY_DATE, 5.6, 1 },
  { N_ ("下一步和期限"), XYB_TRACK_BY_DUE, 11.5, 4 },
  { N_ ("材料"), XYB_TRACK_BY_MATERIALS, 3.6, 2 },
  { N_ ("提醒"), XYB_TRACK_BY_TROUBLE, 6.8, 0 },
};

static int
needed (XybTrackColumn column, int em)
{
  return (int) (columns[column].width * em) + XYB_TRACK_CELL_GAP;
}

/* All but those that leave at or before @gone. */
static int
needed_without (guint gone, int em)
{
  int sum = XYB_TRACK_CELL_GAP;

  for (XybTrackColumn i = 0; i < XYB_N_TRACK_COLUMNS; i++)
    if (columns[i].leaves == 0 || columns[i].leaves > gone)
      sum += needed (i, em);
  return sum;
}

/**
 * xyb_track_columns_min_width:
 * @em: width of a Chinese character
 *
 * Returns: the least width in which name, stage and what is wrong can be read
 */
int
xyb_track_columns_min_width (int em)
{
  return needed_without (G_MAXUINT - 1, em);
}

/**
 * xyb_track_columns_place:
 * @width: of the table
 * @em: width of a Chinese character
 * @cells: (out): where each column is
 *
 * The name takes what the others leave; in a narrow window the less needed ones go.
 */
void
xyb_track_columns_place (int width, int em, XybTrackCell cells[XYB_N_TRACK_COLUMNS])
{
  guint gone = 0;
  int x = XYB_TRACK_CELL_GAP;
  int spare;

  while (gone < 4 && needed_without (gone, em) > width)
    gone++;
  spare = MAX (0, width - needed_without (gone, em));
  for (XybTrackColumn i = 0; i < XYB_N_TRACK_COLUMNS; i++)
    {
      gboolean here = columns[i].leaves == 0 || columns[i].leaves > gone;
      int room = here ? needed (i, em) + (i == XYB_TRACK_COLUMN_NAME ? spare : 0) : 0;

      cells[i].x = x;
      cells[i].width = MAX (0, room - XYB_TRACK_CELL_GAP);
      x += room;
    }
}

/**
 * xyb_track_column_name:
 * @column: a column
 *
 * Returns: its head
 */
const char *
xyb_track_column_name (XybTrackColumn column)
{
  return _ (columns[column].name);
}

/**
 * xyb_track_column_order:
 * @column: a column
 *
 * Returns: how its head orders the table
 */
XybTrackOrder
xyb_track_column_order (XybTrackColumn column)
{
  return columns[column].order;
}
