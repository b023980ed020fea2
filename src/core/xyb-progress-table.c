/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-table.h"

#include "xyb-date.h"
#include "xyb-file-name.h"

/* The words of the document are not translated. */
#define TITLE "%d年企业信用管理贯标和示范创建进度"

const char *const xyb_progress_figure_heads[XYB_PROGRESS_FIGURE_COLUMNS] = {
  "任务", "目标", "已推荐", "完成", "完成率", "时限",
};
const char *const xyb_progress_district_heads[XYB_PROGRESS_DISTRICT_COLUMNS] = {
  "区镇", "指标", "推荐", "签约", "验收", "完成率", "差额", "预计扣分",
};
const char *const xyb_progress_milestone_heads[XYB_PROGRESS_MILESTONE_COLUMNS] = {
  "时限",
  "事项",
  "进展",
};

static char *
dash_or_number (gint64 number)
{
  return number == XYB_UNSAID ? g_strdup ("—") : xyb_quota_rows_number_label (number);
}

/* ---- the three tasks ---- */

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* The day, what may still be put forward or what there was before, and the total with it. */
static char *
remark_of (const XybFigure *figure)
{
  GString *text = g_string_new (NULL);
  g_autofree char *total = figure->cumulative != XYB_UNSAID
                             ? g_strdup_printf ("累计 %" G_GINT64_FORMAT " 家", figure->cumulative)
                             : NULL;

  append_part (text, figure->deadline);
  append_part (text, figure->note);
  append_part (text, total);
  return g_string_free (text, FALSE);
}

/* Of a task without a record only the target and the day are known. */
static void
add_figure (XybProgressTable *self, const XybOverview *overview, XybTrack track)
{
  g_autoptr (XybFigure) figure = xyb_figure_new (overview, track);
  const XybFigureLayer *widest
    = figure->layers->len > 0 ? figure->layers->pdata[figure->layers->len - 1] : NULL;
  char **cells = g_new0 (char *, XYB_PROGRESS_FIGURE_COLUMNS + 1);

  cells[0] = g_strdup (figure->title);
  cells[1] = dash_or_number (figure->target);
  cells[2] = widest != NULL ? dash_or_number (widest->count) : g_strdup ("—");
  cells[3] = dash_or_number (figure->done);
  cells[4] = g_strdup (figure->rate);
  cells[5] = remark_of (figure);
  g_ptr_array_add (self->figures, cells);
}

/* ---- 区镇 ---- */

static char **
district_cells (const XybQuotaRow *row)
{
  char **cells = g_new0 (char *, XYB_PROGRESS_DISTRICT_COLUMNS + 1);

  cells[0] = g_strdup (row->name);
  cells[1] = xyb_quota_rows_number_label (row->accreditation);
  cells[2] = xyb_quota_rows_number_label (row->progress.nominated);
  cells[3] = xyb_quota_rows_number_label (row->progress.signed_up);
  cells[4] = xyb_quota_rows_number_label (row->progress.accepted);
  cells[5] = xyb_completion_format (row->done, row->accreditation);
  cells[6] = dash_or_number (row->missing);
  cells[7] = xyb_quota_rows_points_label (row->deduction);
  return cells;
}

/* 合计: rate by the plan's target where it has one; points are lost 区镇 by 区镇 (KH-22). */
static char **
total_cells (const XybQuotaRows *rows)
{
  char **cells = district_cells (rows->total);

  if (rows->target != XYB_UNSAID)
    {
      g_free (cells[5]);
      cells[5] = xyb_completion_format (rows->total->done, rows->target);
    }
  g_free (cells[7]);
  cells[7] = xyb_quota_rows_deducted_label (rows);
  return cells;
}

/* ---- 时限 ---- */

static void
add_milestones (XybProgressTable *self, const XybOverview *overview)
{
  g_autoptr (XybTimeline) timeline = xyb_timeline_new (overview);

  for (guint i = 0; i < timeline->stops->len; i++)
    {
      const XybStop *stop = timeline->stops->pdata[i];
      char **cells = g_new0 (char *, XYB_PROGRESS_MILESTONE_COLUMNS + 1);

      cells[0] = g_strdup (stop->when != NULL ? stop->when : "");
      cells[1] = g_strdup (stop->what != NULL ? stop->what : "");
      cells[2] = g_strdup (stop->status != NULL ? stop->status : "");
      g_ptr_array_add (self->milestones, cells);
    }
}

/**
 * xyb_progress_table_new:
 * @overview: an overview with a plan
 *
 * Returns: (transfer full): what is printed of it
 */
XybProgressTable *
xyb_progress_table_new (const XybOverview *overview)
{
  XybProgressTable *self;
  g_autofree char *date = NULL;

  g_return_val_if_fail (overview != NULL && overview->plan != NULL && overview->rows != NULL, NULL);

  self = g_new0 (XybProgressTable, 1);
  date = xyb_date_format (overview->today);
  self->title = g_strdup_printf (TITLE, overview->plan->year);
  self->caption = g_strdup_printf ("截至%s", date);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->districts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->milestones = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (XybTrack track = 1; track <= XYB_N_TRACKS; track++)
    add_figure (self, overview, track);
  for (guint i = 0; i < overview->rows->rows->len; i++)
    g_ptr_array_add (self->districts, district_cells (overview->rows->rows->pdata[i]));
  self->total = total_cells (overview->rows);
  self->note = xyb_quota_rows_scheme_note (overview->plan);
  add_milestones (self, overview);
  return self;
}

/**
 * xyb_progress_table_free:
 * @self: (nullable): a table
 */
void
xyb_progress_table_free (XybProgressTable *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->caption);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->districts);
  g_ptr_array_unref (self->milestones);
  g_strfreev (self->total);
  g_free (self->note);
  g_free (self);
}

/**
 * xyb_progress_table_file_name:
 * @year: of the plan
 * @today: ISO
 *
 * Returns: (transfer full): a name for the file, without extension
 */
char *
xyb_progress_table_file_name (int year, const char *today)
{
  g_autofree char *name = g_strdup_printf (TITLE " %s", year, today);

  return xyb_file_name_clean (name);
}
