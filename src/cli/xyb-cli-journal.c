/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-i18n.h"
#include "xyb-log-query.h"

/* log, undo, redo: what was done, and taking it back. */

static struct
{
  int max;
  gboolean brief;
  char *filter;
  char *who;
  char *since;
  char *until;
  char *kind;
  char *table;
  gint64 to;
} options = { .max = 50 };

static void
add_change_json (JsonBuilder *json, const XybChange *change)
{
  char operation[2] = { change->operation, '\0' };

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "table", change->table);
  xyb_cli_json_text (json, "record", change->record);
  xyb_cli_json_text (json, "field", change->field);
  xyb_cli_json_text (json, "old", change->old_value);
  xyb_cli_json_text (json, "new", change->new_value);
  xyb_cli_json_text (json, "operation", operation);
  json_builder_end_object (json);
}

static void
print_log_json (GPtrArray *revisions)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < revisions->len; i++)
    {
      XybRevision *revision = g_ptr_array_index (revisions, i);

      json_builder_begin_object (json);
      xyb_cli_json_int (json, "id", revision->id);
      xyb_cli_json_text (json, "kind", xyb_revision_kind_name (revision->kind));
      xyb_cli_json_text (json, "time", revision->time);
      xyb_cli_json_text (json, "operator", revision->operator_name);
      xyb_cli_json_text (json, "label", revision->label);
      xyb_cli_json_int (json, "records", revision->records);
      xyb_cli_json_bool (json, "undone", revision->undone);
      xyb_cli_json_int (json, "target", revision->target == 0 ? XYB_UNSAID : revision->target);
      json_builder_set_member_name (json, "changes");
      json_builder_begin_array (json);
      for (guint c = 0; revision->changes != NULL && c < revision->changes->len; c++)
        add_change_json (json, g_ptr_array_index (revision->changes, c));
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  xyb_cli_json_print (json);
}

/* One import must not flood the screen: the first few fields tell what it was. */
#define MAX_CHANGES_SHOWN 12

static void
print_change (const XybChange *change)
{
  const char *none = _ ("（空）");

  if (change->field == NULL)
    xyb_cli_print ("      %c %s：%s\n", change->operation, change->table, change->record);
  else
    xyb_cli_print ("      %s　%s：%s → %s\n", change->record, change->field,
                   change->old_value != NULL ? change->old_value : none,
                   change->new_value != NULL ? change->new_value : none);
}

static void
print_revision (const XybRevision *revision)
{
  xyb_cli_print ("%5" G_GINT64_FORMAT "  %s  %s  %s%s\n", revision->id, revision->time,
                 revision->operator_name != NULL ? revision->operator_name : "", revision->label,
                 revision->undone ? _ ("（已撤销）") : "");
  if (revision->changes == NULL)
    return;
  for (guint i = 0; i < revision->changes->len && i < MAX_CHANGES_SHOWN; i++)
    print_change (g_ptr_array_index (revision->changes, i));
  if (revision->changes->len > MAX_CHANGES_SHOWN)
    xyb_cli_print (_ ("      … 共 %u 处\n"), revision->changes->len);
}

/* A table by its name in the log or in the file: 指标分解 or quota. */
static gboolean
take_table (const char *given, const char **out_table, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (const char *const *table = xyb_store_list_tables (); *table != NULL; table++)
    {
      const char *title = xyb_store_get_table_title (*table);

      if (g_str_equal (given, *table) || g_str_equal (given, title))
        {
          *out_table = *table;
          return TRUE;
        }
      g_string_append_printf (known, "%s%s", known->len > 0 ? "、" : "", title);
    }
  return xyb_cli_usage_error (error, _ ("没有数据表「%s」，可用：%s。"), given, known->str);
}

static gboolean
fill_query (XybRevisionQuery *query, GError **error)
{
  query->text = options.filter;
  query->operator_name = options.who;
  if (options.kind != NULL)
    query->kind = xyb_revision_kind_from_key (options.kind);
  if (options.kind != NULL && query->kind == 0)
    return xyb_cli_usage_error (error,
                                _ ("没有类型「%s」，可用：edit（编辑）、undo（撤销）、redo（重做）、"
                                   "system（系统）。"),
                                options.kind);
  if (options.table != NULL && !take_table (options.table, &query->table, error))
    return FALSE;
  return TRUE;
}

