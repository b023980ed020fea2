/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-provider-store.h"

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-store-error.h"

/* ---- providers ---- */

GPtrArray *
xyb_provider_store_list (XybStore *store, GError **error)
{
  g_autoptr (GPtrArray) providers
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_provider_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (store,
                            "SELECT id, name, credit_code, contact, phone, closed, note"
                            "  FROM service_provider ORDER BY closed, name, id",
                            error);
  while (stmt != NULL && xyb_store_step (store, stmt, &row, error))
    {
      XybProvider *provider;

      if (!row)
        return g_steal_pointer (&providers);
      provider = xyb_provider_new ();
      provider->id = sqlite3_column_int64 (stmt, 0);
      provider->name = xyb_stmt_dup_text (stmt, 1);
      provider->credit_code = xyb_stmt_dup_text (stmt, 2);
      provider->contact = xyb_stmt_dup_text (stmt, 3);
      provider->phone = xyb_stmt_dup_text (stmt, 4);
      provider->closed = sqlite3_column_int (stmt, 5) != 0;
      provider->note = xyb_stmt_dup_text (stmt, 6);
      g_ptr_array_add (providers, provider);
    }
  return NULL;
}

static XybProvider *
refuse_unknown (GError **error, const char *sentence)
{
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND, sentence);
  return NULL;
}

/**
 * xyb_provider_store_get:
 *
 * Returns: (transfer full): %NULL with %XYB_STORE_ERROR_NOT_FOUND where there is none
 */
XybProvider *
xyb_provider_store_get (XybStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) all = xyb_provider_store_list (store, error);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    if (((XybProvider *) all->pdata[i])->id == id)
      return xyb_provider_copy (all->pdata[i]);
  return refuse_unknown (error, _ ("这家服务机构已经没有了，请刷新后再看。"));
}

static gboolean
find_by_name (XybStore *store, const char *name, gint64 *out_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT id FROM service_provider WHERE name = :name ORDER BY id LIMIT 1",
                         error);
  gboolean row = FALSE;

  *out_id = 0;
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":name", name);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  *out_id = row ? sqlite3_column_int64 (stmt, 0) : 0;
  return TRUE;
}

/**
 * xyb_provider_store_find:
 *
 * Returns: (transfer full): %NULL with %XYB_STORE_ERROR_NOT_FOUND where there is none of that name
 */
XybProvider *
xyb_provider_store_find (XybStore *store, const char *name, GError **error)
{
  g_autoptr (XybProvider) sought = xyb_provider_new ();
  g_autofree char *sentence = NULL;
  gint64 id = 0;

  sought->name = g_strdup (name);
  if (!xyb_provider_validate (sought, error) || !find_by_name (store, sought->name, &id, error))
    return NULL;
  if (id != 0)
    return xyb_provider_store_get (store, id, error);
  sentence = g_strdup_printf (_ ("没有登记服务机构「%s」，请核对名称。"), sought->name);
  return refuse_unknown (error, sentence);
}

static gboolean
provider_edit (XybStore *store, gpointer user_data, GError **error)
{
  const XybProvider *provider = user_data;
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO service_provider (id, name, credit_code, contact, phone, closed, note)"
    " VALUES (:id, :name, :code, :contact, :phone, :closed, :note)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name, credit_code = excluded.credit_code,"
    "   contact = excluded.contact, phone = excluded.phone, closed = excluded.closed,"
    "   note = excluded.note",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", provider->id);
  xyb_stmt_bind_text (stmt, ":name", provider->name);
  xyb_stmt_bind_text (stmt, ":code", provider->credit_code);
  xyb_stmt_bind_text (stmt, ":contact", provider->contact);
  xyb_stmt_bind_text (stmt, ":phone", provider->phone);
  xyb_stmt_bind_int (stmt, ":closed", provider->closed ? 1 : 0);
  xyb_stmt_bind_text (stmt, ":note", provider->note);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_provider_store_save:
 * @provider: cleaned in place; id 0 inserts and gets one
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_EXISTS where another one has the name, or with an error of
 *   xyb_provider_validate()
 */
gboolean
xyb_provider_store_save (XybStore *store, XybProvider *provider, GError **error)
{
  g_autofree char *label = NULL;
  gint64 other = 0;
  gint64 id;

  g_return_val_if_fail (XYB_IS_STORE (store) && provider != NULL, FALSE);

  if (!xyb_provider_validate (provider, error)
      || !find_by_name (store, provider->name, &other, error))
    return FALSE;
  if (other != 0 && other != provider->id)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
                   _ ("已经有服务机构「%s」，请直接修改它。"), provider->name);
      return FALSE;
    }
  id = provider->id;
  label
    = g_strdup_printf (id == 0 ? _ ("新增服务机构：%s") : _ ("修改服务机构：%s"), provider->name);
  if (id == 0)
    provider->id = xyb_store_new_id (store);
  if (xyb_store_edit (store, label, provider_edit, provider, error))
    return TRUE;
  provider->id = id;
  return FALSE;
}

