/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli-assessment.h"

#include "xyb-core-error.h"
#include "xyb-decimal.h"
#include "xyb-i18n.h"
#include "xyb-table-reader.h"
#include "xyb-text.h"
#include "xyb-unit-store.h"

/* assessment mark|remark|statement|import: filling in the table. */

#define COUNT_MAX 9999

static struct
{
  char *count;
  char *amount;
  char *remark;
  char *approver;
  char *evidence;
  gboolean applicable;
  char *text;
  char *file;
  char *sheet;
} options;

/* ---- one cell ---- */

/* √, *, 非考核项 …; or the state by its name: done, 扣分. */
static XybMark *
parse_mark (const char *text, const XybIndicator *indicator, GError **error)
{
  XybMarkKind kind = xyb_mark_kind_from_key (text);

  if (kind != XYB_MARK_UNSAID || g_strcmp0 (text, "unsaid") == 0)
    return xyb_mark_new (kind);
  return xyb_mark_parse (text, indicator, error);
}

static gboolean
take_count (XybMark *mark, const XybIndicator *indicator, GError **error)
{
  gint64 count;

  if (options.count == NULL)
    return TRUE;
  if (!xyb_count_parse (_ ("次数"), options.count, COUNT_MAX, &count, error))
    return FALSE;
  mark->count = count;
  if (count != XYB_UNSAID && (mark->kind == XYB_MARK_OPEN || mark->kind == XYB_MARK_UNSAID))
    mark->kind = indicator->per_quarter != XYB_UNSAID ? XYB_MARK_COUNT : XYB_MARK_DEDUCTED;
  return TRUE;
}

static gboolean
parse_points (const char *text, gint64 *out_points, GError **error)
{
  g_autofree char *normal = xyb_text_normalise (text);
  g_auto (XybDecimal) number = { 0 };
  const char *p = normal;

  if (xyb_decimal_take (&p, &number) && (*p == '\0' || g_str_equal (p, "分"))
      && xyb_decimal_scale (&number, 2, out_points) == XYB_SCALE_OK)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
               _ ("扣分“%s”不是分值，最多两位小数，例如 0.05。"), text);
  return FALSE;
}

static gboolean
take_amount (XybMark *mark, const XybIndicator *indicator, GError **error)
{
  if (options.amount == NULL)
    return TRUE;
  if (!parse_points (options.amount, &mark->amount, error))
    return FALSE;
  if (mark->kind == XYB_MARK_OPEN || mark->kind == XYB_MARK_UNSAID)
    mark->kind = indicator->event ? XYB_MARK_EVENT : XYB_MARK_DEDUCTED;
  return TRUE;
}

static gboolean
report (XybCli *cli, XybStore *store, const XybAssessment *before, gint64 unit_id, GError **error)
{
  g_autoptr (XybAssessment) after
    = xyb_assessment_store_load (store, before->scheme->year, before->scheme->kind, error);

  if (after == NULL)
    return FALSE;
  xyb_cli_print_assessed_unit (cli, after, unit_id);
  return TRUE;
}

static gboolean
run_mark (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, TRUE, &store, error);
  g_autoptr (XybMark) mark = NULL;
  const XybIndicator *indicator;
  XybCellEdit edit = { .lift = options.applicable };

  if (self == NULL || !xyb_cli_need_assessed_unit (store, self, &edit.unit_id, error))
    return FALSE;
  indicator = xyb_cli_need_indicator (self, error);
  if (indicator == NULL)
    return FALSE;
  mark = parse_mark (xyb_cli_get_argument (cli, 0), indicator, error);
  if (mark == NULL || !take_count (mark, indicator, error) || !take_amount (mark, indicator, error))
    return FALSE;
  mark->remark = g_strdup (options.remark);
  mark->approver = g_strdup (options.approver);
  mark->evidence = g_strdup (options.evidence);
  edit.indicator_id = indicator->id;
  edit.mark = mark;
  return xyb_assessment_store_set_cells (store, self->scheme, &edit, 1, error)
         && report (cli, store, self, edit.unit_id, error);
}

static gboolean
run_remark (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, TRUE, &store, error);
  gint64 unit;

  return self != NULL && xyb_cli_need_assessed_unit (store, self, &unit, error)
         && xyb_assessment_store_set_remark (store, self->scheme, unit,
                                             xyb_cli_get_argument (cli, 0), error)
         && report (cli, store, self, unit, error);
}

static gboolean
run_statement (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, TRUE, &store, error);
  g_autoptr (XybExplanation) explanation = xyb_explanation_new ();

  if (self == NULL || !xyb_cli_need_assessed_unit (store, self, &explanation->unit_id, error))
    return FALSE;
  if (xyb_cli_assessment.indicator != NULL)
    {
      const XybIndicator *indicator = xyb_cli_need_indicator (self, error);

      if (indicator == NULL)
        return FALSE;
      explanation->indicator_id = indicator->id;
    }
  explanation->text = g_strdup (options.text);
  explanation->given_on = xyb_cli_date_or_today (xyb_cli_assessment.date, error);
  return explanation->given_on != NULL
         && xyb_assessment_store_explain (store, self->scheme, explanation, options.file, error)
         && report (cli, store, self, explanation->unit_id, error);
}

/* ---- a whole grid ---- */

/* The sheet named, else the first that can be seen and has the head; where none has, what is wrong
 * with the first. */
