/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan-compare.h"

G_BEGIN_DECLS

/* What the rows of a plan are called and said in words, for the comparison. */

typedef struct
{
  XybPlanSection part;
  gsize list;           /* where XybPlan has the GPtrArray */
  guint n_ways;         /* how many ways there are to know a row again, the surest first */
  gboolean place_named; /* the name only says where it stands */
  XybTrack (*track) (gconstpointer row);
  gboolean (*is_same_row) (gconstpointer one, gconstpointer other, guint way);
  char *(*name) (const XybPlan *plan, gconstpointer row);
  char *(*words) (const XybPlan *plan, gconstpointer row);
  /* @old: the row of the year before, or NULL; of the plan as it was */
  char *(*check) (const XybPlan *plan,
                  gconstpointer row,
                  const XybPlan *old_plan,
                  gconstpointer old_row);
} XybPlanSectionRows;

extern const XybPlanSectionRows xyb_plan_section_rows[]; /* 依据, 时限, 指标, 扣分档 */
extern const guint xyb_plan_n_section_rows;
extern const XybPlanSectionRows xyb_plan_rule_rows[]; /* 条件, 材料, 步骤, 阶段 */
extern const guint xyb_plan_n_rule_rows;

gboolean xyb_plan_is_year (gint64 number);
int xyb_text_find_year (const char *text, int other_than);
gboolean xyb_plan_same_text (const char *one, const char *other);
void xyb_plan_words_add (GString *words, const char *word);
char *xyb_plan_words_finish (GString *words);
char *xyb_plan_check_year (const char *text, int year);

G_END_DECLS
