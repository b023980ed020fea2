/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fields of a record on their way into the office file: cleaned in place, what is blank is NULL,
 * “not said”. */

gboolean xyb_field_clean_text (const char *field, char **text, guint max_chars, GError **error);
gboolean xyb_field_clean_name (const char *field, char **name, guint max_chars, GError **error);
gboolean xyb_field_clean_date (const char *field, char **date, GError **error);

G_END_DECLS
