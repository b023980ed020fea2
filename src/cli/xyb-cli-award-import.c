/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-award-answer.h"
#include "xyb-award-check.h"
#include "xyb-award-import.h"
#include "xyb-award-reader.h"
#include "xyb-award.h"
#include "xyb-cli-reading.h"
#include "xyb-date.h"
#include "xyb-i18n.h"

/* award import: lists of who passed in earlier years into the register, as one revision. What
 * carries a question is left out and listed, unless --accept decides. */

#define MAX_FILES 100

static struct
{
  char *year;
  char *track;
  char *accept;
  gboolean dry_run;
  gboolean with_hidden;
} options;

/* ---- what came of it ---- */

static void
add_row_json (JsonBuilder *json, const XybAwardRow *row)
{
  static const char *const fates[] = { "taken", "open", "left" };
  g_autofree char *reasons = xyb_award_row_reasons (row);

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "file", row->sheet->file->shown);
  xyb_cli_json_text (json, "sheet", row->sheet->name);
  xyb_cli_json_int (json, "row", row->row);
  xyb_cli_json_text (json, "name", row->name);
  xyb_cli_json_text (json, "district", row->unit_name);
  xyb_cli_json_text (json, "track", row->track != 0 ? xyb_track_key (row->track) : NULL);
  xyb_cli_json_int (json, "year", row->year != 0 ? row->year : XYB_UNSAID);
  xyb_cli_json_text (json, "on", row->awarded_on);
  xyb_cli_json_text (json, "fate", fates[row->fate]);
  xyb_cli_json_text (json, "reasons", *reasons != '\0' ? reasons : NULL);
  json_builder_end_object (json);
}

static void
print_json (const XybAwardRoll *list, const XybAwardReport *report)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "imported");
  json_builder_begin_object (json);
  for (XybTrack track = 1; track <= XYB_N_TRACKS; track++)
    xyb_cli_json_int (json, xyb_track_key (track), report->awards[track - 1]);
  json_builder_end_object (json);
  xyb_cli_json_int (json, "new_enterprises", report->new_enterprises);
  xyb_cli_json_int (json, "open", report->open);
  xyb_cli_json_int (json, "left", report->left);
  json_builder_set_member_name (json, "errors");
  json_builder_begin_array (json);
  for (guint i = 0; i < list->files->len; i++)
    {
      const XybAwardFile *file = list->files->pdata[i];

      if (file->error != NULL)
        json_builder_add_string_value (json, file->error);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "rows");
  json_builder_begin_array (json);
  for (guint i = 0; i < list->rows->len; i++)
    add_row_json (json, list->rows->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

/* Rows that wait or stay out, and those that are taken with something to be said. */
static void
print_rows (const XybAwardRoll *list)
{
  static const char *const heads[]
    = { N_ ("文件"), N_ ("位置"), N_ ("企业名称"), N_ ("状态"), N_ ("原因"), NULL };
  static const char *const fates[] = { N_ ("导入"), N_ ("待定"), N_ ("不导入") };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "lllll");
  guint n = 0;

  for (guint i = 0; i < list->rows->len; i++)
    {
      const XybAwardRow *row = list->rows->pdata[i];
      g_autofree char *place = xyb_award_row_place (row);
      g_autofree char *reasons = xyb_award_row_reasons (row);

      if (*reasons == '\0')
        continue;
      xyb_cli_table_add (table, row->sheet->file->shown, place, row->name != NULL ? row->name : "",
                         _ (fates[row->fate]), reasons, NULL);
      n++;
    }
  if (n > 0)
    xyb_cli_table_print (table);
}

static void
print_text (const XybAwardRoll *list, const XybAwardReport *report)
{
  for (guint i = 0; i < list->files->len; i++)
    {
      const XybAwardFile *file = list->files->pdata[i];
      g_autofree char *words = xyb_award_file_words (list, file);

      xyb_cli_print ("%s：%s\n", file->shown, words);
    }
  print_rows (list);
  xyb_cli_print (options.dry_run ? _ ("试读：可导入贯标 %u 家、市级示范 %u 家、省级示范 %u 家，"
                                      "其中新企业 %u 家；待定 %u 行，不导入 %u 行\n")
                                 : _ ("已导入贯标 %u 家、市级示范 %u 家、省级示范 %u 家，"
                                      "其中新企业 %u 家；待定 %u 行，不导入 %u 行\n"),
                 report->awards[0], report->awards[1], report->awards[2], report->new_enterprises,
                 report->open, report->left);
}

/* What an import would do. */
static void
report_dry (const XybAwardRoll *list, XybAwardReport *report)
{
  *report = (XybAwardReport){ .new_enterprises = xyb_award_roll_count_new (list),
                              .open = xyb_award_roll_count (list, XYB_AWARD_OPEN),
                              .left = xyb_award_roll_count (list, XYB_AWARD_LEFT) };
  for (XybTrack track = 1; track <= XYB_N_TRACKS; track++)
    report->awards[track - 1] = xyb_award_roll_count_track (list, track);
}

/* ---- answers ---- */

static XybAwardRow *
find_row (const XybAwardRoll *list, const char *sheet, guint number, gboolean *out_several)
{
  XybAwardRow *found = NULL;

  *out_several = FALSE;
  for (guint i = 0; i < list->rows->len; i++)
    {
      XybAwardRow *row = list->rows->pdata[i];

      if (row->row != number || row->no_row != NULL
          || (sheet != NULL && !g_str_equal (row->sheet->name, sheet)))
        continue;
      *out_several = found != NULL && found->sheet != row->sheet;
      if (*out_several)
        return NULL;
      if (found == NULL || row->fate == XYB_AWARD_OPEN)
        found = row;
    }
  return found;
}

