/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-amount.h"

G_BEGIN_DECLS

/* What a number format writes behind a number: a sheet that shows 12000万元 holds 12000. */

XybMoneyUnit xyb_number_format_unit (const char *code);
XybMoneyUnit xyb_number_shown_unit (const char *shown, double number);

G_END_DECLS
