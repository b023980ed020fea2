/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-html-table.h"

static char *
show (const XybTextTable *table)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint row = 0; table != NULL && row < table->rows->len; row++)
    {
      const GPtrArray *cells = table->rows->pdata[row];

      for (guint column = 0; column < cells->len; column++)
        g_string_append_printf (out, "[%s]", (char *) cells->pdata[column]);
      g_string_append_c (out, '/');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The shape of what Excel 2016 puts on the clipboard: styles, comments, col widths, spacers. */
static const char excel[]
  = "<html xmlns:v=\"urn:schemas-microsoft-com:vml\"\r\n"
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\"\r\n"
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\r\n"
    "<head>\r\n<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\r\n"
    "<meta name=ProgId content=Excel.Sheet>\r\n"
    "<style>\r\n<!--table\r\n\t{mso-displayed-decimal-separator:\"\\.\";}\r\n"
    "td\r\n\t{padding-top:1px;}\r\n-->\r\n</style>\r\n</head>\r\n"
    "<body link=\"#0563C1\" vlink=\"#954F72\">\r\n\r\n"
    "<table border=0 cellpadding=0 cellspacing=0 width=144 style='border-collapse:\r\n"
    " collapse;width:108pt'>\r\n"
    "<!--StartFragment-->\r\n <col width=72 span=2 style='width:54pt'>\r\n"
    " <tr height=19 style='height:14.25pt'>\r\n"
    "  <td height=19 width=72 style='height:14.25pt;width:54pt'>昆山开发区</td>\r\n"
    "  <td align=right width=72 style='width:54pt'>10</td>\r\n </tr>\r\n"
    " <tr height=38 style='height:28.5pt'>\r\n"
    "  <td height=38 style='height:28.5pt'>花桥<br>\r\n    经济开发区</td>\r\n"
    "  <td align=right>6<span style='mso-spacerun:yes'>&nbsp;</span></td>\r\n </tr>\r\n"
    "<!--EndFragment-->\r\n</table>\r\n\r\n</body>\r\n\r\n</html>\r\n";

/* WPS: cells with x:str and x:num, fonts, and a merged head. */
static const char wps[]
  = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>"
    "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body>"
    "<table width=\"216\" border=\"0\" style='width:162.00pt;'><!--StartFragment-->"
    "<col width=\"72\" style='width:54.00pt;'/>"
    "<tr><td class=\"xl65\" colspan=\"2\" x:str>指标<font class=\"font1\">数</font></td>"
    "<td rowspan=2 x:str>备注</td></tr>"
    "<tr><td x:num>8</td><td x:num=\"5.\">5</td></tr>"
    "<tr><td x:str>周市 &amp; 陆家</td><td></td><td>&lt;3&gt;</td></tr>"
    "<!--EndFragment--></table></body></html>";

static void
test_tables (void)
{
  static const struct
  {
    const char *html;
    const char *cells;
  } cases[] = {
    { excel, "[昆山开发区][10]/[花桥\n经济开发区][6]/" },
    { wps, "[指标数][][备注]/[8][5][]/[周市 & 陆家][][<3>]/" },
    { "<table><thead><tr><th>头</thead><tbody><tr><td>1<tr><td>2</table>", "[头]/[1]/[2]/" },
    { "<p>前面</p><table><tr><td><p>一</p><p>二</p></td></tr></table>", "[一\n二]/" },
    { "<table><tr><td colspan=999999999>宽", NULL },
    { "<p>没有表格</p>", "" },
    { "", "" },
    { "<", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybTextTable) table = xyb_html_table_parse (cases[i].html, strlen (cases[i].html));
      g_autofree char *cells = show (table);

      if (cases[i].cells != NULL)
        g_assert_cmpstr (cells, ==, cases[i].cells);
      else
        g_assert_cmpuint (table->n_columns, <=, 1000);
    }
}

/* Browsers on X11 give UTF-16, old programs GB18030. */
static void
test_characters (void)
{
  static const char html[] = "\xef\xbb\xbf<table><tr><td>周市镇</td></tr></table>";
  static const char *const encodings[] = { "UTF-16", "GB18030" };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (html + 3, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (XybTextTable) table = xyb_html_table_parse (bytes, length);

      g_assert_nonnull (table);
      g_assert_cmpstr (xyb_text_table_get (table, 0, 0), ==, "周市镇");
    }
}

/* Entities of one's own, and files named in them, are nothing. */
static void
test_no_entities (void)
{
  static const char html[] = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                             "<table><tr><td>a&x;b</td></tr></table>";
  g_autoptr (XybTextTable) table = xyb_html_table_parse (html, strlen (html));

  g_assert_nonnull (table);
  g_assert_cmpstr (xyb_text_table_get (table, 0, 0), ==, "a&x;b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-table/as-excel-and-wps-copy", test_tables);
  g_test_add_func ("/html-table/characters", test_characters);
  g_test_add_func ("/html-table/no-entities-of-its-own", test_no_entities);
  return g_test_run ();
}
