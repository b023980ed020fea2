/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-table.h"
#include "xyb-evidence.h"
#include "xyb-grid-reader.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* 考核 of a year and a kind of unit: marks, 扣分情况, 情况说明, settlement, snapshots (§7). */

/* KH-28: of a whole unit, or of one of its cells. */
typedef struct
{
  gint64 id;
  gint64 unit_id;
  gint64 indicator_id; /* 0: of the whole unit */
  char *text;
  char *given_on;      /* ISO, or NULL */
  char *file_name;     /* what the attached file was called; or NULL */
  char *sha256;        /* of it; or NULL */
} XybExplanation;

XybExplanation *xyb_explanation_new (void);
void xyb_explanation_free (XybExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybExplanation, xyb_explanation_free)

/* The sign-off of 年终结算 (KH-27). */
typedef struct
{
  gint64 id;
  char *signed_on; /* ISO */
  char *signed_by;
} XybSettlement;

/* Everything about one table. */
typedef struct
{
  XybScheme *scheme;
  GHashTable *marks;         /* as xyb_marks_new() makes it */
  GHashTable *remarks;       /* gint64 unit id → char *: 扣分情况 */
  GHashTable *facts;         /* as xyb_facts_new() makes it */
  GPtrArray *explanations;   /* of XybExplanation, official order */
  XybSettlement *settlement; /* NULL: not settled, or taken back */
} XybAssessment;

XybAssessment *
xyb_assessment_store_load (XybStore *store, int year, XybUnitKind kind, GError **error);
void xyb_assessment_free (XybAssessment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybAssessment, xyb_assessment_free)

XybScoreSheet *
xyb_assessment_score (const XybAssessment *self, XybPhase phase, const char *today);
XybAssessmentTable *
xyb_assessment_print (const XybAssessment *self, XybPhase phase, const char *today);
GPtrArray *xyb_assessment_proposals (const XybAssessment *self); /* of XybProposal */
const XybExplanation *xyb_assessment_find_explanation (const XybAssessment *self,
                                                       gint64 unit_id,
                                                       gint64 indicator_id);

/* ---- marks: one revision a call ---- */

typedef struct
{
  gint64 unit_id;
  gint64 indicator_id;
  const XybMark *mark; /* borrowed; UNSAID makes the cell blank, NOT_APPLICABLE a 非考核项 */
  gboolean lift;       /* a 非考核项 becomes assessed by it; otherwise it refuses */
} XybCellEdit;

gboolean xyb_assessment_store_set_cells (XybStore *store,
                                         const XybScheme *scheme,
                                         const XybCellEdit *edits,
                                         gsize n_edits,
                                         GError **error);
gboolean xyb_assessment_store_set_remark (XybStore *store,
                                          const XybScheme *scheme,
                                          gint64 unit_id,
                                          const char *text,
                                          GError **error);
/* A whole grid that has no problem left; what prints the same already stays as it is. */
gboolean xyb_assessment_store_import (XybStore *store,
                                      const XybAssessment *self,
                                      const XybGrid *grid,
                                      const char *file_name,
                                      guint *out_changed,
                                      GError **error);

/* ---- 情况说明 ---- */

gboolean xyb_assessment_store_explain (XybStore *store,
                                       const XybScheme *scheme,
                                       XybExplanation *explanation,
                                       const char *attachment,
                                       GError **error);
gboolean xyb_assessment_store_remove_explanation (XybStore *store,
                                                  const XybScheme *scheme,
                                                  gint64 id,
                                                  GError **error);

/* ---- 年终结算 ---- */

/* What would still be decided by the scheme's default rather than by a mark. */
typedef struct
{
  guint open;      /* cells still * */
  guint uncounted; /* of them in a column by count, which would lose all of it */
  guint unsaid;    /* event cells nobody has filled */
  char *units;     /* the first few units with one, for the sentence; or NULL */
} XybOpenCells;

void xyb_open_cells_clear (XybOpenCells *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XybOpenCells, xyb_open_cells_clear)
void xyb_assessment_count_open (const XybAssessment *self, XybOpenCells *out);

gboolean xyb_assessment_store_settle (XybStore *store,
                                      const XybAssessment *self,
                                      const char *signed_on,
                                      const char *signed_by,
                                      gboolean accept_open,
                                      GError **error);
gboolean xyb_assessment_store_reopen (XybStore *store,
                                      const XybAssessment *self,
                                      const char *reason,
                                      const char *today,
                                      GError **error);
/* The table as it was signed; INVALID_TEXT of core where it is damaged. */
XybAssessmentTable *
xyb_assessment_store_get_settled (XybStore *store, const XybAssessment *self, GError **error);
gboolean
xyb_assessment_store_check_open (XybStore *store, const XybScheme *scheme, GError **error);

/* ---- snapshots ---- */

typedef struct
{
  gint64 id;
  int issue;      /* 第 N 期 */
  char *taken_on; /* ISO */
  XybPhase phase;
  char *voided_on; /* or NULL */
  char *void_reason;
} XybSnapshot;

void xyb_snapshot_free (XybSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybSnapshot, xyb_snapshot_free)

GPtrArray *
xyb_assessment_store_list_snapshots (XybStore *store, const XybScheme *scheme, GError **error);
XybAssessmentTable *xyb_assessment_store_get_snapshot (XybStore *store,
                                                       const XybScheme *scheme,
                                                       int issue,
                                                       GError **error);
gboolean xyb_assessment_store_take_snapshot (XybStore *store,
                                             const XybAssessment *self,
                                             int issue,
                                             const char *taken_on,
                                             GError **error);
gboolean xyb_assessment_store_void_snapshot (XybStore *store,
                                             const XybScheme *scheme,
                                             int issue,
                                             const char *reason,
                                             const char *today,
                                             GError **error);

G_END_DECLS
