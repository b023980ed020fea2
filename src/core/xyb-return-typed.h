/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"

G_BEGIN_DECLS

/* What the clerk types in place of a cell of a returned 附件2 goes through the parsers of the form.
 */

gboolean xyb_return_check_typed (const XybReturn *self,
                                 const XybReturnRow *row,
                                 const XybReturnNote *note,
                                 const char *text,
                                 char **out_name,
                                 GError **error);
void xyb_return_set_typed (const XybReturn *self,
                           XybReturnRow *row,
                           const XybReturnNote *note,
                           const char *text);
void xyb_return_clear_field (XybReturnRow *row, XybReturnField field);

G_END_DECLS
