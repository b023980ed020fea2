/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-paper.h"

#include <math.h>
#include <string.h>

#include "xyb-date.h"
#include "xyb-file-name.h"

/* Widths between the margins of GB/T 9704 (requirements §19.2), in mm. */
#define UPRIGHT_WIDTH 156.0
#define LYING_WIDTH 225.0
#define MM_PER_POINT (25.4 / 72)

#define USUAL_SIZE 10.5 /* 5号 */
#define DENSE_SIZE 9.0  /* 小5号, the least for what has to be read */

/* More columns than this are set smaller. */
#define USUAL_COLUMNS 9

/* A table stands upright where no indicator needs more than these lines for its name. */
#define UPRIGHT_LINES 2
#define MAX_LINES 12

#define CELL_PADDING 1.6 /* mm, both sides together */
#define FIGURE_EMS 0.56
#define MIN_MARK_EMS 3.0
#define WHOLE_POINTS 9.5 /* (视情最高扣20分) */
#define MIN_REMARK 17.5  /* mm */
#define MAX_REMARK 48.0
#define ENOUGH_REMARK 32.0 /* what heads may take more lines for */
#define MORE_LINES 2       /* so many at most */
#define MAX_UNIT 36.5
#define UNIT_PADDING 3.0 /* more than a mark has */

/* ---- what a head says ---- */

static gboolean
is_open_bracket (gunichar c)
{
  return c == '(' || c == 0xff08;
}

static gboolean
is_close_bracket (gunichar c)
{
  return c == ')' || c == 0xff09;
}

/**
 * xyb_assessment_head_split:
 * @head: of a column, as printed
 * @out_name: (out) (transfer full): what is before the points
 * @out_points: (out) (transfer full): the last bracket at its end, or ""
 *
 * On paper the points stand on a line of their own (KH-03: the words stay what they are).
 */
void
xyb_assessment_head_split (const char *head, char **out_name, char **out_points)
{
  const char *open = NULL;
  const char *last;

  g_return_if_fail (head != NULL && out_name != NULL && out_points != NULL);

  last = g_utf8_find_prev_char (head, head + strlen (head));
  if (last != NULL && is_close_bracket (g_utf8_get_char (last)))
    for (const char *p = head; p < last; p = g_utf8_next_char (p))
      if (is_open_bracket (g_utf8_get_char (p)))
        open = p;
  if (open == NULL || open == head)
    open = head + strlen (head);
  *out_name = g_strchomp (g_strndup (head, (gsize) (open - head)));
  *out_points = g_strdup (open);
}

/* ---- widths ---- */

static double
ems_of (const char *text)
{
  double ems = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    ems += (guchar) *p < 0x80 ? FIGURE_EMS : 1;
  return ems;
}

static double
millimetres (double ems, double size)
{
  return ems * size * MM_PER_POINT + CELL_PADDING;
}

static double
widest_unit (const XybAssessmentTable *table)
{
  double widest = ems_of (table->heads->pdata[0]);

  for (guint i = 0; i < table->rows->len; i++)
    widest = MAX (widest, ems_of (((XybAssessmentRow *) table->rows->pdata[i])->unit));
  return widest;
}

static double
widest_remark (const XybAssessmentTable *table)
{
  double widest = 0;

  for (guint i = 0; i < table->rows->len; i++)
    widest = MAX (widest, ems_of (((XybAssessmentRow *) table->rows->pdata[i])->remark));
  return widest;
}

static double
widest_mark (const XybAssessmentTable *table, guint indicator)
{
  double widest = MIN_MARK_EMS;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybAssessmentRow *row = table->rows->pdata[i];

      if (indicator < row->cells->len)
        widest = MAX (widest, ems_of (row->cells->pdata[indicator]));
    }
  return widest;
}

/* The width of at most @n_lines of a name; no single character stands on the last one. */
static double
even_lines (double ems, guint n_lines)
{
  double width = ceil (ems / n_lines);
  double lines = ceil (ems / width);

  return lines > 1 && ems - (lines - 1) * width <= 1 ? ceil (ems / (lines - 1)) : width;
}

/* The width of an indicator whose name takes @n_lines; its points have a line to themselves. */
static double
indicator_width (const XybAssessmentShape *self,
                 const XybAssessmentTable *table,
                 guint indicator,
                 guint n_lines)
{
  g_autofree char *name = NULL;
  g_autofree char *points = NULL;
  double ems;

  xyb_assessment_head_split (table->heads->pdata[indicator + 1], &name, &points);
  ems = even_lines (ems_of (name), n_lines);
  ems = MAX (ems, MIN (ems_of (points), WHOLE_POINTS));
  return MAX (millimetres (ems, self->head_size),
              millimetres (widest_mark (table, indicator), self->body_size));
}

/* @spare goes to the narrowest columns first, until they are as wide as the next: indicators of a
 * like length get columns of one width. */
