/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-plan-store.h"
#include "xyb-store-error.h"

#define DATE_TEXT_MAX_CHARS 50

/* A milestone as it stands in the file. */
typedef struct
{
  gint64 id;
  int year;
  char *text;
  char *date_text;
  char *starts_on;
  char *due_on;
} Milestone;

static void
milestone_clear (Milestone *self)
{
  g_free (self->text);
  g_free (self->date_text);
  g_free (self->starts_on);
  g_free (self->due_on);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Milestone, milestone_clear)

static gboolean
load_milestone (XybStore *store, gint64 id, Milestone *out, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "SELECT plan.year, text, date_text, starts_on, due_on"
    "  FROM milestone JOIN plan ON plan.id = milestone.plan_id WHERE milestone.id = :id",
    error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", id);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("这个时限已经不在工作方案里，请刷新后再改。"));
      return FALSE;
    }
  out->id = id;
  out->year = sqlite3_column_int (stmt, 0);
  out->text = xyb_stmt_dup_text (stmt, 1);
  out->date_text = xyb_stmt_dup_text (stmt, 2);
  out->starts_on = xyb_stmt_dup_text (stmt, 3);
  out->due_on = xyb_stmt_dup_text (stmt, 4);
  return TRUE;
}

static gboolean
refuse_date (GError **error, const Milestone *milestone, const char *due_on, const char *why)
{
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, _ ("时限「%s」不能定在 %s：%s"),
               milestone->text, due_on, why);
  return FALSE;
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/* A milestone of one day moves as a whole; one that lasts keeps its beginning. A plan's work may
 * reach into the year after. */
static gboolean
move_milestone (Milestone *milestone, const char *due_on, GError **error)
{
  gboolean one_day = g_strcmp0 (milestone->starts_on, milestone->due_on) == 0;

  if (due_on != NULL && abs (atoi (due_on) - milestone->year) > 1)
    return refuse_date (error, milestone, due_on, _ ("它离方案年度太远，请检查年份。"));
  if (one_day)
    set_text (&milestone->starts_on, due_on);
  if (due_on != NULL && milestone->starts_on != NULL && strcmp (due_on, milestone->starts_on) < 0)
    return refuse_date (error, milestone, due_on, _ ("它早于这项工作开始的日子，请改晚一些。"));
  set_text (&milestone->due_on, due_on);
  return TRUE;
}

/* What the plan would say: 4月15日前. */
static char *
describe_due (const char *due_on)
{
  int month;
  int day;

  if (due_on == NULL)
    return NULL;
  month = atoi (due_on + strlen ("2020-"));
  day = atoi (due_on + strlen ("2020-04-"));
  return g_strdup_printf ("%d月%d日前", month, day); /* the plan's own words, stored */
}

static gboolean
set_milestone_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Milestone *milestone = user_data;
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "UPDATE milestone SET date_text = :date_text, starts_on = :starts_on,"
                         "       due_on = :due_on"
                         " WHERE id = :id",
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", milestone->id);
  xyb_stmt_bind_text (stmt, ":date_text", milestone->date_text);
  xyb_stmt_bind_text (stmt, ":starts_on", milestone->starts_on);
  xyb_stmt_bind_text (stmt, ":due_on", milestone->due_on);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_plan_store_set_milestone_date:
 * @due_on: (nullable): the last day, ISO; %NULL or "" for none
 * @date_text: (nullable): as the plan says it (4月上旬); %NULL makes 「4月15日前」 of @due_on
 *
 * §6: dates belong to the plan of the year and are the clerk's to move, at most into the year
 * before or after.
 */
gboolean
xyb_plan_store_set_milestone_date (XybStore *store,
                                   gint64 milestone_id,
                                   const char *due_on,
                                   const char *date_text,
                                   GError **error)
{
  g_auto (Milestone) milestone = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *old = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (due_on != NULL && *due_on == '\0')
    due_on = NULL;
  if (!xyb_check_date (_ ("时限"), due_on, error)
      || !xyb_check_text (_ ("时限的写法"), date_text, DATE_TEXT_MAX_CHARS, &text, error)
      || !load_milestone (store, milestone_id, &milestone, error))
    return FALSE;
  if (text == NULL)
    text = describe_due (due_on);
  old = g_strdup (milestone.date_text != NULL ? milestone.date_text : _ ("空白"));
  if (!move_milestone (&milestone, due_on, error))
    return FALSE;
  set_text (&milestone.date_text, text);
  label = g_strdup_printf (_ ("%d年时限：%s %s → %s"), milestone.year, milestone.text, old,
                           text != NULL ? text : _ ("空白"));
  return xyb_store_edit (store, label, set_milestone_edit, &milestone, error);
}
