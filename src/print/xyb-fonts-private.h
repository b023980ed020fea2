/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <fontconfig/fontconfig.h>

#include "xyb-fonts.h"

G_BEGIN_DECLS

FcConfig *xyb_fonts_get_config (void);
gboolean xyb_fonts_have_face (FcConfig *config, const char *family);

G_END_DECLS
