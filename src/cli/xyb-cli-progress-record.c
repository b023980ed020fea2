/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-progress-store.h"

/* progress set-stage|verdict|step|training: what is written down of one enterprise on a track
 * besides its moves. */

static struct
{
  char *year;
  char *track;
  char *stage;
  char *on;
  char *number;
  char *until;
  char *condition;
  char *verdict;
  char *reason;
  char *step;
  char *staff;
  char *note;
  char *subject;
} options;

/* What every one of these commands begins with. */
typedef struct
{
  XybStore *store;
  XybPlan *plan;
  XybTrackCase *track_case;
  char *today;
} Work;

static void
work_free (Work *self)
{
  g_clear_pointer (&self->track_case, xyb_track_case_free);
  g_clear_pointer (&self->plan, xyb_plan_free);
  g_clear_object (&self->store);
  g_free (self->today);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static gboolean
read_case (Work *self, XybTrack track, gint64 enterprise_id, GError **error)
{
  g_clear_pointer (&self->track_case, xyb_track_case_free);
  self->track_case = xyb_progress_store_read_case (self->store, self->plan, track, enterprise_id,
                                                   self->today, error);
  return self->track_case != NULL;
}

static Work *
work_new (XybCli *cli, GError **error)
{
  g_autoptr (Work) self = g_new0 (Work, 1);
  g_autoptr (XybEnterprise) enterprise = NULL;
  XybTrack track = 0;
  int year = 0;

  self->today = xyb_date_today ();
  if (!xyb_cli_need_year (options.year, &year, error)
      || !xyb_cli_need_track (options.track, &track, error))
    return NULL;
  self->store = xyb_cli_open (cli, error);
  self->plan = self->store != NULL ? xyb_plan_store_get (self->store, year, error) : NULL;
  enterprise = self->plan != NULL
                 ? xyb_cli_find_enterprise (self->store, xyb_cli_get_argument (cli, 0), error)
                 : NULL;
  if (enterprise == NULL || !read_case (self, track, enterprise->id, error))
    return NULL;
  return g_steal_pointer (&self);
}

static const char *
name_of (const Work *self)
{
  return self->track_case->record->enterprise_name;
}

/* ---- set-stage ---- */

static XybStageRecord *
copy_stage (const XybTrackRecord *record, gint64 stage_id)
{
  const XybStageRecord *before = xyb_track_record_find (record, stage_id);
  XybStageRecord *copy = xyb_stage_record_new (stage_id);

  if (before == NULL)
    return copy;
  copy->reached_on = g_strdup (before->reached_on);
  copy->number = g_strdup (before->number);
  copy->until = g_strdup (before->until);
  copy->note = g_strdup (before->note);
  return copy;
}

static void
say_stage (XybCli *cli, const Work *work, const XybPlanStage *stage)
{
  const XybStageRecord *now = xyb_track_record_find (work->track_case->record, stage->id);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!xyb_cli_wants_json (cli))
    {
      xyb_cli_print (_ ("%s　“%s”　%s　%s\n"), name_of (work), stage->name,
                     now != NULL && now->reached_on != NULL ? now->reached_on : _ ("没有日期"),
                     now != NULL && now->number != NULL ? now->number : "");
      return;
    }
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "stage", stage->name);
  xyb_cli_json_text (json, "on", now != NULL ? now->reached_on : NULL);
  xyb_cli_json_text (json, "number", now != NULL ? now->number : NULL);
  xyb_cli_json_text (json, "until", now != NULL ? now->until : NULL);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static gboolean
