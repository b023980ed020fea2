/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-i18n.h"

/* plan stage|condition|material|step|milestone add|set|move|remove: what a year's plan holds. */

static struct
{
  char *year;
  char *track;
  char *row;
  char *to;
  char *values[XYB_PLAN_MAX_FIELDS]; /* by the order of xyb_plan_part_fields() */
} options;

/* ---- which row ---- */

static gboolean
take_track (XybPlanPart part, XybTrack *out_track, GError **error)
{
  *out_track = 0;
  return !xyb_plan_part_has_tracks (part) || xyb_cli_need_track (options.track, out_track, error);
}

static gboolean
need_number (const char *given, const char *option, const char *what, gint64 *out, GError **error)
{
  if (given == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --%s 给出%s，例如 --%s 1。"), option, what, option);
  return xyb_cli_parse_number (what, given, out, error);
}

static gpointer
find_row (const XybPlan *plan, XybPlanPart part, XybTrack track, GError **error)
{
  g_autoptr (GPtrArray) rows = xyb_plan_list_rows (plan, part, track);
  gint64 number = 0;

  if (!need_number (options.row, "row", _ ("行号"), &number, error))
    return NULL;
  if (number != XYB_UNSAID && number >= 1 && number <= rows->len)
    return rows->pdata[number - 1];
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED, _ ("%d年%s%s有 %u 行，没有第 %s 行。"),
               plan->year, track != 0 ? xyb_track_name (track) : "", xyb_plan_part_name (part),
               rows->len, options.row);
  return NULL;
}

/* ---- what is done ---- */

/* The name first: what refuses names the row. */
static gboolean
take_values (XybPlanPart part, gint64 id, GArray *edits, GError **error)
{
  guint n_fields = 0;
  const XybPlanField *fields = xyb_plan_part_fields (part, &n_fields);
  guint before = edits->len;

  for (guint i = 0; i < n_fields; i++)
    {
      XybPlanEdit edit = { XYB_PLAN_SET, id, 0, i, options.values[i], 0 };

      if (options.values[i] == NULL)
        continue;
      if (xyb_cli_is_blank (options.values[i]))
        edit.text = "";
      g_array_append_val (edits, edit);
    }
  if (edits->len > before)
    return TRUE;
  return xyb_cli_usage_error (error, _ ("请给出要填的项，例如 --%s。"), fields[0].key);
}

static gboolean
take_place (const XybPlan *plan, XybPlanPart part, gpointer row, int *out_by, GError **error)
{
  g_autoptr (GPtrArray) siblings = xyb_plan_list_siblings (plan, part, row);
  gint64 to = 0;
  guint place = 0;

  if (!need_number (options.to, "to", _ ("移到同级第几位"), &to, error))
    return FALSE;
  if (to == XYB_UNSAID || to < 1 || to > siblings->len)
    return xyb_cli_usage_error (error, _ ("同级有 %u 行，请用 --to 给出 1 到 %u。"), siblings->len,
                                siblings->len);
  g_ptr_array_find (siblings, row, &place);
  *out_by = (int) to - 1 - (int) place;
  return TRUE;
}

static gboolean
take_edits (const XybPlan *plan,
            XybPlanPart part,
            XybPlanAct act,
            GArray *edits,
            XybTrack track,
            GError **error)
{
  XybPlanEdit edit = { act, 0, track, 0, NULL, 0 };
  gpointer row = NULL;

  if (act == XYB_PLAN_ADD)
    {
      g_array_append_val (edits, edit);
      return take_values (part, 0, edits, error);
    }
  row = find_row (plan, part, track, error);
  if (row == NULL)
    return FALSE;
  edit.id = xyb_plan_row_id (row);
  if (act == XYB_PLAN_SET)
    return take_values (part, edit.id, edits, error);
  if (act == XYB_PLAN_MOVE && !take_place (plan, part, row, &edit.by, error))
    return FALSE;
  g_array_append_val (edits, edit);
  return TRUE;
}

/* The list as it is afterwards, and what was done. */
static gboolean
show_list (XybCli *cli, XybStore *store, int year, XybPlanPart part, GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, year, error);
  g_autofree char *label = NULL;

  if (plan == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    return xyb_cli_print_plan_part (cli, plan, xyb_plan_part_key (part), options.track, error);
  label = xyb_store_peek_undo (store);
  xyb_cli_print ("%s\n", label != NULL ? label : _ ("没有改动。"));
  return TRUE;
}

