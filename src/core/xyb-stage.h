/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"

G_BEGIN_DECLS

/* How far an enterprise is with its 贯标 in one year. The numbers are bound into the store's
 * questions. */
typedef enum
{
  XYB_STAGE_NONE = 0,      /* not put forward */
  XYB_STAGE_NOMINATED = 1, /* 已推荐 */
  XYB_STAGE_CONFIRMED = 2, /* on the list, 未签约 */
  XYB_STAGE_SIGNED = 3,    /* 实施中 */
  XYB_STAGE_ACCEPTED = 4   /* 已验收 */
} XybStage;

XybStage xyb_stage_of (const XybNomination *nomination);
const char *xyb_stage_name (XybStage stage);

G_END_DECLS