run_set_stage (XybCli *cli, GError **error)
{
  g_autoptr (Work) work = NULL;
  g_autoptr (XybStageRecord) values = NULL;
  const XybPlanStage *stage;
  XybTrack track;
  gint64 id;

  if (options.stage == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --stage 给出阶段，例如 --stage 签约。"));
  work = work_new (cli, error);
  if (work == NULL)
    return FALSE;
  track = work->track_case->record->track;
  id = work->track_case->enterprise->id;
  stage = xyb_progress_require_stage (work->plan, track, options.stage, error);
  if (stage == NULL)
    return FALSE;
  values = copy_stage (work->track_case->record, stage->id);
  if (options.number != NULL)
    xyb_cli_take_text (&values->number, xyb_cli_is_blank (options.number) ? "" : options.number);
  if (!xyb_cli_take_date (&values->reached_on, options.on, _ ("日期"), error)
      || !xyb_cli_take_date (&values->until, options.until, _ ("期限"), error)
      || !xyb_progress_store_set_stage (work->store, work->plan, track, id, values, work->today,
                                        error)
      || !read_case (work, track, id, error))
    return FALSE;
  say_stage (cli, work, stage);
  return TRUE;
}

/* ---- verdict ---- */

static gboolean
is_condition (const XybPlanCondition *condition, guint number, const char *word)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  return g_strcmp0 (condition->key, word) == 0 || g_strcmp0 (condition->text, word) == 0
         || g_strcmp0 (digits, word) == 0
         || (condition->key != NULL && g_str_has_prefix (condition->key, "PLAN-")
             && g_strcmp0 (condition->key + strlen ("PLAN-"), word) == 0);
}

static const XybConditionCheck *
need_condition (const Work *work, GError **error)
{
  const GPtrArray *checks = work->track_case->checks;
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < checks->len; i++)
    {
      const XybConditionCheck *check = checks->pdata[i];

      if (is_condition (check->condition, i + 1, options.condition))
        return check;
      g_string_append_printf (keys, "%s%u %s", i > 0 ? "、" : "", i + 1, check->condition->text);
    }
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED, _ ("%d年%s没有条件「%s」，只有：%s。"),
               work->plan->year, xyb_track_name (work->track_case->record->track),
               options.condition, keys->str);
  return NULL;
}

static gboolean
take_verdict (XybVerdict *out, GError **error)
{
  static const char *const as_found[] = { "按记录", "recorded", NULL };

  *out = xyb_verdict_from_key (options.verdict);
  if (*out != 0 || g_strv_contains (as_found, options.verdict))
    return TRUE;
  return xyb_cli_usage_error (error, _ ("没有结论「%s」，可用：符合、不符合、待核、按记录。"),
                              options.verdict);
}

static void
say_verdict (XybCli *cli, const XybConditionCheck *check)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!xyb_cli_wants_json (cli))
    {
      xyb_cli_print (_ ("条件　%s　%s：%s\n"),
                     xyb_verdict_name (xyb_condition_check_verdict (check)), check->condition->text,
                     check->reason != NULL ? check->reason : check->evidence);
      return;
    }
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "key", check->condition->key);
  xyb_cli_json_text (json, "verdict", xyb_verdict_key (xyb_condition_check_verdict (check)));
  xyb_cli_json_text (json, "found", xyb_verdict_key (check->found));
  xyb_cli_json_text (json, "reason", check->reason);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static gboolean
run_verdict (XybCli *cli, GError **error)
{
  g_autoptr (Work) work = NULL;
  const XybConditionCheck *check;
  XybVerdict verdict = 0;

  if (options.condition == NULL || options.verdict == NULL)
    return xyb_cli_usage_error (
      error,
      _ ("请用 --condition 给出条件，用 --verdict 给出结论，例如 --condition 5 --verdict 符合。"));
  if (!take_verdict (&verdict, error))
    return FALSE;
  work = work_new (cli, error);
  check = work != NULL ? need_condition (work, error) : NULL;
  if (check == NULL
      || !xyb_progress_store_set_verdict (work->store, work->plan, work->track_case->record,
                                          check->condition->id, verdict, options.reason,
                                          work->today, error)
      || !read_case (work, work->track_case->record->track, work->track_case->enterprise->id,
                     error))
    return FALSE;
  check = need_condition (work, error);
  if (check == NULL)
    return FALSE;
  say_verdict (cli, check);
  return TRUE;
}

/* ---- steps and trainings ---- */

static gboolean
is_step (const XybPlanStep *step, guint number, gboolean trainings)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  if (options.step == NULL)
    return trainings && step->counted == XYB_STEP_TRAININGS;
  return g_strcmp0 (step->name, options.step) == 0 || g_strcmp0 (digits, options.step) == 0;
}

