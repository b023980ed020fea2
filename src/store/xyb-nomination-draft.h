/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-nomination-cells.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* What a clerk typed or pasted into 附件2 of one 区镇, on its way into the office file: which
 * company each name means is found in the register, and asked where it is not plain. */

typedef enum
{
  XYB_NOMINATION_ASK_WHICH,  /* the register has like names: one of @candidates, or a new company */
  XYB_NOMINATION_ASK_RENAME, /* another name over @old_name: is it renamed, or another company? */
  XYB_NOMINATION_ASK_REPLACE /* the companies of @displaced would go out of the list */
} XybNominationAsk;

/**
 * XybNominationQuestion:
 * @ask: what is asked
 * @row: of the sheet, from 0
 * @name: the name as it was written; %NULL for %XYB_NOMINATION_ASK_REPLACE
 * @old_name: the company that stands there now, or %NULL
 * @candidates: (element-type XybEnterprise): the likeliest first
 * @exact: the only candidate bears the name itself, so that no second company can be called so
 * @displaced: (element-type utf8): names of companies
 */
typedef struct
{
  XybNominationAsk ask;
  guint row;
  char *name;
  char *old_name;
  GPtrArray *candidates;
  gboolean exact;
  GPtrArray *displaced;
} XybNominationQuestion;

/* Answers that are not the id of a candidate. */
#define XYB_NOMINATION_ANSWER_NEW G_GINT64_CONSTANT (-1) /* a company the register does not know   \
                                                          */
#define XYB_NOMINATION_ANSWER_RENAME                                                               \
  G_GINT64_CONSTANT (-2) /* the company of the row is called so now */
#define XYB_NOMINATION_ANSWER_OTHER G_GINT64_CONSTANT (-3) /* another company takes its place */
#define XYB_NOMINATION_ANSWER_AGREE G_GINT64_CONSTANT (-4) /* let them go */

typedef struct _XybNominationDraft XybNominationDraft;

XybNominationDraft *xyb_nomination_draft_new (int year,
                                              gint64 plan_id,
                                              gint64 unit_id,
                                              const char *district,
                                              GPtrArray *rows,
                                              XybMoneyUnit default_unit);
void xyb_nomination_draft_free (XybNominationDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybNominationDraft, xyb_nomination_draft_free)

void xyb_nomination_draft_set (XybNominationDraft *self,
                               guint row,
                               XybNominationCell cell,
                               const char *text);
gboolean xyb_nomination_draft_resolve (XybNominationDraft *self,
                                       XybStore *store,
                                       const XybNominationQuestion **out_question,
                                       GError **error);
void xyb_nomination_draft_answer (XybNominationDraft *self, gint64 answer);
gboolean xyb_nomination_draft_store (XybNominationDraft *self,
                                     XybStore *store,
                                     const char *what,
                                     const char *today,
                                     GError **error);
char *xyb_nomination_draft_dup_remark (XybNominationDraft *self, XybStore *store);

G_END_DECLS
