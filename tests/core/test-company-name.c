/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ENT-08, B-13, B-14: which spellings are one firm. Every name here is made up. */

#include "xyb-company-name.h"

typedef struct
{
  const char *a;
  const char *b;
  XybCompanyMatch match;
} CompareCase;

#define EXACT XYB_COMPANY_MATCH_EXACT
#define LIKELY XYB_COMPANY_MATCH_LIKELY
#define POSSIBLE XYB_COMPANY_MATCH_POSSIBLE
#define NONE XYB_COMPANY_MATCH_NONE

static const CompareCase exact_cases[] = {
  { "昆山示例电子有限公司", "昆山示例电子有限公司", EXACT },
  { "昆山示例电子有限公司", " 昆山 示例　电子有限公司\n", EXACT },
  { "昆山示例电子有限公司", "昆山示例\xe2\x80\x8b电子有限公司", EXACT },
  { "示例电子（昆山）有限公司", "示例电子(昆山)有限公司", EXACT },
  { "昆山ABC有限公司", "昆山ａｂｃ有限公司", EXACT },
};

static const CompareCase likely_cases[] = {
  /* 省, 市, 县 of the place in front, and every place but the most exact. */
  { "昆山示例电子有限公司", "昆山市示例电子有限公司", LIKELY },
  { "昆山示例电子有限公司", "江苏省昆山市示例电子有限公司", LIKELY },
  { "昆山示例电子有限公司", "江苏昆山示例电子有限公司", LIKELY },
  { "昆山示例电子有限公司", "江苏省苏州市昆山市示例电子有限公司", LIKELY },
  { "昆山示例电子有限公司", "苏州昆山示例电子有限公司", LIKELY },
  { "昆山示例电子有限公司", "昆山县示例电子有限公司", LIKELY },
  { "昆山市周市镇示例五金厂", "昆山周市示例五金厂", LIKELY },
  { "上海市示例电子有限公司", "上海示例电子有限公司", LIKELY },
  { "广西壮族自治区示例电子有限公司", "广西示例电子有限公司", LIKELY },
  { "昆山市市场发展示例有限公司", "昆山市场发展示例有限公司", LIKELY },
  { "昆山市市政示例有限公司", "昆山市政示例有限公司", LIKELY },
  /* The form of company. */
  { "昆山示例电子有限公司", "昆山示例电子有限责任公司", LIKELY },
  { "昆山示例电子有限公司", "昆山示例电子股份有限公司", LIKELY },
  { "昆山示例电子有限公司", "昆山示例电子（集团）有限公司", LIKELY },
  { "昆山示例电子集团有限公司", "昆山示例电子（集团）股份有限公司", LIKELY },
  { "昆山示例电子有限公司", "昆山示例电子公司", LIKELY },
  { "Kunshan Example Co., Ltd.", "KUNSHAN EXAMPLE CO LTD", LIKELY },
  /* Brackets and marks. */
  { "示例电子（昆山）有限公司", "示例电子〔昆山〕有限公司", LIKELY },
  { "示例电子（昆山）有限公司", "示例电子【昆山市】有限公司", LIKELY },
  { "示例电子（昆山）有限公司", "示例电子昆山有限公司", LIKELY },
  { "昆山“示例”电子有限公司", "昆山示例电子有限公司", LIKELY },
  { "昆山示·例电子有限公司", "昆山示例电子有限公司。", LIKELY },
  /* Remarks (B-14). */
  { "昆山示例电子有限公司", "昆山示例电子有限公司（新增）", LIKELY },
  { "昆山示例电子有限公司", "昆山示例电子有限公司（原昆山范例电子有限公司）", LIKELY },
  { "昆山示例电子有限公司", "昆山示例电子有限公司（新增）（2020（上））", LIKELY },
  { "昆山示例电子有限公司", "昆山示例电子有限公司（新增", LIKELY },
  { "昆山示例电子有限公司", "昆山示例电子有限公司新增", LIKELY },
  { "昆山示例电子有限公司", "（新增）昆山示例电子有限公司", LIKELY },
  { "昆山示例电子有限公司", "*昆山示例电子有限公司", LIKELY },
  { "昆山示例五金厂", "昆山示例五金厂(新增)", LIKELY },
  { "昆山示例管理中心", "昆山示例管理中心（有限合伙）", LIKELY },
  /* Several at once. */
  { "示例精密（昆山）有限公司", "示例精密(昆山市)有限责任公司（新增）", LIKELY },
};

static const CompareCase possible_cases[] = {
  { "昆山示例电子有限公司", "苏州示例电子有限公司", POSSIBLE },
  { "昆山示例电子有限公司", "示例电子有限公司", POSSIBLE },
  { "昆山示例电子有限公司", "江苏示例电子有限公司", POSSIBLE },
  { "昆山示例电子有限公司", "昆山周市示例电子有限公司", POSSIBLE },
  { "昆山示例电子有限公司", "示例电子（昆山）有限公司", POSSIBLE },
  { "昆山示例电子有限公司", "示例电子（中国）有限公司", POSSIBLE },
  { "昆山示例电子有限公司", "昆山示例电子厂", POSSIBLE },
  { "昆山示例电子有限公司", "昆山示例电子经营部", POSSIBLE },
  { "昆山示例电子有限公司", "昆山示例电子", POSSIBLE },
  { "昆山示例电子有限公司", "示例电子", POSSIBLE },
  { "示例精密昆山有限公司", "昆山示例精密有限公司", POSSIBLE },
};