/* By name or by number; of trainings the one step that counts them need not be named. */
static const XybPlanStep *
need_step (const Work *work, gboolean trainings, GError **error)
{
  XybTrack track = work->track_case->record->track;
  g_autoptr (GString) names = g_string_new (NULL);
  guint number = 0;

  for (guint i = 0; i < work->plan->steps->len; i++)
    {
      const XybPlanStep *step = work->plan->steps->pdata[i];

      if (step->track != track || !xyb_plan_step_is_ticked (work->plan, step))
        continue;
      number++;
      if (is_step (step, number, trainings))
        return step;
      g_string_append_printf (names, "%s%u %s", number > 1 ? "、" : "", number, step->name);
    }
  if (options.step == NULL)
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                 _ ("%d年%s没有按培训次数计的步骤，不能登记培训。"), work->plan->year,
                 xyb_track_name (track));
  else
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                 _ ("%d年%s没有步骤「%s」，只有：%s。"), work->plan->year, xyb_track_name (track),
                 options.step, names->str);
  return NULL;
}

static gboolean
say_step (XybCli *cli, Work *work, const XybPlanStep *step, GError **error)
{
  const XybStepRecord *record;
  g_autofree char *words = NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!read_case (work, work->track_case->record->track, work->track_case->enterprise->id, error))
    return FALSE;
  record = xyb_track_case_find_step (work->track_case, step->id);
  words = xyb_step_words (step, record);
  if (!xyb_cli_wants_json (cli))
    {
      xyb_cli_print (_ ("%s　步骤“%s”：%s\n"), name_of (work), step->name, words);
      return TRUE;
    }
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "name", step->name);
  xyb_cli_json_text (json, "state", xyb_step_state_key (xyb_step_state (step, record)));
  xyb_cli_json_text (json, "words", words);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
  return TRUE;
}

static XybStepRecord *
copy_step (const Work *work, gint64 step_id)
{
  const XybStepRecord *before = xyb_track_case_find_step (work->track_case, step_id);
  XybStepRecord *copy = xyb_step_record_new (step_id);

  if (before == NULL)
    return copy;
  copy->done_on = g_strdup (before->done_on);
  copy->staff = before->staff;
  copy->note = g_strdup (before->note);
  return copy;
}

static gboolean
run_step (XybCli *cli, GError **error)
{
  g_autoptr (Work) work = NULL;
  g_autoptr (XybStepRecord) record = NULL;
  const XybPlanStep *step;

  if (options.step == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --step 给出步骤，例如 --step 内部评估。"));
  work = work_new (cli, error);
  step = work != NULL ? need_step (work, FALSE, error) : NULL;
  if (step == NULL)
    return FALSE;
  record = copy_step (work, step->id);
  xyb_cli_take_text (&record->note, options.note);
  if (!xyb_cli_take_date (&record->done_on, options.on, _ ("完成日期"), error)
      || (options.staff != NULL
          && !xyb_cli_parse_number (_ ("专职人员"), options.staff, &record->staff, error))
      || !xyb_progress_store_set_step (work->store, work->plan, work->track_case->record, record,
                                       work->today, error))
    return FALSE;
  return say_step (cli, work, step, error);
}

static gboolean
run_training_add (XybCli *cli, GError **error)
{
  g_autoptr (Work) work = work_new (cli, error);
  const XybPlanStep *step = work != NULL ? need_step (work, TRUE, error) : NULL;
  g_autofree char *on = NULL;
  XybTraining *training;
  gboolean ok;

  if (step == NULL)
    return FALSE;
  on = options.on != NULL ? xyb_date_parse (_ ("培训日期"), options.on, error)
                          : g_strdup (work->today);
  if (on == NULL)
    return FALSE;
  training = xyb_training_new (on, options.subject);
  ok = xyb_progress_store_add_training (work->store, work->plan, work->track_case->record, step->id,
                                        training, work->today, error);
  xyb_training_free (training);
  return ok && say_step (cli, work, step, error);
}

/* By its day, and where there are two that day by its subject. */
static const XybTraining *
need_training (const Work *work, const XybPlanStep *step, const char *on, GError **error)
{
  const XybStepRecord *record = xyb_track_case_find_step (work->track_case, step->id);
  const XybTraining *found = NULL;

  for (guint i = 0; record != NULL && i < record->trainings->len; i++)
    {
      const XybTraining *training = record->trainings->pdata[i];

      if (g_strcmp0 (training->held_on, on) != 0
          || (options.subject != NULL && g_strcmp0 (training->subject, options.subject) != 0))
        continue;
      if (found != NULL)
        {
          g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                       _ ("%s有不止一次培训，请用 --subject 给出主题。"), on);
          return NULL;
        }
      found = training;
    }
  if (found == NULL)
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED, _ ("%s没有登记过%s的这次培训。"),
                 name_of (work), on);
  return found;
}

