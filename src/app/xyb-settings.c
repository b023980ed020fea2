/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-settings.h"

#include "xyb-config.h"

/**
 * xyb_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL where the schema is not installed
 */
GSettings *
xyb_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source == NULL)
    return NULL;
  schema = g_settings_schema_source_lookup (source, XYB_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * xyb_settings_dup_string:
 * @self: (nullable): the settings
 * @key: a key of them
 *
 * Returns: (transfer full) (nullable): its value, %NULL when it is empty or nothing is remembered
 */
char *
xyb_settings_dup_string (GSettings *self, const char *key)
{
  g_autofree char *value = self != NULL ? g_settings_get_string (self, key) : NULL;

  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : NULL;
}

/**
 * xyb_settings_set_string:
 * @self: (nullable): the settings
 * @key: a key of them
 * @value: (nullable): what to remember
 *
 * Remembers @value if it can be.
 */
void
xyb_settings_set_string (GSettings *self, const char *key, const char *value)
{
  if (self != NULL)
    g_settings_set_string (self, key, value != NULL ? value : "");
}
