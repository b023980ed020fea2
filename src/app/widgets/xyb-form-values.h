/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts of form fields to values and back; a blank field is “not said”. */

gboolean xyb_form_read_date (const char *field, const char *text, char **inout_iso, GError **error);
gboolean
xyb_form_read_count (const char *field, const char *text, gint64 *out_count, GError **error);
char *xyb_form_count_text (gint64 count);
void xyb_form_set_string (char **string, const char *text);

G_END_DECLS
