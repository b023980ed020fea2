/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-credit-code.h"

G_BEGIN_DECLS

/* The place of a 统一社会信用代码 that is wrong, marked where it stands in the field. */

void xyb_code_marks_show (GtkText *text, const XybCreditCode *code);

G_END_DECLS
