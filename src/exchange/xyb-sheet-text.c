/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-text.h"

#include <math.h>
#include <string.h>

#include "xyb-file-name.h"

#define MAX_NAME_UNITS 31
#define IDEOGRAPHIC_SPACE "\u3000"

#define EM_CHINESE 1.0

/* Whether the bytes at @p need a closer look before they may go into XML: control characters,
 * U+FFFE and U+FFFF, and _xHHHH_, which Excel would read as one character. */
static gboolean
is_suspect (const guchar *p)
{
  if (p[0] < 0x20)
    return p[0] != '\n' && p[0] != '\t';
  return p[0] == 0x7f || (p[0] == 0xc2 && p[1] < 0xa0) || (p[0] == '_' && p[1] == 'x')
         || (p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe);
}

/* No byte of the kind can begin anything suspect. Most texts are made of nothing else. */
static gboolean
is_plain (char c)
{
  return (guchar) c > 0x80 ? (guchar) c != 0xc2 && (guchar) c != 0xef
                           : c >= ' ' && c != 0x7f && c != '_';
}

/* _x0041_ is A to Excel; _x005F_x0041_ is what stood there. */
static gboolean
is_escape (const char *p)
{
  return p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3])
         && g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) && p[6] == '_';
}

/**
 * xyb_sheet_text_clean:
 * @text: any text
 * @scratch: where a changed text is put
 *
 * Makes @text fit for XML. What nobody can see goes; everything else stays as the clerk wrote it.
 *
 * Returns: (transfer none): @text itself where there is nothing to do, else the text in @scratch,
 *   valid until its next use
 */
const char *
xyb_sheet_text_clean (const char *text, GString *scratch)
{
  g_autofree char *valid = NULL;
  const char *p = text;

  if (!g_utf8_validate (text, -1, NULL))
    p = valid = g_utf8_make_valid (text, -1);
  while (*p != '\0' && (is_plain (*p) || !is_suspect ((const guchar *) p)))
    p++;
  if (*p == '\0' && valid == NULL)
    return text;
  p = valid != NULL ? valid : text;
  g_string_truncate (scratch, 0);
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (is_escape (p))
        g_string_append (scratch, "_x005F_");
      else if (*p == '_' || !is_suspect ((const guchar *) p))
        g_string_append_len (scratch, p, g_utf8_next_char (p) - p);
    }
  return scratch->str;
}

/* Told by the first byte: one byte is ASCII, three and more are nearly all Chinese. */
static double
character_width (const char *p)
{
  return (guchar) *p < 0x80 ? XYB_SHEET_EM_FIGURE : EM_CHINESE;
}

/**
 * xyb_sheet_text_width:
 * @text: one line of valid UTF-8
 *
 * Returns: its width in ems, rather too wide than too narrow
 */
double
xyb_sheet_text_width (const char *text)
{
  guint n_ascii = 0;
  guint n_others = 0;

  /* By bytes, not characters: a table of 100,000 rows is measured before it is written. */
  for (const char *p = text; *p != '\0'; p++)
    {
      n_ascii += (guchar) *p < 0x80;
      n_others += (guchar) *p >= 0xc0;
    }
  return n_ascii * XYB_SHEET_EM_FIGURE + n_others * EM_CHINESE;
}

/**
 * xyb_sheet_text_lines:
 * @text: valid UTF-8
 * @room: width of the cell in ems
 *
 * Returns: how many lines the text takes when wrapped; at least one
 */
guint
xyb_sheet_text_lines (const char *text, double room)
{
  guint lines = 1;
  double used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      double width = character_width (p);

      if (*p == '\n' || used + width > room)
        {
          lines++;
          used = 0;
        }
      if (*p != '\n')
        used += width;
    }
  return lines;
}

/**
 * xyb_sheet_text_pad:
 * @text: what stands on a blank to be filled in; may be empty
 * @width: of the blank in ems
 *
 * Returns: (transfer full): @text in the middle of full-width spaces, for an underlined cell
 */
char *
xyb_sheet_text_pad (const char *text, double width)
{
  int spaces = (int) floor (MAX (width - xyb_sheet_text_width (text), 0));
  GString *padded = g_string_new (NULL);

  for (int i = 0; i < spaces / 2; i++)
    g_string_append (padded, IDEOGRAPHIC_SPACE);
  g_string_append (padded, text);
  for (int i = spaces / 2; i < spaces; i++)
    g_string_append (padded, IDEOGRAPHIC_SPACE);
  return g_string_free (padded, FALSE);
}

/* A second line of a title may begin with one of these. */
static const char *const line_heads[] = {
  "考核指标", "考核", "企业汇总表", "汇总表", "分解表", "情况", "工作方案", "名单",
};

static gboolean
begins_line (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (line_heads); i++)
    if (g_str_has_prefix (text, line_heads[i]))
      return TRUE;
  return FALSE;
}

/**
 * xyb_sheet_title_break:
 * @title: valid UTF-8
 * @room: width of the table in ems of the title
 *
 * Breaks a title too wide for one line by sense, into two lines as even as sense allows (GB/T 9704:
 * 梯形或菱形). One the clerk has broken herself stays as it is.
 *
 * Returns: (transfer full): @title with at most one line break put in
 */
char *
xyb_sheet_title_break (const char *title, double room)
{
  double whole = xyb_sheet_text_width (title);
  double before = 0;
  double best_gap = HUGE_VAL;
  const char *best = NULL;

  if (whole <= room || strchr (title, '\n') != NULL)
    return g_strdup (title);
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      double gap = fabs (whole - 2 * before);

      if (p > title && before <= room && whole - before <= room && begins_line (p)
          && gap < best_gap)
        {
          best = p;
          best_gap = gap;
        }
      before += character_width (p);
    }
  if (best == NULL)
    return g_strdup (title); /* the cell wraps it */
  return g_strdup_printf ("%.*s\n%s", (int) (best - title), title, best);
}

/* At most @max UTF-16 units of @text. */
static char *
cut (const char *text, guint max)
{
  const char *p = text;

  for (guint units = 0; *p != '\0'; p = g_utf8_next_char (p))
    {
      units += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (units > max)
        break;
    }
  return g_strndup (text, p - text);
}

/**
 * xyb_sheet_name_make:
 * @wanted: what the sheet is about
 * @taken: set of folded names given before; the new one is added
 *
 * The rules of Excel, which libxlsxwriter 1.1.4 leaves to us (DESIGN §6): at most 31 characters,
 * none of []:*?/\, no apostrophe at the ends, and no name twice, whatever its case.
 *
 * Returns: (transfer full): the name of the sheet
 */
char *
xyb_sheet_name_make (const char *wanted, GHashTable *taken)
{
  g_autofree char *clean = xyb_sheet_name_clean (wanted);
  g_autofree char *name = g_strdup (clean);
  guint n = 1;

  for (;;)
    {
      g_autofree char *folded = g_utf8_casefold (name, -1);

      /* 「History」 is kept by Excel for itself. */
      if (!g_str_equal (folded, "history") && g_hash_table_add (taken, g_steal_pointer (&folded)))
        return g_steal_pointer (&name);
      g_autofree char *suffix = g_strdup_printf ("（%u）", ++n);
      g_autofree char *stem = cut (clean, MAX_NAME_UNITS - g_utf8_strlen (suffix, -1));

      g_free (name);
      name = g_strconcat (stem, suffix, NULL);
    }
}
