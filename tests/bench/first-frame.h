/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Both programs of the start benchmark report themselves in the same way. */

void first_frame_report (GtkApplication *application);

G_END_DECLS
