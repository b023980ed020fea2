/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-credit-code.h"
#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-phone.h"
#include "xyb-text.h"

#define MAX_TEXT 200
#define MAX_NOTE 2000

#define MAX_POSITION 1000000

static void
take (char **field, char *value)
{
  g_free (*field);
  *field = value;
}

static gboolean
has_digit (const char *text)
{
  g_autofree char *normal = xyb_text_normalise (text);

  for (const char *p = normal; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      return TRUE;
  return FALSE;
}

/* ENT-04, ORG-07: numbers are put into one way of writing; what looks like none is kept as it was
 * written, because the clerk may know better; so is 1.39E+10, whose lost digits would come back as
 * zeros that nobody doubts. Only text without any digit is refused. */
static gboolean
check_phone (const char *field, char **phone, GError **error)
{
  const XybPhoneFlags keep_as_written = XYB_PHONE_FLAG_DOUBTFUL | XYB_PHONE_FLAG_SCIENTIFIC;
  XybPhoneFlags flags = XYB_PHONE_FLAG_NONE;
  g_autofree char *normal = NULL;

  if (!xyb_field_clean_text (field, phone, MAX_TEXT, error))
    return FALSE;
  if (*phone == NULL)
    return TRUE;
  normal = xyb_phone_normalise (*phone, &flags);
  if (flags == XYB_PHONE_FLAG_NONE && strcmp (normal, *phone) == 0 && *normal != '\0'
      && g_ascii_isdigit (*normal))
    return TRUE;
  if (xyb_text_is_placeholder (*phone))
    {
      g_clear_pointer (phone, g_free);
      return TRUE;
    }
  if (!has_digit (*phone))
    {
      g_autofree char *excerpt = xyb_text_excerpt (*phone, 20);

      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_PHONE,
                   _ ("%s“%s”里没有号码，请填写号码，没有可留空。"), _ (field), excerpt);
      return FALSE;
    }
  if (normal != NULL && *normal != '\0' && (flags & keep_as_written) == 0)
    take (phone, g_steal_pointer (&normal));
  return TRUE;
}

static gboolean
check_number (const char *field, gint64 value, gint64 min, gint64 max, GError **error)
{
  if (value == XYB_UNSAID || (value >= min && value <= max))
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
               _ ("%s应是 %lld 到 %lld 之间的整数，请更正。"), _ (field), (long long) min,
               (long long) max);
  return FALSE;
}

/* 0 leaves the place to the store; “not said” is no place. */
static gboolean
check_position (gint64 position, GError **error)
{
  return check_number (N_ ("序号"), position == XYB_UNSAID ? -1 : position, 0, MAX_POSITION, error);
}

/* A number that stands for a word must be one of the words. */
static gboolean
check_choice (const char *field, int value, int min, int max, GError **error)
{
  if (value >= min && value <= max)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
               _ ("%s不是可选的值，请重新选择。"), _ (field));
  return FALSE;
}

/* The confirmation belongs to a code that fails its check, and to nothing else (§19.1). */
static gboolean
check_code (XybEnterprise *self, GError **error)
{
  g_autoptr (XybCreditCode) code = NULL;
  char *accepted = NULL;

  if (xyb_text_is_blank (self->credit_code))
    {
      g_clear_pointer (&self->credit_code, g_free);
      self->code_confirmed = FALSE;
      return TRUE;
    }
  if (!xyb_field_clean_text (N_ ("统一社会信用代码"), &self->credit_code, MAX_TEXT, error))
    return FALSE;
  if (!xyb_credit_code_accept (self->credit_code, self->code_confirmed, &accepted, error))
    return FALSE;
  take (&self->credit_code, accepted);
  code = xyb_credit_code_new (self->credit_code);
  self->code_confirmed = code->status != XYB_CREDIT_CODE_OK;
  return TRUE;
}

