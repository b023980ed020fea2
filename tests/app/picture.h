/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a window shows, as a file: drawn by its own renderer, so that no desktop is needed. */

void picture_resize (GtkWindow *window, int width, int height);
void picture_settle (GtkWindow *window);
gboolean picture_save (GtkWindow *window, const char *path, GError **error);

G_END_DECLS
