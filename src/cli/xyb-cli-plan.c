/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-quota-table.h"
#include "xyb-text.h"

/* plan, quota: the year's plan and 附件1's numbers. */

static struct
{
  char *year;
  char *from;
  char *to;
  char *district;
  char *track;
  char *target;
  char *opening;
} options;

static char *
number_or_blank (gint64 number)
{
  return number == XYB_UNSAID ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static XybPlan *
open_plan (XybCli *cli, XybStore **out_store, GError **error)
{
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return NULL;
  *out_store = xyb_cli_open_to_read (cli, error);
  return *out_store == NULL ? NULL : xyb_plan_store_get (*out_store, year, error);
}

static gboolean
run_list (XybCli *cli, GError **error)
{
  static const char *const heads[] = { N_ ("年度"),     N_ ("文号"), N_ ("贯标"), N_ ("市级示范"),
                                       N_ ("省级示范"), N_ ("名称"), NULL };
  g_autoptr (XybStore) store = xyb_cli_open_to_read (cli, error);
  g_autoptr (GArray) years = store == NULL ? NULL : xyb_plan_store_list_years (store, error);
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "llrrrl");
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (years == NULL)
    return FALSE;
  json_builder_begin_array (json);
  for (guint i = 0; i < years->len; i++)
    {
      g_autoptr (XybPlan) plan = xyb_plan_store_get (store, g_array_index (years, int, i), error);
      g_autofree char *year = NULL;
      g_autofree char *targets[XYB_N_TRACKS] = { NULL };

      if (plan == NULL)
        return FALSE;
      year = g_strdup_printf ("%d", plan->year);
      json_builder_begin_object (json);
      xyb_cli_json_int (json, "year", plan->year);
      xyb_cli_json_text (json, "document_number", plan->document_number);
      xyb_cli_json_text (json, "title", plan->title);
      for (guint t = 0; t < XYB_N_TRACKS; t++)
        {
          targets[t] = number_or_blank (plan->targets[t]);
          xyb_cli_json_int (json, xyb_track_key (t + 1), plan->targets[t]);
        }
      json_builder_end_object (json);
      xyb_cli_table_add (table, year, plan->document_number != NULL ? plan->document_number : "",
                         targets[0], targets[1], targets[2], plan->title, NULL);
      for (guint t = 0; t < XYB_N_TRACKS; t++)
        g_clear_pointer (&targets[t], g_free);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
  return TRUE;
}

/* ---- plan show ---- */

static void
add_tracks_json (JsonBuilder *json, const char *member, const gint64 *numbers)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_object (json);
  for (guint t = 0; t < XYB_N_TRACKS; t++)
    xyb_cli_json_int (json, xyb_track_key (t + 1), numbers[t]);
  json_builder_end_object (json);
}

