/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-compare-private.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-completion.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-named-number.h"

static const XybNamedNumber part_names[] = {
  { XYB_PLAN_SECTION_TEXTS, "texts", N_ ("方案") },
  { XYB_PLAN_SECTION_BASES, "bases", N_ ("依据") },
  { XYB_PLAN_SECTION_TARGETS, "targets", N_ ("目标") },
  { XYB_PLAN_SECTION_OPENING, "opening", N_ ("年初存量") },
  { XYB_PLAN_SECTION_MILESTONES, "milestones", N_ ("时限") },
  { XYB_PLAN_SECTION_QUOTAS, "quotas", N_ ("指标") },
  { XYB_PLAN_SECTION_CONDITIONS, "conditions", N_ ("条件") },
  { XYB_PLAN_SECTION_MATERIALS, "materials", N_ ("材料") },
  { XYB_PLAN_SECTION_STEPS, "steps", N_ ("步骤") },
  { XYB_PLAN_SECTION_STAGES, "stages", N_ ("阶段") },
  { XYB_PLAN_SECTION_TIERS, "tiers", N_ ("扣分档") },
};

static const XybNamedNumber difference_names[] = {
  { XYB_PLAN_SAME, "same", N_ ("相同") },
  { XYB_PLAN_CHANGED, "changed", N_ ("改动") },
  { XYB_PLAN_ADDED, "added", N_ ("新增") },
  { XYB_PLAN_REMOVED, "removed", N_ ("删去") },
};

const char *
xyb_plan_section_name (XybPlanSection part)
{
  return xyb_named_number_name (part_names, G_N_ELEMENTS (part_names), (int) part);
}

const char *
xyb_plan_section_key (XybPlanSection part)
{
  return xyb_named_number_key (part_names, G_N_ELEMENTS (part_names), (int) part);
}

const char *
xyb_plan_difference_name (XybPlanDifference difference)
{
  return xyb_named_number_name (difference_names, G_N_ELEMENTS (difference_names),
                                (int) difference);
}

const char *
xyb_plan_difference_key (XybPlanDifference difference)
{
  return xyb_named_number_key (difference_names, G_N_ELEMENTS (difference_names), (int) difference);
}

void
xyb_plan_line_free (XybPlanLine *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->before);
  g_free (self->after);
  g_free (self->check);
  g_free (self);
}

static XybPlanLine *
add_line (GPtrArray *lines, XybPlanSection part, XybPlanDifference difference)
{
  XybPlanLine *line = g_new0 (XybPlanLine, 1);

  line->part = part;
  line->difference = difference;
  g_ptr_array_add (lines, line);
  return line;
}

/* Both are taken. */
static XybPlanLine *
add_pair (GPtrArray *lines,
          XybPlanSection part,
          const char *name,
          char *before,
          char *after,
          gboolean same)
{
  XybPlanLine *line = add_line (lines, part, same ? XYB_PLAN_SAME : XYB_PLAN_CHANGED);

  line->name = g_strdup (name);
  line->before = before;
  line->after = after;
  return line;
}

/* ---- texts ---- */

static const struct
{
  const char *name;
  gsize text;
  gboolean of_one_year; /* no copy has it: it is not known before the plan is printed */
} texts[] = {
  { N_ ("名称"), G_STRUCT_OFFSET (XybPlan, title), FALSE },
  { N_ ("文号"), G_STRUCT_OFFSET (XybPlan, document_number), TRUE },
  { N_ ("印发日期"), G_STRUCT_OFFSET (XybPlan, issued_on), TRUE },
  { N_ ("印发单位"), G_STRUCT_OFFSET (XybPlan, issuer), FALSE },
  { N_ ("牵头单位"), G_STRUCT_OFFSET (XybPlan, lead), FALSE },
  { N_ ("会同单位"), G_STRUCT_OFFSET (XybPlan, partners), FALSE },
  { N_ ("对象"), G_STRUCT_OFFSET (XybPlan, scope), FALSE },
  { N_ ("政策"), G_STRUCT_OFFSET (XybPlan, policy), FALSE },
  { N_ ("督查"), G_STRUCT_OFFSET (XybPlan, supervision), FALSE },
  { N_ ("抄送"), G_STRUCT_OFFSET (XybPlan, copied_to), FALSE },
  { N_ ("附件1标题"), G_STRUCT_OFFSET (XybPlan, quota_title), FALSE },
  { N_ ("附件2标题"), G_STRUCT_OFFSET (XybPlan, nomination_title), FALSE },
};

