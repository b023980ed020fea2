/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The SHA-256 of the very bytes that were read: between start and finish the file must stay as it
 * is. */

typedef struct _XybFileDigest XybFileDigest;

XybFileDigest *xyb_file_digest_start (const char *path);
char *xyb_file_digest_finish (XybFileDigest *self, GError **error);
void xyb_file_digest_free (XybFileDigest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybFileDigest, xyb_file_digest_free)

G_END_DECLS
