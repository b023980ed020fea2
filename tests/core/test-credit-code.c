/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-credit-code.h"

#include <string.h>

#include "xyb-core-error.h"

/* requirements §19.1: the worked samples, the edge 31→0, the standard's own bad example, and the
 * three legal codes of Fujian that fail the check. */
static void
test_samples (void)
{
  static const struct
  {
    const char *code;
    XybCreditCodeStatus status;
    char expected;
  } cases[] = {
    { "9144030071526726XG", XYB_CREDIT_CODE_OK, 'G' },
    { "914403001922038216", XYB_CREDIT_CODE_OK, '6' },
    { "91330100799655058B", XYB_CREDIT_CODE_OK, 'B' },
    { "911101085923662400", XYB_CREDIT_CODE_OK, '0' },
    { "91350100M000100Y4Z", XYB_CREDIT_CODE_WRONG_CHARACTER, '3' },
    { "91350100M0001TGQXM", XYB_CREDIT_CODE_WRONG_CHECK, '1' },
    { "91350211M0000XUF46", XYB_CREDIT_CODE_WRONG_CHECK, 'R' },
    { "91350203M0001QAY9B", XYB_CREDIT_CODE_WRONG_CHECK, '9' },
    { "91320583MA00000011", XYB_CREDIT_CODE_WRONG_CHECK, '7' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybCreditCode) code = xyb_credit_code_new (cases[i].code);
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (code->status, ==, cases[i].status);
      g_assert_cmpint (code->expected_check, ==, cases[i].expected);
      g_assert_cmpstr (code->code, ==, cases[i].code);
      g_assert_cmpuint (code->length, ==, 18);
    }
}

static void
test_inner (void)
{
  static const struct
  {
    const char *code;
    char expected;
    gboolean ok;
  } cases[] = {
    { "9144030071526726XG", 'X', TRUE }, /* 71526726-X, Σ 199 */
    { "914403001922038216", '1', TRUE }, { "911101085923662400", '0', TRUE }, /* 11 is written 0 */
    { "91350203M0001QAY9B", '9', TRUE }, { "91320583MA00000011", '7', FALSE },
    { "91320583MA0000001", 0, FALSE }, /* 17 places: nobody knows which is missing */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybCreditCode) code = xyb_credit_code_new (cases[i].code);
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (code->expected_inner_check, ==, cases[i].expected);
      g_assert_cmpint (code->inner_ok, ==, cases[i].ok);
    }
}

static void
test_inner_is_a_remark (void)
{
  /* The 17th place should be 7; the 18th is made to fit all the same. */
  char text[] = "91320583MA00000010";
  g_autoptr (XybCreditCode) draft = xyb_credit_code_new (text);
  text[17] = draft->expected_check;
  g_autoptr (XybCreditCode) repaired = xyb_credit_code_new (text);
  g_autofree char *sentence = xyb_credit_code_describe (repaired);

  g_assert_cmpint (repaired->status, ==, XYB_CREDIT_CODE_OK);
  g_assert_false (repaired->inner_ok);
  g_assert_cmpstr (sentence, ==,
                   "校验位相符；第 17 位（组织机构代码的校验位）算得 7，填的是 1，仅供核对。");
}

