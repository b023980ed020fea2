/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>

#include "xyb-backup-row.h"
#include "xyb-compat.h"
#include "xyb-date.h"
#include "xyb-dropped-file.h"
#include "xyb-i18n.h"
#include "xyb-moment.h"
#include "xyb-office-store.h"
#include "xyb-safe-file.h"
#include "xyb-settings.h"
#include "xyb-store-error.h"

#define OPEN_FLAGS (XYB_STORE_OPEN_FALL_BACK | XYB_STORE_OPEN_SKIP_CHECK)

static XybFileKind
office_kind (void)
{
  return (XybFileKind){ _ ("信用办工作台办公数据"), "*.xyb" };
}

/* ---- behind the first frame ---- */

typedef struct
{
  XybStore *store; /* the window's; only to open another connection */
  char *problem;   /* of the file */
  char *backup_problem;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_object_unref (check->store);
  g_free (check->problem);
  g_free (check->backup_problem);
  g_free (check);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Check *check = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) backup_error = NULL;
  g_autoptr (XybStore) store = xyb_store_open_again (check->store, &error);

  if (store == NULL || !xyb_store_check (store, &error))
    check->problem = g_strdup (error->message);
  /* A file beside the office that is missing is no reason to go without a backup of the office. */
  if ((error == NULL || g_error_matches (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND))
      && store != NULL && !xyb_store_is_read_only (store)
      && !xyb_store_backup_daily (store, cancellable, NULL, &backup_error))
    check->backup_problem = g_strdup (backup_error->message);
  g_clear_object (&store);
#ifdef __GLIBC__
  /* The pages check and backup went through: the allocator would keep them for good. */
  malloc_trim (0);
#endif
  g_task_return_boolean (task, TRUE);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (XybWindow) self = user_data;
  const Check *check = g_task_get_task_data (G_TASK (result));
  const char *sentence = check->problem != NULL ? check->problem : check->backup_problem;

  if (self->office == NULL || xyb_office_get_store (self->office) != check->store)
    return;
  xyb_office_set_checked (self->office, check->problem);
  xyb_office_set_backed_up (self->office, check->backup_problem);
  if (sentence != NULL)
    xyb_window_show_notice (self, sentence);
  xyb_window_queue_badges (self);
}

/**
 * xyb_window_start_check:
 * @self: the window
 *
 * The integrity check and the daily backup of the open office; both wait for the first frame.
 */
void
xyb_window_start_check (XybWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Check *check;

  if (!self->framed || self->office == NULL)
    return;
  check = g_new0 (Check, 1);
  check->store = g_object_ref (xyb_office_get_store (self->office));
  /* Not as the task's source: the thread may be the last to let go of the task, and of the window.
   */
  task = g_task_new (NULL, NULL, checked_cb, g_object_ref (self));
  g_task_set_source_tag (task, xyb_window_start_check);
  g_task_set_task_data (task, check, check_free);
  g_task_run_in_thread (task, check_in_thread);
}

/* ---- opening ---- */

static void
show_store (XybWindow *self, XybStore *store)
{
  g_autofree char *operator_name = xyb_settings_dup_string (self->settings, "operator");
  g_autoptr (XybOffice) office = NULL;
  g_autofree char *page = NULL;
  int year;

  xyb_settings_get_place (self->settings, xyb_store_get_path (store), &page, &year);
  xyb_store_set_operator (store, operator_name);
  office = xyb_office_new (store, year);
  xyb_window_set_office (self, office);
  xyb_window_start_check (self);
}

static void
fail (XybWindow *self, const char *path, const GError *error)
{
  if (xyb_window_is_welcoming (self))
    xyb_welcome_set_problem (self->welcome, error->message);
  else if (self->office != NULL)
    xyb_compat_tell (GTK_WINDOW (self), _ ("没有打开"), error->message);
  else
    xyb_window_show_closed (self, path, error->message);
}

/**
 * xyb_window_open_path:
 * @self: the window
 * @path: an office file
 *
 * Opens it. If that fails the office that is open stays open; without one the window says why and
 * offers what can be done.
 */
