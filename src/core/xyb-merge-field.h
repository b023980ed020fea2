/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"

G_BEGIN_DECLS

/* Two entries of one enterprise side by side, field by field: what both say, and what comes out
 * when one goes into the other. */

typedef enum
{
  XYB_MERGE_NAME,
  XYB_MERGE_CODE,
  XYB_MERGE_DISTRICT,
  XYB_MERGE_INDUSTRY,
  XYB_MERGE_ABOVE_SCALE,
  XYB_MERGE_FOUNDED,
  XYB_MERGE_LEGAL_PERSON,
  XYB_MERGE_PRODUCTS,
  XYB_MERGE_HEADCOUNT,
  XYB_MERGE_CONTACT,
  XYB_MERGE_PHONE,
  XYB_MERGE_CLOSED,
  XYB_MERGE_NOTE,
  XYB_N_MERGE_FIELDS
} XybMergeField;

#define XYB_MERGE_BIT(field) (1u << (field))

const char *xyb_merge_field_name (XybMergeField field); /* 联系人 */
const char *xyb_merge_field_key (XybMergeField field);  /* contact, as xyb spells it */
/* Chinese names too. */
gboolean xyb_merge_field_from_key (const char *key, XybMergeField *out_field);
char *xyb_merge_field_text (const XybEnterprise *enterprise, XybMergeField field);
gboolean
xyb_merge_field_differs (const XybEnterprise *a, const XybEnterprise *b, XybMergeField field);

void xyb_enterprise_merge (XybEnterprise *keep, const XybEnterprise *gone, guint take);

G_END_DECLS
