/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-progress-store.h"

/* progress list|show|apply|move: enterprises on 贯标 and the two 示范 tracks. */

static struct
{
  char *year;
  char *track;
  char *stage;
  char *district;
  char *on;
  char *reason;
  char *number;
  char *until;
} options;

static XybPlan *
need_plan (XybCli *cli, gboolean write, XybTrack *out_track, XybStore **out_store, GError **error)
{
  int year = 0;

  if (!xyb_cli_need_year (options.year, &year, error)
      || !xyb_cli_need_track (options.track, out_track, error))
    return NULL;
  *out_store = write ? xyb_cli_open (cli, error) : xyb_cli_open_to_read (cli, error);
  return *out_store != NULL ? xyb_plan_store_get (*out_store, year, error) : NULL;
}

static const char *
name_of (const XybPlanStage *stage)
{
  return stage != NULL ? stage->name : NULL;
}

/* ---- list ---- */

static void
add_head (JsonBuilder *json, const XybPlan *plan, const XybTrackRecord *record, const char *today)
{
  const XybPlanStage *current = xyb_track_current (plan, record);
  const XybStageRecord *reached
    = current != NULL ? xyb_track_record_find (record, current->id) : NULL;
  const XybMilestone *overdue = xyb_track_overdue (plan, record, today);

  xyb_cli_json_id (json, "enterprise_id", record->enterprise_id);
  xyb_cli_json_text (json, "name", record->enterprise_name);
  xyb_cli_json_text (json, "district", record->unit_name);
  xyb_cli_json_text (json, "stage", name_of (current));
  xyb_cli_json_text (json, "reached_on", reached != NULL ? reached->reached_on : NULL);
  xyb_cli_json_text (json, "next", name_of (xyb_track_next (plan, record)));
  xyb_cli_json_text (json, "result", xyb_track_result_key (xyb_track_result (plan, record)));
  xyb_cli_json_text (json, "overdue", overdue != NULL ? overdue->key : NULL);
}

static gboolean
is_wanted (const XybPlan *plan, const XybTrackRecord *record)
{
  if (options.district != NULL && g_strcmp0 (record->unit_name, options.district) != 0)
    return FALSE;
  return options.stage == NULL
         || g_strcmp0 (name_of (xyb_track_current (plan, record)), options.stage) == 0;
}

