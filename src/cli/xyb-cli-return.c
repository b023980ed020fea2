/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli-reading.h"
#include "xyb-i18n.h"

/* submission read: what returned files say, without taking anything over. */

#define MAX_FILES 1000

static struct
{
  char *year;
  char *district;
} options;

/* ---- JSON ---- */

static void
add_sheets (JsonBuilder *json, const XybReturn *one)
{
  json_builder_set_member_name (json, "sheets");
  json_builder_begin_array (json);
  for (guint i = 0; one != NULL && i < one->sheets->len; i++)
    {
      const XybReturnSheet *sheet = g_ptr_array_index (one->sheets, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "name", sheet->name);
      xyb_cli_json_bool (json, "hidden", sheet->hidden);
      xyb_cli_json_int (json, "header_row",
                        sheet->header_row != 0 ? sheet->header_row : XYB_UNSAID);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_match (JsonBuilder *json, const XybReturnMatch *match)
{
  static const char *const how[] = { "none", "possible", "likely", "exact" };

  json_builder_set_member_name (json, "match");
  if (match == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  xyb_cli_json_id (json, "id", match->enterprise_id);
  xyb_cli_json_text (json, "name", match->name);
  xyb_cli_json_text (json, "district", match->district);
  xyb_cli_json_text (json, "how", how[match->how]);
  xyb_cli_json_int (json, "accepted_year",
                    match->accepted_year != 0 ? match->accepted_year : XYB_UNSAID);
  json_builder_end_object (json);
}

/* Whole 元: cents of a year's sales are nobody's concern here. */
static gint64
to_yuan (gint64 fen)
{
  return fen == XYB_UNSAID ? XYB_UNSAID : fen / 100;
}

static void
add_notes (JsonBuilder *json, const char *member, const GPtrArray *notes)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    json_builder_add_string_value (json,
                                   ((XybReturnNote *) g_ptr_array_index (notes, i))->sentence);
  json_builder_end_array (json);
}

static void
add_row (JsonBuilder *json, const XybReturn *one, const XybReturnRow *row)
{
  const XybReturnSheet *sheet = g_ptr_array_index (one->sheets, row->sheet);

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "sheet", sheet->name);
  xyb_cli_json_int (json, "row", row->row);
  xyb_cli_json_text (json, "status", xyb_return_status_key (row->status));
  xyb_cli_json_text (json, "name", row->name);
  xyb_cli_json_text (json, "products", row->products);
  xyb_cli_json_int (json, "revenue_yuan", to_yuan (row->revenue_fen));
  xyb_cli_json_text (json, "revenue_raw", row->raw[XYB_RETURN_REVENUE].text);
  xyb_cli_json_int (json, "headcount", row->headcount);
  xyb_cli_json_text (json, "contact", row->contact);
  xyb_cli_json_text (json, "phone", row->phone);
  add_notes (json, "notes", row->notes);
  add_match (json, row->match);
  json_builder_end_object (json);
}

static void
add_file_json (JsonBuilder *json, const char *shown, const XybReturn *one, const GError *error)
{
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "file", shown);
  xyb_cli_json_text (json, "format", one != NULL ? one->format : NULL);
  xyb_cli_json_text (json, "district", one != NULL ? one->district : NULL);
  json_builder_set_member_name (json, "officer");
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "name", one != NULL ? one->officer : NULL);
  xyb_cli_json_text (json, "phone", one != NULL ? one->officer_phone : NULL);
  json_builder_end_object (json);
  add_sheets (json, one);
  json_builder_set_member_name (json, "rows");
  json_builder_begin_array (json);
  for (guint i = 0; one != NULL && i < one->rows->len; i++)
    add_row (json, one, g_ptr_array_index (one->rows, i));
  json_builder_end_array (json);
  add_notes (json, "file_notes", one != NULL ? one->notes : NULL);
  xyb_cli_json_text (json, "sha256", one != NULL ? one->sha256 : NULL);
  xyb_cli_json_text (json, "error", error != NULL ? error->message : NULL);
  json_builder_end_object (json);
}

/* ---- for reading ---- */

static void
print_row (XybCliTable *table, const XybReturnRow *row)
{
  static const char *const states[] = { N_ ("可接受"), N_ ("待决定"), N_ ("不导入") };
  g_autofree char *number = g_strdup_printf ("%u", row->row);
  g_autofree char *revenue = xyb_amount_format (row->revenue_fen, row->revenue_unit);
  g_autofree char *headcount
    = row->headcount != XYB_UNSAID ? xyb_cli_number_text (row->headcount) : g_strdup ("");
  g_autoptr (GString) notes = g_string_new (NULL);

  for (guint i = 0; i < row->notes->len; i++)
    g_string_append_printf (notes, "%s%s", i > 0 ? "；" : "",
                            ((XybReturnNote *) g_ptr_array_index (row->notes, i))->sentence);
  xyb_cli_table_add (table, number, _ (states[row->status]), row->name, revenue, headcount,
                     row->contact, row->phone, notes->str, NULL);
}

static void
print_file (const char *shown, const XybReturn *one, const GError *error)
{
  static const char *const heads[] = { N_ ("行"),           N_ ("状态"),     N_ ("企业名称"),
                                       N_ ("去年销售收入"), N_ ("职工人数"), N_ ("联系人"),
                                       N_ ("电话"),         N_ ("说明"),     NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "rllrrlll");

  if (one == NULL)
    {
      xyb_cli_print ("%s\n", error->message);
      return;
    }
  xyb_cli_print (_ ("%s：%s，业务负责人 %s，联系方式 %s\n"), shown,
                 one->district != NULL ? one->district : _ ("没写区镇"),
                 one->officer != NULL ? one->officer : "—",
                 one->officer_phone != NULL ? one->officer_phone : "—");
  for (guint i = 0; i < one->notes->len; i++)
    xyb_cli_print ("%s\n", ((XybReturnNote *) g_ptr_array_index (one->notes, i))->sentence);
  for (guint i = 0; i < one->rows->len; i++)
    print_row (table, g_ptr_array_index (one->rows, i));
  xyb_cli_table_print (table);
}

/* ---- the command ---- */

static gboolean
run_read (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open_to_read (cli, error);
  g_auto (XybCliReading) reading = { 0 };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (store == NULL
      || !xyb_cli_reading_init (&reading, store, options.year, options.district, error)
      || (files = xyb_cli_list_files (cli, error)) == NULL)
    return FALSE;
  json_builder_begin_array (json);
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autofree char *shown = xyb_cli_shown_name (path);
      g_autoptr (GError) failure = NULL;
      g_autoptr (XybReturn) one = xyb_cli_reading_read (&reading, path, &failure);

      if (xyb_cli_wants_json (cli))
        add_file_json (json, shown, one, failure);
      else
        print_file (shown, one, failure);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  return TRUE;
}

static GOptionEntry read_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度，默认最近的年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("district",
                       options.district,
                       "区镇，默认按表内、工作表名或文件名认",
                       N_ ("区镇")),
  { NULL },
};

const XybCliCommand xyb_cli_return_commands[] = {
  { "submission read", N_ ("文件…"), N_ ("看区镇交回的附件2说了什么，不导入"), read_options, 1,
    MAX_FILES, run_read },
  { NULL },
};
