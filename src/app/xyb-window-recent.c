/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-i18n.h"
#include "xyb-settings.h"

/* Which files have been open, and where the clerk was in each. */

static char *
label_of (const char *path)
{
  g_autofree char *own = xyb_store_default_path ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_basename (folder);

  if (g_strcmp0 (path, own) == 0)
    return g_strdup (_ ("这台电脑的办公数据"));
  return g_strdup_printf (_ ("%s（%s）"), name, shown);
}

/**
 * xyb_window_update_recent:
 * @self: the window
 *
 * Fills 「最近打开」 with what is still there.
 */
void
xyb_window_update_recent (XybWindow *self)
{
  g_auto (GStrv) paths = xyb_settings_dup_recent (self->settings);
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *label = label_of (paths[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
        continue;
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", paths[i]);
      g_menu_append_item (list, item);
    }
  g_menu_append (more, _ ("清除记录"), "win.clear-recent");
  g_menu_append_section (self->recent_menu, NULL, G_MENU_MODEL (list));
  g_menu_append_section (self->recent_menu, NULL, G_MENU_MODEL (more));
}

/**
 * xyb_window_clear_recent:
 * @self: the window
 *
 * Forgets the files that have been open, and what was in view in them.
 */
void
xyb_window_clear_recent (XybWindow *self)
{
  xyb_settings_clear_recent (self->settings);
  xyb_window_update_recent (self);
}

/**
 * xyb_window_keep_place:
 * @self: the window
 *
 * Remembers the page and the year in view for the file that is open.
 */
void
xyb_window_keep_place (XybWindow *self)
{
  const char *parent;

  if (self->office == NULL || self->page == NULL)
    return;
  /* A sub page is of the day. */
  parent = xyb_page_get_parent_name (self->page);
  xyb_settings_set_place (self->settings, self->path,
                          parent != NULL ? parent : xyb_page_get_name (self->page),
                          xyb_office_get_year (self->office));
}
