/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdarg.h>

#include "xyb-cli.h"

#include "xyb-i18n.h"

struct _XybCliTable
{
  GPtrArray *rows; /* of GStrv */
  char *align;
  guint columns;
};

/* Columns a terminal gives to the text. */
static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iszerowidth (c))
        continue;
      width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/**
 * xyb_cli_table_new:
 * @heads: %NULL-terminated head words, marked with N_() and translated here
 * @align: one letter a column, l or r
 *
 * Returns: (transfer full): a table that prints itself in aligned columns
 */
XybCliTable *
xyb_cli_table_new (const char *const *heads, const char *align)
{
  XybCliTable *self = g_new0 (XybCliTable, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->align = g_strdup (align);
  self->columns = g_strv_length ((char **) heads);
  g_assert (strlen (align) == self->columns);
  for (guint i = 0; i < self->columns; i++)
    g_strv_builder_add (builder, _ (heads[i]));
  g_ptr_array_add (self->rows, g_strv_builder_end (builder));
  return self;
}

/**
 * xyb_cli_table_add:
 * @...: as many strings as there are columns, then %NULL
 *
 * Adds a row; the strings are copied.
 */
void
xyb_cli_table_add (XybCliTable *self, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *cell;
  va_list args;

  va_start (args, self);
  while ((cell = va_arg (args, const char *)) != NULL)
    g_strv_builder_add (builder, cell);
  va_end (args);
  g_ptr_array_add (self->rows, g_strv_builder_end (builder));
}

static guint
column_width (XybCliTable *self, guint column)
{
  guint width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);

      width = MAX (width, text_width (row[column]));
    }
  return width;
}

static void
append_cell (GString *line, const char *cell, guint width, char align, gboolean last)
{
  guint pad = width - text_width (cell);

  if (align == 'r')
    g_string_append_printf (line, "%*s", (int) pad, "");
  g_string_append (line, cell);
  if (align == 'l' && !last)
    g_string_append_printf (line, "%*s", (int) pad, "");
  if (!last)
    g_string_append (line, "  ");
}

/**
 * xyb_cli_table_print:
 *
 * Writes the table to standard output.
 */
void
xyb_cli_table_print (XybCliTable *self)
{
  g_autofree guint *widths = g_new (guint, self->columns);

  for (guint c = 0; c < self->columns; c++)
    widths[c] = column_width (self, c);
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint c = 0; c < self->columns; c++)
        append_cell (line, row[c], widths[c], self->align[c], c + 1 == self->columns);
      xyb_cli_print ("%s\n", line->str);
    }
}

void
xyb_cli_table_free (XybCliTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self->align);
  g_free (self);
}
