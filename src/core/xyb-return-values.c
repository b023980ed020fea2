/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-values.h"

#include <string.h>

#include "xyb-company-name.h"
#include "xyb-enterprise.h"
#include "xyb-i18n.h"
#include "xyb-phone.h"
#include "xyb-return-head.h"
#include "xyb-text.h"

#define EXCERPT_CHARS 20

/* 企业名称（全称，与营业执照一致） */
#define MAX_HEAD_BYTES 72

/* Of a row's number in words: 十五、 */
#define MAX_NUMBER_CHARS 4

/* ---- rows that are no enterprise ---- */

/* B-10: what stands below a table. */
static const struct
{
  const char *start;
  XybNoteKind kind;
} others[] = {
  { "合计", XYB_NOTE_TOTAL_ROW },        { "总计", XYB_NOTE_TOTAL_ROW },
  { "小计", XYB_NOTE_TOTAL_ROW },        { "共计", XYB_NOTE_TOTAL_ROW },
  { "备注", XYB_NOTE_REMARK_ROW },       { "注:", XYB_NOTE_REMARK_ROW },
  { "说明", XYB_NOTE_REMARK_ROW },       { "填表", XYB_NOTE_REMARK_ROW },
  { "填报", XYB_NOTE_REMARK_ROW },       { "制表", XYB_NOTE_REMARK_ROW },
  { "审核", XYB_NOTE_REMARK_ROW },       { "报送", XYB_NOTE_REMARK_ROW },
  { "业务负责人", XYB_NOTE_REMARK_ROW }, { "联系方式", XYB_NOTE_REMARK_ROW },
  { "备选", XYB_NOTE_REMARK_ROW },       { "以上", XYB_NOTE_REMARK_ROW },
  { "以下空白", XYB_NOTE_REMARK_ROW },
};

static gboolean
is_said (const XybReturnRow *self, XybReturnField field)
{
  const XybRaw *raw = &self->raw[field];

  return raw->kind == XYB_RAW_ERROR || raw->kind == XYB_RAW_NOT_CALCULATED
         || (raw->text != NULL && !xyb_text_is_blank (raw->text));
}

static guint
count_said (const XybReturnRow *self, XybReturnField from)
{
  guint n = 0;

  for (guint field = from; field < XYB_N_RETURN_FIELDS; field++)
    n += is_said (self, field);
  return n;
}

static const char *
first_text (const XybReturnRow *self)
{
  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    if (is_said (self, field) && self->raw[field].text != NULL)
      return self->raw[field].text;
  return "";
}

/* A head names 企业名称, and no head says what kind of firm it is: seen without folding the text.
 */
static gboolean
may_be_head (const XybReturnRow *self)
{
  const char *name = self->raw[XYB_RETURN_NAME].text;

  return name != NULL && strlen (name) <= MAX_HEAD_BYTES && strstr (name, "有限") == NULL
         && xyb_return_head_field (name, NULL) == XYB_RETURN_NAME;
}

static gboolean
is_head_again (const XybReturnRow *self)
{
  guint n = 0;

  if (!may_be_head (self))
    return FALSE;
  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    n += is_said (self, field) && xyb_return_head_field (self->raw[field].text, NULL) == field;
  return n >= 4;
}

static void
ignore_as (XybReturnRow *self, XybNoteKind kind)
{
  xyb_return_row_ignore (self, kind, kind == XYB_NOTE_TOTAL_ROW ? _ ("合计行") : _ ("说明或备注"));
}

/* In the numbered rows of the form 合计 and 合计（8家） are no enterprise; 合计印刷厂 with its
 * products or telephone is. */
static gboolean
is_enterprise_like (const XybReturnRow *self, const char *name, const char *start)
{
  g_autofree char *number = xyb_text_key (self->raw[XYB_RETURN_POSITION].text);
  const char *rest = name + strlen (start);

  return *number != '\0' && number[strspn (number, "0123456789")] == '\0'
         && count_said (self, XYB_RETURN_PRODUCTS) > 0 && g_str_has_prefix (name, start)
         && strchr (":(0123456789", *rest) == NULL && g_utf8_strlen (rest, -1) > 2;
}

