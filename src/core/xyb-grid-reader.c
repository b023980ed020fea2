/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-grid-reader.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-likeness.h"
#include "xyb-text.h"

#define HEAD_ROWS 30 /* titles, dates and blank lines above a table */
#define EXCERPT_CHARACTERS 30
#define MIN_LIKENESS 40

/* What a column of the sheet is. */
enum
{
  COLUMN_UNKNOWN = -1,
  COLUMN_UNIT = -2,
  COLUMN_REMARK = -3,
  COLUMN_IGNORED = -4
};

typedef struct
{
  const XybTextTable *table;
  const XybScheme *scheme;
  XybUnitMatcher *matcher;
  XybGrid *grid;
  int *columns; /* place of the indicator, or one of the above */
  int unit_column;
  GHashTable *seen; /* gint64 unit id → row */
} Reading;

static void
cell_free (XybGridCell *cell)
{
  xyb_mark_free (cell->mark);
  g_free (cell);
}

static void
remark_free (XybGridRemark *remark)
{
  g_free (remark->text);
  g_free (remark);
}

/**
 * xyb_grid_free:
 * @self: (nullable): what was read
 */
void
xyb_grid_free (XybGrid *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->remarks);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

G_GNUC_PRINTF (2, 3)
static void
add_problem (Reading *reading, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (reading->grid->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* ---- heads ---- */

static gboolean
same_head (const char *key, const char *head)
{
  g_autofree char *other = head != NULL ? xyb_text_key (head) : NULL;

  return other != NULL && g_str_equal (key, other);
}

static gboolean
is_head_of (const XybIndicator *indicator, const char *key)
{
  g_autofree char *name = xyb_indicator_name (indicator);

  if (same_head (key, indicator->head) || same_head (key, indicator->source_head)
      || same_head (key, name))
    return TRUE;
  for (guint i = 0; indicator->aliases != NULL && indicator->aliases[i] != NULL; i++)
    if (same_head (key, indicator->aliases[i]))
      return TRUE;
  return FALSE;
}

/**
 * xyb_grid_find_indicator:
 * @scheme: a scheme
 * @head: (nullable): a head as it came: width, spaces and line breaks do not matter, the points may
 * be missing, the document's own slips are known (AMB-04)
 *
 * Returns: the place of the indicator, from 0; -1 where it is none
 */
int
xyb_grid_find_indicator (const XybScheme *scheme, const char *head)
{
  g_autofree char *key = xyb_text_key (head);

  g_return_val_if_fail (scheme != NULL, -1);

  for (guint i = 0; *key != '\0' && i < scheme->indicators->len; i++)
    if (is_head_of (scheme->indicators->pdata[i], key))
      return (int) i;
  return -1;
}

static gboolean
is_one_of (const char *key, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (key, words[i]))
      return TRUE;
  return FALSE;
}

static int
classify_head (const XybScheme *scheme, const char *head)
{
  static const char *const units[]
    = { "区镇", "区镇名称", "城市管理办事处", "办事处", "部门", "单位", "单位名称", "责任单位" };
  /* What our own tables have beside the marks, and what is only counted. */
  static const char *const others[]
    = { "序号", "编号", "满分", "扣分", "得分", "应得", "百分比", "备注" };
  g_autofree char *key = xyb_text_key (head);
  int place = xyb_grid_find_indicator (scheme, head);

  if (place >= 0)
    return place;
  if (*key == '\0' || is_one_of (key, others, G_N_ELEMENTS (others)))
    return COLUMN_IGNORED;
  if (same_head (key, scheme->unit_head) || is_one_of (key, units, G_N_ELEMENTS (units)))
    return COLUMN_UNIT;
  if (same_head (key, scheme->remark_head) || g_str_equal (key, "扣分情况"))
    return COLUMN_REMARK;
  return COLUMN_UNKNOWN;
}

static gboolean
is_head_row (const Reading *reading, guint row)
{
  gboolean unit = FALSE;
  gboolean indicator = FALSE;

  for (guint i = 0; i < reading->table->n_columns; i++)
    {
      int column = classify_head (reading->scheme, xyb_text_table_get (reading->table, row, i));

      unit = unit || column == COLUMN_UNIT;
      indicator = indicator || column >= 0;
    }
  return unit && indicator;
}

static const char *
most_alike (const XybScheme *scheme, const char *head)
{
  glong n;
  g_autofree char *key = xyb_text_key (head);
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (key, -1, &n);
  const char *best = NULL;
  guint best_score = MIN_LIKENESS - 1;

  for (guint i = 0; i < scheme->indicators->len; i++)
    {
      const XybIndicator *indicator = scheme->indicators->pdata[i];
      glong n_other;
      g_autofree char *name = xyb_indicator_name (indicator);
      g_autofree char *other = xyb_text_key (name);
      g_autofree gunichar *wide_other = g_utf8_to_ucs4_fast (other, -1, &n_other);
      guint score = xyb_likeness (wide, n, wide_other, n_other);

      if (score > best_score)
        {
          best_score = score;
          best = indicator->head;
        }
    }
  return best;
}

static void
report_head (Reading *reading, guint row, guint column)
{
  const char *head = xyb_text_table_get (reading->table, row, column);
  const char *best = most_alike (reading->scheme, head);
  g_autofree char *shown = xyb_text_excerpt (head, EXCERPT_CHARACTERS);

  if (best != NULL)
    add_problem (reading, _ ("第 %u 行第 %u 列的表头“%s”不是这张考核表的指标，是不是“%s”？"),
                 row + 1, column + 1, shown, best);
  else
    add_problem (reading,
                 _ ("第 %u 行第 %u 列的表头“%s”不是这张考核表的指标，请改正或删去这一列。"),
                 row + 1, column + 1, shown);
}

static void
read_heads (Reading *reading, guint row)
{
  if (reading->grid->head_row == 0)
    reading->grid->head_row = row + 1;
  for (guint i = 0; i < reading->table->n_columns; i++)
    {
      const char *head = xyb_text_table_get (reading->table, row, i);
      int column = classify_head (reading->scheme, head);

      for (guint k = 0; k < i; k++)
        if (column != COLUMN_IGNORED && column != COLUMN_UNKNOWN && reading->columns[k] == column)
          {
            add_problem (reading, _ ("第 %u 行有两列表头都是“%s”，请删去一列。"), row + 1, head);
            column = COLUMN_IGNORED;
          }
      reading->columns[i] = column;
      if (column == COLUMN_UNIT)
        reading->unit_column = (int) i;
      if (column == COLUMN_UNKNOWN)
        report_head (reading, row, i);
    }
}

static gboolean
find_heads (Reading *reading)
{
  for (guint row = 0; row < MIN (reading->table->rows->len, HEAD_ROWS); row++)
    if (is_head_row (reading, row))
      {
        read_heads (reading, row);
        return TRUE;
      }
  add_problem (reading,
               _ ("没有找到考核表的表头，表头要有“%s”和至少一项考核指标，请检查是不是这张表。"),
               reading->scheme->unit_head);
  return FALSE;
}

/* ---- rows ---- */

static const XybSchemeUnit *
find_unit (Reading *reading, guint row, const char *name)
{
  g_autoptr (GError) error = NULL;
  const XybUnit *unit
    = xyb_unit_matcher_require (reading->matcher, name, reading->scheme->kind, &error);
  const XybSchemeUnit *found;

  if (unit == NULL)
    {
      add_problem (reading, _ ("第 %u 行：%s"), row + 1, error->message);
      return NULL;
    }
  found = xyb_scheme_find_unit (reading->scheme, unit->id);
  if (found == NULL)
    add_problem (reading, _ ("第 %u 行：%s不在%d年的考核表里，请先在考核方案中列入。"), row + 1,
                 unit->name, reading->scheme->year);
  else if (!g_hash_table_add (reading->seen, g_memdup2 (&unit->id, sizeof unit->id)))
    {
      add_problem (reading, _ ("第 %u 行：%s在表里出现了两次，请删去一行。"), row + 1, unit->name);
      return NULL;
    }
  return found;
}

static void
read_mark (Reading *reading, guint row, guint column, const XybSchemeUnit *unit)
{
  const char *text = xyb_text_table_get (reading->table, row, column);
  const XybIndicator *indicator = reading->scheme->indicators->pdata[reading->columns[column]];
  g_autoptr (GError) error = NULL;
  g_autoptr (XybMark) mark = NULL;
  XybGridCell *cell;

  if (xyb_text_is_blank (text))
    return;
  mark = xyb_mark_parse (text, indicator, &error);
  if (mark == NULL || !xyb_mark_check (mark, indicator, &error))
    {
      add_problem (reading, _ ("第 %u 行（%s）：%s"), row + 1, unit->unit_name, error->message);
      return;
    }
  if (mark->kind != XYB_MARK_NOT_APPLICABLE && !xyb_scheme_unit_applies (unit, indicator->id))
    {
      g_autofree char *name = xyb_indicator_name (indicator);

      add_problem (reading,
                   _ ("第 %u 行（%s）：“%s”是非考核项，表里填的是“%s”，请改成“非考核项”，"
                      "或先改为考核项。"),
                   row + 1, unit->unit_name, name, text);
      return;
    }
  cell = g_new0 (XybGridCell, 1);
  cell->unit_id = unit->unit_id;
  cell->indicator_id = indicator->id;
  cell->mark = g_steal_pointer (&mark);
  cell->row = row + 1;
  g_ptr_array_add (reading->grid->cells, cell);
}

static void
read_remark (Reading *reading, guint row, guint column, const XybSchemeUnit *unit)
{
  g_autofree char *text = xyb_text_clean (xyb_text_table_get (reading->table, row, column));
  XybGridRemark *remark;

  if (*text == '\0')
    return;
  remark = g_new0 (XybGridRemark, 1);
  remark->unit_id = unit->unit_id;
  remark->text = g_steal_pointer (&text);
  g_ptr_array_add (reading->grid->remarks, remark);
}

static void
read_row (Reading *reading, guint row)
{
  const char *name = xyb_text_table_get (reading->table, row, (guint) reading->unit_column);
  const XybSchemeUnit *unit = find_unit (reading, row, name);

  if (unit == NULL)
    return;
  reading->grid->n_units++;
  for (guint i = 0; i < reading->table->n_columns; i++)
    if (reading->columns[i] >= 0)
      read_mark (reading, row, i, unit);
    else if (reading->columns[i] == COLUMN_REMARK)
      read_remark (reading, row, i, unit);
}

static gboolean
is_blank_row (const Reading *reading, guint row)
{
  for (guint i = 0; i < reading->table->n_columns; i++)
    if (!xyb_text_is_blank (xyb_text_table_get (reading->table, row, i)))
      return FALSE;
  return TRUE;
}

/* 说明: and what is below it belongs to no unit. */
static gboolean
begins_notes (const Reading *reading, guint row)
{
  for (guint i = 0; i < reading->table->n_columns; i++)
    {
      g_autofree char *key = xyb_text_key (xyb_text_table_get (reading->table, row, i));

      if (*key != '\0')
        return g_str_has_prefix (key, "说明:") || g_str_equal (key, "说明")
               || same_head (key, reading->scheme->notes_head);
    }
  return FALSE;
}

static void
read_rows (Reading *reading)
{
  for (guint row = reading->grid->head_row; row < reading->table->rows->len; row++)
    {
      if (begins_notes (reading, row))
        return;
      /* The head stands again on every page (KH-06), perhaps with other columns. */
      if (is_head_row (reading, row))
        read_heads (reading, row);
      else if (!is_blank_row (reading, row))
        read_row (reading, row);
    }
}

/**
 * xyb_grid_read:
 * @table: the cells of a sheet
 * @scheme: the scheme whose table it should be
 * @matcher: knows the units and their other spellings
 *
 * Returns: (transfer full): the marks and remarks found, and a sentence for everything that could
 * not be placed; nothing of it should be taken while there is one
 */
XybGrid *
xyb_grid_read (const XybTextTable *table, const XybScheme *scheme, XybUnitMatcher *matcher)
{
  XybGrid *self = g_new0 (XybGrid, 1);
  g_autofree int *columns = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Reading reading
    = { .table = table, .scheme = scheme, .matcher = matcher, .grid = self, .seen = seen };

  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  g_return_val_if_fail (table != NULL && scheme != NULL && matcher != NULL, self);

  columns = g_new0 (int, table->n_columns + 1);
  reading.columns = columns;
  if (find_heads (&reading))
    {
      read_rows (&reading);
      if (self->n_units == 0 && self->problems->len == 0)
        add_problem (&reading, _ ("表头下面没有单位，没有可以导入的内容。"));
    }
  return self;
}
