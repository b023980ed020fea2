/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-store.h"
#include "xyb-register-row.h"

G_BEGIN_DECLS

/* The register line by line, as a query or a list gives it: of 100,000 enterprises one is in
 * memory. */

typedef struct _XybRegisterReader XybRegisterReader;

XybRegisterReader *xyb_register_reader_new (XybStore *store, GArray *ids, int year, GError **error);
void xyb_register_reader_free (XybRegisterReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybRegisterReader, xyb_register_reader_free)

guint xyb_register_reader_get_n (XybRegisterReader *self);
/* A XybRegisterRowFunc; @reader is the reader. */
gboolean
xyb_register_reader_read (guint index, XybRegisterRow *out_row, gpointer reader, GError **error);

G_END_DECLS
