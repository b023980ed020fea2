/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise.h"

#include "xyb-i18n.h"
#include "xyb-named-number.h"

static const XybNamedNumber industry_names[] = {
  { XYB_INDUSTRY_MANUFACTURING, NULL, N_ ("制造业") },
  { XYB_INDUSTRY_PRODUCER_SERVICES, NULL, N_ ("生产性服务业") },
  { XYB_INDUSTRY_OTHER, NULL, N_ ("其他") },
};

static const XybNamedNumber state_names[] = {
  { XYB_SUBMISSION_MISSING, NULL, N_ ("未报") },     { XYB_SUBMISSION_RECEIVED, NULL, N_ ("已报") },
  { XYB_SUBMISSION_QUESTIONS, NULL, N_ ("有疑问") }, { XYB_SUBMISSION_RETURNED, NULL, N_ ("退回") },
  { XYB_SUBMISSION_CONFIRMED, NULL, N_ ("已确认") },
};

/**
 * xyb_industry_name:
 * @industry: an industry (ENT-07, PLAN-06)
 *
 * Returns: (nullable): 制造业, 生产性服务业 or 其他; %NULL where unsaid
 */
const char *
xyb_industry_name (XybIndustry industry)
{
  return xyb_named_number_name (industry_names, G_N_ELEMENTS (industry_names), (int) industry);
}

/**
 * xyb_industry_from_name:
 * @name: (nullable): the industry's name
 *
 * Returns: the industry, or %XYB_INDUSTRY_UNSAID where @name is none
 */
XybIndustry
xyb_industry_from_name (const char *name)
{
  return (XybIndustry) xyb_named_number_find (industry_names, G_N_ELEMENTS (industry_names), name);
}

/**
 * xyb_submission_state_name:
 * @state: what a 区镇 has returned (ENT-06)
 *
 * Returns: (nullable): 未报, 已报, 有疑问, 退回 or 已确认; %NULL for an unknown number
 */
const char *
xyb_submission_state_name (XybSubmissionState state)
{
  return xyb_named_number_name (state_names, G_N_ELEMENTS (state_names), (int) state);
}

/**
 * xyb_submission_state_from_name:
 * @name: (nullable): the state's name
 *
 * Returns: the state, or 0 where @name is none
 */
XybSubmissionState
xyb_submission_state_from_name (const char *name)
{
  return (XybSubmissionState) xyb_named_number_find (state_names, G_N_ELEMENTS (state_names), name);
}

/**
 * xyb_former_name_new:
 *
 * Returns: (transfer full): a former name that says nothing yet
 */
XybFormerName *
xyb_former_name_new (void)
{
  return g_new0 (XybFormerName, 1);
}

/**
 * xyb_former_name_free:
 * @self: (nullable): a former name
 */
void
xyb_former_name_free (XybFormerName *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->until);
  g_free (self);
}

static void
copy_former_names (const XybEnterprise *self, XybEnterprise *copy)
{
  copy->former_names = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_former_name_free);
  for (guint i = 0; i < self->former_names->len; i++)
    {
      const XybFormerName *row = self->former_names->pdata[i];
      XybFormerName *former = xyb_former_name_new ();

      former->id = row->id;
      former->name = g_strdup (row->name);
      former->until = g_strdup (row->until);
      g_ptr_array_add (copy->former_names, former);
    }
}

/**
 * xyb_enterprise_new:
 *
 * Returns: (transfer full): an enterprise of which nothing has been said, not even its name
 */
XybEnterprise *
xyb_enterprise_new (void)
{
  XybEnterprise *self = g_new0 (XybEnterprise, 1);

  self->industry = XYB_INDUSTRY_UNSAID;
  self->above_scale = XYB_TRI_UNSAID;
  self->headcount = XYB_UNSAID;
  self->former_names = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_former_name_free);
  return self;
}

/**
 * xyb_enterprise_copy:
 * @self: an enterprise
 *
 * Returns: (transfer full): @self again, with its id and former names
 */
