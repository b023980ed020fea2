/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XYB_CORE_ERROR:
 *
 * Errors of values and rules. The message is the Chinese sentence the clerk reads; it names the
 * field and says what to do.
 */
#define XYB_CORE_ERROR (xyb_core_error_quark ())

typedef enum
{
  XYB_CORE_ERROR_INVALID_TEXT,   /* control characters, broken UTF-8 */
  XYB_CORE_ERROR_TOO_LONG,       /* more characters than the field holds */
  XYB_CORE_ERROR_EMPTY,          /* a field that must be filled is empty */
  XYB_CORE_ERROR_INVALID_CODE,   /* 统一社会信用代码 that cannot be one */
  XYB_CORE_ERROR_UNCONFIRMED,    /* a doubtful value that needs the clerk's confirmation */
  XYB_CORE_ERROR_INVALID_NUMBER, /* not a number, or out of range */
  XYB_CORE_ERROR_INVALID_DATE,   /* impossible date or year */
  XYB_CORE_ERROR_INVALID_PHONE,
  XYB_CORE_ERROR_UNKNOWN_UNIT,
  XYB_CORE_ERROR_SUM_MISMATCH,   /* QUO-01: quotas do not sum to the plan's target */
  XYB_CORE_ERROR_INVALID_SCHEME, /* a 考核方案 that cannot be used as it is */
  XYB_CORE_ERROR_UNKNOWN_MARK,   /* a text that is no mark of the 考核表 */
  XYB_CORE_ERROR_UNFIT_MARK,     /* a mark that does not fit the indicator, or the unit */
  XYB_CORE_ERROR_INVALID_STAGE   /* a stage, or a move to it, that cannot be */
} XybCoreError;

GQuark xyb_core_error_quark (void);

G_END_DECLS
