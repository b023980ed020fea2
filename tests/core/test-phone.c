/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-phone.h"

#include <string.h>

#define NONE XYB_PHONE_FLAG_NONE
#define SCIENTIFIC XYB_PHONE_FLAG_SCIENTIFIC
#define DECIMAL XYB_PHONE_FLAG_DECIMAL
#define LOST_ZERO XYB_PHONE_FLAG_LOST_ZERO
#define DOUBTFUL XYB_PHONE_FLAG_DOUBTFUL

typedef struct
{
  const char *given;
  const char *expected;
  guint flags;
} PhoneCase;

static void
check_cases (const PhoneCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      XybPhoneFlags flags;
      g_autofree char *actual = xyb_phone_normalise (cases[i].given, &flags);
      g_test_message ("%s", cases[i].given);
      g_assert_cmpstr (actual, ==, cases[i].expected);
      g_assert_cmpuint (flags, ==, cases[i].flags);
    }
}

static void
test_spellings (void)
{
  static const PhoneCase cases[] = {
    /* ORG-07, §19.5: as the sources print them */
    { "57266159", "57266159", NONE },
    { "0512-57310600", "0512-57310600", NONE },
    { "82620620-7005", "82620620-7005", NONE },
    { "13900000000", "13900000000", NONE },
    { "５７２６６１５９", "57266159", NONE },
    { "０５１２－５７３１０６００", "0512-57310600", NONE },
    { "0512—57310600", "0512-57310600", NONE },
    { "0512 57310600", "0512-57310600", NONE },
    { "(0512)57310600", "0512-57310600", NONE },
    { "（0512）5731 0600", "0512-57310600", NONE },
    { "051257310600", "0512-57310600", NONE },
    { "0512-5731-0600", "0512-57310600", NONE },
    { "05125731060", "0512-5731060", NONE },
    { "02157310600", "021-57310600", NONE },
    { "010-57310600", "010-57310600", NONE },
    { "5731-0600", "57310600", NONE },
    { "5731060", "5731060", NONE },
    { "139 0000 0000", "13900000000", NONE },
    { "139-0000-0000", "13900000000", NONE },
    { "013900000000", "13900000000", NONE },
    { "+86 13900000000", "13900000000", NONE },
    { "8613900000000", "13900000000", NONE },
    { "+86-512-57310600", "0512-57310600", NONE },
    { "0086 512 57310600", "0512-57310600", NONE },
    { "+86 (0512) 5731 0600", "0512-57310600", NONE },
    { "400-828-1234", "4008281234", NONE },
    { "电话：57310600", "57310600", NONE },
    { "手机13900000000", "13900000000", NONE },
    { "Tel. 0512-57310600", "0512-57310600", NONE },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_extensions (void)
{
  static const PhoneCase cases[] = {
    { "0512-55550101转8012", "0512-55550101转8012", NONE },
    { "0512-55550101 转 8012", "0512-55550101转8012", NONE },
    { "０５１２－５５５５０１０１转８０１２", "0512-55550101转8012", NONE },
    { "57310600（转8012）", "57310600转8012", NONE },
    { "57310600转分机8012", "57310600转8012", NONE },
    { "57310600分机号：8012", "57310600转8012", NONE },
    { "57310600 ext.8012", "57310600转8012", NONE },
    { "57310600 x 8012", "57310600转8012", NONE },
    { "57310600*8012", "57310600转8012", NONE },
    { "57310600#8012", "57310600转8012", NONE },
    { "57310600-转8012", "57310600转8012", NONE },
    { "0512-57310600-8012", "0512-57310600-8012", NONE },
    { "051257310600-8012", "0512-57310600-8012", NONE },
    { "17000000000转1234", "17000000000转1234", NONE },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_several (void)
{
  static const char joined[] = "0512-57310600；13900000000";
  static const PhoneCase cases[] = {
    { "0512-57310600/13900000000", joined, NONE },
    { "0512-57310600／13900000000", joined, NONE },
    { "0512-57310600、13900000000", joined, NONE },
    { "0512-57310600；13900000000", joined, NONE },
    { "0512-57310600，13900000000", joined, NONE },
    { "0512-57310600 13900000000", joined, NONE },
    { "0512 5731 0600　139 0000 0000", joined, NONE },
    { "0512-57310600\n13900000000", joined, NONE },
    { "0512-57310600\r\n\r\n13900000000\n", joined, NONE },
    { "0512-57310600或13900000000", joined, NONE },
    { "电话：0512-57310600 手机：13900000000", joined, NONE },
    { "①0512-57310600②13900000000", joined, NONE },
    { "/0512-57310600//13900000000/", joined, NONE },
    { "57266159转8012/57266160", "57266159转8012；57266160", NONE },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_damage (void)
{
  static const PhoneCase cases[] = {
    /* B-08: what a workbook does to numbers */
    { "1.39E+10", "13900000000", SCIENTIFIC },
    { "1.3912345678E10", "13912345678", SCIENTIFIC },
    { "1.39e+010", "13900000000", SCIENTIFIC },
    { "13900000000.0", "13900000000", DECIMAL },
    { "57310600.00", "57310600", DECIMAL },
    { "51257310600", "0512-57310600", LOST_ZERO },
    { "512-57310600", "0512-57310600", LOST_ZERO },
    { "512 57310600", "0512-57310600", LOST_ZERO },
    { "512-57310600-8012", "0512-57310600-8012", LOST_ZERO },
    { "51257310600.0", "0512-57310600", DECIMAL | LOST_ZERO },
    { "5.12573106E+10", "0512-57310600", SCIENTIFIC | LOST_ZERO },
    { "21-57310600", "021-57310600", LOST_ZERO },
    { "2157310600", "021-57310600", LOST_ZERO },
    { "1057310600", "010-57310600", LOST_ZERO },
    { "51257310600/13900000000", "0512-57310600；13900000000", LOST_ZERO },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_doubtful (void)
{
  static const PhoneCase cases[] = {
    { "见附件", "见附件", DOUBTFUL },
    { "张三、李四", "张三、李四", DOUBTFUL },
    { "139000000", "139000000", DOUBTFUL },
    { "1390000000", "1390000000", DOUBTFUL },
    { "139000000000", "139000000000", DOUBTFUL },
    { "13900000", "13900000", DOUBTFUL },
    { "12345", "12345", DOUBTFUL },
    { "0512-5731", "0512-5731", DOUBTFUL },
    { "０５１２５７３１０６", "０５１２５７３１０６", DOUBTFUL },
    { "13900000000.5", "13900000000.5", DOUBTFUL },
    { "57310600转", "57310600；转", DOUBTFUL },
    { "57310600-1234567", "57310600-1234567", DOUBTFUL },
    { "1.39E+30", "1.39E+30", DOUBTFUL },
    { "王（经理）13900000000", "王（经理）；13900000000", DOUBTFUL },
    { "13900000000（微信同号）", "13900000000；（微信同号）", DOUBTFUL },
    { "传真：57310600", "传真：；57310600", DOUBTFUL },
    { "57266159/60", "57266159；60", DOUBTFUL },
    { "=1+1", "=1+1", DOUBTFUL },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_foreign_kept (void)
{
  static const PhoneCase cases[] = {
    { "+886-2-2345-6789", "+886-2-2345-6789", NONE },
    { "+1 650 253 0000", "+1 650 253 0000", NONE },
    { "13900000000/+81 3 1234 5678", "13900000000；+81 3 1234 5678", NONE },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_blank (void)
{
  static const PhoneCase cases[] = {
    { NULL, "", NONE },
    { "", "", NONE },
    { " 　\n", "", NONE },
    { "—", "", NONE },
    { "/", "", NONE },
    { "无", "", NONE },
    { "13900000000/无", "13900000000", NONE },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_parts (void)
{
  g_autoptr (GPtrArray) phones
    = xyb_phone_parse ("0512-57310600转8012/82620620-7005/13900000000/见附件");
  static const struct
  {
    XybPhoneKind kind;
    const char *number;
    const char *extension;
    gboolean dashed;
  } expected[] = {
    { XYB_PHONE_LANDLINE, "0512-57310600", "8012", FALSE },
    { XYB_PHONE_LOCAL, "82620620", "7005", TRUE },
    { XYB_PHONE_MOBILE, "13900000000", NULL, FALSE },
    { XYB_PHONE_UNKNOWN, "见附件", NULL, FALSE },
  };

  g_assert_cmpuint (phones->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < phones->len; i++)
    {
      const XybPhone *phone = g_ptr_array_index (phones, i);
      g_assert_cmpint (phone->kind, ==, expected[i].kind);
      g_assert_cmpstr (phone->number, ==, expected[i].number);
      g_assert_cmpstr (phone->extension, ==, expected[i].extension);
      g_assert_cmpint (phone->extension_dashed, ==, expected[i].dashed);
    }
}

/* Cells made of the pieces that occur: what was printed reads back to the same print. */
static void
test_print_is_stable (void)
{
  static const char *const pieces[]
    = { "0512", "-",    "57310600", "13900000000", "转",  "8012", "/",   "、",   " ",  "（",
        "）",   "张三", "1.39E+10", ".0",          "512", "+86",  "ext", "电话", "无", "或",
        "5731", "①",    "+886",     "*",           "\n",  "：",   "—",   "０",   "é" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (57266159);

  for (int i = 0; i < 50000; i++)
    {
      GString *made = g_string_new (NULL);
      for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (made, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      g_autofree char *text = g_string_free (made, FALSE);
      g_autofree char *once = xyb_phone_normalise (text, NULL);
      g_autofree char *twice = xyb_phone_normalise (once, NULL);
      if (!g_str_equal (once, twice))
        g_test_message ("%s", text);
      g_assert_cmpstr (twice, ==, once);
      g_assert_true (g_utf8_validate (once, -1, NULL));
    }
}

static char *
digits_of (const char *text)
{
  GString *digits = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  return g_string_free (digits, FALSE);
}

/* No digit of any cell gets lost or invented, apart from what the flags tell. */
static void
test_digits_survive (void)
{
  static const char *const pieces[]
    = { "5", "73", "139", "0000", "0512", "8", "-", " ", "转", "/", "甲" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20200402);

  for (int i = 0; i < 50000; i++)
    {
      GString *made = g_string_new (NULL);
      for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (made, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      g_autofree char *text = g_string_free (made, FALSE);
      XybPhoneFlags flags;
      g_autofree char *normal = xyb_phone_normalise (text, &flags);
      g_autofree char *before = digits_of (text);
      g_autofree char *after = digits_of (normal);
      if ((flags & LOST_ZERO) == 0 && strlen (after) == strlen (before))
        g_assert_cmpstr (after, ==, before);
      else if ((flags & LOST_ZERO) == 0)
        /* only the 0 before a mobile is dropped */
        g_assert_nonnull (strstr (before, "01"));
    }
}

static void
test_long_cell (void)
{
  GString *cell = g_string_new (NULL);
  for (int i = 0; i < 3000; i++)
    g_string_append (cell, "张三 5 ");
  g_autofree char *text = g_string_free (cell, FALSE);
  XybPhoneFlags flags;
  g_autofree char *normal = xyb_phone_normalise (text, &flags);

  g_strchomp (text);
  g_assert_cmpuint (flags, ==, DOUBTFUL);
  g_assert_cmpstr (normal, ==, text);
}

/* Trying every run of 16,000 digits as a number would take seconds for one cell. */
static void
test_page_in_a_cell (void)
{
  GString *cell = g_string_new (NULL);
  for (int i = 0; i < 16000; i++)
    g_string_append (cell, "1 ");
  g_autofree char *text = g_string_free (cell, FALSE);
  g_autoptr (GPtrArray) phones = xyb_phone_parse (text);

  g_assert_cmpuint (phones->len, ==, 1);
  g_assert_cmpint (((const XybPhone *) g_ptr_array_index (phones, 0))->kind, ==, XYB_PHONE_UNKNOWN);
}

/* A number that is written as it should be takes a short way: with a space, it takes the long one.
 */
static void
test_short_way_agrees (void)
{
  static const char *const numbers[]
    = { "13900000000",   "12345678901",   "10000000000",  "0512-57310600",
        "0512-17310600", "0212-57310600", "0512-5731060", "0512-573106001" };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *spaced = g_strconcat (" ", numbers[i], NULL);
      XybPhoneFlags flags, other_flags;
      g_autofree char *phone = xyb_phone_normalise (numbers[i], &flags);
      g_autofree char *other = xyb_phone_normalise (spaced, &other_flags);

      g_assert_cmpstr (phone, ==, other);
      g_assert_cmpint (flags, ==, other_flags);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/office-spellings-become-one", test_spellings);
  g_test_add_func ("/phone/extensions-keep-their-form", test_extensions);
  g_test_add_func ("/phone/several-in-one-cell", test_several);
  g_test_add_func ("/phone/workbook-damage-is-undone-and-flagged", test_damage);
  g_test_add_func ("/phone/no-number-is-kept-as-written", test_doubtful);
  g_test_add_func ("/phone/other-countries-are-kept-as-written", test_foreign_kept);
  g_test_add_func ("/phone/blank-is-no-number", test_blank);
  g_test_add_func ("/phone/kind-number-and-extension", test_parts);
  g_test_add_func ("/phone/what-is-printed-reads-back", test_print_is_stable);
  g_test_add_func ("/phone/no-digit-is-lost", test_digits_survive);
  g_test_add_func ("/phone/long-cell-is-one-piece", test_long_cell);
  g_test_add_func ("/phone/a-page-in-a-cell-is-no-number", test_page_in_a_cell);
  g_test_add_func ("/phone/the-short-way-agrees-with-the-long", test_short_way_agrees);
  return g_test_run ();
}
