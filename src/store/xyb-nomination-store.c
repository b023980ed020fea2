/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-store.h"

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-progress-private.h"
#include "xyb-store-error.h"

/* 附件2: the rows of a year. Within its 区镇 a row has a place from 1, without gaps. */

/* ---- reading ---- */

#define SELECT_NOMINATION                                                                          \
  "SELECT n.id, n.plan_id, n.unit_id, unit.name, n.enterprise_id, enterprise.name, n.position,"    \
  "       n.products, n.revenue_fen, n.revenue_unit, n.headcount, n.contact, n.phone,"             \
  "       n.confirmed_on, n.signed_on, n.accepted_on, n.note"                                      \
  "  FROM nomination AS n JOIN unit ON unit.id = n.unit_id"                                        \
  "  JOIN enterprise ON enterprise.id = n.enterprise_id"

static XybNomination *
read_nomination (sqlite3_stmt *stmt)
{
  XybNomination *nomination = xyb_nomination_new ();

  nomination->id = sqlite3_column_int64 (stmt, 0);
  nomination->plan_id = sqlite3_column_int64 (stmt, 1);
  nomination->unit_id = sqlite3_column_int64 (stmt, 2);
  nomination->unit_name = xyb_stmt_dup_text (stmt, 3);
  nomination->enterprise_id = sqlite3_column_int64 (stmt, 4);
  nomination->enterprise_name = xyb_stmt_dup_text (stmt, 5);
  nomination->position = sqlite3_column_int64 (stmt, 6);
  nomination->products = xyb_stmt_dup_text (stmt, 7);
  nomination->revenue_fen = xyb_stmt_int_or_unsaid (stmt, 8);
  nomination->revenue_unit = (XybMoneyUnit) sqlite3_column_int (stmt, 9);
  nomination->headcount = xyb_stmt_int_or_unsaid (stmt, 10);
  nomination->contact = xyb_stmt_dup_text (stmt, 11);
  nomination->phone = xyb_stmt_dup_text (stmt, 12);
  nomination->confirmed_on = xyb_stmt_dup_text (stmt, 13);
  nomination->signed_on = xyb_stmt_dup_text (stmt, 14);
  nomination->accepted_on = xyb_stmt_dup_text (stmt, 15);
  nomination->note = xyb_stmt_dup_text (stmt, 16);
  return nomination;
}

static GPtrArray *
collect (XybStore *store, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
  gboolean row = FALSE;

  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return g_steal_pointer (&list);
      g_ptr_array_add (list, read_nomination (stmt));
    }
  return NULL;
}

/**
 * xyb_nomination_store_list:
 * @unit_id: only this 区镇, or 0 for the whole city
 *
 * Rows of 附件2 in official order of 区镇, then by their place (ENT-02).
 *
 * Returns: (transfer full) (element-type XybNomination): %NULL on error
 */
GPtrArray *
xyb_nomination_store_list (XybStore *store, int year, gint64 unit_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 plan_id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  if (!xyb_lookup_plan (store, year, &plan_id, error))
    return NULL;
  stmt = xyb_store_prepare (store,
                            SELECT_NOMINATION
                            " WHERE n.plan_id = :plan AND (:unit = 0 OR n.unit_id = :unit)"
                            " ORDER BY unit.kind, unit.position, unit.id, n.position, n.id",
                            error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":plan", plan_id);
  xyb_stmt_bind_int (stmt, ":unit", unit_id);
  return collect (store, stmt, error);
}

/**
 * xyb_nomination_store_list_unfinished:
 * @year: the year that is begun
 * @unit_id: a 区镇
 *
 * Whom the 区镇 may put forward again: its list of the latest year before @year in which it put
 * anybody forward, without those that are 注销, that were accepted in any year (ENT-08, AMB-33:
 * 新增 counts once), that the register has in another 区镇 by now, or that another 区镇 has put
 * forward in @year.
 *
 * Returns: (transfer full) (element-type XybNomination): in the order of that year; %NULL on error
 */
