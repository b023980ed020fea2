/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* GTK 4.8 puts the focus on a button inside a drop-down or a menu button, on a list inside a table, and
 * lets the screen reader call it GtkToggleButton. From here on such a part has the name of the whole. */

void xyb_part_names_start (void);

G_END_DECLS
