/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-biff.h"

#include <string.h>

/* ---- records ---- */

/**
 * xyb_biff_next:
 *
 * Goes to the next record.
 *
 * Returns: %FALSE at the end of the stream, or with @damaged set
 */
gboolean
xyb_biff_next (XybBiff *self)
{
  if (self->length - self->at < 4)
    {
      self->damaged = self->damaged || self->at != self->length;
      return FALSE;
    }
  self->start = self->at;
  self->type = self->data[self->at] | self->data[self->at + 1] << 8;
  self->size = self->data[self->at + 2] | self->data[self->at + 3] << 8;
  self->body = self->data + self->at + 4;
  if (self->length - self->at - 4 < self->size)
    {
      self->damaged = TRUE;
      return FALSE;
    }
  self->at += 4 + self->size;
  return TRUE;
}

/**
 * xyb_biff_seek:
 * @offset: where a record begins
 *
 * Goes to that record.
 *
 * Returns: %FALSE when there is none
 */
gboolean
xyb_biff_seek (XybBiff *self, gsize offset)
{
  if (offset > self->length)
    return FALSE;
  self->at = offset;
  return xyb_biff_next (self);
}

/* What lies behind the end of a short record reads as 0. */

guint
xyb_biff_u16 (const XybBiff *self, guint offset)
{
  return offset + 2 <= self->size ? self->body[offset] | self->body[offset + 1] << 8 : 0;
}

guint32
xyb_biff_u32 (const XybBiff *self, guint offset)
{
  return xyb_biff_u16 (self, offset) | (guint32) xyb_biff_u16 (self, offset + 2) << 16;
}

double
xyb_biff_double (const XybBiff *self, guint offset)
{
  guint64 bits = xyb_biff_u32 (self, offset) | (guint64) xyb_biff_u32 (self, offset + 4) << 32;
  double number;

  memcpy (&number, &bits, sizeof number);
  return number;
}

/* ---- texts ---- */

/**
 * xyb_biff_encoding:
 * @codepage: of a CODEPAGE record, 0 where there is none
 *
 * Returns: (transfer none): its name for iconv; a file that does not say comes from an office that
 *   writes Chinese
 */
