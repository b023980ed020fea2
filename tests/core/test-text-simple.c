/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The short way to a key is the long way's result, or says that it does not know. */

#include "xyb-text-simple.h"
#include "xyb-text.h"

#include <string.h>

/* By Unicode's general rules: NFKC, case folding, NFKC; spaces out. */
static char *
general_key (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal, -1);
  g_autofree char *again = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
  g_auto (GStrv) parts = g_strsplit (again, " ", -1);

  return g_strjoinv ("", parts);
}

/* In front of, behind and between other characters: nothing it takes may combine. */
static const char *const surroundings[][2]
  = { { "", "" }, { "a", "" }, { "昆", "山" }, { "A", "山" } };

/* A text that is said to be simple is what cleaning and NFKC would make of it. */
static void
check_is_simple (const char *text)
{
  g_autofree char *normal = NULL;

  if (!xyb_text_is_simple (text))
    return;
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_assert_cmpstr (text, ==, normal);
}

static guint
check_character (gunichar c)
{
  char character[7] = { 0 };
  guint taken = 0;

  g_unichar_to_utf8 (c, character);
  for (gsize i = 0; i < G_N_ELEMENTS (surroundings); i++)
    {
      g_autofree char *text = g_strconcat (surroundings[i][0], character, surroundings[i][1], NULL);
      g_autofree char *simple = xyb_text_simple_key (text);
      g_autofree char *general = NULL;

      check_is_simple (text);
      if (simple == NULL)
        continue;
      general = general_key (text);
      if (!g_str_equal (simple, general))
        g_error ("U+%04X: %s is not %s", c, simple, general);
      taken++;
    }
  return taken;
}

static void
test_every_character (void)
{
  guint taken = 0;

  for (gunichar c = 1; c < 0x10000; c++)
    if (g_unichar_validate (c))
      taken += check_character (c);
  /* All Han characters of the first block, ASCII and its full-width forms at the least. */
  g_assert_cmpuint (taken, >=, 4 * (0x9FFF - 0x4E00 + 1 + 2 * 94));
}

/* What the general rules must see. */
static const char *const general_texts[]
  = { "e\xcc\x81", "昆\xe2\x80\x8b山", "ﬁ", "Ⅳ", "①", "ß", "昆\t山", "昆\n", "\x7f", "𬭎",
      "㎡",        "昆\xff",           NULL };

static void
test_not_taken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (general_texts); i++)
    {
      g_autofree char *simple = xyb_text_simple_key (general_texts[i]);

      g_assert_null (simple);
    }
}

static void
test_key_agrees (void)
{
  const char *const texts[]
    = { "昆山ＡＢＣ　示例（电子） 有限公司", "", "　", "Kunshan Example Co., Ltd.", "“示例”" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *simple = xyb_text_simple_key (texts[i]);
      g_autofree char *key = xyb_text_key (texts[i]);

      g_assert_cmpstr (simple, ==, key);
    }
}

static void
test_is_simple (void)
{
  static const struct
  {
    const char *text;
    gboolean simple;
  } cases[] = {
    { "昆山示例有限公司", TRUE },
    { "Kunshan Co.", TRUE },
    { "0512-57310600", TRUE },
    { "", FALSE },
    { " 昆山", FALSE },
    { "昆山 ", FALSE },
    { "昆  山", FALSE },
    { "昆\t山", FALSE },
    { "（昆山）", FALSE },
    { "昆\xe5", FALSE },
    { "㎡", FALSE },
    { "昆\x7f", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (xyb_text_is_simple (cases[i].text), ==, cases[i].simple);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-simple/every-character-agrees-with-unicode", test_every_character);
  g_test_add_func ("/text-simple/leaves-to-the-general-rules-what-it-must", test_not_taken);
  g_test_add_func ("/text-simple/is-the-key-of-the-text", test_key_agrees);
  g_test_add_func ("/text-simple/what-is-simple", test_is_simple);
  return g_test_run ();
}
