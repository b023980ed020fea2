/* SPDX-License-Identifier: GPL-3.0-or-later */

/* what a clerk types to find a name, and the order names stand in. */

#include <string.h>

#include "xyb-pinyin.h"

typedef struct
{
  const char *text;
  const char *initials;
} InitialsCase;

static const InitialsCase initials_cases[] = {
  { "昆山市周市镇", "ksszsz" },
  { "张浦镇", "zpz" },
  { "淀山湖镇", "dshz" },
  { "昆山示例电子有限公司", "kssldzyxgs" },
  { "吖啊安八次的鹅发高黑讥咔垃妈拏噢妑七呥仨他穵夕丫帀", "yaabcdefghjklmnopqrstwxyz" },
  /* Letters and digits stay, everything else is left out, width does not count. */
  { "昆山ABC（示例）2020·电子", "ksabcsl2020dz" },
  { "ＡＢＣ１２３", "abc123" },
  { "  昆 山　示例  ", "kssl" },
  { "αβγ дом あいう 🙂", "" },
  { "", "" },
  { NULL, "" },
  /* Rare characters of names, beyond the collation and beyond 16 bits. */
  { "䶮𬭎", "yh" },
  { "昆山𬭎䶮示例厂", "kshyslc" },
  /* Compatibility ideographs are the characters they stand for. */
  { "\xef\xa4\x80", "q" }, /* U+F900 豈 */
};

static void
test_initials (void)
{
  g_autoptr (XybPinyin) pinyin = xyb_pinyin_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (initials_cases); i++)
    {
      g_autofree char *got = xyb_pinyin_initials (pinyin, initials_cases[i].text);

      g_assert_cmpstr (got, ==, initials_cases[i].initials);
    }
}

static void
test_broken_bytes (void)
{
  g_autoptr (XybPinyin) pinyin = xyb_pinyin_new ();
  g_autofree char *got = xyb_pinyin_initials (pinyin, "昆\xff山");
  g_autoptr (GBytes) key = xyb_pinyin_sort_key (pinyin, "昆\xff山");

  g_assert_cmpstr (got, ==, "ks");
  g_assert_cmpuint (g_bytes_get_size (key), >, 0);
}

/* Both readings of a 多音字 find the name, the likelier one stands first. */
static const InitialsCase polyphone_cases[] = {
  { "昆山长江机械", "kscjjx kszjjx" },
  { "厦门示例", "xmsl smsl" },
  { "大厦物业", "dxwy dswy" },
  { "昆山农村商业银行", "ksncsyyx ksncsyyh" },
  { "重庆示例", "cqsl zqsl" },
  { "乐器", "lq yq" },
  { "单氏", "ds ss" },
  { "曾记", "zj cj" },
  { "解放", "jf xf" },
  { "重行", "cx zx ch zh" },
};

static void
test_polyphones (void)
{
  g_autoptr (XybPinyin) pinyin = xyb_pinyin_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (polyphone_cases); i++)
    {
      g_autofree char *got = xyb_pinyin_initials (pinyin, polyphone_cases[i].text);

      g_assert_cmpstr (got, ==, polyphone_cases[i].initials);
    }
}

static void
test_variants_capped (void)
{
  g_autoptr (XybPinyin) pinyin = xyb_pinyin_new ();
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *got = NULL;
  g_auto (GStrv) variants = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (name, "长");
  got = xyb_pinyin_initials (pinyin, name->str);
  variants = g_strsplit (got, " ", -1);
  g_assert_cmpuint (g_strv_length (variants), <=, XYB_PINYIN_MAX_VARIANTS);
  g_assert_cmpuint (g_strv_length (variants), >, 1);
  for (guint i = 0; variants[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (variants[i]), ==, 10000);
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (variants[i], !=, variants[k]);
    }
}

/* Every character of GB 2312's first plane of Han has an initial: those are the names clerks type.
 */
static void
test_gb2312_complete (void)
{
  g_autoptr (XybPinyin) pinyin = xyb_pinyin_new ();
  guint found = 0;

  for (guint row = 0xb0; row <= 0xf7; row++)
    for (guint cell = 0xa1; cell <= 0xfe; cell++)
      {
        const char raw[] = { (char) row, (char) cell };
        g_autofree char *character = g_convert (raw, 2, "UTF-8", "GB2312", NULL, NULL, NULL);
        g_autofree char *initials = NULL;

        if (character == NULL)
          continue;
        initials = xyb_pinyin_initials (pinyin, character);
        if (!g_ascii_islower (initials[0]))
          g_error ("%s has no initial", character);
        found++;
      }
  g_assert_cmpuint (found, ==, 6763);
}

