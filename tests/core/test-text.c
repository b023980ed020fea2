/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-text.h"

#include <string.h>

#include "xyb-core-error.h"

typedef struct
{
  const char *fact;
  const char *given;
  const char *expected;
} TextCase;

static void
check_cases (const TextCase *cases, gsize n, char *(*function) (const char *) )
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *actual = function (cases[i].given);
      g_test_message ("%s", cases[i].fact);
      g_assert_cmpstr (actual, ==, cases[i].expected);
    }
}

static void
test_clean (void)
{
  static const TextCase cases[] = {
    { "NULL is empty", NULL, "" },
    { "only spaces is empty", " \t\r\n　\xC2\xA0", "" },
    { "ends are trimmed", "  昆山甲有限公司 \n", "昆山甲有限公司" },
    { "ideographic and no-break spaces", "序　号 甲\xC2\xA0乙", "序 号 甲 乙" },
    { "runs become one space", "甲 　\t 乙", "甲 乙" },
    { "line breaks become a space", "去年销售\r\n收入\v(万元)\xC2\x85年",
      "去年销售 收入 (万元) 年" },
    { "line and paragraph separators", "甲\xE2\x80\xA8乙\xE2\x80\xA9丙", "甲 乙 丙" },
    { "zero-width characters go", "昆\xE2\x80\x8B山\xE2\x80\x8C甲\xE2\x80\x8D乙\xE2\x81\xA0",
      "昆山甲乙" },
    { "byte order mark and soft hyphen go", "\xEF\xBB\xBF昆\xC2\xAD山", "昆山" },
    { "direction marks go", "\xE2\x80\xAE昆\xE2\x80\xAC\xE2\x81\xA6山\xE2\x81\xA9\xE2\x80\x8E",
      "昆山" },
    { "a space between invisibles is one space", "甲 \xE2\x80\x8B 乙", "甲 乙" },
    { "control characters go", "甲\x01乙\x7F\xC2\x9F", "甲乙" },
    { "full width stays as typed", "（昆山）ＡＢＣ１２３", "（昆山）ＡＢＣ１２３" },
    { "rare characters, quotes and formulas stay", "䶮𬭎 \"甲\" '=1+1",
      "䶮𬭎 \"甲\" '=1+1" },
    { "emoji stay", "🏭甲✔️", "🏭甲✔️" },
    { "broken UTF-8 becomes a replacement", "甲\xFF乙", "甲\xEF\xBF\xBD乙" },
    { "a cut sequence becomes a replacement", "甲\xE4\xBB", "甲\xEF\xBF\xBD\xEF\xBF\xBD" },
  };
  check_cases (cases, G_N_ELEMENTS (cases), xyb_text_clean);
}

static void
test_normalise (void)
{
  static const TextCase cases[] = {
    { "NULL is empty", NULL, "" },
    { "full width to half width", "（昆山）ＡＢＣ１２３，；：", "(昆山)ABC123,;:" },
    { "case stays", "Abc", "Abc" },
    { "compatibility forms", "㈱ ①", "(株) 1" },
    { "spaces NFKC makes are trimmed", "\xC2\xA8甲", "\xCC\x88甲" },
    { "compatibility ideographs meet the plain ones", "\xEF\xA4\x80", "豈" },
  };
  check_cases (cases, G_N_ELEMENTS (cases), xyb_text_normalise);
}

static void
test_key (void)
{
  static const TextCase cases[] = {
    { "NULL is empty", NULL, "" },
    { "spaces and line breaks do not matter", "序　号\n", "序号" },
    { "width, case and brackets do not matter", "昆山 ＡＢｃ（中国）", "昆山abc(中国)" },
    { "variation selectors do not matter", "葛\xF3\xA0\x84\x80飾", "葛飾" },
    { "sharp s folds", "STRASSE ß", "strassess" },
  };
  check_cases (cases, G_N_ELEMENTS (cases), xyb_text_key);
}

/* Any text, valid or not, in the shapes that come in: ASCII, CJK, forms, other alphabets, raw
 * bytes. */
static char *
random_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int length = g_rand_int_range (rand, 0, 12);
  for (int i = 0; i < length; i++)
    switch (g_rand_int_range (rand, 0, 6))
      {
      case 0:
        g_string_append_c (text, (char) g_rand_int_range (rand, 1, 128));
        break;
      case 1:
        g_string_append_unichar (text, (gunichar) g_rand_int_range (rand, 0x4E00, 0x9FFF));
        break;
      case 2:
        g_string_append_unichar (text, (gunichar) g_rand_int_range (rand, 0x2000, 0x3400));
        break;
      case 3:
        g_string_append_unichar (text, (gunichar) g_rand_int_range (rand, 0xFEFF, 0x10000));
        break;
      case 4:
        g_string_append_unichar (text, (gunichar) g_rand_int_range (rand, 0x80, 0x500));
        break;
      default:
        g_string_append_c (text, (char) g_rand_int_range (rand, 0x80, 0x100));
        break;
      }
  return g_string_free (text, FALSE);
}

static void
assert_idempotent (const char *text, char *(*function) (const char *) )
{
  g_autofree char *once = function (text);
  g_autofree char *twice = function (once);
  g_assert_true (g_utf8_validate (once, -1, NULL));
  g_assert_cmpstr (once, ==, twice);
}

static void
test_twice_is_once (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20200415);
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = random_text (rand);
      assert_idempotent (text, xyb_text_clean);
      assert_idempotent (text, xyb_text_normalise);
      assert_idempotent (text, xyb_text_key);
    }
}

static void
test_equal_keys_survive_normalising (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (66);
  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *text = random_text (rand);
      g_autofree char *normal = xyb_text_normalise (text);
      g_autofree char *key = xyb_text_key (text);
      g_autofree char *key_of_normal = xyb_text_key (normal);
      g_assert_cmpstr (key, ==, key_of_normal);
    }
}

