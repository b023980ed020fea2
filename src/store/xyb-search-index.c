/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-store-private.h"
