/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-phone-private.h"

#include <string.h>

#include "xyb-decimal.h"

#define MAX_EXTENSION 6
#define MAX_GROUPS 6

/* Words before a number that say no more than the column's head does. 传真 is not among them. */
static const char *const labels[] = {
  "办公室电话", "固定电话", "联系电话", "联系方式", "办公电话", "手机号码", "电话号码", "手机号",
  "电话",       "手机",     "座机",     "固话",     "号码",     "mobile",   "phone",    "tel",
};

static const char *const extension_words[] = {
  "转分机", "分机号", "转", "分机", "内线", "extension", "ext", "x", "*", "#",
};

static const char *
skip_label (const char *p)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (xyb_cursor_take_text (&p, labels[i]))
      {
        while (*p == ':' || *p == '.' || *p == ' ')
          p++;
        return p;
      }
  return p;
}

static void
append_dash (GString *compact)
{
  if (compact->len > 0 && g_ascii_isdigit (compact->str[compact->len - 1]))
    g_string_append_c (compact, '-');
}

static void
trim_dashes (GString *compact)
{
  while (compact->len > 0 && compact->str[compact->len - 1] == '-')
    g_string_truncate (compact, compact->len - 1);
}

static void
append_extension (GString *compact, const char **p)
{
  trim_dashes (compact);
  g_string_append_c (compact, 'x');
  while (**p == ':' || **p == '.' || **p == '-')
    (*p)++;
}

/* The piece in one spelling: digits, '-' between groups, 'x' before the extension, and what
 * spreadsheets put into numbers. NULL where anything else stands in it. */
static char *
compact (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  int depth = 0;
  for (const char *p = skip_label (text); *p != '\0';)
    if (g_ascii_isdigit (*p) || *p == '+' || *p == '.'
        || (*p == 'e' && !g_str_has_prefix (p, "ext")))
      g_string_append_c (out, *p++);
    else if (*p == '-' || *p == '(' || *p == ')')
      {
        append_dash (out);
        depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
        if (depth < 0 || depth > 1)
          return NULL;
        p++;
      }
    else if (xyb_cursor_take_any (&p, extension_words, G_N_ELEMENTS (extension_words)))
      append_extension (out, &p);
    else if (*p == ' ')
      p++;
    else
      return NULL;
  trim_dashes (out);
  return depth == 0 ? g_strdup (out->str) : NULL;
}

/* 1.39e+10 and 13900000000.0: a workbook kept the number as a number (B-08). */
static gboolean
restore_number (char **text, XybPhoneFlags *flags)
{
  if (strpbrk (*text, ".e") == NULL)
    return TRUE;
  g_auto (XybDecimal) number = { NULL };
  const char *p = *text;
  gint64 value;
  if (!xyb_decimal_take (&p, &number) || *p != '\0'
      || xyb_decimal_scale (&number, 0, &value) != XYB_SCALE_OK)
    return FALSE;
  *flags |= number.scientific ? XYB_PHONE_FLAG_SCIENTIFIC : XYB_PHONE_FLAG_DECIMAL;
  g_free (*text);
  *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return TRUE;
}

static gboolean
is_digits (const char *text, gsize min, gsize max)
{
  gsize length = strlen (text);
  return length >= min && length <= max && strspn (text, "0123456789") == length;
}

/* One candidate: groups of digits between dashes, and an extension behind 转. */
typedef struct
{
  char **groups;
  guint n;
  char *digits; /* all groups together */
  const char *extension;
  gboolean domestic; /* +86 stood before it */
  XybPhoneFlags flags;
} Candidate;

static XybPhone *
make (const Candidate *self, XybPhoneKind kind, char *number, const char *dashed_extension)
{
  XybPhone *phone = g_new0 (XybPhone, 1);
  phone->kind = kind;
  phone->flags = self->flags;
  phone->number = number;
  phone->extension = g_strdup (self->extension != NULL ? self->extension : dashed_extension);
  phone->extension_dashed = self->extension == NULL && dashed_extension != NULL;
  return phone;
}

static gboolean
is_mobile (const char *digits)
{
  return is_digits (digits, 11, 11) && digits[0] == '1' && digits[1] >= '3';
}

/* 13900000000, 139-0000-0000, 0139…: the 0 was dialled before mobiles of other cities. */
static XybPhone *
match_mobile (const Candidate *self)
{
  const char *digits = self->digits;
  if (digits[0] == '0' && is_mobile (digits + 1))
    digits++;
  if (!is_mobile (digits))
    return NULL;
  return make (self, XYB_PHONE_MOBILE, g_strdup (digits), NULL);
}

static XybPhone *
match_hotline (const Candidate *self)
{
  if (!is_digits (self->digits, 10, 10)
      || (!g_str_has_prefix (self->digits, "400") && !g_str_has_prefix (self->digits, "800")))
    return NULL;
  return make (self, XYB_PHONE_LANDLINE, g_strdup (self->digits), NULL);
}

/* Seven or eight digits from group @from on, then at most one group more: the extension. */
static char *
match_subscriber (const Candidate *self, guint from, const char **out_extension)
{
  g_autoptr (GString) number = g_string_new (NULL);
  guint i = from;
  for (; i < self->n && number->len < 7; i++)
    g_string_append (number, self->groups[i]);
  guint left = self->n - i;
  if (number->len < 7 || number->len > 8 || left > 1)
    return NULL;
  *out_extension = left == 1 ? self->groups[i] : NULL;
  if (left == 1 && (self->extension != NULL || !is_digits (self->groups[i], 1, MAX_EXTENSION)))
    return NULL;
  return g_strdup (number->str);
}

static gboolean
is_short_area (const char *area)
{
  return g_str_has_prefix (area, "010") || g_str_has_prefix (area, "02");
}

