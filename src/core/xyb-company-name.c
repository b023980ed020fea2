/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-company-name.h"

#include <string.h>

#include "xyb-text.h"

/* A level may only follow one it lies in: 江苏省苏州市昆山市周市镇. */
typedef struct
{
  const char *name;
  const char *within;   /* NULL for a province */
  const char *suffixes; /* words that may follow, separated by spaces */
} Place;

/* Places the names of a Kunshan register begin with: the provinces, the cities of the region and
 * the large ones, the counties around and the towns of Kunshan. Not knowing one costs a weaker
 * match, never a wrong one. */
static const Place places[] = {
  { "昆山", "苏州", "市 县" },      { "苏州", "江苏", "市" },
  { "江苏", NULL, "省" },           { "中国", NULL, "" },
  { "上海", NULL, "市" },           { "北京", NULL, "市" },
  { "天津", NULL, "市" },           { "重庆", NULL, "市" },
  { "浙江", NULL, "省" },           { "安徽", NULL, "省" },
  { "山东", NULL, "省" },           { "广东", NULL, "省" },
  { "福建", NULL, "省" },           { "湖北", NULL, "省" },
  { "湖南", NULL, "省" },           { "河南", NULL, "省" },
  { "河北", NULL, "省" },           { "江西", NULL, "省" },
  { "山西", NULL, "省" },           { "陕西", NULL, "省" },
  { "四川", NULL, "省" },           { "贵州", NULL, "省" },
  { "云南", NULL, "省" },           { "海南", NULL, "省" },
  { "甘肃", NULL, "省" },           { "青海", NULL, "省" },
  { "辽宁", NULL, "省" },           { "吉林", NULL, "省" },
  { "黑龙江", NULL, "省" },         { "台湾", NULL, "省" },
  { "香港", NULL, "特别行政区" },   { "澳门", NULL, "特别行政区" },
  { "内蒙古", NULL, "自治区" },     { "广西", NULL, "壮族自治区" },
  { "西藏", NULL, "自治区" },       { "宁夏", NULL, "回族自治区" },
  { "新疆", NULL, "维吾尔自治区" }, { "南京", "江苏", "市" },
  { "无锡", "江苏", "市" },         { "常州", "江苏", "市" },
  { "南通", "江苏", "市" },         { "扬州", "江苏", "市" },
  { "镇江", "江苏", "市" },         { "泰州", "江苏", "市" },
  { "盐城", "江苏", "市" },         { "淮安", "江苏", "市" },
  { "宿迁", "江苏", "市" },         { "徐州", "江苏", "市" },
  { "连云港", "江苏", "市" },       { "杭州", "浙江", "市" },
  { "宁波", "浙江", "市" },         { "嘉兴", "浙江", "市" },
  { "湖州", "浙江", "市" },         { "绍兴", "浙江", "市" },
  { "温州", "浙江", "市" },         { "合肥", "安徽", "市" },
  { "广州", "广东", "市" },         { "深圳", "广东", "市" },
  { "东莞", "广东", "市" },         { "厦门", "福建", "市" },
  { "福州", "福建", "市" },         { "武汉", "湖北", "市" },
  { "长沙", "湖南", "市" },         { "成都", "四川", "市" },
  { "西安", "陕西", "市" },         { "郑州", "河南", "市" },
  { "济南", "山东", "市" },         { "青岛", "山东", "市" },
  { "大连", "辽宁", "市" },         { "沈阳", "辽宁", "市" },
  { "常熟", "苏州", "市" },         { "张家港", "苏州", "市" },
  { "太仓", "苏州", "市" },         { "吴江", "苏州", "区 市" },
  { "吴中", "苏州", "区" },         { "相城", "苏州", "区" },
  { "姑苏", "苏州", "区" },         { "江阴", "无锡", "市" },
  { "宜兴", "无锡", "市" },         { "玉山", "昆山", "镇" },
  { "花桥", "昆山", "镇" },         { "张浦", "昆山", "镇" },
  { "周市", "昆山", "镇" },         { "陆家", "昆山", "镇" },
  { "巴城", "昆山", "镇" },         { "千灯", "昆山", "镇" },
  { "淀山湖", "昆山", "镇" },       { "周庄", "昆山", "镇" },
  { "锦溪", "昆山", "镇" },
};

/* 昆山市场…, 昆山市政…: there the 市 belongs to the name. */
static const char *const not_a_suffix[]
  = { "市场", "市政", "市民", "市郊", "市容", "市区", "市镇", "市值", "区域", "区块", "县域" };

