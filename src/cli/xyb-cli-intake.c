/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-cli-reading.h"
#include "xyb-i18n.h"
#include "xyb-intake-store.h"

/* submission import: returned 附件2 into the office, as one revision. What carries a question is
 * left out and listed, unless it was decided before or --accept all decides. */

#define MAX_FILES 1000

static struct
{
  char *year;
  char *district;
  char *accept;
} options;

/* ---- what becomes of a file ---- */

typedef struct
{
  guint imported;
  guint changed;
  guint removed;
} Counts;

static guint
count_wanted (const GPtrArray *changes, XybDiffKind kind)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const XybReturnChange *change = g_ptr_array_index (changes, i);

      n += change->kind == kind && !change->refused;
    }
  return n;
}

static Counts
count_file (const XybIntakeFile *file)
{
  if (!file->imported)
    return (Counts){ 0 };
  if (file->changes == NULL)
    return (Counts){ xyb_intake_file_count (file, XYB_FATE_TAKEN), 0, 0 };
  return (Counts){ count_wanted (file->changes, XYB_DIFF_ADDED),
                   count_wanted (file->changes, XYB_DIFF_CHANGED),
                   count_wanted (file->changes, XYB_DIFF_REMOVED) };
}

/* Something of a file that was not taken over, and why. */
typedef struct
{
  const char *sheet; /* or NULL */
  guint row;         /* 0: none */
  const char *name;  /* or NULL */
  GPtrArray *reasons;
} Left;

static void
left_clear (gpointer data)
{
  g_ptr_array_unref (((Left *) data)->reasons);
}

static Left *
add_left (GArray *list, const char *sheet, guint row, const char *name)
{
  Left left = { sheet, row, name, g_ptr_array_new_with_free_func (g_free) };

  g_array_append_val (list, left);
  return &g_array_index (list, Left, list->len - 1);
}

static void
add_reasons (Left *left, const XybReturnRow *row, XybFate fate)
{
  for (guint i = 0; i < row->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (row->notes, i);
      XybAnswer wanted = fate == XYB_FATE_LEFT ? XYB_ANSWER_LEAVE : XYB_ANSWER_OPEN;

      if (note->question && note->decision.answer == wanted && !xyb_return_note_is_moot (row, note))
        g_ptr_array_add (left->reasons, g_strdup (note->sentence));
    }
  if (row->replaced)
    g_ptr_array_add (left->reasons, g_strdup (_ ("同一家企业用了另一行")));
  if (row->moved)
    g_ptr_array_add (left->reasons, g_strdup (_ ("同一家企业归了另一个区镇")));
}

static void
list_left_rows (GArray *list, const XybReturn *one)
{
  for (guint i = 0; i < one->rows->len; i++)
    {
      const XybReturnRow *row = g_ptr_array_index (one->rows, i);
      const XybReturnSheet *sheet = g_ptr_array_index (one->sheets, row->sheet);
      XybFate fate = xyb_return_row_fate (row);

      if (fate == XYB_FATE_OPEN || fate == XYB_FATE_LEFT)
        add_reasons (add_left (list, sheet->name, row->row, row->name), row, fate);
    }
}

static void
list_left_parts (GArray *list, const XybReturn *one)
{
  for (guint i = 0; i < one->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (one->notes, i);
      const XybReturnSheet *sheet
        = note->sheet >= 0 ? g_ptr_array_index (one->sheets, note->sheet) : NULL;

      if (note->question && note->decision.answer == XYB_ANSWER_OPEN)
        g_ptr_array_add (add_left (list, sheet != NULL ? sheet->name : NULL, 0, NULL)->reasons,
                         g_strdup (note->sentence));
    }
}

static void
list_kept (GArray *list, const GPtrArray *changes)
{
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const XybReturnChange *change = g_ptr_array_index (changes, i);

      if (change->kind == XYB_DIFF_REMOVED && change->refused)
        g_ptr_array_add (add_left (list, NULL, 0, change->before->enterprise_name)->reasons,
                         g_strdup (_ ("新表里没有，但已确定、签约或验收，没有删除")));
    }
}

/* Rows, sheets, columns that were not taken, and enterprises that stay although the new file does
 * not have them. */
