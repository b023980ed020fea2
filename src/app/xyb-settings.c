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

/* ---- 待办 ---- */

/**
 * xyb_settings_dup_hidden_todos:
 * @self: (nullable): the settings
 *
 * Returns: (transfer full): kinds of todos the clerk does not want to see here
 */
char **
xyb_settings_dup_hidden_todos (GSettings *self)
{
  return self != NULL ? g_settings_get_strv (self, "hidden-todos") : g_new0 (char *, 1);
}

/**
 * xyb_settings_set_hidden_todos:
 * @self: (nullable): the settings
 * @kinds: (array zero-terminated=1): kinds of todos
 *
 * Remembers them if it can be.
 */
void
xyb_settings_set_hidden_todos (GSettings *self, const char *const *kinds)
{
  if (self != NULL)
    g_settings_set_strv (self, "hidden-todos", kinds);
}

/* ---- files ---- */

/**
 * xyb_settings_dup_recent:
 * @self: (nullable): the settings
 *
 * Returns: (transfer full): files that have been open, latest first
 */
char **
xyb_settings_dup_recent (GSettings *self)
{
  return self != NULL ? g_settings_get_strv (self, "recent-files") : g_new0 (char *, 1);
}

/**
 * xyb_settings_add_recent:
 * @self: (nullable): the settings
 * @path: a file that is open now
 *
 * Puts @path at the head of the recent files.
 */
void
xyb_settings_add_recent (GSettings *self, const char *path)
{
  g_auto (GStrv) old = xyb_settings_dup_recent (self);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (self == NULL)
    return;
  g_ptr_array_add (files, (gpointer) path);
  for (guint i = 0; old[i] != NULL && files->len < XYB_MAX_RECENT; i++)
    if (g_strcmp0 (old[i], path) != 0)
      g_ptr_array_add (files, old[i]);
  g_ptr_array_add (files, NULL);
  g_settings_set_strv (self, "recent-files", (const char *const *) files->pdata);
}

/**
 * xyb_settings_clear_recent:
 * @self: (nullable): the settings
 */
void
xyb_settings_clear_recent (GSettings *self)
{
  if (self == NULL)
    return;
  g_settings_reset (self, "recent-files");
  g_settings_reset (self, "places");
}

/**
 * xyb_settings_get_place:
 * @self: (nullable): the settings
 * @path: an office file
 * @out_page: (out) (transfer full) (nullable): the page that was in view
 * @out_year: (out): the year, or 0
 *
 * Where the clerk was in @path.
 */
void
xyb_settings_get_place (GSettings *self, const char *path, char **out_page, int *out_year)
{
  g_autoptr (GVariant) places = self != NULL ? g_settings_get_value (self, "places") : NULL;

  *out_page = NULL;
  *out_year = 0;
  if (places != NULL)
    g_variant_lookup (places, path, "(si)", out_page, out_year);
}

/**
 * xyb_settings_set_place:
 * @self: (nullable): the settings
 * @path: an office file
 * @page: the page in view
 * @year: the year in view, or 0
 *
 * Remembers it; of files that are no longer among the recent ones it is forgotten.
 */
void
xyb_settings_set_place (GSettings *self, const char *path, const char *page, int year)
{
  g_auto (GStrv) recent = xyb_settings_dup_recent (self);
  g_auto (GVariantBuilder) places = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{s(si)}"));

  if (self == NULL)
    return;
  g_variant_builder_add (&places, "{s(si)}", path, page, year);
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *old_page = NULL;
      int old_year;

      xyb_settings_get_place (self, recent[i], &old_page, &old_year);
      if (old_page != NULL && g_strcmp0 (recent[i], path) != 0)
        g_variant_builder_add (&places, "{s(si)}", recent[i], old_page, old_year);
    }
  g_settings_set_value (self, "places", g_variant_builder_end (&places));
}
