/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-compare-private.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "xyb-completion.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* Years a document of this century can name; 1000 人 is none. */
gboolean
xyb_plan_is_year (gint64 number)
{
  return number >= 1990 && number <= XYB_YEAR_MAX;
}

/**
 * xyb_text_find_year:
 * @text: (nullable): any text
 * @other_than: a year that may stand there, or 0
 *
 * Returns: the first year that @text names, as 2018年 or 〔2018〕; 0 where it names none
 */
int
xyb_text_find_year (const char *text, int other_than)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    {
      char *end = NULL;
      guint64 number;

      if (!g_ascii_isdigit (*p))
        continue;
      number = g_ascii_strtoull (p, &end, 10);
      if (end - p == 4 && xyb_plan_is_year ((gint64) number) && (int) number != other_than
          && (g_str_has_prefix (end, "年") || g_str_has_prefix (end, "〕")))
        return (int) number;
      p = end - 1;
    }
  return 0;
}

gboolean
xyb_plan_same_text (const char *one, const char *other)
{
  return g_strcmp0 (one, other) == 0;
}

/* What is said of one row, with ； between. */
void
xyb_plan_words_add (GString *words, const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, _ ("；"));
  g_string_append (words, word);
}

char *
xyb_plan_words_finish (GString *words)
{
  gboolean empty = words->len == 0;
  char *text = g_string_free (words, empty);

  return empty ? NULL : text;
}

char *
xyb_plan_check_year (const char *text, int year)
{
  int named = xyb_text_find_year (text, year);

  return named != 0 ? g_strdup_printf (_ ("写着 %d 年，请核对"), named) : NULL;
}

/* ---- 依据 ---- */

static gboolean
same_basis (gconstpointer one, gconstpointer other, guint way)
{
  const XybPlanBasis *a = one;
  const XybPlanBasis *b = other;

  return way == 0 ? a->number != NULL && xyb_plan_same_text (a->number, b->number)
                  : a->title != NULL && xyb_plan_same_text (a->title, b->title);
}

static char *
name_basis (const XybPlan *plan, gconstpointer row)
{
  const XybPlanBasis *basis = row;

  return g_strdup (basis->title != NULL ? basis->title : basis->number);
}

static char *
say_basis (const XybPlan *plan, gconstpointer row)
{
  const XybPlanBasis *basis = row;

  return g_strdup (basis->number);
}

/* A document of the old year probably has a successor; one of 2011 may well hold on. */
static char *
check_basis (const XybPlan *plan, gconstpointer row, const XybPlan *old_plan, gconstpointer old_row)
{
  const XybPlanBasis *basis = row;

  if (old_row == NULL || old_plan->year == plan->year
      || (xyb_text_find_year (basis->number, 0) != old_plan->year
          && xyb_text_find_year (basis->title, 0) != old_plan->year))
    return NULL;
  return g_strdup_printf (_ ("是 %d 年的文件，%d 年的发下来以后请改"), old_plan->year, plan->year);
}

/* ---- 时限 ---- */

static gboolean
same_milestone (gconstpointer one, gconstpointer other, guint way)
{
  const XybMilestone *a = one;
  const XybMilestone *b = other;

  return way == 0 ? a->key != NULL && xyb_plan_same_text (a->key, b->key)
                  : xyb_plan_same_text (a->text, b->text);
}

static char *
name_milestone (const XybPlan *plan, gconstpointer row)
{
  return g_strdup (((const XybMilestone *) row)->text);
}

/**
 * xyb_plan_milestone_words:
 * @milestone: a milestone
 *
 * Returns: (transfer full) (nullable): 2020年4月15日（4月15日前）；各区镇; %NULL where nothing is
 * said
 */
char *
xyb_plan_milestone_words (const XybMilestone *milestone)
{
  g_autofree char *day = milestone->due_on != NULL ? xyb_date_format (milestone->due_on) : NULL;
  g_autofree char *start
    = milestone->starts_on != NULL && !xyb_plan_same_text (milestone->starts_on, milestone->due_on)
        ? xyb_date_format (milestone->starts_on)
        : NULL;
  GString *words = g_string_new (NULL);

  if (start != NULL && day != NULL)
    g_string_append_printf (words, _ ("%s至%s"), start, day);
  else
    xyb_plan_words_add (words, day);
  if (words->len > 0 && milestone->date_text != NULL)
    g_string_append_printf (words, _ ("（%s）"), milestone->date_text);
  else
    xyb_plan_words_add (words, milestone->date_text);
  xyb_plan_words_add (words, milestone->actor);
  return xyb_plan_words_finish (words);
}

