/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names the office's tables get outside the program: files and sheets. */

char *xyb_file_name_clean (const char *name);
char *xyb_sheet_name_clean (const char *name);

G_END_DECLS