void
xyb_window_open_path (XybWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;

  g_return_if_fail (XYB_IS_WINDOW (self));

  store = xyb_store_open (path, OPEN_FLAGS, &error);
  if (store == NULL)
    fail (self, path, error);
  else
    show_store (self, store);
}

/* Names and telephones of people: for this clerk only (DESIGN §4). */
static gboolean
make_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  xyb_file_set_error (error, errno, _ ("建立文件夹"), folder);
  return FALSE;
}

/**
 * xyb_window_create_office:
 * @self: the window
 * @path: where no file is yet
 * @years: (nullable): as for xyb_office_store_create()
 *
 * Makes a new office file and shows it; says why where that fails.
 */
void
xyb_window_create_office (XybWindow *self, const char *path, const int *years)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;

  if (make_folder_of (path, &error))
    store = xyb_office_store_create (path, years, &error);
  if (store == NULL)
    fail (self, path, error);
  else
    show_store (self, store);
}

/* A stick that was pulled out must not pass in silence: another office is not the same office. */
static void
open_own (XybWindow *self, const char *own, const char *missing)
{
  g_autofree char *shown = missing != NULL ? g_filename_display_name (missing) : NULL;
  g_autofree char *sentence = NULL;

  xyb_window_open_path (self, own);
  if (shown == NULL || self->office == NULL)
    return;
  sentence
    = g_strdup_printf (_ ("上次打开的“%s”找不到了，现在打开的是这台电脑上自己的办公数据。"), shown);
  xyb_window_show_notice (self, sentence);
}

/**
 * xyb_window_open_default:
 * @self: the window
 *
 * Opens the file the clerk opened last, else her own; the first time she is asked where to begin.
 */
void
xyb_window_open_default (XybWindow *self)
{
  g_autofree char *own = xyb_store_default_path ();
  g_autofree char *last = NULL;

  g_return_if_fail (XYB_IS_WINDOW (self));

  last = xyb_settings_dup_string (self->settings, "last-file");
  if (last != NULL && g_file_test (last, G_FILE_TEST_EXISTS))
    xyb_window_open_path (self, last);
  else if (g_file_test (own, G_FILE_TEST_EXISTS))
    open_own (self, own, last);
  else if (last != NULL)
    xyb_window_open_path (self, last); /* says that it is not there, and what can be done */
  else
    xyb_window_show_welcome (self, own);
}

/* ---- chosen by the clerk ---- */

static char *
current_folder (XybWindow *self)
{
  return self->path != NULL ? g_path_get_dirname (self->path) : NULL;
}

/* What the clerk chose is opened again next time. */
static void
keep_as_last (XybWindow *self, const char *path)
{
  if (self->office != NULL && xyb_window_shows_file (self, path))
    xyb_settings_set_string (self->settings, "last-file", self->path);
}

/**
 * xyb_window_shows_file:
 * @self: the window
 * @path: a file
 *
 * Returns: whether @path is the office that is open, by whatever name
 */
gboolean
xyb_window_shows_file (XybWindow *self, const char *path)
{
  g_autofree char *real = realpath (path, NULL);

  return self->office != NULL && g_strcmp0 (real != NULL ? real : path, self->path) == 0;
}

static void
open_chosen_now (XybWindow *self, const char *path)
{
  xyb_window_open_path (self, path);
  keep_as_last (self, path);
}

/**
 * xyb_window_open_chosen:
 * @self: the window
 * @path: an office file the clerk chose
 *
 * Opens it, and next time again. One that is open already is only looked at.
 */
void
xyb_window_open_chosen (XybWindow *self, const char *path)
{
  if (!xyb_window_shows_file (self, path))
    xyb_window_leave_then (self, open_chosen_now, path);
  else
    keep_as_last (self, path);
}

static void
file_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybWindow) self = user_data;

  if (path != NULL && xyb_dropped_file_is_return (path))
    xyb_window_take_file (self, path);
  else if (path != NULL)
    xyb_window_open_chosen (self, path);
}

/**
 * xyb_window_choose_file:
 * @self: the window
 *
 * Asks which office file to open; a workbook that a 区镇 returned is imported.
 */