/* What a company may call itself at the end, the longest first. All of them meet in one key: a firm
 * that turned 股份 is the same firm. */
static const char *const company_forms[] = {
  "集团股份有限公司",
  "集团有限责任公司",
  "股份有限责任公司",
  "集团有限公司",
  "股份有限公司",
  "有限责任公司",
  "有限公司",
  "股份公司",
  "集团公司",
  "公司",
  "集团",
  "companylimited",
  "coltd",
  "corporation",
  "limited",
  "ltd",
  "corp",
  "inc",
};

/* Other kinds of firm; they differ in law, so they only meet in the core. */
static const char *const other_forms[] = {
  "个人独资企业", "专业合作社", "合伙企业", "经营部", "服务部", "门市部", "事务所", "工作室",
  "合作社",       "商行",       "商店",     "工厂",   "总厂",   "中心",   "厂",     "店",
};

/* A name is complete here: what follows in brackets is the clerk's remark (B-14). */
static const char *const complete_endings[]
  = { "公司", "集团", "企业", "合伙", "中心", "ltd", "厂", "店", "社",
      "部",   "所",   "行",   "室",   "院",   "站",  "场", "校" };

static const char *const bare_remarks[] = { "新增", "新报", "续报", "补报", "重复" };

static const char opening_brackets[] = "([{<【〔〖《「『〈⟨";
static const char closing_brackets[] = ")]}>】〕〗》」』〉⟩";
static const char dropped_marks[] = "'\"‘’“”·•・‧.,、。;:!?*#★☆※~|`";

static gboolean
is_one_of (const char *characters, gunichar c)
{
  return g_utf8_strchr (characters, -1, c) != NULL;
}

/* Brackets of every style become round ones; quotation marks and points say nothing, except the
 * point between two digits. */
static char *
fold_marks (const char *key)
{
  GString *folded = g_string_sized_new (strlen (key));

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean decimal = c == '.' && p > key && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);

      if (c >= 0x4e00 && c <= 0x9fff)
        g_string_append_len (folded, p, 3);
      else if (is_one_of (opening_brackets, c))
        g_string_append_c (folded, '(');
      else if (is_one_of (closing_brackets, c))
        g_string_append_c (folded, ')');
      else if (decimal || !is_one_of (dropped_marks, c))
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
is_no_suffix (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (not_a_suffix); i++)
    if (g_str_has_prefix (text, not_a_suffix[i]))
      return TRUE;
  return FALSE;
}

static const char *
skip_suffix (const char *text, const char *suffixes)
{
  while (*suffixes != '\0')
    {
      gsize length = strcspn (suffixes, " ");

      if (strncmp (text, suffixes, length) == 0)
        return is_no_suffix (text) ? text : text + length;
      suffixes += length + (suffixes[length] == ' ');
    }
  return text;
}

static const Place *
find_place (const char *name)
{
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].name, name))
      return &places[i];
  return NULL;
}

static gboolean
lies_in (const Place *place, const Place *outer)
{
  for (; place != NULL; place = find_place (place->within))
    if (place->within != NULL && g_str_equal (place->within, outer->name))
      return TRUE;
  return FALSE;
}

/* For a hundred thousand names the bytes are looked at before anything is called. */
static const Place *
place_at (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (text[0] == places[i].name[0] && text[1] == places[i].name[1] && text[2] == places[i].name[2]
        && g_str_has_prefix (text, places[i].name))
      return &places[i];
  return NULL;
}

/* The most exact place of a leading 江苏省苏州市昆山市, without its 市; @out_rest is what follows.
 */
static const Place *
leading_place (const char *text, const char **out_rest)
{
  const Place *found = NULL;

  *out_rest = text;
  for (;;)
    {
      const Place *next = place_at (*out_rest);

      if (next == NULL || (found != NULL && !lies_in (next, found)))
        return found;
      found = next;
      *out_rest = skip_suffix (*out_rest + strlen (next->name), next->suffixes);
    }
}

static const Place *
whole_place (const char *text)
{
  const char *rest;
  const Place *place = leading_place (text, &rest);

  return *rest == '\0' ? place : NULL;
}

/* g_str_has_suffix() of a text whose length is known. */
static gboolean
has_ending (const char *text, gsize length, const char *ending)
{
  gsize n = strlen (ending);

  return length >= n && text[length - 1] == ending[n - 1]
         && memcmp (text + length - n, ending, n) == 0;
}