/* 5=same, 2015年!12=leave */
static gboolean
answer_one (XybAwardRoll *list, const char *text, GError **error)
{
  const char *equals = strrchr (text, '=');
  const char *mark = equals != NULL ? g_strrstr_len (text, equals - text, "!") : NULL;
  const char *number_text = mark != NULL ? mark + 1 : text;
  g_autofree char *sheet = mark != NULL ? g_strndup (text, mark - text) : NULL;
  g_autofree char *digits = equals != NULL ? g_strndup (number_text, equals - number_text) : NULL;
  guint64 number;
  gboolean several;
  XybAwardRow *row;

  if (digits == NULL || !g_ascii_string_to_unsigned (digits, 10, 1, G_MAXUINT, &number, NULL))
    return xyb_cli_usage_error (
      error, _ ("--accept 是 clean、all，或用逗号隔开的“行号=答复”，不能是“%s”。"), text);
  row = find_row (list, sheet, (guint) number, &several);
  if (row == NULL)
    {
      g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                   several ? _ ("有几个工作表都有第 %u 行，请写成“工作表!%u=答复”。")
                           : _ ("名单里没有第 %u 行的企业，请核对“%u=…”。"),
                   (guint) number, (guint) number);
      return FALSE;
    }
  return xyb_award_answer_word (list, row, equals + 1, error);
}

static gboolean
answer (XybAwardRoll *list, GError **error)
{
  g_auto (GStrv) answers = NULL;

  if (options.accept == NULL || g_str_equal (options.accept, "clean"))
    return TRUE;
  if (g_str_equal (options.accept, "all"))
    {
      xyb_award_answer_usual (list);
      return TRUE;
    }
  answers = g_strsplit (options.accept, ",", -1);
  for (char **one = answers; *one != NULL; one++)
    if (!answer_one (list, g_strstrip (*one), error))
      return FALSE;
  return TRUE;
}

/* ---- the import ---- */

static gboolean
read_files (XybAwardRoll *list, GPtrArray *paths, GError **error)
{
  XybTrack track = 0;
  int year = 0;

  if ((options.year != NULL && !xyb_cli_need_year (options.year, &year, error))
      || (options.track != NULL && !xyb_cli_need_track (options.track, &track, error)))
    return FALSE;
  list->with_hidden = options.with_hidden;
  for (guint i = 0; i < paths->len; i++)
    xyb_award_reader_read (list, paths->pdata[i], NULL);
  for (guint i = 0; i < list->files->len; i++)
    {
      XybAwardFile *file = list->files->pdata[i];

      file->year = year;
      file->track = track;
    }
  return TRUE;
}

/* A file that cannot be read makes the command fail; the others are imported all the same. */
static gboolean
end (const XybAwardRoll *list, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < list->files->len; i++)
    n += ((XybAwardFile *) list->files->pdata[i])->error != NULL;
  if (n == 0)
    return TRUE;
  if (list->files->len == 1)
    g_set_error_literal (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                         ((XybAwardFile *) list->files->pdata[0])->error);
  else
    g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                 _ ("%u 个文件中有 %u 个没有导入，原因已列出。"), list->files->len, n);
  return FALSE;
}

static gboolean
import_list (XybStore *store, XybAwardRoll *list, XybAwardReport *report, GError **error)
{
  report_dry (list, report);
  if (options.dry_run || xyb_award_roll_count (list, XYB_AWARD_TAKEN) == 0)
    return TRUE;
  return xyb_award_import_run (store, list, NULL, NULL, NULL, report, error);
}

static gboolean
run_import (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GPtrArray) paths = xyb_cli_list_files (cli, error);
  g_autoptr (GPtrArray) districts = NULL;
  g_autoptr (XybAwardRoll) list = NULL;
  g_autofree char *today = xyb_date_today ();
  XybAwardReport report = { 0 };

  if (paths == NULL)
    return FALSE;
  store = options.dry_run ? xyb_cli_open_to_read (cli, error) : xyb_cli_open (cli, error);
  districts = store != NULL ? xyb_unit_store_list (store, XYB_UNIT_KIND_DISTRICT, error) : NULL;
  if (districts == NULL)
    return FALSE;
  list = xyb_award_roll_new (districts, today);
  if (!read_files (list, paths, error) || !xyb_award_import_match (store, list, error)
      || !answer (list, error) || !import_list (store, list, &report, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_json (list, &report);
  else
    print_text (list, &report);
  return end (list, error);
}

static GOptionEntry import_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "名单没写年度的行算哪一年", N_ ("年度")),
  XYB_CLI_TRACK_OPTION (options.track),
  XYB_CLI_TEXT_OPTION ("accept",
                       options.accept,
                       "clean 只导入没有疑问的行（默认），all 疑问按通常的办法决定，"
                       "或逐行答复：5=same,8=new,9=leave,12=2015",
                       "clean|all|行号=答复"),
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("只看会导入什么，什么都不改"), NULL },
  { "with-hidden", 0, 0, G_OPTION_ARG_NONE, &options.with_hidden, N_ ("隐藏的工作表和行也导入"),
    NULL },
  { NULL },
};

const XybCliCommand xyb_cli_award_import_commands[] = {
  { "award import", N_ ("文件…"), N_ ("导入历年贯标和示范企业名单"), import_options, 1, MAX_FILES,
    run_import },
  { NULL },
};
