/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export.h"
#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"
#include "xyb-sheet-writer.h"

/* 企业名录: wide, so it is printed a little smaller; read on the screen mostly. */
#define TITLE_HEIGHT 40
#define SUBTITLE_HEIGHT 22
#define HEAD_HEIGHT 27
#define ROW_HEIGHT 20
#define LINE_HEIGHT 1.3    /* of a wrapped text, in ems */
#define MAX_ROW_HEIGHT 400 /* Excel: 409 */

#define BODY_SIZE 10
#define SUBTITLE_SIZE 11
#define FIXED_ROWS 3
#define PROGRESS_ROWS 500
#define CELL_MARGIN 0.6 /* ems, both sides together */

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_CODE,
  COLUMN_DISTRICT,
  COLUMN_INDUSTRY,
  COLUMN_ABOVE_SCALE,
  COLUMN_FOUNDED,
  COLUMN_LEGAL_PERSON,
  COLUMN_PRODUCTS,
  COLUMN_HEADCOUNT,
  COLUMN_CONTACT,
  COLUMN_PHONE,
  COLUMN_STATE,
  COLUMN_FORMER_NAMES,
  N_COLUMNS
} Column;

static const struct
{
  const char *head;
  double width; /* ems of the body */
  XybSheetAlign align;
  gboolean wraps;
} columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "序号", 4, XYB_SHEET_ALIGN_CENTER, FALSE },
  [COLUMN_NAME] = { "企业名称", 17, XYB_SHEET_ALIGN_LEFT, TRUE },
  [COLUMN_CODE] = { "统一社会信用代码", 12.5, XYB_SHEET_ALIGN_CENTER, FALSE },
  [COLUMN_DISTRICT] = { "区镇", 8, XYB_SHEET_ALIGN_CENTER, FALSE },
  [COLUMN_INDUSTRY] = { "行业", 7, XYB_SHEET_ALIGN_CENTER, FALSE },
  [COLUMN_ABOVE_SCALE] = { "规模以上", 5, XYB_SHEET_ALIGN_CENTER, FALSE },
  [COLUMN_FOUNDED] = { "成立日期", 7.5, XYB_SHEET_ALIGN_CENTER, FALSE },
  [COLUMN_LEGAL_PERSON] = { "法定代表人", 6, XYB_SHEET_ALIGN_CENTER, TRUE },
  [COLUMN_PRODUCTS] = { "主要产品", 11, XYB_SHEET_ALIGN_LEFT, TRUE },
  [COLUMN_HEADCOUNT] = { "职工人数", 5, XYB_SHEET_ALIGN_RIGHT, FALSE },
  [COLUMN_CONTACT] = { "联系人", 6, XYB_SHEET_ALIGN_CENTER, TRUE },
  [COLUMN_PHONE] = { "电话", 10, XYB_SHEET_ALIGN_LEFT, TRUE },
  [COLUMN_STATE] = { "状态", 5, XYB_SHEET_ALIGN_CENTER, FALSE },
  [COLUMN_FORMER_NAMES] = { "曾用名", 13, XYB_SHEET_ALIGN_LEFT, TRUE },
};

typedef struct
{
  XybSheetWriter *writer;
  XybSheetFormat *formats[2][N_COLUMNS]; /* [1]: of the last row */
  GString *names;                        /* reused from row to row */
} Sheet;

static const char *
tri_text (XybTri value)
{
  if (value == XYB_TRI_UNSAID)
    return NULL;
  return value == XYB_TRI_YES ? "是" : "否";
}

static const char *
join_former_names (GString *names, const XybEnterprise *enterprise)
{
  g_string_truncate (names, 0);
  for (guint i = 0; i < enterprise->former_names->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            ((XybFormerName *) enterprise->former_names->pdata[i])->name);
  return names->len > 0 ? names->str : NULL;
}

/* NULL where there is nothing to say, and for the columns of numbers. */
static const char *
cell_text (Sheet *self, const XybRegisterRow *row, Column column)
{
  const XybEnterprise *enterprise = row->enterprise;

  switch (column)
    {
    case COLUMN_NAME:
      return enterprise->name;
    case COLUMN_CODE:
      return enterprise->credit_code;
    case COLUMN_DISTRICT:
      return enterprise->unit_name;
    case COLUMN_INDUSTRY:
      return xyb_industry_name (enterprise->industry);
    case COLUMN_ABOVE_SCALE:
      return tri_text (enterprise->above_scale);
    case COLUMN_FOUNDED:
      return enterprise->founded_on;
    case COLUMN_LEGAL_PERSON:
      return enterprise->legal_person;
    case COLUMN_PRODUCTS:
      return enterprise->products;
    case COLUMN_CONTACT:
      return enterprise->contact;
    case COLUMN_PHONE:
      return enterprise->phone;
    case COLUMN_STATE:
      return enterprise->closed ? "已注销" : xyb_stage_name (row->stage);
    case COLUMN_FORMER_NAMES:
      return join_former_names (self->names, enterprise);
    case COLUMN_NUMBER:
    case COLUMN_HEADCOUNT:
    case N_COLUMNS:
    default:
      return NULL;
    }
}

