/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "store-fixture.h"
#include "xyb-attachment-store.h"
#include "xyb-safe-file.h"

/* A program to be killed, or to run into a full disk; the Python tests drive it. Says on its
 * standard output what it has done, one line each, and in a refusal the code and the sentence. */

static int
report (gboolean ok, GError *const *error_place)
{
  const GError *error = *error_place; /* looked at only after the job is done */

  if (ok)
    g_print ("ok\n");
  else
    g_print ("refused %s %d %s\n",
             error->domain == XYB_STORE_ERROR  ? "store"
             : error->domain == XYB_FILE_ERROR ? "file"
                                               : g_quark_to_string (error->domain),
             error->code, error->message);
  return ok ? 0 : 1;
}

static gboolean
add_enterprise (XybStore *store, gpointer id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store, "INSERT INTO enterprise (id, name, unit_id) VALUES (:id, '昆山示例' || :id, 1)", error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", *(gint64 *) id);
  return xyb_store_run (store, stmt, error)
         && xyb_store_exec (store, "UPDATE quota SET accreditation = accreditation + 1", error);
}

/* Edits without end; “ack N” only after the commit of N. */
static int
write_for_ever (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, &error);
  gint64 id;

  if (store == NULL)
    return report (FALSE, &error);
  for (id = fixture_query (store, "SELECT max(id) FROM enterprise") + 1;; id++)
    {
      g_autofree char *line = g_strdup_printf ("ack %" G_GINT64_FORMAT "\n", id);

      if (!xyb_store_edit (store, "加企业", add_enterprise, &id, &error)
          || (id % 16 == 0 && !xyb_store_backup_daily (store, NULL, NULL, &error)))
        return report (FALSE, &error);
      if (write (1, line, strlen (line)) < 0)
        return 1;
    }
}

static int
check (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, &error);

  if (store == NULL || !xyb_store_check (store, &error))
    return report (FALSE, &error);
  g_print ("%d %d %d %d\n", (int) fixture_query (store, "SELECT max(id) FROM enterprise"),
           (int) fixture_query (store, "SELECT count(*) FROM enterprise"),
           (int) fixture_query (store, "SELECT sum(accreditation) FROM quota"),
           (int) fixture_query (store, "SELECT count(*) FROM revision"));
  return 0;
}

static gboolean
add_ballast (XybStore *store, gpointer n, GError **error)
{
  g_autofree char *note = g_strnfill (20000, 'n');
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO enterprise (name, note) VALUES ('昆山示例', hex(randomblob(20000)) || :note)",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":note", note);
  for (guint i = 0; i < GPOINTER_TO_UINT (n); i++)
    if (!xyb_store_run (store, stmt, error))
      return FALSE;
  return TRUE;
}

/* Edits until the disk is full: the one that did not fit has left nothing. */
static int
fill_disk (const char *path, const char *n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, &error);

  while (store != NULL)
    {
      g_autofree char *before = fixture_dump (store);
      g_autofree char *after = NULL;

      if (xyb_store_edit (store, "占满", add_ballast, GUINT_TO_POINTER (atoi (n)), &error))
        continue;
      after = fixture_dump (store);
      g_print ("%s ", strcmp (before, after) == 0 ? "same" : "different");
      break;
    }
  return report (FALSE, &error);
}

static int
make (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_create (path, &error);

  return report (store != NULL
                   && xyb_store_edit (store, "数据", fixture_run_sql, (gpointer) FIXTURE_ROWS,
                                      &error),
                 &error);
}

static int
back_up (const char *path, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, &error);

  return report (store != NULL && xyb_store_backup (store, target, TRUE, NULL, NULL, NULL, &error),
                 &error);
}

static int
attach (const char *path, const char *attachment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, &error);
  g_autofree char *sha256
    = store != NULL ? xyb_attachment_store_add (store, attachment, NULL, &error) : NULL;

  return report (sha256 != NULL, &error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const char *job = argc > 2 ? argv[1] : "";

  setlocale (LC_ALL, "");
  if (g_str_equal (job, "make"))
    return make (argv[2]);
  if (g_str_equal (job, "write"))
    return write_for_ever (argv[2]);
  if (g_str_equal (job, "check"))
    return check (argv[2]);
  if (g_str_equal (job, "verify"))
    return report (xyb_store_verify_backup (argv[2], &error), &error);
  if (g_str_equal (job, "fill") && argc > 3)
    return fill_disk (argv[2], argv[3]);
  if (g_str_equal (job, "backup") && argc > 3)
    return back_up (argv[2], argv[3]);
  if (g_str_equal (job, "attach") && argc > 3)
    return attach (argv[2], argv[3]);
  if (g_str_equal (job, "restore") && argc > 3)
    return report (xyb_store_restore (argv[2], argv[3], NULL, &error), &error);
  g_printerr (
    "usage: store-worker make|write|check|verify|fill|backup|attach|restore FILE [ARGUMENT]\n");
  return 2;
}
