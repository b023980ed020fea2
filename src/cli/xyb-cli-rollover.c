/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-plan-compare.h"
#include "xyb-rollover.h"

/* plan new|copy|unfinished|compare: from one year to the next. */

static struct
{
  char *year;
  char *from;
  char *to;
  char **milestones;
  char **targets;
  char **openings;
  char **quotas;
  char **carry;
  gboolean carry_all;
  gboolean all;
} options;

/* ---- what is given as NAME=VALUE ---- */

static gboolean
split (const char *option,
       const char *text,
       char **out_name,
       const char **out_value,
       GError **error)
{
  const char *equals = strchr (text, '=');

  if (equals == NULL || equals == text)
    return xyb_cli_usage_error (error, _ ("%s 要写成“名称=值”，“%s”里没有等号。"), option, text);
  *out_name = g_strndup (text, equals - text);
  *out_value = equals + 1;
  return TRUE;
}

static gboolean
take_numbers (char **given, const char *option, const char *field, gint64 *numbers, GError **error)
{
  for (; given != NULL && *given != NULL; given++)
    {
      g_autofree char *name = NULL;
      const char *value = NULL;
      XybTrack track;

      if (!split (option, *given, &name, &value, error) || !xyb_cli_need_track (name, &track, error)
          || !xyb_cli_parse_number (field, value, &numbers[track - 1], error))
        return FALSE;
    }
  return TRUE;
}

static XybMilestone *
find_milestone (const XybPlan *plan, const char *key, GError **error)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < plan->milestones->len; i++)
    {
      XybMilestone *one = plan->milestones->pdata[i];

      if (g_strcmp0 (one->key, key) == 0 || g_strcmp0 (one->text, key) == 0)
        return one;
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? "、" : "",
                              one->key != NULL ? one->key : one->text);
    }
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED, _ ("没有时限“%s”，只有：%s。"), key,
               keys->str);
  return NULL;
}

static gboolean
take_milestones (const XybPlan *plan, GError **error)
{
  for (char **given = options.milestones; given != NULL && *given != NULL; given++)
    {
      g_autofree char *key = NULL;
      g_autofree char *day = NULL;
      const char *value = NULL;
      XybMilestone *milestone;

      if (!split ("--milestone", *given, &key, &value, error))
        return FALSE;
      milestone = find_milestone (plan, key, error);
      if (milestone == NULL)
        return FALSE;
      if (!xyb_cli_is_blank (value))
        {
          day = xyb_date_parse (milestone->text, value, error);
          if (day == NULL)
            return FALSE;
        }
      xyb_milestone_move (milestone, day);
    }
  return TRUE;
}

static XybQuota *
find_quota (const XybPlan *plan, gint64 unit_id)
{
  for (guint i = 0; i < plan->quotas->len; i++)
    if (((XybQuota *) plan->quotas->pdata[i])->unit_id == unit_id)
      return plan->quotas->pdata[i];
  return NULL;
}

