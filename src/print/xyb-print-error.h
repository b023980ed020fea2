/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define XYB_PRINT_ERROR (xyb_print_error_quark ())

typedef enum
{
  XYB_PRINT_ERROR_FAILED, /* Cairo or Pango said no; files speak through XYB_FILE_ERROR */
  XYB_PRINT_ERROR_CANCELLED
} XybPrintError;

GQuark xyb_print_error_quark (void);

G_END_DECLS
