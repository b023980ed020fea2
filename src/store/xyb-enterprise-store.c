/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-store.h"

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-store-error.h"

/* The register: reading and changing one enterprise. Searching is in xyb-enterprise-query.c. */

/* ---- reading ---- */

#define SELECT_ENTERPRISE                                                                          \
  "SELECT e.id, e.name, e.credit_code, e.code_confirmed, e.unit_id, unit.name, e.industry,"        \
  "       e.above_scale, e.founded_on, e.legal_person, e.products, e.headcount, e.contact,"        \
  "       e.phone, e.closed, e.note"                                                               \
  "  FROM enterprise AS e LEFT JOIN unit ON unit.id = e.unit_id WHERE e.id = :id"

static XybEnterprise *
read_enterprise (sqlite3_stmt *stmt)
{
  XybEnterprise *enterprise = xyb_enterprise_new ();
  gint64 above_scale = xyb_stmt_int_or_unsaid (stmt, 7);

  enterprise->id = sqlite3_column_int64 (stmt, 0);
  enterprise->name = xyb_stmt_dup_text (stmt, 1);
  enterprise->credit_code = xyb_stmt_dup_text (stmt, 2);
  enterprise->code_confirmed = sqlite3_column_int (stmt, 3) != 0;
  enterprise->unit_id = sqlite3_column_int64 (stmt, 4);
  enterprise->unit_name = xyb_stmt_dup_text (stmt, 5);
  enterprise->industry = (XybIndustry) sqlite3_column_int (stmt, 6);
  enterprise->above_scale = above_scale == XYB_UNSAID ? XYB_TRI_UNSAID : (XybTri) above_scale;
  enterprise->founded_on = xyb_stmt_dup_text (stmt, 8);
  enterprise->legal_person = xyb_stmt_dup_text (stmt, 9);
  enterprise->products = xyb_stmt_dup_text (stmt, 10);
  enterprise->headcount = xyb_stmt_int_or_unsaid (stmt, 11);
  enterprise->contact = xyb_stmt_dup_text (stmt, 12);
  enterprise->phone = xyb_stmt_dup_text (stmt, 13);
  enterprise->closed = sqlite3_column_int (stmt, 14) != 0;
  enterprise->note = xyb_stmt_dup_text (stmt, 15);
  return enterprise;
}

/**
 * xyb_enterprise_store_get_many:
 *
 * The rows of a page of the list, in the order asked. An id that is no longer in the file has no
 * row. Former names are not loaded.
 *
 * Returns: (transfer full) (element-type XybEnterprise): %NULL on error
 */
GPtrArray *
xyb_enterprise_store_get_many (XybStore *store, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_enterprise_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);
  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);

  stmt = xyb_store_prepare (store, SELECT_ENTERPRISE, error);
  if (stmt == NULL)
    return NULL;
  for (guint i = 0; i < n_ids; i++)
    {
      gboolean row = FALSE;

      xyb_stmt_bind_int (stmt, ":id", ids[i]);
      if (!xyb_store_step (store, stmt, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (list, read_enterprise (stmt));
      sqlite3_reset (stmt);
    }
  return g_steal_pointer (&list);
}

static gboolean
load_former_names (XybStore *store, XybEnterprise *enterprise, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT id, name, until FROM enterprise_name WHERE enterprise_id = :id"
                         " ORDER BY until DESC, id DESC",
                         error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", enterprise->id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      XybFormerName *former;

      if (!row)
        return TRUE;
      former = xyb_former_name_new ();
      former->id = sqlite3_column_int64 (stmt, 0);
      former->name = xyb_stmt_dup_text (stmt, 1);
      former->until = xyb_stmt_dup_text (stmt, 2);
      g_ptr_array_add (enterprise->former_names, former);
    }
  return FALSE;
}

