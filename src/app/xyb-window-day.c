/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-date.h"

/* The window stays open over night: what is late is reckoned by the day it is now. */

/* Not one timer until midnight: a computer that slept, or whose clock was set, would miss it. */
#define CHECK_SECONDS 60

/**
 * xyb_window_check_day:
 * @self: the window
 *
 * If another day has begun, the pages read anew.
 */
void
xyb_window_check_day (XybWindow *self)
{
  g_autofree char *today = xyb_date_today ();

  if (g_strcmp0 (today, self->today) == 0)
    return;
  g_free (self->today);
  self->today = g_steal_pointer (&today);
  if (self->office != NULL)
    xyb_office_day_turned (self->office);
}

static gboolean
check_cb (gpointer user_data)
{
  xyb_window_check_day (user_data);
  return G_SOURCE_CONTINUE;
}

static void
is_active_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  XybWindow *self = XYB_WINDOW (object);

  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;
  xyb_window_check_day (self);
  xyb_window_update_recent (self);
}

/**
 * xyb_window_watch_day:
 * @self: a window that is being made
 *
 * Notices the turn of the day.
 */
void
xyb_window_watch_day (XybWindow *self)
{
  self->today = xyb_date_today ();
  self->day_timer = g_timeout_add_seconds (CHECK_SECONDS, check_cb, self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
}