GPtrArray *
xyb_nomination_store_list_unfinished (XybStore *store, int year, gint64 unit_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt
    = xyb_store_prepare (store,
                         SELECT_NOMINATION
                         " JOIN plan ON plan.id = n.plan_id"
                         " WHERE n.unit_id = :unit"
                         "   AND plan.year = (SELECT max(earlier.year) FROM nomination AS old"
                         "                      JOIN plan AS earlier ON earlier.id = old.plan_id"
                         "                     WHERE old.unit_id = :unit AND earlier.year < :year)"
                         "   AND enterprise.closed = 0"
                         "   AND (enterprise.unit_id IS NULL OR enterprise.unit_id = :unit)"
                         "   AND NOT EXISTS (SELECT 1 FROM nomination AS done"
                         "                    WHERE done.enterprise_id = n.enterprise_id"
                         "                      AND done.accepted_on IS NOT NULL)"
                         "   AND NOT EXISTS (SELECT 1 FROM award"
                         "                    WHERE award.enterprise_id = n.enterprise_id"
                         "                      AND award.track = 1 AND award.revoked_on IS NULL)"
                         "   AND NOT EXISTS (SELECT 1 FROM nomination AS other"
                         "                     JOIN plan AS now ON now.id = other.plan_id"
                         "                    WHERE other.enterprise_id = n.enterprise_id"
                         "                      AND now.year = :year AND other.unit_id <> :unit)"
                         " ORDER BY n.position, n.id",
                         error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":unit", unit_id);
  xyb_stmt_bind_int (stmt, ":year", year);
  return collect (store, stmt, error);
}

/**
 * xyb_nomination_store_list_of_enterprise:
 *
 * Returns: (transfer full) (element-type XybNomination): every year an enterprise was put forward,
 *   latest first; %NULL on error
 */
GPtrArray *
xyb_nomination_store_list_of_enterprise (XybStore *store, gint64 enterprise_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (store,
                            SELECT_NOMINATION " JOIN plan ON plan.id = n.plan_id"
                                              " WHERE n.enterprise_id = :enterprise"
                                              " ORDER BY plan.year DESC, n.id DESC",
                            error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":enterprise", enterprise_id);
  return collect (store, stmt, error);
}

/**
 * xyb_nomination_store_get:
 *
 * Returns: (transfer full): %NULL with %XYB_STORE_ERROR_NOT_FOUND where there is none
 */
XybNomination *
xyb_nomination_store_get (XybStore *store, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (store, SELECT_NOMINATION " WHERE n.id = :id", error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":id", id);
  list = collect (store, stmt, error);
  if (list == NULL)
    return NULL;
  if (list->len == 1)
    return g_ptr_array_steal_index (list, 0);
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                       _ ("这一行已经不在附件2里，请刷新后再看。"));
  return NULL;
}

/**
 * xyb_nomination_store_year_of:
 *
 * Returns: the year of a plan; 0 with %XYB_STORE_ERROR_NOT_FOUND where there is no such plan
 */
int
xyb_nomination_store_year_of (XybStore *store, gint64 plan_id, GError **error)
{
  gint64 year = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), 0);

  if (!xyb_lookup_int (store, "SELECT year FROM plan WHERE id = :a", plan_id, 0, &year, error))
    return 0;
  if (year == 0)
    g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                         _ ("所选年度没有工作方案，请先选择年度。"));
  return (int) year;
}

/**
 * xyb_nomination_store_earlier_year:
 *
 * ENT-08, AMB-33: only a first 贯标 counts as 新增.
 *
 * Returns: the latest year before @year in which the enterprise was accepted, by its own records
 * or by the register of awards; 0 where there is none, and on error
 */
int
xyb_nomination_store_earlier_year (XybStore *store, gint64 enterprise_id, int year, GError **error)
{
  gint64 earlier = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), 0);

  xyb_lookup_int (store,
                  "SELECT max(year) FROM"
                  "  (SELECT plan.year AS year FROM nomination JOIN plan ON plan.id = plan_id"
                  "    WHERE enterprise_id = :a AND accepted_on IS NOT NULL"
                  "   UNION ALL SELECT year FROM award"
                  "    WHERE enterprise_id = :a AND track = 1 AND revoked_on IS NULL)"
                  " WHERE year < :b",
                  enterprise_id, year, &earlier, error);
  return (int) earlier;
}

/**
 * xyb_nomination_prefill:
 * @nomination: a row not yet written
 * @enterprise: the enterprise it is for
 *
 * 主要产品, 职工人数, 联系人, 电话 and the 区镇 of the register go into the blanks of the row.
 */
