/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-xlsx-strings.h"

#include <string.h>

#include "xyb-exchange-sentences.h"

/* Two million Chinese names of firms. */
#define MAX_ARENA_BYTES (96 << 20)

struct _XybXlsxStrings
{
  GString *arena;  /* every string with its terminating zero */
  GArray *offsets; /* of guint32, into the arena */
  /* while reading */
  guint depth; /* 1 sst, 2 si, 3 t or r, 4 t of r */
  guint skip;  /* depth below which everything is passed over, or 0 */
  gboolean in_text;
  gsize units; /* of the string in hand: counted as it comes, for it comes in many pieces */
};

XybXlsxStrings *
xyb_xlsx_strings_new (void)
{
  XybXlsxStrings *self = g_new0 (XybXlsxStrings, 1);

  self->arena = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
xyb_xlsx_strings_free (XybXlsxStrings *self)
{
  if (self == NULL)
    return;
  g_string_free (self->arena, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

/**
 * xyb_xlsx_text_units:
 * @text: a piece of valid UTF-8; it may begin and end inside a character
 * @bytes: its length
 *
 * Returns: how many UTF-16 units begin in it
 */
gsize
xyb_xlsx_text_units (const char *text, gsize bytes)
{
  gsize units = 0;

  for (gsize i = 0; i < bytes; i++)
    {
      guint8 c = text[i];

      units += (c & 0xc0) != 0x80; /* the first byte of a character */
      units += c >= 0xf0;          /* a pair of surrogates */
    }
  return units;
}

/**
 * xyb_xlsx_text_too_long:
 * @text: valid UTF-8
 * @bytes: its length
 *
 * Returns: whether it has more than %XYB_XLSX_MAX_TEXT UTF-16 units
 */
gboolean
xyb_xlsx_text_too_long (const char *text, gsize bytes)
{
  return bytes > XYB_XLSX_MAX_TEXT && xyb_xlsx_text_units (text, bytes) > XYB_XLSX_MAX_TEXT;
}

/**
 * xyb_xlsx_text_unescape:
 * @text: text of @bytes bytes, changed in place
 *
 * Turns _x000D_ and the like back into characters, as Excel does. Those that no text may hold
 * (control characters, halves of pairs) are dropped.
 *
 * Returns: the new length; the text is terminated there if it became shorter
 */
gsize
xyb_xlsx_text_unescape (char *text, gsize bytes)
{
  gsize out = 0;
  gsize in = 0;

  if (memchr (text, '_', bytes) == NULL)
    return bytes;
  while (in < bytes)
    {
      gunichar c = 0;

      if (bytes - in < 7 || text[in] != '_' || text[in + 1] != 'x' || text[in + 6] != '_'
          || !g_ascii_isxdigit (text[in + 2]) || !g_ascii_isxdigit (text[in + 3])
          || !g_ascii_isxdigit (text[in + 4]) || !g_ascii_isxdigit (text[in + 5]))
        {
          text[out++] = text[in++];
          continue;
        }
      for (guint i = 2; i < 6; i++)
        c = c * 16 + g_ascii_xdigit_value (text[in + i]);
      if ((c >= ' ' || c == '\n' || c == '\t') && g_unichar_validate (c))
        out += g_unichar_to_utf8 (c, text + out);
      in += 7;
    }
  if (out < bytes)
    text[out] = '\0';
  return out;
}

static void
on_start (XybXmlInput *input,
          const char *name,
          const XybXmlAttributes *attributes,
          gpointer user_data)
{
  XybXlsxStrings *self = user_data;

  self->depth++;
  if (self->skip != 0)
    return;
  if (self->depth == 1 && strcmp (name, "sst") == 0)
    return;
  if (self->depth == 2 && strcmp (name, "si") == 0)
    {
      guint32 offset = self->arena->len;

      g_array_append_val (self->offsets, offset);
      self->units = 0;
      return;
    }
  if (strcmp (name, "t") == 0 && self->depth >= 3)
    self->in_text = TRUE;
  else if (self->depth != 3 || strcmp (name, "r") != 0)
    self->skip = self->depth; /* rPh: how a name is pronounced is no part of it (B-16) */
}

static void
on_end (XybXmlInput *input, const char *name, gpointer user_data)
{
  XybXlsxStrings *self = user_data;

  if (self->skip == 0 && self->depth == 2)
    {
      gsize offset = g_array_index (self->offsets, guint32, self->offsets->len - 1);
      gsize length = xyb_xlsx_text_unescape (self->arena->str + offset, self->arena->len - offset);

      g_string_set_size (self->arena, offset + length);
      g_string_append_c (self->arena, '\0');
    }
  self->in_text = FALSE;
  if (self->skip == self->depth)
    self->skip = 0;
  self->depth--;
}

static void
on_text (XybXmlInput *input, const char *text, gsize length, gpointer user_data)
{
  XybXlsxStrings *self = user_data;

  if (!self->in_text)
    return;
  g_string_append_len (self->arena, text, length);
  self->units += xyb_xlsx_text_units (text, length);
  if (self->units > XYB_XLSX_MAX_TEXT)
    xyb_xml_input_fail (input, xyb_sentence_long_text (xyb_xml_input_get_shown_name (input)));
  else if (self->arena->len > MAX_ARENA_BYTES)
    xyb_xml_input_fail_limit (input);
}

/**
 * xyb_xlsx_strings_read:
 * @part: sharedStrings.xml
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Reads the table. Its `count` attributes are not believed (B-16).
 */
gboolean
xyb_xlsx_strings_read (XybXlsxStrings *self,
                       XybZip *zip,
                       const char *part,
                       GCancellable *cancellable,
                       GError **error)
{
  static const XybXmlHandler handler = { on_start, on_end, on_text };

  return xyb_xml_read_part (zip, part, &handler, self, cancellable, error);
}

/**
 * xyb_xlsx_strings_get:
 *
 * Returns: (transfer none) (nullable): string @index, valid as long as @self; %NULL where the table
 *   has no such string
 */
const char *
xyb_xlsx_strings_get (XybXlsxStrings *self, guint index)
{
  if (index >= self->offsets->len)
    return NULL;
  return self->arena->str + g_array_index (self->offsets, guint32, index);
}
