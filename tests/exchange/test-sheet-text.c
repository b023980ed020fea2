/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "xyb-sheet-text.h"

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } cases[] = {
    { "昆山示例有限公司", "昆山示例有限公司" },
    { "=1+1", "=1+1" },
    { "两行\n和\t制表", "两行\n和\t制表" },
    { "\x01控\x1f制\x7f符\x0b", "控制符" },
    { "回车\r\n换行", "回车\n换行" },
    { "C1\xc2\x85区", "C1区" },
    { "不间断\xc2\xa0空格", "不间断\xc2\xa0空格" },
    { "全角！\xef\xbc\x81", "全角！\xef\xbc\x81" },
    { "\xef\xbf\xbe\xef\xbf\xbf", "" },
    { "替换\xef\xbf\xbd符", "替换\xef\xbf\xbd符" },
    { "𬭎䶮😀", "𬭎䶮😀" },
    { "坏\xff字", "坏\xef\xbf\xbd字" },
    { "_x0041_", "_x005F_x0041_" },
    { "_x00_ _y0041_ a_b", "_x00_ _y0041_ a_b" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) scratch = g_string_new ("rest of the last text");

      g_assert_cmpstr (xyb_sheet_text_clean (cases[i].text, scratch), ==, cases[i].clean);
    }
}

static void
test_clean_copies_nothing (void)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  const char *text = "昆山示例（周市）有限公司 No.1";

  g_assert_true (xyb_sheet_text_clean (text, scratch) == text);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    double room;
    guint lines;
  } cases[] = {
    { "", 10, 1 },       { "一二三四五六七八九十", 10, 1 }, { "一二三四五六七八九十一", 10, 2 },
    { "一\n二", 10, 2 }, { "一二三\n四五六", 2, 4 },        { "0512-55550101", 10, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (xyb_sheet_text_lines (cases[i].text, cases[i].room), ==, cases[i].lines);
}

static void
test_chinese_is_wider (void)
{
  g_assert_cmpfloat (xyb_sheet_text_width ("周市镇"), ==, 3);
  g_assert_cmpfloat (xyb_sheet_text_width ("abc"), <, xyb_sheet_text_width ("周市镇"));
  g_assert_cmpfloat (xyb_sheet_text_width ("𬭎"), ==, xyb_sheet_text_width ("周"));
}

static void
test_pad (void)
{
  static const struct
  {
    const char *text;
    double width;
    const char *padded;
  } cases[] = {
    { "周市镇", 7, "　　周市镇　　" },
    { "周市镇", 6, "　周市镇　　" },
    { "", 3.5, "　　　" },
    { "花桥经济开发区", 5, "花桥经济开发区" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *padded = xyb_sheet_text_pad (cases[i].text, cases[i].width);

      g_assert_cmpstr (padded, ==, cases[i].padded);
    }
}

static void
test_title (void)
{
  static const struct
  {
    const char *title;
    double room;
    const char *broken;
  } cases[] = {
    { "2020年昆山市企业信用管理贯标考核指标分解表", 19,
      "2020年昆山市企业信用管理贯标\n考核指标分解表" },
    { "2020年昆山市企业信用管理贯标考核指标分解表", 40,
      "2020年昆山市企业信用管理贯标考核指标分解表" },
    { "她自己\n断的行", 3, "她自己\n断的行" },
    /* Nothing says where: the cell wraps it. */
    { "一二三四五六", 4, "一二三四五六" },
    /* A break that leaves one line too long is none. */
    { "一二三四五六七八考核", 6, "一二三四五六七八考核" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *broken = xyb_sheet_title_break (cases[i].title, cases[i].room);

      g_assert_cmpstr (broken, ==, cases[i].broken);
    }
}

static void
test_names (void)
{
  static const char *const wanted[][2] = {
    { "周市镇", "周市镇" },        { "周市镇", "周市镇（2）" },           { "ABC", "ABC" },
    { "abc", "abc（2）" },         { "周市镇", "周市镇（3）" },           { "a/b", "a_b" },
    { "History", "History（2）" }, { "周市镇（2）", "周市镇（2）（2）" },
  };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *long_name = g_strnfill (60, 'x');
  g_autofree char *first = xyb_sheet_name_make (long_name, taken);
  g_autofree char *second = xyb_sheet_name_make (long_name, taken);

  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (g_utf8_strlen (first, -1), ==, 31);
  g_assert_cmpint (g_utf8_strlen (second, -1), ==, 31);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *name = xyb_sheet_name_make (wanted[i][0], taken);

      g_assert_cmpstr (name, ==, wanted[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-text/what-xml-cannot-hold-goes", test_clean);
  g_test_add_func ("/sheet-text/a-plain-text-is-not-copied", test_clean_copies_nothing);
  g_test_add_func ("/sheet-text/lines-of-a-wrapped-text", test_lines);
  g_test_add_func ("/sheet-text/chinese-is-wider-than-ascii", test_chinese_is_wider);
  g_test_add_func ("/sheet-text/a-blank-has-its-text-in-the-middle", test_pad);
  g_test_add_func ("/sheet-text/titles-break-by-sense", test_title);
  g_test_add_func ("/sheet-text/sheet-names-differ-whatever-their-case", test_names);
  return g_test_run ();
}
