/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-text-diff.h"

/* The table of the longest common subsequence is this wide and high at most; between longer texts
 * what lies between their common ends differs as a whole. */
#define MAX_CHARACTERS 256

typedef struct
{
  gunichar *characters;
  glong n;
  guint8 *common; /* one a character */
} Text;

static void
text_init (Text *self, const char *string)
{
  self->characters = g_utf8_to_ucs4_fast (string, -1, &self->n);
  self->common = g_new0 (guint8, (gsize) self->n + 1);
}

static void
text_clear (Text *self)
{
  g_free (self->characters);
  g_free (self->common);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

/* Fills row i of the table with the lengths for the texts from i on. */
static void
mark_common (Text *a, glong from_a, glong to_a, Text *b, glong from_b, glong to_b)
{
  glong n_a = to_a - from_a;
  glong n_b = to_b - from_b;
  gsize width = (gsize) n_b + 1;
  g_autofree guint16 *length = g_new0 (guint16, ((gsize) n_a + 1) * width);
  glong i = 0;
  glong k = 0;

  for (i = n_a - 1; i >= 0; i--)
    for (k = n_b - 1; k >= 0; k--)
      {
        gsize at = (gsize) i * width + (gsize) k;

        length[at] = a->characters[from_a + i] == b->characters[from_b + k]
                       ? length[at + width + 1] + 1
                       : MAX (length[at + width], length[at + 1]);
      }
  for (i = 0, k = 0; i < n_a && k < n_b;)
    {
      gsize at = (gsize) i * width + (gsize) k;

      if (a->characters[from_a + i] == b->characters[from_b + k])
        a->common[from_a + i++] = b->common[from_b + k++] = 1;
      else if (length[at + width] >= length[at + 1])
        i++;
      else
        k++;
    }
}

static void
compare (Text *a, Text *b)
{
  glong start = 0;
  glong end_a = a->n;
  glong end_b = b->n;

  while (start < end_a && start < end_b && a->characters[start] == b->characters[start])
    {
      a->common[start] = b->common[start] = 1;
      start++;
    }
  while (end_a > start && end_b > start && a->characters[end_a - 1] == b->characters[end_b - 1])
    a->common[--end_a] = b->common[--end_b] = 1;
  if (end_a - start <= MAX_CHARACTERS && end_b - start <= MAX_CHARACTERS)
    mark_common (a, start, end_a, b, start, end_b);
}

static GArray *
collect (const Text *text, const char *string)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (XybTextSpan));
  const char *p = string;
  gboolean open = FALSE;

  for (glong i = 0; i < text->n; i++, p = g_utf8_next_char (p))
    {
      guint here = (guint) (p - string);
      guint next = (guint) (g_utf8_next_char (p) - string);
      XybTextSpan span = { here, next };

      if (text->common[i])
        open = FALSE;
      else if (open)
        g_array_index (spans, XybTextSpan, spans->len - 1).end = next;
      else
        {
          g_array_append_val (spans, span);
          open = TRUE;
        }
    }
  return spans;
}

/**
 * xyb_text_diff:
 * @a: (nullable): a text; %NULL is ""
 * @b: (nullable): another
 * @out_a: (out) (transfer full) (element-type XybTextSpan): what of @a is not in @b
 * @out_b: (out) (transfer full) (element-type XybTextSpan): what of @b is not in @a
 *
 * Finds the longest common subsequence of characters; the rest differs. Spans are in bytes, in
 * order, and never touch.
 */
void
xyb_text_diff (const char *a, const char *b, GArray **out_a, GArray **out_b)
{
  g_auto (Text) left = { NULL };
  g_auto (Text) right = { NULL };

  g_return_if_fail (out_a != NULL && out_b != NULL);

  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  text_init (&left, a);
  text_init (&right, b);
  compare (&left, &right);
  *out_a = collect (&left, a);
  *out_b = collect (&right, b);
}
