/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-ignored.h"

#include "xyb-i18n.h"

/* A list longer than this nobody reads. */
#define MAX_LINES 200

static const char *
reason_of (const XybReturnRow *row)
{
  for (guint i = row->notes->len; i > 0; i--)
    {
      const XybReturnNote *note = row->notes->pdata[i - 1];

      if (note->field == XYB_RETURN_NO_FIELD)
        return note->sentence;
    }
  return _ ("不是企业");
}

/**
 * xyb_intake_dup_ignored_summary:
 * @taken: a file
 *
 * Returns: (transfer full) (nullable): 没有导入 9 行：预编号的空行 7、合计行 1、说明或备注 1; %NULL
 * where every row is an enterprise
 */
char *
xyb_intake_dup_ignored_summary (const XybReturn *taken)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autoptr (GString) words = NULL;
  guint n = 0;

  for (guint i = 0; i < taken->rows->len; i++)
    {
      const XybReturnRow *row = taken->rows->pdata[i];
      const char *reason;
      guint count;

      if (row->status != XYB_RETURN_IGNORED)
        continue;
      reason = reason_of (row);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, reason)) + 1;
      if (count == 1)
        g_ptr_array_add (reasons, (gpointer) reason);
      g_hash_table_insert (counts, (gpointer) reason, GUINT_TO_POINTER (count));
      n++;
    }
  if (n == 0)
    return NULL;
  words = g_string_new (NULL);
  g_string_append_printf (words, _ ("没有导入 %u 行："), n);
  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (words, "%s%s %u", i > 0 ? "、" : "", (char *) reasons->pdata[i],
                            GPOINTER_TO_UINT (g_hash_table_lookup (counts, reasons->pdata[i])));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static const char *
text_of (const XybReturnRow *row)
{
  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    if (field != XYB_RETURN_POSITION && row->raw[field].text != NULL)
      return row->raw[field].text;
  return row->raw[XYB_RETURN_POSITION].text;
}

static void
add_line (GString *words, const XybReturnRow *first, const XybReturnRow *last)
{
  const char *text = text_of (first);
  g_autofree char *beginning
    = text != NULL ? g_utf8_substring (text, 0, MIN (24, g_utf8_strlen (text, -1))) : NULL;

  if (words->len > 0)
    g_string_append_c (words, '\n');
  if (first == last)
    g_string_append_printf (words, _ ("第 %u 行　%s"), first->row, reason_of (first));
  else
    g_string_append_printf (words, _ ("第 %u—%u 行　%s"), first->row, last->row, reason_of (first));
  if (first == last && beginning != NULL)
    g_string_append_printf (words, _ ("：%s"), g_strdelimit (beginning, "\n\r\t", ' '));
}

/**
 * xyb_intake_dup_ignored_list:
 * @taken: a file
 *
 * Returns: (transfer full): a line for each row that is no enterprise; neighbours of one kind share
 * one
 */
char *
xyb_intake_dup_ignored_list (const XybReturn *taken)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_lines = 0;

  for (guint i = 0; i < taken->rows->len && n_lines < MAX_LINES; i++)
    {
      const XybReturnRow *first = taken->rows->pdata[i];
      const XybReturnRow *last = first;

      if (first->status != XYB_RETURN_IGNORED)
        continue;
      for (; i + 1 < taken->rows->len; i++)
        {
          const XybReturnRow *next = taken->rows->pdata[i + 1];

          if (next->status != XYB_RETURN_IGNORED || next->sheet != first->sheet
              || g_strcmp0 (reason_of (next), reason_of (first)) != 0)
            break;
          last = next;
        }
      add_line (words, first, last);
      n_lines++;
    }
  if (n_lines == MAX_LINES)
    g_string_append (words, _ ("\n……其余的请看原表"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}
