/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-plan-private.h"
#include "xyb-plan-store.h"
#include "xyb-store-error.h"

/* Changing one thing of a plan: each change is a revision whose label says old → new. */

/* ---- one number: the same steps for a quota, a target, an opening total ---- */

/* Statements ask with :a, change with :a and :value. */
typedef struct
{
  const char *read;
  const char *write;
} NumberField;

typedef struct
{
  const NumberField *field;
  gint64 id;
  gint64 value;
} SetNumber;

static gboolean
read_number (XybStore *store,
             const NumberField *field,
             gint64 id,
             gint64 *out_value,
             GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, field->read, error);
  gboolean row = FALSE;

  *out_value = XYB_UNSAID;
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":a", id);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  if (row)
    *out_value = xyb_stmt_int_or_unsaid (stmt, 0);
  return TRUE;
}

static gboolean
set_number_edit (XybStore *store, gpointer user_data, GError **error)
{
  const SetNumber *set = user_data;
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, set->field->write, error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":a", set->id);
  xyb_stmt_bind_int_or_null (stmt, ":value", set->value);
  return xyb_store_run (store, stmt, error);
}

static char *
format_number (gint64 number)
{
  return number == XYB_UNSAID ? g_strdup (_ ("空白"))
                              : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* @what names the number in the label: 「指标分解：周市镇 贯标企业数 8 → 9」. */
static gboolean
set_number (XybStore *store,
            const NumberField *field,
            gint64 id,
            gint64 value,
            const char *what,
            GError **error)
{
  SetNumber set = { field, id, value };
  gint64 old = XYB_UNSAID;
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autofree char *label = NULL;

  if (!read_number (store, field, id, &old, error))
    return FALSE;
  old_text = format_number (old);
  new_text = format_number (value);
  label = g_strdup_printf ("%s %s → %s", what, old_text, new_text);
  return xyb_store_edit (store, label, set_number_edit, &set, error);
}

static gboolean
check_track (XybTrack track, GError **error)
{
  if (track >= XYB_TRACK_ACCREDITATION && track <= XYB_TRACK_PROVINCE_MODEL)
    return TRUE;
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                       _ ("没有这一类创建，请在贯标、苏州市级示范、省级示范里选。"));
  return FALSE;
}

/* ---- quotas ---- */

static const NumberField quota_fields[] = {
  { "SELECT accreditation FROM quota WHERE id = :a",
    "UPDATE quota SET accreditation = :value WHERE id = :a" },
  { "SELECT city_model FROM quota WHERE id = :a",
    "UPDATE quota SET city_model = :value WHERE id = :a" },
};

static gboolean
find_quota (XybStore *store, gint64 plan_id, gint64 unit_id, gint64 *out_id, GError **error)
{
  return xyb_lookup_int (store, "SELECT id FROM quota WHERE plan_id = :a AND unit_id = :b", plan_id,
                         unit_id, out_id, error);
}

/* AMB-05: a 区镇 without a row gets none by being given a number. */
static gboolean
require_quota (XybStore *store,
               int year,
               gint64 unit_id,
               const char *district,
               gint64 *out_id,
               GError **error)
{
  gint64 plan_id = 0;

  if (!xyb_lookup_plan (store, year, &plan_id, error)
      || !find_quota (store, plan_id, unit_id, out_id, error))
    return FALSE;
  if (*out_id != 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("%d年附件1没有%s这一行，请先为它增加一行。"), year, district);
  return FALSE;
}

/**
 * xyb_plan_store_set_quota:
 * @track: 贯标 or 苏州市级示范; 附件1 has no other column
 * @number: 0 to 100,000, or %XYB_UNSAID for a blank cell, which is not 0 (QUO-02)
 *
 * One cell of 附件1. The district must have a row in it.
 */