static const CompareCase none_cases[] = {
  { "昆山示例电子有限公司", "昆山示例电器有限公司", NONE },
  { "昆山示例电子有限公司", "昆山示例有限公司", NONE },
  { "昆山示例一有限公司", "昆山示例二有限公司", NONE },
  { "昆山示例1号有限公司", "昆山示例11号有限公司", NONE },
  { "昆山示例1.5有限公司", "昆山示例15有限公司", NONE },
  { "昆山示例A-1有限公司", "昆山示例A1有限公司", NONE },
  { "昆山新示例电子有限公司", "昆山示例电子有限公司", NONE },
  { "昆山示例电子有限公司", "昆山示例电子有限公司周市分公司", NONE },
  { "昆山示例电子有限公司一分公司", "昆山示例电子有限公司二分公司", NONE },
  /* What is all place and form is no core two firms could share. */
  { "昆山有限公司", "苏州有限公司", NONE },
  { "昆山集团有限公司", "太仓集团有限公司", NONE },
  { "昆山", "苏州", NONE },
  /* A place that is not in front, or does not lie in the one before it, belongs to the name. */
  { "昆山上海示例有限公司", "昆山示例有限公司", NONE },
  { "昆山示例上海菜馆", "昆山示例菜馆", NONE },
  { "昆山示例（精密）有限公司", "昆山示例（电子）有限公司", NONE },
  { "昆山示例（精密）有限公司", "昆山示例有限公司", NONE },
  { "昆山市场示例有限公司", "昆山场示例有限公司", NONE },
  { "有限公司", "厂", NONE },
  /* Blank is nobody's. */
  { "", "", NONE },
  { NULL, NULL, NONE },
  { " 　", "昆山示例电子有限公司", NONE },
};

static void
check_cases (const CompareCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_test_message ("%s | %s", cases[i].a, cases[i].b);
      g_assert_cmpint (xyb_company_name_compare (cases[i].a, cases[i].b), ==, cases[i].match);
      g_assert_cmpint (xyb_company_name_compare (cases[i].b, cases[i].a), ==, cases[i].match);
    }
}

static void
test_exact (void)
{
  check_cases (exact_cases, G_N_ELEMENTS (exact_cases));
}

static void
test_likely (void)
{
  check_cases (likely_cases, G_N_ELEMENTS (likely_cases));
}

static void
test_possible (void)
{
  check_cases (possible_cases, G_N_ELEMENTS (possible_cases));
}

static void
test_none (void)
{
  check_cases (none_cases, G_N_ELEMENTS (none_cases));
}

typedef struct
{
  const char *name;
  const char *key;
  const char *core;
} KeyCase;

static const KeyCase key_cases[] = {
  { "江苏省昆山市示例电子有限责任公司", "昆山示例电子公司", "示例电子" },
  { "示例精密（昆山）有限公司", "示例精密昆山公司", "示例精密" },
  { "昆山示例五金厂", "昆山示例五金厂", "示例五金" },
  { "昆山有限公司", "昆山有限公司", "昆山有限公司" },
  { "=1+1", "=1+1", "=1+1" },
  { "昆山𬭎䶮示例有限公司", "昆山𬭎䶮示例公司", "𬭎䶮示例" },
  { "()（）【】", "", "" },
  { "", "", "" },
  { NULL, "", "" },
};

static void
test_keys (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (key_cases); i++)
    {
      g_autofree char *key = xyb_company_name_key (key_cases[i].name);
      g_autofree char *core = xyb_company_name_core (key_cases[i].name);

      g_assert_cmpstr (key, ==, key_cases[i].key);
      g_assert_cmpstr (core, ==, key_cases[i].core);
    }
}

/* A key is a name too: taking its key again changes nothing, or two rows would drift apart. */
static void
test_key_stable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (likely_cases); i++)
    {
      g_autofree char *once = xyb_company_name_key (likely_cases[i].b);
      g_autofree char *twice = xyb_company_name_key (once);

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_hostile (void)
{
  g_autoptr (GString) name = g_string_new ("昆山");
  g_autofree char *key = NULL;
  g_autofree char *core = NULL;
  g_autofree char *broken = xyb_company_name_key ("昆山\xff\xfe示例有限公司");

  for (guint i = 0; i < 10000; i++)
    g_string_append (name, i % 2 == 0 ? "（" : "昆山");
  key = xyb_company_name_key (name->str);
  core = xyb_company_name_core (name->str);
  g_assert_true (g_utf8_validate (key, -1, NULL));
  g_assert_true (g_utf8_validate (core, -1, NULL));
  g_assert_true (g_utf8_validate (broken, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/company-name/width-and-spaces-are-exact", test_exact);
  g_test_add_func ("/company-name/place-form-brackets-remark-are-likely", test_likely);
  g_test_add_func ("/company-name/other-place-or-kind-is-possible", test_possible);
  g_test_add_func ("/company-name/different-firms-stay-apart", test_none);
  g_test_add_func ("/company-name/keys-and-cores", test_keys);
  g_test_add_func ("/company-name/key-of-a-key-is-itself", test_key_stable);
  g_test_add_func ("/company-name/hostile-names-end", test_hostile);
  return g_test_run ();
}