static gboolean
ends_in_one_of (const char *text, const char *const *endings, gsize n_endings)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < n_endings; i++)
    if (has_ending (text, length, endings[i]))
      return TRUE;
  return FALSE;
}

/* Cuts the first of @endings off @text when something stays. */
static gboolean
cut_ending (char *text, const char *const *endings, gsize n_endings)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < n_endings; i++)
    if (length > strlen (endings[i]) && has_ending (text, length, endings[i]))
      {
        text[length - strlen (endings[i])] = '\0';
        return TRUE;
      }
  return FALSE;
}

/* Where the bracket group at the end of @text begins; also one nobody closed. */
static char *
last_group (char *text)
{
  gsize length = strlen (text);
  int depth = 0;

  if (length == 0 || text[length - 1] != ')')
    {
      char *open = strrchr (text, '(');

      return open != NULL && strchr (open, ')') == NULL ? open : NULL;
    }
  for (char *p = text + length - 1; p >= text; p--)
    {
      depth += *p == ')' ? 1 : *p == '(' ? -1 : 0;
      if (depth == 0)
        return p;
    }
  return NULL;
}

/* （昆山）, （集团） and （中国） are part of the name, whatever they stand behind. */
static gboolean
is_remark (const char *group)
{
  g_autofree char *content = g_strdup (group + 1);
  char *close = strrchr (content, ')');

  if (close != NULL)
    *close = '\0';
  return whole_place (content) == NULL && !g_str_equal (content, "集团");
}

/* B-14: XX有限公司（新增）, XX有限公司（原YY有限公司）, XX有限公司新增. */
static void
cut_remarks (char *text)
{
  g_autofree char *name = g_strdup (text);
  char *group;

  while ((group = last_group (name)) != NULL && is_remark (group))
    *group = '\0';
  if (ends_in_one_of (name, complete_endings, G_N_ELEMENTS (complete_endings)))
    text[strlen (name)] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (bare_remarks); i++)
    if (g_str_has_suffix (text, bare_remarks[i]))
      {
        gsize length = strlen (text) - strlen (bare_remarks[i]);
        g_autofree char *before = g_strndup (text, length);

        if (g_str_has_suffix (before, "公司"))
          text[length] = '\0';
      }
}

/* （新增）XX有限公司; a place in front, （昆山）XX有限公司, is part of the name. */
static const char *
skip_leading_remark (const char *text)
{
  g_autofree char *group = NULL;
  const char *close;

  if (*text != '(' || (close = strchr (text, ')')) == NULL)
    return text;
  group = g_strndup (text, (gsize) (close - text));
  if (!is_remark (group)
      || !ends_in_one_of (close, complete_endings, G_N_ELEMENTS (complete_endings)))
    return text;
  return close + 1;
}

/* The name without its brackets; a group that is a place becomes the bare place, or goes. */
static char *
open_brackets (const char *text, gboolean keep_places)
{
  GString *open = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      gsize length = strcspn (text, "()");

      if (length > 0)
        {
          g_autofree char *part = g_strndup (text, length);
          const Place *place = text[length] == ')' ? whole_place (part) : NULL;

          if (place == NULL)
            g_string_append (open, part);
          else if (keep_places)
            g_string_append (open, place->name);
        }
      text += length + (text[length] != '\0');
    }
  return g_string_free (open, FALSE);
}

/* No firm is called so; whoever looks for remarks in it looks for ever. */
#define MAX_NAME_BYTES 2000

/* Width, marks and remarks off the xyb_text_key() of a name; what both keys begin with. */
static char *
fold_name (const char *text)
{
  g_autofree char *folded = fold_marks (text);

  if (strlen (folded) > MAX_NAME_BYTES)
    return g_steal_pointer (&folded);
  cut_remarks (folded);
  return g_strdup (skip_leading_remark (folded));
}

static gboolean
is_branch (const char *text)
{
  return g_str_has_suffix (text, "分公司") || g_str_has_suffix (text, "子公司");
}

static char *
key_of (const char *folded)
{
  g_autofree char *open = open_brackets (folded, TRUE);
  const char *rest;
  const Place *place = leading_place (open, &rest);
  g_autofree char *body = g_strdup (rest);
  gboolean company
    = !is_branch (body) && cut_ending (body, company_forms, G_N_ELEMENTS (company_forms));

  return g_strconcat (place != NULL ? place->name : "", body, company ? "公司" : "", NULL);
}