void
xyb_window_choose_file (XybWindow *self)
{
  XybFileKind kind
    = { _ ("办公数据和区镇交回的表"), "*.xyb;*.xlsx;*.xlsm;*.xls;*.et;*.ods;*.csv;*.txt" };
  g_autofree char *folder = current_folder (self);

  xyb_compat_choose_open (GTK_WINDOW (self), _ ("打开"), folder, &kind, file_chosen_cb,
                          g_object_ref (self));
}

static void
create_now (XybWindow *self, const char *path)
{
  xyb_window_create_office (self, path, NULL);
  keep_as_last (self, path);
}

static void
new_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybWindow) self = user_data;

  if (path != NULL)
    xyb_window_leave_then (self, create_now, path);
}

/**
 * xyb_window_choose_new:
 * @self: the window
 *
 * Asks where to make a new office file.
 */
void
xyb_window_choose_new (XybWindow *self)
{
  XybFileKind kind = office_kind ();
  g_autofree char *folder = current_folder (self);

  xyb_compat_choose_save (GTK_WINDOW (self), _ ("新建办公数据"), folder, _ ("办公数据.xyb"), &kind,
                          new_chosen_cb, g_object_ref (self));
}

/* ---- restore ---- */

#define RESTORE_TRIES 40
#define RESTORE_AGAIN_MS 50

typedef struct
{
  XybWindow *window;
  char *path;
  char *backup_path;
  gboolean replaces; /* something is there now */
  guint tries;
} Restore;

static void
restore_free (Restore *restore)
{
  g_object_unref (restore->window);
  g_free (restore->path);
  g_free (restore->backup_path);
  g_free (restore);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restore, restore_free)

static gboolean
restore_cb (gpointer user_data)
{
  g_autoptr (Restore) restore = user_data;
  XybWindow *self = restore->window;
  g_autofree char *operator_name = xyb_settings_dup_string (self->settings, "operator");
  g_autoptr (GError) error = NULL;

  if (!make_folder_of (restore->path, &error)
      || !xyb_store_restore (restore->path, restore->backup_path, operator_name, &error))
    {
      /* A thread that was just reading has its connection a moment longer. */
      if (g_error_matches (error, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED)
          && restore->tries++ < RESTORE_TRIES)
        {
          g_timeout_add (RESTORE_AGAIN_MS, restore_cb, g_steal_pointer (&restore));
          return G_SOURCE_REMOVE;
        }
      if (xyb_window_is_welcoming (self))
        {
          fail (self, restore->path, error);
          return G_SOURCE_REMOVE;
        }
      xyb_compat_tell (GTK_WINDOW (self), _ ("没有恢复"), error->message);
    }
  xyb_window_open_path (self, restore->path);
  if (error == NULL && self->office != NULL)
    xyb_toaster_say (self->toaster,
                     restore->replaces ? _ ("已从备份恢复，恢复前的数据也留了一份备份")
                                       : _ ("已从备份恢复"),
                     NULL, NULL, XYB_TOAST_SECONDS);
  return G_SOURCE_REMOVE;
}

static void
store_gone_cb (gpointer user_data, GObject *where_the_store_was)
{
  g_idle_add (restore_cb, user_data);
}

/**
 * xyb_window_restore:
 * @self: the window
 * @backup_path: a backup
 *
 * Puts the backup in the place of the office file, which becomes a backup itself, and opens it. The
 * file must not be open here meanwhile: a check or an export in hand is waited for.
 */
void
xyb_window_restore (XybWindow *self, const char *backup_path)
{
  Restore *restore = g_new0 (Restore, 1);

  restore->window = g_object_ref (self);
  restore->path = g_strdup (self->path);
  restore->backup_path = g_strdup (backup_path);
  restore->replaces = g_file_test (self->path, G_FILE_TEST_EXISTS);
  if (self->office == NULL)
    {
      g_idle_add (restore_cb, restore);
      return;
    }
  g_object_weak_ref (G_OBJECT (xyb_office_get_store (self->office)), store_gone_cb, restore);
  xyb_window_set_office (self, NULL);
}

static void
backup_file_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybWindow) self = user_data;

  if (path != NULL)
    xyb_window_leave_then (self, xyb_window_restore, path);
}

