/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How alike two names are, for the proposals a clerk chooses from (§1.5, B-14). */

/* Longer texts are no name; comparing them whole would only cost time. */
#define XYB_LIKENESS_MAX_CHARACTERS 64

guint xyb_likeness (const gunichar *a, glong n_a, const gunichar *b, glong n_b);

G_END_DECLS