static const char *
text_of (const XybPlan *plan, gsize i)
{
  return G_STRUCT_MEMBER (const char *, plan, texts[i].text);
}

static char *
format_text (const XybPlan *plan, gsize i)
{
  const char *text = text_of (plan, i);

  return texts[i].text == G_STRUCT_OFFSET (XybPlan, issued_on) && text != NULL
           ? xyb_date_format (text)
           : g_strdup (text);
}

static void
compare_texts (GPtrArray *lines, const XybPlan *before, const XybPlan *moved, const XybPlan *after)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *old = text_of (texts[i].of_one_year ? before : moved, i);
      const char *now = text_of (after, i);
      XybPlanLine *line;
      int year = xyb_text_find_year (now, after->year);

      if (text_of (before, i) == NULL && now == NULL && !texts[i].of_one_year)
        continue;
      line = add_pair (lines, XYB_PLAN_SECTION_TEXTS, _ (texts[i].name), format_text (before, i),
                       format_text (after, i), g_strcmp0 (old, now) == 0);
      if (texts[i].of_one_year && now == NULL)
        line->check = g_strdup (_ ("印发以后填写"));
      else if (!texts[i].of_one_year && year != 0)
        line->check = g_strdup_printf (_ ("写着 %d 年，请核对"), year);
    }
}

/* What a rule of the plan is set to. */
static void
compare_settings (GPtrArray *lines, const XybPlan *before, const XybPlan *after)
{
  add_pair (lines, XYB_PLAN_SECTION_TEXTS, _ ("完成数口径"),
            g_strdup (xyb_basis_name (before->basis)), g_strdup (xyb_basis_name (after->basis)),
            before->basis == after->basis);
  add_pair (lines, XYB_PLAN_SECTION_TEXTS, _ ("“X日前”"),
            g_strdup (before->deadline_inclusive ? _ ("含当日") : _ ("不含当日")),
            g_strdup (after->deadline_inclusive ? _ ("含当日") : _ ("不含当日")),
            before->deadline_inclusive == after->deadline_inclusive);
  if (before->rate_points != XYB_UNSAID || after->rate_points != XYB_UNSAID)
    add_pair (lines, XYB_PLAN_SECTION_TEXTS, _ ("贯标创建分值"),
              before->rate_points != XYB_UNSAID ? xyb_points_format (before->rate_points) : NULL,
              after->rate_points != XYB_UNSAID ? xyb_points_format (after->rate_points) : NULL,
              before->rate_points == after->rate_points);
}

/* ---- numbers ---- */

static char *
format_number (gint64 number)
{
  return number != XYB_UNSAID ? g_strdup_printf (_ ("%" PRId64 " 家"), number) : NULL;
}

static void
compare_numbers (GPtrArray *lines, XybPlanSection part, const gint64 *before, const gint64 *after)
{
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    add_pair (lines, part, xyb_track_name (i + 1), format_number (before[i]),
              format_number (after[i]), before[i] == after[i])
      ->track
      = i + 1;
}

/* ---- lists ---- */

static const GPtrArray *
list_of (const XybPlan *plan, const XybPlanSectionRows *rows)
{
  return G_STRUCT_MEMBER (const GPtrArray *, plan, rows->list);
}

/* Which row of the old plan each row of the new one is, and the other way round; −1: none. */
typedef struct
{
  int *old_of;
  int *new_of;
} Pairs;

static void
pairs_clear (Pairs *self)
{
  g_free (self->old_of);
  g_free (self->new_of);
}

static gboolean
is_same_row (const XybPlanSectionRows *rows, gconstpointer one, gconstpointer other, guint way)
{
  return (rows->track == NULL || rows->track (one) == rows->track (other))
         && rows->is_same_row (one, other, way);
}

