/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-typesetter.h"

#include <math.h>
#include <pango/pango.h>

/* GB/T 9704: a title of several lines is broken by sense, in the shape of a trapezium or a rhombus.
 * Sense needs words, and Pango takes every Chinese character for one. These are the terms the
 * office's titles are made of; a break inside one is not taken, a break beside one is preferred. */
static const char *const terms[] = {
  "企业信用管理贯标",
  "信用管理贯标企业",
  "信用管理贯标",
  "企业信用管理",
  "信用管理",
  "社会信用体系建设",
  "信用体系建设",
  "公共信用信息",
  "领导小组办公室",
  "领导小组",
  "示范企业",
  "示范城市",
  "示范创建",
  "考核指标分解表",
  "考核指标",
  "分解表",
  "汇总表",
  "工作方案",
  "工作信息",
  "工作进展",
  "工作任务",
  "任务分解表",
  "实施方案",
  "城市管理办事处",
  "有关单位",
  "关于印发",
  "关于组织开展",
  "昆山市",
  "苏州市",
  "江苏省",
  "企业",
  "贯标",
  "方案",
  "考核",
  "工作",
  "创建",
  "通知",
  "通报",
};

/* Costs in ems, on the scale of uneven line widths. */
#define COST_UNKNOWN_PLACE 4.0 /* between two characters no term says anything about */
#define COST_HOURGLASS 6.0
#define MAX_LINES 4
#define MAX_CHARS 200 /* longer ones are no titles; Pango breaks them */

typedef struct
{
  guint n;
  double sums[MAX_CHARS + 1];  /* width in ems up to the character */
  double costs[MAX_CHARS + 1]; /* of a break before the character; INFINITY where forbidden */
  double room;                 /* of a line, in ems */
  guint n_lines;
  guint breaks[MAX_LINES + 1];
  guint best[MAX_LINES + 1];
  double best_cost;
} Search;

static guint
match_term (const char *text)
{
  guint longest = 0;
  guint n_digits = 0;

  while (g_ascii_isdigit (text[n_digits]))
    n_digits++;
  if (n_digits > 0)
    return n_digits + (g_str_has_prefix (text + n_digits, "年") ? 1 : 0);
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (g_str_has_prefix (text, terms[i]))
      longest = MAX (longest, (guint) g_utf8_strlen (terms[i], -1));
  return longest;
}

/* No break inside the term at @start; before and behind it breaks cost nothing. */
static guint
mark_term (Search *self, const char *text, guint start)
{
  guint length = match_term (text);

  if (length == 0)
    return 1;
  for (guint i = start + 1; i < start + length; i++)
    self->costs[i] = INFINITY;
  if (isfinite (self->costs[start]))
    self->costs[start] = 0;
  if (isfinite (self->costs[start + length]))
    self->costs[start + length] = 0;
  return length;
}

static void
prepare (Search *self, XybTypesetter *typesetter, XybFontRole role, const char *title)
{
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, self->n + 1);
  const char *c = title;

  pango_get_log_attrs (title, -1, 0, pango_language_from_string ("zh-cn"), attrs,
                       (int) self->n + 1);
  for (guint i = 0; i <= self->n; i++)
    self->costs[i] = attrs[i].is_line_break ? COST_UNKNOWN_PLACE : INFINITY;
  for (guint i = 0; i < self->n; i++, c = g_utf8_next_char (c))
    self->sums[i + 1]
      = self->sums[i] + xyb_typesetter_get_advance (typesetter, role, g_utf8_get_char (c));
  c = title;
  for (guint i = 0; i < self->n;)
    {
      guint length = mark_term (self, c, i);

      c = g_utf8_offset_to_pointer (c, length);
      i += length;
    }
}

static double
get_width (const Search *self, guint line)
{
  return self->sums[self->breaks[line + 1]] - self->sums[self->breaks[line]];
}

/* How far the lines are from equal; three lines narrow in the middle are neither trapezium nor
 * rhombus. */
static double
get_shape_cost (const Search *self)
{
  double mean = self->sums[self->n] / self->n_lines;
  double cost = 0;

  for (guint i = 0; i < self->n_lines; i++)
    cost += fabs (get_width (self, i) - mean);
  for (guint i = 1; i + 1 < self->n_lines; i++)
    if (get_width (self, i) < get_width (self, i - 1)
        && get_width (self, i) < get_width (self, i + 1))
      cost += COST_HOURGLASS;
  return cost;
}

static void
try_breaks (Search *self, guint line, double cost)
{
  guint start = self->breaks[line];

  if (line + 1 == self->n_lines)
    {
      self->breaks[line + 1] = self->n;
      cost += get_shape_cost (self);
      if (get_width (self, line) <= self->room && cost < self->best_cost)
        {
          self->best_cost = cost;
          memcpy (self->best, self->breaks, sizeof self->best);
        }
      return;
    }
  for (guint i = start + 1; i < self->n && self->sums[i] - self->sums[start] <= self->room; i++)
    {
      if (!isfinite (self->costs[i]) || cost + self->costs[i] >= self->best_cost)
        continue;
      self->breaks[line + 1] = i;
      try_breaks (self, line + 1, cost + self->costs[i]);
    }
}

static char *
join_lines (const Search *self, const char *title)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < self->n_lines; i++)
    {
      const char *start = g_utf8_offset_to_pointer (title, self->best[i]);
      const char *end = g_utf8_offset_to_pointer (title, self->best[i + 1]);
      g_autofree char *line = g_strndup (start, (gsize) (end - start));

      g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "", g_strstrip (line));
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/**
 * xyb_title_balance:
 * @typesetter: measures
 * @role: font role
 * @size: in points
 * @width: of the line, in points
 * @title: valid UTF-8
 *
 * Breaks a title that is too wide for one line by sense and into lines of like width (GB/T 9704).
 * A title the clerk has broken herself stays as it is.
 *
 * Returns: (transfer full): @title with line breaks
 */
char *
xyb_title_balance (XybTypesetter *typesetter,
                   XybFontRole role,
                   double size,
                   double width,
                   const char *title)
{
  Search search = { 0 };
  glong n = g_utf8_strlen (title, -1);

  if (n < 2 || n > MAX_CHARS || strchr (title, '\n') != NULL)
    return g_strdup (title);
  search.n = (guint) n;
  search.room = width / size;
  search.best_cost = INFINITY;
  prepare (&search, typesetter, role, title);
  if (search.sums[search.n] <= search.room)
    return g_strdup (title);
  search.n_lines = (guint) ceil (search.sums[search.n] / search.room);
  for (; search.n_lines <= MAX_LINES; search.n_lines++)
    {
      try_breaks (&search, 0, 0);
      if (isfinite (search.best_cost))
        return join_lines (&search, title);
    }
  return g_strdup (title);
}