static void
add_bases_json (JsonBuilder *json, const XybPlan *plan)
{
  json_builder_set_member_name (json, "bases");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->bases->len; i++)
    {
      XybPlanBasis *basis = g_ptr_array_index (plan->bases, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "title", basis->title);
      xyb_cli_json_text (json, "number", basis->number);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_quotas_json (JsonBuilder *json, const XybPlan *plan)
{
  json_builder_set_member_name (json, "quotas");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      XybQuota *quota = g_ptr_array_index (plan->quotas, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "district", quota->unit_name);
      xyb_cli_json_int (json, "accreditation", quota->accreditation);
      xyb_cli_json_int (json, "city_model", quota->city_model);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_milestones_json (JsonBuilder *json, const XybPlan *plan)
{
  json_builder_set_member_name (json, "milestones");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      XybMilestone *milestone = g_ptr_array_index (plan->milestones, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "key", milestone->key);
      xyb_cli_json_text (json, "text", milestone->text);
      xyb_cli_json_text (json, "date_text", milestone->date_text);
      xyb_cli_json_text (json, "starts_on", milestone->starts_on);
      xyb_cli_json_text (json, "due_on", milestone->due_on);
      xyb_cli_json_text (json, "actor", milestone->actor);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_rules_json (JsonBuilder *json, const XybPlan *plan)
{
  json_builder_set_member_name (json, "conditions");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->conditions->len; i++)
    {
      XybPlanCondition *condition = g_ptr_array_index (plan->conditions, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "track", xyb_track_key (condition->track));
      xyb_cli_json_text (json, "text", condition->text);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "materials");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->materials->len; i++)
    {
      XybPlanMaterial *material = g_ptr_array_index (plan->materials, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "track", xyb_track_key (material->track));
      xyb_cli_json_text (json, "name", material->name);
      xyb_cli_json_text (json, "requirement", material->requirement);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "steps");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->steps->len; i++)
    {
      XybPlanStep *one = g_ptr_array_index (plan->steps, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "track", xyb_track_key (one->track));
      xyb_cli_json_text (json, "name", one->name);
      xyb_cli_json_text (json, "text", one->text);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_plan_json (const XybPlan *plan)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_int (json, "year", plan->year);
  xyb_cli_json_text (json, "title", plan->title);
  xyb_cli_json_text (json, "document_number", plan->document_number);
  xyb_cli_json_text (json, "issuer", plan->issuer);
  xyb_cli_json_text (json, "issued_on", plan->issued_on);
  xyb_cli_json_text (json, "lead", plan->lead);
  xyb_cli_json_text (json, "partners", plan->partners);
  xyb_cli_json_text (json, "scope", plan->scope);
  add_tracks_json (json, "targets", plan->targets);
  add_tracks_json (json, "opening", plan->opening);
  xyb_cli_json_text (json, "opening_as_of", plan->opening_as_of);
  add_bases_json (json, plan);
  add_quotas_json (json, plan);
  add_milestones_json (json, plan);
  add_rules_json (json, plan);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static void
print_line (const char *head, const char *text)
{
  if (text != NULL && *text != '\0')
    xyb_cli_print ("%s：%s\n", head, text);
}

static void
print_plan_text (const XybPlan *plan)
{
  g_autofree char *issued = plan->issued_on != NULL ? xyb_date_format (plan->issued_on) : NULL;

  xyb_cli_print ("%s\n", plan->title);
  print_line (_ ("文号"), plan->document_number);
  print_line (_ ("印发单位"), plan->issuer);
  print_line (_ ("印发日期"), issued);
  print_line (_ ("牵头单位"), plan->lead);
  print_line (_ ("会同单位"), plan->partners);
  print_line (_ ("对象"), plan->scope);
  for (guint i = 0; i < plan->bases->len; i++)
    {
      XybPlanBasis *basis = g_ptr_array_index (plan->bases, i);

      xyb_cli_print ("%s：%s%s%s%s\n", _ ("依据"), basis->title != NULL ? "《" : "",
                     basis->title != NULL ? basis->title : "", basis->title != NULL ? "》" : "",
                     basis->number != NULL ? basis->number : "");
    }
  for (guint t = 0; t < XYB_N_TRACKS; t++)
    {
      if (plan->targets[t] != XYB_UNSAID)
        xyb_cli_print (_ ("目标　%s：%" G_GINT64_FORMAT " 家\n"), xyb_track_name (t + 1),
                       plan->targets[t]);
      if (plan->opening[t] != XYB_UNSAID)
        xyb_cli_print (_ ("存量　%s：%" G_GINT64_FORMAT " 家\n"), xyb_track_name (t + 1),
                       plan->opening[t]);
    }
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      XybMilestone *milestone = g_ptr_array_index (plan->milestones, i);

      xyb_cli_print (_ ("时限　%s　%s\n"), milestone->date_text != NULL ? milestone->date_text : "",
                     milestone->text);
    }
}

static gboolean
run_show (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = open_plan (cli, &store, error);

  if (plan == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_plan_json (plan);
  else
    print_plan_text (plan);
  return TRUE;
}

static gboolean
run_copy (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  int from, to;

  if (options.from == NULL || options.to == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --from 和 --to 给出两个年度。"));
  if (!xyb_year_parse (options.from, &from, error) || !xyb_year_parse (options.to, &to, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  if (store == NULL || !xyb_plan_store_copy (store, from, to, error))
    return FALSE;
  xyb_cli_print (_ ("已按 %d 年方案新建 %d 年方案，请核对目标、指标和时限。\n"), from, to);
  return TRUE;
}

/* A count, or blank: 「空」, 「-」 and an empty text mean not said (QUO-02). */
static gboolean
parse_number (const char *field, const char *text, gint64 *out_number, GError **error)
{
  if (xyb_text_is_blank (text) || g_str_equal (text, "空") || g_str_equal (text, "-")
      || g_str_equal (text, "blank"))
    {
      *out_number = XYB_UNSAID;
      return TRUE;
    }
  return xyb_count_parse (field, text, G_MAXINT32, out_number, error);
}

static gboolean
run_set (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  XybTrack track;
  gint64 number;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error)
      || !xyb_cli_need_track (options.track, &track, error))
    return FALSE;
  if ((options.target == NULL) == (options.opening == NULL))
    return xyb_cli_usage_error (error,
                                _ ("请给出 --target（目标数）或 --opening（存量）中的一个。"));
  if (!parse_number (options.target != NULL ? _ ("目标数") : _ ("存量"),
                     options.target != NULL ? options.target : options.opening, &number, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  if (store == NULL)
    return FALSE;
  return options.target != NULL ? xyb_plan_store_set_target (store, year, track, number, error)
                                : xyb_plan_store_set_opening (store, year, track, number, error);
}

/* ---- quota ---- */

static void
print_quota_json (const XybPlan *plan, const XybQuotaTable *table, const char *problem)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_int (json, "year", plan->year);
  xyb_cli_json_text (json, "title", table->title);
  add_quotas_json (json, plan);
  json_builder_set_member_name (json, "total");
  json_builder_begin_object (json);
  xyb_cli_json_int (json, "accreditation", table->total_accreditation);
  xyb_cli_json_int (json, "city_model", table->total_city_model);
  json_builder_end_object (json);
  add_tracks_json (json, "targets", plan->targets);
  xyb_cli_json_text (json, "problem", problem);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static void
print_quota_text (const XybQuotaTable *table, const char *problem)
{
  g_autoptr (XybCliTable) text = NULL;
  const char *heads[] = { table->heads[0], table->heads[1], table->heads[2], NULL };
  g_autofree char *total = number_or_blank (table->total_accreditation);
  g_autofree char *city_total = number_or_blank (table->total_city_model);

  text = xyb_cli_table_new (heads, "lrr");
  for (guint i = 0; i < table->rows->len; i++)
    {
      XybQuotaTableRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *accreditation = number_or_blank (row->accreditation);
      g_autofree char *city = number_or_blank (row->city_model);

      xyb_cli_table_add (text, row->name, accreditation, city, NULL);
    }
  xyb_cli_table_add (text, _ ("合计"), total, city_total, NULL);
  xyb_cli_print ("%s\n", table->title);
  xyb_cli_table_print (text);
  if (problem != NULL)
    xyb_cli_print ("%s\n", problem);
}

static gboolean
run_quota_show (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = open_plan (cli, &store, error);
  g_autoptr (XybQuotaTable) table = NULL;
  g_autoptr (GError) problem = NULL;

  if (plan == NULL)
    return FALSE;
  table = xyb_quota_table_new (plan);
  xyb_quota_table_check (plan, &problem);
  if (xyb_cli_wants_json (cli))
    print_quota_json (plan, table, problem != NULL ? problem->message : NULL);
  else
    print_quota_text (table, problem != NULL ? problem->message : NULL);
  return TRUE;
}

static XybUnit *
need_district (XybStore *store, GError **error)
{
  if (options.district == NULL)
    {
      xyb_cli_usage_error (error, _ ("请用 --district 给出区镇，例如 --district 周市镇。"));
      return NULL;
    }
  return xyb_unit_store_find (store, options.district, XYB_UNIT_KIND_DISTRICT, error);
}

static gboolean
run_quota_set (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GError) problem = NULL;
  XybTrack track;
  gint64 number;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error)
      || !xyb_cli_need_track (options.track, &track, error)
      || !parse_number (_ ("指标数"), xyb_cli_get_argument (cli, 0), &number, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  unit = store == NULL ? NULL : need_district (store, error);
  if (unit == NULL || !xyb_plan_store_set_quota (store, year, unit->id, track, number, error))
    return FALSE;
  /* A sum that is off while quotas are being moved is a remark, not a refusal (QUO-01). */
  plan = xyb_plan_store_get (store, year, error);
  if (plan == NULL)
    return FALSE;
  if (!xyb_quota_table_check (plan, &problem))
    xyb_cli_print (_ ("已改。请注意：%s\n"), problem->message);
  else
    xyb_cli_print ("%s\n", _ ("已改，合计与方案目标一致。"));
  return TRUE;
}

typedef gboolean (*RowFunc) (XybStore *store, int year, gint64 unit_id, GError **error);

static gboolean
change_row (XybCli *cli, RowFunc func, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = NULL;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  unit = store == NULL ? NULL : need_district (store, error);
  return unit != NULL && func (store, year, unit->id, error);
}

static gboolean
run_quota_add (XybCli *cli, GError **error)
{
  return change_row (cli, xyb_plan_store_add_quota_row, error);
}

static gboolean
run_quota_remove (XybCli *cli, GError **error)
{
  return change_row (cli, xyb_plan_store_remove_quota_row, error);
}

#define YEAR_OPTION                                                                                \
  {                                                                                                \
    "year", 0, 0, G_OPTION_ARG_STRING, &options.year, N_ ("年度"), N_ ("年度")                     \
  }
#define DISTRICT_OPTION                                                                            \
  {                                                                                                \
    "district", 0, 0, G_OPTION_ARG_STRING, &options.district, N_ ("区镇"), N_ ("区镇")             \
  }
#define TRACK_OPTION                                                                               \
  {                                                                                                \
    "track", 0, 0, G_OPTION_ARG_STRING, &options.track,                                            \
      N_ ("accreditation 贯标、city_model 市级示范、province_model 省级示范"), N_ ("类别")         \
  }

static GOptionEntry year_options[] = { YEAR_OPTION, { NULL } };
static GOptionEntry row_options[] = { YEAR_OPTION, DISTRICT_OPTION, { NULL } };
static GOptionEntry quota_options[] = { YEAR_OPTION, DISTRICT_OPTION, TRACK_OPTION, { NULL } };
static GOptionEntry copy_options[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("照哪一年"), N_ ("年度") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("建哪一年"), N_ ("年度") },
  { NULL },
};
static GOptionEntry set_options[] = {
  YEAR_OPTION,
  TRACK_OPTION,
  { "target", 0, 0, G_OPTION_ARG_STRING, &options.target, N_ ("全市目标数"), "N" },
  { "opening", 0, 0, G_OPTION_ARG_STRING, &options.opening, N_ ("年初存量"), "N" },
  { NULL },
};

const XybCliCommand xyb_cli_plan_commands[] = {
  { "plan list", NULL, N_ ("列出各年度方案"), NULL, 0, 0, run_list },
  { "plan show", NULL, N_ ("看一个年度的方案"), year_options, 0, 0, run_show },
  { "plan copy", NULL, N_ ("照一个年度新建另一个年度"), copy_options, 0, 0, run_copy },
  { "plan set", NULL, N_ ("改全市目标数或年初存量"), set_options, 0, 0, run_set },
  { "quota show", NULL, N_ ("看指标分解（附件1）"), year_options, 0, 0, run_quota_show },
  { "quota set", N_ ("家数"), N_ ("改一个区镇的指标；「空」表示不填"), quota_options, 1, 1,
    run_quota_set },
  { "quota add-row", NULL, N_ ("给附件1加一个区镇"), row_options, 0, 0, run_quota_add },
  { "quota remove-row", NULL, N_ ("从附件1去掉一个区镇"), row_options, 0, 0, run_quota_remove },
  { NULL },
};
