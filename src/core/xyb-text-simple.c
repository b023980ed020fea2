/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-text-simple.h"

#include <string.h>

#define HAN_FIRST 0x4E00
#define HAN_LAST 0x9FFF
#define FULL_WIDTH_FIRST 0xFF01
#define FULL_WIDTH_LAST 0xFF5E
#define FULL_WIDTH_SHIFT 0xFEE0
#define IDEOGRAPHIC_SPACE 0x3000

/* Marks NFKC and case folding leave alone: 、 。 〈…】 〔 〕 “ ” ‘ ’ */
static gboolean
is_plain_mark (gunichar c)
{
  return (c >= 0x3001 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011) || c == 0x3014 || c == 0x3015
         || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
}

/* One Han character of the first block, in UTF-8. */
static gboolean
is_han (const guchar *p)
{
  if (p[0] < 0xe4 || p[0] > 0xe9 || (p[1] & 0xc0) != 0x80 || (p[2] & 0xc0) != 0x80)
    return FALSE;
  return p[0] > 0xe4 || p[1] >= 0xb8;
}

/**
 * xyb_text_is_simple:
 * @text: text of any origin
 *
 * Returns: whether @text is nothing but printable ASCII, Han characters of the first block and
 * single spaces between them, so that cleaning and NFKC leave it as it is
 */
gboolean
xyb_text_is_simple (const char *text)
{
  gboolean space = TRUE; /* one here would be the first, or the second */

  for (const guchar *p = (const guchar *) text; *p != '\0';)
    if (*p == ' ' && !space)
      {
        space = TRUE;
        p++;
      }
    else if (*p > ' ' && *p < 0x7f)
      {
        space = FALSE;
        p++;
      }
    else if (is_han (p))
      {
        space = FALSE;
        p += 3;
      }
    else
      return FALSE;
  return !space;
}

/**
 * xyb_text_simple_key:
 * @text: (nullable): text of any origin
 *
 * xyb_text_key() of a text that holds nothing but Han characters of the first block, printable
 * ASCII, its full-width forms, spaces and Chinese punctuation. None of these combine, so each can
 * be folded for itself, many times faster than by Unicode's general rules.
 *
 * Returns: (transfer full) (nullable): the key; %NULL where the general rules are needed
 */
char *
xyb_text_simple_key (const char *text)
{
  g_autoptr (GString) key = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  key = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
        c -= FULL_WIDTH_SHIFT;
      if (c >= HAN_FIRST && c <= HAN_LAST)
        g_string_append_len (key, p, 3);
      else if (c > ' ' && c < 0x7F)
        g_string_append_c (key, g_ascii_tolower ((char) c));
      else if (is_plain_mark (c))
        g_string_append_len (key, p, 3);
      else if (c != ' ' && c != IDEOGRAPHIC_SPACE)
        return NULL;
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}
