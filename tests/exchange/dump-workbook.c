/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says as JSON, one line per file, what the reader finds: dump-workbook [--count] PATH... With
 * --count the rows are read but not printed. */

#include <stdio.h>

#include "xyb-workbook-reader.h"

static gboolean count_only;

static void
print_text (const char *text)
{
  printf ("\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        printf ("\\%c", *p);
      else if ((guchar) *p < 0x20)
        printf ("\\u%04x", *p);
      else
        putchar (*p);
    }
  printf ("\"");
}

static gboolean
print_row (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  static const char *const kinds[] = { "empty", "text", "number", "bool", "date", "error" };
  gboolean *first = user_data;

  if (count_only)
    return TRUE;
  printf ("%s{\"row\":%u,\"hidden\":%s,\"cells\":[", *first ? "" : ",", row,
          hidden ? "true" : "false");
  *first = FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      printf ("%s{\"column\":%u,\"kind\":\"%s\",\"formula\":%s,\"number\":%s,\"text\":",
              i > 0 ? "," : "", cells[i].column, kinds[cells[i].kind],
              cells[i].formula ? "true" : "false",
              g_ascii_dtostr (number, sizeof number, cells[i].number));
      print_text (cells[i].text);
      if (cells[i].unit != XYB_MONEY_UNIT_UNSAID)
        printf (",\"unit\":\"%s\"", xyb_money_unit_name (cells[i].unit));
      printf ("}");
    }
  printf ("]}");
  return TRUE;
}

static void
print_summary (const XybSheetSummary *summary)
{
  printf ("],\"n_rows\":%u,\"merged\":[", summary->n_rows);
  for (guint i = 0; i < summary->merged->len; i++)
    {
      const XybCellRange *range = &g_array_index (summary->merged, XybCellRange, i);

      printf ("%s[%u,%u,%u,%u]", i > 0 ? "," : "", range->first_row, range->first_column,
              range->last_row, range->last_column);
    }
  printf ("],\"hidden_columns\":[");
  for (guint i = 0; i < summary->hidden_columns->len; i++)
    printf ("%s%u", i > 0 ? "," : "", g_array_index (summary->hidden_columns, guint, i));
  printf ("]}");
}

static gboolean
print_sheet (XybWorkbook *workbook, guint index, GError **error)
{
  const XybSheetInfo *info = xyb_workbook_get_sheet (workbook, index);
  g_autoptr (XybSheetSummary) summary = NULL;
  gboolean first = TRUE;

  printf ("%s{\"name\":", index > 0 ? "," : "");
  print_text (info->name);
  printf (",\"hidden\":%s,\"very_hidden\":%s,\"rows\":[", info->hidden ? "true" : "false",
          info->very_hidden ? "true" : "false");
  if (!xyb_workbook_read_sheet (workbook, index, print_row, &first, &summary, NULL, error))
    {
      printf ("]}");
      return FALSE;
    }
  print_summary (summary);
  return TRUE;
}

static void
print_workbook (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (path, &error);

  printf ("{\"sheets\":[");
  for (guint i = 0; workbook != NULL && i < xyb_workbook_get_n_sheets (workbook); i++)
    if (!print_sheet (workbook, i, &error))
      break;
  printf ("]");
  if (workbook != NULL)
    printf (",\"format\":\"%s\",\"macros\":%s", xyb_workbook_get_format (workbook),
            xyb_workbook_has_macros (workbook) ? "true" : "false");
  if (error != NULL)
    {
      printf (",\"domain\":\"%s\",\"code\":%d,\"error\":", g_quark_to_string (error->domain),
              error->code);
      print_text (error->message);
    }
  printf ("}\n");
}

int
main (int argc, char **argv)
{
  count_only = argc > 1 && g_str_equal (argv[1], "--count");
  for (int i = count_only ? 2 : 1; i < argc; i++)
    print_workbook (argv[i]);
  return 0;
}
