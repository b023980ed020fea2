/* SPDX-License-Identifier: GPL-3.0-or-later */

/* §1.5: every spelling of the sources finds its unit, and nothing else does. */

#include <json-glib/json-glib.h>

#include "xyb-core-error.h"
#include "xyb-unit-matcher.h"

typedef struct
{
  GPtrArray *units;
  XybUnitMatcher *matcher;
} Fixture;

static XybUnit *
read_unit (JsonObject *object)
{
  XybUnit *unit = xyb_unit_new ();
  JsonArray *aliases = json_object_get_array_member (object, "aliases");

  unit->id = json_object_get_int_member (object, "id");
  unit->kind = xyb_unit_kind_from_key (json_object_get_string_member (object, "kind"));
  unit->name = g_strdup (json_object_get_string_member (object, "name"));
  unit->full_name
    = g_strdup (json_object_get_string_member_with_default (object, "full_name", NULL));
  unit->position = json_object_get_int_member (object, "position");
  for (guint i = 0; i < json_array_get_length (aliases); i++)
    {
      JsonObject *entry = json_array_get_object_element (aliases, i);
      XybUnitAlias *alias = xyb_unit_alias_new ();

      alias->name = g_strdup (json_object_get_string_member (entry, "name"));
      alias->former = json_object_get_boolean_member_with_default (entry, "former", FALSE);
      g_ptr_array_add (unit->aliases, alias);
    }
  return unit;
}

/* The roster the program ships. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  const char *path = g_test_get_filename (G_TEST_DIST, "..", "data", "presets", "units.json", NULL);
  JsonArray *units;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  units
    = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "units");
  fixture->units = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);
  for (guint i = 0; i < json_array_get_length (units); i++)
    g_ptr_array_add (fixture->units, read_unit (json_array_get_object_element (units, i)));
  fixture->matcher = xyb_unit_matcher_new (fixture->units);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  xyb_unit_matcher_free (fixture->matcher);
  g_ptr_array_unref (fixture->units);
}

static void
check_found (Fixture *fixture, const char *text, const char *name)
{
  XybUnitMatchKind kind;
  const XybUnit *unit = xyb_unit_matcher_match (fixture->matcher, text, &kind);

  if (unit == NULL)
    g_error ("“%s” should be %s, is nothing (%d)", text, name, kind);
  g_assert_cmpstr (unit->name, ==, name);
}

/* requirements §1.2, §1.3, §1.4, §1.5: transcribed here, independent of the preset's own aliases.
 */
static const char *const spellings[][2] = {
  { "昆山开发区", "昆山开发区" },
  { "昆山高新区", "昆山高新区" },
  { "花桥经济开发区", "花桥经济开发区" },
  { "旅游度假区", "旅游度假区" },
  { "张浦镇", "张浦镇" },
  { "周市镇", "周市镇" },
  { "陆家镇", "陆家镇" },
  { "巴城镇", "巴城镇" },
  { "千灯镇", "千灯镇" },
  { "淀山湖镇", "淀山湖镇" },
  { "周庄镇", "周庄镇" },
  { "锦溪镇", "锦溪镇" },
  { "柏庐城市管理办事处", "柏庐城市管理办事处" },
  { "亭林城市管理办事处", "亭林城市管理办事处" },
  { "青阳城市管理办事处", "青阳城市管理办事处" },
  { "震川城市管理办事处", "震川城市管理办事处" },
  { "工业和信息化局", "工业和信息化局" },
  { "市工业和信息化局", "工业和信息化局" },
  { "市工信局", "工业和信息化局" },
  { "工信局", "工业和信息化局" },
  { "经信委", "工业和信息化局" },
  { "昆山市工业和信息化局", "工业和信息化局" },
  { "市场监管局", "市场监管局" },
  { "市市场监督管理局", "市场监管局" },
  { "市市场监管局", "市场监管局" },
  { "市场监督管理局", "市场监管局" },
  { "市法院", "人民法院" },
  { "市人民法院", "人民法院" },
  { "市检察院", "人民检察院" },
  { "市住建局", "住建局" },
  { "规划建设局", "住建局" },
  { "市应急管理局", "应急管理局" },
  { "市安监局", "应急管理局" },
  { "市税务局", "税务局" },
  { "昆山地税局", "税务局" },
  { "市文体广旅局", "文体广旅局" },
  { "市旅游局", "文体广旅局" },
  { "市旅委", "文体广旅局" },
  { "苏州市昆山生态环境局", "生态环境局" },
  { "昆山市生态环境局", "生态环境局" },
  { "市发改委", "发改委" },
  { "市政府金融办", "金融办" },
  { "市委宣传部", "宣传部 (文明办、网信办)" },
  { "宣传部", "宣传部 (文明办、网信办)" },
  { "市文明办", "宣传部 (文明办、网信办)" },
  { "文明办", "宣传部 (文明办、网信办)" },
  { "市委组织部", "组织部" },
  { "市人社局", "人社局" },
  { "市大数据资源管理中心", "大数据资源管理中心" },
  { "昆山开发区管委会", "昆山开发区" },
  { "昆山市社会信用体系建设领导小组办公室", "市信用办" },
  { "信用办", "市信用办" },
  { "市府办（信用办）", "市信用办" },
  { "市委改革办", "市委改革办" },
  { "党校", "党校" },
  { "交发集团", "交发集团" },
  { "市公共信用信息中心", "市公共信用信息中心" },
  { "机动车维修管理处", "机动车维修管理处" },
  { "市科协", "市科协" },
  { "南京海关", "南京海关" },
  { "昆山海关", "昆山海关" },
};

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    check_found (fixture, spellings[i][0], spellings[i][1]);
}

