/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file that was dropped on the window is, by its bytes. */
typedef enum
{
  XYB_DROPPED_OFFICE,
  XYB_DROPPED_TABLE, /* a workbook, as 区镇 return them */
  XYB_DROPPED_OTHER,
  XYB_DROPPED_UNREADABLE
} XybDroppedKind;

XybDroppedKind xyb_dropped_file_detect (const char *path);
gboolean xyb_dropped_file_is_return (const char *path);

G_END_DECLS
