/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-scheme.h"

#include <string.h>

#include "xyb-completion.h"
#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* A scheme for another year, and what is then different (AMB-02: the same item has other points
 * every year). */

/* ---- copying ---- */

/**
 * xyb_indicator_copy:
 * @self: an indicator
 *
 * Returns: (transfer full): another like it, its id and tiers included
 */
XybIndicator *
xyb_indicator_copy (const XybIndicator *self)
{
  XybIndicator *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = xyb_indicator_new ();
  g_ptr_array_unref (copy->tiers);
  *copy = *self;
  copy->head = g_strdup (self->head);
  copy->source_head = g_strdup (self->source_head);
  copy->aliases = g_strdupv (self->aliases);
  copy->points_text = g_strdup (self->points_text);
  copy->counter = g_strdup (self->counter);
  copy->evidence = g_strdup (self->evidence);
  copy->tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);
  for (guint i = 0; i < self->tiers->len; i++)
    {
      const XybTier *tier = self->tiers->pdata[i];
      XybTier *tier_copy = xyb_tier_new (tier->below_percent, tier->deduction);

      tier_copy->id = tier->id;
      g_ptr_array_add (copy->tiers, tier_copy);
    }
  return copy;
}

static XybSchemeUnit *
copy_unit (const XybSchemeUnit *self)
{
  XybSchemeUnit *copy = xyb_scheme_unit_new ();

  copy->id = self->id;
  copy->unit_id = self->unit_id;
  copy->unit_name = g_strdup (self->unit_name);
  copy->page_ends = self->page_ends;
  g_array_append_vals (copy->excluded, self->excluded->data, self->excluded->len);
  return copy;
}

static XybSchemeNote *
copy_note (const XybSchemeNote *self)
{
  XybSchemeNote *copy = xyb_scheme_note_new (self->text);

  copy->id = self->id;
  copy->source_text = g_strdup (self->source_text);
  return copy;
}

/**
 * xyb_scheme_copy:
 * @self: a scheme
 *
 * Returns: (transfer full): another like it, every id included
 */
XybScheme *
xyb_scheme_copy (const XybScheme *self)
{
  XybScheme *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = xyb_scheme_new ();
  copy->id = self->id;
  copy->year = self->year;
  copy->kind = self->kind;
  copy->title = g_strdup (self->title);
  copy->unit_head = g_strdup (self->unit_head);
  copy->remark_head = g_strdup (self->remark_head);
  copy->notes_head = g_strdup (self->notes_head);
  copy->mode = self->mode;
  copy->open_becomes = self->open_becomes;
  copy->explained_becomes = self->explained_becomes;
  copy->floor = self->floor;
  copy->sum_in_remark = self->sum_in_remark;
  for (guint i = 0; i < self->indicators->len; i++)
    g_ptr_array_add (copy->indicators, xyb_indicator_copy (self->indicators->pdata[i]));
  for (guint i = 0; i < self->units->len; i++)
    g_ptr_array_add (copy->units, copy_unit (self->units->pdata[i]));
  for (guint i = 0; i < self->notes->len; i++)
    g_ptr_array_add (copy->notes, copy_note (self->notes->pdata[i]));
  return copy;
}

/**
 * xyb_scheme_copy_to_year:
 * @self: a scheme
 * @year: another year
 * @error: an error of the year; %XYB_CORE_ERROR_INVALID_SCHEME for its own year
 *
 * Everything of @self with the year in its title replaced. Rows keep their ids, so that 非考核项
 * still name their indicators: whoever stores it gives every row a new one.
 *
 * Returns: (transfer full): the copy; %NULL with @error set
 */
XybScheme *
xyb_scheme_copy_to_year (const XybScheme *self, int year, GError **error)
{
  XybScheme *copy;

  g_return_val_if_fail (self != NULL, NULL);

  if (!xyb_year_check (year, error))
    return NULL;
  if (year == self->year)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_SCHEME,
                   _ ("考核方案要复制到另一个年度，%d年是它自己的年度。"), year);
      return NULL;
    }
  copy = xyb_scheme_copy (self);
  g_free (copy->title);
  copy->title = xyb_text_replace_year (self->title, self->year, year);
  copy->year = year;
  return copy;
}

/* ---- comparing ---- */

