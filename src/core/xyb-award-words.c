/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-words.h"

#include <stdlib.h>
#include <string.h>

#include "xyb-date.h"
#include "xyb-text.h"

/* ---- heads ---- */

/* What offices write for the heads, without spaces and brackets. */
static const char *const heads[XYB_N_AWARD_COLUMNS][24] = {
  [XYB_AWARD_COLUMN_POSITION] = { "序号", "编号", "序", "no", "no.", "行号" },
  [XYB_AWARD_COLUMN_NAME]
  = { "企业名称", "单位名称", "公司名称",     "企业全称", "公司全称",     "单位全称",
      "企业名",   "公司名",   "名称",         "企业",     "公司",         "单位",
      "法人名称", "贯标企业", "贯标企业名称", "示范企业", "示范企业名称", "获评企业",
      "认定企业", "申报企业", "申报单位",     "贯标单位" },
  [XYB_AWARD_COLUMN_CODE]
  = { "统一社会信用代码", "社会信用代码", "统一信用代码", "信用代码", "统一代码", "机构代码",
      "组织机构代码", "代码", "纳税人识别号", "税号" },
  [XYB_AWARD_COLUMN_DISTRICT]
  = { "区镇", "属地",     "所属区镇", "所在区镇", "属地区镇", "乡镇",     "镇",
      "镇区", "所属乡镇", "所在乡镇", "所属地",   "所在地",   "所属区域", "区域",
      "辖区", "板块",     "所属板块", "推荐单位", "推荐区镇", "区(镇)" },
  [XYB_AWARD_COLUMN_YEAR]
  = { "年度", "年份", "年", "贯标年度", "贯标年份", "认定年度", "认定年份", "通过年度", "通过年份",
      "验收年度", "验收年份", "获评年度", "获评年份", "评定年度", "所属年度" },
  [XYB_AWARD_COLUMN_DAY]
  = { "通过日期", "验收日期",     "发文日期", "认定日期",     "贯标日期", "发证日期",
      "公布日期", "批准日期",     "获评日期", "验收通过日期", "通过时间", "验收时间",
      "发文时间", "认定时间",     "贯标时间", "发证时间",     "公布时间", "批准时间",
      "获评时间", "验收通过时间", "日期",     "时间" },
  [XYB_AWARD_COLUMN_TRACK]
  = { "级别", "类别", "层级", "等级", "类型", "示范级别", "示范等级", "示范类别", "认定级别",
      "认定类别", "认定类型", "贯标类别", "称号", "荣誉", "荣誉称号", "获评称号" },
  [XYB_AWARD_COLUMN_NUMBER]
  = { "文号", "证书编号", "证书号", "证书号码", "批文号", "文件号", "文件文号", "发文文号",
      "发文字号", "认定文号", "批准文号", "验收文号" },
  [XYB_AWARD_COLUMN_NOTE] = { "备注", "说明", "备注说明", "其他", "备考" },
};

/* Words inside of a head that still say what it is: 2018年度认定日期. */
static const struct
{
  const char *word;
  XybAwardColumn column;
} words[] = {
  { "企业名称", XYB_AWARD_COLUMN_NAME }, { "单位名称", XYB_AWARD_COLUMN_NAME },
  { "公司名称", XYB_AWARD_COLUMN_NAME }, { "信用代码", XYB_AWARD_COLUMN_CODE },
  { "机构代码", XYB_AWARD_COLUMN_CODE }, { "文号", XYB_AWARD_COLUMN_NUMBER },
  { "证书号", XYB_AWARD_COLUMN_NUMBER }, { "证书编号", XYB_AWARD_COLUMN_NUMBER },
  { "日期", XYB_AWARD_COLUMN_DAY },      { "时间", XYB_AWARD_COLUMN_DAY },
  { "年度", XYB_AWARD_COLUMN_YEAR },     { "年份", XYB_AWARD_COLUMN_YEAR },
  { "区镇", XYB_AWARD_COLUMN_DISTRICT }, { "备注", XYB_AWARD_COLUMN_NOTE },
  { "级别", XYB_AWARD_COLUMN_TRACK },
};

/* Days and years of other things. */
static const char *const other_times[] = { "成立", "注册", "投产", "有效", "到期", "截止",
                                           "取消", "出生", "填报", "申报", "签约", "合同" };

/* A longer text is a sentence or a title, not a head. */
#define MAX_HEAD_CHARS 16

/* Spaces and line breaks off, width folded, what stands in brackets off. */
static char *
bare_head (const char *head)
{
  g_autofree char *key = xyb_text_key (head);
  GString *bare = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = key; *p != '\0'; p++)
    if (*p == '(' || *p == '[')
      depth++;
    else if ((*p == ')' || *p == ']') && depth > 0)
      depth--;
    else if (depth == 0 && *p != '*' && *p != ':')
      g_string_append_c (bare, *p);
  return g_string_free (bare, FALSE);
}

