/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-dropped-file.h"

#include "xyb-file-kind.h"
#include "xyb-store.h"

/**
 * xyb_dropped_file_detect:
 * @path: a file
 *
 * Its name is never asked: a backup sent by OA may have lost its ending.
 *
 * Returns: what it is
 */
XybDroppedKind
xyb_dropped_file_detect (const char *path)
{
  XybFileKind kind = XYB_FILE_KIND_UNKNOWN;

  if (xyb_store_is_office (path))
    return XYB_DROPPED_OFFICE;
  if (!xyb_file_kind_detect (path, &kind, NULL))
    return XYB_DROPPED_UNREADABLE;
  switch (kind)
    {
    case XYB_FILE_KIND_XLSX:
    case XYB_FILE_KIND_XLSB:
    case XYB_FILE_KIND_XLS:
    case XYB_FILE_KIND_ENCRYPTED:
    case XYB_FILE_KIND_ODS:
    case XYB_FILE_KIND_CSV:
    case XYB_FILE_KIND_WEB_TABLE:
    case XYB_FILE_KIND_XML_TABLE:
      return XYB_DROPPED_TABLE;
    default:
      return XYB_DROPPED_OTHER;
    }
}
