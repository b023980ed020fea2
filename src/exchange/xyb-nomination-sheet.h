/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-export.h"
#include "xyb-sheet-writer.h"

G_BEGIN_DECLS

/* One sheet of 附件2, as it is printed or as it is handed out to be filled in. */

#define XYB_NOMINATION_SHEET_FIXED_ROWS 6 /* at most, above the numbered ones */

typedef struct
{
  XybExportProgressFunc func; /* or NULL */
  gpointer user_data;
  guint done, total;
} XybSheetProgress;

/* Where things stand on a form that is not merged; from 0. */
typedef enum
{
  XYB_FORM_NUMBER,
  XYB_FORM_NAME,
  XYB_FORM_PRODUCTS,
  XYB_FORM_REVENUE,
  XYB_FORM_HEADCOUNT,
  XYB_FORM_CONTACT,
  XYB_FORM_PHONE
} XybFormColumn;

#define XYB_FORM_BLANKS_ROW 2 /* 区镇 业务负责人 联系方式 */
#define XYB_FORM_DISTRICT_COLUMN 1
#define XYB_FORM_OFFICER_COLUMN 3
#define XYB_FORM_OFFICER_PHONE_COLUMN 6
#define XYB_FORM_FIRST_ROW 5 /* below label, title, blanks, gap and heads */

guint xyb_nomination_sheet_count_rows (const XybNominationTable *table);
gboolean xyb_nomination_sheet_write (XybSheetWriter *writer,
                                     const XybNominationTable *table,
                                     gboolean form,
                                     XybSheetProgress *progress,
                                     GError **error);

G_END_DECLS
