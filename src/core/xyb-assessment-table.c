/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-table.h"

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-text-table.h"

static XybAssessmentRow *
row_new (void)
{
  XybAssessmentRow *row = g_new0 (XybAssessmentRow, 1);

  row->cells = g_ptr_array_new_with_free_func (g_free);
  return row;
}

static void
row_free (XybAssessmentRow *row)
{
  g_free (row->unit);
  g_ptr_array_unref (row->cells);
  g_free (row->remark);
  g_free (row);
}

static XybAssessmentTable *
table_new (void)
{
  XybAssessmentTable *self = g_new0 (XybAssessmentTable, 1);

  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * xyb_assessment_table_free:
 * @self: (nullable): a table
 */
void
xyb_assessment_table_free (XybAssessmentTable *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->rows);
  g_free (self->notes_head);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static char *
cell_text (const XybItemScore *item)
{
  static const XybMark unsaid = { XYB_MARK_UNSAID, XYB_UNSAID, XYB_UNSAID, NULL, NULL, NULL };
  static const XybMark excluded
    = { XYB_MARK_NOT_APPLICABLE, XYB_UNSAID, XYB_UNSAID, NULL, NULL, NULL };

  if (item->now.why == XYB_WHY_NOT_APPLICABLE)
    return xyb_mark_print (&excluded, item->indicator);
  return xyb_mark_print (item->mark != NULL ? item->mark : &unsaid, item->indicator);
}

/* AMB-16: the clerk's own words, or the sum where the scheme wants it; blank when nothing is lost.
 * Printed, so not translated. */
static char *
remark_text (const XybScheme *scheme, const XybUnitScore *unit, GHashTable *remarks)
{
  const char *own = remarks != NULL ? g_hash_table_lookup (remarks, &unit->unit->unit_id) : NULL;
  g_autofree char *points = xyb_points_format (unit->deduction);

  if (own != NULL && *own != '\0')
    return g_strdup (own);
  return scheme->sum_in_remark && unit->deduction > 0 ? g_strdup_printf ("扣%s分", points)
                                                      : g_strdup ("");
}

static void
add_row (XybAssessmentTable *self,
         const XybScheme *scheme,
         const XybUnitScore *unit,
         GHashTable *remarks)
{
  XybAssessmentRow *row = row_new ();

  row->unit = g_strdup (unit->unit->unit_name != NULL ? unit->unit->unit_name : "");
  for (guint i = 0; i < unit->items->len; i++)
    g_ptr_array_add (row->cells, cell_text (&g_array_index (unit->items, XybItemScore, i)));
  row->remark = remark_text (scheme, unit, remarks);
  row->full = unit->full;
  row->deduction = unit->deduction;
  row->score = unit->score;
  row->page_ends = unit->unit->page_ends;
  g_ptr_array_add (self->rows, row);
}

static char *
text_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * xyb_assessment_table_new:
 * @sheet: the points of a scheme's units
 * @remarks: (nullable): gint64 unit id → char *: what the clerk wrote in 扣分情况 (KH-04)
 *
 * The table as it is printed: heads, marks and notes are the scheme's own words.
 *
 * Returns: (transfer full): the table
 */
XybAssessmentTable *
xyb_assessment_table_new (const XybScoreSheet *sheet, GHashTable *remarks)
{
  XybAssessmentTable *self;
  const XybScheme *scheme;

  g_return_val_if_fail (sheet != NULL, NULL);

  self = table_new ();
  scheme = sheet->scheme;
  self->title = text_or_empty (scheme->title);
  g_ptr_array_add (self->heads, text_or_empty (scheme->unit_head));
  for (guint i = 0; i < scheme->indicators->len; i++)
    g_ptr_array_add (self->heads,
                     text_or_empty (((XybIndicator *) scheme->indicators->pdata[i])->head));
  g_ptr_array_add (self->heads, text_or_empty (scheme->remark_head));
  for (guint i = 0; i < sheet->units->len; i++)
    add_row (self, scheme, sheet->units->pdata[i], remarks);
  self->notes_head = text_or_empty (scheme->notes_head);
  for (guint i = 0; i < scheme->notes->len; i++)
    g_ptr_array_add (self->notes,
                     text_or_empty (((XybSchemeNote *) scheme->notes->pdata[i])->text));
  return self;
}

/**
 * xyb_assessment_table_count:
 * @self: a table
 * @text: a mark as printed
 *
 * Returns: in how many cells it stands
 */
guint
xyb_assessment_table_count (const XybAssessmentTable *self, const char *text)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybAssessmentRow *row = self->rows->pdata[i];

      for (guint k = 0; k < row->cells->len; k++)
        n += g_str_equal (row->cells->pdata[k], text);
    }
  return n;
}

/* ---- frozen ---- */

/* Lines of cells between tabs, as the clipboard has them; the first cell of a line says what it is:
 * 1 number of columns, title, head of the notes; h heads; r a row; n a note; f what
 * xyb_facts_freeze() adds below. */
