/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-table.h"
#include "xyb-enterprise-sheet.h"
#include "xyb-enterprise-store.h"
#include "xyb-log-table.h"
#include "xyb-nomination-store.h"
#include "xyb-nomination-table.h"
#include "xyb-register-table.h"

G_BEGIN_DECLS

/**
 * XybCandidateQuery:
 * @year: of the plan
 * @track: 苏州市级示范 or 省级示范
 * @on: (nullable): ISO day the conditions are counted to; %NULL: xyb_candidate_day()
 * @today: ISO
 * @filter: which of them
 */
typedef struct
{
  int year;
  XybTrack track;
  const char *on;
  const char *today;
  XybCandidateFilter filter;
} XybCandidateQuery;

/* Reads from the office file what a printed document shows. */

/* @ids (of gint64) in the order to print, or NULL for the whole register without 注销. */
XybRegisterTable *xyb_document_store_read_register (XybStore *store,
                                                    GArray *ids,
                                                    const char *condition,
                                                    const char *today,
                                                    GError **error);
/* 周市镇，2020年申报，已验收，“机械”; NULL where nothing is asked for. */
char *xyb_enterprise_query_describe (const XybEnterpriseQuery *self, const char *district);
XybEnterpriseSheet *xyb_document_store_read_enterprise (XybStore *store,
                                                        gint64 enterprise_id,
                                                        const char *today,
                                                        GError **error);
/* @ids (of gint64) of revisions, latest first, or NULL for the latest ones. */
XybLogTable *xyb_document_store_read_log (XybStore *store,
                                          GArray *ids,
                                          const char *condition,
                                          const char *today,
                                          GError **error);

/* 附件2: the 区镇 that are asked for one; of XybSubmission, never empty. */
GPtrArray *
xyb_document_store_list_submissions (XybStore *store, const XybPlan *plan, GError **error);
/* Of XybNominationTable: the list of one 区镇, or with 0 one of each. */
GPtrArray *xyb_document_store_read_nominations (XybStore *store,
                                                const XybPlan *plan,
                                                gint64 unit_id,
                                                GError **error);
XybNominationTable *
xyb_document_store_read_merged (XybStore *store, const XybPlan *plan, GError **error);

/* Lists of who passed, who may apply, whom a provider serves; @condition as above. */
XybListTable *xyb_document_store_read_awards (XybStore *store,
                                              const XybAwardFilter *filter,
                                              const char *condition,
                                              const char *today,
                                              GError **error);
XybListTable *xyb_document_store_read_candidates (XybStore *store,
                                                  const XybCandidateQuery *query,
                                                  const char *condition,
                                                  GError **error);
XybListTable *xyb_document_store_read_provider (XybStore *store,
                                                gint64 provider_id,
                                                const char *today,
                                                GError **error);

G_END_DECLS
