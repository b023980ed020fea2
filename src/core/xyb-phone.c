/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-phone-private.h"

#include <string.h>

#include "xyb-text.h"

/* Longest run of pieces that is tried as one number: +86 (0512) 5731 0600 转 8012 with a label. */
#define MAX_JOINED_TOKENS 12
#define MAX_JOINED_CHARS 64

/* A longer text is a page that got into the wrong cell. */
#define MAX_TEXT_CHARS 1000

/* The text character by character: as written, and as it is read. */
typedef struct
{
  gunichar *written;
  gunichar *folded;
  glong length;
} Source;

static void
source_clear (Source *self)
{
  g_clear_pointer (&self->written, g_free);
  g_clear_pointer (&self->folded, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

/* One character to one character, so that what is no number can be kept as it was written. */
static gunichar
fold (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  if (type == G_UNICODE_OTHER_NUMBER)
    return ';'; /* ① before a number counts the numbers */
  gunichar plain[4];
  if (g_unichar_fully_decompose (c, TRUE, plain, G_N_ELEMENTS (plain)) == 1)
    c = plain[0];
  if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212 || c == 0x2500)
    return '-';
  return c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : c;
}

/* Line breaks separate numbers as ； does, and survive cleaning as ； only. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!xyb_text_is_blank (lines[i]))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "；" : "", lines[i]);
  return xyb_text_clean (joined->str);
}

static Source
source_read (const char *clean)
{
  Source self = { .written = g_utf8_to_ucs4_fast (clean, -1, &self.length) };
  self.folded = g_new (gunichar, self.length + 1);
  for (glong i = 0; i < self.length; i++)
    self.folded[i] = fold (self.written[i]);
  self.folded[self.length] = 0;
  return self;
}

static gboolean
is_separator (gunichar c)
{
  return c == '/' || c == '\\' || c == ';' || c == ',' || c == '|' || c == '&' || c == 0x3001
         || c == 0x3002;
}

typedef enum
{
  CLASS_SPACE,
  CLASS_NUMBER, /* digits and what they come with */
  CLASS_BRACKET,
  CLASS_WORD,
} CharacterClass;

static CharacterClass
class_of (gunichar c)
{
  if (c == ' ')
    return CLASS_SPACE;
  if (c == '(' || c == ')')
    return CLASS_BRACKET;
  if (c < 0x80 && (g_ascii_isdigit ((char) c) || strchr ("+-.*#", (char) c) != NULL))
    return CLASS_NUMBER;
  return CLASS_WORD;
}

/* Between two tokens a number may end. */
typedef struct
{
  glong start;
  glong end;
} Token;

static GArray *
tokenise (const Source *source, glong start, glong end)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  for (glong i = start; i < end;)
    {
      Token token = { i, i + 1 };
      CharacterClass class = class_of (source->folded[i]);
      while (class != CLASS_BRACKET && token.end < end
             && class_of (source->folded[token.end]) == class)
        token.end++;
      if (class != CLASS_SPACE)
        g_array_append_val (tokens, token);
      i = token.end;
    }
  return tokens;
}

static char *
written_text (const Source *source, glong start, glong end)
{
  return g_ucs4_to_utf8 (source->written + start, end - start, NULL, NULL, NULL);
}

/* The longest run of tokens from @from on that is one number. */
static XybPhone *
take_number (const Source *source, GArray *tokens, guint from, guint *out_taken)
{
  const Token *all = (const Token *) (gpointer) tokens->data;
  guint most = MIN (tokens->len - from, MAX_JOINED_TOKENS);
  for (guint n = most; n > 0; n--)
    {
      glong start = all[from].start;
      glong end = all[from + n - 1].end;
      if (end - start > MAX_JOINED_CHARS)
        continue;
      g_autofree char *piece
        = g_ucs4_to_utf8 (source->folded + start, end - start, NULL, NULL, NULL);
      XybPhone *phone = piece != NULL ? xyb_phone_recognise (piece) : NULL;
      if (phone == NULL)
        continue;
      if (phone->number == NULL)
        phone->number = written_text (source, start, end);
      *out_taken = n;
      return phone;
    }
  return NULL;
}

static gboolean
is_connector (const char *text)
{
  static const char *const words[] = { "或", "或者", "和", "及", "与" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (text, words[i]))
      return TRUE;
  return xyb_text_is_placeholder (text);
}

static void
add_unknown (GPtrArray *phones, char *text)
{
  XybPhone *phone = g_new0 (XybPhone, 1);
  phone->kind = XYB_PHONE_UNKNOWN;
  phone->flags = XYB_PHONE_FLAG_DOUBTFUL;
  phone->number = text;
  g_ptr_array_add (phones, phone);
}

static void
add_words (GPtrArray *phones, const Source *source, GArray *tokens, guint from, guint to)
{
  if (from == to)
    return;
  g_autofree char *text = written_text (source, g_array_index (tokens, Token, from).start,
                                        g_array_index (tokens, Token, to - 1).end);
  if (!is_connector (text))
    add_unknown (phones, g_steal_pointer (&text));
}