/* A row whose name says 合计 is a total; one whose name is 合计科技有限公司 is an enterprise. */
static gboolean
starts_like_other (const XybReturnRow *self, XybNoteKind *out_kind)
{
  g_autofree char *name = xyb_text_key (self->raw[XYB_RETURN_NAME].text);
  g_autofree char *key = NULL;

  if (strstr (name, "公司") != NULL && strlen (name) < 90)
    return FALSE;
  key = xyb_text_key (first_text (self));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if ((g_str_has_prefix (key, others[i].start) || g_str_has_prefix (name, others[i].start))
        && !is_enterprise_like (self, name, others[i].start))
      {
        *out_kind = others[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* 12, (12), 12., 十二、 … are numbers of rows; a longer text alone in the row is somebody's remark.
 */
static gboolean
is_row_number (const char *text)
{
  g_autofree char *key = xyb_text_key (text);
  const char *rest = key + strspn (key, "0123456789().");

  return *rest == '\0' || g_utf8_strlen (key, -1) <= MAX_NUMBER_CHARS;
}

static gboolean
ignore_lone_text (XybReturnRow *self, const char *text)
{
  XybNoteKind kind;

  if (starts_like_other (self, &kind))
    ignore_as (self, kind);
  else if (is_row_number (text))
    xyb_return_row_ignore (self, XYB_NOTE_BLANK_ROW, _ ("预编号的空行"));
  else
    ignore_as (self, XYB_NOTE_REMARK_ROW);
  return TRUE;
}

static gboolean
ignore_other_rows (XybReturnRow *self)
{
  XybNoteKind kind;

  if (count_said (self, XYB_RETURN_NAME) == 0 && is_said (self, XYB_RETURN_POSITION))
    return ignore_lone_text (self, self->raw[XYB_RETURN_POSITION].text);
  if (count_said (self, XYB_RETURN_NAME) == 0)
    xyb_return_row_ignore (self, XYB_NOTE_BLANK_ROW, _ ("空行"));
  else if (is_head_again (self))
    xyb_return_row_ignore (self, XYB_NOTE_HEAD_AGAIN, _ ("重复的表头"));
  else if (starts_like_other (self, &kind))
    ignore_as (self, kind);
  return self->status == XYB_RETURN_IGNORED;
}

/* ---- texts ---- */

/* Between two Chinese characters a space is a slip of the keyboard; in a Latin name it is not. */
static char *
join_chinese (const char *text)
{
  GString *joined = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar after = g_utf8_get_char (g_utf8_next_char (p));

      if (c == ' ' && (before >= 0x2e80 || after >= 0x2e80))
        continue;
      g_string_append_unichar (joined, c);
      before = c;
    }
  return g_string_free (joined, FALSE);
}

/* Nearly every text is short and of everyday characters. */
static gboolean
is_plain (const char *text)
{
  gsize n = 0;

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++, n++)
    if (*p < 0x20 || *p == 0x7f || (*p == 0xc2 && p[1] < 0xa0) || (*p == 0xef && p[1] == 0xbf))
      return FALSE;
  return n <= XYB_RETURN_MAX_TEXT;
}

/* What the register would refuse is asked about here, where there is an answer to it. */
static void
check_text (XybReturnRow *self, XybReturnField field)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = NULL;

  if (is_plain (self->raw[field].text))
    return;
  clean = xyb_text_check_field (xyb_return_field_name (field), self->raw[field].text,
                                XYB_RETURN_MAX_TEXT, &error);
  if (clean == NULL)
    xyb_return_row_note (self, XYB_NOTE_BAD_TEXT, field, TRUE, "%s", error->message);
}

static void
take_text (XybReturnRow *self, XybReturnField field, char **out_text)
{
  const char *raw = self->raw[field].text;

  if (xyb_text_is_placeholder (raw))
    return;
  g_free (*out_text);
  *out_text = xyb_text_normalise (raw);
  check_text (self, field);
}

/* B-14: a remark in brackets behind the name. */
static const char *const remarks[] = {
  "新增", "续报", "重点", "规上", "已签约", "未签约",
  "待定", "备选", "推荐", "更名", "贯标",   "示范",
};

