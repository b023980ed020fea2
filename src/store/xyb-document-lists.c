/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-store.h"
#include "xyb-document-store.h"
#include "xyb-plan-store.h"
#include "xyb-provider-store.h"

/* The lists of what came of 贯标 and 示范: read for paper and workbook. */

/**
 * xyb_document_store_read_awards:
 * @store: a connection
 * @filter: which of them
 * @condition: (nullable): what was filtered for beside level and year, in the clerk's words
 * @today: ISO
 * @error: return location
 *
 * Returns: (transfer full) (nullable): 认定名册
 */
XybListTable *
xyb_document_store_read_awards (XybStore *store,
                                const XybAwardFilter *filter,
                                const char *condition,
                                const char *today,
                                GError **error)
{
  g_autoptr (GPtrArray) awards = xyb_award_store_list (store, filter->track, 0, error);
  g_autoptr (GPtrArray) shown
    = awards != NULL ? xyb_award_store_select (store, awards, filter, error) : NULL;

  if (shown == NULL)
    return NULL;
  xyb_award_list_sort (shown);
  return xyb_award_table_new (shown, filter, condition, today);
}

/**
 * xyb_document_store_read_candidates:
 * @store: a connection
 * @query: of which year and level, counted to which day, and which of them
 * @condition: (nullable): what was filtered for, in the clerk's words
 * @error: of the store; NOT_FOUND where the year has no plan
 *
 * Returns: (transfer full) (nullable): 可申报企业名单
 */
XybListTable *
xyb_document_store_read_candidates (XybStore *store,
                                    const XybCandidateQuery *query,
                                    const char *condition,
                                    GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, query->year, error);
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  g_autofree char *on = NULL;

  if (plan == NULL)
    return NULL;
  on = query->on != NULL ? g_strdup (query->on)
                         : xyb_candidate_day (plan, query->track, query->today);
  candidates = xyb_award_store_list_candidates (store, plan, query->track, on, error);
  if (candidates == NULL)
    return NULL;
  shown = xyb_award_store_select_candidates (store, candidates, &query->filter, error);
  if (shown == NULL)
    return NULL;
  return xyb_candidate_table_new (shown, query->year, query->track, on, condition);
}

/**
 * xyb_document_store_read_provider:
 * @store: a connection
 * @provider_id: which
 * @today: ISO
 * @error: of the store; NOT_FOUND where there is no such provider
 *
 * Returns: (transfer full) (nullable): its 服务企业名单
 */
XybListTable *
xyb_document_store_read_provider (XybStore *store,
                                  gint64 provider_id,
                                  const char *today,
                                  GError **error)
{
  g_autoptr (XybProvider) provider = xyb_provider_store_get (store, provider_id, error);
  g_autoptr (GPtrArray) contracts = NULL;

  if (provider == NULL)
    return NULL;
  contracts = xyb_contract_store_list (store, 0, provider_id, error);
  return contracts != NULL ? xyb_provider_table_new (provider, contracts, today) : NULL;
}
