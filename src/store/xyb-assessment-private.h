/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-store.h"
#include "xyb-store-private.h"

G_BEGIN_DECLS

/* What the files that write 考核 share. */

char *xyb_scheme_store_label (const XybScheme *scheme); /* 2020年部门考核 */

/* A text of several lines, each cleaned; NULL where nothing is left. */
gboolean xyb_check_lines (
  const char *field, const char *text, guint max_chars, char **out_text, GError **error);

G_END_DECLS