static void
take_remark_off (XybReturnRow *self)
{
  char *open = strrchr (self->name, '(');
  g_autofree char *remark = NULL;

  if (open == NULL || open == self->name || !g_str_has_suffix (self->name, ")"))
    return;
  remark = g_strndup (open + 1, strlen (open) - 2);
  for (gsize i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (strstr (remark, remarks[i]) != NULL)
      {
        *open = '\0';
        g_strchomp (self->name);
        xyb_return_row_note (self, XYB_NOTE_NAME_REMARK, XYB_RETURN_NAME, FALSE,
                             _ ("企业名称后面的“%s”是备注，没有算进名称"), remark);
        return;
      }
}

static void
interpret_name (XybReturnRow *self)
{
  g_autofree char *text = NULL;

  take_text (self, XYB_RETURN_NAME, &self->name);
  text = g_steal_pointer (&self->name);
  self->name = join_chinese (text);
  take_remark_off (self);
  if (*self->name == '\0')
    xyb_return_row_note (self, XYB_NOTE_NO_NAME, XYB_RETURN_NAME, TRUE,
                         _ ("这一行填了内容，但没有企业名称"));
}

/* ---- numbers ---- */

/* In a text table an error is only its words. */
static gboolean
is_error_text (const char *text)
{
  static const char *const errors[]
    = { "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", NULL };

  return text != NULL && g_strv_contains (errors, text);
}

/* B-17: an error or a formula without a value says nothing. */
static gboolean
has_no_value (XybReturnRow *self, XybReturnField field)
{
  const XybRaw *raw = &self->raw[field];
  const char *name = xyb_return_field_name (field);

  if (raw->kind == XYB_RAW_ERROR || is_error_text (raw->text))
    xyb_return_row_note (self, XYB_NOTE_ERROR_CELL, field, TRUE,
                         _ ("%s是公式错误“%s”，请让区镇填写数值"), name, raw->text);
  else if (raw->kind == XYB_RAW_NOT_CALCULATED)
    xyb_return_row_note (self, XYB_NOTE_ERROR_CELL, field, TRUE,
                         _ ("%s是没有算出结果的公式，请让区镇填写数值"), name);
  else
    return FALSE;
  return TRUE;
}

static void
interpret_revenue (XybReturnRow *self, const XybReturnSheet *sheet, XybMoneyUnit usual)
{
  const char *raw = self->raw[XYB_RETURN_REVENUE].text;
  g_autoptr (GError) error = NULL;
  XybMoneyUnit unit = sheet->unit != XYB_MONEY_UNIT_UNSAID ? sheet->unit : usual;
  XybAmount amount;

  if (self->raw[XYB_RETURN_REVENUE].kind == XYB_RAW_DATE)
    {
      xyb_return_row_note (self, XYB_NOTE_BAD_REVENUE, XYB_RETURN_REVENUE, TRUE,
                           _ ("去年销售收入“%s”是日期，请核对"), raw);
      return;
    }
  if (!xyb_amount_parse (xyb_return_field_name (XYB_RETURN_REVENUE), raw, unit, &amount, &error))
    {
      xyb_return_row_note (self, XYB_NOTE_BAD_REVENUE, XYB_RETURN_REVENUE, TRUE, "%s",
                           error->message);
      return;
    }
  self->revenue_fen = amount.fen;
  self->revenue_unit = amount.unit;
  self->revenue_unit_said = amount.unit_from_text || sheet->unit != XYB_MONEY_UNIT_UNSAID;
  /* 1E-06 is how a workbook keeps a number; in a text it is what is left of one. */
  if (amount.approximate && self->raw[XYB_RETURN_REVENUE].kind != XYB_RAW_NUMBER)
    xyb_return_row_note (self, XYB_NOTE_APPROXIMATE, XYB_RETURN_REVENUE, FALSE,
                         _ ("去年销售收入“%s”是约数"), raw);
}

static void
interpret_headcount (XybReturnRow *self)
{
  const char *raw = self->raw[XYB_RETURN_HEADCOUNT].text;
  g_autoptr (GError) error = NULL;

  if (self->raw[XYB_RETURN_HEADCOUNT].kind == XYB_RAW_DATE)
    xyb_return_row_note (self, XYB_NOTE_BAD_HEADCOUNT, XYB_RETURN_HEADCOUNT, TRUE,
                         _ ("职工人数“%s”是日期，请核对"), raw);
  else if (!xyb_count_parse (xyb_return_field_name (XYB_RETURN_HEADCOUNT), raw, XYB_MAX_HEADCOUNT,
                             &self->headcount, &error))
    xyb_return_row_note (self, XYB_NOTE_BAD_HEADCOUNT, XYB_RETURN_HEADCOUNT, TRUE, "%s",
                         error->message);
}

static void
interpret_phone (XybReturnRow *self)
{
  const char *raw = self->raw[XYB_RETURN_PHONE].text;
  XybPhoneFlags flags;

  g_free (self->phone);
  self->phone = xyb_phone_normalise (raw, &flags);
  if (g_utf8_strlen (self->phone, -1) > XYB_RETURN_MAX_TEXT)
    check_text (self, XYB_RETURN_PHONE);
  else if ((flags & XYB_PHONE_FLAG_DOUBTFUL) != 0)
    xyb_return_row_note (self, XYB_NOTE_BAD_PHONE, XYB_RETURN_PHONE, TRUE,
                         _ ("电话“%s”不像电话号码，请核对"), raw);
  else if ((flags & XYB_PHONE_FLAG_SCIENTIFIC) != 0)
    xyb_return_row_note (self, XYB_NOTE_BAD_PHONE, XYB_RETURN_PHONE, TRUE,
                         _ ("电话“%s”被表格改成了科学计数，后几位可能丢了，请核对"), raw);
  else if ((flags & XYB_PHONE_FLAG_LOST_ZERO) != 0)
    xyb_return_row_note (self, XYB_NOTE_PHONE_RESTORED, XYB_RETURN_PHONE, FALSE,
                         _ ("电话“%s”丢了开头的 0，已补上"), raw);
  else if ((flags & XYB_PHONE_FLAG_DECIMAL) != 0)
    xyb_return_row_note (self, XYB_NOTE_PHONE_RESTORED, XYB_RETURN_PHONE, FALSE,
                         _ ("电话“%s”带了小数点，已去掉"), raw);
}

/* B-11, B-12: what the clerk did not ask for. */
static gboolean
ignore_left_sheet (XybReturnRow *self, const XybReturnSheet *sheet)
{
  if (!sheet->left)
    return FALSE;
  if (sheet->hidden)
    xyb_return_row_ignore (self, XYB_NOTE_HIDDEN_SHEET, _ ("在隐藏的工作表里"));
  else
    xyb_return_row_ignore (self, XYB_NOTE_SEVERAL_SHEETS, _ ("在没有选用的工作表里"));
  return TRUE;
}

/* A field of a hidden column is not read, and an error in it is nobody's concern. */
static gboolean
is_read (XybReturnRow *self, const XybReturnSheet *sheet, XybReturnField field)
{
  return (sheet->left_fields & 1 << field) == 0 && !has_no_value (self, field);
}

/**
 * xyb_return_row_interpret:
 * @self: a row whose raw cells are filled
 * @sheet: its sheet, whose head is known and of which is known what is taken
 * @usual: unit of 去年销售收入 where neither cell nor head says one (AMB-11)
 *
 * Fills values, notes and status. Nothing is refused: what cannot be read becomes a question.
 */
void
xyb_return_row_interpret (XybReturnRow *self, const XybReturnSheet *sheet, XybMoneyUnit usual)
{
  if (ignore_other_rows (self) || ignore_left_sheet (self, sheet))
    return;
  if (self->hidden)
    xyb_return_row_note (self, XYB_NOTE_HIDDEN_ROW, XYB_RETURN_NO_FIELD, TRUE,
                         _ ("这一行在表里是隐藏的，请决定要不要"));
  if (is_read (self, sheet, XYB_RETURN_NAME))
    interpret_name (self);
  if (is_read (self, sheet, XYB_RETURN_PRODUCTS))
    take_text (self, XYB_RETURN_PRODUCTS, &self->products);
  if (is_read (self, sheet, XYB_RETURN_REVENUE))
    interpret_revenue (self, sheet, usual);
  if (is_read (self, sheet, XYB_RETURN_HEADCOUNT))
    interpret_headcount (self);
  if (is_read (self, sheet, XYB_RETURN_CONTACT))
    take_text (self, XYB_RETURN_CONTACT, &self->contact);
  if (is_read (self, sheet, XYB_RETURN_PHONE))
    interpret_phone (self);
}

/* ---- all rows together ---- */

/* B-07: what one person may bring in a year, in 分: from 5,000 元 to 5,000 万元. Beyond that the
 * unit is the likelier mistake. */
#define LEAST_EACH G_GINT64_CONSTANT (500000)
#define MOST_EACH G_GINT64_CONSTANT (5000000000)

#define FACTOR 10000

/* Without 职工人数 a sum so many times the middle one of the file is suspected. */
#define FAR_FROM_MIDDLE 1000

static gboolean
is_likely (gint64 fen, gint64 headcount)
{
  return fen / headcount >= LEAST_EACH && fen / headcount <= MOST_EACH;
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* The middle sum of the file's enterprises, 0 for fewer than three. */
static gint64
middle_sum (const XybReturn *self)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybReturnRow *row = g_ptr_array_index (self->rows, i);

      if (row->status != XYB_RETURN_IGNORED && row->revenue_fen > 0)
        g_array_append_val (sums, row->revenue_fen);
    }
  if (sums->len < 3)
    return 0;
  g_array_sort (sums, compare_sums);
  return g_array_index (sums, gint64, sums->len / 2);
}

