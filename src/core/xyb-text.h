/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as it comes from clerks, spreadsheets and documents. Three strengths:
 *
 *   clean      what is stored: the clerk's own characters, without what nobody can see
 *   normalise  what is compared and parsed: NFKC, half width, single spaces
 *   key        what is looked up: normalised, no spaces, case folded
 *
 * All of them take NULL as "" and never return NULL or broken UTF-8.
 */

char *xyb_text_clean (const char *text);
char *xyb_text_normalise (const char *text);
char *xyb_text_key (const char *text);

gboolean xyb_text_is_blank (const char *text);
gboolean xyb_text_is_placeholder (const char *text); /* blank, or — / 无 暂无 … (B-06) */

/* At most @max_chars of the cleaned text, then …: for quoting input inside a sentence. */
char *xyb_text_excerpt (const char *text, guint max_chars);

char *xyb_text_check_field (const char *field, const char *text, guint max_chars, GError **error);

/* For another year's copy of a plan or a scheme. */
char *xyb_text_replace_year (const char *text, int from, int to);

G_END_DECLS
