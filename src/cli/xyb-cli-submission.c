/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>

#include "xyb-attachment-store.h"
#include "xyb-cli-reading.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-intake-store.h"
#include "xyb-return-letter.h"
#include "xyb-return-mark.h"
#include "xyb-safe-file.h"
#include "xyb-submission-words.h"

/* submission status, submission return-note: who has returned what, and what goes back. */

static struct
{
  char *year;
  char *district;
  char *out;
} options;

/* ---- status ---- */

static void
add_files_json (JsonBuilder *json, const GPtrArray *files, gint64 unit_id)
{
  json_builder_set_member_name (json, "files");
  json_builder_begin_array (json);
  for (guint i = 0; i < files->len; i++)
    {
      const XybReturnedFile *file = g_ptr_array_index (files, i);

      if (file->unit_id != unit_id)
        continue;
      json_builder_begin_object (json);
      xyb_cli_json_text (json, "name", file->name);
      xyb_cli_json_text (json, "sha256", file->sha256);
      xyb_cli_json_text (json, "imported_on", file->imported_on);
      xyb_cli_json_text (json, "imported_by", file->imported_by);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_district_json (JsonBuilder *json,
                   const XybSubmission *one,
                   const XybPlan *plan,
                   const GPtrArray *files)
{
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "district", one->unit_name);
  xyb_cli_json_text (json, "state", xyb_submission_state_name (one->state));
  xyb_cli_json_text (json, "received_on", one->received_on);
  xyb_cli_json_text (json, "officer", one->officer);
  xyb_cli_json_text (json, "officer_phone", one->officer_phone);
  xyb_cli_json_int (json, "nominated", one->rows);
  xyb_cli_json_int (json, "quota", xyb_plan_quota_of (plan, one->unit_id));
  add_files_json (json, files, one->unit_id);
  json_builder_end_object (json);
}

static const char *
latest_name (const GPtrArray *files, gint64 unit_id)
{
  for (guint i = 0; i < files->len; i++)
    {
      const XybReturnedFile *file = g_ptr_array_index (files, i);

      if (file->unit_id == unit_id)
        return file->name;
    }
  return "";
}

static void
add_district_row (XybCliTable *table,
                  const XybSubmission *one,
                  const XybPlan *plan,
                  const GPtrArray *files,
                  const char *today)
{
  XybUrgency urgency;
  g_autofree char *rows = xyb_cli_number_text (one->rows);
  g_autofree char *quota = xyb_cli_number_text (xyb_plan_quota_of (plan, one->unit_id));
  g_autofree char *due = xyb_submission_due_words (one, plan, today, &urgency);

  xyb_cli_table_add (table, one->unit_name, xyb_submission_state_name (one->state), due, rows,
                     quota, latest_name (files, one->unit_id), NULL);
}

static void
add_missing_json (JsonBuilder *json, const GPtrArray *missing)
{
  json_builder_set_member_name (json, "missing");
  json_builder_begin_array (json);
  for (guint i = 0; i < missing->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (missing, i));
  json_builder_end_array (json);
}

static void
print_missing (const GPtrArray *missing, guint n_districts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            (char *) g_ptr_array_index (missing, i));
  xyb_cli_print (_ ("已报 %u/%u 个区镇\n"), n_districts - missing->len, n_districts);
  if (missing->len > 0)
    xyb_cli_print (_ ("还没报：%s\n"), names->str);
}

static void
print_status_json (const XybPlan *plan,
                   const GPtrArray *list,
                   const GPtrArray *files,
                   const GPtrArray *missing)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_int (json, "year", plan->year);
  add_missing_json (json, missing);
  json_builder_set_member_name (json, "districts");
  json_builder_begin_array (json);
  for (guint i = 0; i < list->len; i++)
    add_district_json (json, g_ptr_array_index (list, i), plan, files);
  json_builder_end_array (json);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static void
