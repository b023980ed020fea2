/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-credit-code.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* GB 32100-2015: 18 places = registering department (1), category (1), division (6), organisation
 * code (9, GB 11714), check (1). */
#define CODE_LENGTH 18
#define CHECK_INDEX 17
#define DIVISION_INDEX 2
#define DIVISION_LENGTH 6
#define INNER_INDEX 8
#define INNER_CHECK_INDEX 16
#define KUNSHAN "320583"

static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY"; /* no I O S V Z */

static int
value_of (char c)
{
  const char *found = c != '\0' ? strchr (alphabet, c) : NULL;
  return found != NULL ? (int) (found - alphabet) : -1;
}

/* C18 = (31 − Σ Ci·Wi mod 31) mod 31, Wi = 3^(i−1) mod 31 */
static char
compute_check (const char *code)
{
  int sum = 0;
  int weight = 1;
  for (int i = 0; i < CHECK_INDEX; i++)
    {
      int value = value_of (code[i]);
      if (value < 0)
        return 0;
      sum = (sum + value * weight) % 31;
      weight = weight * 3 % 31;
    }
  return alphabet[(31 - sum) % 31];
}

/* GB 11714: C9 = 11 − Σ Ci·Wi mod 11, 10 written X and 11 written 0. Its alphabet is 0-9A-Z. */
static char
compute_inner_check (const char *code)
{
  static const int weights[] = { 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      char c = code[INNER_INDEX + i];
      if (!g_ascii_isalnum (c))
        return 0;
      sum += weights[i] * (g_ascii_isdigit (c) ? c - '0' : c - 'A' + 10);
    }
  int check = 11 - sum % 11;
  return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
}

static char
hint_for (gunichar c)
{
  switch (c)
    {
    case 'O':
      return '0';
    case 'I':
      return '1';
    case 'Z':
      return '2';
    case 'S':
      return '5';
    default:
      return 0;
    }
}

static gboolean
is_hyphen (gunichar c)
{
  return c == 0x2212 || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

/**
 * xyb_credit_code_normalise:
 * @text: (nullable): a code as it was typed, printed or stored in a cell
 *
 * Half width, upper case, without spaces, hyphens and invisible characters. Letters that cannot
 * be in a code are kept: the hint is the clerk's to take.
 *
 * Source: requirements §19.1.
 *
 * Returns: (transfer full): the normalised code, possibly ""
 */
char *
xyb_credit_code_normalise (const char *text)
{
  g_autofree char *normal = xyb_text_normalise (text);
  GString *code = g_string_sized_new (CODE_LENGTH);
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == ' ' || is_hyphen (c))
        continue;
      g_string_append_unichar (code, c < 0x80 ? (gunichar) g_ascii_toupper ((char) c) : c);
    }
  return g_string_free (code, FALSE);
}

static void
find_bad_character (XybCreditCode *self)
{
  guint position = 1;
  for (const char *p = self->code; *p != '\0'; p = g_utf8_next_char (p), position++)
    {
      gunichar c = g_utf8_get_char (p);
      if (c < 0x80 && value_of ((char) c) >= 0)
        continue;
      self->bad_position = position;
      self->bad_character = c;
      self->hint_character = hint_for (c);
      return;
    }
}

static XybCreditCodeStatus
judge (const XybCreditCode *self)
{
  if (self->length == 0)
    return XYB_CREDIT_CODE_EMPTY;
  if (self->length != CODE_LENGTH)
    return XYB_CREDIT_CODE_WRONG_LENGTH;
  if (self->bad_position > 0)
    return XYB_CREDIT_CODE_WRONG_CHARACTER;
  if (self->code[CHECK_INDEX] != self->expected_check)
    return XYB_CREDIT_CODE_WRONG_CHECK;
  return XYB_CREDIT_CODE_OK;
}

/**
 * xyb_credit_code_new:
 * @text: (nullable): a code of any origin
 *
 * Normalises and checks a 统一社会信用代码. Length is judged before characters, characters before
 * the check.
 *
 * Source: GB 32100-2015, GB 11714, requirements §19.1.
 *
 * Returns: (transfer full): what was found
 */