/* 申报表 is there twice (AMB-09): the surest way first, then each row once, in order. */
static void
find_pairs (const XybPlanSectionRows *rows,
            const GPtrArray *before,
            const GPtrArray *after,
            Pairs *out)
{
  out->old_of = g_new (int, after->len + 1);
  out->new_of = g_new (int, before->len + 1);
  for (guint i = 0; i < after->len; i++)
    out->old_of[i] = -1;
  for (guint i = 0; i < before->len; i++)
    out->new_of[i] = -1;
  for (guint way = 0; way < rows->n_ways; way++)
    for (guint i = 0; i < after->len; i++)
      for (guint j = 0; j < before->len && out->old_of[i] < 0; j++)
        if (out->new_of[j] < 0 && is_same_row (rows, before->pdata[j], after->pdata[i], way))
          {
            out->old_of[i] = (int) j;
            out->new_of[j] = (int) i;
          }
}

/* The place of a row among those that are in both plans, on its track. */
static guint
rank_of (const XybPlanSectionRows *rows, const GPtrArray *list, const int *other, guint row)
{
  guint rank = 1;

  for (guint i = 0; i < row; i++)
    if (other[i] >= 0
        && (rows->track == NULL || rows->track (list->pdata[i]) == rows->track (list->pdata[row])))
      rank++;
  return rank;
}

static char *
add_place (char *words, guint rank)
{
  char *longer = words != NULL ? g_strdup_printf (_ ("%s（排第 %u）"), words, rank)
                               : g_strdup_printf (_ ("排第 %u"), rank);

  g_free (words);
  return longer;
}

static char *
with_name (char *name, char *words)
{
  char *both = words != NULL ? g_strdup_printf (_ ("%s：%s"), name, words) : g_strdup (name);

  g_free (name);
  g_free (words);
  return both;
}

typedef struct
{
  const XybPlanSectionRows *rows;
  const XybPlan *before;
  const XybPlan *moved;
  const XybPlan *after;
  Pairs pairs;
} Lists;

/* A row of the new plan that the old one has, too. */
static void
compare_pair (XybPlanLine *line, const Lists *lists, guint i, guint j)
{
  const XybPlanSectionRows *rows = lists->rows;
  gconstpointer old = list_of (lists->before, rows)->pdata[j];
  gconstpointer moved = list_of (lists->moved, rows)->pdata[j];
  g_autofree char *moved_name = rows->name (lists->moved, moved);
  g_autofree char *moved_words = rows->words (lists->moved, moved);
  guint old_rank = rank_of (rows, list_of (lists->before, rows), lists->pairs.new_of, j);
  guint now_rank = rank_of (rows, list_of (lists->after, rows), lists->pairs.old_of, i);
  gboolean renamed = !rows->place_named && g_strcmp0 (moved_name, line->name) != 0;

  line->before = rows->words (lists->before, old);
  line->difference = renamed || old_rank != now_rank || g_strcmp0 (moved_words, line->after) != 0
                       ? XYB_PLAN_CHANGED
                       : XYB_PLAN_SAME;
  if (renamed)
    {
      line->before = with_name (rows->name (lists->before, old), line->before);
      line->after = with_name (g_strdup (line->name), line->after);
    }
  if (old_rank != now_rank)
    {
      line->before = add_place (line->before, old_rank);
      line->after = add_place (line->after, now_rank);
    }
}

static void
compare_row (GPtrArray *lines, const Lists *lists, guint i)
{
  const XybPlanSectionRows *rows = lists->rows;
  gconstpointer now = list_of (lists->after, rows)->pdata[i];
  int j = lists->pairs.old_of[i];
  XybPlanLine *line = add_line (lines, rows->part, XYB_PLAN_ADDED);

  line->track = rows->track != NULL ? rows->track (now) : 0;
  line->name = rows->name (lists->after, now);
  line->after = rows->words (lists->after, now);
  if (rows->check != NULL)
    line->check = rows->check (lists->after, now, lists->before,
                               j >= 0 ? list_of (lists->before, rows)->pdata[j] : NULL);
  if (j >= 0)
    compare_pair (line, lists, i, (guint) j);
}

static void
add_removed (GPtrArray *lines, const Lists *lists)
{
  const XybPlanSectionRows *rows = lists->rows;
  const GPtrArray *before = list_of (lists->before, rows);

  for (guint j = 0; j < before->len; j++)
    {
      gconstpointer old = before->pdata[j];
      XybPlanLine *line;

      if (lists->pairs.new_of[j] >= 0)
        continue;
      line = add_line (lines, rows->part, XYB_PLAN_REMOVED);
      line->track = rows->track != NULL ? rows->track (old) : 0;
      line->name = rows->name (lists->before, old);
      line->before = rows->words (lists->before, old);
    }
}