static void
test_normalise (void)
{
  static const struct
  {
    const char *given;
    const char *expected;
  } cases[] = {
    { NULL, "" },
    { " \n", "" },
    { "91 440300 71526726X G", "9144030071526726XG" },
    { "91440300-71526726-X-G", "9144030071526726XG" },
    { "91440300—71526726–X−G", "9144030071526726XG" },
    { "9144030071526726xg", "9144030071526726XG" },
    { "９１４４０３００７１５２６７２６ＸＧ", "9144030071526726XG" },
    { "９１４４０３００７１５２６７２６－ｘｇ", "9144030071526726XG" },
    { "\xEF\xBB\xBF"
      "91440300\xE2\x80\x8B"
      "71526726XG\xC2\xA0",
      "9144030071526726XG" },
    { "9144O300", "9144O300" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *actual = xyb_credit_code_normalise (cases[i].given);
      g_assert_cmpstr (actual, ==, cases[i].expected);
    }
}

static void
test_bad_character (void)
{
  static const struct
  {
    const char *code;
    guint position;
    gunichar bad;
    char hint;
  } cases[] = {
    { "91320583OA00000017", 9, 'O', '0' },   { "9I320583MA00000017", 2, 'I', '1' },
    { "913Z0583MA00000017", 4, 'Z', '2' },   { "91320S83MA00000017", 6, 'S', '5' },
    { "91320583MV00000017", 10, 'V', 0 },    { "91320583MA.0000017", 11, '.', 0 },
    { "昆1320583MA00000017", 1, 0x6606, 0 }, { "9132058OMA0000OO17", 8, 'O', '0' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybCreditCode) code = xyb_credit_code_new (cases[i].code);
      g_test_message ("%s", cases[i].code);
      g_assert_cmpuint (code->bad_position, ==, cases[i].position);
      g_assert_cmpuint (code->bad_character, ==, cases[i].bad);
      g_assert_cmpint (code->hint_character, ==, cases[i].hint);
    }
}

static void
test_describe (void)
{
  static const struct
  {
    const char *code;
    const char *sentence;
  } cases[] = {
    { "", "没有填写。" },
    { "9144030071526726XG", "校验位相符。" },
    { "91320583MA00000011", "校验位不符：前 17 位算得 7，填的是 1。请核对营业执照。" },
    { "91350100M0001TGQXM", "校验位不符：前 17 位算得 1，填的是 M。请核对营业执照。" },
    { "91320583MA0000001", "应为 18 位，现在是 17 位，请核对营业执照。" },
    { "昆山甲有限公司", "应为 18 位，现在是 7 位，请核对营业执照。" },
    { "9.14403E+17", "像是表格把代码存成了数字，后面的位数已丢，请照营业执照重填。" },
    { "91320583OA00000017", "第 9 位不能是字母 O，是不是数字 0？" },
    { "91320583MV00000017", "第 10 位不能是字母 V（代码里没有 I、O、S、V、Z），请核对营业执照。" },
    { "91320583MA.0000017", "第 11 位“.”不是数字或字母，请核对营业执照。" },
    { "昆1320583MA00000017", "第 1 位“昆”不是数字或字母，请核对营业执照。" },
    { "91350100M000100Y4Z", "第 18 位不能是字母 Z，前 17 位算得 3。请核对营业执照。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybCreditCode) code = xyb_credit_code_new (cases[i].code);
      g_autofree char *sentence = xyb_credit_code_describe (code);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_origin (void)
{
  static const struct
  {
    const char *code;
    gboolean local;
    const char *line;
  } cases[] = {
    { "91320583MA00000011", TRUE, "登记机关：市场监管 · 企业　行政区划：320583 昆山市" },
    { "92320500MA00000011", FALSE, "登记机关：市场监管 · 个体工商户　行政区划：320500 苏州市" },
    { "93320581MA00000011", FALSE, "登记机关：市场监管 · 农民专业合作社　行政区划：320581 常熟市" },
    { "12320582MA00000011", FALSE, "登记机关：机构编制 · 事业单位　行政区划：320582 张家港市" },
    { "51320585MA00000011", FALSE, "登记机关：民政 · 社会团体　行政区划：320585 太仓市" },
    { "N2320583MA00000011", TRUE, "登记机关：农业 · 村级集体经济组织　行政区划：320583 昆山市" },
    { "Y1100000MA00000011", FALSE, "登记机关：其他　行政区划：100000" },
    { "9144030071526726XG", FALSE, "登记机关：市场监管 · 企业　行政区划：440300" },
    { "0A320583MA00000011", TRUE, "登记机关：未知　行政区划：320583 昆山市" },
    { "91320583MA0000001", TRUE, NULL },
    { "91350100M000100Y4Z", FALSE, NULL },
    { "", FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybCreditCode) code = xyb_credit_code_new (cases[i].code);
      g_autofree char *line = xyb_credit_code_describe_origin (code);
      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpint (code->local, ==, cases[i].local);
    }
}

static void
test_format (void)
{
  static const char *const cases[][2] = {
    { "91320583MA00000011", "91 320583 MA0000001 1" },
    { " 91320583ma0000001-1", "91 320583 MA0000001 1" },
    { "91320583", "91320583" },
    { "昆1320583MA00000017", "昆1320583MA00000017" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = xyb_credit_code_format (cases[i][0]);
      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_accept (void)
{
  static const struct
  {
    const char *text;
    gboolean confirmed;
    const char *code; /* NULL with no error: nothing given */
    int error;        /* -1: accepted */
    const char *sentence;
  } cases[] = {
    { NULL, FALSE, NULL, -1, NULL },
    { " 　", FALSE, NULL, -1, NULL },
    { "91 440300 71526726x g", FALSE, "9144030071526726XG", -1, NULL },
    { "91350203M0001QAY9B", TRUE, "91350203M0001QAY9B", -1, NULL },
    { "91350203M0001QAY9B", FALSE, NULL, XYB_CORE_ERROR_UNCONFIRMED,
      "统一社会信用代码校验位不符：前 17 位算得 9，填的是 B。请核对营业执照。"
      "证照上确实如此的，请选“已核对证照”。" },
    { "91350100M000100Y4Z", TRUE, NULL, XYB_CORE_ERROR_INVALID_CODE,
      "统一社会信用代码第 18 位不能是字母 Z，前 17 位算得 3。请核对营业执照。" },
    { "91320583MA0000001", TRUE, NULL, XYB_CORE_ERROR_INVALID_CODE,
      "统一社会信用代码应为 18 位，现在是 17 位，请核对营业执照。" },
    { "91320583OA00000017", FALSE, NULL, XYB_CORE_ERROR_INVALID_CODE,
      "统一社会信用代码第 9 位不能是字母 O，是不是数字 0？" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;
      gboolean ok = xyb_credit_code_accept (cases[i].text, cases[i].confirmed, &code, &error);
      g_assert_cmpint (ok, ==, cases[i].error < 0);
      g_assert_cmpstr (code, ==, cases[i].code);
      if (cases[i].error < 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, XYB_CORE_ERROR, cases[i].error);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
}

/* Weights 3^i mod 31 and a prime modulus: no single wrong place and no swap of two neighbours can
 * go unnoticed (GB/T 17710). */
static void
test_one_slip_is_noticed (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  static const char good[] = "9144030071526726XG";

  for (gsize place = 0; place < 18; place++)
    for (gsize i = 0; i < strlen (alphabet); i++)
      {
        char slip[] = "9144030071526726XG";
        slip[place] = alphabet[i];
        g_autoptr (XybCreditCode) code = xyb_credit_code_new (slip);
        g_assert_cmpint (code->status == XYB_CREDIT_CODE_OK, ==, alphabet[i] == good[place]);
      }
  for (gsize place = 0; place + 1 < 18; place++)
    {
      char swapped[] = "9144030071526726XG";
      swapped[place] = good[place + 1];
      swapped[place + 1] = good[place];
      g_autoptr (XybCreditCode) code = xyb_credit_code_new (swapped);
      g_assert_cmpint (code->status == XYB_CREDIT_CODE_OK, ==, good[place] == good[place + 1]);
    }
}

static void
test_made_codes_round_trip (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  g_autoptr (GRand) rand = g_rand_new_with_seed (320583);

  for (int i = 0; i < 2000; i++)
    {
      char text[19] = "91320583";
      for (int place = 8; place < 18; place++)
        text[place] = alphabet[g_rand_int_range (rand, 0, 31)];
      g_autoptr (XybCreditCode) drawn = xyb_credit_code_new (text);
      text[17] = drawn->expected_check;
      g_autofree char *shown = xyb_credit_code_format (text);
      g_autoptr (XybCreditCode) code = xyb_credit_code_new (shown);
      g_assert_cmpint (code->status, ==, XYB_CREDIT_CODE_OK);
      g_assert_cmpstr (code->code, ==, text);
    }
}

/* Whatever is pasted into the field: a sentence for the clerk, and stored only in full form. */
static void
test_any_text_is_answered (void)
{
  static const char *const pieces[] = { "9",  "1", "320583", "MA", "O",    "z",  " ",  "-",
                                        "昆", "E", "+",      ".",  "\xFF", "Ａ", "０", "é" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (32100);

  for (int i = 0; i < 20000; i++)
    {
      GString *made = g_string_new (NULL);
      for (int n = g_rand_int_range (rand, 0, 20); n > 0; n--)
        g_string_append (made, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      g_autofree char *text = g_string_free (made, FALSE);
      g_autoptr (XybCreditCode) code = xyb_credit_code_new (text);
      g_autofree char *sentence = xyb_credit_code_describe (code);
      g_autofree char *shown = xyb_credit_code_format (text);
      g_autofree char *back = xyb_credit_code_normalise (shown);
      g_autofree char *stored = NULL;
      g_assert_true (g_str_has_suffix (sentence, "。") || g_str_has_suffix (sentence, "？"));
      g_assert_cmpstr (back, ==, code->code);
      if (xyb_credit_code_accept (text, TRUE, &stored, NULL))
        g_assert_true (stored == NULL || strlen (stored) == 18);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credit-code/samples-of-the-standard", test_samples);
  g_test_add_func ("/credit-code/inner-organisation-code", test_inner);
  g_test_add_func ("/credit-code/inner-failure-is-only-a-remark", test_inner_is_a_remark);
  g_test_add_func ("/credit-code/width-spaces-and-hyphens-do-not-matter", test_normalise);
  g_test_add_func ("/credit-code/first-wrong-character-is-named", test_bad_character);
  g_test_add_func ("/credit-code/describes-itself", test_describe);
  g_test_add_func ("/credit-code/tells-where-it-was-registered", test_origin);
  g_test_add_func ("/credit-code/grouped-two-six-nine-one", test_format);
  g_test_add_func ("/credit-code/wrong-check-needs-confirmation", test_accept);
  g_test_add_func ("/credit-code/one-slip-is-noticed", test_one_slip_is_noticed);
  g_test_add_func ("/credit-code/made-codes-round-trip", test_made_codes_round_trip);
  g_test_add_func ("/credit-code/any-text-is-answered", test_any_text_is_answered);
  return g_test_run ();
}
