/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-contract.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-credit-code.h"
#include "xyb-date.h"
#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

#define MAX_NAME 100
#define MAX_TEXT 200
#define MAX_NOTE 500

static const struct
{
  XybContractKind kind;
  const char *key;
  const char *name;
} kinds[] = {
  { XYB_CONTRACT_ACCREDITATION, "accreditation", N_ ("贯标咨询服务合同") },
  { XYB_CONTRACT_MODEL, "model", N_ ("示范咨询服务合同") },
};

/* 贯标咨询服务合同 or 示范咨询服务合同; NULL for an unknown number. */
const char *
xyb_contract_kind_name (XybContractKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return _ (kinds[i].name);
  return NULL;
}

/* Its name in JSON and on the command line; NULL for an unknown number. */
const char *
xyb_contract_kind_key (XybContractKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].key;
  return NULL;
}

/* By key, the Chinese name, or 贯标 and 示范 for short; 0 where @key is none. */
XybContractKind
xyb_contract_kind_from_key (const char *key)
{
  for (gsize i = 0; key != NULL && *key != '\0' && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].key, key) || g_str_has_prefix (kinds[i].name, key))
      return kinds[i].kind;
  return 0;
}

XybProvider *
xyb_provider_new (void)
{
  return g_new0 (XybProvider, 1);
}

/* (transfer full) */
XybProvider *
xyb_provider_copy (const XybProvider *self)
{
  XybProvider *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);
  copy->credit_code = g_strdup (self->credit_code);
  copy->contact = g_strdup (self->contact);
  copy->phone = g_strdup (self->phone);
  copy->note = g_strdup (self->note);
  return copy;
}

void
xyb_provider_free (XybProvider *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->credit_code);
  g_free (self->contact);
  g_free (self->phone);
  g_free (self->note);
  g_free (self);
}

XybContract *
xyb_contract_new (void)
{
  XybContract *self = g_new0 (XybContract, 1);

  self->kind = XYB_CONTRACT_ACCREDITATION;
  return self;
}

/* (transfer full) */
XybContract *
xyb_contract_copy (const XybContract *self)
{
  XybContract *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->provider_name = g_strdup (self->provider_name);
  copy->enterprise_name = g_strdup (self->enterprise_name);
  copy->unit_name = g_strdup (self->unit_name);
  copy->signed_on = g_strdup (self->signed_on);
  copy->starts_on = g_strdup (self->starts_on);
  copy->ends_on = g_strdup (self->ends_on);
  copy->note = g_strdup (self->note);
  return copy;
}

void
xyb_contract_free (XybContract *self)
{
  if (self == NULL)
    return;
  g_free (self->provider_name);
  g_free (self->enterprise_name);
  g_free (self->unit_name);
  g_free (self->signed_on);
  g_free (self->starts_on);
  g_free (self->ends_on);
  g_free (self->note);
  g_free (self);
}

/* ---- gates ---- */

static gboolean
clean_code (XybProvider *self, GError **error)
{
  g_autofree char *code = NULL;

  if (xyb_text_is_placeholder (self->credit_code))
    {
      g_clear_pointer (&self->credit_code, g_free);
      return TRUE;
    }
  if (!xyb_credit_code_accept (self->credit_code, FALSE, &code, error))
    return FALSE;
  g_free (self->credit_code);
  self->credit_code = g_steal_pointer (&code);
  return TRUE;
}

/**
 * xyb_provider_validate:
 * @self: its fields are cleaned in place
 * @error: return location for a %XYB_CORE_ERROR
 *
 * Returns: whether every field can be stored
 */
gboolean
xyb_provider_validate (XybProvider *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!xyb_field_clean_name (N_ ("服务机构名称"), &self->name, MAX_NAME, error))
    return FALSE;
  return clean_code (self, error)
         && xyb_field_clean_text (N_ ("联系人"), &self->contact, MAX_TEXT, error)
         && xyb_field_clean_text (N_ ("电话"), &self->phone, MAX_TEXT, error)
         && xyb_field_clean_text (N_ ("备注"), &self->note, MAX_NOTE, error);
}

