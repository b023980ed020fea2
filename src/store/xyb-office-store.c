/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-office-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "xyb-amount.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-scheme-private.h"
#include "xyb-store-error.h"

#define SETTING_MAX_CHARS 500

/* ---- settings ---- */

static const struct
{
  const char *key;
  const char *name;    /* in the log */
  const char *initial; /* of a new office */
} settings[] = {
  { XYB_SETTING_OFFICE_NAME, N_ ("单位名称"), "昆山市社会信用体系建设领导小组办公室" },
  { XYB_SETTING_REVENUE_UNIT, N_ ("销售收入单位"), "万元" },
};

static const char *
name_of_setting (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    if (strcmp (settings[i].key, key) == 0)
      return _ (settings[i].name);
  return key;
}

/**
 * xyb_office_store_get_setting:
 *
 * Returns: (transfer full) (nullable): the value; %NULL without @error where nobody said it
 */
char *
xyb_office_store_get_setting (XybStore *store, const char *key, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  stmt = xyb_store_prepare (store, "SELECT value FROM setting WHERE key = :key", error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_text (stmt, ":key", key);
  if (!xyb_store_step (store, stmt, &row, error) || !row)
    return NULL;
  return xyb_stmt_dup_text (stmt, 0);
}

/**
 * xyb_office_store_get_revenue_unit:
 *
 * Returns: the unit of a 去年销售收入 written without one (ENT-03): 万元 unless the office chose
 *   another
 */
XybMoneyUnit
xyb_office_store_get_revenue_unit (XybStore *store)
{
  g_autofree char *name = xyb_office_store_get_setting (store, XYB_SETTING_REVENUE_UNIT, NULL);
  XybMoneyUnit unit = name != NULL ? xyb_money_unit_from_name (name) : XYB_MONEY_UNIT_UNSAID;

  return unit != XYB_MONEY_UNIT_UNSAID ? unit : XYB_MONEY_UNIT_WAN;
}

typedef struct
{
  const char *key;
  const char *value;
} Setting;

static gboolean
set_setting_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Setting *setting = user_data;
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "INSERT INTO setting (key, value) VALUES (:key, :value)"
                         "    ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":key", setting->key);
  xyb_stmt_bind_text (stmt, ":value", setting->value);
  return xyb_store_run (store, stmt, error);
}

static gboolean
check_setting (const char *key, const char *value, GError **error)
{
  if (strcmp (key, XYB_SETTING_REVENUE_UNIT) != 0 || value == NULL
      || xyb_money_unit_from_name (value) != XYB_MONEY_UNIT_UNSAID)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
               _ ("销售收入单位不能是「%s」，请在元、万元、亿元里选。"), value);
  return FALSE;
}

/**
 * xyb_office_store_set_setting:
 * @value: (nullable): %NULL or "" for “not said”
 */
gboolean
xyb_office_store_set_setting (XybStore *store, const char *key, const char *value, GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *label = NULL;
  Setting setting = { key, NULL };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (key != NULL && *key != '\0', FALSE);

  if (!xyb_check_text (name_of_setting (key), value, SETTING_MAX_CHARS, &clean, error)
      || !check_setting (key, clean, error))
    return FALSE;
  setting.value = clean;
  label = g_strdup_printf (_ ("设置：%s 改为 %s"), name_of_setting (key),
                           clean != NULL ? clean : _ ("空白"));
  return xyb_store_edit (store, label, set_setting_edit, &setting, error);
}

/* ---- a new office ---- */

static gboolean
load_presets_edit (XybStore *store, gpointer user_data, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      Setting setting = { settings[i].key, settings[i].initial };

      if (!set_setting_edit (store, &setting, error))
        return FALSE;
    }
  return xyb_preset_load (store, user_data, error);
}

static gboolean
load_plans_edit (XybStore *store, gpointer user_data, GError **error)
{
  return xyb_preset_load_plans (store, NULL, error) && xyb_preset_load_schemes (store, NULL, error);
}

/* A barrier: no number of undos takes the units away under the clerk's work. An office that began
 * with the units alone gets the plans as an edit like any other. */
static gboolean
load_presets (XybStore *store, const int *years, GError **error)
{
  gint64 n_units = 0;
  gint64 n_plans = 0;

  if (!xyb_lookup_int (store, "SELECT count(*) FROM unit", 0, 0, &n_units, error)
      || !xyb_lookup_int (store, "SELECT count(*) FROM plan", 0, 0, &n_plans, error))
    return FALSE;
  if (n_plans > 0)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
                           _ ("这个办公文件里已有单位和方案，预置数据只能装入新建的文件。"));
      return FALSE;
    }
  if (n_units > 0)
    return xyb_store_edit (store, _ ("装入预置的工作方案和考核方案"), load_plans_edit, NULL, error);
  return xyb_store_edit_barrier (store, _ ("装入预置的单位名录、工作方案和考核方案"),
                                 load_presets_edit, (gpointer) years, error);
}

/**
 * xyb_office_store_load_presets:
 *
 * Fills a file that has no units yet with the units, every preset plan and 考核方案, and the
 * settings of the office. Undo stops here. A file that has units but no plan gets the plans and
 * schemes.
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_EXISTS where the file has plans
 */
gboolean
xyb_office_store_load_presets (XybStore *store, GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  return load_presets (store, NULL, error);
}

/**
 * xyb_office_store_has_presets:
 *
 * Returns: whether there is something left of the presets to load
 */
gboolean
xyb_office_store_has_presets (XybStore *store)
{
  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  return xyb_preset_count_missing (store) > 0;
}

static gboolean
load_missing_edit (XybStore *store, gpointer user_data, GError **error)
{
  return xyb_preset_load_missing (store, error);
}

/**
 * xyb_office_store_load_plans:
 * @error: NOT_FOUND where one of its units is gone, and others of %XYB_STORE_ERROR
 *
 * Adds the plans and 考核方案 of the presets the office does not have yet; where it has no units
 * either, those too. What is there stays as it is.
 */
gboolean
xyb_office_store_load_plans (XybStore *store, GError **error)
{
  gint64 n_units = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!xyb_lookup_int (store, "SELECT count(*) FROM unit", 0, 0, &n_units, error))
    return FALSE;
  if (n_units == 0)
    return load_presets (store, NULL, error);
  return xyb_store_edit (store, _ ("载入昆山资料：工作方案和考核方案"), load_missing_edit, NULL,
                         error);
}

/* A file that could not be filled is no office: nothing of it stays. */
static void
discard (XybStore *store, const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  g_object_unref (store);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

/**
 * xyb_office_store_create:
 * @years: (nullable): years of the preset plans wanted, ended by 0; %NULL for all
 *
 * A new office file with the presets in it. Where that fails no file is left behind.
 *
 * Returns: (transfer full): the open store, or %NULL
 */
XybStore *
xyb_office_store_create (const char *path, const int *years, GError **error)
{
  XybStore *store;

  g_return_val_if_fail (path != NULL, NULL);

  if (!xyb_preset_check_years (years, error))
    return NULL;
  store = xyb_store_create (path, error);
  if (store == NULL)
    return NULL;
  if (load_presets (store, years, error))
    return store;
  discard (store, path);
  return NULL;
}