static char *
say_milestone (const XybPlan *plan, gconstpointer row)
{
  return xyb_plan_milestone_words (row);
}

static gboolean
is_leap_day (const char *iso)
{
  return iso != NULL && g_str_has_suffix (iso, "-02-29");
}

static const char *
weekend_name (const char *iso)
{
  GDate day;

  if (!xyb_date_is_valid (iso))
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) atoi (iso + 8), (GDateMonth) atoi (iso + 5),
                  (GDateYear) atoi (iso));
  switch (g_date_get_weekday (&day))
    {
    case G_DATE_SATURDAY:
      return _ ("星期六");
    case G_DATE_SUNDAY:
      return _ ("星期日");
    default:
      return NULL;
    }
}

/**
 * xyb_plan_check_milestone:
 * @now: a milestone
 * @year_of_plan: of its plan
 * @old: (nullable): the same of the year before
 *
 * Returns: (transfer full) (nullable): why its day has to be looked at: 是星期日
 */
char *
xyb_plan_check_milestone (const XybMilestone *now, int year_of_plan, const XybMilestone *old)
{
  GString *words = g_string_new (NULL);
  g_autofree char *year = xyb_plan_check_year (now->text, year_of_plan);

  if (now->due_on == NULL)
    xyb_plan_words_add (words, _ ("没有日期"));
  else if (old != NULL && is_leap_day (old->due_on) && !is_leap_day (now->due_on))
    {
      g_autofree char *leap = g_strdup_printf (_ ("%d 年没有2月29日"), atoi (now->due_on));

      xyb_plan_words_add (words, leap);
    }
  if (now->due_on != NULL && weekend_name (now->due_on) != NULL)
    {
      g_autofree char *weekend = g_strdup_printf (_ ("是%s"), weekend_name (now->due_on));

      xyb_plan_words_add (words, weekend);
    }
  xyb_plan_words_add (words, year);
  return xyb_plan_words_finish (words);
}

static char *
check_milestone (const XybPlan *plan,
                 gconstpointer row,
                 const XybPlan *old_plan,
                 gconstpointer old_row)
{
  return xyb_plan_check_milestone (row, plan->year, old_row);
}

/* ---- 指标 ---- */

static gboolean
same_quota (gconstpointer one, gconstpointer other, guint way)
{
  return ((const XybQuota *) one)->unit_id == ((const XybQuota *) other)->unit_id;
}

static char *
name_quota (const XybPlan *plan, gconstpointer row)
{
  return g_strdup (((const XybQuota *) row)->unit_name);
}

static char *
say_number (gint64 number)
{
  return number != XYB_UNSAID ? g_strdup_printf ("%" PRId64, number) : g_strdup (_ ("空白"));
}

static char *
say_quota (const XybPlan *plan, gconstpointer row)
{
  const XybQuota *quota = row;
  g_autofree char *accreditation = say_number (quota->accreditation);
  g_autofree char *city_model = say_number (quota->city_model);

  return g_strdup_printf (_ ("贯标 %s，示范 %s"), accreditation, city_model);
}

/* ---- 扣分档 ---- */

static gboolean
same_tier (gconstpointer one, gconstpointer other, guint way)
{
  return ((const XybTier *) one)->below_percent == ((const XybTier *) other)->below_percent;
}

static char *
name_tier (const XybPlan *plan, gconstpointer row)
{
  return g_strdup_printf (_ ("完成率低于 %" PRId64 "%%"), ((const XybTier *) row)->below_percent);
}

static char *
say_tier (const XybPlan *plan, gconstpointer row)
{
  g_autofree char *points = xyb_points_format (((const XybTier *) row)->deduction);

  return g_strdup_printf (_ ("扣 %s 分"), points);
}

const XybPlanSectionRows xyb_plan_section_rows[] = {
  { XYB_PLAN_SECTION_BASES, G_STRUCT_OFFSET (XybPlan, bases), 2, FALSE, NULL, same_basis,
    name_basis, say_basis, check_basis },
  { XYB_PLAN_SECTION_MILESTONES, G_STRUCT_OFFSET (XybPlan, milestones), 2, FALSE, NULL,
    same_milestone, name_milestone, say_milestone, check_milestone },
  { XYB_PLAN_SECTION_QUOTAS, G_STRUCT_OFFSET (XybPlan, quotas), 1, FALSE, NULL, same_quota,
    name_quota, say_quota, NULL },
  { XYB_PLAN_SECTION_TIERS, G_STRUCT_OFFSET (XybPlan, tiers), 1, FALSE, NULL, same_tier, name_tier,
    say_tier, NULL },
};
const guint xyb_plan_n_section_rows = G_N_ELEMENTS (xyb_plan_section_rows);
