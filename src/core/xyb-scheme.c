/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-scheme.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-named-number.h"

static const XybNamedNumber mode_names[] = {
  { XYB_SCHEME_DEDUCT, "deduct", N_ ("扣分制") },
  { XYB_SCHEME_EARN, "earn", N_ ("得分制") },
};

static const XybNamedNumber settling_names[] = {
  { XYB_SETTLE_DONE, "done", N_ ("视同完成") },
  { XYB_SETTLE_REMOVED, "removed", N_ ("从满分中剔除") },
  { XYB_SETTLE_LOST, "lost", N_ ("扣分或不得分") },
};

static const XybNamedNumber rule_names[] = {
  { XYB_RULE_BINARY, "binary", N_ ("完成与否") },
  { XYB_RULE_TIER, "tier", N_ ("按完成率分档") },
  { XYB_RULE_PER_COUNT, "per_count", N_ ("按次扣分") },
  { XYB_RULE_MANUAL, "manual", N_ ("视情扣分") },
  { XYB_RULE_INFO, "info", N_ ("不计分") },
};

/**
 * xyb_scheme_mode_name:
 * @mode: how points are counted (KH-02)
 *
 * Returns: (nullable): 扣分制 or 得分制; %NULL for an unknown number
 */
const char *
xyb_scheme_mode_name (XybSchemeMode mode)
{
  return xyb_named_number_name (mode_names, G_N_ELEMENTS (mode_names), (int) mode);
}

/**
 * xyb_scheme_mode_key:
 * @mode: how points are counted
 *
 * Returns: (nullable): its name in presets and on the command line; %NULL for an unknown number
 */
const char *
xyb_scheme_mode_key (XybSchemeMode mode)
{
  return xyb_named_number_key (mode_names, G_N_ELEMENTS (mode_names), (int) mode);
}

/**
 * xyb_scheme_mode_from_key:
 * @key: (nullable): a key, or the Chinese name
 *
 * Returns: the mode, or 0 where @key is none
 */
XybSchemeMode
xyb_scheme_mode_from_key (const char *key)
{
  return (XybSchemeMode) xyb_named_number_find (mode_names, G_N_ELEMENTS (mode_names), key);
}

/**
 * xyb_settling_name:
 * @settling: what a cell becomes at settlement (AMB-17)
 *
 * Returns: (nullable): 视同完成 …; %NULL for an unknown number
 */
const char *
xyb_settling_name (XybSettling settling)
{
  return xyb_named_number_name (settling_names, G_N_ELEMENTS (settling_names), (int) settling);
}

/**
 * xyb_settling_key:
 * @settling: what a cell becomes at settlement
 *
 * Returns: (nullable): its name in presets and on the command line; %NULL for an unknown number
 */
const char *
xyb_settling_key (XybSettling settling)
{
  return xyb_named_number_key (settling_names, G_N_ELEMENTS (settling_names), (int) settling);
}

/**
 * xyb_settling_from_key:
 * @key: (nullable): a key, or the Chinese name
 *
 * Returns: the settling, or 0 where @key is none
 */
XybSettling
xyb_settling_from_key (const char *key)
{
  return (XybSettling) xyb_named_number_find (settling_names, G_N_ELEMENTS (settling_names), key);
}

/**
 * xyb_rule_name:
 * @rule: a kind of rule (KH-21)
 *
 * Returns: (nullable): 完成与否 …; %NULL for an unknown number
 */
const char *
xyb_rule_name (XybRuleKind rule)
{
  return xyb_named_number_name (rule_names, G_N_ELEMENTS (rule_names), (int) rule);
}

/**
 * xyb_rule_key:
 * @rule: a kind of rule
 *
 * Returns: (nullable): its name in presets and on the command line; %NULL for an unknown number
 */
const char *
xyb_rule_key (XybRuleKind rule)
{
  return xyb_named_number_key (rule_names, G_N_ELEMENTS (rule_names), (int) rule);
}

/**
 * xyb_rule_from_key:
 * @key: (nullable): a key, or the Chinese name
 *
 * Returns: the kind of rule, or 0 where @key is none
 */
