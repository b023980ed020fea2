/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-nomination-table.h"

G_BEGIN_DECLS

/* 下发模板: 附件2 as it is handed out to a 区镇, with what it is told about filling it in. */

/* What may be typed into a cell; the reader of returned forms takes all of it without asking. */
#define XYB_TEMPLATE_MIN_PHONE_CHARS 7
#define XYB_TEMPLATE_MAX_PHONE_CHARS 60
#define XYB_TEMPLATE_MAX_REVENUE 100000000 /* 万元: 1 万亿元 */

typedef struct
{
  XybNominationTable *table; /* the form; its rows are those of an earlier year, or none */
  char **districts;          /* to choose from, in official order */
  char **instructions;       /* 填表说明, a sentence each */
} XybNominationTemplate;

XybNominationTemplate *xyb_nomination_template_new (const XybPlan *plan,
                                                    const char *district,
                                                    const XybSubmission *submission,
                                                    GPtrArray *nominations,
                                                    const char *const *districts);
void xyb_nomination_template_free (XybNominationTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybNominationTemplate, xyb_nomination_template_free)

G_END_DECLS
