/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include <string.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-nomination-draft.h"
#include "xyb-nomination-table.h"

/* nomination paste|move: a 区镇's list as a whole, as the sheet of the window does it. */

#define MAX_BYTES (16 * 1024 * 1024)

static struct
{
  char *year;
  char *district;
  char *row;
  char *to;
  gboolean fresh;
  gboolean replace;
} options;

/* ---- paste ---- */

static gboolean
read_all (FILE *file, GString *text)
{
  char buffer[65536];
  gsize length;

  while ((length = fread (buffer, 1, sizeof buffer, file)) > 0 && text->len <= MAX_BYTES)
    g_string_append_len (text, buffer, (gssize) length);
  return !ferror (file) && text->len <= MAX_BYTES;
}

/* The rows as a spreadsheet puts them on the clipboard; 「-」 or nothing is standard input. */
static XybTextTable *
read_table (XybCli *cli, GError **error)
{
  const char *path = xyb_cli_get_argument (cli, 0);
  gboolean is_input = path == NULL || strcmp (path, "-") == 0;
  FILE *file = is_input ? stdin : fopen (path, "rb");
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean whole = file != NULL && read_all (file, text);

  if (file != NULL && !is_input)
    fclose (file);
  if (!whole || !g_utf8_validate (text->str, (gssize) text->len, NULL))
    {
      g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                   _ ("读不了「%s」：应是 UTF-8 的文字，一行一家，格子之间是制表符。"),
                   is_input ? "-" : path);
      return NULL;
    }
  return xyb_text_table_parse (text->str);
}

static void
append_names (GString *out, GPtrArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    g_string_append_printf (out, "「%s」", ((XybEnterprise *) candidates->pdata[i])->name);
}

