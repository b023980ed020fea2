/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where two short texts differ, character by character, so that a clerk sees at a glance what is
 * different about two names, codes or telephones. */

typedef struct
{
  guint start; /* bytes */
  guint end;
} XybTextSpan;

void xyb_text_diff (const char *a, const char *b, GArray **out_a, GArray **out_b);

G_END_DECLS
