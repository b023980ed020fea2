/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "xyb-store-private.h"

G_BEGIN_DECLS

/* Reading the files of data/presets/, which are compiled into the program. A mistake in them is the
 * program's, so it is found by the tests. */

gboolean xyb_preset_is_said (JsonObject *object, const char *member);
char *xyb_preset_dup_text (JsonObject *object, const char *member);
gint64 xyb_preset_get_int (JsonObject *object, const char *member, gint64 otherwise);
gboolean xyb_preset_get_bool (JsonObject *object, const char *member, gboolean otherwise);
void xyb_preset_for_each (JsonObject *object,
                          const char *member,
                          void (*read) (JsonObject *row, gpointer user_data),
                          gpointer user_data);

JsonParser *xyb_preset_parse (const char *name, GError **error);
GArray *xyb_preset_list_years (const char *prefix, GError **error); /* of int */
gboolean xyb_preset_wants_year (const int *years, int year);        /* NULL: every year */

G_END_DECLS