static gboolean
take_quotas (XybStore *store, const XybPlan *plan, GError **error)
{
  for (char **given = options.quotas; given != NULL && *given != NULL; given++)
    {
      g_autofree char *name = NULL;
      g_autoptr (XybUnit) unit = NULL;
      const char *value = NULL;
      XybQuota *quota;

      if (!split ("--quota", *given, &name, &value, error))
        return FALSE;
      unit = xyb_unit_store_find (store, name, XYB_UNIT_KIND_DISTRICT, error);
      if (unit == NULL)
        return FALSE;
      quota = find_quota (plan, unit->id);
      if (quota == NULL)
        {
          g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                       _ ("%d年附件1没有%s这一行，请先为它增加一行。"), plan->year, unit->name);
          return FALSE;
        }
      if (!xyb_cli_parse_number (unit->name, value, &quota->accreditation, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- who goes on ---- */

static gboolean
choose (XybRollover *rollover, const char *name, GError **error)
{
  gboolean found = FALSE;

  for (guint i = 0; i < rollover->unfinished->len; i++)
    {
      XybUnfinished *one = rollover->unfinished->pdata[i];

      if (g_strcmp0 (one->enterprise_name, name) == 0)
        one->chosen = found = TRUE;
    }
  if (!found)
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                 _ ("「%s」不在上年未完成的企业里，请用 plan unfinished 查看。"), name);
  return found;
}

static gboolean
take_carried (XybRollover *rollover, GError **error)
{
  if (options.carry_all)
    xyb_rollover_choose_all (rollover, XYB_TRACK_ACCREDITATION, TRUE);
  for (char **name = options.carry; name != NULL && *name != NULL; name++)
    if (!choose (rollover, *name, error))
      return FALSE;
  return TRUE;
}

/* ---- plan new, plan copy ---- */

static void
print_made (const XybRollover *rollover)
{
  const XybPlan *plan = rollover->proposal->plan;
  const XybPlan *source = rollover->proposal->source;

  xyb_cli_print (_ ("已新建 %d 年方案，底稿是 %d 年方案，请核对目标、指标、时限和年初存量。\n"),
                 plan->year, source->year);
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    {
      g_autofree char *words = xyb_opening_words (rollover->proposal->openings[i]);

      xyb_cli_print (_ ("年初存量　%s：%s\n"), xyb_track_name (i + 1), words);
    }
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      const XybMilestone *milestone = plan->milestones->pdata[i];
      const XybMilestone *old = i < source->milestones->len ? source->milestones->pdata[i] : NULL;
      g_autofree char *words = xyb_plan_milestone_words (milestone);
      g_autofree char *check = xyb_plan_check_milestone (milestone, plan->year, old);

      xyb_cli_print (_ ("时限　%s：%s%s%s\n"), milestone->text, words != NULL ? words : "",
                     check != NULL ? _ ("　※") : "", check != NULL ? check : "");
    }
  if (xyb_rollover_count_chosen (rollover, 0) > 0)
    xyb_cli_print (_ ("%d 年未完成的转入 %u 家。\n"), rollover->old_year,
                   xyb_rollover_count_chosen (rollover, 0));
}

static gboolean
make_year (XybCli *cli, int from, int to, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open (cli, error);
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybRollover) rollover
    = store != NULL ? xyb_rollover_propose (store, from, to, today, error) : NULL;
  g_autoptr (XybPlan) stored = NULL;
  XybPlan *plan = rollover != NULL ? rollover->proposal->plan : NULL;

  if (plan == NULL
      || !take_numbers (options.targets, "--target", _ ("目标数"), plan->targets, error)
      || !take_numbers (options.openings, "--opening", _ ("存量"), plan->opening, error)
      || !take_milestones (plan, error) || !take_quotas (store, plan, error)
      || !take_carried (rollover, error) || !xyb_rollover_store (store, rollover, error))
    return FALSE;
  if (!xyb_cli_wants_json (cli))
    {
      print_made (rollover);
      return TRUE;
    }
  stored = xyb_plan_store_get (store, to, error);
  if (stored != NULL)
    xyb_cli_print_plan_json (stored);
  return stored != NULL;
}

static gboolean
run_new (XybCli *cli, GError **error)
{
  int from = 0;
  int year;

  return xyb_cli_need_year (options.year, &year, error)
         && (options.from == NULL || xyb_year_parse (options.from, &from, error))
         && make_year (cli, from, year, error);
}

static gboolean
parse_years (int *out_from, int *out_to, GError **error)
{
  if (options.from == NULL || options.to == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --from 和 --to 给出两个年度。"));
  return xyb_year_parse (options.from, out_from, error)
         && xyb_year_parse (options.to, out_to, error);
}

static gboolean
run_copy (XybCli *cli, GError **error)
{
  int from, to;

  return parse_years (&from, &to, error) && make_year (cli, from, to, error);
}

/* ---- plan unfinished ---- */

static void
add_unfinished (JsonBuilder *json, const XybUnfinished *one)
{
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "track", xyb_track_key (one->track));
  xyb_cli_json_text (json, "name", one->enterprise_name);
  xyb_cli_json_text (json, "district", one->unit_name);
  xyb_cli_json_text (json, "stage", one->stage);
  xyb_cli_json_text (json, "reason", one->reason);
  xyb_cli_json_text (json, "note", one->note);
  xyb_cli_json_text (json, "barrier", one->barrier);
  json_builder_end_object (json);
}

static gboolean
run_unfinished (XybCli *cli, GError **error)
{
  static const char *const heads[]
    = { N_ ("类别"), N_ ("区镇"), N_ ("企业"), N_ ("到达阶段"), N_ ("原因"), N_ ("说明"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "llllll");
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybRollover) rollover = NULL;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return FALSE;
  store = xyb_cli_open_to_read (cli, error);
  rollover = store != NULL ? xyb_rollover_propose (store, 0, year, today, error) : NULL;
  if (rollover == NULL)
    return FALSE;
  json_builder_begin_array (json);
  for (guint i = 0; i < rollover->unfinished->len; i++)
    {
      const XybUnfinished *one = rollover->unfinished->pdata[i];
      g_autofree char *barrier
        = one->barrier != NULL ? g_strdup_printf (_ ("不能转入：%s"), one->barrier) : NULL;

      add_unfinished (json, one);
      xyb_cli_table_add (table, xyb_track_name (one->track),
                         one->unit_name != NULL ? one->unit_name : "", one->enterprise_name,
                         one->stage, one->reason,
                         barrier != NULL     ? barrier
                         : one->note != NULL ? one->note
                                             : "",
                         NULL);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
  return TRUE;
}

/* ---- plan compare ---- */

static void
add_line (JsonBuilder *json, const XybPlanLine *line)
{
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "part", xyb_plan_section_key (line->part));
  xyb_cli_json_text (json, "track", line->track != 0 ? xyb_track_key (line->track) : NULL);
  xyb_cli_json_text (json, "difference", xyb_plan_difference_key (line->difference));
  xyb_cli_json_text (json, "name", line->name);
  xyb_cli_json_text (json, "before", line->before);
  xyb_cli_json_text (json, "after", line->after);
  xyb_cli_json_text (json, "check", line->check);
  json_builder_end_object (json);
}