static void
widen_narrowest (double *widths, guint n, double spare)
{
  while (spare > 1e-6)
    {
      double least = G_MAXDOUBLE;
      double next = G_MAXDOUBLE;
      guint n_least = 0;
      double step;

      for (guint i = 0; i < n; i++)
        least = MIN (least, widths[i]);
      for (guint i = 0; i < n; i++)
        if (widths[i] <= least + 1e-6)
          n_least++;
        else
          next = MIN (next, widths[i]);
      step = MIN (next - least, spare / n_least);
      for (guint i = 0; i < n; i++)
        if (widths[i] <= least + 1e-6)
          widths[i] += step;
      spare -= step * n_least;
    }
}

/* Whether the columns go on a sheet of @whole mm with names of @n_lines; what is left over goes to
 * the remarks as far as they need it, then to the narrowest columns. */
static gboolean
share_width (XybAssessmentShape *self, const XybAssessmentTable *table, double whole, guint n_lines)
{
  guint last = self->n_columns - 1;
  double spare = whole;
  double wish;

  self->widths[0]
    = MIN (millimetres (widest_unit (table), self->body_size) + UNIT_PADDING, MAX_UNIT);
  self->widths[last]
    = MAX (MIN_REMARK, millimetres (ems_of (table->heads->pdata[last]), self->head_size));
  for (guint i = 1; i < last; i++)
    self->widths[i] = indicator_width (self, table, i - 1, n_lines);
  for (guint i = 0; i <= last; i++)
    spare -= self->widths[i];
  if (spare < 0)
    return FALSE;
  wish = MIN (millimetres (widest_remark (table), self->body_size), MAX_REMARK);
  wish = CLAMP (wish - self->widths[last], 0, spare);
  self->widths[last] += wish;
  widen_narrowest (self->widths + 1, last, spare - wish);
  return TRUE;
}

/* Long remarks in a narrow column make rows high: heads of a line or two more cost less. */
static void
widen_remarks (XybAssessmentShape *self, const XybAssessmentTable *table, guint n_lines)
{
  double wish = MIN (millimetres (widest_remark (table), self->body_size), ENOUGH_REMARK);

  for (guint i = 1; i <= MORE_LINES && self->widths[self->n_columns - 1] < wish; i++)
    share_width (self, table, LYING_WIDTH, n_lines + i);
}

static void
share_equally (XybAssessmentShape *self, double whole)
{
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = whole / self->n_columns;
}

/**
 * xyb_assessment_shape_new:
 * @table: a table
 *
 * How the table lies on A4: upright where names of indicators fit in two lines, else across, with
 * as few lines as the sheet allows. Units stay on their line.
 *
 * Returns: (transfer full): the shape
 */
XybAssessmentShape *
xyb_assessment_shape_new (const XybAssessmentTable *table)
{
  XybAssessmentShape *self;
  guint n_lines;

  g_return_val_if_fail (table != NULL && table->heads->len >= 2, NULL);

  self = g_new0 (XybAssessmentShape, 1);
  self->n_columns = table->heads->len;
  self->widths = g_new0 (double, self->n_columns);
  self->body_size = USUAL_SIZE;
  self->head_size = self->note_size = USUAL_SIZE;
  for (n_lines = 1; n_lines <= UPRIGHT_LINES; n_lines++)
    if (share_width (self, table, UPRIGHT_WIDTH, n_lines))
      return self;
  self->lying = TRUE;
  if (self->n_columns > USUAL_COLUMNS)
    self->head_size = self->note_size = DENSE_SIZE;
  for (n_lines = 1; n_lines <= MAX_LINES; n_lines++)
    if (share_width (self, table, LYING_WIDTH, n_lines))
      {
        widen_remarks (self, table, n_lines);
        return self;
      }
  share_equally (self, LYING_WIDTH);
  return self;
}

/**
 * xyb_assessment_shape_free:
 * @self: (nullable): a shape
 */
void
xyb_assessment_shape_free (XybAssessmentShape *self)
{
  if (self == NULL)
    return;
  g_free (self->widths);
  g_free (self);
}

/* ---- words around the table; printed, so not translated ---- */

/**
 * xyb_assessment_issue_words:
 * @year: of the newsletter
 * @number: of its issue
 *
 * Returns: (transfer full): 《工作信息》2020年第1期
 */
char *
xyb_assessment_issue_words (int year, int number)
{
  return g_strdup_printf ("《工作信息》%d年第%d期", year, number);
}

/**
 * xyb_assessment_as_of_words:
 * @iso: a date
 *
 * Returns: (transfer full): 截至2020年1月21日
 */
char *
xyb_assessment_as_of_words (const char *iso)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (iso != NULL, NULL);

  date = xyb_date_format (iso);
  return g_strconcat ("截至", date, NULL);
}

/**
 * xyb_assessment_file_name:
 * @table: a table
 * @issue: (nullable): 第1期, where it is that of an issue
 *
 * Returns: (transfer full): 2020年昆山市社会信用体系建设考核表（区镇）第1期
 */
char *
xyb_assessment_file_name (const XybAssessmentTable *table, const char *issue)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  name = g_strconcat (table->title, issue, NULL);
  return xyb_file_name_clean (name);
}
