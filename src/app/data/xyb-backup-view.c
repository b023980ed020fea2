/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-backup-view.h"

#include <inttypes.h>

#include "xyb-backup-row.h"
#include "xyb-compat.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-moment.h"
#include "xyb-tag.h"

struct _XybBackupView
{
  AdwBin parent_instance;

  /* template widgets */
  AdwActionRow *health_row;
  XybTag *health_tag;
  AdwActionRow *daily_row;
  AdwActionRow *folder_row;
  GtkLabel *summary;
  GtkWidget *verify_button;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkListBox *list;

  /* owned */
  XybOffice *office;
  XybJobBar *bar;
  GHashTable *found; /* path → Finding: what is known of a backup */
};

G_DEFINE_FINAL_TYPE (XybBackupView, xyb_backup_view, ADW_TYPE_BIN)

/* ---- what is known of a backup ---- */

typedef struct
{
  XybBackupState state;
  char *sentence;
} Finding;

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_free (finding->sentence);
  g_free (finding);
}

static void
remember (XybBackupView *self, const char *path, XybBackupState state, const char *sentence)
{
  Finding *finding = g_new0 (Finding, 1);

  finding->state = state;
  finding->sentence = g_strdup (sentence);
  g_hash_table_insert (self->found, g_strdup (path), finding);
}

static void
show_finding (XybBackupView *self, XybBackupRow *row)
{
  const Finding *finding = g_hash_table_lookup (self->found, xyb_backup_row_get_path (row));

  if (finding != NULL)
    xyb_backup_row_set_state (row, finding->state, finding->sentence);
  else
    xyb_backup_row_set_state (row, XYB_BACKUP_UNKNOWN, NULL);
}

static void
show_findings (XybBackupView *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (XYB_IS_BACKUP_ROW (row))
      show_finding (self, XYB_BACKUP_ROW (row));
}

/* ---- jobs ---- */

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* One that was stopped is said in passing, any other failure until it is read. */
static gboolean
has_failed (XybBackupView *self, const GError *error)
{
  if (is_cancelled (error))
    xyb_office_say (self->office, _ ("已停止"));
  else if (error != NULL)
    xyb_office_report (self->office, error);
  return error != NULL;
}

typedef struct
{
  char *path; /* NULL: into the folder beside the office */
} Saving;

static void
saving_free (gpointer data)
{
  g_free (((Saving *) data)->path);
  g_free (data);
}

static gboolean
save_in_thread (XybStore *store,
                XybStoreProgressFunc progress,
                gpointer progress_data,
                GCancellable *cancellable,
                gpointer data,
                GError **error)
{
  Saving *saving = data;

  if (saving->path != NULL)
    return xyb_store_backup (store, saving->path, TRUE, progress, progress_data, cancellable,
                             error);
  return xyb_store_backup_now (store, progress, progress_data, cancellable, &saving->path, error);
}

static void
saved_cb (GObject *owner, gpointer data, const GError *error)
{
  XybBackupView *self = XYB_BACKUP_VIEW (owner);
  const Saving *saving = data;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (has_failed (self, error))
    return;
  name = g_path_get_basename (saving->path);
  sentence = g_strdup_printf (_ ("已备份并核对无误：%s"), name);
  remember (self, saving->path, XYB_BACKUP_GOOD, NULL);
  xyb_office_say (self->office, sentence);
  xyb_backup_view_reload (self);
}

static void
start_saving (XybBackupView *self, const char *path)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->path = g_strdup (path);
  xyb_job_bar_run (self->bar, self->office, _ ("正在备份…"), save_in_thread, saving, saving_free,
                   self, saved_cb);
}

/* ---- trial restore ---- */

typedef struct
{
  char *path;
  XybBackupReport report;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  xyb_backup_report_clear (&trial->report);
  g_free (trial->path);
  g_free (trial);
}