/* What the window would ask, the options have to say beforehand. */
static gboolean
answer (XybNominationDraft *draft, const XybNominationQuestion *question, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (question->ask == XYB_NOMINATION_ASK_REPLACE && options.replace)
    xyb_nomination_draft_answer (draft, XYB_NOMINATION_ANSWER_AGREE);
  else if (question->ask == XYB_NOMINATION_ASK_RENAME && options.replace)
    xyb_nomination_draft_answer (draft, XYB_NOMINATION_ANSWER_OTHER);
  else if (question->ask == XYB_NOMINATION_ASK_WHICH && options.fresh)
    xyb_nomination_draft_answer (draft, XYB_NOMINATION_ANSWER_NEW);
  else if (question->ask == XYB_NOMINATION_ASK_WHICH)
    {
      append_names (names, question->candidates);
      g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                   _ ("第 %u 行「%s」与名录里的%s名称相近：是其中一家，请写它的名称；"
                      "是另一家，请加 --new。"),
                   question->row + 1, question->name, names->str);
      return FALSE;
    }
  else
    {
      g_set_error_literal (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                           _ ("这样粘贴会把名单里原有的企业换掉，确定要换请加 --replace。"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
settle (XybNominationDraft *draft, XybStore *store, GError **error)
{
  const XybNominationQuestion *question = NULL;

  do
    if (!xyb_nomination_draft_resolve (draft, store, &question, error)
        || (question != NULL && !answer (draft, question, error)))
      return FALSE;
  while (question != NULL);
  return TRUE;
}

static gboolean
fill (XybNominationDraft *draft, const XybTextTable *table, guint row, GError **error)
{
  XybNominationBlock block;

  xyb_nomination_block_read (&block, table, XYB_NOMINATION_CELL_NAME);
  if (block.first_cell + block.n_columns > XYB_NOMINATION_COLUMNS
      || block.first_row == block.end_row)
    return xyb_cli_usage_error (error,
                                _ ("粘贴的内容应是附件2的行：序号（可省）、企业名称、主要产品、"
                                   "去年销售收入、职工人数、联系人、电话。"));
  for (guint i = block.first_row; i < block.end_row; i++, row++)
    for (guint j = 0; j < block.n_columns && !xyb_nomination_block_is_blank (&block, i); j++)
      xyb_nomination_draft_set (draft, row, block.first_cell + j, xyb_text_table_get (table, i, j));
  return TRUE;
}

static gboolean
report (XybCli *cli, XybStore *store, const XybUnit *district, int year, GError **error)
{
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (store, year, district->id, error);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (rows == NULL)
    return FALSE;
  if (!xyb_cli_wants_json (cli))
    {
      xyb_cli_print (_ ("%d 年附件2：%s现有 %u 家。\n"), year, district->name, rows->len);
      return TRUE;
    }
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "district", district->name);
  xyb_cli_json_int (json, "rows", rows->len);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
  return TRUE;
}

static gboolean
first_row (GPtrArray *rows, guint *out_row, GError **error)
{
  gint64 number = rows->len + 1;

  if (options.row != NULL && !xyb_cli_parse_number (_ ("行"), options.row, &number, error))
    return FALSE;
  *out_row = (guint) CLAMP (number, 1, (gint64) rows->len + 1) - 1;
  return TRUE;
}

static gboolean
paste (XybStore *store,
       const XybPlan *plan,
       const XybUnit *district,
       const XybTextTable *table,
       GError **error)
{
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (store, plan->year, district->id, error);
  g_autoptr (XybNominationDraft) draft = NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *remark = NULL;
  guint row;

  if (rows == NULL || !first_row (rows, &row, error))
    return FALSE;
  draft = xyb_nomination_draft_new (plan->year, plan->id, district->id, district->name, rows,
                                    xyb_office_store_get_revenue_unit (store));
  if (!fill (draft, table, row, error) || !settle (draft, store, error)
      || !xyb_nomination_draft_store (draft, store, _ ("粘贴"), today, error))
    return FALSE;
  remark = xyb_nomination_draft_dup_remark (draft, store);
  if (remark != NULL)
    g_printerr (_ ("%s。\n"), remark);
  return TRUE;
}

static gboolean
run_paste (XybCli *cli, GError **error)
{
  g_autoptr (XybTextTable) table = NULL;
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybUnit) district = NULL;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return FALSE;
  if (options.district == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --district 给出区镇，例如 --district 周市镇。"));
  table = read_table (cli, error);
  store = table != NULL ? xyb_cli_open (cli, error) : NULL;
  plan = store != NULL ? xyb_plan_store_get (store, year, error) : NULL;
  if (plan != NULL)
    district = xyb_unit_store_find (store, options.district, XYB_UNIT_KIND_DISTRICT, error);
  return district != NULL && paste (store, plan, district, table, error)
         && report (cli, store, district, year, error);
}

/* ---- move ---- */

static XybNomination *
find_row (XybStore *store, int year, const XybEnterprise *enterprise, GError **error)
{
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (store, year, 0, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (((XybNomination *) rows->pdata[i])->enterprise_id == enterprise->id)
      return xyb_nomination_copy (rows->pdata[i]);
  if (rows != NULL)
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                 _ ("「%s」没有列入 %d 年附件2，请先用 xyb nomination add 列入。"),
                 enterprise->name, year);
  return NULL;
}

static gboolean
run_move (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;
  g_autoptr (XybNomination) row = NULL;
  gint64 place = 0;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return FALSE;
  if (options.to == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --to 给出移到第几行。"));
  if (!xyb_cli_parse_number (_ ("行"), options.to, &place, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  enterprise
    = store != NULL ? xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error) : NULL;
  row = enterprise != NULL ? find_row (store, year, enterprise, error) : NULL;
  if (row == NULL)
    return FALSE;
  row->position = MAX (place, 1);
  if (!xyb_nomination_store_save (store, row, error))
    return FALSE;
  if (!xyb_cli_wants_json (cli))
    xyb_cli_print (_ ("「%s」已移到%s第 %d 行。\n"), enterprise->name, row->unit_name,
                   (int) row->position);
  else
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();

      json_builder_begin_object (json);
      xyb_cli_json_id (json, "id", row->id);
      xyb_cli_json_int (json, "position", row->position);
      json_builder_end_object (json);
      xyb_cli_json_print (json);
    }
  return TRUE;
}

static GOptionEntry paste_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("district", options.district, "区镇", N_ ("区镇")),
  XYB_CLI_TEXT_OPTION ("row", options.row, "从第几行开始，默认接在末尾", N_ ("行")),
  XYB_CLI_FLAG_OPTION ("new", options.fresh, "名称相近的也按新企业登记"),
  XYB_CLI_FLAG_OPTION ("replace", options.replace, "盖住的企业移出名单"),
  { NULL },
};
static GOptionEntry move_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("to", options.to, "移到本区镇的第几行", N_ ("行")),
  { NULL },
};

const XybCliCommand xyb_cli_nomination_list_commands[] = {
  { "nomination paste", N_ ("[文件]"), N_ ("把从电子表格复制的几行列入一个区镇的附件2"),
    paste_options, 0, 1, run_paste },
  { "nomination move", N_ ("企业"), N_ ("把附件2的一行移到别的位置"), move_options, 1, 1,
    run_move },
  { NULL },
};
