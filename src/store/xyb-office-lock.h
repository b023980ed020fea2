/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who has the office file: a kernel lock (flock) on the companion file NAME.lock, gone with the
 * process that held it, however it ended (DESIGN §4). */

typedef struct _XybOfficeLock XybOfficeLock;

XybOfficeLock *xyb_office_lock_take (const char *office_path, GError **error);
void xyb_office_lock_free (XybOfficeLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybOfficeLock, xyb_office_lock_free)

/* Whether the file system could lock at all. */
gboolean xyb_office_lock_is_held (XybOfficeLock *self);

G_END_DECLS
