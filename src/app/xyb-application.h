/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XYB_TYPE_APPLICATION (xyb_application_get_type ())
G_DECLARE_FINAL_TYPE (XybApplication, xyb_application, XYB, APPLICATION, AdwApplication)

XybApplication *xyb_application_new (GApplicationFlags flags);

G_END_DECLS
