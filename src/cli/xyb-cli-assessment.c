/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli-assessment.h"

#include <stdlib.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* assessment list|show|explain: the table, its points, its arithmetic. */

XybCliAssessment xyb_cli_assessment;

/* ---- what every command needs ---- */

/**
 * xyb_cli_need_assessed_kind:
 * @out_kind: (out): of --kind
 *
 * Returns: %FALSE where --kind is missing or no kind that is assessed
 */
gboolean
xyb_cli_need_assessed_kind (XybUnitKind *out_kind, GError **error)
{
  if (xyb_cli_assessment.kind == NULL)
    return xyb_cli_usage_error (
      error, _ ("请用 --kind 给出单位类别：district（区镇）、subdistrict（城市管理办事处）或 "
                "department（部门）。"));
  *out_kind = xyb_unit_kind_from_key (xyb_cli_assessment.kind);
  if (*out_kind >= XYB_UNIT_KIND_DISTRICT && *out_kind <= XYB_UNIT_KIND_DEPARTMENT)
    return TRUE;
  return xyb_cli_usage_error (
    error,
    _ ("没有单位类别「%s」，可用：district（区镇）、subdistrict（城市管理办事处）、"
       "department（部门）。"),
    xyb_cli_assessment.kind);
}

/**
 * xyb_cli_load_assessment:
 * @to_write: whether the command may change the office
 * @out_store: (out) (transfer full): the office
 *
 * Returns: (transfer full): the table of --year and --kind; %NULL with @error set
 */
XybAssessment *
xyb_cli_load_assessment (XybCli *cli, gboolean to_write, XybStore **out_store, GError **error)
{
  XybUnitKind kind = 0;
  int year;

  if (!xyb_cli_need_year (xyb_cli_assessment.year, &year, error)
      || !xyb_cli_need_assessed_kind (&kind, error))
    return NULL;
  *out_store = to_write ? xyb_cli_open (cli, error) : xyb_cli_open_to_read (cli, error);
  return *out_store != NULL ? xyb_assessment_store_load (*out_store, year, kind, error) : NULL;
}

/**
 * xyb_cli_default_phase:
 *
 * Returns: how a table is counted where nobody asks otherwise: as it was settled, once it is
 */
XybPhase
xyb_cli_default_phase (const XybAssessment *self)
{
  return self->settlement != NULL ? XYB_PHASE_SETTLEMENT : XYB_PHASE_INTERIM;
}

/**
 * xyb_cli_need_assessed_unit:
 * @out_unit: (out): the unit of --unit
 *
 * Returns: %FALSE where it is not in the table; the sentence says what it may mean
 */
gboolean
xyb_cli_need_assessed_unit (XybStore *store,
                            const XybAssessment *self,
                            gint64 *out_unit,
                            GError **error)
{
  g_autoptr (XybUnit) unit = NULL;

  if (xyb_cli_assessment.unit == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --unit 给出单位，例如 --unit 周市镇。"));
  unit = xyb_unit_store_find (store, xyb_cli_assessment.unit, self->scheme->kind, error);
  if (unit == NULL)
    return FALSE;
  *out_unit = unit->id;
  if (xyb_scheme_find_unit (self->scheme, unit->id) != NULL)
    return TRUE;
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
               _ ("%s不在%d年的考核表里，请先在考核方案中列入。"), unit->name, self->scheme->year);
  return FALSE;
}

/**
 * xyb_cli_need_indicator:
 *
 * Returns: the indicator of --indicator, by its place from 1 or by its head; %NULL with @error set
 */