static gboolean
run (XybCli *cli, XybPlanPart part, XybPlanAct act, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (XybPlanEdit));
  XybTrack track = 0;
  int year = 0;

  if (!xyb_cli_need_year (options.year, &year, error) || !take_track (part, &track, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  plan = store != NULL ? xyb_plan_store_get (store, year, error) : NULL;
  return plan != NULL && take_edits (plan, part, act, edits, track, error)
         && xyb_plan_store_edit_rows (store, year, part, (XybPlanEdit *) (gpointer) edits->data,
                                      edits->len, NULL, error)
         && show_list (cli, store, year, part, error);
}

/* ---- commands ---- */

#define RUN(name, part)                                                                            \
  static gboolean run_##name##_add (XybCli *cli, GError **error)                                   \
  {                                                                                                \
    return run (cli, part, XYB_PLAN_ADD, error);                                                   \
  }                                                                                                \
  static gboolean run_##name##_set (XybCli *cli, GError **error)                                   \
  {                                                                                                \
    return run (cli, part, XYB_PLAN_SET, error);                                                   \
  }                                                                                                \
  static gboolean run_##name##_move (XybCli *cli, GError **error)                                  \
  {                                                                                                \
    return run (cli, part, XYB_PLAN_MOVE, error);                                                  \
  }                                                                                                \
  static gboolean run_##name##_remove (XybCli *cli, GError **error)                                \
  {                                                                                                \
    return run (cli, part, XYB_PLAN_REMOVE, error);                                                \
  }

RUN (stage, XYB_PLAN_STAGES)
RUN (condition, XYB_PLAN_CONDITIONS)
RUN (material, XYB_PLAN_MATERIALS)
RUN (step, XYB_PLAN_STEPS)
RUN (milestone, XYB_PLAN_MILESTONES)

#define YEAR_OPTION XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度"))
#define ROW_OPTION XYB_CLI_TEXT_OPTION ("row", options.row, "清单里的第几行", N_ ("行号"))
#define TO_OPTION XYB_CLI_TEXT_OPTION ("to", options.to, "移到同级第几位", N_ ("位次"))

#define STAGE_OPTIONS                                                                              \
  XYB_CLI_TEXT_OPTION ("name", options.values[0], "阶段名称", N_ ("名称")),                        \
    XYB_CLI_TEXT_OPTION ("kind", options.values[1], "办理、通过、不通过、动态监督或取消资格",      \
                         N_ ("性质")),                                                             \
    XYB_CLI_TEXT_OPTION ("basis", options.values[2],                                               \
                         "日期对应附件2的哪一个：已推荐、已确定、已签约或已验收通过",              \
                         N_ ("日期")),                                                             \
    XYB_CLI_TEXT_OPTION ("fields", options.values[3], "登记项：文号、期限或“文号、期限”",          \
                         N_ ("登记项")),                                                           \
    XYB_CLI_TEXT_OPTION ("needs-materials", options.values[4], "要求材料收齐：是或否",             \
                         N_ ("是否")),                                                             \
    XYB_CLI_TEXT_OPTION ("milestone", options.values[5], "对应时限的代号，例如 DL-06",             \
                         N_ ("代号"))
#define CONDITION_OPTIONS                                                                          \
  XYB_CLI_TEXT_OPTION ("text", options.values[0], "条件", N_ ("文字")),                            \
    XYB_CLI_TEXT_OPTION ("check", options.values[1], "怎样核对，例如 成立年数、经办人判断",        \
                         N_ ("核对")),                                                             \
    XYB_CLI_TEXT_OPTION ("number", options.values[2], "核对用的数：年数或年度", N_ ("N"))
#define MATERIAL_OPTIONS                                                                           \
  XYB_CLI_TEXT_OPTION ("name", options.values[0], "材料名称", N_ ("名称")),                        \
    XYB_CLI_TEXT_OPTION ("requirement", options.values[1], "要求", N_ ("文字")),                   \
    XYB_CLI_TEXT_OPTION ("required", options.values[2], "必需：是或否", N_ ("是否")),              \
    XYB_CLI_TEXT_OPTION ("has-validity", options.values[3], "有有效期：是或否", N_ ("是否")),      \
    XYB_CLI_TEXT_OPTION ("linked", options.values[4], "与第几行是同一张表", N_ ("行号"))
#define STEP_OPTIONS                                                                               \
  XYB_CLI_TEXT_OPTION ("name", options.values[0], "步骤名称", N_ ("名称")),                        \
    XYB_CLI_TEXT_OPTION ("parent", options.values[1], "属于第几行的步骤", N_ ("行号")),            \
    XYB_CLI_TEXT_OPTION ("text", options.values[2], "说明", N_ ("文字")),                          \
    XYB_CLI_TEXT_OPTION ("counted", options.values[3], "不计数、专职人员数或培训次数",             \
                         N_ ("计数")),                                                             \
    XYB_CLI_TEXT_OPTION ("minimum", options.values[4], "至少几名或几次", N_ ("N"))
#define MILESTONE_OPTIONS                                                                          \
  XYB_CLI_TEXT_OPTION ("text", options.values[0], "事项", N_ ("文字")),                            \
    XYB_CLI_TEXT_OPTION ("starts-on", options.values[1], "起始日期", N_ ("日期")),                 \
    XYB_CLI_TEXT_OPTION ("due-on", options.values[2], "截止日期，写法会跟着改", N_ ("日期")),      \
    XYB_CLI_TEXT_OPTION ("date-text", options.values[3], "时限写法，例如 4月上旬", N_ ("文字")),   \
    XYB_CLI_TEXT_OPTION ("actor", options.values[4], "责任方", N_ ("文字"))

static GOptionEntry stage_add_options[]
  = { YEAR_OPTION, XYB_CLI_TRACK_OPTION (options.track), STAGE_OPTIONS, { NULL } };
static GOptionEntry stage_set_options[]
  = { YEAR_OPTION, XYB_CLI_TRACK_OPTION (options.track), ROW_OPTION, STAGE_OPTIONS, { NULL } };
static GOptionEntry condition_add_options[]
  = { YEAR_OPTION, XYB_CLI_TRACK_OPTION (options.track), CONDITION_OPTIONS, { NULL } };
static GOptionEntry condition_set_options[]
  = { YEAR_OPTION, XYB_CLI_TRACK_OPTION (options.track), ROW_OPTION, CONDITION_OPTIONS, { NULL } };
static GOptionEntry material_add_options[]
  = { YEAR_OPTION, XYB_CLI_TRACK_OPTION (options.track), MATERIAL_OPTIONS, { NULL } };
static GOptionEntry material_set_options[]
  = { YEAR_OPTION, XYB_CLI_TRACK_OPTION (options.track), ROW_OPTION, MATERIAL_OPTIONS, { NULL } };
static GOptionEntry step_add_options[]
  = { YEAR_OPTION, XYB_CLI_TRACK_OPTION (options.track), STEP_OPTIONS, { NULL } };
static GOptionEntry step_set_options[]
  = { YEAR_OPTION, XYB_CLI_TRACK_OPTION (options.track), ROW_OPTION, STEP_OPTIONS, { NULL } };
static GOptionEntry milestone_add_options[] = { YEAR_OPTION, MILESTONE_OPTIONS, { NULL } };
static GOptionEntry milestone_set_options[]
  = { YEAR_OPTION, ROW_OPTION, MILESTONE_OPTIONS, { NULL } };
static GOptionEntry row_move_options[]
  = { YEAR_OPTION, XYB_CLI_TRACK_OPTION (options.track), ROW_OPTION, TO_OPTION, { NULL } };
static GOptionEntry row_remove_options[]
  = { YEAR_OPTION, XYB_CLI_TRACK_OPTION (options.track), ROW_OPTION, { NULL } };
static GOptionEntry milestone_move_options[] = { YEAR_OPTION, ROW_OPTION, TO_OPTION, { NULL } };
static GOptionEntry milestone_remove_options[] = { YEAR_OPTION, ROW_OPTION, { NULL } };

const XybCliCommand xyb_cli_plan_row_commands[] = {
  { "plan stage add", NULL, N_ ("在方案里增加阶段"), stage_add_options, 0, 0, run_stage_add },
  { "plan stage set", NULL, N_ ("改方案里的阶段"), stage_set_options, 0, 0, run_stage_set },
  { "plan stage move", NULL, N_ ("调整方案里阶段的次序"), row_move_options, 0, 0, run_stage_move },
  { "plan stage remove", NULL, N_ ("从方案里删去阶段"), row_remove_options, 0, 0,
    run_stage_remove },
  { "plan condition add", NULL, N_ ("在方案里增加条件"), condition_add_options, 0, 0,
    run_condition_add },
  { "plan condition set", NULL, N_ ("改方案里的条件"), condition_set_options, 0, 0,
    run_condition_set },
  { "plan condition move", NULL, N_ ("调整方案里条件的次序"), row_move_options, 0, 0,
    run_condition_move },
  { "plan condition remove", NULL, N_ ("从方案里删去条件"), row_remove_options, 0, 0,
    run_condition_remove },
  { "plan material add", NULL, N_ ("在方案里增加材料"), material_add_options, 0, 0,
    run_material_add },
  { "plan material set", NULL, N_ ("改方案里的材料"), material_set_options, 0, 0,
    run_material_set },
  { "plan material move", NULL, N_ ("调整方案里材料的次序"), row_move_options, 0, 0,
    run_material_move },
  { "plan material remove", NULL, N_ ("从方案里删去材料"), row_remove_options, 0, 0,
    run_material_remove },
  { "plan step add", NULL, N_ ("在方案里增加步骤"), step_add_options, 0, 0, run_step_add },
  { "plan step set", NULL, N_ ("改方案里的步骤"), step_set_options, 0, 0, run_step_set },
  { "plan step move", NULL, N_ ("调整方案里步骤的次序"), row_move_options, 0, 0, run_step_move },
  { "plan step remove", NULL, N_ ("从方案里删去步骤"), row_remove_options, 0, 0, run_step_remove },
  { "plan milestone add", NULL, N_ ("在方案里增加时限"), milestone_add_options, 0, 0,
    run_milestone_add },
  { "plan milestone set", NULL, N_ ("改方案里的时限"), milestone_set_options, 0, 0,
    run_milestone_set },
  { "plan milestone move", NULL, N_ ("调整方案里时限的次序"), milestone_move_options, 0, 0,
    run_milestone_move },
  { "plan milestone remove", NULL, N_ ("从方案里删去时限"), milestone_remove_options, 0, 0,
    run_milestone_remove },
  { NULL },
};
