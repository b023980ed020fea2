/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-sheet-private.h"

#include <string.h>

#include "xyb-award-words.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* The rows below the head: enterprises, lines between them, totals and remarks. */

/* ---- rows that are none ---- */

static const char *const totals[] = { "合计", "总计", "小计", "共计", "累计", "总数" };
static const char *const remarks[]
  = { "注:",    "注1",        "说明", "备注", "填表",     "制表", "填报",
      "联系人", "单位(盖章)", "审核", "附件", "数据来源", "截至", "截止" };

static gboolean
begins_with (const char *key, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (key, list[i]))
      return TRUE;
  return FALSE;
}

/* 共590家 */
static gboolean
is_count (const char *key)
{
  return g_str_has_prefix (key, "共") && g_ascii_isdigit (key[strlen ("共")]);
}

static const char *
reason_of_text (const char *text)
{
  g_autofree char *key = xyb_text_key (text);

  if (begins_with (key, totals, G_N_ELEMENTS (totals)) || is_count (key))
    return _ ("合计行");
  return begins_with (key, remarks, G_N_ELEMENTS (remarks)) ? _ ("说明或备注") : NULL;
}

/* Why a row is none of an enterprise; NULL: it may be. */
static const char *
no_row_reason (const XybAwardSheet *sheet,
               const XybAwardCell *cells,
               guint n_cells,
               const char *name)
{
  int columns[XYB_N_AWARD_COLUMNS];
  guint heads = xyb_award_match_head (cells, n_cells, columns);
  const char *reason;

  if (columns[XYB_AWARD_COLUMN_NAME] >= 0
      && columns[XYB_AWARD_COLUMN_NAME] == sheet->columns[XYB_AWARD_COLUMN_NAME]
      && (heads >= 2 || xyb_award_head_is_name_alone (name)))
    return _ ("重复的表头");
  if (xyb_award_is_company (name))
    return NULL;
  for (guint i = 0; i < n_cells; i++)
    if (xyb_award_cell_is_said (&cells[i]))
      {
        reason = reason_of_text (cells[i].text);
        return reason != NULL || name == NULL ? reason : reason_of_text (name);
      }
  return NULL;
}

/* ---- lines between the rows ---- */

/* The only text of a row, also where every cell of a merged line repeats it. */
static const char *
only_text (const XybAwardCell *cells, guint n_cells)
{
  const char *only = NULL;

  for (guint i = 0; i < n_cells; i++)
    {
      if (!xyb_award_cell_is_said (&cells[i]))
        continue;
      if (only != NULL && strcmp (only, cells[i].text) != 0)
        return NULL;
      only = cells[i].text;
    }
  return only;
}

/* A line of the outer kind begins anew what stands inside of it: 二、市级示范企业 below the years
 * of 一、贯标企业; a year on its own keeps the level above it. */
static void
take_line (XybAwardSheetReader *self, int year, XybTrack track)
{
  if (!self->year_outside && !self->track_outside)
    {
      self->year_outside = year != 0 && track == 0;
      self->track_outside = track != 0 && year == 0;
    }
  if (year != 0)
    self->year = MAX (year, 0);
  else if (track != 0 && !self->year_outside)
    self->year = self->base_year;
  if (track != 0)
    self->track = track;
  else if (year != 0 && self->year_outside)
    self->track = self->base_track;
}

/* “2015年”, “市级示范企业（43家）”, “周市镇” alone in a row hold for the rows below. */
static gboolean
is_line (XybAwardSheetReader *self, const XybAwardCell *cells, guint n_cells)
{
  const char *text = only_text (cells, n_cells);
  g_autofree char *key = text != NULL ? xyb_text_key (text) : NULL;
  XybUnitMatchKind kind;
  const XybUnit *unit;
  int year;
  XybTrack track;

  if (text == NULL || xyb_award_is_company (text))
    return FALSE;
  if (g_hash_table_contains (self->titles, key))
    return TRUE;
  year = xyb_award_year_in (text);
  track = xyb_award_track_in (text, NULL);
  unit = xyb_unit_matcher_match_kind (self->list->matcher, text, XYB_UNIT_KIND_DISTRICT, &kind);
  if (year != 0 || track != 0)
    take_line (self, year, track);
  else if (unit != NULL)
    self->unit = unit->id;
  return year != 0 || track != 0 || unit != NULL;
}