static gboolean
try_in_thread (XybStore *store,
               XybStoreProgressFunc progress,
               gpointer progress_data,
               GCancellable *cancellable,
               gpointer data,
               GError **error)
{
  Trial *trial = data;

  return xyb_store_test_restore (trial->path, &trial->report, error);
}

static void
tried_cb (GObject *owner, gpointer data, const GError *error)
{
  XybBackupView *self = XYB_BACKUP_VIEW (owner);
  const Trial *trial = data;
  g_autofree char *sentence
    = error == NULL ? xyb_backup_report_sentence (&trial->report) : g_strdup (error->message);

  remember (self, trial->path, error == NULL ? XYB_BACKUP_GOOD : XYB_BACKUP_BAD, sentence);
  show_findings (self);
  xyb_office_say (self->office,
                  error == NULL ? _ ("试恢复成功，现在的数据没有动") : _ ("这份备份不能恢复"));
}

static void
row_test_cb (XybBackupRow *row, XybBackupView *self)
{
  Trial *trial = g_new0 (Trial, 1);

  trial->path = g_strdup (xyb_backup_row_get_path (row));
  xyb_job_bar_run (self->bar, self->office, _ ("正在试恢复…"), try_in_thread, trial, trial_free,
                   self, tried_cb);
}

/* ---- looking over all backups ---- */

typedef struct
{
  GPtrArray *paths;
  GPtrArray *problems; /* of char*, NULL: good; as many as were looked over */
} Verifying;

static void
verifying_free (gpointer data)
{
  Verifying *verifying = data;

  g_ptr_array_unref (verifying->paths);
  g_ptr_array_unref (verifying->problems);
  g_free (verifying);
}

static gboolean
verify_in_thread (XybStore *store,
                  XybStoreProgressFunc progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  gpointer data,
                  GError **error)
{
  Verifying *verifying = data;

  for (guint i = 0; i < verifying->paths->len; i++)
    {
      g_autoptr (GError) local = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      xyb_store_verify_backup (verifying->paths->pdata[i], &local);
      g_ptr_array_add (verifying->problems, local != NULL ? g_strdup (local->message) : NULL);
      progress (i + 1, verifying->paths->len, progress_data);
    }
  return TRUE;
}

static void
verified_cb (GObject *owner, gpointer data, const GError *error)
{
  XybBackupView *self = XYB_BACKUP_VIEW (owner);
  const Verifying *verifying = data;
  g_autofree char *sentence = NULL;
  guint bad = 0;

  for (guint i = 0; i < verifying->problems->len; i++)
    {
      const char *problem = verifying->problems->pdata[i];

      bad += problem != NULL;
      remember (self, verifying->paths->pdata[i],
                problem != NULL ? XYB_BACKUP_BAD : XYB_BACKUP_GOOD, problem);
    }
  show_findings (self);
  if (has_failed (self, error))
    return;
  sentence = bad > 0 ? g_strdup_printf (_ ("%u 份备份里有 %u 份损坏"), verifying->paths->len, bad)
                     : g_strdup_printf (_ ("%u 份备份都完好"), verifying->paths->len);
  xyb_office_say (self->office, sentence);
}

static void
verify_clicked_cb (GtkButton *button, XybBackupView *self)
{
  Verifying *verifying = g_new0 (Verifying, 1);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  verifying->paths = g_ptr_array_new_with_free_func (g_free);
  verifying->problems = g_ptr_array_new_with_free_func (g_free);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (XYB_IS_BACKUP_ROW (row))
      g_ptr_array_add (verifying->paths, g_strdup (xyb_backup_row_get_path (XYB_BACKUP_ROW (row))));
  xyb_job_bar_run (self->bar, self->office, _ ("正在逐个核对备份…"), verify_in_thread, verifying,
                   verifying_free, self, verified_cb);
}

/* ---- looking over the office ---- */

static gboolean
check_in_thread (XybStore *store,
                 XybStoreProgressFunc progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 gpointer data,
                 GError **error)
{
  return xyb_store_check (store, error);
}