gboolean
xyb_provider_store_ensure (XybStore *store, const char *name, gint64 *out_id, GError **error)
{
  g_autoptr (XybProvider) provider = xyb_provider_new ();

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  provider->name = g_strdup (name);
  if (!xyb_provider_validate (provider, error)
      || !find_by_name (store, provider->name, out_id, error))
    return FALSE;
  if (*out_id != 0)
    return TRUE;
  if (!xyb_provider_store_save (store, provider, error))
    return FALSE;
  *out_id = provider->id;
  return TRUE;
}

/* ---- contracts ---- */

static XybContract *
read_contract (sqlite3_stmt *stmt)
{
  XybContract *contract = xyb_contract_new ();

  contract->id = sqlite3_column_int64 (stmt, 0);
  contract->provider_id = sqlite3_column_int64 (stmt, 1);
  contract->provider_name = xyb_stmt_dup_text (stmt, 2);
  contract->enterprise_id = sqlite3_column_int64 (stmt, 3);
  contract->enterprise_name = xyb_stmt_dup_text (stmt, 4);
  contract->kind = (XybContractKind) sqlite3_column_int (stmt, 5);
  contract->signed_on = xyb_stmt_dup_text (stmt, 6);
  contract->starts_on = xyb_stmt_dup_text (stmt, 7);
  contract->ends_on = xyb_stmt_dup_text (stmt, 8);
  contract->filed = sqlite3_column_int (stmt, 9) != 0;
  contract->stamped = sqlite3_column_int (stmt, 10) != 0;
  contract->note = xyb_stmt_dup_text (stmt, 11);
  contract->unit_name = xyb_stmt_dup_text (stmt, 12);
  return contract;
}

