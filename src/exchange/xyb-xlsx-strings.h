/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-xml-input.h"

G_BEGIN_DECLS

/* Excel's own limit, in UTF-16 units; a longer text is an attack or a broken writer. */
#define XYB_XLSX_MAX_TEXT 32767

/* The shared strings of a workbook: each held once, however many cells refer to it. */
typedef struct _XybXlsxStrings XybXlsxStrings;

XybXlsxStrings *xyb_xlsx_strings_new (void);
void xyb_xlsx_strings_free (XybXlsxStrings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybXlsxStrings, xyb_xlsx_strings_free)

gboolean xyb_xlsx_strings_read (XybXlsxStrings *self,
                                XybZip *zip,
                                const char *part,
                                GCancellable *cancellable,
                                GError **error);
const char *xyb_xlsx_strings_get (XybXlsxStrings *self, guint index);

/* For texts of cells as well. */
gsize xyb_xlsx_text_units (const char *text, gsize bytes);
gboolean xyb_xlsx_text_too_long (const char *text, gsize bytes);
gsize xyb_xlsx_text_unescape (char *text, gsize bytes);

G_END_DECLS