/**
 * xyb_company_name_key:
 * @name: (nullable): a company's name as somebody wrote it
 *
 * The key under which spellings of one name meet (ENT-08, B-13, B-14): width, spaces, brackets and
 * marks folded; of the places it begins with only the most exact, without 省, 市, 县, 镇; every
 * form of company one ending; a remark behind the name cut. For equality only, never for show.
 *
 * Returns: (transfer full): the key; "" for a blank name
 */
char *
xyb_company_name_key (const char *name)
{
  g_autofree char *text = xyb_text_key (name);
  g_autofree char *folded = fold_name (text);

  return key_of (folded);
}

static gboolean
is_company_form (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (company_forms); i++)
    if (g_str_equal (text, company_forms[i]))
      return TRUE;
  return FALSE;
}

/* 示例精密昆山有限公司 is 示例精密（昆山）有限公司 without the brackets. */
static void
cut_trailing_place (char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (has_ending (text, length, places[i].name)
        && length > strlen (places[i].name) + strlen ("字"))
      {
        text[length - strlen (places[i].name)] = '\0';
        return;
      }
}

static char *
core_of (const char *folded)
{
  g_autofree char *open = open_brackets (folded, FALSE);
  const char *rest;
  g_autofree char *core = NULL;

  leading_place (open, &rest);
  core = g_strdup (rest);
  if (is_branch (core))
    return g_steal_pointer (&core);
  /* 昆山有限公司: place and form are all there is. */
  if (*core == '\0' || is_company_form (core))
    return key_of (folded);
  if (!cut_ending (core, company_forms, G_N_ELEMENTS (company_forms)))
    cut_ending (core, other_forms, G_N_ELEMENTS (other_forms));
  cut_trailing_place (core);
  return g_steal_pointer (&core);
}

/**
 * xyb_company_name_core:
 * @name: (nullable): a company's name as somebody wrote it
 *
 * What of @name is its own: without places, in front or in brackets, and without the kind of firm.
 * Two firms of the same core may well be different ones; the clerk decides (B-14).
 *
 * Returns: (transfer full): the core, at worst xyb_company_name_key(); "" for a blank name
 */
char *
xyb_company_name_core (const char *name)
{
  g_autofree char *text = xyb_text_key (name);
  g_autofree char *folded = fold_name (text);

  return core_of (folded);
}

/**
 * xyb_company_keys_init:
 * @self: filled; xyb_company_keys_clear()
 * @name: (nullable): a company's name as somebody wrote it
 *
 * Both keys of a name for little more than the price of one.
 */
void
xyb_company_keys_init (XybCompanyKeys *self, const char *name)
{
  g_autofree char *folded = NULL;

  self->text = xyb_text_key (name);
  folded = fold_name (self->text);
  self->key = key_of (folded);
  self->core = core_of (folded);
}

void
xyb_company_keys_clear (XybCompanyKeys *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->core, g_free);
}

/**
 * xyb_company_keys_compare:
 * @a: the keys of a name
 * @b: of another
 *
 * Returns: what xyb_company_name_compare() says of the two names
 */
XybCompanyMatch
xyb_company_keys_compare (const XybCompanyKeys *a, const XybCompanyKeys *b)
{
  if (*a->key == '\0' || *b->key == '\0')
    return XYB_COMPANY_MATCH_NONE;
  if (g_str_equal (a->text, b->text))
    return XYB_COMPANY_MATCH_EXACT;
  if (g_str_equal (a->key, b->key))
    return XYB_COMPANY_MATCH_LIKELY;
  if (g_str_equal (a->core, b->core))
    return XYB_COMPANY_MATCH_POSSIBLE;
  return XYB_COMPANY_MATCH_NONE;
}

/**
 * xyb_company_name_compare:
 * @a: (nullable): a company's name
 * @b: (nullable): another
 *
 * How sure two spellings are one firm (ENT-08). A blank name is nobody's.
 *
 * Returns: the strongest that holds
 */
XybCompanyMatch
xyb_company_name_compare (const char *a, const char *b)
{
  g_auto (XybCompanyKeys) keys_a = { 0 };
  g_auto (XybCompanyKeys) keys_b = { 0 };

  xyb_company_keys_init (&keys_a, a);
  xyb_company_keys_init (&keys_b, b);
  return xyb_company_keys_compare (&keys_a, &keys_b);
}
