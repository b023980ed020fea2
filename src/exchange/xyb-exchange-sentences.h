/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a clerk reads about a workbook from outside; said by more than one file of this layer.
 * @shown is the file's name without folder. */

GError *xyb_sentence_damaged (const char *shown);
GError *xyb_sentence_limit (const char *shown);
GError *xyb_sentence_doctype (const char *shown);
GError *xyb_sentence_encrypted (const char *shown);
GError *xyb_sentence_long_text (const char *shown);
GError *xyb_sentence_read_cancelled (const char *shown);

G_END_DECLS
