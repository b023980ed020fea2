/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the window remembers. The schema may be missing (a program run from a copied folder): then
 * nothing is remembered and everything still works; g_settings_new() alone would abort. */

GSettings *xyb_settings_new (void);
char *xyb_settings_dup_string (GSettings *self, const char *key);
void xyb_settings_set_string (GSettings *self, const char *key, const char *value);

char **xyb_settings_dup_hidden_todos (GSettings *self);
void xyb_settings_set_hidden_todos (GSettings *self, const char *const *kinds);

#define XYB_MAX_RECENT 8

char **xyb_settings_dup_recent (GSettings *self);
void xyb_settings_add_recent (GSettings *self, const char *path);
void xyb_settings_clear_recent (GSettings *self);
void xyb_settings_get_place (GSettings *self, const char *path, char **out_page, int *out_year);
void xyb_settings_set_place (GSettings *self, const char *path, const char *page, int year);

G_END_DECLS
