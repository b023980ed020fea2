/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-calendar.h"
#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-plan-private.h"
#include "xyb-plan-store.h"
#include "xyb-store-error.h"

/* The plan's own texts: what they may hold, and changing them. */

/* More than any district or city can have: a slip of the finger, not a quota. */
#define NUMBER_MAX 100000
#define TITLE_MAX_CHARS 200
#define NAME_MAX_CHARS 200
#define TEXT_MAX_CHARS 4000

static const struct
{
  gsize text; /* where XybPlan has the char* */
  const char *field;
  const char *binding;
  guint max_chars;
  gboolean needed;
  gboolean is_date;
} plan_texts[] = {
  { G_STRUCT_OFFSET (XybPlan, title), N_ ("方案标题"), ":title", TITLE_MAX_CHARS, TRUE, FALSE },
  { G_STRUCT_OFFSET (XybPlan, document_number), N_ ("文号"), ":document_number", NAME_MAX_CHARS },
  { G_STRUCT_OFFSET (XybPlan, issuer), N_ ("印发单位"), ":issuer", NAME_MAX_CHARS },
  { G_STRUCT_OFFSET (XybPlan, issued_on), N_ ("印发日期"), ":issued_on", NAME_MAX_CHARS, FALSE,
    TRUE },
  { G_STRUCT_OFFSET (XybPlan, lead), N_ ("牵头单位"), ":lead", NAME_MAX_CHARS },
  { G_STRUCT_OFFSET (XybPlan, partners), N_ ("会同单位"), ":partners", TEXT_MAX_CHARS },
  { G_STRUCT_OFFSET (XybPlan, scope), N_ ("对象"), ":scope", TEXT_MAX_CHARS },
  { G_STRUCT_OFFSET (XybPlan, policy), N_ ("政策"), ":policy", TEXT_MAX_CHARS },
  { G_STRUCT_OFFSET (XybPlan, supervision), N_ ("考核挂钩"), ":supervision", TEXT_MAX_CHARS },
  { G_STRUCT_OFFSET (XybPlan, copied_to), N_ ("抄送"), ":copied_to", TEXT_MAX_CHARS },
  { G_STRUCT_OFFSET (XybPlan, quota_title), N_ ("附件1标题"), ":quota_title", TITLE_MAX_CHARS,
    TRUE },
  { G_STRUCT_OFFSET (XybPlan, nomination_title), N_ ("附件2标题"), ":nomination_title",
    TITLE_MAX_CHARS, TRUE },
  { G_STRUCT_OFFSET (XybPlan, opening_as_of), N_ ("存量截止日期"), ":opening_as_of", NAME_MAX_CHARS,
    FALSE, TRUE },
};

static char **
text_of (XybPlan *plan, gsize i)
{
  return &G_STRUCT_MEMBER (char *, plan, plan_texts[i].text);
}

/* ---- what a plan may hold ---- */

/**
 * xyb_plan_check_number:
 * @field: what the clerk calls it, with its 区镇 where it has one
 *
 * Refuses a negative or absurd number; %XYB_UNSAID is a blank and always taken.
 */
gboolean
xyb_plan_check_number (const char *field, gint64 number, GError **error)
{
  if (number == XYB_UNSAID || (number >= 0 && number <= NUMBER_MAX))
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
               _ ("%s不能是 %lld，请填 0 到 %d 的整数，或留空。"), field, (long long) number,
               NUMBER_MAX);
  return FALSE;
}

static gboolean
check_text (XybPlan *plan, gsize i, GError **error)
{
  const char *field = _ (plan_texts[i].field);
  char **text = text_of (plan, i);
  char *clean = NULL;

  if (!xyb_check_text (field, *text, plan_texts[i].max_chars, &clean, error))
    return FALSE;
  g_free (*text);
  *text = clean;
  if (plan_texts[i].is_date)
    return xyb_check_date (field, clean, error);
  if (!plan_texts[i].needed || clean != NULL)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY, _ ("%s没有填写，请填写后再保存。"),
               field);
  return FALSE;
}

/* §6: one that is not said takes part as usual. */
static gboolean
check_warning_days (const XybPlan *plan, GError **error)
{
  XybWarningDays days;

  if (!xyb_plan_check_number (_ ("蓝色提醒天数"), plan->warn_blue, error)
      || !xyb_plan_check_number (_ ("黄色提醒天数"), plan->warn_yellow, error)
      || !xyb_plan_check_number (_ ("红色提醒天数"), plan->warn_red, error))
    return FALSE;
  days = xyb_plan_warning_days (plan);
  return xyb_warning_days_check (&days, error);
}

static gboolean
check_numbers (const XybPlan *plan, GError **error)
{
  for (int i = 0; i < XYB_N_TRACKS; i++)
    {
      const char *track = xyb_track_name ((XybTrack) (i + 1));
      g_autofree char *target = g_strdup_printf (_ ("%s目标数"), track);
      g_autofree char *opening = g_strdup_printf (_ ("%s存量"), track);

      if (!xyb_plan_check_number (target, plan->targets[i], error)
          || !xyb_plan_check_number (opening, plan->opening[i], error))
        return FALSE;
    }
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const XybQuota *quota = g_ptr_array_index (plan->quotas, i);

      if (!xyb_plan_check_number (_ ("贯标企业数"), quota->accreditation, error)
          || !xyb_plan_check_number (_ ("示范企业数"), quota->city_model, error))
        return FALSE;
    }
  return xyb_plan_check_number (_ ("贯标创建分值"), plan->rate_points, error)
         && check_warning_days (plan, error);
}

