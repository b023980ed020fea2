/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two texts side by side, with the characters that differ marked. */

void xyb_marked_text_show (GtkLabel *label_a, GtkLabel *label_b, const char *a, const char *b);

G_END_DECLS