/* ---- rows ---- */

static const char *
find_text (const XybAwardCell *cells, guint n_cells, int column)
{
  for (guint i = 0; column >= 0 && i < n_cells; i++)
    if ((int) cells[i].column == column)
      return xyb_award_cell_is_said (&cells[i]) ? cells[i].text : NULL;
  return NULL;
}

static char *
take_text (const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL || strlen (text) > 8 * XYB_AWARD_MAX_TEXT)
    return text != NULL ? xyb_text_excerpt (text, XYB_AWARD_MAX_TEXT) : NULL;
  clean = xyb_text_clean (text);
  return g_utf8_strlen (clean, -1) <= XYB_AWARD_MAX_TEXT
           ? g_steal_pointer (&clean)
           : xyb_text_excerpt (clean, XYB_AWARD_MAX_TEXT);
}

static XybAwardRow *
add_row (XybAwardSheetReader *self,
         guint number,
         gboolean hidden,
         const XybAwardCell *cells,
         guint n_cells)
{
  const XybAwardSheet *sheet = self->sheet;
  XybAwardRow *row = xyb_award_roll_add_row (self->list, self->sheet, number, hidden);

  for (guint i = 0; i < XYB_N_AWARD_COLUMNS; i++)
    row->raw[i] = take_text (find_text (cells, n_cells, sheet->columns[i]));
  row->place_year = self->year;
  row->place_track = self->track != 0 ? self->track : self->head_track;
  row->place_unit = self->unit;
  return row;
}

/* One row of the list for each title the row of the sheet speaks of. */
static void
add_track_rows (XybAwardSheetReader *self,
                guint number,
                gboolean hidden,
                const XybAwardCell *cells,
                guint n_cells)
{
  guint n = 0;

  for (guint i = 0; i < XYB_N_TRACKS; i++)
    {
      const char *text = find_text (cells, n_cells, self->sheet->track_columns[i]);
      XybAwardRow *row;

      if (xyb_text_is_placeholder (text) || g_str_equal (text, "否"))
        continue;
      row = add_row (self, number, hidden, cells, n_cells);
      g_clear_pointer (&row->raw[XYB_AWARD_COLUMN_YEAR], g_free);
      g_clear_pointer (&row->raw[XYB_AWARD_COLUMN_DAY], g_free);
      row->raw[XYB_AWARD_COLUMN_YEAR] = take_text (text);
      row->place_track = (XybTrack) (i + 1);
      row->place_year = 0;
      n++;
    }
  if (n == 0)
    add_row (self, number, hidden, cells, n_cells)->place_track = 0;
}

/* 序号 drawn down below the table is a blank row. */
static gboolean
is_blank (const XybAwardSheet *sheet, const XybAwardCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (xyb_award_cell_is_said (&cells[i])
        && (int) cells[i].column != sheet->columns[XYB_AWARD_COLUMN_POSITION])
      return FALSE;
  return find_text (cells, n_cells, sheet->columns[XYB_AWARD_COLUMN_POSITION]) == NULL
         || only_text (cells, n_cells) == NULL
         || strspn (only_text (cells, n_cells), "0123456789 ")
              == strlen (only_text (cells, n_cells));
}

void
xyb_award_sheet_read_row (XybAwardSheetReader *self,
                          guint number,
                          gboolean hidden,
                          const XybAwardCell *cells,
                          guint n_cells)
{
  const char *name = find_text (cells, n_cells, self->sheet->columns[XYB_AWARD_COLUMN_NAME]);
  const char *reason;

  if (is_blank (self->sheet, cells, n_cells))
    return;
  reason = no_row_reason (self->sheet, cells, n_cells, name);
  if (reason != NULL)
    {
      add_row (self, number, hidden, cells, n_cells)->no_row = g_strdup (reason);
      return;
    }
  if (is_line (self, cells, n_cells))
    return;
  if (xyb_award_sheet_is_wide (self->sheet))
    add_track_rows (self, number, hidden, cells, n_cells);
  else
    add_row (self, number, hidden, cells, n_cells);
}