static void
test_blank (void)
{
  static const char *const blank[] = { "", " ", "　\n", "\xE2\x80\x8B", "\xC2\xA0\t" };
  static const char *const seen[] = { "0", "无", "-", "a" };

  g_assert_true (xyb_text_is_blank (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (blank); i++)
    g_assert_true (xyb_text_is_blank (blank[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_false (xyb_text_is_blank (seen[i]));
}

static void
test_placeholder (void)
{
  static const char *const yes[] = { "",      "—",  "——",  "/",  "／", "-",  " － ", "无",
                                     "暂 无", "NA", "N/A", "\\", "−",  "──", "//",   "没有" };
  static const char *const no[] = { "0", "无锡", "1-2", "甲", "=", "." };

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (xyb_text_is_placeholder (yes[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (xyb_text_is_placeholder (no[i]));
}

static void
test_excerpt (void)
{
  g_autofree char *short_text = xyb_text_excerpt (" 昆山甲 ", 3);
  g_autofree char *long_text = xyb_text_excerpt ("昆山甲有限公司", 3);
  g_autofree char *none = xyb_text_excerpt (NULL, 3);

  g_assert_cmpstr (short_text, ==, "昆山甲");
  g_assert_cmpstr (long_text, ==, "昆山甲…");
  g_assert_cmpstr (none, ==, "");
}

static void
test_field_accepts (void)
{
  static const TextCase cases[] = {
    { "blank is allowed", NULL, "" },
    { "line breaks at the ends are cleaned", "\n昆山甲有限公司\r\n", "昆山甲有限公司" },
    { "line breaks inside become a space", "昆山甲\n有限公司", "昆山甲 有限公司" },
    { "quotes", "昆山\"甲\"'乙'“丙”有限公司", "昆山\"甲\"'乙'“丙”有限公司" },
    { "emoji", "昆山🏭有限公司", "昆山🏭有限公司" },
    { "rare characters", "昆山䶮𬭎有限公司", "昆山䶮𬭎有限公司" },
    { "a formula is only text", "=1+1", "=1+1" },
    { "private use characters of old GB18030 fonts", "\xEE\x80\x80甲", "\xEE\x80\x80甲" },
    { "length counts after cleaning", "  一二三四五六七八九十一二三四五六七八九十  ",
      "一二三四五六七八九十一二三四五六七八九十" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *actual = xyb_text_check_field ("企业名称", cases[i].given, 20, &error);
      g_test_message ("%s", cases[i].fact);
      g_assert_no_error (error);
      g_assert_cmpstr (actual, ==, cases[i].expected);
    }
}

static void
test_field_refuses (void)
{
  static const struct
  {
    const char *given;
    int code;
    const char *sentence;
  } cases[] = {
    { "昆山\x01甲", XYB_CORE_ERROR_INVALID_TEXT,
      "企业名称里有看不见的控制字符（第 3 个字，U+0001），请删去后重填。" },
    { "\x1B", XYB_CORE_ERROR_INVALID_TEXT,
      "企业名称里有看不见的控制字符（第 1 个字，U+001B），请删去后重填。" },
    { "昆\xE5\xB1", XYB_CORE_ERROR_INVALID_TEXT,
      "企业名称的编码有误（第 4 个字节起不是 UTF-8），请重新输入。" },
    { "\xED\xA0\x80", XYB_CORE_ERROR_INVALID_TEXT,
      "企业名称的编码有误（第 1 个字节起不是 UTF-8），请重新输入。" },
    { "昆\xEF\xBF\xBD山", XYB_CORE_ERROR_INVALID_TEXT,
      "企业名称里有乱码（第 2 个字，U+FFFD），请照原件重填。" },
    { "昆\xEF\xBF\xBE", XYB_CORE_ERROR_INVALID_TEXT,
      "企业名称里有乱码（第 2 个字，U+FFFE），请照原件重填。" },
    { "一二三四五六七八九十一", XYB_CORE_ERROR_TOO_LONG,
      "企业名称太长：有 11 个字，最多 10 个字，请缩短。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *actual = xyb_text_check_field ("企业名称", cases[i].given, 10, &error);
      g_assert_null (actual);
      g_assert_error (error, XYB_CORE_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
}

static void
test_ten_thousand_characters (void)
{
  GString *name = g_string_new (NULL);
  for (int i = 0; i < 10000; i++)
    g_string_append (name, "昆");
  g_autofree char *text = g_string_free (name, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (xyb_text_check_field ("企业名称", text, 200, &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_TOO_LONG);
  g_assert_cmpstr (error->message, ==, "企业名称太长：有 10000 个字，最多 200 个字，请缩短。");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean-removes-what-nobody-sees", test_clean);
  g_test_add_func ("/text/normalise-folds-width", test_normalise);
  g_test_add_func ("/text/key-ignores-space-and-case", test_key);
  g_test_add_func ("/text/twice-is-once", test_twice_is_once);
  g_test_add_func ("/text/key-of-normalised-is-the-key", test_equal_keys_survive_normalising);
  g_test_add_func ("/text/blank-is-nothing-visible", test_blank);
  g_test_add_func ("/text/dash-and-none-are-placeholders", test_placeholder);
  g_test_add_func ("/text/excerpt-cuts-long-text", test_excerpt);
  g_test_add_func ("/text/field-accepts-odd-names", test_field_accepts);
  g_test_add_func ("/text/field-refuses-what-cannot-be-stored", test_field_refuses);
  g_test_add_func ("/text/ten-thousand-characters-are-counted", test_ten_thousand_characters);
  return g_test_run ();
}