/* Cuts 051257310600 after the area code; @number has its leading zero. */
static gsize
area_length (const char *number)
{
  gsize length = strlen (number);
  if (is_short_area (number))
    return length == 10 || length == 11 ? 3 : 0;
  return length == 11 || length == 12 ? 4 : 0;
}

/* The group @from is area code and number in one; @zero is what to put before it. */
static XybPhone *
match_joined (const Candidate *self, const char *zero)
{
  g_autofree char *whole = g_strconcat (zero, self->groups[0], NULL);
  gsize area = area_length (whole);
  if (area == 0 || self->n > 2)
    return NULL;
  const char *rest = self->n == 2 ? self->groups[1] : NULL;
  if (rest != NULL && (self->extension != NULL || !is_digits (rest, 1, MAX_EXTENSION)))
    return NULL;
  if (*zero != '\0' && (whole[area] < '2' || whole[area] > '8'))
    return NULL;
  return make (self, XYB_PHONE_LANDLINE,
               g_strdup_printf ("%.*s-%s", (int) area, whole, whole + area), rest);
}

static XybPhone *
match_landline (const Candidate *self)
{
  if (self->groups[0][0] != '0')
    return NULL;
  if (!is_digits (self->groups[0], 3, 4))
    return match_joined (self, "");
  const char *extension = NULL;
  g_autofree char *number = match_subscriber (self, 1, &extension);
  if (number == NULL)
    return NULL;
  return make (self, XYB_PHONE_LANDLINE, g_strdup_printf ("%s-%s", self->groups[0], number),
               extension);
}

/* 512-57310600 and 51257310600: a workbook took the leading zero (B-08). No subscriber number
 * begins with 0, 1 or 9, which keeps other numbers of eleven digits out. */
static XybPhone *
match_without_zero (Candidate *self)
{
  const char *area = self->groups[0];
  if (area[0] < '1' || (area[0] == '1' && area[1] != '0'))
    return NULL;
  XybPhoneFlags flags = self->flags;
  if (!self->domestic)
    self->flags |= XYB_PHONE_FLAG_LOST_ZERO;

  XybPhone *phone = NULL;
  const char *extension = NULL;
  g_autofree char *with_zero = g_strconcat ("0", area, NULL);
  if (strlen (with_zero) == (is_short_area (with_zero) ? 3 : 4))
    {
      g_autofree char *number = match_subscriber (self, 1, &extension);
      if (number != NULL && number[0] >= '2' && number[0] <= '8')
        phone = make (self, XYB_PHONE_LANDLINE, g_strdup_printf ("%s-%s", with_zero, number),
                      extension);
    }
  else
    phone = match_joined (self, "0");
  if (phone == NULL)
    self->flags = flags;
  return phone;
}

/* Half a mobile, or an area code with half a number, is no local number: none begins with 0 or 1.
 */
static XybPhone *
match_local (const Candidate *self)
{
  const char *extension = NULL;
  g_autofree char *number = match_subscriber (self, 0, &extension);
  if (number == NULL || number[0] < '2')
    return NULL;
  return make (self, XYB_PHONE_LOCAL, g_steal_pointer (&number), extension);
}

static const char *
skip_country (const char *text, gboolean *domestic)
{
  *domestic = TRUE;
  if (g_str_has_prefix (text, "+86"))
    text += 3;
  else if (g_str_has_prefix (text, "0086"))
    text += 4;
  else if (g_str_has_prefix (text, "86-") || (g_str_has_prefix (text, "86") && strlen (text) >= 13))
    text += 2;
  else
    *domestic = FALSE;
  return text + strspn (text, *domestic ? "-" : "");
}

static XybPhone *
match_foreign (const char *text)
{
  if (text[0] != '+' || strspn (text + 1, "0123456789-") != strlen (text + 1))
    return NULL;
  gsize digits = 0;
  for (const char *p = text; *p != '\0'; p++)
    digits += g_ascii_isdigit (*p) ? 1 : 0;
  return digits >= 8 && digits <= 15 ? g_new0 (XybPhone, 1) : NULL;
}

static XybPhone *
match (Candidate *self)
{
  for (guint i = 0; i < self->n; i++)
    if (!is_digits (self->groups[i], 1, 16))
      return NULL;
  if (self->n == 0 || self->n > MAX_GROUPS)
    return NULL;
  XybPhone *phone = match_mobile (self);
  if (phone == NULL)
    phone = match_hotline (self);
  if (phone == NULL)
    phone = match_landline (self);
  if (phone == NULL)
    phone = match_without_zero (self);
  return phone != NULL ? phone : match_local (self);
}

XybPhone *
xyb_phone_recognise (const char *text)
{
  g_autofree char *piece = compact (text);
  Candidate candidate = { NULL };
  if (piece == NULL || !restore_number (&piece, &candidate.flags))
    return NULL;

  const char *number = skip_country (piece, &candidate.domestic);
  if (*number == '+')
    {
      XybPhone *phone = match_foreign (number);
      if (phone != NULL)
        phone->kind = XYB_PHONE_UNKNOWN;
      return phone;
    }
  g_auto (GStrv) parts = g_strsplit (number, "x", -1);
  guint n = g_strv_length (parts);
  if (n < 1 || n > 2 || (n == 2 && !is_digits (parts[1], 1, MAX_EXTENSION)))
    return NULL;
  g_auto (GStrv) groups = g_strsplit (parts[0], "-", -1);
  g_autofree char *digits = g_strjoinv (NULL, groups);
  candidate.groups = groups;
  candidate.n = g_strv_length (groups);
  candidate.digits = digits;
  candidate.extension = n == 2 ? parts[1] : NULL;
  return match (&candidate);
}