static gboolean
run_training_remove (XybCli *cli, GError **error)
{
  g_autoptr (Work) work = NULL;
  g_autofree char *on = NULL;
  const XybPlanStep *step;
  const XybTraining *training;

  if (options.on == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --on 给出是哪一天的培训。"));
  on = xyb_date_parse (_ ("培训日期"), options.on, error);
  work = on != NULL ? work_new (cli, error) : NULL;
  step = work != NULL ? need_step (work, TRUE, error) : NULL;
  training = step != NULL ? need_training (work, step, on, error) : NULL;
  if (training == NULL
      || !xyb_progress_store_remove_training (work->store, work->track_case->record, training->id,
                                              error))
    return FALSE;
  return say_step (cli, work, step, error);
}

#define TRACK_AND_YEAR                                                                             \
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),                                 \
    XYB_CLI_TRACK_OPTION (options.track)

static GOptionEntry stage_options[] = {
  TRACK_AND_YEAR,
  XYB_CLI_TEXT_OPTION ("stage", options.stage, "哪个阶段", N_ ("阶段")),
  XYB_CLI_TEXT_OPTION ("on", options.on, "日期", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("number", options.number, "文号或证书编号", N_ ("文号")),
  XYB_CLI_TEXT_OPTION ("until", options.until, "整改或公示的期限", N_ ("日期")),
  { NULL },
};
static GOptionEntry verdict_options[] = {
  TRACK_AND_YEAR,
  XYB_CLI_TEXT_OPTION ("condition", options.condition, "第几个条件，或 C5 这样的编号", N_ ("条件")),
  XYB_CLI_TEXT_OPTION ("verdict", options.verdict, "符合、不符合、待核，或按记录", N_ ("结论")),
  XYB_CLI_TEXT_OPTION ("reason", options.reason, "核定理由", N_ ("理由")),
  { NULL },
};
static GOptionEntry step_options[] = {
  TRACK_AND_YEAR,
  XYB_CLI_TEXT_OPTION ("step", options.step, "第几个步骤，或名称", N_ ("步骤")),
  XYB_CLI_TEXT_OPTION ("on", options.on, "完成日期；空：还没有完成", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("staff", options.staff, "专职人员数", N_ ("人数")),
  XYB_CLI_TEXT_OPTION ("note", options.note, "备注", N_ ("备注")),
  { NULL },
};
static GOptionEntry training_options[] = {
  TRACK_AND_YEAR,
  XYB_CLI_TEXT_OPTION ("step", options.step, "第几个步骤，或名称", N_ ("步骤")),
  XYB_CLI_TEXT_OPTION ("on", options.on, "培训日期，登记时默认今天", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("subject", options.subject, "培训主题", N_ ("主题")),
  { NULL },
};

const XybCliCommand xyb_cli_progress_record_commands[] = {
  { "progress set-stage", N_ ("企业"), N_ ("改一个已到阶段的日期、文号、期限"), stage_options, 1, 1,
    run_set_stage },
  { "progress verdict", N_ ("企业"), N_ ("核定一个条件"), verdict_options, 1, 1, run_verdict },
  { "progress step", N_ ("企业"), N_ ("登记一个实施步骤"), step_options, 1, 1, run_step },
  { "progress training add", N_ ("企业"), N_ ("登记一次贯标培训"), training_options, 1, 1,
    run_training_add },
  { "progress training remove", N_ ("企业"), N_ ("删除一次贯标培训"), training_options, 1, 1,
    run_training_remove },
  { NULL },
};