static GArray *
list_left (const XybIntakeFile *file)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Left));

  g_array_set_clear_func (list, left_clear);
  if (file->taken == NULL || file->skipped)
    return list;
  list_left_rows (list, file->taken);
  list_left_parts (list, file->taken);
  if (file->imported)
    list_kept (list, file->changes);
  return list;
}

/* Why a file as a whole was passed over; NULL: it was not. */
static char *
dup_skipped (const XybIntakeFile *file)
{
  return file->skipped && !file->imported ? xyb_intake_file_words (file) : NULL;
}

/* ---- JSON ---- */

static void
add_left_json (JsonBuilder *json, const Left *left)
{
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "sheet", left->sheet);
  xyb_cli_json_int (json, "row", left->row != 0 ? left->row : XYB_UNSAID);
  xyb_cli_json_text (json, "name", left->name);
  json_builder_set_member_name (json, "reasons");
  json_builder_begin_array (json);
  for (guint i = 0; i < left->reasons->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (left->reasons, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_file_json (JsonBuilder *json, const XybIntakeFile *file)
{
  g_autoptr (GArray) list = list_left (file);
  g_autofree char *skipped = dup_skipped (file);
  Counts counts = count_file (file);

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "file", file->shown);
  xyb_cli_json_text (json, "district", file->taken != NULL ? file->taken->district : NULL);
  xyb_cli_json_int (json, "imported", counts.imported);
  xyb_cli_json_int (json, "changed", counts.changed);
  xyb_cli_json_int (json, "removed", counts.removed);
  json_builder_set_member_name (json, "left");
  json_builder_begin_array (json);
  for (guint i = 0; i < list->len; i++)
    add_left_json (json, &g_array_index (list, Left, i));
  json_builder_end_array (json);
  xyb_cli_json_text (json, "skipped", skipped);
  xyb_cli_json_text (json, "error", file->error);
  json_builder_end_object (json);
}

/* ---- for reading ---- */

static void
print_left (const GArray *list)
{
  static const char *const heads[]
    = { N_ ("工作表"), N_ ("行"), N_ ("企业名称"), N_ ("没有导入的原因"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "lrll");

  if (list->len == 0)
    return;
  for (guint i = 0; i < list->len; i++)
    {
      const Left *left = &g_array_index (list, Left, i);
      g_autofree char *row = left->row != 0 ? g_strdup_printf ("%u", left->row) : g_strdup ("");
      g_autoptr (GString) reasons = g_string_new (NULL);

      for (guint j = 0; j < left->reasons->len; j++)
        g_string_append_printf (reasons, "%s%s", j > 0 ? "；" : "",
                                (char *) g_ptr_array_index (left->reasons, j));
      xyb_cli_table_add (table, left->sheet != NULL ? left->sheet : "", row,
                         left->name != NULL ? left->name : "", reasons->str, NULL);
    }
  xyb_cli_table_print (table);
}

static void
print_file (const XybIntakeFile *file)
{
  g_autoptr (GArray) list = list_left (file);
  g_autofree char *skipped = dup_skipped (file);
  Counts counts = count_file (file);

  if (file->error != NULL)
    xyb_cli_print (_ ("%s：没有导入：%s\n"), file->shown, file->error);
  else if (skipped != NULL)
    xyb_cli_print (_ ("%s：没有导入：%s\n"), file->shown, skipped);
  else if (file->changes != NULL)
    xyb_cli_print (_ ("%s：%s，新增 %u 家，修改 %u 家，删除 %u 家\n"), file->shown,
                   file->taken->district, counts.imported, counts.changed, counts.removed);
  else
    xyb_cli_print (_ ("%s：%s，导入 %u 家\n"), file->shown, file->taken->district, counts.imported);
  print_left (list);
}

static void
print_files (XybCli *cli, const XybIntake *intake)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < intake->files->len; i++)
    if (xyb_cli_wants_json (cli))
      add_file_json (json, g_ptr_array_index (intake->files, i));
    else
      print_file (g_ptr_array_index (intake->files, i));
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
}

/* ---- the import ---- */

static gboolean
wants_all (gboolean *out_all, GError **error)
{
  *out_all = g_strcmp0 (options.accept, "all") == 0;
  if (*out_all || options.accept == NULL || strcmp (options.accept, "clean") == 0)
    return TRUE;
  return xyb_cli_usage_error (error, _ ("--accept 只能是 clean 或 all，不能是“%s”。"),
                              options.accept);
}

