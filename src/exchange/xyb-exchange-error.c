/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-exchange-error.h"

/* clang-format off */
G_DEFINE_QUARK (xyb-exchange-error-quark, xyb_exchange_error)
/* clang-format on */