/**
 * xyb_plan_store_check:
 *
 * Cleans the texts of @plan in place and refuses, by the name of the field, what the file does not
 * take: a missing title, an impossible date or year, a negative or absurd number.
 */
gboolean
xyb_plan_store_check (XybPlan *plan, GError **error)
{
  if (!xyb_year_check (plan->year, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (plan_texts); i++)
    if (!check_text (plan, i, error))
      return FALSE;
  if (xyb_basis_name (plan->basis) == NULL)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                           _ ("完成口径不对，请在已推荐、已确定、已签约、已验收通过里选。"));
      return FALSE;
    }
  return check_numbers (plan, error);
}

/* ---- changing the texts ---- */

static XybPlan *
copy_texts (const XybPlan *plan)
{
  XybPlan *copy = xyb_plan_new ();

  copy->id = plan->id;
  copy->year = plan->year;
  copy->basis = plan->basis;
  copy->deadline_inclusive = plan->deadline_inclusive;
  copy->rate_points = plan->rate_points;
  copy->warn_blue = plan->warn_blue;
  copy->warn_yellow = plan->warn_yellow;
  copy->warn_red = plan->warn_red;
  for (gsize i = 0; i < G_N_ELEMENTS (plan_texts); i++)
    *text_of (copy, i) = g_strdup (*text_of ((XybPlan *) plan, i));
  return copy;
}

static char *
label_of_update (XybPlan *old, XybPlan *plan)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (plan_texts); i++)
    if (g_strcmp0 (*text_of (old, i), *text_of (plan, i)) != 0)
      g_ptr_array_add (fields, (gpointer) _ (plan_texts[i].field));
  if (old->basis != plan->basis)
    g_ptr_array_add (fields, (gpointer) _ ("完成口径"));
  if (old->deadline_inclusive != plan->deadline_inclusive)
    g_ptr_array_add (fields, (gpointer) _ ("截止日期口径"));
  if (old->rate_points != plan->rate_points)
    g_ptr_array_add (fields, (gpointer) _ ("贯标创建分值"));
  if (old->warn_blue != plan->warn_blue || old->warn_yellow != plan->warn_yellow
      || old->warn_red != plan->warn_red)
    g_ptr_array_add (fields, (gpointer) _ ("提醒天数"));
  g_ptr_array_add (fields, NULL);
  joined = g_strjoinv (_ ("、"), (char **) fields->pdata);
  return g_strdup_printf (_ ("%d年工作方案：修改%s"), plan->year, joined);
}

static gboolean
update_edit (XybStore *store, gpointer user_data, GError **error)
{
  XybPlan *plan = user_data;
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "UPDATE plan SET title = :title, document_number = :document_number, issuer = :issuer,"
    "       issued_on = :issued_on, lead = :lead, partners = :partners, scope = :scope,"
    "       policy = :policy, supervision = :supervision, copied_to = :copied_to,"
    "       quota_title = :quota_title, nomination_title = :nomination_title,"
    "       opening_as_of = :opening_as_of, basis = :basis,"
    "       deadline_inclusive = :deadline_inclusive, rate_points = :rate_points,"
    "       warn_blue = :warn_blue, warn_yellow = :warn_yellow, warn_red = :warn_red"
    " WHERE id = :id",
    error);

  if (stmt == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (plan_texts); i++)
    xyb_stmt_bind_text (stmt, plan_texts[i].binding, *text_of (plan, i));
  xyb_stmt_bind_int (stmt, ":id", plan->id);
  xyb_stmt_bind_int (stmt, ":basis", plan->basis);
  xyb_stmt_bind_int (stmt, ":deadline_inclusive", plan->deadline_inclusive ? 1 : 0);
  xyb_stmt_bind_int_or_null (stmt, ":rate_points", plan->rate_points);
  xyb_stmt_bind_int_or_null (stmt, ":warn_blue", plan->warn_blue);
  xyb_stmt_bind_int_or_null (stmt, ":warn_yellow", plan->warn_yellow);
  xyb_stmt_bind_int_or_null (stmt, ":warn_red", plan->warn_red);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_plan_store_update:
 * @plan: as xyb_plan_store_get() gave it, with other texts
 *
 * Every text of the plan, the day of the opening totals, what counts as done (AMB-13), how “X日前”
 * is read (AMB-14), the full points and how its dates warn (§6); not the year, the targets, the
 * opening totals and the lists.
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_NOT_FOUND where the plan is not in the file
 */
gboolean
xyb_plan_store_update (XybStore *store, const XybPlan *plan, GError **error)
{
  g_autoptr (XybPlan) clean = NULL;
  g_autoptr (XybPlan) old = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (plan != NULL, FALSE);

  clean = copy_texts (plan);
  if (!xyb_plan_store_check (clean, error))
    return FALSE;
  old = xyb_plan_store_get (store, plan->year, error);
  if (old == NULL)
    return FALSE;
  if (old->id != plan->id)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("%d年的工作方案已被换过，请刷新后再改。"), plan->year);
      return FALSE;
    }
  label = label_of_update (old, clean);
  return xyb_store_edit (store, label, update_edit, clean, error);
}
