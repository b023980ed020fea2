/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-amount.h"
#include "xyb-xml-input.h"

G_BEGIN_DECLS

/* Which cell styles show a number as a date: all that is read of styles.xml. */
typedef struct _XybXlsxStyles XybXlsxStyles;

XybXlsxStyles *xyb_xlsx_styles_new (void);
void xyb_xlsx_styles_free (XybXlsxStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybXlsxStyles, xyb_xlsx_styles_free)

gboolean xyb_xlsx_styles_read (XybXlsxStyles *self,
                               XybZip *zip,
                               const char *part,
                               GCancellable *cancellable,
                               GError **error);
gboolean xyb_xlsx_styles_is_date (XybXlsxStyles *self, guint style);
XybMoneyUnit xyb_xlsx_styles_get_unit (XybXlsxStyles *self, guint style);

/* For every kind of workbook. */
gboolean xyb_number_format_is_date (const char *code);
gboolean xyb_builtin_format_is_date (guint id);
char *xyb_serial_to_iso (double serial, gboolean epoch_1904);

G_END_DECLS
