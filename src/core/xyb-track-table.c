/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-table.h"

#include "xyb-date.h"
#include "xyb-file-name.h"
#include "xyb-register-table.h"

/* The words of the document are not translated. */
const char *const xyb_track_table_heads[XYB_TRACK_TABLE_COLUMNS] = {
  "序号", "企业名称", "区镇", "阶段", "日期", "下一步", "材料", "提醒",
};

static const char *
title_of (XybTrack track)
{
  switch (track)
    {
    case XYB_TRACK_CITY_MODEL:
      return "苏州市级示范";
    case XYB_TRACK_PROVINCE_MODEL:
      return "省级示范";
    case XYB_TRACK_ACCREDITATION:
    default:
      return "贯标";
    }
}

static char *
text_or_dash (const char *text)
{
  return g_strdup (text != NULL && *text != '\0' ? text : "—");
}

static char **
row_new (guint number, const XybTrackLine *line, guint n_required)
{
  char **cells = g_new0 (char *, XYB_TRACK_TABLE_COLUMNS + 1);
  XybUrgency urgency;

  cells[0] = g_strdup_printf ("%u", number);
  cells[1] = g_strdup (line->enterprise_name != NULL ? line->enterprise_name : "");
  cells[2] = text_or_dash (line->unit_name);
  cells[3] = text_or_dash (line->stage != NULL ? line->stage->name : NULL);
  cells[4] = text_or_dash (line->stage_on);
  cells[5] = text_or_dash (line->next != NULL ? line->next->name : NULL);
  cells[6] = n_required > 0 ? g_strdup_printf ("%u/%u", n_required - line->n_missing, n_required)
                            : g_strdup ("—");
  cells[7] = xyb_track_line_trouble (line, &urgency);
  if (cells[7] == NULL)
    cells[7] = g_strdup ("");
  return cells;
}

/**
 * xyb_track_table_new:
 * @plan: the plan of the year
 * @track: one of its tracks
 * @lines: (element-type XybTrackLine): in the order to print
 * @condition: (nullable): what was searched or filtered for, in the clerk's words
 * @today: ISO
 *
 * Returns: (transfer full): the table
 */
XybTrackTable *
xyb_track_table_new (const XybPlan *plan,
                     XybTrack track,
                     const GPtrArray *lines,
                     const char *condition,
                     const char *today)
{
  g_autoptr (GPtrArray) materials = xyb_plan_list_materials (plan, track);
  guint n_required = 0;
  XybTrackTable *self;

  g_return_val_if_fail (plan != NULL && lines != NULL && today != NULL, NULL);

  for (guint i = 0; i < materials->len; i++)
    n_required += ((XybPlanMaterial *) materials->pdata[i])->required ? 1 : 0;
  self = g_new0 (XybTrackTable, 1);
  self->title = g_strdup_printf ("%d年%s企业进度表", plan->year, title_of (track));
  self->caption = xyb_register_table_caption (lines->len, condition, today);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (self->rows, row_new (i + 1, lines->pdata[i], n_required));
  return self;
}

/**
 * xyb_track_table_free:
 * @self: (nullable): a table
 */
void
xyb_track_table_free (XybTrackTable *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->caption);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * xyb_track_table_file_name:
 * @year: of the plan
 * @track: one of its tracks
 * @condition: (nullable): what was searched or filtered for
 * @today: ISO
 *
 * Returns: (transfer full): a name for the file, without extension
 */
char *
xyb_track_table_file_name (int year, XybTrack track, const char *condition, const char *today)
{
  g_autofree char *bracket = condition != NULL && *condition != '\0'
                               ? g_strdup_printf ("（%s）", condition)
                               : g_strdup (" ");
  g_autofree char *name
    = g_strdup_printf ("%d年%s企业进度表%s%s", year, title_of (track), bracket, today);

  return xyb_file_name_clean (name);
}