#define FORMAT_MARK "1"
#define ROW_FIELDS 6 /* r, page_ends, full, deduction, score, unit */

static void
add_number (XybTextTable *lines, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  xyb_text_table_add_cell (lines, text);
}

static void
add_line (XybTextTable *lines, const char *mark)
{
  xyb_text_table_add_row (lines);
  xyb_text_table_add_cell (lines, mark);
}

static void
add_texts (XybTextTable *lines, const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    xyb_text_table_add_cell (lines, texts->pdata[i]);
}

/**
 * xyb_assessment_table_freeze:
 * @self: a table
 *
 * Returns: (transfer full): the whole table as one text that xyb_assessment_table_thaw() reads back
 */
char *
xyb_assessment_table_freeze (const XybAssessmentTable *self)
{
  g_autoptr (XybTextTable) lines = xyb_text_table_new ();

  g_return_val_if_fail (self != NULL, NULL);

  add_line (lines, FORMAT_MARK);
  add_number (lines, self->heads->len);
  xyb_text_table_add_cell (lines, self->title);
  xyb_text_table_add_cell (lines, self->notes_head);
  add_line (lines, "h");
  add_texts (lines, self->heads);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybAssessmentRow *row = self->rows->pdata[i];

      add_line (lines, "r");
      add_number (lines, row->page_ends ? 1 : 0);
      add_number (lines, row->full);
      add_number (lines, row->deduction);
      add_number (lines, row->score);
      xyb_text_table_add_cell (lines, row->unit);
      add_texts (lines, row->cells);
      xyb_text_table_add_cell (lines, row->remark);
    }
  for (guint i = 0; i < self->notes->len; i++)
    {
      add_line (lines, "n");
      xyb_text_table_add_cell (lines, self->notes->pdata[i]);
    }
  return xyb_text_table_format (lines);
}

static gint64
read_number (const XybTextTable *lines, guint line, guint column)
{
  return g_ascii_strtoll (xyb_text_table_get (lines, line, column), NULL, 10);
}

static void
thaw_row (XybAssessmentTable *self, const XybTextTable *lines, guint line, guint n_heads)
{
  XybAssessmentRow *row = row_new ();
  guint n = n_heads - 2;

  row->page_ends = read_number (lines, line, 1) != 0;
  row->full = read_number (lines, line, 2);
  row->deduction = read_number (lines, line, 3);
  row->score = read_number (lines, line, 4);
  row->unit = g_strdup (xyb_text_table_get (lines, line, 5));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (row->cells, g_strdup (xyb_text_table_get (lines, line, ROW_FIELDS + i)));
  row->remark = g_strdup (xyb_text_table_get (lines, line, ROW_FIELDS + n));
  g_ptr_array_add (self->rows, row);
}

static gboolean
thaw_line (XybAssessmentTable *self, const XybTextTable *lines, guint line, guint n_heads)
{
  const char *mark = xyb_text_table_get (lines, line, 0);

  if (g_str_equal (mark, "h"))
    for (guint i = 0; i < n_heads; i++)
      g_ptr_array_add (self->heads, g_strdup (xyb_text_table_get (lines, line, 1 + i)));
  else if (g_str_equal (mark, "r"))
    thaw_row (self, lines, line, n_heads);
  else if (g_str_equal (mark, "n"))
    g_ptr_array_add (self->notes, g_strdup (xyb_text_table_get (lines, line, 1)));
  else
    return g_str_equal (mark, "f"); /* xyb_facts_freeze() */
  return TRUE;
}

/**
 * xyb_assessment_table_thaw:
 * @text: a frozen table
 * @error: %XYB_CORE_ERROR_INVALID_TEXT where it is none
 *
 * Returns: (transfer full): the table as it was frozen; %NULL with @error set
 */
XybAssessmentTable *
xyb_assessment_table_thaw (const char *text, GError **error)
{
  g_autoptr (XybTextTable) lines = NULL;
  g_autoptr (XybAssessmentTable) self = table_new ();
  gboolean readable;
  gint64 n_heads;

  g_return_val_if_fail (text != NULL, NULL);

  lines = xyb_text_table_parse (text);
  readable = lines->rows->len >= 2 && g_str_equal (xyb_text_table_get (lines, 0, 0), FORMAT_MARK);
  n_heads = readable ? read_number (lines, 0, 1) : 0;
  readable = n_heads >= 2 && n_heads < lines->n_columns + 1;
  self->title = g_strdup (readable ? xyb_text_table_get (lines, 0, 2) : "");
  self->notes_head = g_strdup (readable ? xyb_text_table_get (lines, 0, 3) : "");
  for (guint line = 1; readable && line < lines->rows->len; line++)
    readable = thaw_line (self, lines, line, (guint) n_heads);
  if (readable && self->heads->len == n_heads)
    return g_steal_pointer (&self);
  g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT,
                       _ ("保存的考核表内容已损坏，读不出来，请从备份恢复。"));
  return NULL;
}
