/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the window remembers. The schema may be missing (a program run from a copied folder): then
 * nothing is remembered and everything still works; g_settings_new() alone would abort. */

GSettings *xyb_settings_new (void);
char *xyb_settings_dup_string (GSettings *self, const char *key);
void xyb_settings_set_string (GSettings *self, const char *key, const char *value);

G_END_DECLS