static gboolean
has_any (const char *text, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strstr (text, list[i]) != NULL)
      return TRUE;
  return FALSE;
}

static XybAwardColumn
column_by_word (const char *bare)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gboolean time
        = words[i].column == XYB_AWARD_COLUMN_DAY || words[i].column == XYB_AWARD_COLUMN_YEAR;

      if (strstr (bare, words[i].word) != NULL
          && !(time && has_any (bare, other_times, G_N_ELEMENTS (other_times))))
        return words[i].column;
    }
  return XYB_AWARD_NO_COLUMN;
}

/**
 * xyb_award_head_column:
 * @head: (nullable): a cell that may stand above a column
 *
 * Returns: what the column holds; %XYB_AWARD_NO_COLUMN where it says nothing of that
 */
XybAwardColumn
xyb_award_head_column (const char *head)
{
  g_autofree char *key = xyb_text_key (head);
  g_autofree char *bare = bare_head (head);

  if (*key == '\0' || g_utf8_strlen (bare, -1) > MAX_HEAD_CHARS)
    return XYB_AWARD_NO_COLUMN;
  for (guint column = 0; column < XYB_N_AWARD_COLUMNS; column++)
    for (guint i = 0; i < G_N_ELEMENTS (heads[column]) && heads[column][i] != NULL; i++)
      if (g_str_equal (bare, heads[column][i]) || g_str_equal (key, heads[column][i]))
        return (XybAwardColumn) column;
  return *bare != '\0' ? column_by_word (bare) : XYB_AWARD_NO_COLUMN;
}

/**
 * xyb_award_head_is_name_alone:
 *
 * Returns: whether @head is one even where no other stands beside it: a list of names
 */
gboolean
xyb_award_head_is_name_alone (const char *head)
{
  g_autofree char *bare = bare_head (head);

  return xyb_award_head_column (head) == XYB_AWARD_COLUMN_NAME
         && (g_str_has_suffix (bare, "名称") || g_str_has_suffix (bare, "全称"));
}

/* ---- levels ---- */

static gboolean
says_province (const char *key)
{
  return strstr (key, "省级") != NULL || strstr (key, "省示范") != NULL
         || strstr (key, "省信用管理示范") != NULL
         || (strstr (key, "江苏") != NULL && strstr (key, "示范") != NULL);
}

/* 昆山市 is no level of these. */
static gboolean
says_city (const char *key)
{
  return strstr (key, "市级") != NULL || strstr (key, "苏州市示范") != NULL
         || g_str_equal (key, "市示范") || g_str_has_prefix (key, "市示范")
         || (strstr (key, "苏州") != NULL && strstr (key, "示范") != NULL);
}

/**
 * xyb_award_track_in:
 * @text: (nullable): a title, or a cell: 市级示范企业（43家）
 * @out_several: (out) (optional): whether it speaks of more than one
 *
 * Returns: the track @text speaks of; 0 for none, or several
 */
XybTrack
xyb_award_track_in (const char *text, gboolean *out_several)
{
  g_autofree char *key = xyb_text_key (text);
  gboolean province = says_province (key);
  gboolean city = says_city (key);
  gboolean accreditation = strstr (key, "贯标") != NULL;
  int n = province + city + accreditation;

  if (out_several != NULL)
    *out_several = n > 1;
  if (n != 1)
    return 0;
  if (province)
    return XYB_TRACK_PROVINCE_MODEL;
  return city ? XYB_TRACK_CITY_MODEL : XYB_TRACK_ACCREDITATION;
}

/* ---- years ---- */

