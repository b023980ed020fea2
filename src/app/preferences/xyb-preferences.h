/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* 首选项: what belongs to this workstation (operator, fonts, colours) and what belongs to the
 * office (name, unit of 销售收入), which is kept in its file and can be undone. */

#define XYB_TYPE_PREFERENCES (xyb_preferences_get_type ())
G_DECLARE_FINAL_TYPE (XybPreferences, xyb_preferences, XYB, PREFERENCES, AdwPreferencesWindow)

XybPreferences *xyb_preferences_new (GtkWindow *parent, GSettings *settings, XybOffice *office);

/* At start: what the workstation has chosen. @settings may be NULL. */
void xyb_preferences_apply_fonts (GSettings *settings);
void xyb_preferences_apply_colours (GSettings *settings);

G_END_DECLS
