/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-settings.h"

/* The first run: no own office file, none remembered, none given. */

/* The name goes to the settings at once: whichever file is opened next gets it. */
static void
keep_operator (XybWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (xyb_welcome_get_operator (self->welcome)));

  if (*name != '\0')
    xyb_settings_set_string (self->settings, "operator", name);
}

static void
chosen_cb (XybWelcome *welcome, int choice, XybWindow *self)
{
  static const int no_years[] = { 0 };

  keep_operator (self);
  switch ((XybWelcomeChoice) choice)
    {
    case XYB_WELCOME_PRESETS:
      xyb_window_create_office (self, self->path, NULL);
      break;
    case XYB_WELCOME_BLANK:
      xyb_window_create_office (self, self->path, no_years);
      break;
    case XYB_WELCOME_OPEN:
      xyb_window_choose_file (self);
      break;
    case XYB_WELCOME_RESTORE:
      xyb_window_choose_backup (self);
      break;
    case XYB_N_WELCOME_CHOICES:
      g_assert_not_reached ();
    }
}

/**
 * xyb_window_show_welcome:
 * @self: a window without an office
 * @path: where the clerk's own office will lie
 *
 * Asks where to begin. There are no pages yet, so the sidebar waits.
 */
void
xyb_window_show_welcome (XybWindow *self, const char *path)
{
  g_autofree char *name = xyb_settings_dup_string (self->settings, "operator");

  if (self->welcome == NULL)
    {
      self->welcome = g_object_new (XYB_TYPE_WELCOME, NULL);
      g_signal_connect (self->welcome, "chosen", G_CALLBACK (chosen_cb), self);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->welcome), "welcome");
    }
  xyb_window_set_office (self, NULL);
  g_free (self->path);
  self->path = g_strdup (path);
  xyb_welcome_set_operator (self->welcome, name);
  gtk_widget_set_visible (self->sidebar, FALSE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->welcome));
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  gtk_widget_grab_focus (GTK_WIDGET (self->welcome));
}

/**
 * xyb_window_is_welcoming:
 * @self: the window
 *
 * Returns: whether the clerk is being asked where to begin
 */
gboolean
xyb_window_is_welcoming (XybWindow *self)
{
  return self->welcome != NULL
         && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->welcome);
}
