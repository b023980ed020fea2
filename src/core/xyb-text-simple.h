/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The short way through xyb_text_key() for text of the office's everyday characters: an import
 * takes the keys of 100,000 names. */

gboolean xyb_text_is_simple (const char *text);
char *xyb_text_simple_key (const char *text);

G_END_DECLS
