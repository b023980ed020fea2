/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-list.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* The register of who has passed, over all the years: rows entered for earlier years, the accepted
 * rows of 附件2, and the 示范 tracks of the office's own records. Nothing is kept twice. */

/* 0 for all of them; of XybAward, by enterprise, track and year. */
GPtrArray *
xyb_award_store_list (XybStore *store, XybTrack track, gint64 enterprise_id, GError **error);
/* All of them in any order, without the names of enterprise and 区镇: for who reads the register
 * beside them. */
GPtrArray *xyb_award_store_list_bare (XybStore *store, GError **error);

/* One of the years before: @awards are cleaned, each gets its id; all of them or none. */
gboolean xyb_award_store_add (XybStore *store,
                              XybAward *const *awards,
                              guint n_awards,
                              const char *today,
                              GError **error);
/* Its year, day, number and note; only of a row entered for an earlier year. */
gboolean
xyb_award_store_correct (XybStore *store, XybAward *award, const char *today, GError **error);
gboolean xyb_award_store_remove (XybStore *store, gint64 id, GError **error);
gboolean xyb_award_store_revoke (XybStore *store,
                                 const XybAward *award,
                                 const char *on,
                                 const char *reason,
                                 const char *number,
                                 const char *today,
                                 GError **error);

/* Everybody who has passed the level below, may they apply or not; of XybCandidate. */
GPtrArray *xyb_award_store_list_candidates (XybStore *store,
                                            const XybPlan *plan,
                                            XybTrack track,
                                            const char *on,
                                            GError **error);

/* What a filter leaves of either list: borrowed rows in the same order. */
GPtrArray *xyb_award_store_select (XybStore *store,
                                   const GPtrArray *awards,
                                   const XybAwardFilter *filter,
                                   GError **error);
GPtrArray *xyb_award_store_select_candidates (XybStore *store,
                                              const GPtrArray *candidates,
                                              const XybCandidateFilter *filter,
                                              GError **error);

G_END_DECLS