/* B-20: nothing is filed under a 区镇 that may be the wrong one. */
static void
refuse_doubtful (XybIntakeFile *file, gboolean all)
{
  const GPtrArray *notes = file->taken->notes;

  for (guint i = 0; i < notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (notes, i);
      gboolean doubtful = note->kind == XYB_NOTE_NO_DISTRICT
                          || (note->kind == XYB_NOTE_OTHER_DISTRICT && !all
                              && note->decision.answer == XYB_ANSWER_OPEN);
      g_autofree char *message = NULL;

      if (!doubtful)
        continue;
      message = g_strdup_printf (_ ("「%s」%s，再用 --district 说明是哪个区镇的。"), file->shown,
                                 note->sentence);
      xyb_intake_fail (file, message);
      return;
    }
}

static void
read_file (const XybCliReading *reading, XybIntakeFile *file)
{
  g_autoptr (GError) failure = NULL;
  XybReturn *one = xyb_cli_reading_read (reading, file->path, &failure);

  if (one == NULL)
    xyb_intake_fail (file, failure->message);
  else
    xyb_intake_set_read (file, one);
}

/* B-21: what the 区镇 has put forward so far. */
static gboolean
set_before (const XybCliReading *reading, XybIntakeFile *file, GError **error)
{
  g_autoptr (GPtrArray) nominations
    = xyb_nomination_store_list (reading->store, reading->year, file->taken->district_id, error);

  if (nominations == NULL)
    return FALSE;
  xyb_intake_set_before (file, nominations);
  return TRUE;
}

static gboolean
read_files (const XybCliReading *reading,
            XybIntake *intake,
            GPtrArray *paths,
            gboolean all,
            GError **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      XybIntakeFile *file = xyb_intake_add_path (intake, g_ptr_array_index (paths, i));

      if (file->taken != NULL || file->error != NULL)
        continue; /* named twice */
      read_file (reading, file);
      if (file->taken != NULL)
        refuse_doubtful (file, all);
      if (file->taken != NULL && !set_before (reading, file, error))
        return FALSE;
    }
  xyb_intake_check (intake);
  if (all)
    xyb_intake_answer_all (intake);
  return TRUE;
}

static guint
count_waiting (const XybIntake *intake)
{
  guint n = 0;

  for (guint i = 0; i < intake->files->len; i++)
    n += xyb_intake_file_is_waiting (g_ptr_array_index (intake->files, i));
  return n;
}

/* Files that failed make the command fail; those that did not are imported all the same. */
static gboolean
end (const XybIntake *intake, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < intake->files->len; i++)
    n += ((XybIntakeFile *) g_ptr_array_index (intake->files, i))->error != NULL;
  if (n == 0)
    return TRUE;
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
               _ ("%u 个文件中有 %u 个没有导入，原因已列出。"), intake->files->len, n);
  return FALSE;
}

static gboolean
run_import (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_auto (XybCliReading) reading = { 0 };
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (XybIntake) intake = NULL;
  XybIntakeReport report = { 0 };
  gboolean all;
  int year;

  if (!wants_all (&all, error) || !xyb_cli_need_year (options.year, &year, error)
      || (paths = xyb_cli_list_files (cli, error)) == NULL)
    return FALSE;
  store = xyb_cli_open (cli, error);
  if (store == NULL
      || !xyb_cli_reading_init (&reading, store, options.year, options.district, error))
    return FALSE;
  intake = xyb_intake_new (year);
  if (!read_files (&reading, intake, paths, all, error))
    return FALSE;
  if (count_waiting (intake) > 0
      && !xyb_intake_store_import (store, intake, NULL, NULL, NULL, &report, error))
    return FALSE;
  print_files (cli, intake);
  return end (intake, error);
}

static GOptionEntry import_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("district",
                       options.district,
                       "区镇，默认按表内、工作表名或文件名认",
                       N_ ("区镇")),
  XYB_CLI_TEXT_OPTION ("accept",
                       options.accept,
                       "clean 只导入没有疑问的行（默认），all 疑问按通常的办法决定",
                       "clean|all"),
  { NULL },
};

const XybCliCommand xyb_cli_intake_commands[] = {
  { "submission import", N_ ("文件…"), N_ ("导入区镇交回的附件2"), import_options, 1, MAX_FILES,
    run_import },
  { NULL },
};