/* Whether @fen would be an everyday sum where the present one is not. */
static gboolean
fits_better (const XybReturnRow *row, gint64 fen, gint64 middle)
{
  if (row->headcount > 0)
    return !is_likely (row->revenue_fen, row->headcount) && is_likely (fen, row->headcount);
  if (middle == 0)
    return FALSE;
  return (row->revenue_fen / FAR_FROM_MIDDLE > middle
          || row->revenue_fen < middle / FAR_FROM_MIDDLE)
         && fen / FAR_FROM_MIDDLE <= middle && fen >= middle / FAR_FROM_MIDDLE;
}

static void
suspect_unit (XybReturnRow *row, gint64 middle)
{
  gboolean too_much;
  g_autofree char *read = NULL;
  g_autofree char *likely = NULL;
  XybReturnNote *note;
  gint64 other;

  if (row->status == XYB_RETURN_IGNORED || row->revenue_fen <= 0)
    return;
  too_much = fits_better (row, row->revenue_fen / FACTOR, middle);
  if (!too_much
      && (row->revenue_fen > G_MAXINT64 / FACTOR
          || !fits_better (row, row->revenue_fen * FACTOR, middle)))
    return;
  other = too_much ? row->revenue_fen / FACTOR : row->revenue_fen * FACTOR;
  read = xyb_amount_format (row->revenue_fen, row->revenue_unit);
  likely = xyb_amount_format (other, XYB_MONEY_UNIT_WAN);
  note
    = xyb_return_row_note (row, XYB_NOTE_REVENUE_UNIT, XYB_RETURN_REVENUE, TRUE,
                           row->revenue_unit_said
                             ? _ (
                               "去年销售收入“%s”是 %s，与职工人数或其他企业相比不合常理，可能是 %s")
                             : _ ("去年销售收入“%s”没有写单位，按 %s 算不合常理，可能是 %s"),
                           row->raw[XYB_RETURN_REVENUE].text, read, likely);
  note->other = other;
}

