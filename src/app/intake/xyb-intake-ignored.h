/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"

G_BEGIN_DECLS

/* The rows of a file that are no enterprise, in words. */

char *xyb_intake_dup_ignored_summary (const XybReturn *taken); /* NULL: none */
char *xyb_intake_dup_ignored_list (const XybReturn *taken);

G_END_DECLS