gboolean
xyb_plan_store_set_quota (XybStore *store,
                          int year,
                          gint64 unit_id,
                          XybTrack track,
                          gint64 number,
                          GError **error)
{
  g_autofree char *district = NULL;
  g_autofree char *field = NULL;
  g_autofree char *what = NULL;
  gint64 quota_id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (track != XYB_TRACK_ACCREDITATION && track != XYB_TRACK_CITY_MODEL)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                           _ ("附件1只有贯标企业数和示范企业数两栏，请改选其中一栏。"));
      return FALSE;
    }
  district = xyb_lookup_district (store, unit_id, error);
  if (district == NULL)
    return FALSE;
  field = g_strdup_printf ("%s %s", district,
                           track == XYB_TRACK_ACCREDITATION ? _ ("贯标企业数") : _ ("示范企业数"));
  if (!xyb_plan_check_number (field, number, error)
      || !require_quota (store, year, unit_id, district, &quota_id, error))
    return FALSE;
  what = g_strdup_printf (_ ("指标分解：%s"), field);
  return set_number (store, &quota_fields[track - XYB_TRACK_ACCREDITATION], quota_id, number, what,
                     error);
}

typedef struct
{
  int year;
  const XybQuotaNumber *numbers;
  guint n_numbers;
} SetQuotas;

static gboolean
set_quotas_edit (XybStore *store, gpointer user_data, GError **error)
{
  const SetQuotas *set = user_data;

  for (guint i = 0; i < set->n_numbers; i++)
    if (!xyb_plan_store_set_quota (store, set->year, set->numbers[i].unit_id, set->numbers[i].track,
                                   set->numbers[i].number, error))
      return FALSE;
  return TRUE;
}

/**
 * xyb_plan_store_set_quotas:
 * @numbers: (array length=n_numbers): cells of 附件1
 * @what: what the clerk did: 粘贴, 清除 …
 *
 * Many cells as one revision: all of them or none.
 */
gboolean
xyb_plan_store_set_quotas (XybStore *store,
                           int year,
                           const XybQuotaNumber *numbers,
                           guint n_numbers,
                           const char *what,
                           GError **error)
{
  SetQuotas set = { year, numbers, n_numbers };
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (what != NULL, FALSE);

  if (n_numbers == 1)
    return set_quotas_edit (store, &set, error);
  label = g_strdup_printf (_ ("指标分解：%s %u 格"), what, n_numbers);
  return xyb_store_edit (store, label, set_quotas_edit, &set, error);
}

typedef struct
{
  gint64 plan_id;
  gint64 unit_id;
} QuotaRow;

/* The new row takes the place of the row before it in the roster; between equal places the roster
 * decides. So no other row changes, and undo has one row to take away. */
static gboolean
add_quota_row_edit (XybStore *store, gpointer user_data, GError **error)
{
  const QuotaRow *add = user_data;
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO quota (id, plan_id, unit_id, position)"
    " VALUES (:id, :plan, :unit, coalesce ("
    "   (SELECT max(quota.position) FROM quota JOIN unit ON unit.id = quota.unit_id"
    "     WHERE plan_id = :plan"
    "       AND unit.position <= (SELECT position FROM unit WHERE id = :unit)), 0))",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", xyb_store_new_id (store));
  xyb_stmt_bind_int (stmt, ":plan", add->plan_id);
  xyb_stmt_bind_int (stmt, ":unit", add->unit_id);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_plan_store_add_quota_row:
 *
 * A blank row of 附件1 for a further 区镇, at its place in the official order (AMB-05, QUO-06).
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_EXISTS where it has one
 */
gboolean
xyb_plan_store_add_quota_row (XybStore *store, int year, gint64 unit_id, GError **error)
{
  g_autofree char *district = NULL;
  g_autofree char *label = NULL;
  QuotaRow add = { 0, unit_id };
  gint64 quota_id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  district = xyb_lookup_district (store, unit_id, error);
  if (district == NULL || !xyb_lookup_plan (store, year, &add.plan_id, error)
      || !find_quota (store, add.plan_id, unit_id, &quota_id, error))
    return FALSE;
  if (quota_id != 0)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
                   _ ("%d年附件1已经有%s这一行，请直接填数。"), year, district);
      return FALSE;
    }
  label = g_strdup_printf (_ ("指标分解：%d年附件1增加%s"), year, district);
  return xyb_store_edit (store, label, add_quota_row_edit, &add, error);
}