/* Everything between two separators. Returns how many numbers were in it. */
static guint
parse_chunk (GPtrArray *phones, const Source *source, glong start, glong end)
{
  g_autoptr (GArray) tokens = tokenise (source, start, end);
  guint found = 0;
  guint words_from = 0;
  for (guint i = 0; i < tokens->len;)
    {
      guint taken = 1;
      XybPhone *phone = take_number (source, tokens, i, &taken);
      if (phone != NULL)
        {
          add_words (phones, source, tokens, words_from, i);
          g_ptr_array_add (phones, phone);
          words_from = i + taken;
          found++;
        }
      i += taken;
    }
  add_words (phones, source, tokens, words_from, tokens->len);
  return found;
}

/**
 * xyb_phone_parse:
 * @text: (nullable): one cell: one number or several, with labels, names and extensions
 *
 * Numbers are separated by / 、 ; ， & line breaks or space. What a workbook did to a number is
 * undone and flagged. What is no number is kept as it was written and flagged doubtful; a text
 * without any number stays one piece. —, / and 无 are no numbers and no text.
 *
 * Source: ENT-04, ORG-07, requirements §19.5, Appendix B-08.
 *
 * Returns: (transfer full) (element-type XybPhone): the numbers in their order, possibly none
 */
GPtrArray *
xyb_phone_parse (const char *text)
{
  GPtrArray *phones = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_phone_free);
  if (xyb_text_is_placeholder (text))
    return phones;

  g_autofree char *clean = join_lines (text);
  if (g_utf8_strlen (clean, -1) > MAX_TEXT_CHARS)
    {
      add_unknown (phones, g_steal_pointer (&clean));
      return phones;
    }
  g_auto (Source) source = source_read (clean);
  guint found = 0;
  for (glong start = 0; start < source.length;)
    {
      glong end = start;
      while (end < source.length && !is_separator (source.folded[end]))
        end++;
      found += parse_chunk (phones, &source, start, end);
      start = end + 1;
    }
  if (found == 0)
    {
      g_ptr_array_set_size (phones, 0);
      add_unknown (phones, g_steal_pointer (&clean));
    }
  return phones;
}

void
xyb_phone_free (XybPhone *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->extension);
  g_free (self);
}

/**
 * xyb_phone_format:
 * @self: a number
 *
 * Returns: (transfer full): 0512-57310600, 0512-57310600转8012, or 82620620-7005 where it was
 *   written so
 */
char *
xyb_phone_format (const XybPhone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->extension == NULL)
    return g_strdup (self->number);
  return g_strconcat (self->number, self->extension_dashed ? "-" : "转", self->extension, NULL);
}

/**
 * xyb_phone_format_all:
 * @phones: (element-type XybPhone): numbers
 *
 * xyb_phone_parse() reads the result back to the same numbers.
 *
 * Returns: (transfer full): the numbers with ； between them, possibly ""
 */
char *
xyb_phone_format_all (GPtrArray *phones)
{
  g_return_val_if_fail (phones != NULL, NULL);

  GString *text = g_string_new (NULL);
  for (guint i = 0; i < phones->len; i++)
    {
      g_autofree char *one = xyb_phone_format (g_ptr_array_index (phones, i));
      if (i > 0)
        g_string_append (text, "；");
      g_string_append (text, one);
    }
  return g_string_free (text, FALSE);
}

/* 13900000000 and 0512-57310600 are written as they should be. */
static gboolean
is_as_it_should_be (const char *text)
{
  gsize n = strspn (text, "0123456789");

  if (n == 11)
    return text[n] == '\0' && text[0] == '1' && text[1] >= '3';
  return n == 4 && text[0] == '0' && text[1] >= '3' && text[4] == '-' && text[5] >= '2'
         && text[5] <= '8' && strspn (text + 5, "0123456789") == 8 && text[13] == '\0';
}

/**
 * xyb_phone_normalise:
 * @text: (nullable): one cell, see xyb_phone_parse()
 * @out_flags: (out) (optional): the flags of all numbers together
 *
 * Returns: (transfer full): the numbers in one spelling, 0512-57310600；13900000000; "" for blank
 */
char *
xyb_phone_normalise (const char *text, XybPhoneFlags *out_flags)
{
  if (text != NULL && is_as_it_should_be (text))
    {
      if (out_flags != NULL)
        *out_flags = XYB_PHONE_FLAG_NONE;
      return g_strdup (text);
    }

  g_autoptr (GPtrArray) phones = xyb_phone_parse (text);
  XybPhoneFlags flags = XYB_PHONE_FLAG_NONE;
  for (guint i = 0; i < phones->len; i++)
    flags |= ((const XybPhone *) g_ptr_array_index (phones, i))->flags;
  if (out_flags != NULL)
    *out_flags = flags;
  return xyb_phone_format_all (phones);
}
