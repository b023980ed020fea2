/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-date.h"
#include "xyb-enterprise-merge.h"
#include "xyb-i18n.h"

/* enterprise merge: an enterprise that stands in the register twice becomes one. */

static struct
{
  char *take;
  char **stay;
  gboolean dry_run;
} options;

static gboolean
refuse_field (const char *word, GError **error)
{
  g_autoptr (GString) names = g_string_new (xyb_merge_field_name (0));

  for (XybMergeField field = 1; field < XYB_N_MERGE_FIELDS; field++)
    g_string_append_printf (names, "、%s", xyb_merge_field_name (field));
  return xyb_cli_usage_error (error, _ ("--take 不认识「%s」，可用：%s。"), word, names->str);
}

/* --take 联系人,电话: where the one that goes is right. */
static gboolean
take_fields (XybMerge *merge, GError **error)
{
  g_auto (GStrv) keys = g_strsplit (options.take != NULL ? options.take : "", ",", -1);

  for (char **key = keys; *key != NULL; key++)
    {
      XybMergeField field;

      if (xyb_cli_is_blank (*key))
        continue;
      if (!xyb_merge_field_from_key (g_strstrip (*key), &field))
        return refuse_field (*key, error);
      merge->take |= XYB_MERGE_BIT (field);
    }
  return TRUE;
}

static XybMergeSide
side_from_word (const char *word)
{
  if (g_strcmp0 (word, "keep") == 0 || g_strcmp0 (word, _ ("保留")) == 0)
    return XYB_MERGE_SIDE_KEEP;
  if (g_strcmp0 (word, "gone") == 0 || g_strcmp0 (word, _ ("并入")) == 0)
    return XYB_MERGE_SIDE_GONE;
  return XYB_MERGE_SIDE_OPEN;
}

/* --stay 2020:保留 or 2020:并入; scripts write keep and gone, the words of the JSON. */
static gboolean
take_years (XybMerge *merge, GError **error)
{
  for (char **one = options.stay; one != NULL && *one != NULL; one++)
    {
      g_auto (GStrv) parts = g_strsplit (*one, ":", 2);
      XybMergeSide side = g_strv_length (parts) == 2 ? side_from_word (parts[1])
                                                     : XYB_MERGE_SIDE_OPEN;
      int year = 0;

      if (side == XYB_MERGE_SIDE_OPEN)
        return xyb_cli_usage_error (error,
                                    _ ("--stay 应写成 2020:保留 或 2020:并入，不能是「%s」。"),
                                    *one);
      if (!xyb_year_parse (parts[0], &year, error))
        return FALSE;
      if (!xyb_merge_choose_year (merge, year, side))
        return xyb_cli_usage_error (error, _ ("%d 年两家没有同时申报，不用选。"), year);
    }
  return TRUE;
}

/* ---- what will happen, or has ---- */

static const char *
side_name (XybMergeSide side)
{
  switch (side)
    {
    case XYB_MERGE_SIDE_KEEP:
      return "keep";
    case XYB_MERGE_SIDE_GONE:
      return "gone";
    case XYB_MERGE_SIDE_OPEN:
    default:
      return NULL;
    }
}

