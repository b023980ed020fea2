/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-preset-json.h"
#include "xyb-scheme-private.h"
#include "xyb-store-error.h"

/* The published 考核方案 of data/presets/schemes-2019.json … Their keys are the fields of
 * XybScheme. */

#define SCHEME_PREFIX "schemes-"

static void
read_alias (JsonArray *array, guint index, JsonNode *node, gpointer user_data)
{
  g_strv_builder_add (user_data, json_node_get_string (node));
}

static GStrv
dup_texts (JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  JsonArray *array = json_object_get_array_member (object, member);

  if (array == NULL || json_array_get_length (array) == 0)
    return NULL;
  json_array_foreach_element (array, read_alias, texts);
  return g_strv_builder_end (texts);
}

static void
read_tier (JsonObject *object, gpointer user_data)
{
  GPtrArray *tiers = user_data;

  g_ptr_array_add (tiers, xyb_tier_new (xyb_preset_get_int (object, "below_percent", 0),
                                        xyb_preset_get_int (object, "deduction", 0)));
}

static void
read_rule (JsonObject *object, XybIndicator *indicator)
{
  g_autofree char *rule = xyb_preset_dup_text (object, "rule");
  g_autofree char *basis = xyb_preset_dup_text (object, "basis");

  indicator->points = xyb_preset_get_int (object, "points", 0);
  indicator->rule = xyb_rule_from_key (rule);
  indicator->event = xyb_preset_get_bool (object, "event", FALSE);
  indicator->counts_in_base = xyb_preset_get_bool (object, "counts_in_base", TRUE);
  indicator->step = xyb_preset_get_int (object, "step", 0);
  indicator->cap = xyb_preset_get_int (object, "cap", 0);
  indicator->per_quarter = xyb_preset_get_int (object, "per_quarter", XYB_UNSAID);
  indicator->counter = xyb_preset_dup_text (object, "counter");
  if (basis != NULL)
    indicator->basis = xyb_basis_from_key (basis);
  xyb_preset_for_each (object, "tiers", read_tier, indicator->tiers);
}

static void
read_indicator (JsonObject *object, gpointer user_data)
{
  XybScheme *scheme = user_data;
  XybIndicator *indicator = xyb_indicator_new ();

  indicator->id = xyb_preset_get_int (object, "id", 0);
  indicator->head = xyb_preset_dup_text (object, "head");
  indicator->source_head = xyb_preset_dup_text (object, "source_head");
  indicator->aliases = dup_texts (object, "aliases");
  indicator->points_text = xyb_preset_dup_text (object, "points_text");
  indicator->note = (int) xyb_preset_get_int (object, "note", 0);
  indicator->evidence = xyb_preset_dup_text (object, "evidence");
  read_rule (object, indicator);
  g_ptr_array_add (scheme->indicators, indicator);
}

/* 非考核项 are named by their place in the table, from 1. */
static void
read_excluded (JsonObject *object, const XybScheme *scheme, XybSchemeUnit *unit)
{
  JsonArray *places = json_object_get_array_member (object, "excluded");

  for (guint i = 0; i < json_array_get_length (places); i++)
    {
      guint place = (guint) json_array_get_int_element (places, i);

      if (place >= 1 && place <= scheme->indicators->len)
        xyb_scheme_unit_set_applies (unit,
                                     ((XybIndicator *) scheme->indicators->pdata[place - 1])->id,
                                     FALSE);
    }
}

static void
read_unit (JsonObject *object, gpointer user_data)
{
  XybScheme *scheme = user_data;
  XybSchemeUnit *unit = xyb_scheme_unit_new ();

  unit->id = xyb_preset_get_int (object, "id", 0);
  unit->unit_id = xyb_preset_get_int (object, "unit", 0);
  unit->page_ends = xyb_preset_get_bool (object, "page_ends", FALSE);
  read_excluded (object, scheme, unit);
  g_ptr_array_add (scheme->units, unit);
}

static void
read_note (JsonObject *object, gpointer user_data)
{
  XybScheme *scheme = user_data;
  g_autofree char *text = xyb_preset_dup_text (object, "text");
  XybSchemeNote *note = xyb_scheme_note_new (text);

  note->id = xyb_preset_get_int (object, "id", 0);
  note->source_text = xyb_preset_dup_text (object, "source_text");
  g_ptr_array_add (scheme->notes, note);
}

static void
read_ways (JsonObject *object, XybScheme *scheme)
{
  g_autofree char *kind = xyb_preset_dup_text (object, "kind");
  g_autofree char *mode = xyb_preset_dup_text (object, "mode");
  g_autofree char *open = xyb_preset_dup_text (object, "open_becomes");
  g_autofree char *explained = xyb_preset_dup_text (object, "explained_becomes");

  scheme->kind = xyb_unit_kind_from_key (kind);
  scheme->mode = xyb_scheme_mode_from_key (mode);
  scheme->open_becomes = xyb_settling_from_key (open);
  scheme->explained_becomes = xyb_settling_from_key (explained);
  scheme->floor = xyb_preset_get_int (object, "floor", XYB_UNSAID);
  scheme->sum_in_remark = xyb_preset_get_bool (object, "sum_in_remark", FALSE);
}

