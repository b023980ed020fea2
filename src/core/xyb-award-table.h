/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-list.h"
#include "xyb-contract.h"
#include "xyb-list-table.h"

G_BEGIN_DECLS

/* The register of awards, who may apply, and whom a provider serves, as they are printed and handed
 * out. @condition: what was filtered for, in the clerk's words, or NULL. */

XybListTable *xyb_award_table_new (const GPtrArray *awards,
                                   const XybAwardFilter *filter,
                                   const char *condition,
                                   const char *today);
char *xyb_award_table_file_name (const XybAwardFilter *filter, const char *today);

XybListTable *xyb_candidate_table_new (const GPtrArray *candidates,
                                       int year,
                                       XybTrack track,
                                       const char *on,
                                       const char *condition);
/* 「2020年昆山市苏州市级示范可申报企业名单」 */
char *xyb_candidate_table_file_name (int year, XybTrack track);

XybListTable *
xyb_provider_table_new (const XybProvider *provider, const GPtrArray *contracts, const char *today);
char *xyb_provider_table_file_name (const XybProvider *provider, const char *today);

/* What is said of an award's state: 有效, or 2020-12-01 取消：重大失信 */
char *xyb_award_dup_state (const XybAward *award);
/* 2020-05-01 至 2020-10-31 */
char *xyb_contract_dup_term (const XybContract *contract);

G_END_DECLS