static void
compare_list (GPtrArray *lines,
              const XybPlanSectionRows *rows,
              const XybPlan *before,
              const XybPlan *moved,
              const XybPlan *after)
{
  Lists lists = { rows, before, moved, after, { NULL, NULL } };

  find_pairs (rows, list_of (moved, rows), list_of (after, rows), &lists.pairs);
  for (guint i = 0; i < list_of (after, rows)->len; i++)
    compare_row (lines, &lists, i);
  add_removed (lines, &lists);
  pairs_clear (&lists.pairs);
}

static int
by_part (gconstpointer a, gconstpointer b)
{
  const XybPlanLine *one = *(const XybPlanLine *const *) a;
  const XybPlanLine *other = *(const XybPlanLine *const *) b;

  return (int) one->part - (int) other->part;
}

/**
 * xyb_plan_compare:
 * @before: the plan of a year
 * @after: the plan of another year, or another state of the same
 *
 * “The same” is what a copy for the new year would have: 2020年 in a title becomes 2021年, and
 * 4月15日 of the one year is 4月15日 of the other. 文号 and 印发日期 no copy has.
 *
 * Returns: (transfer full) (element-type XybPlanLine): every line of both, part by part
 */
GPtrArray *
xyb_plan_compare (const XybPlan *before, const XybPlan *after)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_line_free);
  g_autoptr (XybPlan) copy = NULL;
  const XybPlan *moved = before;

  g_return_val_if_fail (before != NULL && after != NULL, lines);

  if (before->year != after->year)
    copy = xyb_plan_copy_to_year (before, after->year, NULL);
  if (copy != NULL)
    moved = copy;
  compare_texts (lines, before, moved, after);
  compare_settings (lines, before, after);
  compare_numbers (lines, XYB_PLAN_SECTION_TARGETS, before->targets, after->targets);
  compare_numbers (lines, XYB_PLAN_SECTION_OPENING, before->opening, after->opening);
  for (guint i = 0; i < xyb_plan_n_section_rows; i++)
    compare_list (lines, &xyb_plan_section_rows[i], before, moved, after);
  for (guint i = 0; i < xyb_plan_n_rule_rows; i++)
    compare_list (lines, &xyb_plan_rule_rows[i], before, moved, after);
  g_ptr_array_sort (lines, by_part);
  return lines;
}

/* ---- in words ---- */

/**
 * xyb_plan_line_is_quiet:
 * @self: a line
 *
 * Returns: whether there is nothing to look at
 */
gboolean
xyb_plan_line_is_quiet (const XybPlanLine *self)
{
  return self->difference == XYB_PLAN_SAME && self->check == NULL;
}

/**
 * xyb_plan_line_words:
 * @self: a line
 *
 * Returns: (transfer full): old → new, or what both have
 */
char *
xyb_plan_line_words (const XybPlanLine *self)
{
  const char *before = self->before != NULL ? self->before : _ ("空白");
  const char *after = self->after != NULL ? self->after : _ ("空白");

  switch (self->difference)
    {
    case XYB_PLAN_CHANGED:
      return g_strdup_printf ("%s → %s", before, after);
    case XYB_PLAN_REMOVED:
      return g_strdup (self->before != NULL ? self->before : "");
    case XYB_PLAN_SAME:
    case XYB_PLAN_ADDED:
    default:
      return g_strdup (self->after != NULL ? self->after : "");
    }
}

/**
 * xyb_plan_compare_summary:
 * @lines: (element-type XybPlanLine): of xyb_plan_compare()
 *
 * Returns: (transfer full): 改动 3 处，新增 0 处，删去 0 处；请核对 5 处
 */
char *
xyb_plan_compare_summary (const GPtrArray *lines)
{
  guint n[XYB_PLAN_REMOVED + 1] = { 0 };
  guint n_checks = 0;

  g_return_val_if_fail (lines != NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const XybPlanLine *line = lines->pdata[i];

      n[line->difference]++;
      n_checks += line->check != NULL ? 1 : 0;
    }
  return g_strdup_printf (_ ("相同 %u 处，改动 %u 处，新增 %u 处，删去 %u 处；请核对 %u 处"),
                          n[XYB_PLAN_SAME], n[XYB_PLAN_CHANGED], n[XYB_PLAN_ADDED],
                          n[XYB_PLAN_REMOVED], n_checks);
}
