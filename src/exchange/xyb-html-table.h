/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-text-table.h"

G_BEGIN_DECLS

/* The first table of a piece of HTML, as Excel, WPS, Word and browsers put it on the clipboard. */

XybTextTable *xyb_html_table_parse (const char *html, gsize length);

G_END_DECLS
