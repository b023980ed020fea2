/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-print-error.h"

G_DEFINE_QUARK (xyb - print - error - quark, xyb_print_error)
