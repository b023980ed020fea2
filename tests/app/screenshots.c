/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <locale.h>

#include "fixed-clock.h"
#include "picture.h"
#include "scenes.h"

/* usage: screenshots FOLDER [SCENE…]: draws every scene, or those named, in light and dark at two
 * sizes. A GTK warning ends it (G_DEBUG=fatal-warnings). */

static const int sizes[][2] = { { 1366, 768 }, { 1920, 1080 } };

static gboolean
save (AppFixture *fixture, const char *folder, const char *name, gboolean dark, int width)
{
  g_autofree char *file = g_strdup_printf ("%s%s-%d.png", name, dark ? "-dark" : "", width);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;

  if (!picture_save (GTK_WINDOW (fixture->window), path, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  return TRUE;
}

static gboolean
draw (const Scene *scene, const char *folder)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  AppFixture fixture;
  gboolean ok = TRUE;

  scene_enter (scene, &fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      picture_resize (GTK_WINDOW (fixture.window), sizes[i][0], sizes[i][1]);
      for (int dark = 0; dark <= 1; dark++)
        {
          adw_style_manager_set_color_scheme (style, dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                          : ADW_COLOR_SCHEME_FORCE_LIGHT);
          ok = save (&fixture, folder, scene->name, dark, sizes[i][0]) && ok;
        }
    }
  scene_leave (&fixture);
  g_print ("%s\n", scene->name);
  return ok;
}

static gboolean
is_wanted (const Scene *scene, char **names)
{
  return *names == NULL || g_strv_contains ((const char *const *) names, scene->name);
}

int
main (int argc, char **argv)
{
  gboolean ok = TRUE;
  guint drawn = 0;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("screenshots FOLDER [SCENE…]\n");
      return 2;
    }
  fixed_clock_check ();
  g_setenv ("XYB_TODAY", FIXED_TODAY, TRUE);
  gtk_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  g_mkdir_with_parents (argv[1], 0755);
  for (guint i = 0; i < n_scenes; i++)
    if (is_wanted (&scenes[i], argv + 2))
      {
        ok = draw (&scenes[i], argv[1]) && ok;
        drawn++;
      }
  return ok && drawn > 0 ? 0 : 1;
}
