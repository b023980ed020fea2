/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-warning.h"

#include "xyb-core-error.h"
#include "xyb-i18n.h"

#define MAX_DAYS 366

/* What holds where the plan says nothing else: a month, a week, over. */
const XybWarningDays xyb_warning_days_default = { 30, 7, -1 };

/**
 * xyb_warning_days_check:
 * @self: three numbers a clerk has set
 * @error: return location for %XYB_CORE_ERROR_INVALID_NUMBER
 *
 * Returns: whether blue comes before yellow and yellow before red
 */
gboolean
xyb_warning_days_check (const XybWarningDays *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->red >= -1 && self->yellow > self->red && self->blue > self->yellow
      && self->blue <= MAX_DAYS)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
               _ ("提醒天数要蓝色大于黄色、黄色大于红色，最多 %d 天，请更正。"), MAX_DAYS);
  return FALSE;
}

/**
 * xyb_warning_days_words:
 * @self: from how many days
 *
 * Returns: (transfer full): 提前 30 天蓝、7 天黄，逾期红
 */
char *
xyb_warning_days_words (const XybWarningDays *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->red < 0)
    return g_strdup_printf (_ ("提前 %d 天蓝、%d 天黄，逾期红"), self->blue, self->yellow);
  return g_strdup_printf (_ ("提前 %d 天蓝、%d 天黄、%d 天红"), self->blue, self->yellow,
                          self->red);
}

/**
 * xyb_warning_level:
 * @self: from how many days
 * @days_left: until the last day, negative after it
 *
 * Returns: its colour
 */
XybWarningLevel
xyb_warning_level (const XybWarningDays *self, int days_left)
{
  g_return_val_if_fail (self != NULL, XYB_WARNING_NONE);

  if (days_left <= self->red)
    return XYB_WARNING_RED;
  if (days_left <= self->yellow)
    return XYB_WARNING_YELLOW;
  return days_left <= self->blue ? XYB_WARNING_BLUE : XYB_WARNING_NONE;
}

static const char *const level_keys[] = { "none", "blue", "yellow", "red" };
static const char *const level_names[] = { "", N_ ("蓝"), N_ ("黄"), N_ ("红") };

/* Its name in JSON. */
const char *
xyb_warning_level_key (XybWarningLevel level)
{
  return (guint) level < G_N_ELEMENTS (level_keys) ? level_keys[level] : NULL;
}

/* 蓝, 黄 or 红; "" for none. */
const char *
xyb_warning_level_name (XybWarningLevel level)
{
  if (level == XYB_WARNING_NONE || (guint) level >= G_N_ELEMENTS (level_names))
    return "";
  return _ (level_names[level]);
}

/**
 * xyb_urgency_of_days:
 * @self: from how many days
 * @days_left: days until the last day, negative after it
 *
 * Returns: how urgent that is
 */
XybUrgency
xyb_urgency_of_days (const XybWarningDays *self, int days_left)
{
  if (days_left < 0)
    return XYB_URGENCY_OVERDUE;
  switch (xyb_warning_level (self, days_left))
    {
    case XYB_WARNING_RED:
      return XYB_URGENCY_URGENT;
    case XYB_WARNING_YELLOW:
      return XYB_URGENCY_NEAR;
    case XYB_WARNING_BLUE:
    case XYB_WARNING_NONE:
    default:
      return XYB_URGENCY_PLAIN;
    }
}

/**
 * xyb_urgency_key:
 * @urgency: an urgency
 *
 * Returns: its name in JSON
 */
const char *
xyb_urgency_key (XybUrgency urgency)
{
  switch (urgency)
    {
    case XYB_URGENCY_OVERDUE:
      return "overdue";
    case XYB_URGENCY_URGENT:
      return "urgent";
    case XYB_URGENCY_NEAR:
      return "near";
    case XYB_URGENCY_PLAIN:
    default:
      return "plain";
    }
}

/**
 * xyb_days_words:
 * @days_left: days until the last day, negative after it
 *
 * Returns: (transfer full): 还有 7 天, 今天到期 or 逾期 4 天
 */
char *
xyb_days_words (int days_left)
{
  if (days_left < 0)
    return g_strdup_printf (_ ("逾期 %d 天"), -days_left);
  if (days_left == 0)
    return g_strdup (_ ("今天到期"));
  return g_strdup_printf (_ ("还有 %d 天"), days_left);
}
