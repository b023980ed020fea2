/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file is by its bytes; its name is never asked (DESIGN §6). */
typedef enum
{
  XYB_FILE_KIND_UNKNOWN,
  XYB_FILE_KIND_EMPTY,
  XYB_FILE_KIND_XLSX,
  XYB_FILE_KIND_XLSB,
  XYB_FILE_KIND_XLS, /* and .et of WPS */
  XYB_FILE_KIND_ENCRYPTED,
  XYB_FILE_KIND_ODS,
  XYB_FILE_KIND_CSV,
  XYB_FILE_KIND_WEB_TABLE, /* HTML under an .xls name, as many systems export it */
  XYB_FILE_KIND_XML_TABLE, /* XML 电子表格 2003 */
  XYB_FILE_KIND_TEXT_DOCUMENT,
  XYB_FILE_KIND_SLIDES,
  XYB_FILE_KIND_PDF,
  XYB_FILE_KIND_PICTURE,
  XYB_FILE_KIND_ARCHIVE
} XybFileKind;

gboolean xyb_file_kind_detect (const char *path, XybFileKind *out_kind, GError **error);
GError *xyb_file_kind_refuse (XybFileKind kind, const char *shown);

G_END_DECLS
