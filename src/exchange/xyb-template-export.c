/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise.h"
#include "xyb-export.h"
#include "xyb-nomination-sheet.h"
#include "xyb-sheet-form.h"
#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"

/* The words of the document are not translated: a 区镇 reads them. */
#define HELP_SHEET "填表说明"
#define HELP_LIST "区镇名单"
#define HELP_LIST_HEAD "区镇名单（供下拉选择）"

#define HELP_SIZE 12
#define HELP_NUMBER_WIDTH 9.0 /* mm */
#define HELP_TITLE_HEIGHT 46
#define HELP_ROW_HEIGHT 22
#define HELP_LINE_HEIGHT 16
#define HELP_LIST_HEIGHT 17
#define CELL_MARGIN 1.5 /* ems */

/* Rows below the numbered ones that are checked, too. */
#define ROWS_BELOW 500

static const XybSheetRule name_rule = {
  .kind = XYB_SHEET_RULE_ANY,
  .title = "企业名称",
  .prompt = "填营业执照上的全称，不加备注。往年已通过贯标验收的企业不要再报。",
};

static const XybSheetRule revenue_rule = {
  .kind = XYB_SHEET_RULE_NUMBER,
  .most = XYB_TEMPLATE_MAX_REVENUE,
  .title = "去年销售收入（万元）",
  .prompt = "单位是万元，只填数字。例如 1.2 亿元填 12000。",
  .refusal = "去年销售收入请只填数字，单位是万元，例如 1.2 亿元填 12000；不知道的空着。",
};

static const XybSheetRule headcount_rule = {
  .kind = XYB_SHEET_RULE_WHOLE,
  .least = 1,
  .most = XYB_MAX_HEADCOUNT,
  .title = "职工人数",
  .prompt = "填整数，不写“人”“约”。",
  .refusal = "职工人数请填整数，例如 180；不知道的空着。",
};

static const XybSheetRule phone_rule = {
  .kind = XYB_SHEET_RULE_LENGTH,
  .least = XYB_TEMPLATE_MIN_PHONE_CHARS,
  .most = XYB_TEMPLATE_MAX_PHONE_CHARS,
  .title = "电话",
  .prompt = "座机写区号，例如 0512-55550101；分机写“转8012”；两个号码用“；”隔开。",
  .refusal = "电话位数不对：座机带区号，手机 11 位；有两个号码的用“；”隔开。",
};

static const XybSheetRule officer_phone_rule = {
  .kind = XYB_SHEET_RULE_LENGTH,
  .least = XYB_TEMPLATE_MIN_PHONE_CHARS,
  .most = XYB_TEMPLATE_MAX_PHONE_CHARS,
  .title = "联系方式",
  .prompt = "区镇业务负责人的电话，座机写区号。",
  .refusal = "联系方式位数不对：座机带区号，手机 11 位；有两个号码的用“；”隔开。",
};

static const XybSheetRule district_rule = {
  .kind = XYB_SHEET_RULE_LIST,
  .list = HELP_LIST,
  .title = "区镇",
  .prompt = "请从下拉列表里选。",
  .refusal = "请从下拉列表里选区镇的名称。",
};

static const XybSheetRule officer_rule = {
  .kind = XYB_SHEET_RULE_ANY,
  .title = "业务负责人",
  .prompt = "区镇负责这项工作的人员，不是企业的联系人。",
};

/* ---- the form ---- */

static gboolean
add_blank_rule (XybSheetWriter *writer, guint column, const XybSheetRule *rule, GError **error)
{
  XybCellRange cell = { XYB_FORM_BLANKS_ROW, XYB_FORM_BLANKS_ROW, column, column };

  return xyb_sheet_writer_rule (writer, &cell, rule, error);
}

static gboolean
add_column_rule (XybSheetWriter *writer,
                 const XybNominationTable *table,
                 XybFormColumn column,
                 const XybSheetRule *rule,
                 GError **error)
{
  XybCellRange cells = { XYB_FORM_FIRST_ROW, 0, column, column };

  cells.last_row = XYB_FORM_FIRST_ROW + xyb_nomination_sheet_count_rows (table) + ROWS_BELOW - 1;
  return xyb_sheet_writer_rule (writer, &cells, rule, error);
}

