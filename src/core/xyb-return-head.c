/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-head.h"

#include <string.h>

#include "xyb-text.h"

/* B-03: what districts write for the heads, without spaces, brackets and years. */
static const char *const heads[XYB_N_RETURN_FIELDS][16] = {
  [XYB_RETURN_POSITION] = { "序号", "编号", "序", "no", "no.", "行号" },
  [XYB_RETURN_NAME]
  = { "企业名称", "公司名称", "单位名称", "企业全称", "公司全称", "企业名", "公司名", "名称",
      "企业", "贯标企业", "贯标企业名称", "申报企业", "推荐企业", "法人名称" },
  [XYB_RETURN_PRODUCTS] = { "主要产品", "主营产品", "产品", "产品名称", "主要产品及服务",
                            "主要产品或服务", "主要产品(服务)", "主营业务", "主要业务", "经营范围",
                            "主要产品名称", "主要经营产品", "主导产品" },
  [XYB_RETURN_REVENUE]
  = { "去年销售收入", "销售收入", "年销售收入", "上年销售收入", "营业收入", "年营业收入", "销售额",
      "年销售额", "销售", "营收", "产值", "年产值", "主营业务收入" },
  [XYB_RETURN_HEADCOUNT]
  = { "职工人数", "员工人数", "人数", "职工数", "员工数", "从业人数", "从业人员", "企业人数",
      "在职人数", "职工总数", "员工总数", "员工", "职工" },
  [XYB_RETURN_CONTACT]
  = { "联系人", "企业联系人", "联系人姓名", "姓名", "负责人", "经办人", "联络人", "联系人员" },
  [XYB_RETURN_PHONE] = { "电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "电话号码",
                         "联系人电话", "联系手机", "固定电话", "办公电话", "联系号码" },
};

/* Words inside of a head that still say what it is: 2019年度应税销售收入. */
static const struct
{
  const char *word;
  XybReturnField field;
} words[] = {
  { "销售收入", XYB_RETURN_REVENUE },   { "营业收入", XYB_RETURN_REVENUE },
  { "销售额", XYB_RETURN_REVENUE },     { "职工人数", XYB_RETURN_HEADCOUNT },
  { "员工人数", XYB_RETURN_HEADCOUNT }, { "从业人员数", XYB_RETURN_HEADCOUNT },
  { "企业名称", XYB_RETURN_NAME },      { "单位名称", XYB_RETURN_NAME },
  { "公司名称", XYB_RETURN_NAME },      { "主要产品", XYB_RETURN_PRODUCTS },
  { "主营产品", XYB_RETURN_PRODUCTS },  { "联系电话", XYB_RETURN_PHONE },
  { "手机号", XYB_RETURN_PHONE },       { "电话", XYB_RETURN_PHONE },
  { "联系人", XYB_RETURN_CONTACT },
};

/* A longer text is a sentence, not a head. */
#define MAX_HEAD_CHARS 24

/* Name and three others: with four of seven, nothing else in an office looks like it. B-01 asks for
 * five; a form whose 序号 and 主要产品 were taken out is still one. */
#define ENOUGH_FIELDS 4

/* Spaces and line breaks off, width folded, what stands in brackets off (B-04). */
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

/**
 * xyb_return_head_field:
 * @head: (nullable): a cell of the head row
 * @remembered: (nullable): heads the clerk has confirmed before, by xyb_text_key(); the value is
 * the field plus 1
 *
 * Returns: the column of the form it means, %XYB_RETURN_NO_FIELD for none
 */
XybReturnField
xyb_return_head_field (const char *head, GHashTable *remembered)
{
  g_autofree char *key = xyb_text_key (head);
  g_autofree char *bare = bare_head (head);
  guint known = remembered != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (remembered, key)) : 0;

  if (known != 0)
    return known - 1;
  if (*bare == '\0' || g_utf8_strlen (bare, -1) > MAX_HEAD_CHARS)
    return XYB_RETURN_NO_FIELD;
  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    for (guint i = 0; i < G_N_ELEMENTS (heads[field]) && heads[field][i] != NULL; i++)
      if (strcmp (heads[field][i], bare) == 0)
        return field;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (bare, words[i].word) != NULL)
      return words[i].field;
  return XYB_RETURN_NO_FIELD;
}