static void
make_formats (Sheet *self)
{
  for (guint last = 0; last < 2; last++)
    for (guint i = 0; i < N_COLUMNS; i++)
      {
        gboolean number = i == COLUMN_NUMBER || i == COLUMN_HEADCOUNT;
        XybSheetStyle style = { .size = BODY_SIZE,
                                .align = columns[i].align,
                                .wrap = columns[i].wraps,
                                .number_format = number ? "0" : "@" };

        xyb_sheet_table_edges (&style, i, N_COLUMNS, FALSE, last);
        self->formats[last][i] = xyb_sheet_writer_format (self->writer, &style);
      }
}

static gboolean
write_top (Sheet *self, const XybRegisterList *table, GError **error)
{
  XybSheetStyle style = { .size = SUBTITLE_SIZE, .align = XYB_SHEET_ALIGN_CENTER };
  const char *heads[N_COLUMNS];
  g_autofree char *state = table->year != 0 ? g_strdup_printf ("%d年状态", table->year) : NULL;

  for (guint i = 0; i < N_COLUMNS; i++)
    heads[i] = columns[i].head;
  if (state != NULL)
    heads[COLUMN_STATE] = state;
  return xyb_sheet_table_title (self->writer, table->title, N_COLUMNS, TITLE_HEIGHT, error)
         && xyb_sheet_writer_begin_row (self->writer, SUBTITLE_HEIGHT, error)
         && xyb_sheet_writer_span (self->writer, N_COLUMNS, table->subtitle,
                                   xyb_sheet_writer_format (self->writer, &style), error)
         && xyb_sheet_table_heads (self->writer, heads, N_COLUMNS, BODY_SIZE, HEAD_HEIGHT, error);
}

static double
row_height (Sheet *self, const XybRegisterRow *row)
{
  guint lines = 1;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const char *text = columns[i].wraps ? cell_text (self, row, i) : NULL;

      if (text != NULL)
        lines = MAX (lines, xyb_sheet_text_lines (text, columns[i].width - CELL_MARGIN));
    }
  return MIN (ROW_HEIGHT + (lines - 1) * LINE_HEIGHT * BODY_SIZE, MAX_ROW_HEIGHT);
}

static gboolean
write_row (Sheet *self, const XybRegisterRow *row, guint number, gboolean last, GError **error)
{
  if (!xyb_sheet_writer_begin_row (self->writer, row_height (self, row), error))
    return FALSE;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      XybSheetFormat *format = self->formats[last][i];
      gint64 headcount = row->enterprise->headcount;
      gboolean written;

      if (i == COLUMN_NUMBER)
        written = xyb_sheet_writer_number (self->writer, i, number, format, error);
      else if (i == COLUMN_HEADCOUNT && headcount != XYB_UNSAID)
        written = xyb_sheet_writer_number (self->writer, i, headcount, format, error);
      else
        written = xyb_sheet_writer_text (self->writer, i, cell_text (self, row, i), format, error);
      if (!written)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_rows (Sheet *self,
            const XybRegisterList *table,
            XybExportProgressFunc progress,
            gpointer user_data,
            GError **error)
{
  guint number = 0;

  for (guint i = 0; i < table->n_rows; i++)
    {
      XybRegisterRow row = { NULL };

      if (!table->row (i, &row, table->row_data, error))
        return FALSE;
      if (row.enterprise != NULL
          && !write_row (self, &row, ++number, i + 1 == table->n_rows, error))
        return FALSE;
      if (progress != NULL && ((i + 1) % PROGRESS_ROWS == 0 || i + 1 == table->n_rows))
        progress (i + 1, table->n_rows, user_data);
    }
  return TRUE;
}

/**
 * xyb_export_register_xlsx:
 * @table: the register, or what is shown of it
 * @path: where to; an existing file is replaced when everything is right
 * @progress: (nullable): called in this thread now and then, with rows written and rows in all
 * @user_data: for @progress
 * @cancellable: (nullable)
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR, or of the table's row function
 *
 * Writes 企业名录, a line an enterprise, streamed. Codes, telephones and dates are text: Excel does
 * not touch them (ENT-04).
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_register_xlsx (const XybRegisterList *table,
                          const char *path,
                          XybExportProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (XybSheetWriter) writer = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  Sheet self = { .names = names };
  double millimetres[N_COLUMNS];

  g_return_val_if_fail (table != NULL && path != NULL, FALSE);

  for (guint i = 0; i < N_COLUMNS; i++)
    millimetres[i] = columns[i].width * BODY_SIZE / xyb_sheet_points (1);
  writer
    = xyb_sheet_writer_new (path, table->title, table->n_rows + FIXED_ROWS, cancellable, error);
  if (writer == NULL)
    return FALSE;
  self.writer = writer;
  make_formats (&self);
  xyb_sheet_writer_add_sheet (writer, table->title, XYB_SHEET_LANDSCAPE, millimetres, N_COLUMNS);
  return write_top (&self, table, error) && write_rows (&self, table, progress, user_data, error)
         && xyb_sheet_writer_finish (writer, error);
}
