/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli-assessment.h"

#include "xyb-date.h"
#include "xyb-i18n.h"

/* assessment settle|reopen|snapshot|snapshots|void-snapshot|compare: what was signed and printed.
 */

static struct
{
  char *by;
  gboolean accept_open;
  char *reason;
  char *from;
  char *to;
} options;

static gboolean
run_settle (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, TRUE, &store, error);
  g_autofree char *date
    = self != NULL ? xyb_cli_date_or_today (xyb_cli_assessment.date, error) : NULL;
  const char *by = options.by != NULL ? options.by : xyb_cli_get_operator (cli);

  if (date == NULL)
    return FALSE;
  if (!xyb_assessment_store_settle (store, self, date, by, options.accept_open, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print_text ("settled_on", date);
  else
    {
      g_autofree char *day = xyb_date_format (date);

      xyb_cli_print (_ ("%d年%s考核已于%s结算，%s签字。\n"), self->scheme->year,
                     xyb_unit_kind_name (self->scheme->kind), day, by);
    }
  return TRUE;
}

static gboolean
run_reopen (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, TRUE, &store, error);
  g_autofree char *today = xyb_date_today ();

  if (self == NULL || !xyb_assessment_store_reopen (store, self, options.reason, today, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print_text ("reopened_on", today);
  else
    xyb_cli_print (_ ("已撤回%d年%s考核的结算。\n"), self->scheme->year,
                   xyb_unit_kind_name (self->scheme->kind));
  return TRUE;
}

static void
print_issue_json (const char *member, int issue)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_int (json, member, issue);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static gboolean
run_snapshot (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = NULL;
  g_autofree char *date = NULL;
  int issue;

  if (!xyb_cli_need_issue (xyb_cli_assessment.issue, &issue, error))
    return FALSE;
  self = xyb_cli_load_assessment (cli, TRUE, &store, error);
  date = self != NULL ? xyb_cli_date_or_today (xyb_cli_assessment.date, error) : NULL;
  if (date == NULL || !xyb_assessment_store_take_snapshot (store, self, issue, date, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_issue_json ("issue", issue);
  else
    xyb_cli_print (_ ("已存为第 %d 期快照。\n"), issue);
  return TRUE;
}

static gboolean
run_void (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = NULL;
  g_autofree char *today = xyb_date_today ();
  int issue;

  if (!xyb_cli_need_issue (xyb_cli_assessment.issue, &issue, error))
    return FALSE;
  self = xyb_cli_load_assessment (cli, TRUE, &store, error);
  if (self == NULL
      || !xyb_assessment_store_void_snapshot (store, self->scheme, issue, options.reason, today,
                                              error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_issue_json ("voided", issue);
  else
    xyb_cli_print (_ ("第 %d 期快照已作废。\n"), issue);
  return TRUE;
}

static void
print_snapshots_json (const GPtrArray *snapshots)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < snapshots->len; i++)
    {
      const XybSnapshot *snapshot = snapshots->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_int (json, "issue", snapshot->issue);
      xyb_cli_json_text (json, "date", snapshot->taken_on);
      xyb_cli_json_text (json, "phase",
                         snapshot->phase == XYB_PHASE_SETTLEMENT ? "settlement" : "interim");
      xyb_cli_json_text (json, "voided_on", snapshot->voided_on);
      xyb_cli_json_text (json, "void_reason", snapshot->void_reason);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  xyb_cli_json_print (json);
}

static void
print_snapshots (const GPtrArray *snapshots)
{
  static const char *const heads[]
    = { N_ ("期号"), N_ ("日期"), N_ ("阶段"), N_ ("作废"), N_ ("原因"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "rllll");

  for (guint i = 0; i < snapshots->len; i++)
    {
      const XybSnapshot *snapshot = snapshots->pdata[i];
      g_autofree char *issue = g_strdup_printf ("%d", snapshot->issue);

      xyb_cli_table_add (table, issue, snapshot->taken_on, xyb_phase_name (snapshot->phase),
                         snapshot->voided_on != NULL ? snapshot->voided_on : "",
                         snapshot->void_reason != NULL ? snapshot->void_reason : "", NULL);
    }
  xyb_cli_table_print (table);
}

static gboolean
run_snapshots (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, FALSE, &store, error);
  g_autoptr (GPtrArray) snapshots = NULL;

  if (self == NULL)
    return FALSE;
  snapshots = xyb_assessment_store_list_snapshots (store, self->scheme, error);
  if (snapshots == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_snapshots_json (snapshots);
  else
    print_snapshots (snapshots);
  return TRUE;
}

/* ---- compare ---- */

/* An issue, or the table as it stands now. */
static XybAssessmentTable *
table_of (XybStore *store, const XybAssessment *self, const char *issue_text, GError **error)
{
  int issue;

  if (issue_text == NULL)
    {
      g_autofree char *today = xyb_date_today ();

      return xyb_assessment_print (self, xyb_cli_default_phase (self), today);
    }
  if (!xyb_cli_need_issue (issue_text, &issue, error))
    return NULL;
  return xyb_assessment_store_get_snapshot (store, self->scheme, issue, error);
}

static void
print_changes_json (const GPtrArray *changes)
{
  static const char *const directions[] = { "worse", "other", "better" };
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "changes");
  json_builder_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    {
      const XybTableChange *change = changes->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "unit", change->unit);
      xyb_cli_json_text (json, "head", change->head);
      xyb_cli_json_text (json, "before", change->before);
      xyb_cli_json_text (json, "after", change->after);
      xyb_cli_json_text (json, "direction", directions[change->direction + 1]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static void
print_changes (const GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *sentence = xyb_table_change_sentence (changes->pdata[i]);

      xyb_cli_print ("%s\n", sentence);
    }
  xyb_cli_print (_ ("共 %u 处不同。\n"), changes->len);
}

static gboolean
run_compare (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = NULL;
  g_autoptr (XybAssessmentTable) before = NULL;
  g_autoptr (XybAssessmentTable) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (options.from == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --from 给出较早的一期，例如 --from 1。"));
  self = xyb_cli_load_assessment (cli, FALSE, &store, error);
  before = self != NULL ? table_of (store, self, options.from, error) : NULL;
  after = before != NULL ? table_of (store, self, options.to, error) : NULL;
  if (after == NULL)
    return FALSE;
  changes = xyb_assessment_table_compare (before, after);
  if (xyb_cli_wants_json (cli))
    print_changes_json (changes);
  else
    print_changes (changes);
  return TRUE;
}

static GOptionEntry settle_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_DATE_OPTION,
  XYB_CLI_TEXT_OPTION ("by", options.by, "签字人，默认是操作人", N_ ("姓名")),
  XYB_CLI_FLAG_OPTION ("accept-open", options.accept_open, "已核对仍为“*”的格，按方案计分"),
  { NULL },
};
static GOptionEntry reopen_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_TEXT_OPTION ("reason", options.reason, "撤回的原因", N_ ("原因")),
  { NULL },
};
static GOptionEntry snapshot_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_ISSUE_OPTION,
  XYB_CLI_DATE_OPTION,
  { NULL },
};
static GOptionEntry void_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_ISSUE_OPTION,
  XYB_CLI_TEXT_OPTION ("reason", options.reason, "作废的原因", N_ ("原因")),
  { NULL },
};
static GOptionEntry table_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  { NULL },
};
static GOptionEntry compare_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_TEXT_OPTION ("from", options.from, "较早的一期", N_ ("期号")),
  XYB_CLI_TEXT_OPTION ("to", options.to, "较晚的一期，默认是现在", N_ ("期号")),
  { NULL },
};

const XybCliCommand xyb_cli_assessment_freeze_commands[] = {
  { "assessment settle", NULL, N_ ("年终结算并签字，之后不能再改"), settle_options, 0, 0,
    run_settle },
  { "assessment reopen", NULL, N_ ("撤回年终结算，要说明原因"), reopen_options, 0, 0, run_reopen },
  { "assessment snapshot", NULL, N_ ("存为某一期的快照"), snapshot_options, 0, 0, run_snapshot },
  { "assessment snapshots", NULL, N_ ("列出快照"), table_options, 0, 0, run_snapshots },
  { "assessment void-snapshot", NULL, N_ ("作废某一期的快照，要说明原因"), void_options, 0, 0,
    run_void },
  { "assessment compare", NULL, N_ ("比较两期，或某一期和现在"), compare_options, 0, 0,
    run_compare },
  { NULL },
};
