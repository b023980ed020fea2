/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-ask-dialog.h"

G_BEGIN_DECLS

/* 「选择待办事项」: which kinds of todos a clerk wants to see, on this workstation. What she does
 * not want to see is counted all the same. */

XybAskDialog *xyb_todo_choice_open (GtkWidget *parent, GSettings *settings);

G_END_DECLS
