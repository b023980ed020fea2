/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-text.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-text-simple.h"

/* Ranges of characters that leave no ink and no room. They come along when text is copied out of
 * web pages, OA and WPS, and make two equal names different (B-05). Variation selectors are not
 * among them: they choose the shape of a rare character. */
static const struct
{
  gunichar first;
  gunichar last;
} invisible_ranges[] = {
  { 0x00AD, 0x00AD },   /* soft hyphen */
  { 0x034F, 0x034F },   /* combining grapheme joiner */
  { 0x061C, 0x061C },   /* Arabic letter mark */
  { 0x115F, 0x1160 },   /* Hangul fillers */
  { 0x180E, 0x180E },   /* Mongolian vowel separator */
  { 0x200B, 0x200F },   /* zero-width space and joiners, direction marks */
  { 0x202A, 0x202E },   /* direction embeddings and overrides */
  { 0x2060, 0x206F },   /* word joiner, invisible operators, direction isolates */
  { 0x3164, 0x3164 },   /* Hangul filler */
  { 0xFEFF, 0xFEFF },   /* byte order mark */
  { 0xFFA0, 0xFFA0 },   /* half-width Hangul filler */
  { 0xFFF9, 0xFFFB },   /* interlinear annotation */
  { 0xE0000, 0xE007F }, /* tags */
};

static gboolean
is_invisible (gunichar c)
{
  if (c < 0x00AD || (c >= 0x3400 && c < 0xFE00)) /* nearly all text there is */
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (invisible_ranges); i++)
    if (c >= invisible_ranges[i].first && c <= invisible_ranges[i].last)
      return TRUE;
  return FALSE;
}

/* U+000B and U+0085 are line breaks too; g_unichar_isspace() knows neither. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x000B || c == 0x0085;
}

static gboolean
is_variation_selector (gunichar c)
{
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/**
 * xyb_text_clean:
 * @text: (nullable): text of any origin, possibly not UTF-8
 *
 * What is stored: the characters as the clerk typed them, full width included, but without
 * zero-width, direction and control characters; every run of Unicode space, tabs and line breaks
 * becomes one space; no space at either end. Broken UTF-8 becomes U+FFFD, which
 * xyb_text_check_field() refuses.
 *
 * Source: Appendix B-05.
 *
 * Returns: (transfer full): the text, possibly ""
 */
char *
xyb_text_clean (const char *text)
{
  if (text == NULL)
    return g_strdup ("");
  if (xyb_text_is_simple (text))
    return g_strdup (text);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));
  gboolean space_pending = FALSE;
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_space (c))
        space_pending = TRUE;
      else if (!is_invisible (c) && !g_unichar_iscntrl (c))
        {
          if (space_pending && clean->len > 0)
            g_string_append_c (clean, ' ');
          space_pending = FALSE;
          g_string_append_unichar (clean, c);
        }
    }
  return g_string_free (clean, FALSE);
}

/**
 * xyb_text_normalise:
 * @text: (nullable): text of any origin
 *
 * What is compared and parsed: cleaned, then NFKC (full width to half width, compatibility forms
 * to plain ones). Cleaned once more, because NFKC itself can make spaces.
 *
 * Returns: (transfer full): the text, possibly ""
 */
char *
xyb_text_normalise (const char *text)
{
  if (text != NULL && xyb_text_is_simple (text))
    return g_strdup (text);

  g_autofree char *clean = xyb_text_clean (text);
  g_autofree char *composed = g_utf8_normalize (clean, -1, G_NORMALIZE_ALL_COMPOSE);
  return xyb_text_clean (composed);
}

/**
 * xyb_text_key:
 * @text: (nullable): text of any origin
 *
 * What is looked up: normalised, without spaces and variation selectors, case folded.
 *
 * Returns: (transfer full): the key, possibly ""
 */
char *
xyb_text_key (const char *text)
{
  char *simple = xyb_text_simple_key (text);
  if (simple != NULL)
    return simple;

  g_autofree char *normal = xyb_text_normalise (text);
  g_autofree char *folded = g_utf8_casefold (normal, -1);
  g_autofree char *normal_folded = xyb_text_normalise (folded);
  GString *key = g_string_sized_new (strlen (normal_folded));
  for (const char *p = normal_folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c != ' ' && !is_variation_selector (c))
        g_string_append_unichar (key, c);
    }
  /* Without the space a mark may stand next to a letter it composes with. */
  char *composed = g_utf8_normalize (key->str, key->len, G_NORMALIZE_ALL_COMPOSE);
  g_string_free (key, TRUE);
  return composed;
}

/**
 * xyb_text_is_blank:
 * @text: (nullable): text of any origin
 *
 * Returns: whether nothing of @text can be seen
 */