G_GNUC_PRINTF (2, 3)
static void
say (GPtrArray *sentences, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (sentences, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
say_texts (GPtrArray *sentences,
           const char *subject,
           const char *what,
           const char *before,
           const char *after)
{
  if (g_strcmp0 (before, after) != 0)
    say (sentences, _ ("%s%s：%s → %s"), subject, what, before != NULL ? before : _ ("无"),
         after != NULL ? after : _ ("无"));
}

static void
say_points (GPtrArray *sentences,
            const char *subject,
            const char *what,
            gint64 before,
            gint64 after)
{
  g_autofree char *old_text = xyb_points_format (before);
  g_autofree char *new_text = xyb_points_format (after);

  say_texts (sentences, subject, what, old_text, new_text);
}

static void
compare_ways (GPtrArray *sentences, const XybScheme *before, const XybScheme *after)
{
  say_texts (sentences, "", _ ("计分方式"), xyb_scheme_mode_name (before->mode),
             xyb_scheme_mode_name (after->mode));
  say_texts (sentences, "", _ ("年终未完成"), xyb_settling_name (before->open_becomes),
             xyb_settling_name (after->open_becomes));
  say_texts (sentences, "", _ ("年终已说明"), xyb_settling_name (before->explained_becomes),
             xyb_settling_name (after->explained_becomes));
  say_points (sentences, "", _ ("得分下限"), before->floor, after->floor);
}

/* 低于60%扣5分、低于70%扣3分 */
static char *
describe_tiers (const XybIndicator *indicator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < indicator->tiers->len; i++)
    {
      const XybTier *tier = indicator->tiers->pdata[i];
      g_autofree char *points = xyb_points_format (tier->deduction);

      g_string_append_printf (text, _ ("%s低于%d%%扣%s分"), i > 0 ? _ ("、") : "",
                              (int) tier->below_percent, points);
    }
  return g_strdup (text->str);
}

static char *
describe_rule (const XybIndicator *indicator)
{
  g_autofree char *step = xyb_points_format (indicator->step);
  g_autofree char *cap = xyb_points_format (indicator->cap);
  g_autofree char *tiers = describe_tiers (indicator);

  switch (indicator->rule)
    {
    case XYB_RULE_PER_COUNT:
      if (indicator->per_quarter != XYB_UNSAID)
        return g_strdup_printf (_ ("每季度应报 %lld 次，缺一次扣 %s 分，扣满 %s 分"),
                                (long long) indicator->per_quarter, step, cap);
      return g_strdup_printf (_ ("每次扣 %s 分，扣满 %s 分"), step, cap);
    case XYB_RULE_TIER:
      return g_strdup_printf (_ ("按%s计完成率，%s"), xyb_basis_name (indicator->basis), tiers);
    case XYB_RULE_BINARY:
    case XYB_RULE_MANUAL:
    case XYB_RULE_INFO:
    default:
      return g_strdup (xyb_rule_name (indicator->rule));
    }
}

static gboolean
same_name (const XybIndicator *a, const XybIndicator *b)
{
  g_autofree char *name_a = xyb_indicator_name (a);
  g_autofree char *name_b = xyb_indicator_name (b);
  g_autofree char *key_a = xyb_text_key (name_a);
  g_autofree char *key_b = xyb_text_key (name_b);

  return g_str_equal (key_a, key_b);
}

/* The same row of another version of the scheme, or the same item of another year. */
static const XybIndicator *
find_twin (const XybScheme *scheme, const XybIndicator *indicator)
{
  const XybIndicator *found = xyb_scheme_find_indicator (scheme, indicator->id);

  for (guint i = 0; (found == NULL || indicator->id == 0) && i < scheme->indicators->len; i++)
    if (same_name (scheme->indicators->pdata[i], indicator))
      return scheme->indicators->pdata[i];
  return indicator->id != 0 ? found : NULL;
}

static void
compare_indicator (GPtrArray *sentences, const XybIndicator *before, const XybIndicator *after)
{
  g_autofree char *name = xyb_indicator_name (after);
  g_autofree char *subject = g_strdup_printf (_ ("“%s”"), name);
  g_autofree char *old_rule = describe_rule (before);
  g_autofree char *new_rule = describe_rule (after);

  if (!same_name (before, after))
    say_texts (sentences, _ ("指标"), _ ("改名"), before->head, after->head);
  say_points (sentences, subject, _ ("分值"), before->points, after->points);
  say_texts (sentences, subject, _ ("规则"), old_rule, new_rule);
  say_texts (sentences, subject, _ ("计入满分"), before->counts_in_base ? _ ("是") : _ ("否"),
             after->counts_in_base ? _ ("是") : _ ("否"));
}

static void
compare_indicators (GPtrArray *sentences, const XybScheme *before, const XybScheme *after)
{
  for (guint i = 0; i < after->indicators->len; i++)
    {
      const XybIndicator *indicator = after->indicators->pdata[i];
      const XybIndicator *twin = find_twin (before, indicator);

      if (twin == NULL)
        say (sentences, _ ("新增指标：%s"), indicator->head);
      else
        compare_indicator (sentences, twin, indicator);
    }
  for (guint i = 0; i < before->indicators->len; i++)
    {
      const XybIndicator *indicator = before->indicators->pdata[i];

      if (find_twin (after, indicator) == NULL)
        say (sentences, _ ("不再有指标：%s"), indicator->head);
    }
}

static void
compare_unit (GPtrArray *sentences,
              const XybScheme *before,
              const XybScheme *after,
              const XybSchemeUnit *old_unit,
              const XybSchemeUnit *new_unit)
{
  for (guint i = 0; i < after->indicators->len; i++)
    {
      const XybIndicator *indicator = after->indicators->pdata[i];
      const XybIndicator *twin = find_twin (before, indicator);
      g_autofree char *name = xyb_indicator_name (indicator);
      gboolean applies = xyb_scheme_unit_applies (new_unit, indicator->id);

      if (twin != NULL && xyb_scheme_unit_applies (old_unit, twin->id) != applies)
        say (sentences, applies ? _ ("%s的“%s”改为考核项") : _ ("%s的“%s”改为非考核项"),
             new_unit->unit_name, name);
    }
}

static void
compare_units (GPtrArray *sentences, const XybScheme *before, const XybScheme *after)
{
  for (guint i = 0; i < after->units->len; i++)
    {
      const XybSchemeUnit *unit = after->units->pdata[i];
      const XybSchemeUnit *twin = xyb_scheme_find_unit (before, unit->unit_id);

      if (twin == NULL)
        say (sentences, _ ("新列入：%s"), unit->unit_name);
      else
        compare_unit (sentences, before, after, twin, unit);
    }
  for (guint i = 0; i < before->units->len; i++)
    {
      const XybSchemeUnit *unit = before->units->pdata[i];

      if (xyb_scheme_find_unit (after, unit->unit_id) == NULL)
        say (sentences, _ ("不再列入：%s"), unit->unit_name);
    }
}

static void
compare_notes (GPtrArray *sentences, const XybScheme *before, const XybScheme *after)
{
  for (guint i = 0; i < MAX (before->notes->len, after->notes->len); i++)
    {
      const XybSchemeNote *old_note = i < before->notes->len ? before->notes->pdata[i] : NULL;
      const XybSchemeNote *new_note = i < after->notes->len ? after->notes->pdata[i] : NULL;

      if (old_note == NULL)
        say (sentences, _ ("新增说明第 %u 条：%s"), i + 1, new_note->text);
      else if (new_note == NULL)
        say (sentences, _ ("删去说明第 %u 条：%s"), i + 1, old_note->text);
      else if (g_strcmp0 (old_note->text, new_note->text) != 0)
        say (sentences, _ ("说明第 %u 条改为：%s"), i + 1, new_note->text);
    }
}

/**
 * xyb_scheme_compare:
 * @before: a scheme
 * @after: another year's, or the same one after editing
 *
 * Indicators are the same by id, or by name: points and rules of the same item may differ.
 *
 * Returns: (transfer full) (element-type utf8): a sentence for everything that differs; empty where
 *   nothing does but the year
 */
GPtrArray *
xyb_scheme_compare (const XybScheme *before, const XybScheme *after)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (before != NULL && after != NULL, sentences);

  compare_ways (sentences, before, after);
  compare_indicators (sentences, before, after);
  compare_units (sentences, before, after);
  compare_notes (sentences, before, after);
  return sentences;
}
