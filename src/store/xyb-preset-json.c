/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-preset-json.h"

#include <stdlib.h>
#include <string.h>

/* Absent, null and "" are all “not said”. */

gboolean
xyb_preset_is_said (JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) && !json_object_get_null_member (object, member);
}

char *
xyb_preset_dup_text (JsonObject *object, const char *member)
{
  const char *text
    = xyb_preset_is_said (object, member) ? json_object_get_string_member (object, member) : "";

  return *text != '\0' ? g_strdup (text) : NULL;
}

gint64
xyb_preset_get_int (JsonObject *object, const char *member, gint64 otherwise)
{
  return xyb_preset_is_said (object, member) ? json_object_get_int_member (object, member)
                                             : otherwise;
}

gboolean
xyb_preset_get_bool (JsonObject *object, const char *member, gboolean otherwise)
{
  return xyb_preset_is_said (object, member) ? json_object_get_boolean_member (object, member)
                                             : otherwise;
}

void
xyb_preset_for_each (JsonObject *object,
                     const char *member,
                     void (*read) (JsonObject *row, gpointer user_data),
                     gpointer user_data)
{
  JsonArray *rows
    = xyb_preset_is_said (object, member) ? json_object_get_array_member (object, member) : NULL;
  guint n = rows != NULL ? json_array_get_length (rows) : 0;

  for (guint i = 0; i < n; i++)
    read (json_array_get_object_element (rows, i), user_data);
}

JsonParser *
xyb_preset_parse (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (XYB_STORE_RESOURCE_DIR, name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (xyb_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (data == NULL || !json_parser_load_from_data (parser, data, size, error))
    return NULL;
  return g_steal_pointer (&parser);
}

gboolean
xyb_preset_wants_year (const int *years, int year)
{
  if (years == NULL)
    return TRUE;
  for (; *years != 0; years++)
    if (*years == year)
      return TRUE;
  return FALSE;
}

/* Years that have a preset, rising: with “plan-” those of plan-2019.json, plan-2020.json … */
GArray *
xyb_preset_list_years (const char *prefix, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) names
    = g_resource_enumerate_children (xyb_store_get_resource (), XYB_STORE_RESOURCE_DIR,
                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return NULL;
  for (char **name = names; *name != NULL; name++)
    if (g_str_has_prefix (*name, prefix))
      {
        int year = atoi (*name + strlen (prefix));

        g_array_append_val (years, year);
      }
  return g_steal_pointer (&years);
}