static XybGrid *
read_sheets (GPtrArray *sheets, const XybScheme *scheme, XybUnitMatcher *matcher)
{
  g_autoptr (XybGrid) first = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      const XybTableSheet *sheet = sheets->pdata[i];
      g_autoptr (XybGrid) grid = NULL;

      if (options.sheet != NULL ? g_strcmp0 (sheet->name, options.sheet) != 0 : sheet->hidden)
        continue;
      grid = xyb_grid_read (sheet->table, scheme, matcher);
      if (grid->head_row != 0)
        return g_steal_pointer (&grid);
      if (first == NULL)
        first = g_steal_pointer (&grid);
    }
  return g_steal_pointer (&first);
}

static XybGrid *
read_file (XybStore *store, const XybScheme *scheme, const char *path, GError **error)
{
  g_autoptr (GPtrArray) units = xyb_unit_store_list (store, 0, error);
  g_autoptr (GPtrArray) sheets = units != NULL ? xyb_table_reader_read (path, NULL, error) : NULL;
  g_autoptr (XybUnitMatcher) matcher = NULL;
  g_autofree char *shown = g_filename_display_basename (path);
  XybGrid *grid;

  if (sheets == NULL)
    return NULL;
  matcher = xyb_unit_matcher_new (units);
  grid = read_sheets (sheets, scheme, matcher);
  if (grid == NULL && options.sheet != NULL)
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                 _ ("「%s」里没有工作表「%s」，请检查名称。"), shown, options.sheet);
  else if (grid == NULL)
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                 _ ("「%s」里没有可见的工作表，没有可以导入的内容。"), shown);
  return grid;
}

static void
print_import_json (const XybGrid *grid, guint changed)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_int (json, "units", grid->n_units);
  xyb_cli_json_int (json, "cells", grid->cells->len);
  xyb_cli_json_int (json, "changed", changed);
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; i < grid->problems->len; i++)
    json_builder_add_string_value (json, grid->problems->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

/* Every problem to standard output, the sum of them as the refusal. */
static gboolean
refuse_import (XybCli *cli, const XybGrid *grid, const char *shown, GError **error)
{
  if (xyb_cli_wants_json (cli))
    print_import_json (grid, 0);
  else
    for (guint i = 0; i < grid->problems->len; i++)
      xyb_cli_print ("%s\n", (const char *) grid->problems->pdata[i]);
  if (grid->problems->len == 1)
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED, _ ("「%s」没有导入。%s"), shown,
                 (const char *) grid->problems->pdata[0]);
  else
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                 _ ("「%s」有 %u 处不能导入，没有导入任何内容。%s"), shown, grid->problems->len,
                 (const char *) grid->problems->pdata[0]);
  return FALSE;
}

static gboolean
run_import (XybCli *cli, GError **error)
{
  const char *path = xyb_cli_get_argument (cli, 0);
  g_autofree char *shown = g_filename_display_basename (path);
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, TRUE, &store, error);
  g_autoptr (XybGrid) grid = self != NULL ? read_file (store, self->scheme, path, error) : NULL;
  guint changed = 0;

  if (grid == NULL)
    return FALSE;
  if (grid->problems->len > 0)
    return refuse_import (cli, grid, shown, error);
  if (!xyb_assessment_store_import (store, self, grid, shown, &changed, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_import_json (grid, changed);
  else
    xyb_cli_print (_ ("已导入「%s」：%u 个单位、%u 格，改了 %u 格。\n"), shown, grid->n_units,
                   grid->cells->len, changed);
  return TRUE;
}

static GOptionEntry mark_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_ASSESSED_UNIT_OPTION,
  XYB_CLI_INDICATOR_OPTION,
  XYB_CLI_TEXT_OPTION ("count", options.count, "次数或条数", N_ ("次数")),
  XYB_CLI_TEXT_OPTION ("amount", options.amount, "扣几分", N_ ("分")),
  XYB_CLI_TEXT_OPTION ("remark", options.remark, "备注或原因", N_ ("文字")),
  XYB_CLI_TEXT_OPTION ("approver", options.approver, "谁决定的", N_ ("文字")),
  XYB_CLI_TEXT_OPTION ("evidence", options.evidence, "依据，一行一条", N_ ("文字")),
  XYB_CLI_FLAG_OPTION ("applicable", options.applicable, "原为非考核项的，改为考核项"),
  { NULL },
};
static GOptionEntry remark_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_ASSESSED_UNIT_OPTION,
  { NULL },
};
static GOptionEntry statement_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_ASSESSED_UNIT_OPTION,
  XYB_CLI_INDICATOR_OPTION,
  XYB_CLI_TEXT_OPTION ("text", options.text, "情况说明的内容", N_ ("文字")),
  { "file", 0, 0, G_OPTION_ARG_FILENAME, &options.file, N_ ("附件"), N_ ("文件") },
  XYB_CLI_DATE_OPTION,
  { NULL },
};
static GOptionEntry import_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_TEXT_OPTION ("sheet", options.sheet, "工作表名称", N_ ("名称")),
  { NULL },
};

const XybCliCommand xyb_cli_assessment_mark_commands[] = {
  { "assessment mark", N_ ("标记"), N_ ("填一格：√、*、非考核项、无、件数、扣0.05分 …"),
    mark_options, 1, 1, run_mark },
  { "assessment remark", N_ ("文字"), N_ ("填一个单位的扣分情况"), remark_options, 1, 1,
    run_remark },
  { "assessment statement", NULL, N_ ("登记情况说明"), statement_options, 0, 0, run_statement },
  { "assessment import", N_ ("文件"), N_ ("导入一张填好的考核表（xlsx、xls、ods、csv、tsv）"),
    import_options, 1, 1, run_import },
  { NULL },
};
