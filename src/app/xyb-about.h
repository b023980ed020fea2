/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* 关于: version, licence, what it is built on, the office's documents, where the data is. */

void xyb_about_show (GtkWindow *parent, const char *office_path);

G_END_DECLS
