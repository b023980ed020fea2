/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-about.h"

#include "xyb-config.h"
#include "xyb-i18n.h"
#include "xyb-store.h"

static const struct
{
  const char *name;
  const char *copyright;
  GtkLicense licence;
} libraries[] = {
  { "GTK 4", "© GTK Team", GTK_LICENSE_LGPL_2_1 },
  { "libadwaita", "© GNOME", GTK_LICENSE_LGPL_2_1 },
  { "Pango、Cairo", "© GNOME, Cairo Graphics", GTK_LICENSE_LGPL_2_1 },
  { "libxlsxwriter", "© John McNamara", GTK_LICENSE_BSD },
  { "libgsf", "© Jody Goldberg, Morten Welinder", GTK_LICENSE_LGPL_2_1_ONLY },
  { "libxml2", "© Daniel Veillard", GTK_LICENSE_MIT_X11 },
  { "JSON-GLib", "© Emmanuele Bassi", GTK_LICENSE_LGPL_2_1 },
};

static const char *const documents[] = {
  "昆工信〔2019〕8号 2019年昆山市企业信用管理贯标和示范创建工作方案",
  "昆信用办〔2020〕4号 2020年昆山市企业信用管理贯标和示范创建工作方案",
  NULL,
};

static char *
debug_info (const char *office_path)
{
  g_autofree char *own = xyb_store_default_path ();

  return g_strdup_printf (_ ("信用办工作台 %s\n办公数据：%s\n备份：在办公数据旁边的文件夹里\nGTK "
                             "%u.%u.%u，libadwaita %u.%u.%u"),
                          XYB_VERSION, office_path != NULL ? office_path : own,
                          gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
}

/**
 * xyb_about_show:
 * @parent: (nullable): the window
 * @office_path: (nullable): the file that is open
 *
 * Shows 「关于」.
 */
void
xyb_about_show (GtkWindow *parent, const char *office_path)
{
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());
  g_autofree char *info = debug_info (office_path);

  adw_about_window_set_application_name (about, _ ("信用办工作台"));
  adw_about_window_set_application_icon (about, XYB_APP_ID);
  adw_about_window_set_version (about, XYB_VERSION);
  adw_about_window_set_developer_name (about, _ ("信用办工作台开发者"));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (
    about, _ ("县级市信用办的贯标、示范与考核工作，全部数据在本机的一个文件里，不用联网。"));
  adw_about_window_set_debug_info (about, info);
  adw_about_window_set_debug_info_filename (about, "xinyongban.txt");
  adw_about_window_add_acknowledgement_section (about, _ ("预置资料出自"),
                                                (const char **) documents);
  for (gsize i = 0; i < G_N_ELEMENTS (libraries); i++)
    adw_about_window_add_legal_section (about, libraries[i].name, libraries[i].copyright,
                                        libraries[i].licence, NULL);
  adw_about_window_add_legal_section (about, "SQLite", _ ("公有领域"), GTK_LICENSE_CUSTOM, NULL);
  adw_about_window_add_legal_section (about, "ICU", "© Unicode, Inc.", GTK_LICENSE_CUSTOM, NULL);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
}
