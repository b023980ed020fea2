/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What was meant to be written, noted row by row, and the look whether it is what lies on the disk
 * (DESIGN §7, PROVEN: libxlsxwriter loses rows without a word when its temporary folder is full).
 */

typedef struct _XybReadBack XybReadBack;

XybReadBack *xyb_read_back_new (void);
void xyb_read_back_free (XybReadBack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybReadBack, xyb_read_back_free)

void xyb_read_back_note_sheet (XybReadBack *self, const char *name);
void xyb_read_back_note_row (XybReadBack *self, guint row);
void xyb_read_back_note_text (XybReadBack *self, guint column, const char *text);
void xyb_read_back_note_number (XybReadBack *self, guint column, double number);

gboolean xyb_read_back_check (XybReadBack *self,
                              const char *path,
                              const char *target,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
