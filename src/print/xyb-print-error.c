/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-print-error.h"

G_DEFINE_QUARK (xyb_print_error_quark, xyb_print_error)
