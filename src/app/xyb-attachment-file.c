/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-attachment-file.h"

#include "xyb-attachment-store.h"
#include "xyb-compat.h"
#include "xyb-file-name.h"
#include "xyb-i18n.h"

typedef struct
{
  XybOffice *office;
  char *sha256;
  char *name;
  char *path;
  gboolean open; /* afterwards, in its own program */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_object_unref (copy->office);
  g_free (copy->sha256);
  g_free (copy->name);
  g_free (copy->path);
  g_free (copy);
}

static gboolean
write_copy (XybStore *store, const Copy *copy, GError **error)
{
  /* Over a file only where the clerk has agreed to it. */
  return xyb_attachment_store_save_as (store, copy->sha256, copy->name, copy->path, !copy->open,
                                       error);
}

static gboolean
copy_in_thread (XybStore *store,
                XybStoreProgressFunc progress,
                gpointer progress_data,
                GCancellable *cancellable,
                gpointer data,
                GError **error)
{
  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && write_copy (store, data, error);
}

/* Where the desktop has no program for it, its folder is better than nothing. */
static void
show_copy (GtkWidget *parent, const Copy *copy)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  g_autofree char *sentence = NULL;

  if (!copy->open)
    {
      sentence = g_strdup_printf (_ ("已另存附件：%s"), copy->name);
      xyb_office_say (copy->office, sentence);
    }
  else if (xyb_compat_can_open_file (copy->path))
    xyb_compat_open_file (window, copy->path);
  else
    xyb_compat_open_folder_of (window, copy->path);
}

static void
copied_cb (GObject *owner, gpointer data, const GError *error)
{
  const Copy *copy = data;

  if (error == NULL)
    show_copy (GTK_WIDGET (owner), copy);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xyb_office_report (copy->office, error);
}

/* Takes @copy. A scan of a paper can be large: in a thread, where there is a bar to show it. */
static void
run (GtkWidget *parent, XybJobBar *bar, Copy *copy)
{
  g_autoptr (GError) error = NULL;

  if (bar != NULL)
    {
      xyb_job_bar_run (bar, copy->office, _ ("正在复制附件…"), copy_in_thread, copy, copy_free,
                       parent, copied_cb);
      return;
    }
  write_copy (xyb_office_get_store (copy->office), copy, &error);
  copied_cb (G_OBJECT (parent), copy, error);
  copy_free (copy);
}

static Copy *
copy_new (XybOffice *office, const char *sha256, const char *name)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->office = g_object_ref (office);
  copy->sha256 = g_strdup (sha256);
  copy->name = g_strdup (name);
  return copy;
}

/**
 * xyb_attachment_file_open:
 * @parent: a widget of the window
 * @office: the office
 * @bar: (nullable): shows that it takes long
 * @sha256: of the kept file
 * @name: what the record calls it
 *
 * Opens a copy of the file in its own program.
 */
void
xyb_attachment_file_open (GtkWidget *parent,
                          XybOffice *office,
                          XybJobBar *bar,
                          const char *sha256,
                          const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("xinyongban-XXXXXX", &error);
  g_autofree char *clean = xyb_file_name_clean (name);
  Copy *copy;

  if (folder == NULL)
    {
      xyb_office_report (office, error);
      return;
    }
  copy = copy_new (office, sha256, name);
  copy->path = g_build_filename (folder, clean, NULL);
  copy->open = TRUE;
  run (parent, bar, copy);
}

/**
 * xyb_attachment_file_save:
 * @parent: a widget of the window
 * @office: the office
 * @bar: (nullable): shows that it takes long
 * @sha256: of the kept file
 * @name: what the record calls it
 * @path: where to; what is there is replaced
 *
 * Writes a copy of the file.
 */
void
xyb_attachment_file_save (GtkWidget *parent,
                          XybOffice *office,
                          XybJobBar *bar,
                          const char *sha256,
                          const char *name,
                          const char *path)
{
  Copy *copy = copy_new (office, sha256, name);

  copy->path = g_strdup (path);
  run (parent, bar, copy);
}

/* ---- asking where ---- */

typedef struct
{
  GtkWidget *parent;
  XybJobBar *bar;
  Copy *copy;
} Asking;

static void
path_chosen_cb (const char *path, gpointer user_data)
{
  Asking *asking = user_data;

  if (path != NULL)
    xyb_attachment_file_save (asking->parent, asking->copy->office, asking->bar,
                              asking->copy->sha256, asking->copy->name, path);
  copy_free (asking->copy);
  g_object_unref (asking->parent);
  g_clear_object (&asking->bar);
  g_free (asking);
}

/**
 * xyb_attachment_file_export:
 * @parent: a widget of the window
 * @office: the office
 * @bar: (nullable): shows that it takes long
 * @sha256: of the kept file
 * @name: what the record calls it: proposed as the name of the copy
 *
 * Asks where a copy of the file shall go.
 */
void
xyb_attachment_file_export (GtkWidget *parent,
                            XybOffice *office,
                            XybJobBar *bar,
                            const char *sha256,
                            const char *name)
{
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *clean = xyb_file_name_clean (name);

  asking->parent = g_object_ref (parent);
  asking->bar = bar != NULL ? g_object_ref (bar) : NULL;
  asking->copy = copy_new (office, sha256, name);
  xyb_compat_choose_save (GTK_WINDOW (gtk_widget_get_root (parent)), _ ("另存附件"), NULL, clean,
                          NULL, path_chosen_cb, asking);
}