static void
checked_cb (GObject *owner, gpointer data, const GError *error)
{
  XybBackupView *self = XYB_BACKUP_VIEW (owner);

  xyb_office_set_checked (self->office, error != NULL ? error->message : NULL);
  if (error == NULL)
    xyb_office_say (self->office, _ ("检查过了，数据完好"));
  else
    xyb_office_report (self->office, error);
}

static void
check_clicked_cb (GtkButton *button, XybBackupView *self)
{
  xyb_backup_view_check (self);
}

static void
show_health (XybBackupView *self)
{
  const XybHealth *health = xyb_office_get_health (self->office);
  g_autofree char *today = xyb_date_today ();
  g_autofree char *when
    = health->checked_time != NULL ? xyb_moment_words (health->checked_time, today) : NULL;
  g_autofree char *sound
    = when != NULL ? g_strdup_printf (_ ("%s 检查过：数据页、记录之间的关联、操作日志都对"), when)
                   : NULL;

  if (health->problem != NULL)
    xyb_tag_set (self->health_tag, "error", "dialog-error-symbolic", _ ("有问题"));
  else if (when != NULL)
    xyb_tag_set (self->health_tag, "success", "object-select-symbolic", _ ("完好"));
  else
    xyb_tag_set (self->health_tag, "neutral", "xyb-question-symbolic", _ ("还没检查"));
  adw_action_row_set_subtitle (self->health_row, health->problem != NULL ? health->problem
                                                 : sound != NULL         ? sound
                                                                 : _ ("打开以后会在后台检查一次"));
  adw_action_row_set_subtitle (
    self->daily_row,
    health->backup_problem != NULL
      ? health->backup_problem
      : _ ("有改动的每一天自动备份一份，保留最近 12 天、10 周、9 个月；手动、升级前、恢复前的一直"
           "保留"));
}

/* ---- buttons ---- */

static void
path_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybBackupView) self = user_data;

  if (path != NULL)
    start_saving (self, path);
}

static void
save_as_clicked_cb (GtkButton *button, XybBackupView *self)
{
  XybFileKind kind = { _ ("信用办工作台办公数据"), "*.xyb" };
  g_autofree char *today = xyb_date_today ();
  g_autofree char *name = g_strdup_printf (_ ("信用办数据备份 %s.xyb"), today);

  xyb_compat_choose_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("另存备份到…"),
                          NULL, name, &kind, path_chosen_cb, g_object_ref (self));
}

static void
open_folder_clicked_cb (GtkButton *button, XybBackupView *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  const char *path = XYB_IS_BACKUP_ROW (row)
                       ? xyb_backup_row_get_path (XYB_BACKUP_ROW (row))
                       : xyb_store_get_path (xyb_office_get_store (self->office));

  xyb_compat_open_folder_of (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), path);
}

/* ---- the list ---- */

static void
clear_list (XybBackupView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
show_nothing (XybBackupView *self, const char *title, const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, escaped);
}

static void
fill_list (XybBackupView *self, GPtrArray *backups)
{
  gboolean writable = !xyb_office_is_read_only (self->office);
  gint64 bytes = 0;
  g_autofree char *size = NULL;
  g_autofree char *summary = NULL;

  clear_list (self);
  for (guint i = 0; i < backups->len; i++)
    {
      const XybBackup *backup = backups->pdata[i];
      GtkWidget *row = xyb_backup_row_new (backup);

      bytes += backup->bytes;
      show_finding (self, XYB_BACKUP_ROW (row));
      xyb_backup_row_add_buttons (XYB_BACKUP_ROW (row), writable);
      g_signal_connect_object (row, "test", G_CALLBACK (row_test_cb), self, 0);
      gtk_list_box_append (self->list, row);
    }
  size = g_format_size ((guint64) bytes);
  summary = g_strdup_printf (_ ("共 %u 份，%s"), backups->len, size);
  gtk_label_set_label (self->summary, backups->len > 0 ? summary : "");
  gtk_widget_set_visible (self->verify_button, backups->len > 0);
  show_nothing (self, _ ("还没有备份"),
                _ ("第一次修改以后会自动备份；也可以点右上角“立即备份”。"));
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "list" : "empty");
}