static void
add_differences (JsonBuilder *json, const XybMerge *merge)
{
  json_builder_set_member_name (json, "differences");
  json_builder_begin_array (json);
  for (XybMergeField field = 0; field < XYB_N_MERGE_FIELDS; field++)
    {
      g_autofree char *of_keep = xyb_merge_field_text (merge->keep, field);
      g_autofree char *of_gone = xyb_merge_field_text (merge->gone, field);

      if (!xyb_merge_field_differs (merge->keep, merge->gone, field))
        continue;
      json_builder_begin_object (json);
      xyb_cli_json_text (json, "field", xyb_merge_field_key (field));
      xyb_cli_json_text (json, "keep", of_keep);
      xyb_cli_json_text (json, "gone", of_gone);
      xyb_cli_json_text (json, "takes", merge->take & XYB_MERGE_BIT (field) ? "gone" : "keep");
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_years (JsonBuilder *json, const XybMerge *merge)
{
  json_builder_set_member_name (json, "years");
  json_builder_begin_array (json);
  for (guint i = 0; i < merge->years->len; i++)
    {
      const XybMergeYear *year = merge->years->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_int (json, "year", year->year);
      xyb_cli_json_text (json, "keep_district", year->keep->unit_name);
      xyb_cli_json_text (json, "gone_district", year->gone->unit_name);
      xyb_cli_json_text (json, "stays", side_name (year->stays));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "moved_years");
  json_builder_begin_array (json);
  for (guint i = 0; i < merge->moved->len; i++)
    json_builder_add_int_value (json, g_array_index (merge->moved, int, i));
  json_builder_end_array (json);
}

static void
print_json (const XybMerge *merge)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_bool (json, "done", !options.dry_run);
  xyb_cli_json_id (json, "keep", merge->keep->id);
  xyb_cli_json_text (json, "keep_name", merge->keep->name);
  xyb_cli_json_id (json, "gone", merge->gone->id);
  xyb_cli_json_text (json, "gone_name", merge->gone->name);
  add_differences (json, merge);
  add_years (json, merge);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static void
print_text (const XybMerge *merge)
{
  static const char *const heads[] = { N_ ("项目"), N_ ("保留的"), N_ ("并入的"), N_ ("取"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "llll");
  g_autofree char *sentence = xyb_merge_describe (merge);

  for (XybMergeField field = 0; field < XYB_N_MERGE_FIELDS; field++)
    {
      g_autofree char *of_keep = xyb_merge_field_text (merge->keep, field);
      g_autofree char *of_gone = xyb_merge_field_text (merge->gone, field);

      if (xyb_merge_field_differs (merge->keep, merge->gone, field))
        xyb_cli_table_add (table, xyb_merge_field_name (field), of_keep, of_gone,
                           merge->take & XYB_MERGE_BIT (field) ? _ ("并入的") : _ ("保留的"), NULL);
    }
  xyb_cli_table_print (table);
  xyb_cli_print ("%s%s\n", options.dry_run ? _ ("只是看看，没有改动：") : _ ("已合并："), sentence);
}

static gboolean
run_merge (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store
    = options.dry_run ? xyb_cli_open_to_read (cli, error) : xyb_cli_open (cli, error);
  g_autoptr (XybEnterprise) keep = NULL;
  g_autoptr (XybEnterprise) gone = NULL;
  g_autoptr (XybMerge) merge = NULL;
  g_autofree char *today = xyb_date_today ();

  if (store == NULL)
    return FALSE;
  keep = xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error);
  gone
    = keep != NULL ? xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 1), error) : NULL;
  merge = gone != NULL ? xyb_merge_load (store, keep->id, gone->id, error) : NULL;
  if (merge == NULL || !take_fields (merge, error) || !take_years (merge, error))
    return FALSE;
  if (!options.dry_run && !xyb_enterprise_store_merge (store, merge, today, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_json (merge);
  else
    print_text (merge);
  return TRUE;
}

static GOptionEntry merge_options[] = {
  XYB_CLI_TEXT_OPTION ("take",
                       options.take,
                       "这些项目取并入的那家，逗号分开：联系人,电话",
                       N_ ("项目")),
  { "stay", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.stay,
    N_ ("同一年都申报过的，留哪一行：2020:保留 或 2020:并入"), N_ ("年度:行") },
  XYB_CLI_FLAG_OPTION ("dry-run", options.dry_run, "只看会怎样，不改动"),
  { NULL },
};

const XybCliCommand xyb_cli_merge_commands[] = {
  { "enterprise merge", N_ ("保留的企业 并入的企业"), N_ ("把重复登记的两家合并为一家"),
    merge_options, 2, 2, run_merge },
  { NULL },
};
