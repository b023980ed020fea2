/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-exchange-error.h"

G_DEFINE_QUARK (xyb_exchange_error_quark, xyb_exchange_error)