/* The folder of somebody else may be closed to her: nothing she did has failed. */
static void
show_unreadable (XybBackupView *self, const GError *error)
{
  clear_list (self);
  gtk_label_set_label (self->summary, "");
  gtk_widget_set_visible (self->verify_button, FALSE);
  show_nothing (self, _ ("看不到备份"), error->message);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* ---- the widget ---- */

static void
xyb_backup_view_dispose (GObject *object)
{
  XybBackupView *self = XYB_BACKUP_VIEW (object);

  g_clear_object (&self->office);
  g_clear_object (&self->bar);
  g_clear_pointer (&self->found, g_hash_table_unref);
  G_OBJECT_CLASS (xyb_backup_view_parent_class)->dispose (object);
}

static void
xyb_backup_view_class_init (XybBackupViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_backup_view_dispose;
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/data/xyb-backup-view.ui");
  gtk_widget_class_bind_template_child (widget_class, XybBackupView, health_row);
  gtk_widget_class_bind_template_child (widget_class, XybBackupView, health_tag);
  gtk_widget_class_bind_template_child (widget_class, XybBackupView, daily_row);
  gtk_widget_class_bind_template_child (widget_class, XybBackupView, folder_row);
  gtk_widget_class_bind_template_child (widget_class, XybBackupView, summary);
  gtk_widget_class_bind_template_child (widget_class, XybBackupView, verify_button);
  gtk_widget_class_bind_template_child (widget_class, XybBackupView, stack);
  gtk_widget_class_bind_template_child (widget_class, XybBackupView, nothing);
  gtk_widget_class_bind_template_child (widget_class, XybBackupView, list);
  gtk_widget_class_bind_template_callback (widget_class, check_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, verify_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_as_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_clicked_cb);
}

static void
xyb_backup_view_init (XybBackupView *self)
{
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finding_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_backup_view_set_office:
 * @self: the view
 * @office: whose backups to show
 * @bar: shows the progress
 *
 * Done once, before the first reload.
 */
void
xyb_backup_view_set_office (XybBackupView *self, XybOffice *office, XybJobBar *bar)
{
  g_return_if_fail (XYB_IS_BACKUP_VIEW (self) && self->office == NULL);

  self->office = g_object_ref (office);
  self->bar = g_object_ref (bar);
  g_signal_connect_object (office, "checked", G_CALLBACK (show_health), self, G_CONNECT_SWAPPED);
}

/**
 * xyb_backup_view_reload:
 * @self: the view
 *
 * Lists the backups there are now.
 */
void
xyb_backup_view_reload (XybBackupView *self)
{
  const char *path = xyb_store_get_path (xyb_office_get_store (self->office));
  g_autofree char *folder = xyb_store_dup_backup_folder (path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = xyb_store_list_backups (path, &error);

  adw_action_row_set_subtitle (self->folder_row, shown);
  show_health (self);
  if (backups == NULL)
    show_unreadable (self, error);
  else
    fill_list (self, backups);
}

/**
 * xyb_backup_view_back_up:
 * @self: the view
 *
 * Makes one more backup in the folder beside the office.
 */
void
xyb_backup_view_back_up (XybBackupView *self)
{
  g_return_if_fail (XYB_IS_BACKUP_VIEW (self));

  start_saving (self, NULL);
}

/**
 * xyb_backup_view_check:
 * @self: the view
 *
 * Looks over the whole office file.
 */
void
xyb_backup_view_check (XybBackupView *self)
{
  g_return_if_fail (XYB_IS_BACKUP_VIEW (self));

  xyb_job_bar_run (self->bar, self->office, _ ("正在检查数据完整性…"), check_in_thread, NULL, NULL,
                   self, checked_cb);
}
