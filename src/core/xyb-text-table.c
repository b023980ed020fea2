/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-text-table.h"

#include <string.h>

/**
 * xyb_text_table_new:
 *
 * Returns: (transfer full): a table without rows
 */
XybTextTable *
xyb_text_table_new (void)
{
  XybTextTable *self = g_new0 (XybTextTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * xyb_text_table_free:
 * @self: (nullable): a table
 *
 * Frees it.
 */
void
xyb_text_table_free (XybTextTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * xyb_text_table_add_row:
 * @self: a table
 *
 * Begins a row.
 */
void
xyb_text_table_add_row (XybTextTable *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

/**
 * xyb_text_table_add_cell:
 * @self: a table with a row
 * @text: (nullable): what stands in the next cell of the last row
 *
 * Appends a cell.
 */
void
xyb_text_table_add_cell (XybTextTable *self, const char *text)
{
  GPtrArray *row;

  g_return_if_fail (self != NULL && self->rows->len > 0);

  row = self->rows->pdata[self->rows->len - 1];
  g_ptr_array_add (row, g_strdup (text != NULL ? text : ""));
  self->n_columns = MAX (self->n_columns, row->len);
}

/**
 * xyb_text_table_get:
 * @self: a table
 * @row: a row of it
 * @column: any column
 *
 * Returns: (transfer none): what stands there; "" where the row is shorter
 */
const char *
xyb_text_table_get (const XybTextTable *self, guint row, guint column)
{
  const GPtrArray *cells;

  g_return_val_if_fail (self != NULL && row < self->rows->len, "");

  cells = self->rows->pdata[row];
  return column < cells->len ? cells->pdata[column] : "";
}

/* ---- tabs and lines ---- */

static gboolean
ends_cell (char c)
{
  return c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

/* Excel puts a cell of several lines between quotes and doubles those inside. A quote that does not
 * close right before the end of a cell is the clerk's own: 「"昆山"公司」. */
static const char *
read_quoted (const char *start, GString *cell)
{
  const char *p = start + 1;

  g_string_truncate (cell, 0);
  for (; *p != '\0'; p++)
    {
      if (*p == '"' && p[1] == '"')
        p++;
      else if (*p == '"')
        return ends_cell (p[1]) ? p + 1 : NULL;
      else if (*p == '\r' && p[1] == '\n')
        continue;
      g_string_append_c (cell, *p == '\r' ? '\n' : *p);
    }
  return NULL;
}

static const char *
read_cell (const char *p, GString *cell)
{
  const char *end = *p == '"' ? read_quoted (p, cell) : NULL;

  if (end != NULL)
    return end;
  g_string_truncate (cell, 0);
  while (!ends_cell (*p))
    g_string_append_c (cell, *p++);
  return p;
}

/**
 * xyb_text_table_parse:
 * @text: what a spreadsheet puts on the clipboard as plain text: cells between tabs, rows on lines
 *
 * Cells of several lines stand between quotes, as Excel and WPS write them.
 *
 * Returns: (transfer full): the table; without rows where @text is empty
 */
XybTextTable *
xyb_text_table_parse (const char *text)
{
  XybTextTable *self = xyb_text_table_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = text;

  while (p != NULL && *p != '\0')
    {
      xyb_text_table_add_row (self);
      for (;; p++)
        {
          p = read_cell (p, cell);
          xyb_text_table_add_cell (self, cell->str);
          if (*p != '\t')
            break;
        }
      if (*p == '\r' && p[1] == '\n')
        p++;
      if (*p != '\0')
        p++;
    }
  return self;
}

static void
append_cell (GString *out, const char *text)
{
  if (strpbrk (text, "\t\r\n") == NULL && *text != '"')
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * xyb_text_table_format:
 * @self: a table
 *
 * Returns: (transfer full): the table as plain text that Excel and WPS paste cell by cell, and
 * xyb_text_table_parse() reads back
 */
char *
xyb_text_table_format (const XybTextTable *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint row = 0; row < self->rows->len; row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          if (column > 0)
            g_string_append_c (out, '\t');
          append_cell (out, xyb_text_table_get (self, row, column));
        }
      /* One cell alone is pasted into a field as it is; the last of several blank rows would be
       * lost without its line end. */
      if (self->rows->len > 1 || self->n_columns > 1 || out->len == 0)
        g_string_append_c (out, '\n');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* ---- HTML ---- */

static void
append_html_text (GString *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (out, "%s%s", i > 0 ? "<br>" : "", escaped);
    }
}

/**
 * xyb_text_table_format_html:
 * @self: a table
 *
 * Returns: (transfer full): the table as the HTML that a word processor pastes as a table
 */
char *
xyb_text_table_format_html (const XybTextTable *self)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new ("<html><head><meta charset=\"utf-8\"></head><body><table border=\"1\">");
  for (guint row = 0; row < self->rows->len; row++)
    {
      g_string_append (out, "<tr>");
      for (guint column = 0; column < self->n_columns; column++)
        {
          g_string_append (out, "<td>");
          append_html_text (out, xyb_text_table_get (self, row, column));
          g_string_append (out, "</td>");
        }
      g_string_append (out, "</tr>");
    }
  g_string_append (out, "</table></body></html>");
  return g_string_free (g_steal_pointer (&out), FALSE);
}