/* Letters the dictionary gives, spread over the alphabet: the boundaries are where they belong. */
static const InitialsCase letter_cases[] = {
  { "澳", "a" }, { "八", "b" }, { "簿", "b" }, { "擦", "c" }, { "错", "c" }, { "搭", "d" },
  { "惰", "d" }, { "鹅", "e" }, { "贰", "e" }, { "发", "f" }, { "富", "f" }, { "嘎", "g" },
  { "过", "g" }, { "哈", "h" }, { "霍", "h" }, { "机", "j" }, { "骏", "j" }, { "卡", "k" },
  { "阔", "k" }, { "拉", "l" }, { "洛", "l" }, { "马", "m" }, { "沐", "m" }, { "拿", "n" },
  { "诺", "n" }, { "哦", "o" }, { "偶", "o" }, { "怕", "p" }, { "铺", "p" }, { "期", "q" },
  { "群", "q" }, { "然", "r" }, { "若", "r" }, { "萨", "s" }, { "索", "s" }, { "塔", "t" },
  { "拓", "t" }, { "挖", "w" }, { "务", "w" }, { "西", "x" }, { "迅", "x" }, { "压", "y" },
  { "运", "y" }, { "杂", "z" }, { "座", "z" },
};

static void
test_letters (void)
{
  g_autoptr (XybPinyin) pinyin = xyb_pinyin_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (letter_cases); i++)
    {
      g_autofree char *got = xyb_pinyin_initials (pinyin, letter_cases[i].text);

      g_assert_cmpstr (got, ==, letter_cases[i].initials);
    }
}

/* Digits, Han characters by pinyin, Latin letters; compare() and the keys agree on every pair. */
static const char *const ordered[] = {
  "",         "123",    "安徽示例", "巴城镇", "昆山阿尔法", "昆山八达", "昆山示例",
  "昆山重工", "千灯镇", "张浦镇",   "周市镇", "周庄镇",     "abc",      "ABD",
};

static int
sign (int value)
{
  return (value > 0) - (value < 0);
}

static void
test_order (void)
{
  g_autoptr (XybPinyin) pinyin = xyb_pinyin_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (ordered); k++)
      {
        g_autoptr (GBytes) left = xyb_pinyin_sort_key (pinyin, ordered[i]);
        g_autoptr (GBytes) right = xyb_pinyin_sort_key (pinyin, ordered[k]);
        int expected = (i > k) - (i < k);

        g_test_message ("%s · %s", ordered[i], ordered[k]);

        g_assert_cmpint (sign (xyb_pinyin_compare (pinyin, ordered[i], ordered[k])), ==, expected);
        g_assert_cmpint (sign (g_bytes_compare (left, right)), ==, expected);
      }
}

static void
test_order_long (void)
{
  g_autoptr (XybPinyin) pinyin = xyb_pinyin_new ();
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  g_autoptr (GBytes) left = NULL;
  g_autoptr (GBytes) right = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_string_append (a, "昆");
      g_string_append (b, "昆");
    }
  g_string_append (a, "安");
  g_string_append (b, "张");
  left = xyb_pinyin_sort_key (pinyin, a->str);
  right = xyb_pinyin_sort_key (pinyin, b->str);
  g_assert_cmpint (g_bytes_compare (left, right), <, 0);
  g_assert_cmpint (xyb_pinyin_compare (pinyin, a->str, b->str), <, 0);
}

static void
test_width_equal (void)
{
  g_autoptr (XybPinyin) pinyin = xyb_pinyin_new ();
  g_autoptr (GBytes) left = xyb_pinyin_sort_key (pinyin, "昆山（ＡＢ）");
  g_autoptr (GBytes) right = xyb_pinyin_sort_key (pinyin, "昆山(AB)");

  g_assert_true (g_bytes_equal (left, right));
  g_assert_cmpint (xyb_pinyin_compare (pinyin, "昆山（ＡＢ）", "昆山(AB)"), ==, 0);
  g_assert_cmpint (xyb_pinyin_compare (pinyin, NULL, ""), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pinyin/initials-of-names", test_initials);
  g_test_add_func ("/pinyin/broken-bytes-do-no-harm", test_broken_bytes);
  g_test_add_func ("/pinyin/polyphones-give-both-readings", test_polyphones);
  g_test_add_func ("/pinyin/variants-are-capped-and-differ", test_variants_capped);
  g_test_add_func ("/pinyin/every-gb2312-character-has-an-initial", test_gb2312_complete);
  g_test_add_func ("/pinyin/every-letter-starts-and-ends-right", test_letters);
  g_test_add_func ("/pinyin/order-and-keys-agree", test_order);
  g_test_add_func ("/pinyin/long-names-are-ordered-to-the-end", test_order_long);
  g_test_add_func ("/pinyin/width-does-not-count-in-order", test_width_equal);
  return g_test_run ();
}