static gboolean
check_former_names (XybEnterprise *self, GError **error)
{
  for (guint i = 0; i < self->former_names->len; i++)
    {
      XybFormerName *former = self->former_names->pdata[i];

      if (!xyb_field_clean_name (N_ ("曾用名"), &former->name, MAX_TEXT, error)
          || !xyb_field_clean_date (N_ ("曾用名停用日期"), &former->until, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_choices (XybEnterprise *self, GError **error)
{
  self->closed = self->closed ? TRUE : FALSE;
  return check_choice (N_ ("行业"), (int) self->industry, XYB_INDUSTRY_UNSAID, XYB_INDUSTRY_OTHER,
                       error)
         && check_choice (N_ ("规模以上"), (int) self->above_scale, XYB_TRI_UNSAID, XYB_TRI_YES,
                          error);
}

/**
 * xyb_enterprise_validate:
 * @self: an enterprise; its fields are cleaned in place
 * @error: return location for an error
 *
 * The one gate before an enterprise is stored. Texts lose what nobody can see and become %NULL when
 * nothing is left; dates become ISO; the code is normalised and keeps its mark 已核对证照 only if
 * it needs it; telephones get one way of writing. After a refusal some fields may have been cleaned
 * already; their meaning has not changed.
 *
 * Returns: %TRUE if every field can be stored; else %FALSE with a %XYB_CORE_ERROR that names the
 *   first field that cannot
 */
gboolean
xyb_enterprise_validate (XybEnterprise *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return xyb_field_clean_name (N_ ("企业名称"), &self->name, MAX_TEXT, error)
         && check_code (self, error) && check_choices (self, error)
         && xyb_field_clean_date (N_ ("成立日期"), &self->founded_on, error)
         && xyb_field_clean_text (N_ ("法定代表人"), &self->legal_person, MAX_TEXT, error)
         && xyb_field_clean_text (N_ ("主要产品"), &self->products, MAX_TEXT, error)
         && check_number (N_ ("职工人数"), self->headcount, 0, XYB_MAX_HEADCOUNT, error)
         && xyb_field_clean_text (N_ ("联系人"), &self->contact, MAX_TEXT, error)
         && check_phone (N_ ("电话"), &self->phone, error)
         && xyb_field_clean_text (N_ ("备注"), &self->note, MAX_NOTE, error)
         && check_former_names (self, error);
}

/* ENT-03: without a unit of its own the sum was meant in 万元. */
static gboolean
check_revenue (XybNomination *self, GError **error)
{
  if (!check_choice (N_ ("去年销售收入的单位"), (int) self->revenue_unit, XYB_MONEY_UNIT_UNSAID,
                     XYB_MONEY_UNIT_YI, error))
    return FALSE;
  if (self->revenue_fen == XYB_UNSAID)
    return TRUE;
  if (self->revenue_fen < 0)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
                   _ ("去年销售收入不能是负数，请更正，没有可留空。"));
      return FALSE;
    }
  if (self->revenue_unit == XYB_MONEY_UNIT_UNSAID)
    self->revenue_unit = XYB_MONEY_UNIT_WAN;
  return TRUE;
}

static gboolean
check_district (gint64 unit_id, GError **error)
{
  if (unit_id > 0)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNKNOWN_UNIT,
               _ ("没有选择区镇，请先选择区镇。"));
  return FALSE;
}

/**
 * xyb_nomination_validate:
 * @self: a row of 附件2; its fields are cleaned in place
 * @error: return location for an error
 *
 * The one gate before a nomination is stored, as xyb_enterprise_validate() is for an enterprise.
 * Nothing is said about the order of its dates: the plan itself lets the list be fixed before the
 * returns are due (AMB-15).
 *
 * Returns: %TRUE if every field can be stored; else %FALSE with a %XYB_CORE_ERROR that names the
 *   first field that cannot
 */
gboolean
xyb_nomination_validate (XybNomination *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return check_district (self->unit_id, error) && check_position (self->position, error)
         && xyb_field_clean_text (N_ ("主要产品"), &self->products, MAX_TEXT, error)
         && check_revenue (self, error)
         && check_number (N_ ("职工人数"), self->headcount, 0, XYB_MAX_HEADCOUNT, error)
         && xyb_field_clean_text (N_ ("联系人"), &self->contact, MAX_TEXT, error)
         && check_phone (N_ ("电话"), &self->phone, error)
         && xyb_field_clean_date (N_ ("确定名单日期"), &self->confirmed_on, error)
         && xyb_field_clean_date (N_ ("签约日期"), &self->signed_on, error)
         && xyb_field_clean_date (N_ ("验收通过日期"), &self->accepted_on, error)
         && xyb_field_clean_text (N_ ("备注"), &self->note, MAX_NOTE, error);
}

/**
 * xyb_submission_validate:
 * @self: what a 区镇 has returned; its fields are cleaned in place
 * @error: return location for an error
 *
 * The one gate before a submission is stored (ENT-05, ENT-06).
 *
 * Returns: %TRUE if every field can be stored; else %FALSE with a %XYB_CORE_ERROR that names the
 *   first field that cannot
 */
gboolean
xyb_submission_validate (XybSubmission *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return check_district (self->unit_id, error)
         && check_choice (N_ ("报送状态"), (int) self->state, XYB_SUBMISSION_MISSING,
                          XYB_SUBMISSION_CONFIRMED, error)
         && xyb_field_clean_date (N_ ("收到日期"), &self->received_on, error)
         && xyb_field_clean_text (N_ ("业务负责人"), &self->officer, MAX_TEXT, error)
         && check_phone (N_ ("联系方式"), &self->officer_phone, error)
         && xyb_field_clean_text (N_ ("备注"), &self->note, MAX_NOTE, error);
}
