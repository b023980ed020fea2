/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

/**
 * xyb_cli_json_text:
 * @value: (nullable): text; %NULL becomes null
 *
 * Adds one member to the open object.
 */
void
xyb_cli_json_text (JsonBuilder *builder, const char *member, const char *value)
{
  json_builder_set_member_name (builder, member);
  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, value);
}

/**
 * xyb_cli_json_int:
 * @value: a number; %XYB_UNSAID becomes null, never 0
 *
 * Adds one member to the open object.
 */
void
xyb_cli_json_int (JsonBuilder *builder, const char *member, gint64 value)
{
  json_builder_set_member_name (builder, member);
  if (value == XYB_UNSAID)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, value);
}

/**
 * xyb_cli_json_id:
 * @id: an id; 0 becomes null. A string, because 63 bits do not survive other programs' doubles
 *
 * Adds one member to the open object.
 */
void
xyb_cli_json_id (JsonBuilder *builder, const char *member, gint64 id)
{
  g_autofree char *text = id == 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, id);

  xyb_cli_json_text (builder, member, text);
}

void
xyb_cli_json_bool (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

/**
 * xyb_cli_json_tracks:
 * @numbers: XYB_N_TRACKS numbers, by track
 *
 * Adds an object with one member a track to the open object.
 */
void
xyb_cli_json_tracks (JsonBuilder *json, const char *member, const gint64 *numbers)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_object (json);
  for (guint t = 0; t < XYB_N_TRACKS; t++)
    xyb_cli_json_int (json, xyb_track_key (t + 1), numbers[t]);
  json_builder_end_object (json);
}

/**
 * xyb_cli_json_quotas:
 *
 * Adds the rows of 附件1 to the open object.
 */
void
xyb_cli_json_quotas (JsonBuilder *json, const XybPlan *plan)
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

/**
 * xyb_cli_json_print_text:
 *
 * Writes an object with this one text to standard output.
 */
void
xyb_cli_json_print_text (const char *member, const char *value)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_text (json, member, value);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

/**
 * xyb_cli_json_print:
 * @builder: a finished document
 *
 * Writes it to standard output, indented, with Chinese characters as they are.
 */
void
xyb_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  xyb_cli_print ("%s\n", text);
}