/**
 * xyb_return_head_unit:
 * @head: (nullable): head of 去年销售收入
 *
 * Returns: the unit it says, as in 2019年销售收入(万元); %XYB_MONEY_UNIT_UNSAID for none
 */
XybMoneyUnit
xyb_return_head_unit (const char *head)
{
  g_autofree char *key = xyb_text_key (head);

  if (strstr (key, "万") != NULL)
    return XYB_MONEY_UNIT_WAN;
  if (strstr (key, "亿") != NULL)
    return XYB_MONEY_UNIT_YI;
  return strstr (key, "元") != NULL ? XYB_MONEY_UNIT_YUAN : XYB_MONEY_UNIT_UNSAID;
}

/**
 * xyb_return_head_match:
 * @cells: (array length=n_cells): one row of a sheet
 * @remembered: (nullable): as for xyb_return_head_field()
 * @columns: columns found so far, -1 where none; filled with what this row adds
 *
 * Of two columns that mean the same the first counts.
 *
 * Returns: how many fields this row added
 */
guint
xyb_return_head_match (const XybReturnText *cells,
                       guint n_cells,
                       GHashTable *remembered,
                       int columns[XYB_N_RETURN_FIELDS])
{
  guint added = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      XybReturnField field = xyb_return_head_field (cells[i].text, remembered);

      if (field == XYB_RETURN_NO_FIELD || columns[field] >= 0)
        continue;
      columns[field] = cells[i].column;
      added++;
    }
  return added;
}

/**
 * xyb_return_head_is_enough:
 * @columns: what was matched
 *
 * Returns: whether a row with these heads begins a 附件2 (B-01)
 */
gboolean
xyb_return_head_is_enough (const int columns[XYB_N_RETURN_FIELDS])
{
  guint n = 0;

  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    n += columns[i] >= 0;
  return n >= ENOUGH_FIELDS && columns[XYB_RETURN_NAME] >= 0;
}

/* ---- a head of two lines ---- */

/* （万元）, 单位：万元; a name with 亿 or 元 in it is none. */
static gboolean
is_unit_alone (const char *text)
{
  g_autofree char *key = xyb_text_key (text);
  const char *rest = g_str_has_prefix (key, "单位:") ? key + strlen ("单位:") : key;

  return xyb_money_unit_from_name (rest) != XYB_MONEY_UNIT_UNSAID;
}

/* （人） under 职工人数. */
static gboolean
is_aside (const char *text)
{
  g_autofree char *bare = bare_head (text);

  return *bare == '\0';
}

static gboolean
is_second_line (const XybReturnText *cells, guint n_cells, GHashTable *remembered)
{
  guint words_found = 0;

  for (guint i = 0; i < n_cells; i++)
    if (xyb_return_head_field (cells[i].text, remembered) != XYB_RETURN_NO_FIELD
        || is_unit_alone (cells[i].text))
      words_found++;
    else if (!is_aside (cells[i].text))
      return FALSE;
  return words_found > 0;
}

/* What the line above said of a column gives way: 联系人 stands under 联系方式. */
static void
give_way (int columns[XYB_N_RETURN_FIELDS], XybReturnField field, int column)
{
  for (guint other = 0; other < XYB_N_RETURN_FIELDS; other++)
    if (other != field && columns[other] == column)
      columns[other] = -1;
}

/**
 * xyb_return_head_continue:
 * @cells: (array length=n_cells): the row below the head row
 * @remembered: (nullable): as for xyb_return_head_field()
 * @columns: what the head row said; changed where this one says it closer
 *
 * A head may take two rows: 联系人 and 电话 under a merged 联系方式, 万元 under 去年销售收入.
 *
 * Returns: whether the row is the second line of the head
 */