XybEnterprise *
xyb_enterprise_copy (const XybEnterprise *self)
{
  XybEnterprise *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (XybEnterprise, 1);
  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->credit_code = g_strdup (self->credit_code);
  copy->unit_name = g_strdup (self->unit_name);
  copy->founded_on = g_strdup (self->founded_on);
  copy->legal_person = g_strdup (self->legal_person);
  copy->products = g_strdup (self->products);
  copy->contact = g_strdup (self->contact);
  copy->phone = g_strdup (self->phone);
  copy->note = g_strdup (self->note);
  copy_former_names (self, copy);
  return copy;
}

/**
 * xyb_enterprise_free:
 * @self: (nullable): an enterprise
 */
void
xyb_enterprise_free (XybEnterprise *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->credit_code);
  g_free (self->unit_name);
  g_free (self->founded_on);
  g_free (self->legal_person);
  g_free (self->products);
  g_free (self->contact);
  g_free (self->phone);
  g_free (self->note);
  g_ptr_array_unref (self->former_names);
  g_free (self);
}

/**
 * xyb_enterprise_match_name:
 * @self: an enterprise with its former names
 * @name: a name somebody wrote
 *
 * Returns: how well @name is its present or one of its former names, whichever is nearer
 */
XybCompanyMatch
xyb_enterprise_match_name (const XybEnterprise *self, const char *name)
{
  XybCompanyMatch best;

  g_return_val_if_fail (self != NULL, XYB_COMPANY_MATCH_NONE);

  best = xyb_company_name_compare (self->name, name);
  for (guint i = 0; i < self->former_names->len; i++)
    {
      const XybFormerName *former = g_ptr_array_index (self->former_names, i);

      best = MAX (best, xyb_company_name_compare (former->name, name));
    }
  return best;
}

/**
 * xyb_nomination_new:
 *
 * Returns: (transfer full): a row of 附件2 of which nothing has been said. The form gives no unit
 *   for 去年销售收入, so 万元 is taken until somebody says otherwise (ENT-03, AMB-11)
 */
XybNomination *
xyb_nomination_new (void)
{
  XybNomination *self = g_new0 (XybNomination, 1);

  self->revenue_fen = XYB_UNSAID;
  self->revenue_unit = XYB_MONEY_UNIT_WAN;
  self->headcount = XYB_UNSAID;
  return self;
}

/**
 * xyb_nomination_copy:
 * @self: a row of 附件2
 *
 * Returns: (transfer full): @self again, with its id
 */
XybNomination *
xyb_nomination_copy (const XybNomination *self)
{
  XybNomination *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (XybNomination, 1);
  *copy = *self;
  copy->unit_name = g_strdup (self->unit_name);
  copy->enterprise_name = g_strdup (self->enterprise_name);
  copy->products = g_strdup (self->products);
  copy->contact = g_strdup (self->contact);
  copy->phone = g_strdup (self->phone);
  copy->confirmed_on = g_strdup (self->confirmed_on);
  copy->signed_on = g_strdup (self->signed_on);
  copy->accepted_on = g_strdup (self->accepted_on);
  copy->note = g_strdup (self->note);
  return copy;
}

/**
 * xyb_nomination_free:
 * @self: (nullable): a row of 附件2
 */
void
xyb_nomination_free (XybNomination *self)
{
  if (self == NULL)
    return;
  g_free (self->unit_name);
  g_free (self->enterprise_name);
  g_free (self->products);
  g_free (self->contact);
  g_free (self->phone);
  g_free (self->confirmed_on);
  g_free (self->signed_on);
  g_free (self->accepted_on);
  g_free (self->note);
  g_free (self);
}

/**
 * xyb_submission_new:
 *
 * Returns: (transfer full): a 区镇 that has returned nothing: 未报
 */
XybSubmission *
xyb_submission_new (void)
{
  XybSubmission *self = g_new0 (XybSubmission, 1);

  self->state = XYB_SUBMISSION_MISSING;
  return self;
}

/**
 * xyb_submission_free:
 * @self: (nullable): what a 区镇 has returned
 */
void
xyb_submission_free (XybSubmission *self)
{
  if (self == NULL)
    return;
  g_free (self->unit_name);
  g_free (self->received_on);
  g_free (self->officer);
  g_free (self->officer_phone);
  g_free (self->note);
  g_free (self);
}
