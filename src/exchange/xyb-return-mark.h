/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-return-letter.h"

G_BEGIN_DECLS

/* A copy of the 附件2 of a 区镇 for sending back: the doubtful cells are marked and commented. */

gboolean xyb_return_mark_xlsx (const XybReturn *read,
                               GPtrArray *items,
                               const char *original,
                               const char *path,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
