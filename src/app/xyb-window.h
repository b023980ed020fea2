/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"
#include "xyb-page.h"

G_BEGIN_DECLS

/* The window: sidebar of pages, header bar, toasts; one open office. */

#define XYB_TYPE_WINDOW (xyb_window_get_type ())
G_DECLARE_FINAL_TYPE (XybWindow, xyb_window, XYB, WINDOW, AdwApplicationWindow)

XybWindow *xyb_window_new (GtkApplication *application);

void xyb_window_open_default (XybWindow *self);
void xyb_window_open_path (XybWindow *self, const char *path);
gboolean xyb_window_shows_file (XybWindow *self, const char *path);
gboolean xyb_window_is_welcoming (XybWindow *self);
gboolean xyb_window_has_office (XybWindow *self);
XybOffice *xyb_window_get_office (XybWindow *self);

void xyb_window_take_returns (XybWindow *self, const char *const *paths);
void xyb_window_say_exported (XybWindow *self, const char *path);
void xyb_window_show_page (XybWindow *self, const char *name);
XybPage *xyb_window_get_page (XybWindow *self);

G_END_DECLS