static gboolean
check_term (const XybContract *self, const char *today, GError **error)
{
  if (self->signed_on == NULL)
    {
      g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY,
                           _ ("合同没有签订日期，请填写。"));
      return FALSE;
    }
  if (strcmp (self->signed_on, today) > 0)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                   _ ("合同签订日期 %s 还没有到，请在签订以后再登记。"), self->signed_on);
      return FALSE;
    }
  if (self->starts_on != NULL && self->ends_on != NULL
      && strcmp (self->ends_on, self->starts_on) <= 0)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                   _ ("合同服务截止 %s 不晚于服务开始 %s，请核对起止日期。"), self->ends_on,
                   self->starts_on);
      return FALSE;
    }
  if (self->ends_on != NULL && strcmp (self->ends_on, self->signed_on) < 0)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                   _ ("合同服务截止 %s 早于签订日期 %s，请核对。"), self->ends_on, self->signed_on);
      return FALSE;
    }
  return TRUE;
}

/**
 * xyb_contract_validate:
 * @self: its fields are cleaned in place
 * @today: ISO date
 * @error: return location for a %XYB_CORE_ERROR
 *
 * The one gate before a contract is stored. One that is too short is stored: the office has it, and
 * xyb_contract_warnings() says so.
 *
 * Returns: whether every field can be stored
 */
gboolean
xyb_contract_validate (XybContract *self, const char *today, GError **error)
{
  g_return_val_if_fail (self != NULL && xyb_date_is_valid (today), FALSE);

  if (xyb_contract_kind_name (self->kind) == NULL)
    {
      g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
                           _ ("合同种类只有贯标和示范两种咨询服务合同，请重新选择。"));
      return FALSE;
    }
  return xyb_field_clean_date (N_ ("合同签订日期"), &self->signed_on, error)
         && xyb_field_clean_date (N_ ("合同服务开始"), &self->starts_on, error)
         && xyb_field_clean_date (N_ ("合同服务截止"), &self->ends_on, error)
         && xyb_field_clean_text (N_ ("合同备注"), &self->note, MAX_NOTE, error)
         && check_term (self, today, error);
}

/* ---- rules ---- */

/**
 * xyb_contract_months:
 * @self: a contract
 *
 * Its first and its last day both count: 5月1日 to 10月31日 is six months.
 *
 * Returns: whole months from beginning (or signing) to end; -1 where the end is not said
 */
int
xyb_contract_months (const XybContract *self)
{
  const char *start;
  g_autofree char *behind = NULL;
  int months = 0;

  g_return_val_if_fail (self != NULL, -1);

  start = self->starts_on != NULL ? self->starts_on : self->signed_on;
  if (start == NULL || self->ends_on == NULL)
    return -1;
  behind = xyb_date_shift_day (self->ends_on, 1);
  for (;;)
    {
      g_autofree char *end = xyb_date_shift_month (start, months + 1);

      if (end == NULL || behind == NULL || strcmp (end, behind) > 0)
        return months;
      months++;
    }
}

/**
 * xyb_contract_warnings:
 * @self: a contract
 *
 * Returns: (transfer full) (element-type utf8): what is wrong with it for who applies for 示范: a
 *   sentence each
 */
GPtrArray *
xyb_contract_warnings (const XybContract *self)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (g_free);
  int months;

  g_return_val_if_fail (self != NULL, warnings);

  if (self->kind != XYB_CONTRACT_MODEL)
    return warnings;
  months = xyb_contract_months (self);
  if (months < 0)
    g_ptr_array_add (warnings, g_strdup (_ ("没有登记服务截止日期，看不出跟踪辅导是否满半年。")));
  else if (months < XYB_MODEL_CONTRACT_MONTHS)
    g_ptr_array_add (warnings,
                     g_strdup_printf (_ ("跟踪辅导只有 %d 个整月，应不少于半年。"), months));
  if (!self->filed)
    g_ptr_array_add (warnings, g_strdup (_ ("协议还没有报市信用办备案。")));
  if (!self->stamped)
    g_ptr_array_add (warnings, g_strdup (_ ("合同还没有经市信用办盖章鉴定。")));
  return warnings;
}

/**
 * xyb_contract_serves:
 * @self: a contract
 * @track: one of the tracks
 *
 * Returns: whether a contract of its kind belongs to @track
 */
gboolean
xyb_contract_serves (const XybContract *self, XybTrack track)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->kind == XYB_CONTRACT_ACCREDITATION) == (track == XYB_TRACK_ACCREDITATION);
}