XybRuleKind
xyb_rule_from_key (const char *key)
{
  return (XybRuleKind) xyb_named_number_find (rule_names, G_N_ELEMENTS (rule_names), key);
}

/**
 * xyb_indicator_new:
 *
 * Returns: (transfer full): an indicator without words and points: done or not, part of the full
 *   marks, 贯标 counted by 验收通过 (AMB-13)
 */
XybIndicator *
xyb_indicator_new (void)
{
  XybIndicator *self = g_new0 (XybIndicator, 1);

  self->rule = XYB_RULE_BINARY;
  self->counts_in_base = TRUE;
  self->per_quarter = XYB_UNSAID;
  self->basis = XYB_BASIS_ACCEPTED;
  self->tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);
  return self;
}

/**
 * xyb_indicator_free:
 * @self: (nullable): an indicator; its tiers go with it
 */
void
xyb_indicator_free (XybIndicator *self)
{
  if (self == NULL)
    return;
  g_free (self->head);
  g_free (self->source_head);
  g_strfreev (self->aliases);
  g_free (self->points_text);
  g_free (self->counter);
  g_ptr_array_unref (self->tiers);
  g_free (self->evidence);
  g_free (self);
}

/**
 * xyb_indicator_name:
 * @self: an indicator
 *
 * Returns: (transfer full): its head without the points, for sentences and narrow columns: 贯标创建
 */
char *
xyb_indicator_name (const XybIndicator *self)
{
  char *name;

  g_return_val_if_fail (self != NULL, NULL);

  name = g_strdup (self->head != NULL ? self->head : "");
  if (self->points_text != NULL && g_str_has_suffix (name, self->points_text))
    name[strlen (name) - strlen (self->points_text)] = '\0';
  return g_strchomp (name);
}

/**
 * xyb_scheme_unit_new:
 *
 * Returns: (transfer full): a row for a unit nobody has named, to which every indicator applies
 */
XybSchemeUnit *
xyb_scheme_unit_new (void)
{
  XybSchemeUnit *self = g_new0 (XybSchemeUnit, 1);

  self->excluded = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * xyb_scheme_unit_free:
 * @self: (nullable): a row
 */
void
xyb_scheme_unit_free (XybSchemeUnit *self)
{
  if (self == NULL)
    return;
  g_free (self->unit_name);
  g_array_unref (self->excluded);
  g_free (self);
}

static gboolean
find_excluded (const XybSchemeUnit *self, gint64 indicator_id, guint *out_place)
{
  for (guint i = 0; i < self->excluded->len; i++)
    if (g_array_index (self->excluded, gint64, i) == indicator_id)
      {
        *out_place = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * xyb_scheme_unit_applies:
 * @self: a row
 * @indicator_id: a column
 *
 * Returns: whether the unit is assessed by the indicator; %FALSE for 非考核项
 */
gboolean
xyb_scheme_unit_applies (const XybSchemeUnit *self, gint64 indicator_id)
{
  guint place;

  g_return_val_if_fail (self != NULL, FALSE);

  return !find_excluded (self, indicator_id, &place);
}

/**
 * xyb_scheme_unit_set_applies:
 * @self: a row
 * @indicator_id: a column
 * @applies: whether the unit is assessed by it
 */
void
xyb_scheme_unit_set_applies (XybSchemeUnit *self, gint64 indicator_id, gboolean applies)
{
  guint place;
  gboolean excluded;

  g_return_if_fail (self != NULL);

  excluded = find_excluded (self, indicator_id, &place);
  if (applies && excluded)
    g_array_remove_index (self->excluded, place);
  else if (!applies && !excluded)
    g_array_append_val (self->excluded, indicator_id);
}

/**
 * xyb_scheme_note_new:
 * @text: (nullable): the note, without its number
 *
 * Returns: (transfer full): the note
 */
XybSchemeNote *
xyb_scheme_note_new (const char *text)
{
  XybSchemeNote *self = g_new0 (XybSchemeNote, 1);

  self->text = g_strdup (text);
  return self;
}

/**
 * xyb_scheme_note_free:
 * @self: (nullable): a note
 */
void
xyb_scheme_note_free (XybSchemeNote *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->source_text);
  g_free (self);
}

/**
 * xyb_scheme_new:
 *
 * A scheme without rows and columns. What is left open at the end of the year loses its points,
 * what was explained counts as done (AMB-17), and there is no floor (AMB-08), until the clerk says
 * otherwise.
 *
 * Returns: (transfer full): the scheme; its lists are empty and own their rows
 */
XybScheme *
xyb_scheme_new (void)
{
  XybScheme *self = g_new0 (XybScheme, 1);

  self->mode = XYB_SCHEME_DEDUCT;
  self->open_becomes = XYB_SETTLE_LOST;
  self->explained_becomes = XYB_SETTLE_DONE;
  self->floor = XYB_UNSAID;
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_indicator_free);
  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_scheme_unit_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_scheme_note_free);
  return self;
}

