/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "first-frame.h"
#include "xyb-application.h"

/* The program itself, reporting its first frame. */

int
main (int argc, char **argv)
{
  g_autoptr (XybApplication) application = NULL;

  setlocale (LC_ALL, "");
  application = xyb_application_new (G_APPLICATION_DEFAULT_FLAGS);
  first_frame_report (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
