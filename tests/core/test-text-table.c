/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-text-table.h"

/* What Excel and WPS put on the clipboard as plain text. */

static char *
show (const XybTextTable *table)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint row = 0; row < table->rows->len; row++)
    {
      const GPtrArray *cells = table->rows->pdata[row];

      for (guint column = 0; column < cells->len; column++)
        g_string_append_printf (out, "[%s]", (char *) cells->pdata[column]);
      g_string_append_c (out, '/');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
  } cases[] = {
    { "", "" },
    { "8", "[8]/" },
    { "10\r\n10\r\n6\r\n", "[10]/[10]/[6]/" },
    { "昆山开发区\t10\t\r\n张浦镇\t8\t\r\n", "[昆山开发区][10][]/[张浦镇][8][]/" },
    { "\r\n", "[]/" },
    { "\t\n\t\n", "[][]/[][]/" },
    { "a\n\nb", "[a]/[]/[b]/" },
    { "a\rb\r", "[a]/[b]/" },
    { "\"两\n行\"\t2\r\n", "[两\n行][2]/" },
    { "\"两\r\n行\"", "[两\n行]/" },
    { "\"他说\"\"好\"\"\n走了\"\tx", "[他说\"好\"\n走了][x]/" },
    { "\"制\t表\"\t1", "[制\t表][1]/" },
    /* Quotes that are the clerk's own. */
    { "\"昆山\"公司\t1", "[\"昆山\"公司][1]/" },
    { "5\" 管\t1", "[5\" 管][1]/" },
    { "\"没有关上\t1\n2", "[\"没有关上][1]/[2]/" },
    { "\"", "[\"]/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybTextTable) table = xyb_text_table_parse (cases[i].text);
      g_autofree char *cells = show (table);

      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

static void
test_ragged (void)
{
  g_autoptr (XybTextTable) table = xyb_text_table_parse ("1\n1\t2\t3\n");

  g_assert_cmpuint (table->n_columns, ==, 3);
  g_assert_cmpstr (xyb_text_table_get (table, 0, 2), ==, "");
  g_assert_cmpstr (xyb_text_table_get (table, 1, 2), ==, "3");
}

static void
test_round_trip (void)
{
  static const char *const texts[]
    = { "", "8", "两\n行", "制\t表", "\"", "\"好\"", "a\"b", "末尾\n", "=1+1", "一\n\"二\"\t三" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (XybTextTable) table = xyb_text_table_new ();
      g_autoptr (XybTextTable) back = NULL;
      g_autofree char *text = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      for (int row = 0; row < 2; row++)
        {
          xyb_text_table_add_row (table);
          xyb_text_table_add_cell (table, texts[i]);
          xyb_text_table_add_cell (table, texts[(i + 1) % G_N_ELEMENTS (texts)]);
        }
      text = xyb_text_table_format (table);
      back = xyb_text_table_parse (text);
      before = show (table);
      after = show (back);
      g_assert_cmpstr (after, ==, before);
    }
}

/* One cell goes into a field of any program as it stands. */
static void
test_one_cell (void)
{
  g_autoptr (XybTextTable) table = xyb_text_table_parse ("8\r\n");
  g_autofree char *text = xyb_text_table_format (table);

  g_assert_cmpstr (text, ==, "8");
}

static void
test_html (void)
{
  g_autoptr (XybTextTable) table = xyb_text_table_parse ("a<b\t\"一\n二\"\n&\t");
  g_autofree char *html = xyb_text_table_format_html (table);

  g_assert_nonnull (strstr (html, "<tr><td>a&lt;b</td><td>一<br>二</td></tr>"
                                  "<tr><td>&amp;</td><td></td></tr>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-table/as-excel-copies", test_parse);
  g_test_add_func ("/text-table/short-rows-end-in-blanks", test_ragged);
  g_test_add_func ("/text-table/what-is-written-is-read-back", test_round_trip);
  g_test_add_func ("/text-table/one-cell-is-its-text", test_one_cell);
  g_test_add_func ("/text-table/html-is-escaped", test_html);
  return g_test_run ();
}
