/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-i18n.h"

/* log, undo, redo: what was done, and taking it back. */

static struct
{
  int max;
  gboolean brief;
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

static gboolean
run_log (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  if (options.max < 1)
    return xyb_cli_usage_error (error, _ ("--max 应为大于 0 的整数。"));
  store = xyb_cli_open_to_read (cli, error);
  if (store == NULL)
    return FALSE;
  revisions = xyb_store_list_revisions (store, (guint) options.max, 0, !options.brief, error);
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

static gboolean
run_undo (XybCli *cli, GError **error)
{
  return step (cli, xyb_store_undo, _ ("已撤销："), error);
}

static gboolean
run_redo (XybCli *cli, GError **error)
{
  return step (cli, xyb_store_redo, _ ("已重做："), error);
}

static GOptionEntry log_options[] = {
  { "max", 0, 0, G_OPTION_ARG_INT, &options.max, N_ ("最多列出多少条，默认 50"), "N" },
  { "brief", 0, 0, G_OPTION_ARG_NONE, &options.brief, N_ ("不列每个字段的改动"), NULL },
  { NULL },
};

const XybCliCommand xyb_cli_journal_commands[] = {
  { "log", NULL, N_ ("操作日志：谁、何时、改了什么"), log_options, 0, 0, run_log },
  { "undo", NULL, N_ ("撤销上一步"), NULL, 0, 0, run_undo },
  { "redo", NULL, N_ ("重做刚撤销的一步"), NULL, 0, 0, run_redo },
  { NULL },
};