/**
 * xyb_enterprise_store_get:
 *
 * One enterprise with its former names, latest first (ENT-07).
 *
 * Returns: (transfer full): %NULL with %XYB_STORE_ERROR_NOT_FOUND where there is none
 */
XybEnterprise *
xyb_enterprise_store_get (XybStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) list = xyb_enterprise_store_get_many (store, &id, 1, error);

  if (list == NULL)
    return NULL;
  if (list->len == 0)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("这家企业已经不在名录里，请刷新后再看。"));
      return NULL;
    }
  if (!load_former_names (store, g_ptr_array_index (list, 0), error))
    return NULL;
  return g_ptr_array_steal_index (list, 0);
}

/* ---- writing one row ---- */

const char xyb_enterprise_insert_sql[]
  = "INSERT INTO enterprise"
    "  (id, name, credit_code, code_confirmed, unit_id, industry, above_scale, founded_on,"
    "   legal_person, products, headcount, contact, phone, closed, note)"
    " VALUES"
    "  (:id, :name, :credit_code, :code_confirmed, :unit, :industry, :above_scale, :founded_on,"
    "   :legal_person, :products, :headcount, :contact, :phone, :closed, :note)";

const char xyb_enterprise_update_sql[]
  = "UPDATE enterprise SET name = :name, credit_code = :credit_code,"
    "       code_confirmed = :code_confirmed, unit_id = :unit, industry = :industry,"
    "       above_scale = :above_scale, founded_on = :founded_on, legal_person = :legal_person,"
    "       products = :products, headcount = :headcount, contact = :contact, phone = :phone,"
    "       closed = :closed, note = :note"
    " WHERE id = :id";

/**
 * xyb_enterprise_bind:
 *
 * Binds a validated enterprise to xyb_enterprise_insert_sql or xyb_enterprise_update_sql.
 */
void
xyb_enterprise_bind (sqlite3_stmt *stmt, const XybEnterprise *enterprise)
{
  gint64 above_scale
    = enterprise->above_scale == XYB_TRI_UNSAID ? XYB_UNSAID : (gint64) enterprise->above_scale;

  xyb_stmt_bind_int (stmt, ":id", enterprise->id);
  xyb_stmt_bind_text (stmt, ":name", enterprise->name);
  xyb_stmt_bind_text (stmt, ":credit_code", enterprise->credit_code);
  xyb_stmt_bind_int (stmt, ":code_confirmed", enterprise->code_confirmed ? 1 : 0);
  xyb_stmt_bind_id (stmt, ":unit", enterprise->unit_id);
  xyb_stmt_bind_id (stmt, ":industry", enterprise->industry);
  xyb_stmt_bind_int_or_null (stmt, ":above_scale", above_scale);
  xyb_stmt_bind_text (stmt, ":founded_on", enterprise->founded_on);
  xyb_stmt_bind_text (stmt, ":legal_person", enterprise->legal_person);
  xyb_stmt_bind_text (stmt, ":products", enterprise->products);
  xyb_stmt_bind_int_or_null (stmt, ":headcount", enterprise->headcount);
  xyb_stmt_bind_text (stmt, ":contact", enterprise->contact);
  xyb_stmt_bind_text (stmt, ":phone", enterprise->phone);
  xyb_stmt_bind_int (stmt, ":closed", enterprise->closed ? 1 : 0);
  xyb_stmt_bind_text (stmt, ":note", enterprise->note);
}

typedef struct
{
  XybEnterprise *enterprise;
  const XybEnterprise *old; /* NULL for a new one */
  const char *today;
} SaveEnterprise;

static gboolean
is_renamed (const XybEnterprise *old, const XybEnterprise *enterprise)
{
  return old != NULL && g_strcmp0 (old->name, enterprise->name) != 0;
}