XybCreditCode *
xyb_credit_code_new (const char *text)
{
  XybCreditCode *self = g_new0 (XybCreditCode, 1);
  self->code = xyb_credit_code_normalise (text);
  self->length = (guint) g_utf8_strlen (self->code, -1);
  find_bad_character (self);
  /* Only ASCII codes of full length have their places where the two checks look. */
  if (self->length == CODE_LENGTH && strlen (self->code) == CODE_LENGTH)
    {
      self->expected_check = compute_check (self->code);
      self->expected_inner_check = compute_inner_check (self->code);
      self->inner_ok = self->expected_inner_check != 0
                       && self->code[INNER_CHECK_INDEX] == self->expected_inner_check;
    }
  self->local = self->length >= DIVISION_INDEX + DIVISION_LENGTH
                && strlen (self->code) >= DIVISION_INDEX + DIVISION_LENGTH
                && strncmp (self->code + DIVISION_INDEX, KUNSHAN, DIVISION_LENGTH) == 0;
  self->status = judge (self);
  return self;
}

void
xyb_credit_code_free (XybCreditCode *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self);
}

/* 9.14403E+17: a workbook that stored the code as a number has lost its last places. */
static gboolean
is_scientific (const char *code)
{
  const char *e = strchr (code, 'E');
  return e != NULL && strchr (code, '.') != NULL && (e[1] == '+' || g_ascii_isdigit (e[1]))
         && strspn (code, "0123456789.") == (gsize) (e - code)
         && strspn (e + 1, "+0123456789") == strlen (e + 1);
}

static char *
describe_length (const XybCreditCode *self)
{
  if (is_scientific (self->code))
    return g_strdup (_ ("像是表格把代码存成了数字，后面的位数已丢，请照营业执照重填。"));
  return g_strdup_printf (_ ("应为 %d 位，现在是 %u 位，请核对营业执照。"), CODE_LENGTH,
                          self->length);
}

static char *
describe_character (const XybCreditCode *self)
{
  char bad[8] = "";
  bad[g_unichar_to_utf8 (self->bad_character, bad)] = '\0';
  if (self->bad_character >= 0x80 || !g_ascii_isalpha ((char) self->bad_character))
    return g_strdup_printf (_ ("第 %u 位“%s”不是数字或字母，请核对营业执照。"), self->bad_position,
                            bad);
  /* A letter in the last place: what it should be is computed, not guessed from its shape. */
  if (self->expected_check != 0)
    return g_strdup_printf (_ ("第 %u 位不能是字母 %s，前 17 位算得 %c。请核对营业执照。"),
                            self->bad_position, bad, self->expected_check);
  if (self->hint_character != 0)
    return g_strdup_printf (_ ("第 %u 位不能是字母 %s，是不是数字 %c？"), self->bad_position, bad,
                            self->hint_character);
  return g_strdup_printf (_ ("第 %u 位不能是字母 %s（代码里没有 I、O、S、V、Z），请核对营业执照。"),
                          self->bad_position, bad);
}

/**
 * xyb_credit_code_describe:
 * @self: a checked code
 *
 * What the check says, in one sentence without the field's name. A good code whose inner
 * organisation code fails GB 11714 gets a remark: such codes are in use.
 *
 * Returns: (transfer full): the sentence
 */
char *
xyb_credit_code_describe (const XybCreditCode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->status)
    {
    case XYB_CREDIT_CODE_EMPTY:
      return g_strdup (_ ("没有填写。"));
    case XYB_CREDIT_CODE_WRONG_LENGTH:
      return describe_length (self);
    case XYB_CREDIT_CODE_WRONG_CHARACTER:
      return describe_character (self);
    case XYB_CREDIT_CODE_WRONG_CHECK:
      return g_strdup_printf (_ ("校验位不符：前 17 位算得 %c，填的是 %c。请核对营业执照。"),
                              self->expected_check, self->code[CHECK_INDEX]);
    case XYB_CREDIT_CODE_OK:
    default:
      if (self->inner_ok)
        return g_strdup (_ ("校验位相符。"));
      return g_strdup_printf (
        _ ("校验位相符；第 17 位（组织机构代码的校验位）算得 %c，填的是 %c，仅供核对。"),
        self->expected_inner_check, self->code[INNER_CHECK_INDEX]);
    }
}