/* What districts and departments write beside that: prefixes, endings, width, brackets, spaces. */
static const char *const variants[][2] = {
  { "周市", "周市镇" },
  { "周市镇人民政府", "周市镇" },
  { "昆山市周市镇", "周市镇" },
  { "昆山市周市镇人民政府", "周市镇" },
  { "苏州市昆山市周市镇", "周市镇" },
  { "江苏省昆山市周市镇政府", "周市镇" },
  { " 周 市　镇\t", "周市镇" },
  { "（周市镇）", "周市镇" },
  { "周市镇（盖章）", "周市镇" },
  { "开发区", "昆山开发区" },
  { "开发区管委会", "昆山开发区" },
  { "昆山市开发区", "昆山开发区" },
  { "昆山经济技术开发区", "昆山开发区" },
  { "昆山经济技术开发区管理委员会", "昆山开发区" },
  { "高新区", "昆山高新区" },
  { "昆山高新技术产业开发区", "昆山高新区" },
  { "昆山高新区（玉山镇）", "昆山高新区" },
  { "花桥", "花桥经济开发区" },
  { "花桥镇", "花桥经济开发区" },
  { "花桥开发区", "花桥经济开发区" },
  { "花桥经济开发区管委会", "花桥经济开发区" },
  { "昆山花桥经济开发区", "花桥经济开发区" },
  { "昆山旅游度假区管委会", "旅游度假区" },
  { "柏庐", "柏庐城市管理办事处" },
  { "柏庐办事处", "柏庐城市管理办事处" },
  { "昆山市柏庐城市管理办事处", "柏庐城市管理办事处" },
  { "宣传部（文明办、网信办）", "宣传部 (文明办、网信办)" },
  { "宣传部(文明办,网信办)", "宣传部 (文明办、网信办)" },
  { "市委宣传部（文明办）", "宣传部 (文明办、网信办)" },
  { "昆山市委宣传部", "宣传部 (文明办、网信办)" },
  { "中共昆山市委组织部", "组织部" },
  { "昆山市市场监督管理局", "市场监管局" },
  { "昆山市市场监管局", "市场监管局" },
  { "苏州市昆山市教育局", "教育局" },
  { "市　教育局", "教育局" },
  { "昆山市信用办", "市信用办" },
  { "江苏省发改委", "省发改委" },
};

static void
test_variants (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    check_found (fixture, variants[i][0], variants[i][1]);
}

/* The whole roster: each name, full name and alias, also with 昆山市 in front or 市, and with
 * spaces. */
static void
test_roster (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (fixture->units->len, >=, 12 + 4 + 54);
  for (guint i = 0; i < fixture->units->len; i++)
    {
      const XybUnit *unit = g_ptr_array_index (fixture->units, i);
      g_autofree char *city = g_strconcat ("昆山市", unit->name, NULL);

      check_found (fixture, unit->name, unit->name);
      if (unit->kind <= XYB_UNIT_KIND_DEPARTMENT)
        check_found (fixture, city, unit->name);
      if (unit->full_name != NULL)
        check_found (fixture, unit->full_name, unit->name);
      for (guint k = 0; k < unit->aliases->len; k++)
        {
          const XybUnitAlias *alias = g_ptr_array_index (unit->aliases, k);
          g_autofree char *spaced = g_strconcat ("　", alias->name, " ", NULL);

          check_found (fixture, spaced, unit->name);
        }
    }
}

