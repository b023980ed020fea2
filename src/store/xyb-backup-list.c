/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "xyb-i18n.h"
#include "xyb-safe-file.h"
#include "xyb-store-engine.h"

/* The backups beside an office: their folder, their names, and which daily ones have had their
 * time.
 *
 * A name is STEM-SEQUENCE-DATE-TIME-REASON.xyb: office-000123-20201120-083000-每日.xyb. The
 * sequence decides what is older; the clock only says what counts as one day, week or month, so a
 * clock that jumps neither hides nor deletes anything. */

#define KEEP_DAILY 12
#define KEEP_WEEKLY 10
#define KEEP_MONTHLY 9

#define OFFICE_ENDING ".xyb"

void
xyb_backup_free (XybBackup *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->time);
  g_free (self->reason);
  g_free (self);
}

/* Beside the office file. */
char *
xyb_backup_folder (const char *office_path)
{
  return g_strconcat (office_path, XYB_BACKUP_FOLDER_ENDING, NULL);
}

/**
 * xyb_store_dup_backup_folder:
 * @office_path: an office file
 *
 * Returns: (transfer full): the folder its backups are in, which may not be there yet
 */
char *
xyb_store_dup_backup_folder (const char *office_path)
{
  g_autofree char *absolute = xyb_office_file_resolve (office_path, NULL);

  return xyb_backup_folder (absolute != NULL ? absolute : office_path);
}

static char *
stem_of (const char *office_path)
{
  g_autofree char *base = g_path_get_basename (office_path);

  if (g_str_has_suffix (base, OFFICE_ENDING))
    base[strlen (base) - strlen (OFFICE_ENDING)] = '\0';
  return g_steal_pointer (&base);
}

/* The name of the backup after @sequence - 1. */
char *
xyb_backup_name (const char *office_path, gint64 sequence, const char *reason)
{
  g_autofree char *stem = stem_of (office_path);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");

  return g_strdup_printf ("%s-%06" G_GINT64_FORMAT "-%s-%s" OFFICE_ENDING, stem, sequence, time,
                          reason);
}

/* Only what this program named itself is ever counted or deleted. */
static XybBackup *
parse_name (const char *folder, const char *stem, const char *name)
{
  g_autoptr (GRegex) regex = g_regex_new (
    "^-(\\d{6,18})-(\\d{4})(\\d\\d)(\\d\\d)-(\\d\\d)(\\d\\d)(\\d\\d)-([^-/]+)\\.xyb$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *sequence = NULL;
  XybBackup *backup;
  GStatBuf info;

  if (!g_str_has_prefix (name, stem) || !g_regex_match (regex, name + strlen (stem), 0, &match))
    return NULL;
  backup = g_new0 (XybBackup, 1);
  sequence = g_match_info_fetch (match, 1);
  backup->sequence = g_ascii_strtoll (sequence, NULL, 10);
  backup->time = g_match_info_expand_references (match, "\\2-\\3-\\4 \\5:\\6:\\7", NULL);
  backup->reason = g_match_info_fetch (match, 8);
  backup->path = g_build_filename (folder, name, NULL);
  if (g_stat (backup->path, &info) == 0)
    backup->bytes = info.st_size;
  return backup;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const XybBackup *left = *(const XybBackup *const *) a;
  const XybBackup *right = *(const XybBackup *const *) b;

  if (left->sequence != right->sequence)
    return left->sequence < right->sequence ? 1 : -1;
  return -g_strcmp0 (left->path, right->path);
}

/**
 * xyb_store_list_backups:
 * @office_path: an office file, which may be missing or damaged
 * @error: %XYB_FILE_ERROR where the folder cannot be read
 *
 * Returns: (transfer full) (element-type XybBackup): the backups in the folder beside it, latest
 * first by sequence; empty where there is none
 */
GPtrArray *
xyb_store_list_backups (const char *office_path, GError **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *stem = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) local = NULL;
  const char *name;

  g_return_val_if_fail (office_path != NULL, NULL);

  absolute = xyb_office_file_resolve (office_path, NULL);
  if (absolute == NULL)
    absolute = g_canonicalize_filename (office_path, NULL);
  folder = xyb_backup_folder (absolute);
  stem = stem_of (absolute);
  backups = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_backup_free);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&backups);
  dir = g_dir_open (folder, 0, &local);
  if (dir == NULL)
    {
      xyb_file_set_error (error, EACCES, _ ("读取"), folder);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      XybBackup *backup = parse_name (folder, stem, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_latest_first);
  return g_steal_pointer (&backups);
}

/* ---- which daily ones have had their time ---- */

/* 2020-W47; a date nobody can place is a week of its own. */
static char *
week_of (const char *time)
{
  g_autoptr (GDateTime) date = NULL;
  int year = 0, month = 0, day = 0;

  if (sscanf (time, "%4d-%2d-%2d", &year, &month, &day) == 3)
    date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return date != NULL ? g_date_time_format (date, "%G-W%V") : g_strndup (time, 10);
}

/* Whether @key is new among at most @max; then it takes a place. */
static gboolean
takes_place (GHashTable *seen, char *key, guint max)
{
  g_autofree char *owned = key;

  if (g_hash_table_contains (seen, owned) || g_hash_table_size (seen) >= max)
    return FALSE;
  return g_hash_table_add (seen, g_steal_pointer (&owned));
}

/**
 * xyb_backup_select_outdated:
 * @backups: (element-type XybBackup): good backups, latest first by sequence
 *
 * The last 12 days, 10 weeks and 9 months that have a daily backup keep their latest one, “last”
 * counted by sequence. Those made by hand, before a migration or before a restore are never among
 * the outdated and take nobody's place.
 *
 * Returns: (transfer container) (element-type XybBackup): what may be deleted
 */
GPtrArray *
xyb_backup_select_outdated (GPtrArray *backups)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) weeks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *outdated = g_ptr_array_new ();

  for (guint i = 0; i < backups->len; i++)
    {
      const XybBackup *backup = g_ptr_array_index (backups, i);
      gboolean kept;

      if (!g_str_equal (backup->reason, XYB_BACKUP_REASON_DAILY))
        continue;
      kept = takes_place (days, g_strndup (backup->time, 10), KEEP_DAILY);
      kept = takes_place (weeks, week_of (backup->time), KEEP_WEEKLY) || kept;
      kept = takes_place (months, g_strndup (backup->time, 7), KEEP_MONTHLY) || kept;
      if (!kept)
        g_ptr_array_add (outdated, (gpointer) backup);
    }
  return outdated;
}
