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
