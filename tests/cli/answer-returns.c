/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers the questions of returned files as their facts say and imports them, as the window does:
 * answer-returns OFFICE YEAR FILE… (beside each FILE its facts, FILE.json). */

#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "xyb-intake-store.h"
#include "xyb-nomination-store.h"
#include "xyb-return-match.h"
#include "xyb-return-reader.h"
#include "xyb-unit-store.h"

static void
fail (const char *what, const GError *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "?");
  exit (1);
}

static XybAnswer
answer_from_name (const char *name)
{
  static const char *const names[] = { "OPEN", "AS_READ", "OTHER_UNIT", "BLANK",     "TYPED",
                                       "TAKE", "LEAVE",   "SAME",       "DIFFERENT", "HERE" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return i;
  g_error ("no such answer: %s", name);
}

static XybReturnRow *
find_row (const XybReturn *one, const char *sheet, guint row)
{
  for (guint i = 0; i < one->rows->len; i++)
    {
      XybReturnRow *found = g_ptr_array_index (one->rows, i);

      if (found->row == row
          && strcmp (((XybReturnSheet *) g_ptr_array_index (one->sheets, found->sheet))->name,
                     sheet)
               == 0)
        return found;
    }
  g_error ("%s: no row %u", sheet, row);
}

static void
give (XybIntake *intake, XybIntakeFile *file, XybReturnRow *row, guint place, JsonObject *fact)
{
  g_autoptr (GError) error = NULL;
  XybReturnNote *note = g_ptr_array_index (row->notes, place);
  const char *text = json_object_get_string_member_with_default (fact, "text", NULL);

  if (!json_object_has_member (fact, "answer"))
    return;
  if (!xyb_intake_answer (intake, file, row, note,
                          answer_from_name (json_object_get_string_member (fact, "answer")), text,
                          0, &error))
    fail (note->sentence, error);
}

/* The one question that only shows beside the other files. */
static void
leave_elsewhere (XybIntake *intake, XybIntakeFile *file, XybReturnRow *row)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < row->notes->len; i++)
    {
      XybReturnNote *note = g_ptr_array_index (row->notes, i);

      if (note->kind == XYB_NOTE_ELSEWHERE
          && !xyb_intake_answer (intake, file, row, note, XYB_ANSWER_LEAVE, NULL, 0, &error))
        fail (note->sentence, error);
    }
}

static void
answer_file (XybIntake *intake, XybIntakeFile *file)
{
  g_autofree char *path = g_strconcat (file->path, ".json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *rows;

  if (!json_parser_load_from_file (parser, path, &error))
    fail (path, error);
  rows
    = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "rows");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *fact = json_array_get_object_element (rows, i);
      JsonArray *notes = json_object_get_array_member (fact, "notes");
      XybReturnRow *row = find_row (file->taken, json_object_get_string_member (fact, "sheet"),
                                    json_object_get_int_member (fact, "row"));

      for (guint j = 0; j < json_array_get_length (notes); j++)
        give (intake, file, row, j, json_array_get_object_element (notes, j));
      if (json_object_has_member (fact, "elsewhere"))
        leave_elsewhere (intake, file, row);
    }
}

static void
read_file (XybStore *store, XybIntake *intake, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) districts = xyb_unit_store_list (store, XYB_UNIT_KIND_DISTRICT, &error);
  XybReturnOptions options = { .districts = districts, .usual = XYB_MONEY_UNIT_WAN };
  XybIntakeFile *file = xyb_intake_add_path (intake, path);
  XybReturn *one = xyb_return_read (path, &options, NULL, &error);
  g_autoptr (GPtrArray) before = NULL;

  if (one == NULL || !xyb_return_match (store, one, intake->year, &error))
    fail (path, error);
  xyb_intake_set_read (file, one);
  before = xyb_nomination_store_list (store, intake->year, one->district_id, &error);
  xyb_intake_set_before (file, before);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybIntake) intake = NULL;
  XybIntakeReport report = { 0 };

  setlocale (LC_ALL, "");
  store = xyb_store_open (argv[1], XYB_STORE_OPEN_DEFAULT, &error);
  if (store == NULL)
    fail (argv[1], error);
  intake = xyb_intake_new (atoi (argv[2]));
  for (int i = 3; i < argc; i++)
    read_file (store, intake, argv[i]);
  xyb_intake_check (intake);
  for (guint i = 0; i < intake->files->len; i++)
    answer_file (intake, g_ptr_array_index (intake->files, i));
  for (guint i = 0; i < intake->files->len; i++)
    if (xyb_intake_file_count (g_ptr_array_index (intake->files, i), XYB_FATE_OPEN) > 0)
      fail ("left open", NULL);
  if (!xyb_intake_store_import (store, intake, NULL, NULL, NULL, &report, &error))
    fail ("import", error);
  g_print ("%u %u\n", report.files, report.added);
  return 0;
}
