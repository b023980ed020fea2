/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as it comes from clerks, spreadsheets and documents. Three strengths:
 *
 *   clean      what is stored: the clerk's own characters, without what nobody can see
 *   normalise  what is compared and parsed: NFKC, half width, single spaces
 *   key        what is looked up: normalised, no spaces, case folded
 */

char *xyb_text_clean (const char *text);
char *xyb_text_normalise (const char *text);
char *xyb_text_key (const char *text);

gboolean xyb_text_is_blank (const char *text);

char *xyb_text_check_field (const char *field, const char *text, guint max_chars, GError **error);

G_END_DECLS
