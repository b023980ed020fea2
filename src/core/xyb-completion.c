/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-completion.h"

/* A count times a percentage does not fit 64 bits at the far end, and a float would decide 9 of 10
 * by its last bit (QUO-05). */
__extension__ typedef __int128 Wide;

static gboolean
has_rate (gint64 done, gint64 quota)
{
  return done >= 0 && quota > 0;
}

/**
 * xyb_progress_done:
 * @self: how far a 区镇 is
 * @basis: what the plan counts as done (AMB-13)
 *
 * Returns: the number of enterprises that count
 */
gint64
xyb_progress_done (const XybProgress *self, XybCompletionBasis basis)
{
  g_return_val_if_fail (self != NULL, 0);

  switch (basis)
    {
    case XYB_BASIS_NOMINATED:
      return self->nominated;
    case XYB_BASIS_CONFIRMED:
      return self->confirmed;
    case XYB_BASIS_SIGNED:
      return self->signed_up;
    case XYB_BASIS_ACCEPTED:
    default:
      return self->accepted;
    }
}

/**
 * xyb_completion_below:
 * @done: enterprises done
 * @quota: enterprises asked for, or %XYB_UNSAID
 * @percent: a completion rate in percent
 *
 * Strict “低于”, in integers: done × 100 < quota × percent (KH-20, QUO-05).
 *
 * Returns: whether the completion rate is below @percent; %FALSE where there is no rate, because
 *   the quota is not said or 0
 */
gboolean
xyb_completion_below (gint64 done, gint64 quota, gint64 percent)
{
  return has_rate (done, quota) && (Wide) done * 100 < (Wide) quota * percent;
}

/**
 * xyb_completion_permille:
 * @done: enterprises done
 * @quota: enterprises asked for, or %XYB_UNSAID
 *
 * For bars and sorting; whether a rate is below a tier is decided by xyb_completion_below() alone.
 *
 * Returns: the completion rate in thousandths, rounded half up; %XYB_UNSAID where there is none
 */
gint64
xyb_completion_permille (gint64 done, gint64 quota)
{
  Wide permille;

  if (!has_rate (done, quota))
    return XYB_UNSAID;
  permille = ((Wide) done * 2000 + quota) / ((Wide) quota * 2);
  return permille > G_MAXINT64 ? G_MAXINT64 : (gint64) permille;
}

/* Rounding must not lift a rate onto a tier's border it has not reached: 1999 of 2000 is not 100%.
 */
static gint64
permille_to_show (gint64 done, gint64 quota)
{
  gint64 permille = xyb_completion_permille (done, quota);
  gboolean lifted = permille % 10 == 0 && (Wide) done * 1000 < (Wide) quota * permille;

  return lifted ? permille - 1 : permille;
}

/**
 * xyb_completion_format:
 * @done: enterprises done
 * @quota: enterprises asked for, or %XYB_UNSAID
 *
 * Returns: (transfer full): the completion rate with one decimal, such as `87.5%`; `100%` exactly
 *   when the quota is met to the number; `—` where there is no rate (QUO-05)
 */
char *
xyb_completion_format (gint64 done, gint64 quota)
{
  gint64 permille;

  if (!has_rate (done, quota))
    return g_strdup ("—");
  if (done == quota)
    return g_strdup ("100%");
  permille = permille_to_show (done, quota);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%d%%", permille / 10, (int) (permille % 10));
}

/**
 * xyb_tiers_deduction:
 * @tiers: (nullable) (element-type XybTier): the year's tiers
 * @done: enterprises done
 * @quota: enterprises asked for, or %XYB_UNSAID
 *
 * The lowest tier the completion rate is strictly below counts, and only that one: tiers do not add
 * up, and there is no bonus above 100 % (§7.3).
 *
 * Returns: the points lost, in hundredths; %XYB_UNSAID where there is no rate or no tier
 */
gint64
xyb_tiers_deduction (GPtrArray *tiers, gint64 done, gint64 quota)
{
  const XybTier *match = NULL;

  if (tiers == NULL || tiers->len == 0 || !has_rate (done, quota))
    return XYB_UNSAID;
  for (guint i = 0; i < tiers->len; i++)
    {
      const XybTier *tier = tiers->pdata[i];

      if (xyb_completion_below (done, quota, tier->below_percent)
          && (match == NULL || tier->below_percent < match->below_percent))
        match = tier;
    }
  return match != NULL ? match->deduction : 0;
}

/* The fewest done whose rate is no longer below @percent. */
static gint64
done_to_reach (gint64 quota, gint64 percent)
{
  Wide done = ((Wide) quota * percent + 99) / 100;

  return done > G_MAXINT64 ? G_MAXINT64 : (gint64) done;
}

/**
 * xyb_tiers_next_step:
 * @tiers: (nullable) (element-type XybTier): the year's tiers
 * @done: enterprises done
 * @quota: enterprises asked for, or %XYB_UNSAID
 *
 * 「再完成 N 家可少扣 M 分」: small quotas make the tiers jump, so one enterprise can be worth five
 * points (§7.3).
 *
 * Returns: the fewest more after which less is deducted, and the hundredths of a point saved then;
 *   both 0 when nothing can be gained
 */
XybWhatIf
xyb_tiers_next_step (GPtrArray *tiers, gint64 done, gint64 quota)
{
  gint64 now = xyb_tiers_deduction (tiers, done, quota);
  XybWhatIf best = { 0, 0 };

  if (now == XYB_UNSAID || now <= 0)
    return best;
  for (guint i = 0; i < tiers->len; i++)
    {
      const XybTier *tier = tiers->pdata[i];
      gint64 then_done = done_to_reach (quota, tier->below_percent);
      gint64 then = xyb_tiers_deduction (tiers, then_done, quota);

      if (then_done > done && then < now && (best.more == 0 || then_done - done < best.more))
        best = (XybWhatIf){ then_done - done, now - then };
    }
  return best;
}

static guint64
magnitude (gint64 value)
{
  return value < 0 ? -(guint64) value : (guint64) value;
}

/**
 * xyb_points_format:
 * @hundredths: points in hundredths (KH-20), or %XYB_UNSAID
 *
 * Returns: (transfer full): the points without needless zeros, as the office writes them: `5`,
 *   `0.4`, `0.05`; `—` where nobody said
 */
char *
xyb_points_format (gint64 hundredths)
{
  g_autofree char *fixed = xyb_points_format_fixed (hundredths);
  gsize length;

  if (hundredths == XYB_UNSAID)
    return g_steal_pointer (&fixed);
  for (length = strlen (fixed); fixed[length - 1] == '0'; length--)
    ;
  if (fixed[length - 1] == '.')
    length--;
  return g_strndup (fixed, length);
}

/**
 * xyb_points_format_fixed:
 * @hundredths: points in hundredths, or %XYB_UNSAID
 *
 * Returns: (transfer full): the points with two decimals, for columns of figures: `0.40`; `—` where
 *   nobody said
 */
char *
xyb_points_format_fixed (gint64 hundredths)
{
  guint64 value = magnitude (hundredths);

  if (hundredths == XYB_UNSAID)
    return g_strdup ("—");
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", hundredths < 0 ? "-" : "", value / 100,
                          (guint) (value % 100));
}