static gboolean
keep_former_name (XybStore *store, const SaveEnterprise *save, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "INSERT INTO enterprise_name (id, enterprise_id, name, until)"
                         " VALUES (:id, :enterprise, :name, :until)",
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", xyb_store_new_id (store));
  xyb_stmt_bind_int (stmt, ":enterprise", save->old->id);
  xyb_stmt_bind_text (stmt, ":name", save->old->name);
  xyb_stmt_bind_text (stmt, ":until", save->today);
  return xyb_store_run (store, stmt, error);
}

static gboolean
save_edit (XybStore *store, gpointer user_data, GError **error)
{
  const SaveEnterprise *save = user_data;
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         save->old == NULL ? xyb_enterprise_insert_sql : xyb_enterprise_update_sql,
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_enterprise_bind (stmt, save->enterprise);
  if (!xyb_store_run (store, stmt, error))
    return FALSE;
  return !is_renamed (save->old, save->enterprise) || keep_former_name (store, save, error);
}

/* ---- what is refused ---- */

/* AMB-12: an enterprise may lack its code; no two may share one. */
static gboolean
code_is_free (XybStore *store, const XybEnterprise *enterprise, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *other = NULL;
  gboolean row = FALSE;

  if (enterprise->credit_code == NULL)
    return TRUE;
  stmt = xyb_store_prepare (
    store, "SELECT name FROM enterprise WHERE credit_code = :code AND id <> :id LIMIT 1", error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":code", enterprise->credit_code);
  xyb_stmt_bind_int (stmt, ":id", enterprise->id);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  other = xyb_stmt_dup_text (stmt, 0);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("统一社会信用代码 %s 已登记给「%s」，请核对代码，或直接修改那一家。"),
               enterprise->credit_code, other);
  return FALSE;
}

static gboolean
unit_is_district (XybStore *store, const XybEnterprise *enterprise, GError **error)
{
  g_autofree char *district = NULL;

  if (enterprise->unit_id == 0)
    return TRUE;
  district = xyb_lookup_district (store, enterprise->unit_id, error);
  return district != NULL;
}

static char *
label_of_save (const XybEnterprise *old, const XybEnterprise *enterprise)
{
  if (old == NULL)
    return g_strdup_printf (_ ("新增企业：%s"), enterprise->name);
  if (is_renamed (old, enterprise))
    return g_strdup_printf (_ ("企业更名：%s → %s"), old->name, enterprise->name);
  if (enterprise->closed && !old->closed)
    return g_strdup_printf (_ ("企业注销：%s"), enterprise->name);
  if (old->closed && !enterprise->closed)
    return g_strdup_printf (_ ("恢复企业：%s"), enterprise->name);
  return g_strdup_printf (_ ("修改企业：%s"), enterprise->name);
}

/**
 * xyb_enterprise_store_save:
 * @enterprise: cleaned in place; id 0 inserts and gets one
 * @today: (nullable): ISO date of the day
 *
 * Adds or changes an enterprise. A changed name keeps the old one as a former name given up on
 * @today (ENT-07); former_names itself is not written. A code that fails its check is taken only
 * with code_confirmed (§19.1).
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_EXISTS where another has the code, with
 *   %XYB_STORE_ERROR_NOT_FOUND where the enterprise is gone, or with an error of
 *   xyb_enterprise_validate()
 */
gboolean
xyb_enterprise_store_save (XybStore *store,
                           XybEnterprise *enterprise,
                           const char *today,
                           GError **error)
{
  g_autoptr (XybEnterprise) old = NULL;
  g_autofree char *label = NULL;
  SaveEnterprise save = { enterprise, NULL, today };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (enterprise != NULL, FALSE);

  if (!xyb_check_date (_ ("更名日期"), today, error) || !xyb_enterprise_validate (enterprise, error)
      || !unit_is_district (store, enterprise, error) || !code_is_free (store, enterprise, error))
    return FALSE;
  if (enterprise->id != 0)
    {
      old = xyb_enterprise_store_get (store, enterprise->id, error);
      if (old == NULL)
        return FALSE;
    }
  save.old = old;
  label = label_of_save (old, enterprise);
  if (old == NULL)
    enterprise->id = xyb_store_new_id (store);
  if (xyb_store_edit (store, label, save_edit, &save, error))
    return TRUE;
  if (old == NULL)
    enterprise->id = 0;
  return FALSE;
}

