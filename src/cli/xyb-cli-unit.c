/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-credit-code.h"
#include "xyb-date.h"
#include "xyb-i18n.h"

/* unit list|find, code check: looking things up. */

static struct
{
  char *kind;
  char *until;
  char *note;
  gboolean former;
  int steps;
} options;

static void
add_unit_json (JsonBuilder *json, const XybUnit *unit)
{
  json_builder_begin_object (json);
  xyb_cli_json_id (json, "id", unit->id);
  xyb_cli_json_text (json, "kind", xyb_unit_kind_key (unit->kind));
  xyb_cli_json_text (json, "name", unit->name);
  xyb_cli_json_text (json, "full_name", unit->full_name);
  xyb_cli_json_int (json, "position", unit->position);
  json_builder_set_member_name (json, "aliases");
  json_builder_begin_array (json);
  for (guint i = 0; i < unit->aliases->len; i++)
    json_builder_add_string_value (json,
                                   ((XybUnitAlias *) g_ptr_array_index (unit->aliases, i))->name);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static char *
join_aliases (const XybUnit *unit)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < unit->aliases->len; i++)
    {
      XybUnitAlias *alias = g_ptr_array_index (unit->aliases, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? "、" : "", alias->name,
                              alias->former ? _ ("（旧称）") : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
kind_option (XybUnitKind *out_kind, GError **error)
{
  *out_kind = 0;
  if (options.kind == NULL)
    return TRUE;
  *out_kind = xyb_unit_kind_from_key (options.kind);
  if (*out_kind == 0)
    return xyb_cli_usage_error (
      error,
      _ ("没有单位类别「%s」，可用：district、subdistrict、department、upper、association、"
         "provider、bank、other。"),
      options.kind);
  return TRUE;
}

static gboolean
run_list (XybCli *cli, GError **error)
{
  static const char *const heads[]
    = { N_ ("编号"), N_ ("类别"), N_ ("名称"), N_ ("其他名称"), NULL };
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "rlll");
  g_autoptr (JsonBuilder) json = json_builder_new ();
  XybUnitKind kind;

  if (!kind_option (&kind, error))
    return FALSE;
  store = xyb_cli_open_to_read (cli, error);
  units = store == NULL ? NULL : xyb_unit_store_list (store, kind, error);
  if (units == NULL)
    return FALSE;
  json_builder_begin_array (json);
  for (guint i = 0; i < units->len; i++)
    {
      XybUnit *unit = g_ptr_array_index (units, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, unit->id);
      g_autofree char *aliases = join_aliases (unit);

      xyb_cli_table_add (table, id, xyb_unit_kind_name (unit->kind), unit->name, aliases, NULL);
      add_unit_json (json, unit);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
  return TRUE;
}

static gboolean
run_find (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = NULL;
  XybUnitKind kind;

  if (!kind_option (&kind, error))
    return FALSE;
  store = xyb_cli_open_to_read (cli, error);
  unit = store == NULL ? NULL
                       : xyb_unit_store_find (store, xyb_cli_get_argument (cli, 0), kind, error);
  if (unit == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();

      add_unit_json (json, unit);
      xyb_cli_json_print (json);
    }
  else
    xyb_cli_print ("%s（%s）\n", unit->name, xyb_unit_kind_name (unit->kind));
  return TRUE;
}

static void
add_code_json (JsonBuilder *json, const char *given, const XybCreditCode *code)
{
  static const char *const status_keys[] = {
    [XYB_CREDIT_CODE_OK] = "ok",
    [XYB_CREDIT_CODE_EMPTY] = "empty",
    [XYB_CREDIT_CODE_WRONG_LENGTH] = "wrong_length",
    [XYB_CREDIT_CODE_WRONG_CHARACTER] = "wrong_character",
    [XYB_CREDIT_CODE_WRONG_CHECK] = "wrong_check",
  };
  char expected[2] = { code->expected_check, '\0' };
  g_autofree char *sentence = xyb_credit_code_describe (code);

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "given", given);
  xyb_cli_json_text (json, "code", code->code);
  xyb_cli_json_text (json, "status", status_keys[code->status]);
  xyb_cli_json_text (json, "expected_check", expected[0] == '\0' ? NULL : expected);
  xyb_cli_json_bool (json, "inner_ok", code->inner_ok);
  xyb_cli_json_bool (json, "local", code->local);
  xyb_cli_json_text (json, "sentence", sentence);
  json_builder_end_object (json);
}

/* Needs no office file. Status 1 when any code fails, so that a script can ask. */
static gboolean
run_code_check (XybCli *cli, GError **error)
{
  guint n = xyb_cli_get_n_arguments (cli);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  guint failed = 0;

  json_builder_begin_array (json);
  for (guint i = 0; i < n; i++)
    {
      const char *given = xyb_cli_get_argument (cli, i);
      g_autoptr (XybCreditCode) code = xyb_credit_code_new (given);
      g_autofree char *sentence = xyb_credit_code_describe (code);

      failed += code->status != XYB_CREDIT_CODE_OK;
      add_code_json (json, given, code);
      if (!xyb_cli_wants_json (cli))
        xyb_cli_print ("%s  %s\n", given, sentence);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  if (failed > 0)
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                 _ ("%u 个代码里有 %u 个没有通过校验。"), n, failed);
  return failed == 0;
}

/* ---- changing the roster ---- */

static gboolean
say_unit (XybCli *cli, const XybUnit *unit, const char *sentence)
{
  if (xyb_cli_wants_json (cli))
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();

      add_unit_json (json, unit);
      xyb_cli_json_print (json);
    }
  else
    xyb_cli_print ("%s%s\n", sentence, unit->name);
  return TRUE;
}