const char *
xyb_biff_encoding (guint codepage)
{
  static const struct
  {
    guint codepage;
    const char *name;
  } encodings[] = {
    { 0, "GB18030" },         { 936, "GB18030" },        { 10008, "GB18030" },
    { 54936, "GB18030" },     { 950, "BIG5" },           { 932, "CP932" },
    { 949, "CP949" },         { 1250, "WINDOWS-1250" },  { 1251, "WINDOWS-1251" },
    { 1252, "WINDOWS-1252" }, { 32769, "WINDOWS-1252" }, { 437, "IBM437" },
    { 850, "IBM850" },        { 10000, "MACINTOSH" },    { 65001, "UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (encodings[i].codepage == codepage)
      return encodings[i].name;
  return "WINDOWS-1252";
}

/* Control characters mean nothing in a cell, and a NUL would end the text. */
static void
append_char (GString *text, gunichar c)
{
  if (c >= 0x20 || c == '\n' || c == '\t')
    g_string_append_unichar (text, c);
}

static void
append_bytes (GString *text, const guint8 *bytes, gsize n, const char *encoding)
{
  g_autofree char *converted = NULL;

  if (n == 0)
    return;
  converted
    = g_convert_with_fallback ((const char *) bytes, n, "UTF-8", encoding, "?", NULL, NULL, NULL);
  /* Bytes that are no text of that encoding: every one still stands for a sign. */
  if (converted == NULL)
    converted = g_convert_with_fallback ((const char *) bytes, n, "UTF-8", "ISO-8859-1", "?", NULL,
                                         NULL, NULL);
  if (converted == NULL)
    return;
  for (const char *p = converted; *p != '\0'; p = g_utf8_next_char (p))
    append_char (text, g_utf8_get_char (p));
}

static gunichar
read_wide (const guint8 *p)
{
  return p[0] | p[1] << 8;
}

/* @n units of UTF-16; a lone surrogate becomes the sign for what cannot be read. */
static void
append_wide (GString *text, const guint8 *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      gunichar c = read_wide (bytes + 2 * i);

      if (c >= 0xd800 && c < 0xdc00 && i + 1 < n)
        {
          gunichar low = read_wide (bytes + 2 * (i + 1));

          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              i++;
            }
        }
      append_char (text, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
    }
}

/* ---- through CONTINUE records ---- */

/**
 * xyb_biff_chain_init:
 * @biff: at a record
 * @offset: in its body, where to begin
 */
void
xyb_biff_chain_init (XybBiffChain *self, const XybBiff *biff, guint offset)
{
  self->biff = *biff;
  self->failed = offset > biff->size;
  self->p = biff->body + MIN (offset, biff->size);
  self->end = biff->body + biff->size;
}

static gboolean
go_on (XybBiffChain *self)
{
  while (self->p == self->end && !self->failed)
    {
      if (!xyb_biff_next (&self->biff) || self->biff.type != XYB_BIFF_CONTINUE)
        self->failed = TRUE;
      else
        {
          self->p = self->biff.body;
          self->end = self->p + self->biff.size;
        }
    }
  return !self->failed;
}

static guint
chain_u8 (XybBiffChain *self)
{
  return go_on (self) ? *self->p++ : 0;
}

static guint
chain_u16 (XybBiffChain *self)
{
  guint low = chain_u8 (self);

  return low | chain_u8 (self) << 8;
}

static guint32
chain_u32 (XybBiffChain *self)
{
  guint32 low = chain_u16 (self);

  return low | (guint32) chain_u16 (self) << 16;
}

static void
skip (XybBiffChain *self, guint64 n)
{
  while (n > 0 && go_on (self))
    {
      gsize step = MIN (n, (guint64) (self->end - self->p));

      self->p += step;
      n -= step;
    }
}

/* Where the characters go on in another record, that record begins with their width anew. */
static void
read_characters (XybBiffChain *self, guint n, gboolean wide, GString *out_text)
{
  while (n > 0 && !self->failed)
    {
      gsize fits;

      if (self->p == self->end)
        {
          if (!go_on (self))
            return;
          wide = *self->p++ & 1;
        }
      fits = MIN ((gsize) n, (gsize) (self->end - self->p) / (wide ? 2 : 1));
      if (fits == 0 && self->p != self->end)
        self->failed = TRUE; /* half a character */
      if (wide)
        append_wide (out_text, self->p, fits);
      else
        append_bytes (out_text, self->p, fits, "ISO-8859-1");
      self->p += fits * (wide ? 2 : 1);
      n -= fits;
    }
}

/* XLUnicodeRichExtendedString: fonts of runs and the reading of the signs (phonetics) are passed
 * over. */
static void
read_unicode (XybBiffChain *self, guint n, GString *out_text)
{
  guint flags = chain_u8 (self);
  guint n_runs = (flags & 8) != 0 ? chain_u16 (self) : 0;
  guint32 n_extra = (flags & 4) != 0 ? chain_u32 (self) : 0;

  read_characters (self, n, (flags & 1) != 0, out_text);
  skip (self, (guint64) n_runs * 4 + n_extra);
}

static void
read_coded (XybBiffChain *self, guint n, const char *encoding, GString *out_text)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  while (n > 0 && go_on (self))
    {
      gsize step = MIN ((gsize) n, (gsize) (self->end - self->p));

      g_byte_array_append (bytes, self->p, step);
      self->p += step;
      n -= step;
    }
  append_bytes (out_text, bytes->data, bytes->len, encoding);
}

/**
 * xyb_biff_chain_text:
 * @how: how texts of the stream are written
 * @length_bytes: 1 or 2: width of the number of characters before the text
 * @out_text: the text is added to it
 *
 * Returns: whether all of the text was there
 */
gboolean
xyb_biff_chain_text (XybBiffChain *self,
                     const XybBiffText *how,
                     guint length_bytes,
                     GString *out_text)
{
  guint n = length_bytes == 1 ? chain_u8 (self) : chain_u16 (self);

  if (how->unicode)
    read_unicode (self, n, out_text);
  else
    read_coded (self, n, how->encoding, out_text);
  return !self->failed;
}