gboolean
xyb_return_head_continue (const XybReturnText *cells,
                          guint n_cells,
                          GHashTable *remembered,
                          int columns[XYB_N_RETURN_FIELDS])
{
  if (!is_second_line (cells, n_cells, remembered))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      XybReturnField field = xyb_return_head_field (cells[i].text, remembered);

      if (field != XYB_RETURN_NO_FIELD && columns[field] < 0)
        give_way (columns, field, (int) cells[i].column);
    }
  xyb_return_head_match (cells, n_cells, remembered, columns);
  return TRUE;
}

/* ---- the line above the table ---- */

typedef enum
{
  BLANK_DISTRICT,
  BLANK_OFFICER,
  BLANK_PHONE,
  N_BLANKS
} Blank;

static const struct
{
  const char *label;
  Blank blank;
} labels[] = {
  { "填报单位", BLANK_DISTRICT },  { "报送单位", BLANK_DISTRICT }, { "区镇名称", BLANK_DISTRICT },
  { "所属区镇", BLANK_DISTRICT },  { "区镇", BLANK_DISTRICT },     { "区(镇)", BLANK_DISTRICT },
  { "业务负责人", BLANK_OFFICER }, { "负责人", BLANK_OFFICER },    { "填报人", BLANK_OFFICER },
  { "联系方式", BLANK_PHONE },     { "联系电话", BLANK_PHONE },    { "电话", BLANK_PHONE },
};

/* How many bytes of @text are @label, which may be spaced out: 区　镇. 0: it is not. */
static gsize
label_length (const char *text, const char *label)
{
  const char *p = text;

  while (*label != '\0')
    {
      gsize n = g_utf8_next_char (label) - label;

      while (p > text && *p == ' ')
        p++;
      if (strncmp (p, label, n) != 0)
        return 0;
      p += n;
      label += n;
    }
  return p - text;
}

/* 联系人和电话须真实 is a sentence: behind a label comes the line to write on, or another cell. */
static gboolean
may_follow_label (char c)
{
  return c == '\0' || g_ascii_isdigit (c) || strchr (":_ (", c) != NULL;
}

/* The label that stands earliest in @text, the longest of those. */
static const char *
find_label (const char *text, Blank *out_blank, gsize *out_length)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      *out_length = 0;
      for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
        {
          gsize length = label_length (at, labels[i].label);

          if (length <= *out_length || !may_follow_label (at[length]))
            continue;
          *out_blank = labels[i].blank;
          *out_length = length;
        }
      if (*out_length > 0)
        return at;
    }
  return NULL;
}

/* Colons, underscores and spaces around a value are the form's line to write on. */
static char *
trim_value (const char *start, gsize n)
{
  static const char *const lines[] = { ":", "_", " ", ",", ";", "、", "|" };
  const char *end = start + n;
  gboolean again = TRUE;

  while (again && start < end)
    {
      again = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
        {
          gsize length = strlen (lines[i]);

          if ((gsize) (end - start) >= length && strncmp (start, lines[i], length) == 0)
            {
              start += length;
              again = TRUE;
            }
          if ((gsize) (end - start) >= length && strncmp (end - length, lines[i], length) == 0)
            {
              end -= length;
              again = TRUE;
            }
        }
    }
  return g_strndup (start, end - start);
}

static void
take_value (XybReturn *self, Blank blank, char *value)
{
  char **places[N_BLANKS] = { &self->district_text, &self->officer, &self->officer_phone };

  if (*value != '\0' && *places[blank] == NULL)
    *places[blank] = value;
  else
    g_free (value);
}

/* 业务负责人（签字）： */
static const char *
skip_brackets (const char *p)
{
  const char *close = *p == '(' ? strchr (p, ')') : NULL;

  return close != NULL ? close + 1 : p;
}

/* All labels of one cell, each with what stands behind it. A label with nothing behind it waits for
 * the next cell. */
