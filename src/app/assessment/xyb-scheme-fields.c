/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-scheme-fields.h"

#include <inttypes.h>

#include <string.h>

#include "xyb-amount.h"
#include "xyb-completion.h"
#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

#define POINTS_MAX 100000 /* hundredths */

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *sentence = NULL;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_SCHEME, sentence);
  return FALSE;
}

/* 0.3, 0.05, 20 → hundredths: at most two decimals. */
static gboolean
read_points (const char *text, gint64 *out_points)
{
  char *end;
  gint64 whole = g_ascii_strtoll (text, &end, 10);
  gint64 part = 0;

  if (end == text || !g_ascii_isdigit (*text) || whole > POINTS_MAX)
    return FALSE;
  if (*end == '.')
    for (int digit = 10; g_ascii_isdigit (*++end); digit /= 10)
      {
        if (digit == 0)
          return FALSE;
        part += (*end - '0') * digit;
      }
  *out_points = whole * 100 + part;
  return *end == '\0' && *out_points <= POINTS_MAX;
}

/**
 * xyb_scheme_points_parse:
 * @field: what it is for the clerk
 * @text: (nullable): what she has written: 0.3, 0.3分
 * @blank: what a blank means
 * @out_points: (out): hundredths
 * @error: %XYB_CORE_ERROR_INVALID_SCHEME
 *
 * Returns: whether it is a number of points
 */
gboolean
xyb_scheme_points_parse (const char *field,
                         const char *text,
                         gint64 blank,
                         gint64 *out_points,
                         GError **error)
{
  g_autofree char *key = xyb_text_key (text);

  if (*key == '\0')
    {
      *out_points = blank;
      return TRUE;
    }
  if (g_str_has_suffix (key, "分"))
    key[strlen (key) - strlen ("分")] = '\0';
  return read_points (key, out_points)
         || refuse (error, _ ("%s“%s”不是分值，请填 0 到 1000、最多两位小数的数。"), field, text);
}

/* ---- words ---- */

static char *
dup_clean (const char *text)
{
  return xyb_text_is_blank (text) ? NULL : xyb_text_clean (text);
}

static char *
get_head (const XybIndicator *indicator)
{
  return g_strdup (indicator->head);
}

/* The points in brackets at its end belong to it as printed (KH-03). */
static gboolean
set_head (XybIndicator *indicator, const char *text, GError **error)
{
  g_autofree char *head = dup_clean (text);
  const char *wide;
  const char *narrow;
  const char *bracket;

  if (head == NULL)
    return refuse (error, _ ("考核指标要有表头，不要的指标请删去这一行。"));
  wide = g_strrstr (head, "（");
  narrow = g_strrstr (head, "(");
  bracket = wide > narrow ? wide : narrow;
  g_free (indicator->points_text);
  indicator->points_text = g_strdup (bracket);
  g_free (indicator->head);
  indicator->head = g_steal_pointer (&head);
  return TRUE;
}

static char *
get_counter (const XybIndicator *indicator)
{
  return g_strdup (indicator->counter);
}

static gboolean
set_counter (XybIndicator *indicator, const char *text, GError **error)
{
  g_free (indicator->counter);
  indicator->counter = dup_clean (text);
  return TRUE;
}

/* ---- points ---- */

static char *
get_points (const XybIndicator *indicator)
{
  return xyb_points_format (indicator->points);
}

static gboolean
set_points (XybIndicator *indicator, const char *text, GError **error)
{
  return xyb_scheme_points_parse (_ ("分值"), text, 0, &indicator->points, error);
}

static char *
format_or_blank (gint64 points)
{
  return points > 0 ? xyb_points_format (points) : NULL;
}

static char *
get_step (const XybIndicator *indicator)
{
  return format_or_blank (indicator->step);
}

static gboolean
set_step (XybIndicator *indicator, const char *text, GError **error)
{
  return xyb_scheme_points_parse (_ ("每次扣"), text, 0, &indicator->step, error);
}

static char *
get_cap (const XybIndicator *indicator)
{
  return format_or_blank (indicator->cap);
}

static gboolean
set_cap (XybIndicator *indicator, const char *text, GError **error)
{
  return xyb_scheme_points_parse (_ ("扣满"), text, 0, &indicator->cap, error);
}

/* ---- rule ---- */

static char *
get_rule (const XybIndicator *indicator)
{
  return g_strdup (xyb_rule_name (indicator->rule));
}

static gboolean
set_rule (XybIndicator *indicator, const char *text, GError **error)
{
  g_autofree char *clean = dup_clean (text);
  XybRuleKind rule = xyb_rule_from_key (clean);
  g_autoptr (GString) names = g_string_new (NULL);

  for (XybRuleKind i = XYB_RULE_BINARY; i <= XYB_RULE_INFO; i++)
    g_string_append_printf (names, "%s%s", i > XYB_RULE_BINARY ? _ ("、") : "", xyb_rule_name (i));
  if (rule == 0)
    return refuse (error, _ ("规则要是%s之一。"), names->str);
  indicator->rule = rule;
  return TRUE;
}

static char *
get_per_quarter (const XybIndicator *indicator)
{
  return indicator->per_quarter != XYB_UNSAID
           ? g_strdup_printf ("%" G_GINT64_FORMAT, indicator->per_quarter)
           : NULL;
}

static gboolean
set_per_quarter (XybIndicator *indicator, const char *text, GError **error)
{
  return xyb_count_parse (_ ("每季应报"), text, 99, &indicator->per_quarter, error);
}