const XybIndicator *
xyb_cli_need_indicator (const XybAssessment *self, GError **error)
{
  const char *text = xyb_cli_assessment.indicator;
  char *end = NULL;
  gint64 place;

  if (text == NULL)
    {
      xyb_cli_usage_error (error, _ ("请用 --indicator 给出考核指标，例如 --indicator 1。"));
      return NULL;
    }
  place = g_ascii_strtoll (text, &end, 10);
  if (*text == '\0' || *end != '\0')
    place = xyb_grid_find_indicator (self->scheme, text) + 1;
  if (place >= 1 && place <= (gint64) self->scheme->indicators->len)
    return self->scheme->indicators->pdata[place - 1];
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
               _ ("%d年%s考核表没有指标「%s」，指标是第 1 到第 %u 列，也可以写表头文字。"),
               self->scheme->year, xyb_unit_kind_name (self->scheme->kind), text,
               self->scheme->indicators->len);
  return NULL;
}

/**
 * xyb_cli_need_issue:
 *
 * Returns: %FALSE where @text is no number of an issue
 */
gboolean
xyb_cli_need_issue (const char *text, int *out_issue, GError **error)
{
  gint64 issue = 0;

  if (text == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --issue 给出期号，例如 --issue 1。"));
  if (!xyb_count_parse (_ ("期号"), text, 999, &issue, error))
    return FALSE;
  if (issue == XYB_UNSAID)
    return xyb_cli_usage_error (error, _ ("请用 --issue 给出期号，例如 --issue 1。"));
  *out_issue = (int) issue;
  return TRUE;
}

/**
 * xyb_cli_date_or_today:
 * @given: (nullable): a date as the clerk writes it
 *
 * Returns: (transfer full): ISO; today where nothing was given; %NULL with @error set
 */
char *
xyb_cli_date_or_today (const char *given, GError **error)
{
  return given != NULL ? xyb_date_parse (_ ("日期"), given, error) : xyb_date_today ();
}

static gboolean
take_phase (const XybAssessment *self, XybPhase *out_phase, GError **error)
{
  const char *text = xyb_cli_assessment.phase;

  *out_phase = xyb_cli_default_phase (self);
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "interim") || g_str_equal (text, "平时"))
    *out_phase = XYB_PHASE_INTERIM;
  else if (g_str_equal (text, "settlement") || g_str_equal (text, "年终结算"))
    *out_phase = XYB_PHASE_SETTLEMENT;
  else
    return xyb_cli_usage_error (
      error, _ ("没有计分阶段「%s」，可用：interim（平时）、settlement（年终结算）。"), text);
  return TRUE;
}

/* ---- JSON ---- */

static void
add_texts (JsonBuilder *json, const char *member, const GPtrArray *texts)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    json_builder_add_string_value (json, texts->pdata[i]);
  json_builder_end_array (json);
}

static void
add_points (JsonBuilder *json, const char *member, gint64 points)
{
  g_autofree char *text = xyb_points_format_fixed (points);

  xyb_cli_json_text (json, member, text);
}

static void
add_row (JsonBuilder *json, const XybAssessmentRow *row)
{
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "unit", row->unit);
  add_texts (json, "cells", row->cells);
  xyb_cli_json_text (json, "remark", row->remark);
  add_points (json, "full", row->full);
  add_points (json, "deduction", row->deduction);
  add_points (json, "score", row->score);
}

static void
add_head (JsonBuilder *json, const XybAssessment *self, const XybAssessmentTable *table)
{
  xyb_cli_json_int (json, "year", self->scheme->year);
  xyb_cli_json_text (json, "kind", xyb_unit_kind_key (self->scheme->kind));
  xyb_cli_json_text (json, "title", table->title);
  xyb_cli_json_text (json, "mode", xyb_scheme_mode_key (self->scheme->mode));
  xyb_cli_json_text (json, "settled_on",
                     self->settlement != NULL ? self->settlement->signed_on : NULL);
  add_texts (json, "heads", table->heads);
  add_texts (json, "notes", table->notes);
}