static gboolean
write_form (XybSheetWriter *writer, const XybNominationTemplate *template, GError **error)
{
  XybSheetProgress progress = { NULL };
  const XybNominationTable *table = template->table;

  if (!xyb_nomination_sheet_write (writer, table, TRUE, &progress, error)
      || !add_blank_rule (writer, XYB_FORM_DISTRICT_COLUMN, &district_rule, error)
      || !add_blank_rule (writer, XYB_FORM_OFFICER_COLUMN, &officer_rule, error)
      || !add_blank_rule (writer, XYB_FORM_OFFICER_PHONE_COLUMN, &officer_phone_rule, error)
      || !add_column_rule (writer, table, XYB_FORM_NAME, &name_rule, error)
      || !add_column_rule (writer, table, XYB_FORM_REVENUE, &revenue_rule, error)
      || !add_column_rule (writer, table, XYB_FORM_HEADCOUNT, &headcount_rule, error)
      || !add_column_rule (writer, table, XYB_FORM_PHONE, &phone_rule, error))
    return FALSE;
  xyb_sheet_writer_protect (writer);
  return TRUE;
}

/* ---- 填表说明 ---- */

static gboolean
write_sentence (XybSheetWriter *writer, guint number, const char *sentence, GError **error)
{
  XybSheetStyle style = { .size = HELP_SIZE, .wrap = TRUE };
  double room = xyb_sheet_points (XYB_SHEET_PORTRAIT_WIDTH - HELP_NUMBER_WIDTH) / HELP_SIZE;
  guint lines = xyb_sheet_text_lines (sentence, room - CELL_MARGIN);
  XybSheetFormat *format = xyb_sheet_writer_format (writer, &style);

  return xyb_sheet_writer_begin_row (writer, HELP_ROW_HEIGHT + (lines - 1) * HELP_LINE_HEIGHT,
                                     error)
         && xyb_sheet_writer_number (writer, 0, number, format, error)
         && xyb_sheet_writer_text (writer, 1, sentence, format, error);
}

static gboolean
write_list_row (XybSheetWriter *writer, const char *text, XybSheetFont font, GError **error)
{
  XybSheetStyle style = { .font = font, .size = HELP_SIZE };

  return xyb_sheet_writer_begin_row (writer, HELP_LIST_HEIGHT, error)
         && xyb_sheet_writer_text (writer, 1, text, xyb_sheet_writer_format (writer, &style),
                                   error);
}

/* The list the form chooses from: in sight, so that nobody is asked about a hidden sheet. */
static gboolean
write_districts (XybSheetWriter *writer, char **districts, guint first_row, GError **error)
{
  XybCellRange cells = { first_row, first_row + g_strv_length (districts) - 1, 1, 1 };

  for (guint i = 0; districts[i] != NULL; i++)
    if (!write_list_row (writer, districts[i], XYB_SHEET_FONT_BODY, error))
      return FALSE;
  return xyb_sheet_writer_name_range (writer, HELP_LIST, &cells, error);
}

static gboolean
write_help (XybSheetWriter *writer, const XybNominationTemplate *template, GError **error)
{
  const double widths[] = { HELP_NUMBER_WIDTH, XYB_SHEET_PORTRAIT_WIDTH - HELP_NUMBER_WIDTH };
  guint n = g_strv_length (template->instructions);

  xyb_sheet_writer_add_sheet (writer, HELP_SHEET, XYB_SHEET_PORTRAIT, widths,
                              G_N_ELEMENTS (widths));
  if (!xyb_sheet_table_title (writer, HELP_SHEET, G_N_ELEMENTS (widths), HELP_TITLE_HEIGHT, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!write_sentence (writer, i + 1, template->instructions[i], error))
      return FALSE;
  if (!xyb_sheet_writer_begin_row (writer, HELP_LIST_HEIGHT, error)
      || !write_list_row (writer, HELP_LIST_HEAD, XYB_SHEET_FONT_HEAD, error)
      || !write_districts (writer, template->districts, n + 3, error))
    return FALSE;
  xyb_sheet_writer_protect (writer);
  return TRUE;
}

/**
 * xyb_export_template_xlsx:
 * @template: what one 区镇 is to fill in
 * @path: where to; an existing file is replaced when everything is right
 * @cancellable: (nullable)
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Writes 附件2 to be filled in: the official form, locked but for its blanks, with checks and words
 * while typing, and 填表说明 on a second sheet. Without a password. Filled in by these rules it
 * comes back through xyb_return_read() without a question.
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_template_xlsx (const XybNominationTemplate *template,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (XybSheetWriter) writer = NULL;
  guint n_rows;

  g_return_val_if_fail (template != NULL && path != NULL, FALSE);

  n_rows = xyb_nomination_sheet_count_rows (template->table) + XYB_NOMINATION_SHEET_FIXED_ROWS
           + g_strv_length (template->instructions) + g_strv_length (template->districts);
  writer = xyb_sheet_writer_new (path, template->table->title, n_rows, cancellable, error);
  return writer != NULL && write_form (writer, template, error)
         && write_help (writer, template, error) && xyb_sheet_writer_finish (writer, error);
}