/* How it was found is said as it is. */
static const struct
{
  const char *text;
  XybUnitMatchKind kind;
} match_kinds[] = {
  { "周市镇", XYB_UNIT_MATCH_EXACT },
  { "宣传部（文明办、网信办）", XYB_UNIT_MATCH_EXACT },
  { "经信委", XYB_UNIT_MATCH_ALIAS },
  { "昆山市周市镇人民政府", XYB_UNIT_MATCH_ALIAS },
  { "周市", XYB_UNIT_MATCH_CORE },
  { "周市镇（盖章）", XYB_UNIT_MATCH_CORE },
  /* 市委办公室 and 市政府办公室: neither is picked. */
  { "办公室", XYB_UNIT_MATCH_AMBIGUOUS },
  { "周市镇（张浦镇）", XYB_UNIT_MATCH_AMBIGUOUS },
  { "周是镇", XYB_UNIT_MATCH_NONE },
  { "上海市", XYB_UNIT_MATCH_NONE },
  { "市", XYB_UNIT_MATCH_NONE },
  { "镇", XYB_UNIT_MATCH_NONE },
  { "昆山市", XYB_UNIT_MATCH_NONE },
  { "场监管局", XYB_UNIT_MATCH_NONE },
  { "苏州市教育局", XYB_UNIT_MATCH_NONE },
  { "太仓市财政局", XYB_UNIT_MATCH_NONE },
  { "兵希", XYB_UNIT_MATCH_NONE },
  { "（）", XYB_UNIT_MATCH_NONE },
  { "", XYB_UNIT_MATCH_NONE },
  { NULL, XYB_UNIT_MATCH_NONE },
};

static void
test_match_kinds (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (match_kinds); i++)
    {
      XybUnitMatchKind kind;
      const XybUnit *unit = xyb_unit_matcher_match (fixture->matcher, match_kinds[i].text, &kind);
      gboolean found = match_kinds[i].kind != XYB_UNIT_MATCH_NONE
                       && match_kinds[i].kind != XYB_UNIT_MATCH_AMBIGUOUS;

      g_test_message ("%s", match_kinds[i].text);
      g_assert_cmpint (kind, ==, match_kinds[i].kind);
      g_assert_true ((unit != NULL) == found);
    }
}

/* Two units that share an alias: the clerk decides, unless only one is of the kind asked for. */
static void
test_shared_alias (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);
  g_autoptr (XybUnitMatcher) matcher = NULL;
  g_autoptr (GError) error = NULL;
  XybUnitMatchKind kind;
  const char *const names[] = { "示例一局", "示例二局" };

  for (guint i = 0; i < 2; i++)
    {
      XybUnit *unit = xyb_unit_new ();
      XybUnitAlias *alias = xyb_unit_alias_new ();

      unit->kind = i == 0 ? XYB_UNIT_KIND_DEPARTMENT : XYB_UNIT_KIND_OTHER;
      unit->name = g_strdup (names[i]);
      alias->name = g_strdup ("示例办");
      g_ptr_array_add (unit->aliases, alias);
      g_ptr_array_add (units, unit);
    }
  matcher = xyb_unit_matcher_new (units);
  g_assert_null (xyb_unit_matcher_match (matcher, "示例办", &kind));
  g_assert_cmpint (kind, ==, XYB_UNIT_MATCH_AMBIGUOUS);
  g_assert_null (xyb_unit_matcher_require (matcher, "市示例办", 0, &error));
  g_assert_cmpstr (error->message, ==, "“市示例办”可能是几个单位：示例一局、示例二局，请写全称。");
  g_assert_cmpstr (
    xyb_unit_matcher_match_kind (matcher, "示例办", XYB_UNIT_KIND_OTHER, &kind)->name, ==,
    "示例二局");
  g_assert_cmpint (kind, ==, XYB_UNIT_MATCH_ALIAS);
}