static void
print_json (const XybAssessment *self, const XybScoreSheet *sheet, gint64 only_unit)
{
  g_autoptr (XybAssessmentTable) table = xyb_assessment_table_new (sheet, self->remarks);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_head (json, self, table);
  xyb_cli_json_text (json, "phase",
                     sheet->phase == XYB_PHASE_SETTLEMENT ? "settlement" : "interim");
  json_builder_set_member_name (json, "units");
  json_builder_begin_array (json);
  for (guint i = 0; i < sheet->units->len; i++)
    {
      const XybUnitScore *unit = sheet->units->pdata[i];
      g_autoptr (GPtrArray) reasons = xyb_unit_score_reasons (self->scheme, unit);

      if (only_unit != 0 && unit->unit->unit_id != only_unit)
        continue;
      add_row (json, table->rows->pdata[i]);
      add_points (json, "full_with_events", unit->full_with_events);
      add_texts (json, "reasons", reasons);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

/* A frozen table has texts and points, no reasons any more. */
static void
print_frozen_json (const XybAssessment *self, const XybAssessmentTable *table, int issue)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_head (json, self, table);
  xyb_cli_json_int (json, "issue", issue);
  json_builder_set_member_name (json, "units");
  json_builder_begin_array (json);
  for (guint i = 0; i < table->rows->len; i++)
    {
      add_row (json, table->rows->pdata[i]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

/* ---- for reading ---- */

static void
print_points (const XybAssessment *self, const XybScoreSheet *sheet)
{
  static const char *const heads[] = { N_ ("单位"), N_ ("满分"),   N_ ("扣分"),   N_ ("得分"),
                                       N_ ("占比"), N_ ("未完成"), N_ ("未填写"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "lrrrrrr");

  for (guint i = 0; i < sheet->units->len; i++)
    {
      const XybUnitScore *unit = sheet->units->pdata[i];
      g_autofree char *full = xyb_points_format_fixed (unit->full);
      g_autofree char *deduction = xyb_points_format_fixed (unit->deduction);
      g_autofree char *score = xyb_points_format_fixed (unit->score);
      g_autofree char *percent = xyb_unit_score_percent (unit);
      g_autofree char *open = g_strdup_printf ("%u", unit->open);
      g_autofree char *unsaid = g_strdup_printf ("%u", unit->unsaid);

      xyb_cli_table_add (table, unit->unit->unit_name, full, deduction, score, percent, open,
                         unsaid, NULL);
    }
  xyb_cli_print (_ ("%s（%s，%s）\n"), self->scheme->title,
                 xyb_scheme_mode_name (self->scheme->mode), xyb_phase_name (sheet->phase));
  xyb_cli_table_print (table);
}

/* Heads are long: columns are numbered, and named above. */
static void
print_grid (const XybAssessmentTable *table)
{
  xyb_cli_print ("%s\n", table->title);
  for (guint i = 1; i + 1 < table->heads->len; i++)
    xyb_cli_print ("%2u  %s\n", i, (const char *) table->heads->pdata[i]);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybAssessmentRow *row = table->rows->pdata[i];

      xyb_cli_print ("%s", row->unit);
      for (guint k = 0; k < row->cells->len; k++)
        xyb_cli_print ("\t%s", (const char *) row->cells->pdata[k]);
      xyb_cli_print ("\t%s\n", row->remark);
    }
  xyb_cli_print ("%s\n", table->notes_head);
  for (guint i = 0; i < table->notes->len; i++)
    xyb_cli_print ("%u. %s\n", i + 1, (const char *) table->notes->pdata[i]);
}

static gboolean
show_snapshot (XybCli *cli, XybStore *store, const XybAssessment *self, GError **error)
{
  g_autoptr (XybAssessmentTable) table = NULL;
  int issue;

  if (!xyb_cli_need_issue (xyb_cli_assessment.issue, &issue, error))
    return FALSE;
  table = xyb_assessment_store_get_snapshot (store, self->scheme, issue, error);
  if (table == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_frozen_json (self, table, issue);
  else
    print_grid (table);
  return TRUE;
}

static XybScoreSheet *
score_today (const XybAssessment *self, GError **error)
{
  g_autofree char *today = xyb_cli_date_or_today (xyb_cli_assessment.date, error);
  XybPhase phase;

  if (today == NULL || !take_phase (self, &phase, error))
    return NULL;
  return xyb_assessment_score (self, phase, today);
}

static gboolean
run_show (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, FALSE, &store, error);
  g_autoptr (XybScoreSheet) sheet = NULL;
  g_autoptr (XybAssessmentTable) table = NULL;

  if (self == NULL)
    return FALSE;
  if (xyb_cli_assessment.issue != NULL)
    return show_snapshot (cli, store, self, error);
  sheet = score_today (self, error);
  if (sheet == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    {
      print_json (self, sheet, 0);
      return TRUE;
    }
  table = xyb_assessment_table_new (sheet, self->remarks);
  print_grid (table);
  return TRUE;
}

static gboolean
run_list (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, FALSE, &store, error);
  g_autoptr (XybScoreSheet) sheet = self != NULL ? score_today (self, error) : NULL;

  if (sheet == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_json (self, sheet, 0);
  else
    print_points (self, sheet);
  return TRUE;
}

/**
 * xyb_cli_print_assessed_unit:
 *
 * Writes one unit as it stands to standard output.
 */
void
xyb_cli_print_assessed_unit (XybCli *cli, const XybAssessment *self, gint64 unit_id)
{
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybScoreSheet) sheet
    = xyb_assessment_score (self, xyb_cli_default_phase (self), today);
  const XybUnitScore *unit = xyb_score_sheet_find (sheet, unit_id);
  g_autofree char *full = xyb_points_format_fixed (unit->full);
  g_autofree char *deduction = xyb_points_format_fixed (unit->deduction);
  g_autofree char *score = xyb_points_format_fixed (unit->score);

  if (xyb_cli_wants_json (cli))
    print_json (self, sheet, unit_id);
  else
    xyb_cli_print (_ ("%s：满分 %s，扣分 %s，得分 %s\n"), unit->unit->unit_name, full, deduction,
                   score);
}

/* ---- why ---- */

static GPtrArray *
what_ifs (const XybUnitScore *unit)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < unit->items->len; i++)
    {
      const XybItemScore *item = &g_array_index (unit->items, XybItemScore, i);
      g_autofree char *name = xyb_indicator_name (item->indicator);
      g_autofree char *sentence = xyb_item_score_what_if (item);

      if (sentence != NULL)
        g_ptr_array_add (sentences, g_strdup_printf (_ ("%s：%s"), name, sentence));
    }
  return sentences;
}

/* What costs something if the year were settled today, and costs nothing yet. */
static GPtrArray *
if_settled (const XybScheme *scheme, const XybUnitScore *unit)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < unit->items->len; i++)
    {
      const XybItemScore *item = &g_array_index (unit->items, XybItemScore, i);

      if (item->now.why == XYB_WHY_PENDING)
        g_ptr_array_add (sentences, xyb_item_score_explain_settled (scheme, item));
    }
  return sentences;
}

