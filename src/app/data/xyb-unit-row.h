/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-unit.h"

G_BEGIN_DECLS

/* A unit in the list of 单位与别名. */

GtkWidget *xyb_unit_row_new (const XybUnit *unit);
char *xyb_unit_row_dup_aliases (const XybUnit *unit);

G_END_DECLS