static void
choose_backup_file (XybWindow *self)
{
  XybFileKind kind = office_kind ();
  g_autofree char *folder = current_folder (self);

  xyb_compat_choose_open (GTK_WINDOW (self), _ ("选择备份文件"), folder, &kind,
                          backup_file_chosen_cb, g_object_ref (self));
}

static GtkWidget *
backup_list_new (GPtrArray *backups)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), xyb_backup_row_new (backups->pdata[i]));
  gtk_list_box_select_row (GTK_LIST_BOX (list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("备份"),
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  g_object_set_data (G_OBJECT (scrolled), "list", list);
  return scrolled;
}

typedef struct
{
  XybWindow *window;
  GtkListBox *list;
} RestoreChoice;

static void
restore_answer_cb (const char *answer, gpointer user_data)
{
  g_autofree RestoreChoice *choice = user_data;
  g_autoptr (XybWindow) self = choice->window;
  g_autoptr (GtkListBox) list = choice->list;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  if (g_strcmp0 (answer, "file") == 0)
    choose_backup_file (self);
  else if (g_strcmp0 (answer, "restore") == 0 && row != NULL)
    xyb_window_leave_then (self, xyb_window_restore,
                           xyb_backup_row_get_path (XYB_BACKUP_ROW (row)));
}

static void
ask_which (XybWindow *self, GPtrArray *backups)
{
  static const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "file", N_ ("选择文件…"), ADW_RESPONSE_DEFAULT },
    { "restore", N_ ("恢复"), ADW_RESPONSE_DESTRUCTIVE },
  };
  GtkWidget *list = backup_list_new (backups);
  RestoreChoice *choice = g_new0 (RestoreChoice, 1);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *body
    = g_strdup_printf (_ ("“%s”会换成选中的备份；现在的内容先另存为一份备份，不会丢。"), name);

  choice->window = g_object_ref (self);
  choice->list = g_object_ref (g_object_get_data (G_OBJECT (list), "list"));
  xyb_compat_ask (GTK_WINDOW (self), _ ("从备份恢复"), body, answers, G_N_ELEMENTS (answers), list,
                  restore_answer_cb, choice);
}

static void
this_one_answer_cb (const char *answer, gpointer user_data)
{
  g_autofree Restore *restore = user_data;
  g_autoptr (XybWindow) self = restore->window;
  g_autofree char *backup_path = restore->backup_path;

  if (g_strcmp0 (answer, "restore") == 0)
    xyb_window_leave_then (self, xyb_window_restore, backup_path);
}

/* When @backup_path was made, in the clerk's words; else its name. */
static char *
dup_backup_words (XybWindow *self, const char *backup_path)
{
  g_autoptr (GPtrArray) backups = xyb_store_list_backups (self->path, NULL);
  g_autofree char *today = xyb_date_today ();

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const XybBackup *backup = backups->pdata[i];

      if (g_strcmp0 (backup->path, backup_path) == 0)
        return xyb_moment_words (backup->time, today);
    }
  return g_path_get_basename (backup_path);
}

/**
 * xyb_window_ask_restore:
 * @self: the window, with an office
 * @backup_path: a backup
 *
 * Asks whether to go back to this one.
 */
void
xyb_window_ask_restore (XybWindow *self, const char *backup_path)
{
  static const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "restore", N_ ("恢复"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *backup = dup_backup_words (self, backup_path);
  g_autofree char *body
    = g_strdup_printf (_ ("数据会回到“%s”那份备份的样子；现在的内容先另存为一份备份，不会丢。"),
                       backup);
  Restore *restore = g_new0 (Restore, 1);

  restore->window = g_object_ref (self);
  restore->backup_path = g_strdup (backup_path);
  xyb_compat_ask (GTK_WINDOW (self), _ ("从备份恢复"), body, answers, G_N_ELEMENTS (answers), NULL,
                  this_one_answer_cb, restore);
}

/**
 * xyb_window_choose_backup:
 * @self: the window
 *
 * Asks which backup to go back to.
 */
void
xyb_window_choose_backup (XybWindow *self)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  if (self->path == NULL)
    return;
  backups = xyb_store_list_backups (self->path, &error);
  if (backups != NULL && backups->len > 0)
    ask_which (self, backups);
  else
    choose_backup_file (self);
}
