/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define XYB_EXCHANGE_ERROR (xyb_exchange_error_quark ())

/* Files speak through XYB_FILE_ERROR; these are about what is in them. */
typedef enum
{
  XYB_EXCHANGE_ERROR_FAILED,
  XYB_EXCHANGE_ERROR_FORMAT,    /* not a workbook we read, encrypted, renamed */
  XYB_EXCHANGE_ERROR_DAMAGED,   /* broken zip or XML */
  XYB_EXCHANGE_ERROR_LIMIT,     /* hostile or absurd: over a cap */
  XYB_EXCHANGE_ERROR_READ_BACK, /* what was written is not what was meant; old file kept */
  XYB_EXCHANGE_ERROR_CANCELLED
} XybExchangeError;

GQuark xyb_exchange_error_quark (void);

G_END_DECLS