static void
print_list (XybCli *cli, const XybPlan *plan, const GPtrArray *records, const char *today)
{
  static const char *const heads[]
    = { N_ ("区镇"), N_ ("企业"), N_ ("阶段"), N_ ("日期"), N_ ("下一步"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "lllll");
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    {
      const XybTrackRecord *record = records->pdata[i];
      const XybPlanStage *current = xyb_track_current (plan, record);
      const XybStageRecord *reached
        = current != NULL ? xyb_track_record_find (record, current->id) : NULL;
      const char *next = name_of (xyb_track_next (plan, record));

      if (!is_wanted (plan, record))
        continue;
      json_builder_begin_object (json);
      add_head (json, plan, record, today);
      json_builder_end_object (json);
      xyb_cli_table_add (table, record->unit_name != NULL ? record->unit_name : "—",
                         record->enterprise_name, current != NULL ? current->name : "—",
                         reached != NULL && reached->reached_on != NULL ? reached->reached_on : "",
                         next != NULL ? next : "—", NULL);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
}

static gboolean
run_list (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *today = xyb_date_today ();
  XybTrack track = 0;

  plan = need_plan (cli, FALSE, &track, &store, error);
  records = plan != NULL ? xyb_progress_store_list (store, plan, track, error) : NULL;
  if (records == NULL)
    return FALSE;
  print_list (cli, plan, records, today);
  return TRUE;
}

/* ---- show ---- */

static void
add_stages (JsonBuilder *json, const XybPlan *plan, const XybTrackRecord *record)
{
  json_builder_set_member_name (json, "stages");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];
      const XybStageRecord *reached = xyb_track_record_find (record, stage->id);

      if (stage->track != record->track)
        continue;
      json_builder_begin_object (json);
      xyb_cli_json_text (json, "stage", stage->name);
      xyb_cli_json_text (json, "kind", xyb_stage_kind_key (stage->kind));
      xyb_cli_json_bool (json, "reached", reached != NULL && reached->reached);
      xyb_cli_json_text (json, "on", reached != NULL ? reached->reached_on : NULL);
      xyb_cli_json_text (json, "number", reached != NULL ? reached->number : NULL);
      xyb_cli_json_text (json, "until", reached != NULL ? reached->until : NULL);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_checks (JsonBuilder *json, const GPtrArray *checks)
{
  json_builder_set_member_name (json, "conditions");
  json_builder_begin_array (json);
  for (guint i = 0; i < checks->len; i++)
    {
      const XybConditionCheck *check = checks->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "key", check->condition->key);
      xyb_cli_json_text (json, "text", check->condition->text);
      xyb_cli_json_text (json, "verdict", xyb_verdict_key (xyb_condition_check_verdict (check)));
      xyb_cli_json_text (json, "found", xyb_verdict_key (check->found));
      xyb_cli_json_text (json, "evidence", check->evidence);
      xyb_cli_json_text (json, "reason", check->reason);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_trainings (JsonBuilder *json, const XybStepRecord *record)
{
  json_builder_set_member_name (json, "trainings");
  json_builder_begin_array (json);
  for (guint i = 0; record != NULL && i < record->trainings->len; i++)
    {
      const XybTraining *training = record->trainings->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "on", training->held_on);
      xyb_cli_json_text (json, "subject", training->subject);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_steps (JsonBuilder *json, const XybTrackCase *shown)
{
  json_builder_set_member_name (json, "steps");
  json_builder_begin_array (json);
  for (guint i = 0; i < shown->plan->steps->len; i++)
    {
      const XybPlanStep *step = shown->plan->steps->pdata[i];
      const XybStepRecord *record = xyb_track_case_find_step (shown, step->id);
      g_autofree char *words = NULL;

      if (step->track != shown->record->track || !xyb_plan_step_is_ticked (shown->plan, step))
        continue;
      words = xyb_step_words (step, record);
      json_builder_begin_object (json);
      xyb_cli_json_text (json, "name", step->name);
      xyb_cli_json_text (json, "state", xyb_step_state_key (xyb_step_state (step, record)));
      xyb_cli_json_text (json, "words", words);
      xyb_cli_json_text (json, "done_on", record != NULL ? record->done_on : NULL);
      xyb_cli_json_int (json, "staff", record != NULL ? record->staff : XYB_UNSAID);
      xyb_cli_json_text (json, "note", record != NULL ? record->note : NULL);
      add_trainings (json, record);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_materials (JsonBuilder *json, const XybMaterialList *list)
{
  json_builder_set_member_name (json, "materials");
  json_builder_begin_array (json);
  for (guint i = 0; i < list->lines->len; i++)
    {
      const XybMaterialLine *line = list->lines->pdata[i];
      const XybMaterial *material = line->material;

      json_builder_begin_object (json);
      xyb_cli_json_int (json, "item", line->number);
      xyb_cli_json_text (json, "name", line->item->name);
      xyb_cli_json_bool (json, "required", line->item->required);
      xyb_cli_json_text (json, "state", xyb_material_state_key (line->state));
      xyb_cli_json_text (json, "validity", xyb_validity_key (line->validity));
      xyb_cli_json_text (json, "valid_until", material != NULL ? material->valid_until : NULL);
      xyb_cli_json_text (json, "file", material != NULL ? material->file_name : NULL);
      xyb_cli_json_text (json, "sha256", material != NULL ? material->sha256 : NULL);
      xyb_cli_json_text (json, "words", line->words);
      xyb_cli_json_text (json, "warning", line->warning);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_contracts (JsonBuilder *json, const GPtrArray *contracts)
{
  json_builder_set_member_name (json, "contracts");
  json_builder_begin_array (json);
  for (guint i = 0; i < contracts->len; i++)
    {
      const XybContract *contract = contracts->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "kind", xyb_contract_kind_key (contract->kind));
      xyb_cli_json_text (json, "provider", contract->provider_name);
      xyb_cli_json_text (json, "signed_on", contract->signed_on);
      xyb_cli_json_text (json, "ends_on", contract->ends_on);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_moves (JsonBuilder *json, const GPtrArray *moves)
{
  json_builder_set_member_name (json, "moves");
  json_builder_begin_array (json);
  for (guint i = 0; i < moves->len; i++)
    {
      const XybStageMove *move = moves->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "from", move->from);
      xyb_cli_json_text (json, "to", move->to);
      xyb_cli_json_text (json, "on", move->moved_on);
      xyb_cli_json_bool (json, "back", move->back);
      xyb_cli_json_text (json, "reason", move->reason);
      xyb_cli_json_text (json, "operator", move->operator_name);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_next (JsonBuilder *json, const XybTrackCase *shown)
{
  g_autoptr (XybNextAction) action = xyb_next_action_new (shown);

  json_builder_set_member_name (json, "next_action");
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "kind", xyb_act_kind_key (action->kind));
  xyb_cli_json_text (json, "urgency", xyb_urgency_key (action->urgency));
  xyb_cli_json_text (json, "sentence", action->sentence);
  xyb_cli_json_text (json, "emphasis", action->emphasis);
  xyb_cli_json_text (json, "detail", action->detail);
  json_builder_end_object (json);
}

static void
print_shown_json (const XybTrackCase *shown)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_head (json, shown->plan, shown->record, shown->today);
  add_next (json, shown);
  add_stages (json, shown->plan, shown->record);
  add_checks (json, shown->checks);
  add_steps (json, shown);
  add_materials (json, shown->list);
  add_contracts (json, shown->contracts);
  add_moves (json, shown->moves);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static void
print_shown_text (const XybTrackCase *shown)
{
  const char *current = name_of (xyb_track_current (shown->plan, shown->record));
  g_autoptr (XybNextAction) action = xyb_next_action_new (shown);

  xyb_cli_print (_ ("%s　%d年%s　现在：%s\n"), shown->record->enterprise_name, shown->record->year,
                 xyb_track_name (shown->record->track), current != NULL ? current : "—");
  xyb_cli_print (_ ("下一步：%s　%s　%s\n"), action->sentence,
                 action->emphasis != NULL ? action->emphasis : "",
                 action->detail != NULL ? action->detail : "");
  for (guint i = 0; i < shown->checks->len; i++)
    {
      const XybConditionCheck *check = shown->checks->pdata[i];

      xyb_cli_print (_ ("条件　%s　%s：%s\n"),
                     xyb_verdict_name (xyb_condition_check_verdict (check)), check->condition->text,
                     check->reason != NULL ? check->reason : check->evidence);
    }
  for (guint i = 0; i < shown->list->lines->len; i++)
    {
      const XybMaterialLine *line = shown->list->lines->pdata[i];

      xyb_cli_print (_ ("材料　%s　%u %s：%s\n"), xyb_material_state_name (line->state),
                     line->number, line->item->name, line->words);
    }
}

static gboolean
run_show (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;
  g_autoptr (XybTrackCase) shown = NULL;
  g_autofree char *today = xyb_date_today ();
  XybTrack track = 0;

  plan = need_plan (cli, FALSE, &track, &store, error);
  enterprise
    = plan != NULL ? xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error) : NULL;
  shown = enterprise != NULL
            ? xyb_progress_store_read_case (store, plan, track, enterprise->id, today, error)
            : NULL;
  if (shown == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_shown_json (shown);
  else
    print_shown_text (shown);
  return TRUE;
}

/* ---- apply and move ---- */

/* --on, or today. */
static char *
need_day (const char *field, const char *today, GError **error)
{
  return options.on != NULL ? xyb_date_parse (field, options.on, error) : g_strdup (today);
}

static gboolean
find_all (XybCli *cli, XybStore *store, GArray *ids, GError **error)
{
  for (guint i = 0; i < xyb_cli_get_n_arguments (cli); i++)
    {
      g_autoptr (XybEnterprise) enterprise
        = xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, i), error);

      if (enterprise == NULL)
        return FALSE;
      g_array_append_val (ids, enterprise->id);
    }
  return TRUE;
}

static void
say_done (XybCli *cli, guint count)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!xyb_cli_wants_json (cli))
    {
      xyb_cli_print (_ ("已登记 %u 家。\n"), count);
      return;
    }
  json_builder_begin_object (json);
  xyb_cli_json_int (json, "moved", count);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static gboolean
run_apply (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *on = need_day (_ ("申报日期"), today, error);
  XybTrack track = 0;

  if (on == NULL)
    return FALSE;
  plan = need_plan (cli, TRUE, &track, &store, error);
  enterprise
    = plan != NULL ? xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error) : NULL;
  if (enterprise == NULL
      || !xyb_progress_store_apply (store, plan, track, enterprise->id, on, today, error))
    return FALSE;
  say_done (cli, 1);
  return TRUE;
}

static gboolean
run_move (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *today = xyb_date_today ();
  g_autofree char *on = NULL;
  XybProgressMove move = { 0 };

  if (options.stage == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --stage 给出阶段，例如 --stage 签约。"));
  on = need_day (_ ("日期"), today, error);
  if (on == NULL)
    return FALSE;
  plan = need_plan (cli, TRUE, &move.track, &store, error);
  if (plan == NULL || !find_all (cli, store, ids, error))
    return FALSE;
  move.stage = options.stage;
  move.on = on;
  move.reason = options.reason;
  move.number = options.number;
  move.until = options.until;
  if (!xyb_progress_store_move (store, plan, (const gint64 *) ids->data, ids->len, &move, today,
                                error))
    return FALSE;
  say_done (cli, ids->len);
  return TRUE;
}

#define TRACK_AND_YEAR                                                                             \
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),                                 \
    XYB_CLI_TRACK_OPTION (options.track)

static GOptionEntry list_options[] = {
  TRACK_AND_YEAR,
  XYB_CLI_TEXT_OPTION ("stage", options.stage, "只看在这个阶段的", N_ ("阶段")),
  XYB_CLI_TEXT_OPTION ("district", options.district, "只看这个区镇", N_ ("区镇")),
  { NULL },
};
static GOptionEntry show_options[] = { TRACK_AND_YEAR, { NULL } };
static GOptionEntry apply_options[] = {
  TRACK_AND_YEAR,
  XYB_CLI_TEXT_OPTION ("on", options.on, "申报日期，默认今天", N_ ("日期")),
  { NULL },
};
static GOptionEntry move_options[] = {
  TRACK_AND_YEAR,
  XYB_CLI_TEXT_OPTION ("stage", options.stage, "到哪个阶段", N_ ("阶段")),
  XYB_CLI_TEXT_OPTION ("on", options.on, "日期，默认今天", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("reason", options.reason, "往回改的理由", N_ ("理由")),
  XYB_CLI_TEXT_OPTION ("number", options.number, "文号或证书编号", N_ ("文号")),
  XYB_CLI_TEXT_OPTION ("until", options.until, "整改或公示的期限", N_ ("日期")),
  { NULL },
};

const XybCliCommand xyb_cli_progress_commands[] = {
  { "progress list", NULL, N_ ("看企业在贯标或示范的哪个阶段"), list_options, 0, 0, run_list },
  { "progress show", N_ ("企业"), N_ ("看一家企业的阶段、条件、步骤、材料"), show_options, 1, 1,
    run_show },
  { "progress apply", N_ ("企业"), N_ ("登记申报市级或省级示范"), apply_options, 1, 1, run_apply },
  { "progress move", N_ ("企业…"), N_ ("把企业登记到一个阶段"), move_options, 1, G_MAXUINT,
    run_move },
  { NULL },
};
