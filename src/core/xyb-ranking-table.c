/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-ranking-table.h"

#include <string.h>

#include "xyb-assessment-paper.h"
#include "xyb-file-name.h"

/* The words of the document are not translated. */
#define TABLE_WORD "考核表"
#define RANKING_WORD "考核排名"

const char *const xyb_ranking_heads[XYB_RANKING_COLUMNS]
  = { "名次", "单位", "应得分", "扣分", "得分", "百分比" };

const char *const xyb_ranking_summary_heads[XYB_RANKING_SUMMARY_COLUMNS]
  = { "考核指标", "√", "*", "非考核项", "无", "有", "计数", "未填" };

static void
row_free (XybRankingRow *row)
{
  g_free (row->unit);
  g_free (row);
}

static void
indicator_free (XybRankingIndicator *indicator)
{
  g_free (indicator->indicator);
  g_free (indicator);
}

/* ---- the order ---- */

/* Shares of different full marks, compared exactly. */
static int
compare_shares (const XybRankingRow *a, const XybRankingRow *b)
{
  gint64 first = a->score * b->full;
  gint64 second = b->score * a->full;

  return (first < second) - (first > second);
}

/* Units nothing can be said of come last. The sort is stable: equals stay in official order. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const XybRankingRow *first = *(XybRankingRow *const *) a;
  const XybRankingRow *second = *(XybRankingRow *const *) b;

  if (first->full <= 0 || second->full <= 0)
    return (first->full <= 0) - (second->full <= 0);
  return compare_shares (first, second);
}

/* 1, 2, 2, 4. */
static void
give_places (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      XybRankingRow *row = rows->pdata[i];
      const XybRankingRow *before = i > 0 ? rows->pdata[i - 1] : NULL;

      if (row->full <= 0)
        return;
      row->place = before != NULL && compare_shares (before, row) == 0 ? before->place : i + 1;
    }
}

static void
add_rows (XybRankingTable *self, const XybAssessmentTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybAssessmentRow *source = table->rows->pdata[i];
      XybRankingRow *row = g_new0 (XybRankingRow, 1);

      row->unit = g_strdup (source->unit);
      row->full = source->full;
      row->deduction = source->deduction;
      row->score = source->score;
      g_ptr_array_add (self->rows, row);
    }
  /* g_ptr_array_sort_with_data() is stable, documented so. */
  g_ptr_array_sort_with_data (self->rows, compare_rows, NULL);
  give_places (self->rows);
}

/* ---- the indicators ---- */

static void
count_mark (XybRankingIndicator *indicator, const char *mark)
{
  if (*mark == '\0')
    indicator->blank++;
  else if (g_str_equal (mark, "√"))
    indicator->done++;
  else if (g_str_equal (mark, "*"))
    indicator->open++;
  else if (g_str_equal (mark, "非考核项"))
    indicator->excluded++;
  else if (g_str_equal (mark, "无"))
    indicator->no_event++;
  else if (g_str_equal (mark, "有"))
    indicator->event++;
  else
    indicator->counted++;
}

static void
add_indicator (XybRankingTable *self, const XybAssessmentTable *table, guint column)
{
  XybRankingIndicator *indicator = g_new0 (XybRankingIndicator, 1);
  g_autofree char *points = NULL;

  xyb_assessment_head_split (table->heads->pdata[column + 1], &indicator->indicator, &points);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybAssessmentRow *row = table->rows->pdata[i];

      count_mark (indicator, column < row->cells->len ? row->cells->pdata[column] : "");
    }
  g_ptr_array_add (self->indicators, indicator);
}

/* ---- words ---- */

static char *
title_words (const char *title)
{
  g_auto (GStrv) parts = g_strsplit (title, TABLE_WORD, 2);

  if (parts[0] == NULL || parts[1] == NULL)
    return g_strconcat (title, RANKING_WORD, NULL);
  return g_strconcat (parts[0], RANKING_WORD, parts[1], NULL);
}

static char *
signed_points (gint64 points)
{
  g_autofree char *text = xyb_points_format_fixed (ABS (points));

  return g_strconcat (points < 0 ? "−" : "", text, NULL);
}

