/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-state.h"
#include "xyb-pinyin.h"

G_BEGIN_DECLS

/* Which units of a 考核表 are in view. */

/* A choice of the filter. */
typedef struct
{
  char *label;
  GArray *units; /* of guint: places in the scheme */
} XybUnitGroup;

/* The first holds all. */
GPtrArray *xyb_assessment_groups_new (const XybAssessmentState *state);

GArray *xyb_assessment_filter (const XybAssessmentState *state,
                               const XybUnitGroup *group,
                               gboolean only_open,
                               const char *text,
                               XybPinyin *pinyin);

G_END_DECLS
