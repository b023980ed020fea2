/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "first-frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* What comes behind the first frame is over when the program has not worked for a while. */
#define LOOK_MS 250
#define QUIET_LOOKS 6
#define QUIET_SHARE 0.04

static gint64 painted_at;

/* Memory that is ours, and our share of what programs have in common. */
static long
read_pss_kib (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? strtol (line + strlen ("\nPss:"), NULL, 10) : 0;
}

static gboolean
look_cb (gpointer user_data)
{
  static clock_t before;
  static int quiet;
  clock_t now = clock ();

  quiet = now - before < QUIET_SHARE * LOOK_MS / 1000 * CLOCKS_PER_SEC ? quiet + 1 : 0;
  before = now;
  if (quiet < QUIET_LOOKS)
    return G_SOURCE_CONTINUE;
  printf ("%" G_GINT64_FORMAT " %ld\n", painted_at, read_pss_kib ());
  fflush (stdout);
  _exit (0);
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  if (painted_at != 0)
    return;
  painted_at = g_get_monotonic_time ();
  g_timeout_add (LOOK_MS, look_cb, NULL);
}

static void
realized_cb (GtkWidget *window, gpointer user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    NULL);
}

static void
added_cb (GtkApplication *application, GtkWindow *window, gpointer user_data)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

/**
 * first_frame_report:
 * @application: a program before it runs
 *
 * When its first frame is on screen and all is quiet, prints the monotonic time of that frame in
 * microseconds and the PSS in KiB, and ends.
 */
void
first_frame_report (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);
}