static void
print_lines (const GPtrArray *lines, gboolean all)
{
  static const char *const heads[]
    = { N_ ("部分"), N_ ("类别"), N_ ("项目"), N_ ("对照"), N_ ("内容"), N_ ("请核对"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "llllll");
  g_autofree char *summary = xyb_plan_compare_summary (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      const XybPlanLine *line = lines->pdata[i];
      g_autofree char *words = xyb_plan_line_words (line);

      if (all || !xyb_plan_line_is_quiet (line))
        xyb_cli_table_add (table, xyb_plan_section_name (line->part),
                           line->track != 0 ? xyb_track_name (line->track) : "", line->name,
                           xyb_plan_difference_name (line->difference), words,
                           line->check != NULL ? line->check : "", NULL);
    }
  xyb_cli_table_print (table);
  xyb_cli_print (_ ("%s。\n"), summary);
}

static gboolean
run_compare (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) before = NULL;
  g_autoptr (XybPlan) after = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (JsonBuilder) json = NULL;
  int from, to;

  if (!parse_years (&from, &to, error))
    return FALSE;
  store = xyb_cli_open_to_read (cli, error);
  before = store != NULL ? xyb_plan_store_get (store, from, error) : NULL;
  after = before != NULL ? xyb_plan_store_get (store, to, error) : NULL;
  if (after == NULL)
    return FALSE;
  lines = xyb_plan_compare (before, after);
  if (!xyb_cli_wants_json (cli))
    {
      print_lines (lines, options.all);
      return TRUE;
    }
  json = json_builder_new ();
  json_builder_begin_array (json);
  for (guint i = 0; i < lines->len; i++)
    add_line (json, lines->pdata[i]);
  json_builder_end_array (json);
  xyb_cli_json_print (json);
  return TRUE;
}

#define LIST_OPTION(name, field, help, arg)                                                        \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_STRING_ARRAY, &field, help, arg                                       \
  }
#define MAKING_OPTIONS                                                                             \
  LIST_OPTION ("milestone", options.milestones, N_ ("另定一个时限的日期"),                         \
               N_ ("编号或事项=日期")),                                                            \
    LIST_OPTION ("target", options.targets, N_ ("全市目标数：贯标=70"), N_ ("类别=N")),            \
    LIST_OPTION ("opening", options.openings, N_ ("年初存量：贯标=681"), N_ ("类别=N")),           \
    LIST_OPTION ("quota", options.quotas, N_ ("贯标企业数：周市镇=12"), N_ ("区镇=N")),            \
    LIST_OPTION ("carry", options.carry, N_ ("转入一家上年未完成的企业"), N_ ("企业")),            \
    XYB_CLI_FLAG_OPTION ("carry-all", options.carry_all, "转入上年贯标未完成的全部企业")

static GOptionEntry new_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("from", options.from, "照哪一年；不写照最近的", N_ ("年度")),
  MAKING_OPTIONS,
  { NULL },
};
static GOptionEntry copy_options[] = {
  XYB_CLI_TEXT_OPTION ("from", options.from, "照哪一年", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("to", options.to, "建哪一年", N_ ("年度")),
  MAKING_OPTIONS,
  { NULL },
};
static GOptionEntry unfinished_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "要新建的年度", N_ ("年度")),
  { NULL },
};
static GOptionEntry compare_options[] = {
  XYB_CLI_TEXT_OPTION ("from", options.from, "哪一年", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("to", options.to, "与哪一年", N_ ("年度")),
  XYB_CLI_FLAG_OPTION ("all", options.all, "相同的也列出"),
  { NULL },
};

const XybCliCommand xyb_cli_rollover_commands[] = {
  { "plan new", NULL, N_ ("新建一个年度：照最近的方案，时限顺移，带出年初存量，转入未完成企业"),
    new_options, 0, 0, run_new },
  { "plan copy", NULL, N_ ("照一个年度新建另一个年度"), copy_options, 0, 0, run_copy },
  { "plan unfinished", NULL, N_ ("看上年没有完成、可以转入新年度的企业"), unfinished_options, 0, 0,
    run_unfinished },
  { "plan compare", NULL, N_ ("对照两个年度的方案：改动、新增、删去、请核对"), compare_options, 0,
    0, run_compare },
  { NULL },
};