typedef struct
{
  char department;
  const char *name;
  const char *categories[10]; /* by the second place, which is a digit; NULL where there is none */
} Department;

/* GB 32100-2015 table 1 with amendment 1. 工商 is 市场监管 since 2018. */
static const Department departments[] = {
  { '1',
    N_ ("机构编制"),
    { [1] = N_ ("机关"),
      [2] = N_ ("事业单位"),
      [3] = N_ ("中央编办管理机构编制的群众团体"),
      [9] = N_ ("其他") } },
  { '2', N_ ("外交"), { [1] = N_ ("外国常驻新闻机构"), [9] = N_ ("其他") } },
  { '3',
    N_ ("司法行政"),
    { [1] = N_ ("律师执业机构"),
      [2] = N_ ("公证处"),
      [3] = N_ ("基层法律服务所"),
      [4] = N_ ("司法鉴定机构"),
      [5] = N_ ("仲裁委员会"),
      [9] = N_ ("其他") } },
  { '4', N_ ("文化"), { [1] = N_ ("外国在华文化中心"), [9] = N_ ("其他") } },
  { '5',
    N_ ("民政"),
    { [1] = N_ ("社会团体"),
      [2] = N_ ("民办非企业单位"),
      [3] = N_ ("基金会"),
      [9] = N_ ("其他") } },
  { '6',
    N_ ("旅游"),
    { [1] = N_ ("外国旅游部门常驻代表机构"),
      [2] = N_ ("港澳台地区旅游部门常驻内地（大陆）代表机构"),
      [9] = N_ ("其他") } },
  { '7', N_ ("宗教"), { [1] = N_ ("宗教活动场所"), [2] = N_ ("宗教院校"), [9] = N_ ("其他") } },
  { '8', N_ ("工会"), { [1] = N_ ("基层工会"), [9] = N_ ("其他") } },
  { '9',
    N_ ("市场监管"),
    { [1] = N_ ("企业"), [2] = N_ ("个体工商户"), [3] = N_ ("农民专业合作社") } },
  { 'A', N_ ("中央军委改革和编制办公室"), { [1] = N_ ("军队事业单位"), [9] = N_ ("其他") } },
  { 'N',
    N_ ("农业"),
    { [1] = N_ ("组级集体经济组织"),
      [2] = N_ ("村级集体经济组织"),
      [3] = N_ ("乡镇级集体经济组织"),
      [9] = N_ ("其他") } },
  { 'Y', N_ ("其他"), { NULL } },
};

/* The neighbours a clerk meets; the full list of GB/T 2260 would only age. */
static const struct
{
  const char *code;
  const char *name;
} divisions[] = {
  { "320500", N_ ("苏州市") }, { "320581", N_ ("常熟市") }, { "320582", N_ ("张家港市") },
  { KUNSHAN, N_ ("昆山市") },  { "320585", N_ ("太仓市") },
};

static char *
describe_department (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (departments); i++)
    {
      const Department *department = &departments[i];
      if (department->department != code[0])
        continue;
      const char *category
        = g_ascii_isdigit (code[1]) ? department->categories[code[1] - '0'] : NULL;
      if (category == NULL)
        return g_strdup (_ (department->name));
      return g_strdup_printf ("%s · %s", _ (department->name), _ (category));
    }
  return g_strdup (_ ("未知"));
}

static const char *
division_name (const char *division)
{
  for (gsize i = 0; i < G_N_ELEMENTS (divisions); i++)
    if (g_str_equal (divisions[i].code, division))
      return divisions[i].name;
  return NULL;
}

