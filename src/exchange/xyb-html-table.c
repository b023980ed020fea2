/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-html-table.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Far beyond any table a clerk copies; a page that says colspan="999999999" costs no more. */
#define MAX_SPAN 1000
#define MAX_CELLS 1000000

typedef struct
{
  XybTextTable *table;
  GArray *below; /* of guint: rows that a cell above still reaches down, by column */
  guint n_cells;
} Reader;

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static gboolean
is_any (const xmlNode *node, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (is_named (node, names[i]))
      return TRUE;
  return FALSE;
}

/* ---- the words of a cell ---- */

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

/* Spaces and line breaks of the source are one space; a no-break space is a space to a clerk. */
static void
append_words (GString *text, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0xa0 && !g_ascii_isspace ((gchar) (c < 128 ? c : 'x')))
        g_string_append_unichar (text, c);
      else if (text->len > 0 && text->str[text->len - 1] != ' ' && text->str[text->len - 1] != '\n')
        g_string_append_c (text, ' ');
    }
}

static void
append_text (GString *text, const xmlNode *parent)
{
  static const char *const blocks[] = { "p", "div", "li", NULL };
  static const char *const silent[] = { "script", "style", NULL };

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      gboolean block = is_any (node, blocks);

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        append_words (text, (const char *) node->content);
      else if (is_named (node, "br") || (block && text->len > 0))
        {
          end_line (text);
          g_string_append_c (text, '\n');
        }
      if (node->type == XML_ELEMENT_NODE && !is_any (node, silent))
        append_text (text, node);
    }
}

static char *
dup_cell_text (const xmlNode *cell)
{
  GString *text = g_string_new (NULL);

  append_text (text, cell);
  return g_strstrip (g_string_free (text, FALSE));
}

/* ---- rows and columns ---- */

static guint
span_of (const xmlNode *cell, const char *name)
{
  xmlChar *value = xmlGetProp ((xmlNode *) cell, (const xmlChar *) name);
  gint64 span = value != NULL ? g_ascii_strtoll ((const char *) value, NULL, 10) : 1;

  if (value != NULL)
    xmlFree (value);
  return (guint) CLAMP (span, 1, MAX_SPAN);
}

static guint *
reach (Reader *reader, guint column)
{
  if (reader->below->len <= column)
    g_array_set_size (reader->below, column + 1);
  return &g_array_index (reader->below, guint, column);
}

static void
add (Reader *reader, const char *text)
{
  if (reader->n_cells++ < MAX_CELLS)
    xyb_text_table_add_cell (reader->table, text);
}

/* Under a cell that reaches down, and behind one that reaches across, a spreadsheet has blanks. */
static void
skip_reached (Reader *reader, guint *column)
{
  while (*column < reader->below->len && g_array_index (reader->below, guint, *column) > 0)
    {
      g_array_index (reader->below, guint, *column)--;
      add (reader, NULL);
      (*column)++;
    }
}

static void
read_row (Reader *reader, const xmlNode *row)
{
  guint column = 0;

  xyb_text_table_add_row (reader->table);
  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      g_autofree char *text = NULL;
      guint across;
      guint down;

      if (!is_named (cell, "td") && !is_named (cell, "th"))
        continue;
      skip_reached (reader, &column);
      text = dup_cell_text (cell);
      across = span_of (cell, "colspan");
      down = span_of (cell, "rowspan");
      for (guint i = 0; i < across; i++, column++)
        {
          add (reader, i == 0 ? text : NULL);
          *reach (reader, column) = down - 1;
        }
    }
  skip_reached (reader, &column);
}

static void
read_rows (Reader *reader, const xmlNode *table)
{
  static const char *const parts[] = { "thead", "tbody", "tfoot", NULL };

  for (const xmlNode *node = table->children; node != NULL; node = node->next)
    {
      if (is_named (node, "tr") && reader->n_cells < MAX_CELLS)
        read_row (reader, node);
      else if (is_any (node, parts))
        read_rows (reader, node);
    }
}

static const xmlNode *
find_table (const xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      const xmlNode *found;

      if (is_named (node, "table"))
        return node;
      found = find_table (node->children);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* ---- characters ---- */

static char *
to_utf8 (const char *html, gsize length, gsize *out_length)
{
  const guchar *bytes = (const guchar *) html;

  if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    return g_convert (html + 2, (gssize) length - 2, "UTF-8", "UTF-16LE", NULL, out_length, NULL);
  if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    return g_convert (html + 2, (gssize) length - 2, "UTF-8", "UTF-16BE", NULL, out_length, NULL);
  while (length > 0 && html[length - 1] == '\0')
    length--;
  *out_length = length;
  if (g_utf8_validate (html, (gssize) length, NULL))
    return g_strndup (html, length);
  return g_convert (html, (gssize) length, "UTF-8", "GB18030", NULL, out_length, NULL);
}

/**
 * xyb_html_table_parse:
 * @html: (array length=length): HTML in UTF-8, UTF-16 with its mark, or GB18030
 * @length: its length in bytes
 *
 * Fetches nothing and resolves no entities but HTML's own.
 *
 * Returns: (transfer full) (nullable): its first table; %NULL where there is none
 */
XybTextTable *
xyb_html_table_parse (const char *html, gsize length)
{
  gsize utf8_length = 0;
  g_autofree char *utf8 = to_utf8 (html, length, &utf8_length);
  Reader reader = { 0 };
  const xmlNode *table;
  htmlDocPtr doc;

  if (utf8 == NULL || utf8_length == 0 || utf8_length > G_MAXINT)
    return NULL;
  doc = htmlReadMemory (utf8, (int) utf8_length, NULL, "UTF-8",
                        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                          | HTML_PARSE_NONET);
  table = doc != NULL ? find_table (xmlDocGetRootElement (doc)) : NULL;
  if (table != NULL)
    {
      reader.table = xyb_text_table_new ();
      reader.below = g_array_new (FALSE, TRUE, sizeof (guint));
      read_rows (&reader, table);
      g_array_unref (reader.below);
    }
  if (doc != NULL)
    xmlFreeDoc (doc);
  return reader.table;
}
