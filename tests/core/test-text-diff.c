/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-text-diff.h"

/* Marked: what differs stands in brackets. */
static const struct
{
  const char *a;
  const char *b;
  const char *marked_a;
  const char *marked_b;
} cases[] = {
  { "昆山示例有限公司", "昆山示例有限公司", "昆山示例有限公司", "昆山示例有限公司" },
  { "昆山示例精密机械有限公司", "昆山示例精蜜机械有限公司", "昆山示例精[密]机械有限公司",
    "昆山示例精[蜜]机械有限公司" },
  { "昆山示例科技有限公司", "昆山市示例科技有限责任公司", "昆山示例科技有限公司",
    "昆山[市]示例科技有限[责任]公司" },
  { "0512-55550101", "0512-55550110", "0512-555501[0]1", "0512-5555011[0]" },
  { "91320583MA0000007R", "91320583MA00000O7R", "91320583MA00000[0]7R", "91320583MA00000[O]7R" },
  { "张示例", "", "[张示例]", "" },
  { "", "", "", "" },
  { NULL, "甲", "", "[甲]" },
  { "甲乙", "丙丁", "[甲乙]", "[丙丁]" },
  { "昆山😀公司", "昆山😁公司", "昆山[😀]公司", "昆山[😁]公司" },
  { "aab", "ab", "a[a]b", "ab" },
};

static char *
mark (const char *text, GArray *spans)
{
  g_autoptr (GString) marked = g_string_new (text != NULL ? text : "");

  for (guint i = spans->len; i > 0; i--)
    {
      const XybTextSpan *span = &g_array_index (spans, XybTextSpan, i - 1);

      g_string_insert_c (marked, span->end, ']');
      g_string_insert_c (marked, span->start, '[');
    }
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) of_a = NULL;
      g_autoptr (GArray) of_b = NULL;
      g_autofree char *marked_a = NULL;
      g_autofree char *marked_b = NULL;

      xyb_text_diff (cases[i].a, cases[i].b, &of_a, &of_b);
      marked_a = mark (cases[i].a, of_a);
      marked_b = mark (cases[i].b, of_b);
      g_assert_cmpstr (marked_a, ==, cases[i].marked_a);
      g_assert_cmpstr (marked_b, ==, cases[i].marked_b);
    }
}

/* Texts of any length end, and what is left of both when the marked is taken away is the same. */
static void
test_rest (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int round = 0; round < 200; round++)
    {
      GString *texts[2] = { g_string_new (NULL), g_string_new (NULL) };
      GArray *spans[2] = { NULL, NULL };

      for (int which = 0; which < 2; which++)
        for (gint32 n = g_rand_int_range (random, 0, round < 190 ? 20 : 1000); n > 0; n--)
          g_string_append_unichar (texts[which],
                                   0x4e00 + (gunichar) g_rand_int_range (random, 0, 4));
      xyb_text_diff (texts[0]->str, texts[1]->str, &spans[0], &spans[1]);
      for (int which = 0; which < 2; which++)
        for (guint i = spans[which]->len; i > 0; i--)
          {
            const XybTextSpan *span = &g_array_index (spans[which], XybTextSpan, i - 1);

            g_string_erase (texts[which], span->start, span->end - span->start);
          }
      g_assert_cmpstr (texts[0]->str, ==, texts[1]->str);
      for (int which = 0; which < 2; which++)
        {
          g_string_free (texts[which], TRUE);
          g_array_unref (spans[which]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-diff/what-differs-is-marked", test_cases);
  g_test_add_func ("/text-diff/what-is-not-marked-is-the-same", test_rest);
  return g_test_run ();
}
