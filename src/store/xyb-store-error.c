/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-store-error.h"

G_DEFINE_QUARK (xyb_store_error_quark, xyb_store_error)