gboolean
xyb_text_is_blank (const char *text)
{
  /* Nearly every text shows with its first character. */
  if (text != NULL
      && ((*text > ' ' && *text < 0x7f) || ((guchar) *text >= 0xe4 && (guchar) *text <= 0xe9)))
    return FALSE;

  g_autofree char *clean = xyb_text_clean (text);
  return *clean == '\0';
}

/**
 * xyb_text_is_placeholder:
 * @text: (nullable): text of any origin
 *
 * An explicit blank: districts fill a cell they have nothing for with a dash, a stroke or 无.
 *
 * Source: Appendix B-06.
 *
 * Returns: whether @text is blank or only stands for a blank
 */
gboolean
xyb_text_is_placeholder (const char *text)
{
  static const char *const words[]
    = { "无", "暂无", "没有", "无数据", "暂缺", "不详", "未知", "未填", "空", "n/a", "na", "null" };

  /* The words are short. */
  if (text != NULL && (guchar) *text >= 0xe4 && strlen (text) > 12 && xyb_text_is_simple (text))
    return FALSE;

  g_autofree char *key = xyb_text_key (text);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (key, words[i]))
      return TRUE;
  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c != '/' && c != '\\' && c != 0x2212 && c != 0x2500
          && g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION)
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_text_excerpt:
 * @text: (nullable): text of any origin
 * @max_chars: characters to keep
 *
 * Returns: (transfer full): the cleaned text, cut with … where it is longer than @max_chars
 */
char *
xyb_text_excerpt (const char *text, guint max_chars)
{
  g_autofree char *clean = xyb_text_clean (text);
  if (g_utf8_strlen (clean, -1) <= (glong) max_chars)
    return g_steal_pointer (&clean);
  g_autofree char *head = g_utf8_substring (clean, 0, max_chars);
  return g_strconcat (head, "…", NULL);
}

static gboolean
check_characters (const char *field, const char *text, GError **error)
{
  guint place = 1;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), place++)
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_iscntrl (c) && !is_space (c))
        {
          g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT,
                       _ ("%s里有看不见的控制字符（第 %u 个字，U+%04X），请删去后重填。"), field,
                       place, c);
          return FALSE;
        }
      /* U+FFFD is what another program left of characters it could not read; noncharacters
       * cannot be written into a workbook at all. */
      if (c == 0xFFFD || is_noncharacter (c))
        {
          g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT,
                       _ ("%s里有乱码（第 %u 个字，U+%04X），请照原件重填。"), field, place, c);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * xyb_text_check_field:
 * @field: the field's name, as the clerk knows it
 * @text: (nullable): what was given
 * @max_chars: most characters the field holds, counted after cleaning
 * @error: return location for %XYB_CORE_ERROR_INVALID_TEXT or %XYB_CORE_ERROR_TOO_LONG
 *
 * The gate before anything is stored. Spaces, tabs and line breaks are cleaned; other control
 * characters, broken UTF-8 and text that lost characters earlier are refused, because cleaning
 * them would change a name without anybody seeing it.
 *
 * Returns: (transfer full): the cleaned text, possibly ""; or %NULL
 */
char *
xyb_text_check_field (const char *field, const char *text, guint max_chars, GError **error)
{
  g_return_val_if_fail (field != NULL, NULL);

  const char *end;
  if (text != NULL && !g_utf8_validate (text, -1, &end))
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT,
                   _ ("%s的编码有误（第 %zu 个字节起不是 UTF-8），请重新输入。"), field,
                   (gsize) (end - text) + 1);
      return NULL;
    }
  if (text != NULL && !check_characters (field, text, error))
    return NULL;

  g_autofree char *clean = xyb_text_clean (text);
  glong length = g_utf8_strlen (clean, -1);
  if (length > (glong) max_chars)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_TOO_LONG,
                   _ ("%s太长：有 %ld 个字，最多 %u 个字，请缩短。"), field, length, max_chars);
      return NULL;
    }
  return g_steal_pointer (&clean);
}

/**
 * xyb_text_replace_year:
 * @text: (nullable): a title
 * @from: a year in it
 * @to: the year that shall stand there
 *
 * The four digits @from become @to wherever they stand as a number of their own: 2020年, 〔2020〕,
 * but not 12020 or 20201.
 *
 * Returns: (transfer full) (nullable): the text for the other year; %NULL for %NULL
 */
char *
xyb_text_replace_year (const char *text, int from, int to)
{
  g_autofree char *old_year = g_strdup_printf ("%d", from);
  gsize length = strlen (old_year);
  GString *out;

  if (text == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0';)
    {
      gboolean whole = strncmp (p, old_year, length) == 0 && !g_ascii_isdigit (p[length])
                       && (p == text || !g_ascii_isdigit (p[-1]));

      if (whole)
        {
          g_string_append_printf (out, "%d", to);
          p += length;
        }
      else
        g_string_append_c (out, *p++);
    }
  return g_string_free (out, FALSE);
}