static gboolean
remove_quota_row_edit (XybStore *store, gpointer user_data, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "DELETE FROM quota WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", *(gint64 *) user_data);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_plan_store_remove_quota_row:
 *
 * Takes a 区镇 out of 附件1; its nominations stay.
 */
gboolean
xyb_plan_store_remove_quota_row (XybStore *store, int year, gint64 unit_id, GError **error)
{
  g_autofree char *district = NULL;
  g_autofree char *label = NULL;
  gint64 quota_id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  district = xyb_lookup_district (store, unit_id, error);
  if (district == NULL || !require_quota (store, year, unit_id, district, &quota_id, error))
    return FALSE;
  label = g_strdup_printf (_ ("指标分解：%d年附件1移除%s"), year, district);
  return xyb_store_edit (store, label, remove_quota_row_edit, &quota_id, error);
}

/* ---- targets and opening totals ---- */

static const NumberField target_fields[XYB_N_TRACKS] = {
  { "SELECT target_accreditation FROM plan WHERE id = :a",
    "UPDATE plan SET target_accreditation = :value WHERE id = :a" },
  { "SELECT target_city FROM plan WHERE id = :a",
    "UPDATE plan SET target_city = :value WHERE id = :a" },
  { "SELECT target_province FROM plan WHERE id = :a",
    "UPDATE plan SET target_province = :value WHERE id = :a" },
};

static const NumberField opening_fields[XYB_N_TRACKS] = {
  { "SELECT opening_accreditation FROM plan WHERE id = :a",
    "UPDATE plan SET opening_accreditation = :value WHERE id = :a" },
  { "SELECT opening_city FROM plan WHERE id = :a",
    "UPDATE plan SET opening_city = :value WHERE id = :a" },
  { "SELECT opening_province FROM plan WHERE id = :a",
    "UPDATE plan SET opening_province = :value WHERE id = :a" },
};

static gboolean
set_plan_number (XybStore *store,
                 int year,
                 const NumberField *field,
                 const char *name,
                 gint64 number,
                 GError **error)
{
  g_autofree char *what = g_strdup_printf (_ ("%d年工作方案：%s"), year, name);
  gint64 plan_id = 0;

  return xyb_plan_check_number (name, number, error)
         && xyb_lookup_plan (store, year, &plan_id, error)
         && set_number (store, field, plan_id, number, what, error);
}

/**
 * xyb_plan_store_set_target:
 * @number: 0 to 100,000, or %XYB_UNSAID
 *
 * PLAN-03 … PLAN-05.
 */
gboolean
xyb_plan_store_set_target (XybStore *store, int year, XybTrack track, gint64 number, GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!check_track (track, error))
    return FALSE;
  name = g_strdup_printf (_ ("%s目标数"), xyb_track_name (track));
  return set_plan_number (store, year, &target_fields[track - 1], name, number, error);
}

/**
 * xyb_plan_store_set_opening:
 * @number: cumulative total before the year, 0 to 100,000, or %XYB_UNSAID
 *
 * PLAN-12: the actual results of the year before are not in the documents; the clerk corrects them.
 */
gboolean
xyb_plan_store_set_opening (XybStore *store,
                            int year,
                            XybTrack track,
                            gint64 number,
                            GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!check_track (track, error))
    return FALSE;
  name = g_strdup_printf (_ ("%s存量"), xyb_track_name (track));
  return set_plan_number (store, year, &opening_fields[track - 1], name, number, error);
}
