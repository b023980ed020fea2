/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-table.h"

#include "xyb-i18n.h"
#include "xyb-text.h"

/* What changed between two printed tables, which way. */

/**
 * xyb_table_change_free:
 * @self: (nullable): a change
 */
void
xyb_table_change_free (XybTableChange *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->head);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* How good a mark is; -1 where it cannot be weighed against another. */
static gint64
rank_of (const char *text)
{
  gint64 number;

  if (g_str_equal (text, "√") || g_str_equal (text, "无"))
    return G_MAXINT64;
  if (g_str_equal (text, "*"))
    return 1;
  if (g_str_equal (text, "有"))
    return 0;
  if (!g_ascii_isdigit (*text))
    return -1;
  number = g_ascii_strtoll (text, NULL, 10);
  return number + 1;
}

static XybChangeDirection
direction_of (const char *before, const char *after)
{
  gint64 old_rank = rank_of (before);
  gint64 new_rank = rank_of (after);

  if (old_rank < 0 || new_rank < 0 || old_rank == new_rank)
    return XYB_CHANGE_OTHER;
  return new_rank > old_rank ? XYB_CHANGE_BETTER : XYB_CHANGE_WORSE;
}

static void
add_change (GPtrArray *changes,
            const char *unit,
            const char *head,
            const char *before,
            const char *after)
{
  XybTableChange *change = g_new0 (XybTableChange, 1);

  change->unit = g_strdup (unit);
  change->head = g_strdup (head);
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  change->direction = head != NULL ? direction_of (before, after) : XYB_CHANGE_OTHER;
  g_ptr_array_add (changes, change);
}

static const XybAssessmentRow *
find_row (const XybAssessmentTable *table, const char *unit)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybAssessmentRow *row = table->rows->pdata[i];

      if (g_str_equal (row->unit, unit))
        return row;
    }
  return NULL;
}

/* Columns are found again by their words: width and spaces of a head may have been mended. */
static int
find_column (const XybAssessmentTable *table, const char *head)
{
  g_autofree char *wanted = xyb_text_key (head);

  for (guint i = 1; i + 1 < table->heads->len; i++)
    {
      g_autofree char *key = xyb_text_key (table->heads->pdata[i]);

      if (g_str_equal (key, wanted))
        return (int) i - 1;
    }
  return -1;
}

static void
compare_rows (GPtrArray *changes,
              const XybAssessmentTable *before,
              const XybAssessmentTable *after,
              const XybAssessmentRow *old_row,
              const XybAssessmentRow *new_row)
{
  const char *remark_head = after->heads->pdata[after->heads->len - 1];

  for (guint i = 0; i < new_row->cells->len; i++)
    {
      const char *head = after->heads->pdata[i + 1];
      int column = find_column (before, head);
      const char *old_text = column >= 0 ? old_row->cells->pdata[column] : "";

      if (!g_str_equal (old_text, new_row->cells->pdata[i]))
        add_change (changes, new_row->unit, head, old_text, new_row->cells->pdata[i]);
    }
  for (guint i = 0; i < old_row->cells->len; i++)
    if (find_column (after, before->heads->pdata[i + 1]) < 0)
      add_change (changes, new_row->unit, before->heads->pdata[i + 1], old_row->cells->pdata[i],
                  "");
  if (!g_str_equal (old_row->remark, new_row->remark))
    add_change (changes, new_row->unit, remark_head, old_row->remark, new_row->remark);
}

/**
 * xyb_assessment_table_compare:
 * @before: an earlier table
 * @after: a later one
 *
 * Cell by cell; units are found again by their names, columns by the words of their heads. A unit
 * or a column that one of the two does not have is a change too.
 *
 * Returns: (transfer full) (element-type XybTableChange): what changed, in the order of @after;
 *   empty where nothing did
 */
GPtrArray *
xyb_assessment_table_compare (const XybAssessmentTable *before, const XybAssessmentTable *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_table_change_free);

  g_return_val_if_fail (before != NULL && after != NULL, changes);

  for (guint i = 0; i < after->rows->len; i++)
    {
      const XybAssessmentRow *row = after->rows->pdata[i];
      const XybAssessmentRow *old_row = find_row (before, row->unit);

      if (old_row == NULL)
        add_change (changes, row->unit, NULL, "", row->unit);
      else
        compare_rows (changes, before, after, old_row, row);
    }
  for (guint i = 0; i < before->rows->len; i++)
    {
      const XybAssessmentRow *row = before->rows->pdata[i];

      if (find_row (after, row->unit) == NULL)
        add_change (changes, row->unit, NULL, row->unit, "");
    }
  return changes;
}

static const char *
shown (const char *text)
{
  return *text != '\0' ? text : _ ("空白");
}

/**
 * xyb_table_change_sentence:
 * @self: a change
 *
 * Returns: (transfer full): 住建局　(参照条线) 应用信用承诺 (0.1分)：* → √（改善）
 */
char *
xyb_table_change_sentence (const XybTableChange *self)
{
  const char *way;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->head == NULL)
    return g_strdup_printf (*self->before == '\0' ? _ ("%s：新列入") : _ ("%s：不再列入"),
                            self->unit);
  way = self->direction == XYB_CHANGE_BETTER  ? _ ("（改善）")
        : self->direction == XYB_CHANGE_WORSE ? _ ("（变差）")
                                              : "";
  return g_strdup_printf (_ ("%s　%s：%s → %s%s"), self->unit, self->head, shown (self->before),
                          shown (self->after), way);
}
