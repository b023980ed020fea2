/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-log-table.h"

#include "xyb-date.h"
#include "xyb-file-name.h"

#define TITLE "操作日志"

/* The words of the document are not translated. */
const char *const xyb_log_heads[XYB_LOG_COLUMNS] = { "时间", "操作人", "事项", "修改内容" };

static void
row_free (XybLogTableRow *row)
{
  g_free (row->time);
  g_free (row->operator_name);
  g_free (row->label);
  g_free (row->changes);
  g_free (row);
}

/**
 * xyb_log_table_new:
 *
 * Returns: (transfer full): a table without rows
 */
XybLogTable *
xyb_log_table_new (void)
{
  XybLogTable *self = g_new0 (XybLogTable, 1);

  self->title = g_strdup (TITLE);
  self->caption = g_strdup ("");
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

/**
 * xyb_log_table_add:
 * @self: a table
 * @time: local time
 * @operator_name: (nullable): who
 * @label: what was done, in the clerk's words
 * @changes: what it changed, a line per record
 */
void
xyb_log_table_add (XybLogTable *self,
                   const char *time,
                   const char *operator_name,
                   const char *label,
                   const char *changes)
{
  XybLogTableRow *row;

  g_return_if_fail (self != NULL);

  row = g_new0 (XybLogTableRow, 1);
  row->time = g_strdup (time);
  row->operator_name = g_strdup (operator_name);
  row->label = g_strdup (label);
  row->changes = g_strdup (changes);
  g_ptr_array_add (self->rows, row);
}

/**
 * xyb_log_table_set_caption:
 * @self: a table with all its rows
 * @condition: (nullable): what was searched or filtered for, in the clerk's words
 * @today: ISO
 */
void
xyb_log_table_set_caption (XybLogTable *self, const char *condition, const char *today)
{
  g_autofree char *date = NULL;
  g_autofree char *bracket = NULL;

  g_return_if_fail (self != NULL && today != NULL);

  date = xyb_date_format (today);
  bracket = condition != NULL && *condition != '\0' ? g_strdup_printf ("（%s）", condition)
                                                    : g_strdup ("");
  g_free (self->caption);
  self->caption = g_strdup_printf ("截至%s，共 %u 条%s", date, self->rows->len, bracket);
}

/**
 * xyb_log_table_free:
 * @self: (nullable): a table
 */
void
xyb_log_table_free (XybLogTable *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->caption);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * xyb_log_table_file_name:
 * @today: ISO
 *
 * Returns: (transfer full): a name for the file, without extension
 */
char *
xyb_log_table_file_name (const char *today)
{
  g_autofree char *name = g_strdup_printf (TITLE " %s", today);

  return xyb_file_name_clean (name);
}