/* 60%扣5、70%扣3 */
static char *
get_tiers (const XybIndicator *indicator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; indicator->rule == XYB_RULE_TIER && i < indicator->tiers->len; i++)
    {
      const XybTier *tier = indicator->tiers->pdata[i];
      g_autofree char *points = xyb_points_format (tier->deduction);

      g_string_append_printf (text, _ ("%s低于%" PRId64 "%%扣%s"), i > 0 ? _ ("，") : "",
                              tier->below_percent, points);
    }
  return g_strdup (text->str);
}

/* Two numbers a tier, whatever stands between them. */
static gboolean
set_tiers (XybIndicator *indicator, const char *text, GError **error)
{
  g_autofree char *key = xyb_text_key (text);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);

  g_strcanon (key, "0123456789.", ' ');
  parts = g_strsplit (key, " ", -1);
  for (guint i = 0, n = 0; parts[i] != NULL; i++)
    {
      gint64 value;

      if (*parts[i] == '\0')
        continue;
      if (!read_points (parts[i], &value))
        return refuse (error, _ ("完成率档次“%s”请写成“低于60%%扣5，低于70%%扣3”。"), text);
      if (n++ % 2 == 0)
        g_ptr_array_add (tiers, xyb_tier_new (value / 100, XYB_UNSAID));
      else
        ((XybTier *) tiers->pdata[tiers->len - 1])->deduction = value;
    }
  if (tiers->len > 0 && ((XybTier *) tiers->pdata[tiers->len - 1])->deduction == XYB_UNSAID)
    return refuse (error, _ ("完成率档次“%s”请写成“低于60%%扣5，低于70%%扣3”。"), text);
  g_ptr_array_unref (indicator->tiers);
  indicator->tiers = g_steal_pointer (&tiers);
  return TRUE;
}

static char *
get_basis (const XybIndicator *indicator)
{
  return indicator->rule == XYB_RULE_TIER ? g_strdup (xyb_basis_name (indicator->basis)) : NULL;
}

static gboolean
set_basis (XybIndicator *indicator, const char *text, GError **error)
{
  g_autofree char *clean = dup_clean (text);

  if (clean == NULL)
    return TRUE;
  for (XybCompletionBasis basis = XYB_BASIS_NOMINATED; basis <= XYB_BASIS_ACCEPTED; basis++)
    if (g_strcmp0 (clean, xyb_basis_name (basis)) == 0)
      {
        indicator->basis = basis;
        return TRUE;
      }
  return refuse (error, _ ("完成按什么算，请填%s、%s、%s或%s。"),
                 xyb_basis_name (XYB_BASIS_NOMINATED), xyb_basis_name (XYB_BASIS_CONFIRMED),
                 xyb_basis_name (XYB_BASIS_SIGNED), xyb_basis_name (XYB_BASIS_ACCEPTED));
}

static char *
get_note (const XybIndicator *indicator)
{
  return indicator->note > 0 ? g_strdup_printf ("%d", indicator->note) : NULL;
}

static gboolean
set_note (XybIndicator *indicator, const char *text, GError **error)
{
  gint64 note;

  if (!xyb_count_parse (_ ("说明第几条"), text, 99, &note, error))
    return FALSE;
  indicator->note = note == XYB_UNSAID ? 0 : (int) note;
  return TRUE;
}

/* ---- yes or no ---- */

static char *
yes (gboolean value)
{
  return value ? g_strdup (_ ("是")) : NULL;
}

static gboolean
read_yes (const char *text, gboolean *out, GError **error)
{
  g_autofree char *key = xyb_text_key (text);

  *out = g_str_equal (key, "是") || g_str_equal (key, "√") || g_str_equal (key, "v")
         || g_str_equal (key, "1");
  return *out || *key == '\0' || g_str_equal (key, "否") || g_str_equal (key, "0")
         || refuse (error, _ ("“%s”请填“是”，或者空着。"), text);
}

static char *
get_event (const XybIndicator *indicator)
{
  return yes (indicator->event);
}

static gboolean
set_event (XybIndicator *indicator, const char *text, GError **error)
{
  return read_yes (text, &indicator->event, error);
}

static char *
get_counts (const XybIndicator *indicator)
{
  return yes (indicator->counts_in_base);
}

static gboolean
set_counts (XybIndicator *indicator, const char *text, GError **error)
{
  return read_yes (text, &indicator->counts_in_base, error);
}

const XybIndicatorField xyb_indicator_fields[] = {
  { N_ ("表头（连同分值，照印）"), 260, TRUE, get_head, set_head },
  { N_ ("分值"), 48, FALSE, get_points, set_points },
  { N_ ("规则"), 84, FALSE, get_rule, set_rule },
  { N_ ("每次扣"), 48, FALSE, get_step, set_step },
  { N_ ("扣满"), 48, FALSE, get_cap, set_cap },
  { N_ ("每季应报"), 44, FALSE, get_per_quarter, set_per_quarter },
  { N_ ("量词"), 40, FALSE, get_counter, set_counter },
  { N_ ("完成率档次"), 120, TRUE, get_tiers, set_tiers },
  { N_ ("完成按"), 76, FALSE, get_basis, set_basis },
  { N_ ("说明第几条"), 50, FALSE, get_note, set_note },
  { N_ ("填无或有"), 46, FALSE, get_event, set_event },
  { N_ ("计入满分"), 46, FALSE, get_counts, set_counts },
};
const guint xyb_n_indicator_fields = G_N_ELEMENTS (xyb_indicator_fields);