static gboolean
run_add (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = xyb_unit_new ();
  g_autofree char *today = xyb_date_today ();

  if (options.kind == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --kind 给出单位类别，例如 --kind department。"));
  if (!kind_option (&unit->kind, error))
    return FALSE;
  unit->name = g_strdup (xyb_cli_get_argument (cli, 0));
  store = xyb_cli_open (cli, error);
  return store != NULL && xyb_unit_store_save (store, unit, today, error)
         && say_unit (cli, unit, _ ("已新增单位："));
}

/* The unit the first argument means, and the store to change it in. */
static XybUnit *
open_unit (XybCli *cli, XybStore **out_store, GError **error)
{
  *out_store = xyb_cli_open (cli, error);
  return *out_store != NULL
           ? xyb_unit_store_find (*out_store, xyb_cli_get_argument (cli, 0), 0, error)
           : NULL;
}

static gboolean
run_rename (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = open_unit (cli, &store, error);
  g_autofree char *today = xyb_date_today ();

  if (unit == NULL)
    return FALSE;
  g_free (unit->name);
  unit->name = g_strdup (xyb_cli_get_argument (cli, 1));
  return xyb_unit_store_save (store, unit, today, error)
         && say_unit (cli, unit, _ ("已改名为："));
}

static gboolean
run_retire (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = open_unit (cli, &store, error);
  g_autofree char *today = xyb_date_today ();

  if (unit == NULL
      || !xyb_cli_take_date (&unit->valid_until, options.until != NULL ? options.until : today,
                             _ ("停用日期"), error))
    return FALSE;
  return xyb_unit_store_save (store, unit, today, error) && say_unit (cli, unit, _ ("已停用："));
}

static gboolean
run_move (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = NULL;

  if (options.steps == 0)
    return xyb_cli_usage_error (error, _ ("请用 --steps 给出下移几位，负数是上移。"));
  unit = open_unit (cli, &store, error);
  return unit != NULL && xyb_unit_store_move (store, unit->id, options.steps, error)
         && say_unit (cli, unit, _ ("已调整顺序："));
}

static gboolean
run_remove (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = open_unit (cli, &store, error);

  return unit != NULL && xyb_unit_store_remove (store, unit->id, error)
         && say_unit (cli, unit, _ ("已删除单位："));
}

static gboolean
run_alias (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = open_unit (cli, &store, error);
  g_autoptr (XybUnit) after = NULL;

  if (unit == NULL
      || !xyb_unit_store_add_alias (store, unit->id, xyb_cli_get_argument (cli, 1), options.former,
                                    options.note, error))
    return FALSE;
  after = xyb_unit_store_get (store, unit->id, error);
  return after != NULL && say_unit (cli, after, _ ("已增加别名："));
}

static gboolean
run_unalias (XybCli *cli, GError **error)
{
  const char *alias = xyb_cli_get_argument (cli, 1);
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = open_unit (cli, &store, error);

  for (guint i = 0; unit != NULL && i < unit->aliases->len; i++)
    {
      const XybUnitAlias *one = g_ptr_array_index (unit->aliases, i);

      if (g_str_equal (one->name, alias))
        return xyb_unit_store_remove_alias (store, one->id, error)
               && say_unit (cli, unit, _ ("已移除别名："));
    }
  if (unit != NULL)
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED, _ ("「%s」没有别名「%s」。"),
                 unit->name, alias);
  return FALSE;
}

static GOptionEntry retire_options[] = {
  XYB_CLI_TEXT_OPTION ("until", options.until, "用到哪一天，默认今天", "日期"),
  { NULL },
};
static GOptionEntry move_options[] = {
  { "steps", 0, 0, G_OPTION_ARG_INT, &options.steps, N_ ("下移几位，负数是上移"), "N" },
  { NULL },
};
static GOptionEntry alias_options[] = {
  XYB_CLI_FLAG_OPTION ("former", options.former, "是曾用名，不只是另一种写法"),
  XYB_CLI_TEXT_OPTION ("note", options.note, "备注", "文字"),
  { NULL },
};
static GOptionEntry kind_options[] = {
  { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
    N_ ("只看这一类：district 区镇、subdistrict 办事处、department 部门、upper、association、"
        "provider、bank、other"),
    N_ ("类别") },
  { NULL },
};

const XybCliCommand xyb_cli_unit_commands[] = {
  { "unit list", NULL, N_ ("单位名册与其他名称"), kind_options, 0, 0, run_list },
  { "unit find", N_ ("名称"), N_ ("按任何写法找单位"), kind_options, 1, 1, run_find },
  { "unit add", N_ ("名称"), N_ ("新增单位，排在同类的最后"), kind_options, 1, 1, run_add },
  { "unit rename", N_ ("名称 新名称"), N_ ("单位改名，原名记为曾用名"), NULL, 2, 2, run_rename },
  { "unit retire", N_ ("名称"), N_ ("停用单位，以前的表照旧"), retire_options, 1, 1, run_retire },
  { "unit move", N_ ("名称"), N_ ("调整机构排序"), move_options, 1, 1, run_move },
  { "unit remove", N_ ("名称"), N_ ("删除没有用到过的单位"), NULL, 1, 1, run_remove },
  { "unit alias", N_ ("名称 别名"), N_ ("给单位加一个别名"), alias_options, 2, 2, run_alias },
  { "unit unalias", N_ ("名称 别名"), N_ ("移除单位的一个别名"), NULL, 2, 2, run_unalias },
  { "code check", N_ ("代码…"), N_ ("校验统一社会信用代码"), NULL, 1, G_MAXUINT, run_code_check },
  { NULL },
};