static gboolean
read_blank_cell (XybReturn *self, const char *text, Blank *out_waiting)
{
  Blank blank = N_BLANKS;
  gsize length = 0;
  const char *label = find_label (text, &blank, &length);
  gboolean waiting = FALSE;

  while (label != NULL)
    {
      const char *start = skip_brackets (label + length);
      Blank next_blank = N_BLANKS;
      gsize next_length = 0;
      const char *next = find_label (start, &next_blank, &next_length);
      char *value = trim_value (start, next != NULL ? (gsize) (next - start) : strlen (start));

      waiting = *value == '\0';
      *out_waiting = blank;
      take_value (self, blank, value);
      label = next;
      blank = next_blank;
      length = next_length;
    }
  return waiting;
}

/**
 * xyb_return_read_blanks:
 * @self: a return
 * @cells: (array length=n_cells): a row above the head row
 *
 * Takes 区镇, 业务负责人 and 联系方式 from the fill-in line: value in the cell of its label or in
 * the next one (B-02). What is known already stays.
 */
void
xyb_return_read_blanks (XybReturn *self, const XybReturnText *cells, guint n_cells)
{
  gboolean waiting = FALSE;
  Blank blank = N_BLANKS;

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *text = xyb_text_normalise (cells[i].text);
      Blank other = N_BLANKS;
      gsize length;

      if (*text == '\0')
        continue;
      if (waiting && find_label (text, &other, &length) == NULL)
        {
          take_value (self, blank, trim_value (text, strlen (text)));
          waiting = FALSE;
          continue;
        }
      waiting = read_blank_cell (self, text, &blank);
    }
}

/* ---- the 区镇 in a name ---- */

/* What is left of @name when @end is taken off, where that is enough to be told by; or NULL. */
static char *
without_end (const char *name, const char *end)
{
  gsize n = strlen (name);

  if (!g_str_has_suffix (name, end) || n < strlen (end) + strlen ("花桥"))
    return NULL;
  return g_strndup (name, n - strlen (end));
}

static gsize
length_if_in (const char *key, const char *wanted)
{
  return wanted != NULL && *wanted != '\0' && strstr (key, wanted) != NULL ? strlen (wanted) : 0;
}

/* 周市镇 is also written 周市, 昆山开发区 also 开发区, 花桥经济开发区 also 花桥开发区 and 花桥. */
static gsize
length_in (const char *key, const char *name)
{
  g_autofree char *wanted = xyb_text_key (name);
  g_autofree char *town = without_end (wanted, "镇");
  g_autofree char *zone = without_end (wanted, "经济开发区");
  g_autofree char *short_zone = zone != NULL ? g_strconcat (zone, "开发区", NULL) : NULL;
  const char *local = NULL;
  gsize n = length_if_in (key, wanted);

  if (g_str_has_prefix (wanted, "昆山") && strlen (wanted) > 2 * strlen ("昆山"))
    local = wanted + strlen ("昆山");
  n = MAX (n, length_if_in (key, town));
  n = MAX (n, length_if_in (key, short_zone));
  n = MAX (n, length_if_in (key, zone));
  return MAX (n, length_if_in (key, local));
}

/**
 * xyb_return_guess_district:
 * @districts: (element-type XybUnit): the 区镇
 * @text: (nullable): name of a file or a sheet: 附件2-巴城.xlsx
 *
 * Returns: (nullable): the 区镇 whose name stands longest in @text; %NULL for none, or two alike
 */
const XybUnit *
xyb_return_guess_district (const GPtrArray *districts, const char *text)
{
  g_autofree char *key = xyb_text_key (text);
  const XybUnit *best = NULL;
  gsize most = 0;
  gboolean alike = FALSE;

  for (guint i = 0; i < districts->len; i++)
    {
      const XybUnit *unit = g_ptr_array_index (districts, i);
      gsize n = length_in (key, unit->name);

      for (guint j = 0; j < unit->aliases->len; j++)
        n = MAX (n, length_in (key, ((XybUnitAlias *) g_ptr_array_index (unit->aliases, j))->name));
      if (n == 0 || n < most)
        continue;
      alike = n == most;
      most = n;
      best = unit;
    }
  return alike ? NULL : best;
}