/* ---- removing ---- */

static gboolean
has_done_nothing (XybStore *store, const XybEnterprise *enterprise, GError **error)
{
  gint64 count = 0;

  if (!xyb_lookup_int (store,
                       "SELECT (SELECT count(*) FROM progress WHERE enterprise_id = :a)"
                       "     + (SELECT count(*) FROM contract WHERE enterprise_id = :a)"
                       "     + (SELECT count(*) FROM award WHERE enterprise_id = :a)",
                       enterprise->id, 0, &count, error))
    return FALSE;
  if (count == 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
               _ ("「%s」有示范申报、服务合同或历年认定的记录，不能删除；请改为注销。"),
               enterprise->name);
  return FALSE;
}

/* what stands in the list of a year is not deleted; 注销 is the way. */
static gboolean
is_unused (XybStore *store, const XybEnterprise *enterprise, GError **error)
{
  g_autofree char *years = NULL;

  if (!xyb_lookup_text (store,
                        "SELECT group_concat (year || '年', '、') FROM"
                        "  (SELECT DISTINCT plan.year AS year FROM nomination"
                        "     JOIN plan ON plan.id = nomination.plan_id"
                        "    WHERE enterprise_id = :a ORDER BY plan.year)",
                        enterprise->id, 0, &years, error))
    return FALSE;
  if (years == NULL)
    return has_done_nothing (store, enterprise, error);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
               _ ("「%s」已列入%s的附件2，不能删除；请先从附件2移除，或改为注销。"),
               enterprise->name, years);
  return FALSE;
}

/* Children first and by name: no cascade, so that undo has every row (PROVEN). */
static gboolean
remove_edit (XybStore *store, gpointer user_data, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM return_decision WHERE enterprise_id = :id",
    "DELETE FROM enterprise_name WHERE enterprise_id = :id",
    "DELETE FROM enterprise WHERE id = :id",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, statements[i], error);

      if (stmt == NULL)
        return FALSE;
      xyb_stmt_bind_int (stmt, ":id", *(gint64 *) user_data);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_enterprise_store_remove:
 *
 * Takes an enterprise out of the register that was entered by mistake.
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_IN_USE, naming the years, where it was ever nominated
 */
gboolean
xyb_enterprise_store_remove (XybStore *store, gint64 id, GError **error)
{
  g_autoptr (XybEnterprise) enterprise = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  enterprise = xyb_enterprise_store_get (store, id, error);
  if (enterprise == NULL || !is_unused (store, enterprise, error))
    return FALSE;
  label = g_strdup_printf (_ ("删除企业：%s"), enterprise->name);
  return xyb_store_edit (store, label, remove_edit, &id, error);
}

/* ---- a name that never was one ---- */

static gboolean
remove_name_edit (XybStore *store, gpointer user_data, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "DELETE FROM enterprise_name WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", *(gint64 *) user_data);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_enterprise_store_remove_former_name:
 * @former_id: one of former_names
 *
 * Takes away what stands among the former names because a slip of the pen was mended (ENT-07).
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_NOT_FOUND where it is gone
 */
gboolean
xyb_enterprise_store_remove_former_name (XybStore *store, gint64 former_id, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!xyb_lookup_text (store, "SELECT name FROM enterprise_name WHERE id = :a", former_id, 0,
                        &name, error))
    return FALSE;
  if (name == NULL)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("这个曾用名已经不在了，请刷新后再看。"));
      return FALSE;
    }
  label = g_strdup_printf (_ ("移除曾用名：%s"), name);
  return xyb_store_edit (store, label, remove_name_edit, &former_id, error);
}