GPtrArray *
xyb_contract_store_list (XybStore *store, gint64 enterprise_id, gint64 provider_id, GError **error)
{
  g_autoptr (GPtrArray) contracts
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_contract_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (
    store,
    "SELECT c.id, v.id, v.name, e.id, e.name, c.kind, c.signed_on, c.starts_on, c.ends_on,"
    "       c.filed, c.stamped, c.note, u.name"
    "  FROM contract AS c JOIN service_provider AS v ON v.id = c.provider_id"
    "  JOIN enterprise AS e ON e.id = c.enterprise_id"
    "  LEFT JOIN unit AS u ON u.id = e.unit_id"
    " WHERE (:enterprise IS NULL OR c.enterprise_id = :enterprise)"
    "   AND (:provider IS NULL OR c.provider_id = :provider)"
    " ORDER BY c.signed_on, c.id",
    error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_id (stmt, ":enterprise", enterprise_id);
  xyb_stmt_bind_id (stmt, ":provider", provider_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return g_steal_pointer (&contracts);
      g_ptr_array_add (contracts, read_contract (stmt));
    }
  return NULL;
}

static gboolean
contract_edit (XybStore *store, gpointer user_data, GError **error)
{
  const XybContract *contract = user_data;
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO contract (id, provider_id, enterprise_id, kind, signed_on, starts_on, ends_on,"
    "                      filed, stamped, note)"
    " VALUES (:id, :provider, :enterprise, :kind, :signed, :starts, :ends, :filed, :stamped, :note)"
    " ON CONFLICT (id) DO UPDATE SET provider_id = excluded.provider_id,"
    "   enterprise_id = excluded.enterprise_id, kind = excluded.kind,"
    "   signed_on = excluded.signed_on, starts_on = excluded.starts_on,"
    "   ends_on = excluded.ends_on, filed = excluded.filed, stamped = excluded.stamped,"
    "   note = excluded.note",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", contract->id);
  xyb_stmt_bind_int (stmt, ":provider", contract->provider_id);
  xyb_stmt_bind_int (stmt, ":enterprise", contract->enterprise_id);
  xyb_stmt_bind_int (stmt, ":kind", contract->kind);
  xyb_stmt_bind_text (stmt, ":signed", contract->signed_on);
  xyb_stmt_bind_text (stmt, ":starts", contract->starts_on);
  xyb_stmt_bind_text (stmt, ":ends", contract->ends_on);
  xyb_stmt_bind_int (stmt, ":filed", contract->filed ? 1 : 0);
  xyb_stmt_bind_int (stmt, ":stamped", contract->stamped ? 1 : 0);
  xyb_stmt_bind_text (stmt, ":note", contract->note);
  return xyb_store_run (store, stmt, error);
}

static gboolean
load_names (XybStore *store, XybContract *contract, GError **error)
{
  g_clear_pointer (&contract->enterprise_name, g_free);
  g_clear_pointer (&contract->provider_name, g_free);
  if (!xyb_lookup_text (store, "SELECT name FROM enterprise WHERE id = :a", contract->enterprise_id,
                        0, &contract->enterprise_name, error)
      || !xyb_lookup_text (store, "SELECT name FROM service_provider WHERE id = :a",
                           contract->provider_id, 0, &contract->provider_name, error))
    return FALSE;
  if (contract->enterprise_name != NULL && contract->provider_name != NULL)
    return TRUE;
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                       contract->enterprise_name == NULL
                         ? _ ("合同的企业不在名录里，请先新增这家企业。")
                         : _ ("合同的服务机构没有登记，请先登记服务机构。"));
  return FALSE;
}

/**
 * xyb_contract_store_save:
 * @contract: cleaned in place, its names are filled in; id 0 inserts and gets one
 * @today: ISO date
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_NOT_FOUND or an error of xyb_contract_validate()
 */
gboolean
xyb_contract_store_save (XybStore *store, XybContract *contract, const char *today, GError **error)
{
  g_autofree char *label = NULL;
  gint64 id;

  g_return_val_if_fail (XYB_IS_STORE (store) && contract != NULL, FALSE);

  if (!load_names (store, contract, error) || !xyb_contract_validate (contract, today, error))
    return FALSE;
  id = contract->id;
  label = g_strdup_printf (id == 0 ? _ ("登记%s：%s 与 %s") : _ ("修改%s：%s 与 %s"),
                           xyb_contract_kind_name (contract->kind), contract->enterprise_name,
                           contract->provider_name);
  if (id == 0)
    contract->id = xyb_store_new_id (store);
  if (xyb_store_edit (store, label, contract_edit, contract, error))
    return TRUE;
  contract->id = id;
  return FALSE;
}

typedef struct
{
  XybContract *contract;
  const char *provider;
  const char *today;
} Adding;

static gboolean
add_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Adding *adding = user_data;

  return xyb_provider_store_ensure (store, adding->provider, &adding->contract->provider_id, error)
         && xyb_contract_store_save (store, adding->contract, adding->today, error);
}

gboolean
xyb_contract_store_add (XybStore *store,
                        XybContract *contract,
                        const char *provider,
                        const char *today,
                        GError **error)
{
  Adding adding = { contract, provider, today };
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && contract != NULL, FALSE);

  if (!xyb_lookup_text (store, "SELECT name FROM enterprise WHERE id = :a", contract->enterprise_id,
                        0, &name, error))
    return FALSE;
  label = g_strdup_printf (_ ("登记服务合同：%s 与 %s"), name != NULL ? name : "",
                           provider != NULL ? provider : "");
  return xyb_store_edit (store, label, add_edit, &adding, error);
}

static gboolean
remove_edit (XybStore *store, gpointer user_data, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "DELETE FROM contract WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", *(gint64 *) user_data);
  return xyb_store_run (store, stmt, error);
}

gboolean
xyb_contract_store_remove (XybStore *store, gint64 id, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!xyb_lookup_text (store,
                        "SELECT e.name FROM contract AS c JOIN enterprise AS e"
                        "    ON e.id = c.enterprise_id WHERE c.id = :a",
                        id, 0, &name, error))
    return FALSE;
  if (name == NULL)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("这份合同已经没有了，请刷新后再看。"));
      return FALSE;
    }
  label = g_strdup_printf (_ ("删除服务合同：%s"), name);
  return xyb_store_edit (store, label, remove_edit, &id, error);
}