/**
 * xyb_scheme_free:
 * @self: (nullable): a scheme; its lists go with it
 */
void
xyb_scheme_free (XybScheme *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->unit_head);
  g_free (self->remark_head);
  g_free (self->notes_head);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * xyb_scheme_indicator_place:
 * @self: a scheme
 * @id: an indicator
 *
 * Returns: its column, counted from 0; -1 where the scheme has no such indicator
 */
int
xyb_scheme_indicator_place (const XybScheme *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->indicators->len; i++)
    if (((const XybIndicator *) self->indicators->pdata[i])->id == id)
      return (int) i;
  return -1;
}

/**
 * xyb_scheme_find_indicator:
 * @self: a scheme
 * @id: an indicator
 *
 * Returns: (nullable): the indicator; %NULL where the scheme has no such one
 */
const XybIndicator *
xyb_scheme_find_indicator (const XybScheme *self, gint64 id)
{
  int place = xyb_scheme_indicator_place (self, id);

  return place >= 0 ? self->indicators->pdata[place] : NULL;
}

/**
 * xyb_scheme_find_unit:
 * @self: a scheme
 * @unit_id: a unit
 *
 * Returns: (nullable): its row; %NULL where the unit is not in the scheme (AMB-05)
 */
const XybSchemeUnit *
xyb_scheme_find_unit (const XybScheme *self, gint64 unit_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->units->len; i++)
    {
      const XybSchemeUnit *unit = self->units->pdata[i];

      if (unit->unit_id == unit_id)
        return unit;
    }
  return NULL;
}

static gint64
sum_points (const XybScheme *self, const XybSchemeUnit *unit, gboolean with_events)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->indicators->len; i++)
    {
      const XybIndicator *indicator = self->indicators->pdata[i];
      gboolean counts
        = indicator->counts_in_base || (with_events && indicator->rule != XYB_RULE_MANUAL);

      if (counts && indicator->rule != XYB_RULE_INFO
          && xyb_scheme_unit_applies (unit, indicator->id))
        sum += indicator->points;
    }
  return sum;
}

/**
 * xyb_scheme_full:
 * @self: a scheme
 * @unit: a row of it
 *
 * Returns: the unit's full marks in hundredths: the points of the indicators that apply to it and
 *   count (KH-22)
 */
gint64
xyb_scheme_full (const XybScheme *self, const XybSchemeUnit *unit)
{
  g_return_val_if_fail (self != NULL && unit != NULL, 0);

  return sum_points (self, unit, FALSE);
}

/**
 * xyb_scheme_full_with_events:
 * @self: a scheme
 * @unit: a row of it
 *
 * AMB-18: the table prints points for 严重失信事件 too, and no source says whether they belong to
 * the full marks. A 视情最高扣 has no points of its own.
 *
 * Returns: the unit's full marks in hundredths, with the indicators that only take away
 */
gint64
xyb_scheme_full_with_events (const XybScheme *self, const XybSchemeUnit *unit)
{
  g_return_val_if_fail (self != NULL && unit != NULL, 0);

  return sum_points (self, unit, TRUE);
}
