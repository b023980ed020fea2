/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-table.h"

G_BEGIN_DECLS

/* 考核排名 of the units of one table, and how far its indicators are. Never of two kinds: their
 * full marks cannot be compared (KH-26, AMB-19). Made of the printed table, so that a frozen one is
 * ranked as it was. */

#define XYB_RANKING_COLUMNS 6
#define XYB_RANKING_SUMMARY_COLUMNS 8

typedef struct
{
  guint place; /* from 1, the same for equals; 0 where there is nothing to compare */
  char *unit;
  gint64 full; /* hundredths */
  gint64 deduction;
  gint64 score;
} XybRankingRow;

/* Of one indicator: in how many cells each mark stands. */
typedef struct
{
  char *indicator; /* without its points */
  guint done;      /* √ */
  guint open;      /* * */
  guint excluded;  /* 非考核项 */
  guint no_event;  /* 无 */
  guint event;     /* 有 */
  guint counted;   /* a number */
  guint blank;
} XybRankingIndicator;

typedef struct
{
  char *title;           /* 2020年昆山市社会信用体系建设考核排名（区镇） */
  char *unit_head;       /* 区镇 */
  char *issue;           /* above the table at the left; or NULL */
  char *as_of;           /* at the right; or NULL */
  GPtrArray *rows;       /* of XybRankingRow, best first, equals in official order */
  GPtrArray *indicators; /* of XybRankingIndicator, in order of the columns */
  char *summary;         /* 共12个单位，… */
} XybRankingTable;

/* 名次 单位 应得分 扣分 得分 百分比 */
extern const char *const xyb_ranking_heads[XYB_RANKING_COLUMNS];
/* 考核指标 √ * 非考核项 无 有 计数 未填 */
extern const char *const xyb_ranking_summary_heads[XYB_RANKING_SUMMARY_COLUMNS];

XybRankingTable *
xyb_ranking_table_new (const XybAssessmentTable *table, const char *issue, const char *as_of);
void xyb_ranking_table_free (XybRankingTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybRankingTable, xyb_ranking_table_free)

char *xyb_ranking_row_percent (const XybRankingRow *self); /* 87.5%, −5.0%, — */
GStrv xyb_ranking_row_cells (const XybRankingRow *self);
void xyb_ranking_indicator_counts (const XybRankingIndicator *self,
                                   guint counts[XYB_RANKING_SUMMARY_COLUMNS - 1]);

char *xyb_ranking_file_name (const XybRankingTable *table);

G_END_DECLS
