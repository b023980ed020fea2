/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-file-name.h"

#include <string.h>

/* 255 bytes are what every file system takes; the rest is for the extension and for the suffix of
 * the temporary file that is renamed. */
#define MAX_FILE_NAME_BYTES 200

/* Excel's and WPS's own limit. */
#define MAX_SHEET_NAME_UNITS 31

static char *
replace_characters (const char *text, const char *forbidden)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || (c < 0x80 && strchr (forbidden, (int) c) != NULL))
        g_string_append_c (out, '_');
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Whole characters only; @units_of says what one of them costs. */
static void
truncate_to (char *text, guint max, guint (*units_of) (gunichar c))
{
  guint used = 0;

  for (char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      used += units_of (g_utf8_get_char (p));
      if (used > max)
        {
          *p = '\0';
          return;
        }
    }
}

static guint
utf8_bytes (gunichar c)
{
  return (guint) g_unichar_to_utf8 (c, NULL);
}

static guint
utf16_units (gunichar c)
{
  return c > 0xFFFF ? 2 : 1;
}

/**
 * xyb_file_name_clean:
 * @name: a name made from titles and units, without extension
 *
 * Makes @name fit for Linux, for a network share and for the Windows workstation the file is sent
 * to: path separators and the characters Windows refuses become an underscore, dots and blanks at
 * the ends go, and the length leaves room for an extension.
 *
 * Returns: (transfer full): the file name; never empty
 */
char *
xyb_file_name_clean (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  char *clean = replace_characters (valid, "/\\:*?\"<>|");
  gsize length;

  truncate_to (clean, MAX_FILE_NAME_BYTES, utf8_bytes);
  length = strlen (clean);
  while (length > 0 && strchr (" .", clean[length - 1]) != NULL)
    clean[--length] = '\0';
  length = strspn (clean, " .");
  memmove (clean, clean + length, strlen (clean + length) + 1);
  if (*clean != '\0')
    return clean;
  g_free (clean);
  return g_strdup ("_");
}

/**
 * xyb_sheet_name_clean:
 * @name: what the sheet is about, such as the name of a 区镇
 *
 * Makes @name fit for a worksheet: at most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at
 * either end. libxlsxwriter 1.1.4 does not see to it (DESIGN §6).
 *
 * Returns: (transfer full): the sheet name; never empty
 */
char *
xyb_sheet_name_clean (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  char *clean = replace_characters (valid, "[]:*?/\\");
  gsize length;

  truncate_to (clean, MAX_SHEET_NAME_UNITS, utf16_units);
  length = strlen (clean);
  if (length == 0)
    {
      g_free (clean);
      return g_strdup ("_");
    }
  if (clean[0] == '\'')
    clean[0] = '_';
  if (clean[length - 1] == '\'')
    clean[length - 1] = '_';
  return clean;
}