/**
 * xyb_credit_code_describe_origin:
 * @self: a checked code
 *
 * Who registered it and where: 「登记机关：市场监管 · 企业　行政区划：320583 昆山市」. A division
 * other than Kunshan's is no fault: a company that moved in keeps its code (§19.1).
 *
 * Returns: (transfer full) (nullable): the line, or %NULL for a code not of the right form
 */
char *
xyb_credit_code_describe_origin (const XybCreditCode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->status != XYB_CREDIT_CODE_OK && self->status != XYB_CREDIT_CODE_WRONG_CHECK)
    return NULL;
  g_autofree char *department = describe_department (self->code);
  g_autofree char *division = g_strndup (self->code + DIVISION_INDEX, DIVISION_LENGTH);
  const char *name = division_name (division);
  if (name == NULL)
    return g_strdup_printf (_ ("登记机关：%s　行政区划：%s"), department, division);
  return g_strdup_printf (_ ("登记机关：%s　行政区划：%s %s"), department, division, _ (name));
}

/**
 * xyb_credit_code_format:
 * @code: (nullable): a code
 *
 * For reading aloud and comparing with a licence: «91 320583 MA0000001 1». What is not 18 places
 * long is only normalised.
 *
 * Returns: (transfer full): the grouped code, possibly ""
 */
char *
xyb_credit_code_format (const char *code)
{
  g_autofree char *normal = xyb_credit_code_normalise (code);
  if (strlen (normal) != CODE_LENGTH || g_utf8_strlen (normal, -1) != CODE_LENGTH)
    return g_steal_pointer (&normal);
  return g_strdup_printf ("%.2s %.6s %.9s %s", normal, normal + DIVISION_INDEX,
                          normal + INNER_INDEX, normal + CHECK_INDEX);
}

static gboolean
refuse (const XybCreditCode *self, XybCoreError code, GError **error)
{
  g_autofree char *reason = xyb_credit_code_describe (self);
  if (code == XYB_CORE_ERROR_UNCONFIRMED)
    g_set_error (error, XYB_CORE_ERROR, (int) code,
                 _ ("统一社会信用代码%s证照上确实如此的，请选“已核对证照”。"), reason);
  else
    g_set_error (error, XYB_CORE_ERROR, (int) code, _ ("统一社会信用代码%s"), reason);
  return FALSE;
}

/**
 * xyb_credit_code_accept:
 * @text: (nullable): what was given
 * @confirmed: whether the clerk has said “已核对证照”
 * @out_code: (out) (nullable) (transfer full): the normalised code, or %NULL where @text is blank
 * @error: return location for %XYB_CORE_ERROR_INVALID_CODE (wrong length or characters, always
 *   refused) or %XYB_CORE_ERROR_UNCONFIRMED (wrong check, refused until confirmed)
 *
 * The gate before a code is stored. Legal codes that fail the check exist (three from Fujian in
 * §19.1), so a wrong check is the clerk's decision; no legal code has another form. The field is
 * optional (AMB-12).
 *
 * Returns: whether the code can be stored
 */
gboolean
xyb_credit_code_accept (const char *text, gboolean confirmed, char **out_code, GError **error)
{
  g_return_val_if_fail (out_code != NULL, FALSE);

  *out_code = NULL;
  g_autoptr (XybCreditCode) code = xyb_credit_code_new (text);
  switch (code->status)
    {
    case XYB_CREDIT_CODE_EMPTY:
      return TRUE;
    case XYB_CREDIT_CODE_WRONG_CHECK:
      if (!confirmed)
        return refuse (code, XYB_CORE_ERROR_UNCONFIRMED, error);
      break;
    case XYB_CREDIT_CODE_WRONG_LENGTH:
    case XYB_CREDIT_CODE_WRONG_CHARACTER:
      return refuse (code, XYB_CORE_ERROR_INVALID_CODE, error);
    case XYB_CREDIT_CODE_OK:
    default:
      break;
    }
  *out_code = g_steal_pointer (&code->code);
  return TRUE;
}
