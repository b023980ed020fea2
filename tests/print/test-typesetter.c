/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-flow.h"

static const XybTextStyle shrinking = { XYB_FONT_BODY, 12, 9, 14.4, 0 };
static const XybTextStyle fixed = { XYB_FONT_BODY, 12, 0, 14.4, 0 };

static void
test_text_shrinks_before_it_breaks (void)
{
  /* Twenty Chinese characters are twenty ems wide in every face. */
  static const struct
  {
    const XybTextStyle *style;
    double width;
    double size;
    guint n_lines;
  } cases[] = {
    { &shrinking, 241, 12, 1 }, { &shrinking, 220, 10.5, 1 }, { &shrinking, 190, 9, 1 },
    { &shrinking, 100, 9, 2 },  { &fixed, 241, 12, 1 },       { &fixed, 220, 12, 2 },
  };
  g_autoptr (XybTypesetter) typesetter = xyb_typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XybTextFit fit;

      xyb_typesetter_fit (typesetter, cases[i].style, "昆山示例精密机械科技有限公司昆山开发区分",
                          cases[i].width, &fit);
      g_assert_cmpfloat (fit.size, ==, cases[i].size);
      g_assert_cmpuint (fit.n_lines, ==, cases[i].n_lines);
      g_assert_cmpfloat_with_epsilon (fit.pitch, 14.4 * fit.size / 12, 1e-6);
    }
}

/* The quick sum of widths and Pango's own layout agree, so that a text said to fit does. */
static void
test_sum_of_advances_is_the_width (void)
{
  static const char *const texts[] = {
    "昆山示例精密机械有限公司",
    "0512-55550101转8012",
    "12000万元",
    "1234.5万元",
    "昆山示例（江苏）股份有限公司",
    "AVAVA TO We",
    "￥１２３",
    "《附件》、。",
    "",
  };
  g_autoptr (XybTypesetter) typesetter = xyb_typesetter_new ();

  for (guint role = 0; role < XYB_N_FONT_ROLES; role++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        double sum = 0;

        for (const char *c = texts[i]; *c != '\0'; c = g_utf8_next_char (c))
          sum += xyb_typesetter_get_advance (typesetter, role, g_utf8_get_char (c));
        g_assert_cmpfloat (xyb_typesetter_measure (typesetter, role, 12, texts[i]), <=,
                           sum * 12 + 0.1);
      }
}

static void
test_width_grows_with_size_alone (void)
{
  g_autoptr (XybTypesetter) typesetter = xyb_typesetter_new ();
  const char *text = "昆山示例2020年 0512-55550101";
  double unit = xyb_typesetter_measure (typesetter, XYB_FONT_BODY, 100, text) / 100;

  for (double size = 7.5; size < 30; size += 1.5)
    g_assert_cmpfloat_with_epsilon (xyb_typesetter_measure (typesetter, XYB_FONT_BODY, size, text),
                                    unit * size, 0.05);
}

static void
test_printable (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "昆山\001\t\033示例", "昆山   示例" },
    { "一\n二", "一\n二" },
    { "\xff昆山", "�昆山" },
    { "䶮𬭎😀", "䶮𬭎😀" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *printable = xyb_text_make_printable (cases[i].text);

      g_assert_cmpstr (printable, ==, cases[i].expected);
    }
}

/* Thirteen characters in five columns: 5, 5, 3 become 5, 4, 4, and stay three lines. */
static void
test_balanced_lines_are_even (void)
{
  static const XybTextStyle style = { XYB_FONT_HEAD, 10, 9, 12 };
  g_autoptr (XybTypesetter) typesetter = xyb_typesetter_new ();
  const char *head = "奖惩措施和信用应用成效反馈\n(0.3分)";
  double width = xyb_typesetter_balance (typesetter, &style, head, 59);
  XybTextFit fit;

  g_assert_cmpfloat (width, <, 51.5);
  xyb_typesetter_fit (typesetter, &style, head, width, &fit);
  g_assert_cmpuint (fit.n_lines, ==, 4);
  g_assert_cmpfloat (xyb_typesetter_balance (typesetter, &style, "区镇", 59), ==, 59);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typesetter/text-shrinks-before-it-breaks", test_text_shrinks_before_it_breaks);
  g_test_add_func ("/typesetter/sum-of-advances-is-the-width", test_sum_of_advances_is_the_width);
  g_test_add_func ("/typesetter/width-grows-with-size-alone", test_width_grows_with_size_alone);
  g_test_add_func ("/typesetter/control-characters-become-spaces", test_printable);
  g_test_add_func ("/typesetter/balanced-lines-are-even", test_balanced_lines_are_even);
  return g_test_run ();
}