static int
chinese_digit (gunichar c)
{
  static const char *const digits[]
    = { "〇零○", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  for (int i = 0; c != 0 && i < 10; i++)
    if (g_utf8_strchr (digits[i], -1, c) != NULL)
      return i;
  return -1;
}

/* 二〇一五年 → 2015年; whatever else stands there stays. */
static char *
with_digits (const char *key)
{
  GString *out = g_string_new (NULL);
  const char *p = key;

  while (*p != '\0')
    {
      const char *q = p;
      int number = 0;
      int n = 0;

      for (int d; n < 4 && (d = chinese_digit (g_utf8_get_char (q))) >= 0; n++)
        {
          number = number * 10 + d;
          q = g_utf8_next_char (q);
        }
      if (n == 4 && g_str_has_prefix (q, "年"))
        {
          g_string_append_printf (out, "%04d", number);
          p = q;
          continue;
        }
      g_string_append_unichar (out, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  return g_string_free (out, FALSE);
}

static gboolean
begins_with_any (const char *text, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (text, list[i]))
      return TRUE;
  return FALSE;
}

static gboolean
ends_with_any (const char *text, gsize length, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      gsize m = strlen (list[i]);

      if (length >= m && strncmp (text + length - m, list[i], m) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A range, a day, or what there is up to a day: not the year of every row below. */
static gboolean
is_other_year (const char *key, const char *at)
{
  static const char *const before[] = { "至", "到", "-", "—", "–", "~", "/", "截止", "截至" };
  static const char *const after[]
    = { "-",  "—",  "–",    "~",    "/",    ".",      "至",   "到", "底",
        "末", "前", "以前", "之前", "以来", "及以前", "(含)", "止" };
  const char *rest = at + 4;

  if (ends_with_any (key, at - key, before, G_N_ELEMENTS (before)))
    return TRUE;
  if (g_str_has_prefix (rest, "年度"))
    rest += strlen ("年度");
  else if (g_str_has_prefix (rest, "年"))
    {
      rest += strlen ("年");
      if (g_ascii_isdigit (*rest))
        return TRUE;
    }
  return begins_with_any (rest, after, G_N_ELEMENTS (after));
}

/**
 * xyb_award_year_in:
 * @text: (nullable): a title, the name of a sheet or a file, a line between the rows
 *
 * Returns: the year that holds for what stands below: 2015年贯标企业 → 2015; 0 where none is spoken
 *   of; %XYB_AWARD_YEAR_UNCLEAR of 2011—2018年, 截至2018年底, 2018年12月31日
 */
int
xyb_award_year_in (const char *text)
{
  g_autofree char *folded = xyb_text_key (text);
  g_autofree char *key = with_digits (folded);
  int found = 0;

  for (const char *p = key; *p != '\0';)
    {
      gsize n = strspn (p, "0123456789");
      int year;

      if (n != 4)
        {
          p += n > 0 ? n : (gsize) (g_utf8_next_char (p) - p);
          continue;
        }
      year = atoi (p);
      if (year >= 1900 && year <= 2199)
        {
          if ((found != 0 && found != year) || is_other_year (key, p))
            return XYB_AWARD_YEAR_UNCLEAR;
          found = year;
        }
      p += n;
    }
  return found;
}

/* 2015, 2015年, 2015年度, 2015.0; 2015.6, 2015年6月, 201506: the month says no day. */
static gboolean
read_year_alone (const char *key, int *out_year)
{
  static const char *const marks[] = { ".", "-", "/", "年" };
  const char *rest = key + 4;
  gsize n = 0;

  if (strspn (key, "0123456789") == 6 && key[6] == '\0')
    n = 2;
  else if (strspn (key, "0123456789") != 4)
    return FALSE;
  *out_year = (int) strtol (key, NULL, 10);
  if (n == 2)
    {
      *out_year /= 100;
      return atoi (rest) >= 1 && atoi (rest) <= 12;
    }
  if (*rest == '\0' || g_str_equal (rest, "年") || g_str_equal (rest, "年度")
      || g_str_equal (rest, ".0"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (rest, marks[i]))
      {
        const char *month = rest + strlen (marks[i]);

        n = strspn (month, "0123456789");
        return n >= 1 && n <= 2 && atoi (month) >= 1 && atoi (month) <= 12
               && (month[n] == '\0' || g_str_equal (month + n, "月")
                   || g_str_equal (month + n, "月份"));
      }
  return FALSE;
}

/**
 * xyb_award_read_year:
 * @text: (nullable): a cell: 2015, 2015年度, 2015.6, 2015年6月1日
 * @out_year: (out): 0 where nothing is said
 * @out_day: (out): ISO, where a day is said; else %NULL
 *
 * Returns: %FALSE where something else stands there
 */
gboolean
xyb_award_read_year (const char *text, int *out_year, char **out_day)
{
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;

  *out_year = 0;
  *out_day = NULL;
  if (xyb_text_is_placeholder (text))
    return TRUE;
  *out_day = xyb_date_parse ("", text, NULL);
  if (*out_day != NULL)
    {
      *out_year = atoi (*out_day);
      return TRUE;
    }
  folded = xyb_text_key (text);
  key = with_digits (folded);
  if (read_year_alone (key, out_year))
    return TRUE;
  /* 2015年第一批 */
  *out_year = MAX (xyb_award_year_in (text), 0);
  return *out_year != 0;
}

/* ---- companies ---- */

/**
 * xyb_award_is_company:
 *
 * Returns: whether @text ends as names of companies do, so that it is no head and no title
 */
gboolean
xyb_award_is_company (const char *text)
{
  static const char *const ends[]
    = { "公司", "厂",   "集团",   "事务所", "合作社",     "研究院",     "研究所",
        "中心", "商行", "经营部", "工作室", "(有限合伙)", "(普通合伙)", "分行",
        "支行", "医院", "学校",   "酒店",   "超市" };
  g_autofree char *key = xyb_text_key (text);

  return g_utf8_strlen (key, -1) >= 4
         && ends_with_any (key, strlen (key), ends, G_N_ELEMENTS (ends));
}