void
xyb_nomination_prefill (XybNomination *nomination, const XybEnterprise *enterprise)
{
  g_return_if_fail (nomination != NULL);
  g_return_if_fail (enterprise != NULL);

  nomination->enterprise_id = enterprise->id;
  if (nomination->unit_id == 0)
    nomination->unit_id = enterprise->unit_id;
  if (nomination->products == NULL)
    nomination->products = g_strdup (enterprise->products);
  if (nomination->headcount == XYB_UNSAID)
    nomination->headcount = enterprise->headcount;
  if (nomination->contact == NULL)
    nomination->contact = g_strdup (enterprise->contact);
  if (nomination->phone == NULL)
    nomination->phone = g_strdup (enterprise->phone);
}

/* ---- writing one row ---- */

const char xyb_nomination_insert_sql[]
  = "INSERT INTO nomination"
    "  (id, plan_id, unit_id, enterprise_id, position, products, revenue_fen, revenue_unit,"
    "   headcount, contact, phone, confirmed_on, signed_on, accepted_on, note)"
    " VALUES"
    "  (:id, :plan, :unit, :enterprise, :position, :products, :revenue_fen, :revenue_unit,"
    "   :headcount, :contact, :phone, :confirmed_on, :signed_on, :accepted_on, :note)";

const char xyb_nomination_update_sql[]
  = "UPDATE nomination SET plan_id = :plan, unit_id = :unit, enterprise_id = :enterprise,"
    "       position = :position, products = :products, revenue_fen = :revenue_fen,"
    "       revenue_unit = :revenue_unit, headcount = :headcount, contact = :contact,"
    "       phone = :phone, confirmed_on = :confirmed_on, signed_on = :signed_on,"
    "       accepted_on = :accepted_on, note = :note"
    " WHERE id = :id";

/**
 * xyb_nomination_bind:
 *
 * Binds a validated row to xyb_nomination_insert_sql.
 */
void
xyb_nomination_bind (sqlite3_stmt *stmt, const XybNomination *nomination)
{
  xyb_stmt_bind_int (stmt, ":id", nomination->id);
  xyb_stmt_bind_int (stmt, ":plan", nomination->plan_id);
  xyb_stmt_bind_int (stmt, ":unit", nomination->unit_id);
  xyb_stmt_bind_int (stmt, ":enterprise", nomination->enterprise_id);
  xyb_stmt_bind_int (stmt, ":position", nomination->position);
  xyb_stmt_bind_text (stmt, ":products", nomination->products);
  xyb_stmt_bind_int_or_null (stmt, ":revenue_fen", nomination->revenue_fen);
  xyb_stmt_bind_id (stmt, ":revenue_unit", nomination->revenue_unit);
  xyb_stmt_bind_int_or_null (stmt, ":headcount", nomination->headcount);
  xyb_stmt_bind_text (stmt, ":contact", nomination->contact);
  xyb_stmt_bind_text (stmt, ":phone", nomination->phone);
  xyb_stmt_bind_text (stmt, ":confirmed_on", nomination->confirmed_on);
  xyb_stmt_bind_text (stmt, ":signed_on", nomination->signed_on);
  xyb_stmt_bind_text (stmt, ":accepted_on", nomination->accepted_on);
  xyb_stmt_bind_text (stmt, ":note", nomination->note);
}

/* ---- places ---- */

/* Rows of the 区镇 of @place at or behind it move by @by; @place itself does not. */
static gboolean
shift_places (XybStore *store, const XybNomination *place, int by, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "UPDATE nomination SET position = position + :by"
    " WHERE plan_id = :plan AND unit_id = :unit AND position >= :position AND id <> :id",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":by", by);
  xyb_stmt_bind_int (stmt, ":plan", place->plan_id);
  xyb_stmt_bind_int (stmt, ":unit", place->unit_id);
  xyb_stmt_bind_int (stmt, ":position", place->position);
  xyb_stmt_bind_int (stmt, ":id", place->id);
  return xyb_store_run (store, stmt, error);
}