static gboolean
is_duplicate (const XybReturnRow *row)
{
  for (guint i = 0; i < row->notes->len; i++)
    if (((XybReturnNote *) g_ptr_array_index (row->notes, i))->kind == XYB_NOTE_DUPLICATE)
      return TRUE;
  return FALSE;
}

static void
note_duplicate (const XybReturn *self, XybReturnRow *row, guint place)
{
  const XybReturnRow *first = g_ptr_array_index (self->rows, place);
  const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, first->sheet);
  XybReturnNote *note;

  if (first->sheet == row->sheet)
    note = xyb_return_row_note (row, XYB_NOTE_DUPLICATE, XYB_RETURN_NAME, TRUE,
                                _ ("与第 %u 行“%s”是同一家企业"), first->row, first->name);
  else
    note = xyb_return_row_note (row, XYB_NOTE_DUPLICATE, XYB_RETURN_NAME, TRUE,
                                _ ("与工作表“%s”第 %u 行“%s”是同一家企业"), sheet->name, first->row,
                                first->name);
  note->other = place;
}

/* B-13: the first one stands, the later ones are asked about. */
static void
find_duplicates (XybReturn *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (self->rows, i);
      gpointer place;

      if (row->status == XYB_RETURN_IGNORED || *row->name == '\0')
        continue;
      if (g_hash_table_lookup_extended (seen, xyb_return_row_key (row), NULL, &place))
        note_duplicate (self, row, GPOINTER_TO_UINT (place));
      else
        g_hash_table_insert (seen, (gpointer) row->keys.key, GUINT_TO_POINTER (i));
    }
}

/**
 * xyb_return_check_rows:
 * @self: a return whose rows are interpreted
 *
 * What only shows when rows are laid beside each other: an enterprise that stands twice, a sum that
 * is ten thousand times off.
 */
void
xyb_return_check_rows (XybReturn *self)
{
  gint64 middle = middle_sum (self);

  for (guint i = 0; i < self->rows->len; i++)
    suspect_unit (g_ptr_array_index (self->rows, i), middle);
  find_duplicates (self);
}

/**
 * xyb_return_check_matches:
 * @self: a return whose rows were matched with the register
 *
 * Two rows that certainly mean one enterprise of the register are one enterprise, however different
 * their names: one of them may be an old one (B-13, B-14).
 */
void
xyb_return_check_matches (XybReturn *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (self->rows, i);
      gpointer place;

      if (row->status == XYB_RETURN_IGNORED || row->match == NULL
          || row->match->how != XYB_COMPANY_MATCH_EXACT || is_duplicate (row))
        continue;
      if (g_hash_table_lookup_extended (seen, &row->match->enterprise_id, NULL, &place))
        note_duplicate (self, row, GPOINTER_TO_UINT (place));
      else
        g_hash_table_insert (seen, &row->match->enterprise_id, GUINT_TO_POINTER (i));
    }
}
