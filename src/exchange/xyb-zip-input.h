/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of a zip file, from a stranger: capped, checked, never extracted to disk (DESIGN §6).
 */

typedef struct _XybZip XybZip;
typedef struct _XybZipPart XybZipPart;

XybZip *xyb_zip_open (const char *path, GError **error);
void xyb_zip_free (XybZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybZip, xyb_zip_free)

const char *xyb_zip_get_shown_name (XybZip *self);
gboolean xyb_zip_has_part (XybZip *self, const char *name);

XybZipPart *xyb_zip_open_part (XybZip *self, const char *name, GError **error);
void xyb_zip_part_free (XybZipPart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybZipPart, xyb_zip_part_free)
gboolean
xyb_zip_part_read (XybZipPart *self, guint8 *buffer, gsize size, gsize *out_n_read, GError **error);

G_END_DECLS