print_status (const XybPlan *plan,
              const GPtrArray *list,
              const GPtrArray *files,
              const GPtrArray *missing)
{
  static const char *const heads[]
    = { N_ ("区镇"), N_ ("状态"),           N_ ("收到"), N_ ("企业数"),
        N_ ("指标"), N_ ("最近导入的文件"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "lllrrl");
  g_autofree char *today = xyb_date_today ();

  for (guint i = 0; i < list->len; i++)
    add_district_row (table, g_ptr_array_index (list, i), plan, files, today);
  xyb_cli_table_print (table);
  print_missing (missing, list->len);
}

static gboolean
run_status (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = xyb_cli_open_plan (cli, options.year, &store, error);
  g_autoptr (XybIntake) nothing = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  if (plan == NULL || (list = xyb_submission_store_list (store, plan->year, error)) == NULL
      || (files = xyb_intake_store_list_files (store, plan->year, 0, error)) == NULL)
    return FALSE;
  nothing = xyb_intake_new (plan->year);
  missing = xyb_intake_list_missing (nothing, list);
  if (xyb_cli_wants_json (cli))
    print_status_json (plan, list, files, missing);
  else
    print_status (plan, list, files, missing);
  return TRUE;
}

/* ---- return-note ---- */

/* What the 区镇 sent last, from the kept copy, with what was decided about it. */
static XybReturn *
read_latest (const XybCliReading *reading,
             const XybReturnedFile *file,
             char **out_path,
             GError **error)
{
  g_autofree char *path = xyb_attachment_store_dup_path (reading->store, file->sha256);
  XybReturn *one;

  if (path == NULL)
    {
      g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                   _ ("「%s」保存的副本不见了，请把它重新导入一次。"), file->name);
      return NULL;
    }
  one = xyb_cli_reading_read (reading, path, error);
  if (one == NULL)
    return NULL;
  g_free (one->file);
  one->file = g_strdup (file->name);
  *out_path = g_steal_pointer (&path);
  return one;
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (XybSafeFile) file = xyb_safe_file_new (path, TRUE, error);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  if (file == NULL)
    return FALSE;
  if (!g_file_set_contents_full (xyb_safe_file_get_temp_path (file), line, -1,
                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    {
      xyb_file_set_error (error, errno, _ ("保存"), path);
      return FALSE;
    }
  return xyb_safe_file_commit (file, error);
}

static gboolean
write_note (const XybReturn *one,
            const char *letter,
            const char *original,
            const char *path,
            GError **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".txt"))
    return write_text (path, letter, error);
  if (!g_str_has_suffix (lower, ".xlsx"))
    return xyb_cli_usage_error (error, _ ("--out 要写成 .txt 或 .xlsx，不能是“%s”。"), path);
  items = xyb_return_letter_items (one);
  return xyb_return_mark_xlsx (one, items, original, path, NULL, error);
}

static void
add_item_json (JsonBuilder *json, const XybReturn *one, const XybReturnLetterItem *item)
{
  const XybReturnSheet *sheet
    = item->sheet >= 0 ? g_ptr_array_index (one->sheets, item->sheet) : NULL;
  g_autofree char *column = item->column >= 0 ? xyb_return_column_name (item->column) : NULL;

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "sheet", sheet != NULL ? sheet->name : NULL);
  xyb_cli_json_int (json, "row", item->row != 0 ? item->row : XYB_UNSAID);
  xyb_cli_json_text (json, "column", column);
  xyb_cli_json_text (json, "sentence", item->sentence);
  json_builder_end_object (json);
}

static void
print_note_json (const XybReturn *one, const char *letter)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GPtrArray) items = xyb_return_letter_items (one);

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "district", one->district);
  xyb_cli_json_text (json, "file", one->file);
  xyb_cli_json_text (json, "text", letter);
  json_builder_set_member_name (json, "items");
  json_builder_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    add_item_json (json, one, g_ptr_array_index (items, i));
  json_builder_end_array (json);
  xyb_cli_json_text (json, "out", options.out);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static gboolean
say_note (XybCli *cli, const XybReturn *one, const char *original, GError **error)
{
  g_autofree char *letter = xyb_return_letter (one);

  if (options.out != NULL && letter == NULL)
    {
      g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                   _ ("%s的「%s」没有要更正的内容，不用退回，没有写文件。"), one->district,
                   one->file);
      return FALSE;
    }
  if (options.out != NULL && !write_note (one, letter, original, options.out, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_note_json (one, letter);
  else if (options.out != NULL)
    xyb_cli_out_say (cli, options.out);
  else
    xyb_cli_print ("%s\n", letter != NULL ? letter : _ ("没有要更正的内容，不用退回。"));
  return TRUE;
}

static gboolean
run_return_note (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_auto (XybCliReading) reading = { 0 };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (XybReturn) one = NULL;
  g_autofree char *original = NULL;
  int year;

  if (options.district == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --district 说明是哪个区镇。"));
  if (!xyb_cli_need_year (options.year, &year, error)
      || (store = xyb_cli_open_to_read (cli, error)) == NULL
      || !xyb_cli_reading_init (&reading, store, options.year, options.district, error)
      || (files = xyb_intake_store_list_files (store, year, reading.district->id, error)) == NULL)
    return FALSE;
  if (files->len == 0)
    {
      g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                   _ ("%s %d 年的附件2还没有导入过文件，没有可以退回的。"), reading.district->name,
                   year);
      return FALSE;
    }
  one = read_latest (&reading, g_ptr_array_index (files, 0), &original, error);
  return one != NULL && say_note (cli, one, original, error);
}

static GOptionEntry status_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  { NULL },
};

static GOptionEntry note_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("district", options.district, "区镇", N_ ("区镇")),
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.out,
    N_ ("写到 .txt 文件，或 .xlsx：在原表的副本上标出来"), N_ ("文件") },
  { NULL },
};

const XybCliCommand xyb_cli_submission_commands[] = {
  { "submission status", NULL, N_ ("附件2：哪些区镇报了，哪些还没报"), status_options, 0, 0,
    run_status },
  { "submission return-note", NULL, N_ ("退回说明：请区镇更正什么"), note_options, 0, 0,
    run_return_note },
  { NULL },
};
