/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-intake-page.h"

/* What 区镇 returned comes in: dropped, opened, chosen. */

/**
 * xyb_window_take_returns:
 * @self: the window
 * @paths: (array zero-terminated=1): workbooks, and folders of them
 *
 * Shows what they say; nothing is taken over before the clerk accepts it.
 */
void
xyb_window_take_returns (XybWindow *self, const char *const *paths)
{
  if (self->office == NULL || xyb_office_get_plan (self->office) == NULL)
    {
      const char *sentence = self->office == NULL
                               ? _ ("请先打开办公数据，再导入区镇交回的表。")
                               : _ ("还没有年度工作方案，请先新建年度，再导入区镇交回的表。");

      if (xyb_window_is_welcoming (self))
        xyb_welcome_set_problem (self->welcome, sentence);
      else
        xyb_compat_tell (GTK_WINDOW (self), _ ("没有导入"), sentence);
      return;
    }
  xyb_intake_page_add (XYB_INTAKE_PAGE (xyb_window_show_sub_page (self, XYB_TYPE_INTAKE_PAGE)),
                       paths);
}

static void
files_chosen_cb (GListModel *files, gpointer user_data)
{
  g_autoptr (XybWindow) self = user_data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  if (paths->len == 0)
    return;
  g_ptr_array_add (paths, NULL);
  xyb_window_take_returns (self, (const char *const *) paths->pdata);
}

static void
folder_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybWindow) self = user_data;
  const char *const paths[] = { path, NULL };

  if (path != NULL)
    xyb_window_take_returns (self, paths);
}

/**
 * xyb_window_choose_returns:
 * @self: the window
 * @folder: a folder instead of files
 *
 * Asks what to import.
 */
void
xyb_window_choose_returns (XybWindow *self, gboolean folder)
{
  const XybFileKind kind = { _ ("电子表格"), "*.xlsx;*.xlsm;*.xls;*.et;*.ods;*.csv;*.txt" };

  xyb_window_leave_field (self);
  if (folder)
    xyb_compat_choose_folder (GTK_WINDOW (self), _ ("导入文件夹里的回收表"), NULL, folder_chosen_cb,
                              g_object_ref (self));
  else
    xyb_compat_choose_several (GTK_WINDOW (self), _ ("导入回收表"), NULL, &kind, files_chosen_cb,
                               g_object_ref (self));
}