/* 1 … one behind the last; 0 asks for the end. */
static gboolean
resolve_place (XybStore *store, XybNomination *nomination, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT coalesce (max(position), 0) FROM nomination"
                         " WHERE plan_id = :plan AND unit_id = :unit AND id <> :id",
                         error);
  gboolean row = FALSE;
  gint64 last;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":plan", nomination->plan_id);
  xyb_stmt_bind_int (stmt, ":unit", nomination->unit_id);
  xyb_stmt_bind_int (stmt, ":id", nomination->id);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  last = row ? sqlite3_column_int64 (stmt, 0) : 0;
  if (nomination->position < 1 || nomination->position > last + 1)
    nomination->position = last + 1;
  return TRUE;
}

typedef struct
{
  XybNomination *nomination;
  const XybNomination *old; /* NULL for a new one */
} SaveNomination;

static gboolean
has_moved (const XybNomination *old, const XybNomination *nomination)
{
  return old->plan_id != nomination->plan_id || old->unit_id != nomination->unit_id
         || old->position != nomination->position;
}

static gboolean
save_edit (XybStore *store, gpointer user_data, GError **error)
{
  const SaveNomination *save = user_data;
  XybNomination *nomination = save->nomination;
  gboolean moves = save->old == NULL || has_moved (save->old, nomination);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (moves && save->old != NULL && !shift_places (store, save->old, -1, error))
    return FALSE;
  if (moves
      && (!resolve_place (store, nomination, error) || !shift_places (store, nomination, 1, error)))
    return FALSE;
  stmt
    = xyb_store_prepare (store,
                         save->old == NULL ? xyb_nomination_insert_sql : xyb_nomination_update_sql,
                         error);
  if (stmt == NULL)
    return FALSE;
  xyb_nomination_bind (stmt, nomination);
  return xyb_store_run (store, stmt, error)
         && xyb_progress_follow (store, save->old, nomination, error);
}

/* ---- what is refused ---- */

/* What the sentences and labels of one row say. */
typedef struct
{
  int year;
  char *district;
  char *enterprise;
} Names;

static void
names_clear (Names *self)
{
  g_free (self->district);
  g_free (self->enterprise);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static gboolean
load_names (XybStore *store, const XybNomination *nomination, Names *out, GError **error)
{
  out->year = xyb_nomination_store_year_of (store, nomination->plan_id, error);
  if (out->year == 0)
    return FALSE;
  out->district = xyb_lookup_district (store, nomination->unit_id, error);
  if (out->district == NULL
      || !xyb_lookup_text (store, "SELECT name FROM enterprise WHERE id = :a",
                           nomination->enterprise_id, 0, &out->enterprise, error))
    return FALSE;
  if (out->enterprise != NULL)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("%d年附件2要列入的企业不在名录里，请先新增这家企业。"), out->year);
  return FALSE;
}

/* ENT-08: one enterprise, one row a year. */
static gboolean
is_first (XybStore *store, const XybNomination *nomination, const Names *names, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "SELECT unit.name, n.position FROM nomination AS n JOIN unit ON unit.id = n.unit_id"
    " WHERE n.plan_id = :plan AND n.enterprise_id = :enterprise AND n.id <> :id LIMIT 1",
    error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":plan", nomination->plan_id);
  xyb_stmt_bind_int (stmt, ":enterprise", nomination->enterprise_id);
  xyb_stmt_bind_int (stmt, ":id", nomination->id);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("「%s」已由%s列入%d年附件2（第%d行），不能重复列入。"), names->enterprise,
               (const char *) sqlite3_column_text (stmt, 0), names->year,
               sqlite3_column_int (stmt, 1));
  return FALSE;
}

static gboolean
admit (XybStore *store, XybNomination *nomination, Names *out_names, GError **error)
{
  return xyb_nomination_validate (nomination, error)
         && load_names (store, nomination, out_names, error)
         && is_first (store, nomination, out_names, error);
}

/**
 * xyb_nomination_admit:
 * @nomination: cleaned in place
 *
 * Returns: whether the row may be written as it is; errors as in xyb_nomination_store_save()
 */
gboolean
xyb_nomination_admit (XybStore *store, XybNomination *nomination, GError **error)
{
  g_auto (Names) names = { 0 };

  return admit (store, nomination, &names, error);
}

/* ---- saving and removing ---- */

static gboolean
is_newly_set (const char *old, const char *now)
{
  return old == NULL && now != NULL;
}

