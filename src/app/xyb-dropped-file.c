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

/* A workbook that did not come whole is no workbook by its bytes; its name says what it was. */
static gboolean
is_called_table (const char *path)
{
  static const char *const endings[] = { ".xlsx", ".xlsm", ".xls", ".et", ".ods" };
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;
  return FALSE;
}

/**
 * xyb_dropped_file_is_return:
 * @path: a file
 *
 * Returns: whether it is what a 区镇 returns, damaged or not: reading it says what is wrong
 */
gboolean
xyb_dropped_file_is_return (const char *path)
{
  switch (xyb_dropped_file_detect (path))
    {
    case XYB_DROPPED_TABLE:
      return TRUE;
    case XYB_DROPPED_OFFICE:
      return FALSE;
    case XYB_DROPPED_OTHER:
    case XYB_DROPPED_UNREADABLE:
    default:
      return is_called_table (path) && g_file_test (path, G_FILE_TEST_IS_REGULAR);
    }
}
