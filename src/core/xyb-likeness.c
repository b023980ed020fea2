/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-likeness.h"

#include <string.h>

static guint
edit_distance (const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
  guint row[XYB_LIKENESS_MAX_CHARACTERS + 1];

  for (glong k = 0; k <= n_b; k++)
    row[k] = (guint) k;
  for (glong i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;
      for (glong k = 1; k <= n_b; k++)
        {
          guint above = row[k];
          guint replaced = diagonal + (a[i - 1] != b[k - 1]);

          row[k] = MIN (replaced, MIN (above, row[k - 1]) + 1);
          diagonal = above;
        }
    }
  return row[n_b];
}

static guint
common_characters (const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
  gboolean used[XYB_LIKENESS_MAX_CHARACTERS] = { FALSE };
  guint common = 0;

  for (glong i = 0; i < n_a; i++)
    for (glong k = 0; k < n_b; k++)
      if (!used[k] && a[i] == b[k])
        {
          used[k] = TRUE;
          common++;
          break;
        }
  return common;
}

static gboolean
contains (const gunichar *text, glong n_text, const gunichar *part, glong n_part)
{
  for (glong i = 0; i + n_part <= n_text; i++)
    if (memcmp (text + i, part, (gsize) n_part * sizeof *part) == 0)
      return TRUE;
  return FALSE;
}

/**
 * xyb_likeness:
 * @a: characters
 * @n_a: how many; those past %XYB_LIKENESS_MAX_CHARACTERS do not count
 * @b: characters
 * @n_b: how many
 *
 * How alike two short texts are, by edit distance, common characters and one containing the other.
 * To rank proposals by, never to decide (§1.5).
 *
 * Returns: 0 for nothing alike … 100 for equal
 */
guint
xyb_likeness (const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
  guint longer;
  guint shorter;
  guint near;
  guint shared;
  guint score;

  n_a = MIN (n_a, XYB_LIKENESS_MAX_CHARACTERS);
  n_b = MIN (n_b, XYB_LIKENESS_MAX_CHARACTERS);
  longer = (guint) MAX (n_a, n_b);
  shorter = (guint) MIN (n_a, n_b);
  if (shorter == 0)
    return 0;
  near = (longer - edit_distance (a, n_a, b, n_b)) * 100 / longer;
  shared = common_characters (a, n_a, b, n_b) * 200 / (longer + shorter);
  score = (2 * near + shared) / 3;
  if (shorter >= 2 && (n_a >= n_b ? contains (a, n_a, b, n_b) : contains (b, n_b, a, n_a)))
    score = MAX (score, 60 + 40 * shorter / longer);
  return score;
}
