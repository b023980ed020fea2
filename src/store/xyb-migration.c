/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-store-engine.h"

/* An older office file climbs to the present schema: a verified backup first, then one transaction
 * for each version, and never a way that loses anything (DESIGN §4). Undo does not go back over a
 * step. */

static gboolean
set_version (XybStore *self, int version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autofree char *label = g_strdup_printf (_ ("数据格式升级到第 %d 版"), version);

  return xyb_store_exec (self, sql, error)
         && xyb_db_add_barrier (self->db, self->path, label, self->operator_name, error);
}

static gboolean
climb (XybStore *self, int version, const char *sql, GError **error)
{
  if (!xyb_store_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (xyb_store_exec (self, sql, error) && set_version (self, version, error)
      && xyb_db_check_references (self->db, self->path, error)
      && xyb_store_exec (self, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (self->db))
    xyb_store_exec (self, "ROLLBACK", NULL);
  return FALSE;
}

/* The statements of one version of this program, as a text that ends. */
GBytes *
xyb_store_load_schema (int version, GError **error)
{
  g_autofree char *path = g_strdup_printf (XYB_STORE_RESOURCE_DIR "sql/schema-%d.sql", version);

  return g_resource_lookup_data (xyb_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
}

/* The statements up to @version: those of @ladder, else this program's own. */
static GBytes *
find_step (const XybLadder *ladder, int version)
{
  for (guint i = 0; i < ladder->n_steps; i++)
    if (ladder->steps[i].version == version)
      return g_bytes_new_static (ladder->steps[i].sql, strlen (ladder->steps[i].sql) + 1);
  return version <= XYB_STORE_SCHEMA_VERSION ? xyb_store_load_schema (version, NULL) : NULL;
}

/**
 * xyb_store_migrate:
 * @from: the file's present version, below that of @ladder
 * @ladder: the steps up
 * @error: %XYB_STORE_ERROR; the file stays at the last version that was reached whole
 */
gboolean
xyb_store_migrate (XybStore *self, int from, const XybLadder *ladder, GError **error)
{
  /* One that failed is tried again at every start: the backup of the first time still holds. */
  if (!xyb_backup_is_current (self, XYB_BACKUP_REASON_MIGRATION)
      && !xyb_store_backup_into_folder (self, XYB_BACKUP_REASON_MIGRATION, NULL, NULL, error))
    {
      g_prefix_error (error, _ ("升级数据格式前要先备份，备份没有成功，没有升级："));
      return FALSE;
    }
  for (int version = from + 1; version <= ladder->version; version++)
    {
      g_autoptr (GBytes) step = find_step (ladder, version);

      if (step == NULL)
        {
          g_autofree char *shown = g_filename_display_name (self->path);

          g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_FAILED,
                       _ ("本程序不会把「%s」升级到数据格式第 %d 版，请重新安装程序。"), shown,
                       version);
          return FALSE;
        }
      if (!climb (self, version, g_bytes_get_data (step, NULL), error))
        return FALSE;
    }
  /* The next program looks at the version in the file's header first. */
  return xyb_store_exec (self, "PRAGMA wal_checkpoint(TRUNCATE)", error);
}