static GPtrArray *
proposals_of (const XybAssessment *self, gint64 unit_id)
{
  g_autoptr (GPtrArray) proposals = xyb_assessment_proposals (self);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < proposals->len; i++)
    {
      const XybProposal *proposal = proposals->pdata[i];
      const XybMark *mark = xyb_marks_get (self->marks, proposal->unit_id, proposal->indicator_id);

      if (proposal->unit_id == unit_id
          && xyb_proposal_state (proposal, mark) != XYB_PROPOSAL_AGREES)
        g_ptr_array_add (sentences, xyb_proposal_sentence (proposal, self->scheme, mark));
    }
  return sentences;
}

static GPtrArray *
statements_of (const XybAssessment *self, gint64 unit_id)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->explanations->len; i++)
    {
      const XybExplanation *explanation = self->explanations->pdata[i];
      const XybIndicator *indicator
        = xyb_scheme_find_indicator (self->scheme, explanation->indicator_id);
      g_autofree char *name = indicator != NULL ? xyb_indicator_name (indicator) : g_strdup ("");

      if (explanation->unit_id == unit_id)
        g_ptr_array_add (sentences,
                         g_strdup_printf (_ ("%s%s%s%s%s"), name, *name != '\0' ? "：" : "",
                                          explanation->text,
                                          explanation->file_name != NULL ? "　" : "",
                                          explanation->file_name != NULL ? explanation->file_name
                                                                         : ""));
    }
  return sentences;
}