static char *
summary_words (const XybRankingTable *self)
{
  XybRankingRow all = { 0 };
  g_autofree char *full = NULL;
  g_autofree char *deduction = NULL;
  g_autofree char *score = NULL;
  g_autofree char *percent = NULL;
  guint n_deducted = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybRankingRow *row = self->rows->pdata[i];

      all.full += row->full;
      all.deduction += row->deduction;
      all.score += row->score;
      n_deducted += row->deduction > 0;
    }
  full = xyb_points_format_fixed (all.full);
  deduction = xyb_points_format_fixed (all.deduction);
  score = signed_points (all.score);
  percent = xyb_ranking_row_percent (&all);
  return g_strdup_printf ("共%u个单位，被扣分的%u个；应得分合计%s分，扣分合计%s分，得分合计%s分，"
                          "占应得分%s。",
                          self->rows->len, n_deducted, full, deduction, score, percent);
}

/**
 * xyb_ranking_table_new:
 * @table: a 考核表, live or frozen
 * @issue: (nullable): 《工作信息》2020年第1期
 * @as_of: (nullable): 截至2020年1月21日
 *
 * Returns: (transfer full): its units by the share of their full marks (AMB-19), and the count of
 *   marks of each indicator
 */
XybRankingTable *
xyb_ranking_table_new (const XybAssessmentTable *table, const char *issue, const char *as_of)
{
  XybRankingTable *self;

  g_return_val_if_fail (table != NULL && table->heads->len >= 2, NULL);

  self = g_new0 (XybRankingTable, 1);
  self->title = title_words (table->title);
  self->unit_head = g_strdup (table->heads->pdata[0]);
  self->issue = g_strdup (issue);
  self->as_of = g_strdup (as_of);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) indicator_free);
  add_rows (self, table);
  for (guint i = 0; i + 2 < table->heads->len; i++)
    add_indicator (self, table, i);
  self->summary = summary_words (self);
  return self;
}

/**
 * xyb_ranking_table_free:
 * @self: (nullable): a table
 */
void
xyb_ranking_table_free (XybRankingTable *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->unit_head);
  g_free (self->issue);
  g_free (self->as_of);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->indicators);
  g_free (self->summary);
  g_free (self);
}

/**
 * xyb_ranking_row_percent:
 * @self: a unit
 *
 * Returns: (transfer full): its score as a share of its full marks; — where it has none
 */
char *
xyb_ranking_row_percent (const XybRankingRow *self)
{
  g_autofree char *share = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  share = xyb_completion_format (ABS (self->score), self->full);
  return g_strconcat (self->score < 0 && self->full > 0 ? "−" : "", share, NULL);
}

/**
 * xyb_ranking_row_cells:
 * @self: a unit
 *
 * Returns: (transfer full): its cells, one a column of xyb_ranking_heads
 */
GStrv
xyb_ranking_row_cells (const XybRankingRow *self)
{
  GStrv cells;

  g_return_val_if_fail (self != NULL, NULL);

  cells = g_new0 (char *, XYB_RANKING_COLUMNS + 1);
  cells[0] = self->place > 0 ? g_strdup_printf ("%u", self->place) : g_strdup ("—");
  cells[1] = g_strdup (self->unit);
  cells[2] = xyb_points_format_fixed (self->full);
  cells[3] = xyb_points_format_fixed (self->deduction);
  cells[4] = signed_points (self->score);
  cells[5] = xyb_ranking_row_percent (self);
  return cells;
}

/**
 * xyb_ranking_indicator_counts:
 * @self: an indicator
 * @counts: (out): one a column of xyb_ranking_summary_heads after the first
 */
void
xyb_ranking_indicator_counts (const XybRankingIndicator *self,
                              guint counts[XYB_RANKING_SUMMARY_COLUMNS - 1])
{
  const guint all[] = { self->done,  self->open,    self->excluded, self->no_event,
                        self->event, self->counted, self->blank };

  memcpy (counts, all, sizeof all);
}

/**
 * xyb_ranking_file_name:
 * @table: a ranking
 *
 * Returns: (transfer full): 2020年昆山市社会信用体系建设考核排名（区镇）
 */
char *
xyb_ranking_file_name (const XybRankingTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  return xyb_file_name_clean (table->title);
}
