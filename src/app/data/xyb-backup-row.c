/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-backup-row.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-moment.h"
#include "xyb-tag.h"

struct _XybBackupRow
{
  AdwActionRow parent_instance;

  /* owned by the row */
  GtkWidget *tag; /* NULL until the first state */

  /* owned */
  char *path;
  char *words; /* 每日 · 1.2 MB · 第 12 份 */
};

G_DEFINE_FINAL_TYPE (XybBackupRow, xyb_backup_row, ADW_TYPE_ACTION_ROW)

static guint test_signal;

static void
xyb_backup_row_finalize (GObject *object)
{
  XybBackupRow *self = XYB_BACKUP_ROW (object);

  g_free (self->path);
  g_free (self->words);
  G_OBJECT_CLASS (xyb_backup_row_parent_class)->finalize (object);
}

static void
xyb_backup_row_class_init (XybBackupRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_backup_row_finalize;
  /* The clerk wants to know whether it can be restored. */
  test_signal = g_signal_new ("test", XYB_TYPE_BACKUP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

static void
xyb_backup_row_init (XybBackupRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

/**
 * xyb_backup_row_new:
 * @backup: a backup
 *
 * Returns: (transfer floating): a row that tells of it
 */
GtkWidget *
xyb_backup_row_new (const XybBackup *backup)
{
  XybBackupRow *self = g_object_new (XYB_TYPE_BACKUP_ROW, NULL);
  g_autofree char *today = xyb_date_today ();
  g_autofree char *when = xyb_moment_words (backup->time, today);
  g_autofree char *size = g_format_size ((guint64) backup->bytes);

  self->path = g_strdup (backup->path);
  self->words
    = g_strdup_printf (_ ("%s · %s · 第 %" PRId64 " 份"), backup->reason, size, backup->sequence);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->path);
  return GTK_WIDGET (self);
}

/**
 * xyb_backup_row_get_path:
 * @self: a row
 *
 * Returns: the backup's file
 */
const char *
xyb_backup_row_get_path (XybBackupRow *self)
{
  g_return_val_if_fail (XYB_IS_BACKUP_ROW (self), NULL);

  return self->path;
}

/**
 * xyb_backup_row_set_state:
 * @self: a row
 * @state: what is known of the backup
 * @sentence: (nullable): what was found
 *
 * Says so in a tag, and in a line of its own.
 */
void
xyb_backup_row_set_state (XybBackupRow *self, XybBackupState state, const char *sentence)
{
  g_autofree char *lines
    = sentence != NULL ? g_strdup_printf ("%s\n%s", self->words, sentence) : g_strdup (self->words);

  g_return_if_fail (XYB_IS_BACKUP_ROW (self));

  if (self->tag == NULL)
    {
      self->tag = xyb_tag_new ();
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->tag);
    }
  if (state == XYB_BACKUP_GOOD)
    xyb_tag_set (XYB_TAG (self->tag), "success", "object-select-symbolic", _ ("已核对"));
  else if (state == XYB_BACKUP_BAD)
    xyb_tag_set (XYB_TAG (self->tag), "error", "dialog-error-symbolic", _ ("损坏"));
  else
    xyb_tag_set (XYB_TAG (self->tag), "neutral", "xyb-question-symbolic", _ ("未核对"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), lines);
}

static void
test_clicked_cb (GtkButton *button, XybBackupRow *self)
{
  g_signal_emit (self, test_signal, 0);
}

static GtkWidget *
button_new (XybBackupRow *self, const char *label, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name
    = g_strdup_printf ("%s %s", label, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "small-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

/**
 * xyb_backup_row_add_buttons:
 * @self: a row
 * @writable: whether the office can be replaced
 *
 * Adds 「试恢复」 and 「恢复…」.
 */
void
xyb_backup_row_add_buttons (XybBackupRow *self, gboolean writable)
{
  GtkWidget *test
    = button_new (self, _ ("试恢复"), _ ("在临时文件夹里恢复一遍看看，不动现在的数据"));
  GtkWidget *restore;

  g_signal_connect (test, "clicked", G_CALLBACK (test_clicked_cb), self);
  if (!writable)
    return;
  restore = button_new (self, _ ("恢复…"), _ ("用这份备份换掉现在的数据"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (restore), "s", self->path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (restore), "win.restore-from");
}