static const struct
{
  const char *text;
  const char *first;
} suggestion_cases[] = {
  { "周是镇", "周市镇" },
  { "淀山湖真", "淀山湖镇" },
  { "花桥国际商务城", "花桥经济开发区" },
  { "工信委", "工业和信息化局" },
  { "文旅局", "文体广旅局" },
  { "市场管理局", "市场监管局" },
  { "生态环保局", "生态环境局" },
  { "千登镇", "千灯镇" },
  { "市府办", "市信用办" },
};

static void
test_suggestions (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suggestion_cases); i++)
    {
      g_autoptr (GPtrArray) units
        = xyb_unit_matcher_suggest (fixture->matcher, suggestion_cases[i].text, 5);

      g_test_message ("%s", suggestion_cases[i].text);
      g_assert_cmpuint (units->len, >, 0);
      g_assert_cmpuint (units->len, <=, 5);
      g_assert_cmpstr (((const XybUnit *) g_ptr_array_index (units, 0))->name, ==,
                       suggestion_cases[i].first);
      for (guint k = 1; k < units->len; k++)
        g_assert_true (g_ptr_array_index (units, k) != g_ptr_array_index (units, k - 1));
    }
}

static void
test_nothing_alike (Fixture *fixture, gconstpointer data)
{
  const char *const texts[] = { "", "xyz", "鬱鬱", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) units = xyb_unit_matcher_suggest (fixture->matcher, texts[i], 5);

      g_assert_cmpuint (units->len, ==, 0);
    }
}

static const struct
{
  const char *text;
  XybUnitKind kind;
  int code;
  const char *message;
} refusals[] = {
  { "周是镇", XYB_UNIT_KIND_DISTRICT, XYB_CORE_ERROR_UNKNOWN_UNIT,
    "没有名为“周是镇”的区镇，是不是：周市镇、周庄镇？" },
  { "xyz", XYB_UNIT_KIND_DISTRICT, XYB_CORE_ERROR_UNKNOWN_UNIT,
    "没有名为“xyz”的区镇，请检查写法或从名册中选择。" },
  { "xyz", 0, XYB_CORE_ERROR_UNKNOWN_UNIT, "没有名为“xyz”的单位，请检查写法或从名册中选择。" },
  { "教育局", XYB_UNIT_KIND_DISTRICT, XYB_CORE_ERROR_UNKNOWN_UNIT,
    "“教育局”是部门，不是区镇，请改填区镇的名称。" },
  { "办公室", 0, XYB_CORE_ERROR_UNKNOWN_UNIT,
    "“办公室”可能是几个单位：市委办公室、市政府办公室，请写全称。" },
  { "", XYB_UNIT_KIND_DISTRICT, XYB_CORE_ERROR_EMPTY, "没有填写区镇，请填写它的名称。" },
  { NULL, 0, XYB_CORE_ERROR_EMPTY, "没有填写单位，请填写它的名称。" },
};

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        xyb_unit_matcher_require (fixture->matcher, refusals[i].text, refusals[i].kind, &error));
      g_assert_error (error, XYB_CORE_ERROR, refusals[i].code);
      g_assert_cmpstr (error->message, ==, refusals[i].message);
    }
}

static void
test_required (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const XybUnit *unit
    = xyb_unit_matcher_require (fixture->matcher, "昆山市周市镇", XYB_UNIT_KIND_DISTRICT, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (unit->name, ==, "周市镇");
}

/* A cell with a whole page in it gets one short sentence. */
static void
test_long_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "镇");
  g_assert_null (xyb_unit_matcher_require (fixture->matcher, text->str, 0, &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNKNOWN_UNIT);
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 100);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/unit-matcher/every-spelling-of-the-sources", test_sources);
  ADD ("/unit-matcher/prefixes-endings-width-brackets-do-not-matter", test_variants);
  ADD ("/unit-matcher/the-whole-roster-finds-itself", test_roster);
  ADD ("/unit-matcher/how-it-was-found", test_match_kinds);
  g_test_add_func ("/unit-matcher/shared-alias-is-never-picked", test_shared_alias);
  ADD ("/unit-matcher/best-suggestion-first", test_suggestions);
  ADD ("/unit-matcher/nothing-alike-nothing-suggested", test_nothing_alike);
  ADD ("/unit-matcher/refusal-says-what-to-do", test_refusals);
  ADD ("/unit-matcher/required-unit-is-returned", test_required);
  ADD ("/unit-matcher/long-text-short-sentence", test_long_text);
  return g_test_run ();
}
