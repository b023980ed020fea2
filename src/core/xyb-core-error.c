/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-core-error.h"

G_DEFINE_QUARK (xyb_core_error_quark, xyb_core_error)
