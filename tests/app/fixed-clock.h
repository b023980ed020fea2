/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Linking this makes it 2020-07-24 for the whole program. */

#define FIXED_TODAY "2020-07-24"

void fixed_clock_check (void);

G_END_DECLS
