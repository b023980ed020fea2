/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-flow.h"

static void
test_broken_by_sense (void)
{
  static const struct
  {
    const char *title;
    double width;
    const char *expected;
  } cases[] = {
    /* Titles of the 2020 plan and of the 2019 documents; S1 breaks the first one in the same place.
     */
    { "关于印发2020年昆山市企业信用管理贯标和示范创建工作方案的通知", XYB_FRAME_SHORT,
      "关于印发2020年昆山市企业信用管理贯标\n和示范创建工作方案的通知" },
    { "2020年昆山市企业信用管理贯标和示范创建工作方案", XYB_FRAME_SHORT,
      "2020年昆山市企业信用管理贯标\n和示范创建工作方案" },
    { "2020年昆山市企业信用管理贯标考核指标分解表", XYB_FRAME_SHORT,
      "2020年昆山市企业信用管理贯标\n考核指标分解表" },
    { "2020年昆山市信用管理贯标企业汇总表", XYB_FRAME_LONG, "2020年昆山市信用管理贯标企业汇总表" },
    { "附件", XYB_FRAME_SHORT, "附件" },
    { "", XYB_FRAME_SHORT, "" },
    /* The clerk's own break stays. */
    { "2020年昆山市企业\n信用管理贯标考核指标分解表", XYB_FRAME_SHORT,
      "2020年昆山市企业\n信用管理贯标考核指标分解表" },
  };
  g_autoptr (XybTypesetter) typesetter = xyb_typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *broken = xyb_title_balance (typesetter, XYB_FONT_TITLE, XYB_SIZE_2,
                                                   cases[i].width, cases[i].title);

      g_assert_cmpstr (broken, ==, cases[i].expected);
    }
}

static char *
without_breaks (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("", lines);
}

static void
check_lines (XybTypesetter *typesetter, const char *title, guint n_lines)
{
  g_autofree char *broken
    = xyb_title_balance (typesetter, XYB_FONT_TITLE, XYB_SIZE_2, XYB_FRAME_SHORT, title);
  g_autofree char *joined = without_breaks (broken);
  g_auto (GStrv) lines = g_strsplit (broken, "\n", -1);

  g_assert_cmpstr (joined, ==, title);
  g_assert_cmpuint (g_strv_length (lines), ==, n_lines);
  for (guint i = 0; i < n_lines; i++)
    {
      double width = xyb_typesetter_measure (typesetter, XYB_FONT_TITLE, XYB_SIZE_2, lines[i]);

      g_assert_cmpfloat (width, <=, XYB_FRAME_SHORT + 0.5);
      g_assert_cmpfloat (width, >, XYB_FRAME_SHORT / 3);
    }
}

static void
test_lines_fit_and_lose_nothing (void)
{
  g_autoptr (XybTypesetter) typesetter = xyb_typesetter_new ();

  check_lines (typesetter, "昆山市各区镇二〇二〇年度没有一个词认识的标题也要断得开", 2);
  check_lines (
    typesetter,
    "关于进一步做好2020年昆山市企业信用管理贯标和示范创建以及社会信用体系建设考核工作有关"
    "事项的通知",
    3);
}

static void
test_year_is_never_torn (void)
{
  g_autoptr (XybTypesetter) typesetter = xyb_typesetter_new ();

  for (double width = 120; width < XYB_FRAME_SHORT; width += 7)
    {
      g_autofree char *broken
        = xyb_title_balance (typesetter, XYB_FONT_TITLE, XYB_SIZE_2, width,
                             "昆山市社会信用体系建设领导小组办公室2020年工作方案");

      g_assert_nonnull (strstr (broken, "2020年"));
    }
}

/* Long texts are no titles; they come back whole for Pango to break. */
static void
test_endless_title_comes_back (void)
{
  g_autoptr (XybTypesetter) typesetter = xyb_typesetter_new ();
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autofree char *broken = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (endless, "贯标");
  broken
    = xyb_title_balance (typesetter, XYB_FONT_TITLE, XYB_SIZE_2, XYB_FRAME_SHORT, endless->str);
  g_assert_cmpstr (broken, ==, endless->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title/broken-by-sense", test_broken_by_sense);
  g_test_add_func ("/title/lines-fit-and-lose-nothing", test_lines_fit_and_lose_nothing);
  g_test_add_func ("/title/year-is-never-torn", test_year_is_never_torn);
  g_test_add_func ("/title/endless-title-comes-back", test_endless_title_comes_back);
  return g_test_run ();
}