static void
read_scheme (JsonObject *object, gpointer user_data)
{
  GPtrArray *schemes = user_data;
  XybScheme *scheme = xyb_scheme_new ();

  scheme->id = xyb_preset_get_int (object, "id", 0);
  scheme->year = (int) xyb_preset_get_int (object, "year", 0);
  scheme->title = xyb_preset_dup_text (object, "title");
  scheme->unit_head = xyb_preset_dup_text (object, "unit_head");
  scheme->remark_head = xyb_preset_dup_text (object, "remark_head");
  scheme->notes_head = xyb_preset_dup_text (object, "notes_head");
  read_ways (object, scheme);
  xyb_preset_for_each (object, "indicators", read_indicator, scheme);
  xyb_preset_for_each (object, "units", read_unit, scheme);
  xyb_preset_for_each (object, "notes", read_note, scheme);
  g_ptr_array_add (schemes, scheme);
}

static GPtrArray *
schemes_of_year (int year, GError **error)
{
  g_autofree char *name = g_strdup_printf (SCHEME_PREFIX "%d.json", year);
  g_autoptr (JsonParser) parser = xyb_preset_parse (name, error);
  GPtrArray *schemes;

  if (parser == NULL)
    return NULL;
  schemes = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_scheme_free);
  xyb_preset_for_each (json_node_get_object (json_parser_get_root (parser)), "schemes", read_scheme,
                       schemes);
  return schemes;
}

static gboolean
is_missing (XybStore *store, const XybScheme *scheme, gboolean *out_missing, GError **error)
{
  gint64 count = 0;

  if (!xyb_lookup_int (store, "SELECT count(*) FROM scheme WHERE year = :a AND kind = :b",
                       scheme->year, scheme->kind, &count, error))
    return FALSE;
  *out_missing = count == 0;
  return TRUE;
}

typedef gboolean (*MissingFunc) (XybStore *store,
                                 const XybScheme *scheme,
                                 gpointer user_data,
                                 GError **error);

static gboolean
for_each_missing (XybStore *store,
                  const int *years,
                  MissingFunc func,
                  gpointer user_data,
                  GError **error)
{
  g_autoptr (GArray) known = xyb_preset_list_years (SCHEME_PREFIX, error);

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      int year = g_array_index (known, int, i);
      g_autoptr (GPtrArray) schemes
        = xyb_preset_wants_year (years, year) ? schemes_of_year (year, error) : g_ptr_array_new ();

      if (schemes == NULL)
        return FALSE;
      for (guint k = 0; k < schemes->len; k++)
        {
          gboolean missing;

          if (!is_missing (store, schemes->pdata[k], &missing, error)
              || (missing && !func (store, schemes->pdata[k], user_data, error)))
            return FALSE;
        }
    }
  return known != NULL;
}

/* The clerk may have removed a unit the preset assesses. */
static gboolean
check_units (XybStore *store, const XybScheme *scheme, GError **error)
{
  guint gone = 0;

  for (guint i = 0; i < scheme->units->len; i++)
    {
      const XybSchemeUnit *unit = scheme->units->pdata[i];
      gint64 count = 0;

      if (!xyb_lookup_int (store, "SELECT count(*) FROM unit WHERE id = :a AND kind = :b",
                           unit->unit_id, scheme->kind, &count, error))
        return FALSE;
      gone += count == 0;
    }
  if (gone == 0)
    return TRUE;
  g_set_error (
    error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
    _ ("单位名录里少了%d年%s考核方案要用的 %u 个单位，没有载入；请先撤销删除单位再载入。"),
    scheme->year, xyb_unit_kind_name (scheme->kind), gone);
  return FALSE;
}

static gboolean
load_one (XybStore *store, const XybScheme *scheme, gpointer user_data, GError **error)
{
  return check_units (store, scheme, error) && xyb_scheme_store_insert (store, scheme, error);
}

static gboolean
count_one (XybStore *store, const XybScheme *scheme, gpointer user_data, GError **error)
{
  ++*(guint *) user_data;
  return TRUE;
}

gboolean
xyb_preset_load_schemes (XybStore *store, const int *years, GError **error)
{
  return for_each_missing (store, years, load_one, NULL, error);
}

guint
xyb_preset_count_missing_schemes (XybStore *store)
{
  guint count = 0;

  for_each_missing (store, NULL, count_one, &count, NULL);
  return count;
}
