/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The streams of an OLE2 container ([MS-CFB]), from a stranger: every sector number and every chain
 * is checked against what there is. libgsf could read them, but it reports a damaged container as a
 * fault of the program (CRITICAL), and a district's broken file is none. */

typedef struct _XybOle XybOle;

XybOle *xyb_ole_open (const char *path, GError **error);
void xyb_ole_free (XybOle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybOle, xyb_ole_free)

gboolean xyb_ole_has (XybOle *self, const char *name);
GBytes *xyb_ole_read (XybOle *self, const char *name, gsize max, GError **error);

G_END_DECLS
