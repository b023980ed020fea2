/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-date.h"
#include "xyb-i18n.h"

/* The filters of the register, the same for finding and for writing it out. */

/**
 * xyb_cli_take_register_filter:
 * @filter: as given on the command line
 * @query: gets what is asked for; its text and order are left alone
 *
 * A state is that of --year, else of any year.
 *
 * Returns: %FALSE with a sentence
 */
gboolean
xyb_cli_take_register_filter (XybStore *store,
                              const XybCliRegisterFilter *filter,
                              XybEnterpriseQuery *query,
                              GError **error)
{
  g_autoptr (XybUnit) unit = NULL;

  if (filter->year != NULL && !xyb_year_parse (filter->year, &query->nominated_year, error))
    return FALSE;
  query->nominated_ever = filter->ever;
  query->state_year = query->nominated_year;
  query->state = xyb_register_state_from_name (filter->state);
  if (filter->state != NULL && query->state == XYB_REGISTER_STATE_ANY)
    return xyb_cli_usage_error (error,
                                _ ("没有状态「%s」，可用：已推荐、未签约、实施中、已验收、未申报、"
                                   "规模以上、未填代码、已注销。"),
                                filter->state);
  /* Within a year's list nobody is 未申报 in that year. */
  if (query->state == XYB_REGISTER_STATE_UNNOMINATED)
    query->nominated_year = 0;
  if (filter->district == NULL)
    return TRUE;
  unit = xyb_unit_store_find (store, filter->district, XYB_UNIT_KIND_DISTRICT, error);
  if (unit == NULL)
    return FALSE;
  query->unit_id = unit->id;
  return TRUE;
}