static void
print_section (const char *head, const GPtrArray *lines)
{
  if (lines->len > 0)
    xyb_cli_print ("%s\n", head);
  for (guint i = 0; i < lines->len; i++)
    xyb_cli_print ("  %s\n", (const char *) lines->pdata[i]);
}

static void
explain_unit (JsonBuilder *json, const XybAssessment *self, const XybUnitScore *unit)
{
  gint64 id = unit->unit->unit_id;
  g_autoptr (GPtrArray) lines = xyb_unit_score_explain (self->scheme, unit);
  g_autoptr (GPtrArray) settled = if_settled (self->scheme, unit);
  g_autoptr (GPtrArray) what_if = what_ifs (unit);
  g_autoptr (GPtrArray) proposals = proposals_of (self, id);
  g_autoptr (GPtrArray) statements = statements_of (self, id);

  if (json == NULL)
    {
      print_section (unit->unit->unit_name, lines);
      print_section (_ ("如现在结算"), settled);
      print_section (_ ("还能怎样"), what_if);
      print_section (_ ("记录提示"), proposals);
      print_section (_ ("情况说明"), statements);
      return;
    }
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "unit", unit->unit->unit_name);
  add_texts (json, "lines", lines);
  add_texts (json, "if_settled", settled);
  add_texts (json, "what_if", what_if);
  add_texts (json, "proposals", proposals);
  add_texts (json, "statements", statements);
  json_builder_end_object (json);
}

static void
explain_units (JsonBuilder *json,
               const XybAssessment *self,
               const XybScoreSheet *sheet,
               gint64 only_unit)
{
  for (guint i = 0; i < sheet->units->len; i++)
    {
      const XybUnitScore *unit = sheet->units->pdata[i];

      if (only_unit == 0 || unit->unit->unit_id == only_unit)
        explain_unit (json, self, unit);
    }
}

static gboolean
run_explain (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, FALSE, &store, error);
  g_autoptr (XybScoreSheet) sheet = self != NULL ? score_today (self, error) : NULL;
  gint64 unit = 0;

  if (sheet == NULL
      || (xyb_cli_assessment.unit != NULL
          && !xyb_cli_need_assessed_unit (store, self, &unit, error)))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "units");
      json_builder_begin_array (json);
      explain_units (json, self, sheet, unit);
      json_builder_end_array (json);
      json_builder_end_object (json);
      xyb_cli_json_print (json);
    }
  else
    explain_units (NULL, self, sheet, unit);
  return TRUE;
}

#define PHASE_OPTION                                                                               \
  XYB_CLI_TEXT_OPTION ("phase", xyb_cli_assessment.phase,                                          \
                       "interim 平时、settlement 年终结算；默认看是否已结算", "阶段")

static GOptionEntry list_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  PHASE_OPTION,
  XYB_CLI_DATE_OPTION,
  { NULL },
};
static GOptionEntry show_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS, PHASE_OPTION, XYB_CLI_DATE_OPTION, XYB_CLI_ISSUE_OPTION, { NULL },
};
static GOptionEntry explain_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_ASSESSED_UNIT_OPTION,
  PHASE_OPTION,
  XYB_CLI_DATE_OPTION,
  { NULL },
};

const XybCliCommand xyb_cli_assessment_commands[] = {
  { "assessment list", NULL, N_ ("看各单位考核得分"), list_options, 0, 0, run_list },
  { "assessment show", NULL, N_ ("看考核表；--issue 看某一期的快照"), show_options, 0, 0,
    run_show },
  { "assessment explain", NULL, N_ ("逐项说明得分怎么来的"), explain_options, 0, 0, run_explain },
  { NULL },
};