static char *
label_of_save (const XybNomination *old, const XybNomination *nomination, const Names *names)
{
  if (old == NULL)
    return g_strdup_printf (_ ("%d年附件2：%s 增加 %s"), names->year, names->district,
                            names->enterprise);
  if (is_newly_set (old->accepted_on, nomination->accepted_on))
    return g_strdup_printf (_ ("贯标验收通过：%s"), names->enterprise);
  if (is_newly_set (old->signed_on, nomination->signed_on))
    return g_strdup_printf (_ ("贯标签约：%s"), names->enterprise);
  if (is_newly_set (old->confirmed_on, nomination->confirmed_on))
    return g_strdup_printf (_ ("列入贯标名单：%s"), names->enterprise);
  if (old->unit_id != nomination->unit_id)
    return g_strdup_printf (_ ("%d年附件2：%s 由 %s 转到 %s"), names->year, names->enterprise,
                            old->unit_name, names->district);
  return g_strdup_printf (_ ("%d年附件2：%s 修改 %s"), names->year, names->district,
                          names->enterprise);
}

/**
 * xyb_nomination_store_save:
 * @nomination: cleaned in place; id 0 inserts and gets one; position 0 means the end of its 区镇
 * and is set to the place the row got
 *
 * Adds or changes a row of 附件2; the rows behind make room.
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_EXISTS where a 区镇 has the enterprise already in that
 * year, with %XYB_STORE_ERROR_INVALID where the unit is no 区镇, or with an error of
 *   xyb_nomination_validate()
 */
gboolean
xyb_nomination_store_save (XybStore *store, XybNomination *nomination, GError **error)
{
  g_autoptr (XybNomination) old = NULL;
  g_auto (Names) names = { 0 };
  g_autofree char *label = NULL;
  SaveNomination save = { nomination, NULL };
  gint64 position;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (nomination != NULL, FALSE);

  if (!admit (store, nomination, &names, error))
    return FALSE;
  if (nomination->id != 0)
    {
      old = xyb_nomination_store_get (store, nomination->id, error);
      if (old == NULL)
        return FALSE;
    }
  save.old = old;
  label = label_of_save (old, nomination, &names);
  position = nomination->position;
  if (old != NULL && position == 0 && old->unit_id == nomination->unit_id)
    nomination->position = old->position;
  if (old == NULL)
    nomination->id = xyb_store_new_id (store);
  if (xyb_store_edit (store, label, save_edit, &save, error))
    return TRUE;
  nomination->position = position;
  if (old == NULL)
    nomination->id = 0;
  return FALSE;
}

static gboolean
delete_by_id (XybStore *store, const char *sql, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", id);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_nomination_delete:
 *
 * Inside an edit: takes a row away with what is known of its origin and of its 贯标; the rows
 * behind it stay where they are. Children first and by name, no cascade, so that undo has every row
 * (PROVEN).
 */
gboolean
xyb_nomination_delete (XybStore *store, gint64 id, GError **error)
{
  return xyb_progress_delete_of_nomination (store, id, error)
         && delete_by_id (store, "DELETE FROM nomination_origin WHERE nomination_id = :id", id,
                          error)
         && delete_by_id (store, "DELETE FROM nomination WHERE id = :id", id, error);
}

static gboolean
remove_edit (XybStore *store, gpointer user_data, GError **error)
{
  const XybNomination *nomination = user_data;

  return xyb_nomination_delete (store, nomination->id, error)
         && shift_places (store, nomination, -1, error);
}

/**
 * xyb_nomination_store_remove:
 *
 * Takes a row out of 附件2; the rows behind it close up. The enterprise stays in the register.
 */
gboolean
xyb_nomination_store_remove (XybStore *store, gint64 id, GError **error)
{
  g_autoptr (XybNomination) nomination = NULL;
  g_autofree char *label = NULL;
  int year;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  nomination = xyb_nomination_store_get (store, id, error);
  if (nomination == NULL)
    return FALSE;
  year = xyb_nomination_store_year_of (store, nomination->plan_id, error);
  if (year == 0)
    return FALSE;
  label = g_strdup_printf (_ ("%d年附件2：%s 移除 %s"), year, nomination->unit_name,
                           nomination->enterprise_name);
  return xyb_store_edit (store, label, remove_edit, nomination, error);
}