/* The dates are the caller's: the query only borrows them. */
static GPtrArray *
query_log (XybStore *store, GError **error)
{
  XybRevisionQuery query = { 0 };
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!fill_query (&query, error)
      || !xyb_cli_take_date (&since, options.since, _ ("起始日期"), error)
      || !xyb_cli_take_date (&until, options.until, _ ("截止日期"), error))
    return NULL;
  query.since = since;
  query.until = until;
  ids = xyb_store_query_revisions (store, &query, error);
  if (ids == NULL)
    return NULL;
  return xyb_store_get_revisions (store, (const gint64 *) ids->data,
                                  MIN (ids->len, (guint) options.max), !options.brief, error);
}

static gboolean
run_log (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  if (options.max < 1)
    return xyb_cli_usage_error (error, _ ("--max 应为大于 0 的整数。"));
  store = xyb_cli_open_to_read (cli, error);
  revisions = store != NULL ? query_log (store, error) : NULL;
  if (revisions == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_log_json (revisions);
  else
    for (guint i = 0; i < revisions->len; i++)
      print_revision (g_ptr_array_index (revisions, i));
  return TRUE;
}

typedef gboolean (*StepFunc) (XybStore *store, char **out_label, GError **error);

static gboolean
step (XybCli *cli, StepFunc func, const char *sentence, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open (cli, error);
  g_autofree char *label = NULL;

  if (store == NULL || !func (store, &label, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print_text ("label", label);
  else
    xyb_cli_print ("%s%s\n", sentence, label);
  return TRUE;
}

typedef gboolean (*SeriesFunc) (XybStore *store,
                                gint64 revision_id,
                                XybStoreProgressFunc progress,
                                gpointer user_data,
                                GCancellable *cancellable,
                                guint *out_count,
                                GError **error);

static gboolean
run_series (XybCli *cli, SeriesFunc func, const char *sentence, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open (cli, error);
  guint count = 0;

  if (store == NULL || !func (store, options.to, NULL, NULL, NULL, &count, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();

      json_builder_begin_object (json);
      xyb_cli_json_int (json, "steps", count);
      json_builder_end_object (json);
      xyb_cli_json_print (json);
    }
  else
    xyb_cli_print ("%s%u\n", sentence, count);
  return TRUE;
}

static gboolean
run_undo (XybCli *cli, GError **error)
{
  if (options.to != 0)
    return run_series (cli, xyb_store_undo_back_to, _ ("已撤销的步数："), error);
  return step (cli, xyb_store_undo, _ ("已撤销："), error);
}

static gboolean
run_redo (XybCli *cli, GError **error)
{
  if (options.to != 0)
    return run_series (cli, xyb_store_redo_up_to, _ ("已重做的步数："), error);
  return step (cli, xyb_store_redo, _ ("已重做："), error);
}

static GOptionEntry log_options[] = {
  { "max", 0, 0, G_OPTION_ARG_INT, &options.max, N_ ("最多列出多少条，默认 50"), "N" },
  { "brief", 0, 0, G_OPTION_ARG_NONE, &options.brief, N_ ("不列每个字段的改动"), NULL },
  XYB_CLI_TEXT_OPTION ("filter", options.filter, "只看说明或记录名称里有这些字的", "文字"),
  XYB_CLI_TEXT_OPTION ("who", options.who, "只看这个人做的", "姓名"),
  XYB_CLI_TEXT_OPTION ("since", options.since, "从这一天起", "日期"),
  XYB_CLI_TEXT_OPTION ("until", options.until, "到这一天为止", "日期"),
  XYB_CLI_TEXT_OPTION ("kind", options.kind, "只看 edit 编辑、undo 撤销、redo 重做或 system 系统",
                       "类型"),
  XYB_CLI_TEXT_OPTION ("table", options.table, "只看改到这张数据表的：企业、指标分解……", "数据表"),
  { NULL },
};

static GOptionEntry undo_options[] = {
  { "to", 0, 0, G_OPTION_ARG_INT64, &options.to,
    N_ ("从这一号修改起全部撤销，要么全部成功，要么一步也不动"), N_ ("编号") },
  { NULL },
};
static GOptionEntry redo_options[] = {
  { "to", 0, 0, G_OPTION_ARG_INT64, &options.to, N_ ("一直重做到这一号修改"), N_ ("编号") },
  { NULL },
};

const XybCliCommand xyb_cli_journal_commands[] = {
  { "log", NULL, N_ ("操作日志：谁、何时、改了什么"), log_options, 0, 0, run_log },
  { "undo", NULL, N_ ("撤销上一步"), undo_options, 0, 0, run_undo },
  { "redo", NULL, N_ ("重做刚撤销的一步"), redo_options, 0, 0, run_redo },
  { NULL },
};
