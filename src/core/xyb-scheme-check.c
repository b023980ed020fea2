/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-scheme.h"

#include <string.h>

#include "xyb-completion.h"
#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-decimal.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* No unit of any year has been near it; beyond it somebody slipped a digit. */
#define POINTS_MAX 100000 /* 1,000 分 */
#define EXCERPT_CHARACTERS 40

/* ---- can it be used ---- */

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (GError **error, const XybIndicator *indicator, const char *format, ...)
{
  va_list arguments;
  g_autofree char *sentence = NULL;
  g_autofree char *name = indicator != NULL ? xyb_indicator_name (indicator) : NULL;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (name != NULL)
    g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_SCHEME, _ ("考核指标“%s”%s"), name,
                 sentence);
  else
    g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_SCHEME, _ ("考核方案%s"), sentence);
  return FALSE;
}

static gboolean
check_points (const XybIndicator *indicator, gint64 points, GError **error)
{
  if (points >= 0 && points <= POINTS_MAX)
    return TRUE;
  return refuse (error, indicator, _ ("的分值要在 0 到 1000 分之间，请改正。"));
}

static gboolean
check_tiers (const XybIndicator *indicator, GError **error)
{
  if (indicator->tiers->len == 0)
    return refuse (error, indicator, _ ("按完成率分档，却一档也没有，请至少填写一档。"));
  for (guint i = 0; i < indicator->tiers->len; i++)
    {
      const XybTier *tier = indicator->tiers->pdata[i];
      const XybTier *before = i > 0 ? indicator->tiers->pdata[i - 1] : NULL;

      if (tier->below_percent < 1 || tier->below_percent > 100)
        return refuse (error, indicator, _ ("的完成率档要在 1%% 到 100%% 之间，请改正。"));
      if (before != NULL && tier->below_percent <= before->below_percent)
        return refuse (error, indicator, _ ("的完成率档要从低到高各写一次，请调整。"));
      if (tier->deduction < 0 || tier->deduction > indicator->points)
        return refuse (error, indicator, _ ("低于 %d%% 扣的分超过了本项分值，请改正。"),
                       (int) tier->below_percent);
    }
  if (xyb_basis_key (indicator->basis) == NULL)
    return refuse (error, indicator, _ ("没有说明完成率按哪一步计，请选择。"));
  return TRUE;
}

static gboolean
check_count (const XybIndicator *indicator, GError **error)
{
  if (indicator->step <= 0)
    return refuse (error, indicator, _ ("按次扣分，却没有填写每次扣多少分，请填写。"));
  if (indicator->cap < indicator->step || indicator->cap > indicator->points)
    return refuse (error, indicator, _ ("的扣满分数要不少于每次扣分、不超过本项分值，请改正。"));
  if (indicator->per_quarter != XYB_UNSAID
      && (indicator->per_quarter < 1 || indicator->per_quarter > 1000))
    return refuse (error, indicator, _ ("的每季度应报数要在 1 到 1000 之间，请改正。"));
  return TRUE;
}

static gboolean
check_indicator (const XybScheme *self, const XybIndicator *indicator, GError **error)
{
  if (xyb_text_is_blank (indicator->head))
    return refuse (error, NULL, _ ("有一项考核指标没有名称，请填写。"));
  if (indicator->points_text != NULL && !g_str_has_suffix (indicator->head, indicator->points_text))
    return refuse (error, indicator, _ ("的表头没有以分值文字“%s”结尾，请改成一致。"),
                   indicator->points_text);
  if (!check_points (indicator, indicator->points, error))
    return FALSE;
  if (indicator->note < 0 || indicator->note > (int) self->notes->len)
    return refuse (error, indicator, _ ("对应说明第 %d 条，但说明只有 %u 条，请改正。"),
                   indicator->note, self->notes->len);
  switch (indicator->rule)
    {
    case XYB_RULE_TIER:
      return check_tiers (indicator, error);
    case XYB_RULE_PER_COUNT:
      return check_count (indicator, error);
    case XYB_RULE_BINARY:
    case XYB_RULE_MANUAL:
    case XYB_RULE_INFO:
      return TRUE;
    default:
      return refuse (error, indicator, _ ("没有选择规则，请选择。"));
    }
}

