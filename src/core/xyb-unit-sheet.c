/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-unit-sheet.h"

#include <string.h>

#include "xyb-assessment-paper.h"
#include "xyb-file-name.h"

/* The words of the document are not translated. */
#define EACH_UNIT "各单位"

static void
row_free (XybUnitSheetRow *row)
{
  g_free (row->indicator);
  g_free (row->points);
  g_free (row->mark);
  g_free (row->earned);
  g_free (row->deduction);
  g_free (row->reason);
  g_free (row);
}

/* (0.2分) without its brackets; what has no bracket in its head has its points. */
static char *
points_words (const XybIndicator *indicator)
{
  g_autofree char *name = NULL;
  g_autofree char *points = NULL;
  g_autofree char *number = xyb_points_format (indicator->points);
  const char *first;
  const char *last;

  xyb_assessment_head_split (indicator->head != NULL ? indicator->head : "", &name, &points);
  if (points[0] == '\0')
    return g_strconcat (number, "分", NULL);
  first = g_utf8_next_char (points);
  last = g_utf8_prev_char (points + strlen (points));
  return g_strndup (first, (gsize) (last - first));
}

/* The cell stands beside the indicator: its name is not said again. */
static char *
reason_words (const XybScheme *scheme, const XybItemScore *item)
{
  g_autofree char *sentence = xyb_item_score_explain (scheme, item);
  g_autofree char *name = xyb_indicator_name (item->indicator);
  const char *rest = sentence;

  if (*name != '\0' && g_str_has_prefix (sentence, name))
    {
      rest += strlen (name);
      if (*rest != '\0')
        rest = g_utf8_next_char (rest);
    }
  return g_strstrip (g_strdup (rest));
}

/* Nothing is won or lost yet: the cell is blank, not 0 (KH-24). */
static gboolean
is_open (const XybSum *sum)
{
  return sum->why == XYB_WHY_PENDING || sum->why == XYB_WHY_UNSAID;
}

static gboolean
counts (const XybSum *sum)
{
  return sum->why != XYB_WHY_NOT_APPLICABLE && sum->why != XYB_WHY_INFO
         && sum->why != XYB_WHY_REMOVED && sum->why != XYB_WHY_EXPLAINED_REMOVED;
}

static char *
sum_words (const XybSum *sum, gint64 points)
{
  if (!counts (sum))
    return g_strdup ("—");
  return is_open (sum) && points == 0 ? g_strdup ("") : xyb_points_format_fixed (points);
}

/* Only of 得分制; what is only taken off earns nothing. */
static char *
earned_words (const XybScheme *scheme, const XybItemScore *item)
{
  if (scheme->mode != XYB_SCHEME_EARN)
    return g_strdup ("");
  if (!item->indicator->counts_in_base)
    return g_strdup ("—");
  return sum_words (&item->now, item->now.earned);
}

static char *
mark_words (const XybItemScore *item)
{
  g_autoptr (XybMark) excluded = xyb_mark_new (XYB_MARK_NOT_APPLICABLE);
  g_autoptr (XybMark) unsaid = xyb_mark_new (XYB_MARK_UNSAID);

  if (item->now.why == XYB_WHY_NOT_APPLICABLE)
    return xyb_mark_print (excluded, item->indicator);
  return xyb_mark_print (item->mark != NULL ? item->mark : unsaid, item->indicator);
}

static XybUnitSheetRow *
row_new (const XybScheme *scheme, const XybItemScore *item)
{
  XybUnitSheetRow *row = g_new0 (XybUnitSheetRow, 1);

  row->indicator = xyb_indicator_name (item->indicator);
  row->points = points_words (item->indicator);
  row->mark = mark_words (item);
  row->earned = earned_words (scheme, item);
  row->deduction = sum_words (&item->now, item->now.deduction);
  row->reason = reason_words (scheme, item);
  return row;
}

static char *
signed_points (gint64 points)
{
  g_autofree char *text = xyb_points_format_fixed (ABS (points));

  return g_strconcat (points < 0 ? "−" : "", text, NULL);
}

static char *
result_words (const XybUnitScore *unit)
{
  g_autofree char *score = signed_points (unit->score);
  g_autofree char *full = xyb_points_format_fixed (unit->full);
  g_autofree char *percent = xyb_unit_score_percent (unit);

  return g_strdup_printf ("得分%s分%s，应得%s分，%s", score, unit->floored ? "（下限）" : "", full,
                          percent);
}

static char *
caption_words (XybPhase phase, const char *as_of)
{
  const char *words = phase == XYB_PHASE_SETTLEMENT ? "年终结算" : "平时考核";

  return as_of != NULL ? g_strconcat (words, "　", as_of, NULL) : g_strdup (words);
}

/**
 * xyb_unit_sheet_new:
 * @sheet: the points of a scheme's units
 * @unit: one of them
 * @explanation: (nullable): its 情况说明
 * @as_of: (nullable): 截至2020年4月14日
 *
 * Returns: (transfer full): the sheet of that unit
 */
XybUnitSheet *
xyb_unit_sheet_new (const XybScoreSheet *sheet,
                    const XybUnitScore *unit,
                    const char *explanation,
                    const char *as_of)
{
  XybUnitSheet *self;

  g_return_val_if_fail (sheet != NULL && unit != NULL, NULL);

  self = g_new0 (XybUnitSheet, 1);
  self->title = g_strdup (sheet->scheme->title);
  self->unit_head = g_strdup (sheet->scheme->unit_head);
  self->unit = g_strdup (unit->unit->unit_name);
  self->caption = caption_words (sheet->phase, as_of);
  self->mode = sheet->scheme->mode;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < unit->items->len; i++)
    g_ptr_array_add (self->rows,
                     row_new (sheet->scheme, &g_array_index (unit->items, XybItemScore, i)));
  self->full = xyb_points_format_fixed (unit->full);
  self->earned
    = self->mode == XYB_SCHEME_EARN ? xyb_points_format_fixed (unit->earned) : g_strdup ("");
  self->deduction = xyb_points_format_fixed (unit->deduction);
  self->result = result_words (unit);
  self->explanation = g_strdup (explanation != NULL ? explanation : "");
  return self;
}

/**
 * xyb_unit_sheet_free:
 * @self: (nullable): a sheet
 */
void
xyb_unit_sheet_free (XybUnitSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->unit_head);
  g_free (self->unit);
  g_free (self->caption);
  g_ptr_array_unref (self->rows);
  g_free (self->full);
  g_free (self->earned);
  g_free (self->deduction);
  g_free (self->result);
  g_free (self->explanation);
  g_free (self);
}

/**
 * xyb_unit_sheet_file_name:
 * @scheme: a scheme
 * @unit: (nullable): whose sheet; %NULL for those of all
 *
 * Returns: (transfer full): the office's own file name, without extension
 */
char *
xyb_unit_sheet_file_name (const XybScheme *scheme, const char *unit)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (scheme != NULL, NULL);

  name = g_strconcat (scheme->title, " ", unit != NULL ? unit : EACH_UNIT, NULL);
  return xyb_file_name_clean (name);
}
