/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-compat.h"
#include "xyb-dropped-file.h"
#include "xyb-i18n.h"

/* Files dropped anywhere on the window. */

/* ---- an office, or a backup of one ---- */

/* The backups of the open office lie beside it. */
static gboolean
is_own_backup (XybWindow *self, const char *path)
{
  g_autoptr (GPtrArray) backups
    = self->office != NULL ? xyb_store_list_backups (self->path, NULL) : NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      g_autoptr (GFile) backup = g_file_new_for_path (((XybBackup *) backups->pdata[i])->path);

      if (g_file_equal (file, backup))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  XybWindow *window;
  char *path;
} Dropped;

static void
backup_answer_cb (const char *answer, gpointer user_data)
{
  g_autofree Dropped *dropped = user_data;
  g_autoptr (XybWindow) self = dropped->window;
  g_autofree char *path = dropped->path;

  if (g_strcmp0 (answer, "restore") == 0)
    xyb_window_leave_then (self, xyb_window_restore, path);
  else if (g_strcmp0 (answer, "open") == 0)
    xyb_window_leave_then (self, xyb_window_open_path, path);
}

static void
ask_backup (XybWindow *self, const char *path, const char *shown)
{
  static const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "open", N_ ("打开看看"), ADW_RESPONSE_DEFAULT },
    { "restore", N_ ("恢复"), ADW_RESPONSE_DESTRUCTIVE },
  };
  Dropped *dropped = g_new0 (Dropped, 1);
  g_autofree char *body = g_strdup_printf (
    _ ("“%s”是这份办公数据的备份。恢复会换掉现在的内容（现在的内容先另存一份备份）。"), shown);

  dropped->window = g_object_ref (self);
  dropped->path = g_strdup (path);
  xyb_compat_ask (GTK_WINDOW (self), _ ("打开还是恢复？"), body, answers, G_N_ELEMENTS (answers),
                  NULL, backup_answer_cb, dropped);
}

/* ---- anything ---- */

static void
refuse (XybWindow *self, const char *sentence)
{
  if (xyb_window_is_welcoming (self))
    xyb_welcome_set_problem (self->welcome, sentence);
  else
    xyb_compat_tell (GTK_WINDOW (self), _ ("没有打开"), sentence);
}

/* What is neither an office nor a workbook, by the names of the first of them. */
static void
refuse_others (XybWindow *self, GPtrArray *others)
{
  const char *path = others->pdata[0];
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *sentence = NULL;

  if (others->len > 1)
    sentence = g_strdup_printf (_ ("“%s”等 %u 个文件不是办公数据，也不是电子表格，这里用不上。"),
                                shown, others->len);
  else if (xyb_dropped_file_detect (path) == XYB_DROPPED_UNREADABLE)
    sentence = g_strdup_printf (_ ("不能读取“%s”，请检查它是否还在、是否有权打开。"), shown);
  else
    sentence = g_strdup_printf (_ ("“%s”不是办公数据，也不是电子表格，这里用不上。"), shown);
  refuse (self, sentence);
}

static void
take_office (XybWindow *self, const char *path)
{
  g_autofree char *shown = g_filename_display_basename (path);

  if (is_own_backup (self, path))
    ask_backup (self, path, shown);
  else
    xyb_window_open_chosen (self, path);
}

static gboolean
is_return (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR) || xyb_dropped_file_is_return (path);
}

/**
 * xyb_window_take_files:
 * @self: the window
 * @paths: (array zero-terminated=1): files and folders the clerk dropped on it
 *
 * Opens an office; workbooks that 区镇 returned are looked at, to be imported; says what can be
 * done with anything else.
 */
void
xyb_window_take_files (XybWindow *self, const char *const *paths)
{
  g_autoptr (GPtrArray) returns = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (is_return (paths[i]))
      g_ptr_array_add (returns, (gpointer) paths[i]);
    else if (xyb_dropped_file_detect (paths[i]) == XYB_DROPPED_OFFICE)
      {
        take_office (self, paths[i]);
        return;
      }
    else
      g_ptr_array_add (others, (gpointer) paths[i]);
  if (returns->len > 0)
    {
      g_ptr_array_add (returns, NULL);
      if (xyb_window_takes_awards (self))
        xyb_window_take_awards (self, (const char *const *) returns->pdata);
      else
        xyb_window_take_returns (self, (const char *const *) returns->pdata);
    }
  if (others->len > 0)
    refuse_others (self, others);
}

/**
 * xyb_window_take_file:
 * @self: the window
 * @path: a file the clerk dropped on it
 *
 * As xyb_window_take_files().
 */
void
xyb_window_take_file (XybWindow *self, const char *path)
{
  const char *const paths[] = { path, NULL };

  xyb_window_take_files (self, paths);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, XybWindow *self)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (GSList *files = g_value_get_boxed (value); files != NULL; files = files->next)
    {
      char *path = g_file_get_path (files->data);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  if (paths->len == 0)
    return FALSE;
  g_ptr_array_add (paths, NULL);
  xyb_window_leave_field (self);
  xyb_window_take_files (self, (const char *const *) paths->pdata);
  return TRUE;
}

/**
 * xyb_window_add_drop_target:
 * @self: the window
 */
void
xyb_window_add_drop_target (XybWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->leaflet), "drop-area");
  gtk_widget_add_controller (GTK_WIDGET (self->leaflet), GTK_EVENT_CONTROLLER (target));
}