static gboolean
check_indicators (const XybScheme *self, GError **error)
{
  g_autoptr (GHashTable) heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (self->indicators->len == 0)
    return refuse (error, NULL, _ ("没有考核指标，请至少添加一项。"));
  for (guint i = 0; i < self->indicators->len; i++)
    {
      const XybIndicator *indicator = self->indicators->pdata[i];

      if (!check_indicator (self, indicator, error))
        return FALSE;
      if (!g_hash_table_add (heads, xyb_text_key (indicator->head)))
        return refuse (error, indicator, _ ("出现了两次，请改名或删去一项。"));
    }
  return TRUE;
}

static gboolean
check_units (const XybScheme *self, GError **error)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const XybSchemeUnit *unit = self->units->pdata[i];

      if (xyb_scheme_find_unit (self, unit->unit_id) != unit)
        return refuse (error, NULL, _ ("把%s列了两次，请删去一行。"),
                       unit->unit_name != NULL ? unit->unit_name : "");
      for (guint k = 0; k < unit->excluded->len; k++)
        if (xyb_scheme_find_indicator (self, g_array_index (unit->excluded, gint64, k)) == NULL)
          return refuse (error, NULL, _ ("给%s标的非考核项不在指标中，请删去。"),
                         unit->unit_name != NULL ? unit->unit_name : "");
    }
  return TRUE;
}

/**
 * xyb_scheme_check:
 * @self: a scheme
 * @error: %XYB_CORE_ERROR_INVALID_SCHEME, or an error of the year
 *
 * Returns: whether the scheme can be used as it is; %FALSE with a sentence that names the indicator
 *   and says what to change
 */
gboolean
xyb_scheme_check (const XybScheme *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!xyb_year_check (self->year, error))
    return FALSE;
  if (self->kind != XYB_UNIT_KIND_DISTRICT && self->kind != XYB_UNIT_KIND_SUBDISTRICT
      && self->kind != XYB_UNIT_KIND_DEPARTMENT)
    return refuse (error, NULL, _ ("只用于区镇、城市管理办事处和部门，请选择其中一种。"));
  if (xyb_text_is_blank (self->title) || xyb_text_is_blank (self->unit_head))
    return refuse (error, NULL, _ ("没有标题或首列表头，请填写。"));
  if (xyb_scheme_mode_key (self->mode) == NULL)
    return refuse (error, NULL, _ ("没有选择扣分制还是得分制，请选择。"));
  if (xyb_settling_key (self->open_becomes) == NULL
      || xyb_settling_key (self->explained_becomes) == NULL)
    return refuse (error, NULL, _ ("没有说明“*”和已说明年终怎样计分，请选择。"));
  return check_indicators (self, error) && check_units (self, error);
}

/* ---- do the notes say the same (AMB-07) ---- */

/* The amounts a note names: 扣3分, 扣 0.05 分/条, 扣满2分为止, 最高扣20分, 得0.4分. */
static GArray *
read_amounts (const char *text)
{
  static const char *const words[] = { "扣满", "扣", "得" };
  g_autofree char *normal = xyb_text_normalise (text);
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *p = normal;

  while (*p != '\0')
    {
      g_auto (XybDecimal) number = { 0 };
      gint64 hundredths;

      if (!xyb_cursor_take_any (&p, words, G_N_ELEMENTS (words)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (xyb_decimal_take (&p, &number) && g_str_has_prefix (p, "分")
          && xyb_decimal_scale (&number, 2, &hundredths) == XYB_SCALE_OK)
        g_array_append_val (amounts, hundredths);
    }
  return amounts;
}

/**
 * xyb_scheme_note_amount:
 * @note: a note
 *
 * Returns: the most points the note names, in hundredths: what its indicators are worth together;
 *   %XYB_UNSAID where it names none
 */
gint64
xyb_scheme_note_amount (const XybSchemeNote *note)
{
  g_autoptr (GArray) amounts = NULL;
  gint64 most = XYB_UNSAID;

  g_return_val_if_fail (note != NULL, XYB_UNSAID);

  amounts = read_amounts (note->text);
  for (guint i = 0; i < amounts->len; i++)
    most = MAX (most, g_array_index (amounts, gint64, i));
  return most;
}

static gboolean
note_names (const XybSchemeNote *note, gint64 points)
{
  g_autoptr (GArray) amounts = read_amounts (note->text);

  for (guint i = 0; i < amounts->len; i++)
    if (g_array_index (amounts, gint64, i) == points)
      return TRUE;
  return FALSE;
}

static void
add_sentence (GPtrArray *sentences, char *sentence)
{
  g_ptr_array_add (sentences, sentence);
}

/* What the note says of one indicator's own parameters: 每次扣 0.05, 低于60%扣5. */
static void
check_parameter (GPtrArray *sentences,
                 const XybScheme *self,
                 const XybIndicator *indicator,
                 gint64 points)
{
  g_autofree char *name = xyb_indicator_name (indicator);
  g_autofree char *amount = xyb_points_format (points);

  if (!note_names (self->notes->pdata[indicator->note - 1], points))
    add_sentence (sentences,
                  g_strdup_printf (_ ("说明第 %d 条没有写到“%s”规则中的 %s 分，请核对。"),
                                   indicator->note, name, amount));
}

static void
check_parameters (GPtrArray *sentences, const XybScheme *self, const XybIndicator *indicator)
{
  if (indicator->note == 0 || indicator->note > (int) self->notes->len)
    return;
  if (indicator->rule == XYB_RULE_PER_COUNT)
    {
      check_parameter (sentences, self, indicator, indicator->step);
      check_parameter (sentences, self, indicator, indicator->cap);
    }
  for (guint i = 0; indicator->rule == XYB_RULE_TIER && i < indicator->tiers->len; i++)
    check_parameter (sentences, self, indicator,
                     ((const XybTier *) indicator->tiers->pdata[i])->deduction);
}

/* (0.2分), （3分）, (视情最高扣20分) */
static gint64
points_in_text (const char *text)
{
  g_autofree char *normal = xyb_text_normalise (text);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_auto (XybDecimal) number = { 0 };
      const char *end = p;
      gint64 hundredths;

      if (g_ascii_isdigit (*p))
        return xyb_decimal_take (&end, &number) && g_str_has_prefix (end, "分")
                   && xyb_decimal_scale (&number, 2, &hundredths) == XYB_SCALE_OK
                 ? hundredths
                 : XYB_UNSAID;
    }
  return XYB_UNSAID;
}

static void
check_points_text (GPtrArray *sentences, const XybIndicator *indicator)
{
  g_autofree char *name = xyb_indicator_name (indicator);
  g_autofree char *points = xyb_points_format (indicator->points);
  gint64 printed = points_in_text (indicator->points_text);

  if (printed != XYB_UNSAID && printed != indicator->points)
    add_sentence (sentences, g_strdup_printf (_ ("“%s”表头印的是“%s”，实际按 %s 分计，请核对。"),
                                              name, indicator->points_text, points));
}

static void
check_note (GPtrArray *sentences, const XybScheme *self, guint place)
{
  gint64 said = xyb_scheme_note_amount (self->notes->pdata[place]);
  gint64 sum = 0;
  guint n = 0;
  g_autofree char *said_text = xyb_points_format (said);
  g_autofree char *sum_text = NULL;

  for (guint i = 0; i < self->indicators->len; i++)
    {
      const XybIndicator *indicator = self->indicators->pdata[i];

      if (indicator->note != (int) place + 1)
        continue;
      n++;
      sum += indicator->points;
    }
  sum_text = xyb_points_format (sum);
  if (said == XYB_UNSAID || (n > 0 && said == sum))
    return;
  if (n == 0)
    add_sentence (sentences,
                  g_strdup_printf (_ ("说明第 %u 条写了 %s 分，但没有考核指标对应这一条，请核对。"),
                                   place + 1, said_text));
  else
    add_sentence (sentences, g_strdup_printf (
                               _ ("说明第 %u 条写的是 %s 分，对应的 %u 项指标合计 %s 分，请核对。"),
                               place + 1, said_text, n, sum_text));
}

/**
 * xyb_scheme_check_notes:
 * @self: a scheme
 *
 * AMB-07: the table's points are what counts, the notes are only printed; they should still say the
 * same. 扣 0.3 分 of one note is 0.2 + 0.1 of two columns.
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each amount that does not agree;
 *   empty where all do
 */
GPtrArray *
xyb_scheme_check_notes (const XybScheme *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, sentences);

  for (guint i = 0; i < self->notes->len; i++)
    check_note (sentences, self, i);
  for (guint i = 0; i < self->indicators->len; i++)
    {
      check_parameters (sentences, self, self->indicators->pdata[i]);
      check_points_text (sentences, self->indicators->pdata[i]);
    }
  return sentences;
}
